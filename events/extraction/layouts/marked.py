"""Round-ups whose items open with a sign: one way of reading for all of them, whatever the sign."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from events.extraction import agencies, places, publication, sentences, subjects
from events.extraction.layouts import (
    agency,
    between,
    bulleted,
    dateline,
    families,
    headline,
    lost_signs,
    marked_openings,
    mastheads,
    nested,
    numbered,
    starred,
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
from events.extraction.layouts.told import goes_on
from events.extraction.lines import Line
from events.extraction.records import Reason, Span

_LONGEST_SUBHEADING = 80
_LONGEST_TITLE = 200  # characters of the page's own headline
_LEAST_OWN_HEADLINE = 30
_LEAST_PARAGRAPH = 60
_LEAST_SHORT_ITEMS, _SHARE_SHORT_ITEMS = 3, 0.7  # items; share of those of one paragraph where nearly all are
_LEAST_LED = 2  # items that open with a headline
_SHARE_SPLIT = 0.5  # share of them among which longer ones may be two


def read(block: Block, layout: MarkedLayout, names_in: NamesIn, language: str, *, last: bool) -> Reading:
    """Items from one opening to the next; `last`: no further items follow in the document."""
    reading = _Reader(block, layout, names_in, language, last=last).read()
    mastheads.forget_the_only_one(reading)
    mastheads.forget_elsewhere(reading, names_in)
    return reading


class _Reader:
    """Goes through the lines of a block, and says of each what becomes of it."""

    def __init__(self, block: Block, layout: MarkedLayout, names_in: NamesIn, language: str, *, last: bool) -> None:
        self.block, self.layout, self.names_in, self.language = block, layout, names_in, language
        lines = self.lines = block.lines
        openings = self.openings = marked_openings.by_sign(lines, layout)
        self.notes = between.notes_below(lines, openings) if layout is bulleted else frozenset()
        if layout is bulleted and not self.notes:
            self.notes = nested.notes_under_headings(lines, openings, names_in, language)
        self.topics = between.topics_above(lines, openings) if layout is bulleted else frozenset()
        marked_openings.add_others(block, openings, layout)
        self.headings_in_front = between.headings_in_front(lines, openings, block.headings_follow)
        self.begun = [(line, opening) for line, opening in zip(lines, openings, strict=True) if opening]
        final = max((i for i, opening in enumerate(openings) if opening), default=-1)
        self.behind_all = final + 1 if last else len(lines)  # from this line on no item follows in the document
        self.placed = layout in (dateline, agency)  # items open with a place or an agency, and not with a sign
        self.alone = _share_of_one_paragraph(lines, openings)
        self.led = self.placed and _are_led(lines, openings)  # each under a headline
        self.reading = Reading()
        self.section: Line | None = None
        self.parent = ""  # the sign of a parent whose children are being read
        self.parents_heading: Line | None = None
        self.outer: Line | None = None  # the heading that the parent itself stands under
        self.open_item = False  # whether unmarked lines go on with the latest item
        self.other_articles = False
        self.headed_behind = False  # whether a heading stands over items without a sign, behind all that have one

    def read(self) -> Reading:
        for i, (line, opening) in enumerate(zip(self.lines, self.openings, strict=True)):
            if line.reason:
                self._pass_over(line, line.reason)
            elif opening and self._is_the_title(line):
                self._before_the_items(line)
            elif i in self.notes and self.open_item:
                line.marker = opening.length if opening else 0
                self.reading.keep(line)
            elif opening and between.is_parent(self.lines, self.openings, i):
                self._head_children(line, opening)
            elif i in self.topics:
                self.open_item = False
                self.reading.head(line)
            elif opening and not (self.open_item and self.placed and _is_led(line, opening, self.latest)):
                self._begin_at_its_sign(line, opening)
            elif self.other_articles:
                self.reading.set_aside(line, Reason.TEASER)
            elif not self.reading.drafts:
                self._above_the_first(i, line)
            else:
                self._behind_an_item(i, line)
        return self.reading

    @cached_property
    def _counts_from_one(self) -> bool:
        """Whether the items count, and the first of them is the first."""
        return self.layout is numbered and bool(self.begun) and numbered.number_of(self.begun[0][0]) == 1

    @property
    def latest(self) -> Draft:
        return self.reading.drafts[-1]

    def _begin(self, line: Line, opening: Opening, section: Line | None) -> None:
        """An item, of one paragraph where that is credited."""
        self.reading.begin(line, Draft([], opening, section=section))
        self.open_item = not between.is_credited(line.text)

    def _begin_with_headline(self, line: Line) -> None:
        """An item without a sign, of which the line is the headline."""
        self.reading.begin(line, Draft([], Opening(0), section=self.section))
        self.open_item = True

    def _head(self, line: Line) -> None:
        """A heading, of the items below it where it names a section."""
        if names_a_section(line, first=not self.reading.drafts):
            self.section = line
        self.reading.head(line)

    def _pass_over(self, line: Line, reason: Reason) -> None:
        if self.reading.drafts:
            _credit_from(line, self.latest)
        self.other_articles = self.other_articles or line.ends_article
        self.reading.set_aside(line, reason)

    def _is_the_title(self, line: Line) -> bool:
        """Whether a line with a sign announces the items, of which there was none yet."""
        return (
            not self.reading.drafts
            and not sentences.ends_like_one(line.text)
            and len(line.text) <= _LONGEST_SUBHEADING
            and publication.announces(line.text)
        )

    def _before_the_items(self, line: Line) -> None:
        """The document's headline, then what sums up the day."""
        reading = self.reading
        opens_page = self.block.first and reading.title is None and not reading.pieces
        if opens_page and len(line.text) <= _LONGEST_TITLE and not sentences.ends_like_one(line.text):
            reading.title = line
            reading.head(line)
        else:
            reading.set_aside(line, Reason.SUMMARY)

    def _head_children(self, line: Line, opening: Opening) -> None:
        """A parent among the bullets: the heading of those below it."""
        if opening.sign != self.parent or self.section is not self.parents_heading:
            self.outer, self.parent = self.section, opening.sign
        self._head(line)
        self.parents_heading = self.section
        self.open_item = False

    def _begin_at_its_sign(self, line: Line, opening: Opening) -> None:
        self.other_articles = False
        has_children = self.parent and self.reading.drafts and self.latest.opening.sign != self.parent
        if has_children and opening.sign == self.parent and self.section is self.parents_heading:
            self.section, self.parent = self.outer, ""  # the parent's own sign again: its children end here
        self._begin(line, opening, self.section)

    def _above_the_first(self, i: int, line: Line) -> None:
        """A line without a sign where no item stood yet."""
        block, headed = self.block, bool(self.section or self.block.heading)
        if self._counts_from_one and between.is_paragraph(line):
            self._before_the_items(line)
        elif i in self.headings_in_front or line.set_off or (block.heading and places.is_one(line.text)):
            self.section = None
            self._head(line)
        elif headed and (other := _other_bullet(line, self.layout)):
            self._begin(line, other, self.section)
        elif self._opens_with_a_headline(i, sure=headed):
            self._begin_with_headline(line)
        elif block.heading and between.is_paragraph(line) and not publication.announces(line.text):
            self._begin(line, Opening(0), None)  # under a heading, before the first sign
        elif block.first and not self._is_parted(i) and is_the_first_item(line, self.begun, self.names_in):
            self._begin(line, Opening(0), None)
        else:
            self._before_the_items(line)

    def _is_parted(self, i: int) -> bool:
        """Whether a heading stands between a line and the first item: the lead of a market's report."""
        if self.layout is starred and any(j > i for j in self.headings_in_front):
            return True
        first = next((j for j, opening in enumerate(self.openings) if opening), i)
        return any(line.set_off and not line.reason for line in self.lines[i + 1 : first])

    def _opens_with_a_headline(self, i: int, *, sure: bool) -> bool:
        """Whether the first item stands here, without a sign under its headline; `sure`: it is under a heading."""
        below = between.heads_the_next(self.lines, self.openings, i)
        if sure or below is None:
            return below is not None
        above = any(not line.reason for line in self.lines[:i])  # the page's own headline
        long_enough = len(self.lines[i].text) >= _LEAST_OWN_HEADLINE
        return above and long_enough and is_the_first_item(below, self.begun, self.names_in)

    def _behind_an_item(self, i: int, line: Line) -> None:
        """A line without a sign behind an item: a credit, a picture, a heading, or text."""
        lines, openings = self.lines, self.openings
        if headline.whole_credit(line.text) and not (line.set_off or subjects.is_heading(line.text)):
            # under a headline the text is still to come
            self.open_item = self.open_item and not any(sentences.ends_like_one(one.text) for one in self.latest.lines)
            self.reading.keep(line)
        elif (
            between.names_a_picture(lines, i)
            or between.stands_over_a_caption(lines, i)
            or between.is_a_person(line, self.names_in)
        ):
            self.reading.set_aside(line, Reason.CAPTION)
        elif (
            line.set_off
            or between.is_subheading(lines, openings, i, self.open_item)
            or between.is_capital_heading(lines, openings, i)
        ):
            self.open_item = self.open_item and not line.set_off
            self._head(line)
            self.headed_behind = i >= self.behind_all and self.section is line and _heads_others(line)
        elif (other := _other_bullet(line, self.layout)) and (
            not self.open_item or other.sign == self.latest.opening.sign
        ):
            self._begin(line, other, self.section)
        elif self.open_item and between.is_stray(lines, openings, i):
            below = between.heads_the_next(lines, openings, i)
            if below and (self.led or self._is_of_others(below)):
                self._begin_with_headline(line)
            else:
                self.open_item = i < self.behind_all or not self._is_whole()
                self.reading.set_aside(line, Reason.OTHER)
        elif self.headed_behind and between.is_paragraph(line) and not goes_on(line.text, self.language):
            self._begin(line, Opening(0), self.section)
        elif i >= self.behind_all and self.alone >= _SHARE_SHORT_ITEMS and _is_a_label(line):
            self.open_item = False
            self.reading.set_aside(line, Reason.OTHER)
        elif self.open_item and not self._lost_its_sign(line):
            self.reading.keep(line)
            self.open_item = not between.is_credited(line.text)
        else:
            self._behind_a_whole_item(i, line)

    def _is_whole(self) -> bool:
        """Whether the latest item has as many lines as any before, so that what a label heads behind it is no more."""
        before = [len(draft.lines) for draft in self.reading.drafts[:-1]]
        return not self.placed and len(before) >= _LEAST_SHORT_ITEMS and len(self.latest.lines) >= max(before)

    def _is_of_others(self, line: Line) -> bool:
        return lost_signs.is_of_others(line, self.latest.lines, self.names_in, self.language)

    def _lost_its_sign(self, line: Line) -> bool:
        """Whether a paragraph below one that opens with a place is an item of its own, though its place is missing."""
        return (
            self.placed
            and not line.marker
            and _has_text(self.latest.lines)
            and (self.alone >= _SHARE_SHORT_ITEMS or lost_signs.gives_a_day(line, self.language))
            and (self.alone >= _SHARE_SPLIT or lost_signs.is_first_of_a_country(line, self.names_in))
            and self._is_of_others(line)
        )

    def _behind_a_whole_item(self, i: int, line: Line) -> None:
        """A line with which the latest item does not go on: another item, the heading of others, or none."""
        if i >= self.behind_all and not self.open_item:
            self.reading.set_aside(line, Reason.TEASER if between.is_paragraph(line) else Reason.OTHER)
        elif len(line.text) >= _LEAST_PARAGRAPH:
            self._begin(line, Opening(0), self.section)  # an item that lost its sign
        elif between.heads_the_next(self.lines, self.openings, i):
            self._begin_with_headline(line)
        elif self.section and places.is_one(self.section.text) and places.is_one(line.text):
            self.section = line  # a country heads an item that lost its sign
            self.reading.head(line)
        else:
            self.reading.set_aside(line, Reason.OTHER)


