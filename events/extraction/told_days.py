"""The day of publication that words of a page tell: datelines, "today (13 June)", where it was in print, addresses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from events.extraction import dates, stamps, title_days
from events.extraction.date_phrases import Kind, find
from events.extraction.patterns import regex
from events.extraction.printed_days import is_text, on_weekday
from events.extraction.records import ResolvedDate

_LONGEST = 120
_LEAST_SENTENCE = 40  # characters of one that says which day today is; a page's clock is shorter
_LEFTOVER = 32  # characters beside the date: a name, a place
_DAY_WORD = regex(r"\bngày\s*$")
_IN_PRINT = "A version of this"
_SOURCED = regex(
    r"[(\[]|source\b|nguồn\b|theo\b|a version of this article appear(?:ed in print|s in e-?paper) on\b", re.I
)
_DIGIT = regex(r"\d")
_TODAY = regex(
    r"\b(?:(?:hôm|sáng|trưa|chiều|tối|đêm) nay|today),?\s"
    r"|\btính (?:đến|tới) \d{1,2}(?:h|g| giờ)(?:\d\d)?(?: (?:sáng|trưa|chiều|tối))? (?=(?:ngày )?\d)",
    re.I,
)
_DATELINE_END = regex(  # "(Reuters) -", "-", "/TASS/", ", IRNA -"
    r"[.,]?\s?(?:\([^()\n]{2,40}\)|[-–—]|/[A-Z][^/\n]{1,20}/|,\s?[A-Z][\w ]{1,20}\s?[-–—])"
)
_OPENING_DAY = regex(
    r"\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
)
_PARTS_A_DAY = regex(r"(?:\.| ?[-–—:])\s(?=[A-ZÀ-ỸĐ“\"‘])")
_BARE_DATELINE = regex(  # "PERTH, Aug 15 Ore prices …", "BAJURA, AUGUST 24" alone, "QUẬN CAM (VB-12/03/2023)"
    r"[A-ZÀ-ỸĐ][A-ZÀ-ỸĐ .'/-]{2,30}(?:, [A-Z][A-Za-z]{2,8}\.? \d{1,2}(?=$| [A-Z“\"])"
    r"| \([A-ZĐ]{2,8} ?[-–,] ?(\d{1,2}/\d{1,2}/\d{4})\))"
)
_URL_DAY = regex(r"/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_URL_NUMBER = regex(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_URL_STAMP = regex(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{0,3}(?!\d)")


def of_dateline(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "LIMA, March 5 (Reuters) - …": an agency dates its report by the day it sends it."""
    head = text[:_LONGEST]
    if not _DIGIT.search(head):
        return None
    head = stamps.in_english(head)
    if not _DATELINE_END.search(head):
        return None
    for tongue in dict.fromkeys((language, "en")):
        found_days = [one for one in find(head, 0, len(head), tongue) if one.kind is Kind.DAY]
        phrase = next(iter(found_days or (title_days.bare_day(head) if tongue == "vi" else [])), None)
        if phrase is None or phrase.end_day or not _DATELINE_END.match(head, phrase.end):
            continue
        place = stamps.without_weekday(_DAY_WORD.sub("", head[: phrase.start]).rstrip())
        if (town := place.rpartition(": ")[2]).isupper():
            place = town  # behind a headline: "Port shut: LIMA, Jan 26, (AP): …"
        if not place and head[phrase.end :].lstrip(". ")[:1] != "(":
            continue
        if not place or (place.endswith(",") and len(place) <= _LEFTOVER and place[0].isupper() and "." not in place):
            found = dates.resolve(phrase, reference)
            return ResolvedDate(found.date, rule="dateline") if found else None
    return None


def of_opening_day(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "13/5/2023. The port …", "March 15, 2022 – The port …": a whole day in front of all that a text tells."""
    opening = _OPENING_DAY.match(text) if len(text) > _LEAST_SENTENCE else None
    if opening is None or not _PARTS_A_DAY.match(text, opening.end()):
        return None
    phrases = find(text, 0, opening.end(), language) or find(text, 0, opening.end(), "en")
    found = dates.resolve(phrases[0], reference) if phrases and phrases[0].kind is Kind.DAY else None
    if found is None or found.date_end or title_days.is_ahead(found, reference):
        return None
    return ResolvedDate(found.date, rule="dateline")


def of_bare_datelines(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day of a page that one such line opens, without an agency's name behind it."""
    days = set()
    for text in lines:
        if bare := _BARE_DATELINE.match(text):
            line = bare[1] or bare[0]
            phrases = [one for tongue in (language, "en") for one in find(line, 0, len(line), tongue)]
            found = dates.resolve(phrases[0], reference) if phrases and phrases[0].kind is Kind.DAY else None
            days |= {found.date} if found else set()
    return ResolvedDate(days.pop(), rule="dateline") if len(days) == 1 else None


def of_today(
    lines: Sequence[str], language: str, reference: datetime.date | None, *, with_year: bool = False
) -> ResolvedDate | None:
    """ "hôm nay (13/6)", "today (June 13)": the text says which day it is, outside a quotation."""
    for text in lines:
        found = _TODAY.search(text) if len(text) > _LEAST_SENTENCE else None
        if not found or "“" in text[: found.start()] or '"' in text[: found.start()]:
            continue
        words = text[found.end() : found.end() + _LEFTOVER]
        phrases = [phrase for phrase in find(words, 0, len(words), language) if phrase.kind is Kind.DAY]
        phrase = next(iter(phrases or (title_days.bare_day(words) if language == "vi" else [])), None)
        if with_year and phrase and not phrase.year:
            continue
        if phrase and phrase.start <= len("ngày (") and not phrase.end_day:
            day = dates.resolve(phrase, reference)
            return ResolvedDate(day.date, rule="today") if day else None
    return None


def of_print(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "A version of this article appears in e-paper on August 25, 2020": wherever a page says so."""
    said = (text for text in lines if text.startswith(_IN_PRINT) and "paper" in text)
    return next(filter(None, (of_source([text], language, reference) for text in said)), None)


def of_source(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "(The Herald, 17 August 2021)", "Nguồn: Báo Mới (17/8/2021)": below a text, where and when it was printed."""
    for text in lines:
        if len(text) > 2 * _LONGEST or not _SOURCED.match(text) or (is_text(text) and text[0] != "A"):
            continue
        phrases = [one for one in find(text, 0, len(text), language) if one.kind is Kind.DAY and one.year]
        if len(phrases) == 1 and (found := dates.resolve(phrases[0], on_weekday(phrases[0], text, reference))):
            return None if title_days.is_ahead(found, reference) else ResolvedDate(found.date, rule="source-line")
    return None


def of_address(url: str) -> ResolvedDate | None:
    found = _URL_DAY.search(url) or _URL_STAMP.search(url) or _URL_NUMBER.search(url)
    try:
        return ResolvedDate(datetime.date(*map(int, found.groups()[:3])), rule="printed-address") if found else None
    except ValueError:
        return None
