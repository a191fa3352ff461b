"""Lines that look like headings of what follows and are not: the paper's name, its title again, a box's only line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import bulleted
from events.extraction.layouts.blocks import NamesIn, Piece, Reading
from events.extraction.layouts.contents import names_the_site_behind
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import PassageKind, Reason, Span

_LONGEST_NAME, _MOST_WORDS_OF_NAME = 40, 5  # characters and words of a paper's name
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "và"))
_LEAST_TITLE = 12  # characters of a page's title that is known when its first words are printed again
_TOP, _TITLES = 6, 2  # kept lines among which the page's titles stand; which are titles whatever they say
_LEAST_KICKERS = 3  # headlines with the same words over them
_LEAST_BEFORE = 2  # items without a section before a heading that is the only one
_OVER_ITEMS = (
    "top stories",
    "top story",
    "main stories",
    "news in brief",
    "in brief",
    "briefs",
    "other news",
    "more news",
)
_MOST_WORDS = 6  # of a plain heading
_BETWEEN_PLACES = regex(r"\s*[,/]\s*|\s+(?:[-–—&]|and|và)\s+|\s+(?=\()", re.IGNORECASE)
_OF_A_SITE, _LEAST_HEADLINE = regex(r"\s?[-–—|]\s?[^\W\d_][^\d:]{2,50}"), 40  # behind a headline; its characters
_LONGEST_LIST = 60  # characters of countries side by side
_MARKS = regex(r"[:,;]\s|\d")


def drop(lines: Sequence[Line]) -> None:
    """Mark, above the first text, what names the paper or the page."""
    above: list[Line] = []
    for line in lines:
        if line.reason is None and sentences.is_paragraph(line.text, _LEAST_TITLE):
            break
        above.append(line)
    _drop_kickers(lines)
    _drop_papers(above)
    _drop_titles_again(above)


def _drop_kickers(lines: Sequence[Line]) -> None:
    """The same words over one headline after the other: the paper each is from, or the page's own rubric."""
    kept = [line for line in lines if not line.reason]
    over = [
        line
        for line, below in pairwise(kept)
        if len(line.text) <= _LONGEST_NAME
        and not sentences.ends_like_one(below.text)
        and len(below.text) > len(line.text)
        and line.text != below.text
    ]
    times = Counter(line.text for line in over)
    for line in over:
        if times[line.text] >= _LEAST_KICKERS and not sentences.ends_like_one(line.text) and not is_known(line.text):
            line.reason = Reason.WIDGET


def free_shouted(lines: Sequence[Line]) -> None:
    """ "TOP STORIES" and "NEWS IN BRIEF" over items, where another heading in capitals stands over some: no boxes."""
    heads = [
        line
        for line, below in pairwise(lines)
        if line.text.isupper() and len(line.text) <= _LONGEST_NAME and not below.reason and _tells(below)
    ]
    kept = [line for line in heads if line.reason is None and subjects.is_heading(line.text)]
    boxes = [line for line in heads if line.reason and line.text.strip(" :").lower() in _OVER_ITEMS]
    if kept and boxes:
        for line in boxes:
            line.reason, line.ends_article, line.set_off = None, False, True


def _tells(line: Line) -> bool:
    return sentences.ends_like_one(line.text) or bulleted.opening(line) is not None


def _drop_papers(above: Sequence[Line]) -> None:
    """A name between the authors' line and the day is the paper's."""
    for before, line, after in zip(above, above[1:], above[2:], strict=False):
        signed = before.reason is Reason.BYLINE and after.reason is Reason.BYLINE
        if signed and line.reason is None and _may_be_a_paper(line.text) and not is_known(line.text):
            line.reason = Reason.BYLINE


def _may_be_a_paper(text: str) -> bool:
    """Whether a line could be a name, and no headline: "The Valley Herald", not "Mali coup: leader held"."""
    words = text.split()
    if len(text) > _LONGEST_NAME or len(words) > _MOST_WORDS_OF_NAME or ":" in text:
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL_WORDS for word in words)


def _drop_titles_again(above: Sequence[Line]) -> None:
    """The first words of the page's title, printed again: "Latest affairs", of "Latest affairs – May"."""
    kept = [line for line in above if not line.reason][:_TOP]
    titles = [line for n, line in enumerate(kept) if n < _TITLES or publication.announces(line.text)]
    for above_it, line in pairwise(kept):
        if names_the_site_behind(above_it, line) and not publication.announces(line.text):
            continue  # the headline of one article, below its page's title
        again = line.text.casefold()
        if len(again) < _LEAST_TITLE or again[-1] == ":" or is_known(line.text):
            continue
        longer = [one for one in titles if len(one.text) > len(again) and one.text.casefold().startswith(again)]
        named = next((one for one in longer if _OF_A_SITE.fullmatch(one.text, len(again))), None)
        if named is not None and len(again) >= _LEAST_HEADLINE:
            named.reason = Reason.DUPLICATE  # "Storm shuts the port of Suva and two others -Lamp Circle"
        elif longer:
            line.reason = Reason.DUPLICATE


def is_known(text: str) -> bool:
    """Whether a heading says of itself what it heads: a region, a country or a subject."""
    if subjects.is_heading(text) or regions.read_heading(text):
        return True
    return len(text) <= _LONGEST_LIST and all(map(places.is_one, filter(None, _BETWEEN_PLACES.split(text))))


def forget_the_only_one(reading: Reading) -> None:
    """A long heading that stands alone, among items that had none before, heads nothing: a box lost its frame there."""
    sections = {id(draft.section): draft.section for draft in reading.drafts if draft.section}
    if len(sections) != 1:
        return
    line = next(iter(sections.values()))
    before = next((n for n, draft in enumerate(reading.drafts) if draft.section), 0)
    plain = line.text.count(" ") < _MOST_WORDS and not _MARKS.search(line.text)
    if plain or before < _LEAST_BEFORE or line.set_off or line.text.isupper() or is_known(line.text):
        return
    for draft in reading.drafts:
        draft.section = None
    reading.pieces[:] = [_aside(piece) if piece.line is line else piece for piece in reading.pieces]


def forget_elsewhere(reading: Reading, names_in: NamesIn) -> None:
    """A country over one item heads no further ones whose datelines are of other countries."""
    for draft in reading.drafts:
        place, section = draft.opening.place, draft.section
        if place is None or section is None or not places.is_one(section.text):
            continue
        begin = draft.lines[0].start
        there = _countries(Span(begin + place.start, begin + place.end), names_in)
        if there and (headed := _countries(Span(section.start, section.end), names_in)) and there.isdisjoint(headed):
            draft.section = None


def _countries(span: Span, names_in: NamesIn) -> set[str]:
    return {mention.value for mention in names_in([span]) if mention.kind == "country"}


def _aside(piece: Piece) -> Piece:
    return replace(piece, kind=PassageKind.SET_ASIDE, reason=Reason.OTHER)
