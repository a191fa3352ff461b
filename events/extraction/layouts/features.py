"""Items that tell no happening: a headline that asks, over words that name nobody ("HOW A CINEMA CAME BACK")."""

from __future__ import annotations

import re

from events.extraction.layouts.blocks import Draft, NamesIn
from events.extraction.patterns import regex
from events.extraction.records import Span

_ASKS = regex(r"[\"“‘'*]{0,2}(?:how|why|where|what|which|when) ", re.IGNORECASE)
_MOST_LINES, _LONGEST = 3, 400  # lines of such an item; characters of one


def is_one(draft: Draft, names_in: NamesIn) -> bool:
    """Whether an item is a feature's teaser: what stands under its asking headline names no country, body or person."""
    first, *others = draft.lines
    if not _ASKS.match(first.text, draft.opening.length) or len(others) >= _MOST_LINES:
        return False
    told = [Span(line.start, line.end) for line in others] or [Span(first.start, first.end)]
    if sum(span.end - span.start for span in told) > _LONGEST or draft.opening.place:
        return False
    return not names_in(told)
