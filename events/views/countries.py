"""One country through time: its timeline by quad class, who it is named with, and its events under the same filters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.models import Country
from events.views.about import about

SPELLINGS = {"en": "English", "vi": "Tiếng Việt"}  # each language by its own name


@require_safe
def country_page(request: HttpRequest, code: str) -> HttpResponse:
    if code != code.upper():
        return redirect("country", code.upper())
    country = get_object_or_404(Country, code=code)
    page = reverse("country", args=[country.code])
    context = about(request, "country", country.code, page) | {
        "name": country.name,
        "country": country,
        "spellings": [(code, SPELLINGS[code], getattr(country, f"name_{code}")) for code in SPELLINGS],
        "aliases": spelled(country),
    }
    return render(request, "pages/country.html", context, status=400 if context["wrongs"] else 200)


def spelled(row) -> list[str]:
    """Other spellings in use that editors have added."""
    return list(row.aliases.filter(enabled=True).order_by("text").values_list("text", flat=True))
