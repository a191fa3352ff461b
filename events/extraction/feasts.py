"""Days that go by a name: "Christmas Day", "Easter Sunday", "mùng 3 Tết"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from events.extraction import data
from events.extraction.date_parts import Kind, Phrase, alternatives
from events.extraction.patterns import regex

_TET = ("mùng ", "mồng ")
_DAY_OF_TET = regex(
    r"\b(?:mùng|mồng)[ ](\d|10|[^\W\d_]{2,4})[ ]tết\b(?:[ ]nguyên[ ]đán)?(?:[ ](?:năm[ ])?(\d{4})\b)?", re.IGNORECASE
)


def find(text: str, start: int, end: int, language: str) -> Iterator[Phrase]:
    """The named days of `text[start:end]`."""
    days = _days(language)
    for found in _names(language).finditer(text, start, end):
        feast = days[found["name"].lower().replace("’", "'")]
        if "alone" in feast and not (found["which"] or found["year"] or _stands_alone(text, found, start, end)):
            continue
        year = int(found["year"]) if found["year"] else None
        which = (found["which"] or "").lower().strip()
        week = -1 if which == "last" else None
        yield Phrase(found.start(), found.end(), Kind.FEAST, feast=feast, year=year, ahead=which == "next", week=week)
    if language == "vi":
        numbers = data.load("dates.vi")["numbers"]
        for found in _DAY_OF_TET.finditer(text, start, end):
            word = found[1].lower()
            number = int(word) if word.isdigit() else numbers.get(word)
            if number:
                year = int(found[2]) if found[2] else None
                yield Phrase(found.start(), found.end(), Kind.FEAST, feast={"tet": number - 1}, year=year)


def _stands_alone(text: str, found: re.Match[str], start: int, end: int) -> bool:
    before = text[max(start, found.start() - 3) : found.start()].lower()
    return before == "on " or found.end() == end or text[found.end()] in ".,;:"


def clues(language: str) -> list[str]:
    """What a named day cannot do without."""
    return [*_days(language), *(name.replace("'", "’") for name in _days(language) if "'" in name), *_TET]


def day_of(phrase: Phrase, year: int) -> datetime.date | None:
    """The day of the phrase's feast in that year; None where it is not known."""
    feast = phrase.feast or {}
    if "easter" in feast:
        day = _easter(year) + datetime.timedelta(feast["easter"])
    elif "tet" in feast:
        first = data.load("tet")["first_days"].get(str(year))
        if first is None:
            return None
        day = first + datetime.timedelta(feast["tet"])
    elif "weekday" in feast:
        first = datetime.date(year, feast["month"], 1)
        ahead = (feast["weekday"] - first.weekday()) % 7 + 7 * (feast["nth"] - 1)
        day = first + datetime.timedelta(ahead + feast.get("days_later", 0))
    else:
        day = datetime.date(year, feast["month"], feast["day"])
    return day


@cache
def _days(language: str) -> dict[str, dict[str, int]]:
    return {name.lower(): day for name, day in data.load(f"dates.{language}")["feasts"].items()}


@cache
def _names(language: str) -> re.Pattern[str]:
    names = alternatives(_days(language)).replace("'", "['’]")
    return re.compile(
        rf"\b(?P<which>last[ ]|next[ ]|this[ ])?(?P<name>{names})\b(?:,?[ ](?:năm[ ])?(?P<year>\d{{4}})\b)?",
        re.IGNORECASE,
    )


def _easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar, by Butcher's rule (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
