"""Lists of headlines: tables of contents, whose entries are printed again over their texts, and most read ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import sentences
from events.extraction.layouts import bulleted
from events.extraction.layouts.rules import STROKES
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.records import Reason

_SIGNS = ' \t*#_•●▪■►▶◆◇○◾◽☆★→·+:|.-–—=>[]()"“”\ufe0f'
_LEAST_DOUBLED = 16  # characters of a headline that is known when it is printed again
_LEAST, _LEAST_LISTED, _SHARE_LISTED = 2, 3, 0.6  # entries; of a list with signs, and of all its lines
_KEY = 28  # characters by which an entry is known though its line was broken


def may_be_doubled(line: Line) -> bool:
    """Whether a line is a headline that would be known when it is printed again."""
    return len(line.text) >= _LEAST_DOUBLED and not sentences.ends_like_one(line.text)


def bare(text: str) -> str:
    """The words in small letters, without the signs around."""
    return text.strip(_SIGNS).casefold()


def drop_ranked(lines: Sequence[Line]) -> None:
    """Entries of a box that counts them, each under its number on a line of its own: "Most read", "1", "…", "2", …"""
    box, due = False, 1
    written = [line for line in lines if line.text not in STROKES]
    for number, entry in pairwise(written):
        counted = number.text.rstrip(".")
        if box and counted == str(due):
            due += 1
            if entry.reason is None and not sentences.ends_like_one(entry.text):
                entry.reason = Reason.RELATED
        elif number.reason is Reason.RELATED and entry.text.rstrip(".") == "1":
            box, due = True, 1
        elif number.reason is None:
            box = False


def drop(lines: Sequence[Line]) -> None:
    """Set aside the table of contents."""
    kept = [line for line in lines if not line.reason]
    leads = {
        bare(line.text): place
        for place, (line, after) in enumerate(pairwise(kept))
        if may_be_doubled(line) and sentences.ends_like_one(after.text)
    }
    contents = [
        line
        for place, (line, after) in enumerate(pairwise(kept))
        if may_be_doubled(line)
        and not sentences.ends_like_one(after.text)
        and leads.get(bare(line.text), -1) > place + 1
    ]
    if len(contents) >= _LEAST:
        for line in contents:
            line.reason = Reason.SUMMARY
    _drop_listed(kept)


def _drop_listed(kept: Sequence[Line]) -> None:
    """A list with signs, most of whose entries stand further down without them."""
    listed = [place for place, line in enumerate(kept) if _has_sign(line)]
    if len(listed) < _LEAST_LISTED:
        return
    keys = {bare(kept[place].text)[:_KEY] for place in listed if may_be_doubled(kept[place])}
    again = {
        key: place
        for place, line in enumerate(kept)
        if place > listed[0] and not _has_sign(line) and (key := bare(line.text)[:_KEY]) in keys
    }
    if len(again) < _LEAST_LISTED:
        return
    end = min(again.values())
    entries = [place for place in listed if place < end]
    if sum(bare(kept[place].text)[:_KEY] in again for place in entries) >= max(_LEAST, _SHARE_LISTED * len(entries)):
        for line in kept[entries[0] : entries[-1] + 1]:
            line.reason = line.reason or Reason.SUMMARY


def _has_sign(line: Line) -> bool:
    return line.text[0] in STARS or bulleted.opening(line) is not None
