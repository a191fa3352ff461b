"""How a story's paragraph hangs together with those before it (happenings.py): what its subject is, how much it says
again, and how far the story has come."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.layouts.told import Told, pattern

_SUBJECT = 40  # characters of a sentence without a known verb that may be its subject
_STEPS, _MUCH = 10, 5  # into which a share is parted; from where on it is simply much
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
    own = told.stems_of(sentence)
    for name, others in (("headline", told.stems_of_title), ("paragraph before", told.stems_before)):
        share = len(own & others) * _STEPS // max(1, min(len(own), len(others)))
        yield f"shared with the {name}={min(share, _MUCH)}"
    yield f"paragraphs so far={min(told.seen, _FAR)}"
    yield f"part of the story={min(told.seen * _PARTS // max(1, told.of_all), _PARTS - 1)}"
