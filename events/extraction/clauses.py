"""A sentence taken apart: its words, its names, and the acts its cues speak of, each with how firmly it is stated.

What is told apart: the main verb from nouns, participles and subordinate clauses; active from passive; done from
planned, possible and denied. Two modules know the grammar, clauses_en and clauses_vi.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.extraction import cues
from events.extraction.records import Mention, Span

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-.&]\w+)*(?:['’](?!s\b)\w+)*|['’]s\b|%")
LONGEST = 250  # tokens of a sentence that are read; what is longer is no sentence
_HARD, _COMMA = frozenset(";:\n–—|"), frozenset(",()[]")

MAIN, LIGHT, SUBJECT, OBJECT, MINOR, ASIDE = 3.0, 2.6, 2.2, 1.2, 1.0, 0.5  # how firmly an act is stated


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by token positions, `last` included."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    spans: list[tuple[int, int]]  # of the tokens, in the document
    words: list[str]  # folded
    printed: list[str]
    breaks: list[str]  # before each token: "" nothing, "," comma or bracket, ";" something stronger
    names: list[Named]
    title: bool

    def broken(self, first: int, last: int) -> bool:
        """Whether punctuation stands between two tokens."""
        return any(self.breaks[first + 1 : last + 1])

    def covers(self, first: int, last: int) -> Span:
        return Span(self.spans[first][0], self.spans[last][1])


@dataclass(frozen=True, slots=True)
class Act:
    """One reading of one cue."""

    type: str
    grade: float
    first: int  # of the verb group, auxiliaries included, or of the noun phrase
    verb: int  # the cue's own first token
    head: int
    last: int
    clause: int  # where its clause begins
    noun: bool = False
    passive: bool = False
    future: bool = False
    maybe: bool = False
    negated: bool = False
    roles: str = ""


def take_apart(text: str, span: Span, mentions: Sequence[Mention], *, title: bool) -> Sentence:
    """Tokens of `text[span]` with the mentions inside it. Hyphens bind, except where a name begins or ends."""
    inside = [m for m in mentions if m.start < span.end and m.end > span.start and m.kind != "agency"]
    edges = {m.start for m in inside} | {m.end for m in inside}
    spans: list[tuple[int, int]] = []
    for match in WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        if edges and "-" in match[0]:
            for cut in sorted(edge for edge in edges if start < edge < end):
                spans.append((start, cut))
                start = cut + (text[cut] == "-")
        if start < end:
            spans.append((start, end))
        if len(spans) >= LONGEST:
            break
    folded, base = cues.fold(text[span.start : span.end]), span.start
    words, printed, breaks, before = [], [], [], span.start
    for start, end in spans:
        words.append(folded[start - base : end - base])
        printed.append(text[start:end])
        between = text[before:start]
        before = end
        if between in (" ", "", "-"):
            breaks.append("")
        else:
            breaks.append("" if between.isspace() and "\n" not in between else _mark(between))
    return Sentence(span, spans, words, printed, breaks, _named(spans, inside), title)


def _mark(between: str) -> str:
    """What stands between two words: a comma or bracket, something stronger, or nothing that parts them."""
    if not _HARD.isdisjoint(between):
        return ";"
    return "," if not _COMMA.isdisjoint(between) else ""


def _named(spans: list[tuple[int, int]], mentions: Sequence[Mention]) -> list[Named]:
    found, at = [], 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        last = at
        while last + 1 < len(spans) and spans[last + 1][0] < mention.end:
            last += 1
        if at < len(spans) and spans[at][0] < mention.end:
            found.append(Named(at, last, mention))
    return found
