"""Numbers that stand alone above their items: "2." on a line, and the item's headline on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from events.extraction import sentences
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_ALONE = regex(
    r"[(\[#]{0,2}(\d{1,2})(?:[.)\]/:]{1,2}|\ufe0f?\u20e3)?(?:\s[^\W\d_])?"
)  # "2.", "(2)", "2", a forum's "2. K"
_LONGEST, _LEAST = 8, 3  # characters of such a line; numbers
_SHARE_TOLD = 0.6  # of the numbers that have a text below them: a list of what is read most has none
_LEAST_TEXT = 60  # characters of a paragraph
_BELOW = 8  # lines below the last number, at most, among which its text stands
_NO_HEADLINE = (Reason.COPYRIGHT, Reason.SOURCE, Reason.ADVERTISEMENT, Reason.COOKIES)


def read(lines: Sequence[Line]) -> None:
    """Let the line below each such number open an item. A page's parts may each count from one."""
    places = _counted(lines)
    if len(places) < _LEAST:
        return
    bounds = [*places, min(len(lines), places[-1] + _BELOW)]
    told = sum(1 for a, b in pairwise(bounds) if any(map(_tells, lines[a + 1 : b])))
    if told < _SHARE_TOLD * len(places):
        return
    headlines = list(_headlines(lines, bounds))
    announced = {f"{number}. {headline.text}" for number, headline in headlines}
    for line in lines[: places[0]]:
        if line.text.lstrip("-–•* ") in announced:
            line.reason = Reason.SUMMARY
    for number, headline in headlines:
        headline.reason, headline.ends_article, headline.number = None, False, number
    for place in places:
        lines[place].reason = Reason.WIDGET


def _headlines(lines: Sequence[Line], bounds: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The line below each number that may be a headline, and the number."""
    for a, b in pairwise(bounds):
        headline = next((line for line in lines[a + 1 : b] if line.reason not in _NO_HEADLINE), None)
        if headline:
            yield _number_of(lines[a]), headline


def _counted(lines: Sequence[Line]) -> list[int]:
    """Where one, two, three … stand, each alone on its line and something below it; then perhaps one, two … again."""
    found: list[int] = []
    last = 0
    for place, (line, below) in enumerate(pairwise(lines)):
        number = _number_of(line)
        if number and number in (last + 1, last and 1) and not _number_of(below):
            found.append(place)
            last = number
    return found


def _number_of(line: Line) -> int:
    """The number that is all of a line; 0 where it says more."""
    alone = _ALONE.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    return int(alone[1]) if alone else 0


def _tells(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_TEXT) or (line.reason is None and len(line.text) > 2 * _LEAST_TEXT)
