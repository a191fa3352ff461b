"""Events in the order by relevance; see events.facets.relevance."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from pyroaring import BitMap

from events.facets.cursor import Position
from events.facets.index.narrowing import Sets
from events.facets.index.postings import numbers_of
from events.facets.index.word_lists import TITLES
from events.facets.index.words import with_terms
from events.facets.relevance import MOST_SCORED, Scored
from events.facets.selection import Neighbours
from events.search import Term

HIGHEST = 2 * MOST_SCORED


class Ranked:
    """The chosen events of a segment, the best last: in the order of `keys`, score times `size` plus number."""

    def __init__(self, sets: Sets, parts: list[Scored]) -> None:
        self.segment = sets.segment
        self.size = len(self.segment) + 1
        found = sets.chosen().bitmap
        numbers = numbers_of(found)
        scores = np.zeros(len(numbers), np.int8)
        for part in parts:
            for having in self._scoring(part):
                scores[np.searchsorted(numbers, numbers_of(having & found))] += 1
        levels = [numbers[scores == score].astype(np.int64) + score * self.size for score in range(2 * len(parts) + 1)]
        self.keys = np.concatenate(levels)

    def _scoring(self, part: Scored) -> list[BitMap]:
        """The sets of events that get a point."""
        sets = []
        if part.in_title:
            sets.append(BitMap.intersection(*(self._titled(word) for word in part.in_title)))
        if part.in_text:
            sets.append(with_terms(self.segment, part.in_text))
        return sets

    def _titled(self, word: Term) -> BitMap:
        titles = self.segment.lexicons[TITLES]
        return titles.beginning(word.text) if word.begins else titles[word.text]

    def behind(self, place: Position) -> int:
        """How many come behind a place in the list."""
        rank = place.rank or 0.0
        score = math.ceil(min(max(rank, 0.0), HIGHEST + 1.0))
        below = self.segment.older_than(place) if score == rank else 0
        return int(np.searchsorted(self.keys, score * self.size + below))

    def places(self, begin: int, end: int) -> list[Position]:
        """Those from `begin` to before `end` of `keys`."""
        keys = self.keys[max(0, begin) : max(0, end)]
        places = self.segment.places_of(keys % self.size)
        return [replace(place, rank=float(key // self.size)) for place, key in zip(places, keys.tolist(), strict=True)]

    def place_of(self, pk: int) -> Position | None:
        """Where an event stands; None: not among these."""
        for number in self.segment.numbers_of_ids(np.array([pk])).tolist():
            at = np.flatnonzero(self.keys % self.size == number)
            if len(at):
                return self.places(int(at[0]), int(at[0]) + 1)[0]
        return None


def best_first(place: Position) -> tuple:
    return -(place.rank or 0.0), place.date is None, -(place.date.toordinal() if place.date else 0), -place.id


def page(ranked: list[Ranked], cursor: Position | None, limit: int) -> tuple[tuple[int, ...], Position | None]:
    """The ids of a page, and its last place where more come behind it."""
    places: list[Position] = []
    for each in ranked:
        end = each.behind(cursor) if cursor else len(each.keys)
        places += each.places(end - limit - 1, end)
    places.sort(key=best_first)
    shown = places[:limit]
    return tuple(place.id for place in shown), shown[-1] if len(places) > limit else None


def neighbours(ranked: list[Ranked], pk: int) -> Neighbours | None:
    """Where an event stands among these; None: it is not there."""
    place = next(filter(None, (each.place_of(pk) for each in ranked)), None)
    if place is None:
        return None
    before, after, nth = [], [], 0
    for each in ranked:
        at = each.behind(place)
        here = each.places(at, at + 1)
        here = at + 1 if here == [place] else at
        before += each.places(here, here + 1)
        after += each.places(at - 1, at)
        nth += len(each.keys) - here
    return Neighbours(
        before=max(before, key=best_first, default=None),
        after=min(after, key=best_first, default=None),
        nth=nth + 1,
        total=sum(len(each.keys) for each in ranked),
    )
