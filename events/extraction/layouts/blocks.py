"""What the layouts pass on to each other: blocks of lines, the openings of items, drafts of items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from events.extraction import agencies, places, publication, regions, sentences, subjects
from events.extraction.layouts import headline
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Mention, PassageKind, Reason, Region, Span

_LEAST_HEADED, _SHARE_HEADED = 2, 0.6
_SHORTEST_SECTION, _LONGEST_SECTION = 3, 60  # characters
_NO_SECTION = regex(r"\d\s?(?:h(?:ou)?rs\b|GMT|UTC|IST)|\d[:/]\d|\w{4}[.!?;]\s|[•·∙→▼—]|^\(|\(\d+\)$|\s/\s|\s{3}")
_NOTICE = regex(  # "Beach Hotel: kids eat free", "SHORT BREAK – you are with us", "3GB at only 5,000/="
    r":\s+(?:\w+\s+)+[a-z]\w*|\s[–—-]\s(?:[a-z]+\s){2}|\d[.,]\d|\d\s?%|[$£€=@!]|"
    r"\b(?:www|FM|AM|from the (?:wires|agencies))\b"
)
UNFINISHED = frozenset(  # no line that is whole ends with one of these
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to", "with")
)
_PAGES_DAY = regex(r"\d(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b")  # "Affairs – August 26, 2018", above all items
LEAST_SHARE_OF_ITSELF = 0.4  # of a block's lines, where all openings name the same medium
_LEAST_OF_ARTICLE, _LEAST_PARAGRAPH = 3, 60  # paragraphs of a story that its own mark opens; characters of one
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 12, 200  # characters

NamesIn = Callable[[Sequence[Span]], Sequence[Mention]]  # the names inside some spans of the document
CountryOf = Callable[[str], str | None]  # the country a person of the document acts for


@dataclass(frozen=True, slots=True)
class Opening:
    """How an item announces itself: `length` characters of marker, and an agency printed in front, if any."""

    length: int
    credit: Span | None = None  # within the line's text
    place: Span | None = None  # printed in front, within the line's text
    sign: str = ""  # of a bulleted list: parents and children have different ones


@dataclass(slots=True)
class Block:
    """Lines under one heading."""

    heading: Line | None
    lines: list[Line]
    first: bool = False  # nothing stands before it
    headings_follow: bool = False  # blocks with headings of their own stand behind it


@dataclass(slots=True)
class Piece:
    """A line and what became of it. `item` numbers the drafts of a block."""

    line: Line
    kind: PassageKind
    reason: Reason | None = None
    item: int | None = None


@dataclass(slots=True)
class Draft:
    """An item's kept lines, before headline, text and credit are told apart."""

    lines: list[Line]
    opening: Opening = field(default_factory=lambda: Opening(0))
    titled: bool = True  # whether to look for a headline
    lead: bool = False
    extra_credits: list[Span] = field(default_factory=list)  # from lines that are set aside: "Source: Reuters"
    section: Line | None = None


@dataclass(slots=True)
class Reading:
    """A block read: every line once, in order, and the items."""

    pieces: list[Piece] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    title: Line | None = None

    def keep(self, line: Line) -> None:
        """The line belongs to the latest draft."""
        self.drafts[-1].lines.append(line)
        self.pieces.append(Piece(line, PassageKind.EVENT, item=len(self.drafts) - 1))

    def begin(self, line: Line, draft: Draft) -> None:
        """The line opens a new draft."""
        self.drafts.append(draft)
        self.keep(line)

    def set_aside(self, line: Line, reason: Reason) -> None:
        self.pieces.append(Piece(line, PassageKind.SET_ASIDE, reason))

    def head(self, line: Line) -> None:
        self.pieces.append(Piece(line, PassageKind.HEADING))


class MarkedLayout(Protocol):
    """A layout whose items each open with a sign of their own."""

    NAME: str

    def opening(self, line: Line) -> Opening | None:
        """How this line opens an item; None where it does not."""

    def confidence(self, block: Block) -> float:
        """How sure the layout is that the block is its own, 0 to 1."""


