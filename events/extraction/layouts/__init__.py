"""Text -> items and set-aside passages. A layout is recognised per block, since pages mix them.

Each layout module says how sure it is of a block; the surest reads it. To add one: write its module with `NAME`,
`confidence(block)` and `opening(line)`, and name it in `MARKED`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import ModuleType

from events.extraction import boilerplate, line_signs, lines, regions, sentences, wrapping
from events.extraction.layouts import (
    agency,
    bulleted,
    cards,
    credited,
    dateline,
    features,
    marked,
    numbered,
    page,
    paragraphs,
    pointed,
    portal,
    sections,
    small_print,
    stamped,
    starred,
    story,
    story_shape,
    teasers,
    unsigned,
)
from events.extraction.layouts.blocks import Block, CountryOf, Draft, MarkedLayout, NamesIn, Reading, openings_in
from events.extraction.layouts.items import Told, item
from events.extraction.layouts.unglued import unglued
from events.extraction.lines import Line
from events.extraction.records import Item, Layout, Passage, PassageKind, Reason, Region, Span

MARKED: tuple[MarkedLayout, ...] = (starred, numbered, agency, bulleted, dateline)  # on a draw, the one named first

_SURE = 0.6
_MANY = 4  # items of a layout that is taken in spite of surer signs
_LONGEST_HEAD = 80  # characters of a heading over bullets
_TOP, _LEAST_LABELS = 3, 2  # lines of a page's head; labels under teasers
_LONGEST_TIME, _SHARE_LABELLED = 40, 0.4  # characters of a time; share of the times that have a label beside them


def cut(text: str, language: str, names_in: NamesIn, country_of: CountryOf) -> Layout:
    """The document cut up. Passages tile it, white space aside; `names_in` gives the names inside some spans.

    `country_of` is the country a person acts for, if known.
    """
    all_lines = boilerplate.label(unglued(wrapping.unwrapped(list(lines.split(text)))), language)
    page.read_whole(all_lines, language)
    cards.drop_what_is_above(all_lines)
    blocks = list(_blocks(all_lines))
    cards.mark_leads(all_lines)
    chosen = [_recognise(block) for block in blocks]
    is_article = (
        any(chosen)
        and stamped not in chosen
        and not pointed.shouted(all_lines)
        and not (portal in chosen and portal.is_announced(all_lines))
        and not teasers.tell_items(all_lines)
        and story_shape.is_one(all_lines, names_in, _opens_item)
    )
    if is_article:
        chosen = [None for _ in chosen]
    headings = sum(1 for block in blocks if block.heading)
    if headings > is_article and not any(chosen):
        whole = Block(None, [line for block in blocks for line in block.lines])
        likely = max((credited, portal), key=lambda layout: layout.confidence(whole))
        if likely.confidence(whole) >= _SURE:  # a page of teasers under headings, a few under each
            chosen = [likely if block.heading or block.lines else None for block in blocks]
    if not any(chosen) and paragraphs.confidence(blocks) >= _SURE:
        chosen = [paragraphs if block.heading or block.lines else None for block in blocks]
    bare = None
    if not any(chosen) and (bare := unsigned.way_of(all_lines, names_in, country_of, language)):
        blocks, chosen = [Block(None, _with_headings(blocks), first=True)], [unsigned]
    used = [layout for layout in MARKED if layout in chosen]
    listed = portal in chosen
    chosen = [layout or _of_the_others(block, used, listed) for block, layout in zip(blocks, chosen, strict=True)]
    last_marked = max((i for i, layout in enumerate(chosen) if layout), default=-1)
    readings: list[Reading] = []
    for i, (block, layout) in enumerate(zip(blocks, chosen, strict=True)):
        if bare:
            readings.append(unsigned.read(block, bare, names_in, language))
        elif layout is portal:
            readings.append(portal.read(block, names_in))
        elif layout is stamped and (way := stamped.way_of(block)):
            readings.append(stamped.read(block, way))
        elif layout is paragraphs:
            before = not any(reading.drafts for reading in readings)
            readings.append(paragraphs.read(block, names_in, language, before=before))
        elif layout is pointed:
            readings.append(pointed.read(block))
        elif layout is credited:
            readings.append(credited.read(block, last=i == last_marked))
        elif layout:
            readings.append(marked.read(block, layout, names_in, language, last=i == last_marked))
        elif last_marked >= 0:
            readings.append(_around_items(block, before=i < last_marked))
    if not any(chosen):  # one article: what looked like headings of regions are links or crossheads
        blocks = [Block(None, _with_headings(blocks), first=True)]
        chosen, readings = [None], [story.read(blocks[0], language, names_in, country_of)]
    names = Counter({layout.NAME: 0 for layout in chosen if layout})
    for layout, reading in zip(chosen, readings, strict=True):
        names[layout.NAME if layout else story.NAME] += len(reading.drafts)
    name = names.most_common(1)[0][0] if names else story.NAME
    sections.settle(blocks, readings, listed=name in (portal.NAME, story.NAME))
    return _assembled(text, blocks, readings, name, all_lines, names_in)


# --- Blocks


def _blocks(all_lines: list[Line]) -> Iterator[Block]:
    """The document parted at its region headings."""
    for line in all_lines:
        line.heading = line.reason is None and line.text[0] not in "([" and regions.read_heading(line.text) is not None
    for before, line in pairwise(all_lines):  # "… in the" over "Middle East."
        line.heading = line.heading and not (line.text[-1] == "." and not sentences.ends_like_one(before.text))
    _silence_menus(all_lines)
    _silence_labels(all_lines)
    _free_the_title(all_lines)
    block = Block(None, [], first=True)
    for line in all_lines:
        if line.heading:
            if block.heading or block.lines:
                block.headings_follow = True
                yield block
            block = Block(line, [])
        else:
            block.lines.append(line)
    yield block


def _free_the_title(all_lines: list[Line]) -> None:
    """ "World news" over everything, and no other heading: the page's own headline."""
    kept = [line for line in all_lines if not line.reason]
    headings = [line for line in kept if line.heading]
    if len(headings) == 1 and (headings[0] in kept[:_TOP] or _stands_over_titles(headings[0], kept)):
        reading = regions.read_heading(headings[0].text)
        headings[0].heading = not (reading and reading.region is Region.GLOBAL)


