"""A text as lines: the unit every layout works on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from events.extraction.patterns import regex
from events.extraction.records import Reason

_SPACES = ("\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
           "\u200a", "\u202f", "\u205f", "\u3000")  # fmt: skip
_NO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060", "\ufeff")
_WIDEST, _NARROWEST = 110, 40  # columns a text may have been broken to
_LEAST_RAGGED, _SHARE_RAGGED = 5, 0.2  # lines that go on in small letters; their share of all
_CLOSING = '.!?:;…)]”"|'
_SIGNS_OF_ITEMS = "*-•+–—>#"
_LEAST_BROKEN, _SHARE_BROKEN = 3, 0.3  # lines that were broken, of all but the short ones
_SHARE_OF_EVEN_GAPS = 0.9  # of all lines
_LEAST_CONTINUED = 25  # characters of a line that goes on with the one before
_LONGEST_LABEL = 20
_LABELS, _LABEL = ("date ", "date:", "posted ", "posted:", "published ", "published:", "updated ", "updated:"), 20
_FIRST_WORD = regex(r"\S+")
_BREAK = regex("[\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


@dataclass(slots=True)
class Line:
    """One line without the white space at its ends: `text[start:end]`.

    A line of the file may be cut into several where things that belong apart are glued together.
    """

    start: int
    end: int
    text: str
    gap: bool = False  # a blank line stands before it
    reason: Reason | None = None  # why it is set aside, where its own words tell
    ends_article: bool = False  # behind it stand only other articles
    heading: bool = False
    indent: int = 0  # white space before it
    marker: int = 0  # characters at its start that are no part of the text
    set_off: bool = False  # stands between two rules, as a heading does
    doubled: bool = False  # a headline, since it is printed twice
    goes_on: bool = False  # with the text before what was cut out between them
    lead: bool = False  # stands under a headline of its own, though it ends like one

    def cut(self, at: int) -> tuple[Line, Line]:
        """Two lines, parted at `at` characters into this one."""
        first = _line(self.text[:at], self.start, gap=self.gap)
        first.indent = self.indent
        return first, _line(self.text[at:], self.start + at, gap=False)


def plain(text: str) -> str:
    """The text with every kind of space, and every mark of no width, as a plain space: one for one, so offsets hold."""
    if text.isascii():
        return text
    for space in (*_SPACES, *_NO_WIDTH):
        text = text.replace(space, " ")
    return text


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, those joined that were one before the text was broken to a width, or in the middle of a sentence.

    Their line breaks are spaces then, so that offsets hold.
    """
    width = _width(lines)
    least = _least_width(lines)
    joined: list[Line] = []
    last = ""  # the last line as printed
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and not line.gap
            and (_was_full(last, line.text, width) or _goes_on(last, line.text) or _breaks_off(last, line.text, least))
        ):
            space = " " * (line.start - before.end)
            joined[-1] = Line(before.start, line.end, before.text + space + line.text, before.gap, indent=before.indent)
        else:
            joined.append(line)
        last = line.text
    return _without_even_gaps(joined)


def _without_even_gaps(lines: list[Line]) -> list[Line]:
    """The lines; where nearly all are set apart by blank lines, the blank lines say nothing."""
    gaps = sum(1 for line in lines[1:] if line.gap)
    if gaps >= _SHARE_OF_EVEN_GAPS * (len(lines) - 1):
        for line in lines:
            line.gap = False
    return lines


def _width(lines: list[Line]) -> int:
    """The columns a text was broken to; 0 where it was not."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(one.text, other.text) for one, other in pairwise(lines) if not other.gap]
    broken = sum(
        1
        for one, other in pairs
        if _was_full(one, other, width)
        and one[-1] not in '.!?:)]”"'
        and (" " in other or other[-1] in ".!?")
        and not _is_slug(other)
    )
    long = sum(1 for line in lines if len(line.text) > width // 2)
    return width if broken >= max(_LEAST_BROKEN, _SHARE_BROKEN * long) else 0


def _was_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room any more."""
    word = _FIRST_WORD.match(following)
    return bool(word and width and len(line) > width // 2 and len(line) + 1 + len(word[0]) > width)


def _least_width(lines: list[Line]) -> int:
    """The columns at which a text was broken at the earliest, where single lines are wider; 0 where it was not."""
    if max((len(line.text) for line in lines), default=0) > _WIDEST:
        return 0
    fits = sorted(
        len(one.text) + 1 + len(other.text.split(None, 1)[0])
        for one, other in pairwise(lines)
        if not other.gap and other.text[0].islower() and " " in other.text and one.text[-1] not in _CLOSING
    )
    if len(fits) < max(_LEAST_RAGGED, _SHARE_RAGGED * len(lines)):
        return 0
    least = fits[len(fits) // 10] - 1
    return least if least >= _NARROWEST else 0


def _breaks_off(line: str, following: str, least: int) -> bool:
    """Whether a line without a stop was broken where the next word would have gone over the least width."""
    if not least or line[-1] in _CLOSING or following[0] in _SIGNS_OF_ITEMS or "\u0370" <= following[0] < "\u1e00":
        return False
    if _is_slug(following):
        return False
    word = following.split(None, 1)[0]
    return following[0].islower() or len(line) + 1 + len(word) > least


def _is_slug(line: str) -> bool:
    """Whether a line opens with a word in capitals, as items do: "YEMEN: …"."""
    return line[:5].isupper() and line[:4].isalpha()


def _goes_on(line: str, following: str) -> bool:
    """Whether a line was broken in the middle of its sentence."""
    if following.startswith(_LABELS) and any(map(str.isdigit, following[:_LABEL])):
        return False  # "date 2013-12-03 …"
    return (
        following[0].islower()
        and ":" not in following[:_LONGEST_LABEL]  # "published : …", "writer: …"
        and following[1:2] != " "  # "o …": a bullet
        and (len(following) >= _LEAST_CONTINUED or (len(line) >= 2 * _LEAST_CONTINUED and following[-1] == "."))
        and len(line) >= _LEAST_CONTINUED
        and (line[-1].isalnum() or line[-1] == ",")
    )


def split(text: str) -> Iterator[Line]:
    """The lines of a text that hold more than white space."""
    at, gap = 0, True
    for stop in [*_BREAK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        raw = text[at:end]
        if raw.strip():
            yield _line(raw, at, gap=gap)
            gap = False
        else:
            gap = True
        at = stop.end() if stop else end


def _line(raw: str, start: int, *, gap: bool) -> Line:
    stripped = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return Line(start, start + len(stripped), stripped, gap, indent=len(raw) - len(raw.lstrip()))
