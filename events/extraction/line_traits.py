"""What the learned model of lines sees: the shape and words of each line, those around it, and the rules' word on it.

A line here is a line of the text as it was before it was broken to a width, or the part of one that the layouts made a
passage of. The rules' word is a letter:
B for one that opens an event, I for one that goes on with it, H for a heading, O for what is set aside.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from events.extraction import wrapping
from events.extraction.layouts.blocks import NamesIn
from events.extraction.patterns import regex
from events.extraction.records import Layout, Mention, Passage, PassageKind, Reason, Span
from events.extraction.remembered import remembered

Marked = list[tuple[str, set[str]]]  # (mark, what is seen under it)

LABELS = ("B", "I", "O")  # opens an event, goes on with it, belongs to none
_LONGEST_SEEN = 200  # characters of a line whose words are all seen
_TOP = 6  # lines among which the page's headline is
_LONG_WORD = 4  # letters of a word that tells two lines to be about the same
_SIZES = (12, 20, 30, 45, 60, 80, 110, 150, 220, 320, 480)
_COARSE = (20, 40, 80, 140, 250, 450)
_ROOM = (15, 30, 60, 120, 240)  # characters of a line to each name
_SHARES = (0.001, 0.03, 0.08, 0.2, 0.5)

_WORD = regex(r"[^\W_]+(?:['’.,/:&-][^\W_]+)*")
_SIGN = regex(r"(?:[-–—•·+▪►*●■#>→]|\d{1,2}[.)/])\s")
_DIGIT = regex(r"\d")
_STOPS, _CLOSERS = frozenset(".!?…"), '"”’»)]'
_SENTENCE = regex(r"[.!?][\"”’)]?\s+[\"“‘(]?[A-ZÀ-ỸĐ]")
_ADDRESS, _OF_AN_ADDRESS = regex(r"https?://|www\.|\.com|@\w"), ("://", "www.", ".com", "@")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_CLOCK = regex(r"\b\d{1,2}[:h]\d{2}\b")
_DAY = regex(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|hôm qua|hôm nay|ngày \d|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|\d{1,2}[/-]\d{1,2}|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)"
)
_OF_A_DAY = ("day", "hôm", "thứ", "chủ nhật")  # no day without any of these, or a digit
_TOLD = frozenset(  # verbs that news mostly has, and headings hardly
    ("said", "says", "told", "announced", "warned", "killed", "agreed", "met", "called", "signed", "arrested", "has",
     "have", "had", "was", "were", "will", "biết", "tuyên", "thông", "cảnh", "kêu", "cáo", "khẳng", "nói", "đã", "sẽ")
)  # fmt: skip


class Seen(NamedTuple):
    """A line as the rules left it. `verdict`: B, I, O or H; `item`: the number of its event."""

    start: int
    end: int
    text: str
    verdict: str
    reason: Reason | None = None
    item: int | None = None


def lines_of(text: str, layout: Layout) -> list[Seen]:
    """The lines of a document that was cut up, in order; those broken to a width as the one line they were."""
    found: list[Seen] = []
    number = 0
    begins = _begins(text)
    for passage in layout.passages:
        item = None
        if passage.kind is PassageKind.EVENT:
            while number < len(layout.items) - 1 and layout.items[number].end <= passage.start:
                number += 1
            item = number if layout.items else None
        for start, end in _whole(text, passage, begins):
            verdict = "H" if passage.kind is PassageKind.HEADING else "O"
            if item is not None:
                verdict = "B" if start == layout.items[item].start else "I"
            found.append(Seen(start, end, text[start:end].replace("\n", " "), verdict, passage.reason, item))
    return found


@remembered(1)  # the same in each way to cut a page
def _begins(text: str) -> Set[int]:
    """Where the lines of a document begin, those broken to a width as the one line they were."""
    return frozenset([line.start for line in wrapping.lines_of(text)])


def _whole(text: str, passage: Passage, begins: Set[int]) -> Iterator[tuple[int, int]]:
    """The lines of a passage, joined where none begins."""
    start, last = 0, 0
    for begin, end in _printed(text, passage.start, passage.end):
        if last and begin in begins:
            yield start, last
            last = 0
        start, last = start if last else begin, end
    if last:
        yield start, last


def _printed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].split("\n"):
        if bare := line.strip():
            begin = at + line.index(bare)
            yield begin, begin + len(bare)
        at += len(line) + 1


def of_document(lines: Sequence[Seen], layout: str, language: str, names_in: NamesIn) -> Iterator[Marked]:
    """What is seen of each line: traits, its words (w), and what its shape means after the rules' word on it."""
    signs = [signs_of(line.text) for line in lines]
    beside = zip(_by_rules(lines, signs, layout), _named(lines, names_in), shared_words(signs), strict=True)
    for at, (around, names, shared) in enumerate(beside):
        own = signs[at]
        traits = {f"layout={layout}", f"language={language}", *around, *names, *by_place(at, signs), *shared}
        yield [("", traits), (f"{lines[at].verdict}:+", own.traits), ("w:", own.words)]


