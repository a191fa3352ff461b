"""`numbered`: round-ups whose items count themselves: `1.`, `3)`, `7/`, the headline mostly on the same line."""

from __future__ import annotations

import re
from itertools import pairwise

from events.extraction.layouts.blocks import Block, Opening
from events.extraction.lines import Line

NAME = "numbered"

_LEAST_ITEMS, _SHARE_OF_FEW = 3, 0.34
_OPENING = re.compile(
    r"(?:no\.\s*|tin\s+)?(\d{1,3})\s*(?:[.)/:]|\.\)|[-–]\s)\s*(?=[^\W\d_]|[\"“‘'«(\[])", re.IGNORECASE
)


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text)
    return Opening(found.end()) if found and found.end() < len(line.text) else None


def confidence(block: Block) -> float:
    """The numbers have to count: one, two, three. A list of two inside an article is no round-up."""
    lines = [line for line in block.lines if not line.reason]
    numbers = [int(found[1]) for line in lines if (found := _OPENING.match(line.text))]
    steps = sum(1 for one, following in pairwise(numbers) if following == one + 1)
    share = len(numbers) / len(lines) if lines else 0.0
    if not steps or (len(numbers) < _LEAST_ITEMS and share < _SHARE_OF_FEW):
        return 0.0
    return 0.55 + 0.2 * steps / (len(numbers) - 1) + 0.2 * min(1.0, 2 * share)
