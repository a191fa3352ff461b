"""`records`: items told apart by lines of one sort that come again between most of the page's texts.

Whatever parts the items of a list, it does so again and again: a source, a line of data, a button under each, or a
country over each. Between the paragraphs of one article stand pictures, crossheads and links, but never lines of one
sort between most of them. So a page shows its own form, also one that nobody foresaw.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from events.extraction import places, sentences, subjects
from events.extraction.layouts import page, small_print
from events.extraction.layouts.blocks import Block, Draft, Reading, names_a_section
from events.extraction.layouts.told import goes_on
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

NAME = "portal"

_LEAST_TEXT = 60  # characters of a paragraph
_LEAST_GAPS, _SHARE_OF_GAPS = 3, 0.6  # between paragraphs that hold such a line, in number and of all
_MOST_POINTING_BACK = 0.25  # share of the items that open with "He …"
_LONGEST_SIGN, _LONGEST_ENDING_ALIKE = 60, 90  # characters of a line told by its form; by its last word
_LONGEST_SHOUTED = 40
_SHORTEST_WORD = 2
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _SHARE_HEADED = 16, 200, 0.6  # characters; items that have one right above them
_WORD = regex(r"[^\W_]+")
_OF_PICTURES = (Reason.CAPTION, Reason.ADVERTISEMENT, Reason.RELATED, Reason.COPYRIGHT)
_IN_BRACKETS, _CREDIT, _BUTTON, _PLACE, _SHOUTED = "in brackets", "credit", "button", "place", "shouted"
_BY_RANK = (_CREDIT, _IN_BRACKETS, _BUTTON, _PLACE, _SHOUTED)  # where several sorts stand in as many gaps
_UNDER, _OVER = frozenset((_CREDIT, _IN_BRACKETS, _BUTTON)), frozenset((_PLACE, _SHOUTED))


class Way(NamedTuple):
    """Which lines part the items (their starts), and whether they stand over their item or under it."""

    parting: frozenset[int]
    over: bool
    heading: bool = False  # they say where an item happened, and there may be several below one


def way_of(lines: Sequence[Line], language: str) -> Way | None:
    """How the page parts its items; None where no sort of lines comes again between most of its texts."""
    told = [place for place, line in enumerate(lines) if _is_text(line)]
    gaps = [range(a + 1, b) for a, b in pairwise(told)]
    if sum(map(bool, gaps)) < _LEAST_GAPS:
        return None
    sorts = {place: frozenset(_sorts(lines[place])) for gap in gaps for place in gap}
    found: Counter[str] = Counter()
    texts: dict[str, set[str]] = {}
    for gap in gaps:
        found.update(frozenset().union(*(sorts[place] for place in gap)))
        for place in gap:
            for sort in sorts[place]:
                texts.setdefault(sort, set()).add(lines[place].text)
    often = {
        sort: times
        for sort, times in found.items()
        if times >= max(_LEAST_GAPS, _SHARE_OF_GAPS * len(gaps)) and (sort == _BUTTON or len(texts[sort]) > 1)
    }
    if not often:
        return None
    rank = {one: -place for place, one in enumerate(_BY_RANK)}
    sort = max(often, key=lambda one: (often[one], one in rank, rank.get(one, 0), one))
    parting = [place for place, line in enumerate(lines) if sort in (sorts.get(place) or _sorts(line))]
    over = sort in _OVER or (sort not in _UNDER and parting[0] < told[0])
    way = Way(frozenset([lines[place].start for place in parting]), over, heading=sort in _OVER)
    return None if _points_back(lines, told, parting, language) else way


def _is_text(line: Line) -> bool:
    return not line.reason and sentences.is_paragraph(line.text, _LEAST_TEXT)


def _sorts(line: Line) -> Iterator[str]:
    """What a line that tells nothing may have in common with others."""
    text = line.text
    if text.endswith("?"):  # the next question of an interview
        return
    if line.reason in _OF_PICTURES or sentences.is_paragraph(text, _LEAST_TEXT):
        if line.reason is Reason.RELATED and page.is_button(text):
            yield _BUTTON
        return
    if page.is_button(text):
        yield _BUTTON
        return
    if len(text) <= _LONGEST_SIGN:
        if text[0] in "([" and text[-1] in ")]":
            yield _IN_BRACKETS
        if small_print.is_a_credit(text):
            yield _CREDIT
        if places.is_one(text):
            yield _PLACE
        if text.isupper() and len(text) <= _LONGEST_SHOUTED:
            yield _SHOUTED
    words = _WORD.findall(text)
    if len(words) > 1:
        if len(words[0]) >= _SHORTEST_WORD:
            yield f"opens with {words[0].lower()}"
        if len(words[-1]) >= _SHORTEST_WORD and len(text) <= _LONGEST_ENDING_ALIKE:
            yield f"ends in {words[-1].lower()}"


def _points_back(lines: Sequence[Line], told: Sequence[int], parting: Sequence[int], language: str) -> bool:
    """Whether texts behind such lines go on with what stands before them, so that they part nothing."""
    firsts = [b for a, b in pairwise(told) if any(a < place < b for place in parting)]
    back = sum(1 for place in firsts if goes_on(lines[place].text, language))
    return back > _MOST_POINTING_BACK * len(firsts)


# --- Reading


def read(block: Block, way: Way) -> Reading:
    """From each stretch between two parting lines the texts that stand together, with the headline right above them."""
    reading = Reading()
    stretches = _stretches(block.lines, way)
    runs = [_runs(stretch, first=not number) for number, stretch in enumerate(stretches)]
    headed = _are_headed(stretches, runs, way)
    last = len(stretches) - 1
    usual = max([len(run) for own in runs[1:last] for run in own], default=1)
    section: Line | None = None
    for number, (stretch, own) in enumerate(zip(stretches, runs, strict=True)):
        if not way.over and number == last:
            own = []  # nothing parts what stands below the last of them from the rest of the page
        if not number:
            own = [run[-usual:] for run in own]
        section = _tell(reading, block, stretch, own, way, section, headed=headed)
    return reading


def _stretches(lines: Sequence[Line], way: Way) -> list[list[Line]]:
    found: list[list[Line]] = [[]]
    for line in lines:
        parts = line.start in way.parting
        if parts and way.over:
            found.append([])
        found[-1].append(line)
        if parts and not way.over:
            found.append([])
    return found


def _runs(stretch: Sequence[Line], *, first: bool) -> list[list[Line]]:
    """The texts of a stretch, those together that nothing parts; of the page's top only those right above its first."""
    runs: list[list[Line]] = []
    parted = True
    for line in stretch:
        if _is_text(line):
            if parted:
                runs.append([])
            runs[-1].append(line)
            parted = False
        elif not line.reason or first:
            parted = True
    return runs[-1:] if first else runs


