"""`dateline`: round-ups whose items open with a place: `PARIS - text`, `BRASILIA, Brazil (AP) — text`.

Also with a country in capitals (`CHINA-VIETNAM text`, `JAPAN's prime minister …`) or a website in brackets.
"""

from __future__ import annotations

import re

from events.extraction import agencies
from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line
from events.extraction.records import Span

NAME = "dateline"

_WINDOW = 90
_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;!?\"“”()\n]{1,45}?)\s*(?:\((?P<credit>[^()\n]{2,40})\)\s*(?:[-–—]{1,2}\s*|:\s+)|\s[-–—]{1,2}\s*|[–—]\s*)(?=[\"“‘'«(\[]?[^\W_])"
)
_SITE = re.compile(r"\(?[A-Za-z0-9À-ỹ]+\.(?:vn|com|net|org|info)\)?\s*[-–—]{1,2}\s*(?=[\"“‘'«(\[]?[^\W_])")
_CAPITALS = re.compile(r"[^\W\d_]{3,}(?:[ –-][^\W\d_]{2,}){0,4}(?=(?:['’]s)?[ :,])")


def opening(line: Line) -> Opening | None:
    head = line.text[:_WINDOW]
    if found := _SITE.match(head):
        return Opening(found.end())
    if (found := _PLACE.match(head)) and _looks_like_a_place(found["place"]):
        credit = Span(*found.span("credit")) if found["credit"] and agencies.is_credit(found["credit"]) else None
        return Opening(found.end(), credit)
    if (found := _CAPITALS.match(head)) and found[0] == found[0].upper() and len(line.text) > len(found[0]) + 30:
        return Opening(0)  # the country is part of the sentence
    return None


def _looks_like_a_place(words: str) -> bool:
    """At least the city is in capitals, or every word begins with one: `PARIS`, `New Delhi, India`."""
    city = words.partition(",")[0]
    if city == city.upper():
        return len(city) > 2
    parts = words.replace(",", " ").split()
    return "," in words and len(parts) <= 5 and all(part[0].isupper() for part in parts)


def confidence(block: Block) -> float:
    """One dateline opens a single story; a round-up has several."""
    openings, share = openings_in(block, opening)
    return 0.0 if openings < 2 or share < 0.25 else 0.5 + 0.4 * share
