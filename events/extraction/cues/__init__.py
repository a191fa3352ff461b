"""Cue lists per language, as readable TOML: loaded once, and found in the words of a sentence.

The notation of the files is explained at their head; compiling.py makes tables of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tomli

from events.extraction.building import uncollected
from events.extraction.cues.compiling import Begun, Cue, Pattern, Segment, Starts, by_first_word
from events.extraction.inflection_en import Shapes, plural, verb_shapes
from events.extraction.patterns import regex

HERE = Path(__file__).parent
GAP = {"en": 6, "vi": 7}  # tokens that ".." may span
NO_STOPS: frozenset[str] = frozenset()

Grammar = dict[str, frozenset[str]]  # small words by what they do in a sentence

# Old and new tone placement of the same syllable: "hoà" and "hòa", "thuý" and "thúy".
_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# A letter first, what stands before it behind: so it is searched for many times faster.
_OLD_TONE = regex(r"[ou](?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?<!q..)(?!\w)")


def fold(text: str) -> str:
    """Lower case, straight apostrophes, new tone placement; the length never changes."""
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):  # "İ" lowers to two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match[0]], lowered.replace("’", "'"))


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
    grammar: Grammar
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
    grammar.pop("irregular", None)
    words = {key: frozenset(map(fold, value)) for key, value in grammar.items()}
    sets = {name: list(map(fold, values)) for name, values in acts.get("sets", {}).items()}
    verbs: Begun = {}
    nouns: Begun = {}
    at = 0
    for group in acts["act"]:
        for noun, begun, source in ((False, verbs, group.get("verbs")), (True, nouns, group.get("nouns"))):
            for written in fold("\n".join(source)).split("\n") if source else ():
                cue = Cue(written, noun, group, sets, language)
                for alternative in cue.firsts:
                    first, *rest = alternative.split()
                    begun.setdefault(first, []).append((at, tuple(rest), cue))
                    at += 1
    phrases = {key: by_first_word(value) for key, value in words.items()}
    if language == "vi":
        return Lexicon(language, Starts(verbs, nouns, _uninflected, None), words, {}, phrases)
    return Lexicon(language, Starts(verbs, nouns, _shapes(), plural), words, _verb_forms(words), phrases)


def _verb_forms(grammar: Grammar) -> dict[str, tuple[str, str]]:
    """The inflected shapes of the English verbs that the grammar lists, each with its base and tags."""
    forms: dict[str, tuple[str, str]] = {}
    for listed in ("carries", "plans", "refuses", "reports", "light", "be", "have", "ending", "planning"):
        for base in grammar.get(listed, ()):
            for shape, tags in _shapes()(base):
                forms.setdefault(shape, (base, tags))
    return forms


@cache
def _shapes() -> Callable[[str], Shapes]:
    """What gives the inflected shapes of an English verb; "irregular" lists base, past, participle and more of both."""
    irregular = load("grammar_en")["irregular"]
    forms = {base: tuple(shapes) for base, *shapes in map(str.split, irregular)}
    return cache(lambda base: verb_shapes(base, forms))


def _uninflected(word: str) -> Shapes:
    return [(word, "V")]


def shapes_of_verbs() -> Callable[[str], list[str]]:
    """What gives the inflected shapes of an English verb."""
    shapes = _shapes()
    return lambda base: [shape for shape, _ in shapes(base)]


def find(
    words: Sequence[str], breaks: Sequence[object], lexicon: Lexicon, parts: Container[int] = frozenset()
) -> list[Hit]:
    """All cues in a sentence: for each start the most specific as a verb and as a noun.

    `words` are folded tokens, `breaks[i]` is true where a comma or something stronger stands before token i. Tokens at
    `parts` belong to longer words: they are no verbs by themselves.
    """
    hits: list[Hit] = []
    starts, reach, count = lexicon.starts, GAP[lexicon.language], len(words)
    stops = lexicon.grammar.get("stops", NO_STOPS)
    light = lexicon.grammar.get("owners", NO_STOPS)
    known = starts.words
    for first in [at for at, word in enumerate(words) if word in known]:
        entry = starts[words[first]]
        best: dict[bool, Hit] = {}
        following = words[first + 1] if first + 1 < count else ""
        is_part = first in parts
        for tags, _, pattern in entry.single:
            if not is_part:
                _keep(best, Hit(first, first, first, tags, 1, pattern))
        for tags, rest, pattern in entry.plain.get(following, ()):
            head = first + len(rest)
            if tuple(words[first + 1 : head + 1]) == rest and not any(breaks[first + 1 : head + 1]):
                _keep(best, Hit(first, head, head, tags, len(rest) + 1, pattern))
        for rest, gap, table in entry.chained:
            head = first + len(rest)
            if is_part and not rest:
                continue
            if rest and (rest[0] != following or tuple(words[first + 1 : head + 1]) != rest):
                continue
            end_of_reach = min(count, head + 2 + (reach if gap else 0))
            if table.keys().isdisjoint(words[head + 1 : end_of_reach]):
                continue
            for at in range(head + 1, end_of_reach):
                if breaks[at]:
                    break
                for tags, rests, pattern in table.get(words[at], ()):
                    for more in rests:
                        end = at + len(more)
                        if more and tuple(words[at + 1 : end + 1]) != more:
                            continue
                        last, size = _follow(words, breaks, end, pattern.segments, reach, stops)
                        if last >= 0:
                            weight = len(rest) + len(more) + 3 + size - (words[at] in light)
                            _keep(best, Hit(first, last, head, tags, weight, pattern))
                if words[at] in stops:
                    break
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
    words: Sequence[str],
    breaks: Sequence[object],
    at: int,
    segments: tuple[Segment, ...],
    reach: int,
    stops: frozenset[str],
) -> tuple[int, int]:
    """Where the segments after the second end, and how much they weigh; (-1, 0) where they are not there."""
    weight = 0
    for gap, alternatives in segments:
        for next_at in range(at + 1, min(len(words), at + 2 + (reach if gap else 0))):
            if breaks[next_at]:
                return -1, 0
            rests = alternatives.get(words[next_at])
            if rests is None:
                if words[next_at] in stops:
                    return -1, 0
                continue
            found = next((r for r in rests if tuple(words[next_at + 1 : next_at + 1 + len(r)]) == r), None)
            if found is not None:
                at, weight = next_at + len(found), weight + len(found) + 2
                break
        else:
            return -1, 0
    return at, weight


def matches(words: list[str], at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens of a listed phrase stand at `at`; 0 if none does."""
    for rest in table.get(words[at], ()):
        if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1
    return 0


def stands_in(words: list[str], table: dict[str, tuple[tuple[str, ...], ...]]) -> bool:
    """Whether any phrase of a list stands among the tokens."""
    return any(word in table and matches(words, at, table) for at, word in enumerate(words))
