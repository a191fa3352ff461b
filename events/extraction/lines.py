"""A text as lines: the unit every layout works on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.extraction.records import Reason

_BREAK = re.compile("[\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


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

    def cut(self, at: int) -> tuple[Line, Line]:
        """Two lines, parted at `at` characters into this one."""
        return (
            _line(self.text[:at], self.start, gap=self.gap),
            _line(self.text[at:], self.start + at, gap=False),
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
