"""A text as lines: the unit every layout works on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from operator import attrgetter

from events.extraction.patterns import regex
from events.extraction.records import Reason

_SPACES = ("\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
           "\u200a", "\u202f", "\u205f", "\u3000")  # fmt: skip
_NO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060", "\ufeff")
_ICELANDIC = ("\u00d0", "\u00f0", "\u0189")  # letters that look like Đ, which old fonts and converters print for it
_MISTAKEN = regex(r"(?<![^\W\d_])[\u00d0\u0189]"), regex(r"(?<![^\W\d_])\u00f0")
_VIETNAMESE = ("ư", "ơ", "Ư", "Ơ")  # letters of no other language with those
SIGNS = "*-•+★●–—■▪►◆○·°"  # in front of items
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
    blanks: int = 0  # how many do
    reason: Reason | None = None  # why it is set aside, where its own words tell
    ends_article: bool = False  # behind it stand only other articles
    heading: bool = False
    indent: int = 0  # white space before it
    marker: int = 0  # characters at its start that are no part of the text
    set_off: bool = False  # stands between two rules, as a heading does
    doubled: bool = False  # a headline, since it is printed twice
    goes_on: bool = False  # with the text before what was cut out between them
    lead: bool = False  # stands under a headline of its own, though it ends like one
    pictured: bool = False  # tells of a picture whose credit was cut out, perhaps in front of its stop
    headline: bool = False  # surely one, whatever it ends with
    number: int = 0  # of a list's item, where it stands alone on the line above
    indented: bool = False  # joined of several that were indented, so that wide spaces in it say nothing

    def copied(self) -> Line:
        """The same line, to be marked otherwise."""
        return Line(*marks_of(self))

    def cut(self, at: int) -> tuple[Line, Line]:
        """Two lines, parted at `at` characters into this one."""
        first = _line(self.text[:at], self.start, gap=self.gap)
        first.indent, first.blanks = self.indent, self.blanks
        rest = _line(self.text[at:], self.start + at, gap=False)
        first.indented = rest.indented = self.indented
        return first, rest


marks_of = attrgetter(*(one.name for one in fields(Line)))


def bears_a_sign(line: Line) -> bool:
    """Whether a sign or a number stands in front, as in front of an item of a list."""
    return line.text[0] in SIGNS or line.text[0].isdigit()


def plain(text: str) -> str:
    """The text with every kind of space, and every mark of no width, as a plain space: one for one, so offsets hold.

    In Vietnamese the Icelandic letter that opens a word is Đ: "Thụy Ðiển", "Ấn Ðộ" (Icelandic has none there).
    """
    if text.isascii():
        return text
    if any(letter in text for letter in _ICELANDIC) and any(letter in text for letter in _VIETNAMESE):
        capital, small = _MISTAKEN
        text = small.sub("đ", capital.sub("Đ", text))
    for space in (*_SPACES, *_NO_WIDTH):
        text = text.replace(space, " ")
    return text


def split(text: str) -> Iterator[Line]:
    """The lines of a text that hold more than white space."""
    at, gap, blanks = 0, True, 0
    for stop in [*_BREAK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        raw = text[at:end]
        if raw.strip():
            line = _line(raw, at, gap=gap)
            line.blanks = blanks
            yield line
            gap, blanks = False, 0
        else:
            gap, blanks = True, blanks + 1
        at = stop.end() if stop else end


def _line(raw: str, start: int, *, gap: bool) -> Line:
    stripped = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return Line(start, start + len(stripped), stripped, gap, indent=len(raw) - len(raw.lstrip()))