def _is_led(line: Line, opening: Opening, draft: Draft) -> bool:
    """Whether a paragraph that opens with no place of its own stands right below a headline without a text."""
    unsure = not (opening.length or opening.place or opening.credit)
    headed = draft.lines[0].text
    has_text = _has_text(draft.lines) or len(sentences.split(headed, 0, len(headed))) > 1
    return unsure and not has_text and sentences.ends_like_one(line.text)


def _has_text(lines: list[Line]) -> bool:
    """Whether an item has more than its headline, to which the next paragraph belongs whomever it names."""
    return len(lines) > 1 or sentences.ends_like_one(lines[0].text) or between.is_credited(lines[0].text)


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


def _are_led(lines: list[Line], openings: list[Opening | None]) -> bool:
    """Whether a headline opens every item, and text stands below it."""
    kept = [(line, opening) for line, opening in zip(lines, openings, strict=True) if not line.reason]
    begun = [(line, after) for (line, opening), (after, _) in pairwise(kept) if opening]
    return len(begun) >= _LEAST_LED and all(
        not sentences.ends_like_one(line.text) and between.is_paragraph(after) for line, after in begun
    )


def _is_a_label(line: Line) -> bool:
    return len(line.text) < marked_openings.LONGEST_LABEL and not sentences.ends_like_one(line.text)


def _heads_others(line: Line) -> bool:
    """Whether a heading says that items follow, however they are printed: "Elsewhere:", "In brief"."""
    return line.text[-1] == ":" or mastheads.is_known(line.text) or families.heads_more(line)


def _other_bullet(line: Line, layout: MarkedLayout) -> Opening | None:
    """How a line opens an item where this part of the page has bullets and others have stars."""
    if layout is bulleted or not sentences.ends_like_one(line.text):
        return None
    return bulleted.opening(line)


def _credit_from(line: Line, draft: Draft) -> None:
    """ "Source: Reuters" under an item credits it."""
    if line.reason is Reason.SOURCE:
        credit = headline.whole_credit(line.text)
        if credit and agencies.is_credit(credit.of(line.text)):
            draft.extra_credits.append(Span(line.start + credit.start, line.start + credit.end))
