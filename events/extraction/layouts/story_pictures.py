"""What an article prints of its pictures without saying so: told by whose picture it is and who is seen."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import agencies, scenes, sentences
from events.extraction.layouts.blocks import NamesIn
from events.extraction.layouts.bylines import SAYS_SO, is_byline
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

_LONGEST_NAME = 30
_LONGEST = 300
_SEEN = regex(r"(?:An?|Two|Three|Four|Several|Some|People|File photo|FILE)\b")  # so captions open, hardly standfirsts
_BARE_NAME = regex(r"[.!?…]\s+([A-Z][\w&/ -]{1,24})$")
_LONGEST_PORTRAIT, _MOST_WORDS = 80, 9
_SMALL = ("of", "the", "for", "and", "de", "del", "la", "al", "bin", "van", "von", "to", "in")


def is_portrait(line: Line, names_in: NamesIn) -> bool:
    """Whether a line only says who is seen, all in capitals: "Interior Minister Jane Roe."."""
    text = line.text
    if len(text) > _LONGEST_PORTRAIT or text[-1] != "." or not text[0].isupper() or text.count(" ") >= _MOST_WORDS:
        return False
    named = names_in([Span(line.start, line.end)])
    if not named or named[-1].kind != "person" or named[-1].end != line.end - 1:
        return False
    return all(word[0].isupper() or word in _SMALL for word in text[:-1].replace(",", "").split())


def credited_below(between: Sequence[Line], language: str) -> list[Line]:
    """Between the headline and the text, what a picture shows and, on the line below, whose it is: "AFP".

    What stands above an agency and the hour is a standfirst.
    """
    return [
        line
        for shown, credit, below in zip(between, between[1:], [*between[2:], None], strict=False)
        if not shown.reason
        and credit.reason in (None, Reason.BYLINE)
        and not (below and below.reason is Reason.BYLINE and any(map(str.isdigit, below.text)))
        and _may_be_shown(shown.text, credit.text, language)
        for line in (shown, credit)
    ]


def is_seen(line: Line) -> bool:
    return len(line.text) <= _LONGEST and scenes.has_a_scene(line.text)


def _may_be_shown(text: str, credit: str, language: str) -> bool:
    """Whether a line could tell what the picture of an agency shows: "Agency A closed lane at the border"."""
    if not _LONGEST_NAME < len(text) <= _LONGEST or len(credit) > _LONGEST_NAME or SAYS_SO.match(credit):
        return False
    if is_byline(text) or not agencies.names_only(credit):
        return False
    if sentences.ends_like_one(text):
        return scenes.has_a_scene(text)
    return language == "vi" or text.startswith(f"{credit} ") or _SEEN.match(text) is not None


def names_its_agency(text: str) -> bool:
    """Whether a sentence has an agency's bare name behind it: "Women queue at a well near Juba on Monday. AFP"."""
    found = _BARE_NAME.search(text, max(0, len(text) - _LONGEST_NAME)) if len(text) <= _LONGEST else None
    if not found or not agencies.names_only(found[1]):
        return False
    only = sentences.first(text, 0, found.start(1))
    return only is not None and only.end >= found.start(1) - 1
