"""Text -> items and set-aside passages. A layout is recognised per block, since pages mix them.

Each layout module says how sure it is of a block; the surest reads it. To add one: write its module with `NAME`,
`confidence(block)` and `opening(line)`, and name it in `MARKED`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import ModuleType

from events.extraction import boilerplate, sentences, wrapping
from events.extraction.layouts import (
    agency,
    bulleted,
    cards,
    credited,
    dateline,
    families,
    fronts,
    marked,
    numbered,
    page,
    paragraphs,
    pointed,
    portal,
    records,
    region_blocks,
    sections,
    stamped,
    starred,
    story,
    story_shape,
    tails,
    teasers,
    unsigned,
)
from events.extraction.layouts.assembling import assembled
from events.extraction.layouts.blocks import Block, CountryOf, Draft, MarkedLayout, NamesIn, Reading, openings_in
from events.extraction.layouts.unglued import unglued
from events.extraction.lines import Line, marks_of
from events.extraction.records import Layout, Reason

MARKED: tuple[MarkedLayout, ...] = (starred, numbered, agency, bulleted, dateline)  # on a draw, the one named first

ALL: tuple[MarkedLayout | ModuleType, ...] = (story, portal, paragraphs, credited, pointed, stamped, *MARKED, unsigned)
_SIGNED = {starred, numbered, bulleted}
_SURE = 0.6
_MANY = 4  # items of a layout that is taken in spite of surer signs
_LONGEST_HEAD = 80  # characters of a heading over bullets


@dataclass(frozen=True, slots=True)
class Page:
    """A text whose lines were looked at, to be cut up in one way or another.

    `names_in` gives the names inside some spans; `country_of` is the country a person acts for, if known. `known` is
    the first cut, by its layouts and the marks its lines bore: the way that the rules chose comes up again among all.
    """

    text: str
    language: str
    names_in: NamesIn
    country_of: CountryOf
    lines: Sequence[Line]
    blocks: Sequence[Block]
    known: dict[tuple, Layout] = field(default_factory=dict)

    def copied(self) -> tuple[list[Line], list[Block]]:
        """Lines and blocks of one's own: layouts mark lines as they read."""
        own = {id(line): line.copied() for line in self.lines}
        blocks = [
            Block(
                own[id(block.heading)] if block.heading else None,
                [own[id(line)] for line in block.lines],
                block.first,
                block.headings_follow,
            )
            for block in self.blocks
        ]
        return list(own.values()), blocks


def looked_at(text: str, language: str, names_in: NamesIn, country_of: CountryOf) -> Page:
    """The page's lines, unbroken and unglued, with what their words and their page say of them, and its blocks."""
    apart = fronts.parted(unglued([line.copied() for line in wrapping.lines_of(text)]), language)
    all_lines = boilerplate.label(apart, language)
    page.read_whole(all_lines, language)
    cards.drop_what_is_above(all_lines)
    blocks = list(region_blocks.parted(all_lines, _opens_item))
    cards.mark_leads(all_lines)
    return Page(text, language, names_in, country_of, all_lines, blocks)


def cut(seen: Page) -> Layout:
    """The document cut up as its own signs tell. Passages tile it, white space aside."""
    all_lines, blocks = seen.copied()
    chosen = _chosen(blocks, all_lines, seen.names_in)
    bare = None if any(chosen) else unsigned.way_of(all_lines, seen.names_in, seen.country_of, seen.language)
    is_told = bare and (
        story_shape.is_told_through(all_lines, seen.names_in, _opens_item)
        or tails.leads_end_it(all_lines, seen.names_in, seen.language)
    )
    if bare and not is_told:
        blocks, chosen = _together(blocks), [unsigned]
        readings = [unsigned.read(blocks[0], bare, seen.names_in, seen.language)]
    elif any(chosen):
        return _read(seen, all_lines, blocks, _with_single_items(blocks, chosen))
    elif way := records.way_of(all_lines, seen.language):
        return _parted_by(way, seen, all_lines, blocks)
    else:  # one article: what looked like headings of regions are links or crossheads
        return _read(seen, all_lines, _together(blocks), [None])
    return _settled(seen, all_lines, blocks, chosen, readings)


def _parted_by(way: records.Way, seen: Page, all_lines: list[Line], blocks: list[Block]) -> Layout:
    """The document read by the lines that come again between its texts."""
    if not way.heading:
        blocks = _together(blocks)
        return _settled(seen, all_lines, blocks, [records], [records.read(blocks[0], way)])
    for line in all_lines:
        line.set_off = line.set_off or line.start in way.parting
    return _read(seen, all_lines, blocks, [paragraphs if block.heading or block.lines else None for block in blocks])


