"""Places in front of items: the countries they name, and those that are only where a report was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from . import data, gazetteer
from .names import DocumentNames
from .patterns import regex
from .records import Item, Mention, Span

_OPENING = regex(r"([^\W\d_][\w ,.]{2,30}?)\s?(?::\s|[-–—]{1,2}\s)")
_BEHIND_PLACE = regex(r"[^\n]{0,40}?[-–—:|]{1,2}\s*")
_NO_WORD = regex(r"[\W_]+")
_LEAST, _SHARE = 3, 0.8  # items with the same words in front, in number and of all
_SHARE_ELSEWHERE = 0.5  # of them that do not name the country again
_AT_ONCE = 30  # characters behind such a place within which the country is named that the report is about


class Station(NamedTuple):
    """A place in front of an item that is only where it was reported from; `near`: from the same part of the world."""

    place: Span
    near: bool


def reported_from(text: str, items: Sequence[Item], names: DocumentNames) -> dict[int, Station]:
    """Where items open with the place they are only reported from, by the items' numbers."""
    stations = {number: station for number, item in enumerate(items) if (station := _station(text, item, names))}
    return stations | {number: Station(place, near=False) for number, place in _desks_own(text, items, names).items()}


def _station(text: str, item: Item, names: DocumentNames) -> Station | None:
    """The place, if it is one from which others are reported on, and the text is about others.

    "NAIROBI - Ethiopian rebels …", "NEW YORK - The UN envoy to Yemen …", with no word of Kenya or the United States.
    """
    place = item.place
    station = data.load("regions")["stations"]["cities"].get(place.of(text).strip(" ,").casefold()) if place else None
    if place is None or station is None:
        return None
    spans = [span for span in (item.title, *item.body) if span]
    told = [mention for mention in names.within(spans) if not place.start <= mention.start < place.end]
    home = {mention.value for mention in names.within([place]) if mention.kind == "country"}
    whose = [mention.value if mention.kind == "country" else names.country_of(mention.value) for mention in told]
    if not home or not home.isdisjoint(code for code in whose if code):
        return None
    first = next((mention for mention in told if mention.kind == "country" and mention.start > place.end), None)
    at_once = first is not None and first.start - _end_of_dateline(text, place) <= _AT_ONCE
    if at_once or (station == "seat" and any(mention.kind == "organization" for mention in told)):
        return Station(place, near=station == "office")
    return None


def _end_of_dateline(text: str, place: Span) -> int:
    """Where the text behind a place, its day and its agency begins: behind the dash or colon."""
    found = _BEHIND_PLACE.match(text, place.end)
    return found.end() if found else place.end


def _desks_own(text: str, items: Sequence[Item], names: DocumentNames) -> dict[int, Span]:
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
