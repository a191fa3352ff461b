"""The shelf a reader looks for an event on: by its section heading, else by the countries it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from events.extraction import data, gazetteer
from events.extraction.records import Evidence, Mention, Region, Span

_LONGEST_HEADING = 60
_ENUMERATOR = re.compile(r"^(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)/:]\s*")
_IN_TITLE, _IN_FIRST_PART, _LATER = 3.0, 2.0, 1.0  # weight of a country by where it is named
_FIRST_PART = 250  # characters


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """What a region heading says. `plain_asia`: Middle Eastern items under it go to their own shelf."""

    region: Region
    plain_asia: bool


@cache
def read_heading(heading: str) -> HeadingReading | None:
    """The region a heading names; None where it is no heading of a region."""
    if len(heading) > _LONGEST_HEADING:
        return None
    words = plain(heading)
    bare = _without(words, data.load("regions")["heading_words"])
    terms = _heading_terms()
    region, rest = None, bare
    while rest:
        term = next((t for t in terms if rest.startswith(t) and not rest[len(t) : len(t) + 1].isalpha()), None)
        if term is None:
            return None
        region = region or terms[term]
        rest = _without_join(rest[len(term) :])
    return HeadingReading(region, bare in data.load("regions")["heading_words"]["plain_asia"]) if region else None


def plain(heading: str) -> str:
    """A heading in lower case, without its bullet or number."""
    text = heading.lower().strip(' \t*#_•●▪■►▶◆◇○➤→·+:|.-–—=>[]()"“”')
    text = _ENUMERATOR.sub("", text)
    text = re.sub(r"\s*[-–—]\s*", "-", text)
    return " ".join(text.split())


def _without(text: str, words: dict[str, list[str]]) -> str:
    for word in words["before"]:
        if text.startswith(word + " "):
            text = text[len(word) + 1 :]
    for word in words["after"]:
        text = text.removesuffix(" " + word)
    return text


def _without_join(rest: str) -> str:
    while rest:
        shorter = rest.lstrip(" ()")
        for join in data.load("regions")["heading_words"]["joins"]:
            shorter = shorter.removeprefix(join + " ") if join.isalpha() else shorter.removeprefix(join)
        if shorter == rest:
            return rest
        rest = shorter
    return rest


@cache
def _heading_terms() -> dict[str, Region]:
    headings = data.load("regions")["headings"]
    pairs = [(term, Region(region)) for region, entry in headings.items() for term in entry["terms"]]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


def of_event(
    text: str,
    heading: Span | None,
    title: Span | None,
    body: Sequence[Span],
    mentions: Sequence[Mention],
    region_of: Callable[[str], str | None] | None = None,
    country_of: Callable[[str], str | None] | None = None,
) -> tuple[Region, Evidence]:
    """An event's shelf and why. `heading` is the section heading it stands under, region or not.

    A region heading decides, except that under a plain "Asia" an item whose first-named country lies in the Middle
    East keeps its own shelf. Else the shelf most of the countries named belong to, those in the headline and at the
    start weighing more; then that of the country a person named acts for (`country_of`), then a regional body's, then a
    continent's named; `global` only when there is none of these.
    """
    region_of = region_of or gazetteer.region_of
    countries = [mention for mention in mentions if mention.kind == "country" and region_of(mention.value)]
    reading = read_heading(heading.of(text)) if heading else None
    if heading and reading and reading.region is not Region.GLOBAL:
        first = countries[0] if countries else None
        if reading.plain_asia and first and region_of(first.value) == Region.MIDDLE_EAST_AFRICA:
            return Region.MIDDLE_EAST_AFRICA, _words(first, "first-country")
        return reading.region, Evidence("region", None, heading.start, heading.end, rule="section-heading")
    if countries:
        return _chiefly(countries, title, body, region_of)
    for mention in mentions:
        country = country_of(mention.value) if country_of and mention.kind == "person" else None
        if country and (shelf := region_of(country)):
            return Region(shelf), _words(mention, "person-of-country")
    homes = data.load("regions")["organizations"]
    for mention in mentions:
        if mention.kind == "organization" and mention.value in homes:
            return Region(homes[mention.value]), _words(mention, "regional-body")
    for span in [span for span in (title, *body) if span]:
        found = _places().search(text, span.start, span.end)
        if found:
            place = Region(data.load("regions")["places"][found[0].lower()])
            return place, Evidence("region", None, found.start(), found.end(), rule="place-named")
    return Region.GLOBAL, Evidence("region", None, rule="no-country")


def _chiefly(
    countries: Sequence[Mention], title: Span | None, body: Sequence[Span], region_of: Callable[[str], str | None]
) -> tuple[Region, Evidence]:
    start = body[0].start if body else (title.start if title else countries[0].start)
    shelves = [region_of(mention.value) or Region.GLOBAL for mention in countries]
    weights: dict[str, float] = dict.fromkeys(shelves, 0.0)
    for mention, shelf in zip(countries, shelves, strict=True):
        in_title = title is not None and title.start <= mention.start < title.end
        near = mention.start - start < _FIRST_PART
        weights[shelf] += _IN_TITLE if in_title else _IN_FIRST_PART if near else _LATER
    most = max(weights.values())
    first = next(i for i, shelf in enumerate(shelves) if weights[shelf] == most)  # on a draw, the one named first
    return Region(shelves[first]), _words(countries[first], "chief-country")


def _words(mention: Mention, rule: str) -> Evidence:
    return Evidence("region", None, mention.start, mention.end, rule=rule)


@cache
def _places() -> re.Pattern[str]:
    words = sorted(data.load("regions")["places"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
