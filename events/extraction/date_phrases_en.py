"""Date phrases in English: "November 4-7", "on Thursday", "three days ago"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from functools import cache
from string import digits
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


class _Patterns(NamedTuple):
    month_day: re.Pattern[str]
    day_month: re.Pattern[str]
    month_year: re.Pattern[str]
    month: re.Pattern[str]
    spelled: re.Pattern[str]
    small: re.Pattern[str]
    nth: re.Pattern[str]
    year: re.Pattern[str]
    weekday: re.Pattern[str]
    weekday_number: re.Pattern[str]
    words: re.Pattern[str]
    ago: re.Pattern[str]
    ahead: re.Pattern[str]
    other_day: re.Pattern[str]


_ON_THE = regex(
    r"\b(?:on|of)[ ]the[ ](\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=[,.;:)]|$|[ ](?:at|in|by|after|before|when|while|he|she|it|they|as|from|amid|to|over)\b)"
)
_OF_A_MONTH = regex(r"\b(\d{1,2})(?:st|nd|rd|th)[ ](?:of[ ])?(this|last|next)[ ]month\b")
_ON_NUMBERS = regex(r"\bon[ ](?!9/11\b)(\d{1,2})/(\d{1,2})\b(?![/%-])")
_OPENING_NUMBERS = regex(r"(\d{1,2})/(\d{1,2})(?=[ ]?[-–—:,])|(\d\d)\.(\d\d)\.(?=[ ])")
_WEEKDAY_NUMBERS = regex(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?[ ](\d{1,2})[/.](\d{1,2})\b(?![/%-]|[.,:]\d)")
_MONTHS_OF = {"this": 0, "last": -1, "next": 1}


@cache
def _patterns() -> _Patterns:
    words = data.load("dates.en")
    month = _named(words["months"], words["ambiguous_months"])
    weekday = _named(words["weekdays"], ())
    short_weekday = "|".join(day.capitalize() for day in words["short_weekdays"])
    nth = r"(?:st|nd|rd|th)?"
    dash = r"(?:[ ]?(?:-|–|—|to|through|thru|&|/)[ ]?|(?:,[ ]?\d{1,2}){0,3},?[ ]and[ ])(?:the[ ](?=\d))?"
    relative = alternatives([*words["relative_days"], *words["same_day"], *words["weekends"]])
    happenings = alternatives(words["happenings"])
    number = rf"(?<!-)(?P<number>{alternatives(words['numbers'])}|\d{{1,3}})"
    ordinal = alternatives(words["ordinals"]).replace(r"\-", "[ -]")
    may = "|".join(words["months_that_are_words"])
    first_few = rf"{alternatives(list(words['ordinals'])[:5])}|[1-5](?:st|nd|rd|th)|last"
    return _Patterns(
        month_day=regex(
            rf"\b({month})(?:\.?[ ]|(?=\d))(?:the[ ](?=\d+[snrt]))?(\d{{1,2}}){nth}(?!\d)"
            rf"(?:(?:,[ ](?P<own>\d{{4}}))?{dash}"
            rf"(?:(?P<month>{month})\.?[ ])?(?P<end>\d{{1,2}}){nth}(?![\d%:]))?"
            rf"(?:(?:,[ ](?:{weekday}))?(?:,[ ]?|[ /])(?P<year>\d{{4}}))?(?!\d)"
        ),
        day_month=regex(
            rf"(?<![\d.,:/-])\b(\d{{1,2}}){nth}(?:\.(?=[ ][A-Z][a-z]{{2,8}}\.?[ ]\d{{4}}\b))?"
            rf"(?:{dash}(\d{{1,2}}){nth})?[ /-]?(?:(?<=[ ])of[ ])?({month})\b\.?"
            rf"(?:{dash}(\d{{1,2}}){nth}[ ](?:of[ ])?({month})\b\.?)?"
            r"(?:,?[ /-](\d{4})|(?<=[a-zA-Z])[/-](\d\d))?(?!\d)"
        ),
        month_year=regex(rf"\b({month})\.?,?[ ](?:of[ ])?(\d{{4}})\b"),
        month=regex(rf"\b(?:in|since|until|by|last|this|next|early|late|mid)[ -]({month})\b(?![ ]\d)"),
        spelled=regex(
            rf"\b(?:(?:the[ ])?((?i:{ordinal}))[ ](?:day[ ])?of[ ]({month})"
            rf"|({month})[ ](?:the[ ])?((?i:{ordinal})))\b(?!-)"
            r"(?:,?[ ](\d{4})\b)?"
        ),
        small=regex(  # "on march 3", "march 3rd", "the first of may": in small letters they are everyday words
            rf"\b(?:(?:(?<=\bon[ ])|(?=\w+[ ](?:the[ ])?(?:\d+[snrt]|[\w-]+,?[ ]\d{{4}})))({may})[ ](?:the[ ])?"
            rf"(?:(\d{{1,2}}){nth}|({ordinal}))"
            rf"|(?:the[ ])?(?:(\d{{1,2}})(?:(?:st|nd|rd|th)[ ](?:of[ ])?|[ ](?=\w+[ ]\d{{4}}\b))"
            rf"|({ordinal})[ ](?:day[ ])?of[ ])({may}))\b"
            r"(?:,?[ ](\d{4})\b)?(?![ ]?%)"
        ),
        nth=regex(rf"\b(?:the[ ])?((?i:{first_few}))[ ]({weekday}|day)[ ](?:of|in)[ ]({month})\b(?:,?[ ](\d{{4}})\b)?"),
        year=regex(r"\b(?:in|since|of|by)[ ](\d{4})\b"),
        weekday=regex(
            r"\b(?:(?:(?i:this|the)[ ])?((?i:last|next|this|coming|past))[ ]|(last|next)[ ]week(?:['’]s|,?[ ]on)?[ ])?"
            rf"(?:({weekday})\b"
            r"|(?:(?<=\bon[ ])|(?<=\blate[ ])|(?<=\bearly[ ])|(?<=\blast[ ])|(?<=\bnext[ ])|(?<=\bsince[ ]))"
            rf"({short_weekday})\b\.?)"
            r"(?:,?[ ](?:(?:of|from)[ ])?(last|next|this)[ ]week\b|[ ](after[ ]next)\b)?"
        ),
        weekday_number=regex(
            rf"\b({weekday}|{short_weekday})\.?,?[ ](?:the[ ])?(\d{{1,2}})(?:st|nd|rd|th)\b(?![ ](?:of[ ])?[A-Z]|-)"
        ),
        words=regex(
            rf"\b(?:{relative})\b(?<!today(?=['’]s(?!(?:[ ][\w-]+){{0,2}}?[ ](?:{happenings})\b)))", re.IGNORECASE
        ),
        ago=regex(rf"\b{number}[ ](?:days?|(?P<unit>week|fortnight)s?)[ ](?:ago|earlier today)\b", re.IGNORECASE),
        ahead=regex(
            rf"\b(?P<within>in[ ])?{number}[ ](?:days?|(?P<unit>week|fortnight)s?)"
            r"(?P<told>['’]?s?[ ]time\b|[ ](?:hence|from[ ](?:now|today))\b)?(?![ ]?[\w'’])",
            re.IGNORECASE,
        ),
        other_day=regex(
            r"\b(?:the[ ](previous|following|next)[ ]day\b"
            r"|the[ ]day[ ](before|after)\b(?=[,.;]|$|[ ](?:he|she|it|they)\b)"
            rf"|{number}[ ]days?[ ](earlier|later)\b)",
            re.IGNORECASE,
        ),
    )


def _named(words: dict[str, int], ambiguous: Collection[str]) -> str:
    """Month and weekday names are capitalised, which keeps "may" and "march" out; long ones are known without, too."""
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    forms |= {word for word in words if len(word) > _SHORT and word not in ambiguous}
    return "|".join(sorted(forms, key=len, reverse=True))


_SHORT = 3  # letters: names in small letters are longer, for "sun" and "mar" are other words
_BACK = {"previous": -1, "before": -1, "earlier": -1}


def find(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    """In no order, and overlapping: of the kinds for which there are clues."""
    words, patterns = data.load("dates.en"), _patterns()
    if Clue.MONTH in clues:
        yield from _of_months(text, start, end, clues)
    if Clue.NUMBER in clues:
        for found in patterns.year.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.YEAR, year=int(found[1]))
        for found in _ON_THE.finditer(text, start, end):
            yield Phrase(found.start(1), found.end(), Kind.DAY, day=int(found[1]))
        for found in _OF_A_MONTH.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.DAY, day=int(found[1]), months=_MONTHS_OF[found[2]])
    if Clue.WEEKDAY in clues:
        yield from _of_weekdays(text, start, end, number=Clue.NUMBER in clues)
    if Clue.CALENDAR_WORD in clues:
        for found in patterns.words.finditer(text, start, end):
            yield calendar_word(found, words)
    if Clue.AGO in clues:
        for found in patterns.ago.finditer(text, start, end):
            yield distant_day(found, words, -1)
    if Clue.AHEAD in clues:
        for found in patterns.ahead.finditer(text, start, end):
            if found["within"] or found["told"]:
                yield distant_day(found, words, 1)
    if Clue.OTHER_DAY in clues:
        for found in patterns.other_day.finditer(text, start, end):
            word = (found[1] or found[2] or found[4]).lower()
            offset = _BACK.get(word, 1)
            if found["number"]:
                yield distant_day(found, words, offset, Kind.SAME_DAY)
            else:
                yield Phrase(found.start(), found.end(), Kind.SAME_DAY, offset=offset)
    if Clue.FEAST in clues:
        yield from feasts.find(text, start, end, "en")
    if Clue.PARTED_NUMBERS in clues:
        yield from full_numeric(text, start, end, day_first=False)
        yield from _in_numbers(text, start, end)


def _in_numbers(text: str, start: int, end: int) -> Iterator[Phrase]:
    """ "on 3/11", and without a word where they open a text or stand behind a weekday: "3/11 – …", "Wed 3/11: …"."""
    weekdays = data.load("dates.en")["short_weekdays"]
    opening = _OPENING_NUMBERS.match(text, start, end)
    told = [(found, found[1] or found[3], found[2] or found[4], None) for found in ([opening] if opening else ())]
    told += [(found, found[1], found[2], None) for found in _ON_NUMBERS.finditer(text, start, end)]
    behind = _WEEKDAY_NUMBERS.finditer(text, start, end)
    told += [(found, found[2], found[3], weekdays[found[1].lower()]) for found in behind]
    for found, first, second, weekday in told:
        month, day = int(first), int(second)
        month, day = (day, month) if month > 12 else (month, day)
        for phrase in day_phrase(found, day=day, month=month):
            phrase.day_first, phrase.weekday = False if day <= 12 else None, weekday
            yield phrase


def clues_of_short_weekdays() -> Iterator[str]:
    """Stretches that phrases with a short weekday hold."""
    for day in data.load("dates.en")["short_weekdays"]:
        yield from (f"{word} {day}" for word in ("on", "late", "early", "last", "next", "since"))
        yield from (f"{day} {digit}" for digit in digits)


def _of_months(text: str, start: int, end: int, clues: Set[Clue]) -> Iterator[Phrase]:
    words, patterns = data.load("dates.en"), _patterns()
    months, ordinals = words["months"], words["ordinals"]
    if Clue.NUMBER in clues:
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
                year=found[6] or (century(found[7]) if found[7] else None),
                end_day=found[4] or found[2],
                end_month=months[found[5].lower()] if found[5] else None,
            )
        for found in patterns.month_year.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.MONTH, month=months[found[1].lower()], year=int(found[2]))
    for found in patterns.month.finditer(text, start, end):
        yield Phrase(found.start(1), found.end(), Kind.MONTH, month=months[found[1].lower()])
    for found in patterns.spelled.finditer(text, start, end) if Clue.ORDINAL in clues else ():
        month, ordinal = (found[2], found[1]) if found[1] else (found[3], found[4])
        day = ordinals[ordinal.lower().replace(" ", "-")]
        yield from day_phrase(found, day=day, month=months[month.lower()], year=found[5])
    has_small = any(text.find(month, start, end) >= 0 for month in words["months_that_are_words"])
    for found in patterns.small.finditer(text, start, end) if has_small else ():
        day = found[2] or found[4] or ordinals[(found[3] or found[5]).replace(" ", "-")]
        yield from day_phrase(found, day=day, month=months[found[1] or found[6]], year=found[7])
    for found in patterns.nth.finditer(text, start, end):
        yield _nth(found, words)


def _of_weekdays(text: str, start: int, end: int, *, number: bool) -> Iterator[Phrase]:
    words, patterns = data.load("dates.en"), _patterns()
    weekdays, weeks = words["weekdays"] | words["short_weekdays"], words["week_words"]
    for found in patterns.weekday.finditer(text, start, end):
        word = (found[1] or found[2] or found[5] or "").lower()
        week = 0 if found[5] == "this" else weeks.get(word) if word else None
        yield Phrase(
            found.start(),
            found.end(),
            Kind.WEEKDAY,
            weekday=weekdays[(found[3] or found[4]).lower()],
            week=week,
            ahead=word in words["weekday_ahead"],
            after_next=bool(found[6]),
        )
    if number:
        for found in patterns.weekday_number.finditer(text, start, end):
            yield Phrase(found.start(), found.end(), Kind.DAY, day=int(found[2]), weekday=weekdays[found[1].lower()])


def _nth(found: re.Match[str], words: dict) -> Phrase:
    """ "the first Tuesday of October 2014", "the last day of October"."""
    which = found[1].lower()
    nth = -1 if which == "last" else int(which[0]) if which[0].isdigit() else words["ordinals"][which]
    return Phrase(
        found.start(),
        found.end(),
        Kind.NTH,
        nth=nth,
        weekday=words["weekdays"].get(found[2].lower()),
        month=words["months"][found[3].lower()],
        year=int(found[4]) if found[4] else None,
    )
