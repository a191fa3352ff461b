"""The document parted into blocks at the headings of its regions; which lines that name regions are no headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from events.extraction import regions, sentences
from events.extraction.layouts.blocks import Block
from events.extraction.lines import Line
from events.extraction.records import Reason, Region

_TOP, _LEAST_LABELS = 3, 2  # lines of a page's head; labels under teasers
_LONGEST_TIME, _SHARE_LABELLED = 40, 0.4  # characters of a time; share of the times that have a label beside them
_LEAST_MENU = 3  # headings in a row


def parted(all_lines: list[Line], opens_item: Callable[[Line], bool]) -> Iterator[Block]:
    """The document parted at its region headings. `opens_item`: whether a line has the sign of any layout."""
    for line in all_lines:
        line.heading = line.reason is None and line.text[0] not in "([" and regions.read_heading(line.text) is not None
    for before, line in pairwise(all_lines):  # "… in the" over "Middle East."
        line.heading = line.heading and not (line.text[-1] == "." and not sentences.ends_like_one(before.text))
    _silence_menus(all_lines)
    _silence_labels(all_lines)
    _free_the_title(all_lines, opens_item)
    block = Block(None, [], first=True)
    for line in all_lines:
        if line.heading:
            if block.heading or block.lines:
                block.headings_follow = True
                yield block
            block = Block(line, [])
        else:
            block.lines.append(line)
    yield block


def _free_the_title(all_lines: list[Line], opens_item: Callable[[Line], bool]) -> None:
    """ "World news" over everything, and no other heading: the page's own headline."""
    kept = [line for line in all_lines if not line.reason]
    headings = [line for line in kept if line.heading]
    if len(headings) == 1 and (headings[0] in kept[:_TOP] or _stands_over_titles(headings[0], kept, opens_item)):
        reading = regions.read_heading(headings[0].text)
        headings[0].heading = not (reading and reading.region is Region.GLOBAL and not reading.others)


def _stands_over_titles(heading: Line, kept: list[Line], opens_item: Callable[[Line], bool]) -> bool:
    """Whether nothing is told yet where a heading stands, nor right below it."""
    place = next(i for i, line in enumerate(kept) if line is heading)
    return not any(sentences.ends_like_one(line.text) or opens_item(line) for line in kept[: place + 2])


def _silence_labels(all_lines: list[Line]) -> None:
    """Regions printed under teasers, behind or over their time, are no headings: "5 hours ago", "Europe"."""
    labels = [
        line
        for before, line in pairwise(all_lines[_TOP:])
        if line.heading and before.reason is Reason.BYLINE and not line.gap
    ]
    times = sum(1 for line in all_lines if line.reason is Reason.BYLINE and len(line.text) <= _LONGEST_TIME)
    if len(labels) < _SHARE_LABELLED * times:
        labels = []  # headings that follow the last teaser of the part above
    if len(labels) < _LEAST_LABELS:
        labels = _labels_over_times(all_lines)
    if len(labels) >= _LEAST_LABELS:
        known = {line.text.casefold() for line in labels}
        for line in all_lines:
            if line.heading and line.text.casefold() in known:
                line.heading, line.reason = False, Reason.WIDGET


def _labels_over_times(all_lines: list[Line]) -> list[Line]:
    """Regions between a teaser and its time: the last of them has nothing under it that it could head."""
    labels = [
        line
        for before, line, after in zip(all_lines, all_lines[1:], all_lines[2:], strict=False)
        if line.heading and after.reason is Reason.BYLINE and not before.reason and sentences.ends_like_one(before.text)
    ]
    last = next((line for line in reversed(all_lines) if not line.reason), None)
    return labels if labels and labels[-1] is last else []


def _silence_menus(all_lines: list[Line]) -> None:
    """Three headings in a row are the site's menu."""
    run: list[Line] = []
    for line in [*all_lines, None]:
        if line is not None and line.heading:
            run.append(line)
            continue
        if len(run) >= _LEAST_MENU:
            for entry in run:
                entry.heading, entry.reason = False, Reason.WIDGET
        run = []


def together(blocks: list[Block]) -> list[Line]:
    """All lines of the blocks, their headings among them."""
    return [line for block in blocks for line in ([block.heading] if block.heading else []) + block.lines]
