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
    way = _Way(sentence, lexicon)
    begins, aside = [], []
    for at in range(len(sentence.words)):
        way.pass_mark(at)
        way.pass_word(at)
        begins.append(way.start)
        aside.append(way.below)
        way.pass_report(at)
    return begins, aside


class _Way:
    """Through a sentence, token by token: where the clause began, and whether what is read is told aside."""

    def __init__(self, sentence: Sentence, lexicon: cues.Lexicon) -> None:
        self._sentence, self._words, self._lexicon = sentence, sentence.words, lexicon
        self.start, self.below = 0, False
        self._part = 0  # where the part between commas began
        self._fresh = True  # nothing of it has been read
        self._closes = False  # what is aside ends at the next comma
        self._bare = False  # it may be a noun alone, so that a verb behind the comma is the main one
        self._skip = 0  # tokens that belong to a phrase read already
        self._until = (-1, False)  # where "do … lãnh đạo" ends, and whether what is behind it is aside

    def pass_mark(self, at: int) -> None:
        """What the punctuation before a token begins or ends."""
        mark = self._sentence.breaks[at]
        if mark == ";":
            self.start, self.below, self._fresh, self._part = at, False, True, at
        elif mark == ",":
            if self.below and (self._closes or (self._bare and _is_verb(self._words, at, self._lexicon))):
                self.below = False
            self._fresh, self._part = True, at
        if at == self._until[0]:
            self.below = self._until[1]
        if mark == "," and _tells_more(self._sentence, at, self._lexicon):
            self.below, self._closes, self._bare = True, True, False

    def pass_word(self, at: int) -> None:
        """What a word begins: something told aside, or the main clause behind a condition."""
        if self._skip:
            self._skip -= 1
            return
        words, word, phrases = self._words, self._words[at], self._lexicon.phrases
        if word in phrases["connectors"] and (size := cues.matches(words, at, phrases["connectors"])):
            self._skip = size - 1
        elif self.below and word == "thì":
            self.below = False  # "nếu … thì …"
        elif word == "do" and not self._fresh and (size := _led_by(self._sentence, at, self._lexicon)):
            self._skip, self._until = size - 1, (at + size, self.below)
            self.below = True
        elif word == "về" and at and words[at - 1] in self._lexicon.grammar["homeward"]:
            pass
        elif word in phrases["subordinators"] and (size := cues.matches(words, at, phrases["subordinators"])):
            self._subordinate(at, size)

    def _subordinate(self, at: int, size: int) -> None:
        """What is said behind a subordinator is told aside, unless that is the verb or a preposition of the subject."""
        words, word = self._words, self._words[at]
        ends = at + size == len(words) or bool(self._sentence.breaks[at + size])  # "two days after, ..."
        if not ends and not self._rules(at, size) and not (word == "trước" and size == 1 and not self._fresh):
            only_when = _only_says_when(self._sentence, self._part, at, self._lexicon)
            self._closes = (self.below and self._closes) or self._fresh or only_when
            self.below = True
            self._bare = " ".join(words[at : at + size]) in self._lexicon.grammar["before_nouns"]
        self._skip = size - 1

    def _rules(self, at: int, size: int) -> bool:
        """Whether what looks like a subordinator is the clause's own verb, or tells more of its subject."""
        word, begun = self._words[at], max(self.start, self._part)
        may_rule = word in self._lexicon.phrases["verbal"] and not self.below
        if may_rule and _is_main(self._sentence, begun, at, size, self._lexicon):
            return True
        if size > 1:
            return False
        if word == "giữa":
            return _is_between(self._sentence, at)
        return word == "về" and _of_subject(self._sentence, begun, at, self._lexicon)

    def pass_report(self, at: int) -> None:
        """A verb of saying begins the clause of what is said."""
        words, reports = self._words, self._lexicon.phrases["reports"]
        self._fresh = False
        if self.below or words[at] not in reports or (at and words[at - 1] == "theo"):
            return
        if size := cues.matches(words, at, reports):
            self.start = at + size
            if self.start < len(words) and words[self.start] in ("rằng", "là"):
                self.start += 1


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
