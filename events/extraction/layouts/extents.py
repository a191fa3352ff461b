"""How far a story's main event goes: whether a paragraph that opens no event still tells of it, or only explains.

By the signs of happening_signs.py, weighed by a model of their own:
docs/decisions/0011-what-opens-an-event-in-a-story.md.
"""

from __future__ import annotations

from collections.abc import Set

from events.extraction import learned
from events.extraction.layouts import happening_signs, happenings
from events.extraction.layouts.happening_signs import QUOTES
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from events.extraction.records import Span

LABELS = GOES_ON, ENDS = ("goes-on", "ends")
SURE = 0.45  # likelihood from which on a paragraph goes on with the main event: rather one too many than one too few
_FAR = 6  # paragraphs of a main event from which on it does not matter how many there are


def goes_on(told: Told, line: Line) -> bool:
    """Whether a paragraph that opens no event of its own goes on with the main event."""
    return learned.model("extents", told.language).probabilities([("", signs(told, line))])[GOES_ON] >= SURE


def signs(told: Told, line: Line) -> Set[str]:
    """What shows of it."""
    found = {
        *happening_signs.named(told, line),
        f"paragraphs={min(told.paragraphs, _FAR)}",
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
