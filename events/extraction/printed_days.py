"""The day of publication that lines of a page print: stamps at its head and foot, bylines, a stamp at the headline."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from events.extraction import data, dates, regions, stamps, subjects, title_days
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate

_BOTTOM = 5  # lines at a page's end in which a printed date may stand
_LONGEST = 120
_FURTHEST = 40  # lines in front of the first paragraph in which it may stand
_DEEPEST = 60  # lines in which a byline may stand below other texts
_LEAST_TEXT = 90  # characters of a paragraph
_MASTHEAD = 3  # lines in which sites print the day of the visit
_OWN, _OWN_WINDOW = 4, 300  # first paragraphs, and characters of each, that tell the article's own days
_NEAR, _FAR = 14, 45  # days between a round-up's day and its printing; between an event and an article that tells it
_WEEKDAY_ALONE = regex(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:[a-z]{3,9} \d{1,2}|\d{1,2} [a-z]{3,9}),? \d{4}", re.I
)
_BY = ("By ", "BY ", "by ")
_BESIDE = 3  # lines in front of a headline, and from it, in which its stamp stands
_DATE_WORD = regex(
    r"\d+(?:st|nd|rd|th)?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b[ap]m\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
)
_DIGIT = regex(r"\d")
_SAID_AMID = regex(r"\s(?:last )?(?:updated|published|posted)(?: on)?\s?:?(?=\s)", re.IGNORECASE)
_LONGEST_AMID, _CLOSE = 400, 3  # characters of such a line, and between the word and the day
_BETWEEN_LINKS = regex(r"\s*[|•·]\s*|\s{2,}")
_LINK = regex(  # to another day's page
    r"^[◄◀«‹<←]|[►▶»›>→]$|^(?:previous|next|prev)\b"
    r"|\b(?:previous|prev|next|older|newer) (?:day|date|issue|edition|page|week|month)\b"
    r"|\b(?:ngày|hôm|số|kỳ|trang) (?:trước|sau|kế)\b",
    re.IGNORECASE,
)


def of_stamps(
    lines: Sequence[str],
    top: int,
    headline: ResolvedDate | None,
    language: str,
    reference: datetime.date | None,
    *,
    is_story: bool,
) -> ResolvedDate | None:
    """The day printed in the first or last lines: one that is said to be that of publication, else the first."""
    own_days: list[Phrase] | None = None
    begun = next((at for at, text in enumerate(lines) if is_text(text)), len(lines))
    own_lines = lines[:begun] if is_story else lines  # below a story other articles are listed
    first: ResolvedDate | None = None
    clock = False  # whether that may be the hour of the visit, over an article with a stamp of its own
    for at, text in enumerate(map(without_links, (*lines[:top], *lines[top:][-_BOTTOM:]))):
        if first and (at >= top or not (stamps.tells_of_publication(text) or (clock and at < begun))):
            continue
        phrase = stamps.printed(text, language)
        if not phrase or not phrase.year:
            continue
        found = dates.resolve(phrase, on_weekday(phrase, text, reference))
        if not found:
            continue
        if title_days.is_ahead(found, reference) and (stamps.tells_of_a_change(text) or not _says_so(text)):
            continue  # the clock of a page, or its last change, after the text was handed in
        if (
            headline
            and (at >= top or stamps.tells_of_a_change(text))
            and not _are_near(headline.date, found.date, _NEAR)
        ):
            continue  # "Updated 25 September 2021" under the briefing of December 29
        if (first or not is_story or not _says_so(text)) and _is_an_items(
            text, own_lines if at < min(top, begun) else lines, language
        ):
            continue
        if at < _MASTHEAD and stamps.TIME.search(text) and not (_says_so(text) or text.startswith(_BY)):
            own_days = _own_days(lines, language) if own_days is None else own_days
            if len(own_days) > 1 and not any(_is_near(day, found.date) for day in own_days):
                continue  # the clock of the page, over an older article
        if first and clock and not 0 < (first.date - found.date).days <= _FAR:
            continue
        clock = is_story and at < _MASTHEAD and _may_be_a_clock(text) and not _says_so(text)
        clock = clock or (is_story and stamps.tells_of_a_change(text))  # that of the site, over the article's own day
        first = ResolvedDate(found.date, rule="printed-date")
        if stamps.tells_of_publication(text):
            return first
    return first


def _may_be_a_clock(text: str) -> bool:
    """Whether a line gives the hour, or nothing but the weekday and its date: "THURSDAY, AUGUST 27, 2020"."""
    return stamps.TIME.search(text) is not None or _WEEKDAY_ALONE.fullmatch(text) is not None


def of_byline(lines: Sequence[str], top: int, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "by the news desk November 20, 2023 9:05 AM": below other texts that a page prints first."""
    for text in lines[top:_DEEPEST]:
        if text[:3].lower() == "by " or stamps.tells_of_publication(text):
            day = _stamped(text, language, reference)
            if day and not _is_an_items(text, lines, language):
                return ResolvedDate(day, rule="byline")
    return None


