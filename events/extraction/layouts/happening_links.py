"""How a story's paragraph hangs together with those before it (happenings.py): what its subject is, how much it says
again, and how far the story has come."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction import date_phrases, sentences
from events.extraction.layouts.told import OUTSIDE_DAYS, Told, pattern
from events.extraction.lines import Line
from events.extraction.records import Span

_SUBJECT = 40  # characters of a sentence without a known verb that may be its subject
_STEPS, _MUCH, _MOST = 10, 5, 7  # into which a share is parted; from where on it is simply much
_HEAD = 160  # characters of a later sentence in which its actor shows
_PARTS, _FAR = 5, 12  # of a story; paragraphs from which on it does not matter how many there are


def read(told: Told, sentence: str, verb_at: int | None) -> Iterator[str]:
    """The signs that show in the sentence by which a paragraph is judged."""
    subject = told.stems_of(sentence[: _SUBJECT if verb_at is None else verb_at])
    if not subject:
        known = "none"
    elif not subject.isdisjoint(told.stems_before):
        known = "just told"
    else:
        known = "new" if subject.isdisjoint(told.stems) else "told"
    yield f"subject={known}"
    if pattern("definite", told.language).match(sentence):
        yield f"definite subject={known}"
    if not subject.isdisjoint(told.stems_of_title):
        yield "subject of the headline"
    if verb_at is not None:
        said = told.stems_of(sentence[verb_at:])
        yield f"told before behind the verb={min(len(said & told.stems) * _STEPS // max(1, len(said)), _MOST)}"
        if not said.isdisjoint(told.stems_of_title):
            yield "of the headline behind the verb"
    own = told.stems_of(sentence)
    for name, others in (("headline", told.stems_of_title), ("paragraph before", told.stems_before)):
        share = len(own & others) * _STEPS // max(1, min(len(own), len(others)))
        yield f"shared with the {name}={min(share, _MUCH)}"
    yield f"paragraphs so far={min(told.seen, _FAR)}"
    yield f"part of the story={min(told.seen * _PARTS // max(1, told.of_all), _PARTS - 1)}"


def read_the_rest(told: Told, line: Line, first: Span) -> Iterator[str]:
    """What shows behind the first sentence: a day, and somebody new at the head of the sentence that gives it.

    "India has lent Nepal a billion. On May 10, the ministry in Delhi said …".
    """
    text = line.text
    if first.end >= len(text) - 1:
        return
    for sentence in sentences.split(text, first.end, len(text)):
        days = date_phrases.find(text, sentence.start, sentence.end, told.language)
        if any(one.kind in OUTSIDE_DAYS for one in days):
            yield "a day later on"
            end = min(sentence.end, sentence.start + _HEAD)
            parties = told.parties(Span(line.start + sentence.start, line.start + end))
            if parties and parties[0].name not in told.actors:
                yield "a day and somebody new later on"
            return
