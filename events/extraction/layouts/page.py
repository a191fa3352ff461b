"""What the whole page tells before it is cut into blocks: headlines printed twice, headings between rules, ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from events.extraction import places, regions, sentences
from events.extraction.layouts import (
    agency,
    arrows,
    asides,
    bulleted,
    bulletins,
    contents,
    ends,
    families,
    lone_numbers,
    mastheads,
    pointed,
    standfirsts,
    titles,
)
from events.extraction.layouts.contents import bare
from events.extraction.layouts.rules import is_rule
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LONGEST_HEADING = 50
_LEAST_CUT, _LONGEST_CUT, _NEAR = 36, 400, 4  # characters of a text that was cut short; lines until the whole one
_LONGEST_REPEATED = 80  # characters of a headline that its lead repeats
_LEAST_STANDFIRST, _LEAST_STANDFIRSTS, _SHARE_STANDFIRSTS = 24, 3, 0.75  # characters; of them, in number and of all
_LEAST_AGAIN, _LATEST_COPY = 60, 3  # characters of a sentence printed again; lines since it was printed first
_LEAST_PLACES = 3  # in a line that says what the page is about
_LEAST_NUMBERED = 2
_INDENTED, _LEAST_INDENTED, _SHARE_INDENTED = 2, 4, 0.7  # columns; texts so far in, in number and of all
_MISTAKEN = (Reason.WIDGET, Reason.RELATED, Reason.OTHER, Reason.TEASER)
_LEAST_TEXT = 60  # characters of a paragraph
_COUNTED = regex(r"(\d{1,2})[.)/]\s+[^\W\d_]")
_LEAST_COUNTED = 3
_OVER_ALL = (
    "top stories",
    "top story",
    "latest news",
    "latest stories",
    "latest",
    "more news",
    "other news",
    "tin mới",
    "tin khác",
)
_OVER_ONE = ("mới nhất", "tin mới nhất", "tin nhanh", "tiêu điểm", "tâm điểm")  # where it heads a single article
_SMALL = (Reason.BYLINE, Reason.WIDGET)
_ARROWS = "➤►▶→»›"
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {numeral: n for n, numeral in enumerate(_NUMERALS, 1)}
_NUMBERED = regex(r"(\d{1,2}|[IVX]{1,4})[.)/]\s+[^\W\d_]")
_BUTTONS = (
    "full story", "full article", "the full report", "read more", "read on", "keep reading", "continue reading",
    "đọc tiếp", "xem tiếp", "xem thêm",
)  # fmt: skip
_LEADING_AWAY = tuple(
    f"{words} {where} " for words in ("read more", "read on", "more") for where in ("at", "on", "in", "from")
)
_LONGEST_BUTTON, _MOST_BUTTON_WORDS = 40, 4
_COUNTED_BEHIND = regex(r"(?:\s(?:here|below|now))?(?:\s\d{1,4}\s(?:comments?|shares?|views?|likes?|bình luận))*$")
_NUMBER = regex(r"\d+")
_NOT_OF_A_PAGER = regex(
    r"page|trang|next|prev(?:ious)?|first|last|start|end|of|sau|trước|đầu|cuối|tiếp theo|tiếp|bắt đầu|kết thúc|[\W\d_]+"
)
_DAY = r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?)(?:19|20)\d\d"
_CLOCK = r"\d{1,2}[:h]\d{2}"
STAMP = regex(rf"(?:{_DAY},?\s(?:[|•·-]\s)?{_CLOCK}|{_CLOCK},?\s(?:[|•·-]\s)?{_DAY})")  # a day and a clock time
_SHOTS = regex(r"\W*(?:shot ?list|storyline)\W*", re.IGNORECASE)


def read_whole(lines: list[Line], language: str) -> None:
    """Mark what shows only when lines are seen together."""
    _drop_shot_lists(lines)
    _free_signed_items(lines)
    _free_barred_headlines(lines)
    _free_headings_between_rules(lines)
    arrows.read(lines)
    mastheads.free_shouted(lines)
    _free_first_box(lines)
    titles.free_labelled(lines)
    _free_heading_under_highlights(lines)
    _set_off_headings_over_indented(lines)
    _free_numbered_headings(lines)
    _drop_buttons(lines)
    ends.read(lines)
    mastheads.drop(lines)
    bulletins.drop_summaries(lines)
    contents.drop_ranked(lines)
    contents.drop(lines)
    asides.drop(lines)
    titles.mark_doubled(lines)
    titles.drop_above_second(lines)
    titles.drop_between_printings(lines)
    _drop_cut_copies(lines)
    _drop_lists_of_places(lines)
    titles.mark_cut(lines)
    standfirsts.drop(lines)
    lone_numbers.read(lines)
    families.read(lines)
    if language != "vi":  # Vietnamese ones are sentences, so that there a second line is another headline
        _drop_standfirsts(lines)


def _drop_shot_lists(lines: list[Line]) -> None:
    """A video script's shots, from its head to the word over the story: its headline stays."""
    story = next((i for i, line in enumerate(lines) if _SHOTS.fullmatch(line.text) and "story" in line.text.lower()), 0)
    if not story:
        return
    headline = next((i for i, line in enumerate(lines) if not line.reason), story)
    for line in lines[headline + 1 : story + 1]:
        line.reason = line.reason or Reason.OTHER
    ruled = next((line for line in lines[story:] if is_rule(line)), None)
    if ruled:
        ruled.ends_article = True


