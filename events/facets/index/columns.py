"""Which values an event has: columns by event number, for counting the values of a set of events."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from events.extraction.records import QUAD_OF
from events.facets.catalogue import NONE
from events.facets.index.postings import bitmap_of, numbers_of
from events.models.choices import EventStatus, EventType, Language, Quad, Region, Topic

MOST_LEVELS = 3  # values of an event that stand in columns of their own
FEW = 0.1  # of all events: so many may have more values than there are such columns
DENSE = 1 / 12  # of all events: a larger set is quicker to intersect with the lists than to look up in the columns


class Chosen:
    """A set of event numbers to be counted, within a whole whose counts are known.

    Of a large set what it leaves out of the whole is counted, and taken from the whole's counts.
    """

    def __init__(self, bitmap: BitMap, whole: BitMap) -> None:
        self.bitmap = bitmap
        self.whole = whole
        self.is_inverted = len(bitmap) > len(whole) // 2

    @cached_property
    def counted(self) -> BitMap:
        """The set to count: what is left out where it is inverted."""
        return self.whole - self.bitmap if self.is_inverted else self.bitmap

    @cached_property
    def numbers(self) -> np.ndarray:
        return numbers_of(self.counted)

    def forget_numbers(self) -> None:
        """They take four bytes each, the bitmap two at most."""
        self.__dict__.pop("numbers", None)

    @property
    def is_dense(self) -> bool:
        return len(self.counted) > len(self.whole) * DENSE

    def of_whole(self, counts: np.ndarray, whole: Callable[[], np.ndarray]) -> np.ndarray:
        """The counts of the set, from those of `counted` and of the whole."""
        return whole() - counts if self.is_inverted else counts


class Column:
    """The codes of a facet of which an event may have any number."""

    __slots__ = ("by_total", "levels", "more_codes", "more_numbers", "totals", "with_more")

    def __init__(self, levels: list[np.ndarray], more_numbers, more_codes, totals: np.ndarray) -> None:
        self.levels = levels  # the first, second, third code of each event; len(totals) where it has none
        self.more_numbers = more_numbers  # events with still more, once for each further code
        self.more_codes = more_codes
        self.totals = totals  # events of each code
        self.with_more = bitmap_of(np.unique(more_numbers))
        self.by_total = np.argsort(-totals, kind="stable").astype(np.uint32)  # the codes, the most frequent first

    def counts(self, bitmap: BitMap, numbers: np.ndarray) -> np.ndarray:
        """How many events of a set, given twice, have each code."""
        size = len(self.totals)
        counts = np.zeros(size + 1, np.int64)
        for codes in self._codes_of(bitmap, numbers):
            counts += np.bincount(codes, minlength=size + 1)
        return counts[:size]

    def frequencies(self, bitmap: BitMap, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The codes that they have, ascending, and their counts: quicker where there are few events and many codes."""
        codes = np.concatenate([np.empty(0, np.int64), *self._codes_of(bitmap, numbers)])
        codes.sort()
        codes = codes[: np.searchsorted(codes, len(self.totals))]
        firsts = np.flatnonzero(np.diff(codes, prepend=-1))
        return codes[firsts], np.diff(firsts, append=len(codes))

    def _codes_of(self, bitmap: BitMap, numbers: np.ndarray) -> Iterator[np.ndarray]:
        """All codes of the events of a set, given twice; len(totals) where there is none."""
        if len(numbers) and len(self.totals):
            yield from (level.take(numbers) for level in self.levels)
            if more := bitmap & self.with_more:
                yield self._more_of(numbers_of(more))

    def _more_of(self, numbers: np.ndarray) -> np.ndarray:
        """The further codes of these events."""
        begins = np.searchsorted(self.more_numbers, numbers)
        lengths = np.searchsorted(self.more_numbers, numbers, side="right") - begins
        before = np.cumsum(lengths) - lengths
        return self.more_codes[np.repeat(begins - before, lengths) + np.arange(lengths.sum())]

    @classmethod
    def build(cls, codes: np.ndarray, numbers: np.ndarray, size: int, events: int) -> Column:
        """From pairs in any order, each once; `size` codes, `events` events in all."""
        kind = np.min_scalar_type(size)
        order = np.argsort(numbers, kind="stable")
        codes, numbers = codes[order].astype(kind), numbers[order]
        of_event = np.bincount(numbers, minlength=events) if len(numbers) else np.zeros(events, np.int64)
        within = np.arange(len(numbers)) - np.repeat(np.cumsum(of_event) - of_event, of_event)
        levels = []
        while len(levels) < MOST_LEVELS and np.count_nonzero(of_event > len(levels)) > FEW * events:
            level = np.full(events, size, kind)
            here = within == len(levels)
            level[numbers[here]] = codes[here]
            levels.append(level)
        more = within >= len(levels)
        totals = np.bincount(codes, minlength=size).astype(np.int64)
        return cls(levels, numbers[more].astype(np.uint32), codes[more], totals)


