"""Whether a page is one article, though crossheads, captions and links to others make it look like a list of items."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from events.extraction import sentences
from events.extraction.layouts.blocks import NamesIn
from events.extraction.lines import Line
from events.extraction.records import Span

_LEAST_PARAGRAPH = 60  # characters
_LEAST_PARAGRAPHS = 3
_MOST_LED = 0.55  # share of an article's paragraphs that stand under a line of their own: a crosshead, a caption
_LONGER_TEASER = 5  # paragraphs of an article from which on a link to another one may have two
_MOST_ITEMS = 0.3  # share of its paragraphs that open as items do
_LONGEST_CROSSHEAD = 120


def is_one(lines: Sequence[Line], names_in: NamesIn, opens_item: Callable[[Line], bool]) -> bool:
    """Whether several paragraphs tell of the same people and countries, and the others, one each, are teasers."""
    kept = [line for line in lines if not line.reason]
    groups: list[list[tuple[Line, bool]]] = []
    named: set[str] = set()
    before: Line | None = None
    for line in kept:
        if not _is_paragraph(line):
            before = line
            continue
        led = before is not None
        own = _names(line, names_in)
        if before is not None:
            own |= _names(before, names_in)
        linked = not led or (bool(groups) and bool(own & named)) or (bool(groups) and not own)
        if not groups or (led and not linked):
            groups.append([])
        groups[-1].append((line, led))
        if len(groups) == 1:
            named |= own
        before = None
    if not groups:
        return False
    article, others = groups[0], [len(group) for group in groups[1:]]
    most = 2 if len(article) >= _LONGER_TEASER else 1
    items = sum(1 for line, _ in article if opens_item(line))
    return (
        len(article) >= _LEAST_PARAGRAPHS
        and sum(1 for _, led in article if led) <= _MOST_LED * len(article)
        and items <= max(1, _MOST_ITEMS * len(article))
        and all(count <= most for count in others)
    )


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _LEAST_PARAGRAPH and sentences.ends_like_one(line.text)


def _names(line: Line, names_in: NamesIn) -> set[str]:
    return {mention.value for mention in names_in([Span(line.start, line.end)]) if mention.kind != "agency"}
