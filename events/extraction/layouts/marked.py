"""Round-ups whose items open with a sign: one way of reading for all of them, whatever the sign."""

from __future__ import annotations

import re
from itertools import pairwise

from events.extraction import agencies, publication, sentences, subjects
from events.extraction.layouts import agency, bulleted, dateline, headline, lost_signs
from events.extraction.layouts.blocks import (
    Block,
    Draft,
    MarkedLayout,
    NamesIn,
    Opening,
    Reading,
    headlines_above,
    names_a_section,
)
from events.extraction.layouts.summing import is_the_first_item
from events.extraction.lines import Line
from events.extraction.records import Reason, Span

_NAMELESS = re.compile(r":\s+(?=[A-ZĐÀ-Ỹ]\w*\s)")  # ": Ngày 27-11, …": the country in front was lost in copying
_LONGEST_SUBHEADING = 80
_LONGEST_SHOUT = 40
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _NEAR = 20, 140, 4  # characters; lines until its text
_LONGEST_LABEL, _LEAST_OWN_HEADLINE = 28, 30
_LEAST_PARAGRAPH = 60
_LEAST_SHORT_ITEMS, _SHARE_SHORT_ITEMS = 3, 0.7  # items of one paragraph, in number and of all


def read(block: Block, layout: MarkedLayout, names_in: NamesIn, language: str, *, last: bool) -> Reading:
    """Items from one opening to the next; `last`: no further items follow in the document."""
    reading = Reading()
    lines = block.lines
    openings = [None if line.reason or line.set_off else _opening(line, layout) for line in lines]
    if layout is bulleted:
        _drop_labels(lines, openings)
        lost_signs.add_unsigned(lines, openings, next((opening.sign for opening in openings if opening), ""))
    _add_agencies(lines, openings)
    if layout in (dateline, agency):
        lost_signs.add_lone_places(lines, openings)
        _give_way_to_headlines(lines, openings)
        _move_to_headlines(lines, openings, single=block.heading is not None)
    final_opening = max((i for i, opening in enumerate(openings) if opening), default=-1)
    first_headings = _headings_in_front(lines, openings, block.headings_follow)
    placed = layout in (dateline, agency)
    short_items = placed and _have_one_paragraph(lines, openings)
    begun = [(line, opening) for line, opening in zip(lines, openings, strict=True) if opening]
    section: Line | None = None
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
        elif opening and _is_parent(lines, openings, i):
            section = line if names_a_section(line, first=not reading.drafts) else section
            open_item = False
            reading.head(line)
        elif opening:
            other_articles = False
            reading.begin(line, Draft([], opening, section=section))
            open_item = not _credited(line.text)
        elif other_articles:
            reading.set_aside(line, Reason.TEASER)
        elif not reading.drafts:
            if i in first_headings or line.set_off:
                section = line if names_a_section(line, first=not reading.drafts) else None
                reading.head(line)
            elif (section or block.heading) and (other := _other_bullet(line, layout)):
                reading.begin(line, Draft([], other, section=section))
                open_item = not _credited(line.text)
            elif _opens_with_a_headline(lines, openings, i, begun, names_in, sure=bool(section or block.heading)):
                reading.begin(line, Draft([], Opening(0), section=section))
                open_item = True
            elif block.heading and _is_paragraph(line) and not publication.announces(line.text):
                reading.begin(line, Draft([], Opening(0)))  # under a heading, before the first sign
                open_item = not _credited(line.text)
            elif block.first and is_the_first_item(line, begun, names_in):
                reading.begin(line, Draft([], Opening(0)))
                open_item = not _credited(line.text)
            else:
                _before_the_items(reading, line, block)
        elif headline.whole_credit(line.text) and not line.set_off:
            reading.keep(line)
            open_item = False
        elif len(line.text) <= _LONGEST_SHOUT and not line.set_off and _is_a_person(line, names_in):
            reading.set_aside(line, Reason.CAPTION)
        elif line.set_off or _is_subheading(lines, openings, i, open_item) or _is_capital_heading(lines, openings, i):
            open_item = open_item and not line.set_off
            section = line if names_a_section(line, first=not reading.drafts) else section
            reading.head(line)
        elif (other := _other_bullet(line, layout)) and (
            not open_item or other.sign == reading.drafts[-1].opening.sign
        ):
            reading.begin(line, Draft([], other, section=section))
            open_item = not _credited(line.text)
        elif open_item and _is_stray(lines, openings, i):
            below = _heads_the_next(lines, openings, i)
            if below and lost_signs.is_of_others(below, reading.drafts[-1].lines, names_in, language):
                reading.begin(line, Draft([], Opening(0), section=section))
            else:
                reading.set_aside(line, Reason.OTHER)
        elif open_item and not (
            placed
            and not line.marker
            and (short_items or lost_signs.gives_a_day(line, language))
            and lost_signs.is_of_others(line, reading.drafts[-1].lines, names_in, language)
        ):
            reading.keep(line)
            open_item = not _credited(line.text)
        elif last and i > final_opening and not open_item:
            reading.set_aside(line, Reason.TEASER if _is_paragraph(line) else Reason.OTHER)
        elif len(line.text) >= _LEAST_PARAGRAPH:
            reading.begin(line, Draft([], Opening(0), section=section))  # an item that lost its sign
            open_item = not _credited(line.text)
        elif _heads_the_next(lines, openings, i):
            reading.begin(line, Draft([], Opening(0), section=section))  # with a headline of its own
            open_item = True
        elif section and dateline.is_a_place(section.text) and dateline.is_a_place(line.text):
            section = line  # a country heads an item that lost its sign
            reading.head(line)
        else:
            reading.set_aside(line, Reason.OTHER)
    return reading


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def _have_one_paragraph(lines: list[Line], openings: list[Opening | None]) -> bool:
    """Whether most items are one paragraph, so that a paragraph without a sign may be an item of its own."""
    kept = [opening for line, opening in zip(lines, openings, strict=True) if not line.reason]
    alone = sum(1 for one, after in pairwise([*kept, Opening(0)]) if one and after)
    return alone >= _LEAST_SHORT_ITEMS and alone >= _SHARE_SHORT_ITEMS * sum(1 for one in kept if one)


