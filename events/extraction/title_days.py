"""The day of publication that a page's headline or title tells: "World news roundup, November 1"."""

from __future__ import annotations

import datetime
import re

from events.extraction import data, dates, stamps
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate

_LONGEST = 120
_LONGEST_TITLE = 70
_TIME_ZONES = 1  # days that a page may be ahead of the one who hands it in
_WEEK = 8  # days
_WEEKLY = regex(
    r"\bweek (?:of|in|ending|\d+)\b|\b(?:of the|this) week\b|\b(?:weekly|digest|briefing|chronicle|round-?up)\b"
    r"|\btuần\b(?! lễ)",
    re.I,
)
_HOUR_AT_ITS_END = regex(r"(?<=\b20\d\d)(?: -| \|)? (?:[01]?\d|2[0-3])[:h][0-5]\d$")
_BARE_DAY = regex(r"(?<![\d/])(\d{1,2})(?:[/-]|\s[–-]\s)(\d{1,2})(?![\d/])")


def of_headline(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "World news roundup, November 1": a round-up's headline tells its day."""
    low = text.lower()
    named = any(cue in low for cue in data.load("publication")["roundups"])
    if len(text) > (2 * _LONGEST if named else _LONGEST):
        return None
    phrases = [phrase for phrase in find(text, 0, len(text), language) if phrase.kind is Kind.DAY]
    if not phrases and language == "vi":  # headlines leave the "ngày" out
        phrases = bare_day(text)
    found = dates.resolve(phrases[0], reference) if phrases else None
    if found is None or (found.date_end and not _is_of_a_week(text, found)):
        return None
    day = ResolvedDate(found.date_end or found.date, rule="round-up-headline")
    return None if found.date_end and is_ahead(day, reference) else day


def _is_of_a_week(text: str, days: ResolvedDate) -> bool:
    """Whether a headline tells the days that its page sums up, on the last of which it came out: "Week of 6-12 May"."""
    length = (days.date_end - days.date).days if days.date_end else 0
    return 0 < length <= _WEEK and _WEEKLY.search(text) is not None


def of_title(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "Evening broadcast 19/8/2016": a title that ends with a whole date, or with a stamp of a day and its hour."""
    if not text[-1:].isdigit() or stamps.printed(text, language):
        return None
    hour = _HOUR_AT_ITS_END.search(text)
    text = text[: hour.start()] if hour else text
    if len(text) > (_LONGEST if hour else _LONGEST_TITLE):
        return None
    phrases = [phrase for phrase in find(text, 0, len(text), language) if phrase.kind is Kind.DAY and phrase.year]
    if len(phrases) != 1 or phrases[0].end < len(text) or phrases[0].end_day:
        return None
    found = dates.resolve(phrases[0], reference)
    return ResolvedDate(found.date, rule="title") if found else None


def bare_day(text: str) -> list[Phrase]:
    """The first "1/11", without the words that make it a date elsewhere."""
    bare = _BARE_DAY.search(text)
    if bare and 1 <= int(bare[1]) <= 31 and 1 <= int(bare[2]) <= 12:
        return [Phrase(bare.start(), bare.end(), Kind.DAY, int(bare[1]), int(bare[2]))]
    return []


def is_ahead(day: ResolvedDate, reference: datetime.date | None) -> bool:
    """Whether a day comes after the one on which the text was handed in."""
    return reference is not None and (day.date - reference).days > _TIME_ZONES
