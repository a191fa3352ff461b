"""Vietnamese verbs that undo or only carry what stands behind them: "đình chỉ lệnh cấm", "sẽ tiếp tục cảnh báo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from events.extraction import cues
from events.extraction.clauses import LIGHT, MAIN, MINOR, OBJECT, UNDONE, Act, Sentence

_OVER = frozenset(("PROTEST", "COERCE", "SANCTION", "ASSAULT"))  # what is told as over rather than as held
_HOSTILE = frozenset(("THREATEN", "ASSAULT", "SANCTION", "MOBILIZE", "COERCE", "PROTEST", "ACCUSE", "REJECT"))
_SAYING = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))  # of acts that others or later ones are
_CONCERN = frozenset(("lo ngại", "quan ngại", "lo lắng", "quan tâm"))  # voiced before what is asked for
_STATED = ["ra", "tuyên", "bố"]  # what is stated is the act
_BUT = frozenset(("nhưng", "song"))
_MEETING = frozenset(("họp", "khẩn", "tại", "kín"))  # ends of "nhóm họp tại", "họp khẩn"
_RESOLVED = _HOSTILE | {"REQUEST", "SUPPORT", "CONCEDE"}  # what a meeting comes to
_UNANIMOUS = frozenset(("nhất trí", "đồng lòng", "đồng loạt"))  # right before a verb they say how
_VOTED = frozenset(("ACCUSE", "SANCTION", "SUPPORT", "REJECT", "CONCEDE", "COERCE"))
_REACH = 8  # tokens from an order or a saying to what is ordered or said
_DECREED = 2  # tokens from a decree to what it decrees, that included
_TALK = frozenset(("SUPPORT", "AGREE", "CONSULT", "NONE"))  # what a decree does not decree
_BETWEEN = 5  # tokens between the undoing verb and what is undone: "các biện pháp", "thêm một tuần phiên"
_LONGEST = 3  # tokens of an undoing verb


def settle(sentence: Sentence, acts: Sequence[Act], lexicon: cues.Lexicon, aside: Sequence[bool]) -> list[Act]:
    """The acts: those undone turned round; less firm what only carries or orders another, and what is only said.

    "đình chỉ lệnh cấm" eases, "sẽ tiếp tục cảnh báo" warns, "ra lệnh cho quân đội ngừng bắn" stops firing, and in
    "cáo buộc … tấn công" nobody but the accuser acts.
    """
    undone = [_undone(sentence, act, acts, lexicon, aside) or act for act in acts]
    swallowed = {at for act in undone if act not in acts for at in range(act.verb, act.last + 1)}
    kept = _without_doers([act for act in undone if act.verb not in swallowed or act not in acts])
    kept = _opened(sentence, _met(sentence, _concerned(sentence, kept)), lexicon)
    for at, (act, following) in enumerate(pairwise(kept)):
        apart = sentence.breaks[act.last + 1 : following.verb + 1]
        if len(apart) > _REACH or any(apart):
            continue
        if following.noun and len(apart) > 1:
            continue
        said = " ".join(sentence.words[act.verb : act.last + 1])
        if _decrees(said, act, following, len(apart), lexicon):
            kept[at : at + 2] = [replace(act, grade=min(act.grade, OBJECT)), replace(following, grade=act.grade)]
            continue
        carries = len(apart) == 1 and said in lexicon.grammar["modals"] and following.type in _HOSTILE
        carries = carries or (said == "cho phép" and not following.noun)
        carries = carries or (len(apart) == 1 and said in _UNANIMOUS and _is_voted(sentence, act, following))
        carries = carries or (len(apart) == 1 and said.startswith("trở thành") and following.type != "NONE")
        if carries or (said.startswith("ra lệnh") and not _names(sentence, act.last + 1, following.verb)):
            kept[at] = replace(act, grade=min(act.grade, LIGHT))
        elif act.type in _SAYING and act.grade >= LIGHT and not act.noun and not _joined(sentence, following, lexicon):
            kept[at + 1] = replace(following, grade=min(following.grade, OBJECT))
    return kept


def _concerned(sentence: Sentence, acts: list[Act]) -> list[Act]:
    """The acts, a concern that is voiced less firm than what is asked for behind it: "bày tỏ lo ngại, kêu gọi …"."""
    for at, act in enumerate(acts):
        if act.noun or act.grade < MAIN:
            continue
        words = sentence.words[act.verb : act.last + 1]
        if "tiếc" in words and any(
            other.grade >= MAIN and other.verb > act.last and _but(sentence, act, other) for other in acts[at + 1 :]
        ):
            acts[at] = replace(act, grade=LIGHT)
        elif "tiếc" in words and act.type == "CONCEDE" and _of_others(sentence, act):
            acts[at] = replace(act, type="ACCUSE")
        if act.type != "ACCUSE":
            continue
        if _CONCERN.isdisjoint(" ".join(pair) for pair in pairwise(words)):
            continue
        further = [other for other in acts[at + 1 :] if other.verb > act.last]
        asked = next((other for other in further if other.grade >= MAIN and not other.noun), None)
        if asked is not None and asked.type == "REQUEST":
            acts[at] = replace(act, grade=LIGHT)
    return acts


def _of_others(sentence: Sentence, act: Act) -> bool:
    """Whether another party is told of before whoever regrets: "Israel xây 1.600 căn hộ, EU lấy làm tiếc"."""
    parties = {name.mention.value for name in sentence.names if name.last < act.first and name.mention.kind != "person"}
    return len(parties) > 1


def _but(sentence: Sentence, act: Act, other: Act) -> bool:
    return not _BUT.isdisjoint(sentence.words[act.last + 1 : other.verb])


def _opened(sentence: Sentence, acts: list[Act], lexicon: cues.Lexicon) -> list[Act]:
    """The acts, one that begins a sentence without a subject less firm than what its subject does behind the comma.

    "Phản ứng trước vụ việc, Đại sứ quán Mỹ kêu gọi …", "Đang thăm Algeria, Tổng thống Pháp nói …".
    """
    if not acts or acts[0].noun or acts[0].grade < MAIN or acts[0].first > 0:
        return acts
    comma = next((at for at, mark in enumerate(sentence.breaks) if mark and at > acts[0].last), 0)
    if not comma or sentence.breaks[comma] != "," or not _begins_subject(sentence, comma, lexicon):
        return acts
    if any(act.grade >= MAIN and act.verb > comma for act in acts):
        acts = [replace(act, grade=min(act.grade, OBJECT)) if act.last < comma else act for act in acts]
    return acts


def _begins_subject(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a name stands there, or who somebody is."""
    if any(name.first == at for name in sentence.names):
        return True
    said = (" ".join(sentence.words[at : at + size]) for size in (1, 2, 3))
    return any(word in lexicon.grammar["persons"] or word in lexicon.grammar["authorities"] for word in said)


