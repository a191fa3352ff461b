"""What people said of a text's passages, laid over what the layouts cut: "this stretch is one event", "set aside".

Laid over before anything is coded, so that an event made by a person is read like any other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from events.extraction.layouts import MARKED
from events.extraction.layouts.blocks import Draft, Opening
from events.extraction.layouts.items import item as item_of
from events.extraction.lines import Line
from events.extraction.records import Cut, Item, Layout, Passage, PassageKind, Reason, Span
from events.extraction.wrapping import lines_of

__all__ = ["laid_over"]

_start_of, _end_of = attrgetter("start"), attrgetter("end")
_MANY = 200  # cuts


class _Piece(NamedTuple):
    """A passage; those of an event know their item by its number."""

    start: int
    end: int
    kind: PassageKind
    reason: Reason | None = None
    item: int | None = None


@dataclass
class _Cutting:
    """A layout being cut anew. Items are numbered, so that their passages find them."""

    text: str
    pieces: list[_Piece]
    items: dict[int, Item]
    numbers: int

    def lay(self, cut: Cut, lines: Sequence[Line], layout: str) -> None:
        """Give the stretch of `cut` to one passage; what surrounded it keeps the rest."""
        cut = self._whole(cut)
        first, last = self._around(cut.start, cut.end)
        near = self.pieces[first:last]
        numbers = {piece.item for piece in near if piece.item is not None}
        newer = self.numbers
        rest: list[_Piece] = []
        for piece in near:
            if piece.end <= cut.start or cut.end <= piece.start:
                rest.append(piece)
                continue
            if piece.start < cut.start:
                rest.append(self._trimmed(piece._replace(end=cut.start)))
            if piece.end > cut.end:
                rest.append(self._trimmed(piece._replace(start=cut.end)))
        spans = ((number, self.items[number]) for number in sorted(numbers))
        touched = {number: one for number, one in spans if one.start < cut.end and cut.start < one.end}
        for number, one in touched.items():
            rest = self._without(number, one, cut, rest)
        made = None
        if cut.kind is PassageKind.EVENT:
            made = self._add(_made(self.text, cut, lines, layout, list(touched.values())))
        reason = (cut.reason or Reason.OTHER) if cut.kind is PassageKind.SET_ASIDE else None
        rest.append(_Piece(cut.start, cut.end, cut.kind, reason, made))
        rest.sort(key=lambda piece: piece.start)
        self.pieces[first:last] = rest
        self._fit(rest, numbers.union(range(newer + 1, self.numbers + 1)))

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """Which pieces overlap a stretch, together with all pieces of the items around them."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        last = bisect_left(self.pieces, end, key=lambda piece: piece.start)
        before = next((n for at in range(first - 1, -1, -1) if (n := self.pieces[at].item) is not None), None)
        inside = [piece.item for piece in self.pieces[first:last] if piece.item is not None]
        for number in ([] if before is None else [before]) + inside[:1] + inside[-1:]:
            one = self.items[number]
            if one.start < end and start < one.end:
                first = min(first, bisect_left(self.pieces, one.start, key=lambda piece: piece.start))
                last = max(last, bisect_left(self.pieces, one.end, key=lambda piece: piece.start))
        return first, last

    def _fit(self, pieces: Iterable[_Piece], numbers: Iterable[int]) -> None:
        """Those items reach from their first piece to their last; without any they are gone."""
        spans: dict[int, tuple[int, int]] = {}
        for piece in pieces:
            if piece.item is not None:
                spans[piece.item] = (spans.get(piece.item, piece)[0], piece.end)
        for number in numbers:
            if number not in spans:
                self.items.pop(number, None)
            else:
                start, end = spans[number]
                self.items[number] = replace(self.items[number], start=start, end=end)

    def _whole(self, cut: Cut) -> Cut:
        """Without white space at its ends, and with the marks and signs that would be left over alone."""
        start, end = _stripped(self.text, cut.start, cut.end)
        first, last = self._around(start, end)
        for piece in self.pieces[first:last]:
            if piece.start < start < piece.end and not _has_words(self.text, piece.start, start):
                start = piece.start
            if piece.start < end < piece.end and not _has_words(self.text, end, piece.end):
                end = piece.end
        return replace(cut, start=start, end=end)

    def _trimmed(self, piece: _Piece) -> _Piece:
        start, end = _stripped(self.text, piece.start, piece.end)
        return piece._replace(start=start, end=end)

    def _without(self, number: int, one: Item, cut: Cut, rest: list[_Piece]) -> list[_Piece]:
        """The pieces, after an item gave up the stretch of a cut: around a passage set aside it goes on as one."""
        before, after = _clipped(self.text, one, one.start, cut.start), _clipped(self.text, one, cut.end, one.end)
        del self.items[number]
        credited = tuple(span for span in one.credits if span.end <= cut.start or cut.end <= span.start)
        ends_credited = any(cut.end <= span.start < one.end for span in credited)
        if cut.kind is PassageKind.SET_ASIDE and before and (after or ends_credited):
            body = before.body + (after.body if after else ())
            self.items[number] = replace(before, end=one.end, body=body, credits=credited)
            return rest
        kept = self._add(before) if before else None
        follows = self._add(after) if after else None
        return [self._owned(piece, number, cut, kept, follows) for piece in rest]

    @staticmethod
    def _owned(piece: _Piece, number: int, cut: Cut, before: int | None, after: int | None) -> _Piece:
        if piece.item != number:
            return piece
        owner = before if piece.end <= cut.start else after
        if owner is None:
            return piece._replace(kind=PassageKind.SET_ASIDE, reason=Reason.OTHER, item=None)
        return piece._replace(item=owner)

    def _add(self, one: Item) -> int:
        self.numbers += 1
        self.items[self.numbers] = one
        return self.numbers


