"""Which days are those of a count, or those from which holds what a sentence tells: "40 had died by Monday"."""

from __future__ import annotations

from events.extraction.days_in_perfect import has_lasted_since
from events.extraction.patterns import regex

_LATELY = range(-3, 1)  # days from the reference date
_WITHIN_A_WEEK = range(-7, 1)
_BY = 20  # characters in front of a day in which "by" stands
_OWNS = ("'s", "’s")  # "was beaten by Sunday's champions"
_COUNTED = regex(r"\b(?:as of|tính đến) (?:hết |late |early |(?:ngày|hôm|sáng|trưa|chiều|tối) )*$")
_UNTIL_THEN = regex(r"(?:tới|đến|sang) (?:(?:cuối )?ngày |hôm |sáng |trưa |chiều |tối |đêm |khuya |rạng sáng )*$")
_BY_THEN = regex(  # "40 had died by", and nobody "must come back by"
    r"(?:(?!\b(?:to|will|would|must|should|may|can|could|deadline|until|unless|if)\b)[^;:“\"]){4,120}?"
    r"\b(?:had|have|has|was|were)\b(?:(?!\bto\b)(?:[^,;:“\"]|,(?=\d)))* "
    r"by (?:late |early |(?:noon|midday|dusk) (?:on )?)*$"
)
_FROM_THEN = regex(r"(?<!nhất )(?<!tiên )(?<!đầu )(?<!hai )(?<!ba )\bkể từ (?:(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) )*$")
_IN_FORCE = regex(r"\bcó hiệu lực (?:kể )?từ (?:(?:đêm|hôm|ngày) )*$")
_SINCE_LONG = regex(r"\b(?:tăng|giảm|thiệt mạng|đã có|lên tới|tổng cộng|chưa từng)\b")
_AFTER_PRAYERS = regex(r"\b(?:after|following|before) (?:the )?$")
_PRAYERS = regex(r"(?:['’]s)? (?:noon |midday )?prayers?\b")


def is_of_a_count(before: str) -> bool:
    """Whether words in front of a day say that it is the day of a count: "82 had died as of"."""
    return _COUNTED.search(before) is not None


def is_in_force(before: str) -> bool:
    """Whether words in front of a day say that what was decided holds from it: "có hiệu lực từ ngày"."""
    return _IN_FORCE.search(before) is not None


def is_told_till_then(before: str, after: str, days: int, language: str) -> bool:
    """Whether a day that ends or begins something is that of what the sentence tells all the same.

    `before` and `after` stand around it in the sentence, in small letters; `days` is how far it lies from the reference
    date.
    """
    if language == "vi":
        if _UNTIL_THEN.fullmatch(before):
            return True  # "Đến sáng 6/9, …": then
        return days in _LATELY and _FROM_THEN.search(before) is not None and not _SINCE_LONG.search(before)
    if days in _WITHIN_A_WEEK and has_lasted_since(before):
        return True
    if days not in _LATELY:
        return False
    if _PRAYERS.match(after) and _AFTER_PRAYERS.search(before):
        return True  # "marched after Friday prayers"
    return not after.startswith(_OWNS) and " by " in before[-_BY:] and _BY_THEN.match(before) is not None
