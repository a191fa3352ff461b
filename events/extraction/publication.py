"""The day a text was published, where the text itself tells it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from events.extraction import data, dates
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.records import ResolvedDate

_TOP, _BOTTOM = 12, 5  # lines a printed date may stand in
_LONGEST = 120
_LEFTOVER = 32  # characters beside the date: a name, a place
_TIME = re.compile(
    r"\b\d{1,2}(?::|h|g|giờ )\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\(?(?:GMT|UTC) ?[+-]? ?\d{0,2}(?::\d{2})?\)?", re.I
)
_LETTERS = re.compile(r"[^\W\d_]+")
_URL_DAY = re.compile(r"/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_URL_STAMP = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{0,3}(?!\d)")


def is_date_line(text: str, language: str) -> bool:
    """Whether a line prints a date, and nothing that would be missed: "Friday, 01/11/2024 | 18:30"."""
    return _printed(text, language) is not None


def published(
    lines: Sequence[str],
    headlines: Sequence[str],
    language: str,
    reference: datetime.date | None,
    url: str | None,
) -> ResolvedDate | None:
    """The publication day by a printed date line, the headline of a round-up, or the printed address.

    `lines` are the document's; `headlines` those in front of a round-up's items, whose "1/11" gets its year from
    `reference`. The result has no span: its rule says where the date was found.
    """
    near_top, near_bottom = lines[:_TOP], lines[_TOP:][-_BOTTOM:]
    for text in (*near_top, *near_bottom):
        phrase = _printed(text, language)
        if phrase and phrase.year:
            found = dates.resolve(phrase, reference)
            if found:
                return ResolvedDate(found.date, rule="printed-date")
    headline = next(filter(None, (_of_headline(text, language, reference) for text in headlines[:2])), None)
    return headline or (_of_address(url) if url else None)


def _printed(text: str, language: str) -> Phrase | None:
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    phrases = [phrase for phrase in find(text, 0, len(text), language) if phrase.kind is Kind.DAY and phrase.year]
    if not phrases and language != "en":
        phrases = [phrase for phrase in find(text, 0, len(text), "en") if phrase.kind is Kind.DAY and phrase.year]
    if not phrases or phrases[0].end_day:
        return None
    rest = text
    for phrase in reversed(phrases):
        rest = rest[: phrase.start] + " | " + rest[phrase.end :]
    rest, times = _TIME.subn(" ", rest)
    words = [word for word in _LETTERS.findall(rest) if word.lower() not in _date_words()]
    cued = any(cue in text.lower() for cue in data.load("publication")["cues"])
    if not words or (cued and sum(map(len, words)) <= _LEFTOVER):
        return phrases[0]
    # "Jane Roe, London | November 1, 2024 18:30": short, with a sign or a time between, and no sentence
    behind = text[phrases[-1].end :].lstrip()[:1]
    separated = times or any(sign in text for sign in "|•·–—") or behind in (".", ",", "-")
    at_an_end = not text[: phrases[0].start].strip() or not _LETTERS.search(rest[phrases[-1].start :].replace("|", " "))
    if (
        separated
        and (at_an_end or (times and "|" in text))
        and sum(map(len, words)) <= _LEFTOVER
        and text.rstrip()[-1] not in ".!?:"
    ):
        return phrases[0]
    return None


def _of_headline(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "World news roundup, November 1": a round-up's headline tells its day."""
    low = text.lower()
    named = any(cue in low for cue in data.load("publication")["roundups"])
    if len(text) > (2 * _LONGEST if named else _LONGEST):
        return None
    phrases = [phrase for phrase in find(text, 0, len(text), language) if phrase.kind is Kind.DAY]
    if not phrases and language == "vi":  # headlines leave the "ngày" out
        bare = re.search(r"(?<![\d/])(\d{1,2})[/-](\d{1,2})(?![\d/])", text)
        if bare and 1 <= int(bare[1]) <= 31 and 1 <= int(bare[2]) <= 12:
            phrases = [Phrase(bare.start(), bare.end(), Kind.DAY, int(bare[1]), int(bare[2]))]
    if not phrases or phrases[0].end_day:
        return None
    found = dates.resolve(phrases[0], reference)
    return ResolvedDate(found.date, rule="round-up-headline") if found else None


def _of_address(url: str) -> ResolvedDate | None:
    found = _URL_DAY.search(url) or _URL_STAMP.search(url)
    try:
        return ResolvedDate(datetime.date(*map(int, found.groups()[:3])), rule="printed-address") if found else None
    except ValueError:
        return None


@cache
def _date_words() -> frozenset[str]:
    words = data.load("publication")
    days = [part for name in ("en", "vi") for day in data.load(f"dates.{name}")["weekdays"] for part in day.split()]
    short = [day[:3] for day in data.load("dates.en")["weekdays"]]
    return frozenset([*words["beside_dates"], *days, *short])
