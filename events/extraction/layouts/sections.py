"""What looks like the heading of a section, seen with the whole page: the page's own name, slugs of single items.

Where a page shows one part of a site, the part's name stands over everything: "Latin America" over a list of teasers,
"World" over the headline of a round-up. It parts nothing, so that nothing stands in a section of that name; the
region that it names is the items' all the same (they stand below it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import families, mastheads
from events.extraction.layouts.blocks import Block, Draft, Piece, Reading
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import PassageKind, Reason, Region, Span

_AROUND = " *#=_•●▪■□►▶◆◇★☆→+:|.-–—<>«»[]()"
_MARKS = "■□▪●►▶◆◇★☆"  # of items; a heading of several has none
_LEAST_KICKERS, _SHARE_KICKED = 3, 0.7  # items; share of all that have words of their own over them
_MOST_STRANGERS = 4  # lines
_MOST_SPACES = 5  # in a heading that stands alone
_LONGEST_NAME = 30  # characters of a page's name
_KEYWORD = regex(r"[A-Z][\w']*(?: [A-Z][\w']*)?(?:[-/][\w']+){1,3}")  # "South Korea-justice"
_LEAST_KEYWORDS = 3
_LEAST_SLUGS, _SHARE_SLUGS = 2, 0.6  # of items; of them each under a slug that no other one has
_LEAST_DAYS, _ITEMS_A_DAY, _LONGEST_DAY = 2, 1.5, 34  # days of a list; items under each; characters of its line
_DAY = regex(  # alone on its line: "Tuesday, May 21, 2019", "21 May", "Ngày 21/5/2019"
    r"(?:[^\W\d_]{3,9},?\s|Thứ [^\W\d_]{2,4}(?:,| ngày)\s|Ngày\s)?"
    r"(?:[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_]{3,9}|\d{1,2}[/-]\d{1,2})"
    r"(?:,?\s?[/-]?(?:19|20)\d\d)?:?"
)
_WORD = regex(r"[^\W_]+")
_LEAST_ECHOED, _SHARE_ECHOED, _SHORTEST_WORD = 5, 0.6, 3  # words of a heading, and of them told below; their letters
_TITLED = (Reason.SUMMARY, Reason.BYLINE)  # set aside between a page's name and its items: the page's headline, its day


def settle(blocks: Sequence[Block], readings: Sequence[Reading], *, listed: bool) -> None:
    """Gives each draft the heading it stands under. `listed`: the page is one of teasers without signs of their own."""
    drafts = [draft for reading in readings for draft in reading.drafts]
    if not any(draft.section for draft in drafts) and not any(block.heading for block in blocks):
        _place_under_days(readings)
    _place_under_countries(drafts, single=listed)
    _forget_slugs(drafts)
    _forget_keywords(drafts)
    _forget_echoes(drafts)
    if listed:
        _forget_kickers(drafts)
    for block, reading in zip(blocks, readings, strict=True):
        for draft in reading.drafts:
            draft.section = draft.section or block.heading
    if listed:
        _forget_strangers(drafts)
    _forget_the_pages_name(drafts, blocks, readings, listed=listed)
    _forget_a_late_one(drafts, listed=listed)


def _place_under_days(readings: Sequence[Reading]) -> None:
    """Items in a list by days, several under one, stand under the day; one over each of them is only its stamp."""
    under: list[tuple[Piece, list[Draft]]] = []
    for reading in readings:
        item, before = None, None
        for piece in reading.pieces:
            if _is_a_day(piece):
                under.append((piece, []))
            elif piece.item is not None and piece.item != item and under:
                right_below = before is not None and before is under[-1][0]
                if under[-1][1] or right_below:
                    under[-1][1].append(reading.drafts[piece.item])
            item, before = piece.item, piece
    days = [(piece, drafts) for piece, drafts in under if drafts]
    placed = sum(len(drafts) for _, drafts in days)
    every = sum(len(reading.drafts) for reading in readings)
    texts = {piece.line.text for piece, _ in days}
    if len({len(text.split()) for text in texts}) != 1 or not _LEAST_DAYS <= len(texts) == len(days):
        return  # printed in several ways, or again and again: stamps
    if placed < max(_ITEMS_A_DAY * len(days), every):
        return
    for piece, drafts in days:
        piece.kind, piece.reason = PassageKind.HEADING, None
        for draft in drafts:
            draft.section = piece.line


def _is_a_day(piece: Piece) -> bool:
    text = piece.line.text
    return piece.reason is Reason.BYLINE and len(text) <= _LONGEST_DAY and bool(_DAY.fullmatch(text))


def _forget_strangers(drafts: Sequence[Draft]) -> None:
    """Lines between teasers, or in a story, that say neither a region nor a subject, where another does."""
    sections = {id(draft.section): draft.section for draft in drafts if draft.section}
    strangers = [line for line in sections.values() if not mastheads.is_known(line.text)]
    if 1 < len(strangers) <= _MOST_STRANGERS and len(strangers) < len(sections) < 2 * len(strangers):
        for line in strangers:
            _forget(drafts, line)


def _forget_the_pages_name(
    drafts: Sequence[Draft], blocks: Sequence[Block], readings: Sequence[Reading], *, listed: bool
) -> None:
    start = next((n for n, draft in enumerate(drafts) if draft.section or _tells(draft)), 0)
    drafts = drafts[start:]  # what stands above may be a slogan
    first = drafts[0].section if drafts else None
    if first is None or first.set_off or (first.text.endswith(":") and len(first.text) <= _LONGEST_NAME):
        return
    others = {id(draft.section): draft.section for draft in drafts if draft.section is not first}
    alone = not any(other is None or _is_a_section_too(other, first) for other in others.values())
    above, below = _around(first, drafts[0], blocks, readings)
    if _names_the_page(first, above, below, alone=alone, listed=listed):
        _forget(drafts, first)


def _tells(draft: Draft) -> bool:
    return any(sentences.ends_like_one(line.text) for line in draft.lines)


def _forget_a_late_one(drafts: Sequence[Draft], *, listed: bool) -> None:
    """The only heading of a page, below items that have none: a rubric of one teaser, a box's name, a picture's.

    Among items with signs it may well head the rest of them, if its words say so.
    """
    sections = {id(draft.section): draft.section for draft in drafts if draft.section}
    if len(sections) != 1 or drafts[0].section is not None:
        return
    (line,) = sections.values()
    if not (
        line.set_off
        or regions.read_heading(line.text)
        or (not listed and (mastheads.is_known(line.text) or line.text[-1] == ":"))
    ):
        _forget(drafts, line)


def _forget(drafts: Sequence[Draft], section: Line) -> None:
    for draft in drafts:
        if draft.section is section:
            draft.section = None


def _is_a_section_too(other: Line, first: Line) -> bool:
    """Whether another heading shows the first to be one of several: by its words, or by its looks."""
    if families.heads_more(other):  # "Elsewhere" stands below what has no heading
        return False
    known = mastheads.is_known(other.text)
    alike = other.text.isupper() == first.text.isupper() and len(other.text) <= 2 * len(first.text)
    return bool(known or alike or other.set_off)


def _place_under_countries(drafts: Sequence[Draft], *, single: bool) -> None:
    """What stands under a country's name happens there, like what stands behind a dateline.

    `single`: only a name in capitals over one item, since in lists of teasers names may be mere labels.
    """
    times = Counter(id(draft.section) for draft in drafts)
    for draft in drafts:
        heading = draft.section
        if (
            heading is None
            or draft.opening.place
            or (single and not (times[id(heading)] == 1 and heading.text.isupper()))
        ):
            continue
        if regions.read_heading(heading.text):
            continue
        name = heading.text.strip(_AROUND)
        if places.is_one(name) or _is_a_slug(name):
            start = heading.start + heading.text.index(name) - draft.lines[0].start
            draft.opening = replace(draft.opening, place=Span(start, start + len(name)))


def _forget_slugs(drafts: Sequence[Draft]) -> None:
    """ "■ IRAN" over one item, "■ FIJI" over the next: each is its item's own. So is a city with its country."""
    slugs = [draft for draft in drafts if draft.section and _is_a_slug(draft.section.text)]
    if len({id(draft.section) for draft in slugs}) >= max(_LEAST_SLUGS, _SHARE_SLUGS * len(slugs)):
        for draft in slugs:
            draft.section = None


