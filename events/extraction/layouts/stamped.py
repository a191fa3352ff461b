"""Items told apart by what stands between them on lines of its own: a time, a credit, a code, or a drawn rule.

So print live pages ("9:50 p.m."), index pages with the time over each headline, digests of a medium's own reports
("(AFP)" over each, or "- Gulf News - AE" under it), lists of a wire's stories with the code over each, and pages that
part their items by "*****".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from events.extraction import publication, sentences, subjects
from events.extraction.layouts import agency, bulleted, dateline, headline, numbered
from events.extraction.layouts.blocks import Block, Draft, Opening, Reading
from events.extraction.layouts.coded import is_code
from events.extraction.layouts.rules import is_rule
from events.extraction.line_signs import dated_credit
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

NAME = "portal"

_LEAST_ITEMS = 3
_MOST_LINES, _LEAST_SHARE = 8, 0.75  # lines of an item; of the stretches between stamps that look like items
_LEAST_PARAGRAPH, _LEAST_HEADLINE = 30, 20
_LEAST_ALONE, _LEAST_BARE = 34, 5  # characters of a headline that is all of an item; such items
_BEHIND_A_TIME = "–—|-:"
_DIGITS = regex(r"\d+")
_LONGEST_STAMP, _LONGEST_NAME = 60, 40
_TELLING_WORDS = 3  # of a button: "For more on this story here", "Read more on this story here"
_LED = 3  # lines of an item with a headline, a standfirst and a text
_CREDIT = regex(r"[(\[]\s*(?P<name>[^()\[\]\d]{2,40}?)\s*[)\]]")
_DASHES = ("-", "–", "—", "•", "*", "·")
_TIMES = (Reason.BYLINE, Reason.WIDGET)  # how times of all sorts are set aside
_CLOCK = regex(r"\d{1,2}[:.h]\d{2}|\d{4} (?:GMT|UTC)")
_AGO = regex(r"\W*(?:less than |about )?\d{1,2}\s?(?:m|h|min|mins|minutes?|hours?|hrs?) ago\W*", re.IGNORECASE)


_LIVE = regex(
    r"\b(?:live|updates?|timeline|as it happened|minute by minute|latest|developments|blog|trực tiếp)\b", re.I
)


class _Way(NamedTuple):
    """How a page parts its items: which lines are stamps, and whether they stand before their item or behind it."""

    is_stamp: Callable[[Line], bool]
    before: bool
    items: int
    bare: bool = False  # most items are headlines without a text
    introduced: bool = False  # paragraphs before the first stamp say what the live page is about


def _is_time(line: Line) -> bool:
    return line.reason in _TIMES and _CLOCK.search(line.text) is not None and len(line.text) <= _LONGEST_STAMP


def _is_ago(line: Line) -> bool:
    return line.reason in _TIMES and _AGO.fullmatch(line.text) is not None


def _dated(lines: Sequence[Line]) -> Callable[[Line], bool]:
    """Which lines print a day, and the same words beside it each time: "The Herald, published on 12/10/2025"."""
    kept = [line for line in lines if line.reason is Reason.BYLINE and any(map(str.isdigit, line.text))]
    shapes = Counter(_shape(line.text) for line in kept if " " in line.text)
    shape, times = shapes.most_common(1)[0] if shapes else ("", 0)
    return lambda line: times >= _LEAST_ITEMS and line.reason is Reason.BYLINE and _shape(line.text) == shape


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text)


def _repeated(lines: Sequence[Line]) -> Callable[[Line], bool]:
    """Which lines lead on to the whole of the item above them, by ending in the same words again and again."""
    words = Counter(_last_words(line.text) for line in lines if len(line.text) <= _LONGEST_STAMP)
    often = {text for text, times in words.items() if times >= _LEAST_ITEMS and not sentences.ends_like_one(text)}
    return lambda line: len(line.text) <= _LONGEST_STAMP and _last_words(line.text) in often


def _last_words(text: str) -> str:
    return " ".join(text.lower().split()[-_TELLING_WORDS:])


def _is_dash(line: Line) -> bool:
    """Whether a line is nothing but the sign of a list that lost its text: "-"."""
    return line.text in _DASHES


def _is_credit(line: Line) -> bool:
    return credit_of(line) is not None


def credit_of(line: Line) -> Span | None:
    """The medium a line names and nothing else, by the form of the line."""
    if dated := dated_credit(line.text):
        return dated
    if len(line.text) > _LONGEST_STAMP:
        return None
    if found := bulleted.MEDIUM.fullmatch(line.text):
        return Span(*found.span("name"))
    found = _CREDIT.fullmatch(line.text)
    return headline.whole_credit(line.text) if found else None


def way_of(block: Block) -> _Way | None:
    """How the block's items are parted; None where no stamps part them."""
    for is_stamp in (is_code, _is_time, _is_ago, _is_credit, is_rule, _is_dash, _dated(block.lines)):
        places = [i for i, line in enumerate(block.lines) if is_stamp(line)]
        if is_stamp is is_rule and any(i and block.lines[i - 1].set_off for i in places):
            continue  # headings, underlined
        if places and is_stamp is _is_ago and not any(_LIVE.search(line.text) for line in block.lines[: places[0]]):
            continue  # teasers, with their age below each
        if len(places) < _LEAST_ITEMS - (is_stamp in (is_rule, _is_dash)) or _stand_under_headlines(
            block.lines, places
        ):
            continue
        first, *others = _stretches(block.lines, places)
        last = others[-1]
        if is_stamp is _is_time and _are_headlines(block.lines, places, others):
            return _Way(is_stamp, before=True, items=len(others), bare=True)
        if is_stamp in (is_rule, _is_dash):
            items = [*([first] if _is_an_item(first) and not _introduces(first) else []), *others[:-1]]
            items += [last] if _is_an_item(last) else []
            if len(items) >= _LEAST_ITEMS and _are_items(items) and all(map(_is_single, items)):
                return _Way(is_stamp, before=True, items=len(items))
            continue
        under_first = any(map(_is_paragraph, first)) and not _introduces(first)
        introduced = under_first and is_stamp is _is_time and any(_LIVE.search(line.text) for line in first)
        if (introduced or not under_first) and _is_an_item(last) and _are_items(others):
            return _Way(is_stamp, before=True, items=len(others), introduced=introduced)
        if under_first and not _is_an_item(last) and is_stamp is _is_credit and _are_items([first, *others[:-1]]):
            return _Way(is_stamp, before=False, items=len(others))
    return None


