"""Some of the events as the index holds them: numbered, and never changed again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from events.facets.cursor import Position
from events.facets.index.columns import CODES, PLACE, SHAPE, Column, Grid
from events.facets.index.postings import Lexicon, bitmap_of, numbers_of
from events.models.choices import EventStatus

ROLES = ("actor", "recipient")
TYPE = PLACE["type"]
FIRST_OF_1970 = datetime.date(1970, 1, 1).toordinal()  # where numpy counts days from


@dataclass(frozen=True)
class Buckets:
    """The days, weeks, months or years that have events, ascending."""

    days: np.ndarray  # the ordinals of their first days
    starts: np.ndarray  # each one's first number, and the number of events; starts[0] are undated


@dataclass(frozen=True, eq=False)
class Segment:
    """Events numbered from 0, oldest first: undated ones, then by date, within a day by id.

    So the newest come from the end of any set of numbers, and a span of days is a span of numbers.
    """

    ids: np.ndarray  # by number
    by_id: np.ndarray  # the numbers in the order of ids
    days: np.ndarray  # the ordinals of the days that have events, ascending
    starts: np.ndarray  # each one's first number, and the number of events; starts[0] are undated
    span_numbers: np.ndarray  # the events that last longer than their first day …
    span_ends: np.ndarray  # … and the ordinals of their last days
    articles: np.ndarray  # each event's article
    grid: Grid
    columns: dict[str, Column]  # of the link facets, coded as their lexicons
    lexicons: dict[str, Lexicon]  # by param, and "precision", and "words"
    phrases: dict[tuple, BitMap] = field(default_factory=dict)  # what was looked up in the tables, see words.py
    _buckets: dict[str, Buckets] = field(default_factory=dict)  # by step

    def __len__(self) -> int:
        return len(self.ids)

    def numbers_of_ids(self, ids: np.ndarray) -> np.ndarray:
        """The numbers of those ids that are here, ascending."""
        if not len(self) or not len(ids):
            return np.empty(0, np.uint32)
        places = np.searchsorted(self.ids, ids, sorter=self.by_id)
        places[places == len(self)] = 0
        numbers = self.by_id[places]
        return np.sort(numbers[self.ids[numbers] == ids])

    @property
    def highest_id(self) -> int:
        return int(self.ids[self.by_id[-1]]) if len(self) else 0

    def with_higher_ids(self, than: int) -> BitMap:
        """The events whose ids are higher."""
        newer = self.by_id[np.searchsorted(self.ids, than, side="right", sorter=self.by_id) :]
        return bitmap_of(np.sort(newer))

    def since(self, day: datetime.date) -> int:
        """The first number of an event that began on the day or later."""
        return int(self.starts[np.searchsorted(self.days, day.toordinal())])

    def in_dates(self, first: datetime.date | None, last: datetime.date | None) -> BitMap:
        """The dated events whose span overlaps first…last."""
        begin = self.since(first) if first else int(self.starts[0])
        end = int(self.starts[np.searchsorted(self.days, last.toordinal(), side="right")]) if last else len(self)
        found = BitMap(range(begin, end)) if begin < end else BitMap()
        if first:
            begun_before = (self.span_numbers < min(begin, end)) & (self.span_ends >= first.toordinal())
            found |= bitmap_of(self.span_numbers[begun_before])
        return found

    def of_articles(self, articles: list[int]) -> BitMap:
        return bitmap_of(np.flatnonzero(np.isin(self.articles, articles)))

    def older_than(self, place: Position) -> int:
        """How many events come behind a place, newest first: these have the numbers below."""
        if place.date is None:
            low, high = 0, int(self.starts[0])
        else:
            ordinal = place.date.toordinal()
            nth = int(np.searchsorted(self.days, ordinal))
            low = int(self.starts[nth])
            high = int(self.starts[nth + 1]) if nth < len(self.days) and self.days[nth] == ordinal else low
        return low + int(np.searchsorted(self.ids[low:high], place.id))

    def places_of(self, numbers: np.ndarray) -> list[Position]:
        """What newest first sorts these events by."""
        nth = np.searchsorted(self.starts, numbers, side="right") - 1  # -1: undated
        days = self.days[nth].tolist() if len(self.days) else [0] * len(numbers)
        return [
            Position(datetime.date.fromordinal(day) if place >= 0 else None, pk)
            for place, day, pk in zip(nth.tolist(), days, self.ids[numbers].tolist(), strict=True)
        ]

    def by_day(self, numbers: np.ndarray) -> np.ndarray:
        """How many of these events began on each of `days`."""
        return np.diff(np.searchsorted(numbers, self.starts))

    def buckets(self, step: str) -> Buckets:
        """Those of a step: day, week (from Monday), month or year."""
        if step not in self._buckets:
            days, firsts = np.unique(_bucket_of(self.days.astype(np.int64), step), return_index=True)
            starts = np.append(self.starts[:-1][firsts], self.starts[-1])
            self._buckets[step] = Buckets(days, starts)
        return self._buckets[step]

    def by_type(self, numbers: np.ndarray, step: str) -> np.ndarray:
        """How many of these events have each type (across) and began in each bucket (down)."""
        buckets, types = self.buckets(step), SHAPE[TYPE]
        ends = np.searchsorted(numbers, buckets.starts)
        dated = numbers[ends[0] : ends[-1]]
        places = CODES["type"].take(self.grid.cells.take(dated))
        places += np.repeat(np.arange(0, len(buckets.days) * types, types), np.diff(ends))
        return np.bincount(places, minlength=len(buckets.days) * types).reshape(-1, types)

    @cached_property
    def everything(self) -> Whole:
        return Whole(self, BitMap(range(len(self))) if len(self) else BitMap())

    @cached_property
    def visible(self) -> Whole:
        """What readers see: all but what is rejected."""
        return Whole(self, self.everything.bitmap - self.lexicons["status"][EventStatus.REJECTED])


def _bucket_of(days: np.ndarray, step: str) -> np.ndarray:
    """The first day of the bucket of each day; days as ordinals."""
    if step == "day":
        return days
    if step == "week":
        return days - (days - 1) % 7  # day 1 was a Monday
    unit = {"month": "M", "year": "Y"}[step]
    firsts = (days - FIRST_OF_1970).astype("datetime64[D]").astype(f"datetime64[{unit}]")
    return firsts.astype("datetime64[D]").astype(np.int64) + FIRST_OF_1970


class Whole:
    """A set that others are part of, and its counts: worked out once, so that a large part is quick to count."""

    def __init__(self, segment: Segment, bitmap: BitMap) -> None:
        self.segment, self.bitmap = segment, bitmap
        self._left_out = segment.everything.bitmap - bitmap if len(bitmap) < len(segment) else BitMap()
        self._by_code: dict[str, np.ndarray] = {}
        self._by_type: dict[str, np.ndarray] = {}

    def by_code(self, param: str) -> np.ndarray:
        """How many of its events each value of a link facet has."""
        if param not in self._by_code:
            column = self.segment.columns[param]
            left_out = column.counts(self._left_out, numbers_of(self._left_out))
            self._by_code[param] = column.totals - left_out
        return self._by_code[param]

    def by_type(self, step: str) -> np.ndarray:
        """How many of its events have each type, by bucket; see Segment.by_type."""
        if step not in self._by_type:
            self._by_type[step] = self.segment.by_type(numbers_of(self.bitmap), step)
        return self._by_type[step]

    @cached_property
    def by_day(self) -> np.ndarray:
        return np.diff(self.segment.starts.astype(np.int64)) - self.segment.by_day(numbers_of(self._left_out))