def _met(sentence: Sentence, acts: list[Act]) -> list[Act]:
    """The acts, a meeting less firm than what those who met resolve: "họp khẩn ở Cairo, yêu cầu …"."""
    for at, act in enumerate(acts):
        if act.noun or act.grade < MAIN:
            continue
        stated = act.type == "SUPPORT" and sentence.words[act.verb : act.verb + 3] == _STATED
        if not stated and (act.type != "CONSULT" or sentence.words[act.head] not in _MEETING):
            continue
        resolved = (other for other in acts[at + 1 :] if other.verb > act.last)
        resolved = (other for other in resolved if sentence.words[other.verb] != "tìm")  # they only seek a way
        if any(other.type in _RESOLVED and other.grade >= MAIN and not other.noun for other in resolved):
            acts[at] = replace(act, grade=LIGHT)
    return acts


def _decrees(said: str, act: Act, following: Act, apart: int, lexicon: cues.Lexicon) -> bool:
    """Whether an act only decrees or announces the one right behind it: "ký sắc lệnh cấm …", "thông báo sẽ rút …"."""
    if act.noun or apart > _DECREED or following.type in _TALK or following.grade < MINOR:
        return False
    if said in lexicon.grammar["announced"]:
        return apart == 1
    ends = any(said.endswith(f" {decree}") or said == decree for decree in lexicon.grammar["decrees"])
    return ends and act.type in ("SUPPORT", "NONE")


def _without_doers(acts: Sequence[Act]) -> list[Act]:
    """Without the protest of those who did something else: "bị thợ mỏ đình công bắt cóc" is a passive of the latter."""
    kept: list[Act] = []
    for act in acts:
        before = kept[-1] if kept else None
        if before and before.type == "PROTEST" and before.passive and not act.noun and act.verb == before.last + 1:
            kept[-1] = replace(act, passive=True, first=before.first)
        else:
            kept.append(act)
    return kept


def _is_voted(sentence: Sentence, act: Act, following: Act) -> bool:
    """Whether many are of one mind to do something to others; what two sides ease between them they agree on."""
    two = sum(name.first < act.verb and name.mention.kind == "country" for name in sentence.names) > 1
    return following.type in _VOTED and not (two and following.type == "CONCEDE")


def _joined(sentence: Sentence, act: Act, lexicon: cues.Lexicon) -> bool:
    return sentence.words[act.first - 1] in lexicon.grammar["joins"]


def _names(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= name.first < end for name in sentence.names)


def _undone(
    sentence: Sentence, act: Act, acts: Sequence[Act], lexicon: cues.Lexicon, aside: Sequence[bool]
) -> Act | None:
    """The act turned round, where a verb before it or behind it says that it is over; else None."""
    words, kind = sentence.words, UNDONE.get(act.type)
    if kind is None:
        return None
    before = _undoing_before(sentence, act, lexicon)
    if before >= 0 and not any(other.verb <= before and other.last >= act.verb for other in acts):
        grade = OBJECT * 0.6 if aside[before] else MAIN
        if act.type == "CONSULT" and words[before] not in ("hoãn", "hủy", "tạm", "đình"):
            kind = "SANCTION"  # talks broken off, where those put off are refused
        return replace(act, type=kind, grade=grade, first=before, verb=before, noun=False, passive=False, negated=False)
    if act.noun and act.type in _OVER and act.clause == 0 and not aside[act.verb]:
        for at in range(act.last + 1, len(words)):
            if sentence.breaks[at] in (",", ";"):
                break
            if any(" ".join(words[at : at + size]) in lexicon.grammar["over"] for size in (1, 2, 3)):
                return replace(act, type=kind, grade=MAIN)
    return None


def _undoing_before(sentence: Sentence, act: Act, lexicon: cues.Lexicon) -> int:
    """Where the undoing verb before an act begins; -1 if there is none."""
    words, grammar = sentence.words, lexicon.grammar
    end = act.verb
    for _ in range(_BETWEEN + 1):
        if end < 1 or sentence.breaks[end] or any(name.first <= end - 1 <= name.last for name in sentence.names):
            return -1
        for size in range(min(_LONGEST, end), 0, -1):
            said = " ".join(words[end - size : end])
            if said in grammar["undoing"] and not any(sentence.breaks[end - size + 1 : end]):
                held = act.type in ("CONSULT", "AGREE", "SUPPORT") and said == "kết thúc"
                return -1 if held else end - size
        if words[end - 1] not in grammar["bundles"] and words[end - 1] not in grammar["lengths"]:
            return -1
        end -= 1
    return -1
