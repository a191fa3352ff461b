"""`numbered`: round-ups whose items count themselves: `1.`, `3)`, `7/`, the headline mostly on the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from events.extraction.layouts.blocks import Block, Opening
from events.extraction.lines import Line
from events.extraction.patterns import regex

NAME = "numbered"

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_ROMAN = {numeral: n for n, numeral in enumerate(_NUMERALS, 1)}
_LEAST_ITEMS, _SHARE_OF_FEW = 3, 0.34
_OPENING = regex(
    r"[*_#]{0,3}\s*(?:"
    r"(?:no\.?\s*|tin\s+(?:số\s+)?|#)?(\d{1,3})\s*(?:[.)/:]|\.\)|[-–—]\s|\s?\|\s|\ufe0f?\u20e3)"  # 1. 2) 3/ 4 - 5️⃣
    r"|[(\[](\d{1,3})[)\]]|#(\d{1,3})(?=\s)|([IVX]{1,5})[.)/](?=\s))"  # (1) [1] #1 IV.
    r"[*_]{0,2}\s*(?=[^\W\d_]|[\"“‘'«(\[])",
    re.IGNORECASE,
)


_GLUED = regex(r"(?<=[.!?”\"])\s(\d{1,2})[.)]\s(?=[\"“‘']?[A-ZĐÀ-Ỹ][^.!?]{15})")


def opening(line: Line) -> Opening | None:
    if line.number:
        return Opening(0, sign="1")
    found = _numbered(line.text)
    if not found or found.end() >= len(line.text):
        return None
    return Opening(found.end(), sign="I" if found[4] else "1")


def _numbered(text: str) -> re.Match[str] | None:
    """The number in front; none where small letters count the points of an item: "ii) Either side may fly …"."""
    found = _OPENING.match(text)
    return None if found and found[4] and found[4].islower() else found


def glued(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where the next number of a list stands behind a sentence: "… for two weeks. 2. Fiji closes its schools"."""
    found: dict[int, list[int]] = {}
    last = 0
    for line in lines:
        if begun := _numbered(line.text):
            last = _number(begun)
        if not last:
            continue
        for one in _GLUED.finditer(line.text):
            if int(one[1]) == last + 1:
                found.setdefault(id(line), []).append(one.start(1))
                last += 1
    return found


def number_of(line: Line) -> int:
    found = None if line.number else _numbered(line.text)
    return _number(found) if found else line.number


def _number(found: re.Match[str]) -> int:
    digits = found[1] or found[2] or found[3]
    return int(digits) if digits else _ROMAN.get(found[4].upper(), 0)


def confidence(block: Block) -> float:
    """The numbers have to count: one, two, three. A list of two inside an article is no round-up."""
    lines = [line for line in block.lines if not line.reason]
    numbers = [number_of(line) for line in lines if opening(line)]
    steps = sum(1 for one, following in pairwise(numbers) if following == one + 1)
    share = len(numbers) / len(lines) if lines else 0.0
    if share < _SHARE_OF_FEW and any(line.text[0] == "[" and _numbered(line.text) for line in lines):
        return 0.0  # footnotes
    if not steps or (len(numbers) < _LEAST_ITEMS and share < _SHARE_OF_FEW):
        return 0.0
    return 0.55 + 0.2 * steps / (len(numbers) - 1) + 0.2 * min(1.0, 2 * share)