def _other_bullet(line: Line, layout: MarkedLayout) -> Opening | None:
    """How a line opens an item where this part of the page has bullets and others have stars."""
    if layout is bulleted or not sentences.ends_like_one(line.text):
        return None
    return bulleted.opening(line)


def _drop_labels(lines: list[Line], openings: list[Opening | None]) -> None:
    """Bullets in front of labels, among bullets in front of texts: "• Directory", "• Facebook"."""
    telling = sum(1 for line, opening in zip(lines, openings, strict=True) if opening and _is_paragraph(line))
    if telling < _LEAST_SHORT_ITEMS:
        return
    kept = [i for i, line in enumerate(lines) if not line.reason]
    for i, after in pairwise([*kept, None]):
        opening = openings[i] if i is not None else None
        if i is None or opening is None or len(lines[i].text) - opening.length >= _LONGEST_LABEL:
            continue
        first = not any(openings[:i])
        if sentences.ends_like_one(lines[i].text) or _is_parent(lines, openings, i) or lines[i].text[-1] == ":":
            continue
        if first or after is None:
            lines[i].reason, openings[i] = Reason.WIDGET, None


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


def _give_way_to_headlines(lines: list[Line], openings: list[Opening | None]) -> None:
    """Where headlines name a place too ("PERU—Floods close roads" over "LIMA, Peru – …"), each is one with its text."""
    kept = [i for i, line in enumerate(lines) if not line.reason]
    heads = [i for i in kept if openings[i] and not sentences.ends_like_one(lines[i].text)]
    over = {i for i, below in pairwise(kept) if openings[below] and _is_paragraph(lines[below])}
    if len(heads) >= _LEAST_SHORT_ITEMS and sum(i in over for i in heads) >= _SHARE_SHORT_ITEMS * len(heads):
        for i in heads:
            openings[i] = None


def _move_to_headlines(lines: list[Line], openings: list[Opening | None], *, single: bool) -> None:
    """Where most datelines stand under a headline of their own, the headline opens the item."""
    for above, i in headlines_above(lines, openings, single=single):
        opening = openings[i]
        if opening:
            lines[i].marker = opening.length
            back = lines[i].start - lines[above].start
            openings[above] = Opening(0, _further(opening.credit, back), _further(opening.place, back))
            openings[i] = None


