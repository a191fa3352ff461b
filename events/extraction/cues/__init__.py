"""Cue lists compiled once: from readable TOML per language to a table that is asked token by token.

The notation of the files is explained at their head. A pattern is a chain of segments; a segment is a set of
alternatives; an alternative is a tuple of words. English words match in every inflection, Vietnamese ones as written.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import tomli

from events.extraction.building import uncollected
from events.extraction.patterns import regex

HERE = Path(__file__).parent
GAP = {"en": 5, "vi": 7}  # tokens that ".." may span

# Old and new tone placement of the same syllable: "hoà" and "hòa", "thuý" and "thúy".
_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# A letter first, what stands before it behind: so it is searched for many times faster.
_OLD_TONE = regex(r"[ou](?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?<!q..)(?!\w)")
_STEP = regex(r"\s+(\.\.|\+)\s+")
_VOWELS = frozenset("aeiou")
_TAKES_ES = ("s", "x", "z", "ch", "sh")
_DOUBLES = regex(r"(?:[^aeiou]*|.*qu)[aeiou][bdgmnprt]|.*[^aeiou][aeiou]l")  # "gun", "quit", "travel"
_LIKE_E = frozenset("eoy")  # before an "e" at the end, which then stays: "agreeing", "dyeing"


def fold(text: str) -> str:
    """Lower case, straight apostrophes, new tone placement; the length never changes."""
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):  # "İ" lowers to two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match[0]], lowered.replace("’", "'"))


class Form(NamedTuple):
    """How a token can be read as the first word of a cue."""

    tags: str  # b base, s third person, d past, n participle, g -ing; N noun; V for languages without inflection
    rest: tuple[str, ...]  # the remaining words of the first alternative
    pattern: Pattern


Shapes = list[tuple[str, str]]  # a verb's inflected shapes, each with its tags
Segment = tuple[bool, dict[str, tuple[tuple[str, ...], ...]]]  # (gap before it?, first word -> remaining words)


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    type: str
    noun: bool
    roles: str
    whom: bool  # only where a person is named behind it
    segments: tuple[Segment, ...]  # after the second


Second = dict[str, list[tuple[str, tuple[tuple[str, ...], ...], Pattern]]]


class Start(NamedTuple):
    """All cues that begin with one word."""

    single: tuple[Form, ...]  # of this word alone
    plain: dict[str, tuple[Form, ...]]  # of one segment, by their second word
    # of several: (rest of the first segment, gap?, first word of the second -> (tags, what may remain of it, pattern))
    chained: tuple[tuple[tuple[str, ...], bool, Second], ...]
    tags: frozenset[str]  # of all of them


class _Cue:
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
            (sign == "..", _by_first_word(_inflected(_alternatives(piece, self._sets, whole=True), self._language)))
            for sign, piece in zip(signs, pieces, strict=True)
        )
        group = self._group
        pattern = Pattern(group["type"], self.noun, group.get("roles", ""), group.get("whom", False), later[1:])
        return pattern, later[0] if later else None


Begun = dict[str, list[tuple[int, tuple[str, ...], _Cue]]]  # first word, as listed -> (place, the words after it, cue)


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


Listed = tuple[str, tuple[str, ...], _Cue]  # as Form: tags, the remaining words of the first alternative; and the cue


class Hit(NamedTuple):
    """A cue found in a sentence; token positions, `last` included."""

    first: int
    last: int
    head: int  # last token of the first segment: where the verb ends
    tags: str
    weight: int
    pattern: Pattern


class Lexicon(NamedTuple):
    language: str
    starts: Starts
    grammar: dict[str, frozenset[str]]
    verb_forms: dict[str, tuple[str, str]]  # English: form -> (base, tags)
    phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]]  # grammar lists with several words: first -> rests


def load(name: str) -> dict:
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomli.load(file)


@cache
@uncollected()
def lexicon(language: str) -> Lexicon:
    """The compiled cues of a language; whatever is not Vietnamese is read as English."""
    language = "vi" if language == "vi" else "en"
    acts, grammar = load(f"acts_{language}"), load(f"grammar_{language}")
    shapes = _shapes(language)
    grammar.pop("irregular", None)
    words = {key: frozenset(map(fold, value)) for key, value in grammar.items()}
    sets = {name: list(map(fold, values)) for name, values in acts.get("sets", {}).items()}
    verbs: Begun = {}
    nouns: Begun = {}
    at = 0
    for group in acts["act"]:
        for noun, begun, source in ((False, verbs, group.get("verbs")), (True, nouns, group.get("nouns"))):
            for written in fold("\n".join(source)).split("\n") if source else ():
                cue = _Cue(written, noun, group, sets, language)
                for alternative in cue.firsts:
                    first, *rest = alternative.split()
                    begun.setdefault(first, []).append((at, tuple(rest), cue))
                    at += 1
    starts = Starts(verbs, nouns, shapes, plural) if language == "en" else Starts(verbs, nouns, _uninflected, None)
    verb_forms: dict[str, tuple[str, str]] = {}
    for listed in ("carries", "plans", "refuses", "reports", "light", "be", "have"):
        if language == "en":
            for base in words.get(listed, ()):
                for shape, tags in shapes(base):
                    verb_forms.setdefault(shape, (base, tags))
    phrases = {key: _by_first_word(value) for key, value in words.items()}
    return Lexicon(language, starts, words, verb_forms, phrases)


def _by_first_word(values: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
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
            table.setdefault(first, []).append((tags, rests, pattern))
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


@cache
def _shapes(language: str) -> Callable[[str], Shapes]:
    """What gives the inflected shapes of a verb; "irregular" lists base, past, participle and more of both."""
    irregular = load(f"grammar_{language}").get("irregular", ())
    forms = {base: tuple(shapes) for base, *shapes in map(str.split, irregular)}
    return cache(lambda base: verb_shapes(base, forms))


def _uninflected(word: str) -> Shapes:
    return [(word, "V")]


@cache
def plural(word: str) -> str:
    """The plural of an English noun, which is also the third person of a verb."""
    if _ends_behind_consonant(word, "y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_TAKES_ES) or _ends_behind_consonant(word, "o") else "s")


def _ends_behind_consonant(word: str, letter: str) -> bool:
    return word.endswith(letter) and len(word) > 1 and word[-2] not in _VOWELS


def verb_shapes(base: str, irregular: dict[str, tuple[str, ...]]) -> Shapes:
    """The inflected shapes of an English verb with their tags."""
    if not base.isascii() or base in {"could", "would", "will", "may", "no"}:
        return [(base, "b")]
    if base == "be":
        return [("be", "b"), ("is", "s"), ("are", "s"), ("was", "d"), ("were", "d"), ("been", "n"), ("being", "g")]
    doubling = base[-1] if base[-2:-1] in _VOWELS and _DOUBLES.fullmatch(base) else ""
    regular = base + ("d" if base.endswith("e") else f"{doubling}ed")
    if _ends_behind_consonant(base, "y"):
        regular = base[:-1] + "ied"
    past, participle, *further = irregular.get(base, (regular, regular))
    doubled = past[:-2] if past.endswith("ed") and len(past) > len(base) + 2 and not base.endswith("e") else None
    if doubling and not doubled:
        doubled = base + doubling  # "cut", "hit"
    stem = doubled or (base[:-1] if base.endswith("e") and base[-2:-1] not in _LIKE_E else base)
    if base in {"begin", "withdraw", "overrun"}:
        stem = {"begin": "beginn", "overrun": "overrunn"}.get(base, base)
    if base.endswith("y"):
        stem = base
    shapes = {base: "b", "has" if base == "have" else plural(base): "s", stem + "ing": "g"}
    if past == participle:
        shapes[past] = shapes.get(past, "") + "dn"
    else:
        shapes[past] = shapes.get(past, "") + "d"
        shapes[participle] = shapes.get(participle, "") + "n"
    for shape in further:
        shapes[shape] = "dn"
    if past.endswith("lled"):  # American spelling beside the British one
        shapes[past[:-3] + "ed"] = shapes.pop(past) if base.endswith("l") and past[:-3] + "ed" == base + "ed" else "dn"
        shapes.setdefault(past, "dn")
        shapes[base + "ing"] = "g"
    return list(shapes.items())


def shapes_of_verbs() -> Callable[[str], list[str]]:
    """What gives the inflected shapes of an English verb."""
    shapes = _shapes("en")
    return lambda base: [shape for shape, _ in shapes(base)]


def find(words: Sequence[str], breaks: Sequence[object], lexicon: Lexicon) -> list[Hit]:
    """All cues in a sentence: for each start the most specific as a verb and as a noun.

    `words` are folded tokens, `breaks[i]` is true where a comma or something stronger stands before token i.
    """
    hits: list[Hit] = []
    starts, reach, count = lexicon.starts, GAP[lexicon.language], len(words)
    known = starts.words
    for first in [at for at, word in enumerate(words) if word in known]:
        entry = starts[words[first]]
        best: dict[bool, Hit] = {}
        following = words[first + 1] if first + 1 < count else ""
        for tags, _, pattern in entry.single:
            _keep(best, Hit(first, first, first, tags, 1, pattern))
        for tags, rest, pattern in entry.plain.get(following, ()):
            head = first + len(rest)
            if tuple(words[first + 1 : head + 1]) == rest:
                _keep(best, Hit(first, head, head, tags, len(rest) + 1, pattern))
        for rest, gap, table in entry.chained:
            head = first + len(rest)
            if rest and (rest[0] != following or tuple(words[first + 1 : head + 1]) != rest):
                continue
            for at in range(head + 1, min(count, head + 2 + (reach if gap else 0))):
                if breaks[at]:
                    break
                for tags, rests, pattern in table.get(words[at], ()):
                    for more in rests:
                        end = at + len(more)
                        if more and tuple(words[at + 1 : end + 1]) != more:
                            continue
                        last, size = _follow(words, breaks, end, pattern.segments, reach)
                        if last >= 0:
                            weight = len(rest) + len(more) + 3 + size
                            _keep(best, Hit(first, last, head, tags, weight, pattern))
        hits.extend(best.values())
    return hits


def _keep(best: dict[bool, Hit], hit: Hit) -> None:
    """Keeps the heaviest hit; one pattern found in two inflections is one hit that may be either."""
    known = best.get(hit.pattern.noun)
    if known is None or hit.weight > known.weight:
        best[hit.pattern.noun] = hit
    elif hit.weight == known.weight and known.pattern is hit.pattern and hit.tags not in known.tags:
        best[hit.pattern.noun] = known._replace(tags=known.tags + hit.tags)


def _follow(
    words: Sequence[str], breaks: Sequence[object], at: int, segments: tuple[Segment, ...], reach: int
) -> tuple[int, int]:
    """Where the segments after the second end, and how much they weigh; (-1, 0) where they are not there."""
    weight = 0
    for gap, alternatives in segments:
        for next_at in range(at + 1, min(len(words), at + 2 + (reach if gap else 0))):
            if breaks[next_at]:
                return -1, 0
            rests = alternatives.get(words[next_at])
            if rests is None:
                continue
            found = next((r for r in rests if tuple(words[next_at + 1 : next_at + 1 + len(r)]) == r), None)
            if found is not None:
                at, weight = next_at + len(found), weight + len(found) + 2
                break
        else:
            return -1, 0
    return at, weight
