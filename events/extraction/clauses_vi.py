"""Vietnamese sentences: no inflection, so tense, voice and nouns are told by the small words before a cue."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from events.extraction import cues, sayings_vi, undoing_vi
from events.extraction.clauses import ASIDE, LIGHT, MAIN, MINOR, OBJECT, SUBJECT, Act, Sentence

_WEAK = frozenset(("đến", "tới", "sang"))  # prepositions unless nothing else is the verb
_ORDERS = (["ra", "lệnh"], ["hạ", "lệnh"])  # "lệnh" in them is no order that has been given, but giving one
# what crowds do together in the streets, by the types these verbs have otherwise
_IN_STREETS = {
    "phản đối": ("ACCUSE", "REJECT"), "đòi": ("REQUEST",), "phong tỏa": ("COERCE",), "lên án": ("ACCUSE",),
    "ném đá": ("ASSAULT",), "chặn": ("COERCE",),
}  # fmt: skip
_SUFFERED, _FREED = frozenset(("COERCE", "ASSAULT", "SANCTION")), frozenset(("RETREAT", "CONCEDE"))
_BEGINS = frozenset(("đã", "sẽ", "được", "vừa"))  # the main verb behind "… bị bắt"
_FIRMER = 0.1  # what they oppose counts before how: "đi bộ hai ngày phản đối"
_SEEN_BACK = 4  # tokens before a verb in which tense and negation are looked for
_DATED = frozenset(("ngày", "tháng", "năm", "hôm", "mùng", "mồng", "thứ", "sáng", "trưa", "chiều", "tối", "đêm"))
_LENGTH = 6  # tokens that "only two days after" may have before its subordinator
_TO_SIDE = 4  # tokens from "giữa" to the first side's name: "giữa Bộ trưởng Quốc phòng Nga"
_TO_VERB = 5  # tokens from the second of two subjects to their verb
_AGENT = 9  # tokens that "bị … <verb>" may hold


def acts(sentence: Sentence) -> list[Act]:
    """Every act the sentence speaks of, in order."""
    lexicon = cues.lexicon("vi")
    words = sentence.words
    hits = cues.find(words, sentence.breaks, lexicon, _holding(sentence, lexicon, "compounds"))
    if not hits and not sayings_vi.may_name(sentence):
        return []
    whole, inner = _holding(sentence, lexicon, "wholes"), _holding(sentence, lexicon, "closed", skipped=1)
    clause, aside = _clauses(sentence, lexicon)
    found: list[Act] = []
    reach = {False: -1, True: -1}
    for hit in hits:
        if hit.first in inner or (hit.first in whole and hit.last in whole):
            continue
        if hit.first <= reach[True] or (hit.pattern.noun and hit.first <= reach[False]):
            continue
        if any(n.first <= hit.first <= n.last for n in sentence.names):
            continue
        if any(act.verb < hit.first and hit.last <= act.head for act in found[-2:]):
            continue  # part of a longer word: "bắn" in "ngừng bắn"
        act = (_noun if hit.pattern.noun else _verb)(sentence, lexicon, hit, clause, aside)
        if act is None:
            continue
        reach[hit.pattern.noun] = hit.head
        if hit.pattern.noun or not act.noun:
            reach[hit.pattern.noun] = max(reach[hit.pattern.noun], hit.head if hit.pattern.noun else hit.last)
        found.append(act)
    found = sayings_vi.named(sentence, _without_relative(sentence, found), clause, aside)
    return undoing_vi.settle(sentence, found, lexicon, aside)


def _without_relative(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, with what only tells more of the subject less firm: "100 học sinh bị bắt cóc" được trả tự do."""
    for at in range(len(found) - 1):
        act, further = found[at], next((one for one in found[at + 1 :] if one.verb > found[at].last), None)
        if further is None or not (act.passive and act.grade >= MAIN and act.type in _SUFFERED):
            continue
        if further.grade < MAIN or further.noun or sentence.broken(act.last, further.verb):
            continue
        begun = sentence.words[further.first] in _BEGINS
        if further.type in _FREED or (begun and further.first > act.last and further.type != act.type):
            found[at] = replace(act, grade=OBJECT)
    return found


