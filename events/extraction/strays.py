"""Lines of events that are none of theirs, told when the page is cut: it is known then which line stands where.

Told before, the same line would be missed where layouts look for their signs, and a page near the border between two
layouts would be cut in another way. What is told here leaves all other lines with their events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from events.extraction import houses, publication, sentences
from events.extraction.layouts.headline import whole_credit
from events.extraction.layouts.strangers import breaks_off
from events.extraction.layouts.summing import is_a_row_of_headlines
from events.extraction.line_traits import Seen
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST_ITEMS = 3  # of a page that may be summed up
_LONGEST_CAPTION = 350  # characters
_QUOTES = "“\"'‘«"
_DATED_VI = regex(  # as only pictures are: "… ở Obock, ngày 14/3/2023."
    r", (?:ngày|hôm) \d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\.?$"
)
_PERIOD = regex(  # "Tuần qua, …", "TCCSĐT - Trong tuần qua (3/4 – 9/4), bên cạnh …"
    r"(?:[^\W\d_]{2,12}\s[-–]\s)?(?:trong\s)?(?:tuần|tháng|24 giờ|24h|7 ngày|năm)(?: lễ)? (?:qua|vừa qua)\b"
)
_IN_THE_MEDIA = regex(  # "A summit and a storm featured in the media this week."
    r"\b(?:featur\w+|dominat\w+|ma[dk]e|making|grabbed|hit|among|in|lead\w*|topp\w+)\b.{0,30}\b(?:media|headlines|news)\b"
    r".{0,20}\b(?:this|the past|last) (?:week|month|fortnight)\b"
)
_LEAST_ALIKE, _SHARE_ALIKE, _MOST_LINES = 4, 0.8, 2  # items of a page; of them with as many lines; so many lines
_LEAST_ENTRIES = 3  # headlines of a table of contents
_WORD, _LEAST_SHARED = regex(r"[^\W\d_]{4,}"), 2  # words that tell two headlines to be of the same
_LED = regex(r"[A-Z][A-Z’' -]{5,50}: [A-Z]")  # "BRIDGE OR DAM: Voters in Addu said that …", below a headline
_LEAST_LED = 60


def among(text: str, lines: Sequence[Seen], layout: str) -> Iterator[tuple[int, Reason]]:
    """The places of such lines, and why each is set aside."""
    for at in houses.places([line.text for line in lines]):
        item = lines[at].item
        goes_on = at + 1 < len(lines) and lines[at + 1].item == item
        if item is not None and not (goes_on and lines[at].verdict == "I"):  # amid a text it tells of another house
            yield at, Reason.WIDGET
    if layout == "story":
        yield from _in_a_story(lines)
    elif len({line.item for line in lines if line.item is not None}) >= _LEAST_ITEMS:
        for at, line in enumerate(lines):
            if line.item == 0 and _sums_up(line.text):
                yield at, Reason.SUMMARY
        items: dict[int, list[int]] = {}
        for at, line in enumerate(lines):
            if line.item is not None:
                items.setdefault(line.item, []).append(at)
        for at in _contents(lines, [*items.values()]):
            yield at, Reason.SUMMARY
        for at in _behind_the_last(text, lines, [*items.values()]):
            yield at, Reason.OTHER


def _in_a_story(lines: Sequence[Seen]) -> Iterator[tuple[int, Reason]]:
    inside = [at for at, line in enumerate(lines) if line.item is not None]
    for at in inside[1:]:
        text = lines[at].text
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        if lines[at].item == 0 and is_a_row_of_headlines(text):
            yield at, Reason.SUMMARY
        elif text[0] not in _QUOTES and breaks_off(text, "en" if text.isascii() else "vi"):
            yield at, Reason.TEASER  # of another article: this one is told to its end
        elif len(text) <= _LONGEST_CAPTION and (below == "|" or (text[-3:-1].isdigit() and _DATED_VI.search(text))):
            yield at, Reason.CAPTION
        elif at == inside[1] and len(text) >= _LEAST_LED and _LED.match(text) and not sentences.ends_like_one(text):
            yield at, Reason.SUMMARY


def _contents(lines: Sequence[Seen], items: Sequence[Sequence[int]]) -> Iterator[int]:
    """Headlines without texts above items that have both and tell of the same in other words."""
    bare = [len(places) == 1 and not sentences.ends_like_one(lines[places[0]].text) for places in items]
    count = bare.index(False) if False in bare else 0
    if count < _LEAST_ENTRIES or any(bare[count:]):
        return
    first = [places[0] for places in items]
    heads = [set(_WORD.findall(lines[at].text.casefold())) for at in first]
    told = [any(len(one & other) >= _LEAST_SHARED for other in heads[count:]) for one in heads[:count]]
    if 2 * sum(told) >= count:
        yield from first[:count]


def _behind_the_last(text: str, lines: Sequence[Seen], items: Sequence[Sequence[int]]) -> Iterator[int]:
    """What goes on behind a gap below the last item, where the items above it have a line or two each."""
    counts = Counter(len(places) for places in items[:-1])
    usual, times = counts.most_common(1)[0]
    if len(items) < _LEAST_ALIKE or usual > _MOST_LINES or times < _SHARE_ALIKE * (len(items) - 1):
        return
    breaks = [text.count("\n", above.end, below.start) for above, below in pairwise(lines)]
    least = max(1, min(breaks))  # a page with blank lines everywhere says nothing by them
    gap = False
    for before, at in pairwise(items[-1][usual - 1 :]):
        gap = gap or at - before > 1 or breaks[before] > least
        if gap and not whole_credit(lines[at].text):
            yield at


def _sums_up(text: str) -> bool:
    """Whether the first item of several only says what they tell of, or what else was told in these days."""
    if not sentences.ends_like_one(text):
        return False
    low = text.lower()
    return (
        publication.sums_up(text)
        or is_a_row_of_headlines(text)
        or _PERIOD.match(low) is not None
        or _IN_THE_MEDIA.search(low) is not None
    )
