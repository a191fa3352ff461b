"""The day a text was published, where the text itself tells it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

import ahocorasick

from events.extraction import data, dates, regions, stamps, subjects, title_days
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate

_TOP, _BOTTOM = 12, 5  # lines a printed date may stand in
_LEAST_PARAGRAPH = 140  # characters of the first below which none is looked for: a site's notes are shorter
_LONGEST = 120
_FURTHEST = 40  # lines in front of the first paragraph in which it may stand
_DEEPEST = 60  # lines in which a byline may stand below other texts
_LEAST_SENTENCE = 40  # characters of one that says which day today is; a page's clock is shorter
_LEAD, _CAPITALS = 4, 4  # lines of a story in which its dateline stands; below them, letters of a place in capitals
_LEAST_TEXT = 90  # characters of a paragraph
_MASTHEAD = 3  # lines in which sites print the day of the visit
_OWN, _OWN_WINDOW = 4, 300  # first paragraphs, and characters of each, that tell the article's own days
_NEAR, _FAR = 14, 45  # days between a round-up's day and its printing; between an event and an article that tells it
_TITLE = 3
_IN_PRINT = "A version of this"
_WEEKDAY_ALONE = regex(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:[a-z]{3,9} \d{1,2}|\d{1,2} [a-z]{3,9}),? \d{4}", re.I
)
_BY = ("By ", "BY ", "by ")
_LEFTOVER = 32  # characters beside the date: a name, a place
_DAY_WORD = regex(r"\bngày\s*$")
_DATE_WORD = regex(
    r"\d+(?:st|nd|rd|th)?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b[ap]m\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
)
_SOURCED = regex(
    r"[(\[]|source\b|nguồn\b|theo\b|a version of this article appear(?:ed in print|s in e-?paper) on\b", re.I
)
_DIGIT = regex(r"\d")
_TODAY = regex(
    r"\b(?:(?:hôm|sáng|trưa|chiều|tối|đêm) nay|today),?\s"
    r"|\btính (?:đến|tới) \d{1,2}(?:h|g| giờ)(?:\d\d)?(?: (?:sáng|trưa|chiều|tối))? (?=(?:ngày )?\d)",
    re.I,
)
_BETWEEN_LINKS = regex(r"\s*[|•·]\s*|\s{2,}")
_LINK = regex(  # to another day's page
    r"^[◄◀«‹<←]|[►▶»›>→]$|^(?:previous|next|prev)\b"
    r"|\b(?:previous|prev|next|older|newer) (?:day|date|issue|edition|page|week|month)\b"
    r"|\b(?:ngày|hôm|số|kỳ|trang) (?:trước|sau|kế)\b",
    re.IGNORECASE,
)
_URL_DAY = regex(r"/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_URL_NUMBER = regex(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_URL_STAMP = regex(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{0,3}(?!\d)")


def published(
    lines: Sequence[str],
    headlines: Sequence[str],
    lead: Sequence[str],
    language: str,
    reference: datetime.date | None,
    url: str | None,
    today: Sequence[str],
    *,
    is_story: bool,
) -> ResolvedDate | None:
    """The publication day by a printed date line, the headline of a round-up, a story's dateline, or the address.

    `lines` are the document's; `headlines` those in front of a round-up's items, `lead` the first paragraphs of a
    story or of each item, `today` the lines to the end of the first item; their "1/11" gets its year from `reference`.
    The result has no span: its rule says where it was found.
    """
    telling = sorted(
        map(_without_links, headlines[:_TOP]), key=lambda text: not announces(text)
    )  # a stable sort: those that say so first
    telling = [
        text
        for at, text in enumerate(telling)
        if announces(text) or (at < 2 and not _is_text(text) and not stamps.is_date_line(text, language))
    ]
    headline = next(filter(None, (title_days.of_headline(text, language, reference) for text in telling)), None)
    headline = headline or next(
        filter(None, (title_days.of_title(text, language, reference) for text in lines[:_TITLE])), None
    )
    paragraph = next((at for at, text in enumerate(lines) if len(text) > _LEAST_PARAGRAPH and _is_text(text)), 0)
    top = max(_TOP, min(_FURTHEST, paragraph))
    printed = _printed(lines, top, headline, language, reference, is_story=is_story)
    if printed:
        return printed
    near = [text for at, text in enumerate(lead) if not is_story or at < _LEAD or text[:_CAPITALS].isupper()]
    datelines = list(filter(None, (_of_dateline(text, language, reference) for text in near)))
    above = next(filter(None, (_of_dateline(text, language, reference) for text in headlines[:_TOP])), None)
    agree = len({one.date for one in datelines}) == 1
    dateline = datelines[0] if datelines and (is_story or (agree and len(datelines) > 1)) else above
    dateline = dateline or _of_bare_datelines(lines[:_TOP], language, reference)
    if dateline and title_days.is_ahead(dateline, reference):
        dateline = None  # the clock of a page
    return (
        headline
        or _of_print(lines, language, reference)
        or dateline
        or _of_byline(lines, top, language, reference)
        or _of_today(today, language, reference)
        or (_of_source(lines[-_BOTTOM:], language, reference) if is_story else None)
        or (_of_address(url) if url else None)
    )


def _printed(
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
    begun = next((at for at, text in enumerate(lines) if _is_text(text)), len(lines))
    own_lines = lines[:begun] if is_story else lines  # below a story other articles are listed
    first: ResolvedDate | None = None
    clock = False  # whether that may be the hour of the visit, over an article with a stamp of its own
    for at, text in enumerate(map(_without_links, (*lines[:top], *lines[top:][-_BOTTOM:]))):
        if first and (at >= top or not (stamps.tells_of_publication(text) or (clock and at < begun))):
            continue
        phrase = stamps.printed(text, language)
        if not phrase or not phrase.year:
            continue
        found = dates.resolve(phrase, _on_weekday(phrase, text, reference))
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
        first = ResolvedDate(found.date, rule="printed-date")
        if stamps.tells_of_publication(text):
            return first
    return first


def _may_be_a_clock(text: str) -> bool:
    """Whether a line gives the hour, or nothing but the weekday and its date: "THURSDAY, AUGUST 27, 2020"."""
    return stamps.TIME.search(text) is not None or _WEEKDAY_ALONE.fullmatch(text) is not None


def _of_byline(lines: Sequence[str], top: int, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "by the news desk November 20, 2023 9:05 AM": below other texts that a page prints first."""
    for text in lines[top:_DEEPEST]:
        if text[:3].lower() == "by " or stamps.tells_of_publication(text):
            phrase = stamps.printed(text, language)
            found = dates.resolve(phrase, _on_weekday(phrase, text, reference)) if phrase else None
            if found and not title_days.is_ahead(found, reference) and not _is_an_items(text, lines, language):
                return ResolvedDate(found.date, rule="byline")
    return None


