"""Round-ups of bare paragraphs: no sign, no headline, no credit; each tells of others than the one before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from events.extraction import places, publication, sentences
from events.extraction.layouts import dateline, fresh, headline
from events.extraction.layouts.blocks import Block, CountryOf, Draft, NamesIn, Reading
from events.extraction.layouts.summing import sums_up
from events.extraction.layouts.told import goes_on, pattern
from events.extraction.line_cues import bare_words
from events.extraction.line_signs import leads_on, names_a_box
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

NAME = "portal"

_LEAST_ITEMS, _LEAST_UNANNOUNCED = 3, 5
_LEAST_PARAGRAPH = 35
_CUT, _LEAST_CUT, _SHARE_CUT = ("[…]", "[...]", "...", "…"), 90, 0.5  # characters; share of such lines
_MOST_SENTENCES, _SHARE_SHORT = 3, 0.8  # sentences of an item; items that have no more
_LEAST_STRANGE, _LEAST_STRANGE_ALONE = 0.35, 0.75  # share of paragraphs about others, under a title that announces
_LEAST_PARTED, _SHARE_PARTED = 4, 0.6  # items with the same button under them, in number and of the paragraphs
_WIDE = (2, 1)  # blank lines between items of which paragraphs have fewer between them
_LEAST_APART, _SHARE_SEVERAL, _MOST_PARAGRAPHS = 4, 0.5, 8  # items; those of several paragraphs; paragraphs of one
_LEAST_OTHERS, _EACH = 0.5, 0.65  # share first about others than the one before: it may be one; each is an item
_PASSED_OVER = (Reason.SUMMARY, Reason.DUPLICATE, Reason.BYLINE)  # what a line may be that still says what follows
_SHARE_NAMING = 0.8  # of the paragraphs name someone
_MOST_OFTEN = 0.25  # share of the paragraphs that name one and the same, where no title announces a round-up
_LABEL = regex(r"([^\W\d_][^:.!?;,\"“”()\n]{2,30}):\s+[\"“]?(?=[^\W_])")
_LEAST_LABELLED, _SHARE_LABELLED, _LEAST_NAMED = 4, 0.3, 2  # labels, in number and of the paragraphs; that name a place
_LEAST_TIMED, _SHARE_TIMED = 5, 0.6  # paragraphs with a time in front, in number and of all
_TIMED = regex(
    r"[\[(]?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2}T))?[\])]?\s*[-–—:|]?\s\S", re.IGNORECASE
)
_POINTING = 90  # characters into a paragraph in which it points back
_MOST_HEADS = 0.34  # lines that are no sentences, for each paragraph
_LONGEST_TITLE = 140
_TITLE = 4  # lines that are no sentences in which an article's own headline stands
_LEAST_TITLE, _SHARE_OF_TITLE = 35, 0.45  # characters; share of the paragraphs that name one whom it names
_MANY, _SHARE_OF_ANY = 4, 0.6  # that name any of those whom it names, in number and of the paragraphs


class Way(NamedTuple):
    """Where the items of such a page begin."""

    begins: frozenset[int]  # the offsets of their first paragraphs
    parted: bool = False  # by a button under each, so that nothing else is an item
    cut: bool = False  # each is the beginning of a report that the page cut short
    labelled: bool = False  # with a place and a colon in front of most


def way_of(lines: Sequence[Line], names_in: NamesIn, country_of: CountryOf, language: str) -> Way | None:
    """How such a page is read; None where it is something else."""
    kept = [line for line in lines if not (line.reason or line.goes_on)]
    if cut := _cut_short(kept):
        return Way(cut, cut=True)
    paragraphs = [line for line in kept if _is_paragraph(line)]
    if len(paragraphs) < _LEAST_ITEMS:
        return None
    if parted := _parted_by_buttons(lines, len(paragraphs)):
        return Way(parted, parted=True)
    if timed := _timed(paragraphs):
        return Way(timed)
    if labelled := _labelled(paragraphs, names_in):
        return Way(labelled, labelled=True)
    heads = [line for line in kept if not _is_told(line)]
    pictured = any(line.pictured for line in paragraphs)
    passed = (line for line in lines if line.reason in _PASSED_OVER and line.start < paragraphs[0].start)
    above = [*heads, *passed, paragraphs[0]]
    announced = pictured or any(len(line.text) <= _LONGEST_TITLE and publication.announces(line.text) for line in above)
    if len(heads) - 2 > _MOST_HEADS * len(paragraphs) or (not announced and len(paragraphs) < _LEAST_UNANNOUNCED):
        return None
    if parted := _parted_by_gaps(kept, names_in, country_of, language):
        return Way(parted, parted=True)
    sentences_of = (len(sentences.split(line.text, 0, min(len(line.text), 1500))) for line in paragraphs)
    short = sum(1 for many in sentences_of if many <= _MOST_SENTENCES)
    if not pictured and short < _SHARE_SHORT * len(paragraphs):
        return None
    if announced and sums_up(paragraphs[0], paragraphs[1:], names_in):
        paragraphs = paragraphs[1:]
    named = [_named(line, names_in, country_of) for line in paragraphs]
    headed = frozenset(line.start for above, line in pairwise(kept) if _is_paragraph(line) and not _is_told(above))
    others = _first_about_others(paragraphs, named, names_in, language)
    if not announced and others < _LEAST_OTHERS * (len(paragraphs) - 1):
        return None
    each = announced and others >= _EACH * (len(paragraphs) - 1)
    begins = fresh.begins(paragraphs, headed, names_in, language, announced=announced, each=each)
    least = _LEAST_STRANGE if announced else _LEAST_STRANGE_ALONE
    if len(begins) - 1 < least * (len(paragraphs) - 1):
        return None
    if announced and not pictured and _are_of_one(kept, paragraphs, named, names_in, country_of):
        return None
    if not announced:
        title = {name for line in heads[:_TITLE] for name in _named(line, names_in, country_of)}
        if sum(1 for names in named if not title.isdisjoint(names)) > 1 or not _are_of_all_the_world(named):
            return None
    return Way(begins)


def way_by_force(lines: Sequence[Line], names_in: NamesIn, language: str) -> Way | None:
    """Where reports would begin if the page were a round-up of bare paragraphs; None where it has too few of them."""
    kept = [line for line in lines if not (line.reason or line.goes_on)]
    paragraphs = [line for line in kept if _is_paragraph(line)]
    if len(paragraphs) < _LEAST_ITEMS:
        return None
    if timed := _timed(paragraphs):
        return Way(timed)
    headed = frozenset(line.start for above, line in pairwise(kept) if _is_paragraph(line) and not _is_told(above))
    return Way(fresh.begins(paragraphs, headed, names_in, language, announced=True))


def _timed(paragraphs: Sequence[Line]) -> frozenset[int]:
    """Where paragraphs begin that have the time of day in front, as most have: "09:41 p.m. Six ambulances …"."""
    timed = [line.start for line in paragraphs if line.text[:2].strip("[(").isdigit() and _TIMED.match(line.text)]
    return frozenset(timed) if len(timed) >= max(_LEAST_TIMED, _SHARE_TIMED * len(paragraphs)) else frozenset()


def _first_about_others(
    paragraphs: Sequence[Line], named: Sequence[Sequence[str]], names_in: NamesIn, language: str
) -> int:
    """How many paragraphs are first about somebody whom the one before does not name."""
    return sum(
        1
        for before, now, line in zip(named, named[1:], paragraphs[1:], strict=False)
        if now and now[0] not in before and _stands_alone(line, names_in, language)
    )


def _cut_short(kept: Sequence[Line]) -> frozenset[int]:
    """Where items begin of which most end where the page cut them: "… faces a vote […]", "… said in a ..."."""
    long = [line for line in kept if len(line.text) >= _LEAST_CUT]
    marked = sum(1 for line in long if line.text.endswith(_CUT))
    enough = marked >= _LEAST_UNANNOUNCED and marked >= _SHARE_CUT * len(long)
    return frozenset(line.start for line in long) if enough and len(kept) - len(long) <= _TITLE else frozenset()


def _are_of_one(
    kept: Sequence[Line],
    paragraphs: Sequence[Line],
    named: Sequence[Sequence[str]],
    names_in: NamesIn,
    country_of: CountryOf,
) -> bool:
    """Whether a headline under the rubric that announces ("World news") is that of the whole text below it."""
    above = [line for line in kept if line.start < paragraphs[0].start]
    telling = [line for line in above if len(line.text) >= _LEAST_TITLE and not publication.announces(line.text)]
    rubrics = [line for line in above if publication.announces(line.text)]
    if not telling or (
        any(len(line.text) >= _LEAST_TITLE for line in rubrics) and not any(line.doubled for line in telling)
    ):
        return False
    title = {name for line in telling for name in _named(line, names_in, country_of)}
    times = Counter(name for names in named for name in set(names) & title)
    once = sum(1 for names in named if not title.isdisjoint(names))
    if once > 1 and any(line.doubled for line in telling):
        return True
    most = max(times.values(), default=0)
    return most >= max(_LEAST_ITEMS, _SHARE_OF_TITLE * len(named)) or once >= max(_MANY, _SHARE_OF_ANY * len(named))


def _parted_by_buttons(lines: Sequence[Line], count: int) -> frozenset[int]:
    """Where items begin of which each has the same button under it: "More", "Read more"."""
    begins: set[int] = set()
    below: Counter[str] = Counter()
    opened: Line | None = None
    for line in lines:
        if not line.reason:
            opened = opened or (line if _is_paragraph(line) else None)
        elif opened is not None and leads_on(line.text):
            begins.add(opened.start)
            below[bare_words(line.text)] += 1
            opened = None
    same = max(below.values(), default=0)
    enough = same >= _LEAST_PARTED and same >= _SHARE_PARTED * count
    return frozenset(begins) if enough else frozenset()


def _labelled(paragraphs: Sequence[Line], names_in: NamesIn) -> frozenset[int]:
    """Where items begin that open with the place they tell of, known or not: "North Darfur: …", "Khartoum: …"."""
    found = [
        (line, one)
        for line in paragraphs
        if (one := _LABEL.match(line.text)) and line.text[0].isupper() and not line.text[one.end()].islower()
    ]
    labels = {one[1] for _, one in found}
    if len(labels) < max(_LEAST_LABELLED, _SHARE_LABELLED * len(paragraphs)) or len(labels) < len(found):
        return frozenset()
    named = sum(
        1
        for line, one in found
        if places.is_one(one[1]) or names_in([Span(line.start + one.start(1), line.start + one.end(1))])
    )
    return frozenset(line.start for line, _ in found) if named >= _LEAST_NAMED else frozenset()


def _parted_by_gaps(kept: Sequence[Line], names_in: NamesIn, country_of: CountryOf, language: str) -> frozenset[int]:
    """Where items begin whose paragraphs stand closer to each other than to the next item's."""
    for wide in _WIDE:
        groups: list[list[Line]] = []
        for line in kept:
            if line.blanks >= wide or not groups:
                groups.append([])
            if _is_paragraph(line) or groups[-1]:
                groups[-1].append(line)
        groups = [group for group in groups if group]
        several = sum(1 for group in groups if len(group) > 1)
        if (
            len(groups) >= _LEAST_APART
            and several >= _SHARE_SEVERAL * len(groups)
            and max(map(len, groups)) <= _MOST_PARAGRAPHS
            and not any(goes_on(group[0].text, language) for group in groups)
            and _are_of_all_the_world([_named(group[0], names_in, country_of) for group in groups])
        ):
            firsts = frozenset(group[0].start for group in groups)
            return firsts if _go_on(kept, firsts, names_in, language) else frozenset()
    return frozenset()


