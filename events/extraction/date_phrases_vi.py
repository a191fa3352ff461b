"""Date phrases in Vietnamese: "ngày 29-10", "hôm qua", "thứ Sáu tới". The day always comes before the month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from events.extraction import data, feasts
from events.extraction.date_parts import (
    Clue,
    Kind,
    Phrase,
    alternatives,
    calendar_word,
    century,
    day_phrase,
    distant_day,
    full_numeric,
)
from events.extraction.patterns import regex

_UNTIL = r"[ ]?(?:-|–|—|đến hết|đến|tới|và|,)[ ]?(?:ngày[ ])?"
_TWO_DATES = regex(
    rf"(?<![\d/.:-])(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?{_UNTIL}(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?(?![\d/-])"
)
_RANGE = regex(
    r"(?<![\d/.:-])(\d{1,2})(?:,[ ]?\d{1,2}){0,4}(?:"
    r"[ ]?[-–—][ ]?(?:ngày[ ])?(\d{1,2})[/.](\d{1,2})"
    r"|[ ]?(?:đến hết|đến|tới|và|,)[ ]?(?:ngày[ ])?(\d{1,2})[/.-](\d{1,2}))(?:[/.-](\d{4}))?(?![\d/-])"
)
_INTO_DAWN = regex(  # "đêm 1, rạng sáng 2/4": the dawn of the second day, to which the month belongs
    r"(?<![\d/.-])\d{1,2}(?:[/.-]\d{1,2})?,?[ ](?:rạng[ ](?:sáng[ ])?|sáng[ ](?:sớm[ ])?)(?:ngày[ ])?"
    r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/-])"
)
_DAY = regex(r"(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/%-])(?![.,]\d)")
_SHORT_YEAR = regex(r"\b(?:ngày|hôm)[ ](\d{1,2})([.-])(\d{1,2})\2(\d\d)(?![\d/-]|[.,]\d)", re.IGNORECASE)  # "31-1-24"
_BRACKET = regex(r"[(\[](\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?[)\]]")
_OPENING = regex(  # in front of a report, where no word need say so: "LIMA, 3/3 (AFP) - …", "AFP, 3/3 – …"
    r"[^\W\d_][\w.'’ -]{1,30}?,?[ ](\d{1,2})[/-](\d{1,2})(?=[ ]?\([^()\n]{2,30}\)[ ]?[-–—:]|[ ]?[-–—:][ ])"
)
_YEAR = regex(r"\bnăm[ ](\d{4})\b", re.IGNORECASE)
_SPACED = regex(  # "ngày 28 - 10", "hôm 28/ 10", "ngày 05 -06 -2023", "ngày 17 – 03"
    r"\b(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)[ ](\d{1,2})(?:[ ][/-][ ]?|[/-][ ]|[ ]?–[ ]?(?=0\d|1[0-2]))(\d{1,2})"
    r"(?:[ ]?[/–-][ ]?((?:19|20)\d\d))?(?![\d/.-]|[ ](?:tháng|[/-])\b)",
    re.IGNORECASE,
)
_DAY_ALONE = regex(
    r"\b(?<!mỗi[ ])(?<!trong[ ])(?<!một[ ])(?:ngày|hôm|mùng|mồng|Ngày|Hôm|Mùng|Mồng)[ ](?:mùng[ ]|mồng[ ])?(\d{1,2})"
    r"(?:[ ]((?:của[ ])?tháng[ ](?:này|trước|tới|sau)|vừa qua|vừa rồi)\b"
    r"|(?=,[ ](?!rạng |sáng )\D|[;)]|[.](?:[ ]|$)|$"
    r"|[ ](?:đưa tin|cho|tuyên bố|thông báo|xác nhận|khẳng định|nói|ra|ký|bắt|thăm|gặp|đã)\b))"
)
_DAY_WORDS = 28  # characters in which the words stand that make numbers a day
_LUNAR = regex(r"[ ]?[,(]?[ ]?(?:âm[ ]lịch|AL\b)", re.IGNORECASE)
_NIGHT = regex(r"\b(?:đêm|ngày|tối)[ ]$", re.IGNORECASE)
_GOES_INTO = regex(r"\b(?:sang|vào|hết|suốt)[ ](?:đêm|ngày|tối)[ ]$", re.IGNORECASE)
_ON_END = regex(r"[ ](?:liên tiếp|liên tục|liền|trong vòng|trong tuần|của|kể từ)\b")
_MONTHS_OF = {"này": 0, "trước": -1, "tới": 1, "sau": 1}


class _Patterns(NamedTuple):
    spelled: re.Pattern[str]
    two_spelled: re.Pattern[str]
    first_or_last: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]
    ahead: re.Pattern[str]
    other_day: re.Pattern[str]
    day_word_before: re.Pattern[str]
    weekday_opening: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = data.load("dates.vi")
    month = r"\d{1,2}|" + alternatives(words["months"])
    relative = alternatives([*words["relative_days"], *words["same_day"], *words["weekends"]])
    week = alternatives([*words["week_words"], *words["weekday_ahead"], *words["weekday_past"]])
    numbers = alternatives(words["numbers"])
    number = rf"(?P<number>{numbers}|\d{{1,2}})"
    ends = r"(?:[,.;:)]|$|(?-i:[ ][A-ZĐ(]))"
    return _Patterns(
        spelled=regex(
            rf"(?<![\d/.-])(\d{{1,2}}|(?:(?<=\bngày[ ])|(?<=\bmùng[ ])|(?<=\bmồng[ ]))(?:{numbers}))"
            rf"(?:{_UNTIL}(\d{{1,2}}))?[ ]tháng[ ]({month})\b(?:(?:[ ]năm[ ]|[ ]?[/,.-][ ]?|[ ])(\d{{4}})(?!\d))?",
            re.IGNORECASE,
        ),
        two_spelled=regex(  # "28 tháng 1 đến ngày 2 tháng 2"
            rf"(?<![\d/.-])(\d{{1,2}})[ ]tháng[ ]({month}){_UNTIL}(\d{{1,2}})[ ]tháng[ ]({month})\b"
            r"(?:[ ]năm[ ](\d{4})\b)?",
            re.IGNORECASE,
        ),
        first_or_last=regex(
            rf"\bngày[ ](đầu|cuối)(?:[ ](?:tiên|cùng))?[ ](?:của[ ])?tháng[ ]({month})\b"
            r"(?:(?:[ ]năm[ ]|[/-])(\d{4})\b)?",
            re.IGNORECASE,
        ),
        month=regex(rf"\btháng[ ]({month})\b(?:(?:[ ]năm[ ]|[/-])(\d{{4}})\b)?(?![/-]\d)", re.IGNORECASE),
        weekday=regex(
            rf"\b({alternatives(words['weekdays'])})\b(?:,?[ ](?:của[ ])?({week})\b)?",
            re.IGNORECASE,
        ),
        words=regex(rf"\b(?:{relative})\b", re.IGNORECASE),
        ago=regex(
            rf"\b(?:cách (?:đây|nay)[ ]{number}[ ](?:ngày|hôm|(?P<unit>tuần))\b(?![ ](?:sau|nữa))"
            rf"|{number.replace('number', 'number2')}[ ](?:ngày|hôm|(?P<unit2>tuần))[ ]trước\b(?={ends}))",
            re.IGNORECASE,
        ),
        ahead=regex(rf"\b{number}[ ](?:ngày|hôm|(?P<unit>tuần))[ ]nữa\b", re.IGNORECASE),
        other_day=regex(
            rf"\b(?:(?:trước|sau)[ ]đó[ ]{number}[ ]ngày\b"
            rf"|{number.replace('number', 'number2')}[ ]ngày[ ](?:trước[ ]đó|sau[ ]đó|sau(?=,))"
            r"|ngày[ ]hôm[ ](?:trước|sau)\b|hôm[ ]sau\b(?=,))",
            re.IGNORECASE,
        ),
        day_word_before=regex(
            rf"\b(?:(?:{alternatives(words['day_words'])}|từ)[ ](?:(?:sớm|muộn)[ ])?"
            r"|đêm(?:[ ][^\W\d_]+){1,2}[”\"]?[ ]"
            rf"|(?:ngày|lễ)[ ](?:{alternatives(words['named_days'])})(?:[ ][^\W\d_]+)?[ ]"
            rf"|(?:{alternatives(words['weekdays'])}|cn|t[2-7])\.?,?[ ]|\d{{1,2}}(?:h|g|giờ)(?:\d\d)?[ ])$",
            re.IGNORECASE,
        ),
        weekday_opening=regex(rf"\b(?:{alternatives(words['weekday_openings'])})[ ]$", re.IGNORECASE),
    )


def find(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    """In no order, and overlapping: of the kinds for which there are clues."""
    for phrase in _find(text, start, end, clues):
        if not (phrase.kind is Kind.DAY and _LUNAR.match(text, phrase.end, end)):
            yield phrase


def _find(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    words, patterns = data.load("dates.vi"), _patterns()
    number = Clue.NUMBER in clues
    if Clue.PARTED_NUMBERS in clues:
        yield from _in_numbers(text, start, end)
    if number:
        for found in _DAY_ALONE.finditer(text, start, end):
            told = found[2] or ""
            months = _MONTHS_OF.get(told.rpartition(" ")[2])
            week = -1 if told.startswith("vừa") else None
            yield Phrase(found.start(), found.end(), Kind.DAY, day=int(found[1]), months=months, week=week)
        for found in _YEAR.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.YEAR, year=int(found[1]))
    if Clue.MONTH in clues:
        yield from _of_months(text, start, end)
    if Clue.WEEKDAY in clues:
        for found in patterns.weekday.finditer(text, start, end):
            before = text[max(start, found.start() - 12) : found.start()]
            named = found[1][0].lower() == "c" or found[1].split()[1][0].isupper()  # "Chủ nhật", "thứ Ba": no third one
            if (found[2] or patterns.weekday_opening.search(before) or named) and not _is_counted(text, found, before):
                word = (found[2] or "").lower()
                weekday, ahead = words["weekdays"][found[1].lower()], word in words["weekday_ahead"]
                week = words["week_words"].get(word)
                yield Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=weekday, week=week, ahead=ahead)
    if Clue.CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield calendar_word(found, words)
    if Clue.AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield distant_day(found, words, -1)
    if Clue.AHEAD in clues:
        for found in patterns.ahead.finditer(text, start, end):
            yield distant_day(found, words, 1)
    if Clue.OTHER_DAY in clues:
        for found in patterns.other_day.finditer(text, start, end):
            sign = -1 if "trước" in found[0].lower() else 1
            if found["number"] or found["number2"]:
                yield distant_day(found, words, sign, Kind.SAME_DAY)
            else:
                yield Phrase(found.start(), found.end(), Kind.SAME_DAY, offset=sign)
    if Clue.FEAST in clues:
        yield from feasts.find(text, start, end, "vi")


def _is_counted(text: str, found: re.Match[str], before: str) -> bool:
    """ "đêm thứ ba liên tiếp": the third one, no Tuesday."""
    if found[2] or not found[0].islower() or not _NIGHT.search(before):
        return False
    return _ON_END.match(text, found.end()) is not None or _GOES_INTO.search(before) is not None


def _in_numbers(text: str, start: int, end: int) -> Iterator[Phrase]:
    """ "ngày 29-10", "từ ngày 18-21/9", "29/10/2024": numbers are days where a word or their year says so."""
    patterns = _patterns()

    def day_word(found: re.Match[str]) -> bool:
        before = text[max(start, found.start() - _DAY_WORDS) : found.start()]
        if before.endswith(" vào "):  # no share of anything: "vào 1/3 số ghế"
            return int(found[1]) > int(found[2] or 31)
        return bool(patterns.day_word_before.search(before))

    for found in _TWO_DATES.finditer(text, start, end):
        if day_word(found) or found[3] or found[6] or text[found.start() - 1 : found.start()] == "(":
            year = found[3] or found[6]
            yield from day_phrase(found, day=found[1], month=found[2], year=year, end_day=found[4], end_month=found[5])
    for found in _RANGE.finditer(text, start, end):
        last, month = found[2] or found[4], found[3] or found[5]
        if (day_word(found) or found[6]) and int(found[1]) < int(last):
            yield from day_phrase(found, day=found[1], month=month, year=found[6], end_day=last)
    for found in _SPACED.finditer(text, start, end):
        yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
    for found in _INTO_DAWN.finditer(text, start, end):
        if day_word(found):
            yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
    for found in _DAY.finditer(text, start, end):
        if (
            day_word(found)
            or found[3]
            or (found.start() == start and text[found.end() : found.end() + 1] in (",", ":"))
        ):
            yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
    for found in _SHORT_YEAR.finditer(text, start, end):
        yield from day_phrase(found, day=found[1], month=found[3], year=century(found[4]))
    for found in _BRACKET.finditer(text, start, end):
        yield from day_phrase(found, day=found[1], month=found[2], year=found[3])
    if opening := _OPENING.match(text, start, end):
        for phrase in day_phrase(opening, day=opening[1], month=opening[2]):
            phrase.start = opening.start(1)
            yield phrase
    yield from full_numeric(text, start, end, day_first=True)


def _of_months(text: str, start: int, end: int) -> Iterator[Phrase]:
    words, patterns = data.load("dates.vi"), _patterns()

    def month_number(word: str) -> int:
        return int(word) if word.isdigit() else words["months"][word.lower()]

    for found in patterns.spelled.finditer(text, start, end):
        day = found[1] if found[1].isdigit() else words["numbers"][found[1].lower()]
        yield from day_phrase(found, day=day, month=month_number(found[3]), year=found[4], end_day=found[2])
    for found in patterns.two_spelled.finditer(text, start, end):
        first, last = month_number(found[2]), month_number(found[4])
        if first <= last:
            yield from day_phrase(found, day=found[1], month=first, year=found[5], end_day=found[3], end_month=last)
    for found in patterns.first_or_last.finditer(text, start, end):
        nth, year = 1 if found[1].lower() == "đầu" else -1, int(found[3]) if found[3] else None
        yield Phrase(found.start(), found.end(), Kind.NTH, nth=nth, month=month_number(found[2]), year=year)
    for found in patterns.month.finditer(text, start, end):
        month = month_number(found[1])
        if 1 <= month <= 12:
            year = int(found[2]) if found[2] else None
            yield Phrase(found.start(), found.end(), Kind.MONTH, month=month, year=year)
