"""Narrowing and counting events: a checked Selection in, an exact Answer out.

Rules of counting. The values of one parameter add up (OR), parameters narrow each other (AND). A facet is counted
under every choice but its own, else its other values would vanish. An event with several values of a facet counts once
for each of them and once in the total.

Whoever asks needs only `answer`; how it is found, by SQL or by the facet index, is settled in events.facets.door.
"""

from events.facets.catalogue import BY_PARAM, FACETS, NONE
from events.facets.cursor import Position
from events.facets.door import engine
from events.facets.selection import (
    DEFAULT_LIMIT,
    MAX_LIMIT,
    MULTIPLE,
    NEWEST,
    RELEVANCE,
    SORTS,
    Answer,
    Count,
    Neighbours,
    Selection,
)


def answer(selection: Selection) -> Answer:
    """The page of ids, the exact total, the exact counts of every facet and the days."""
    return engine().answer(selection)


def neighbours(selection: Selection, pk: int) -> Neighbours | None:
    """The events before and after one of those selected, across the ends of pages; None: it is not among them."""
    return engine().neighbours(selection, pk)


__all__ = [
    "BY_PARAM",
    "DEFAULT_LIMIT",
    "FACETS",
    "MAX_LIMIT",
    "MULTIPLE",
    "NEWEST",
    "NONE",
    "RELEVANCE",
    "SORTS",
    "Answer",
    "Count",
    "Neighbours",
    "Position",
    "Selection",
    "answer",
    "neighbours",
]
