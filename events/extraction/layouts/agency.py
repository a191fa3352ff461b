"""`agency`: round-ups whose items open with the agency in capitals: `KYODO. text`, `TÂN HOA XÃ. …`."""

from __future__ import annotations

import re

from events.extraction import agencies
from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line
from events.extraction.records import Span

NAME = "agency"

_OPENING = re.compile(r"([^\W\d_][^.:–—\n]{1,40}?)\s?(?:[.:]\s*|\s[-–—]+\s)(?=[\"“‘'«\[(]?[^\W_])")


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text[:60])
    if not found or found[1] != found[1].upper() or not agencies.is_credit(found[1]):
        return None
    return Opening(found.end(), credit=Span(0, found.end(1)))


def confidence(block: Block) -> float:
    openings, share = openings_in(block, opening)
    return 0.0 if not openings else 0.5 + 0.45 * share
