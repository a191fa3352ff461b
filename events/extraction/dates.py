"""When a happening took place, and when the text was published.

Nothing here looks at a clock: years and "yesterday" come from the reference date the caller gives. An unknown date is
None, never a guess.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from events.extraction import data, sentences
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.records import ResolvedDate, Span

_LATER_SENTENCES = 3  # of an item: further down a date belongs to the background
_NEAR = (-10, 1)  # days around the reference date in which a later sentence's date may be the event's
_LONG_AGO = 60  # days: an older date in a fresh text tells the background
_HEAD = 40  # characters: a date that opens its sentence
_LONGEST_DAY = 40  # characters of a headline that is only a day
_BARE_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?![\d/-]|\.\d)")
_BESIDE_A_DAY = frozenset(("on", "ngày", "hôm"))
_ATTRIBUTE = 90  # characters before a date in which a clause of another happening begins
_BETWEEN = re.compile(r"\b(?:between|từ) (?:ngày )?$")
_WILL_SOON = re.compile(r"(?: (?!\w+ed\b|said\b|told\b)[\w'’-]+){1,5} will(?! have)\b")  # "On Friday the two will meet"
_DATELINE = re.compile(r"\s?\([^()\n]{2,30}\)\s?[-–—]")  # behind the day of "CONAKRY, August 11 (Reuters) - …"
_CARRIED_ON = re.compile(r",? (?:was|were|has been|have been) (?!the\b|a\b)\w+")
_NEAR_FUTURE = 62  # days: a date without its year is hardly ever further ahead
_TOLD_FUTURE = 183  # days: nor further than this where the sentence says that it lies ahead


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
    in_order = (sentence for span in body for sentence in sentences.split(text, span.start, span.end))
    place = -1
    for place, sentence in enumerate(islice(in_order, _LATER_SENTENCES)):
        chosen = _of_sentence(text, sentence, language, reference, previous, is_first=place == 0)
        if chosen:
            return chosen
    return _of_sentence(text, title, language, reference, previous, is_first=place < 0) if title else None


def day_alone(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day that a heading or a credit's part is and nothing else: "WEDNESDAY, 5 MARCH", "Thursday"."""
    return _headed_by_its_day(text, span, language, reference, (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE))


