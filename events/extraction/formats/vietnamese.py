"""Vietnamese text from before Unicode: TCVN3 (ABC), VNI, Windows-1258, told apart by the words each reading gives."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from events.extraction import data
from events.extraction.patterns import regex

_SAMPLE = 20_000  # bytes looked at
_LEAST_SHARE = 0.06  # of all words, the small Vietnamese ones; running text has about 0.2
_AHEAD = 2.0  # times as many of them as the next best reading gives
_WORD = regex(r"[^\W\d_]+")


def guess(raw: bytes) -> str | None:
    """The encoding in which the bytes read as Vietnamese; None where none does, or two do alike."""
    shares = {encoding: _share(decode(raw[:_SAMPLE], encoding)) for encoding in ("tcvn3", "vni", "cp1258")}
    best, second, *_ = sorted(shares, key=shares.__getitem__, reverse=True)
    return best if shares[best] >= _LEAST_SHARE and shares[best] >= _AHEAD * shares[second] else None


def decode(raw: bytes, encoding: str) -> str:
    """The text in one of the three encodings; unreadable bytes become U+FFFD."""
    if encoding == "cp1258":
        return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))
    if encoding == "tcvn3":
        return raw.decode("latin-1").translate(_tcvn3())
    pattern, letters = _vni()
    return pattern.sub(lambda found: letters[found[0]], raw.decode("latin-1").translate(_windows()))


def _share(text: str) -> float:
    """How many of the words are small Vietnamese ones with marks."""
    words = _WORD.findall(text.lower())
    small = {word for word in data.small_words()["vi"] if not word.isascii()}
    return sum(word in small for word in words) / len(words) if words else 0.0


@cache
def _windows() -> dict[int, str]:
    """Windows-1252's letters and signs where it differs from ISO 8859-1."""
    return {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0)}


@cache
def _tcvn3() -> dict[int, str]:
    table = data.load("old_encodings")["tcvn3"]
    pairs = zip(table["bytes"].split(), table["letters"].split(), strict=True)
    return {**_windows(), **{int(byte, 16): letter for byte, letter in pairs}}


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    table = data.load("old_encodings")["vni"]
    letters: dict[str, str] = {}
    for printed, letter in zip(table["printed"].split(), table["letters"].split(), strict=True):
        letters |= {printed: letter, printed.upper(): letter.upper()}
        letters |= {printed[0].upper() + printed[1:]: letter.upper()} if len(printed) > 1 else {}
    longest_first = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), letters
