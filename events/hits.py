"""Where a text says what was searched for: the spans to mark in it, and the piece of it to show.

Words of the query are found whatever their case and diacritics. Other spellings of a searched name ("Nga" of "Russia")
are found as they are written only: without its capital and its marks, many a short name is an ordinary word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from events import search
from events.models.named import fold

LENGTH = 300  # characters of an excerpt

Span = tuple[int, int]


@dataclass(frozen=True)
class Sought:
    """What to mark."""

    words: frozenset[str] = frozenset()  # folded
    beginnings: tuple[str, ...] = ()  # of words, folded
    spellings: tuple[str, ...] = ()  # of names

    @classmethod
    def of(cls, query: str, spellings: Iterable[str] = ()) -> Sought:
        """The wanted words of a query, and spellings of the names among them."""
        words, beginnings = _words_of(query)
        written = {unicodedata.normalize("NFC", spelling) for spelling in spellings}
        return cls(words, beginnings, tuple(sorted({*written, *map(str.upper, written)} - {""})))

    def hits(self, text: str) -> list[Span]:
        """Half-open spans, in order and apart."""
        found = []
        if self.words or self.beginnings:
            found = self._words_in(text)
        if self.spellings:
            there = tuple(spelling for spelling in self.spellings if spelling in text)
            if there:
                found += [match.span() for match in _pattern(there).finditer(text)]
        return _apart(found)  # "¼" folds to two words

    def _words_in(self, text: str) -> list[Span]:
        folded, place = _letters(text)
        there = tuple(word for word in sorted(self.words) if word in folded)
        begun = tuple(start for start in self.beginnings if start in folded)
        if not there and not begun:
            return []
        return [(place(match.start()), place(match.end() - 1) + 1) for match in _pattern(there, begun).finditer(folded)]

    def excerpt(self, text: str, *, length: int = LENGTH) -> tuple[str, list[Span]]:
        """A piece of the text of about `length` characters, and the hits in it: the beginning of the text, or what
        surrounds the first hit further on."""
        text = " ".join(text.split())
        hits = self.hits(text)
        first = hits[0][0] if hits else 0
        start = 0 if first < length // 2 else text.rfind(" ", 0, first - length // 3) + 1
        piece = text[start : start + length]
        if start + length < len(text) and " " in piece:
            piece = piece[: piece.rfind(" ")]
        before, after = "…" if start else "", "…" if start + length < len(text) else ""
        moved, end = len(before) - start, start + len(piece)
        spans = [(low + moved, high + moved) for low, high in hits if start <= low and high <= end]
        return before + piece + after, spans


NOTHING = Sought()


@lru_cache(maxsize=1000)
def _words_of(query: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and beginnings of words."""
    words, beginnings = set(), set()
    for term in search.terms_of(query):
        if term.wanted:
            *others, last = term.text.split()
            words.update(others)
            (beginnings if term.begins else words).add(last)
    return frozenset(words), tuple(sorted(beginnings))


@lru_cache(maxsize=1000)
def _pattern(whole: tuple[str, ...], begun: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Any of the words; longer ones first, since the first that fits is taken."""
    parts = [(word, re.escape(word)) for word in whole] + [(word, re.escape(word) + r"\w*") for word in begun]
    listed = "|".join(part for _, part in sorted(parts, key=lambda pair: -len(pair[0])))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _letters(text: str) -> tuple[str, Callable[[int], int]]:
    """The text folded letter by letter, what is no letter as a space; and where in the text each of its letters is."""
    if text.isascii():
        return text.lower().replace("_", " "), int
    folded = text.translate(_FOLDED)
    if len(folded) == len(text):
        return folded, int
    places = [place for place, letter in enumerate(text) for _ in _FOLDED[ord(letter)]]  # "ﬁ" folds to two letters
    return folded, places.__getitem__


class _Folded(dict[int, str]):
    """What each letter folds to, worked out when it is first met."""

    def __missing__(self, letter: int) -> str:
        found = self[letter] = fold(chr(letter)) or " "
        return found


_FOLDED = _Folded()


def _apart(spans: list[Span]) -> list[Span]:
    """In order, of those that overlap the first."""
    spans.sort(key=lambda span: (span[0], -span[1]))
    found = spans[:1]
    for span in spans[1:]:
        if span[0] >= found[-1][1]:
            found.append(span)
    return found