def day_within(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The one day that a few words hold, as a credit does: "RFI, 09/11/2018"."""
    phrases = [phrase for phrase in find(text, span.start, span.end, language) if phrase.kind is Kind.DAY]
    return resolve(phrases[0], reference) if len(phrases) == 1 else None


def day_of_dateline(text: str, span: Span, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The one day in what stands in front of a text, where Vietnamese desks need no "ngày": "Seoul (Yonhap) 11.2:"."""
    if (told := day_within(text, span, language, reference)) or language != "vi":
        return told
    found = list(_BARE_DAY.finditer(text, span.start, span.end))
    if len(found) != 1 or not (1 <= int(found[0][1]) <= 31 and 1 <= int(found[0][2]) <= 12):
        return None
    day, month = map(int, found[0].groups())
    return resolve(Phrase(*found[0].span(), Kind.DAY, day=day, month=month), reference)


def _headed_by_its_day(
    text: str,
    title: Span,
    language: str,
    reference: datetime.date | None,
    kinds: Sequence[Kind] = (Kind.DAY,),
) -> ResolvedDate | None:
    """The day of an item whose headline is nothing but a day: "7 February: …"."""
    if title.end - title.start > _LONGEST_DAY:
        return None
    phrases = find(text, title.start, title.end, language)
    if len(phrases) != 1 or phrases[0].kind not in kinds:
        return None
    rest = text[title.start : phrases[0].start] + text[phrases[0].end : title.end]
    left = [word for word in re.findall(r"[^\W_]+", rest.lower()) if word not in _BESIDE_A_DAY]
    if left and " ".join(left) not in data.load("dates.vi" if language == "vi" else "dates.en")["weekdays"]:
        return None
    return resolve(phrases[0], reference)


def _of_sentence(
    text: str,
    sentence: Span,
    language: str,
    reference: datetime.date | None,
    previous: datetime.date | None,
    *,
    is_first: bool,
) -> ResolvedDate | None:
    context = _context(language)
    opening = text[sentence.start : sentence.start + _HEAD].lower()
    if not is_first and context.background_opening.match(opening):
        return None
    ranked = []
    month: ResolvedDate | None = None
    for phrase in find(text, sentence.start, sentence.end, language):
        before = text[sentence.start : phrase.start].lower()
        future = bool(context.future.search(before)) and not context.done.search(before[-60:])
        after = text[phrase.end : sentence.end].lower()
        ahead = future or bool(context.future.search(after))
        done = context.done.search(before[-60:])
        lies_ahead = (
            ahead if phrase.kind is not Kind.WEEKDAY else bool(future or (_WILL_SOON.match(after) and not done))
        )
        resolved = resolve(phrase, reference, previous, future=lies_ahead)
        spans_days = phrase.end_day is not None and _BETWEEN.search(before)
        if resolved is None or (context.barred.search(before[-24:]) and not spans_days):
            continue
        if context.of_another.search(before[-_ATTRIBUTE:]) or _CARRIED_ON.match(after):
            continue  # "who was arrested on Friday", "the men killed on Friday were buried"
        if reference and resolved.date > reference and context.from_then.search(before[-24:]):
            continue  # "from 1 July": when it takes effect
        if resolved.precision != "day":
            if is_first and not month and phrase.start - sentence.start < _HEAD and resolved.precision == "month":
                month = resolved
            continue
        days = (resolved.date - reference).days if reference else 0
        past = bool(context.past.search(before[-80:].rpartition(",")[2]))
        stale = days < -_LONG_AGO
        if not is_first and (
            future
            or past
            or stale
            or context.earlier.search(before)
            or not _NEAR[0] <= days <= _NEAR[1]
            or _quoted(before)
        ):
            continue
        in_dateline = bool(_DATELINE.match(text[phrase.end : phrase.end + 40]))
        ranked.append((stale, past or future, _quoted(before), in_dateline, phrase.start, resolved))
    if ranked:
        return min(ranked, key=lambda rank: rank[:5])[-1]
    return month


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def resolve(
    phrase: Phrase, reference: datetime.date | None, previous: datetime.date | None = None, *, future: bool = False
) -> ResolvedDate | None:
    """The calendar date a phrase means; None where it needs a reference date and there is none."""
    try:
        return _resolve(phrase, reference, previous, future=future)
    except OverflowError:  # beyond the calendar's ends
        return None


def _resolve(
    phrase: Phrase, reference: datetime.date | None, previous: datetime.date | None, *, future: bool
) -> ResolvedDate | None:
    match phrase.kind:
        case Kind.DAY:
            return _resolve_day(phrase, reference, future)
        case Kind.MONTH | Kind.YEAR:
            return _resolve_month(phrase, reference, future)
        case Kind.SAME_DAY:
            return _resolved(phrase, previous, rule="same-day") if previous else None
        case Kind.RELATIVE if reference:
            return _resolved(phrase, reference + datetime.timedelta(phrase.offset), rule="reference-date")
        case Kind.WEEKDAY if reference:
            return _resolved(phrase, _weekday(phrase, reference, future), rule="reference-date")
    return None


def _resolved(phrase: Phrase, day: datetime.date, **fields) -> ResolvedDate:
    return ResolvedDate(day, start=phrase.start, end=phrase.end, **fields)


def _resolve_day(phrase: Phrase, reference: datetime.date | None, future: bool) -> ResolvedDate | None:
    day = _dated(phrase.year, phrase.month, phrase.day, reference, future)
    if phrase.day_first is False and reference:  # 11/1/2024: the reading nearer to the reference date
        other = _dated(phrase.year, phrase.day, phrase.month, reference)
        if other and day and _distance(other, reference) + 7 < _distance(day, reference):
            day = other
    if day is None:
        return None
    end = None
    if phrase.end_day:
        end = _dated(day.year, phrase.end_month or day.month, phrase.end_day, None)
        if end and end < day and phrase.end_month:
            end = _dated(day.year + 1, phrase.end_month, phrase.end_day, None)
    return _resolved(
        phrase, day, date_end=end if end and end > day else None, rule=None if phrase.year else "reference-date"
    )


def _resolve_month(phrase: Phrase, reference: datetime.date | None, future: bool) -> ResolvedDate | None:
    if phrase.kind is Kind.YEAR:
        if phrase.year is None or not 1900 <= phrase.year <= 2100:
            return None
        last = datetime.date(phrase.year, 12, 31)
        return _resolved(phrase, last.replace(month=1, day=1), date_end=last, precision="year")
    first = _dated(phrase.year, phrase.month, 1, reference, future)
    if first is None:
        return None
    end = (first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)
    rule = None if phrase.year else "reference-date"
    return _resolved(phrase, first, date_end=end, precision="month", rule=rule)


def _dated(
    year: int | None, month: int | None, day: int | None, reference: datetime.date | None, future: bool = False
) -> datetime.date | None:
    """That day; None if there is no such day.

    Where the text names no year, the last time there was such a day, unless the next one is near: news tell what
    happened. `future`: the sentence says that it lies ahead.
    """
    if month is None or day is None:
        return None
    years = [year] if year else [reference.year + n for n in (-1, 0, 1)] if reference else []
    days = []
    for candidate in years:
        try:
            days.append(datetime.date(candidate, month, day))
        except ValueError:
            continue
    if not days:
        return None
    if reference is None or year:
        return days[0]
    furthest = _TOLD_FUTURE if future else _NEAR_FUTURE
    return max((d for d in days if (d - reference).days <= furthest), default=days[0])


def _distance(day: datetime.date, reference: datetime.date) -> int:
    """Days between them; a day after the reference date counts as a year back, since it has not been yet."""
    return (reference - day).days if day <= reference else (day - reference).days + 365


def _weekday(phrase: Phrase, reference: datetime.date, future: bool) -> datetime.date:
    weekday = phrase.weekday or 0
    back = (reference.weekday() - weekday) % 7
    if phrase.week is not None:
        monday = reference - datetime.timedelta(reference.weekday())
        return monday + datetime.timedelta(7 * phrase.week + weekday)
    if (phrase.ahead or future) and (back or phrase.ahead):
        return reference + datetime.timedelta(7 - back)
    return reference - datetime.timedelta(back)


# --- What stands around a date


class _Context:
    """Patterns that tell an event's own date from the dates of what led to it or lies ahead."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.future = _any_of(words["future_before"])
        self.past = _any_of(words["past_before"])
        barred = "|".join(map(re.escape, sorted(words["background_before"], key=len, reverse=True)))
        barred = rf"(?:{barred}|(?<!\bon )the)" if "since" in words["background_before"] else barred
        when = r"[ ](?:(?:on|late|early|hôm|vào|ngày)[ ])*$"
        done, said = "|".join(words["done_before"]), "|".join(words["said_before"])
        self.done = re.compile(rf"\b(?:{done}|(?:{said})(?:[ ][\w'’-]+){{1,4}}){when}")
        self.of_another = re.compile(rf"\b(?:{'|'.join(words['of_another'])})[ ][^,.;:()]*$")
        self.from_then = re.compile(rf"\b(?:{'|'.join(words['from_then'])})[ ](?:(?:late|early|ngày|hôm)[ ])?$")
        self.earlier = re.compile(rf"\b(?:{'|'.join(words['earlier'])})\b")
        self.commentator = _any_of(words["commentators"])
        day_word = r"(?:ngày |hôm |đêm |sáng |the )?"
        self.barred = re.compile(rf"\b(?:{barred})[ ]{day_word}$")
        self.background_opening = re.compile(rf"(?:{'|'.join(map(re.escape, words['background_openings']))})\b")


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _context(language: str) -> _Context:
    return _Context(data.load("dates.vi" if language == "vi" else "dates.en")["context"])


def tells_background(opening: str, language: str) -> bool:
    """Whether a sentence opens like one that tells what came before: "Previously, …", "Trước đó …"."""
    return bool(_context(language).background_opening.match(opening[:_HEAD].lower()))


def may_be_own_day(text: str, sentence: Span, phrase: Phrase, language: str) -> bool:
    """Whether a date in a sentence may be the day of what the sentence tells, not of what led to it or lies ahead."""
    context = _context(language)
    before = text[sentence.start : phrase.start].lower()
    return not (
        context.barred.search(before[-24:])
        or context.future.search(before)
        or context.past.search(before[-80:])
        or _quoted(before)
    )


def is_commentary(text: str, language: str) -> bool:
    """Whether a paragraph brings in someone who only comments: an analyst, a professor."""
    return bool(_context(language).commentator.search(text.lower()))
