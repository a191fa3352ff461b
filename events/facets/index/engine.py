"""What the facet index answers; see events.facets.door.Engine."""

from __future__ import annotations

import datetime
import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from django.db.models import QuerySet

from events.facets import sql
from events.facets.catalogue import BY_PARAM, CUT, FACETS, LinkFacet
from events.facets.cursor import Position
from events.facets.index.columns import AXES, PLACE, QUADS, Chosen, codes_of_cells
from events.facets.index.narrowing import Choices, Sets
from events.facets.index.postings import numbers_of
from events.facets.index.state import State
from events.facets.selection import DEFAULT_LIMIT, NEWEST, Answer, Count, Selection, listed
from events.models.choices import DatePrecision

date_of = lru_cache(maxsize=100_000)(datetime.date.fromordinal)


@dataclass(frozen=True)
class Found:
    """An answer without its page, and the sets that give any page."""

    sets: list[Sets]
    total: int
    facets: dict[str, tuple[Count, ...]]
    cut: tuple[str, ...]
    histogram: tuple[tuple[datetime.date, int], ...]


class Index:
    """The five questions, answered from one state of the index."""

    def __init__(self, state: State) -> None:
        self.state = state

    def answer(self, selection: Selection) -> Answer:
        found = self._found(selection)
        if selection.by_relevance:  # the index knows which events have a word, not how well it fits them
            ids, following = sql.page(selection)
        else:
            ids, following = self._page(found.sets, selection)
        return Answer(ids, found.total, found.facets, found.cut, found.histogram, following)

    def days(self, selection: Selection) -> dict[tuple[datetime.date, str], int]:
        counted: Counter = Counter()
        for sets in self._found(selection).sets:
            segment, chosen = sets.segment, sets.chosen()
            of_day = segment.by_day(chosen)
            for precision in (DatePrecision.MONTH, DatePrecision.YEAR):
                here = segment.lexicons["precision"][precision] & chosen.bitmap
                if here:
                    coarse = segment.by_day(Chosen(here, len(segment)))
                    of_day = of_day - coarse
                    counted.update(_by_date(segment.days, coarse, str(precision)))
            counted.update(_by_date(segment.days, of_day, str(DatePrecision.DAY)))
        return dict(counted)

    def series(self, selection: Selection, step: str, split: str = "quad") -> dict[datetime.date, dict]:
        found: dict[datetime.date, Counter] = {}
        for sets in self._found(selection).sets:
            for bucket, value, count in _series(sets, step, split):
                found.setdefault(bucket, Counter())[value] += count
        return {bucket: dict(counts) for bucket, counts in found.items()}

    def beside(self, selection: Selection, param: str, most: int) -> list[Count]:
        counts = self._link_counts(self._found(selection).sets, param, own=True)
        chosen = set(selection.values(param))
        top = self._most_frequent(param, counts, most + len(chosen))
        return [Count(value, count, False) for value, count in top if value not in chosen][:most]

    def among(self, selection: Selection, param: str, targets: QuerySet, most: int) -> list[Count]:
        counts = self._link_counts(self._found(selection).sets, param)
        codes = self.state.values[param].codes
        chosen = selection.values(param)
        named = ((value, codes.get(value)) for value in targets.values_list(BY_PARAM[param].key, flat=True))
        found = [Count(value, int(counts[code]), value in chosen) for value, code in named if _has(counts, code)]
        return sorted(found, key=lambda count: (-count.count, count.value))[:most]

    def _found(self, selection: Selection) -> Found:
        asked = replace(selection, cursor=None, limit=DEFAULT_LIMIT, sort=NEWEST)
        found = self.state.kept(asked)
        if found is None:
            found = self._count(asked)
            self.state.keep(asked, found)
        return found

    def _count(self, selection: Selection) -> Found:
        choices = Choices(selection)
        sets = [Sets(part, selection, choices) for part in self.state.parts]
        total, of_grid = choices.counts(sum(each.cells() for each in sets))
        facets, cut = {}, []
        for facet in FACETS:
            chosen = selection.values(facet.param)
            if isinstance(facet, LinkFacet):
                pairs = self._most_frequent(facet.param, self._link_counts(sets, facet.param), CUT + 1, chosen)
            else:
                pairs = of_grid[facet.param].items()
            counts = (Count(value, count, value in chosen) for value, count in pairs)
            facets[facet.param], was_cut = listed(counts, chosen, CUT)
            if was_cut:
                cut.append(facet.param)
        by_day: Counter = Counter()
        for each in sets:
            by_day.update(_by_date(each.segment.days, each.segment.by_day(each.chosen())))
        return Found(sets, total, facets, tuple(cut), tuple(sorted(by_day.items())))

    def _link_counts(self, sets: list[Sets], param: str, *, own: bool = False) -> np.ndarray:
        """How many events each value of a link facet has, by code, under all choices but its own; or (`own`) all."""
        counts = np.zeros(len(self.state.values[param].names), np.int64)
        for each in sets:
            here = each.segment.columns[param].counts(each.chosen(without=None if own else param))
            counts[each.part.codes[param]] += here
        return counts

    def _most_frequent(
        self, param: str, counts: np.ndarray, most: int, chosen: Iterable[str] = ()
    ) -> list[tuple[str, int]]:
        """At least the `most` frequent values, by count, then value; and those chosen that have any events."""
        values = self.state.values[param]
        codes = np.flatnonzero(counts)
        if len(codes) > most:
            least = np.partition(counts[codes], len(codes) - most)[len(codes) - most]
            over = codes[counts[codes] > least]
            # Of those that all have as few, the first by value; the codes themselves are sorted up to in_order.
            drawn = codes[counts[codes] == least]
            sorted_ones = drawn[drawn < values.in_order][: most - len(over)]
            newer = drawn[drawn >= values.in_order]
            picked = heapq.nsmallest(
                most - len(over), map(values.names.__getitem__, [*sorted_ones.tolist(), *newer.tolist()])
            )
            codes = np.array([*over.tolist(), *(values.codes[name] for name in picked)], dtype=np.int64)
        found = {values.names[code]: int(counts[code]) for code in codes.tolist()}
        for value in chosen:
            code = values.codes.get(value)
            if _has(counts, code):
                found[value] = int(counts[code])
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def _page(self, sets: list[Sets], selection: Selection) -> tuple[tuple[int, ...], Position | None]:
        places: list[Position] = []
        for each in sets:
            bitmap = each.chosen().bitmap
            end = len(bitmap)
            if selection.cursor:
                below = each.segment.older_than(selection.cursor)
                end = bitmap.rank(below - 1) if below else 0
            numbers = bitmap[max(0, end - selection.limit - 1) : end]
            places += [each.segment.place_of(number) for number in numbers]
        places.sort(key=lambda place: (place.date is None, -(place.date.toordinal() if place.date else 0), -place.id))
        page = places[: selection.limit]
        return tuple(place.id for place in page), page[-1] if len(places) > selection.limit else None


