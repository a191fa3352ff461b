"""`bulleted`: round-ups whose items are a list with dashes or bullets, also nested under headings."""

from __future__ import annotations

import re

from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line

NAME = "bulleted"

_SIGNS = "•●▪■□▫►▶▸▹◆◇○◦‣⁃∙·✦✧✔✓➤➢➔→⇒❖※+~¤§"
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"  # pictures set in front of each item
_OPENING = re.compile(
    rf"([{_SIGNS}]|[-–—]{{1,2}}(?=\s|[^\W\d_])|o(?=\s+[^\W\d_a-z])|[=-]?>{{1,3}}(?=\s)|(?=[{_EMOJI}])[^*★☆✱✳][\ufe0f]?)\s*(?=[^\s])"
)


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text)
    if not found or found.end() >= len(line.text):
        return None
    return Opening(found.end(), sign=found[1])


def confidence(block: Block) -> float:
    """Dashes also open quotations and asides, so several are needed, and a good share of the lines."""
    openings, share = openings_in(block, opening)
    return 0.0 if openings < 2 or share < 0.2 else 0.6 + 0.3 * share
