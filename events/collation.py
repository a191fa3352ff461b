"""Names in the order of a language's own alphabet; the database knows only that of code points."""

from __future__ import annotations

import unicodedata

from django.utils.translation import get_language

from events.models.named import fold

# Seven letters of Vietnamese are letters of their own, not A, D, E, O or U with a mark. Tones only decide between words
# of the same letters.
VIETNAMESE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_PLACES = {letter: place for place, letter in enumerate(VIETNAMESE)}


def alphabetical(name: str) -> tuple:
    """A key for sorting names in the language of the page."""
    return vietnamese(name) if (get_language() or "").startswith("vi") else (fold(name), name)


def vietnamese(name: str) -> tuple:
    """Letters first, then tones, then the name itself."""
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", name.lower()):
        bare = unicodedata.normalize("NFD", character)
        tone = next((TONES.index(mark) + 1 for mark in bare if mark in TONES), 0)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in bare if mark not in TONES))
        if letter not in _PLACES:
            letter = fold(letter)[:1]
        letters.append(_PLACES.get(letter, -1))
        tones.append(tone)
    return (letters, tones, name)