def _has(counts: np.ndarray, code: int | None) -> bool:
    # A value may have come after the counting.
    return code is not None and code < len(counts) and counts[code] > 0


def _by_date(days: np.ndarray, counts: np.ndarray, *apart: str) -> dict:
    """Counts of days by their date, or by (date, `apart`); days without any left out."""
    used = np.flatnonzero(counts)
    pairs = zip(days[used].tolist(), counts[used].tolist(), strict=True)
    if apart:
        return {(date_of(day), *apart): count for day, count in pairs}
    return {date_of(day): count for day, count in pairs}


def _series(sets: Sets, step: str, split: str) -> Iterable[tuple[datetime.date, str | None, int]]:
    segment, bitmap = sets.segment, sets.chosen().bitmap
    types = AXES[PLACE["type"]].values
    names = [None if value == "none" else value for value in types] if split == "type" else QUADS
    distinct = list(dict.fromkeys(names))
    code_of_cell = np.array([distinct.index(name) for name in names])[codes_of_cells("type")]

    numbers = numbers_of(bitmap)
    numbers = numbers[np.searchsorted(numbers, segment.starts[0]) :]
    buckets, firsts = _buckets(segment.days, step)
    ends = np.searchsorted(numbers, np.append(segment.starts[:-1][firsts], segment.starts[-1]))
    of_bucket = np.repeat(np.arange(len(buckets)), np.diff(ends))
    codes = code_of_cell[segment.grid.cells[numbers]]
    size = len(distinct)
    counts = np.bincount(of_bucket * size + codes, minlength=len(buckets) * size).reshape(-1, size)
    for nth, code in zip(*(axis.tolist() for axis in np.nonzero(counts)), strict=True):
        yield date_of(buckets[nth]), distinct[code], int(counts[nth, code])


def _buckets(days: np.ndarray, step: str) -> tuple[list[int], np.ndarray]:
    """The first days of the buckets that hold any of `days`, as ordinals, and the place of each one's first day."""
    starts, firsts = np.unique([_start_of(day, step) for day in days.tolist()], return_index=True)
    return starts.astype(int).tolist(), firsts


@lru_cache(maxsize=100_000)
def _start_of(ordinal: int, step: str) -> int:
    day = date_of(ordinal)
    match step:
        case "day":
            return ordinal
        case "week":
            return ordinal - day.weekday()
        case "month":
            return day.replace(day=1).toordinal()
        case "year":
            return day.replace(month=1, day=1).toordinal()
    raise ValueError(step)