def _free_signed_items(lines: Sequence[Line]) -> None:
    """Items with a star or the next number among others like them are no boxes, whatever they quote."""
    starred = [line for line in lines if line.text[0] in STARS and line.reason is None]
    for line in lines if starred else ():
        if line.text[0] in STARS and line.reason in _MISTAKEN and any(map(line.text.count, '“"')):
            line.reason = None
    for sign in _ARROWS:
        signed = [line for line in lines if line.text[0] == sign]
        told = sum(1 for line in signed if sentences.ends_like_one(line.text))
        if len(signed) >= _LEAST_INDENTED and 2 * told >= len(signed):  # the page's own bullet
            for line in signed:
                line.reason = None if line.reason is Reason.RELATED else line.reason
    numbered = [(line, int(found[1])) for line in lines if (found := _COUNTED.match(line.text))]
    if sum(1 for line, _ in numbered if line.reason is None) < _LEAST_COUNTED:
        return
    for (before, one), (line, other) in pairwise(numbered):
        if line.reason in _MISTAKEN and before.reason is None and other == one + 1:
            line.reason, line.ends_article = None, False


def _free_barred_headlines(lines: Sequence[Line]) -> None:
    """What stood in a table's cells, a bar behind each, over texts that open with their source, is no caption."""
    heads = [
        line
        for line, below in pairwise(lines)
        if line.reason is Reason.CAPTION
        and line.text[-1] == "|"
        and not (sentences.ends_like_one(line.text.rstrip(" |")) or line.text.rstrip(" |")[-1:] in ")]")
        and not below.reason
        and agency.opening(below)
    ]
    if len(heads) >= _LEAST_COUNTED:
        for line in heads:
            line.reason = None


def _free_heading_under_highlights(lines: Sequence[Line]) -> None:
    """A few words between the page's highlights and its first item head the items."""
    for line, after in pairwise(lines):
        short = line.reason is Reason.SUMMARY and len(line.text) <= _LONGEST_BUTTON
        if short and after.reason is None and not sentences.ends_like_one(line.text):
            line.reason = None if sentences.ends_like_one(after.text) else line.reason


def _set_off_headings_over_indented(lines: Sequence[Line]) -> None:
    """A few words at the margin over indented texts: a list that lost its bullets in copying."""
    kept = [line for line in lines if not line.reason]
    texts = [line for line in kept if sentences.is_paragraph(line.text, _LEAST_TEXT)]
    inside = sum(1 for line in texts if line.indent >= _INDENTED and not bulleted.opening(line))
    if inside < _LEAST_INDENTED or inside < _SHARE_INDENTED * len(texts):
        return
    headings = [
        line
        for line, after in pairwise(kept)
        if not line.indent
        and after.indent >= _INDENTED
        and not (_COUNTED.match(line.text) or bulleted.opening(line))
        and len(line.text) <= _LONGEST_BUTTON
        and not sentences.ends_like_one(line.text)
        and after in texts
    ]
    if len(headings) >= _LEAST_NUMBERED:
        for line in headings:
            line.set_off = True


