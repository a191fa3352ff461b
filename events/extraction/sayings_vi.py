"""What Vietnamese sentences call things in quotation marks: 'gọi vụ phóng là "trò khiêu khích"' blames."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import cues
from events.extraction.clauses import MAIN, Act, Sentence

_CALLS = frozenset(("gọi", "coi", "xem", "ví", "cho"))
_NOT_BEHIND = frozenset(("được", "mà", "tự", "là", "kêu", "ủy", "còn", "gọi"))  # "được gọi là", "tự coi mình là"
_REACH, _QUOTED = 14, 10  # tokens of what is called something; of the name it is called by


def may_name(sentence: Sentence) -> bool:
    """Whether a verb of calling stands in it at all."""
    return not _CALLS.isdisjoint(sentence.words)


def named(sentence: Sentence, found: list[Act], clause: Sequence[int], aside: Sequence[bool]) -> list[Act]:
    """The acts, with blame where something is called by a name in quotation marks that does not praise it."""
    words = sentence.words
    if not may_name(sentence):
        return found
    for at, word in enumerate(words):
        if word not in _CALLS or aside[at] or (at and words[at - 1] in _NOT_BEHIND):
            continue
        quote = _quote(sentence, at)
        if quote < 0 or _praises(words[quote : quote + _QUOTED]):
            continue
        if not any(act.verb == at and not act.noun for act in found):
            found.append(Act("ACCUSE", MAIN, at, at, at, at, clause[at]))
    return sorted(found, key=lambda act: act.verb)


def _praises(words: Sequence[str]) -> bool:
    praise = cues.lexicon("vi").grammar["praise"]
    pairs = map(" ".join, pairwise(words))
    return not praise.isdisjoint(words) or not praise.isdisjoint(pairs)


def _quote(sentence: Sentence, at: int) -> int:
    """Where a name in quotation marks begins behind "là"; -1 if there is none."""
    behind = (
        behind
        for behind in sentence.unbroken(at, _REACH)
        if sentence.words[behind - 1] == "là" and sentence.gap(behind) >= 2
    )
    return next(behind, -1)
