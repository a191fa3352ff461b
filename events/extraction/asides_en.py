"""Where the clauses of an English sentence begin, and which of its words stand in a subordinate one."""

from __future__ import annotations

from events.extraction import cues
from events.extraction.clauses import Sentence
from events.extraction.nouns_en import is_finite

_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "yesterday"))


def clauses(sentence: Sentence, lexicon: cues.Lexicon) -> tuple[list[int], list[bool]]:
    """For each token where its clause begins, and whether it stands in a subordinate one."""
    grammar, verbs = lexicon.grammar, lexicon.verb_forms
    subordinators, reports = grammar["subordinators"], grammar["reports"]
    begins, aside = [], []
    start, below, closes, fresh, told = 0, False, False, True, False
    for at, word in enumerate(sentence.words):
        mark = sentence.breaks[at]
        if mark == ";":
            start, below, fresh, told = at, False, True, False
        elif mark == ",":
            if below and (closes or not told):
                below = False
            fresh = True
        if word in subordinators and not (
            word == "since" and at + 1 < len(sentence.words) and _is_day(sentence, at + 1)
        ):
            below, closes = True, closes if below else fresh
        elif word == "that" and at:
            if _is_relative(sentence, lexicon, at):
                below, closes = True, fresh
            elif not (below and not closes):
                start, below = at + 1, False
        begins.append(start)
        aside.append(below)
        told = told or (not below and not mark and word != "'s" and is_finite(word, lexicon))
        if (
            not below
            and word in verbs
            and verbs[word][0] in reports
            and ("s" in verbs[word][1] or "d" in verbs[word][1])
        ):
            start = at + 1
        fresh = False
    return begins, aside


def _is_day(sentence: Sentence, at: int) -> bool:
    """Whether a weekday or a number stands there, and no clause: "since Saturday", "since 2014"."""
    return sentence.words[at] in _DAYS or sentence.words[at].isdigit()


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
