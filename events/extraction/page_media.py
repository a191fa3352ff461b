"""Whose page a single report stands on: what it prints over everything, signs and claims is its own, and no credit.

A wire service is credited on its own page, too: others print its reports, under its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from . import gazetteer, media
from .patterns import regex
from .records import Item, Layout, Span

_MASTHEAD = 5  # lines above a report in which the page may say its name
_LONGEST_MASTHEAD = 70  # characters
_FOOT = 2500  # characters at the page's end, where it claims its rights
_MANY = 3  # items of a list
_SHARE_SIGNED = 0.8  # of its items that a paper signs in front, where the list is the paper's own
_ARTICLE = 5  # characters in front of a name: "The ", a bullet
_LONGEST_CLAIM = 40  # characters behind the sign of a right in which its owner is named
_SHORTEST_TEXT = 60  # characters
_LONGEST_SIGN = 50  # characters in front of a text in which a paper signs it: "SAN SALVADOR, El Salvador (NV) – …"

_NO_MASTHEAD = regex(r"\W*(?:by|from|via|with|sources?|text|theo|nguồn|tin|tác giả)\b", re.IGNORECASE)
_BEHIND_A_MASTHEAD = regex(r"\s*(?:$|[-–—|•·:,/~>»(]|\s{2})|(?:\s(?:[A-ZĐÀ-Ỹ+|•·/&-]\S*|[&|+]))+$")
_CLAIM = regex(r"^\W*(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d[\s,–-]*)*(?:by\s)?", re.IGNORECASE)
_OF_OTHERS = regex(r"\b(?:distribut|reprint|republish|courtesy|permission (?:of|from)|syndicat)", re.IGNORECASE)
_REPRINTED = regex(
    r"\boriginal (?:article|story|post|report|version) (?:at|on|in|from|by) (?:the )?([^\n]{3,40})", re.IGNORECASE
)
_VIETNAMESE = regex(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_AN_AGENCY = regex(
    r"\b(?:agenc(?:y|e|ia|ies)|agência|agenzia|agentur|thông tấn|press trust|news service)\b", re.IGNORECASE
)
_IN_FRONT = regex(r"\W{0,3}|[A-ZĐÀ-Ỹ][\w ,.'-]{2,40}\s[(\[]\s?")
_BEHIND_A_SIGN = regex(r"\s?[)\]]?\s?[-–—.:]|\s?[)\]]?\s(?=[A-ZĐÀ-Ỹ\d])")


def of_report(text: str, layout: Layout) -> frozenset[str]:
    """The media whose page a single report stands on."""
    if not layout.items:
        return frozenset()
    first = layout.items[0]
    its_own = (*_over(text, first.start), *_claimed(text), *_licensed(text), *_signed(text[: first.end]))
    return frozenset(its_own) - _agencies() - frozenset(_reprinted(text))


def _reprinted(text: str) -> Iterator[str]:
    """The media whose report the page says that it reprints: "Read the original article on …"."""
    for told in _REPRINTED.finditer(text, max(0, len(text) - _FOOT)):
        yield from (hit.entry.values[0] for hit in media.hits(told[1], None))


def _over(text: str, stop: int) -> Iterator[str]:
    """The media in the page's first lines: "NZ Herald", "VOV.VN - Báo điện tử …", "CNN World+ Live TV"."""
    lines = filter(None, map(str.strip, text[:stop].split("\n")))
    for line in islice(lines, _MASTHEAD):
        if len(line) > _LONGEST_MASTHEAD or _NO_MASTHEAD.match(line):
            continue
        first = next(iter(media.hits(line, None)), None)
        if first and first.start < _ARTICLE and _BEHIND_A_MASTHEAD.match(line, first.end):
            yield first.entry.values[0]


