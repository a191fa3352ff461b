"""Rules: lines that are drawn rather than written."""

from __future__ import annotations

import re

from events.extraction.lines import Line

_RULE = re.compile(r"[-_=*~–—.•<>\s]{3,}")


def is_rule(line: Line) -> bool:
    """Whether a line is drawn: "-----", "* * *", "<><><>"."""
    return _RULE.fullmatch(line.text) is not None
