"""Which places of an item may hold its credit, and how likely a name that stands in one is a medium's.

A place ("slot") is more than where a name stands: also the signs around it, "(…)" behind the headline or "- …" below
the text. A page prints all of its credits in one, so that names nobody knows show there what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import agencies, date_parts, gazetteer, media, places
from .layouts import headline
from .patterns import regex
from .records import Item, Span

_HEAD = 110  # characters in which a dateline ends
_LONGEST_NAME = 48
_LONGEST_LINE = 110
_LINES_BELOW = 3
_SHORTEST_TEXT = 60

_SMALL = r"(?:of|the|de|del|la|el|al|du|des|da|do|y|e|and|for|in|à|a)"
_WORD = r"(?:[A-ZÀ-ÞĐ][\w.&+'’-]*|[A-Z0-9]{2,}|[\w-]{2,25}\.[a-z]{2,4}(?:\.[a-z]{2})?)"
NAME = rf"(?P<name>{_WORD}(?:(?:\s?[/,&]\s?|\s)(?:{_SMALL}\s){{0,2}}(?:{_WORD}|\d{{1,3}}\b)){{0,5}})"
_LABEL = (
    r"(?P<label>(?:sources?|via|from|courtesy(?: of)?|credits?|agency|reported by|published (?:by|in|on|at)|"
    r"(?:read|see) (?:more|the full (?:story|article))(?: (?:at|on|in|from))?|full (?:story|article|report)|more)"
    r"(?:\s?[:|]\s?|\s(?:the\s|[(\[])?))"
)
_DAY = (
    r"(?:(?:\s?[,|·•–—-]\s?|\s)(?=[^\n]*\d)(?:(?:published|updated|on|at|an?|(?:hour|min|minute|day|week)s?|ago|"
    rf"{date_parts.MONTH_EN}|{date_parts.WEEKDAY_EN}|"
    r"\d{1,4}(?:st|nd|rd|th|h|m|d)?|[ap]\.?m|gmt|utc|ngày)\b[.,:/\s–-]{0,2})+)"
)
_LANGUAGE = r"\s\((?:[A-Z]{2}|[A-Z][a-z]{3,9})\)"  # "Reuters (EN)"
_ADDRESS = r"\s?[-–—:]?\s?[(\[]?(?:https?://|www\.)\S+"
_LINE = regex(
    rf"(?P<sign>[-–—→►▸➔»*•~]{{1,2}}\s?)?(?P<open>[(\[])?\s?(?P<by>[Bb]y\s)?(?i:{_LABEL})?{NAME}"
    rf"(?P<lang>{_LANGUAGE})?(?i:{_DAY})?(?:{_ADDRESS})?\s?[)\]]?[.»→]?"
)
_BEHIND_BRACKETS = regex(rf"(?P<open>[(\[])(?i:{_LABEL})?{NAME}(?i:{_DAY})?\s?[)\]][\s.|]{{0,3}}")
_BEHIND_A_SIGN = regex(
    rf"(?:\s(?P<sign>[-–—|»~→►▸/]{{1,2}}|>>)\s?|(?<=\w)(?P<dash>—)|(?<=\w)(?P<word>,|\svia)\s){NAME}\s?/?\.?"
)
_BEHIND_A_STOP = regex(rf"(?<=[^\W_A-Z][.!?…])(?P<sign>[\"”’]?\s?){NAME}\.?")
_FRONT_BRACKETS = regex(rf"\W{{0,3}}(?P<open>[(\[]){NAME}[)\]]\s?[-–—:.]?\s")
_FRONT_SIGN = regex(
    rf"\W{{0,3}}(?:[A-Z][\w ]{{2,24}}['’]s\s)?{NAME}"
    r"(?:(?P<sign>\s?:|\s?[-–—]{1,2}|\s?[|»]|)\s(?P<quote>[\"“])|\s?(?P<mark>:|[-–—]{1,2}|[|»]|//|>>|\.)\s)"
)
_FRONT_WORDS = regex(  # "Dawn reports: …", "Dawn says …", "According to Dawn, …": where the others tell so
    rf"\W{{0,3}}(?:(?P<tells>){NAME}\s(?:reports|says|writes|reported|quotes)\b"
    rf"|(?P<cited>)(?i:according to|theo)\s(?:the\s)?{NAME.replace('<name>', '<source>')},)"
)
_DATELINE = regex(rf"\W{{0,3}}[A-ZÀ-ÞĐ][^\n()“\":]{{2,45}}?,?\s?\({NAME}\)\s?[-–—:]")
_DATELINE_COMMA = regex(
    r"\W{0,3}[A-ZÀ-ÞĐ][^\n()“\":–—,]{2,30},\s[^\n()“\":–—,]{2,30},\s(?P<name>[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*){0,3})\s?[-–—:]{1,2}\s"
)
_UNDERLINED = regex(r"[ \t]*\n\s*[-=_~]{3,}[ \t]*$", re.MULTILINE)
_GLUED = regex(r"(?<=[\w’”\"'])\s?(?:—|–|--)\s?(?=[A-ZÀ-ÞĐ])")
_RUN = regex(r"[A-ZÀ-ÞĐ][\w.&'’-]*(?:\s[A-ZÀ-ÞĐ][\w.&'’-]*){1,4}(?=\s[a-zà-ỹ0-9“\"(])")
_SPACED = ("'", "’")
_ENDS_A_SENTENCE = tuple('.!?…:;”"')
_ARTICLES = frozenset(("The", "El", "La", "Le", "Il", "Les", "Los", "Al", "O", "A", "Der", "Die", "Het", "De", "Ha"))
_PART = regex(r"\s?[/,&|]\s?|\sand\s|\svà\s")
_NO_NAME = regex(  # a day, a reporter's code, a desk's key words
    rf"(?:{date_parts.WEEKDAY_EN}|today|yesterday|{date_parts.MONTH_EN}|\d[\d ./-]*|and|please|the)$|"
    rf".*\b(?:(?:19|20)\d\d\b|{date_parts.MONTH_EN}\s\d|\d{{1,2}}\s{date_parts.MONTH_EN})|[a-z]{{3}}\d|\w{{3,}}(?:-\w{{3,}}){{2,}}$",
    re.IGNORECASE,
)
_GIVEN = gazetteer.words("given-names.tsv")


def _bare(text: str, span: Span) -> Span:
    """A name without the place and the day behind commas: "Zilo, Paris, 9 February 2011"."""
    parts = span.of(text).split(", ")
    kept = [parts[0]]
    for part in parts[1:]:
        if part[0].isdigit() or part.lower() in places.known() or _NO_NAME.match(part):
            break
        kept.append(part)
    return Span(span.start, span.start + len(", ".join(kept)))


class Candidate(NamedTuple):
    """A name in a slot. `labelled`: the words in front say that a source follows."""

    slot: tuple
    span: Span
    labelled: bool


_ABOVE, _HEADLINE, _TEXT = "above", "headline", "text"


def is_above(slot: tuple) -> bool:
    return slot[0] == _ABOVE


def is_marked(slot: tuple) -> bool:
    """Whether the signs of a place are seldom those of anything but a credit: brackets, or a dash behind a headline."""
    return "(" in slot or "[" in slot or (slot[0] == _HEADLINE and not slot[1])


def of_item(text: str, item: Item, until: int, since: int) -> Iterator[Candidate]:
    """The names in all the places of an item in which credits stand. The next item starts at `until`."""
    parts = [span for span in (item.title, *item.body) if span]
    if not parts:
        return
    start = min(item.start, parts[0].start)
    yield from _in_front(text, start, "item")
    if item.title and item.body:
        begin = _line_start(text, item.body[0].start)
        near = item.title.end <= begin and item.body[0].start - begin <= _LONGEST_NAME + 10
        yield from _in_front(text, begin if near else item.body[0].start, "text")
    lines = list(_lines(text, _line_start(text, start), until))
    own = _own_lines(text, lines, parts)
    if not own:
        return
    yield from _at_an_end(text, lines[0], _HEADLINE if len(own) > 1 else _TEXT)
    if len(own) > 1:
        yield from _at_an_end(text, lines[own[-1]], _TEXT)
        if own[-1] > 1 and (named := _line(text, lines[1], "under the headline")):
            yield named
    yield from _glued(text, lines[0])
    for line in lines[: own[-1] + 1][:3]:
        yield from _in_a_dateline(text, line)
    for line in lines[own[-1] + 1 :][:_LINES_BELOW]:
        if _UNDERLINED.match(text, line.end):
            break  # the heading of what follows
        if named := _line(text, line, "below"):
            yield named
    above = list(_lines(text, since, _line_start(text, start)))
    if above and (named := _line(text, above[-1], _ABOVE)):
        yield named


def _own_lines(text: str, lines: list[Span], parts: list[Span]) -> list[int]:
    """The numbers of the lines that hold the item's words, without those at its end that may be its credit."""
    starts = [part.start for part in parts]
    begun = [bisect_left(starts, line.end) for line in lines]  # how many parts begin before each line ends
    own = [
        n for n, (line, many) in enumerate(zip(lines, begun, strict=True)) if many and line.start < parts[many - 1].end
    ]
    while len(own) > 1 and _LINE.fullmatch(lines[own[-1]].of(text)[: _LONGEST_LINE + 1]):
        own.pop()
    if own == [0] and len(lines) > 1 and lines[1].end - lines[1].start > _SHORTEST_TEXT:
        own.append(1)  # what the headline stands over was left out
    return own