def _go_on(kept: Sequence[Line], firsts: frozenset[int], names_in: NamesIn, language: str) -> bool:
    """Whether the paragraphs behind the first of each group belong to it rather than that each tells of others."""
    paragraphs = [line for line in kept if _is_paragraph(line)]
    begun = fresh.begins(paragraphs, firsts, names_in, language)
    others = sum(1 for line in paragraphs if line.start not in firsts)
    return len(begun - firsts) <= _EACH * others


def _are_of_all_the_world(named: Sequence[Sequence[str]]) -> bool:
    """Whether every paragraph names someone, and nobody is named in many: an article has someone it is about."""
    times = Counter(name for names in named for name in set(names))
    naming = sum(1 for names in named if names)
    return naming >= _SHARE_NAMING * len(named) and max(times.values()) <= max(2, _MOST_OFTEN * len(named))


def _named(line: Line, names_in: NamesIn, country_of: CountryOf) -> list[str]:
    """Who a paragraph names, persons by the country they act for."""
    mentions = names_in([Span(line.start, line.end)])
    return [(country_of(m.value) or m.value) if m.kind == "person" else m.value for m in mentions]


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _LEAST_PARAGRAPH and _is_told(line)


def _is_told(line: Line) -> bool:
    """Whether a line is a sentence, also where its stop stands behind a picture's credit."""
    return line.pictured or sentences.ends_like_one(line.text)


