"""The order by relevance, in terms that any engine can compute: the best match first, the newest first among equals.

An event scores for each part of a query (a word, a phrase, a name): a point where its headline has all words of the
part, and for a name another where the event has its words at all, rather than being linked to what goes by it. Only
what differs between the events found is counted: all of them have the words that are no names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from events.facets.selection import Selection
from events.search import PLAIN, Part, Term, parts_of

MOST_SCORED = 8  # parts of a query, so that a pasted page of text is answered too


@dataclass(frozen=True)
class Scored:
    """A wanted part of a query."""

    in_title: tuple[Term, ...]  # its plain words; empty where it has none, then no headline scores
    in_text: tuple[Term, ...]  # of a name: its terms, as they are searched for; else empty


def scored(selection: Selection) -> list[Scored]:
    """The parts of its words that score, in order; the highest score is two for each."""
    parts = [part for part in parts_of(selection.words, selection.names) if part.wanted]
    return [Scored(tuple(_plain_words(part)), part.terms if part.meanings else ()) for part in parts[:MOST_SCORED]]


def _plain_words(part: Part) -> Iterator[Term]:
    """Those that PostgreSQL takes as they are, so that a list of them finds the same."""
    for term in part.terms:
        words = term.text.split()
        for place, word in enumerate(words, start=1):
            if PLAIN.fullmatch(word):
                yield Term(word, begins=term.begins and place == len(words))
