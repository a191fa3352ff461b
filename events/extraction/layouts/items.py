"""Drafts made into items: headline, text and credits, each as spans of the document."""

from __future__ import annotations

from events.extraction.boilerplate import without_pipes
from events.extraction.layouts import headline
from events.extraction.layouts.blocks import Draft
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Item, Span
from events.extraction.remembered import remembered

_WORD = regex(r"\w+")
_TELLING = 5  # words: so short a text may be printed twice by chance, but not under the same headline
_KEY_WORDS = 40  # of an item's text by which it is known again


def item(text: str, draft: Draft) -> Item:
    """The item a draft's lines make up."""
    first, *others = draft.lines
    credits = list(draft.extra_credits)
    if draft.opening.credit:
        credits.append(_shifted(draft.opening.credit, first.start))
    start, end = first.start + draft.opening.length, _end(first)
    title: Span | None = None
    body: list[Span] = []
    kept_end, found = headline.trailing_credit(text, start, end)
    credits += found
    if draft.titled:
        title, rest = headline.split(text, start, max(kept_end, start + 1))
    else:
        rest = Span(start, kept_end)
    if rest and rest.start < rest.end:
        body.append(rest)
    for line in others:
        whole = headline.whole_credit(line.text)
        if whole:
            credits.append(_shifted(whole, line.start))
            continue
        begin = line.start + line.marker
        kept_end, found = headline.trailing_credit(text, begin, _end(line))
        credits += found
        if kept_end > begin:
            body.append(Span(begin, kept_end))
    section = draft.section
    return Item(
        start=first.start,
        end=draft.lines[-1].end,
        title=title,
        body=tuple(body),
        credits=tuple(credits),
        section=_as_printed(section.text) if section else None,
        section_span=Span(section.start, section.end) if section else None,
        lead=draft.lead,
        place=_shifted(draft.opening.place, first.start) if draft.opening.place else None,
    )


def _end(line: Line) -> int:
    return line.start + len(without_pipes(line.text))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _as_printed(heading: str) -> str:
    """A heading without list sign and closing colon; with its number, as it is printed."""
    return heading.strip(" *#=_[]•●▪■►+|:–-<>«»‹›→")


class Told:
    """Items read so far, by which a second printing is known."""

    def __init__(self) -> None:
        self.texts: set[tuple[str, ...]] = set()
        self.titles: set[tuple[str, ...]] = set()
        self.whole: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()

    def before(self, text: str, one: Item) -> bool:
        """Whether the document printed this item already; remembers it."""
        title = _key(one.title.of(text)) if one.title else ()
        body = _key(" ".join(span.of(text)[:1000] for span in one.body[:1])) if one.body else ()
        if not body:
            doubled = bool(title) and title in self.titles
        else:
            doubled = (len(body) > _TELLING and body in self.texts) or (bool(title) and (title, body) in self.whole)
            self.texts.add(body)
            self.whole.add((title, body))
        if title:
            self.titles.add(title)
        return doubled


@remembered(512)  # each way to cut a page has many of the same items
def _key(words: str) -> tuple[str, ...]:
    low = words.lower()
    opening = _WORD.findall(low[: 10 * _KEY_WORDS])
    is_whole = len(opening) > _KEY_WORDS or len(low) <= 10 * _KEY_WORDS
    return tuple((opening if is_whole else _WORD.findall(low))[:_KEY_WORDS])