def openings_in(block: Block, opening: Callable[[Line], Opening | None], *, headed: bool = False) -> tuple[int, float]:
    """How many lines of a block open an item, and their share of its lines.

    `headed`: headlines above such lines count for the share too.
    """
    lines = [line for line in block.lines if not line.reason]
    openings = [opening(line) for line in lines]
    count = sum(1 for one in openings if one)
    heads = len(headlines_above(lines, openings, single=block.heading is not None)) if headed else 0
    return count, (count + heads) / len(lines) if lines else 0.0


def names_a_section(line: Line, *, first: bool) -> bool:
    """Whether a line set apart is the heading of a section rather than a slogan, a link or a credit.

    `first`: above all items, where the page's own headline may stand.
    """
    text = line.text.strip(" *#=_•●▪■►▶◆◇○→+|:–—-~")
    if text[:1].islower() or (len(text) < _SHORTEST_SECTION and not (text.isupper() or places.is_one(text))):
        return False
    if len(text) > _LONGEST_SECTION or _NO_SECTION.search(text):
        return False
    if agencies.names_only(text) and not subjects.is_heading_like_a_medium(text):
        return False
    if _NOTICE.search(text) or text.rsplit(None, 1)[-1] in UNFINISHED:
        return False
    if first and _PAGES_DAY.search(text):
        return False
    if not first or not publication.announces(text) or subjects.is_heading(text):
        return True
    region = regions.read_heading(text)
    return region is not None and region.region is not Region.GLOBAL


def is_the_pages_own(block: Block, opening: Callable[[Line], Opening | None]) -> bool:
    """Whether one and the same medium stands in front of all: its own mark before a summary, and before a teaser's."""
    openings = [(line, begun) for line in block.lines if not line.reason and (begun := opening(line))]
    heads = {begun.credit.of(line.text) if begun.credit else "" for line, begun in openings}
    return len(heads) == 1 and "" not in heads


def leads_an_article(block: Block, opening: Callable[[Line], Opening | None]) -> bool:
    """Whether behind just one of them several paragraphs have none: its text, where a teaser has no more."""
    runs: list[int] = []
    for line in block.lines:
        if line.reason:
            continue
        if opening(line):
            runs.append(0)
        elif runs and sentences.is_paragraph(line.text, _LEAST_PARAGRAPH):
            runs[-1] += 1
    runs.sort()
    return len(runs) > 1 and runs[-1] >= _LEAST_OF_ARTICLE and runs[-2] <= 1


def headlines_above(
    lines: Sequence[Line], openings: Sequence[Opening | None], *, single: bool = False
) -> list[tuple[int, int]]:
    """Where an opening has a headline of its own above it: the places of both; empty where most have none.

    `single`: one is enough, since the page's own headline does not stand here.
    """
    pairs = []
    above: int | None = None
    for i, line in enumerate(lines):
        if line.reason:
            continue
        if openings[i] and above is not None and _is_headline(lines[above], openings[above]):
            pairs.append((above, i))
        above = i
    count = sum(1 for opening in openings if opening)
    return pairs if len(pairs) >= (1 if single else _LEAST_HEADED) and len(pairs) >= _SHARE_HEADED * count else []


def _is_headline(line: Line, opening: Opening | None) -> bool:
    if opening or not _SHORTEST_HEADLINE <= len(line.text) <= _LONGEST_HEADLINE:
        return False
    if line.text[0] in "([" and headline.whole_credit(line.text):
        return False  # "(Theo RIA Novosti)": of the item above
    return sentences.may_be_a_headline(line.text) or line.text[-1] in "?!"


def parties_in(line: Line, names_in: NamesIn) -> set[str]:
    """Whom a line names; agencies, which only report, are no names."""
    return {mention.value for mention in names_in([Span(line.start, line.end)])}