def laid_over(text: str, layout: Layout, cuts: Iterable[Cut]) -> Layout:
    """The layout with each stretch of `cuts` as its cut says; of two over the same words the later one counts.

    Cuts that hold no words or lie outside the text are left out. Passages tile the text as before.
    """
    cuts = [cut for cut in cuts if 0 <= cut.start < cut.end <= len(text) and _has_words(text, cut.start, cut.end)]
    if not cuts:
        return layout
    work = _Cutting(text, _pieces(layout), dict(enumerate(layout.items)), len(layout.items))
    lines = lines_of(text)
    for cut in _halving(cuts):
        work.lay(cut, lines, layout.name)
    passages = tuple(Passage(piece.start, piece.end, piece.kind, piece.reason) for piece in work.pieces)
    items = sorted(work.items.values(), key=lambda one: one.start)
    return replace(layout, items=tuple(_under_headings(text, layout, items, passages)), passages=passages)


def _halving(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """Many cuts with those in the middle first: each then parts what is left of an item in halves.

    One after the other they would take the time of all pieces of a great item again for each. Where two are over the
    same words they stay in their order.
    """
    in_place = sorted(cuts, key=_start_of) if len(cuts) >= _MANY else []
    if not in_place or any(before.end > after.start for before, after in pairwise(in_place)):
        return cuts
    ordered, stretches = [], deque([(0, len(in_place))])
    while stretches:
        first, last = stretches.popleft()
        if first < last:
            middle = (first + last) // 2
            ordered.append(in_place[middle])
            stretches += [(first, middle), (middle + 1, last)]
    return ordered


def _pieces(layout: Layout) -> list[_Piece]:
    """The passages, those of events with the numbers of their items; both come in order."""
    pieces, number = [], 0
    for passage in layout.passages:
        owner = None
        if passage.kind is PassageKind.EVENT:
            while number < len(layout.items) and layout.items[number].end <= passage.start:
                number += 1
            owner = number if number < len(layout.items) and layout.items[number].start < passage.end else None
        pieces.append(_Piece(passage.start, passage.end, passage.kind, passage.reason, owner))
    return pieces


def _made(text: str, cut: Cut, lines: Sequence[Line], layout: str, touched: list[Item]) -> Item:
    """The stretch read as an item of its layout: marker, headline, text and credit told apart as everywhere."""
    first = bisect_right(lines, cut.start, key=_end_of)
    within = [_within(line, cut) for line in lines[first : bisect_left(lines, cut.end, lo=first, key=_start_of)]]
    drafted = [line for line in within if line.text.strip()]
    reads = next((one for one in MARKED if layout == one.NAME), None)
    opening = (reads.opening(drafted[0]) if reads else None) or Opening(0)
    made = item_of(text, Draft(drafted, opening, titled=layout != "story" or len(drafted) > 1))
    same = next((one for one in touched if one.start == made.start), None)
    above = touched[0] if touched else None
    return replace(
        made,
        title=made.title or (same.title if same and same.title and not _overlaps(same.title, cut) else None),
        place=made.place or (same.place if same else None),
        lead=bool(same and same.lead),
        section=above.section if above else None,
        section_span=above.section_span if above else None,
    )


def _within(line: Line, cut: Cut) -> Line:
    """The part of a line that lies in a cut."""
    if line.start < cut.start:
        line = line.cut(cut.start - line.start)[1]
    if line.end > cut.end:
        line = line.cut(cut.end - line.start)[0]
    return line


def _clipped(text: str, one: Item, start: int, end: int) -> Item | None:
    """What of an item lies between `start` and `end`; None where that holds no words."""
    if start >= end:
        return None
    title = one.title
    if title and not start <= title.start < title.end <= end:
        is_elsewhere = title.end <= one.start or one.end <= title.start
        title = title if is_elsewhere and start == one.start else None
    clipped = ((max(span.start, start), min(span.end, end)) for span in one.body)
    body = tuple(Span(*_stripped(text, *span)) for span in clipped if span[0] < span[1] and _has_words(text, *span))
    if not body and not (title and start <= title.start < end):
        return None
    start, end = _stripped(text, start, end)
    credits = tuple(span for span in one.credits if start <= span.start < end)
    place = one.place if one.place and (one.place.start < one.start or start <= one.place.start < end) else None
    return replace(one, start=start, end=end, title=title, body=body, credits=credits, place=place)


def _under_headings(text: str, layout: Layout, items: list[Item], passages: Sequence[Passage]) -> list[Item]:
    """The items, each under the heading above it where a cut made or took away one."""
    was = {(one.start, one.end) for one in layout.passages if one.kind is PassageKind.HEADING}
    now = {(one.start, one.end) for one in passages if one.kind is PassageKind.HEADING}
    title = (layout.title.start, layout.title.end) if layout.title else None
    made, gone = now - was, was - now
    headings = sorted((start, end) for start, end in now - {title} if not text[start].islower())
    known = frozenset(layout.items if any(one.section_span for one in layout.items) else items)  # all others cuts made
    placed = []
    for one in items:
        span = one.section_span
        lost = span is None or any(start <= span.start < end for start, end in gone)
        before = bisect_right(headings, one.start, key=itemgetter(1))
        above = headings[before - 1] if before else None
        newer = above in made and (span is None or above[0] > span.start)
        if above and (newer or (lost and (span is not None or one not in known))):
            start, end = above
            one = replace(one, section=text[start:end].strip(" *#=_[]•:–-"), section_span=Span(start, end))
        elif lost and span is not None:
            one = replace(one, section=None, section_span=None)
        placed.append(one)
    return placed


def _overlaps(span: Span, cut: Cut) -> bool:
    return span.start < cut.end and cut.start < span.end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_words(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])
