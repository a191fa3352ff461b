"""What a page prints again and again: lines, and last sentences of its paragraphs, that say the same or ask the same.

"Read it all." under each item, "Read local at the Sun." behind each: nobody has to know such words beforehand, for the
page itself shows by their number that no item tells them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from events.extraction import agencies, regions, sentences
from events.extraction.line_cues import bare_words
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST = 3  # times it stands there
_LONGEST, _SHORTEST = 70, 6  # characters of it
_LEAST_TEXT = 60  # characters of the paragraph in front
_ASKS = frozenset(  # its first word, where what follows differs: "Read local at the Sun.", "Discuss its role in trade."
    ("read", "see", "watch", "listen", "click", "view", "hear", "visit", "learn", "find", "discuss", "examine",
     "analyse", "analyze", "explain", "compare", "share", "follow", "xem", "đọc", "nghe", "bấm")
)  # fmt: skip
_SEAM = regex(r"(?<=\w)[.!?…][”\"’)\]]{0,2}\s*(?=[\"“(\[]?[A-ZĐÀ-Ỹ])")
_DAY = regex(r"\b(?:19|20)\d\d\b|\d[/:-]\d")
_SAYS = regex(r"(?i)\b(?:said|says|told|was|were|has|have|had|cho biết|nói|đã|sẽ)\b|[\"“”]")


def parted(lines: list[Line]) -> list[Line]:
    """The lines; a refrain behind their texts stands on lines of its own, and is set aside."""
    behind = {id(line): at for line in lines if len(line.text) > _LEAST_TEXT and (at := _last(line.text))}
    if len(behind) < _LEAST:
        return lines
    told = {id(line): line.text[behind[id(line)] :] for line in lines if id(line) in behind}
    same = Counter(map(bare_words, told.values()))
    asked = Counter(_first_word(words) for words in told.values() if _asks(words))
    cut = {
        key: behind[key]
        for key, words in told.items()
        if same[bare_words(words)] >= _LEAST or (_asks(words) and asked[_first_word(words)] >= _LEAST)
    }
    return [piece for line in lines for piece in (_without(line, cut[id(line)]) if id(line) in cut else [line])]


def silence(lines: Sequence[Line]) -> None:
    """Sets aside sentences that stand on lines of their own again and again: "Read it all."."""
    ended = [
        line
        for line in lines
        if line.reason is None and _SHORTEST <= len(line.text) <= _LONGEST and sentences.ends_like_one(line.text)
    ]
    if len(ended) < _LEAST:
        return
    times = Counter(bare_words(line.text) for line in ended)
    for line in ended:
        if times[bare_words(line.text)] >= _LEAST and not agencies.is_credit(line.text.strip(" .()[]")):
            line.reason = Reason.WIDGET


def _last(text: str) -> int:
    """Where the last sentence of several begins, if it is short and no credit; 0 where none does."""
    begin = len(text) - _LONGEST - 3
    found = [stop.end() for stop in _SEAM.finditer(text, max(_LEAST_TEXT // 2, begin))]
    at = found[-1] if found else 0
    if not at or len(text) - at < _SHORTEST or _SAYS.search(text, at) or _DAY.search(text, at):
        return 0  # "Read more 25 Sep, 2021" tells the article's day
    if text[at - 1].isspace() and sentences.split(text, max(0, begin - _LONGEST), len(text))[-1].start != at:
        return 0  # "Mr. Lee"
    words = text[at:].strip(" .()[]")
    return 0 if agencies.names_only(words) or regions.read_heading(words) else at


def _first_word(words: str) -> str:
    return words.partition(" ")[0].lower()


def _asks(words: str) -> bool:
    return _first_word(words) in _ASKS and " " in words


def _without(line: Line, at: int) -> list[Line]:
    text, refrain = line.cut(at)
    refrain.reason = Reason.RELATED
    return [text, refrain]
