"""Items whose dateline stands under a headline of their own: the headline opens them."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import publication, sentences
from events.extraction.layouts import between
from events.extraction.layouts.blocks import Opening, headlines_above
from events.extraction.lines import Line
from events.extraction.records import Reason, Span

_LEAST_LED, _SHARE_LED = 3, 0.7  # datelines under headlines; share of the headlines that name a place
_LEAST_SIGNED = 2  # headlines with an agency in front, over datelines
_LEAST_CUT = 120  # characters of a text that the page cut short
_SHORTEST_LIKE, _LONGEST_LIKE = 16, 140  # characters of a headline over a text without a dateline
_LEAST_STAMPED = 16  # characters of a headline over a stamp


def drop_headlines(lines: list[Line], openings: list[Opening | None]) -> None:
    """Headlines whose first word is in capitals, "UNESCO calls for calm", over a dateline: theirs is the only sign."""
    kept = [i for i, line in enumerate(lines) if not line.reason]
    for i, below in pairwise(kept):
        opening, under = openings[i], openings[below]
        if opening is None or under is None or not (under.length and _is_placed(under)):
            continue
        weak = not opening.length and not opening.place and not opening.credit
        if weak and sentences.may_be_a_headline(lines[i].text) and _opens_a_text(lines[below], under, lines[i]):
            openings[i] = None


def give_way_to_headlines(lines: list[Line], openings: list[Opening | None]) -> None:
    """Where headlines name a place too ("PERU—Floods close roads" over "LIMA, Peru – …"), each is one with its text."""
    kept = [i for i, line in enumerate(lines) if not line.reason]
    over = {i for i, below in pairwise(kept) if _opens_a_text(lines[below], openings[below], lines[i])}
    bodies = {below for i, below in pairwise(kept) if i in over}
    heads = [i for i in kept if openings[i] and i not in bodies and not sentences.ends_like_one(lines[i].text)]
    led = sum(1 for i in over if not sentences.ends_like_one(lines[i].text))  # whether a headline has a place or none
    if len(heads) > 1 and led >= _LEAST_LED and sum(i in over for i in heads) >= _SHARE_LED * len(heads):
        for i in heads:
            openings[i] = None
        return
    signed = [
        (i, below)
        for i, below in pairwise(kept)
        if i in over and i in heads and _credited(openings[i]) and _is_placed(openings[below])
    ]
    sure = [(i, below) for i, below in signed if (under := openings[below]) and under.place and under.credit]
    for _, below in signed if len(signed) >= _LEAST_SIGNED else sure:
        # "AP: Ferry sinks", and under it "DODOMA, May 2 (AP) - …"
        if opening := openings[below]:
            lines[below].marker, openings[below] = opening.length, None


def _is_placed(opening: Opening | None) -> bool:
    return opening is not None and (opening.place is not None or _credited(opening))


def _credited(opening: Opening | None) -> bool:
    return opening is not None and opening.credit is not None


def _opens_a_text(line: Line, opening: Opening | None, above: Line) -> bool:
    """Whether a dateline opens a paragraph, or one that the page cut short, under a headline."""
    if not opening:
        return False
    return between.is_paragraph(line) or len(line.text) > max(len(above.text), _LEAST_CUT)


def move_to_headlines(lines: list[Line], openings: list[Opening | None], *, single: bool) -> None:
    """Where most datelines stand under a headline of their own, the headline opens the item."""
    pairs = headlines_above(lines, openings, single=single)
    if len(pairs) >= _LEAST_LED:
        _add_like(lines, openings, pairs)
    for above, i in pairs or _stamped_headlines(lines, openings):
        opening = openings[i]
        if opening:
            lines[i].marker = opening.length
            back = lines[i].start - lines[above].start
            openings[above] = Opening(0, _further(opening.credit, back), _further(opening.place, back))
            openings[i] = None


def _add_like(lines: list[Line], openings: list[Opening | None], pairs: list[tuple[int, int]]) -> None:
    """Headlines set off as those over datelines are, over a text without one: items as well."""
    gap = min(lines[above].gap for above, _ in pairs)
    known = {above for above, _ in pairs}
    kept = [i for i, line in enumerate(lines) if not line.reason]
    for before, i, below in zip([None, *kept], kept, kept[1:], strict=False):
        line, text = lines[i], lines[below]
        if i in known or openings[i] or openings[below] or line.gap < gap:
            continue
        behind_text = before is None or sentences.ends_like_one(lines[before].text)
        if (
            behind_text
            and _SHORTEST_LIKE <= len(line.text) <= _LONGEST_LIKE
            and sentences.may_be_a_headline(line.text)
            and sentences.is_paragraph(text.text, _SHORTEST_LIKE)
            and not (
                line.set_off
                or between.heads_by_itself(line.text)
                or between.is_credited(line.text)
                or publication.announces(line.text)
            )
        ):
            openings[i] = Opening(0)


def _further(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _stamped_headlines(lines: list[Line], openings: list[Opening | None]) -> list[tuple[int, int]]:
    """Where a headline, and a stamp below it, stand over a dateline, though most items have no headline."""
    return [
        (i, i + 2)
        for i, (line, stamp) in enumerate(pairwise(lines[:-1]))
        if stamp.reason is Reason.BYLINE
        and not (line.reason or openings[i])
        and openings[i + 2]
        and len(line.text) >= _LEAST_STAMPED
        and not (
            sentences.ends_like_one(line.text) or between.heads_by_itself(line.text) or between.is_credited(line.text)
        )
    ]
