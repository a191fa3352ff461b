"""Where the clauses of an English sentence begin, and which of its words stand in a subordinate one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from events.extraction import cues, data
from events.extraction.clauses import Sentence
from events.extraction.nouns_en import is_finite

_RELATIVE = frozenset(("who", "which", "whom"))
_BEHIND_PARTICIPLE = frozenset(("by", "in", "at", "from", "to", "over", "under", "near", "for", "with", "of"))
_PHRASE = 7  # tokens of a noun with what stands before or behind it
_WHO = frozenset(("who", "which", "that"))
_PASTS = frozenset((  # past forms of verbs that tell no act: behind "who" they are its verb
    "spent", "took", "made", "gave", "came", "went", "ran", "saw", "kept", "brought", "left", "lost", "stood", "began",
    "grew", "rose", "fell", "got", "drew", "put", "found", "felt", "knew", "won", "led", "lived", "worked", "used",
))  # fmt: skip
_TELLING = frozenset((
    "fact", "news", "belief", "rumour", "rumours", "rumor", "rumors", "hope", "hopes", "idea", "view", "condition",
    "so", "such", "sure", "clear", "true", "likely", "certain", "it", "found", "finds", "decided", "decides", "decide",
    "ruled", "rules", "rule", "ruling", "reiterated", "reiterates", "urged", "urges", "urging", "repeated", "repeats",
    "concluded", "concludes", "voted", "vote", "votes", "guarantees", "assured", "assures", "convinced", "swore",
))  # fmt: skip
_TOLD_BY = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))  # types of acts that "that" may follow
_TAKEN = frozenset((
    "take", "takes", "took", "taken", "taking", "hand", "hands", "handed", "handing", "turn", "turns", "turned", "give",
    "gives", "gave", "go", "goes", "went", "cross", "crossed", "fly", "flies", "flew", "win", "wins", "won",
))  # fmt: skip


def clauses(sentence: Sentence, lexicon: cues.Lexicon) -> tuple[list[int], list[bool]]:
    """For each token where its clause begins, and whether it stands in a subordinate one."""
    subordinators = lexicon.grammar["subordinators"]
    clause = _Clause()
    begins, aside = [], []
    for at, word in enumerate(sentence.words):
        mark = sentence.breaks[at]
        if mark == ";":
            clause = _Clause(start=at)
        elif mark == ",":
            clause.go_on_behind_a_comma()
        if word in subordinators and not _is_none(sentence, lexicon, at):
            clause.subordinate(nested=clause.below, relative=word in _RELATIVE)
        elif word == "that" and at:
            if _is_relative(sentence, lexicon, at):
                clause.subordinate(nested=False, relative=True)
            elif not clause.below or clause.closes:
                clause.start, clause.below = at + 1, False
        elif clause.below and clause.relative and not clause.told:
            clause.meet(at, _is_verb(sentence, lexicon, at), sentence.words[at - 1] in lexicon.grammar["joins"])
        begins.append(clause.start)
        aside.append(clause.below)
        if not clause.below:
            clause.told = clause.told or (not mark and word != "'s" and is_finite(word, lexicon))
            if _reports(sentence.words, at, lexicon):
                clause.start = at + 1
        clause.fresh = False
    return begins, aside


@dataclass(slots=True)
class _Clause:
    """The clause at a token of a sentence that is read from left to right."""

    start: int = 0
    below: bool = False  # whether it is subordinate
    closes: bool = False  # whether a comma ends it: it stands at the sentence's beginning or between commas
    fresh: bool = True  # whether nothing stood behind the last comma yet
    told: bool = False  # whether the main clause had its verb
    relative: bool = False  # whether it is one relative clause that tells more of the subject
    verb: int = -1  # where that relative clause had its verb

    def go_on_behind_a_comma(self) -> None:
        self.below = self.below and not self.closes and self.told
        self.fresh = True

    def meet(self, at: int, is_verb: bool, joined: bool) -> None:
        """A word of a relative clause: a second verb that nothing joins to its first is that of the main clause."""
        if is_verb and self.verb < 0:
            self.verb = at
        elif is_verb and at > self.verb + 1 and not joined:
            self.below = False

    def subordinate(self, *, nested: bool, relative: bool) -> None:
        """A subordinate clause begins; one inside another ends with it."""
        self.closes = self.closes if nested else self.fresh
        self.relative, self.verb = relative and not nested and not self.closes, -1
        self.below = True


def _reports(words: Sequence[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a finite verb says that somebody says what follows: "said", and "say" behind those who do."""
    grammar = lexicon.grammar
    if words[at] == "say":
        before = words[at - 1] if at else "to"
        return before != "to" and before not in grammar["future"] and before not in grammar["maybe"] | grammar["must"]
    if words[at] == "states":  # mostly the United or some other ones
        return words[at + 1 : at + 2] == ["that"]
    base, tags = lexicon.verb_forms.get(words[at], ("", ""))
    return base in lexicon.grammar["reports"] and ("s" in tags or "d" in tags)


