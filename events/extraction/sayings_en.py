"""What English sentences call things in quotation marks, what they say will come "unless", and noes to questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.extraction import cues
from events.extraction.clauses import LIGHT, MAIN, Act, Sentence

_CALLS = frozenset((
    "called", "calls", "termed", "terms", "describes", "described", "labelled", "labeled", "labels", "branded",
    "brands", "dubbed",
))  # fmt: skip
_ON = frozenset(("on", "upon", "for", "off", "in", "up", "out", "to", "by"))  # "called on both to …", "called by"
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "so"))  # what is called so
_REACH = 12  # tokens of what is called something
_QUOTED = 8  # tokens of the name it is called by
_WHAT = 4  # tokens in front of the verb: "what its leaders called …"
_WILL, _WISHES = frozenset(("will", "would", "'ll", "shall")), frozenset(("like", "have", "welcome", "never"))
_DONE = 3  # tokens from "will" to the verb
_WARNS = frozenset(("warned", "warns", "cautioned", "cautions"))
_JOINS = frozenset((  # what begins a clause that goes on with the one before
    "and", "but", "which", "who", "whom", "whose", "as", "while", "after", "when", "where", "that", "since", "because",
    "though", "although",
))  # fmt: skip
_SUBJECT = 10  # tokens of who warns, behind the last comma
_FIRMER = 0.2
_NO = frozenset(("no", "not", "nope", "never", "wrong", "untrue", "false"))


def may_tell(sentence: Sentence) -> bool:
    """Whether it may tell an act that no cue does."""
    return "unless" in sentence.words or not _CALLS.isdisjoint(sentence.words)


def threatened(sentence: Sentence, found: list[Act], aside: Sequence[bool]) -> list[Act]:
    """The acts, with a threat where something "will" be done "unless"."""
    words = sentence.words
    if "unless" not in words:
        return found
    end = words.index("unless")
    at = next((at for at in range(end) if words[at] in _WILL and not aside[at]), end)
    if at == end or "not" in words[at : at + 2] or words[at + 1] in _WISHES:
        return found
    known = [place for place, act in enumerate(found) if at <= act.verb <= at + _DONE and act.grade >= LIGHT]
    if any(act.type in ("THREATEN", "REJECT") and act.grade >= MAIN for act in found):
        return found
    if known:
        found[known[0]] = replace(found[known[0]], type="THREATEN")
        return found
    return sorted([*found, Act("THREATEN", MAIN, at, at, at, at, 0)], key=lambda act: act.verb)


def named(sentence: Sentence, found: list[Act], clause: Sequence[int], aside: Sequence[bool]) -> list[Act]:
    """The acts, with blame where something is called by a name in quotation marks that does not praise it."""
    words = sentence.words
    if _CALLS.isdisjoint(words):
        return found
    praise = cues.lexicon("en").grammar["praise"]
    for at, word in enumerate(words):
        if word not in _CALLS or aside[at] or words[at + 1 : at + 2] == [] or words[at + 1] in _ON:
            continue
        if at and (words[at - 1] in _BE or "what" in words[max(at - _WHAT, 0) : at]):
            found = [act for act in found if act.verb != at]
            continue
        quote = _quote(sentence, at)
        if quote < 0 or not praise.isdisjoint(words[quote : quote + _QUOTED]):
            continue
        known = next((place for place, act in enumerate(found) if act.verb == at and not act.noun), None)
        if known is not None and found[known].type not in ("REQUEST", "CONSULT"):
            continue
        act = Act("ACCUSE", MAIN, at, at, at, at, clause[at])
        if known is None:
            found.append(act)
        else:
            found[known] = act
    return sorted(found, key=lambda act: act.verb)


def warned(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, with a warning as the firmest where the sentence ends on its giver: "…, the bank warned on Friday"."""
    for place, act in enumerate(found):
        if act.noun or act.negated or sentence.words[act.verb] not in _WARNS:
            continue
        comma = next((at for at in range(act.first, 0, -1) if sentence.breaks[at]), 0)
        ends = not any(sentence.breaks[act.verb + 1 :]) and sentence.words[act.verb + 1 : act.verb + 2] != ["that"]
        own = 0 < act.first - comma <= _SUBJECT and sentence.words[comma] not in _JOINS
        if comma and ends and own and sentence.breaks[comma] == ",":
            found[place] = replace(act, type="THREATEN", grade=MAIN + _FIRMER, clause=comma)
    return found


def _quote(sentence: Sentence, at: int) -> int:
    """Where a name in quotation marks begins behind a token; -1 if there is none."""
    behind = (
        behind
        for behind in sentence.unbroken(at, _REACH)
        if sentence.gap(behind) == 2 and sentence.words[behind].isalpha()
    )
    return next(behind, -1)


def answered(asked: bool, sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts of a sentence behind a question, with a denial where it is answered with no."""
    if not asked or not sentence.words or sentence.words[0] not in _NO:
        return found
    return [Act("REJECT", MAIN, 0, 0, 0, 0, 0), *found]
