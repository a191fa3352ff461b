"""`starred`: round-ups whose items open with a star: `*Headline: text (Agency)`."""

from __future__ import annotations

import re

from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line

NAME = "starred"

STARS = "*＊∗⁎★☆✱✳"
_OPENING = re.compile(rf"(?:[{STARS}]\s*)+(?=[^\W_]|[\"“”'‘’«(\[@#$€£%-])")


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text)
    return Opening(found.end()) if found and found.end() < len(line.text) else None


def confidence(block: Block) -> float:
    """A star is rarely anything else: one under a heading is enough, two anywhere are certain."""
    openings, _ = openings_in(block, opening)
    return 0.0 if not openings else 0.7 if openings == 1 else 0.95
