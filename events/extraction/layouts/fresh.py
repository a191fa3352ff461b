"""Whether a paragraph begins another report or goes on with the one above: signs of both, weighed together.

What each sign weighs was learned from the labelled documents (weights/paragraphs.tsv): of paragraphs of documents left
out 93 in 100 that begin an item were told, and of those that go on 89 in round-ups and 97 in stories.

No sign tells by itself: "The government of Spain …" begins one, "The government …" does not; a report may well name in
its second paragraph a country that its first does not. What the page's other paragraphs are tells, too: on a page of
single paragraphs one that says little is another item, in a report of many it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

from events.extraction import date_phrases, learned, sentences
from events.extraction.date_phrases import Kind
from events.extraction.layouts import between, dateline
from events.extraction.layouts.blocks import NamesIn
from events.extraction.layouts.told import goes_on, pattern
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Mention, Span
from events.extraction.remembered import remembered

_LONG_WORD = regex(r"[^\W\d_]{5,}")
_SPEAKS = regex(r"\b(?:said|says|added|told|nói|cho biết|cho hay|thêm|khẳng định|nhấn mạnh)\b")
_INDEFINITE = (
    "A ",
    "An ",
    "Some ",
    "At least",
    "Thousands",
    "Hundreds",
    "Dozens",
    "More than",
    "Một ",
    "Ít nhất",
    "Hơn ",
)
_COURTESY = ("Ông ", "Bà ")
_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
_QUOTES = "\"“'‘«"
_OPENING, _POINTING = 40, 90  # characters in which a report says who acts; in which a paragraph points back
_OF = 8  # characters behind "The government" in which a country makes it another one: " of Spain"
_SHORT, _LONG = 70, 250  # characters
_ALIKE = 10  # in tenths: the share of long words that both have
_EACH, _EACH_ANNOUNCED = 0.8, 0.65  # share of a page's paragraphs that begin one, so that all do
_CAUTION = 0.25  # two reports taken for one spoil less than one cut in two
_SURELY = 3.0  # the weight of signs that surely tell
_LOOKED_BACK = 5  # paragraphs of a report that one is compared with, and its first
_ROUNDS = 12  # of weighing a page's paragraphs
_UNSURE, _UNSURE_BUT_ANNOUNCED = (2.0, 2.0), (3.0, 1.0)  # paragraphs of both kinds taken for seen on any page


def begins(
    paragraphs: Sequence[Line],
    headed: frozenset[int],
    names_in: NamesIn,
    language: str,
    *,
    announced: bool = False,
    each: bool = False,
) -> frozenset[int]:
    """The offsets of paragraphs that begin a report; `headed`: of those that stand under a heading.

    `announced`: the page says that several reports follow; `each`: every paragraph is taken for one, but for those that
    surely go on.
    """
    weights = _Weights(headed, names_in, language, {})
    found = _parted(paragraphs, weights, 0.0)
    leaning = _leaning([weight for weight, _ in found], _UNSURE_BUT_ANNOUNCED if announced else _UNSURE)
    if leaning:
        found = _parted(paragraphs, weights, leaning)
    begun = sum(1 for weight, _ in found if weight + leaning > 0)
    if each or begun >= (_EACH_ANNOUNCED if announced else _EACH) * len(found):
        leaning = max(leaning, _SURELY)
    return frozenset([paragraphs[0].start, *(line.start for weight, line in found if weight + leaning > 0)])


class _Weights(NamedTuple):
    """How much speaks for paragraphs of one page, worked out once however it is parted."""

    headed: frozenset[int]
    names_in: NamesIn
    language: str
    known: dict[tuple[int, ...], float]

    def of(self, line: Line, item: Sequence[Line]) -> float:
        key = (line.start, *[one.start for one in item])
        if key not in self.known:
            self.known[key] = weight_of(line, item, self.names_in, self.language, headed=line.start in self.headed)
        return self.known[key]


def _parted(paragraphs: Sequence[Line], weights: _Weights, leaning: float) -> list[tuple[float, Line]]:
    """How much speaks for each paragraph but the first beginning a report, the one above ending where that is sure."""
    found: list[tuple[float, Line]] = []
    item = [paragraphs[0]]
    for line in paragraphs[1:]:
        weight = weights.of(line, item)
        found.append((weight, line))
        item = [line] if weight + leaning > 0 else [item[0], *item[1:][1 - _LOOKED_BACK :], line]
    return found


def _leaning(weights: Sequence[float], unsure: tuple[float, float] = _UNSURE) -> float:
    """What a page's paragraphs are for the most part: the odds before any sign, as far as all signs tell them."""
    leaning = 0.0
    for _ in range(_ROUNDS):
        likely = sum(1 / (1 + exp(-(weight + leaning))) for weight in weights) + unsure[0]
        leaning = log(likely / (len(weights) + sum(unsure) - likely))
    return leaning


