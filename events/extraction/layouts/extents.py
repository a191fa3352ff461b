"""How far a story's events go: whether a paragraph that opens none still tells of the one before, or only explains.

By the signs of happening_signs.py and how the paragraph begins, weighed by a model of their own:
docs/decisions/0011-what-opens-an-event-in-a-story.md.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from events.extraction import learned
from events.extraction.layouts import happening_signs, happenings
from events.extraction.layouts.happening_signs import QUOTES
from events.extraction.layouts.told import Told, pattern
from events.extraction.learned import Marked
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span

LABELS = GOES_ON, ENDS = ("goes-on", "ends")
# Likelihood from which on a paragraph goes on with its event: where rules say so, too, and where they say that it only
# explains, or looks back.
SURE, SURE_ALONE = 0.2, 0.65
_WORD, _EARLY, _BEGINNING = regex(r"\w+"), 4, 60  # words that a paragraph begins with; characters they lie in
_FAR = 6  # paragraphs of an event from which on it does not matter how many there are


def goes_on(told: Told, line: Line) -> bool:
    """Whether a paragraph that opens no event of its own goes on with the one that is open."""
    if not told.lead and (line.text[0] in QUOTES or pattern("pronoun", told.language).match(line.text)):
        return happenings.goes_with(told, line)
    likely = learned.model("extents", told.language).probabilities(marked(told, line))[GOES_ON]
    return likely >= (SURE if happenings.goes_with(told, line) else SURE_ALONE)


def marked(told: Told, line: Line) -> Marked:
    """What shows of it, as the model asks for it; behind a further event each sign also says something of its own."""
    found, begins = _signs(told, line), _beginning(line.text)
    if told.lead:
        return [("", found), ("b:", begins)]
    return [("", found), ("f:", found), ("b:", begins), ("fb:", begins)]


def _beginning(text: str) -> Set[str]:
    """The words that a paragraph begins with, alone and with the next one."""
    words = _WORD.findall(text[:_BEGINNING].lower())[:_EARLY]
    return {*words, *(f"{word} {after}" for word, after in pairwise(words))}


def _signs(told: Told, line: Line) -> Set[str]:
    found = {
        *happening_signs.named_and_linked(told, line),
        f"paragraphs={min(told.paragraphs, _FAR)}",
        "of the main event" if told.lead else "of a further event",
        "rule goes on" if happenings.goes_with(told, line) else "rule ends",
    }
    if line.text[0] in QUOTES:
        found.add("quote")
    parties = told.parties(Span(line.start, line.end))
    if not parties:
        found.add("names none")
    else:
        found.add("all known" if {party.name for party in parties} <= told.named else "some new")
    people = {party.person for party in parties if party.person}
    if people:
        found.add("new people" if people.isdisjoint(told.people) else "known people")
    return found
