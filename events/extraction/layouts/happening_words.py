"""What the words of a story's paragraph say, by which a model tells whether it opens an event (happenings.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from events.extraction import reading, traits
from events.extraction.clauses import LIGHT, SUBJECT, Act, Sentence, take_apart
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from events.extraction.records import Span

_EARLY = 6  # words a sentence begins with
_HAS = frozenset(("has", "have"))


def read(told: Told, line: Line, first: Span) -> list[tuple[str, Set[str]]]:
    """Under their marks: the words (w) of the sentence that tells, those it begins with (b), what they mean (c), its
    act (a); and the words behind it (r)."""
    mentions = [
        replace(one, start=one.start - line.start, end=one.end - line.start)
        for one in told.names_in([Span(line.start + first.start, line.start + first.end)])
    ]
    sentence = take_apart(line.text, first, mentions, title=False)
    behind = take_apart(line.text, Span(first.end, len(line.text)), (), title=False)
    words = traits.texts(sentence)
    return [
        ("w:", set(words)),
        ("b:", {*words[:_EARLY], *map(" ".join, zip(words[:_EARLY], [*words[1:], ""], strict=False))}),
        ("c:", set(traits.meanings(sentence, told.language))),
        ("a:", set(_of_the_act(sentence, reading.acts(sentence, told.language)))),
        ("r:", set(traits.texts(behind))),
    ]


def _of_the_act(sentence: Sentence, found: Sequence[Act]) -> Iterator[str]:
    """The firmest act, as it would be coded."""
    act = max(found, key=lambda act: act.grade, default=None)
    if act is None:
        yield "none"
        return
    yield act.type
    yield "firm" if act.grade > LIGHT else "light" if act.grade >= SUBJECT else "aside"
    if act.future or act.maybe:
        yield "to come"
    if act.noun:
        yield "noun"
    if act.passive:
        yield "passive"
    if not _HAS.isdisjoint(sentence.words[act.first : act.verb]):
        yield "perfect"