def _claimed(text: str) -> Iterator[str]:
    """The media that claim the rights: "© 2023 Al Jazeera Media Network", unless others distribute what is theirs."""
    for line in text[-_FOOT:].split("\n"):
        claim = _CLAIM.match(line) if "©" in line or "opyright" in line or "(c)" in line else None
        if claim and not _OF_OTHERS.search(line):
            owner = next(iter(media.hits(line[claim.end() : claim.end() + _LONGEST_CLAIM], None)), None)
            if owner and owner.start < _ARTICLE:
                yield owner.entry.values[0]


_LICENCE = regex(r"\b(?:giấy phép|tổng biên tập|t(?:òa|oà) soạn|cơ quan chủ quản)\b", re.IGNORECASE)
_ITS_NAME = regex(r"\s?(?:điện tử|online)\b", re.IGNORECASE)


def _licensed(text: str) -> Iterator[str]:
    """The Vietnamese paper that names itself beside its licence at the page's foot: "BÁO HÀ NAM ĐIỆN TỬ"."""
    if not _LICENCE.search(text, max(0, len(text) - _FOOT)):
        return
    for line in map(str.strip, text[-_FOOT:].split("\n")):
        first = next(iter(media.hits(line, None)), None) if 0 < len(line) <= _LONGEST_MASTHEAD else None
        if first and first.start < _ARTICLE and (line.isupper() or _ITS_NAME.match(line, first.end)):
            yield first.entry.values[0]


def _signed(text: str) -> Iterator[str]:
    """The Vietnamese papers that sign the report or its standfirst in front: "TTO - …", "(Dân trí) - …"."""
    for line in text.split("\n"):
        sign = next(iter(media.hits(line[:_LONGEST_SIGN], None)), None) if len(line) > _SHORTEST_TEXT else None
        if sign is None or sign.entry.values[0] not in _papers():
            continue
        if _IN_FRONT.fullmatch(line, 0, sign.start) and _BEHIND_A_SIGN.match(line, sign.end):
            yield sign.entry.values[0]


def without_its_sign(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """A round-up's credits without the sign with which a Vietnamese paper begins it, and no item behind the first.

    Nor with the one in front of all items, on a page that lists what the paper itself writes.
    """
    if len(items) < _MANY:
        return found
    signs = [_sign(text, item, spans) for item, spans in zip(items, found, strict=True)]
    if signs[0] and not any(signs[1:]):
        return [found[0][1:], *found[1:]]
    if signs[0] and signs.count(signs[0]) >= _SHARE_SIGNED * len(items) and len(set(signs) - {None}) == 1:
        return [spans[1:] if sign else spans for sign, spans in zip(signs, found, strict=True)]
    return found


def _sign(text: str, item: Item, spans: Sequence[Span]) -> str | None:
    """The Vietnamese paper whose sign in front of an item is the first of its credits."""
    if not spans:
        return None
    first = spans[0]
    starts = {item.start, (item.body[0] if item.body else item).start}
    # Below a headline: "(Baonghean.vn) - …". What stands there without brackets is rather what another medium says.
    if text[first.start - 1 : first.start] == "(":
        starts.add(text.rfind("\n", 0, first.start) + 1)
    if not any(-_ARTICLE <= first.start - start < _ARTICLE for start in starts):
        return None
    if not _BEHIND_A_SIGN.match(text, first.end):
        return None
    if not _VIETNAMESE.search(text, item.start, item.end):
        return None  # in English others name it so
    named = (hit.entry.values[0] for hit in media.hits(first.of(text), None))
    return next((name for name in named if name in _papers()), None)


@cache
def _papers() -> frozenset[str]:
    return frozenset(agency.name for agency in gazetteer.agencies() if agency.signs)


@cache
def _agencies() -> frozenset[str]:
    """Those whose reports others print: wire services, and whatever calls itself an agency."""
    return frozenset(
        agency.name
        for agency in gazetteer.agencies()
        if agency.wire or any(_AN_AGENCY.search(name) for name in (agency.name, *agency.names))
    )
