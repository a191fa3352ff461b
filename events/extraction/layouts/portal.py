"""`portal`: a page of headlines, each with the lead of its own article, that are all events."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import sentences
from events.extraction.layouts.blocks import Block, Draft, Reading
from events.extraction.lines import Line
from events.extraction.records import Reason

NAME = "portal"

_LEAST_PAIRS = 3
_LONGEST_HEADLINE = 200
_LEAST_LEAD = 60


def confidence(block: Block) -> float:
    """Headline, lead, headline, lead: a story has sections of several paragraphs instead."""
    lines = [line for line in block.lines if not line.reason]
    pairs = sum(1 for line, following in pairwise(lines) if _is_pair(line, following))
    if pairs < _LEAST_PAIRS:
        return 0.0
    return min(0.9, 2 * pairs / len(lines))


def _is_pair(line: Line, following: Line) -> bool:
    return (
        20 <= len(line.text) <= _LONGEST_HEADLINE
        and not sentences.ends_like_one(line.text)
        and len(following.text) >= _LEAST_LEAD
        and sentences.ends_like_one(following.text)
    )


def read(block: Block) -> Reading:
    """Each headline with what stands under it until the next one."""
    reading = Reading()
    kept = [line for line in block.lines if not line.reason]
    heads = {id(line) for line, following in pairwise(kept) if _is_pair(line, following)}
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif id(line) in heads:
            reading.begin(line, Draft([]))
        elif reading.drafts and sentences.ends_like_one(line.text):
            reading.keep(line)
        elif not reading.drafts and not sentences.ends_like_one(line.text):
            reading.head(line)
        else:
            reading.set_aside(line, Reason.OTHER if reading.drafts else Reason.SUMMARY)
    return reading
