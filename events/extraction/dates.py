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
from events.extraction.date_resolution import Ahead, resolve
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate, Span

_LATER_SENTENCES = 3  # of an item: further down a date belongs to the background
_MOST_PARTS = 4  # lines: where lines are broken by width, several make a sentence
_NEAR = (-10, 1)  # days around the reference date in which a later sentence's date may be the event's
_LONG_AGO = 60  # days: an older date in a fresh text tells the background
_HEAD = 40  # characters: a date that opens its sentence
_LONGEST_HEADLINE = 90  # characters
_LONGEST_DAY = 40  # characters of a headline that is only a day
_BARE_DAY = regex(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?![\d/-]|\.\d)")
_BESIDE_A_DAY = frozenset(("on", "ngày", "hôm"))
_ATTRIBUTE = 90  # characters before a date in which a clause of another happening begins
_BETWEEN = regex(r"\b(?:between|từ) (?:ngày )?$")
_SUBJECT = 60  # characters in which a sentence names what it tells of: "The blast at the market happened on …"
_TOLD_ABOUT = regex(
    r"\b(?:for|over|after|about|of|who|which|whose|whom|where|that|since|sau khi|người|vốn|từng)\b[^,;]*$"
)
_MEETS = regex(  # "The council meets Thursday": told in the present, it lies ahead
    r"\b(?:meets|votes|opens|begins|starts|resumes|convenes|heads|goes|travels|holds|leaves|arrives|flies|departs|lands|"
    r"returns|visits|steps down|comes before|appears (?:before|in court)|"
    r"goes on trial|takes office|takes over|(?:go|goes|head|heads) to the polls)"
    r"(?:[ ](?!to\b)[\w'’-]+){0,6}[ ](?:on[ ])?$"
)
_WILL_SOON = regex(  # "On Friday the two will meet"
    r"(?:,? (?!\w+ed\b|said\b|told\b|that\b|which\b|who\b)[\w'’-]+){1,5} will(?! have)\b"
)
_ATTRIBUTIVE = regex(r"\b(?:an?|its|his|her|their|our|this|\w+['’]s) $")  # before "a May 27 referendum"
_OF_A_NOUN = regex(
    r"(?: (?:night|morning|evening|afternoon))? (?!in\b|on\b|at\b|to\b|and\b|by\b|for\b|with\b|as\b)[a-z]{3,}"
)
_OPENS = 12  # characters in front of a day with which a sentence opens
_SCHEDULED = regex(  # no other act in front of what is to be
    r"(?:(?!\b(?:said|says|told|\w{3,}ed|thông báo|cho biết|nhất trí|quyết định|tuyên bố|đồng ý|loan báo|hứa)\b)"
    r"[^,;:“\"]){3,90}?\b(?:will|is to|are to|(?:is|are) (?:due|set|scheduled|expected) to|plans? to|meets|votes|opens|"
    r"begins|starts|holds|(?:go|goes|head|heads) to the polls|sẽ)\b(?:(?!\b(?:that|which|who|when)\b)[^,;:“\"])*$"
)
_COUNTED = regex(r"\b(?:as of|tính đến) (?:hết |late |early |(?:ngày|hôm|sáng|trưa|chiều|tối) )*$")
_OWN_NOUNS = regex(r" (?:statement|speech|ruling|decision|announcement|letter|report|interview|post|briefing)\b")
_DATELINE = regex(  # behind the day of "CONAKRY, August 11 (Reuters) - …", "2023-09-22 PORT OF SPAIN, CMC –"
    r"\s?\([^()\n]{2,30}\)\s?[-–—]|\s(?:[A-Z]{2,}[ ,]+){1,4}[^.!?\n]{0,30}[-–—]\s"
)
_IN_THE = regex(r"\b(?:of|for|from|after|about|to|over|during|with|at|into)(?: the)? $")
_FROM = regex(r"\b(?:from|starting|beginning)(?: on)? $")
_VOTE = regex(r"['’]s (?:[\w-]+ ){0,3}(?:elections?|vote|polls?|referendum|run-?off|summit|friendly|match|game)\b")
_PERFECT = regex(r"\b(?:has|have)\b (?:not |now |also |been )?\w+(?:ed|t|n|k|d|g)\b[^,;:“\"]*$")
_RELATIVE = regex(r"\b(?:who|whom|which|where|that)\b[^,.;:()]*$")
_GOES_ON = regex(r" (?:will|would|did|has|have|had|is|are|was|were|says?|said|told|can|could|may|must)\b")
_CARRIED_ON = regex(r",? (?:was|were|has been|have been) (?!the\b|a\b)\w+")


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
    in_order = (sentence for span in body[len(above) :] for sentence in sentences.split(text, span.start, span.end))
    ended = 0
    for part, sentence in enumerate(islice(in_order, _MOST_PARTS)):
        chosen = _of_sentence(text, sentence, language, reference, previous, is_first=ended == 0)
        if chosen:
            return chosen
        ended += part == 0 or sentences.ends_like_one(sentence.of(text))
        if ended == _LATER_SENTENCES:
            break
    for headline in (*above, *([title] if title else ())):
        if chosen := _of_sentence(text, headline, language, reference, previous, is_first=not body or not title):
            return chosen
    return None


