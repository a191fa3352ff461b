"""`story`: one article: its main event first, then paragraphs about happenings of their own.

What the label guide calls an event decides here: the headline and the paragraphs that go on with it are the main event;
a paragraph with its own day or its own actors is a further one; sentences that only explain are background.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction import agencies, date_phrases, scenes, sentences
from events.extraction.date_phrases import Kind
from events.extraction.layouts import dateline, extents, happenings, headline
from events.extraction.layouts.blocks import Block, CountryOf, Draft, NamesIn, Reading
from events.extraction.layouts.story_shape import describes_the_page, key_points, said_again
from events.extraction.layouts.tails import teasers_from
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

NAME = "story"

_LONGEST_TITLE = 220
_LONGEST_KICKER = 30
_LONGEST_BYLINE = 60
_LEAST_LETTERS = 3
_PATHS = (" » ", " › ", " > ")
_SHORTEST_TITLE, _SHORTEST_PARAGRAPH = 22, 60
_APART, _LEAST_SECTIONS = regex(r"\s{2,}|\t|\s\|\s"), 3  # what parts sections on one line
_FROM_HOME = regex(r"(?:HOME|Home|Trang chủ|TRANG CHỦ|Menu|MENU)\s(?=[A-ZĐ]+[A-ZĐ\s]+$)")  # "HOME COSTA RICA SPORT"
_NEXT = 12  # lines below a path in which the headline that it ends with may stand
_TIMES = 3  # as many words as the page's first line has a better headline in common with the text
_OF_THE_MOST = 2  # as few of them as the line with most has the headline above its standfirst and caption
_LONG_WORD = regex(r"[^\W\d_]{4,}")
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
_SHOWN = regex(r"(?<=\.)\s?[(\[](?:nguồn|source)\s?:", re.IGNORECASE)  # "The president in Lima. (Source: AFP)"
_SAYS_SO = regex(r"[(\[]|(?:by|source|from|via|theo|nguồn)\b", re.IGNORECASE)  # that a name is a credit
_LONGEST_SUBHEADING, _LONGEST_CAPTION = 90, 300
_SEEN = regex(r"(?:An?|Two|Three|Four|Several|Some|People|File photo|FILE)\b")  # so captions open, hardly standfirsts
_BARE_NAME = regex(r"[.!?…]\s+([A-Z][\w&/ -]{1,24})$")
_OF_PICTURES = regex(r"\b(?:getty|shutterstock|istock|alamy)\b", re.IGNORECASE)  # they sell nothing else
_LAST_STOP, _LONGEST_GLUED = regex(r".*[.!?…][\"”’']?(?=\s?[^\s\d])"), 24  # characters
_SOON = 160  # characters
_LATEST_DATELINE, _LONGEST_STANDFIRST = 6, 140  # lines below the headline; characters


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
            of_others = reason is Reason.TEASER and not _SAYS_SO.match(line.text)
            if (
                reading.drafts
                and reason is not Reason.CAPTION
                and not of_others
                and not (others and reason is Reason.BYLINE)
            ):
                _credit(line, reading.drafts[0])
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
        _credit_of_dateline(reading.drafts[0])
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


def _title_place(kept: list[Line]) -> int:
    """Which of the lines is the headline: of those above the first paragraph the first that says something."""
    above = next((i for i, line in enumerate(kept) if _is_paragraph(line)), 0)
    heads = [i for i in range(above) if not _is_date_or_name(kept[i].text)] or list(range(above))
    telling = [i for i in heads if len(kept[i].text) >= _SHORTEST_TITLE and kept[i].text.count(" ") > 2]
    below = {i: [kept[j].text for j in telling[at : at + _NEXT]] for at, i in enumerate(telling, 1)}
    telling = [i for i in telling if not _stands_above(kept[i].text, below[i])] or telling
    if len(telling) > 1:
        told = {word for line in kept[above : above + 3] for word in _long_words(line.text)}
        shared = {i: len(told & _long_words(kept[i].text)) for i in telling}
        most = max(shared.values())
        if shared[telling[0]] * _TIMES <= most and most > 1:  # what stands above is the paper's own line
            return next(i for i in telling if shared[i] * _OF_THE_MOST >= most)
    return telling[0] if telling else max(heads, key=lambda i: len(kept[i].text), default=0)


def _stands_above(text: str, below: Sequence[str]) -> bool:
    """Whether a line above others is no headline: sections side by side, or a path that ends with the headline."""
    if below and _FROM_HOME.match(text) and not sentences.ends_like_one(text):
        return True
    entries = _APART.split(text)
    if len(entries) >= (2 if "|" in text else _LEAST_SECTIONS) and max(map(len, entries)) <= _LONGEST_KICKER:
        return True
    return any(_SHORTEST_TITLE <= len(headline) < len(text) and text.endswith(headline) for headline in below)


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text[:600].lower()))


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _SHORTEST_PARAGRAPH)


def _is_date_or_name(text: str) -> bool:
    return len(text) <= _LONGEST_KICKER and _is_byline(text)


def _fates(kept: list[Line], block: Block, language: str, names_in: NamesIn) -> dict[int, Reason]:
    """Lines that are no part of the article: bylines, and the teasers of other articles behind it."""
    fate: dict[int, Reason] = {}
    start = teasers_from(block.lines, names_in, _is_byline, language)
    if start is not None:
        fate.update((id(line), Reason.TEASER) for line in kept if line.start >= start)
    fate.update((id(line), Reason.SUMMARY) for line in key_points(block.lines))
    fate.update((id(line), Reason.WIDGET) for line in kept if _says_nothing(line.text))
    last = max((place for place, line in enumerate(kept) if _is_paragraph(line)), default=0)
    fate.update((id(line), Reason.CAPTION) for line in kept[:last] if _names_its_agency(line.text))
    article = [line for line in kept if id(line) not in fate]
    if block.first and describes_the_page(article):
        fate[id(article[0])] = Reason.SUMMARY
        article = article[1:]
    if block.first and (title := _title_place(article)):
        fate.update((id(line), Reason.WIDGET) for line in article[:title])
        article = article[title:]
    fate.update((id(line), Reason.SUMMARY) for line in _above_the_dateline(article))
    first_paragraph = next((i for i, line in enumerate(article) if _is_paragraph(line) and not _is_seen(line)), 0)
    if first_paragraph > 1:
        above = [line for line in block.lines if article[0].start < line.start < article[first_paragraph].start]
        fate.update((id(line), Reason.CAPTION) for line in _pictured(above, language))
    for place, line in enumerate(article[1:], 1):
        near_top = place <= max(3, first_paragraph) and not sentences.ends_like_one(article[0].text)
        if (near_top or place >= len(article) - 2) and id(line) not in fate and _is_byline(line.text):
            fate[id(line)] = Reason.BYLINE
    return fate


def _above_the_dateline(article: list[Line]) -> list[Line]:
    """Standfirsts and captions between the headline and the paragraph with the place: "LIMA, Peru — …"."""
    for place, line in enumerate(article[1 : _LATEST_DATELINE + 1], 1):
        opening = dateline.opening(line) if _is_paragraph(line) else None
        if opening and opening.place:
            return [one for one in article[1:place] if sentences.ends_like_one(one.text)]
        if len(line.text) > _LONGEST_STANDFIRST:
            break
    return []


def _pictured(between: Sequence[Line], language: str) -> list[Line]:
    """Between the headline and the text, what a picture shows and, on the line below, whose it is: "AFP".

    What stands above an agency and the hour is a standfirst.
    """
    return [
        line
        for shown, credit, below in zip(between, between[1:], [*between[2:], None], strict=False)
        if not shown.reason
        and credit.reason in (None, Reason.BYLINE)
        and not (below and below.reason is Reason.BYLINE and any(map(str.isdigit, below.text)))
        and _may_be_shown(shown.text, credit.text, language)
        for line in (shown, credit)
    ]


def _is_seen(line: Line) -> bool:
    return len(line.text) <= _LONGEST_CAPTION and scenes.has_a_scene(line.text)


def _may_be_shown(text: str, credit: str, language: str) -> bool:
    """Whether a line could tell what the picture of an agency shows: "Agency A closed lane at the border"."""
    if not _LONGEST_KICKER < len(text) <= _LONGEST_CAPTION or len(credit) > _LONGEST_KICKER or _SAYS_SO.match(credit):
        return False
    if _is_byline(text) or not agencies.names_only(credit):
        return False
    if sentences.ends_like_one(text):
        return scenes.has_a_scene(text)
    return language == "vi" or text.startswith(f"{credit} ") or _SEEN.match(text) is not None


def _names_its_agency(text: str) -> bool:
    """Whether a sentence has an agency's bare name behind it: "Women queue at a well near Juba on Monday. AFP"."""
    found = _BARE_NAME.search(text, max(0, len(text) - _LONGEST_KICKER)) if len(text) <= _LONGEST_CAPTION else None
    if not found or not agencies.names_only(found[1]):
        return False
    only = sentences.first(text, 0, found.start(1))
    return only is not None and only.end >= found.start(1) - 1


