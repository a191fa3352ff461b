"""Date phrases in English: "November 4-7", "on Thursday", "three days ago"."""

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


@dataclass(frozen=True, slots=True)
class _Patterns:
    month_day: re.Pattern[str]
    day_month: re.Pattern[str]
    month_year: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    weekday: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = data.load("dates.en")
    month = _capitalised(words["months"])
    weekday = _capitalised(words["weekdays"])
    nth = r"(?:st|nd|rd|th)?"
    dash = r"[ ]?(?:-|–|—|to|and|through)[ ]?"
    relative = alternatives([*words["relative_days"], *words["same_day"], *words["weekends"]])
    return _Patterns(
        month_day=re.compile(
            rf"\b({month})\.?[ ](?:the[ ](?=\d+[snrt]))?(\d{{1,2}}){nth}(?!\d)(?:(?:,[ ](?P<own>\d{{4}}))?{dash}"
            rf"(?:(?P<month>{month})\.?[ ])?(?P<end>\d{{1,2}}){nth}(?![\d%:]))?(?:,?[ ](?P<year>\d{{4}}))?(?!\d)"
        ),
        day_month=re.compile(
            rf"(?<![\d.,:/-])\b(\d{{1,2}}){nth}(?:{dash}(\d{{1,2}}){nth})?[ -](?:of[ ])?({month})\b\.?"
            rf"(?:{dash}(\d{{1,2}}){nth}[ ](?:of[ ])?({month})\b\.?)?(?:,?[ -](\d{{4}}))?(?!\d)"
        ),
        month_year=re.compile(rf"\b({month})\.?,?[ ](?:of[ ])?(\d{{4}})\b"),
        month=re.compile(rf"\b(?:in|since|until|by|last|this|next|early|late|mid)[ -]({month})\b(?![ ]\d)"),
        year=re.compile(r"\b(?:in|since|of|by)[ ](\d{4})\b"),
        weekday=re.compile(
            rf"\b(?:(?:(?:this|the)[ ])?(last|next|this|coming|past)[ ])?({weekday})\b"
            r"(?:[ ](?:of[ ])?(last|next|this)[ ]week\b)?"
        ),
        words=re.compile(rf"\b(?:{relative})\b", re.IGNORECASE),
        ago=re.compile(
            rf"\b({alternatives(words['numbers'])}|\d{{1,2}})[ ]days?[ ](?:ago|earlier today)\b", re.IGNORECASE
        ),
    )


def _capitalised(words: dict[str, int]) -> str:
    """Month and weekday names are capitalised, which keeps "may" and "march" out."""
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    return "|".join(sorted(forms, key=len, reverse=True))


def find(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    """In no order, and overlapping: of the kinds for which there are clues."""
    words, patterns = data.load("dates.en"), _patterns()
    months, weekdays, weeks = words["months"], words["weekdays"], words["week_words"]
    number = Clue.NUMBER in clues
    if number and Clue.MONTH in clues:
        for found in patterns.month_day.finditer(text, start, end):
            month, year = months[found[1].lower()], found["year"]
            end_month = months[found["month"].lower()] if found["month"] else None
            if year and end_month and end_month < month:  # "December 30 to January 2, 2024"
                year = int(year) - 1
            yield from day_phrase(
                found, day=found[2], month=month, year=found["own"] or year, end_day=found["end"], end_month=end_month
            )
        for found in patterns.day_month.finditer(text, start, end):
            yield from day_phrase(
                found,
                day=found[1],
                month=months[found[3].lower()],
                year=found[6],
                end_day=found[4] or found[2],
                end_month=months[found[5].lower()] if found[5] else None,
            )
        for found in patterns.month_year.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.MONTH, month=months[found[1].lower()], year=int(found[2]))
    if Clue.MONTH in clues:
        for found in patterns.month.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.MONTH, month=months[found[1].lower()])
    if number:
        for found in patterns.year.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.YEAR, year=int(found[1]))
    if Clue.WEEKDAY in clues:
        for found in patterns.weekday.finditer(text, start, end):
            word = found[1] or found[3]
            week = weeks.get(word) if word else None
            weekday, ahead = weekdays[found[2].lower()], word in words["weekday_ahead"]
            yield Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=weekday, week=week, ahead=ahead)
    if Clue.CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield calendar_word(found, words)
    if number or Clue.AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield days_ago(found, words)
    if Clue.FIXED in clues:
        yield from fixed_days(text, start, end, "en")
    if Clue.PARTED_NUMBERS in clues:
        yield from full_numeric(text, start, end, day_first=False)
