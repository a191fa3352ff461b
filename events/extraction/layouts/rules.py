"""Rules: lines that are drawn rather than written."""

from __future__ import annotations

from events.extraction.lines import Line
from events.extraction.patterns import regex

STROKES = ("-", "–", "—", "|", "*", "•")  # alone on a line, between entries or reports
_RULE = regex(r"[-_=*~–—.•<>\s]{3,}")


def is_rule(line: Line) -> bool:
    """Whether a line is drawn: "-----", "* * *", "<><><>"."""
    return not line.text[:1].isalnum() and _RULE.fullmatch(line.text) is not None
