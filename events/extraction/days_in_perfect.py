"""English days behind a happening told in the perfect: "have signed on Tuesday", "has aided those hit on Monday".

By the books no past day stands beside a perfect, so that it would be that of what led to the happening; but many papers
print one, and it is the happening's own where nothing else that happened stands between the two.
"""

from __future__ import annotations

import re

from events.extraction.patterns import regex

_OWNS = ("'s", "’s")  # "has called on him to ignore Sunday's election"
_PARTS = regex(r".*[,;:“\"]", re.S)  # of a sentence, the last but one
_PERFECT = regex(r"\b(?:has|have) (?:not |now |also |all |been )*+\w+(?:ed|t|n|k|d|g)\b")
_OF_ANOTHER = regex(  # what names another happening, or begins a clause of its own
    r"\b(?:about|after|against|as|before|during|follow\w+|for|over|since|that|they|he|she|it|who|whom|which|when|where|"
    r"while|whose|with)\b"
    r"|\b(?!unharmed|unhurt|armed)(?:\w{3,}ed|hit|held|made|shot|begun|given|taken|sent|hurt|seen|told|set) "
    r"(?:(?:by|in|on|at|from|near|outside|during|to|late|early|last)\b|$)"
    r"|\b(?:attacks?|strikes?|clash\w*|murder|killings?|shooting|crash|blast|explosion|bombing|flood\w*|earthquake|fire|"
    r"storm|talks|elections?|vote|polls?|referendum|riots?|protests?|raid|violence|incident|massacre|summit|meeting)\b"
)
_HARM = regex(
    r"\b(?:has|have) (?:now |also |already )?(?:(?:been )?(?:died|killed|drowned|perished|injured|hurt|wounded|crushed|"
    r"missing|displaced|evacuated|stranded|trapped|rescued|cut off|swept away)|lost (?:his|her|their) (?:life|lives))"
    r"[^;:“\"]*? (?:after|when|as|in) [^,;:“\"]*$"
)
_SINCE = regex(r"\bsince (?:late |early |last )?$")
_STATE = regex(r"\b(?:has|have|is|are|was|were)\b")
_COUNTED = regex(  # since when something is counted, compared, or told of others
    r"[;:“\"\d]|\b(?:who|which|that|where|whom|after|first|second|third|lowest|highest|most|worst|biggest|largest|"
    r"heaviest|message|times?|days?|weeks?|dozens|hundreds|thousands|killed|died|injured|wounded|missing|held|jailed|"
    r"detained|imprisoned)\b"
)


def is_of_another(before: str, after: str) -> bool:
    """Whether a past day between these words of a sentence is that of what led to a happening told in the perfect."""
    if "has " not in before and "have " not in before:
        return False
    parted = _PARTS.match(before)
    told = _PERFECT.search(before, parted.end() if parted else 0)
    if told is None or _HARM.search(before):
        return False  # "have died after a ferry sank": that day they came to harm
    between = _SINCE.sub("", before[told.end() :])
    return after.startswith(_OWNS) or _OF_ANOTHER.search(between) is not None


def has_lasted_since(before: str) -> bool:
    """Whether what a sentence tells goes on since the day behind these words: "have blocked the road since Monday"."""
    return _SINCE.search(before) is not None and _STATE.search(before) is not None and not _COUNTED.search(before)
