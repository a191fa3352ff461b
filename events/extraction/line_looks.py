"""How lines look to somebody who never heard of layouts: does each open an event, go on with one, or belong to none?

The rules know a page by its signs; on a page whose signs they misread, everything they say of it is wrong at once. The
model here is not told what they say. It is a judge of theirs (choosing.py), no better than they are on single lines.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from events.extraction import learned
from events.extraction.layouts.blocks import NamesIn
from events.extraction.line_traits import (
    LABELS,
    Marked,
    Seen,
    Signs,
    by_names,
    by_place,
    shared_words,
    signs_of,
    values_of,
)
from events.extraction.records import Mention, Span

_ALIKE = (2, 3, 5, 8, 14)


class Look(NamedTuple):
    """What is seen of a line. `likely`: of each of LABELS, in their order; `named`: whom it names."""

    likely: tuple[float, ...]
    signs: Signs
    named: frozenset[str]


class Looks:
    """The looks of a page's lines, however they are parted: `of` gives those of one that a layout made of them."""

    def __init__(
        self, lines: Sequence[Seen], language: str, names_in: NamesIn, model: learned.Model | None = None
    ) -> None:
        self._names_in = names_in
        self._known: dict[tuple[int, int], Look] = {}
        self._starts = [line.start for line in lines]
        self._likely: list[tuple[float, ...]] = []
        model = model or learned.model("looks", language)
        signs = [signs_of(line.text) for line in lines]
        named = [names_in([Span(line.start, line.end)]) for line in lines]
        for line, own, mentions, marked in zip(lines, signs, named, traits(lines, signs, named, language), strict=True):
            likely = model.probabilities(marked)
            self._likely.append(tuple(likely[label] for label in LABELS))
            self._known[line.start, line.end] = Look(self._likely[-1], own, values_of(mentions))

    def of(self, line: Seen) -> Look:
        """One that the page's lines were not parted into looks as likely as the line it begins in."""
        look = self._known.get((line.start, line.end))
        if look is None:
            likely = self._likely[max(0, bisect(self._starts, line.start) - 1)]
            look = Look(likely, signs_of(line.text), values_of(self._names_in([Span(line.start, line.end)])))
            self._known[line.start, line.end] = look
        return look


def traits(
    lines: Sequence[Seen], signs: Sequence[Signs], named: Sequence[Sequence[Mention]], language: str
) -> Iterator[Marked]:
    """What is seen of each line: its place and names, its shape (s), its words (w), and both of its neighbours'."""
    shapes = Counter(one.shape for one in signs)
    above: set[str] = set()
    own = _to_neighbours(signs[0]) if signs else above
    for at, (names, shared) in enumerate(zip(by_names(lines, named), shared_words(signs), strict=True)):
        one = signs[at]
        alike = f"alike={bisect(_ALIKE, shapes[one.shape])}"
        seen = {f"language={language}", alike, alike + one.shape, *by_place(at, signs), *names, *shared}
        marked: Marked = [("", seen), ("s:", one.traits), ("w:", one.words)]
        if at:
            marked.append(("p:", above))
        above = own
        if at + 1 < len(signs):
            own = _to_neighbours(signs[at + 1])
            marked.append(("n:", own))
        yield marked


def _to_neighbours(signs: Signs) -> set[str]:
    """What a line shows to those above and below it: its shape, and the words it begins and ends with."""
    return signs.traits | {word for word in signs.words if "_" in word}