def cut_by(seen: Page, layout: MarkedLayout | ModuleType) -> Layout | None:
    """The document cut up as one of ALL would, whatever its signs tell; None where that finds no item at all."""
    by_signs = layout not in (story, unsigned)
    chosen: Chosen = [layout if by_signs and _may_read(layout, block) else None for block in seen.blocks]
    if by_signs and not any(chosen):
        return None  # told before lines are copied: most find nothing
    all_lines, blocks = seen.copied()
    if layout is story:
        return _read(seen, all_lines, _together(blocks), [None])
    if layout is unsigned:
        way = unsigned.way_by_force(all_lines, seen.names_in, seen.language)
        if not way:
            return None
        blocks, chosen = _together(blocks), [unsigned]
        readings = [unsigned.read(blocks[0], way, seen.names_in, seen.language)]
        return _settled(seen, all_lines, blocks, chosen, readings)
    return _read(seen, all_lines, blocks, chosen)


def _read(seen: Page, all_lines: list[Line], blocks: list[Block], chosen: Chosen) -> Layout:
    """The document as each block's layout reads it; as one article where there is none."""
    key = (*chosen, *map(marks_of, all_lines))
    if key in seen.known:
        return seen.known[key]
    if any(chosen):
        readings = _readings(blocks, chosen, seen.names_in, seen.language)
    else:
        readings = [story.read(blocks[0], seen.language, seen.names_in, seen.country_of)]
    found = _settled(seen, all_lines, blocks, chosen, readings)
    if not seen.known:
        seen.known[key] = found
    return found


def _may_read(layout: MarkedLayout | ModuleType, block: Block) -> bool:
    """Whether a layout finds anything to go by in a block."""
    if layout is stamped:
        return bool(stamped.way_of(block) or stamped.led_on(block.lines))
    if layout is pointed:
        return bool(pointed.heads(block.lines) or pointed.shouted(block.lines))
    if layout in MARKED:
        return openings_in(block, layout.opening)[0] > 0
    return bool(block.lines)


def _together(blocks: list[Block]) -> list[Block]:
    return [Block(None, region_blocks.together(blocks), first=True)]


def _settled(seen: Page, all_lines: list[Line], blocks: list[Block], chosen: Chosen, readings: list[Reading]) -> Layout:
    """What the blocks say, under the name of the layout that found most items."""
    items = Counter({layout.NAME: 0 for layout in chosen if layout})
    for layout, reading in zip(chosen, readings, strict=True):
        items[layout.NAME if layout else story.NAME] += len(reading.drafts)
    name = items.most_common(1)[0][0]
    sections.settle(blocks, readings, listed=name in (portal.NAME, story.NAME))
    return assembled(seen.text, blocks, readings, name, all_lines, seen.names_in)


Chosen = list[MarkedLayout | ModuleType | None]  # for each block; None where it reads like a story


def _chosen(blocks: list[Block], all_lines: list[Line], names_in: NamesIn) -> Chosen:
    """The layout of each block: the one surest of it, or else the one that is sure of all of them together."""
    chosen = [_recognise(block) for block in blocks]
    if any(chosen) and not set(chosen) & _SIGNED and (box := story_shape.box_below(all_lines, _opens_item)):
        article = [line for line in all_lines[:box] if not line.reason]
        if _recognise(Block(None, article, first=True)) is None and not teasers.tell_of_many(article, names_in):
            all_lines[box].ends_article = True
            return [None] * len(blocks)
    if (
        (portal in chosen or len(blocks) > 1)
        and set(chosen) <= {portal, None}
        and not portal.is_announced(all_lines)
        and story_shape.is_told_through(all_lines, names_in, _opens_item)
    ):
        return [None] * len(blocks)
    is_article = (
        any(chosen)
        and stamped not in chosen
        and not pointed.shouted(all_lines)
        and not (portal in chosen and portal.is_announced(all_lines))
        and not teasers.tell_items(all_lines)
        and story_shape.is_one(all_lines, names_in, _opens_item)
    )
    if any(chosen) and not is_article:
        return chosen
    layout = None
    if sum(1 for block in blocks if block.heading) > is_article:  # perhaps teasers under headings, a few under each
        whole = Block(None, [line for block in blocks for line in block.lines])
        likely = max((credited, portal), key=lambda layout: layout.confidence(whole))
        layout = likely if likely.confidence(whole) >= _SURE else None
    if layout is None and teasers.tell_of_many(all_lines, names_in):
        layout = portal
    if layout is None and paragraphs.confidence(blocks) >= _SURE:
        layout = paragraphs
    return [layout if block.heading or block.lines else None for block in blocks]


def _readings(blocks: list[Block], chosen: Chosen, names_in: NamesIn, language: str) -> list[Reading]:
    """Each block read by its layout."""
    last_marked = max(i for i, layout in enumerate(chosen) if layout)
    readings: list[Reading] = []
    for i, (block, layout) in enumerate(zip(blocks, chosen, strict=True)):
        if layout is None:
            readings.append(_around_items(block, before=i < last_marked))
        elif layout is portal:
            readings.append(portal.read(block, names_in))
        elif layout is stamped and (way := stamped.way_of(block) or stamped.led_on(block.lines)):
            readings.append(stamped.read(block, way))
        elif layout is paragraphs:
            before = not any(reading.drafts for reading in readings)
            readings.append(paragraphs.read(block, names_in, language, before=before))
        elif layout is pointed:
            readings.append(pointed.read(block))
        elif layout is credited:
            readings.append(credited.read(block, last=i == last_marked))
        else:
            readings.append(marked.read(block, layout, names_in, language, last=i == last_marked))
    return readings


