"""Who wrote an article, and who is credited for it, as the lines around it say."""

from __future__ import annotations

import re

from events.extraction import agencies, sentences
from events.extraction.layouts import dateline, headline
from events.extraction.layouts.blocks import Draft
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

LONGEST = 60  # characters
SAYS_SO = regex(r"[(\[]|(?:by|source|from|via|theo|nguồn)\b", re.IGNORECASE)  # that a name is a credit
_SHOWN = regex(r"(?<=\.)\s?[(\[](?:nguồn|source)\s?:", re.IGNORECASE)  # "The president in Lima. (Source: AFP)"
_OF_PICTURES = regex(r"\b(?:getty|shutterstock|istock|alamy)\b", re.IGNORECASE)  # they sell nothing else
_LEAST_PARAGRAPH = 60  # characters


def is_byline(text: str) -> bool:
    """A name, perhaps with an agency: "Jane Roe", "By JOHN DOE", "Minh Anh (Theo Reuters)", "Theo AFP"."""
    if len(text) > LONGEST or text[-1] in ".!?:…":
        return bool(headline.whole_credit(text))
    end, credits = headline.trailing_credit(text, 0, len(text))
    if credits and end <= 35:
        return True
    if headline.whole_credit(text):
        return True
    words = re.findall(r"[^\W\d_]+", text.removeprefix("By ").removeprefix("by "))
    return 1 <= len(words) <= 5 and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)


def credit(line: Line, lead: Draft) -> None:
    """The agency a byline or a source line names is credited for the main event."""
    if line.reason in (None, Reason.SOURCE, Reason.BYLINE):
        if line.text[0] in "([" and any(map(str.isdigit, line.text)):
            return  # "(Dân trí) - 24/01/2019": the page's own mark
        if _OF_PICTURES.search(line.text):
            return  # "Source: Getty / Jane Roe"
        named = headline.whole_credit(line.text)
        if named and not SAYS_SO.match(line.text) and not agencies.names_one(line.text):
            return  # "News Feed", "Ukraine Daily": names of the page's own parts
        if named and ":" in line.text and not SAYS_SO.match(line.text) and not agencies.is_certain(line.text):
            return  # "Age: 40", "Today: this": no newspapers
        if named:
            lead.extra_credits.append(Span(line.start + named.start, line.start + named.end))
        else:
            end, credits = headline.trailing_credit(line.text, 0, len(line.text))
            if len(line.text) <= LONGEST and not _SHOWN.match(line.text, end):
                lead.extra_credits += [Span(line.start + c.start, line.start + c.end) for c in credits]


def credit_of_dateline(lead: Draft) -> None:
    """ "LIMA, May 3 (Reuters) - …" in front of the main event's first paragraph credits it."""
    line = next((line for line in lead.lines if sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)), None)
    opening = dateline.opening(line) if line else None
    if line and opening and opening.place and opening.credit:
        lead.extra_credits.append(Span(line.start + opening.credit.start, line.start + opening.credit.end))
