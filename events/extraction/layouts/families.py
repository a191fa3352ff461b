"""Headings known by each other: "Serbian Language Media:" beside "Albanian Language Media:", names underlined by rules.

What a page calls one of its parts, it calls the others in the same way. So a heading whose own words say nothing, or
under which only one item stands, is known by those that end as it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import places, sentences
from events.extraction.layouts.rules import is_rule
from events.extraction.lines import Line, bears_a_sign
from events.extraction.records import Reason

_LEAST, _LEAST_UNDERLINED = 2, 3  # headings of a family; names underlined
_SHORTEST, _LONGEST = 5, 60  # characters of a heading
_SHORTEST_WORD = 3
_LEAST_TEXT, _LEAST_LONG = 60, 90  # characters of what tells; of what tells surely
_LEAST_PLACED, _LONGEST_PLACE = 3, 40  # texts under a country; characters of its name
_MORE = (
    "more news",
    "other news",
    "news in brief",
    "in brief",
    "briefs",
    "also",
    "elsewhere",
    "in case you missed it",
    "tin khác",
    "tin vắn",
)
_MISTAKEN = (None, Reason.SUMMARY, Reason.OTHER, Reason.WIDGET, Reason.RELATED)


def read(lines: Sequence[Line]) -> None:
    """Set headings of one family off from the items around them."""
    _free_below_places(lines)
    families: dict[tuple[str, bool], list[Line]] = {}
    for line, below in pairwise([line for line in lines if line.reason in _MISTAKEN]):
        if _may_head(line) and below.reason is None:
            over_signs = bears_a_sign(below)
            if over_signs or (line.text.isupper() and not below.text.isupper()):
                families.setdefault((line.text.split()[-1], over_signs), []).append(line)
    for (_, over_signs), family in families.items():
        texts = {line.text for line in family}
        if len(texts) >= _LEAST and (over_signs or any(not line.reason for line in family)):
            for line in family:
                line.reason, line.ends_article, line.set_off = None, False, True
    _set_off_underlined(lines)
    _set_off_more_news(lines)


def _free_below_places(lines: Sequence[Line]) -> None:
    """A country over a text, as over the page's other items, heads an item whatever the text's words are."""
    pairs = [
        (line, text)
        for line, text in pairwise(lines)
        if len(line.text) <= _LONGEST_PLACE
        and sentences.is_paragraph(text.text, _LEAST_TEXT)
        and places.is_one(line.text)
    ]
    if sum(1 for line, text in pairs if not (line.reason or text.reason)) >= _LEAST_PLACED:
        for line, text in pairs:
            if (
                len(text.text) >= _LEAST_LONG
                and line.reason in _MISTAKEN
                and text.reason in (*_MISTAKEN, Reason.TEASER)
            ):
                line.reason = text.reason = None


def heads_more(line: Line) -> bool:
    """Whether a heading says that shorter items follow, however they are printed: "Elsewhere:", "In brief"."""
    return line.text.strip(" :.…").lower() in _MORE


def _may_head(line: Line) -> bool:
    text = line.text
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and " " in text
        and not bears_a_sign(line)
        and not sentences.ends_like_one(text)
        and len(text.split()[-1].strip(":)")) >= _SHORTEST_WORD
    )


def _set_off_underlined(lines: Sequence[Line]) -> None:
    """A few words with a rule right under each, several times, and none above them."""
    found = [
        (line, rule)
        for before, line, rule in zip([None, *lines], lines, lines[1:], strict=False)
        if is_rule(rule)
        and not (before and is_rule(before))
        and line.reason in _MISTAKEN
        and len(line.text) <= _LONGEST
        and not (bears_a_sign(line) or sentences.ends_like_one(line.text) or is_rule(line))
    ]
    if len({line.text for line, _ in found}) >= _LEAST_UNDERLINED:
        for line, _ in found:
            line.reason, line.ends_article, line.set_off = None, False, True


def _set_off_more_news(lines: Sequence[Line]) -> None:
    """ "More news" over items that tell, with signs as others above have: no box of links to other pages."""
    told = False
    for line, below in pairwise(lines):
        tells = bears_a_sign(below) and below.reason is None and sentences.is_paragraph(below.text, _LEAST_TEXT)
        if told and tells and line.reason is Reason.RELATED and heads_more(line):
            line.reason, line.ends_article, line.set_off = None, False, True
        told = told or tells
