"""Words of a text with their places, and runs of capitalised words, for the room that finds people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import gazetteer

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ud)-[A-ZÀ-Þ]")
_PARTICLES = gazetteer.word_set("particles")
_ABBREVIATED = gazetteer.word_set("abbreviated")
LONGEST_RUN = 8
BROKEN_LINE = 55  # characters; a shorter line ended because its writer ended it


class Token(NamedTuple):
    """One word: its place, its text without a possessive 's, and the hit that covers it, if any."""

    start: int
    end: int
    text: str
    capital: bool
    hit: int  # index into the hits; -1 where none covers the word

    @property
    def lower(self) -> str:
        return self.text.lower()


def tokens(text: str, covered: Sequence[tuple[int, int]]) -> list[Token]:
    """The words of `text`; `covered` are the hits' places in order, marked on the words inside them."""
    spans = [word.span() for word in _WORD.finditer(text)]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    texts = [text[start:end] for start, end in spans]
    capitals = [text[start].isupper() for start in starts]
    for at, printed in enumerate(texts):
        if "'" in printed and printed.endswith(("'s", "'S")):
            texts[at], ends[at] = printed[:-2], ends[at] - 2
        if "-" in printed and not capitals[at]:
            capitals[at] = _ARABIC.match(printed) is not None
    hits = [-1] * len(spans)
    for index, (start, end) in enumerate(covered):
        at = bisect_left(starts, start)
        if at and ends[at - 1] > start:
            at -= 1
        while at < len(hits) and starts[at] < end:
            if hits[at] < 0:
                hits[at] = index
            at += 1
    return list(map(Token, starts, ends, texts, capitals, hits))


def continues(text: str, left: Token, right: Token) -> bool:
    """Whether two words may be of one name by what stands between: a space, or the full stop of an initial."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if gap == "\n":  # a line broken by width, not a new paragraph or item
        return text.rfind("\n", max(0, left.end - BROKEN_LINE), left.end) < 0 and left.end > BROKEN_LINE
    if gap in (". ", "."):
        return len(left.text) == 1 or (gap == ". " and left.text in _ABBREVIATED)
    return False


def runs(text: str, words: Sequence[Token], breaks: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words as index ranges [first, last), particles inside them; `breaks` are words left out."""
    index = 0
    total = len(words)
    while index < total:
        if not words[index].capital or index in breaks:
            index += 1
            continue
        stop = index + 1
        while stop < total and stop - index < LONGEST_RUN and continues(text, words[stop - 1], words[stop]):
            if words[stop].capital and stop not in breaks:
                stop += 1
                continue
            after = _after_particles(text, words, stop, breaks)
            if after is None:
                break
            stop = after
        yield index, stop
        index = stop


def _after_particles(text: str, words: Sequence[Token], index: int, breaks: set[int]) -> int | None:
    """Where a run goes on after one to three particles ("de la", "bin"); None where it ends before them."""
    for stop in range(index + 1, min(index + 4, len(words))):
        if words[stop - 1].text not in _PARTICLES or not continues(text, words[stop - 1], words[stop]):
            return None
        if words[stop].capital and stop not in breaks:
            return stop + 1
    return None


_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:uyê|uya|uyu|iêu|yêu|oai|oay|uôi|ươi|ươu|uây|oeo|oao|uê|uy|uơ|uâ|oa|oă|oe|iê|yê|ia|ya|uô|ua|ươ|ưa|ai|ao|au|ay"
    r"|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?$"
)
_TONES = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


def is_vietnamese_syllable(word: str) -> bool:
    """Whether the word could be a Vietnamese syllable: "Lan", "Nguyễn", "Kim", but not "Biden" or "Scholz"."""
    return _SYLLABLE.match(word.lower().translate(_TONES)) is not None
