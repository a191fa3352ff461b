"""What is asked of the events, checked, and what is answered. Both are plain values: they compare, hash and cache."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from events.facets.cursor import Position

NEWEST = "newest"
RELEVANCE = "relevance"
SORTS = (NEWEST, RELEVANCE)
DEFAULT_LIMIT = 50
MAX_LIMIT = 200

MULTIPLE = (
    "region",
    "country",
    "type",
    "quad",
    "topic",
    "organization",
    "person",
    "agency",
    "language",
    "status",
    "article",
    "actor",
    "recipient",
)  # parameters that may be repeated: OR within one, AND between them


@dataclass(frozen=True)
class Selection:
    """A checked query: every value is known to exist, every date is real. Built by events.filters.

    The values of a repeatable parameter are sorted and without repeats, so that equal questions are equal values.
    """

    region: tuple[str, ...] = ()
    country: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    type: tuple[str, ...] = ()  # PLOVER, or "none"
    quad: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()  # medtop codes
    organization: tuple[str, ...] = ()  # slugs
    person: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    article: tuple[str, ...] = ()  # ids, in digits
    actor: tuple[str, ...] = ()  # ISO codes and organization slugs
    recipient: tuple[str, ...] = ()
    first_day: datetime.date | None = None  # `from`; events whose span overlaps first_day…last_day
    last_day: datetime.date | None = None  # `to`
    words: str = ""  # `q`
    names: tuple[tuple[str, str, str], ...] = ()  # known names among them, see events.search_names
    sort: str = NEWEST
    cursor: Position | None = None  # the last event of the page before
    limit: int = DEFAULT_LIMIT
    sees_rejected: bool = False  # whether whoever asks may see rejected events when asking for that status

    @property
    def by_relevance(self) -> bool:
        """Best match first needs words; without them the order is newest first."""
        return self.sort == RELEVANCE and bool(self.words)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything at all was chosen."""
        dates_or_words = self.first_day or self.last_day or self.words
        return bool(dates_or_words) or any(self.values(param) for param in MULTIPLE)

    def values(self, param: str) -> tuple[str, ...]:
        """What was chosen of a repeatable parameter."""
        return getattr(self, param)

    def toggled(self, param: str, value: str) -> Selection:
        """With the value chosen where it was not, and dropped where it was; from the first page on."""
        chosen = set(self.values(param)) ^ {value}
        return replace(self, cursor=None, **{param: tuple(sorted(chosen))})

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters and values that ask for this, in one fixed order, without what is absent or default."""
        pairs = [(param, value) for param in MULTIPLE for value in self.values(param)]
        if self.first_day:
            pairs.append(("from", self.first_day.isoformat()))
        if self.last_day:
            pairs.append(("to", self.last_day.isoformat()))
        if self.words:
            pairs.append(("q", self.words))
        if self.sort != NEWEST:
            pairs.append(("sort", self.sort))
        if self.limit != DEFAULT_LIMIT:
            pairs.append(("limit", str(self.limit)))
        if self.cursor:
            pairs.append(("cursor", self.cursor.encode()))
        return pairs

    def query(self) -> str:
        """The same as a query string."""
        return urlencode(self.pairs())

    def at(self, page: str) -> str:
        """The address that asks this of a page; the bare page where nothing is asked."""
        query = self.query()
        return f"{page}?{query}" if query else page


@dataclass(frozen=True)
class Count:
    """How many events a value of a facet would give, under all other choices."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Answer:
    """What a Selection gives. Every figure is exact and of one moment."""

    ids: tuple[int, ...]  # this page, in the order asked for
    total: int
    facets: dict[str, tuple[Count, ...]]  # by count, then value; see events.facets.catalogue
    facets_cut: tuple[str, ...]  # facets of which only the most frequent values are listed
    histogram: tuple[tuple[datetime.date, int], ...]  # events by their (first) day, oldest first; undated left out
    next: Position | None  # where the next page begins; None on the last


@dataclass(frozen=True)
class Neighbours:
    """Where an event stands among those selected, in the order asked for."""

    before: Position | None  # None: it is the first
    after: Position | None  # None: it is the last
    nth: int  # from 1
    total: int


def listed(counts: Mapping[str, int], chosen: tuple[str, ...], most: int) -> tuple[tuple[Count, ...], bool]:
    """By count, then value: the `most` frequent and whatever is chosen; and whether any was left out."""
    ordered = sorted((dict.fromkeys(chosen, 0) | counts).items(), key=by_count)
    kept = ordered[:most] + [(value, count) for value, count in ordered[most:] if value in chosen]
    return tuple(Count(value, count, value in chosen) for value, count in kept), len(kept) < len(ordered)


def by_count(pair: tuple[str, int]) -> tuple[int, str]:
    """What (value, count) are sorted by."""
    value, count = pair
    return -count, value
