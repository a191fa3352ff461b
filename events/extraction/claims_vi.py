"""What one party says that another did: "Peru nói Chile đã bắn tàu của mình" accuses, whatever has happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.extraction import cues
from events.extraction.clauses import MAIN, OBJECT, Act, Named, Sentence

_HOSTILE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_PARTIES = frozenset(("country", "organization"))
_FIRMER = 0.1  # the claim counts before other acts as firm
_TO_SUBJECT = 5  # tokens from the saying to the name of whom it is about


def claimed(sentence: Sentence, acts: Sequence[Act], lexicon: cues.Lexicon) -> list[Act]:
    """The acts, before a hostile one of somebody else the claim itself (codebook ACCUSE: allege)."""
    act = next((act for act in acts if act.grade >= MAIN), None)
    if act is None or act.type not in _HOSTILE or act.noun or act.passive or act.future or act.maybe or act.negated:
        return list(acts)
    said = _saying(sentence, act, lexicon)
    if said is None:
        return list(acts)
    claim = Act("ACCUSE", MAIN + _FIRMER, said[0], said[0], said[1], said[1], 0)
    at = acts.index(act)
    return [*acts[:at], claim, replace(act, grade=OBJECT), *acts[at + 1 :]]


def _saying(sentence: Sentence, act: Act, lexicon: cues.Lexicon) -> tuple[int, int] | None:
    """First and last token of the saying that stands between the names of two parties, the second doing the act."""
    words, claims = sentence.words, lexicon.grammar["claims"]
    for at in range(1, act.first):
        size = next((size for size in (2, 1) if " ".join(words[at : at + size]) in claims), 0)
        if not size or any(sentence.breaks[at + 1 : act.verb + 1]):
            continue
        spoken = {name.mention.value for name in sentence.names if name.first < at and _is_party(name)}
        end = min(act.first, at + size + _TO_SUBJECT)
        about = next((name for name in sentence.names if at + size <= name.first < end and _is_party(name)), None)
        if spoken and about is not None and about.mention.value not in spoken:
            return at, at + size - 1
    return None


def _is_party(name: Named) -> bool:
    return name.mention.kind in _PARTIES
