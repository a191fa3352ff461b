"""`starred`: round-ups whose items open with a star: `*Headline: text (Agency)`."""

from __future__ import annotations

from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line
from events.extraction.patterns import regex

NAME = "starred"

_SHARE_OF_ONE = 0.34
STARS = "*＊∗⁎★☆✱✳"
_OPENING = regex(rf"(?:[{STARS}]\s*)+(?:[:)]\s+)?(?=[^\W_]|[\"“”'‘’«(\[@#$€£%-])")
_BOLD = regex(r"(\*{1,3})[^*:.!?\n]{2,40}\1:?")  # "**Economy**": a heading
_COUNTED = regex(r"\*\*\s?\d{1,2}[.)]\s")  # "**1. Peru votes.** …": numbered, and bold
_MARKS = regex(rf"(?:[{STARS}☆]\s*){{3,}}[\d(]")  # "★★★★★ 4.5/5": a rating


def opening(line: Line) -> Opening | None:
    if _BOLD.fullmatch(line.text) or _COUNTED.match(line.text):
        return None
    found = _OPENING.match(line.text)
    if found and _MARKS.match(line.text):
        return None
    return Opening(found.end()) if found and found.end() < len(line.text) else None


def confidence(block: Block) -> float:
    """A star is rarely anything else than an item; but a single one without a heading may be a footnote."""
    openings, share = openings_in(block, opening)
    if not openings or (openings == 1 and not block.heading and share < _SHARE_OF_ONE):
        return 0.0
    return 0.65 + 0.27 * min(1.0, 2 * share)
