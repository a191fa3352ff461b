"""`agency`: round-ups whose items open with the agency in capitals: `KYODO. text`, `TÂN HOA XÃ. …`."""

from __future__ import annotations

from events.extraction import agencies, media
from events.extraction.layouts.blocks import (
    LEAST_SHARE_OF_ITSELF,
    Block,
    Opening,
    is_the_pages_own,
    leads_an_article,
    openings_in,
)
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span
from events.extraction.remembered import remembered

NAME = "agency"

_LEAST_SHARE_OF_ONE = 0.34  # of the lines under a heading
_OPENING = regex(r"([^\W\d_][^.:;!?\n]{1,40}?)\s?(?:[.:]\s+|\s[-–—]+\s|(?<=\w)[-–—]\s+)(?=[\"“‘'«\[(]?[^\W_])")
_SITE = regex(r"([A-Z\d][A-Z\d-]{1,20}\.[A-Z]{2,4})\.\s+(?=[\"“‘'«\[(]?[^\W_])")  # "24.KG. The envoy …"
_NO_SIGN = regex(  # "AFP Thousands …", "KYODO.- …", "AP | …", and never the name of a medium in a sentence
    r"([A-ZĐ][A-ZĐÀ-Ỹ/ ]{1,25}?)(?:\.\s?[-–—]\s*|\s[|»]\s+|\.|\s)"
    r"(?!News|NEWS|TV|Photo|World|Radio|Online|Media)(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])"
)
_PLACED = regex(  # "EL COMERCIO (Lima) The …", "KYODO (Nhật Bản). …"
    r"([A-ZĐ][A-ZĐÀ-Ỹ/ -]{1,25}?)\s?\([^()\n]{2,25}\)(?:\s?[.:–—-]+)?\s+(?=[\"“‘]?[A-ZĐÀ-Ỹ])"
)
_DATED = regex(  # "Feb 08 (AFP) The UN …": a day in front of the source, whether the gazetteer knows it or not
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?|\d{1,2}/\d{1,2}),?\s?\((?P<source>[^\W\d_][^()\n]{1,30})\)"
    r"\s?[-–—:]{0,2}\s?(?=[\"“‘'«]?[^\W\d_a-z])"
)
_HEADED = regex(  # "PRESIDENT NAMES NEW ENVOY TO RUSSIA. President …": no agency, the item's own headline
    r"[\"'‘“]?[A-Z][A-Z0-9 ,'’‘\"“”&/.-]{22,150}[.?!][\"”]?\s+(?=[\"“‘']?[A-Z][a-z]|A\s[a-z])"
)
_LEAST_WORDS = 4  # of a headline; agencies that the gazetteer does not know have fewer
_SHOUTED = regex(r"[A-ZĐ][A-ZĐÀ-Ỹ/ -]{1,30}\.\s")
_GLUED = regex(r"(?<=[.!?…”\")])\s*([A-ZĐ][A-ZĐÀ-Ỹ/ -]{1,30})\.\s+(?=[\"“]?[A-ZĐÀ-Ỹ][\w])")
_DASHES = ("-", "–", "—")
_ENUMERATOR = regex(r"[IVX]{1,5}")
_BRACKETS = regex(r"[(\[]([^\W\d_][^()\[\]\n]{1,40})[)\]]\s*(?:[-–—:.]+\s+|(?=[\"“‘'«]?[^\W_]))")


def opening(line: Line) -> Opening | None:
    """Capitals and a full stop open an item whether the gazetteer knows the agency or not.

    A dash or a colon has to follow a known one, since datelines and headings look the same.
    """
    return _opening(line.text)


@remembered(512)  # the layouts ask for the same lines again and again while they are told apart
def _opening(text: str) -> Opening | None:
    head = text[:60]
    if (found := _PLACED.match(head)) and agencies.names_only(found[1]):
        return Opening(found.end(), credit=Span(*found.span(1)))
    if found := _BRACKETS.match(head):
        known = agencies.is_credit(found[1]) and found.end() < len(text)
        return Opening(found.end(), credit=Span(*found.span(1))) if known else None
    if "(" in head and (found := _DATED.match(head)) and found.end() < len(text):
        source = Span(*found.span("source"))
        return Opening(found.end(), credit=source if agencies.is_credit(found["source"]) else None)
    if head[:24].isupper() and _has_a_headline(text):
        return Opening(0)
    if (found := _SITE.match(head)) and agencies.names_only(found[1]):
        return Opening(found.end(), credit=Span(*found.span(1)))
    found = _OPENING.match(head) or (None if head.isupper() else _NO_SIGN.match(head))
    if not found or len(found[1]) < 2 or _ENUMERATOR.fullmatch(found[1]):
        return None
    stop = text[found.end(1) : found.end()].strip()
    if "(" in found[1] and not agencies.is_credit(found[1].partition("(")[0]):
        return None  # "LIMA, March 5 (Reuters) - …": a dateline
    if (
        stop in _DASHES
        and found[1].count(",") > 1
        and found[1].isascii()
        and not agencies.names_one(found[1].partition(",")[0])
    ):
        return None  # "LIMA, Peru, March 5, Reuters - …": one, too
    if stop in _DASHES and not text[found.end(1)].isspace() and found[1].casefold() not in media.names_of_wires():
        return None  # "AFP- The envoy …"; so a paper signs its own stories, too
    in_capitals = found[1] == found[1].upper()
    if not (in_capitals and stop == ".") and not agencies.is_credit(found[1]):
        return None
    named, end = found.end(1), found.end()
    more = _OPENING.match(head, end) if stop in _DASHES else None
    if more and agencies.names_only(more[1]):  # "AFP – Reuters. …"
        named, end = more.end(1), more.end()
    return Opening(end, credit=Span(0, named))


def _has_a_headline(text: str) -> bool:
    """Whether a sentence in capitals that names no agency opens the text."""
    found = _HEADED.match(text)
    return found is not None and len(found[0].split()) >= _LEAST_WORDS and not agencies.is_credit(found[0].strip(" ."))


def glued(text: str) -> list[int]:
    """Where further items begin in a line that opens with an agency: "KYODO. … AFP. …"."""
    if not _SHOUTED.match(text):
        return []
    return [found.start(1) for found in _GLUED.finditer(text) if agencies.is_credit(found[1])]


def confidence(block: Block) -> float:
    """Two such lines are no accident; a single one has to name a known agency, and to be more than a story's first."""
    openings, share = openings_in(block, opening, headed=True)
    if openings == 1 and share < (_LEAST_SHARE_OF_ONE if block.heading else 1):
        return 0.0
    if (
        openings > 1
        and is_the_pages_own(block, opening)
        and (share < LEAST_SHARE_OF_ITSELF or leads_an_article(block, opening))
    ):
        return 0.0
    if openings == 1:
        heads = [(line, begun.credit) for line in block.lines if (begun := opening(line)) and begun.credit]
        if not any(agencies.is_credit(credit.of(line.text)) for line, credit in heads):
            return 0.0
    return 0.5 + 0.45 * share if openings else 0.0
