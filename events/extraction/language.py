"""Which language a document is in, by its letters and its small words."""

from __future__ import annotations

from events.extraction import data
from events.extraction.patterns import regex

_SAMPLE = 20_000  # characters looked at
_VIETNAMESE_LETTERS = regex("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")  # those no other big language uses
_WORD = regex(r"[^\W\d_]+")
_LEAST_LETTERS = 0.04  # share of all letters; running Vietnamese has about 0.2, English with names under 0.02
_LEAST_SMALL_WORDS = 0.08  # share of all words; running text has about 0.3


def detect(text: str) -> str:
    """`vi`, `en`, or `und` where neither shows clearly."""
    sample = text[:_SAMPLE]
    marked = 0 if sample.isascii() else len(_VIETNAMESE_LETTERS.findall(sample))
    if marked >= _LEAST_LETTERS * len(sample) > 0:  # enough even if all of the sample were letters
        return "vi"
    words = _WORD.findall(sample.lower())
    if not words:
        return "und"
    if marked and marked >= _LEAST_LETTERS * sum(map(len, words)):
        return "vi"
    shares = {
        language: sum(map(small.__contains__, words)) / len(words) for language, small in data.small_words().items()
    }
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _LEAST_SMALL_WORDS else "und"