def _is_verb(sentence: Sentence, lexicon: cues.Lexicon, at: int) -> bool:
    """Whether a token is a finite verb, and no participle behind "have" or "be"."""
    grammar = lexicon.grammar
    if (
        at
        and sentence.printed[at - 1] != "May"
        and sentence.words[at - 1] in grammar["have"] | grammar["be"] | grammar["future"] | grammar["maybe"]
    ):
        return False
    word = sentence.words[at]
    if at and sentence.words[at - 1] in _WHO and (word.endswith("ed") or word in _PASTS):
        return True
    return word != "'s" and is_finite(word, lexicon)


def _is_none(sentence: Sentence, lexicon: cues.Lexicon, at: int) -> bool:
    """Whether a subordinating word begins no clause there: "since 2014", "the WHO", "has given", "took over"."""
    word, before = sentence.words[at], sentence.words[at - 1] if at else ""
    if word == "since":
        return _is_day(sentence, at + 1)
    if word == "who":
        return sentence.printed[at] == "WHO" and not (at and sentence.printed[at - 1].isupper())
    if word in ("given", "following"):
        return before in lexicon.grammar["have"] | lexicon.grammar["be"]
    return word == "over" and before in _TAKEN


def _is_day(sentence: Sentence, at: int) -> bool:
    """Whether a day or a number stands there, and no clause: "since Saturday", "since 2014"."""
    word = sentence.words[at] if at < len(sentence.words) else ""
    return word.isdigit() or word in _days()


@cache
def _days() -> frozenset[str]:
    return frozenset((*data.load("dates.en")["weekdays"], "last", "yesterday"))


def _is_relative(sentence: Sentence, lexicon: cues.Lexicon, at: int) -> bool:
    """Whether "that" begins a relative clause ("a drone that struck Kyiv") and not what somebody says."""
    words, grammar = sentence.words, lexicon.grammar
    if at + 1 >= len(words):
        return True
    following = words[at + 1]
    if following in grammar["be"] | grammar["have"] | grammar["future"] | grammar["maybe"] | grammar["do"]:
        return True
    start = lexicon.starts.get(following)
    if start and start.tags & {"d", "s"} and not any(name.first == at + 1 for name in sentence.names):
        return following not in grammar["homographs"]
    return not any(_is_said(words, before, lexicon) for before in range(at))


def _is_said(words: Sequence[str], at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a word tells that something is said, thought, asked or agreed on, which "that" may follow."""
    word = words[at]
    if word in _TELLING or lexicon.verb_forms.get(word, ("",))[0] in lexicon.grammar["reports"]:
        return True
    start = lexicon.starts.get(word)
    return start is not None and any(pattern.type in _TOLD_BY for _, _, pattern in start.single)


def lacks_object(sentence: Sentence, hit: cues.Hit, following: str, lexicon: cues.Lexicon) -> bool:
    """Whether what must have an object has none: it only tells more of the noun before it ("a note handed to …")."""
    words, grammar = sentence.words, lexicon.grammar
    if words[hit.first] not in grammar["taking"] or following not in _BEHIND_PARTICIPLE or not hit.first:
        return False
    if sentence.title or sentence.breaks[hit.first] or "least" in words[hit.head + 2 : hit.head + 3]:
        return False
    for at in range(hit.head + 2, min(hit.head + 2 + _PHRASE, len(words))):  # "cars donated by Taiwan have stood …"
        if sentence.breaks[at] or words[at] in grammar["joins"]:
            break
        if is_finite(words[at], lexicon):
            return True
    if any(name.last == hit.first - 1 for name in sentence.names):
        return False
    for at in range(hit.first - 1, max(hit.first - _PHRASE, 0), -1):  # "… pardons for 14 people jailed over posts"
        if sentence.breaks[at]:
            return False
        if words[at] in grammar["prepositions"]:
            return words[at + 1] in grammar["determiners"] or words[at + 1].isdigit()
    return False
