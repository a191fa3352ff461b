"""The days that a page gives its items: of the headings they stand under, stamped at each item, or told below."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter, itemgetter

from . import data, dates, sentences
from .patterns import regex
from .records import Item, Layout, Passage, PassageKind, Reason, ResolvedDate, Span
from .stamps import printed

_LONGEST = 48  # characters of a heading that is only a day: "September 30, 2024 (2024-09-30) (Wednesday)"
_LEAST = 2  # such headings, or items with stamps
_SHARE = 0.5  # of the items that have their stamps in one place
_LONGEST_HEAD = 2000  # characters above the first item
_LEAST_HOURS = 4  # items of a live page
_ONLY_A_HEADLINE = 200  # characters of a story's main event that holds none of its text
_LEAST_TEXT = 80  # characters of a paragraph
_FIRST_TEXTS = 2  # paragraphs: the first may be the page's own
_SAYS_THE_SAME = (Reason.SUMMARY, Reason.DUPLICATE, Reason.BACKGROUND)
_YEAR = regex(r"[^\n]*\b(?:19|20)\d\d\b")
_HOUR = regex(  # "16:40", "1640 GMT", "4 p.m."
    r"\W{0,6}(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.,]\d|%)"
    r"|(?:[01]\d|2[0-3])[0-5]\d ?(?:GMT|UTC|hrs?|hours|local time|[A-Z]{2,3}T)\b|(?:1[0-2]|[1-9]) ?[ap]\.?m\b)"
)

Days = list[ResolvedDate | None]


def days_of_items(
    text: str,
    layout: Layout,
    language: str,
    reference: datetime.date | None,
    published: datetime.date | None = None,
) -> tuple[Days, bool]:
    """The day of each item of the layout, in its order, None where the page gives it none; and whether they are told.

    Told is the day of a heading, that of a ticker's stamps, which are all of one day, and the day on which a page was
    published whose items have their hours. Stamps of several days are those of publication: "today" in an item means
    its stamp's day, but an item that names none has none. So does "today" the day in the head of a page that does not
    tell when it was published.
    """
    asides = [
        passage
        for passage in layout.passages
        if passage.kind is not PassageKind.EVENT and passage.end - passage.start <= _LONGEST
    ]
    stamped = _stamped(text, layout.items, asides, language, reference)
    if stamped:
        return stamped, len({day.date for day in stamped if day}) == 1
    headings = [
        (passage.start, day)
        for passage in asides
        if (day := dates.day_alone(text, Span(passage.start, passage.end), language, reference))
    ]
    under = _under_headings(layout.items, headings)
    if any(within := _within_items(text, layout.items, headings)):
        under = [within[0] or under[0], *within[1:]]
    if any(under):
        return under, True
    if published and layout.items and _lists_a_days_events(text[: layout.items[0].start]):
        return [ResolvedDate(published, rule="reference-date")] * len(under), True
    head = [day for start, day in headings if layout.items and start < layout.items[0].start]
    day = ResolvedDate(published, rule="reference-date") if published else head[-1] if head else None
    if day is None:
        return under, True
    has_hours = _have_hours(text, layout.items, asides)
    return ([day] * len(under), has_hours) if has_hours or not published else (under, True)


def _lists_a_days_events(head: str) -> bool:
    """Whether what stands above the items says that they all happened on the page's day: "Current events"."""
    low = head[-_LONGEST_HEAD:].lower()
    return any(cue in low for cue in data.load("publication")["events_of_a_day"])


