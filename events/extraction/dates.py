"""When a happening took place, and when the text was published.

Nothing here looks at a clock: years and "yesterday" come from the reference date the caller gives. An unknown date is
None, never a guess.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from events.extraction import data, sentences
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.date_resolution import resolve
from events.extraction.dates_in_clauses import day_of_sentence
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate, Span

_LATER_SENTENCES = 3  # of an item: further down a date belongs to the background
_MOST_PARTS = 4  # lines: where lines are broken by width, several make a sentence
_LONGEST_HEADLINE = 90  # characters
_LONGEST_DAY = 48  # characters of a headline that is only a day
_ENDS_WITH_A_DAYS_WORD = regex(  # at a line's end: "on", "May", "ngày"
    r"\b(?:on|of|the|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|ngày|hôm|sáng|trưa|chiều|tối|đêm) ?$"
)
_DAYS_WORD = 12  # characters of it, and of a space
_BARE_DAY = regex(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?![\d/-]|\.\d)")
_ENDS_A_PART = regex(r"(?:^|[,;/(\[–—-])\s*$")  # in front of a day in a credit, behind it: no "Sunday Times"
_STARTS_A_PART = regex(r"\s*(?:$|[,;()\]–—-])")
_ONLY_NUMBERS = regex(r"[\W_]*\d{1,2}[/-]\d{1,2}[\W_]*")
_JUST = 10  # days
_BESIDE_A_DAY = frozenset((  # in a heading that tells nothing else
    "on", "of", "for", "from", "the", "news", "events", "day", "today", "yesterday",
    "ngày", "hôm", "tin", "trong", "của", "nay", "qua", "sự", "kiện", "diễn", "biến",
))  # fmt: skip


def event_date(
    text: str,
    title: Span | None,
    body: Sequence[Span],
    language: str,
    reference: datetime.date | None,
    previous: datetime.date | None = None,
) -> ResolvedDate | None:
    """The day an item's happening took place or was announced; None where the item does not say.

    `previous` is the date of the item before, which "on the same day" means. The first sentence decides; later
    sentences only where it says nothing, and then only with a recent day told as done.
    """
    if title and (headed := _headed_by_its_day(text, title, language, reference)):
        return headed
    above = body[: len(body) > 1 and _is_headline(text, body[0])]
    parts = _joined(text, body[len(above) :])
    in_order = (sentence for span in parts for sentence in sentences.split(text, span.start, span.end))
    ended = told = 0
    for part, sentence in enumerate(islice(in_order, _MOST_PARTS)):
        chosen = day_of_sentence(
            text, sentence, language, reference, previous, is_first=ended == 0, is_lead=told <= _LONGEST_HEADLINE
        )
        if chosen:
            return chosen
        told += sentence.end - sentence.start
        ended += part == 0 or sentences.ends_like_one(sentence.of(text))
        if ended == _LATER_SENTENCES:
            break
    for headline in (*above, *([title] if title else ())):
        if chosen := day_of_sentence(text, headline, language, reference, previous, is_first=not body or not title):
            return chosen
    return None


def _joined(text: str, body: Sequence[Span]) -> Iterator[Span]:
    """The parts of an item's text, those joined that a line's end parts in front of a day's number."""
    at = 0
    while at < len(body):
        start = body[at].start
        while (
            at + 1 < len(body)
            and text[body[at].end : body[at + 1].start] == "\n"
            and text[body[at + 1].start].isdigit()
            and _ENDS_WITH_A_DAYS_WORD.search(text, max(start, body[at].end - _DAYS_WORD), body[at].end)
        ):
            at += 1
        yield Span(start, body[at].end)
        at += 1


def _is_headline(text: str, span: Span) -> bool:
    """Whether a part of an item is a second line of its headline: "Votes are counted again", above a paragraph."""
    return span.end - span.start <= _LONGEST_HEADLINE and not sentences.ends_like_one(span.of(text))


def day_alone(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day that a heading or a credit's part is and nothing else: "WEDNESDAY, 5 MARCH", "Thursday"."""
    return _headed_by_its_day(text, span, language, reference, (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE))


def day_within(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The one day that a few words hold, as a credit does: "RFI, 09/11/2018", "Reuters, Wednesday", "AFP 14/3"."""
    found = find(text, span.start, span.end, language)
    phrases = [phrase for phrase in found if phrase.kind is Kind.DAY] or [
        phrase
        for phrase in found
        if phrase.kind is Kind.WEEKDAY
        and _ENDS_A_PART.search(text, span.start, phrase.start)
        and _STARTS_A_PART.match(text, phrase.end, span.end)
    ]
    if phrases:
        return resolve(phrases[0], reference) if len(phrases) == 1 else None
    return _bare_day(text, span, language, reference)


def _bare_day(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day that two numbers alone are; in English only one that has just been, whichever stands first."""
    found = list(_BARE_DAY.finditer(text, span.start, span.end))
    if len(found) != 1:
        return None
    day, month = map(int, found[0].groups())
    if language == "vi":
        fits = 1 <= day <= 31 and 1 <= month <= 12
        return resolve(Phrase(*found[0].span(), Kind.DAY, day=day, month=month), reference) if fits else None
    readings = {(day, month), (month, day)}
    days = [
        told
        for day, month in readings
        if 1 <= day <= 31
        and 1 <= month <= 12
        and (told := resolve(Phrase(*found[0].span(), Kind.DAY, day=day, month=month), reference))
        and reference
        and 0 <= (reference - told.date).days <= _JUST
    ]
    return days[0] if len(days) == 1 else None


def _says_again(phrase: Phrase, day: Phrase) -> bool:
    """Whether a phrase behind a day is the same in another form, or its weekday: "May 9, 2024 (2024-05-09) (Thu)"."""
    if day.kind is not Kind.DAY or (phrase.kind is Kind.WEEKDAY and phrase.weekday is None):
        return False
    return phrase.kind is Kind.WEEKDAY or (phrase.kind, phrase.day, phrase.month) == (day.kind, day.day, day.month)


def _headed_by_its_day(
    text: str,
    title: Span,
    language: str,
    reference: datetime.date | None,
    kinds: Sequence[Kind] = (Kind.DAY, Kind.WEEKDAY),
) -> ResolvedDate | None:
    """The day of an item whose headline is nothing but a day: "7 February: …", "Wed: …"."""
    if title.end - title.start > _LONGEST_DAY:
        return None
    if (short := _short_weekdays(language).get(title.of(text).strip(" :.,*-–—").lower())) is not None:
        return resolve(Phrase(title.start, title.end, Kind.WEEKDAY, weekday=short), reference)
    if language == "vi" and _ONLY_NUMBERS.fullmatch(text, title.start, title.end):
        return _bare_day(text, title, language, reference)
    phrases = find(text, title.start, title.end, language)
    if not phrases or phrases[0].kind not in kinds or not all(_says_again(one, phrases[0]) for one in phrases[1:]):
        return None
    rest = text[title.start : phrases[0].start]
    for phrase, after in pairwise([*phrases, None]):
        rest += text[phrase.end : after.start if after else title.end] if phrase else ""
    left = [word for word in re.findall(r"[^\W_]+", rest.lower()) if word not in _BESIDE_A_DAY]
    weekdays = data.load("dates.vi" if language == "vi" else "dates.en")["weekdays"]
    if left and not weekdays.keys() | _short_weekdays(language).keys() >= {" ".join(left)}:
        return None
    return resolve(phrases[0], reference)


def _short_weekdays(language: str) -> dict[str, int]:
    return data.load("dates.vi" if language == "vi" else "dates.en")["short_weekdays"]
