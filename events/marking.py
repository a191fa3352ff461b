"""Text as HTML with some of its words marked. Everything is escaped here, so nothing from an upload becomes markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Mark:
    """A stretch of text and the field it gave a value of."""

    start: int
    end: int
    field: str


def highlighted(text: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    """`text` with each span in a <mark class="hit">. Spans are in order and do not overlap."""
    parts, done = [], 0
    for start, end in spans:
        parts += [escape(text[done:start]), '<mark class="hit">', escape(text[start:end]), "</mark>"]
        done = end
    parts.append(escape(text[done:]))
    return SafeString("".join(parts))


def with_evidence(text: str, marks: Iterable[Mark], *, offset: int = 0) -> SafeString:
    """`text`, which begins at `offset` of its article, with the words that gave facts in <mark data-gives="fields">.

    Marks may overlap: the text is cut where any begins or ends, and each piece names all the fields it gave. The first
    piece of a mark carries the id "w-start", for links from the fact.
    """
    end = offset + len(text)
    marks = [mark for mark in marks if mark.start < end and mark.end > offset and mark.start < mark.end]
    edges = {offset, end}
    for mark in marks:
        edges |= {max(mark.start, offset), min(mark.end, end)}
    places = sorted(edges)
    pieces = [
        _piece(text[left - offset : right - offset], left, sorted({m.field for m in marks if m.start <= left < m.end}))
        for left, right in pairwise(places)
    ]
    return SafeString("".join(pieces))


def _piece(words: str, start: int, fields: list[str]) -> str:
    if not fields:
        return conditional_escape(words)
    return format_html('<mark class="evidence" id="w-{}" data-gives="{}">{}</mark>', start, " ".join(fields), words)


def paragraphs(text: str, *, offset: int | None = None) -> SafeString:
    """Each line that is not empty as a <p class="passage">; with `offset`, where the text begins in its article, each
    says in data-at where it begins there."""
    if offset is None:
        lines = ((line,) for line in text.split("\n") if line.strip())
        return format_html_join("\n", '<p class="passage">{}</p>', lines)
    placed, at = [], offset
    for line in text.split("\n"):
        if line.strip():
            placed.append((at, line))
        at += len(line) + 1
    return format_html_join("\n", '<p class="passage" data-at="{}">{}</p>', placed)
