"""`credited`: round-ups whose items have no sign in front, but each an agency behind it: "… in Omdurman. (Reuters)".

So print day pages of encyclopedias and news digests, their items under headings by subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import publication, sentences
from events.extraction.layouts import headline, portal
from events.extraction.layouts.blocks import Block, Draft, Reading
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

NAME = "bulleted"  # the list its items would be if the signs had not been lost in copying

_LEAST_ITEMS = 3
_LEAST_SHARE = 0.5  # of the lines that are sentences
_LONGEST_HEADING = 90
_LEAST_SOURCED, _SHARE_SOURCED = 5, 0.7  # headlines with a medium behind a dash, in number and of all lines
_LONGEST_SOURCE = 60  # characters, with the dash and the letter in front
_SOURCED = regex(r"\w[’'”\"]?\s?[–—-]\s(?:The )?[^\W\d_a-z][\w.&'’ ]{1,40}$")  # "… resume – Human Rights Watch"


def confidence(block: Block) -> float:
    """Most sentences end with a credit, so that a credit ends an item."""
    lines = [line for line in block.lines if not line.reason]
    told = [line for line in lines if not _is_heading(line)]
    closed = sum(map(closes, told))
    if closed < _LEAST_ITEMS or closed < _LEAST_SHARE * len(told):
        return 0.0
    return 0.5 + 0.4 * closed / len(told)


def _is_a_list_of_headlines(kept: Sequence[Line]) -> bool:
    """Whether lines are nothing but headlines, each with its medium behind a dash, known or not."""
    heads = [line.text for line in kept if not sentences.ends_like_one(line.text)]
    sourced = sum(1 for head in heads if _SOURCED.search(head[-_LONGEST_SOURCE:]))
    return sourced >= _LEAST_SOURCED and sourced >= _SHARE_SOURCED * len(kept)


def closes(line: Line) -> bool:
    """Whether an item ends with this line: text, then its credit."""
    end, credits = headline.trailing_credit(line.text, 0, len(line.text))
    return bool(credits) and end > _LONGEST_HEADING // 3


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING and not sentences.ends_like_one(line.text) and not closes(line)


def read(block: Block, *, last: bool) -> Reading:
    """Items from one credit to the next; the short lines between are headlines if each item has its own, else sections.

    `last`: no further items follow in the document.
    """
    reading = Reading()
    kept = [line for line in block.lines if not line.reason]
    final = max((i for i, line in enumerate(kept) if closes(line)), default=-1)
    ends_at = kept[final].end if final >= 0 else -1
    heads_own = _has_own_headlines(kept)
    listed = _is_a_list_of_headlines(kept)
    following = {id(line): after for line, after in pairwise(kept)}
    section: Line | None = None
    open_item = False
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif listed and _SOURCED.search(line.text):
            reading.begin(line, Draft([], section=section))
            open_item = False
        elif last and line.start > ends_at:
            reading.set_aside(line, Reason.TEASER if sentences.ends_like_one(line.text) else Reason.OTHER)
        elif open_item and not _is_heading(line):
            reading.keep(line)
            open_item = not closes(line)
        elif _is_heading(line):
            after = following.get(id(line))
            if portal.is_page_title(line, block, reading, following):
                reading.title = line
                reading.head(line)
            elif heads_own and after and not _is_heading(after):
                reading.begin(line, Draft([], section=section))
                open_item = True
            else:
                section, open_item = line, False
                reading.head(line)
        elif not reading.drafts and (publication.announces(line.text) or _under(reading.title, line, following)):
            reading.set_aside(line, Reason.SUMMARY)
        else:
            reading.begin(line, Draft([], section=section))
            open_item = not closes(line)
    return reading


def _under(title: Line | None, line: Line, following: dict[int, Line]) -> bool:
    return title is not None and following.get(id(title)) is line and not closes(line)


def _has_own_headlines(kept: list[Line]) -> bool:
    """Whether the short lines are the items' own headlines: one before each, never two items under one."""
    shared = sum(1 for line, after in pairwise(kept) if closes(line) and not _is_heading(after))
    headed = sum(1 for line, after in pairwise(kept) if _is_heading(line) and not _is_heading(after))
    return headed > 4 * shared
