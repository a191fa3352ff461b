"""What an arrow in front of a few words says: a heading of the items below it, or a link to elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import sentences
from events.extraction.layouts import bulleted, mastheads, numbered
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_ARROW = regex(r"(>{1,3}|[»›→➜⇒↪▸👉]{1,2})\s*(?=[^\W\d_])")
_FIRST = ">»›→➜⇒↪▸👉"
_LEAST, _SHARE = 2, 0.6  # headings with the same arrow; their share of the lines that have it
_LONGEST_HEADING, _MOST_SPACES, _LONGEST_LINK = 40, 5, 120
_MOST_LINKS = 3  # with the same arrow: more are the page's own list


def read(lines: Sequence[Line]) -> None:
    """Free headings behind arrows, and set aside the lines behind one that stand between items with other signs."""
    by_arrow: dict[str, list[tuple[Line, Line | None]]] = {}
    for line, below in pairwise([*lines, None]):
        if line is not None and line.text[0] in _FIRST and (arrow := _ARROW.match(line.text)):
            by_arrow.setdefault(arrow[1], []).append((line, below))
    for found in by_arrow.values():
        heads = [line for line, below in found if below is not None and _heads(line, below)]
        if len(heads) >= _LEAST and len(heads) >= _SHARE * len(found):
            for line in heads:
                line.reason, line.ends_article, line.set_off = None, False, True
        elif len(found) <= _MOST_LINKS:
            for line, _ in found:
                if line.reason is None and _is_a_link(line):
                    line.reason = Reason.RELATED


def _heads(line: Line, below: Line) -> bool:
    """Whether a few words stand over an item with a sign of its own."""
    short = len(line.text) <= _LONGEST_HEADING and line.text.count(" ") <= _MOST_SPACES
    if not short or ":" in line.text or line.reason not in (None, Reason.RELATED, Reason.WIDGET):
        return False
    return below.reason is None and _bears_a_sign(below) and not sentences.ends_like_one(line.text)


def _bears_a_sign(line: Line) -> bool:
    if line.text[0] in _FIRST:
        return False
    return line.text[0] in STARS or bool(bulleted.opening(line) or numbered.opening(line))


def _is_a_link(line: Line) -> bool:
    if len(line.text) > _LONGEST_LINK or sentences.ends_like_one(line.text):
        return False
    return not mastheads.is_known(line.text.lstrip(_FIRST + " "))
