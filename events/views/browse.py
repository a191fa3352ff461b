"""The page of events: what a checked query selects, by day, beside the facets that narrow it; and the same as JSON."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.core.exceptions import TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import accounts, api, facets, search
from events.event_rows import EventRow, rows_of
from events.facets import lookup, series
from events.filter_fields import whole_number
from events.filters import EventFilters
from events.models import Article, Event
from events.search_names import sought
from events.views.fragments import render_either
from events.views.origins import suffix_of
from events.views.panels import chips_of, days_of, histogram_of, panels_of

LONG = 150  # characters of a query string beyond which an address no longer fits into a line
TYPING = "typing"  # a parameter that says that the last word of `q` may go on


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    filters = filters_of(request)
    selection, wrongs = filters.selection, filters.wrongs
    newest = series.newest()  # before the answer: what arrives between is offered once more rather than never
    answer = facets.answer(selection)
    page = reverse("event-list")
    first_page = replace(selection, cursor=None)
    context = {
        "selection": selection,
        "answer": answer,
        "days": [] if wrongs else days_of(events_of(answer), answer.histogram, grouped=not selection.by_relevance),
        "panels": panels_of(answer, wrongs),
        "histogram": histogram_of(selection),
        "around_dates": replace(selection, cursor=None, first_day=None, last_day=None).query(),
        "page": page,
        "in_list": suffix_of(selection),
        "carried": _carried(selection),
        "sought": sought(selection),
        "search_form": "filters",
        "search_while_typing": True,
        "chips": chips_of(selection, page),
        "wrongs": wrongs,
        "wrong_in": {wrong.param for wrong in wrongs},
        "no_words": bool(selection.words) and not search.terms_of(selection.words),
        "has_articles": answer.total > 0 or selection.is_narrowed or Article.objects.kept().exists(),
        "older": replace(selection, cursor=answer.next).at(page) if answer.next else None,
        "ask_for_newer": newer_than(newest, first_page),
        "newest": first_page.at(page),
        "without_wrong": selection.at(page),
        "as_review": replace(selection, status=(), cursor=None).at(reverse("review")),
        "long_query": first_page.query() if len(first_page.query()) > LONG and not wrongs else "",
        "as_json": selection.at(reverse("event-list-json")),
    }
    status = 400 if wrongs else 200
    response = render_either(request, "pages/event_list.html", "partials/browse.html", context, status=status)
    if request.htmx and not wrongs:  # the form sends empty fields too; the address need not show them
        shown = "HX-Replace-Url" if TYPING in request.GET else "HX-Push-Url"
        response[shown] = selection.at(page)
    return response


def newer_than(newest: int, selection: facets.Selection) -> str:
    """Where a page asks for events that came after the newest it knew."""
    return f"{reverse('newer-events')}?{urlencode([*selection.pairs(), ('than', newest)])}"


@require_safe
def newer_events(request: HttpRequest) -> HttpResponse:
    """How many events match that came after the one with the id `than`, as a link to them; nothing where none did."""
    than = whole_number(request.GET.get("than", ""))
    if than is None:
        raise Http404
    filters = filters_of(request)
    selection = replace(filters.selection, cursor=None)
    context = {
        "count": 0 if filters.wrongs else series.newer(selection, than),
        "newest": selection.at(reverse("event-list")),
    }
    response = render(request, "partials/newer.html", context, status=400 if filters.wrongs else 200)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def facet_values(request: HttpRequest) -> HttpResponse:
    """Values of the long facet `facet` by the words in `find`, as rows for its list, under the same choices."""
    param = request.GET.get("facet", "")
    if param not in lookup.LONG:
        raise Http404
    filters = filters_of(request)
    found = lookup.found(filters.selection, param, request.GET.get("find", "")[: search.MAX_LENGTH])
    context = {"panel": {"param": param}, "values": api.labelled({param: found})[param], "wrongs": filters.wrongs}
    response = render(request, "partials/facet_found.html", context, status=400 if filters.wrongs else 200)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def event_list_json(request: HttpRequest) -> HttpResponse:
    try:
        filters = filters_of(request)
    except TooManyFieldsSent:
        return api.too_much()
    if filters.wrongs:
        return api.problem(400, _("Part of this address cannot be."), errors=filters.wrongs)
    answer = facets.answer(filters.selection)
    next_url = None
    if answer.next:
        following = replace(filters.selection, cursor=answer.next)
        next_url = request.build_absolute_uri(following.at(reverse("event-list-json")))
    found = Event.objects.with_names().defer("machine", "search", "article__text").in_bulk(answer.ids)
    events = [found[pk] for pk in answer.ids if pk in found]
    body = api.answer_as_dict(answer, events, absolute=request.build_absolute_uri, next_url=next_url)
    response = JsonResponse(body, json_dumps_params=api.JSON)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def filters_of(request: HttpRequest) -> EventFilters:
    """Raises TooManyFieldsSent, which Django answers with its 400 page."""
    asked = request.GET
    if TYPING in asked:
        asked = asked.copy()
        asked["q"] = search.as_typed(asked.get("q", ""))
    return EventFilters(asked, sees_rejected=request.user.has_perm(accounts.CORRECT))


def _carried(selection: facets.Selection) -> list[tuple[str, str]]:
    """What was chosen by address only: the form has no control for it, but must not lose it."""
    pairs = [(param, value) for param in ("article", "actor", "recipient") for value in selection.values(param)]
    return pairs + ([("limit", str(selection.limit))] if selection.limit != facets.DEFAULT_LIMIT else [])


def events_of(answer: facets.Answer) -> list[EventRow]:
    """The events of the page, in its order, as rows show them."""
    return rows_of(answer.ids)
