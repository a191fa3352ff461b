"""All events at one moment: segments, newer ones covering what older ones say of the same event.

A state never changes, so any number of threads may read it. What changed makes the next state: the events are read
anew into a small segment, and where they stood before they are dead. Small segments are read together with the next
one before they become many.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from pyroaring import BitMap

from events.facets.catalogue import FACETS, LinkFacet
from events.facets.index.kept import Kept
from events.facets.index.postings import bitmap_of
from events.facets.index.reading import read
from events.facets.index.segment import Segment

LINKS = tuple(facet.param for facet in FACETS if isinstance(facet, LinkFacet))
GROWTH = 8  # each segment is so many times larger than the next, or they are read together
MOST_ANSWERS = 100  # kept of a state; one may take 400 kB, a day's count each 100 bytes
MOST_SETS = 8  # of ten million events one may take some megabytes


class Values:
    """The values of a link facet in all segments. Those of the first come first, in their order; it only grows."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.codes: dict[str, int] = {}
        self.in_order = 0  # so many of the first are sorted

    def coded(self, names: Iterable[str]) -> np.ndarray:
        """Their codes here, by their codes in a segment."""
        was_empty = not self.names
        found = []
        for name in names:
            code = self.codes.setdefault(name, len(self.names))
            if code == len(self.names):
                self.names.append(name)
            found.append(code)
        if was_empty:
            self.in_order = len(self.names)
        return np.array(found, dtype=np.int64)

    def top(self, codes: np.ndarray, counts: np.ndarray, most: int) -> dict[str, int]:
        """The counts of the `most` frequent values: those that come first by count, then value, in any order.

        `codes` are ascending, each with its count.
        """
        if len(codes) > most:
            least = np.partition(counts, len(codes) - most)[len(codes) - most]
            over = np.flatnonzero(counts > least)
            # Of those that all have as few, the first by value: the codes themselves are sorted up to in_order.
            drawn = np.flatnonzero(counts == least)
            wanted, first_newer = most - len(over), np.searchsorted(codes[drawn], self.in_order)
            drawn = np.concatenate([drawn[:first_newer][:wanted], drawn[first_newer:]])
            drawn = sorted(drawn.tolist(), key=lambda place: self.names[codes[place]])[:wanted]
            places = np.array([*over.tolist(), *drawn], dtype=np.int64)
            codes, counts = codes[places], counts[places]
        return {self.names[code]: count for code, count in zip(codes.tolist(), counts.tolist(), strict=True)}


@dataclass(frozen=True, eq=False)
class Part:
    """A segment as a state sees it."""

    segment: Segment
    dead: BitMap  # numbers of events that changed since, or are gone
    codes: dict[str, np.ndarray]  # by link facet: from the segment's codes to those of the state's Values

    @property
    def alive(self) -> int:
        return len(self.segment) - len(self.dead)


@dataclass(frozen=True, eq=False)
class State:
    parts: tuple[Part, ...]  # the base first, then ever smaller ones
    values: dict[str, Values]
    position: str | None = None  # what is known of the changes, see Change.objects.since
    answers: Kept = field(default_factory=lambda: Kept(MOST_ANSWERS))
    counted: Kept = field(default_factory=lambda: Kept(MOST_ANSWERS))
    through_time: Kept = field(default_factory=lambda: Kept(MOST_ANSWERS))
    sets: Kept = field(default_factory=lambda: Kept(MOST_SETS))

    @classmethod
    def of(cls, base: Segment, position: str | None = None) -> State:
        values = {param: Values() for param in LINKS}
        return cls((_part(base, values),), values, position)

    def after(self, changed: Iterable[int], position: str | None = None) -> State:
        """The next state: these events, by id, were created, changed, withdrawn or restored."""
        ids = np.unique(np.fromiter(changed, dtype=np.int64))
        if not len(ids):
            return replace(self, position=position)
        parts = [_without(part, ids) for part in self.parts]
        while len(parts) > 1 and parts[-1].alive < GROWTH * len(ids):
            ids = np.union1d(ids, _alive_ids(parts.pop()))
        fresh = read(ids.tolist())
        if len(fresh):
            parts.append(_part(fresh, self.values))
        return State(tuple(parts), self.values, position)


def _part(segment: Segment, values: dict[str, Values]) -> Part:
    return Part(segment, BitMap(), {param: values[param].coded(segment.lexicons[param]) for param in LINKS})


def _without(part: Part, ids: np.ndarray) -> Part:
    gone = part.segment.numbers_of_ids(ids)
    return Part(part.segment, part.dead | bitmap_of(gone), part.codes) if len(gone) else part


def _alive_ids(part: Part) -> np.ndarray:
    dead = np.zeros(len(part.segment), bool)
    dead[np.array(part.dead, dtype=np.int64)] = True
    return part.segment.ids[~dead]
