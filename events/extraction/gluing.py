"""What is glued to a paragraph and no part of it: a caption, a bracket about its authors, sentences of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from events.extraction import (
    agencies,
    captions,
    furniture,
    margins,
    media,
    paragraph_ends,
    regions,
    scenes,
    sentences,
    subjects,
)
from events.extraction.line_cues import SHORT
from events.extraction.line_signs import speaks_for_the_page
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

_LINKED = 160  # characters at a paragraph's head in which an address shows that a sentence of links is glued to it
_URL = regex(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WITHIN = regex(  # "… to the port. (Agency/Jane Roe) The minister …"
    r"[(\[](?:REUTERS|Reuters|AFP|AP|EPA|Xinhua|Getty Images|Getty|AAP)\s?/\s?"
    r"[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){1,2}[)\]](?=\s[\"“A-Z])"
)
_VERB = regex(r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|told|\w{2,20}ed)\b")
_LONGEST_SHOWN = 90  # characters of a sentence without a verb, which says what a picture shows
_INTRODUCTIONS = ("Following ", "The following ", "Here is ", "Here are ", "Below ")
_STOP = regex(r"[.!?…][”\"’)]?\s{0,3}(?=[^\W\d_])")
_LEAST_LAST = 12  # characters of a sentence
_LEAST = 60  # characters of a paragraph with a bracket behind it
_LICENSED = regex(r"(?:Purchase|Acquire) Licensing Rights(?:, opens new tab)?(?:Read more)?")
_IMAGE = regex(r"!\[\]\([^)]{0,300}\)\s*(?=\w)")
_LEAST_AROUND, _LONGEST_AROUND = 100, 2000  # characters of a paragraph a caption may be glued to
_BY = ("By ", "BY ", "by ")
_SIGNED = regex(r"(?<=[.!?”\"])\s+By\s[A-Z][\w.'’-]*(?:\s(?:and\s)?[A-Z][\w.'’-]*){0,5}$")  # "… he said. By Ann Lee"
_LONGEST_SIGNED = 60
_INITIALS = regex(
    r"(?<=[\w/-]\w[.!?…”\"])\s+(?!(?:U\.[SKN]|E\.U|D\.C)\.?$)(?:[A-ZĐ]\.\s?){1,3}[A-ZĐ]\.?$"
)  # whose text it is: "… were freed. H.T."
_LONGEST_INITIALS = 14
_PLANNED = regex(  # what a desk says of a story it sends: "… of the dam. By Ann Lee. SENT: 700 words, photos."
    r"(?<=[.!?”\"])\s+(?:(?:By|With|Eds:)\s[^.]{3,80}\.\s+)?(?:(?:SENT|Sent|UPCOMING|Upcoming|DEVELOPING|Developing|"
    r"NEW|WITH)(?:[:.,]\s|\.$)|(?:MOVED|Moved)(?:[:.]\s|\.$)|(?:\d,)?\d{3}\swords\b).{0,140}$"
    r"|(?<=[.!?”\"])\s+\([A-Z][A-Z -]+/?[^()]{0,40}(?:\([^()]{2,60}\))?[^()]{0,90}\d{3}\swords\)$"
)
_LONGEST_PLAN = 240
_HANDS_OVER = regex(  # a newsreader to a reporter: "… and divisive. More from our correspondent:"
    r"(?<=[.!?”\"])\s+(?:Here's more|More|Details|A report|Our [\w ]{4,40} (?:has|reports))\b[^.!?]{0,60}:$"
)
_MORE = regex(  # the link beside a heading: "Europe See all", "Africa – More »"
    r"(?:\s+[-–—|·•]\s*|\s+)(?:(?:see|view|show|read|browse) (?:all|more)|more|all stories|all news|"
    r"xem (?:tất cả|thêm|tiếp)|tất cả)\s*[»›>→+.…]*$",
    re.IGNORECASE,
)
_MORE_ENDS = ("all", "more", "stories", "news", "cả", "thêm", "tiếp")
_SHORTEST_HEADING, _LONGEST_HEADING = 4, 60
_BRACKET = regex(
    r"[(\[]\s?(?:compiled|reporting|report|writing|written|editing|edited|additional reporting|translated|with inputs?|"
    r"with agency|with agencies|with reporting|web editor|editors?|this (?:story|article|report)|"
    r"the (?:story|writer|author)|tổng hợp|biên dịch|lược dịch|người dịch)\b[^()\[\]]{0,240}[)\]]\.?$",
    re.IGNORECASE,
)


def unglued(line: Line, language: str) -> Iterator[Line]:
    """The line in pieces, each of which is one thing; one that is set aside already stays whole."""
    if line.reason:
        yield line
        return
    if line.text[0].isdigit() and (stamped := margins.stamped(line.text[:_LEAST])):
        stamp, line = line.cut(stamped)
        yield stamp
    if "Licensing Rights" in line.text and (licensed := _LICENSED.search(line.text)):
        caption, line = line.cut(licensed.end())
        caption.reason = Reason.CAPTION
        yield caption
        if not line.text:
            return
    if len(line.text) <= _LONGEST_HEADING and (head := _headed(line.text)):
        line, link = line.cut(head)
        link.reason = Reason.WIDGET
        yield line
        yield link
        return
    if line.text.startswith("![](") and (image := _IMAGE.match(line.text)) and len(line.text) - image.end() > _LEAST:
        mark, line = line.cut(image.end())
        mark.reason = Reason.CAPTION
        yield mark
    if line.text.startswith(_BY) and len(line.text) > _LEAST and (by := _by_agency().match(line.text)):
        byline, line = line.cut(by.end())
        byline.reason = Reason.BYLINE
        yield byline
    for piece in captions.unglued(line):
        for part in _without_scenes(piece, language):
            if part.reason:
                yield part
            else:
                yield from _without_edges(part)


def _headed(text: str) -> int:
    """How many characters of a line with a link behind it are the heading of a section; 0 where it is none."""
    if not text.rstrip("»›>→+.… ").lower().endswith(_MORE_ENDS) or not (link := _MORE.search(text)):
        return 0
    heading = text[: link.start()]
    if len(heading) < _SHORTEST_HEADING:
        return 0  # "and more"
    return len(heading) if regions.read_heading(heading) or subjects.is_heading(heading) else 0


@cache
def _by_agency() -> re.Pattern[str]:
    """A byline in front of a teaser: "By Agency NAIROBI: Kenya's police …", "By Ann Lee LIMA (Agency) – Judges …"."""
    wires = "|".join(map(re.escape, sorted(media.printed_names_of_wires(), key=len, reverse=True)))
    return re.compile(
        rf"[Bb][Yy] (?:[\w.'’&-]{{1,20}},? (?:/ )?){{0,7}}?(?:The )?"
        rf"(?:{wires}|Agencies|Deutsche Welle|Agence France Presse)\s(?:[-–—] )?"
        r"(?=[\"“‘A-Z])"
        r"|[Bb]y (?:[^\W\d_][\w.'’-]{0,20},? ){2,9}?"
        rf"(?=[A-ZÀ-Þ][A-ZÀ-Þ/ .'’-]{{2,40}}(?:, [\w .]{{2,20}})?\s?\((?:{wires})\)\s?[-–—_])"
        r"|[Bb]y (?:[^\W\d_a-z][\w.'’-]{0,20} ){1,3}[^\W\d_a-z][\w.'’-]{1,20}: (?=[\"“‘A-Z])"
    )


_LABELLED = regex(  # what a picture shows and whose it is, between two sentences
    r"(?<=[.!?”\"]\s)(?:Ảnh|Hình|Photo|Picture)\s?:\s[^.!?:]{12,110}?[-–—(]\s?(?:Nguồn|Source)\s?:\s[^.!?:]{2,40}\.(?=\s|$)"
)


def _without_scenes(line: Line, language: str) -> Iterator[Line]:
    """The line; a sentence in it that tells what a picture shows is a caption glued to the others."""
    while line.text.find(": ") > 0 and (
        labelled := _LABELLED.search(line.text)
    ):  # "… of May. Ảnh: A ship. It sailed …"
        goes_on = line.goes_on
        before, line = line.cut(labelled.start())
        before.goes_on = goes_on
        scene, behind = line.cut(labelled.end() - labelled.start())
        scene.reason = Reason.CAPTION
        yield before
        yield scene
        if not behind.text:
            return
        behind.goes_on, line = True, behind
    found = None
    if _LEAST_AROUND < len(line.text) <= _LONGEST_AROUND and not line.pictured:
        found = scenes.glued(line.text, language) or _credited_within(line.text)
    if found is None:
        yield line
        return
    if found.start:
        before, line = line.cut(found.start)
        yield before
    scene, behind = line.cut(found.end - found.start)
    scene.reason = Reason.CAPTION
    yield scene
    if behind.text:
        behind.goes_on = found.start > 0
        if not found.start and len(behind.text) < _LEAST and agencies.names_one(behind.text):
            behind.reason = Reason.CAPTION  # "REUTERS/Jane Roe"
        yield behind


def _credited_within(text: str) -> Span | None:
    """A picture's credit between two sentences, with the one in front of it where that has no verb."""
    if "/" not in text or not (found := _WITHIN.search(text, _LEAST // 2)):
        return None
    told = sentences.split(text, 0, found.start())
    shows = len(told) > 1 and told[-1].end - told[-1].start <= _LONGEST_SHOWN and not _VERB.search(told[-1].of(text))
    return Span(told[-1].start if shows else found.start(), found.end())


def _without_edges(line: Line) -> Iterator[Line]:
    """The line without a bracket about its authors, or a sentence that speaks for the page, at its end."""
    text = line.text
    closed = len(text) > _LEAST and (text[-1] in ")]" or text[-2:] in (").", "]."))
    if closed and (found := _BRACKET.search(text, _LEAST // 2)):
        kept, bracket = line.cut(found.start())
        yield from _without_links(kept)
        yield bracket
    elif ("words" in text[-60:] or "oved." in text[-100:]) and (
        planned := _PLANNED.search(text, max(0, len(text) - _LONGEST_PLAN))
    ):
        kept, plan = line.cut(planned.start())
        yield from _without_links(kept)
        plan.reason = Reason.BYLINE
        yield plan
    elif " By " in text[-_LONGEST_SIGNED:] and (signed := _SIGNED.search(text, max(0, len(text) - _LONGEST_SIGNED))):
        kept, byline = line.cut(signed.start())
        yield from _without_links(kept)
        byline.reason = Reason.BYLINE
        yield byline
    elif behind := paragraph_ends.begins_at(text):
        kept, tail = line.cut(behind[0])
        yield from _without_links(kept)
        tail.reason = behind[1]
        yield tail
    elif (end := without_initials(text, 0, len(text))) < len(text):
        kept, byline = line.cut(end)
        yield from _without_links(kept)
        byline.reason = Reason.BYLINE
        yield byline
    elif text[-1] == ":" and (handed := _HANDS_OVER.search(text, max(0, len(text) - SHORT))):
        kept, last = line.cut(handed.start())
        yield from _without_links(kept)
        last.reason = Reason.WIDGET
        yield last
    elif (at := _last_sentence(text)) and speaks_for_the_page(text[at:]):
        kept, last = line.cut(at)
        last.reason = Reason.RELATED if furniture.leads_to_our_own(last.text) else None
        yield from _without_links(kept)
        yield last
    else:
        yield from _without_links(line)


def without_initials(text: str, start: int, end: int) -> int:
    """Where a text ends before the initials of who wrote it: "… were freed. H.T."."""
    if "." not in text[max(start, end - 3) : end]:
        return end
    found = _INITIALS.search(text, max(start, end - _LONGEST_INITIALS), end)
    return found.start() if found else end


def _last_sentence(text: str) -> int | None:
    """Where the last of several sentences begins, if it is short."""
    if len(text) <= SHORT:
        return None
    stops = _STOP.finditer(text, len(text) - SHORT, len(text) - _LEAST_LAST)
    ends = [stop.end() for stop in stops if text[stop.end()].isupper()]
    return ends[-1] if ends else None


def _without_links(line: Line) -> Iterator[Line]:
    """Sentences at a paragraph's head that print addresses, or say that a list follows, apart from the rest."""
    text = line.text
    if text.startswith(_INTRODUCTIONS):
        first = sentences.first(text, 0, min(len(text), SHORT))
        if first and first.end < len(text) and margins.introduces(first.of(text)):
            yield from line.cut(first.end)
            return
    if len(text) <= SHORT or not _URL.search(text, 0, _LINKED):
        yield line
        return
    end = at = 0
    for stop in _STOP.finditer(text, 0, 4 * _LINKED):
        if text[stop.end()].isupper():
            if not _URL.search(text, at, stop.end()):
                break
            end = at = stop.end()
    if 0 < end < len(text):
        yield from line.cut(end)
    else:
        yield line
