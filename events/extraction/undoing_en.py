"""English acts that are denied or over by words beside them: "pardoned nobody", "are searched no longer"."""

from __future__ import annotations

from dataclasses import replace

from events.extraction.clauses import LIGHT, UNDONE, Act, Sentence

_NOBODY = frozenset(("no", "nobody", "none"))
_BUT = frozenset(("less", "fewer", "later", "longer", "more", "but", "doubt", "other", "matter", "secret", "effort"))
_LINKS = frozenset(("on", "with", "to", "at", "of", "for"))
_SAID = frozenset(("REJECT", "NONE", "REQUEST", "PROTEST"))  # left as they are: "urges nobody to march"
_ENDS = frozenset(("over", "ends", "ended", "averted", "suspended", "cancelled", "canceled", "postponed"))
_THEN = frozenset(("after", "before", "as", "for", "in"))  # what may follow: "strike over after two days"
_LONGER = 3  # tokens of an object between a verb and its "no longer"
_DONE = frozenset(("AID", "AGREE", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE", "SANCTION", "MOBILIZE", "CONSULT"))


def settle(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts: refused where nobody is their object, turned round where they are over or go on "no longer"."""
    words = sentence.words
    if _NOBODY.isdisjoint(words) and _ENDS.isdisjoint(words):
        return found
    kept = []
    for act in found:
        if act.noun and _is_over(sentence, act):
            kept.append(replace(act, type="CONCEDE", grade=max(act.grade, LIGHT), noun=False))
        elif act.noun or act.type in _SAID:
            kept.append(act)
        elif _on_nobody(sentence, act):
            if act.type in _DONE:
                kept.append(replace(act, type="REJECT"))
        elif _no_longer(sentence, act):
            kept.append(replace(act, type=UNDONE.get(act.type, "REJECT")))
        else:
            kept.append(act)
    return kept


def _is_over(sentence: Sentence, act: Act) -> bool:
    """Whether a protest is told as over: "Mutiny over, says …", "Rail strike suspended after talks"."""
    words = sentence.words
    at = act.last if words[act.last] in _ENDS else act.last + 1  # "strike over" may be a cue itself
    if act.type != "PROTEST" or words[at : at + 1] == [] or words[at] not in _ENDS or sentence.broken(act.verb, at):
        return False
    return at + 1 == len(words) or bool(sentence.breaks[at + 1]) or words[at + 1] in _THEN


def _on_nobody(sentence: Sentence, act: Act) -> bool:
    """Whether the object of a verb is nobody: "deploys no troops", "lends money to none"."""
    words = sentence.words
    for at in (act.head + 1, act.last + 1, act.last + 2):
        if at >= len(words) or sentence.broken(act.head, at):
            return False
        if at == act.last + 2:  # "suspends ties with no one"
            return words[at - 1] in _LINKS and (words[at] in _NOBODY - {"no"} or words[at : at + 2] == ["no", "one"])
        if words[at] in _NOBODY:
            return _BUT.isdisjoint(words[at + 1 : at + 2])
    return False


def _no_longer(sentence: Sentence, act: Act) -> bool:
    """Whether a verb and its object end with "no longer" or "no more"."""
    words = sentence.words
    for at in range(act.last + 1, min(act.last + 2 + _LONGER, len(words) - 1)):
        if sentence.breaks[at]:
            return False
        if words[at] == "no" and words[at + 1] in ("longer", "more"):
            return at + 2 == len(words) or bool(sentence.breaks[at + 2])
    return False
