"""`bulleted`: round-ups whose items are a list with dashes or bullets, also nested under headings."""

from __future__ import annotations

from events.extraction.layouts.blocks import Block, Opening, openings_in
from events.extraction.lines import Line
from events.extraction.patterns import regex

NAME = "bulleted"

_LEAST_TELLING = 28  # characters of an item: fewer are a label, a rubric or a name
_SIGNS = "°º•●▪■□▫►▶▸▹◆◇○◦‣⁃∙·✦✧✔✓➤➢➔→⇒❖※+~¤§"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_EMOJI = "\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"  # pictures set in front of each item
_OPENING = regex(
    rf"([{_SIGNS}]|!\[\]\(\)|[-–—]{{1,2}}(?=\s|[^\W\d_])|o(?=\s+[^\W\d_a-z])|[=-]?>{{1,3}}(?=\s)|{_FLAG}|(?=[{_EMOJI}])[^*★☆✱✳][\ufe0f]?)\s*(?=[^\s])"
)
_FIRST_PICTURE, _PICTURE = "\U0001f000", "\U0001f5de"  # each item may have a picture or a flag of its own: one sign

MEDIUM = regex(r"[-–—]\s*(?P<name>[^\W_].{1,38}?)\s[-–—]\s[A-Z]{2}")  # "- Gulf News - AE" under an item credits it


def opening(line: Line) -> Opening | None:
    found = _OPENING.match(line.text)
    if not found or found.end() >= len(line.text) or MEDIUM.fullmatch(line.text):
        return None
    return Opening(found.end(), sign=_PICTURE if found[1][0] >= _FIRST_PICTURE else found[1])


def confidence(block: Block) -> float:
    """Dashes also open quotations and asides, so several are needed, and a good share of the lines."""
    openings, share = openings_in(block, opening)
    if openings < 2 or share < 0.2 or not _tell_something(block):
        return 0.0
    return 0.6 + 0.3 * share


def _tell_something(block: Block) -> bool:
    """Whether an item says more than a label does: "- World", "- Reuters" stand over an article."""
    begun = [(line, one) for line in block.lines if not line.reason and (one := opening(line))]
    telling = sum(1 for line, one in begun if len(line.text) - one.length >= _LEAST_TELLING)
    return telling > 0