def matches(words: list[str], at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens of a listed phrase stand at `at`; 0 if none does."""
    for rest in table.get(words[at], ()):
        if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1
    return 0


def _ends(words: list[str], end: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands directly before token `end`."""
    return any(size <= end and " ".join(words[end - size : end]) in phrases for size in (1, 2, 3))


def _holding(sentence: Sentence, lexicon: cues.Lexicon, listed: str, *, skipped: int = 0) -> set[int]:
    """The tokens inside words of a list, without their first `skipped`: what stands there is part of them."""
    table = lexicon.phrases[listed]
    shielded: set[int] = set()
    for at in [at for at, word in enumerate(sentence.words) if word in table]:
        if size := matches(sentence.words, at, table):
            shielded.update(range(at + skipped, at + size))
    return shielded


def _clauses(sentence: Sentence, lexicon: cues.Lexicon) -> tuple[list[int], list[bool]]:
    words = sentence.words
    subordinators, reports = lexicon.phrases["subordinators"], lexicon.phrases["reports"]
    connectors, verbal = lexicon.phrases["connectors"], lexicon.phrases["verbal"]
    begins, aside = [], []
    start, below, closes, bare, fresh, skip, part = 0, False, False, False, True, 0, 0
    for at, word in enumerate(words):
        mark = sentence.breaks[at]
        if mark == ";":
            start, below, fresh, part = at, False, True, at
        elif mark == ",":
            if below and (closes or (bare and _is_verb(words, at, lexicon))):
                below = False
            fresh, part = True, at
        if skip:
            skip -= 1
        elif word in connectors and (size := matches(words, at, connectors)):
            skip = size - 1
        elif word in subordinators and (size := matches(words, at, subordinators)):
            ends = at + size == len(words) or bool(sentence.breaks[at + size])  # "two days after, ..."
            rules = word in verbal and not below and _is_main(sentence, max(start, part), at, size, lexicon)
            rules = rules or (word == "giữa" and size == 1 and _is_between(sentence, at))
            if not ends and not rules and not (word == "trước" and size == 1 and not fresh):
                closes = fresh or _only_says_when(sentence, part, at, lexicon)
                below, bare = True, " ".join(words[at : at + size]) in lexicon.grammar["before_nouns"]
            skip = size - 1
        begins.append(start)
        aside.append(below)
        if (
            not below
            and word in reports
            and (size := matches(words, at, reports))
            and not (at and words[at - 1] in ("theo",))
        ):
            start = at + size
            if start < len(words) and words[start] in ("rằng", "là"):
                start += 1
        fresh = False
    return begins, aside


def _counted(words: list[str], at: int) -> bool:
    """Whether a number stands before it that is not the end of a date."""
    if not at or not words[at - 1].isdigit():
        return False
    return at < 2 or not (words[at - 2].isdigit() or words[at - 2] in _DATED)


def _is_verb(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a cue's verb may begin there, small words before it passed over."""
    while at + 1 < len(words) and words[at] in lexicon.grammar["joins"]:
        at += 1
    return words[at] in lexicon.starts and "V" in lexicon.starts[words[at]].tags


def _is_main(sentence: Sentence, start: int, at: int, size: int, lexicon: cues.Lexicon) -> bool:
    """Whether a subordinator is the clause's own verb: right behind a name, with none before it ("Nhật Bản giúp …")."""
    words = sentence.words
    if matches(words, at, lexicon.phrases["verbal"]) != size:
        return False
    end = at
    while end > start and words[end - 1] in lexicon.grammar["before_verbs"]:
        end -= 1
    named = {place for name in sentence.names for place in range(name.first, name.last + 1)}
    if end - 1 not in named:
        return False
    return not any(x not in named and _opens_verb(words, x, lexicon) for x in range(start, end))


def _is_between(sentence: Sentence, at: int) -> bool:
    """Whether "giữa" stands between two sides, and not for a time: "hiệp định giữa Nga và Iran được ký"."""
    return any(at < name.first <= at + _TO_SIDE for name in sentence.names)


def _opens_verb(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a verb's cue of more than one word, or of one that is nothing else, begins there."""
    start = lexicon.starts.get(words[at])
    if start is None:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return any(form.tags == "V" for form in (*start.single, *start.plain.get(following, ())))


def _only_says_when(sentence: Sentence, start: int, end: int, lexicon: cues.Lexicon) -> bool:
    """Whether the words before a subordinator are a length of time: "only two days after the vote"."""
    words = sentence.words[start:end]
    if not words or end - start > _LENGTH or any(start <= name.first < end for name in sentence.names):
        return False
    return all(word in lexicon.grammar["lengths"] or word[0].isdigit() for word in words)


def _verb(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]) -> Act | None:
    grammar, words = lexicon.grammar, sentence.words
    grade, first = MAIN, hit.first
    passive = future = maybe = negated = noun = False
    if hit.first == hit.head and _counted(words, hit.first):
        return None
    low = max(clause[hit.first] - 1, hit.first - _SEEN_BACK, 0)
    for at in range(hit.first - 1, low - 1, -1):
        if sentence.breaks[at + 1]:
            break
        if any(n.first <= at <= n.last for n in sentence.names):
            break
        word, two = words[at], " ".join(words[at : at + 2])
        if two in grammar["future"] or word in grammar["future"]:
            future, first = True, at
        elif two in grammar["maybe"] or word in grammar["maybe"]:
            maybe, first = True, at
        elif word in grammar["negation"] or two in grammar["negation"]:
            if hit.pattern.type != "REJECT" or at < hit.first - 1:
                negated = True
            first = at
        elif word in ("đã", "đang", "vừa", "cùng", "cũng", "vẫn", "lại"):
            first = at
    passive, agent = _passive(sentence, lexicon, hit)
    if passive:
        first = min(first, agent)
    elif (
        _ends(words, hit.first, grammar["classifiers"])
        and not sentence.breaks[hit.first]
        and words[max(hit.first - 2, 0) : hit.first] not in _ORDERS
    ):
        noun, grade = True, SUBJECT if hit.first <= 3 else OBJECT
    elif hit.first and _ends(words, hit.first, grammar["prepositions"]) and not sentence.breaks[hit.first]:
        grade = MINOR
    if hit.first == hit.last and words[hit.first] in _WEAK:
        if not (future or first < hit.first) and not any(n.last == hit.first - 1 for n in sentence.names):
            return None
        grade = min(grade, SUBJECT)
    if words[hit.first] in grammar["must"] and hit.first == hit.last and not clause[hit.first]:
        return None  # a duty nobody lays on anybody
    if aside[hit.first]:
        grade = min(grade, OBJECT) * 0.6
    kind = hit.pattern.type
    said = words[hit.first] if words[hit.first] in _IN_STREETS else " ".join(words[hit.first : hit.first + 2])
    if kind in _IN_STREETS.get(said, ()) and _begun_by_crowd(words, first, lexicon):
        kind, grade = "PROTEST", grade + _FIRMER * (said == "phản đối")
    elif kind == "MOBILIZE" and said in lexicon.grammar["drills"] and _has_two_sides(sentence, hit):
        kind = "COOPERATE"
    return Act(
        kind, grade, first, hit.first, hit.head, hit.last, clause[hit.first], noun=noun, passive=passive,
        future=future, maybe=maybe, negated=negated, roles=hit.pattern.roles,
    )  # fmt: skip


def _begun_by_crowd(words: list[str], end: int, lexicon: cues.Lexicon) -> bool:
    """Whether many people without an office do it: "Hàng nghìn nông dân …"."""
    crowds = lexicon.phrases["crowds"]
    aside = lexicon.grammar["prepositions"]
    return any(matches(words, at, crowds) for at in range(end) if words[at] in crowds and words[at - 1] not in aside)


def _has_two_sides(sentence: Sentence, hit: cues.Hit) -> bool:
    """Whether two countries hold a drill: "Mỹ và Hàn Quốc tập trận", "tập trận … của Nga và Belarus"."""
    names = [name for name in sentence.names if name.mention.kind == "country"]
    for one, two in pairwise(names):
        joined = two.first - one.last == 2 and sentence.words[one.last + 1] in ("và", "cùng")
        comes = two.last < hit.first <= two.last + _TO_VERB
        if (joined or (two.first == one.last + 1 and sentence.breaks[two.first])) and (
            comes or (hit.last < one.first and sentence.words[one.first - 1] in ("của", "giữa"))
        ):
            return True
    return False


def _passive(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit) -> tuple[bool, int]:
    """Whether "bị" or "được" rules the verb, its agent perhaps between them; and where it stands."""
    words = sentence.words
    if words[hit.first] in lexicon.grammar["passive"]:
        return True, hit.first
    for at in range(hit.first - 1, max(-1, hit.first - _AGENT), -1):
        if sentence.breaks[at + 1]:
            break
        if words[at] in lexicon.grammar["passive"]:
            if matches(words, at, lexicon.phrases["transparent"]):
                return False, at
            if at == hit.first - 1:
                return True, at
            between = any(at < n.first and n.last < hit.first for n in sentence.names)
            plain = hit.first - at <= 4 and words[at] == "bị"
            if (
                any(
                    words[x] in lexicon.starts and any(form.tags == "V" for form in lexicon.starts[words[x]].single)
                    for x in range(at + 1, hit.first)
                )
                and not between
            ):
                return False, at
            return between or plain, at
    return False, hit.first


def _noun(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]) -> Act | None:
    grammar, words = lexicon.grammar, sentence.words
    grade, first = SUBJECT, hit.first
    for at in range(hit.first - 1, max(-1, hit.first - 7), -1):
        if sentence.breaks[at + 1]:
            break
        if any(n.first <= at <= n.last for n in sentence.names):
            grade = OBJECT
            break
        if words[at] in grammar["light"] or " ".join(words[at : at + 2]) in grammar["light"]:
            grade, first = LIGHT, at
            break
        if words[at] in grammar["prepositions"]:
            grade = MINOR if sentence.title else 0.8
            break
    else:
        if hit.first > 6:
            grade = OBJECT
    if aside[hit.first]:
        grade = min(grade, OBJECT) * ASIDE
    return Act(
        hit.pattern.type, grade, first, hit.first, hit.head, hit.last, clause[hit.first],
        noun=True, roles=hit.pattern.roles,
    )  # fmt: skip
