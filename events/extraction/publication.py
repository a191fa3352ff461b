"""The day a text was published, where the text itself tells it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache

import ahocorasick

from events.extraction import data, printed_days, stamps, title_days, told_days
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate

_TOP, _BOTTOM = 12, 5  # lines a printed date may stand in
_LEAST_PARAGRAPH = 140  # characters of the first below which none is looked for: a site's notes are shorter
_FURTHEST = 40  # lines in front of the first paragraph in which it may stand
_LEAD, _CAPITALS = 4, 4  # lines of a story in which its dateline stands; below them, letters of a place in capitals
_TITLE = 3
_LONGEST_SOURCE = 80  # characters
_SOURCE_BEHIND = regex(r"[(\[][^()\[\]]*\b(?:19|20)\d\d\b[^()\[\]]*[)\]]$")  # with its day


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
    headline = _told_by_titles(lines, headlines, language, reference)
    paragraph = next((at for at, text in enumerate(lines) if _is_paragraph(text)), 0)
    top = max(_TOP, min(_FURTHEST, paragraph))
    printed = printed_days.of_stamps(lines, top, headline, language, reference, is_story=is_story)
    return (
        printed
        or headline
        or told_days.of_print(lines, language, reference)
        or _dateline(lines, headlines, lead, language, reference, is_story=is_story)
        or printed_days.of_byline(lines, top, language, reference)
        or (printed_days.beside_headline(headlines, lead, lines, language, reference) if is_story else None)
        or printed_days.amid_headline(lines[:_TITLE], language, reference)
        or told_days.of_today(today, language, reference)
        or _source(lines, language, reference, is_story=is_story)
        or (told_days.of_address(url) if url else None)
        or (None if is_story else told_days.of_today(lead, language, reference, with_year=True))
    )


def _is_paragraph(text: str) -> bool:
    return len(text) > _LEAST_PARAGRAPH and printed_days.is_text(text)


def _told_by_titles(
    lines: Sequence[str], headlines: Sequence[str], language: str, reference: datetime.date | None
) -> ResolvedDate | None:
    """The day in the headline of a round-up, or in a page's title."""
    announced_first = sorted(map(printed_days.without_links, headlines[:_TOP]), key=lambda text: not announces(text))
    telling = (
        text
        for at, text in enumerate(announced_first)
        if announces(text) or (at < 2 and not printed_days.is_text(text) and not stamps.is_date_line(text, language))
    )
    of_headlines = (title_days.of_headline(text, language, reference) for text in telling)
    of_titles = (title_days.of_title(text, language, reference) for text in lines[:_TITLE])
    return next(filter(None, of_headlines), None) or next(filter(None, of_titles), None)


def _dateline(
    lines: Sequence[str],
    headlines: Sequence[str],
    lead: Sequence[str],
    language: str,
    reference: datetime.date | None,
    *,
    is_story: bool,
) -> ResolvedDate | None:
    """The day that opens a story's text, or the texts of a round-up, as that of agencies' reports."""
    near = [text for at, text in enumerate(lead) if not is_story or at < _LEAD or text[:_CAPITALS].isupper()]
    datelines = list(filter(None, (told_days.of_dateline(text, language, reference) for text in near)))
    above = next(filter(None, (told_days.of_dateline(text, language, reference) for text in headlines[:_TOP])), None)
    agree = len({one.date for one in datelines}) == 1
    dateline = datelines[0] if datelines and (is_story or (agree and len(datelines) > 1)) else above
    dateline = dateline or told_days.of_bare_datelines(lines[:_TOP], language, reference)
    if dateline and title_days.is_ahead(dateline, reference):
        dateline = None  # the clock of a page
    opening = (told_days.of_opening_day(text, language, reference) for text in lead[:_LEAD])
    return dateline or next(filter(None, opening), None)


def _source(
    lines: Sequence[str], language: str, reference: datetime.date | None, *, is_story: bool
) -> ResolvedDate | None:
    """Where and when it was printed, below a story; below a round-up where it says so of no single item."""
    if is_story:
        return told_days.of_source(lines[-_BOTTOM:], language, reference)
    if sum(text[-1:] in ")]" and _SOURCE_BEHIND.search(text[-_LONGEST_SOURCE:]) is not None for text in lines) != 1:
        return None
    return told_days.of_source(lines[-1:], language, reference)


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
