"""The one door: `extract()` turns a file's bytes into events. Pure Python: no Django, database, clock or settings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from events.extraction.building import uncollected
from events.extraction.records import (
    Cut,
    Document,
    ExtractedEvent,
    Extraction,
    Passage,
    PassageKind,
    Reason,
    Vocabulary,
)
from events.extraction.remembered import forgetting

if TYPE_CHECKING:
    from events.extraction.lines import Line
    from events.extraction.records import Layout

__all__ = ["VERSION", "extract"]

_STAMPS = (Reason.BYLINE, Reason.WIDGET)  # what a stamp glued to a headline was set aside for
_BESIDE = (Reason.CAPTION, Reason.COPYRIGHT, Reason.ADVERTISEMENT, Reason.WIDGET, Reason.RELATED)
_LEAD, _LEADS = 6, 60  # lines of a story in which its dateline stands, and of a round-up in which those of its items do
VERSION = "13"  # changes when the same bytes may be read differently


@uncollected(for_good=False)
@forgetting()
def extract(
    raw: bytes,
    *,
    name: str,
    uploaded_on: datetime.date | None = None,
    reference_date: datetime.date | None = None,
    language: str | None = None,
    vocabulary: Vocabulary | None = None,
    cuts: Sequence[Cut] = (),
) -> Extraction:
    """Everything the file tells: its text, what it says about itself, its events, and what was set aside.

    `reference_date` is what "1 November" or "yesterday" is resolved against. Without it that is the publication day
    the text tells, else `uploaded_on`; with none of them years are unknown, and such dates stay None. `name` (the
    file's) is for messages only: the kind of file is told by its bytes. `language` (`en` or `vi`) is what an editor
    said it is; without it the words tell. `vocabulary` is what editors know on top of the packaged gazetteer. `cuts`
    are laid over the passages that the layouts find, in their order.

    Raises ArticleRefused when the bytes are no readable text, and nothing else. The same arguments give the same
    result, in time linear in the length of the text.
    """
    from events.extraction import choosing, coding, formats, layouts, publication, second_look
    from events.extraction.cuts import laid_over
    from events.extraction.language import detect
    from events.extraction.lines import plain, split
    from events.extraction.names import names_for

    decoded = formats.decode(raw)
    text, spoken = decoded.text, language or detect(decoded.text)
    tongue = spoken if spoken != "und" else "en"  # names and dates of an unclear text are looked for in English
    vocabulary = vocabulary or Vocabulary()
    plainly = plain(text)
    names = names_for(vocabulary).read(plainly, tongue)
    page = layouts.looked_at(plainly, tongue, names.within, names.country_of)
    layout = choosing.likeliest(page, layouts.cut(page))
    layout = second_look.taken(plainly, layout, tongue, names.within)
    lines = list(_without_glued_stamps(split(plainly), layout.passages))
    is_story = layout.name == "story"
    first_item = layout.items[0].start if layout.items else 0
    second_item = layout.items[1].start if len(layout.items) > 1 and not is_story else len(plainly)
    captions = {passage.start for passage in layout.passages if passage.reason is Reason.CAPTION}
    printed = publication.published(
        [line.text for line in lines],
        [line.text for line in lines if line.end <= first_item and line.start not in captions],
        _lead(lines, layout) if is_story else [line.text for line in lines if line.start >= first_item][:_LEADS],
        tongue,
        reference_date or uploaded_on,
        layout.source_url,
        [line.text for line in lines if line.start < second_item],
        is_story=is_story,
    )
    if cuts:
        layout = laid_over(text, layout, cuts)
    published = printed.date if printed else None
    reference = reference_date or published or uploaded_on
    events = coding.code(plainly, layout, names, tongue, reference, vocabulary, published)
    passages = layout.passages
    if plainly != text:
        events = tuple(_as_printed(event, plainly, text) for event in events)
        passages = _covering(passages, text)
    title = layout.title.of(text) if layout.title else events[0].title if layout.name == "story" and events else None
    document = Document(
        text=text,
        encoding=decoded.encoding,
        media_type=decoded.media_type,
        language=spoken,
        layout=layout.name,
        title=title,
        publisher=_publisher(layout.source_url),
        source_url=layout.source_url,
        published=published,
        reference_date=reference,
    )
    return Extraction(document, events, passages)


def _lead(lines: Iterable[Line], layout: Layout) -> list[str]:
    """The first lines of a story, and those of pictures and boxes among them."""
    beside = {passage.start for passage in layout.passages if passage.reason in _BESIDE}
    told = [line for line in lines if not layout.items or line.start >= layout.items[0].start]
    own = [place for place, line in enumerate(told) if line.start not in beside]
    return [line.text for line in told[: own[_LEAD - 1] + 1 if len(own) >= _LEAD else None]]


def _without_glued_stamps(lines: Iterable[Line], passages: Iterable[Passage]) -> Iterator[Line]:
    """The lines; a stamp glued to a text, at either end, is a line of its own, as it was set aside."""
    aside = [passage for passage in passages if passage.reason in _STAMPS]
    stamps = {passage.start: passage.end for passage in aside}
    behind = {passage.end: passage.start for passage in aside}
    for line in lines:
        if (end := stamps.get(line.start, line.end)) < line.end:
            yield from line.cut(end - line.start)
        elif (start := behind.get(line.end, line.start)) > line.start:
            yield from line.cut(start - line.start)
        else:
            yield line


def _as_printed(event: ExtractedEvent, plainly: str, text: str) -> ExtractedEvent:
    """The event with its words as the document prints them, its spaces too."""
    printed, at = [], event.start
    for line in event.text.split("\n"):
        found = plainly.find(line, at, event.end)
        at = found + len(line) if found >= 0 else at
        printed.append(text[found:at] if found >= 0 else line)
    title = plainly.find(event.title, event.start, event.end)
    return replace(
        event,
        title=text[title : title + len(event.title)] if title >= 0 else event.title,
        text="\n".join(printed),
    )


def _covering(passages: tuple[Passage, ...], text: str) -> tuple[Passage, ...]:
    """The passages widened over marks of no width between them, which are no white space."""
    if not passages and text.strip():
        return (Passage(0, len(text), PassageKind.SET_ASIDE, Reason.OTHER),)
    widened: list[Passage] = []
    at = 0
    for number, passage in enumerate(passages):
        start = passage.start if not text[at : passage.start].strip() else at
        end = passage.end
        if number == len(passages) - 1 and text[end:].strip():
            end = len(text)
        widened.append(replace(passage, start=start, end=end))
        at = end
    return tuple(widened)


def _publisher(url: str | None) -> str | None:
    """The website of the printed address."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
