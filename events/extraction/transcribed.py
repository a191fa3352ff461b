"""Countries and places as older and official Vietnamese papers transcribe them, in spellings that nobody listed.

Papers write what they hear, syllable by syllable, and hardly two alike: "Áp-ga-ni-xtan", "Áp-ga-nít-xtan",
"Cư-rơ-gư-xtan", "Kư-rơ-gư-xtan". What they hear is the same, so that a spelling is known by its sounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from . import gazetteer
from .matcher import Entry, Hit
from .patterns import regex

KIND = "country"
_LEAST_SOUNDS, _LEAST_LOOSE = 5, 8  # letters of what is heard; where one of them may be another
_WORD = regex(r"(?<![\w.-])[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđ]*(?:-[A-ZĐa-zà-ỹđ]+){2,}(?![\w-])")
_KINDS = frozenset(("name", "capital", "city", "area"))
# Letters and pairs that stand for one sound, in this order.
_SOUNDS = (
    ("qu", "cu"), ("gi", "d"), ("gh", "g"), ("ph", "f"), ("kh", "c"), ("th", "t"), ("k", "c"), ("x", "s"), ("z", "d"),
    ("y", "i"), ("w", "u"), ("uoa", "ua"), ("v", "b"),
)  # fmt: skip


def added(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with those of transcribed names that no listed form covers, in order."""
    words = [hit for word in _WORD.finditer(text) if (hit := _read(word))] if text.count("-") > 1 else []
    if not words:
        return list(hits)
    kept, found = list[Hit](), list[Hit]()
    at = 0
    for word in words:
        while at < len(hits) and hits[at].end <= word.start:
            kept.append(hits[at])
            at += 1
        inside = at
        while inside < len(hits) and hits[inside].start >= word.start and hits[inside].end < word.end:
            inside += 1  # "In-đô" in "In-đô-nê-xia"
        if inside == len(hits) or hits[inside].start >= word.end:
            found.append(word)
            at = inside
    return sorted([*kept, *hits[at:], *found], key=lambda hit: hit.start)


def _read(word: re.Match[str]) -> Hit | None:
    entry = _meant(word[0])
    return Hit(word.start(), word.end(), word[0], (entry,), entry) if entry else None


@lru_cache(maxsize=4096)
def _meant(word: str) -> Entry | None:
    """The place that sounds so, or nearly so where it is long enough and only one does."""
    heard = sounds(word)
    if len(heard) < _LEAST_SOUNDS:
        return None
    known = _known()
    if heard in known:
        return known[heard]
    near = {
        known[other]
        for other in _by_first().get(heard[0], ())
        if len(heard) + len(other) >= 2 * _LEAST_LOOSE - 1 and _differ_by_one(heard, other)
    }
    return near.pop() if len(near) == 1 else None


@cache
def _known() -> dict[str, Entry]:
    """What the listed transcriptions sound like; such as sound like two are left out."""
    known: dict[str, Entry | None] = {}
    for text, entry in _listed():
        heard = sounds(text)
        if len(heard) >= _LEAST_SOUNDS:
            other = known.setdefault(heard, entry)
            known[heard] = entry if other and other.values == entry.values else None
    return {heard: entry for heard, entry in known.items() if entry}


def _listed() -> Iterator[tuple[str, Entry]]:
    for form in gazetteer.country_forms("vi"):
        if form.kind in _KINDS and len(form.values) == 1 and _WORD.fullmatch(form.text):
            yield form.text, Entry(KIND, form.kind, form.values)
    for places in gazetteer.further_places("vi"):
        if places.kind in _KINDS:
            for name in places.names:
                if _WORD.fullmatch(name):
                    yield name, Entry(KIND, places.kind, places.values)


@cache
def _by_first() -> dict[str, list[str]]:
    by_first: dict[str, list[str]] = {}
    for heard in _known():
        if len(heard) >= _LEAST_LOOSE - 1:
            by_first.setdefault(heard[0], []).append(heard)
    return by_first


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """A transcription by its sounds: no hyphens, tones or marks, one letter for what is heard alike."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D")).lower()
    heard = "".join(letter for letter in letters if letter.isalpha())
    for printed, sound in _SOUNDS:
        heard = heard.replace(printed, sound)
    return "".join(letter for at, letter in enumerate(heard) if not at or letter != heard[at - 1])


def _differ_by_one(one: str, other: str) -> bool:
    """Whether a letter more, less or another makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]
