"""Date phrases in a text, found but not yet resolved: "November 4-7", "ngày 29-10", "hôm qua", "on Thursday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from string import digits

import ahocorasick

from events.extraction import data, date_phrases_en, date_phrases_vi, feasts
from events.extraction.date_parts import Clue, Kind, Phrase
from events.extraction.patterns import regex
from events.extraction.remembered import remembered

__all__ = ["Kind", "Phrase", "find"]

_PARTED = regex(r"\d[ ]?[/.–-][ ]?\d")


@remembered(256)  # the rooms ask for the same paragraphs and sentences, each way to cut a page anew
def find(text: str, start: int, end: int, language: str) -> Sequence[Phrase]:
    """The date phrases of `text[start:end]` in order, without overlap; where two overlap the more exact one stays."""
    stretch = text[start:end]
    clues: set[Clue] = set()
    for _, told in _clues(language).iter(stretch.lower()):
        clues |= told
    if not clues:
        return ()
    if Clue.NUMBER in clues and _PARTED.search(stretch):
        clues.add(Clue.PARTED_NUMBERS)
    if "\n" not in stretch:
        return _find(text, start, end, clues, language)
    found = _find(stretch.replace("\n", " "), 0, len(stretch), clues, language)  # "ngày", and on the next line "18/01"
    for phrase in found:
        phrase.start, phrase.end = phrase.start + start, phrase.end + start
    return found


def _find(text: str, start: int, end: int, clues: set[Clue], language: str) -> list[Phrase]:
    finder = date_phrases_vi if language == "vi" else date_phrases_en
    found = [_with_what_stands_beside(text, start, end, one, language) for one in finder.find(text, start, end, clues)]
    if Clue.OTHER_DAY in clues and (opening := _openings(language).match(text, start, end)):
        found.append(Phrase(*opening.span(), Kind.SAME_DAY, opening=True))
    if len(found) < 2:
        return found
    found.sort(key=lambda phrase: (phrase.start, phrase.start - phrase.end))
    kept: list[Phrase] = []
    for phrase in found:
        if kept and phrase.start < kept[-1].end:
            continue
        if kept and _is_the_weekday_of(phrase, kept[-1], text):
            weekday = kept.pop()  # "Friday, November 1", "thứ Sáu (1/11)": the date says it all
            phrase.weekday = weekday.weekday if weekday.week is None else None
            phrase.start = weekday.start
        elif kept and kept[-1].kind in _RELATIVE and phrase.kind is Kind.DAY and _tells_its_day(text, kept[-1], phrase):
            relative = kept.pop()
            phrase = replace(phrase, start=relative.start) if relative.offset else phrase
        kept.append(phrase)
    return kept


_CLOSE = 16  # characters between a weekday and its day
_RELATIVE = (Kind.RELATIVE, Kind.SAME_DAY)
_BETWEEN = regex(r"[,.]?[ ]?[(\[]?(?:(?:the|on|ngày|hôm|mùng|mồng)[ ])*$")
_BESIDE = regex(r",?[ ]?[(\[]?(?:(?:tức[ ])?(?:ngày|hôm)[ ]|that[ ]is,?[ ])?(?:on[ ])?(?:the[ ])?")
_YEAR_BEHIND = {
    "en": regex(r",?[ ](?:of[ ])?(last|this|next)[ ]year\b"),
    "vi": regex(r",?[ ](?:của[ ])?năm[ ](ngoái|trước|nay|này|tới|sau)\b(?![ ](?:đó|khi))", re.IGNORECASE),
}
_YEARS = {"last": -1, "ngoái": -1, "trước": -1, "next": 1, "tới": 1, "sau": 1}
_SHORT_WEEKDAY = regex(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?[ ](?:the[ ])?$")


def _with_what_stands_beside(text: str, start: int, end: int, phrase: Phrase, language: str) -> Phrase:
    """A day or month with the words that tell its year: "October 7 last year", "Fri, Jul 18"."""
    if phrase.kind not in (Kind.DAY, Kind.MONTH, Kind.NTH) or phrase.year or phrase.months is not None:
        return phrase
    if behind := _YEAR_BEHIND[language].match(text, phrase.end, end):
        phrase.end, phrase.years = behind.end(), _YEARS.get(behind[1].lower(), 0)
        return phrase
    if language == "vi" or phrase.weekday is not None or phrase.kind is not Kind.DAY:
        return phrase
    if before := _SHORT_WEEKDAY.search(text, max(start, phrase.start - 10), phrase.start):
        phrase.weekday = data.load("dates.en")["short_weekdays"][before[1].lower()]
    return phrase


def _is_the_weekday_of(phrase: Phrase, before: Phrase, text: str) -> bool:
    """Whether a weekday and a day behind it are the same: "Friday, November 1", "Chủ nhật ngày mồng 9 tháng 4"."""
    if before.kind is not Kind.WEEKDAY or phrase.kind is not Kind.DAY or phrase.start - before.end > _CLOSE:
        return False
    return bool(_BETWEEN.fullmatch(text, before.end, phrase.start))


def _tells_its_day(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a day behind a phrase is the one it means: "hôm qua (11/7)", "a week ago, on October 24"."""
    return _BESIDE.fullmatch(text, before.end, phrase.start) is not None


@cache
def _openings(language: str) -> re.Pattern[str]:
    openings = data.load("dates.vi" if language == "vi" else "dates.en")["same_day_openings"]
    return re.compile(rf"(?:{'|'.join(openings)})\b", re.IGNORECASE)


@cache
def _clues(language: str) -> ahocorasick.Automaton:
    """Finds the clues in one pass: most sentences hold none, and the others are asked only for what they may hold."""
    words = data.load("dates.vi" if language == "vi" else "dates.en")
    listed = (
        (Clue.NUMBER, digits),
        (Clue.MONTH, ["tháng "] if language == "vi" else words["months"]),
        (Clue.ORDINAL, {ordinal.rpartition("-")[2] for ordinal in words.get("ordinals", ())}),
        (Clue.WEEKDAY, [*words["weekdays"], *(date_phrases_en.clues_of_short_weekdays() if language == "en" else ())]),
        (Clue.CALENDAR_WORD, [*words["relative_days"], *words["same_day"], *words["weekends"]]),
        (Clue.AGO, words["ago"]),
        (Clue.AHEAD, words["ahead"]),
        (Clue.OTHER_DAY, words["other_day"]),
        (Clue.FEAST, feasts.clues(language)),
    )
    known: dict[str, set[Clue]] = {}
    for clue, texts in listed:
        for text in texts:
            known.setdefault(text.lower(), set()).add(clue)
    automaton = ahocorasick.Automaton()
    for text, clues in known.items():
        automaton.add_word(text, clues)
    automaton.make_automaton()
    return automaton
