"""Whether a paragraph in front of a round-up's items sums them up, or is the first of them without its sign."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import publication, sentences
from events.extraction.layouts import dateline, headline
from events.extraction.layouts.blocks import NamesIn, Opening, parties_in
from events.extraction.lines import Line
from events.extraction.records import Span

_LEAST_PARAGRAPH = 60
_MOST_ITEMS = 40  # of a round-up that are looked at
_SHARE_ALIKE = 0.5  # of the items end or open as the paragraph does
_MOST_SENTENCES, _SHORT_SENTENCE = 4, 60  # sentences, each so short, are the headlines of the day one after the other
_SHARE_TOLD_AGAIN = 0.5  # of the names a summary holds
_BETWEEN = (";", " | ", " • ", " · ", " / ")  # headlines side by side


def sums_up(line: Line, items: Sequence[Line], names_in: NamesIn) -> bool:
    """Whether a paragraph says so, is a row of headlines, or names what several of the items name."""
    if publication.announces(line.text) or max(map(line.text.count, _BETWEEN)) > 1 or is_a_row_of_headlines(line.text):
        return True
    names = parties_in(line, names_in)
    told = [names & parties_in(one, names_in) for one in items[:_MOST_ITEMS]]
    again = set().union(*told) if told else set()
    return sum(map(bool, told)) > 1 and len(again) > 1 and len(again) >= _SHARE_TOLD_AGAIN * len(names)


def is_the_first_item(line: Line, items: Sequence[tuple[Line, Opening]], names_in: NamesIn) -> bool:
    """Whether a paragraph is an item without the sign the others have: it reads like them and tells something else."""
    if len(line.text) < _LEAST_PARAGRAPH or not sentences.ends_like_one(line.text):
        return False
    if line.text[:3].isupper() and _is_placed(line.text) and not publication.announces(line.text):
        return True  # "LIMA, Peru — …"
    lines = [one for one, _ in items]
    if sums_up(line, lines, names_in):
        return False
    if _is_credited(line.text) and sum(_is_credited(one.text) for one in lines) >= _SHARE_ALIKE * len(lines):
        return True
    placed = sum(_is_placed(one.text[opening.length :]) or bool(opening.place) for one, opening in items)
    if _is_placed(line.text) and placed >= _SHARE_ALIKE * len(lines):
        return True
    named = names_in([Span(line.start, line.end)])
    names = {mention.value for mention in named}
    told = [shared for one in lines[:_MOST_ITEMS] if (shared := names & parties_in(one, names_in))]
    again = set().union(*told)
    new = named and (named[0].value not in again or len(told) == 1)
    return bool(new) and len(again) <= _SHARE_TOLD_AGAIN * len(names)


def is_a_row_of_headlines(text: str) -> bool:
    """Whether a paragraph is nothing but short sentences, the headlines of the day."""
    said = sentences.split(text, 0, len(text)) if len(text) < 1000 else ()
    return len(said) >= _MOST_SENTENCES and all(one.end - one.start <= _SHORT_SENTENCE for one in said)


def _is_credited(text: str) -> bool:
    return bool(headline.trailing_credit(text, 0, len(text))[1])


def _is_placed(text: str) -> bool:
    found = dateline.opening(Line(0, len(text), text))
    return found is not None and found.place is not None
