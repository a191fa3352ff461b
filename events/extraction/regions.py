"""The shelf a reader looks for an event on: by its section heading, else by the countries it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from events.extraction import data, gazetteer, subjects
from events.extraction.patterns import regex
from events.extraction.records import Evidence, Mention, Region, Span
from events.extraction.remembered import remembered

_LONGEST_HEADING = 60
_COUNTED = regex(r"\s\(\d{1,3}\)$")  # "Europe (2)"
_IN_TITLE, _IN_FIRST_PART, _LATER = 3.0, 2.0, 0.3  # weight of a country by where it is named
_AGAIN = 0.5  # times that weight, where it was named before
_FIRST_OF_ALL = 1.0  # on top, for the one named first
_DATELINE, _SLUG = 3.0, 4.0  # for the place in front: a city, a country
_INDIRECT = 0.7  # times the weight, where a person or a regional body stands for it
_FAINT = 0.3  # the same, for places where others meet
_ATTACKED = 3.0  # on top, for the country under attack
_DOING = 2.0  # on top, for the country whose own act it is
_HOLY_SEE = "VA"
_IN = regex(
    r"(?:\b(?:in|near|outside|at)(?: the| northern| southern| eastern| western| central)?|\b(?:ở|tại|gần))"
    r"\s(?:\w+\s){0,2}$"
)
_AT = regex(r"\b(?:in|at|from|to|tại|ở|đến|tới)\s$", re.IGNORECASE)
_FIRST_PART = 250  # characters


class HeadingReading(NamedTuple):
    """What a region heading says. `plain_asia`: Middle Eastern items under it go to their own shelf."""

    region: Region
    plain_asia: bool
    others: tuple[Region, ...] = ()  # further shelves that it names: "Africa - Latin America"


@remembered(512)
def read_heading(heading: str) -> HeadingReading | None:
    """The region a heading names; None where it is no heading of a region."""
    if len(heading) > _LONGEST_HEADING:
        return None
    words = plain(heading)
    bare = _without(words, data.load("regions")["heading_words"])
    terms = _heading_terms()
    regions: list[Region] = []
    rest = bare
    while rest:
        term = next((t for t in terms if rest.startswith(t) and not rest[len(t) : len(t) + 1].isalpha()), None)
        if term is None:
            return None
        regions.append(terms[term])
        rest = _without_join(rest[len(term) :])
    if not regions:
        return None
    others = tuple(dict.fromkeys(region for region in regions if region not in (regions[0], Region.GLOBAL)))
    return HeadingReading(regions[0], bare in data.load("regions")["heading_words"]["plain_asia"], others)


def is_a_country(heading: str) -> bool:
    """Whether a heading names a single country, though that is a region of its own: "Russia"."""
    return plain(heading).upper() in _countries_in_capitals()


def plain(heading: str) -> str:
    """A heading in lower case, without its bullet or number."""
    text = _COUNTED.sub("", heading.lower().rstrip()).strip(subjects.SIGNS)
    text = subjects.ENUMERATOR.sub("", text)
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
    happening: Happening | None = None,
) -> tuple[Region, Evidence]:
    """An event's shelf and why. `heading` is the section heading it stands under, region or not.

    A region heading decides (of two regions the item chooses), except that under a plain "Asia" an item whose
    first-named country lies in the Middle East keeps its own shelf. Else the shelf most of what is named belongs to:
    the country named first, those in the headline, at the start, under attack and acting weigh more, venues and popes
    less; then that of the country a person named acts for (`country_of`), then a regional body's, then a continent's
    named; `global` only when there is none of these.
    """
    region_of, happening = region_of or gazetteer.region_of, happening or Happening()
    countries = [mention for mention in mentions if mention.kind == "country" and region_of(mention.value)]
    reading = read_heading(heading.of(text)) if heading else None
    if heading and reading and reading.region is not Region.GLOBAL:
        first = countries[0] if countries else None
        if reading.plain_asia and first and region_of(first.value) == Region.MIDDLE_EAST_AFRICA:
            return Region.MIDDLE_EAST_AFRICA, _words(first, "first-country")
        if reading.others and countries:
            shelf, evidence = _chiefly(text, title, body, mentions, region_of, country_of, happening)
            if shelf in reading.others:
                return shelf, evidence
        return reading.region, Evidence("region", None, heading.start, heading.end, rule="section-heading")
    if countries:
        return _chiefly(text, title, body, mentions, region_of, country_of, happening)
    for mention in mentions:
        country = country_of(mention.value) if country_of and mention.kind == "person" else None
        if country and (home := region_of(country)):
            return Region(home), _words(mention, "person-of-country")
    for mention in mentions:
        if mention.kind == "organization" and (home := _homes().get(mention.value)):
            return Region(home), _words(mention, "regional-body")
    for span in [span for span in (title, *body) if span]:
        found = _places().search(text, span.start, span.end)
        if found:
            place = Region(data.load("regions")["places"][found[0].lower()])
            return place, Evidence("region", None, found.start(), found.end(), rule="place-named")
    return Region.GLOBAL, Evidence("region", None, rule="no-country")


class Happening(NamedTuple):
    """What is known beside an event's words: the dateline's place, whether it is an attack, and the country it hit.

    `doer` is the country whose own act it is: whoever expels, refuses or congratulates does so at home.
    """

    place: Span | None = None
    attack: bool = False
    target: str | None = None
    doer: str | None = None


class _Weights:
    """How much speaks for each shelf, and the first mention that did."""

    def __init__(self) -> None:
        self.of: dict[str, float] = {}
        self.first: dict[str, Mention] = {}

    def add(self, shelf: str, weight: float, mention: Mention) -> None:
        self.of[shelf] = self.of.get(shelf, 0.0) + weight
        self.first.setdefault(shelf, mention)

    def most(self) -> tuple[str, Mention]:
        """The shelf with most weight; on a draw, the one named first."""
        most = max(self.of.values())
        return next((shelf, mention) for shelf, mention in self.first.items() if self.of[shelf] == most)


def _chiefly(
    text: str,
    title: Span | None,
    body: Sequence[Span],
    mentions: Sequence[Mention],
    region_of: Callable[[str], str | None],
    country_of: Callable[[str], str | None] | None,
    happening: Happening,
) -> tuple[Region, Evidence]:
    start = body[0].start if body else (title.start if title else mentions[0].start)
    named = {mention.value for mention in mentions if mention.kind == "country"}
    weights, seen = _Weights(), set()
    first, place = _FIRST_OF_ALL, happening.place
    for mention in mentions:
        shelf, factor = _stands_for(text, mention, named, region_of, country_of)
        if shelf is None:
            continue
        if place is not None and place.start <= mention.start < place.end:
            weights.add(shelf, _SLUG if _is_a_slug(place.of(text)) else _DATELINE, mention)
            continue
        in_title = title is not None and title.start <= mention.start < title.end
        near = mention.start - start < _FIRST_PART
        weight = _IN_TITLE if in_title else _IN_FIRST_PART if near else _LATER
        weight = (weight * (_AGAIN if mention.value in seen else 1) + first) * factor
        seen.add(mention.value)
        weights.add(shelf, weight, mention)
        first = 0.0
    target = (
        _scene(text, start, mentions) or _of_place(place, mentions) or happening.target if happening.attack else None
    )
    attacked = region_of(target) if target else None
    if attacked in weights.of:
        weights.add(attacked, _ATTACKED, weights.first[attacked])
    doing = region_of(happening.doer) if happening.doer not in (None, _HOLY_SEE) else None
    if doing in weights.of:
        weights.add(doing, _DOING, weights.first[doing])
    shelf, mention = weights.most()
    return Region(shelf), _words(mention, "chief-country")


def _of_place(place: Span | None, mentions: Sequence[Mention]) -> str | None:
    """The country of the place in front."""
    inside = (one for one in mentions if place and one.kind == "country" and place.start <= one.start < place.end)
    return next((mention.value for mention in inside), None)


def _scene(text: str, start: int, mentions: Sequence[Mention]) -> str | None:
    """The country in which an attack happened, as the first part says: "in Iraq", "tại Jeddah"."""
    for mention in mentions:
        near = mention.start - start < _FIRST_PART
        if mention.kind == "country" and near and _IN.search(text[max(0, mention.start - 30) : mention.start]):
            return mention.value
    return None


def _stands_for(
    text: str,
    mention: Mention,
    named: set[str],
    region_of: Callable[[str], str | None],
    country_of: Callable[[str], str | None] | None,
) -> tuple[str | None, float]:
    """The shelf a mention speaks for, if any, and how strongly, next to a country that acts."""
    if mention.kind == "country":
        words = text[mention.start : mention.end].title()
        if mention.value == _HOLY_SEE and "Vatican" not in words:  # popes speak and travel to others
            return region_of(mention.value), _FAINT
        met = words in _venues() and _AT.search(text[max(0, mention.start - 6) : mention.start])
        return region_of(mention.value), _FAINT if met else 1.0
    if mention.kind == "person":
        country = country_of(mention.value) if country_of else None
        return (region_of(country), _INDIRECT) if country and country not in named else (None, 0.0)
    if mention.kind == "organization" and mention.value not in data.load("regions")["wide"]["movements"]:
        return _homes().get(mention.value), _INDIRECT
    return None, 0.0


@cache
def _homes() -> dict[str, str]:
    """The shelf of each body that has one: as the gazetteer says, and of those that are at home on one all the same."""
    listed = {body.name: body.region for body in gazetteer.organizations() if body.region}
    return listed | data.load("regions")["organizations"]


@cache
def _venues() -> frozenset[str]:
    """Cities in which others meet."""
    return frozenset(data.load("regions")["venues"]["cities"])


def _is_a_slug(place: str) -> bool:
    """Whether a country in capitals stands in front, which is what the item is about: "HAITI: …"."""
    return place.isupper() and place.strip() in _countries_in_capitals()


@cache
def _countries_in_capitals() -> frozenset[str]:
    return frozenset(
        form.text.upper()
        for language in gazetteer.LANGUAGES
        for form in gazetteer.country_forms(language)
        if form.kind in ("name", "word", "area", "joint")
    )


def _words(mention: Mention, rule: str) -> Evidence:
    return Evidence("region", None, mention.start, mention.end, rule=rule)


@cache
def _places() -> re.Pattern[str]:
    words = sorted(data.load("regions")["places"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
