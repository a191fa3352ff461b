"""Captions without a credit: sentences that tell what a picture shows, in the present and with a day."""

from __future__ import annotations

import re
from functools import cache

from events.extraction import data, sentences

LONGEST = 350  # characters
_LONGEST_REST = 30  # characters behind the sentence: "Xinhua"
_DAY = re.compile(
    r"\b(?:on|in|,)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s\d{1,2},?\s(?:19|20)\d\d)"
    r"|,\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,|\bin this\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|according|announced|was|were|has|have|had|will|would|after|because|reported|than)\b",
    re.IGNORECASE,
)
_QUOTES = '“"”'


def shows_one(text: str) -> bool:
    """Whether a line is one such sentence: "Soldiers stand guard near the temple, February 9, 2011."."""
    if len(text) > LONGEST or not text[0].isupper() or not _DAY.search(text):
        return False
    seen = _somebody().match(text)
    if seen is None or any(sign in text for sign in _QUOTES) or _TOLD.search(text):
        return False
    only = sentences.first(text, 0, len(text))
    return only is not None and only.end >= len(text) - _LONGEST_REST


@cache
def _somebody() -> re.Pattern[str]:
    words = data.load("scenes")
    anybody, does, do = ("|".join(map(re.escape, words[name])) for name in ("anybody", "does", "do"))
    word = r"(?!(?:to|that|who|which|stood|sat|held|ran|took|kept|went|came|made|put|lay|were|was|\w+ed)\b)[\w'’-]+\s"
    return re.compile(
        rf"(?:(?:An?|One|Two|Three|Four|Five|Several|Some)\s(?:{word}){{1,6}}?(?:{does}|{do})"
        rf"|(?:[\w'’-]+\s){{0,4}}?(?i:{anybody})\s(?:{word}){{0,5}}?(?:{do})"
        rf"|(?:(?:[A-Z][\w'’.-]{{0,30}},?|of|the|and|minister|president|leader|spokesman|spokeswoman|center|left|right)\s)"
        rf"{{1,9}}(?:{does}))\b"
    )