def _forget_keywords(drafts: Sequence[Draft]) -> None:
    """ "Chad-Sudan" over one item among others that begin with such words: a wire's keyword for it."""
    over = {id(draft.section) for draft in drafts if draft.section and _KEYWORD.fullmatch(draft.section.text)}
    if over and len(over) + sum(1 for draft in drafts if _KEYWORD.fullmatch(draft.lines[0].text)) < _LEAST_KEYWORDS:
        return
    for draft in drafts:
        if draft.section and _KEYWORD.fullmatch(draft.section.text):
            draft.section = None


def _forget_echoes(drafts: Sequence[Draft]) -> None:
    """A longer line that says what the item right below it tells in other words: a link to it, a picture's title."""
    before: Line | None = None
    for draft in drafts:
        heading = draft.section
        if heading is None or heading is before:
            continue
        before = heading
        words = [word for word in _WORD.findall(heading.text.lower()) if len(word) >= _SHORTEST_WORD]
        if len(words) >= _LEAST_ECHOED and not mastheads.is_known(heading.text):
            told = set(_WORD.findall(draft.lines[0].text.lower()))
            if sum(1 for word in words if word in told) >= _SHARE_ECHOED * len(words):
                _forget(drafts, heading)


def _is_a_slug(text: str) -> bool:
    marked = text.lstrip(_MARKS)
    if marked != text:
        return places.is_one(marked)
    city, comma, country = text.partition(", ")
    return bool(comma) and city.isupper() and places.is_one(country)


