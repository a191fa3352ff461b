"""Events in the order by relevance; see events.facets.relevance."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

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
    """The chosen events of a segment by their score, as a list whose best are the last: of equals the newest."""

    def __init__(self, sets: Sets, parts: list[Scored]) -> None:
        self.segment = sets.segment
        at_least = [sets.chosen().bitmap]  # by score
        for part in parts:
            for having in self._scoring(part):
                at_least.append(BitMap())
                for score in range(len(at_least) - 1, 0, -1):
                    at_least[score] = at_least[score] | (at_least[score - 1] & having)
        self.levels = [here - better for here, better in pairwise([*at_least, BitMap()])]

    def __len__(self) -> int:
        return sum(map(len, self.levels))

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
        worse = sum(map(len, self.levels[:score]))
        below = self.segment.older_than(place) if score == rank and score < len(self.levels) else 0
        return worse + (self.levels[score].rank(below - 1) if below else 0)

    def places(self, begin: int, end: int) -> list[Position]:
        """Those from `begin` to before `end` of the list."""
        found = []
        for score, level in enumerate(self.levels):
            numbers = numbers_of(level[max(begin, 0) : max(end, 0)])
            found += [replace(place, rank=float(score)) for place in self.segment.places_of(numbers)]
            begin, end = begin - len(level), end - len(level)
        return found

    def place_of(self, pk: int) -> Position | None:
        """Where an event stands; None: not among these."""
        for number in self.segment.numbers_of_ids(np.array([pk])):
            for score, level in enumerate(self.levels):
                if int(number) in level:
                    return replace(self.segment.places_of(np.array([number]))[0], rank=float(score))
        return None


def best_first(place: Position) -> tuple:
    return -(place.rank or 0.0), place.date is None, -(place.date.toordinal() if place.date else 0), -place.id


def page(ranked: list[Ranked], cursor: Position | None, limit: int) -> tuple[tuple[int, ...], Position | None]:
    """The ids of a page, and its last place where more come behind it."""
    places: list[Position] = []
    for each in ranked:
        end = each.behind(cursor) if cursor else len(each)
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
        nth += len(each) - here
    return Neighbours(
        before=max(before, key=best_first, default=None),
        after=min(after, key=best_first, default=None),
        nth=nth + 1,
        total=sum(len(each) for each in ranked),
    )
