"""Which lines of a round-up open an item: those with its sign, and those that lost or never had it."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import agencies, publication, sentences
from events.extraction.layouts import agency, between, bulleted, dateline, headline, led, lost_signs, numbered, starred
from events.extraction.layouts.blocks import Block, MarkedLayout, Opening
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

LONGEST_LABEL = 28  # characters of a button or a label
_LEAST_ALIKE = 3  # lines of a kind that are items
_NAMELESS = regex(r":\s+(?=[A-ZĐÀ-Ỹ]\w*\s)")  # ": Ngày 27-11, …": the country in front was lost in copying
_AGO = regex(r"\d\s?[a-zà-ỹ]+\s(?:ago|trước)\b")
_SOURCED = regex(r"\d.{1,20}\bsource:")  # "4 May – Source: …"
_DASHES = ("-", "–", "—")
_STAMPS = (Reason.BYLINE, Reason.WIDGET, Reason.SOURCE)


def by_sign(lines: list[Line], layout: MarkedLayout) -> list[Opening | None]:
    """How each line opens an item by the layout's sign; None where it does not."""
    openings = [None if line.reason or line.set_off else _opening(line, layout) for line in lines]
    if layout is bulleted:
        _drop_labels(lines, openings)
        lost_signs.add_unsigned(lines, openings, next((opening.sign for opening in openings if opening), ""))
    if layout in (bulleted, starred):
        lost_signs.add_placed(lines, openings, starred=layout is starred)
    if layout is numbered and _are_alone(lines):
        return [opening if line.number else None for line, opening in zip(lines, openings, strict=True)]
    if layout is numbered:
        _drop_other_counts(lines, openings)
    return openings


def add_others(block: Block, openings: list[Opening | None], layout: MarkedLayout) -> None:
    """Adds the openings of items among them that have an agency, a stamp or a headline instead of the sign."""
    if layout is numbered and _are_alone(block.lines):
        return
    _add_agencies(block.lines, openings)
    _add_stamped(block.lines, openings)
    if layout in (dateline, agency):
        lost_signs.add_lone_places(block.lines, openings)
        led.drop_headlines(block.lines, openings)
        led.give_way_to_headlines(block.lines, openings)
        led.move_to_headlines(block.lines, openings, single=block.heading is not None)


def _are_alone(lines: list[Line]) -> bool:
    """Whether the numbers stand alone above their items, so that nothing else opens one."""
    return any(line.number for line in lines)


def _opening(line: Line, layout: MarkedLayout) -> Opening | None:
    """How a line opens an item. Agencies and places in front of items are often mixed."""
    if line.text[0] in "([" and headline.whole_credit(line.text):
        return None  # "(Reuters)" on a line of its own closes an item
    opening = layout.opening(line)
    if opening is None and (nameless := _NAMELESS.match(line.text)):
        return Opening(nameless.end())
    if opening and layout is dateline and (begun := agency.opening(line)) and begun.credit:
        opening = begun if agencies.names_only(begun.credit.of(line.text)) else opening  # "SAPA. …" is no place
    if opening is None and layout is agency:
        opening = dateline.opening(line)
        return opening if opening and (opening.place or opening.credit) and opening.length else None
    if opening is None and layout is dateline and not publication.announces(line.text):
        return agency.opening(line) or _behind_a_sign(line)
    return opening


def _behind_a_sign(line: Line) -> Opening | None:
    """A place in capitals behind a sign that some of the items have: "* LIMA - …" tells that the item is new."""
    sign = starred.opening(line) or bulleted.opening(line)
    if sign is None or not line.text[sign.length : sign.length + 3].isupper():
        return None
    behind = line.cut(sign.length)[1]
    begun = dateline.opening(behind)
    if begun is None or not begun.place or behind.text[: begun.length].rstrip()[-1:] not in _DASHES:
        return None
    at = len(line.text) - len(behind.text)
    credit = Span(begun.credit.start + at, begun.credit.end + at) if begun.credit else None
    return Opening(begun.length + at, credit, Span(begun.place.start + at, begun.place.end + at), sign.sign)


def _drop_labels(lines: list[Line], openings: list[Opening | None]) -> None:
    """Bullets in front of labels, among bullets in front of texts: "• Directory", "• Facebook"."""
    telling = sum(1 for line, opening in zip(lines, openings, strict=True) if opening and between.is_paragraph(line))
    if telling < _LEAST_ALIKE:
        return
    kept = [i for i, line in enumerate(lines) if not line.reason]
    for i, after in pairwise([*kept, None]):
        opening = openings[i] if i is not None else None
        if i is None or opening is None or len(lines[i].text) - opening.length >= LONGEST_LABEL:
            continue
        first = not any(openings[:i])
        if sentences.ends_like_one(lines[i].text) or between.is_parent(lines, openings, i) or lines[i].text[-1] == ":":
            continue
        if first or after is None:
            lines[i].reason, openings[i] = Reason.WIDGET, None


def _drop_other_counts(lines: list[Line], openings: list[Opening | None]) -> None:
    """Points that count in small numerals, "i) …", "ii) …", inside items that count in figures."""
    counted = [opening.sign for opening in openings if opening]
    if 2 * counted.count("1") <= len(counted):
        return
    for i, opening in enumerate(openings):
        if opening and opening.sign == "I" and lines[i].text[0].islower():
            lines[i].marker, openings[i] = opening.length, None


def _add_agencies(lines: list[Line], openings: list[Opening | None]) -> None:
    """Items that open with an agency among those with another sign."""
    named = {
        i: opening
        for i, line in enumerate(lines)
        if not line.reason and not openings[i] and line.text[:4].isupper() and (opening := agency.opening(line))
    }
    if len(named) >= _LEAST_ALIKE:
        for i, opening in named.items():
            openings[i] = opening


def _add_stamped(lines: list[Line], openings: list[Opening | None]) -> None:
    """Headlines with "2 hours ago" below them, or "4 May – Source: …", and a text, among items with signs."""
    sourced = sum(1 for line in lines if line.reason in _STAMPS and _SOURCED.search(line.text.lower()))
    for i, (line, stamp) in enumerate(pairwise(lines)):
        if stamp.reason not in _STAMPS or line.reason or openings[i]:
            continue
        low = stamp.text.lower()
        if (stamp.reason is Reason.BYLINE and _AGO.search(low)) or (sourced >= _LEAST_ALIKE and _SOURCED.search(low)):
            below = between.heads_the_next(lines, openings, i)
            openings[i] = Opening(0) if below else None
