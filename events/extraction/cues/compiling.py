"""Cues compiled to tables that are asked token by token: a pattern is a chain of segments.

A segment is a set of alternatives; an alternative is a tuple of words. English words match in every inflection,
Vietnamese ones as written.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from events.extraction.inflection_en import Shapes, plural
from events.extraction.patterns import regex

_STEP = regex(r"\s+(\.\.|\+)\s+")


class Form(NamedTuple):
    """How a token can be read as the first word of a cue."""

    tags: str  # b base, s third person, d past, n participle, g -ing; N noun; V for languages without inflection
    rest: tuple[str, ...]  # the remaining words of the first alternative
    pattern: Pattern


Segment = tuple[bool, dict[str, tuple[tuple[str, ...], ...]]]  # (gap before it?, first word -> remaining words)


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    type: str
    noun: bool
    roles: str
    whom: bool  # only where a person is named behind it
    segments: tuple[Segment, ...]  # after the second


Second = dict[str, tuple[tuple[str, tuple[tuple[str, ...], ...], Pattern], ...]]


class Start(NamedTuple):
    """All cues that begin with one word."""

    single: tuple[Form, ...]  # of this word alone
    plain: dict[str, tuple[Form, ...]]  # of one segment, by their second word
    # of several: (rest of the first segment, gap?, first word of the second -> (tags, what may remain of it, pattern))
    chained: tuple[tuple[tuple[str, ...], bool, Second], ...]
    tags: frozenset[str]  # of all of them


class Cue:
    """One cue as written and folded: its first words are read at once, the rest when one of them is first met."""

    def __init__(self, written: str, noun: bool, group: dict, sets: dict, language: str) -> None:
        self.noun, self._group, self._sets, self._language = noun, group, sets, language
        self._later: list[str]
        first, *self._later = _STEP.split(written) if ".." in written or "+" in written else (written,)
        self.firsts = _alternatives(first, sets, whole=bool(self._later))

    @cached_property
    def compiled(self) -> tuple[Pattern, Segment | None]:
        """The pattern, and its second segment."""
        signs, pieces = self._later[::2], self._later[1::2]
        later = tuple(
            (sign == "..", by_first_word(_inflected(_alternatives(piece, self._sets, whole=True), self._language)))
            for sign, piece in zip(signs, pieces, strict=True)
        )
        group = self._group
        pattern = Pattern(group["type"], self.noun, group.get("roles", ""), group.get("whom", False), later[1:])
        return pattern, later[0] if later else None


Begun = dict[str, list[tuple[int, tuple[str, ...], Cue]]]  # first word, as listed -> (place, the words after it, cue)


class Starts:
    """First word -> the cues that begin with it. A word's table is made when the word is first met: most never are.

    `verbs` and `nouns` are the cues by the word they are listed under; `shapes` gives the inflected shapes of a verb,
    `plural` the plural of a noun, in a language that has them.
    """

    def __init__(
        self, verbs: Begun, nouns: Begun, shapes: Callable[[str], Shapes], plural: Callable[[str], str] | None
    ) -> None:
        self._verbs, self._nouns, self._plural = verbs, nouns, plural
        self._inflected: dict[str, list[tuple[str, str]]] = {}  # word -> (tags, the verb it is a shape of) ...
        for verb in verbs:
            for shape, tags in shapes(verb):
                self._inflected.setdefault(shape, []).append((tags, verb))
        alone = [noun for noun, begun in nouns.items() if any(not rest for _, rest, _ in begun)] if plural else []
        self._plurals = {plural(noun): noun for noun in alone} if plural else {}
        self.words = self._inflected.keys() | nouns.keys() | self._plurals.keys()
        self._made: dict[str, Start] = {}

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def __getitem__(self, word: str) -> Start:
        start = self._made.get(word)
        if start is None:
            start = self._made[word] = _start(one for _, one in sorted(self._begun_by(word), key=itemgetter(0)))
        return start

    def get(self, word: str) -> Start | None:
        return self[word] if word in self.words else None

    def _begun_by(self, word: str) -> Iterator[tuple[int, Listed]]:
        """What begins with a word, with its place in the lists."""
        for tags, verb in self._inflected.get(word, ()):
            for at, rest, cue in self._verbs[verb]:
                yield at, (tags, rest, cue)
        for at, rest, cue in self._nouns.get(word, ()):
            yield at, ("N", rest, cue)
            if rest and self._plural:
                yield at, ("N", (*rest[:-1], self._plural(rest[-1])), cue)
        for at, rest, cue in self._nouns.get(self._plurals.get(word, ""), ()):
            if not rest:
                yield at, ("N", (), cue)


Listed = tuple[str, tuple[str, ...], Cue]  # as Form: tags, the remaining words of the first alternative; and the cue


def by_first_word(values: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for value in values:
        first, *rest = value.split()
        table.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in table.items()}


def _start(listed: Iterable[Listed]) -> Start:
    single: list[Form] = []
    plain: dict[str, tuple[Form, ...]] = {}
    tables: dict[tuple[tuple[str, ...], bool], Second] = {}
    every: set[str] = set()
    for tags, rest, cue in listed:
        every.update(tags)
        pattern, second = cue.compiled
        if second is None:
            form = Form(tags, rest, pattern)
            if rest:
                plain[rest[0]] = (*plain.get(rest[0], ()), form)
            else:
                single.append(form)
            continue
        gap, alternatives = second
        table = tables.setdefault((rest, gap), {})
        for first, rests in alternatives.items():
            table[first] = (*table.get(first, ()), (tags, rests, pattern))
    chained = tuple((rest, gap, table) for (rest, gap), table in tables.items())
    return Start(tuple(single), plain, chained, frozenset(every))


def _alternatives(piece: str, sets: dict, *, whole: bool) -> list[str]:
    """The alternatives of a segment: whole phrases in a chain of segments, else word by word."""
    if "|" not in piece and "$" not in piece:
        return [piece]
    if whole:
        parts = [[part] for part in piece.split("|")]
        chains = [list(itertools.product(*[_expanded(word, sets) for word in part[0].split()])) for part in parts]
        return [" ".join(chain) for product in chains for chain in product]
    options = [[o for word in slot.split("|") for o in _expanded(word, sets)] for slot in piece.split()]
    return [" ".join(chain) for chain in itertools.product(*options)]


def _expanded(word: str, sets: dict) -> list[str]:
    return sets[word[1:]] if word.startswith("$") else [word]


def _inflected(alternatives: Sequence[str], language: str) -> list[str]:
    """Later words, in English with their plurals."""
    if language == "vi":
        return list(alternatives)
    found = []
    for alternative in alternatives:
        *before, last = alternative.split()
        found.append(alternative)
        if last.isalpha() and not last.endswith("s"):
            found.append(" ".join((*before, plural(last))))
    return found
