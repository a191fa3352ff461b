"""`numbered`: round-ups whose items count themselves: `1.`, `3)`, `7/`, the headline mostly on the same line."""

from __future__ import annotations

import re
from itertools import pairwise

from events.extraction.layouts.blocks import Block, Opening
from events.extraction.lines import Line

NAME = "numbered"

_OPENING = re.compile(
    r"(?:no\.\s*|tin\s+)?(\d{1,3})\s*(?:[.)/:]|\.\)|[-–]\s)\s*(?=[^\W\d_]|[\"“‘'«(\[])", re.IGNORECASE
)


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text)
    return Opening(found.end()) if found and found.end() < len(line.text) else None


def confidence(block: Block) -> float:
    """The numbers have to count: one, two, three."""
    numbers = [int(found[1]) for line in block.lines if not line.reason and (found := _OPENING.match(line.text))]
    steps = sum(1 for one, next_one in pairwise(numbers) if next_one == one + 1)
    if not steps:
        return 0.0
    return 0.6 + 0.35 * steps / max(1, len(numbers) - 1)