def amid_headline(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day behind a headline and its authors on one line: "… by Jane Roe July 14, 2022 Updated: July 15, 2022"."""
    for text in lines:
        said = _SAID_AMID.search(text[:_LONGEST_AMID]) if len(text) > _LEAST_TEXT else None
        if said is None:
            continue
        days = [
            one for one in find(text, 0, min(len(text), _LONGEST_AMID), language) if one.kind is Kind.DAY and one.year
        ]
        beside = (one for one in days if 0 <= said.start() - one.end <= _CLOSE or 0 <= one.start - said.end() <= _CLOSE)
        phrase = next(beside, None)
        found = dates.resolve(phrase, on_weekday(phrase, text, reference)) if phrase else None
        if found and not title_days.is_ahead(found, reference):
            return ResolvedDate(found.date, rule="printed-date")
    return None


def beside_headline(
    above: Sequence[str], lead: Sequence[str], lines: Sequence[str], language: str, reference: datetime.date | None
) -> ResolvedDate | None:
    """The day stamped below a story's headline, or over it, however much of its page stands above.

    `above` are the lines in front of the headline, `lead` those from it. Where neither holds a stamp, the headline may
    have been missed: then it is the only day that the page stamps anywhere.
    """
    for text in (*lead[: _BESIDE + 1], *reversed(above[-_BESIDE:])):
        day = _stamped(text, language, reference)
        if day and not _is_an_items(text, lines, language):
            return ResolvedDate(day, rule="printed-date")
    days = {day for text in lines if (day := _stamped(text, language, reference))}
    return ResolvedDate(days.pop(), rule="printed-date") if len(days) == 1 else None


def _stamped(text: str, language: str, reference: datetime.date | None) -> datetime.date | None:
    """The day that a line prints with its year, none that is still to come."""
    phrase = stamps.printed(text, language)
    found = dates.resolve(phrase, on_weekday(phrase, text, reference)) if phrase and phrase.year else None
    return found.date if found and not title_days.is_ahead(found, reference) else None


def is_text(text: str) -> bool:
    return len(text) > _LEAST_TEXT and text.rstrip(' "”')[-1:] in tuple(".!?…")


def _is_an_items(text: str, lines: Sequence[str], language: str) -> bool:
    """Whether a date line is one of several of its form, of different days: each item's own."""
    form = _form(text)
    alike = [other for other in lines[:_FURTHEST] if other != text and len(other) <= _LONGEST and _form(other) == form]
    days = [(day.day, day.month) for other in (text, *alike) if (day := stamps.printed(other, language))]
    return len(days) > 2 and len(set(days)) > 1


def _form(text: str) -> str:
    """A line with its numbers, months and weekdays made alike, without the part of the page: "Asia - 12/5/2020"."""
    if not _DIGIT.search(text):
        return ""
    part, sign, rest = text.partition(" - ")
    told = rest if sign and (regions.read_heading(part) or subjects.is_heading(part)) else text
    return _DATE_WORD.sub("#", told.lower())


def _says_so(text: str) -> bool:
    """Whether a line says that its day is the article's own."""
    words = data.load("publication")
    low = text.lower()
    return any(cue in low for cue in words["cues"] if not cue.endswith(",")) or stamps.tells_of_a_change(text)


def _are_near(one: datetime.date, other: datetime.date, days: int) -> bool:
    return abs((one - other).days) <= days


def _own_days(lines: Sequence[str], language: str) -> list[Phrase]:
    """The days the text's first paragraphs give."""
    texts = [text for text in lines if is_text(text)][:_OWN]
    return [
        phrase
        for text in texts
        for phrase in find(text, 0, min(len(text), _OWN_WINDOW), language)
        if phrase.kind is Kind.DAY and phrase.day and phrase.month
    ]


def _is_near(phrase: Phrase, day: datetime.date) -> bool:
    """Whether a day of the text lies shortly before or behind a day, in that year or the one beside it."""
    for year in (phrase.year,) if phrase.year else (day.year - 1, day.year, day.year + 1):
        try:
            if _are_near(datetime.date(year, phrase.month or 1, phrase.day or 1), day, _FAR):
                return True
        except ValueError:
            continue
    return False


def without_links(text: str) -> str:
    """A line without the links to the days before and behind: "◄ 17 May 2021 | 18 May 2021 | 19 May 2021 ►"."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return text
    parts = _BETWEEN_LINKS.split(text)
    own = [part for part in parts if not _LINK.search(part)]
    return text if len(own) == len(parts) else " | ".join(own)


def on_weekday(phrase: Phrase, text: str, reference: datetime.date | None) -> datetime.date | None:
    """What tells 1/11 from 11/1: the weekday printed beside it, else the reference date."""
    if phrase.day_first is not False or not (phrase.year and phrase.month and phrase.day):
        return reference
    named = next((day for name, day in data.load("dates.en")["weekdays"].items() if name[:3] in text.lower()), None)
    for month, day in ((phrase.month, phrase.day), (phrase.day, phrase.month)):
        reading = datetime.date(phrase.year, month, day)
        if named is not None and reading.weekday() == named:
            return reading
    return reference