def _further(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _headings_in_front(lines: list[Line], openings: list[Opening | None], headings_follow: bool) -> set[int]:
    """The heading right before the first item, if more headings follow, in this block or as heads of the next ones.

    Else it is the document's own headline, unless it ends with a colon.

    Where nothing stands above it, it has to look like the others, too.
    """
    places = [
        i
        for i in range(len(lines))
        if not lines[i].reason and not openings[i] and _is_subheading(lines, openings, i, False)
    ]
    first = next((i for i, opening in enumerate(openings) if opening), 0)
    later = [i for i in places if i > first]
    above = next((i for i, line in enumerate(lines) if not line.reason), 0)
    return {
        i
        for i in places
        if i < first
        and (
            (i > above and (later or headings_follow or lines[i].text.endswith(":")))
            or (later and _alike(lines[i].text, [lines[j].text for j in later]))
        )
    }


def _alike(text: str, headings: list[str]) -> bool:
    """Whether a line could be one of these headings by its length and its capitals."""
    if len(text) > 2 * max(map(len, headings)) or publication.announces(text):
        return False
    return any((text == text.upper()) == (heading == heading.upper()) for heading in headings)


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


def _credited(text: str) -> bool:
    return bool(headline.trailing_credit(text, 0, len(text))[1])


def _credit_from(line: Line, draft: Draft) -> None:
    """ "Source: Reuters" under an item credits it."""
    if line.reason is Reason.SOURCE:
        credit = headline.whole_credit(line.text)
        if credit and agencies.is_credit(credit.of(line.text)):
            draft.extra_credits.append(type(credit)(line.start + credit.start, line.start + credit.end))


def _is_subheading(lines: list[Line], openings: list[Opening | None], i: int, open_item: bool) -> bool:
    """A short line without a full stop, right before an item, and not the headline's own second line."""
    text = lines[i].text
    if len(text) > _LONGEST_SUBHEADING or sentences.ends_like_one(text) or _credited(text):
        return False
    following = next((j for j in range(i + 1, len(lines)) if not lines[j].reason), None)
    if following is None or not openings[following]:
        return False
    after_headline = open_item and openings[i - 1] and not sentences.ends_like_one(lines[i - 1].text)
    return not after_headline or lines[i].gap


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
    below = _heads_the_next(lines, openings, i)
    if sure or below is None:
        return below is not None
    above = any(not line.reason for line in lines[:i])  # the page's own headline
    return above and len(lines[i].text) >= _LEAST_OWN_HEADLINE and is_the_first_item(below, begun, names_in)


def _is_a_person(line: Line, names_in: NamesIn) -> bool:
    """Whether a line is nothing but a person's name: under a picture."""
    if line.text.isupper() or " " not in line.text:
        return False
    named = [one for one in names_in([Span(line.start, line.end)]) if one.kind == "person"]
    return any(one.start == line.start and one.end >= line.end - 1 for one in named)


def _is_capital_heading(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A subject or a region in capitals, right before an item or with a colon behind it: "SPORTS", "GIÁO HỘI:"."""
    text = lines[i].text
    if len(text) > _LONGEST_SHOUT or not text.isupper() or not (text.endswith(":") or subjects.is_heading(text)):
        return False
    following = next((j for j in range(i + 1, len(lines)) if not lines[j].reason), None)
    return following is not None and not lines[following].text.isupper()


def _heads_the_next(lines: list[Line], openings: list[Opening | None], i: int) -> Line | None:
    """The paragraph without a sign that a line without one stands over as its headline."""
    text = lines[i].text
    if not _SHORTEST_HEADLINE <= len(text) <= _LONGEST_HEADLINE or sentences.ends_like_one(text) or text[-1] in ":,":
        return None
    if text[0].islower() or _credited(text) or publication.announces(text):
        return None
    below = next((j for j in range(i + 1, min(i + _NEAR, len(lines))) if not lines[j].reason), None)
    return lines[below] if below is not None and not openings[below] and _is_paragraph(lines[below]) else None


def _is_stray(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A short line that is no sentence, behind one that is: an author's name, a button, no part of the text."""
    text = lines[i].text
    if len(text) > _LONGEST_SUBHEADING or sentences.ends_like_one(text) or text[0].islower() or text[-1] in ":,":
        return False
    if _credited(text):
        return False
    before = next((lines[j] for j in range(i - 1, -1, -1) if not lines[j].reason), None)
    return before is not None and sentences.ends_like_one(before.text)


def _shouts(text: str) -> bool:
    """A heading among items by its looks alone: "POLITICS", "Politics:"."""
    return len(text) <= _LONGEST_SHOUT and (text.endswith(":") or text.isupper()) and not any(map(str.isdigit, text))


def _is_parent(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A bullet that heads deeper bullets: `- Europe:` over `+ France …`."""
    own, following = openings[i], openings[i + 1] if i + 1 < len(lines) else None
    text = lines[i].text
    if own and following and own.sign == following.sign and own.sign and _shouts(text[own.length :]):
        return sentences.ends_like_one(lines[i + 1].text)
    nested = own and following and (following.sign != own.sign or lines[i + 1].indent > lines[i].indent)
    return bool(
        nested and len(text) <= _LONGEST_SUBHEADING and (text.endswith(":") or not sentences.ends_like_one(text))
    )
