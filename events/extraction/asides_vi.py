"""Vietnamese clauses: where each begins, and what is told aside: of the time, the reason, or who somebody is."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import cues
from events.extraction.clauses import Sentence

_LED = 12  # tokens that "do … lãnh đạo" may have
_TO_SIDE = 4  # tokens from "giữa" to the first side's name: "giữa Bộ trưởng Quốc phòng Nga"
_LENGTH = 6  # tokens that "only two days after" may have before its subordinator


def clauses(sentence: Sentence, lexicon: cues.Lexicon) -> tuple[list[int], list[bool]]:
    """For each token where its clause begins, and whether it is told aside."""
    words = sentence.words
    subordinators, reports = lexicon.phrases["subordinators"], lexicon.phrases["reports"]
    connectors, verbal = lexicon.phrases["connectors"], lexicon.phrases["verbal"]
    begins, aside = [], []
    start, below, closes, bare, fresh, skip, part = 0, False, False, False, True, 0, 0
    until = (-1, False)  # where "do … lãnh đạo" ends, and whether what is behind it is aside
    for at, word in enumerate(words):
        mark = sentence.breaks[at]
        if mark == ";":
            start, below, fresh, part = at, False, True, at
        elif mark == ",":
            if below and (closes or (bare and _is_verb(words, at, lexicon))):
                below = False
            fresh, part = True, at
        if at == until[0]:
            below = until[1]
        if mark == "," and _tells_more(sentence, at, lexicon):
            below, closes, bare = True, True, False
        if skip:
            skip -= 1
        elif word in connectors and (size := cues.matches(words, at, connectors)):
            skip = size - 1
        elif below and word == "thì":
            below = False  # "nếu … thì …"
        elif word == "do" and not fresh and (size := _led_by(sentence, at, lexicon)):
            skip, until = size - 1, (at + size, below)
            below = True
        elif word == "về" and at and words[at - 1] in lexicon.grammar["homeward"]:
            pass
        elif word in subordinators and (size := cues.matches(words, at, subordinators)):
            ends = at + size == len(words) or bool(sentence.breaks[at + size])  # "two days after, ..."
            rules = word in verbal and not below and _is_main(sentence, max(start, part), at, size, lexicon)
            rules = rules or (word == "giữa" and size == 1 and _is_between(sentence, at))
            rules = rules or (word == "về" and size == 1 and _of_subject(sentence, max(start, part), at, lexicon))
            if not ends and not rules and not (word == "trước" and size == 1 and not fresh):
                closes = (below and closes) or fresh or _only_says_when(sentence, part, at, lexicon)
                below, bare = True, " ".join(words[at : at + size]) in lexicon.grammar["before_nouns"]
            skip = size - 1
        begins.append(start)
        aside.append(below)
        if (
            not below
            and word in reports
            and (size := cues.matches(words, at, reports))
            and not (at and words[at - 1] in ("theo",))
        ):
            start = at + size
            if start < len(words) and words[start] in ("rằng", "là"):
                start += 1
        fresh = False
    return begins, aside


def _tells_more(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a comma behind a name only begins who that is: "…, người bị bắt hôm qua, …", "…, đang ở Hà Nội, …"."""
    words, more = sentence.words, lexicon.grammar["tells_more"]
    if not any(name.last == at - 1 for name in sentence.names) or any(name.first == at + 1 for name in sentence.names):
        return False
    if " ".join(words[at : at + 2]) in more or " ".join(words[at : at + 3]) in more:
        return True
    return words[at] in lexicon.grammar["meanwhile"] and any(mark == "," for mark in sentence.breaks[at + 1 :])


def _led_by(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> int:
    """How many tokens "do … lãnh đạo" has, which only says whose the noun before it is; 0 where it is no such thing."""
    words, led = sentence.words, lexicon.grammar["led"]
    for end in range(at + 2, min(at + _LED, len(words))):
        if sentence.breaks[end - 1]:
            return 0
        if " ".join(words[end - 1 : end + 1]) in led:
            return end + 1 - at
    return 0


def _is_main(sentence: Sentence, start: int, at: int, size: int, lexicon: cues.Lexicon) -> bool:
    """Whether a subordinator is the clause's own verb: right behind a name, with none before it ("Nhật Bản giúp …")."""
    words = sentence.words
    if cues.matches(words, at, lexicon.phrases["verbal"]) != size:
        return False
    end = at
    while end > start and words[end - 1] in lexicon.grammar["before_verbs"]:
        end -= 1
    named = {place for name in sentence.names for place in range(name.first, name.last + 1)}
    if end - 1 not in named and not _by_authority(words, start, end, lexicon):
        return False
    return not any(x not in named and _opens_verb(words, x, lexicon) for x in range(start, end))


def _is_between(sentence: Sentence, at: int) -> bool:
    """Whether "giữa" stands between two sides, and not for a time: "hiệp định giữa Nga và Iran được ký"."""
    return any(at < name.first <= at + _TO_SIDE for name in sentence.names)


def _of_subject(sentence: Sentence, start: int, at: int, lexicon: cues.Lexicon) -> bool:
    """Whether "về" only says what somebody's office is for: "Cố vấn của Tổng thống Mỹ về châu Phi … kêu gọi"."""
    named = {place for name in sentence.names for place in range(name.first, name.last + 1)}
    words, offices = sentence.words[start:at], lexicon.grammar["offices"]
    if offices.isdisjoint(words) and offices.isdisjoint(map(" ".join, pairwise(words))):
        return False
    return not any(x not in named and sentence.words[x] in lexicon.grammar["before_verbs"] for x in range(start, at))


def _by_authority(words: list[str], start: int, end: int, lexicon: cues.Lexicon) -> bool:
    """Whether an office stands where the subject does: "Tòa cho phép …"."""
    table = lexicon.phrases["authorities"]
    return any(words[at] in table and cues.matches(words, at, table) for at in range(start, end))


def _opens_verb(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a verb's cue of more than one word, or of one that is nothing else, begins there."""
    start = lexicon.starts.get(words[at])
    if start is None:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return any(form.tags == "V" for form in (*start.single, *start.plain.get(following, ())))


def _is_verb(words: list[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a cue's verb may begin there, small words before it passed over."""
    while at + 1 < len(words) and words[at] in lexicon.grammar["joins"]:
        at += 1
    return words[at] in lexicon.starts and "V" in lexicon.starts[words[at]].tags


def _only_says_when(sentence: Sentence, start: int, end: int, lexicon: cues.Lexicon) -> bool:
    """Whether the words before a subordinator are a length of time: "only two days after the vote"."""
    words = sentence.words[start:end]
    if not words or end - start > _LENGTH or any(start <= name.first < end for name in sentence.names):
        return False
    return all(word in lexicon.grammar["lengths"] or word[0].isdigit() for word in words)
