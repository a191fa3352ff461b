"""English verbs whose company tells what they do: "let", "vow", and the protests of governments."""

from __future__ import annotations

from dataclasses import replace

from events.extraction import cues
from events.extraction.clauses import MINOR, Act, Sentence
from events.extraction.nouns_en import is_adjective

_VOW = frozenset(("vow", "vows", "vowed", "vowing"))
_LET = frozenset(("let", "lets", "letting"))
_PROTEST = frozenset(("protest", "protests", "protested"))
_AGAINST = frozenset(("over", "against", "to", "at", "about"))
_HOSTILE = frozenset(("THREATEN", "ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "ACCUSE"))
_STAYING = frozenset(("stay", "remain", "not", "never", "no"))
_NO_LONGER = ["no", "longer"]
_FORWARD = 9  # tokens behind a vow in which what is vowed is looked for


def settle(sentence: Sentence, found: list[Act], lexicon: cues.Lexicon) -> list[Act]:
    """The acts under the types that the words around their verbs leave them."""
    words = sentence.words
    for at, act in enumerate(found):
        if act.noun or act.grade < MINOR:
            continue
        word = words[act.verb]
        if word in _VOW and act.type == "THREATEN":
            kind = _vowed(sentence, act, found[at + 1 :], lexicon)
        elif word in _LET:
            kind = _let(sentence, act)
        elif word in _PROTEST and act.type == "PROTEST" and _protests_as_state(sentence, act, lexicon):
            kind = "ACCUSE"
        else:
            continue
        if kind != act.type:
            found[at] = replace(act, type=kind, negated=act.negated and kind == act.type)
    return found


def _vowed(sentence: Sentence, act: Act, following: list[Act], lexicon: cues.Lexicon) -> str:
    """A vow threatens where something hostile is vowed, and promises elsewhere."""
    behind = sentence.words[act.verb + 1 : act.verb + 1 + _FORWARD]
    if not lexicon.grammar["hostile"].isdisjoint(behind):
        return "THREATEN"
    if not _STAYING.isdisjoint(behind[:3]):
        return "REJECT"
    if not behind or sentence.breaks[act.verb + 1] or behind[0] in lexicon.grammar["prepositions"] - {"to"}:
        return "THREATEN"  # what is vowed stands elsewhere
    hostile = any(other.type in _HOSTILE and other.verb <= act.verb + _FORWARD for other in following)
    return "THREATEN" if hostile else "AGREE"


def _let(sentence: Sentence, act: Act) -> str:
    """What is said of letting: "let the trucks through" alone asks for it, "no longer lets …" shuts out."""
    words = sentence.words
    opens = act.verb == 0 or bool(sentence.breaks[act.verb])
    if opens and words[act.verb] == "let" and act.first == act.verb:
        return "REQUEST"
    if _NO_LONGER in (words[max(act.first - 2, 0) : act.first], words[max(act.verb - 2, 0) : act.verb]):
        return "SANCTION"
    return act.type


def _protests_as_state(sentence: Sentence, act: Act, lexicon: cues.Lexicon) -> bool:
    """Whether a government does: "Panama protests over …", and not "Panamanians protest over …"."""
    words = sentence.words
    if act.verb + 1 >= len(words) or words[act.verb + 1] not in _AGAINST:
        return False
    name = next((name for name in sentence.names if name.last == act.first - 1), None)
    if name is None or name.mention.kind != "country":
        return False
    printed = sentence.printed[name.last]
    singular = printed.removesuffix("s")
    return not any(is_adjective(one, lexicon.grammar) for one in (printed, singular)) and not printed.endswith("ans")