def _says_nothing(text: str) -> bool:
    """ "|", the "on" of "Published on" alone, and where the page stands: "Home » Europe » Storm shuts port"."""
    if len(text) <= _LONGEST_KICKER and sum(map(str.isalnum, text)) < _LEAST_LETTERS:
        return not agencies.names_only(text)
    return len(text) <= _LONGEST_TITLE and any(text.count(sign) > 1 for sign in _PATHS)


def _is_byline(text: str) -> bool:
    """A name, perhaps with an agency: "Jane Roe", "By JOHN DOE", "Minh Anh (Theo Reuters)", "Theo AFP"."""
    if len(text) > _LONGEST_BYLINE or text[-1] in ".!?:…":
        return bool(headline.whole_credit(text))
    end, credits = headline.trailing_credit(text, 0, len(text))
    if credits and end <= 35:
        return True
    if headline.whole_credit(text):
        return True
    words = re.findall(r"[^\W\d_]+", text.removeprefix("By ").removeprefix("by "))
    return 1 <= len(words) <= 5 and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)


def _credit(line: Line, lead: Draft) -> None:
    """The agency a byline or a source line names is credited for the main event."""
    if line.reason in (None, Reason.SOURCE, Reason.BYLINE):
        if line.text[0] in "([" and any(map(str.isdigit, line.text)):
            return  # "(Dân trí) - 24/01/2019": the page's own mark
        if _OF_PICTURES.search(line.text):
            return  # "Source: Getty / Jane Roe"
        credit = headline.whole_credit(line.text)
        if credit and not _SAYS_SO.match(line.text) and not agencies.names_one(line.text):
            return  # "News Feed", "Ukraine Daily": names of the page's own parts
        if credit and ":" in line.text and not _SAYS_SO.match(line.text) and not agencies.is_certain(line.text):
            return  # "Age: 40", "Today: this": no newspapers
        if credit:
            lead.extra_credits.append(Span(line.start + credit.start, line.start + credit.end))
        else:
            end, credits = headline.trailing_credit(line.text, 0, len(line.text))
            if len(line.text) <= _LONGEST_BYLINE and not _SHOWN.match(line.text, end):
                lead.extra_credits += [Span(line.start + c.start, line.start + c.end) for c in credits]


def _credit_of_dateline(lead: Draft) -> None:
    """ "LIMA, May 3 (Reuters) - …" in front of the main event's first paragraph credits it."""
    line = next((line for line in lead.lines if _is_paragraph(line)), None)
    opening = dateline.opening(line) if line else None
    if line and opening and opening.place and opening.credit:
        lead.extra_credits.append(Span(line.start + opening.credit.start, line.start + opening.credit.end))


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
