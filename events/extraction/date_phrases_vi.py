"""Date phrases in Vietnamese: "ngày 29-10", "hôm qua", "thứ Sáu tới". The day always comes before the month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from events.extraction import data
from events.extraction.date_parts import (
    Clue,
    Kind,
    Phrase,
    alternatives,
    calendar_word,
    day_phrase,
    days_ago,
    fixed_days,
    full_numeric,
)

_UNTIL = r"[ ]?(?:-|–|—|đến hết|đến|tới|và|,)[ ]?(?:ngày[ ])?"
_TWO_DATES = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?{_UNTIL}(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?(?![\d/-])"
)
_RANGE = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})(?:,[ ]?\d{{1,2}}){{0,4}}(?:{_UNTIL}|,?[ ]rạng sáng[ ](?:ngày[ ])?)(\d{{1,2}})"
    r"(?:[/.]|(?<=và \d)-|(?<=và \d\d)-)(\d{1,2})(?:[/.-](\d{4}))?(?![\d/-])"
)
_DAY = re.compile(r"(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/%-])(?![.,]\d)")
_BRACKET = re.compile(r"\((\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\)")
_YEAR = re.compile(r"\bnăm[ ](\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    spelled: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]
    day_word_before: re.Pattern[str]
    weekday_opening: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = data.load("dates.vi")
    number = r"\d{1,2}|" + alternatives(words["months"])
    relative = alternatives([*words["relative_days"], *words["same_day"], *words["weekends"]])
    week = alternatives([*words["week_words"], *words["weekday_ahead"], *words["weekday_past"]])
    return _Patterns(
        spelled=re.compile(
            rf"(?<![\d/.-])(\d{{1,2}})(?:{_UNTIL}(\d{{1,2}}))?[ ]tháng[ ]({number})\b"
            r"(?:(?:[ ]năm[ ]|[ ]?[/,.-][ ]?|[ ])(\d{4})(?!\d))?",
            re.IGNORECASE,
        ),
        month=re.compile(rf"\btháng[ ]({number})\b(?:(?:[ ]năm[ ]|[/-])(\d{{4}})\b)?(?![/-]\d)", re.IGNORECASE),
        weekday=re.compile(
            rf"\b({alternatives(words['weekdays'])})\b(?:[ ](?:của[ ])?({week})\b)?",
            re.IGNORECASE,
        ),
        words=re.compile(rf"\b(?:{relative})\b", re.IGNORECASE),
        ago=re.compile(
            r"\b(?:cách đây[ ](?=[^ ]+[ ](?:ngày|hôm)\b(?![ ](?:sau|nữa)))"
            r"|(?=[^ ]+[ ]ngày[ ]trước\b(?:[,.;:)]|$|(?-i:[ ][A-ZĐ(]))))"
            rf"({alternatives(words['numbers'])}|\d{{1,2}})[ ](?:ngày|hôm)\b",
            re.IGNORECASE,
        ),
        day_word_before=re.compile(
            rf"\b(?:(?:{alternatives(words['day_words'])}|từ)[ ]|đêm(?:[ ][^\W\d_]+){{1,2}}[ ])$",
            re.IGNORECASE,
        ),
        weekday_opening=re.compile(rf"\b(?:{alternatives(words['weekday_openings'])})[ ]$", re.IGNORECASE),
    )


def find(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    """In no order, and overlapping: of the kinds for which there are clues."""
    words, patterns = data.load("dates.vi"), _patterns()

    def day_word(found: re.Match[str]) -> bool:
        before = text[max(start, found.start() - 16) : found.start()]
        return bool(patterns.day_word_before.search(before))

    def month_number(word: str) -> int:
        return int(word) if word.isdigit() else words["months"][word.lower()]

    number = Clue.NUMBER in clues
    if Clue.PARTED_NUMBERS in clues:
        for found in _TWO_DATES.finditer(text, start, end):
            if day_word(found) or found[3] or found[6]:
                year = found[3] or found[6]
                yield from day_phrase(
                    found, day=found[1], month=found[2], year=year, end_day=found[4], end_month=found[5]
                )
        for found in _RANGE.finditer(text, start, end):
            if (day_word(found) or found[4]) and int(found[1]) < int(found[2]):
                yield from day_phrase(found, day=found[1], month=found[3], year=found[4], end_day=found[2])
        for found in _DAY.finditer(text, start, end):
            if day_word(found) or found[3]:
                yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
        for found in _BRACKET.finditer(text, start, end):
            yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
    if number and Clue.MONTH in clues:
        for found in patterns.spelled.finditer(text, start, end):
            yield from day_phrase(found, day=found[1], month=month_number(found[3]), year=found[4], end_day=found[2])
    if Clue.MONTH in clues:
        for found in patterns.month.finditer(text, start, end):
            month = month_number(found[1])
            if 1 <= month <= 12:
                year = int(found[2]) if found[2] else None
                yield Phrase(found.start(), found.end(), Kind.MONTH, month=month, year=year)
    if number:
        for found in _YEAR.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.YEAR, year=int(found[1]))
    if Clue.WEEKDAY in clues:
        for found in patterns.weekday.finditer(text, start, end):
            before = text[max(start, found.start() - 12) : found.start()]
            named = found[1][0].lower() == "c" or found[1].split()[1][0].isupper()  # "Chủ nhật", "thứ Ba": no third one
            if found[2] or patterns.weekday_opening.search(before) or named:
                word = (found[2] or "").lower()
                weekday, ahead = words["weekdays"][found[1].lower()], word in words["weekday_ahead"]
                week = words["week_words"].get(word)
                yield Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=weekday, week=week, ahead=ahead)
    if Clue.CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield calendar_word(found, words)
    if Clue.AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield days_ago(found, words)
    if Clue.FIXED in clues:
        yield from fixed_days(text, start, end, "vi")
    if Clue.PARTED_NUMBERS in clues:
        yield from full_numeric(text, start, end, day_first=True)
