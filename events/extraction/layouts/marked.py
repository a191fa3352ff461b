"""Round-ups whose items open with a sign: one way of reading for all of them, whatever the sign."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import agencies, places, publication, sentences, subjects
from events.extraction.layouts import (
    agency,
    between,
    bulleted,
    dateline,
    headline,
    led,
    lost_signs,
    mastheads,
    numbered,
)
from events.extraction.layouts.blocks import (
    Block,
    Draft,
    MarkedLayout,
    NamesIn,
    Opening,
    Reading,
    names_a_section,
)
from events.extraction.layouts.summing import is_the_first_item
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_NAMELESS = regex(r":\s+(?=[A-ZĐÀ-Ỹ]\w*\s)")  # ": Ngày 27-11, …": the country in front was lost in copying
_AGO = regex(r"\d\s?[a-zà-ỹ]+\s(?:ago|trước)\b")
_FROM, _STAMPS = regex(r"\d.{1,20}\bsource:"), (Reason.BYLINE, Reason.WIDGET, Reason.SOURCE)
_LONGEST_SUBHEADING = 80
_LONGEST_LABEL, _LEAST_OWN_HEADLINE = 28, 30
_LEAST_PARAGRAPH = 60
_LEAST_SHORT_ITEMS, _SHARE_SHORT_ITEMS = 3, 0.7  # items; share of those of one paragraph where nearly all are
_SHARE_SPLIT = 0.5  # share of them among which longer ones may be two


def read(block: Block, layout: MarkedLayout, names_in: NamesIn, language: str, *, last: bool) -> Reading:
    """Items from one opening to the next; `last`: no further items follow in the document."""
    reading = Reading()
    lines = block.lines
    openings = [None if line.reason or line.set_off else _opening(line, layout) for line in lines]
    if layout is bulleted:
        _drop_labels(lines, openings)
        lost_signs.add_unsigned(lines, openings, next((opening.sign for opening in openings if opening), ""))
        lost_signs.add_placed(lines, openings)
    if layout is numbered:
        _drop_other_counts(lines, openings)
    notes = between.notes_below(lines, openings) if layout is bulleted else frozenset()
    topics = between.topics_above(lines, openings) if layout is bulleted else frozenset()
    _add_agencies(lines, openings)
    _add_stamped(lines, openings)
    if layout in (dateline, agency):
        lost_signs.add_lone_places(lines, openings)
        led.give_way_to_headlines(lines, openings)
        led.move_to_headlines(lines, openings, single=block.heading is not None)
    final_opening = max((i for i, opening in enumerate(openings) if opening), default=-1)
    first_headings = between.headings_in_front(lines, openings, block.headings_follow)
    placed = layout in (dateline, agency)
    alone = _share_of_one_paragraph(lines, openings)
    begun = [(line, opening) for line, opening in zip(lines, openings, strict=True) if opening]
    section: Line | None = None
    outer, head, parent = section, section, ""  # what a parent among the signs stands under; the parent, its sign
    open_item = False  # whether unmarked lines go on with the latest item
    other_articles = False
    for i, (line, opening) in enumerate(zip(lines, openings, strict=True)):
        if line.reason:
            if reading.drafts:
                _credit_from(line, reading.drafts[-1])
            other_articles = other_articles or line.ends_article
            reading.set_aside(line, line.reason)
        elif (
            opening
            and not reading.drafts
            and not sentences.ends_like_one(line.text)
            and len(line.text) <= _LONGEST_SUBHEADING
            and publication.announces(line.text)
        ):
            _before_the_items(reading, line, block)
        elif i in notes and open_item:
            line.marker = opening.length if opening else 0
            reading.keep(line)
        elif opening and between.is_parent(lines, openings, i):
            if opening.sign != parent or section is not head:
                outer, parent = section, opening.sign
            section = head = line if names_a_section(line, first=not reading.drafts) else section
            open_item = False
            reading.head(line)
        elif i in topics:
            open_item = False
            reading.head(line)
        elif opening and not (open_item and placed and _is_led(line, opening, reading.drafts[-1])):
            other_articles = False
            if opening.sign == parent and section is head and _is_behind_children(reading, parent):
                section, parent = outer, ""
            reading.begin(line, Draft([], opening, section=section))
            open_item = not between.is_credited(line.text)
        elif other_articles:
            reading.set_aside(line, Reason.TEASER)
        elif not reading.drafts:
            if i in first_headings or line.set_off or (block.heading and places.is_one(line.text)):
                section = line if names_a_section(line, first=not reading.drafts) else None
                reading.head(line)
            elif (section or block.heading) and (other := _other_bullet(line, layout)):
                reading.begin(line, Draft([], other, section=section))
                open_item = not between.is_credited(line.text)
            elif _opens_with_a_headline(lines, openings, i, begun, names_in, sure=bool(section or block.heading)):
                reading.begin(line, Draft([], Opening(0), section=section))
                open_item = True
            elif block.heading and between.is_paragraph(line) and not publication.announces(line.text):
                reading.begin(line, Draft([], Opening(0)))  # under a heading, before the first sign
                open_item = not between.is_credited(line.text)
            elif block.first and is_the_first_item(line, begun, names_in):
                reading.begin(line, Draft([], Opening(0)))
                open_item = not between.is_credited(line.text)
            else:
                _before_the_items(reading, line, block)
        elif headline.whole_credit(line.text) and not (line.set_off or subjects.is_heading(line.text)):
            open_item = open_item and not any(sentences.ends_like_one(one.text) for one in reading.drafts[-1].lines)
            reading.keep(line)  # under a headline the text is still to come
        elif (
            between.names_a_picture(lines, i)
            or between.stands_over_a_caption(lines, i)
            or between.is_a_person(line, names_in)
        ):
            reading.set_aside(line, Reason.CAPTION)
        elif (
            line.set_off
            or between.is_subheading(lines, openings, i, open_item)
            or between.is_capital_heading(lines, openings, i)
        ):
            open_item = open_item and not line.set_off
            section = line if names_a_section(line, first=not reading.drafts) else section
            reading.head(line)
        elif (other := _other_bullet(line, layout)) and (
            not open_item or other.sign == reading.drafts[-1].opening.sign
        ):
            reading.begin(line, Draft([], other, section=section))
            open_item = not between.is_credited(line.text)
        elif open_item and between.is_stray(lines, openings, i):
            below = between.heads_the_next(lines, openings, i)
            if below and lost_signs.is_of_others(below, reading.drafts[-1].lines, names_in, language):
                reading.begin(line, Draft([], Opening(0), section=section))
            else:
                reading.set_aside(line, Reason.OTHER)
        elif last and i > final_opening and alone >= _SHARE_SHORT_ITEMS and _is_a_label(line):
            open_item = False
            reading.set_aside(line, Reason.OTHER)
        elif open_item and not (
            placed
            and not line.marker
            and _has_text(reading.drafts[-1].lines)
            and (alone >= _SHARE_SHORT_ITEMS or lost_signs.gives_a_day(line, language))
            and (alone >= _SHARE_SPLIT or lost_signs.is_first_of_a_country(line, names_in))
            and lost_signs.is_of_others(line, reading.drafts[-1].lines, names_in, language)
        ):
            reading.keep(line)
            open_item = not between.is_credited(line.text)
        elif last and i > final_opening and not open_item:
            reading.set_aside(line, Reason.TEASER if between.is_paragraph(line) else Reason.OTHER)
        elif len(line.text) >= _LEAST_PARAGRAPH:
            reading.begin(line, Draft([], Opening(0), section=section))  # an item that lost its sign
            open_item = not between.is_credited(line.text)
        elif between.heads_the_next(lines, openings, i):
            reading.begin(line, Draft([], Opening(0), section=section))  # with a headline of its own
            open_item = True
        elif section and places.is_one(section.text) and places.is_one(line.text):
            section = line  # a country heads an item that lost its sign
            reading.head(line)
        else:
            reading.set_aside(line, Reason.OTHER)
    mastheads.forget_the_only_one(reading)
    mastheads.forget_elsewhere(reading, names_in)
    return reading


def _is_led(line: Line, opening: Opening, draft: Draft) -> bool:
    """Whether a paragraph that opens with no place of its own stands right below a headline without a text."""
    unsure = not (opening.length or opening.place or opening.credit)
    headed = draft.lines[0].text
    has_text = _has_text(draft.lines) or len(sentences.split(headed, 0, len(headed))) > 1
    return unsure and not has_text and sentences.ends_like_one(line.text)


def _has_text(lines: list[Line]) -> bool:
    """Whether an item has more than its headline, to which the next paragraph belongs whomever it names."""
    return len(lines) > 1 or sentences.ends_like_one(lines[0].text) or between.is_credited(lines[0].text)


def _is_behind_children(reading: Reading, parent: str) -> bool:
    """Whether the latest item is one of those below a parent with that sign."""
    return bool(parent and reading.drafts and reading.drafts[-1].opening.sign != parent)


def _share_of_one_paragraph(lines: list[Line], openings: list[Opening | None]) -> float:
    """The share of items of one paragraph: among such, a paragraph without a sign may be an item of its own."""
    kept = [
        opening
        for line, opening in zip(lines, openings, strict=True)
        if not line.reason and (opening or not between.heads_by_itself(line.text))
    ]
    alone = sum(1 for one, after in pairwise(kept) if one and after)
    items = sum(1 for one in kept if one)
    return alone / (items - 1) if items >= _LEAST_SHORT_ITEMS else _SHARE_SPLIT


def _is_a_label(line: Line) -> bool:
    return len(line.text) < _LONGEST_LABEL and not sentences.ends_like_one(line.text)


def _other_bullet(line: Line, layout: MarkedLayout) -> Opening | None:
    """How a line opens an item where this part of the page has bullets and others have stars."""
    if layout is bulleted or not sentences.ends_like_one(line.text):
        return None
    return bulleted.opening(line)


def _drop_labels(lines: list[Line], openings: list[Opening | None]) -> None:
    """Bullets in front of labels, among bullets in front of texts: "• Directory", "• Facebook"."""
    telling = sum(1 for line, opening in zip(lines, openings, strict=True) if opening and between.is_paragraph(line))
    if telling < _LEAST_SHORT_ITEMS:
        return
    kept = [i for i, line in enumerate(lines) if not line.reason]
    for i, after in pairwise([*kept, None]):
        opening = openings[i] if i is not None else None
        if i is None or opening is None or len(lines[i].text) - opening.length >= _LONGEST_LABEL:
            continue
        first = not any(openings[:i])
        if sentences.ends_like_one(lines[i].text) or between.is_parent(lines, openings, i) or lines[i].text[-1] == ":":
            continue
        if first or after is None:
            lines[i].reason, openings[i] = Reason.WIDGET, None


def _drop_other_counts(lines: list[Line], openings: list[Opening | None]) -> None:
    """Points that count in small numerals, "i) …", "ii) …", inside items that count in figures."""
    counted = [opening.sign for opening in openings if opening]
    if 2 * counted.count("1") <= len(counted):
        return
    for i, opening in enumerate(openings):
        if opening and opening.sign == "I" and lines[i].text[0].islower():
            lines[i].marker, openings[i] = opening.length, None


def _add_agencies(lines: list[Line], openings: list[Opening | None]) -> None:
    """Items that open with an agency among those with another sign."""
    named = {
        i: opening
        for i, line in enumerate(lines)
        if not line.reason and not openings[i] and line.text[:4].isupper() and (opening := agency.opening(line))
    }
    if len(named) >= _LEAST_SHORT_ITEMS:
        for i, opening in named.items():
            openings[i] = opening


def _add_stamped(lines: list[Line], openings: list[Opening | None]) -> None:
    """Headlines with "2 hours ago" below them, or "4 May – Source: …", and a text, among items with signs."""
    sourced = sum(1 for line in lines if line.reason in _STAMPS and _FROM.search(line.text.lower()))
    for i, (line, stamp) in enumerate(pairwise(lines)):
        if stamp.reason not in _STAMPS or line.reason or openings[i]:
            continue
        low = stamp.text.lower()
        if (stamp.reason is Reason.BYLINE and _AGO.search(low)) or (
            sourced >= _LEAST_SHORT_ITEMS and _FROM.search(low)
        ):
            below = between.heads_the_next(lines, openings, i)
            openings[i] = Opening(0) if below else None


def _opening(line: Line, layout: MarkedLayout) -> Opening | None:
    """How a line opens an item. Agencies and places in front of items are often mixed."""
    opening = layout.opening(line)
    if opening is None and (nameless := _NAMELESS.match(line.text)):
        return Opening(nameless.end())
    if opening and layout is dateline and (begun := agency.opening(line)) and begun.credit:
        opening = begun if agencies.names_only(begun.credit.of(line.text)) else opening  # "SAPA. …" is no place
    if opening is None and layout is agency:
        opening = dateline.opening(line)
        return opening if opening and opening.place and opening.length else None
    if opening is None and layout is dateline and not publication.announces(line.text):
        return agency.opening(line)
    return opening


def _before_the_items(reading: Reading, line: Line, block: Block) -> None:
    """The document's headline, then what sums up the day."""
    is_headline = (
        block.first and reading.title is None and not reading.pieces and not sentences.ends_like_one(line.text)
    )
    if is_headline and len(line.text) <= 200:
        reading.title = line
        reading.head(line)
    else:
        reading.set_aside(line, Reason.SUMMARY)


def _credit_from(line: Line, draft: Draft) -> None:
    """ "Source: Reuters" under an item credits it."""
    if line.reason is Reason.SOURCE:
        credit = headline.whole_credit(line.text)
        if credit and agencies.is_credit(credit.of(line.text)):
            draft.extra_credits.append(type(credit)(line.start + credit.start, line.start + credit.end))


def _opens_with_a_headline(
    lines: list[Line],
    openings: list[Opening | None],
    i: int,
    begun: list[tuple[Line, Opening]],
    names_in: NamesIn,
    *,
    sure: bool,
) -> bool:
    """Whether the first item stands here, without a sign under a headline of its own; `sure`: it is under a heading."""
    below = between.heads_the_next(lines, openings, i)
    if sure or below is None:
        return below is not None
    above = any(not line.reason for line in lines[:i])  # the page's own headline
    return above and len(lines[i].text) >= _LEAST_OWN_HEADLINE and is_the_first_item(below, begun, names_in)
