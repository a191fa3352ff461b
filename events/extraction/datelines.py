"""Places in front of items: the countries they name, and the one that a desk prints whatever the item is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from . import gazetteer
from .names import DocumentNames
from .patterns import regex
from .records import Item, Mention, Span

_OPENING = regex(r"([^\W\d_][\w ,.]{2,30}?)\s?(?::\s|[-–—]{1,2}\s)")
_NO_WORD = regex(r"[\W_]+")
_LEAST, _SHARE = 3, 0.8  # items with the same words in front, in number and of all
_SHARE_ELSEWHERE = 0.5  # of them that do not name the country again


def desks_own(text: str, items: Sequence[Item], names: DocumentNames) -> dict[int, Span]:
    """Where items open with the desk's own place, by the items' numbers; empty where places are the items' own."""
    places = {number: place for number, item in enumerate(items) if (place := _place(text, item))}
    if len(places) < _LEAST:
        return {}
    words, count = Counter(place.of(text) for place in places.values()).most_common(1)[0]
    if count < max(_LEAST, _SHARE * len(items)):
        return {}
    same = {number: place for number, place in places.items() if place.of(text) == words}
    elsewhere = 0
    for number, place in same.items():
        there = {mention.value for mention in names.within([place])}
        spans = [span for span in (items[number].title, *items[number].body) if span]
        spans = [Span(max(span.start, place.end), span.end) if span.start <= place.start else span for span in spans]
        elsewhere += there.isdisjoint(mention.value for mention in names.within(spans))
    return same if elsewhere >= _SHARE_ELSEWHERE * len(same) else {}


def _place(text: str, item: Item) -> Span | None:
    """What the item opens with, before a colon or a dash."""
    if item.place is not None:
        return item.place
    for span in item.body[:1]:
        if found := _OPENING.match(text, span.start, span.end):
            return Span(*found.span(1))
    return None


def countries_of(text: str, place: Span | None, names: DocumentNames, language: str) -> list[Mention]:
    """The countries a dateline names. Standing alone, "LÀO" or "ANH" is a country, whatever it may be in a sentence."""
    if place is None:
        return []
    found = [mention for mention in names.within([place]) if mention.kind == "country"]
    code = None if found else _country_called(language).get(_key(place.of(text).partition(",")[0]))
    return [Mention(place.start, place.end, "country", code)] if code else found


@cache
def _country_called(language: str) -> dict[str, str]:
    tongues = ("vi", "en") if language == "vi" else ("en", "vi")
    forms = [form for tongue in tongues for form in gazetteer.country_forms(tongue) if len(form.values) == 1]
    called = {_key(form.text): form.values[0] for form in reversed(forms)}
    further = [(name, places) for places in gazetteer.further_places(language) for name in places.names]
    times = Counter(name for name, _ in further)
    for name, places in further:
        if times[name] == 1:
            called.setdefault(_key(name), places.values[0])
    return called


def _key(name: str) -> str:
    return _NO_WORD.sub("", name.casefold())