def day_outside_main_event(
    text: str, layout: Layout, language: str, reference: datetime.date | None
) -> ResolvedDate | None:
    """The day that a story tells outside of what is kept of its main event.

    That is in the first text below the headline, where the page prints other things between the two, or in what is set
    aside within the main event: its summary, or a paragraph that says the same once more.
    """
    main = layout.items[0]
    is_only_a_headline = sum(span.end - span.start for span in (main.title, *main.body) if span) <= _ONLY_A_HEADLINE
    texts = (
        Span(passage.start, passage.end)
        for passage in layout.passages[bisect_left(layout.passages, main.start, key=attrgetter("start")) :]
        if passage.end - passage.start >= _LEAST_TEXT
        and (_is_below(passage, main) if is_only_a_headline else passage.reason in _SAYS_THE_SAME)
        and (is_only_a_headline or passage.start < main.end)
        and sentences.ends_like_one(text[passage.start : passage.end])
    )
    days = (dates.event_date(text, None, [span], language, reference) for span in islice(texts, _FIRST_TEXTS))
    return next(
        (day for day in days if day and (reference is None or day.date <= reference)), None
    )  # captions: "meets"


def _is_below(passage: Passage, main: Item) -> bool:
    """Whether a passage may be the first text below a main event that is only a headline."""
    is_text = passage.kind is PassageKind.EVENT or passage.reason is Reason.BACKGROUND
    return is_text and passage.start >= main.end


def _have_hours(text: str, items: Sequence[Item], asides: Sequence[Passage]) -> bool:
    """Whether most items begin with the hour at which they were told, as those of a live page do: "16:40 …"."""
    above = {_next_word(text, passage.end): passage.start for passage in asides}
    begun = ({item.start, above.get(item.start, item.start)} for item in items)
    told = sum(any(_HOUR.match(text, at) for at in places) for places in begun)
    return told >= max(_LEAST_HOURS, _SHARE * len(items))


def _under_headings(items: Sequence[Item], headings: Sequence[tuple[int, ResolvedDate]]) -> Days:
    """ "WEDNESDAY, 5 MARCH" over items, also between the first one's headline and its text."""
    first, last = (_text_starts(items[0]), items[-1].start) if items else (0, 0)
    days = [heading for heading in headings if heading[0] <= last]
    if len(days) < _LEAST or days[0][0] > first:  # a masthead, or stamps below the items
        return [None] * len(items)
    above = [bisect_left(days, _text_starts(item), key=itemgetter(0)) for item in items]
    if len(set(above)) == 1:  # all of them in the page's head
        return [None] * len(items)
    return [days[before - 1][1] if before else None for before in above]


def _within_items(text: str, items: Sequence[Item], headings: Sequence[tuple[int, ResolvedDate]]) -> Days:
    """ "15 April" between the headline and the text of most items: no stamp, which would tell its year as well."""
    days = {start: day for start, day in headings if not _YEAR.match(text, start)}
    starts = sorted(days)
    found = [_first_within(days, starts, item.start, item.end) for item in items]
    told = sum(day is not None for day in found)
    return found if told >= _LEAST and told > _SHARE * len(items) else [None] * len(items)


def _stamped(
    text: str, items: Sequence[Item], asides: Sequence[Passage], language: str, reference: datetime.date | None
) -> Days:
    """ "Jan 26, 2015, 11:47 a.m." under each headline, or above or below each item; empty where there are none."""
    stamps = {}
    for passage in asides:
        phrase = printed(text[passage.start : passage.end], language)
        if phrase and (day := dates.resolve(phrase, reference)):
            stamps[passage.start] = stamps[passage.end] = day
    if len(stamps) < 2 * _LEAST:
        return []
    starts = sorted(stamps)
    places: list[Days] = [
        [_first_within(stamps, starts, item.start, _text_starts(item)) for item in items],
        [stamps.get(_last_word(text, item.start)) for item in items],
        [stamps.get(_next_word(text, item.end)) for item in items],
    ]
    best = max(places, key=lambda days: sum(day is not None for day in days))
    found = sum(day is not None for day in best)
    return best if found >= _LEAST and found > _SHARE * len(items) else []


def _first_within(stamps: dict[int, ResolvedDate], starts: Sequence[int], start: int, end: int) -> ResolvedDate | None:
    at = bisect_left(starts, start)
    return stamps[starts[at]] if at < len(starts) and starts[at] < end else None


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _last_word(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _text_starts(item: Item) -> int:
    """Where an item's text starts behind its headline; its start where it has none."""
    return item.body[0].start if item.title and item.body else item.start
