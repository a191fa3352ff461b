"""`portal`: a page of headlines, most with the lead of their own article under them, that are all events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import agency, dateline, small_print, teasers
from events.extraction.layouts.blocks import Block, Draft, NamesIn, Reading, names_a_section
from events.extraction.layouts.summing import sums_up
from events.extraction.layouts.teasers import is_headline
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import PassageKind, Reason, Region, Span

NAME = "portal"

_LEAST_PAIRS = 3
_LINES_PER_HEADLINE = 3.2  # at most: a story with crossheads has more paragraphs under each
_LINES_PER_ANNOUNCED, _TOP = 8, 4  # where the page says that it is a round-up, in its first lines
_BRIEFS = regex(r"\bin brief\b|\bbriefs\b|\bround-?\s?up\b|\bnews digest\b|\b(?:news|headlines) today\b")
_LEAST_TELLING = 30  # characters of a headline that stands without a lead
_LEAST_ALONE, _SHARE_ALONE = 4, 0.7  # headlines of a page that is nothing but headlines; their share of its lines
_LONGEST_LONG_HEADING = 60
_SHARE_LED = 0.5  # of the headlines have a lead, where one without may be a heading
_LEAST_ARTICLE = 3  # paragraphs
_LEAST_ITEM = 60  # characters of an item without a headline, first under its region
_SHORTEST_HEADLINE = 12
_LONGEST_QUESTION = 120
_SHORTEST_TELLING_HEADLINE = 16  # a shorter one says nothing about the page: a name, a button
_LONGEST_HEADING = 30  # characters: a longer line that is no sentence is a headline without a lead


def confidence(block: Block) -> float:
    """Headline, lead, headline, lead: a story has sections of several paragraphs instead. Or headlines and no text."""
    if teasers.tell_items(block.lines):
        return 0.85
    lines = _of_the_page(block)
    announced = is_announced(block.lines)
    if _is_one_article(lines) and not announced:
        return 0.0
    headlines = sum(1 for line in lines if is_headline(line))
    pairs = sum(
        1
        for line, after in pairwise(lines)
        if _leads(line, after)
        and len(line.text) >= _SHORTEST_TELLING_HEADLINE
        and not (places.is_one(line.text) or regions.read_heading(line.text))
    )
    telling = sum(1 for line in lines if is_headline(line) and len(line.text) >= _LEAST_TELLING)
    if telling >= _LEAST_ALONE and telling > _SHARE_ALONE * len(lines):
        return 0.7
    most = _LINES_PER_ANNOUNCED if announced else _LINES_PER_HEADLINE
    return 0.8 if pairs >= _LEAST_PAIRS and len(lines) <= most * headlines else 0.0


def is_announced(lines: Sequence[Line]) -> bool:
    """Whether the page's own headline says that several reports follow: "Pacific news in brief"."""
    heads = (line for line in lines if line.reason in (None, Reason.DUPLICATE, Reason.OTHER))
    for line in islice(heads, _TOP):
        if sentences.ends_like_one(line.text):
            return False
        if len(line.text) <= _LONGEST_LONG_HEADING and _BRIEFS.search(line.text.lower()):
            return True
    return False


def _of_the_page(block: Block) -> list[Line]:
    """The lines that are not set aside, up to a box behind which only other articles stand."""
    kept: list[Line] = []
    labels = teasers.labels_between(block.lines)
    for line in block.lines:
        if line.ends_article and (len(kept) > 2 * _LEAST_PAIRS or _have_an_article(kept)):
            break
        if not line.reason and id(line) not in labels and not small_print.stands_under_a_teaser(line.text):
            kept.append(line)
    return kept


def _have_an_article(lines: list[Line]) -> bool:
    """Whether several paragraphs follow each other, and hardly any has a headline of its own."""
    paragraphs = sum(1 for line in lines if not is_headline(line))
    return (
        paragraphs >= _LEAST_ARTICLE and sum(1 for one, after in pairwise(lines) if _leads(one, after)) < _LEAST_PAIRS
    )


def _is_one_article(lines: list[Line]) -> bool:
    """Whether the first headline has several paragraphs, and the others one each: an article and links to others."""
    under: list[int] = []  # how many paragraphs stand under each headline that has any
    for before, line in pairwise(lines):
        if is_headline(line):
            continue
        if is_headline(before):
            under.append(0)
        if under:
            under[-1] += 1
    if len(under) < 2 or under[0] < _LEAST_ARTICLE:
        return False
    return max(under[1:]) == 1 or (max(under[1:]) == 2 and under[0] > _LEAST_ARTICLE)


def _leads(line: Line, following: Line | None) -> bool:
    """Whether a headline has its lead in the next line."""
    if following is None or subjects.is_heading(following.text):
        return False
    return is_headline(line) and not is_headline(following)


def holds_one(block: Block) -> bool:
    """Whether a headline with its lead stands in a block."""
    kept = [line for line in block.lines if not line.reason]
    return any(len(line.text) >= _SHORTEST_TELLING_HEADLINE and _leads(line, after) for line, after in pairwise(kept))