def led_on(lines: Sequence[Line]) -> _Way | None:
    """Where the same words behind each headline and its text lead on to the whole: "For more on this story here"."""
    is_stamp = _repeated(lines)
    places = [i for i, line in enumerate(lines) if is_stamp(line)]
    if len(places) < _LEAST_ITEMS:
        return None
    items = _stretches(lines, places)[:-1]
    led = sum(map(_is_led, items))
    enough = led >= max(_LEAST_ITEMS, _LEAST_SHARE * len(items))
    return _Way(is_stamp, before=False, items=len(items)) if enough else None


def _is_led(stretch: Sequence[Line]) -> bool:
    """Whether a headline stands there, perhaps below the page's own, and nothing but texts below it."""
    heads = next((at for at, line in enumerate(stretch) if sentences.ends_like_one(line.text)), len(stretch))
    return (
        0 < heads < len(stretch) <= _MOST_LINES
        and len(stretch[heads - 1].text) >= _LEAST_HEADLINE
        and all(map(_is_paragraph, stretch[heads:]))
    )


def _stand_under_headlines(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether most stamps stand between a headline and its text, and so part no items."""
    inside = 0
    for place in places:
        if lines[place].text[-1] in _BEHIND_A_TIME:
            continue  # it stood in front of its text
        above = next((line for line in reversed(lines[max(0, place - 2) : place]) if not line.reason), None)
        below = [line for line in lines[place + 1 : place + 4] if not line.reason][:2]
        if above and below and len(above.text) >= _LEAST_HEADLINE and not sentences.ends_like_one(above.text):
            inside += any(sentences.ends_like_one(one.text) for one in below) or numbered.opening(above) is not None
    return 2 * inside > len(places)


def _stretches(lines: Sequence[Line], places: Sequence[int]) -> list[list[Line]]:
    """The kept lines before the first stamp, between each two, and behind the last; of stamps in a row one counts."""
    bounds = [-1, *places, len(lines)]
    found = [[line for line in lines[a + 1 : b] if not line.reason] for a, b in pairwise(bounds)]
    return [found[0], *(stretch for stretch in found[1:-1] if stretch), found[-1]]


def _are_items(stretches: Sequence[Sequence[Line]]) -> bool:
    return len(stretches) >= _LEAST_ITEMS and sum(map(_is_an_item, stretches)) >= _LEAST_SHARE * len(stretches)


def _is_an_item(stretch: Sequence[Line]) -> bool:
    return 0 < len(stretch) <= _MOST_LINES and any(map(_is_paragraph, stretch))


def _are_headlines(lines: Sequence[Line], places: Sequence[int], stretches: Sequence[Sequence[Line]]) -> bool:
    """Whether a page tells minute by minute, mostly in a headline: "23:10 – Georgia closes its airspace"."""
    glued = sum(1 for place in places if lines[place].text[-1] in _BEHIND_A_TIME)
    told = sum(1 for stretch in stretches if stretch and len(stretch[0].text) >= _LEAST_ALONE)
    return len(places) >= _LEAST_BARE and 2 * glued > len(places) and told >= _LEAST_SHARE * len(stretches)


def _is_single(stretch: Sequence[Line]) -> bool:
    """Whether no headline stands further down, and at most one place or agency opens a text."""
    heads = sum(1 for line in stretch[2:] if not sentences.ends_like_one(line.text) and len(line.text) > _LONGEST_NAME)
    return not heads and sum(1 for line in stretch if dateline.opening(line) or agency.opening(line)) < 2


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def _introduces(stretch: Sequence[Line]) -> bool:
    """Whether lines stand over the items rather than tell one."""
    return all(publication.announces(line.text) or line.text[-1] == ":" for line in stretch if _is_paragraph(line))


def read(block: Block, way: _Way) -> Reading:
    """Each stretch between two stamps is an item; the first stretch may hold the page's own headline."""
    reading = Reading()
    stretches: list[list[Line]] = [[]]
    for line in block.lines:
        if way.is_stamp(line) and way.before:
            stretches.append([])
        stretches[-1].append(line)
        if way.is_stamp(line) and not way.before:
            stretches.append([])
    told, section = False, None
    if way.before and way.is_stamp is _is_time:
        _drop_standfirsts([[line for line in stretch if not line.reason] for stretch in stretches[1:]])
    for number, stretch in enumerate(stretches):
        kept = [line for line in stretch if not line.reason and not way.is_stamp(line)]
        ruled = way.is_stamp in (is_rule, _is_dash) and len(kept) > 1
        first = not number and (ruled or not way.before)
        if first and kept and (_heads_page(kept[0], block) or (block.first and _stands_over_one(kept))):
            reading.title = kept[0]
            at = stretch.index(kept[0]) + 1
            _introduce(reading, stretch[:at], block)
            stretch, kept = stretch[at:], kept[1:]
        opens_page = not number and (way.before and (way.introduced or _introduces(kept) or not _is_an_item(kept)))
        if opens_page:
            _introduce(reading, stretch, block)
        elif not kept or (number == len(stretches) - 1 and told and not (way.bare or _is_an_item(kept))):
            _pass_over(reading, stretch, way)
        else:
            section = _tell(reading, stretch, kept, way, section)
            told = True
    return reading


def _drop_standfirsts(items: Sequence[Sequence[Line]]) -> None:
    """The one line between headline and text, where most items have such a line and it is mostly no sentence."""
    between = [
        item[1]
        for item in items
        if len(item) == _LED and not sentences.ends_like_one(item[0].text) and len(item[1].text) < len(item[2].text)
    ]
    bare = sum(1 for line in between if not sentences.ends_like_one(line.text))
    if len(between) < max(_LEAST_ITEMS, len(items) / 2) or 2 * bare < len(between):
        return
    for line in between:
        line.reason = Reason.SUMMARY


def _heads_page(line: Line, block: Block) -> bool:
    return block.first and not sentences.ends_like_one(line.text) and publication.announces(line.text)


def _stands_over_one(kept: Sequence[Line]) -> bool:
    """Whether two headlines stand over the first text: the page's own, and the item's."""
    return len(kept) > 2 and [sentences.ends_like_one(line.text) for line in kept[:3]] == [False, False, True]


def _introduce(reading: Reading, stretch: Sequence[Line], block: Block) -> None:
    for line in stretch:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif sentences.ends_like_one(line.text) or publication.sums_up(line.text):
            reading.set_aside(line, Reason.SUMMARY)
        else:
            if block.first and reading.title is None:
                reading.title = line
            reading.head(line)


def _pass_over(reading: Reading, stretch: Sequence[Line], way: _Way) -> None:
    for line in stretch:
        if line.reason or way.is_stamp(line):
            reading.set_aside(line, line.reason or Reason.BYLINE)
        else:
            reading.set_aside(line, Reason.TEASER if sentences.ends_like_one(line.text) else Reason.OTHER)


def _tell(
    reading: Reading, stretch: Sequence[Line], kept: Sequence[Line], way: _Way, section: Line | None
) -> Line | None:
    """One item: its headline, its text, its credit; a heading or a name that stands at its end is not its own.

    Returns the heading of what follows.
    """
    draft: Draft | None = None
    above: list[Span] = []
    for line in stretch:
        if way.is_stamp(line):
            credit = credit_of(line)
            span = [Span(line.start + credit.start, line.start + credit.end)] if credit else []
            if draft:
                draft.extra_credits += span
            above += span
            reading.set_aside(line, line.reason or Reason.BYLINE)
        elif line.reason:
            reading.set_aside(line, line.reason)
        elif draft and way.bare and not sentences.ends_like_one(line.text):
            reading.set_aside(line, Reason.OTHER)
        elif draft is None:
            draft = Draft([], _opening(line) or Opening(0), section=section, extra_credits=list(above))
            reading.begin(line, draft)
        elif _is_beside(line, kept):
            if subjects.is_heading(line.text):
                section = line
                reading.head(line)
            else:
                reading.set_aside(line, Reason.BYLINE)
        else:
            _open_text(draft, line)
            reading.keep(line)
    return section


def _opening(line: Line) -> Opening | None:
    return dateline.opening(line) if sentences.ends_like_one(line.text) else None


def _open_text(draft: Draft, line: Line) -> None:
    """The place and the agency in front of the text under a headline are the item's."""
    if len(draft.lines) > 1 or draft.opening.place or not (begun := _opening(line)):
        return
    line.marker = begun.length
    by = line.start - draft.lines[0].start
    draft.opening = replace(draft.opening, credit=_further(begun.credit, by), place=_further(begun.place, by))


def _further(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _is_beside(line: Line, kept: Sequence[Line]) -> bool:
    """A short line that is no sentence, behind the item's text: an author's name, a heading, a drawn mark."""
    if len(line.text) > _LONGEST_NAME or sentences.ends_like_one(line.text) or headline.whole_credit(line.text):
        return False
    place = next(i for i, one in enumerate(kept) if one is line)
    return any(map(_is_paragraph, kept[:place])) and not any(map(_is_paragraph, kept[place + 1 :]))