def _free_first_box(lines: Sequence[Line]) -> None:
    """ "Top stories" over everything is the page's own label; further down it heads links to others."""
    for place, line in enumerate(lines[:-2]):
        if line.reason is None and sentences.ends_like_one(line.text) and len(line.text) >= _LEAST_TEXT:
            return
        label = bare(line.text) if line.reason is Reason.RELATED else ""
        if label in _OVER_ALL or label in _OVER_ONE:
            headline, *below = lines[place + 1 : place + 4]
            lead = next((one for one in below if one.reason not in _SMALL), None)
            if label in _OVER_ONE and not (lead and lead.reason is None and sentences.ends_like_one(lead.text)):
                return
            line.reason, line.ends_article = Reason.WIDGET, False
            if headline.reason is Reason.RELATED and lead and lead.reason in (None, Reason.RELATED):
                headline.reason = lead.reason = None
            return


def _free_headings_between_rules(lines: list[Line]) -> None:
    """ "TOP STORIES" between two rules heads what follows, though elsewhere it heads a box of links."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.reason is Reason.RELATED and len(line.text) <= _LONGEST_HEADING and is_rule(before) and is_rule(after):
            line.reason, line.ends_article, line.set_off = None, False, True


def _free_numbered_headings(lines: Sequence[Line]) -> None:
    """ "1. Armed conflicts", "III. ĐIỂM NÓNG": short lines that count, over items with signs of their own."""
    places = [
        (i, found)
        for i, line in enumerate(lines)
        if len(line.text) <= _LONGEST_HEADING and (found := _NUMBERED.match(line.text)) and _may_head(line)
    ]
    if len(places) < _LEAST_NUMBERED:
        return
    counts = [_ROMAN.get(found[1]) or int(found[1]) for _, found in places if found[1] in _ROMAN or found[1].isdigit()]
    if counts != list(range(counts[0], counts[0] + len(places))):
        return
    bounds = [i for i, _ in places] + [len(lines)]
    if pointed.heads(lines):
        return
    over_items = sum(1 for a, b in pairwise(bounds) if _opens_with_items(lines[a + 1 : b]))
    if 2 * over_items >= len(places):
        for i, _ in places:
            lines[i].reason, lines[i].set_off = None, True


def _opens_with_items(lines: Sequence[Line]) -> bool:
    """Whether items with signs stand right below a heading, and not below a text."""
    first = next((line for line in lines if not line.reason), None)
    signed = sum(map(_has_sign, lines))
    return signed > 1 and first is not None and (_has_sign(first) or not sentences.ends_like_one(first.text))


def _may_head(line: Line) -> bool:
    return line.reason in (None, Reason.WIDGET, Reason.OTHER, Reason.RELATED) and not sentences.ends_like_one(line.text)


def _has_sign(line: Line) -> bool:
    return line.reason is None and (line.text[0] in "*+-–—•" or bool(bulleted.opening(line)))


def is_button(text: str) -> bool:
    """Whether a line leads on to the whole of a teaser: "Read more »", "W140 Full Story", "Read more at The Herald"."""
    if text[0] == "[" and text[-1] == "]":
        text = " ".join(text[1:-1].split())  # "[FULL  STORY]"
    if not text or len(text) > _LONGEST_BUTTON or text[0] in "([":
        return False
    words = _COUNTED_BEHIND.sub("", bare(text.rstrip("»›→…>.- ")))
    if words.endswith(_BUTTONS):
        return len(words.split()) <= _MOST_BUTTON_WORDS
    return ":" not in text and words.startswith(_LEADING_AWAY) and not sentences.ends_like_one(text.rstrip(".… »›"))


def _drop_buttons(lines: Sequence[Line]) -> None:
    """ "W140 Full Story", "Read full story »", "22 de agosto de 2019, 15:26", "1 2 3 … 45 Next" between items."""
    for line in lines:
        if line.reason is None and len(line.text) <= _LONGEST_BUTTON and line.text[0] not in "([":
            if is_button(line.text) or _is_pager(_COUNTED_BEHIND.sub("", bare(line.text))):
                line.reason = Reason.WIDGET
            elif line.text[0].isdigit() and STAMP.fullmatch(line.text):
                line.reason = Reason.BYLINE


def _is_pager(bare: str) -> bool:
    return any(map(str.isdigit, bare)) and len(_NUMBER.findall(bare)) > 1 and not _NOT_OF_A_PAGER.sub("", bare)


def _drop_cut_copies(lines: Sequence[Line]) -> None:
    """A text that is printed cut short, and then whole: the short copy says nothing more."""
    kept = [line for line in lines if not line.reason]
    for place, line in enumerate(kept):
        if line.text[0].isalnum() and (not place or _may_be_repeated(line, kept[place + 1 : place + 2])):
            continue  # a headline, the page's own or an item's, whose words its lead may repeat
        short = bare(line.text)
        if len(short) >= _LEAST_CUT and len(line.text) <= _LONGEST_CUT:
            for whole in kept[place + 1 : place + _NEAR]:
                if len(whole.text) > len(line.text) and bare(whole.text[: len(line.text) + 8]).startswith(short):
                    line.reason = Reason.DUPLICATE
                    break
    _drop_copies_behind(kept)


def _may_be_repeated(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is as short as a headline, not cut, and the text right below it opens with its words."""
    short = bare(line.text)
    whole = len(line.text) <= _LONGEST_REPEATED and not line.text.endswith(("…", "...", "]"))
    return whole and bool(below) and bare(below[0].text).startswith(short)


