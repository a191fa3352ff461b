"""English verbs whose company tells what they do: "let", "vow", and the protests of governments."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from events.extraction import cues
from events.extraction.clauses import MAIN, MINOR, Act, Sentence
from events.extraction.nouns_en import is_adjective

_VOW = frozenset(("vow", "vows", "vowed", "vowing"))
_LET = frozenset(("let", "lets", "letting"))
_PROTEST = frozenset(("protest", "protests", "protested"))
_AGAINST = frozenset(("over", "against", "to", "at", "about"))
_HOSTILE = frozenset(("THREATEN", "ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "ACCUSE"))
_STAYING = frozenset(("stay", "remain", "not", "never", "no"))
_NO_LONGER = ["no", "longer"]
_DRILLS = frozenset(("drill", "exercise", "manoeuvre", "maneuver", "rehearsal", "patrol", "games"))
_DRILLED = 3  # tokens behind a verb in which what is held is named
_AND = frozenset(("and", "with"))  # what may stand between those who drill together
_FIRST_WORDS = 6  # of a headline
_LEADERS = frozenset(("pm", "pope", "fm", "negotiator", "negotiators", "delegation", "envoys", "ministers", "monarch"))
_FORWARD = 9  # tokens behind a vow in which what is vowed is looked for
_NEXT = 3  # tokens from a rejection to what is rejected: "of the Houthi shelling"
_FREES = frozenset(("free", "frees", "freed", "rescue", "rescues", "rescued"))
_CAPTORS = frozenset(("pirates", "kidnappers", "captors", "hijackers", "traffickers", "smugglers", "abductors"))


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
        elif act.type == "REJECT" and "rejection" in words[act.verb : act.last + 1] and _of_violence(act, found):
            kind = "ACCUSE"
        elif (
            act.type == "RETREAT" and word in _FREES and not _CAPTORS.isdisjoint(words[act.last : act.last + _FORWARD])
        ):
            kind = "AID"
        elif act.type == "MOBILIZE" and _is_joint_drill(sentence, act, lexicon):
            kind = "COOPERATE"
        elif word in _PROTEST and act.type == "PROTEST" and _protests_as_state(sentence, act, lexicon):
            kind = "ACCUSE"
        else:
            continue
        if kind != act.type:
            found[at] = replace(act, type=kind, negated=act.negated and kind == act.type)
    return found


def may_visit(sentence: Sentence) -> bool:
    """Whether a headline may tell of a visit with no verb: "Lavrov in Uganda"."""
    return sentence.title and "in" in sentence.words[1:_FIRST_WORDS]


def visiting(sentence: Sentence, found: list[Act], lexicon: cues.Lexicon) -> list[Act]:
    """The acts, with a visit where a headline begins with a leader "in" a place, and no verb stands before it."""
    if not may_visit(sentence):
        return found
    words, at = sentence.words, sentence.words.index("in")
    place = next((name for name in sentence.names if name.first == at + 1 and name.mention.kind == "country"), None)
    before = [name for name in sentence.names if name.last < at]
    leads = words[at - 1] in lexicon.grammar["persons"] | _LEADERS
    leads = leads or any(name.last == at - 1 and name.mention.kind == "person" for name in before)
    if place is None or not leads or sentence.broken(0, at) or any(act.verb < at and not act.noun for act in found):
        return found
    if any(name.mention.value == place.mention.value for name in before):
        return found  # "Iran's leader in Tehran"
    return sorted([*found, Act("CONSULT", MAIN, at, at, at, at, 0)], key=lambda act: act.verb)


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


def _of_violence(act: Act, found: list[Act]) -> bool:
    """Whether what is rejected is an attack or arrest told right behind: that blames who did it."""
    return any(
        other.type in ("ASSAULT", "COERCE") and act.last < other.verb <= act.last + _NEXT and not other.negated
        for other in found
    )


def _let(sentence: Sentence, act: Act) -> str:
    """What is said of letting: "let the trucks through" alone asks for it, "no longer lets …" shuts out."""
    words = sentence.words
    opens = act.verb == 0 or bool(sentence.breaks[act.verb])
    if opens and words[act.verb] == "let" and act.first == act.verb:
        return "REQUEST"
    if _NO_LONGER in (words[max(act.first - 2, 0) : act.first], words[max(act.verb - 2, 0) : act.verb]):
        return "SANCTION"
    return act.type


def _is_joint_drill(sentence: Sentence, act: Act, lexicon: cues.Lexicon) -> bool:
    """Whether two countries drill or patrol together: "Chad and Sudan patrol …", "the navies of Peru and Chile …"."""
    words = sentence.words
    said = words[act.verb : act.last + 1 + _DRILLED]
    if not any(word in _DRILLS or word.removesuffix("s") in _DRILLS for word in said):
        return False
    before = [
        name for name in sentence.names if name.mention.kind == "country" and act.clause <= name.first < act.first
    ]
    apart = ("", ",", ";") if sentence.title else ("", ",")
    return any(
        one.mention.value != other.mention.value
        and _AND.issuperset(words[one.last + 1 : other.first])
        and sentence.breaks[other.first] in apart
        for one, other in pairwise(before)
    )


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
