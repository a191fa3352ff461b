"""Standfirsts: the sentence below a headline that only says again, or on the side, what the text below tells."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import publication, sentences
from events.extraction.layouts import agency, dateline
from events.extraction.lines import Line, bears_a_sign
from events.extraction.records import Reason

_LONGEST, _LEAST_HEADLINE = 140, 24  # characters
_LEAST_LEAD, _LONGER = 90, 1.2  # characters of the first paragraph; times the standfirst
_LEAST_BEHIND = 2  # paragraphs below that one
_LONGEST_NAME = 30  # characters of an author's
_CREDITS = (Reason.CAPTION, Reason.BYLINE, Reason.SOURCE)  # below the words of a picture
_BY = ("By ", "BY ")  # below a headline
_NO_BREAK = (Reason.CAPTION, Reason.DUPLICATE, Reason.SUMMARY)  # stand amid a text as well


def drop(lines: Sequence[Line]) -> None:
    """Mark the page's first text where it is one: short, and parted from the paragraphs by who wrote them and when.

    Or with the medium's own mark in front, which the paragraphs below have not.
    """
    at = next((i for i, line in enumerate(lines) if not line.reason and sentences.ends_like_one(line.text)), None)
    if at is None or not _may_be_one(lines[at]) or not _is_below_a_headline(lines[:at]):
        return
    below = next((i for i, line in enumerate(lines) if i > at and _is_text(line) and _tells(lines[at], line)), None)
    if below is None:
        return
    if sum(1 for line in lines[below + 1 :] if _is_text(line) and len(line.text) >= _LEAST_LEAD) < _LEAST_BEHIND:
        return
    if not all(_is_small(lines, i) for i in range(at + 1, below) if not lines[i].reason):
        return
    broken = any(line.reason and line.reason not in _NO_BREAK for line in lines[at + 1 : below])
    if broken or (_is_signed(lines[at]) and not _is_signed(lines[below])):
        lines[at].reason = Reason.SUMMARY


def _may_be_one(line: Line) -> bool:
    if len(line.text) > _LONGEST or line.text[0] == "[" or bears_a_sign(line):
        return False
    opening = dateline.opening(line) or agency.opening(line)
    return not (opening and opening.place) and not publication.announces(line.text)


def _is_below_a_headline(above: Sequence[Line]) -> bool:
    kept = [line for line in above if not line.reason]
    return bool(kept) and len(kept[-1].text) >= _LEAST_HEADLINE


def _is_text(line: Line) -> bool:
    return not line.reason and sentences.ends_like_one(line.text)


def _tells(standfirst: Line, paragraph: Line) -> bool:
    least = max(_LEAST_LEAD, _LONGER * len(standfirst.text))
    return len(paragraph.text) >= least and paragraph.text[0] not in "[(" and not bears_a_sign(paragraph)


def _is_small(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name or another standfirst, or has a credit below it; a headline has a text there."""
    line, below = lines[at], lines[at + 1]
    credited = below.reason in _CREDITS and not below.text.startswith(_BY)
    if len(line.text) <= _LONGEST_NAME or credited:
        return True
    return sentences.ends_like_one(line.text) and len(line.text) < _LEAST_LEAD


def _is_signed(line: Line) -> bool:
    opening = agency.opening(line) or dateline.opening(line)
    return bool(opening and opening.credit and not opening.place)
