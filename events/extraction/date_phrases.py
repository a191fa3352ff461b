"""Date phrases in a text, found but not yet resolved: "November 4-7", "ngày 29-10", "hôm qua", "on Thursday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from string import digits

import ahocorasick

from events.extraction import data


class Kind(Enum):
    DAY = auto()  # a calendar day, with or without its year, or a span of days
    MONTH = auto()
    YEAR = auto()
    RELATIVE = auto()  # "yesterday": `offset` days from the reference date
    WEEKDAY = auto()
    SAME_DAY = auto()  # the day of the item before


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
    day_first: bool | None = None  # False: the numbers may also be read month first


# What a date phrase of some sort cannot do without.
_NUMBER, _MONTH, _WEEKDAY, _CALENDAR_WORD, _AGO, _FIXED = "number", "month", "weekday", "word", "ago", "fixed"
_PARTED_NUMBERS, _PARTED = "parted numbers", re.compile(r"\d[/.-]\d")  # "1/11", "2024-11-01"


def find(text: str, start: int, end: int, language: str) -> list[Phrase]:
    """The date phrases of `text[start:end]` in order, without overlap; where two overlap the more exact one stays."""
    stretch = text[start:end]
    clues = {clue for _, clue in _clues(language).iter(stretch.lower())}
    if not clues:
        return []
    if _NUMBER in clues and _PARTED.search(stretch):
        clues.add(_PARTED_NUMBERS)
    finder = _vietnamese if language == "vi" else _english
    found = list(finder(text, start, end, clues))
    if len(found) < 2:
        return found
    found.sort(key=lambda phrase: (phrase.start, phrase.start - phrase.end))
    kept: list[Phrase] = []
    for phrase in found:
        if kept and phrase.start < kept[-1].end:
            continue
        if kept and kept[-1].kind is Kind.WEEKDAY and phrase.kind is Kind.DAY and phrase.start - kept[-1].end <= 8:
            kept.pop()  # "Friday, November 1", "thứ Sáu (1/11)": the date says it all
        kept.append(phrase)
    return kept


@cache
def _clues(language: str) -> ahocorasick.Automaton:
    """Finds the clues in one pass: most sentences hold none, and the others are asked only for what they may hold."""
    words = data.load("dates.vi" if language == "vi" else "dates.en")
    listed = (
        (_NUMBER, digits),
        (_MONTH, ["tháng "] if language == "vi" else words["months"]),
        (_WEEKDAY, words["weekdays"]),
        (_CALENDAR_WORD, [*words["relative_days"], *words["same_day"]]),
        (_AGO, ["cách đây", "ngày trước"] if language == "vi" else ["days ago"]),
        (_FIXED, words["fixed_days"]),
    )
    automaton = ahocorasick.Automaton()
    for clue, texts in listed:
        for text in texts:
            automaton.add_word(text.lower(), clue)
    automaton.make_automaton()
    return automaton


# --- Numbers, alike in both languages

_ISO = re.compile(r"(?<![\d/.-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2(\d{4})|/(\d{1,2})/(\d{2}))(?![\d/-])")


def _full_numeric(text: str, start: int, end: int, *, day_first: bool) -> Iterator[Phrase]:
    for found in _ISO.finditer(text, start, end):
        yield from _day(found, day=found[4], month=found[3], year=found[1])
    for found in _NUMERIC.finditer(text, start, end):
        first, second = int(found[1]), int(found[3] or found[5])
        if second > 12 >= first:
            first, second = second, first
        for phrase in _day(found, day=first, month=second, year=found[4] or _century(found[6])):
            ambiguous = not day_first and first <= 12 and first != second
            yield Phrase(**{name: getattr(phrase, name) for name in _SHAPE}, day_first=False if ambiguous else None)


def _century(digits: str) -> str:
    """The year that two digits mean in the news of our time: 24 is 2024, 74 is 1974."""
    return f"{'20' if int(digits) < _NEXT_CENTURY else '19'}{digits}"


_NEXT_CENTURY = 50
_SHAPE = ("start", "end", "kind", "day", "month", "year")


def _day(
    found: re.Match[str],
    *,
    day: int | str,
    month: int | str | None,
    year: int | str | None = None,
    end_day: int | str | None = None,
    end_month: int | str | None = None,
    start: int | None = None,
) -> Iterator[Phrase]:
    """A DAY phrase, if these numbers can be a date at all."""
    numbers = [int(n) if n is not None else None for n in (day, month, year, end_day, end_month)]
    d, m, y, d2, m2 = numbers
    if not (1 <= (d or 0) <= 31 and 1 <= (m or 0) <= 12 and (y is None or 1900 <= y <= 2100)):
        return
    if (d2 is not None and not 1 <= d2 <= 31) or (m2 is not None and not 1 <= m2 <= 12):
        d2 = m2 = None
    yield Phrase(found.start() if start is None else start, found.end(), Kind.DAY, d, m, y, d2, m2)


def _fixed_days(text: str, start: int, end: int, language: str) -> Iterator[Phrase]:
    days = data.load(f"dates.{language}")["fixed_days"]
    for found in _fixed_day_names(language).finditer(text, start, end):
        month, day = days[found[0]]
        yield from _day(found, day=day, month=month)


@cache
def _fixed_day_names(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(data.load(f'dates.{language}')['fixed_days'])})")


# --- English


@dataclass(frozen=True, slots=True)
class _EnglishPatterns:
    month_day: re.Pattern[str]
    day_month: re.Pattern[str]
    month_year: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    weekday: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def _english_patterns() -> _EnglishPatterns:
    words = data.load("dates.en")
    month = _capitalised(words["months"])
    weekday = _capitalised(words["weekdays"])
    nth = r"(?:st|nd|rd|th)?"
    dash = r"[ ]?(?:-|–|—|to|and|through)[ ]?"
    relative = "|".join(sorted(map(re.escape, [*words["relative_days"], *words["same_day"]]), key=len, reverse=True))
    return _EnglishPatterns(
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
            rf"\b({_alternatives(words['numbers'])}|\d{{1,2}})[ ]days?[ ](?:ago|earlier today)\b", re.IGNORECASE
        ),
    )


def _capitalised(words: dict[str, int]) -> str:
    """Month and weekday names are capitalised, which keeps "may" and "march" out."""
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    return "|".join(sorted(forms, key=len, reverse=True))


def _english(text: str, start: int, end: int, clues: Set[str]) -> Iterator[Phrase]:
    words, patterns = data.load("dates.en"), _english_patterns()
    months, weekdays, weeks = words["months"], words["weekdays"], words["week_words"]
    number = _NUMBER in clues
    if number and _MONTH in clues:
        for found in patterns.month_day.finditer(text, start, end):
            month, year = months[found[1].lower()], found["year"]
            end_month = months[found["month"].lower()] if found["month"] else None
            if year and end_month and end_month < month:  # "December 30 to January 2, 2024"
                year = int(year) - 1
            yield from _day(
                found, day=found[2], month=month, year=found["own"] or year, end_day=found["end"], end_month=end_month
            )
        for found in patterns.day_month.finditer(text, start, end):
            yield from _day(
                found,
                day=found[1],
                month=months[found[3].lower()],
                year=found[6],
                end_day=found[4] or found[2],
                end_month=months[found[5].lower()] if found[5] else None,
            )
        for found in patterns.month_year.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.MONTH, month=months[found[1].lower()], year=int(found[2]))
    if _MONTH in clues:
        for found in patterns.month.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.MONTH, month=months[found[1].lower()])
    if number:
        for found in patterns.year.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.YEAR, year=int(found[1]))
    if _WEEKDAY in clues:
        for found in patterns.weekday.finditer(text, start, end):
            word = found[1] or found[3]
            week = weeks.get(word) if word else None
            weekday, ahead = weekdays[found[2].lower()], word in words["weekday_ahead"]
            yield Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=weekday, week=week, ahead=ahead)
    if _CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield _calendar_word(found, words)
    if number or _AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield from _days_ago(found, words)
    if _FIXED in clues:
        yield from _fixed_days(text, start, end, "en")
    if _PARTED_NUMBERS in clues:
        yield from _full_numeric(text, start, end, day_first=False)


def _days_ago(found: re.Match[str], words: dict) -> Iterator[Phrase]:
    number = found[1].lower()
    days = words["numbers"].get(number) or int(number)
    yield Phrase(found.start(), found.end(), Kind.RELATIVE, offset=-days)


def _calendar_word(found: re.Match[str], words: dict) -> Phrase:
    word = found[0].lower()
    if word in words["relative_days"]:
        return Phrase(found.start(), found.end(), Kind.RELATIVE, offset=words["relative_days"][word])
    return Phrase(found.start(), found.end(), Kind.SAME_DAY)


# --- Vietnamese: the day always comes before the month

_UNTIL = r"[ ]?(?:-|–|—|đến hết|đến|tới|và|,)[ ]?(?:ngày[ ])?"
_VI_TWO_DATES = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?{_UNTIL}(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-](\d{{4}}))?(?![\d/-])"
)
_VI_RANGE = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})(?:,[ ]?\d{{1,2}}){{0,4}}(?:{_UNTIL}|,?[ ]rạng sáng[ ](?:ngày[ ])?)(\d{{1,2}})"
    r"(?:[/.]|(?<=và \d)-|(?<=và \d\d)-)(\d{1,2})(?:[/.-](\d{4}))?(?![\d/-])"
)
_VI_DAY = re.compile(r"(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/%-])(?![.,]\d)")
_VI_BRACKET = re.compile(r"\((\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\)")
_VI_YEAR = re.compile(r"\bnăm[ ](\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _VietnamesePatterns:
    spelled: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]
    day_word_before: re.Pattern[str]
    weekday_opening: re.Pattern[str]


@cache
def _vietnamese_patterns() -> _VietnamesePatterns:
    words = data.load("dates.vi")
    number = r"\d{1,2}|" + _alternatives(words["months"])
    relative = _alternatives([*words["relative_days"], *words["same_day"]])
    week = _alternatives([*words["week_words"], *words["weekday_ahead"], *words["weekday_past"]])
    return _VietnamesePatterns(
        spelled=re.compile(
            rf"(?<![\d/.-])(\d{{1,2}})(?:{_UNTIL}(\d{{1,2}}))?[ ]tháng[ ]({number})\b"
            r"(?:(?:[ ]năm[ ]|[ ]?[/,.-][ ]?|[ ])(\d{4})(?!\d))?",
            re.IGNORECASE,
        ),
        month=re.compile(rf"\btháng[ ]({number})\b(?:(?:[ ]năm[ ]|[/-])(\d{{4}})\b)?(?![/-]\d)", re.IGNORECASE),
        weekday=re.compile(
            rf"\b({_alternatives(words['weekdays'])})\b(?:[ ](?:của[ ])?({week})\b)?",
            re.IGNORECASE,
        ),
        words=re.compile(rf"\b(?:{relative})\b", re.IGNORECASE),
        ago=re.compile(
            r"\b(?:cách đây[ ](?=[^ ]+[ ](?:ngày|hôm)\b(?![ ](?:sau|nữa)))"
            r"|(?=[^ ]+[ ]ngày[ ]trước\b(?![ ](?:đó|khi))))"
            rf"({_alternatives(words['numbers'])}|\d{{1,2}})[ ](?:ngày|hôm)\b",
            re.IGNORECASE,
        ),
        day_word_before=re.compile(rf"\b(?:{_alternatives(words['day_words'])}|từ)[ ]$", re.IGNORECASE),
        weekday_opening=re.compile(rf"\b(?:{_alternatives(words['weekday_openings'])})[ ]$", re.IGNORECASE),
    )


def _alternatives(words) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _vietnamese(text: str, start: int, end: int, clues: Set[str]) -> Iterator[Phrase]:
    words, patterns = data.load("dates.vi"), _vietnamese_patterns()

    def day_word(found: re.Match[str]) -> bool:
        before = text[max(start, found.start() - 16) : found.start()]
        return bool(patterns.day_word_before.search(before))

    def month_number(word: str) -> int:
        return int(word) if word.isdigit() else words["months"][word.lower()]

    number = _NUMBER in clues
    if _PARTED_NUMBERS in clues:
        for found in _VI_TWO_DATES.finditer(text, start, end):
            if day_word(found) or found[3] or found[6]:
                year = found[3] or found[6]
                yield from _day(found, day=found[1], month=found[2], year=year, end_day=found[4], end_month=found[5])
        for found in _VI_RANGE.finditer(text, start, end):
            if (day_word(found) or found[4]) and int(found[1]) < int(found[2]):
                yield from _day(found, day=found[1], month=found[3], year=found[4], end_day=found[2])
        for found in _VI_DAY.finditer(text, start, end):
            if day_word(found) or found[3]:
                yield from _day(found, day=found[1], month=found[2], year=found[3])
        for found in _VI_BRACKET.finditer(text, start, end):
            yield from _day(found, day=found[1], month=found[2], year=found[3])
    if number and _MONTH in clues:
        for found in patterns.spelled.finditer(text, start, end):
            yield from _day(found, day=found[1], month=month_number(found[3]), year=found[4], end_day=found[2])
    if _MONTH in clues:
        for found in patterns.month.finditer(text, start, end):
            month = month_number(found[1])
            if 1 <= month <= 12:
                year = int(found[2]) if found[2] else None
                yield Phrase(found.start(), found.end(), Kind.MONTH, month=month, year=year)
    if number:
        for found in _VI_YEAR.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.YEAR, year=int(found[1]))
    if _WEEKDAY in clues:
        for found in patterns.weekday.finditer(text, start, end):
            before = text[max(start, found.start() - 12) : found.start()]
            named = found[1][0].lower() == "c" or found[1].split()[1][0].isupper()  # "Chủ nhật", "thứ Ba": no third one
            if found[2] or patterns.weekday_opening.search(before) or named:
                word = (found[2] or "").lower()
                weekday, ahead = words["weekdays"][found[1].lower()], word in words["weekday_ahead"]
                week = words["week_words"].get(word)
                yield Phrase(found.start(), found.end(), Kind.WEEKDAY, weekday=weekday, week=week, ahead=ahead)
    if _CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield _calendar_word(found, words)
    if _AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield from _days_ago(found, words)
    if _FIXED in clues:
        yield from _fixed_days(text, start, end, "vi")
    if _PARTED_NUMBERS in clues:
        yield from _full_numeric(text, start, end, day_first=True)
