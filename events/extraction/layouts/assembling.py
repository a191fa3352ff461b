"""Blocks that were read -> the items and passages of the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction import line_signs
from events.extraction.layouts import features, small_print, story
from events.extraction.layouts.blocks import Block, NamesIn, Reading
from events.extraction.layouts.items import Told, item
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Item, Layout, Passage, PassageKind, Reason, Span


def assembled(
    text: str,
    blocks: Sequence[Block],
    readings: Sequence[Reading],
    name: str,
    all_lines: Sequence[Line],
    names_in: NamesIn,
) -> Layout:
    """The document cut up; what was told before, and what only asks, is no item. `name`: the layout of most items."""
    items: list[Item] = []
    passages: list[Passage] = []
    told = Told()
    for block, reading in zip(blocks, readings, strict=True):
        if block.heading:
            passages.append(Passage(block.heading.start, block.heading.end, PassageKind.HEADING))
        if name != story.NAME:
            small_print.credit_what_is_above(reading)
        made = [item(text, draft) for draft in reading.drafts]
        none = {n: Reason.DUPLICATE for n, one in enumerate(made) if told.before(text, one)}
        if name != story.NAME:
            asking = (n for n, draft in enumerate(reading.drafts) if features.is_one(draft, names_in))
            none |= dict.fromkeys(asking, Reason.TEASER)
        items += [one for n, one in enumerate(made) if n not in none]
        open_item = None  # whose passage the last one is
        for piece in reading.pieces:
            kind, reason, number = piece.kind, piece.reason, piece.item
            if number in none:
                kind, reason = PassageKind.SET_ASIDE, none[number]
            if number is not None and number == open_item:
                passages[-1] = Passage(passages[-1].start, piece.line.end, kind, reason)
            else:
                passages.append(Passage(piece.line.start, piece.line.end, kind, reason))
            open_item = number
    title = next((Span(r.title.start, r.title.end) for r in readings if r.title), None)
    byline = next((Span(line.start, line.end) for line in all_lines if line.reason is Reason.BYLINE), None)
    return Layout(name, tuple(items), tuple(passages), title, _source_url(all_lines), byline)


def _source_url(all_lines: Sequence[Line]) -> str | None:
    """The address of the article itself: behind "Source:", or the only one printed on a line of its own."""
    bare = []
    for line in all_lines:
        if line.reason is Reason.SOURCE and (url := line_signs.printed_address(line.text)):
            if not line.text.startswith(url):
                return url
            bare.append(url)
    told = (line_signs.printed_address(line.text) for line in all_lines if _IS_ITS_OWN.match(line.text))
    if own := next(filter(None, told), None):
        return own
    return bare[0] if len(set(bare)) == 1 and _PATH.search(bare[0]) else None


_PATH = regex(r"://|\.\w+/\w")  # "www.example.com" over a page is a paper's, not an article's
_IS_ITS_OWN = regex(  # "Permalink https://…", "Article printed from The Week: http://…", "Đọc bài gốc tại: https://…"
    r"\W*(?:permalink|short ?(?:url|link)|url(?: (?:to|of) (?:this )?(?:article|story|page))?|read or share this story|"
    r"(?:article|story) (?:printed|taken|retrieved|reprinted) from\b[^\n:]{0,40}|(?:read|see) the original[^\n:]{0,30}|"
    r"original (?:url|link|article|story)(?: (?:at|here))?|printed from|"
    r"(?:đọc |xem )?(?:bài|link|liên kết|đường dẫn) (?:gốc|bài viết)(?: tại)?)\s?:?\s*(?=https?://)",
    re.IGNORECASE,
)