def _lines(text: str, start: int, stop: int) -> Iterator[Span]:
    at = start
    for line in text[start:stop].split("\n"):
        if stripped := line.strip():
            begin = at + line.index(stripped)
            yield Span(begin, begin + len(stripped))
        at += len(line) + 1


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line(text: str, line: Span, place: str) -> Candidate | None:
    """A line that is nothing but a name, with what may stand around it."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    found = _LINE.fullmatch(text, line.start, line.end)
    if found is None or len(found["name"]) > _LONGEST_NAME:
        return None
    signs = (place, bool(found["sign"]), found["open"], bool(found["label"]), bool(found["lang"] or found["by"]))
    if found["by"] and weight(found["name"]) < _SAYS_SO:
        return None  # a reporter
    return Candidate(signs, _bare(text, Span(*found.span("name"))), bool(found["label"]))


def _at_an_end(text: str, line: Span, place: str) -> Iterator[Candidate]:
    """ "… (M)", "… - M", "… | M", "…—M", "… in May. M", "… in May.M" """
    begin = max(line.start, line.end - _LONGEST_NAME - 30)
    opened = max(text.rfind("(", begin, line.end), text.rfind("[", begin, line.end))
    if opened > 0 and (found := _BEHIND_BRACKETS.fullmatch(text, opened, line.end)):
        yield Candidate((place, False, found["open"]), _bare(text, Span(*found.span("name"))), bool(found["label"]))
        return
    for form in (_BEHIND_A_SIGN, _BEHIND_A_STOP):
        found = None
        for one in form.finditer(text, begin, line.end):
            found = one if one.end() == line.end else found
        if found:
            sign = next(filter(None, (found.groupdict().get(name) for name in ("dash", "word", "sign"))), "").strip()
            yield Candidate((place, form is _BEHIND_A_STOP, sign), Span(*found.span("name")), False)
            return


def _in_front(text: str, start: int, place: str) -> Iterator[Candidate]:
    """ "(M) …", "M: …", "M – …", "M “…”" """
    stop = min(len(text), start + _HEAD)
    line_end = text.find("\n", start, stop)
    stop = stop if line_end < 0 else line_end
    if found := _FRONT_BRACKETS.match(text, start, stop):
        yield Candidate(("front", place, found["open"]), Span(*found.span("name")), False)
    elif (found := _FRONT_SIGN.match(text, start, stop)) and len(found["name"]) <= _LONGEST_NAME:
        yield Candidate(("front", place, found["quote"] or found["mark"]), Span(*found.span("name")), False)
    elif found := _FRONT_WORDS.match(text, start, stop):
        group = "name" if found["name"] else "source"
        yield Candidate(("front", place, group), Span(*found.span(group)), False)


def _in_a_dateline(text: str, line: Span) -> Iterator[Candidate]:
    stop = min(line.end, line.start + _HEAD)
    if found := _DATELINE.match(text, line.start, stop):
        yield Candidate(("dateline", "("), Span(*found.span("name")), False)
    elif found := _DATELINE_COMMA.match(text, line.start, stop):
        yield Candidate(("dateline", ","), Span(*found.span("name")), False)


def _glued(text: str, line: Span) -> Iterator[Candidate]:
    """The name between a headline and its text, parted by nothing: "… take the throne—Bangkok Post The assembly …"."""
    for dash in _GLUED.finditer(text, line.start, min(line.end, line.start + 2 * _HEAD)):
        length = _length_of_known(text[dash.end() : dash.end() + _LONGEST_NAME])
        if not length and (run := _RUN.match(text, dash.end())):
            length = run[0].rfind(" ")
        if length and dash.end() + length < line.end:
            yield Candidate(("glued", text[dash.start() : dash.end()]), Span(dash.end(), dash.end() + length), False)
            return


def _length_of_known(head: str) -> int:
    """How long the known name is that a text opens with, before a capital."""
    opening = 4 if head.startswith("The ") else 0
    ends = [
        hit.end
        for hit in media.hits(head, None)
        if hit.start in (0, opening)
        and head[hit.end : hit.end + 1] == " "
        and head[hit.end + 1 : hit.end + 2].isupper()
    ]
    words = head.split(" ")
    for number in range(min(4, len(words) - 1), 0, -1):  # those that are words, too
        name = " ".join(words[:number])
        if words[number][:1].isupper() and len(media.hits(name, None)) == 1 and agencies.names_only(name):
            ends.append(len(name))
    return max(ends, default=0)


# --- How likely a name is a medium's

KNOWN = 2.0
_SAYS_SO = 1.5  # a word that media are called by, or an address
_WITH_ARTICLE = 0.8
UNKNOWN = 0.3
A_BODY = 0.1  # an organization, whose own reports some pages list beside those of media
_A_PERSON = -1.5
_NONE = -2.0  # a place, a rubric, a button, a day


@lru_cache(maxsize=2000)
def weight(name: str) -> float:
    """How much a name speaks for its being a medium's."""
    if headline.is_a_button(name):
        return _NONE
    if agencies.names_only(name):
        return KNOWN
    parts = [part.strip() for part in _PART.split(name) if part.strip()]
    if any(part.lower() in places.known() for part in parts) or _NO_NAME.match(name):
        return _NONE
    if agencies.is_furniture(name) or agencies.says_no_name(name):
        return _NONE
    if agencies.names_one(name) or agencies.sounds_like_a_medium(name):
        return _SAYS_SO
    if any(part.lower() in places.names() for part in parts):
        return A_BODY
    words = name.split()
    if len(words) > 1 and words[0] in _GIVEN:
        return _A_PERSON
    return _WITH_ARTICLE if words[0] in _ARTICLES and len(words) > 1 else UNKNOWN
