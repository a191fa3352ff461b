"""Words of a text with their places, and runs of capitalised words, for the room that finds people."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, MutableSequence, Sequence
from functools import partial
from itertools import accumulate, compress
from operator import itemgetter, not_
from typing import Any, NamedTuple

from . import gazetteer
from .patterns import regex

_WORD = regex(r"([^\W_]+(?:['-][^\W_]+)*)")
_ARABIC = regex(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ud)-[A-ZÀ-Þ]")
_PARTICLES = gazetteer.word_set("particles")
_GLUED = frozenset(("Ch", "Dz", "Kh", "Sh", "Ts", "Zh", "Yu", "Ya"))  # initials of two letters: "Ts.Elbegdorj"
_ABBREVIATED = gazetteer.word_set("abbreviated")
LONGEST_RUN = 8
_LONG, _STRETCH = 100_000, 30_000  # characters
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


_token = partial(tuple.__new__, Token)  # a quarter of the time that Token(...) takes


class _Columns(Sequence[Token]):
    """The words of a long text, each made when asked for: a megabyte's would hold fifty."""

    def __init__(self, *columns: Sequence[Any]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return Token(*(column[at] for column in self._columns))

    def __iter__(self) -> Iterator[Token]:
        return map(_token, zip(*self._columns, strict=True))


class Tokens(NamedTuple):
    """The words of a text, and which of them are of some kind, told while they are all at hand."""

    words: Sequence[Token]
    capitals: Sequence[int]  # the places among the words of those that begin so
    covered: Sequence[int]  # the places of those inside hits
    small: set[str]  # the words that begin with a small letter or a digit


class Printed(NamedTuple):
    """Where the words of a text begin and end, and the words."""

    starts: MutableSequence[int]
    ends: MutableSequence[int]
    texts: list[str]


def printed_words(text: str) -> Printed:
    """The words of a text, parts joined by a hyphen or an apostrophe being one."""
    return Printed(*(_words(text, 0) if len(text) <= _LONG else _words_of_long(text)))


def tokens(text: str, covered: Sequence[tuple[int, int]], printed: Printed) -> Tokens:
    """The words of `text`, from what `printed_words` gave for it, which is used up.

    `covered` are the hits' places in order, marked on the words inside them.
    """
    starts, ends, texts = printed
    capitals = list(map(str.isupper, map(itemgetter(0), texts)))
    for at in [at for at, whole in enumerate(map(str.isalnum, texts)) if not whole]:
        word = texts[at]
        if word.endswith(("'s", "'S")):
            texts[at], ends[at] = word[:-2], ends[at] - 2
        if "-" in word and not capitals[at]:
            capitals[at] = _ARABIC.match(word) is not None
    hits, inside = array("q", [-1]) * len(texts), array("q")
    for index, (start, end) in enumerate(covered):
        at = bisect_left(starts, start)
        if at and ends[at - 1] > start:
            at -= 1
        while at < len(hits) and starts[at] < end:
            if hits[at] < 0:
                hits[at] = index
                inside.append(at)
            at += 1
    columns = starts, ends, texts, capitals, hits
    return Tokens(
        _Columns(*columns) if len(text) > _LONG else list(map(_token, zip(*columns, strict=True))),
        array("q", compress(range(len(texts)), capitals)),
        inside,
        set(compress(texts, map(not_, capitals))),
    )


def _words(text: str, offset: int) -> tuple[MutableSequence[int], MutableSequence[int], list[str]]:
    """Where words begin and end, and the words. `offset` is the text's own place."""
    pieces = _WORD.split(text)  # what stands before a word, the word, and so on: no loop of ours looks at each letter
    places = list(accumulate(map(len, pieces), initial=offset))
    return places[1:-1:2], places[2::2], pieces[1::2]


def _words_of_long(text: str) -> tuple[MutableSequence[int], MutableSequence[int], list[str]]:
    """The same of a text of any length, stretch by stretch, so that little is held beside what is kept."""
    starts, ends, texts = array("q"), array("q"), list[str]()
    known: dict[str, str] = {}  # a long text says the same words over and over
    at = 0
    while at < len(text):
        stop = text.find(" ", at + _STRETCH)
        stop = stop if stop >= 0 else len(text)
        some = _words(text[at:stop], at)
        starts.extend(some[0])
        ends.extend(some[1])
        texts += [known.setdefault(word, word) for word in some[2]]
        at = stop
    return starts, ends, texts


def continues(text: str, left: Token, right: Token) -> bool:
    """Whether two words may be of one name by what stands between: a space, or the full stop of an initial."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if gap == "\n":  # a line broken by width, not a new paragraph or item
        return text.rfind("\n", max(0, left.end - BROKEN_LINE), left.end) < 0 and left.end > BROKEN_LINE
    if gap in (". ", "."):
        return (
            len(left.text) == 1 or (gap == ". " and left.text in _ABBREVIATED) or (gap == "." and left.text in _GLUED)
        )
    return False


def runs(text: str, words: Sequence[Token], capitals: Sequence[int], breaks: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words as index ranges [first, last), particles inside them; `breaks` are words left out.

    `capitals` are the places of all capitalised words.
    """
    total, stop = len(words), 0
    for index in capitals:
        if index < stop or index in breaks:
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


def _after_particles(text: str, words: Sequence[Token], index: int, breaks: set[int]) -> int | None:
    """Where a run goes on after one to three particles ("de la", "bin"); None where it ends before them."""
    for stop in range(index + 1, min(index + 4, len(words))):
        if words[stop - 1].text not in _PARTICLES or not continues(text, words[stop - 1], words[stop]):
            return None
        if words[stop].capital and stop not in breaks:
            return stop + 1
    return None


_SYLLABLE = regex(
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
