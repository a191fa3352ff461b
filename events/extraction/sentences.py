"""Sentences: where one ends and the next begins, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from events.extraction import data
from events.extraction.patterns import regex
from events.extraction.records import Span
from events.extraction.remembered import remembered

_STOP = regex(r"[.!?…\n](?:(?<=\n)|[\"”’»')\]]{0,3}[ \t\u00a0]{1,4})")  # one set first: found faster
_LAST_WORD = regex(r"[^\s(\[\"“]{1,12}$")
_STOPS = (".", "!", "?", "…", ";")
_CLOSERS = " \"”’'»)]*|"
_LONGEST_BRACKET = 80
_LONGEST_HEADLINE, _SMALL_WORD = 120, 4  # characters
_SHORTENED = (
    " U.S.", " U.N.", " U.K.", " E.U.", " U.A.E.", " D.C.", " Corp.", " Inc.", " Co.", " a.m.", " p.m.", " Jr.",
)  # fmt: skip
_OPENINGS = "\"“'‘(["


@remembered(32)  # the rooms that read one event ask for the same sentences, one soon after the other
def split(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of `text[start:end]`, without the white space around them."""
    return tuple(_split(text, start, end))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop[0] == "\n":
            if _is_broken_by_width(text, start, stop.start(), stop.end(), end):
                continue
        elif not _really_ends(text, stop.start(), stop.end(), end):
            continue
        if sentence := _trimmed(text, at, stop.end()):
            yield sentence
        at = stop.end()
    if sentence := _trimmed(text, at, end):
        yield sentence


_WIDTHS = range(55, 101)  # characters of a line that was broken by width
_ENDS = frozenset('.!?…:;”"»)]|')


def _is_broken_by_width(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether a sentence goes on behind a line's end: in a small letter, or as the line is as full as lines get."""
    following = text[after : min(end, after + 1)]
    if following.islower():
        return True
    if not following.isalnum() or stop == start or text[stop - 1] in _ENDS:
        return False
    begun = text.rfind("\n", max(start, stop - _WIDTHS.stop), stop)
    if begun < 0 and stop - start >= _WIDTHS.stop:
        return False
    return stop - max(begun + 1, start) in _WIDTHS


def is_paragraph(text: str, least: int) -> bool:
    """Whether a line is a sentence or more, of at least so many characters: no headline, no caption, no button."""
    return len(text) >= least and ends_like_one(text)


def first(text: str, start: int, end: int) -> Span | None:
    """The first sentence of `text[start:end]`; None where there are no words."""
    return next(_split(text, start, end), None)


@remembered(1000)  # dozens of rooms ask it of each line
def ends_like_one(text: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks and brackets behind the stop aside."""
    if text[-1:].isalnum():
        return False
    if (ended := text.rstrip(_CLOSERS)).endswith(_STOPS):
        return ended[-3:-2] != "." or not _is_in_title_case(ended)
    bare = text.rstrip(" *|")
    if bare.endswith((")", "]")):  # a credit behind the last sentence: "… talks. [Agency]"
        opened = max(bare.rfind("(", -_LONGEST_BRACKET), bare.rfind("[", -_LONGEST_BRACKET))
        return opened > 0 and bare[:opened].rstrip(_CLOSERS).endswith(_STOPS)
    return False


def may_be_a_headline(text: str) -> bool:
    """Whether a line is no sentence, or only for the stop of the abbreviation it ends with: "Migrants leave U.S."."""
    return not ends_like_one(text) or _ends_shortened(text)


def _ends_shortened(text: str) -> bool:
    """Whether a line is so short and simple that its last stop is an abbreviation's, where a headline may stand."""
    return text.endswith(_SHORTENED) and len(text) <= _LONGEST_HEADLINE and ". " not in text


def _is_in_title_case(text: str) -> bool:
    """Whether a short line is a headline in title case that an abbreviation ends: "Migrants Deported From the U.S."."""
    if len(text) > _LONGEST_HEADLINE or not text[-2:-1].isupper():
        return False
    long = [word for word in text.split() if len(word) > _SMALL_WORD]
    return len(long) > 2 and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _really_ends(text: str, stop: int, after: int, end: int) -> bool:
    following = text[after : after + 1] if after < end else ""
    if following in _OPENINGS and following:
        following = text[after + 1 : after + 2]
    if following.islower():
        return False
    if text[stop] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if word is None:
        return True
    last = word[0]
    if len(last) == 1 and last.isupper():  # an initial: "John F. Kennedy"
        return False
    return last.lower() not in _abbreviations() and "." not in last


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(data.load("abbreviations")["words"])


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
