"""Bullets that tell more of the one above them, where each heading of a page has one item below it.

So print desks for travellers' risks: a country, a bullet that says what happened there, others for the background and
what is advised.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import sentences
from events.extraction.layouts import fresh
from events.extraction.layouts.blocks import NamesIn, Opening
from events.extraction.lines import Line

_LEAST_HEADINGS, _LEAST_NOTES, _MOST_PER_HEADING = 4, 4, 5
_LONGEST_HEADING = 60  # characters
_GOING_ON, _SHARE_GOING_ON = (
    -2.3,
    0.8,
)  # the mean weight of signs of such bullets; how many of them have any less than 0


def notes_under_headings(
    lines: Sequence[Line], openings: Sequence[Opening | None], names_in: NamesIn, language: str
) -> frozenset[int]:
    """The places of such bullets; none where bullets below a heading tell of different things."""
    groups = _under_headings(lines, openings)
    notes = [place for group in groups for place in group[1:]]
    if len(groups) < _LEAST_HEADINGS or len(notes) < _LEAST_NOTES or max(map(len, groups)) > _MOST_PER_HEADING:
        return frozenset()
    weights = []
    for group in groups:
        for n, place in enumerate(group[1:], 1):
            opening = openings[place]
            mark = opening.length if opening else 0
            above = [lines[i] for i in group[:n]]
            weights.append(fresh.weight_of(lines[place], above, names_in, language, mark=mark))
    going_on = sum(1 for weight in weights if weight < 0)
    sure = sum(weights) <= _GOING_ON * len(weights) and going_on >= _SHARE_GOING_ON * len(weights)
    return frozenset(notes) if sure else frozenset()


def _under_headings(lines: Sequence[Line], openings: Sequence[Opening | None]) -> list[list[int]]:
    """The places of the bullets below each heading; none where some bullet has no heading above it."""
    groups: list[list[int]] = []
    headed = False
    for i, (line, opening) in enumerate(zip(lines, openings, strict=True)):
        if line.reason:
            continue
        if opening and not (groups or headed):
            return []
        if opening and headed:
            groups.append([i])
        elif opening:
            groups[-1].append(i)
        headed = not opening and len(line.text) <= _LONGEST_HEADING and not sentences.ends_like_one(line.text)
    return groups
