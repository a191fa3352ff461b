"""All countries: how much each is told of in a period, as a map and as a list."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.collation import alphabetical
from events.facets import Selection
from events.facets.series import counts, days, total
from events.models import Country
from events.models.choices import DatePrecision, Quad
from events.sparklines import Sparkline, sparkline
from events.timelines import DAY
from events.views.about import Share, shares
from events.views.browse import filters_of
from events.views.front import latest_of
from events.views.panels import chips_of
from events.world import scale_of, world

PERIODS = {"fortnight": 14, "quarter": 91, "year": 365, "all": None}  # days up to the latest day with events
DEFAULT = "quarter"
RECENT = 14  # days in the small line
ORDERS = ("events", "name", "region", "cooperation", "conflict")  # the first where none is asked for


@dataclass(frozen=True)
class Told:
    """A country and what the period tells of it."""

    country: Country
    count: int
    place: int  # its class on the map
    balance: list[Share]
    line: Sparkline | None
    url: str

    @property
    def cooperation(self) -> int:
        """Percent of the events that have a quad class."""
        return self._percent(Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)

    @property
    def conflict(self) -> int:
        return self._percent(Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)

    def _percent(self, *quads: Quad) -> int:
        of_all = sum(share.count for share in self.balance)
        return round(100 * sum(share.count for share in self.balance if share.quad in quads) / of_all) if of_all else 0


@dataclass(frozen=True)
class Shape:
    """A country on the map: a path, or a dot at x and y."""

    told: Told
    path: str = ""
    x: float = 0
    y: float = 0


@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    filters = filters_of(request)
    asked = replace(filters.selection, country=(), cursor=None)
    latest = latest_of([day for day, known in days(asked) if known == DatePrecision.DAY])
    period = "" if asked.first_day or asked.last_day else request.GET.get("period", DEFAULT)
    if period not in PERIODS:
        period = "" if asked.first_day or asked.last_day else DEFAULT
    selection = _within(asked, period, latest)
    told = _told(selection, latest)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else ORDERS[0]
    shown = sorted((one for one in told if one.count), key=_key_of(order))
    page = reverse("country-list")
    more = [("period", period)] if period not in ("", DEFAULT) else []
    context = {
        "selection": selection,
        "total": total(selection),
        "shapes": _shapes(told),
        "world": world(),
        "scale": scale_of(one.count for one in told),
        "told": shown,
        "untold": sorted((one for one in told if not one.count), key=_key_of("name")),
        "most": max((one.count for one in told), default=0),
        "quads": list(Quad),
        "columns": _columns(asked, page, order, more),
        "periods": [
            (name, label, _address(page, [*_undated(asked).pairs(), ("period", name)]))
            for name, label in (
                ("fortnight", _("14 days")),
                ("quarter", _("3 months")),
                ("year", _("A year")),
                ("all", _("All")),
            )
        ],
        "period": period,
        "latest": latest,
        "chips": chips_of(asked, page),
        "page": page,
        "carried": [pair for pair in asked.pairs() if pair[0] not in ("from", "to")],
        "wrongs": filters.wrongs,
        "without_wrong": _address(page, asked.pairs()),
    }
    return render(request, "pages/countries.html", context, status=400 if filters.wrongs else 200)


def _undated(selection: Selection) -> Selection:
    return replace(selection, first_day=None, last_day=None)


def _within(selection: Selection, period: str, latest: datetime.date | None) -> Selection:
    length = PERIODS.get(period)
    if not length or not latest:
        return selection
    return replace(selection, first_day=latest - (length - 1) * DAY, last_day=latest)


def _told(selection: Selection, latest: datetime.date | None) -> list[Told]:
    """Every country there is."""
    of_all = counts(selection, "country")
    of_quad = {quad: _of_quad(selection, quad) for quad in Quad}
    recent = _recent(selection, latest)
    place = scale_of(of_all.values()).class_of
    query = selection.query()
    found = []
    for country in Country.objects.all():
        count = of_all.get(country.code, 0)
        balance = shares({quad: by_country.get(country.code, 0) for quad, by_country in of_quad.items()})
        line = [by_country.get(country.code, 0) for by_country in recent]
        url = f"{reverse('country', args=[country.code])}?{query}".removesuffix("?")
        found.append(
            Told(
                country, count, place(count), balance, sparkline(line, width=84, height=20) if any(line) else None, url
            )
        )
    return found


def _of_quad(selection: Selection, quad: Quad) -> dict[str, int]:
    if selection.quad and quad not in selection.quad:
        return {}
    return counts(replace(selection, quad=(str(quad),)), "country")


def _recent(selection: Selection, latest: datetime.date | None) -> list[dict[str, int]]:
    """The last days of the period, one by one."""
    until = min(filter(None, (latest, selection.last_day)), default=None)
    if until is None or until - datetime.date.min < RECENT * DAY:  # the calendar has a first day
        return []
    each = (until - DAY * back for back in reversed(range(RECENT)))
    return [counts(replace(selection, first_day=day, last_day=day), "country") for day in each]


def _shapes(told: list[Told]) -> list[Shape]:
    """In alphabetical order, so that the Tab key is no lottery; dots last, above the land."""
    drawn, of_code = world(), {one.country.code: one for one in sorted(told, key=_key_of("name"))}
    paths = [Shape(one, path=drawn.shapes[code]) for code, one in of_code.items() if code in drawn.shapes]
    return paths + [Shape(one, "", *drawn.dots[code]) for code, one in of_code.items() if code in drawn.dots]


def _key_of(order: str) -> Callable[[Told], tuple]:
    def key(told: Told) -> tuple:
        name = alphabetical(told.country.name)
        match order:
            case "name":
                return (name,)
            case "region":
                return (alphabetical(told.country.get_region_display()), -told.count, name)
            case "cooperation":
                return (-told.cooperation, -told.count, name)
            case "conflict":
                return (-told.conflict, -told.count, name)
        return (-told.count, name)

    return key


def _columns(asked: Selection, page: str, order: str, more: list[tuple[str, str]]) -> dict[str, dict]:
    """Each sortable column: where its heading leads, and whether the list is in its order."""
    return {
        name: {
            "url": _address(page, [*asked.pairs(), *more, ("order", name)]) + "#table",
            "sort": ("ascending" if name in ("name", "region") else "descending") if name == order else "",
        }
        for name in ORDERS
    }


def _address(page: str, pairs: list[tuple[str, str]]) -> str:
    return f"{page}?{urlencode(pairs)}".removesuffix("?")
