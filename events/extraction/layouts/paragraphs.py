"""`paragraphs`: round-ups without any sign: under headings of regions or subjects each paragraph is an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from events.extraction import places, publication, sentences, subjects
from events.extraction.layouts.blocks import Block, Draft, NamesIn, Reading
from events.extraction.layouts.told import goes_on
from events.extraction.lines import Line
from events.extraction.records import Reason, Span

NAME = "bulleted"  # the list it would be if it had signs

_LEAST_HEADINGS, _LEAST_ITEMS = 2, 4
_MOST_PER_HEADING = 8
_MOST_OTHERS = 0.25  # other lines that are no sentences, for each paragraph
_LEAST_OF_ONE, _MOST_OF_ONE, _MOST_SENTENCES = 1.8, 5, 1.3  # paragraphs of an item under its country; their sentences
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


def read(block: Block, names_in: NamesIn, language: str, *, before: bool) -> Reading:
    """Each paragraph that does not point back to the one before; `before`: nothing is told yet."""
    reading = Reading()
    section: Line | None = None
    told = headed = False  # whether a heading was read; whether it was the last line
    headings = Counter(line.text for line in block.lines if not line.reason and is_heading(line))
    told_texts = [line for line in block.lines if not line.reason and sentences.ends_like_one(line.text)]
    # so that one stands over each item
    grouped = any(times > 1 for times in headings.values()) or _is_one_under_each(headings, told_texts)
    texts = [line.start for line in told_texts]
    last = max(texts, default=-1)
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif texts and line.start > last:
            reading.set_aside(line, Reason.OTHER)  # what heads no text belongs to the page
        elif is_heading(line):
            section, told, headed = line, True, True
            reading.head(line)
        elif not sentences.ends_like_one(line.text):
            if block.first and before and not reading.title and not told:
                reading.title = line
            reading.head(line)
        elif before and not block.heading and not told:
            reading.set_aside(line, Reason.SUMMARY)
        elif (
            reading.drafts and not headed and (grouped or _goes_on(line, reading.drafts[-1].lines, names_in, language))
        ):
            reading.keep(line)
        elif publication.announces(line.text) and not reading.drafts:
            reading.set_aside(line, Reason.SUMMARY)
        else:
            reading.begin(line, Draft([], section=section))
            headed = False
    return reading


def _is_one_under_each(headings: Collection[str], texts: Sequence[Line]) -> bool:
    """Whether one item stands under each country, since its paragraphs are single sentences as agencies write them."""
    countries = sum(map(places.is_one, headings))
    if countries < _LEAST_ITEMS or countries < len(headings) or not countries < len(texts) <= _MOST_OF_ONE * countries:
        return False
    told = sum(len(sentences.split(line.text, 0, len(line.text))) for line in texts)
    return told <= _MOST_SENTENCES * len(texts) and len(texts) >= _LEAST_OF_ONE * countries


def _goes_on(line: Line, before: Sequence[Line], names_in: NamesIn, language: str) -> bool:
    """Whether a paragraph goes on with the item before: it points back, quotes, opens with somebody named there.

    Or it tells of "the talks" and names nobody else.
    """
    if goes_on(line.text, language) or line.text[0] in "\"“'‘«":
        return True
    named = names_in([Span(line.start, line.end)])
    told = {one.value for one in names_in([Span(one.start, one.end) for one in before])}
    if line.text.startswith("The ") and line.text[4:5].islower():
        return bool(named) and told.issuperset(one.value for one in named)
    first = named[0] if named else None
    return first is not None and first.kind == "person" and first.start == line.start and first.value in told