def _stands_over_titles(heading: Line, kept: list[Line]) -> bool:
    """Whether nothing is told yet where a heading stands, nor right below it."""
    place = next(i for i, line in enumerate(kept) if line is heading)
    return not any(sentences.ends_like_one(line.text) or _opens_item(line) for line in kept[: place + 2])


def _silence_labels(all_lines: list[Line]) -> None:
    """Regions printed under teasers, behind or over their time, are no headings: "5 hours ago", "Europe"."""
    labels = [
        line
        for before, line in pairwise(all_lines[_TOP:])
        if line.heading and before.reason is Reason.BYLINE and not line.gap
    ]
    times = sum(1 for line in all_lines if line.reason is Reason.BYLINE and len(line.text) <= _LONGEST_TIME)
    if len(labels) < _SHARE_LABELLED * times:
        labels = []  # headings that follow the last teaser of the part above
    if len(labels) < _LEAST_LABELS:
        labels = _labels_over_times(all_lines)
    if len(labels) >= _LEAST_LABELS:
        known = {line.text.casefold() for line in labels}
        for line in all_lines:
            if line.heading and line.text.casefold() in known:
                line.heading, line.reason = False, Reason.WIDGET


def _labels_over_times(all_lines: list[Line]) -> list[Line]:
    """Regions between a teaser and its time: the last of them has nothing under it that it could head."""
    labels = [
        line
        for before, line, after in zip(all_lines, all_lines[1:], all_lines[2:], strict=False)
        if line.heading and after.reason is Reason.BYLINE and not before.reason and sentences.ends_like_one(before.text)
    ]
    last = next((line for line in reversed(all_lines) if not line.reason), None)
    return labels if labels and labels[-1] is last else []


def _silence_menus(all_lines: list[Line]) -> None:
    """Three headings in a row are the site's menu."""
    run: list[Line] = []
    for line in [*all_lines, None]:
        if line is not None and line.heading:
            run.append(line)
            continue
        if len(run) >= 3:
            for entry in run:
                entry.heading, entry.reason = False, Reason.WIDGET
        run = []


def _with_headings(blocks: list[Block]) -> list[Line]:
    return [line for block in blocks for line in ([block.heading] if block.heading else []) + block.lines]


def _recognise(block: Block) -> MarkedLayout | ModuleType | None:
    """The layout surest of this block; None where it reads like a story."""
    if pointed.heads(block.lines):
        return pointed
    if teasers.bullets_are_notes(block.lines):
        return portal
    sure = {layout.NAME: layout.confidence(block) for layout in MARKED}
    best = _with_far_more_items(block, max(MARKED, key=lambda layout: sure[layout.NAME]), sure)
    begun = openings_in(block, best.opening)[0] if sure[best.NAME] >= _SURE else 0
    if (way := stamped.way_of(block)) and way.items >= begun:
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
    return portal if portal.confidence(block) >= _SURE else None


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
        elif block.heading and before and len(line.text) > 60 and sentences.ends_like_one(line.text):
            reading.begin(line, Draft([]))  # under a heading a paragraph is an item, if one without a sign
        elif block.first and not reading.pieces and not sentences.ends_like_one(line.text):
            reading.title = line
            reading.head(line)
        else:
            reading.set_aside(line, Reason.SUMMARY if before else Reason.TEASER)
    return reading


# --- Items and passages


def _assembled(
    text: str, blocks: list[Block], readings: list[Reading], name: str, all_lines: list[Line], names_in: NamesIn
) -> Layout:
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


def _source_url(all_lines: list[Line]) -> str | None:
    """The address of the article itself: behind "Source:", or the only one printed on a line of its own."""
    bare = []
    for line in all_lines:
        if line.reason is Reason.SOURCE and (url := line_signs.printed_address(line.text)):
            if not line.text.startswith(url):
                return url
            bare.append(url)
    return bare[0] if len(set(bare)) == 1 else None
