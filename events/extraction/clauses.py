"""A sentence taken apart: its words, its names, and the acts its cues speak of, each with how firmly it is stated.

What is told apart: the main verb from nouns, participles and subordinate clauses; active from passive; done from
planned, possible and denied. Two modules know the grammar, clauses_en and clauses_vi.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from events.extraction import cues
from events.extraction.patterns import regex
from events.extraction.records import Mention, Span
from events.extraction.remembered import remembered

# numbers, words with what binds their parts ("U.S.-led"), "'s" and "%"
_PIECES = regex(r"(\d+(?:[.,]\d+)+|\w+(?:(?:[-.&]|(?<=\.\w)\.-)\w+)*(?:['’](?!s\b)\w+)*|['’]s\b|%)")
LONGEST = 250  # tokens of a sentence that are read; what is longer is no sentence
_HARD, _COMMA, _BRACKETS = frozenset(";:?–—|"), frozenset(","), frozenset("()[]")

NONE = "NONE"  # the type of a cue for happenings in which nobody does anything to anybody
MAIN, LIGHT, SUBJECT, OBJECT, MINOR, ASIDE = 3.0, 2.6, 2.2, 1.2, 1.0, 0.5  # how firmly an act is stated
# what it is to put an end to an act, or to put it off (codebook: easing and giving in are CONCEDE, cancelling REJECT)
UNDONE = {
    "PROTEST": "CONCEDE", "COERCE": "CONCEDE", "SANCTION": "CONCEDE", "ACCUSE": "CONCEDE", "MOBILIZE": "CONCEDE",
    "ASSAULT": "RETREAT", "CONSULT": "REJECT", "AGREE": "REJECT", "SUPPORT": "REJECT", "RETREAT": "REJECT",
    "CONCEDE": "REJECT", "REJECT": "CONCEDE", "COOPERATE": "SANCTION", "AID": "SANCTION",
}  # fmt: skip


@dataclass(slots=True)
class Named:
    """A mention by token positions, `last` included."""

    first: int
    last: int
    mention: Mention


@dataclass(slots=True)
class Sentence:
    span: Span
    spans: list[tuple[int, int]]  # of the tokens, in the document
    words: list[str]  # folded
    printed: list[str]
    breaks: list[str]  # before each token: "" nothing, "," comma, "(" bracket, ";" something stronger
    names: list[Named]
    title: bool
    seen: list[str] | None = None  # the words as the learned models see them, once one has asked
    grams: set[str] | None = None  # those words, and what each makes with the next ones
    meanings: list[str] | None = None  # the concepts among those words

    def broken(self, first: int, last: int) -> bool:
        """Whether punctuation stands between two tokens."""
        return any(self.breaks[first + 1 : last + 1])

    def unbroken(self, at: int, reach: int) -> Iterator[int]:
        """The tokens behind one, up to so many, before punctuation parts them from it."""
        for behind in range(at + 1, min(at + 1 + reach, len(self.spans))):
            if self.breaks[behind]:
                return
            yield behind

    def gap(self, at: int) -> int:
        """How many characters stand between a token and the one before; two, where a quotation mark opens."""
        return self.spans[at][0] - self.spans[at - 1][1]

    def covers(self, first: int, last: int) -> Span:
        return Span(self.spans[first][0], self.spans[last][1])


@dataclass(slots=True)
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


class Words(NamedTuple):
    """The words of a stretch of the text, as the rooms for acts and for topics read it."""

    folded: list[str]
    printed: list[str]
    places: list[tuple[int, int]]  # in the document
    gaps: list[str]  # what stands before each word, and behind the last


@remembered(16)  # the sentences of one event are read by several rooms, one soon after the other
def words_of(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]`. Nobody may change the lists."""
    pieces = _PIECES.split(text[start:end])
    edges = list(accumulate(map(len, pieces), initial=start))
    printed = pieces[1::2]
    folded = cues.fold("\n".join(printed)).split("\n") if printed else []
    return Words(folded, printed, list(zip(edges[1:-1:2], edges[2::2], strict=True)), pieces[::2])


def take_apart(text: str, span: Span, mentions: Sequence[Mention], *, title: bool) -> Sentence:
    """Tokens of `text[span]` with the mentions inside it. Hyphens bind, except where a name begins or ends."""
    inside = [m for m in mentions if m.start < span.end and m.end > span.start]
    words, printed, spans, gaps = words_of(text, span.start, span.end)
    breaks = list(map(_breaks.__getitem__, gaps[: min(len(words), LONGEST)]))
    if inside and _cuts(printed, spans, inside):
        words, printed, spans, breaks = _cut(text, span, inside)
    elif len(words) > LONGEST:
        words, printed, spans = words[:LONGEST], printed[:LONGEST], spans[:LONGEST]
    return Sentence(span, spans, words, printed, breaks, _named(spans, inside), title)


def _cuts(printed: Sequence[str], spans: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> bool:
    """Whether a name begins or ends inside a word with a hyphen: "China-led"."""
    hyphened = [spans[at] for at, word in enumerate(printed[:LONGEST]) if "-" in word]
    edges = [edge for mention in mentions for edge in (mention.start, mention.end)] if hyphened else []
    return any(start < edge < end for start, end in hyphened for edge in edges)


def _cut(
    text: str, span: Span, mentions: Sequence[Mention]
) -> tuple[list[str], list[str], list[tuple[int, int]], list[str]]:
    """The words of a sentence, those cut that names end in; what `take_apart` takes from `words_of` elsewhere.

    A participle keeps the hyphen that binds it to a name: who is "Iran-backed" backs nobody.
    """
    edges = sorted({m.start for m in mentions} | {m.end for m in mentions})
    spans: list[tuple[int, int]] = []
    for printed, (start, end) in zip(*words_of(text, span.start, span.end)[1:3], strict=True):
        if "-" in printed:
            for edge in edges:
                if start < edge < end:
                    spans.append((start, edge))
                    start = edge + (text[edge] == "-" and not text[edge + 1 : edge + 2].islower())
        if start < end:
            spans.append((start, end))
        if len(spans) >= LONGEST:
            break
    pieces = [text[start:end] for start, end in spans]
    befores = [span.start, *(end for _, end in spans[:-1])]
    gaps = [text[before:start] for before, (start, _) in zip(befores, spans, strict=True)]
    return cues.fold("\n".join(pieces)).split("\n"), pieces, spans, list(map(_breaks.__getitem__, gaps))


class _Breaks(dict[str, str]):
    """What stands between two words -> a comma or bracket, something stronger, or nothing that parts them."""

    def __missing__(self, between: str) -> str:
        mark = "" if between == "-" or between.isspace() else _mark(between)  # a line that ends in it was full
        if len(between) < 4 and len(self) < 1000:
            self[between] = mark
        return mark


_breaks = _Breaks({" ": "", "": ""})


def _mark(between: str) -> str:
    if not _HARD.isdisjoint(between):
        return ";"
    if not _COMMA.isdisjoint(between):
        return ","
    return "(" if not _BRACKETS.isdisjoint(between) else ""


def _named(spans: list[tuple[int, int]], mentions: Sequence[Mention]) -> list[Named]:
    found, at = [], 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)) if len(mentions) > 1 else mentions:
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        last = at
        while last + 1 < len(spans) and spans[last + 1][0] < mention.end:
            last += 1
        if at < len(spans) and spans[at][0] < mention.end:
            found.append(Named(at, last, mention))
    return found
