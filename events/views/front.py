"""The front page: one day of the world by region, the gravest first; the latest day at the front door, any at its own
address, which stays and prints as a round-up."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from events import usual
from events.event_rows import EventRow, rows_of
from events.facets import Selection
from events.facets.series import days
from events.fortnight import fortnight, told_of
from events.models import Article, Country, Event
from events.models.choices import DatePrecision, Region
from events.ranking import ranked
from events.views.browse import newer_than
from events.views.origins import suffix
from events.views.visits import Visit, visit_of

ON_A_SHELF = 6  # events of a region
FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
EARLIEST = datetime.date(1000, 1, 1)  # the calendar's first year has no weeks before it to compare with


@dataclass(frozen=True)
class Shelf:
    """A region's part of the page."""

    region: Region
    count: int
    events: list[EventRow]
    url: str

    @property
    def more(self) -> int:
        return self.count - len(self.events)


@dataclass(frozen=True)
class Stir:
    """A country that a day tells unusually much or little of, and the headline that says why."""

    country: Country
    found: usual.Unusual
    top: Event | None


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    visit = visit_of(request)  # before the days: what arrives between is offered once more rather than never
    known = _days_with_events()
    return _front(request, visit, latest_of(known), known, Selection())


@require_safe
def day_page(request: HttpRequest, day: str) -> HttpResponse:
    try:
        shown = datetime.date.fromisoformat(day) if FORM.fullmatch(day) else None
    except ValueError:
        shown = None
    if shown is None or shown < EARLIEST:
        raise Http404
    of_the_day = Selection(first_day=shown, last_day=shown)
    return _front(request, visit_of(request), shown, _days_with_events(), of_the_day)


def _front(
    request: HttpRequest, visit: Visit, day: datetime.date | None, known: list[datetime.date], awaited: Selection
) -> HttpResponse:
    """The page of a day; None: no day has an event. It offers itself anew when events come that are awaited."""
    context = {
        "day": day,
        "visit": visit,
        "has_articles": bool(known) or Article.objects.kept().exists(),
        "ask_for_newer": newer_than(visit.newest, awaited),
    }
    if day:
        order = ranked(Selection(first_day=day, last_day=day))
        shelves = _shelves(day, order)
        context |= {
            "total": len(order),
            "articles": _articles_of(order),
            "shelves": [shelf for shelf in shelves if shelf.region != Region.GLOBAL],
            "global": next((shelf for shelf in shelves if shelf.region == Region.GLOBAL and shelf.count), None),
            "fortnight": fortnight(day),
            "before": next(iter(known[max(0, bisect_left(known, day) - 1) : bisect_left(known, day)]), None),
            "after": next(iter(known[bisect_right(known, day) :]), None),
            "address": request.build_absolute_uri(reverse("day", args=[day.isoformat()])),
            "in_events": _address_of(day),
            "in_list": suffix(reverse("day", args=[day.isoformat()])),
        }
        if order:
            context |= _stirs(day, order)
        else:
            context["is_covered"] = bool(told_of([day]))
    response = render(request, "pages/front.html", context)
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    visit.remember(request, response)
    return response


def _days_with_events() -> list[datetime.date]:
    """In order. A month or a year of which no day is known is no day."""
    return sorted({day for day, precision in days(Selection()) if precision == DatePrecision.DAY})


def latest_of(known: Iterable[datetime.date]) -> datetime.date | None:
    """The latest of some days; what is announced for days to come is no news yet, unless there is nothing else."""
    today, known = timezone.localdate(), list(known)
    return max((day for day in known if day <= today), default=min(known, default=None))


def _shelves(day: datetime.date, order: list[tuple[int, str]]) -> list[Shelf]:
    of_region = {region: [pk for pk, its in order if its == region] for region in Region}
    shown = [pk for pks in of_region.values() for pk in pks[:ON_A_SHELF]]
    events = {event.pk: event for event in rows_of(shown)}
    return [
        Shelf(region, len(pks), [events[pk] for pk in pks[:ON_A_SHELF] if pk in events], _address_of(day, region))
        for region, pks in of_region.items()
    ]


def _address_of(day: datetime.date, region: str = "", country: str = "") -> str:
    chosen = {"region": (region,) if region else (), "country": (country,) if country else ()}
    return Selection(first_day=day, last_day=day, **chosen).at(reverse("event-list"))


def _articles_of(order: list[tuple[int, str]]) -> int:
    of_events = Event.objects.filter(pk__in=[pk for pk, _region in order])
    return of_events.aggregate(articles=Count("article", distinct=True))["articles"]


def _stirs(day: datetime.date, order: list[tuple[int, str]]) -> dict:
    found = usual.compared(day)
    countries = Country.objects.in_bulk([one.code for one in (*found.busier, *found.quieter)])
    place = {pk: nth for nth, (pk, _region) in enumerate(order)}
    named = Event.countries.through.objects.filter(event__in=place, country__in=list(countries))
    first: dict[str, int] = {}
    for pk, code in named.order_by().values_list("event", "country"):
        first[code] = min(pk, first.get(code, pk), key=place.__getitem__)
    tops = Event.objects.only("title", "language").in_bulk(first.values())

    def stirs(unusual: tuple[usual.Unusual, ...]) -> list[Stir]:
        return [Stir(countries[one.code], one, tops.get(first.get(one.code, 0))) for one in unusual]

    return {
        "comparison": found,
        "busier": stirs(found.busier),
        "quieter": stirs(found.quieter),
        "fewest_weeks": usual.FEWEST,
    }
