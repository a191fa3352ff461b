"""What the facet index answers; see events.facets.door.Engine."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat

import numpy as np
from django.db.models import QuerySet

from events.facets.catalogue import BY_PARAM, CUT, FACETS, NONE, LinkFacet
from events.facets.cursor import Position
from events.facets.index import ranking
from events.facets.index.columns import AXES, PLACE, QUADS
from events.facets.index.narrowing import Choices, Sets
from events.facets.index.postings import numbers_of
from events.facets.index.state import State
from events.facets.relevance import scored
from events.facets.selection import DEFAULT_LIMIT, NEWEST, Answer, Count, Neighbours, Selection, by_count, listed
from events.models.choices import DatePrecision

FEW_NAMES = 100  # values that are counted one by one

TYPE_NAMES = [None if value == NONE else value for value in AXES[PLACE["type"]].values]
SPLITS = {  # of a series: the codes of the types that each part is made of
    split: {name: [code for code, each in enumerate(names) if each == name] for name in names}
    for split, names in (("type", TYPE_NAMES), ("quad", QUADS))
}

date_of = lru_cache(maxsize=100_000)(datetime.date.fromordinal)


@dataclass(frozen=True)
class Found:
    """An answer without its page."""

    total: int
    facets: dict[str, tuple[Count, ...]]
    cut: tuple[str, ...]
    histogram: tuple[tuple[datetime.date, int], ...]


class Index:
    """The questions, answered from one state of the index."""

    def __init__(self, state: State) -> None:
        self.state = state

    def prepare(self) -> None:
        """Count what everybody asks: all that readers see. Whoever makes a state does, so that no reader waits."""
        everything = _without_page(Selection())
        self.state.counted.keep(everything, self._count(everything))
        self.state.through_time.keep(everything, self._days(everything))

    def answer(self, selection: Selection) -> Answer:
        return self.state.answers.get(selection, lambda: self._answer(selection))

    def _answer(self, selection: Selection) -> Answer:
        asked = _without_page(selection)
        found = self.state.counted.get(asked, lambda: self._count(asked))
        if selection.by_relevance:
            ids, following = ranking.page(self._ranked(selection), selection.cursor, selection.limit)
        else:
            ids, following = self._page(self._sets(selection), selection)
        return Answer(ids, found.total, found.facets, found.cut, found.histogram, following)

    def neighbours(self, selection: Selection, pk: int) -> Neighbours | None:
        if selection.by_relevance:
            return ranking.neighbours(self._ranked(selection), pk)
        sets = self._sets(selection)
        place = next(filter(None, (each.place_of(pk) for each in sets)), None)
        if place is None:
            return None
        before, after, nth, total = [], [], 1, 0
        for each in sets:
            newer, older, count = each.around(place)
            before, after = before + newer, after + older
            nth, total = nth + count, total + len(each.chosen().bitmap)
        return Neighbours(
            before=max(before, key=_newest_first, default=None),
            after=min(after, key=_newest_first, default=None),
            nth=nth,
            total=total,
        )

    def total(self, selection: Selection) -> int:
        return sum(len(each.chosen().bitmap) for each in self._sets(selection))

    def newest(self) -> int:
        return max((part.segment.highest_id for part in self.state.parts), default=0)

    def newer(self, selection: Selection, than: int) -> int:
        if self.newest() <= than:
            return 0
        return sum(
            each.chosen().bitmap.intersection_cardinality(each.segment.with_higher_ids(than))
            for each in self._sets(selection)
        )

    def counts(self, selection: Selection, param: str, only: Sequence[str] | None = None) -> dict[str, int]:
        with self._counting(selection) as sets:
            if only is not None:
                found = self._counts_of(sets, param, None, only)
                return {value: count for value, count in found.items() if count}
            codes, counts = _frequencies(sets, param, None)
        names = self.state.values[param].names
        return {names[code]: count for code, count in zip(codes.tolist(), counts.tolist(), strict=True)}

    def days(self, selection: Selection) -> dict[tuple[datetime.date, str], int]:
        asked = _without_page(selection)
        return dict(self.state.through_time.get(asked, lambda: self._days(asked)))

    def _days(self, selection: Selection) -> dict[tuple[datetime.date, str], int]:
        counted: Counter = Counter()
        with self._counting(selection) as all_sets:
            for sets in all_sets:
                segment, of_day, coarser = sets.segment, sets.by_day(), []
                for precision in (DatePrecision.MONTH, DatePrecision.YEAR):
                    here = segment.lexicons["precision"][precision] & sets.chosen().bitmap
                    if here:
                        coarse = segment.by_day(numbers_of(here))
                        of_day = of_day - coarse
                        coarser.append(_by_date(segment.days, coarse, str(precision)))
                for found in (_by_date(segment.days, of_day, str(DatePrecision.DAY)), *coarser):
                    counted.update(found)  # quick for the first and largest
        return dict(counted)

    def series(self, selection: Selection, step: str, split: str = "quad") -> dict[datetime.date, dict]:
        asked = _without_page(selection)
        found = self.state.through_time.get((asked, step, split), lambda: self._series(asked, step, split))
        return {bucket: counts.copy() for bucket, counts in found.items()}

    def _series(self, selection: Selection, step: str, split: str) -> dict[datetime.date, dict]:
        with self._counting(selection) as sets:
            buckets = np.concatenate([each.segment.buckets(step).days for each in sets])
            counts = np.concatenate([each.by_type(step) for each in sets])
        if len(sets) > 1:
            buckets, places = np.unique(buckets, return_inverse=True)
            together = np.zeros((len(buckets), counts.shape[1]), np.int64)
            np.add.at(together, places, counts)
            counts = together
        names = SPLITS[split]
        counts = np.stack([counts[:, codes].sum(axis=1) for codes in names.values()], axis=1)
        return {
            date_of(bucket): {name: count for name, count in zip(names, row, strict=True) if count}
            for bucket, row in zip(buckets.tolist(), counts.tolist(), strict=True)
            if any(row)
        }

    def beside(self, selection: Selection, param: str, most: int) -> list[Count]:
        chosen = selection.values(param)
        with self._counting(selection) as sets:
            top = self._most_frequent(sets, param, None, most + len(chosen))
        others = {value: count for value, count in top.items() if value not in chosen}
        return list(listed(others, (), most)[0])

    def among(self, selection: Selection, param: str, targets: QuerySet, most: int) -> list[Count]:
        names = targets.values_list(BY_PARAM[param].key, flat=True)
        with self._counting(selection) as sets:
            counts = self._counts_of(sets, param, param, names)
        found = sorted(((value, count) for value, count in counts.items() if count), key=by_count)
        chosen = selection.values(param)
        return [Count(value, count, value in chosen) for value, count in found[:most]]

    def _sets(self, selection: Selection) -> list[Sets]:
        asked = _without_page(selection)
        choices = Choices(asked)
        return self.state.sets.get(asked, lambda: [Sets(part, asked, choices) for part in self.state.parts])

    @contextmanager
    def _counting(self, selection: Selection) -> Iterator[list[Sets]]:
        """The sets of a selection. Only their bitmaps are kept for whatever is asked of them next."""
        sets = self._sets(selection)
        yield sets
        for each in sets:
            each.forget_numbers()

    def _ranked(self, selection: Selection) -> list[ranking.Ranked]:
        parts = scored(selection)
        return [ranking.Ranked(each, parts) for each in self._sets(selection)]

    def _count(self, selection: Selection) -> Found:
        facets, cut = {}, []
        with self._counting(selection) as sets:
            total, of_grid = sets[0].choices.counts(sum(each.cells() for each in sets))
            for facet in FACETS:
                param, chosen = facet.param, selection.values(facet.param)
                if isinstance(facet, LinkFacet):
                    counts = self._most_frequent(sets, param, param, CUT + 1)
                    counts |= self._counts_of(sets, param, param, chosen)
                else:
                    counts = of_grid[param]
                facets[param], was_cut = listed(counts, chosen, CUT)
                if was_cut:
                    cut.append(param)
            histogram = _histogram(sets)
        return Found(total, facets, tuple(cut), histogram)

    def _counts_of(self, sets: list[Sets], param: str, without: str | None, names: Iterable[str]) -> dict[str, int]:
        """How many events these values of a link facet have, under all choices but those of `without`."""
        names = list(names)
        if len(names) <= FEW_NAMES:
            return {name: sum(each.count(param, without, name) for each in sets) for name in names}
        values = self.state.values[param]
        counts = np.zeros(len(values.names), np.int64)
        used, found = _frequencies(sets, param, without)
        counts[used] = found
        codes = {name: values.codes[name] for name in names if name in values.codes}
        # A state that came later may have added values meanwhile.
        return {name: int(counts[code]) for name, code in codes.items() if code < len(counts)}

    def _most_frequent(self, sets: list[Sets], param: str, without: str | None, most: int) -> dict[str, int]:
        """The `most` frequent values of a link facet, the first by count, then value, under all choices but those of
        `without`; in any order.

        Where the largest segment's set is dense, its values are counted one by one, those with the most events in all
        first, until no other can have as many as the last of those wanted.
        """
        values = self.state.values[param]
        base, *newer = sets
        if base.chosen(without).is_dense:
            counts = np.zeros(len(values.names), np.int64)
            for each in newer:
                codes, found = each.frequencies(param, without)
                counts[codes] += found
            if base.count_down(param, without, most, counts):
                codes = np.flatnonzero(counts)
                return values.top(codes, counts[codes], most)
        return values.top(*_frequencies(sets, param, without), most)

    def _page(self, sets: list[Sets], selection: Selection) -> tuple[tuple[int, ...], Position | None]:
        places: list[Position] = []
        for each in sets:
            bitmap = each.chosen().bitmap
            end = len(bitmap)
            if selection.cursor:
                below = each.segment.older_than(selection.cursor)
                end = bitmap.rank(below - 1) if below else 0
            places += each.segment.places_of(numbers_of(bitmap[max(0, end - selection.limit - 1) : end]))
        places.sort(key=_newest_first)
        page = places[: selection.limit]
        return tuple(place.id for place in page), page[-1] if len(places) > selection.limit else None


def _frequencies(sets: list[Sets], param: str, without: str | None) -> tuple[np.ndarray, np.ndarray]:
    """The codes of the values of a link facet that events have, ascending, and how many events have each."""
    found = [each.frequencies(param, without) for each in sets]
    if len(found) == 1:
        return found[0]
    codes, places = np.unique(np.concatenate([codes for codes, _ in found]), return_inverse=True)
    counts = np.concatenate([counts for _, counts in found])
    return codes, np.bincount(places, weights=counts, minlength=len(codes)).astype(np.int64)


def _newest_first(place: Position) -> tuple:
    return (place.date is None, -(place.date.toordinal() if place.date else 0), -place.id)


def _without_page(selection: Selection) -> Selection:
    return replace(selection, cursor=None, limit=DEFAULT_LIMIT, sort=NEWEST)


def _histogram(sets: list[Sets]) -> tuple[tuple[datetime.date, int], ...]:
    days = np.concatenate([each.segment.days for each in sets])
    counts = np.concatenate([each.by_day() for each in sets])
    if len(sets) > 1:
        days, places = np.unique(days, return_inverse=True)
        counts = np.bincount(places, weights=counts, minlength=len(days)).astype(np.int64)
    return tuple(_by_date(days, counts).items())


def _by_date(days: np.ndarray, counts: np.ndarray, *apart: str) -> dict:
    """Counts of days by their date, or by (date, `apart`); days without any left out."""
    used = np.flatnonzero(counts)
    dates = map(date_of, days[used].tolist())
    keys = zip(dates, *map(repeat, apart), strict=False) if apart else dates
    return dict(zip(keys, counts[used].tolist(), strict=True))