class Signs:
    """A line's own signs: `traits` of its shape, `words` as they stand, and `shape` in short."""

    def __init__(self, text: str) -> None:
        low = text.lower()
        words = _WORD.findall(text)
        lowered = "\n".join(words).lower().split("\n") if words else []
        size, stops = len(text), text.rstrip(_CLOSERS)[-1:] in _STOPS
        self.long = frozenset(word for word in lowered if len(word) >= _LONG_WORD)
        self.stops, self.size = stops, size
        closing = "s" if stops else "c" if text[-1] == ":" else ")" if text[-1] in ")]" else "n"
        self.coarse = f"{bisect(_COARSE, size)}{closing}"
        self.shape = _opening(text) + self.coarse
        self.words = set(lowered) if size <= _LONGEST_SEEN else set()
        if lowered:
            self.words |= {f"{lowered[0]}_", "_".join(lowered[:2]) + "__", f"_{lowered[-1]}"}
        capitals = sum(map(str.isupper, map(itemgetter(0), words)))
        digits = len(_DIGIT.findall(text)) / size
        traits = {
            f"size={bisect(_SIZES, size)}",
            f"shape={self.shape}",
            f"first={_mark(text[0])}",
            f"last={_mark(text[-1])}",
            f"capitals={5 * capitals // max(1, len(words))}",
            f"digits={bisect(_SHARES, digits)}",
            "short" if size < _COARSE[2] else "long",
        }
        if stops:
            traits.add(f"sentences={min(4, len(_SENTENCE.findall(text)))}")
            traits.add("stop")
        if text.isupper():
            traits.add("shouted")
        if not _TOLD.isdisjoint(lowered):
            traits.add("told")
        if digits:
            for name, form in (("year", _YEAR), ("clock", _CLOCK)):
                if form.search(text):
                    traits.add(name)
        if (digits or any(map(low.__contains__, _OF_A_DAY))) and _DAY.search(low):
            traits.add("day")
        if any(map(low.__contains__, _OF_AN_ADDRESS)) and _ADDRESS.search(low):
            traits.add("address")
        if "|" in text:
            traits.add("pipe")
        if "?" in text:
            traits.add("question")
        if '"' in text or "“" in text:
            traits.add("quote")
        if ":" in text[:40]:
            traits.add("early colon")
        if " - " in text or " – " in text or " — " in text:
            traits.add("dash")
        self.traits = traits


@remembered(1000)  # a page's lines are looked at twice, and those of each way to cut it
def signs_of(text: str) -> Signs:
    return Signs(text)


def _mark(char: str) -> str:
    return "a" if char.isalnum() else "colon" if char == ":" else char


def _opening(text: str) -> str:
    if _SIGN.match(text):
        return "b"
    if text[0] in "\"“'‘«":
        return "q"
    if text[0].isdigit():
        return "d"
    if text[0].islower():
        return "l"
    return "U" if text[:6].isupper() else "u" if text[0].isupper() else "x"


def by_place(at: int, signs: Sequence[Signs]) -> Iterator[str]:
    """Where on the page a line stands, and between what."""
    count = len(signs)
    before = signs[at - 1].coarse if at else "^"
    after = signs[at + 1].coarse if at + 1 < count else "^"
    own = signs[at].coarse
    yield f"before={before}"
    yield f"after={after}"
    yield f"beside={before}{own}"
    yield f"over={own}{after}"
    yield f"sixth={6 * at // count}"
    yield f"from end={min(4, count - 1 - at)}"
    yield f"from top={min(4, at)}"


