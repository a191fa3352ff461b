"""Lists of headlines: tables of contents, whose entries are printed again over their texts, and most read ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import sentences
from events.extraction.layouts import bulleted, dateline, numbered
from events.extraction.layouts.rules import STROKES
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_SIGNS = ' \t*#_•●▪■►▶◆◇○◾◽☆★→·+:|.-–—=>[]()"“”\ufe0f'
_LEAST_DOUBLED = 16  # characters of a headline that is known when it is printed again
_LEAST, _LEAST_LISTED, _SHARE_LISTED = 2, 3, 0.6  # entries; of a list with signs, and of all its lines
_KEY = 28  # characters by which an entry is known though its line was broken
_LEAST_ANNOUNCED = 2  # entries under words that say so
_LONGEST_ENTRY, _LONGEST_NAME = 120, 40  # characters of an entry; of such words
_LEAST_TEXT, _LEAST_LONG = 40, 90  # characters of a text; of one without a stop
_LEAST_TEXTS, _SHARE_TEXTS = 3, 0.5  # texts below, in number and of the entries
_ANNOUNCED = regex(  # "In this issue", "Inside:", "The headlines", "Trong số này"
    r"(?:also )?(?:in|inside) (?:this|today's|this week's|our) (?:\w+ )?(?:issue|edition|bulletin|newsletter|digest|"
    r"brief|briefing|dispatch|round-?up|summary|update|package|file|programme|program)|(?:table of )?contents|inside|"
    r"what's inside|(?:the |today's |our |main |top )*headlines(?: in brief| at a glance| today)?|at a glance|index|"
    r"menu|trong (?:số|bản tin|bài|chương trình) (?:này|hôm nay)|(?:bản tin )?(?:số|hôm nay) (?:này )?có|mục lục|"
    r"nội dung(?: chính)?|(?:các |những )?tin chính(?: trong (?:ngày|số|bản tin).{0,12})?|tiêu đề(?: chính)?"
)
_PARTING, _LEAST_PARTED = "-–—|·•»", 36  # between a headline and the name of the page; characters of the headline
_MORE = ("and more", "more", "and much more", "plus more", "và nhiều tin khác", "và các tin khác", "v.v")


def may_be_doubled(line: Line) -> bool:
    """Whether a line is a headline that would be known when it is printed again."""
    return len(line.text) >= _LEAST_DOUBLED and not sentences.ends_like_one(line.text)


def names_the_site_behind(title: Line, headline: Line) -> bool:
    """Whether a line is the headline below with the page's name behind it: "Storm shuts port -Harbour Wire"."""
    size = len(headline.text)
    behind = title.text[size:].lstrip() if len(title.text) > size and len(headline.text) >= _LEAST_PARTED else ""
    return bool(behind) and may_be_doubled(headline) and title.text.startswith(headline.text) and behind[0] in _PARTING


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
    _drop_above_all(lines)


def _drop_above_all(lines: Sequence[Line]) -> None:
    """A list of headlines above all texts, where texts without its sign follow: they are told below in other words."""
    if not lines:
        return
    first = next((i for i, line in enumerate(lines) if not line.reason and _is_text(line)), 0)
    name = next((i for i, line in enumerate(lines[:first]) if _announces(line.text)), None)
    run = _entries_below(lines, name + 1, first) if name is not None else _signed_run(lines[: first + 1])
    if name is not None and len(run) < _LEAST_ANNOUNCED:
        run = _signed_run(lines[: first + 1])
    if not run:
        return
    behind = lines[run[-1] + 1 :]
    sign = _sign(lines[run[0]])
    if sign and any(_sign(line) == sign for line in behind if not line.reason and _is_text(line)):
        return  # the list goes on, with texts
    texts = sum(1 for line in behind if not line.reason and _is_text(line))
    if texts >= max(_LEAST_TEXTS, _SHARE_TEXTS * len(run)):
        for line in lines[run[0] : run[-1] + 1]:
            line.reason = line.reason or Reason.SUMMARY
        for line in behind[:2]:
            if line.text.lower().strip(_SIGNS) in _MORE:
                line.reason = line.reason or Reason.SUMMARY


def _announces(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _ANNOUNCED.fullmatch(text.lower().replace("’", "'").strip(_SIGNS)) is not None


def _is_text(line: Line) -> bool:
    """Whether a line tells something: in a sentence, or at length though its credit stands behind the stop."""
    return sentences.is_paragraph(line.text, _LEAST_TEXT) or (len(line.text) >= _LEAST_LONG and not _sign(line))


def _is_entry(line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and not sentences.ends_like_one(line.text)


def _entries_below(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """The entries right under such words: lines with one sign, or those up to a blank line."""
    if start >= end:
        return []
    sign = _sign(lines[start])
    found = [start]
    for i in range(start + 1, end):
        if _sign(lines[i]) != sign if sign else lines[i].gap:
            break
        found.append(i)
    else:
        if not sign:
            return []  # nothing parts them from what is below
    if sign and len(found) < end - start and not lines[found[-1] + 1].gap and _is_text(lines[found[-1] + 1]):
        return []  # a text stands right below: the last one is its headline
    return found if all(_is_entry(lines[i]) for i in found) else []


def _signed_run(above: Sequence[Line]) -> list[int]:
    """Three lines or more with the same sign in a row, of which none is a sentence, right above the first text.

    A blank line stands behind them, or the place that the text opens with. The last of the lines is that text.
    """
    found: list[int] = []
    *above, text = above
    for i, line in enumerate(above):
        sign = _sign(line)
        if found and sign != _sign(above[found[-1]]):
            break
        if sign:
            found.append(i)
    below = above[found[-1] + 1] if found and found[-1] + 1 < len(above) else text
    begun = dateline.opening(text) if below is text else None
    closed = bool(found) and (begun.place is not None if begun else below is not text and below.gap)
    tight = closed and not any(above[i].gap for i in found[1:])
    return found if tight and len(found) >= _LEAST_LISTED and all(_is_entry(above[i]) for i in found) else []


def _sign(line: Line) -> str:
    """What stands in front of a line of a list: the same for all numbers."""
    if line.text[0] in STARS:
        return "*"
    if numbered.opening(line):
        return "1"
    begun = bulleted.opening(line)
    return begun.sign or "-" if begun else ""


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