def _are_headed(stretches: Sequence[Sequence[Line]], runs: Sequence[Sequence[Sequence[Line]]], way: Way) -> bool:
    """Whether most items have a headline of their own right above them."""
    heads = [_head_of(stretch, run[0], way) for stretch, own in zip(stretches, runs, strict=True) for run in own]
    return sum(1 for head in heads if head) >= _SHARE_HEADED * max(1, len(heads))


def _head_of(stretch: Sequence[Line], text: Line, way: Way) -> Line | None:
    """The line right above a text, if it may be its headline."""
    above = [line for line in stretch if not line.reason and line.start < text.start][-1:]
    for line in above:
        if line.start in way.parting:
            break
        may_be = _SHORTEST_HEADLINE <= len(line.text) <= _LONGEST_HEADLINE and not line.text.isupper()
        if may_be and not sentences.ends_like_one(line.text) and not places.is_one(line.text):
            return line
    return None


def _tell(
    reading: Reading,
    block: Block,
    stretch: Sequence[Line],
    runs: Sequence[Sequence[Line]],
    way: Way,
    section: Line | None,
    *,
    headed: bool,
) -> Line | None:
    """One stretch: its items, and what stands around them. Returns the heading of what follows."""
    heads = {id(head): run for run in runs if headed and (head := _head_of(stretch, run[0], way))}
    begins = {id(run[0]) for run in runs} - {id(run[0]) for run in heads.values()}
    told = {id(line) for run in runs for line in run}
    final = max((line.start for run in runs for line in run), default=-1)
    for line in stretch:
        if line.start in way.parting:
            _credit(reading, line, way)
        elif line.reason:
            reading.set_aside(line, line.reason)
        elif id(line) in heads or id(line) in begins:
            reading.begin(line, Draft([], section=section))
        elif id(line) in told:
            reading.keep(line)
        elif sentences.ends_like_one(line.text):
            reading.set_aside(line, Reason.OTHER if reading.drafts else Reason.SUMMARY)
        elif line.start > final:
            reading.set_aside(line, Reason.OTHER)
        else:
            section = _head(reading, block, line, section)
    return section


def _head(reading: Reading, block: Block, line: Line, section: Line | None) -> Line | None:
    """A line over the items: the page's own headline, or the heading of a section."""
    opens_page = block.first and reading.title is None and not reading.drafts
    reading.head(line)
    if opens_page and not (line.text.isupper() or subjects.is_heading(line.text)):
        reading.title = line
        return section
    return line if names_a_section(line, first=not reading.drafts) else section


def _credit(reading: Reading, line: Line, way: Way) -> None:
    """A line that parts items, and may name who reported the one above it."""
    if reading.drafts and not way.over and line.text[0] in "([" and small_print.is_a_credit(line.text):
        at = line.start + 1
        reading.drafts[-1].extra_credits.append(Span(at, line.end - 1))
    reading.set_aside(line, line.reason or Reason.BYLINE)