def read(block: Block, way: Way, names_in: NamesIn, language: str) -> Reading:
    """Each paragraph that begins an item; the rest goes with the one before."""
    reading = Reading()
    paragraphs = [line for line in block.lines if not line.reason and _is_paragraph(line)]
    foot = _foot(block.lines)
    under_label = False  # whether the item that is open has a label, and no blank line stood below it yet
    for line in block.lines:
        under_label = way.labelled and (line.start in way.begins or (under_label and not line.gap))
        if line.reason:
            reading.set_aside(line, line.reason)
        elif foot is not None and line.start > foot:
            reading.set_aside(line, Reason.TEASER)
        elif line.goes_on and reading.drafts:
            reading.keep(line)
        elif way.cut and line.start in way.begins and (reading.drafts or not publication.announces(line.text)):
            reading.begin(line, Draft([], titled=False))
        elif not _is_told(line):
            if reading.drafts and headline.whole_credit(line.text):
                reading.keep(line)
                continue
            if not reading.drafts and reading.title is None:
                reading.title = line
            reading.head(line)
        elif not reading.drafts and _stands_above(line, way, paragraphs, names_in):
            reading.set_aside(line, Reason.SUMMARY)
        elif not reading.drafts and not _is_paragraph(line):
            reading.set_aside(line, Reason.OTHER)
        elif (
            not reading.drafts or line.start in way.begins or (way.labelled and not under_label and _is_paragraph(line))
        ):
            reading.begin(line, Draft([], titled=False))
        else:
            reading.keep(line)
    return reading


