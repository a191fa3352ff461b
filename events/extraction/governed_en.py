"""English verbs that end or plan the act a noun names: "halted its air raids", "is considering an embargo"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from events.extraction import cues
from events.extraction.clauses import UNDONE
from events.extraction.cues.compiling import Pattern

_NEAR = 5  # tokens from the verb to the noun
_WEIGHT = 2  # more than the verb alone, less than a cue that lists both
# what is planned: good deeds are offered by it, hostile ones threatened (codebook AGREE and THREATEN)
_PLANNED = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"), "AGREE"),
    **dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "PROTEST"), "THREATEN"),
}
_CONCLUDED = {  # acts that are no less for it: talks that end were held, and it is others who stop a march or a raid
    "end": frozenset(("CONSULT", "COOPERATE", "MOBILIZE", "SUPPORT", "AGREE")),
    "stop": frozenset(("PROTEST", "ASSAULT", "CONSULT")),
    "halt": frozenset(("PROTEST",)),
}
_REGARDS = frozenset(("consider", "study", "weigh", "ponder", "contemplate"))
_NOTHING: frozenset[str] = frozenset()


def found(words: Sequence[str], breaks: Sequence[object], lexicon: cues.Lexicon) -> list[cues.Hit]:
    """All cues of a sentence, with those of verbs that end or plan what its nouns name."""
    hits = cues.find(words, breaks, lexicon)
    governed = [
        hit for noun in hits if noun.pattern.noun and (hit := _governing(words, breaks, noun, lexicon)) is not None
    ]
    for hit in governed:
        known = next((one for one in hits if one.first == hit.first and not one.pattern.noun), None)
        if known is None or known.weight < hit.weight:
            hits = sorted([*(one for one in hits if one is not known), hit], key=place)
    return hits


def place(hit: cues.Hit) -> tuple[int, bool]:
    """By what cues are in order."""
    return hit.first, hit.pattern.noun


def _governing(
    words: Sequence[str], breaks: Sequence[object], noun: cues.Hit, lexicon: cues.Lexicon
) -> cues.Hit | None:
    """The verb that ends or plans what a noun names, as a cue of what that makes of it."""
    at = _verb(words, breaks, noun.first, lexicon)
    if at < 0:
        return None
    base, tags = lexicon.verb_forms[words[at]]
    kinds = UNDONE if base in lexicon.grammar["ending"] else _PLANNED
    kind = kinds.get(noun.pattern.type)
    if base in _REGARDS and "the" in words[at + 1 : noun.first]:
        return None  # "considers the coup an internal matter"
    if kind is None or noun.pattern.type in _CONCLUDED.get(base, _NOTHING):
        return None
    return cues.Hit(at, noun.last, at, tags, _WEIGHT, _pattern(kind))


def _verb(words: Sequence[str], breaks: Sequence[object], noun: int, lexicon: cues.Lexicon) -> int:
    """The verb that has a noun for its object and ends or plans it; -1 if there is none."""
    grammar = lexicon.grammar
    for at in range(noun - 1, max(noun - 1 - _NEAR, -1), -1):
        if breaks[at + 1] or words[at] in grammar["prepositions"] or words[at] in grammar["joins"]:
            return -1
        base, _ = lexicon.verb_forms.get(words[at], ("", ""))
        if base in grammar["ending"] or base in grammar["planning"]:
            return at
    return -1


@cache
def _pattern(kind: str) -> Pattern:
    return Pattern(kind, False, "", False, ())
