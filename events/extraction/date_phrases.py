"""Date phrases in a text, found but not yet resolved: "November 4-7", "ngày 29-10", "hôm qua", "on Thursday"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from string import digits

import ahocorasick

from events.extraction import data, date_phrases_en, date_phrases_vi
from events.extraction.date_parts import Clue, Kind, Phrase

__all__ = ["Kind", "Phrase", "find"]

_PARTED = re.compile(r"\d[/.-]\d")


def find(text: str, start: int, end: int, language: str) -> list[Phrase]:
    """The date phrases of `text[start:end]` in order, without overlap; where two overlap the more exact one stays."""
    stretch = text[start:end]
    clues = {clue for _, clue in _clues(language).iter(stretch.lower())}
    if not clues:
        return []
    if Clue.NUMBER in clues and _PARTED.search(stretch):
        clues.add(Clue.PARTED_NUMBERS)
    finder = date_phrases_vi if language == "vi" else date_phrases_en
    found = list(finder.find(text, start, end, clues))
    if len(found) < 2:
        return found
    found.sort(key=lambda phrase: (phrase.start, phrase.start - phrase.end))
    kept: list[Phrase] = []
    for phrase in found:
        if kept and phrase.start < kept[-1].end:
            continue
        if kept and kept[-1].kind is Kind.WEEKDAY and phrase.kind is Kind.DAY and phrase.start - kept[-1].end <= 8:
            kept.pop()  # "Friday, November 1", "thứ Sáu (1/11)": the date says it all
        elif kept and kept[-1].kind in _RELATIVE and phrase.kind is Kind.DAY and _in_brackets(text, kept[-1], phrase):
            relative = kept.pop()  # "hôm qua (11/7)", "today (Nov 4)"
            phrase = replace(phrase, start=relative.start) if relative.offset else phrase
        kept.append(phrase)
    return kept


_RELATIVE = (Kind.RELATIVE, Kind.SAME_DAY)


def _in_brackets(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether brackets behind a phrase hold the day that it means."""
    between = text[before.end : phrase.start].strip()
    return between in ("(", "[", "(ngày", "(hôm") or (not between and text[phrase.start] == "(")


@cache
def _clues(language: str) -> ahocorasick.Automaton:
    """Finds the clues in one pass: most sentences hold none, and the others are asked only for what they may hold."""
    words = data.load("dates.vi" if language == "vi" else "dates.en")
    listed = (
        (Clue.NUMBER, digits),
        (Clue.MONTH, ["tháng "] if language == "vi" else words["months"]),
        (Clue.WEEKDAY, words["weekdays"]),
        (Clue.CALENDAR_WORD, [*words["relative_days"], *words["same_day"], *words["weekends"]]),
        (Clue.AGO, ["cách đây", "ngày trước"] if language == "vi" else ["days ago"]),
        (Clue.FIXED, words["fixed_days"]),
    )
    automaton = ahocorasick.Automaton()
    for clue, texts in listed:
        for text in texts:
            automaton.add_word(text.lower(), clue)
    automaton.make_automaton()
    return automaton
