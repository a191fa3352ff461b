"""What date phrases are made of in both languages: their kinds, the numbers of a day, and words that stand for days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from events.extraction.patterns import regex


class Kind(Enum):
    DAY = auto()  # a calendar day, with or without its year, or a span of days
    MONTH = auto()
    YEAR = auto()
    RELATIVE = auto()  # "yesterday": `offset` days from the reference date
    WEEKDAY = auto()
    SAME_DAY = auto()  # the day of the item before, or `offset` days from it
    NTH = auto()  # "the first Tuesday of October"
    FEAST = auto()  # "Easter Sunday"


@dataclass(slots=True)
class Phrase:
    """The numbers a date phrase names; None where it leaves them open."""

    start: int
    end: int
    kind: Kind
    day: int | None = None
    month: int | None = None
    year: int | None = None
    end_day: int | None = None
    end_month: int | None = None
    offset: int = 0
    weekday: int | None = None
    week: int | None = None  # -1 last week, 0 this week, 1 next week
    ahead: bool = False  # the coming one: "thứ Sáu tới"
    after_next: bool = False  # "Friday after next"
    nth: int = 0  # which one of its month: -1 the last
    years: int | None = None  # from the reference date's: -1 last year
    months: int | None = None  # the same for a day without its month: "the 15th of last month"
    feast: dict[str, int] | None = None  # how to find the day of that name: an entry of the language's [feasts]
    rough: bool = False  # a day only about: "two weeks ago"
    opening: bool = False  # "hours later", which says so only at the head of an item
    day_first: bool | None = None  # False: the numbers may also be read month first

    @property
    def has_year(self) -> bool:
        return bool(self.year) or self.years is not None


class Clue(StrEnum):
    """What a date phrase of some sort cannot do without."""

    NUMBER = auto()
    PARTED_NUMBERS = auto()  # "1/11", "2024-11-01"
    MONTH = auto()
    ORDINAL = auto()  # "first", "twenty-second"
    WEEKDAY = auto()
    CALENDAR_WORD = auto()
    AGO = auto()
    AHEAD = auto()
    OTHER_DAY = auto()
    FEAST = auto()


MONTH_EN = (  # as stamps and datelines print it, for patterns that ignore case
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY_EN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_NEXT_CENTURY = 50  # of two digits
_ISO = regex(r"(?<![\d/.-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_NUMERIC = regex(r"(?<![\d/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2(\d{4})|/(\d{1,2})/(\d{2}))(?![\d/-])")
_TWO_DIGITS = regex(r"(?<![\d/.,-])(\d\d)([.-])(\d\d)\2(\d\d)(?![\d/-]|[.,]\d)")  # "31.01.24"


def full_numeric(text: str, start: int, end: int, *, day_first: bool) -> Iterator[Phrase]:
    """Days with their year in numbers alone; without `day_first` those that may be read in two ways say so."""
    for found in _ISO.finditer(text, start, end):
        yield from day_phrase(found, day=found[4], month=found[3], year=found[1])
    for found in _TWO_DIGITS.finditer(text, start, end):
        first, second = int(found[1]), int(found[3])
        first, second = (second, first) if second > 12 >= first else (first, second)
        yield from day_phrase(found, day=first, month=second, year=century(found[4]))
    for found in _NUMERIC.finditer(text, start, end):
        first, second = int(found[1]), int(found[3] or found[5])
        if second > 12 >= first:
            first, second = second, first
        for phrase in day_phrase(found, day=first, month=second, year=found[4] or century(found[6])):
            if not day_first and first <= 12 and first != second:
                phrase.day_first = False
            yield phrase


def century(digits: str) -> str:
    """The year that two digits mean in the news of our time: 24 is 2024, 74 is 1974."""
    return f"{'20' if int(digits) < _NEXT_CENTURY else '19'}{digits}"


def day_phrase(
    found: re.Match[str],
    *,
    day: int | str,
    month: int | str | None,
    year: int | str | None = None,
    end_day: int | str | None = None,
    end_month: int | str | None = None,
) -> Iterator[Phrase]:
    """A DAY phrase, if these numbers can be a date at all."""
    numbers = [int(n) if n is not None else None for n in (day, month, year, end_day, end_month)]
    d, m, y, d2, m2 = numbers
    if not (1 <= (d or 0) <= 31 and 1 <= (m or 0) <= 12 and (y is None or 1900 <= y <= 2100)):
        return
    if (d2 is not None and not 1 <= d2 <= 31) or (m2 is not None and not 1 <= m2 <= 12):
        d2 = m2 = None
    yield Phrase(found.start(), found.end(), Kind.DAY, d, m, y, d2, m2)


_DAYS_OF = {"week": 7, "tuần": 7, "fortnight": 14}


def distant_day(found: re.Match[str], words: dict, sign: int, kind: Kind = Kind.RELATIVE) -> Phrase:
    """ "three days ago", "two weeks from now": the match's groups name the number and, of weeks, the unit."""
    told = {name.rstrip("2"): part for name, part in found.groupdict().items() if part}
    number, unit = told["number"].lower(), _DAYS_OF.get(told.get("unit", "").lower(), 1)
    days = (words["numbers"].get(number) or int(number)) * unit
    return Phrase(found.start(), found.end(), kind, offset=sign * days, rough=unit > 1, ahead=sign > 0)


_SATURDAY = 5


def calendar_word(found: re.Match[str], words: dict) -> Phrase:
    """ "yesterday", "the same day"."""
    word = found[0].lower()
    if word in words["relative_days"]:
        return Phrase(found.start(), found.end(), Kind.RELATIVE, offset=words["relative_days"][word])
    if word in words["weekends"]:
        return Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=_SATURDAY)
    return Phrase(found.start(), found.end(), Kind.SAME_DAY)


def alternatives(words: Iterable[str]) -> str:
    """For a pattern: any of the words, the longest that fits."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
