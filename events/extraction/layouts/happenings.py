"""Whether a paragraph of a story opens an event of its own, goes on with the one before it, or only explains.

What shows an event (a day and actors of its own, its main verb, how little it shares with what was told) is weighed by
a model learned from labelled stories: docs/decisions/0011-what-opens-an-event-in-a-story.md.
"""

from __future__ import annotations

import re
from functools import cache

from events.extraction import dates_in_clauses, learned, sentences
from events.extraction.layouts import dateline, happening_signs
from events.extraction.layouts.blocks import Draft
from events.extraction.layouts.happening_signs import ACTOR_WINDOW, QUOTES, explains, looks_back, own_day
from events.extraction.layouts.told import Told, goes_on, words
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span

LABELS = OPENS, DOES_NOT = ("opens", "does-not")
SURE = 0.5  # likelihood from which on a paragraph opens an event; `make train` prints what others would give
SURE_TURNING = 0.3  # where it says that the story turns elsewhere: of 290 such labelled ones 282 open an event
_TURNING = ("turns", "turns inside")
_SURNAME_SAYS = regex(
    r"(?:[A-Z]{2,4}\s|[A-Z][a-z]{1,4}\.\s)?(?P<name>[A-Z][\w'’-]+)\s(?:also |then |further )?"
    r"(?:said|says|added|noted|stressed|explained|told|pointed out|went on|recalled|stated|reiterated|emphasi[sz]ed)\b"
)
_BEFORE_THE_TEXT = 4  # headline, standfirst and captions


def is_one(told: Told, line: Line) -> bool:
    """Whether a paragraph opens an event of its own."""
    if _speaks_on(told.language).match(line.text) or _speaks_again(told, line.text):
        return False
    shown = happening_signs.read(told, line)
    if not shown or "commentator" in shown.signs or {"explains", "looks back"} <= shown.signs:
        return False
    sure = SURE if shown.signs.isdisjoint(_TURNING) else SURE_TURNING
    return learned.model("happenings", told.language).probabilities(shown.marked)[OPENS] >= sure


def _speaks_again(told: Told, text: str) -> bool:
    """Whether somebody known says more, and names no day: "DSP Rokaya said that a helicopter had turned back."."""
    found = _SURNAME_SAYS.match(text) if told.language == "en" else None
    if found is None or not any(person.rpartition(" ")[2] == found["name"] for person in told.people):
        return False
    first = sentences.first(text, 0, len(text))
    return first is not None and not own_day(told, text, first)


@cache
def _speaks_on(language: str) -> re.Pattern[str]:
    """ "He added that …", "Asked about …", "Trả lời câu hỏi của phóng viên, …": who spoke before goes on."""
    return re.compile(rf"(?:{'|'.join(words('speaks_on', language))})\b")


def goes_with(told: Told, line: Line) -> bool:
    """Whether another one can belong to the open event: a further event goes on only by pointing back or quoting."""
    text, language = line.text, told.language
    if line.text[0] not in QUOTES and (
        dates_in_clauses.tells_background(text, language)
        or explains(text, language)
        or looks_back(told, text, sentences.first(text, 0, len(text)))
    ):
        return False
    if dates_in_clauses.is_commentary(text[:ACTOR_WINDOW], language):
        return False
    return told.lead or text[0] in QUOTES or goes_on(text, language)


def is_first_paragraph(told: Told, draft: Draft, line: Line) -> bool:
    """Whether the paragraph under the headline or the summary tells the main event, whatever its date and actors.

    Under a headline with a summary of one sentence that is the second one, if it gives the day; behind captions and
    standfirsts the one with the dateline, or that says the standfirst again.
    """
    if not draft.lead:
        return False
    if told.paragraphs == 1 or (told.repeated and told.paragraphs <= _BEFORE_THE_TEXT):
        return True
    opening = dateline.opening(line) if told.paragraphs <= _BEFORE_THE_TEXT else None
    if opening and opening.place:
        return True
    if told.paragraphs > 2:
        return False
    summary = draft.lines[-1].text
    one = sentences.first(summary, 0, len(summary))
    head = sentences.first(line.text, 0, len(line.text))
    return bool(
        draft.titled
        and one
        and one.end >= len(summary) - 1
        and head
        and not own_day(told, summary, one)
        and own_day(told, line.text, head)
        and _goes_on_about(told, line, head)
    )


def _goes_on_about(told: Told, line: Line, sentence: Span) -> bool:
    """Whether a sentence is first about someone the open event names, or about nobody."""
    parties = told.parties(Span(line.start + sentence.start, line.start + sentence.end))
    return not parties or parties[0].name in told.here
