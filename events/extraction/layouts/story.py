"""`story`: one article: its main event first, then paragraphs about happenings of their own.

What the label guide calls an event decides here: the headline and the paragraphs that go on with it are the main event;
a paragraph with its own day or its own actors is a further one; sentences that only explain are background.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction import agencies, date_phrases, sentences
from events.extraction.date_phrases import Kind
from events.extraction.layouts import bylines, extents, happenings, story_pictures, story_titles, strangers
from events.extraction.layouts.blocks import Block, CountryOf, Draft, NamesIn, Reading
from events.extraction.layouts.bylines import SAYS_SO, is_byline
from events.extraction.layouts.story_shape import (
    describes_the_page,
    key_points,
    said_again,
    said_at_once,
    said_of_itself,
)
from events.extraction.layouts.tails import teasers_from
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

NAME = "story"

_LONGEST_TITLE = 220
_LONGEST_KICKER = 30
_LEAST_LETTERS = 3
_SHORTEST_PARAGRAPH = 60
_PATHS = (" » ", " › ", " > ")
_LONGEST_QUESTION = 70
_QUESTION = regex(
    r"(?:What|Why|How|Who|When|Where|Will|Is|Are|Can|Could|Did|Does|Do|Has|Have|Should|Would)\b[^.!?]*\?$"
    r"|(?:Vì sao|Tại sao|Ai|Điều gì|Chuyện gì|Liệu|Khi nào|Làm sao|Bao giờ|Có|Thế nào)\b[^.!?]*\?$"
)
_EXPLAINING = regex(  # "Background", "What is the background?", "Bối cảnh:"
    r"\W*(?:(?:what is )?(?:the )?(?:background|context|history|backstory)|background information|key facts|"
    r"how (?:did )?(?:we|it) (?:get|got) here|bối cảnh(?: vụ việc| sự việc)?|nhìn lại|thông tin (?:nền|thêm))\W*",
    re.IGNORECASE,
)
_LONGEST_SUBHEADING, _LONGEST_CAPTION = 90, 300
_LAST_STOP, _LONGEST_GLUED = regex(r".*[.!?…][\"”’']?(?=\s?[^\s\d])"), 24  # characters
_SOON = 160  # characters


def read(block: Block, language: str, names_in: NamesIn, country_of: CountryOf) -> Reading:
    """The main event, the further ones, and what was set aside."""
    reading = Reading()
    kept = [line for line in block.lines if not line.reason]
    fate = _fates(kept, block, language, names_in)
    article = [line for line in kept if id(line) not in fate]
    told = Told(language, names_in, country_of, paragraphs=sum(map(_is_paragraph, article)))
    said_until = said_again(article)
    lead_open = True
    after_link = link = False  # whether the line before led to another article
    others = False  # whether links to other articles stand here, with their own bylines
    explains = False  # whether a crosshead says that what is below it was before
    for line in block.lines:
        after_link, link = link, line.reason is Reason.RELATED and _leads_to_a_teaser(line.text)
        reason = fate.get(id(line)) or line.reason
        if line is reading.title:
            continue
        if reason:
            others = others or (reason is Reason.RELATED and told.paragraphs > 1)
            of_others = reason is Reason.TEASER and not SAYS_SO.match(line.text)
            if (
                reading.drafts
                and reason is not Reason.CAPTION
                and not of_others
                and not (others and reason is Reason.BYLINE)
            ):
                bylines.credit(line, reading.drafts[0])
            if told.paragraphs < 2:
                told.stamp(line)
            reading.set_aside(line, reason)
            continue
        others = False
        if not reading.drafts:
            is_title = block.first and not sentences.ends_like_one(line.text) and len(line.text) <= _LONGEST_TITLE
            reading.begin(line, Draft([], titled=is_title, lead=True))
            told.repeats(line)  # the headline may stand once more below it
            told.open(line, lead=True)
            if is_title:
                reading.title = line
        elif line.goes_on and lead_open:
            reading.keep(line)
        elif line.heading or _is_subheading(line):
            reading.head(line)
            explains = _EXPLAINING.fullmatch(line.text) is not None
        elif explains and told.seen > 1 and not _is_fresh(line.text, language):
            lead_open = False
            reading.set_aside(line, Reason.BACKGROUND)
            told.pass_over(line)
        elif told.paragraphs > 1 and _is_no_paragraph(line):
            sentence, *glued = _parted_from_what_is_glued(line) or [line]
            if sentence is line or not happenings.is_one(told, sentence):
                reading.set_aside(line, Reason.CAPTION)
            else:
                reading.begin(sentence, Draft([], titled=False))
                told.open(sentence)
                lead_open = True
                reading.set_aside(glued[0], Reason.WIDGET)
        elif told.repeats(line):
            reading.set_aside(line, Reason.DUPLICATE)
        elif line.start < said_until or happenings.is_first_paragraph(told, reading.drafts[-1], line):
            reading.keep(line)
            told.go_on(line)
        elif after_link and told.is_of_others(line) and not told.turns(line):
            reading.set_aside(line, Reason.TEASER)
        elif happenings.is_one(told, line):
            reading.begin(line, Draft([], titled=False))
            told.open(line)
            lead_open = True
        elif not lead_open or not extents.goes_on(told, line):
            lead_open = False
            reading.set_aside(line, Reason.BACKGROUND)
            told.pass_over(line)
        else:
            reading.keep(line)
            told.go_on(line)
    if reading.drafts:
        bylines.credit_of_dateline(reading.drafts[0])
    return reading


def _is_fresh(text: str, language: str) -> bool:
    """Whether a paragraph soon names a day by its distance from today, or a weekday: nothing of long ago."""
    found = date_phrases.find(text, 0, min(len(text), _SOON), language)
    return any(phrase.kind in (Kind.RELATIVE, Kind.WEEKDAY) for phrase in found)


def _leads_to_a_teaser(text: str) -> bool:
    """Whether a link is a headline, whose lead may follow, and not one inside the text: "READ ALSO: …"."""
    if text[0] in ">»=-–•*+▶►→":
        return False
    return len(text) > _LONGEST_KICKER and ":" not in text[:_LONGEST_KICKER] and "|" not in text[:_LONGEST_KICKER]


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _SHORTEST_PARAGRAPH)


def _fates(kept: list[Line], block: Block, language: str, names_in: NamesIn) -> dict[int, Reason]:
    """Lines that are no part of the article: bylines, and the teasers of other articles behind it."""
    fate: dict[int, Reason] = {}
    start = teasers_from(block.lines, names_in, is_byline, language)
    if start is not None:
        fate.update((id(line), Reason.TEASER) for line in kept if line.start >= start)
    fate.update((id(line), Reason.SUMMARY) for line in key_points(block.lines))
    fate.update((id(line), Reason.CAPTION) for line in kept if story_pictures.is_portrait(line, names_in))
    fate.update((id(line), Reason.TEASER) for line in strangers.among(block.lines, fate, names_in, language))
    fate.update((id(line), Reason.WIDGET) for line in kept if _says_nothing(line.text))
    last = max((place for place, line in enumerate(kept) if _is_paragraph(line)), default=0)
    fate.update((id(line), Reason.CAPTION) for line in kept[:last] if story_pictures.names_its_agency(line.text))
    article = [line for line in kept if id(line) not in fate]
    if block.first and describes_the_page(article):
        fate[id(article[0])] = Reason.SUMMARY
        article = article[1:]
    if block.first and (own := said_of_itself(article) or story_titles.notice_above(article, language)):
        fate.update((id(line), Reason.WIDGET) for line in own)
        article = [line for line in article if line not in own]
    if block.first and (title := story_titles.place(article)):
        fate.update((id(line), Reason.WIDGET) for line in article[:title])
        article = article[title:]
    fate.update((id(line), Reason.SUMMARY) for line in story_titles.above_the_dateline(article))
    fate.update((id(line), Reason.SUMMARY) for line in said_at_once(article))
    first_paragraph = next(
        (i for i, line in enumerate(article) if _is_paragraph(line) and not story_pictures.is_seen(line)), 0
    )
    if first_paragraph > 1:
        above = [line for line in block.lines if article[0].start < line.start < article[first_paragraph].start]
        fate.update((id(line), Reason.CAPTION) for line in story_pictures.credited_below(above, language))
    for place, line in enumerate(article[1:], 1):
        near_top = place <= max(3, first_paragraph) and not sentences.ends_like_one(article[0].text)
        if (near_top or place >= len(article) - 2) and id(line) not in fate and is_byline(line.text):
            fate[id(line)] = Reason.BYLINE
    return fate


def _says_nothing(text: str) -> bool:
    """ "|", the "on" of "Published on" alone, and where the page stands: "Home » Europe » Storm shuts port"."""
    if len(text) <= _LONGEST_KICKER and sum(map(str.isalnum, text)) < _LEAST_LETTERS:
        return not agencies.names_only(text)
    return len(text) <= _LONGEST_TITLE and any(text.count(sign) > 1 for sign in _PATHS)


def _asks(line: Line) -> bool:
    """A crosshead that is a question: "What happens next?"."""
    text = line.text
    return (
        text[-1] == "?" and len(text) <= _LONGEST_QUESTION and text[0].isupper() and _QUESTION.match(text) is not None
    )


def _is_no_paragraph(line: Line) -> bool:
    """Whether a line is no sentence, and too long for a crosshead: a caption, a cut teaser."""
    return len(line.text) <= _LONGEST_CAPTION and not sentences.ends_like_one(line.text) and line.text[-1] not in ":,;"


def _parted_from_what_is_glued(line: Line) -> Sequence[Line]:
    """Sentences, and a few words behind them that end none: "… in Lima.Premium"."""
    stop = _LAST_STOP.match(line.text)
    if not stop or stop.end() < _SHORTEST_PARAGRAPH or len(line.text) - stop.end() > _LONGEST_GLUED:
        return ()
    return line.cut(stop.end())


def _is_subheading(line: Line) -> bool:
    return _asks(line) or (
        len(line.text) <= _LONGEST_SUBHEADING and not sentences.ends_like_one(line.text) and line.text[-1] not in ":,"
    )