def _is_headline(text: str, span: Span) -> bool:
    """Whether a part of an item is a second line of its headline: "Votes are counted again", above a paragraph."""
    return span.end - span.start <= _LONGEST_HEADLINE and not sentences.ends_like_one(span.of(text))


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
        done = context.done.search(before[-60:])
        if phrase.kind is Kind.WEEKDAY:
            soon = (
                (future and not before.endswith(" hôm "))
                or _MEETS.search(before)
                or (language == "en" and _FROM.search(before))
                or (_WILL_SOON.match(after) and not done)
            )
            lies_ahead = Ahead.TOLD if soon else Ahead.UNSAID
        else:
            lies_ahead = Ahead.TOLD if future else Ahead.LIKELY if context.future.search(after) else Ahead.UNSAID
        resolved = resolve(phrase, reference, previous, ahead=lies_ahead)
        if resolved is None or _is_barred(text, phrase, before, context):
            continue
        if phrase.rough and not phrase.ahead and (future or _TOLD_ABOUT.search(before)):
            continue  # "who fled two weeks ago"
        if phrase.kind is Kind.SAME_DAY and phrase.offset and phrase.start - sentence.start > _HEAD:
            continue  # "… on Friday, ran out the day before": of another happening in the sentence
        if phrase.kind is Kind.RELATIVE and phrase.ahead and not future:
            continue  # "in two days": how long it took
        if phrase.kind in (Kind.WEEKDAY, Kind.DAY) and _VOTE.match(after) and _IN_THE.search(before):
            continue  # "who won in Sunday's vote"
        if language == "en" and resolved.date and reference and resolved.date < reference and _PERFECT.search(before):
            continue
        if phrase.kind is Kind.FEAST and _TOLD_ABOUT.search(before) and _is_attributive(before, after):
            continue  # "apologised for a St Patrick's Day video"
        if context.of_another.search(before[-_ATTRIBUTE:]) or _CARRIED_ON.match(after):
            continue  # "who was arrested on Friday", "the men killed on Friday were buried"
        if language == "en" and _RELATIVE.search(before[-_ATTRIBUTE:]) and (phrase.week == -1 or _GOES_ON.match(after)):
            continue  # "the men who fled last Friday", "those who fled on May 3 will be pardoned"
        if reference and resolved.date > reference and not phrase.end_day and context.from_then.search(before[-24:]):
            continue  # "from 1 July": when it takes effect
        if resolved.precision != "day":
            if (
                is_first
                and not month
                and phrase.start - sentence.start < _HEAD
                and resolved.precision == "month"
                and phrase.year
            ):
                month = resolved
            continue
        days = (resolved.date - reference).days if reference else 0
        past = _tells_of_the_past(before, context)
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
        attributive = _is_attributive(before, after)
        ahead = reference is not None and resolved.date > reference and not resolved.date_end
        told_as_done = done and not before.endswith(("set ", "fixed "))
        if ahead and not (
            told_as_done or phrase.kind is Kind.SAME_DAY or (phrase.year and not future) or _is_scheduled(before, after)
        ):
            continue  # "called a May 27 referendum", "set May 27 as the day of the trial", "agreed to meet on Tuesday"
        in_dateline = bool(_DATELINE.match(text[phrase.end : phrase.end + 70]))
        ranked.append(
            (
                stale,
                past or future or attributive or ahead or bool(_COUNTED.search(before[-24:])),
                _quoted(before),
                in_dateline,
                phrase.start,
                resolved,
            )
        )
    if ranked:
        return min(ranked, key=lambda rank: rank[:5])[-1]
    return month


def _is_scheduled(before: str, after: str) -> bool:
    """Whether all that a sentence tells is what will happen on a day: "The two will meet on Monday"."""
    return bool(_SCHEDULED.match(before) or (len(before) < _OPENS and _WILL_SOON.match(after)))


def _is_attributive(before: str, after: str) -> bool:
    """Whether a date only tells which one is meant: "a May 27 referendum", "Sunday's vote"."""
    if _OWN_NOUNS.match(after):
        return False
    return after.startswith(("'s ", "’s ")) or bool(_ATTRIBUTIVE.search(before) and _OF_A_NOUN.match(after))


def _tells_of_the_past(before: str, context: _Context) -> bool:
    """Whether the clause in front of a date says that it is of a past matter, rather than of what the clause tells."""
    found = context.past.search(before[-120:].rpartition(",")[2])
    return found is not None and not (found[0] in context.happens and len(before) < _SUBJECT)


def _is_barred(text: str, phrase: Phrase, before: str, context: _Context) -> bool:
    """Whether the words in front say that it is no happening's own day: "since Monday", "the October 7 attack"."""
    if (phrase.end_day is not None or phrase.kind is Kind.WEEKDAY) and _BETWEEN.search(before):
        return False
    if phrase.kind is Kind.RELATIVE and not phrase.offset and text[phrase.end : phrase.end + 2] in ("'s", "’s"):
        return False  # "after today's vote"
    if _COUNTED.search(before[-24:]):
        return False  # "82 had died as of Monday": the day of the count
    barred = context.barred.search(before[-24:])
    return barred is not None and not (barred[0].strip() == "the" and " of " in text[phrase.start : phrase.end])


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


# --- What stands around a date


class _Context:
    """Patterns that tell an event's own date from the dates of what led to it or lies ahead."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.future = _any_of(words["future_before"])
        self.past = _any_of(words["past_before"])
        self.happens = frozenset(words["happens"])
        barred = "|".join(map(re.escape, sorted(words["background_before"], key=len, reverse=True)))
        barred = rf"(?:{barred}|(?<!\bon )the)" if "since" in words["background_before"] else barred
        when = r"[ ](?:(?:on|late|early|hôm|vào|ngày)[ ])*$"
        done, said = "|".join(words["done_before"]), "|".join(words["said_before"])
        self.done = re.compile(rf"\b(?<!\bbe )(?:{done}|(?:{said})(?:[ ](?!would\b|will\b|sẽ\b)[\w'’-]+){{1,7}}){when}")
        self.of_another = re.compile(rf"(?:\b|(?=,))(?:{'|'.join(words['of_another'])})[ ][^,.;:()]*$")
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
