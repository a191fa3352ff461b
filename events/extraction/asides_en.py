"""Where the clauses of an English sentence begin, and which of its words stand in a subordinate one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from events.extraction import cues, data
from events.extraction.clauses import Sentence
from events.extraction.nouns_en import is_finite

_RELATIVE = frozenset(("who", "which", "whom"))
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
    return sentence.words[at] != "'s" and is_finite(sentence.words[at], lexicon)


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
    return not any(
        word in lexicon.starts or lexicon.verb_forms.get(word, ("",))[0] in grammar["reports"] for word in words[:at]
    )
