"""The list an event is read in. Its address travels with the event's own, as `in`: so that previous and next need no
script, do not end with a page of the list, and are the same for whoever is sent the address.

`/events/7/?in=/countries/UA/?type=AID` is event 7 among the acts of aid that concern Ukraine. Without `in` it is one of
all events. What cannot be read is no list rather than an error: the event itself is there all the same.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.text import Truncator

from events import accounts, facets, ranking
from events.facets import Selection
from events.filters import EventFilters
from events.models import Event
from events.models.choices import Region
from events.templatetags.newsdesk import long_day
from events.views.panels import chips_of

PARAM = "in"
ALL = "event-list"
ABOUT = {"country": "code", "person": "slug", "organization": "slug", "agency": "slug"}  # page: what its address names
LONGEST = 2_000  # characters, as an address has them: every row of a list repeats them
LONGEST_NAME = 60
REGIONS = [region for region in Region if region != Region.GLOBAL] + [Region.GLOBAL]  # as the front page has them


@dataclass(frozen=True)
class Origin:
    """A list with one of its events: what stands before and after it there, and the way back to it."""

    name: str  # empty: all events
    url: str  # of its page that holds the event
    suffix: str  # for the addresses of its other events
    before: Event | None
    after: Event | None
    nth: int
    total: int


def suffix(url: str) -> str:
    """What the address of an event gets that is read in the list at `url`; nothing for all events.

    Where the list is too long to be named, the event is read among all.
    """
    if url in ("", reverse(ALL)):
        return ""
    named = quote(url, safe="/?=:,")
    return f"?{PARAM}={named}" if len(named) <= LONGEST else ""


def suffix_of(selection: Selection, page: str | None = None) -> str:
    """The same for what a page shows of a selection, wherever its first event stands."""
    return suffix(replace(selection, cursor=None, limit=facets.DEFAULT_LIMIT).at(page or reverse(ALL)))


def carried(request: HttpRequest) -> str:
    """What the address of an event keeps when something was done to it there."""
    return suffix(request.GET.get(PARAM, ""))


def origin_of(request: HttpRequest, event: Event) -> Origin | None:
    """None: there is no such list, or the event is not in it (any more)."""
    url = request.GET.get(PARAM) or reverse(ALL)
    if len(url) > LONGEST or not url.startswith("/"):
        return None
    path, _, query = url.partition("?")
    try:
        page = resolve(path)
    except Resolver404:
        return None
    if page.url_name == "day":
        return _of_day(page.kwargs["day"], event)
    if page.url_name != ALL and page.url_name not in ABOUT:
        return None
    try:
        asked = QueryDict(query, mutable=True)
    except TooManyFieldsSent:
        return None
    if page.url_name in ABOUT:
        asked.setlist(page.url_name, [page.kwargs[ABOUT[page.url_name]]])
    filters = EventFilters(asked, sees_rejected=request.user.has_perm(accounts.CORRECT))
    if filters.wrongs:
        return None
    return _of_selection(filters.selection, page.url_name, path, event)


def _of_selection(selection: Selection, kind: str, path: str, event: Event) -> Origin | None:
    selection = replace(selection, cursor=None, limit=facets.DEFAULT_LIMIT)
    found = facets.neighbours(selection, event.pk)
    if found is None:
        return None
    others = replace(selection, **{kind: ()}) if kind in ABOUT else selection  # the address says the rest
    # Its page begins with the event itself, unless the first page holds it.
    shown = replace(others, cursor=found.before) if found.nth > selection.limit else others
    return Origin(
        _name_of(selection),
        shown.at(path) + f"#event-{event.pk}",
        suffix_of(others, path),
        *_titled(found.before and found.before.id, found.after and found.after.id),
        found.nth,
        found.total,
    )


def _of_day(day: str, event: Event) -> Origin | None:
    """In the order of the front page: region by region, the most consequential first."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    order = sorted(ranking.ranked(Selection(first_day=date, last_day=date)), key=lambda row: REGIONS.index(row[1]))
    ids = [pk for pk, _region in order]
    if event.pk not in ids:
        return None
    at = ids.index(event.pk)
    around = _titled(*(ids[place] if 0 <= place < len(ids) else None for place in (at - 1, at + 1)))
    url = reverse("day", args=[day])
    return Origin(str(long_day(date)), url, suffix(url), *around, at + 1, len(ids))


def _titled(before: int | None, after: int | None) -> tuple[Event | None, Event | None]:
    found = Event.objects.only("title", "language").in_bulk([pk for pk in (before, after) if pk])
    return found.get(before), found.get(after)


def _name_of(selection: Selection) -> str:
    """All that was chosen, as the chips say it."""
    chips = chips_of(selection, "")
    chosen = [f"{chip.by} {chip.label}" if chip.is_day else chip.label for chip in chips]
    return Truncator(", ".join(chosen)).chars(LONGEST_NAME)