def _forget_kickers(drafts: Sequence[Draft]) -> None:
    """A few words over each item, which say neither a region nor a subject: "Big Welcome", "No Way Back"."""
    kicked = [draft for draft in drafts if draft.section and not mastheads.is_known(draft.section.text)]
    single = len({id(draft.section) for draft in kicked})
    if single < max(_LEAST_KICKERS, _SHARE_KICKED * len(drafts)) or single < _SHARE_KICKED * len(kicked):
        return
    for draft in kicked:
        draft.section = None


def _around(
    heading: Line, first: Draft, blocks: Sequence[Block], readings: Sequence[Reading]
) -> tuple[list[tuple[Line, PassageKind]], list[tuple[Line, PassageKind]]]:
    """What stands above a heading, and what between it and the first item."""
    lines = [one for one in _pieces(blocks, readings) if one[0].start < first.lines[0].start]
    return (
        [one for one in lines if one[0].start < heading.start],
        [one for one in lines if one[0].start > heading.start],
    )


def _pieces(blocks: Sequence[Block], readings: Sequence[Reading]) -> Iterator[tuple[Line, PassageKind]]:
    for block, reading in zip(blocks, readings, strict=True):
        if block.heading:
            yield block.heading, PassageKind.HEADING
        yield from ((piece.line, piece.kind) for piece in reading.pieces)
        if reading.drafts:
            return


def _is_over_one(heading: Line) -> bool:
    """Whether a heading is that of the item below it or of some items, and so not the page's headline."""
    return bool(_KEYWORD.fullmatch(heading.text)) or mastheads.is_known(heading.text)


def _is_a_row(line: Line) -> bool:
    """Whether a line is a row of links, to the parts of this part of the site."""
    return line.reason is Reason.WIDGET and len(line.text) > _LONGEST_NAME


def _names_the_page(
    heading: Line,
    above: Sequence[tuple[Line, PassageKind]],
    below: Sequence[tuple[Line, PassageKind]],
    *,
    alone: bool,
    listed: bool,
) -> bool:
    """Whether the first heading of all stands over the page rather than over some of its items.

    Either the page's headline or its day stands under it, or it is the only one where nothing says what the page is:
    then only a region right over items with signs of their own may be what a cut page begins with.
    """
    if alone and heading.text.count(" ") >= _MOST_SPACES and not mastheads.is_known(heading.text):
        return True
    if any(
        line.reason is Reason.SUMMARY or (line.reason is not Reason.WIDGET and publication.announces(line.text))
        for line, _ in above
    ):
        return False
    titles = (line for line, kind in below if kind is PassageKind.HEADING)
    if any(line.reason in _TITLED or _is_a_row(line) for line, _ in below) or not all(map(_is_over_one, titles)):
        return True
    region = regions.read_heading(heading.text)
    known = region.region is not Region.GLOBAL if region else subjects.is_heading(heading.text)
    return alone and (listed or not known or bool(above))
