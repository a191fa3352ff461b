"""How English verbs and nouns are inflected: by rule, and by the irregular shapes a caller lists."""

from __future__ import annotations

from functools import cache

from events.extraction.patterns import regex

Shapes = list[tuple[str, str]]  # each with its tags: b base, s third person, d past, n participle, g -ing

_MODAL = frozenset(("could", "would", "will", "may", "no"))  # never inflected
_BE: Shapes = [("be", "b"), ("is", "s"), ("are", "s"), ("was", "d"), ("were", "d"), ("been", "n"), ("being", "g")]
_VOWELS = frozenset("aeiou")
_TAKES_ES = ("s", "x", "z", "ch", "sh")
_DOUBLES = regex(r"(?:[^aeiou]*|.*qu)[aeiou][bdgmnprt]|.*[^aeiou][aeiou]l")  # "gun", "quit", "travel"
_LIKE_E = frozenset("eoy")  # before an "e" at the end, which then stays: "agreeing", "dyeing"
_STEMS = {"begin": "beginn", "overrun": "overrunn"}  # stressed on their last syllable


@cache
def plural(word: str) -> str:
    """The plural of an English noun, which is also the third person of a verb."""
    if _ends_behind_consonant(word, "y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_TAKES_ES) or _ends_behind_consonant(word, "o") else "s")


def verb_shapes(base: str, irregular: dict[str, tuple[str, ...]]) -> Shapes:
    """The inflected shapes of an English verb with their tags.

    `irregular` gives the past, the participle and any further shapes of both, by the base.
    """
    if not base.isascii() or base in _MODAL:
        return [(base, "b")]
    if base == "be":
        return _BE
    doubled = base[-1] if base[-2:-1] in _VOWELS and _DOUBLES.fullmatch(base) else ""
    regular = _regular_past(base, doubled)
    past, participle, *further = irregular.get(base, (regular, regular))
    shapes = {base: "b", "has" if base == "have" else plural(base): "s", _stem(base, past, doubled) + "ing": "g"}
    for shape, tag in ((past, "d"), (participle, "n")):
        shapes[shape] = shapes.get(shape, "") + tag
    shapes |= dict.fromkeys(further, "dn")
    if past == base + "led":  # the American spelling beside the British one
        shapes |= {base + "ed": "dn", base + "ing": "g"}
    return list(shapes.items())


def _regular_past(base: str, doubled: str) -> str:
    if _ends_behind_consonant(base, "y"):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else f"{doubled}ed")


def _stem(base: str, past: str, doubled: str) -> str:
    """What stands before "-ing"."""
    if base in _STEMS:
        return _STEMS[base]
    if base.endswith("y"):
        return base
    if base.endswith("e"):
        return base if base[-2:-1] in _LIKE_E else base[:-1]
    if past.endswith("ed") and len(past) > len(base) + 2:
        return past[:-2]  # "travell"
    return base + doubled


def _ends_behind_consonant(word: str, letter: str) -> bool:
    return word.endswith(letter) and len(word) > 1 and word[-2] not in _VOWELS
