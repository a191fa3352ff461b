"""What only tells more of a Vietnamese noun: "100 học sinh bị bắt cóc" được trả tự do. Nothing marks such a clause."""

from __future__ import annotations

from dataclasses import replace

from events.extraction import cues
from events.extraction.clauses import MAIN, OBJECT, Act, Sentence

_SUFFERED, _FREED = frozenset(("COERCE", "ASSAULT", "SANCTION")), frozenset(("RETREAT", "CONCEDE"))
_BEGINS = frozenset(("đã", "sẽ", "được", "vừa"))  # the main verb behind "… bị bắt"


def settle(sentence: Sentence, found: list[Act], lexicon: cues.Lexicon) -> list[Act]:
    """The acts, with what only tells more of a noun less firm: "100 học sinh bị bắt cóc" được trả tự do.

    Of a subject, and of what another verb takes: "Ghana nhận những người bị Mỹ trục xuất".
    """
    _take(sentence, found, lexicon)
    _free(sentence, found)
    for at in range(len(found) - 1):
        further = next((one for one in found[at + 1 :] if one.verb > found[at].last), None)
        if further is not None and _describes(sentence, found[at], further):
            found[at] = replace(found[at], grade=OBJECT)
            if at and found[at - 1].last >= found[at].first and found[at - 1].passive:
                found[at - 1] = replace(found[at - 1], grade=OBJECT)  # its shorter reading
    return found


def _take(sentence: Sentence, found: list[Act], lexicon: cues.Lexicon) -> None:
    """Makes what was suffered by those whom another verb takes less firm."""
    takes = lexicon.grammar["takes"]
    for at, act in enumerate(found):
        if not (act.passive and act.grade >= MAIN and act.type in _SUFFERED) or sentence.breaks[act.first]:
            continue
        if sentence.words[act.first] == "bị":
            begun = max((x for x in range(act.first) if sentence.breaks[x]), default=0)
            if any(word in takes for word in sentence.words[max(begun, act.clause) + 1 : act.first]):
                found[at] = replace(act, grade=OBJECT)


def _describes(sentence: Sentence, act: Act, further: Act) -> bool:
    """Whether a passive only tells more of the subject of the verb behind it."""
    if not (act.passive and act.grade >= MAIN):
        return False
    named = _tells_of_name(sentence, act, further)
    if act.type not in _SUFFERED and not named:
        return False
    if further.grade < MAIN or further.noun or sentence.broken(act.last, further.verb):
        return False
    begun = sentence.words[further.first] in _BEGINS or named
    return further.type in _FREED or (begun and further.first > act.last and further.type != act.type)


def _tells_of_name(sentence: Sentence, act: Act, further: Act) -> bool:
    """Whether a passive only tells who somebody is who does more: "tổng thống bị giam giữ Bazoum kêu gọi …"."""
    at = act.last + 1
    if at >= further.first or sentence.breaks[at] or not sentence.printed[at][0].isupper():
        return False
    name = next((name for name in sentence.names if name.first <= at <= name.last), None)
    return name is None or name.mention.kind == "person"


def _free(sentence: Sentence, found: list[Act]) -> None:
    """Makes the freeing of captives the main act also where why they were held is told before it."""
    at = next((at for at, act in enumerate(found) if act.passive and act.grade >= MAIN and act.type in _SUFFERED), -1)
    for further in range(at + 1, len(found) if at >= 0 else 0):
        held, act = found[at], found[further]
        if not (act.passive and act.type in _FREED) or sentence.broken(held.last, act.first):
            continue
        if act.verb > held.last and sentence.words[act.first] in _BEGINS:
            found[at], found[further] = replace(held, grade=OBJECT), replace(act, grade=max(act.grade, MAIN))