def _of_print(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "A version of this article appears in e-paper on August 25, 2020": wherever a page says so."""
    said = (text for text in lines if text.startswith(_IN_PRINT) and "paper" in text)
    return next(filter(None, (_of_source([text], language, reference) for text in said)), None)


def _of_source(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "(The Herald, 17 August 2021)", "Nguồn: Báo Mới (17/8/2021)": below a story, where and when it was printed."""
    for text in lines:
        if len(text) > 2 * _LONGEST or not _SOURCED.match(text) or (_is_text(text) and text[0] != "A"):
            continue
        phrases = [one for one in find(text, 0, len(text), language) if one.kind is Kind.DAY and one.year]
        if len(phrases) == 1 and (found := dates.resolve(phrases[0], _on_weekday(phrases[0], text, reference))):
            return None if title_days.is_ahead(found, reference) else ResolvedDate(found.date, rule="source-line")
    return None


def _is_text(text: str) -> bool:
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
    texts = [text for text in lines if _is_text(text)][:_OWN]
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


def _without_links(text: str) -> str:
    """A line without the links to the days before and behind: "◄ 17 May 2021 | 18 May 2021 | 19 May 2021 ►"."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return text
    parts = _BETWEEN_LINKS.split(text)
    own = [part for part in parts if not _LINK.search(part)]
    return text if len(own) == len(parts) else " | ".join(own)


def announces(text: str) -> bool:
    """Whether a line is a round-up's headline, sums up the day, or introduces a list of news."""
    return next(_announcements().iter(text[:1000].lower()), None) is not None


@cache
def _announcements() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for cue in (*data.load("publication")["roundups"], *data.load("boilerplate")["summary"]["contains"]):
        automaton.add_word(cue, cue)
    automaton.make_automaton()
    return automaton


def sums_up(text: str) -> bool:
    """Whether a line sums up the day, or introduces a list of news."""
    low = text[:1000].lower()
    return any(cue in low for cue in data.load("boilerplate")["summary"]["contains"])


def _on_weekday(phrase: Phrase, text: str, reference: datetime.date | None) -> datetime.date | None:
    """What tells 1/11 from 11/1: the weekday printed beside it, else the reference date."""
    if phrase.day_first is not False or not (phrase.year and phrase.month and phrase.day):
        return reference
    named = next((day for name, day in data.load("dates.en")["weekdays"].items() if name[:3] in text.lower()), None)
    for month, day in ((phrase.month, phrase.day), (phrase.day, phrase.month)):
        reading = datetime.date(phrase.year, month, day)
        if named is not None and reading.weekday() == named:
            return reading
    return reference


_DATELINE_END = regex(  # "(Reuters) -", "-", "/TASS/", ", IRNA -"
    r"[.,]?\s?(?:\([^()\n]{2,40}\)|[-–—]|/[A-Z][^/\n]{1,20}/|,\s?[A-Z][\w ]{1,20}\s?[-–—])"
)

_BARE_DATELINE = regex(  # "PERTH, Aug 15 Ore prices …", "BAJURA, AUGUST 24" alone, "QUẬN CAM (VB-12/03/2023)"
    r"[A-ZÀ-ỸĐ][A-ZÀ-ỸĐ .'/-]{2,30}(?:, [A-Z][A-Za-z]{2,8}\.? \d{1,2}(?=$| [A-Z“\"])"
    r"| \([A-ZĐ]{2,8} ?[-–,] ?(\d{1,2}/\d{1,2}/\d{4})\))"
)


def _of_bare_datelines(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """The day of a page that one such line opens, without an agency's name behind it."""
    days = set()
    for text in lines:
        if bare := _BARE_DATELINE.match(text):
            line = bare[1] or bare[0]
            phrases = [one for tongue in (language, "en") for one in find(line, 0, len(line), tongue)]
            found = dates.resolve(phrases[0], reference) if phrases and phrases[0].kind is Kind.DAY else None
            days |= {found.date} if found else set()
    return ResolvedDate(days.pop(), rule="dateline") if len(days) == 1 else None


def _of_dateline(text: str, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "LIMA, March 5 (Reuters) - …": an agency dates its report by the day it sends it."""
    head = text[:_LONGEST]
    if not _DIGIT.search(head):
        return None
    if not _DATELINE_END.search(head):
        return None
    for tongue in dict.fromkeys((language, "en")):
        found_days = [one for one in find(head, 0, len(head), tongue) if one.kind is Kind.DAY]
        phrase = next(iter(found_days or (title_days.bare_day(head) if tongue == "vi" else [])), None)
        if phrase is None or phrase.end_day or not _DATELINE_END.match(head, phrase.end):
            continue
        place = stamps.without_weekday(_DAY_WORD.sub("", head[: phrase.start]).rstrip())
        if (town := place.rpartition(": ")[2]).isupper():
            place = town  # behind a headline: "Port shut: LIMA, Jan 26, (AP): …"
        if not place and head[phrase.end :].lstrip(". ")[:1] != "(":
            continue
        if not place or (place.endswith(",") and len(place) <= _LEFTOVER and place[0].isupper() and "." not in place):
            found = dates.resolve(phrase, reference)
            return ResolvedDate(found.date, rule="dateline") if found else None
    return None


def _of_today(lines: Sequence[str], language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """ "hôm nay (13/6)", "today (June 13)": the text says which day it is, outside a quotation."""
    for text in lines:
        found = _TODAY.search(text) if len(text) > _LEAST_SENTENCE else None
        if not found or "“" in text[: found.start()] or '"' in text[: found.start()]:
            continue
        words = text[found.end() : found.end() + _LEFTOVER]
        phrases = [phrase for phrase in find(words, 0, len(words), language) if phrase.kind is Kind.DAY]
        phrase = next(iter(phrases or (title_days.bare_day(words) if language == "vi" else [])), None)
        if phrase and phrase.start <= len("ngày (") and not phrase.end_day:
            day = dates.resolve(phrase, reference)
            return ResolvedDate(day.date, rule="today") if day else None
    return None


def _of_address(url: str) -> ResolvedDate | None:
    found = _URL_DAY.search(url) or _URL_STAMP.search(url) or _URL_NUMBER.search(url)
    try:
        return ResolvedDate(datetime.date(*map(int, found.groups()[:3])), rule="printed-address") if found else None
    except ValueError:
        return None
