"""A Selection as sets of event numbers, in one segment."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import numpy as np
from pyroaring import BitMap

from events.facets.cursor import Position
from events.facets.index.columns import AXES, GRID_PARAMS, PLACE, QUADS, Cells, Chosen, by_quad, mask
from events.facets.index.postings import numbers_of
from events.facets.index.segment import ROLES
from events.facets.index.state import LINKS, Part
from events.facets.index.words import found_in
from events.facets.selection import Selection
from events.models.choices import EventStatus

MOST_COUNTED = 2_000  # values, one by one; past this the columns are quicker
RARE = 0.25  # events for each value of a facet: with fewer, most values are not among them
NOT_REJECTED = tuple(status for status in EventStatus.values if status != EventStatus.REJECTED)


class Choices:
    """What is chosen of the facets of the grid, as masks of their codes."""

    def __init__(self, selection: Selection) -> None:
        self.sees_rejected = selection.sees_rejected
        self.values = {param: selection.values(param) for param in GRID_PARAMS if selection.values(param)}
        self.values.setdefault("status", NOT_REJECTED)

    def masks(self, *, without: str | None = None) -> Mapping[str, np.ndarray]:
        """By axis; type and quad class narrow the same one."""
        masks: dict[str, np.ndarray] = {}
        for param, values in self.values.items():
            if param == without:
                continue
            axis = "type" if param == "quad" else param
            chosen = mask(param, values)
            masks[axis] = masks[axis] & chosen if axis in masks else chosen
        if without == "status" and not self.sees_rejected:
            masks["status"] = mask("status", NOT_REJECTED)
        return masks

    def counts(self, cells: np.ndarray) -> tuple[int, dict[str, dict[str, int]]]:
        """The total, and for each facet of the grid the count of each value under the choices of the others."""
        counts: dict[str, dict[str, int]] = {}
        used = Cells(cells)
        for axis in AXES:
            found = used.along(axis.param, self.masks(without=axis.param)).tolist()
            counts[axis.param] = {v: n for v, n in zip(axis.values, found, strict=True) if v is not None and n}
        of_type = used.along("type", self.masks(without="quad"))
        counts["quad"] = {quad: n for quad, n in by_quad(of_type).items() if n}
        return int(used.along("status", self.masks()).sum()), counts


class Sets:
    """The sets a Selection makes of one segment. Everything is worked out when it is first asked for."""

    def __init__(self, part: Part, selection: Selection, choices: Choices) -> None:
        self.part, self.segment, self.choices = part, part.segment, choices
        is_plain = choices.values["status"] == NOT_REJECTED
        self.whole = self.segment.visible if is_plain else self.segment.everything
        self.narrowing = self._narrowing(selection)
        self._chosen: dict[str | None, Chosen] = {}

    def _narrowing(self, selection: Selection) -> dict[str, BitMap]:
        """What each parameter that is no facet of the grid leaves."""
        segment, lexicons = self.segment, self.segment.lexicons
        found = {
            param: lexicons[param].any_of(selection.values(param))
            for param in (*LINKS, *ROLES)
            if selection.values(param)
        }
        if selection.article:
            found["article"] = segment.of_articles([int(value) for value in selection.article])
        if selection.first_day or selection.last_day:
            found["dates"] = segment.in_dates(selection.first_day, selection.last_day)
        if selection.words:
            found["words"] = found_in(segment, selection.words, selection.names)
        return found

    def rest(self, without: str | None = None) -> BitMap | None:
        """The events under all choices but those of the grid, dead ones too; None: all events."""
        lists = sorted((bitmap for param, bitmap in self.narrowing.items() if param != without), key=len)
        if not lists:
            return None
        found = lists[0]
        for bitmap in lists[1:]:
            found = found & bitmap
        return found

    def cells(self) -> np.ndarray:
        """How many events each cell of the grid has, under all choices but the grid's own."""
        grid, everything = self.segment.grid, self.segment.everything.bitmap
        rest = self.rest()
        chosen = Chosen((everything if rest is None else rest) - self.part.dead, everything)
        return chosen.of_whole(grid.counts(chosen.numbers), lambda: grid.totals)

    def chosen(self, without: str | None = None) -> Chosen:
        """The events under all choices, or under all but those of one link facet."""
        if without not in self.narrowing:
            without = None
        if without not in self._chosen:
            self._chosen[without] = Chosen(self._narrowed(self.rest(without)), self.whole.bitmap)
        return self._chosen[without]

    def forget_numbers(self) -> None:
        """They take more memory than the bitmaps, and are there again in a moment."""
        for chosen in list(self._chosen.values()):
            chosen.forget_numbers()

    def _narrowed(self, found: BitMap | None) -> BitMap:
        """Those of a set that the choices of the grid leave."""
        found = self.whole.bitmap if found is None else found & self.whole.bitmap
        for param, values in self.choices.values.items():
            lexicon = self.segment.lexicons["type" if param == "quad" else param]
            if param == "quad":
                values = [kind for kind, quad in zip(AXES[PLACE["type"]].values, QUADS, strict=True) if quad in values]
            if values != NOT_REJECTED:
                found = found & lexicon.any_of(values)
        return found - self.part.dead

    def place_of(self, pk: int) -> Position | None:
        """Where a chosen event stands; None: it is not chosen, or not here."""
        for number in self.segment.numbers_of_ids(np.array([pk])):
            if int(number) in self.chosen().bitmap:
                return self.segment.places_of(np.array([number]))[0]
        return None

    def around(self, place: Position) -> tuple[list[Position], list[Position], int]:
        """The chosen event before a place and the one behind it, one or none each; and how many are before it."""
        bitmap, below = self.chosen().bitmap, self.segment.older_than(place)
        older = bitmap.rank(below - 1) if below else 0
        newer = older
        if newer < len(bitmap) and self.segment.places_of(numbers_of(bitmap[newer : newer + 1])) == [place]:
            newer += 1
        before, after = bitmap[newer : newer + 1], bitmap[max(older - 1, 0) : older]
        before, after = (self.segment.places_of(numbers_of(found)) for found in (before, after))
        return before, after, len(bitmap) - newer

    def by_day(self) -> np.ndarray:
        """How many chosen events began on each of the segment's days."""
        chosen = self.chosen()
        return chosen.of_whole(self.segment.by_day(chosen.numbers), lambda: self.whole.by_day)

    def by_type(self, step: str) -> np.ndarray:
        """How many chosen events of each type (across) began in each of the segment's buckets of `step` (down)."""
        chosen = self.chosen()
        return chosen.of_whole(self.segment.by_type(chosen.numbers, step), lambda: self.whole.by_type(step))

    def frequencies(self, param: str, without: str | None) -> tuple[np.ndarray, np.ndarray]:
        """The values of a link facet that chosen events have, by the state's codes, and how many events have each."""
        chosen, column = self.chosen(without), self.segment.columns[param]
        if not chosen.is_inverted and len(chosen.counted) < len(column.totals) * RARE:
            codes, counts = column.frequencies(chosen.counted, chosen.numbers)
        else:
            counts = column.counts(chosen.counted, chosen.numbers)
            counts = chosen.of_whole(counts, lambda: self.whole.by_code(param))
            codes = np.flatnonzero(counts)
            counts = counts[codes]
        return self.part.codes[param][codes], counts

    def count(self, param: str, without: str | None, value: str) -> int:
        """How many chosen events have one value of a link facet."""
        return self.chosen(without).bitmap.intersection_cardinality(self.segment.lexicons[param][value])

    def count_down(self, param: str, without: str | None, most: int, counts: np.ndarray) -> bool:
        """Add the counts of the values of a link facet to `counts`, which are by the state's codes.

        The most frequent in all come first; it ends where no other can be among the `most` frequent. False, with
        nothing added, where that would take too long.
        """
        column, lists = self.segment.columns[param], self.segment.lexicons[param].postings
        chosen, to_state = self.chosen(without), self.part.codes[param]
        most_elsewhere = int(counts.max(initial=0))
        first = column.by_total[: MOST_COUNTED + 1]
        best: list[int] = []  # a heap of the largest counts so far
        added: list[tuple[int, int]] = []
        totals, in_whole = column.totals[first].tolist(), self.whole.by_code(param)[first].tolist()
        for code, total, whole, of_state in zip(
            first.tolist(), totals, in_whole, to_state[first].tolist(), strict=True
        ):
            if len(best) == most and total + most_elsewhere < best[0]:
                break
            if len(added) == MOST_COUNTED:
                return False
            count = chosen.counted.intersection_cardinality(lists.at_hand(code))
            here = whole - count if chosen.is_inverted else count
            added.append((of_state, here))
            in_all = here + int(counts[of_state]) if most_elsewhere else here
            if len(best) < most:
                heapq.heappush(best, in_all)
            elif in_all > best[0]:
                heapq.heapreplace(best, in_all)
        for of_state, here in added:
            counts[of_state] += here
        return True
