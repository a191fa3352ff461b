"""The trash: what was withdrawn, by whom, and how long it can still be restored; withdrawing and restoring events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events import accounts, corrections, trash
from events.models import Correction, Event
from events.templatetags.newsdesk import person
from events.views.access import needs
from events.views.corrections import see
from events.views.event_page import event_or_404

PAGE = 50


@dataclass(frozen=True)
class Withdrawn:
    thing: object  # an article or an event
    by: str  # "" where nobody is known
    days_left: int


@require_safe
@needs(accounts.HANDLE_ARTICLES)
def trash_page(request: HttpRequest) -> HttpResponse:
    articles = Paginator(trash.articles().select_related("trashed_by").defer("text"), PAGE)
    events = Paginator(trash.events().select_related("article").defer("article__text", "machine", "search"), PAGE)
    article_page, event_page = articles.get_page(request.GET.get("page")), events.get_page(request.GET.get("events"))
    context = {
        "articles": [
            Withdrawn(one, person(one.trashed_by) if one.trashed_by else "", trash.days_left(one.trashed_at))
            for one in article_page
        ],
        "events": _events(event_page),
        "article_page": article_page,
        "event_page": event_page,
        "days": trash.KEPT.days,
        "here": request.get_full_path(),
    }
    return render(request, "pages/trash.html", context)


@require_POST
@needs(accounts.CORRECT)
def withdraw_event(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    try:
        corrections.withdraw_event(event, request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return see(event)
    messages.success(request, _("Withdrawn: “%(name)s”. It can be restored.") % {"name": event.title})
    return redirect("article-trash")


@require_POST
@needs(accounts.CORRECT)
def restore_event(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(Event.objects.filter(article__trashed_at=None), pk=pk)
    try:
        corrections.restore_event(event, request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("article-trash")
    messages.success(request, _("Restored: “%(name)s”.") % {"name": event.title})
    return see(event)


def _events(page: Iterable[Event]) -> list[Withdrawn]:
    events = list(page)
    made = Correction.objects.filter(event__in=events, field=corrections.TRASHED, undone_at=None)
    by = {one.event_id: person(one.made_by) for one in made.select_related("made_by").order_by("pk")}
    return [Withdrawn(event, by.get(event.pk, ""), trash.days_left(event.trashed_at)) for event in events]