def _drop_standfirsts(lines: Sequence[Line]) -> None:
    """Lines under headlines that are neither sentences nor headlines, where most headlines have one over their text."""
    kept = [line for line in lines if not line.reason]
    runs: list[list[Line]] = [[]]  # lines that are no sentences, up to each paragraph
    for line in kept:
        text = line.text.rpartition("(")[0].rstrip(" -–—") if line.text.endswith(")") else line.text  # "… – (AFP)"
        if not (sentences.ends_like_one(text) or sentences.ends_like_one(line.text) or line.lead):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    runs.pop()
    pairs = [
        run[-2:]
        for run in runs
        if len(run) > 1
        and all(len(one.text) >= _LEAST_STANDFIRST for one in run[-2:])
        and not (mastheads.is_known(run[-2].text) or run[-2].text.isupper())
    ]
    if len(pairs) >= _LEAST_STANDFIRSTS and len(pairs) >= _SHARE_STANDFIRSTS * len(runs):
        for _, standfirst in pairs:
            standfirst.reason = Reason.SUMMARY


def _drop_copies_behind(kept: Sequence[Line]) -> None:
    """A sentence printed again right behind the paragraph that holds it: a highlight, or a picture's caption."""
    for place, line in enumerate(kept):
        if len(line.text) < _LEAST_AGAIN or line.reason or not sentences.ends_like_one(line.text):
            continue
        before = kept[max(0, place - _LATEST_COPY) : place]
        if any(len(whole.text) > len(line.text) and line.text in whole.text for whole in before):
            line.reason = Reason.DUPLICATE


def _drop_lists_of_places(lines: Sequence[Line]) -> None:
    """What a page is about, above its first text: "World news: America, Asia, Europe, Africa"."""
    for line in lines:
        if line.reason is None and sentences.is_paragraph(line.text, _LEAST_TEXT):
            return
        parts = line.text.rpartition(":")[2].split(",")
        if len(parts) >= _LEAST_PLACES and not line.reason and all(map(_names_a_place, parts)):
            line.reason = Reason.SUMMARY


def _names_a_place(part: str) -> bool:
    return regions.read_heading(part.strip()) is not None or places.is_one(part)
