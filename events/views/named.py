"""One person, organization or agency through time, as for countries."""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Agency, Organization, Person
from events.views.about import about
from events.views.countries import SPELLINGS, spelled


@require_safe
def person_page(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, "person", Person, slug, _("Person"))


@require_safe
def organization_page(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, "organization", Organization, slug, _("Organization"))


@require_safe
def agency_page(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, "agency", Agency, slug, _("Agency"))


def _page(request: HttpRequest, param: str, model: type[Model], slug: str, kind: str) -> HttpResponse:
    if slug != slug.lower():
        return redirect(param, slug.lower())
    row = get_object_or_404(model, slug=slug)
    in_languages = [(code, SPELLINGS[code], getattr(row, f"name_{code}", "")) for code in SPELLINGS]
    context = about(request, param, row.slug, reverse(param, args=[row.slug])) | {
        "name": row.name,
        "kind": kind,
        "spellings": [spelling for spelling in in_languages if spelling[2]],
        "aliases": spelled(row),
    }
    return render(request, "pages/named.html", context, status=400 if context["wrongs"] else 200)