def _foot(lines: Sequence[Line]) -> int | None:
    """Where a box of links begins below which only other articles stand: headlines with their leads, or signed ones."""
    told = [
        (place, _is_a_lead(before, line))
        for place, (before, line) in enumerate(pairwise(lines), 1)
        if not line.reason and sentences.ends_like_one(line.text)
    ]
    last = told[-1][0] if told else 0
    last_of_items = max((place for place, is_lead in told if not is_lead), default=0)
    above = 0
    for place, line in enumerate(lines[:last]):
        above += not line.reason and _is_paragraph(line)
        if place < last_of_items or above < _LEAST_ITEMS or line.reason is not Reason.RELATED:
            continue
        if line.ends_article or names_a_box(line.text):
            return line.start
    return None


def _is_a_lead(before: Line, line: Line) -> bool:
    """Whether a paragraph stands under a headline, or has the medium of the page in front."""
    opening = dateline.opening(line)
    signed = opening is not None and opening.length > 0 and opening.credit is not None
    return signed or not (names_a_box(before.text) or sentences.ends_like_one(before.text))


def _stands_above(line: Line, way: Way, paragraphs: Sequence[Line], names_in: NamesIn) -> bool:
    """Whether a paragraph stands before the items: it sums them up, or has not the button that they have."""
    if (way.parted or way.labelled) and line.start not in way.begins:
        return True
    if len(paragraphs) < 2 or line is not paragraphs[0]:
        return publication.announces(line.text)
    return sums_up(line, paragraphs[1:], names_in)


def _points_back(line: Line, names_in: NamesIn, language: str) -> bool:
    """Whether a paragraph goes on with the one before: "He …", "Earlier, …", "the country" before it names one."""
    if goes_on(line.text, language) or pattern("pointing", language).match(line.text[:_POINTING].lower()):
        return True
    found = pattern("pointed_at", language).search(line.text[:_POINTING].lower())
    if found is None:
        return False
    first = next(iter(names_in([Span(line.start, line.start + found.start())])), None)
    return first is None


def _stands_alone(line: Line, names_in: NamesIn, language: str) -> bool:
    """Whether a paragraph does not point back to the one before."""
    return _is_paragraph(line) and not _points_back(line, names_in, language) and line.text[0] not in "\"“'‘«"