def _is_short_headline(text: str) -> bool:
    """Whether a few words over a text are its headline rather than the place or the subject: "Kenya floods"."""
    return " " in text and text[-1] != ":" and not (places.is_one(text) or regions.read_heading(text))


def _is_short(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING


def _names_the_page(line: Line, block: Block, reading: Reading, after: Line | None) -> bool:
    """Whether a line without a lead is the page's own headline: its first, or a short one before the first heading."""
    if not block.first or reading.drafts or reading.title:
        return False
    if not reading.pieces:
        return True
    menus = all(piece.kind is PassageKind.SET_ASIDE for piece in reading.pieces)
    return menus and bool(publication.announces(line.text) or (after and _is_short(line) and _is_theme(after)))


def _is_theme(line: Line) -> bool:
    return _is_short(line) and (subjects.is_heading(line.text) or line.text.isupper())


def _heads(line: Line, headings: list[Line]) -> bool:
    """Whether the page's first line is the first of its headings rather than its name."""
    alike = [
        one
        for one in headings
        if one is not line and one.text.isupper() == line.text.isupper() and not any(map(str.isdigit, one.text))
    ]
    if regions.read_heading(line.text):  # "World" over everything
        return False
    return _is_short(line) and bool(alike) and not publication.announces(line.text)


def _asks(before: Line, line: Line, following: Line | None) -> bool:
    """A headline that is a question, between the lead of the one before and its own: "Who melted the ice?"."""
    if len(line.text) > _LONGEST_QUESTION or line.text[-1] not in "?!" or is_headline(before):
        return False
    lone = sentences.first(line.text, 0, len(line.text))
    alone = lone is not None and lone.end == len(line.text)
    return bool(alone and following and not is_headline(following) and line.gap >= following.gap)


def is_page_title(line: Line, block: Block, reading: Reading, following: dict[int, Line]) -> bool:
    """Whether the page's own headline stands here, over the summary of what follows rather than over a lead."""
    after = following.get(id(line))
    if reading.drafts or reading.title or not block.first or after is None:
        return False
    if not _leads(line, after):
        several = publication.announces(line.text) or ("; " in line.text and is_headline(after))
        return several and len(line.text) > _LONGEST_HEADING
    if publication.announces(after.text) or after.text.count(";") > 1:
        return True
    own_sign = _signed(after)  # "VOV.VN - …": the medium in front of the page's summary, and of nothing else
    following_lead = following.get(id(following.get(id(after))))
    return own_sign and not (following_lead and _signed(following_lead))


def _signed(line: Line) -> bool:
    found = agency.opening(line) or dateline.opening(line)
    return bool(found and found.credit and not found.place)


def _is_under_a_heading(reading: Reading, block: Block) -> bool:
    if not reading.pieces:
        return block.heading is not None
    return reading.pieces[-1].kind is PassageKind.HEADING


def _is_long_heading(line: Line, after: Line | None, names_in: NamesIn) -> bool:
    """A longer line without a lead, over a headline that has one, that shouts or names nobody: a heading."""
    if after is None or not is_headline(after) or len(line.text) > _LONGEST_LONG_HEADING:
        return False
    return line.text.isupper() or line.text.endswith(":") or not names_in([Span(line.start, line.end)])


def read(block: Block, names_in: NamesIn) -> Reading:
    """Each headline with what stands under it until the next one; short lines over headlines are headings."""
    reading = _Reader(block, names_in).read()
    if block.first:
        _forget_a_lone_section(reading)
    return reading


class _Reader:
    """Goes through the lines of a block, and says of each what becomes of it. Sets of lines hold their ids."""

    def __init__(self, block: Block, names_in: NamesIn) -> None:
        self.block, self.names_in = block, names_in
        lines = block.lines
        self.labels = teasers.labels_between(lines)
        self.signed = teasers.signed_headlines(lines)
        self.run_in_heads, self.run_in_texts = teasers.run_in(lines)
        self.own_texts = teasers.texts_without_headline(lines) if teasers.is_parted(lines) else frozenset()
        self.dated = {id(line) for line, after in pairwise(lines) if after.reason is Reason.BYLINE}
        kept = [line for line in lines if not line.reason and not small_print.stands_under_a_teaser(line.text)]
        self.following = {
            id(line): after for line, after in pairwise([one for one in kept if id(one) not in self.labels])
        }
        self.asks = {id(line) for before, line in pairwise(kept) if _asks(before, line, self._after(line))}
        headlines = [line for line in kept if is_headline(line)]
        led = sum(1 for line in headlines if _leads(line, self._after(line)))
        self.mostly_led = led >= _SHARE_LED * len(headlines)
        self.headings = [line for line in headlines if _is_short(line) and not _leads(line, self._after(line))]
        named = frozenset(id(line) for line in kept if places.is_one(line.text))
        self.under_places = named if len(named) >= _LEAST_ALONE else frozenset()
        self.reading = Reading()
        self.section: Line | None = None
        self.other_articles = False  # behind a box of links, in the page's second half

    def _after(self, line: Line) -> Line | None:
        return self.following.get(id(line))

    def read(self) -> Reading:
        block, reading = self.block, self.reading
        for place, line in enumerate(block.lines):
            if line.ends_article and len(reading.drafts) >= _LEAST_ALONE and place > len(block.lines) // 2:
                self.other_articles = True
            if line.reason:
                reading.set_aside(line, line.reason)
            elif self.other_articles and not subjects.is_heading(line.text):
                reading.set_aside(line, Reason.TEASER)
            elif reading.drafts and not line.set_off and small_print.is_a_credit(line.text):
                reading.keep(line)
            elif reading.drafts and small_print.is_metadata(line.text):
                reading.set_aside(line, Reason.BYLINE)
            elif self._is_the_first() and subjects.is_heading(line.text) and publication.announces(line.text):
                self._entitle(line)  # "World news in brief"
            elif id(line) in self.labels:
                reading.set_aside(line, Reason.OTHER)
            elif id(line) in self.run_in_heads:
                self._head_section(line)
            elif id(line) in self.run_in_texts:
                self._begin(line)
            elif line.set_off or subjects.is_heading(line.text) or id(line) in self.under_places:
                self.other_articles = False
                self._head_section(line)
            elif id(line) in self.asks:
                self._begin(line)
            elif is_headline(line):
                self._read_headline(line)
            else:
                self._read_text(line)
        return reading

    def _is_the_first(self) -> bool:
        """Whether nothing stood on the page yet."""
        return self.block.first and not self.reading.pieces

    def _entitle(self, line: Line) -> None:
        """The page's own headline."""
        self.reading.title = line
        self.reading.head(line)

    def _head_section(self, line: Line) -> None:
        self.section = line
        self.reading.head(line)

    def _begin(self, line: Line, *, titled: bool = True) -> None:
        self.reading.begin(line, Draft([], titled=titled, section=self.section))

    def _read_text(self, line: Line) -> None:
        """A line that is no headline: the text of one, of none, or of the whole page."""
        reading = self.reading
        if id(line) in self.own_texts or (reading.pieces and id(reading.pieces[-1].line) in self.under_places):
            self._begin(line, titled=False)
        elif reading.drafts:
            reading.keep(line)
        elif self.block.heading and not reading.pieces and sentences.is_paragraph(line.text, _LEAST_ITEM):
            self._begin(line, titled=False)  # the first item of its part, whose headline is run in
        elif self._lost_its_headline(line):
            self._begin(line, titled=False)
        else:
            reading.set_aside(line, Reason.SUMMARY)

    def _lost_its_headline(self, line: Line) -> bool:
        """Whether the page's very first text is a lead like those below, whose headline stood above what was copied."""
        above = [piece for piece in self.reading.pieces if piece.reason is None]
        if above or not (self.block.first and self.mostly_led) or not sentences.is_paragraph(line.text, _LEAST_ITEM):
            return False
        others = [one for one in self.block.lines if one is not line and not (one.reason or is_headline(one))]
        return len(others) >= _LEAST_PAIRS and not sums_up(line, others, self.names_in)

    def _read_headline(self, line: Line) -> None:
        """A line that may be a headline: of an item, of the page, or the heading of items below it."""
        block, reading, after = self.block, self.reading, self._after(line)
        if id(line) in self.signed:
            self._begin(line)
        elif self.signed and reading.drafts:
            reading.keep(line)  # a standfirst
        elif is_page_title(line, block, reading, self.following):
            self._entitle(line)
        elif _leads(line, after) and (len(line.text) > _SHORTEST_HEADLINE or _is_short_headline(line.text)):
            self._begin(line)
        elif _names_the_page(line, block, reading, after) and not _heads(line, self.headings):
            self._entitle(line)
        elif block.first and not reading.drafts and regions.read_heading(line.text):
            reading.head(line)  # "World" over the page
        elif self._heads_items(line, after):
            self.section = line if names_a_section(line, first=not reading.drafts) else self.section
            reading.head(line)
        else:
            self._begin(line)

    def _heads_items(self, line: Line, after: Line | None) -> bool:
        """Whether a line without a lead is a heading, and no headline that stands alone."""
        if _is_short(line) and (id(line) not in self.dated or len(line.text) < _SHORTEST_TELLING_HEADLINE):
            return True
        may_head = self.mostly_led and not _is_under_a_heading(self.reading, self.block)
        return may_head and _is_long_heading(line, after, self.names_in)


def _forget_a_lone_section(reading: Reading) -> None:
    """One line over all headlines, and no other like it, is the page's own, unless it is a heading by its words."""
    sections = {id(draft.section): draft.section for draft in reading.drafts}
    if len(sections) != 1:
        return
    (line,) = sections.values()
    if line is None or line.set_off or line.text.isupper() or line.text.endswith(":") or places.is_one(line.text):
        return
    reading_of = regions.read_heading(line.text)
    told = reading_of.region is not Region.GLOBAL if reading_of else subjects.is_heading(line.text)
    if not told:
        for draft in reading.drafts:
            draft.section = None