def _by_rules(lines: Sequence[Seen], signs: Sequence[Signs], layout: str) -> Iterator[set[str]]:
    """What the rules say of each line, of its neighbours, and of the others of its shape."""
    verdicts = "".join(line.verdict for line in lines)
    told = [f"{line.verdict}/{line.reason}" if line.reason else line.verdict for line in lines]
    inside = [at for at, verdict in enumerate(verdicts) if verdict in "BI"]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), -1)
    shapes, kept = Counter(one.shape for one in signs), Counter(signs[at].shape for at in inside)
    aside = [verdict in "OH" for verdict in verdicts]
    above, below = _runs(aside), _runs(aside[::-1])[::-1]
    since = 0
    for at, verdict in enumerate(verdicts):
        since = 0 if verdict == "B" else since + 1
        place = "before" if at < first else "after" if at > last else "within"
        before, after = told[at - 1] if at else "^", told[at + 1] if at + 1 < len(told) else "$"
        near = f"{verdicts[at - 1] if at else '^'}{verdict}{verdicts[at + 1] if at + 1 < len(told) else '^'}"
        shape = signs[at].shape
        others = shapes[shape] - 1
        traits = {
            f"rules={told[at]}",
            f"rules={verdict}",
            f"near={near}",
            f"rules before={before}>{verdict}",
            f"rules after={verdict}>{after}",
            f"{place} items",
            f"{place} items={verdict}",
            f"{layout}={verdict}",
            f"since={min(5, since)}",
            f"{verdict} above={min(4, above[at])}",
            f"{verdict} below={min(4, below[at])}",
            f"alike={bisect((2, 3, 5, 8, 14), others + 1)}",
        }
        if others:
            share = 3 * (kept[shape] - (verdict in "BI")) // others
            traits.update((f"alike kept={share}", f"{verdict} alike kept={share}"))
        yield traits


def _runs(aside: Sequence[bool]) -> list[int]:
    """How many lines right before each are set aside."""
    counts, run = [], 0
    for one in aside:
        counts.append(run)
        run = run + 1 if one else 0
    return counts


def values_of(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset([one.value for one in mentions])


def by_names(lines: Sequence[Seen], named: Sequence[Sequence[Mention]]) -> Iterator[set[str]]:
    """Who is named in each line: how many of a kind, how densely, and whether also beside it and above it already."""
    values = [values_of(mentions) for mentions in named]
    known: set[str] = set()
    for at, (line, mentions, own) in enumerate(zip(lines, named, values, strict=True)):
        traits = {f"{kind} named={min(2, count)}" for kind, count in Counter(one.kind for one in mentions).items()}
        if own:
            traits |= {
                f"named above={bool(at and own & values[at - 1])}",
                f"named below={bool(at + 1 < len(lines) and own & values[at + 1])}",
                f"new names={min(2, len(own - known))}",
                f"room a name={bisect(_ROOM, len(line.text) / len(own))}",
            }
            if any(one.start <= line.start + 2 for one in mentions):
                traits.add("opens with a name")
        else:
            traits.add("nobody named")
        known |= own
        yield traits


def _named(lines: Sequence[Seen], names_in: NamesIn) -> Iterator[set[str]]:
    """Who is named in each line, also together with the rules' word on it."""
    named = [names_in([Span(line.start, line.end)]) for line in lines]
    for line, mentions, traits in zip(lines, named, by_names(lines, named), strict=True):
        marked = {trait for trait in traits if trait.startswith(("named above", "new names"))}
        marked.add(f"names={min(3, len(values_of(mentions)))}")
        yield traits | {f"{line.verdict} {trait}" for trait in marked}


def shared_words(signs: Sequence[Signs]) -> Iterator[list[str]]:
    """How many words each line shares with the headline, with its neighbours, and with the whole page."""
    times = Counter(chain.from_iterable([one.long for one in signs]))
    head = max(range(min(_TOP, len(signs))), key=lambda at: 0 if signs[at].stops else signs[at].size, default=0)
    above = 0
    for at, own in enumerate(signs):
        again = sum(1 for word in own.long if times[word] > 1)
        traits = [f"words again={4 * again // max(1, len(own.long))}"]
        if at != head:
            traits.append(f"words of headline={min(3, len(own.long & signs[head].long))}")
        if at:
            traits.append(f"words above={above}")
        if at + 1 < len(signs):
            above = min(3, len(own.long & signs[at + 1].long))
            traits.append(f"words below={above}")
        yield traits
