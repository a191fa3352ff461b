"""Vietnamese sentences: no inflection, so tense, voice and nouns are told by the small words before a cue."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import asides_vi, claims_vi, cues, relatives_vi, sayings_vi, undoing_vi
from events.extraction.clauses import ASIDE, LIGHT, MAIN, MINOR, OBJECT, SUBJECT, Act, Sentence

_WEAK = frozenset(("đến", "tới", "sang"))  # prepositions unless nothing else is the verb
_ORDERS = (["ra", "lệnh"], ["hạ", "lệnh"])  # "lệnh" in them is no order that has been given, but giving one
# what crowds do together in the streets, by the types these verbs have otherwise
_IN_STREETS = {
    "phản đối": ("ACCUSE", "REJECT"), "đòi": ("REQUEST",), "phong tỏa": ("COERCE",), "lên án": ("ACCUSE",),
    "ném đá": ("ASSAULT",), "chặn": ("COERCE",),
}  # fmt: skip
_FIRMER = 0.1  # what they oppose counts before how: "đi bộ hai ngày phản đối"
_READY = frozenset(("chuẩn", "trang", "thiết", "phòng"))  # with "bị" words of their own
_SEEN_BACK = 4  # tokens before a verb in which tense and negation are looked for
_DATED = frozenset(("ngày", "tháng", "năm", "hôm", "mùng", "mồng", "thứ", "sáng", "trưa", "chiều", "tối", "đêm"))
_EMERGENCY = ["khẩn", "cấp"]  # declared of nature, it is done to nobody
_TRAVELS = frozenset(("MOBILIZE", "CONSULT", "RETREAT", "AID"))  # what words of spacecraft look like
_THOUSANDS = 3  # digits that a smaller number has
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
    clause, aside = asides_vi.clauses(sentence, lexicon)
    found: list[Act] = []
    reach = {False: -1, True: -1}
    for hit in hits:
        if hit.first in inner or (hit.first in whole and hit.last in whole):
            continue
        if hit.first <= reach[True] or (hit.pattern.noun and hit.first <= reach[False]):
            continue
        if any(n.first <= hit.first <= n.last for n in sentence.names):
            continue
        if any(act.verb < hit.first and hit.last <= _end(act, hit) for act in found[-2:]):
            continue  # part of a longer word: "bắn" in "ngừng bắn"
        act = (_noun if hit.pattern.noun else _verb)(sentence, lexicon, hit, clause, aside)
        if act is None:
            continue
        reach[hit.pattern.noun] = hit.head
        if hit.pattern.noun or not act.noun:
            reach[hit.pattern.noun] = max(reach[hit.pattern.noun], hit.head if hit.pattern.noun else hit.last)
        found.append(act)
    found = sayings_vi.named(sentence, relatives_vi.settle(sentence, found, lexicon), clause, aside)
    return claims_vi.claimed(sentence, undoing_vi.settle(sentence, found, lexicon, aside), lexicon)


def _end(act: Act, hit: cues.Hit) -> int:
    """The last token of an act at which a cue is part of it: a lone syllable up to the end of a firm act."""
    return act.last if hit.first == hit.last and act.grade >= LIGHT else act.head


def _ends(words: list[str], end: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands directly before token `end`."""
    return any(size <= end and " ".join(words[end - size : end]) in phrases for size in (1, 2, 3))


def _holding(sentence: Sentence, lexicon: cues.Lexicon, listed: str, *, skipped: int = 0) -> set[int]:
    """The tokens inside words of a list, without their first `skipped`: what stands there is part of them."""
    table = lexicon.phrases[listed]
    shielded: set[int] = set()
    for at in [at for at, word in enumerate(sentence.words) if word in table]:
        if size := cues.matches(sentence.words, at, table):
            shielded.update(range(at + skipped, at + size))
    return shielded


def _counted(words: list[str], at: int) -> bool:
    """Whether a number stands before it that is not the end of a date."""
    if not at or not words[at - 1].isdigit():
        return False
    return at < 2 or not (words[at - 2].isdigit() or words[at - 2] in _DATED)