@dataclass(frozen=True)
class Axis:
    """A facet of which an event has one value at most, as a dimension of the grid."""

    param: str
    values: tuple[str | None, ...]  # by code; None: has none, and none can be asked for


AXES = (
    Axis("region", tuple(Region.values)),
    Axis("type", (NONE, *EventType.values)),
    Axis("topic", (None, *Topic.values)),
    Axis("language", tuple(Language.values)),
    Axis("status", tuple(EventStatus.values)),
)
SHAPE = tuple(len(axis.values) for axis in AXES)
CELLS = math.prod(SHAPE)
CELL_TYPE = np.min_scalar_type(CELLS)
PLACE = {axis.param: place for place, axis in enumerate(AXES)}
QUADS = [None if value == NONE else str(QUAD_OF[EventType(value)]) for value in AXES[PLACE["type"]].values]
GRID_PARAMS = frozenset({*PLACE, "quad"})


class Grid:
    """The facets with one value an event, in one column: an event's cell is its place in the grid of all of them.

    Counting once how many events each cell has tells the counts of all these facets under any choice of their values.
    """

    __slots__ = ("cells", "totals")

    def __init__(self, cells: np.ndarray) -> None:
        self.cells = cells
        self.totals = np.bincount(cells, minlength=CELLS)

    def counts(self, numbers: np.ndarray) -> np.ndarray:
        """How many of these events each cell has."""
        return np.bincount(self.cells.take(numbers), minlength=CELLS)


# By axis: for each cell the code of its value.
CODES = {axis.param: codes for axis, codes in zip(AXES, np.unravel_index(np.arange(CELLS), SHAPE), strict=True)}


def mask(param: str, values: Iterable[str]) -> np.ndarray:
    """Which codes of the axis are among the values; for `quad`, which types are of these classes."""
    values = set(values)
    on_axis = QUADS if param == "quad" else AXES[PLACE[param]].values
    return np.array([value in values for value in on_axis])


class Cells:
    """The cells of the grid that hold any events, counted along its axes."""

    def __init__(self, counts: np.ndarray) -> None:
        self._used = np.flatnonzero(counts)
        self._counts = counts[self._used]

    def along(self, param: str, masks: Mapping[str, np.ndarray]) -> np.ndarray:
        """Counts by the codes of one axis, of the cells that the masks leave."""
        codes, counts = CODES[param][self._used], self._counts
        for axis, kept in masks.items():
            counts = counts * kept[CODES[axis][self._used]]
        return np.bincount(codes, weights=counts, minlength=SHAPE[PLACE[param]]).astype(np.int64)


def by_quad(by_type: np.ndarray) -> dict[str, int]:
    """Counts of types as counts of quad classes."""
    return {quad: int(by_type[[q == quad for q in QUADS]].sum()) for quad in Quad.values}