# --- Layouts


def _recognise(block: Block) -> MarkedLayout | ModuleType | None:
    """The layout surest of this block; None where it reads like a story."""
    if pointed.heads(block.lines):
        return pointed
    if teasers.bullets_are_notes(block.lines):
        return portal
    sure = {layout.NAME: layout.confidence(block) for layout in MARKED}
    if sure[numbered.NAME] >= _SURE and any(line.number for line in block.lines):
        return numbered
    best = _with_far_more_items(block, max(MARKED, key=lambda layout: sure[layout.NAME]), sure)
    begun = openings_in(block, best.opening)[0] if sure[best.NAME] >= _SURE else 0
    if (way := stamped.way_of(block)) and way.items > begun - (best in (agency, dateline)):
        return stamped
    if best in (agency, dateline) and (teasers.is_parted(block.lines) or teasers.are_signed(block.lines)):
        return portal  # its headlines say where items begin, whatever their texts open with
    if len(pointed.shouted(block.lines)) > begun:
        return pointed
    if best in (agency, dateline) and _are_rather_credited(block, best):
        return credited
    if best is not bulleted and sure[bulleted.NAME] >= _SURE and _only_head_bullets(block, best):
        return bulleted
    if sure[best.NAME] >= _SURE or (block.heading and sure[best.NAME] >= _SURE - 0.1):
        return best
    if credited.confidence(block) >= _SURE:
        return credited
    if portal.confidence(block) >= _SURE:
        return portal
    return stamped if stamped.led_on(block.lines) else None


def _opens_item(line: Line) -> bool:
    """Whether a line has the sign of any layout."""
    return any(layout.opening(line) for layout in MARKED)


def _with_far_more_items(block: Block, best: MarkedLayout, sure: Mapping[str, float]) -> MarkedLayout:
    """Another layout, where its signs stand before twice as many lines: the first one's are headings, or a list."""
    lines = [line for line in block.lines if not line.reason]
    own = {id(line) for line in lines if best.opening(line)}
    for other in MARKED:
        if other is best or not own or sure[other.NAME] < _SURE:
            continue
        theirs = [line for line in lines if (begun := other.opening(line)) and begun.length and id(line) not in own]
        if len(theirs) >= max(_MANY, 2 * len(own)):
            return other
    return best


def _are_rather_credited(block: Block, layout: MarkedLayout) -> bool:
    """Whether far more items end with a credit than open with a place or an agency."""
    if credited.confidence(block) < _SURE:
        return False
    credits = sum(1 for line in block.lines if not line.reason and credited.closes(line))
    return credits > 2 * openings_in(block, layout.opening)[0]


def _only_head_bullets(block: Block, layout: MarkedLayout) -> bool:
    """Whether a layout's signs stand only before short headings of bullets: "* Europe" over "- France …"."""
    lines = [line for line in block.lines if not line.reason]
    heads = [(line, after) for line, after in pairwise([*lines, None]) if line and layout.opening(line)]
    return bool(heads) and all(
        after and bulleted.opening(after) and len(line.text) <= _LONGEST_HEAD and not sentences.ends_like_one(line.text)
        for line, after in heads
    )


def _with_single_items(blocks: list[Block], chosen: Chosen) -> Chosen:
    """The layouts; a block without one, with a single item, is read as the other blocks' items are printed."""
    used = [layout for layout in MARKED if layout in chosen]
    listed = portal in chosen
    return [layout or _of_the_others(block, used, listed) for block, layout in zip(blocks, chosen, strict=True)]


def _of_the_others(block: Block, used: list[MarkedLayout], listed: bool) -> MarkedLayout | ModuleType | None:
    """A single item under its heading, in the way the other blocks' items are printed; `listed`: as teasers."""
    if block.heading is None:
        return agency if agency in used and openings_in(block, agency.opening)[0] else None
    layout = next((layout for layout in used if openings_in(block, layout.opening)[0]), None)
    return layout or (portal if listed and portal.holds_one(block) else None)


def _around_items(block: Block, *, before: bool) -> Reading:
    """A block without items in a document that has them."""
    reading = Reading()
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif (
            block.heading
            and (before or families.heads_more(block.heading))
            and len(line.text) > 60
            and sentences.ends_like_one(line.text)
        ):
            reading.begin(line, Draft([]))  # under a heading a paragraph is an item, if one without a sign
        elif block.first and not reading.pieces and not sentences.ends_like_one(line.text):
            reading.title = line
            reading.head(line)
        else:
            reading.set_aside(line, Reason.SUMMARY if before else Reason.TEASER)
    return reading