def _verb(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]) -> Act | None:
    grammar, words = lexicon.grammar, sentence.words
    grade, first = MAIN, hit.first
    passive = future = maybe = negated = noun = False
    if (hit.first == hit.head and _counted(words, hit.first)) or _is_no_verb(sentence, hit):
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
    elif hit.first and not sentence.breaks[hit.first] and _under_preposition(words, hit.first, lexicon):
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
    if kind in _IN_STREETS.get(said, ()) and _begun_by_crowd(sentence, first, lexicon):
        kind, grade = "PROTEST", grade + _FIRMER * (said == "phản đối")
    elif kind == "MOBILIZE" and said in lexicon.grammar["drills"] and _has_two_sides(sentence, hit):
        kind = "COOPERATE"
    elif kind in _TRAVELS and said != "thăm" and _speaks_of(words, lexicon, "space"):
        kind = kind if _speaks_of(words, lexicon, "arms") else "NONE"
    elif words[hit.last - 1 : hit.last + 1] == _EMERGENCY and _speaks_of(words, lexicon, "calamities"):
        kind = "NONE"
    return Act(
        kind, grade, first, hit.first, hit.head, hit.last, clause[hit.first], noun=noun, passive=passive,
        future=future, maybe=maybe, negated=negated, roles=hit.pattern.roles,
    )  # fmt: skip


def _under_preposition(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a preposition stands before a verb: not the end of "hôm qua", nor "cùng" and "ra" before what is said."""
    if not _ends(words, at, lexicon.grammar["prepositions"]) or _ends(words, at, lexicon.grammar["ago"]):
        return False
    return words[at - 1] != "cùng" and words[at - 1 : at + 1] != ["ra", "tuyên"]


def _begun_by_crowd(sentence: Sentence, end: int, lexicon: cues.Lexicon) -> bool:
    """Whether many people without an office do it: "Hàng nghìn nông dân …"; a name behind a comma begins anew."""
    words, crowds, aside = sentence.words, lexicon.phrases["crowds"], lexicon.grammar["prepositions"]
    start = max((at for at in range(end + 1) if sentence.breaks[at]), default=0)
    if not any(start <= name.first < end for name in sentence.names):
        start = 0
    if words[start] == "dân" and sentence.printed[start + 1 : start + 2] and sentence.printed[start + 1][0].isupper():
        return True  # "Dân Malta …"
    return any(
        cues.matches(words, at, crowds) or _many(words, at)
        for at in range(start, end)
        if (words[at] in crowds or words[at][0].isdigit()) and words[at - 1] not in aside
    )


def _many(words: list[str], at: int) -> bool:
    """Whether a thousand people or more are counted there: "100.000 người"."""
    return words[at + 1 : at + 2] == ["người"] and len(words[at].replace(".", "").replace(",", "")) > _THOUSANDS


def _speaks_of(words: list[str], lexicon: cues.Lexicon, listed: str) -> bool:
    """Whether a phrase of a list stands anywhere in the sentence."""
    return cues.stands_in(words, lexicon.phrases[listed])


def _is_no_verb(sentence: Sentence, hit: cues.Hit) -> bool:
    """Whether it only looks like the verb: "điều 49.3" of a law, "nói đã …" of one's own doings, "cho Quỹ Tiền tệ"."""
    words, behind = sentence.words, sentence.words[hit.first + 1 : hit.first + 2]
    if words[hit.first] == "điều" and behind and behind[0][0].isdigit():
        return hit.last == hit.first
    if hit.pattern.type == "ACCUSE" and words[hit.first] == "nói" and behind == ["đã"]:
        return True
    if hit.pattern.type == "AID" and hit.last > hit.first:
        return any(n.first <= hit.last <= n.last and n.first > hit.first for n in sentence.names if n.first < n.last)
    return _says_that_not(sentence, hit)


def _says_that_not(sentence: Sentence, hit: cues.Hit) -> bool:
    """Whether "nói không" only begins what is said: "nói không ai bị thương", not "nói không với thuế mới"."""
    words, after = sentence.words, hit.last + 1
    if words[hit.first : after] != ["nói", "không"] or after == len(words) or sentence.breaks[after]:
        return False
    return words[after] not in ("với", "trước")


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
            if cues.matches(words, at, lexicon.phrases["transparent"]):
                return False, at
            if words[at] == "bị" and words[at - 1] in _READY:
                return False, at
            if at == hit.first - 1:
                return True, at
            if _is_suffered(words, at + 1, lexicon):
                return False, at
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


def _is_suffered(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a verb of two words stands there: in "bị giam giữ Bazoum kêu gọi" nobody is called upon by Bazoum."""
    start = lexicon.starts.get(words[at])
    return start is not None and any(form.tags == "V" for form in start.plain.get(words[at + 1], ()))


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
