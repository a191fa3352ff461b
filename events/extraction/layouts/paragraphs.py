"""`paragraphs`: round-ups without any sign: under headings of regions or subjects each paragraph is an item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import places, publication, sentences, subjects
from events.extraction.layouts.blocks import Block, Draft, Reading
from events.extraction.layouts.told import goes_on
from events.extraction.lines import Line
from events.extraction.records import Reason

NAME = "bulleted"  # the list it would be if it had signs

_LEAST_HEADINGS, _LEAST_ITEMS = 2, 4
_MOST_PER_HEADING = 8
_MOST_OTHERS = 0.25  # other lines that are no sentences, for each paragraph
_SURE = 0.7


def confidence(blocks: Sequence[Block]) -> float:
    """Headings with paragraphs right under them, and hardly anything else."""
    lines = [
        line for block in blocks for line in ([block.heading] if block.heading else []) + block.lines if not line.reason
    ]
    first = next((i for i, line in enumerate(lines) if is_heading(line)), len(lines))
    lines = lines[first:]
    headings = sum(1 for line, after in pairwise(lines) if is_heading(line) and sentences.ends_like_one(after.text))
    items = sum(1 for line in lines if sentences.ends_like_one(line.text))
    others = sum(1 for line in lines if not is_heading(line) and not sentences.ends_like_one(line.text))
    if headings < _LEAST_HEADINGS or not _LEAST_ITEMS <= items <= _MOST_PER_HEADING * headings:
        return 0.0
    return _SURE if others <= _MOST_OTHERS * items else 0.0


def is_heading(line: Line) -> bool:
    """Whether a line is a heading by region, by country, by subject, or as it is set off."""
    return line.heading or line.set_off or subjects.is_heading(line.text) or places.is_one(line.text)


def read(block: Block, language: str, *, before: bool) -> Reading:
    """Each paragraph that does not point back to the one before; `before`: nothing is told yet."""
    reading = Reading()
    section: Line | None = None
    told = False
    texts = [line.start for line in block.lines if not line.reason and sentences.ends_like_one(line.text)]
    last = max(texts, default=-1)
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif texts and line.start > last:
            reading.set_aside(line, Reason.OTHER)  # what heads no text belongs to the page
        elif is_heading(line):
            section, told = line, True
            reading.head(line)
        elif not sentences.ends_like_one(line.text):
            if block.first and before and not reading.title and not told:
                reading.title = line
            reading.head(line)
        elif before and not block.heading and not told:
            reading.set_aside(line, Reason.SUMMARY)
        elif reading.drafts and (goes_on(line.text, language) or line.text[0] in "\"“'‘«"):
            reading.keep(line)
        elif publication.announces(line.text) and not reading.drafts:
            reading.set_aside(line, Reason.SUMMARY)
        else:
            reading.begin(line, Draft([], section=section))
    return reading