def weight_of(
    line: Line, item: Sequence[Line], names_in: NamesIn, language: str, *, mark: int = 0, headed: bool = False
) -> float:
    """How much speaks for a paragraph beginning another report than the one whose paragraphs stand above it."""
    found = signs(line, item, names_in, language, mark, headed=headed)
    of_sign = evidence()
    return of_sign["bias"] - _CAUTION + sum(of_sign.get(sign, 0.0) for sign in found)


@cache
def evidence() -> Mapping[str, float]:
    """How much more likely each sign is above a paragraph that begins a report, as logarithms of odds."""
    lines = (learned.WEIGHTS / "paragraphs.tsv").read_text("utf-8").splitlines()
    return {sign: float(weight) for sign, weight in (line.split("\t") for line in lines if not line.startswith("#"))}


def signs(
    line: Line, item: Sequence[Line], names_in: NamesIn, language: str, mark: int = 0, *, headed: bool = False
) -> list[str]:
    """What a paragraph shows beside the report above it; `mark`: the characters of its sign."""
    text, start = line.text[mark:], line.start + mark
    named = names_in([Span(start, line.end)])
    told = names_in([Span(one.start, one.end) for one in item])
    found = [*_of_opening(text, start, named, told, language), *_of_names(start, named, told)]
    found += _of_day(text, language)
    words, theirs = _long_words(text), frozenset().union(*[_long_words(one.text) for one in item])
    found.append(f"common_{min(4, _ALIKE * len(words & theirs) // max(1, len(words)))}")
    if len(text) < _SHORT or len(text) > _LONG:
        found.append("short" if len(text) < _SHORT else "long")
    if (begun := dateline.opening(line)) and (begun.length or begun.place):
        found.append("placed")
    if between.is_credited(item[-1].text):
        found.append("after_credit")
    if headed:
        found.append("headed")
    return found


@remembered(64)  # a paragraph is looked at again with each of those below it
def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.lower()))


def _of_opening(
    text: str, start: int, named: Sequence[Mention], told: Sequence[Mention], language: str
) -> Iterator[str]:
    """How a paragraph opens: by pointing back, by quoting, with somebody new."""
    low = text[:_POINTING].lower()
    first = named[0] if named else None
    at = first.start - start if first else len(text)
    if first and first.kind == "person" and text.startswith(_COURTESY) and at <= len(_COURTESY[0]):
        yield "goes_on" if first.value in {one.value for one in told} else "courtesy"
    elif goes_on(text, language) and not (first and first.kind != "person" and _is_its_own(text, at, language)):
        yield "goes_on"
    elif pattern("pointing", language).match(low):
        yield "pointing"
    if pattern("pointed_at", language).search(low):
        yield "pointed_at"
    if text[:1] in _QUOTES:
        yield "quote"
    if text.startswith("The ") and text[4:5].islower() and not (first and _is_its_own(text, at, language)):
        yield "the_low"
    if text.startswith(_INDEFINITE):
        yield "indefinite"
    if _SPEAKS.search(low):
        yield "says"


def _is_its_own(text: str, at: int, language: str) -> bool:
    """Whether the words that seem to point back hold a name, or have one behind them: "Anh …", "The army of Chad"."""
    found = pattern("continuing", language).match(text[:60].lower())
    if found is None:
        return text[:at].endswith((" of ", " of the ")) and text[:at].count(" ") <= 4
    return at < found.end() or (at <= found.end() + _OF and text[found.end() : at].strip() in ("of", "of the", "in"))


def _of_names(start: int, named: Sequence[Mention], told: Sequence[Mention]) -> Iterator[str]:
    """Whom a paragraph names, beside those named above."""
    if not named:
        yield "names_none"
        return
    here, before, first = {one.value for one in named}, {one.value for one in told}, named[0]
    again = len(here & before)
    yield "again_none" if not again else "again_all" if again == len(here) else "again_some"
    yield ("first_old_" if first.value in before else "first_new_") + first.kind
    at = first.start - start
    yield "first_at_0" if at <= 3 else "first_near" if at < _OPENING else "first_far"
    if told:
        yield "same_first" if told[0].value == first.value else "other_first"
        if told[0].value not in here:
            yield "not_the_head"


def _of_day(text: str, language: str) -> Iterator[str]:
    """Where in its first sentence a paragraph says on which day it happened."""
    one = sentences.first(text, 0, len(text))
    days = [day for day in date_phrases.find(text, one.start, one.end, language) if day.kind in _DAYS] if one else []
    if days:
        yield "day"
        yield "day_front" if days[0].start < 3 else "day_near" if days[0].start < _OPENING else "day_far"
