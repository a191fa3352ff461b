"""Where lines that credit agencies stand: beside an item, or at the page's top and foot, for all of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import agencies, media
from .credit_forms import LABEL, NOT_CREDITS, READ_AT, Aside, credit_of, is_dated
from .layouts import headline
from .patterns import regex
from .records import Item, Layout, PassageKind, Reason, Span

_HEAD = 110  # characters in which a dateline ends
_LONGEST_LINE = 120  # characters of a line that is a credit
_BESIDE = 3  # lines above or below an item that may credit it
_LONGEST_ALONE = 60  # characters of a line that is a credit where most items have one there
_BRACKETED = regex(r"[(\[]\s?([^\W\d_][^()\[\]]*?)\s?[)\]]")
_FOOT = 14  # lines below the last item that may credit the page
_MANY = 3  # items of a list
_DATELINE = regex(r"\(([^()\n]{2,30})\)\s?[-–—]{1,2}")
_STAMPED = regex(r"\s?\|\s?(?:updated|created|published|cập nhật|ngày|\d)", re.IGNORECASE)
_SUMMARY = regex(
    r"(?:['’]s)?\s(?:[\w-]+\s){0,3}?(?:news\s(?:summary|briefs?|round-?up|digest)|summary|headlines|in brief)\b",
    re.IGNORECASE,
)
_WRITTEN_BY = regex(r"(?:^|\|\s?)(?:written by|sources?\s?:)\s*([^\W\d_][^|]{1,40}?)\s*(?:\||$)", re.IGNORECASE)
_TOP = 300  # characters of a page in which its title stands
_ROUND_UP = regex(
    r"\b(?:điểm tin|tin vắn|tin nhanh|tin ngắn|điểm báo|tin (?:thế giới|quốc tế)|"
    r"thế giới (?:trong )?(?:24h|24 giờ|ngày|tuần)|round-?up|in brief|briefs?|briefing|news summary|"
    r"headlines|world news)\b",
    re.IGNORECASE,
)
_COMPILED = regex(
    r"[^\W\d_][\w.]*(?: [^\W\d_][\w.]*){0,4} ?\((?:theo|nguồn|tổng hợp|from|source)\b[^()]*\)\.?", re.IGNORECASE
)
_TRANSLATED = regex(r"[^\n]{0,3}[|•·–—-]\s?(?:biên |lược |người )?dịch\b", re.IGNORECASE)
_INITIALS = regex(r"[A-ZĐ]{2,3}")
_SIZES = ("TT", "Tt")  # buttons for the size of the letters, not the agency of Sweden
_PARAGRAPHS = (None, Reason.BACKGROUND, Reason.OTHER)  # why a paragraph may be set aside that is an item's
_SHORTEST_PARAGRAPH = 100  # characters
_PICTURES = regex(r"\b(?:nguồn|ảnh|source|photo)\b", re.IGNORECASE)  # what a caption ends with
_UNDERLINE = regex(r"\s*[-=_~*]{3,}[ \t]*$", re.MULTILINE)
_HOUR = regex(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|[ECP][SD]T))?", re.IGNORECASE)


# --- Beside an item


class Beside:
    """The lines between the items: those in front of the first, and those behind each."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.items = layout.items
        self.is_story = layout.name == "story"
        self.gaps: list[list[Aside]] = [[] for _ in range(len(layout.items) + 1)]
        ends = [item.start for item in layout.items]
        number = 0
        for passage in layout.passages:
            while number < len(ends) and ends[number] < passage.end:
                number += 1
            if passage.kind is PassageKind.EVENT:
                continue
            self.gaps[number] += _lines(text, passage.start, passage.end, passage.reason, passage.kind)
        self.above = self._style()
        self.alone = self._lines_of_their_own()

    def _style(self) -> bool:
        """Whether credits stand above their items: one is in front of the first, and as many above as below.

        Where hours stand between credits and items, most items must have both.
        """
        below = sum(any(credit_of(aside) for aside in gap[:1]) for gap in self.gaps[1:])
        above = [any(credit_of(aside) for aside in gap[-1:]) for gap in self.gaps[:-1]]
        is_behind_all = self.gaps[-1] and credit_of(self.gaps[-1][0]) and self.gaps[-1][0].text[0] in "(["
        if is_behind_all and len(above) >= _MANY and below >= sum(above) - 1:
            return False  # "(D.K. - AFP)" below each, and one above whose item the page left out
        if above and above[0] and sum(above) >= below and (sum(above) > 1 or self.is_story or len(above) < _MANY):
            return True
        timed = [any(credit_of(aside) for aside in _without_the_hour(gap)[-1:]) for gap in self.gaps[:-1]]
        return sum(timed) > max(_MANY - 1, below, len(self.items) // 2) and timed[0]

    def _lines_of_their_own(self) -> bool:
        """Whether the line below most items is nothing but their credit, so that one there is one, too."""
        firsts = [gap[0] for gap in self.gaps[1:] if gap]
        credited = sum(credit_of(one) is not None for one in firsts)
        return not self.is_story and credited >= max(_MANY, len(self.items) // 2)

    def around(self, text: str) -> tuple[list[Aside], Aside | None, list[Aside]]:
        """What stands above a story's text, its last words, and what stands below."""
        first = self.items[0].body[0].start if self.items and self.items[0].body else 0
        last = self.items[-1].body[-1] if self.items and self.items[-1].body else None
        words = Aside(last.start, last.of(text), None, heading=False) if last else None
        below = [aside for aside in self.gaps[-1] if last is None or aside.start >= last.end]
        return [aside for gap in self.gaps for aside in gap if aside.start < first], words, below

    def at_the_end_of(self, item: Item) -> tuple[Span, ...]:
        """The credit on the item's last line, where the lines below most items are theirs."""
        start = self.text.rfind("\n", item.start, item.end) + 1
        if not self.alone or self.above or start <= item.start:
            return ()
        last = next(_lines(self.text, start, item.end, None, PassageKind.EVENT), None)
        found = credit_of(last) if last else None
        return (found,) if found else ()

    def _at_the_end_of(self, aside: Aside) -> Span | None:
        """The credit behind a paragraph of the item's that was set aside: "… most of them in the capital. - AP"."""
        if aside.heading or aside.reason not in _PARAGRAPHS or len(aside.text) < _SHORTEST_PARAGRAPH:
            return None
        if _PICTURES.search(aside.text[-_LONGEST_ALONE:]):
            return None
        _, named = headline.trailing_credit(self.text, aside.start, aside.start + len(aside.text))
        return next((span for span in named if agencies.names_only(span.of(self.text))), None)

    def hours(self) -> int:
        """How many entries behind the first are headed by nothing but the time of day."""
        return sum(1 for gap in self.gaps[1:] for aside in gap if _HOUR.fullmatch(aside.text))

    def of(self, number: int) -> tuple[Span, ...]:
        """The credits of the item with that number that stand on lines of their own beside it."""
        lines = self.gaps[number][-_BESIDE:][::-1] if self.above else self.gaps[number + 1][:_BESIDE]
        linked = None
        if self.alone and not self.above and lines and (printed := _alone(lines[0])):
            return (printed,)
        if lines and not self.above and not self.is_story and (ends := self._at_the_end_of(lines[0])):
            return (ends,)
        for aside in lines:
            if found := credit_of(aside):
                if self.is_story and _INITIALS.fullmatch(aside.text) and not agencies.is_certain(aside.text):
                    continue  # a reporter's
                if self.is_story and is_dated(aside) and found.of(self.text) not in media.printed_names_of_wires():
                    continue  # the paper's own: "Civil Georgia, Tbilisi / 2 Feb. 2013"
                if not READ_AT.match(aside.text):
                    return (found,)
                linked = linked or (None if self.is_story else found)
            if aside.heading or (self.is_story and aside.reason is Reason.RELATED):
                break
        return (linked,) if linked else ()


def _alone(aside: Aside) -> Span | None:
    """A short line that is in brackets, or begins with a medium's name: "[BTA]", "Tut.by (in exile) / dpa"."""
    words = aside.text
    if aside.heading or len(words) > _LONGEST_ALONE or words[-1] in ".!?:":
        return None
    inner = _BRACKETED.fullmatch(words)
    if inner and (agencies.is_credit(inner[1]) or inner[1].isupper()):
        return Span(aside.start + inner.start(1), aside.start + inner.end(1))
    known = agencies.opening(words)
    return (
        Span(aside.start, aside.start + len(words))
        if known and not words[known : known + 2].strip().isalpha()
        else None
    )


def _without_the_hour(gap: list[Aside]) -> list[Aside]:
    """What stands above an item, without the line right above it that only tells when it was printed."""
    timed = len(gap) > 1 and gap[-1].reason is Reason.BYLINE and credit_of(gap[-1]) is None
    return gap[:-1] if timed and any(map(str.isdigit, gap[-1].text)) else gap


def _lines(text: str, start: int, end: int, reason: Reason | None, kind: PassageKind) -> Iterator[Aside]:
    at = start
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped and stripped not in _SIZES:
            yield Aside(at + line.index(stripped), stripped, reason, kind is PassageKind.HEADING)
        at += len(line) + 1


# --- The page's


def without_headings(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """A round-up's credits without the lines below items that head what follows.

    Those are underlined, or hold nothing but a name that is a word, too, where no other item has its credit there.
    """
    lines = [_own_line(text, item, spans) for item, spans in zip(items, found, strict=True)]
    alone = sum(line is not None for line in lines) == 1
    return [
        () if line and _heads_what_follows(text, line, spans[0].of(text), alone=alone) else spans
        for line, spans in zip(lines, found, strict=True)
    ]


def _own_line(text: str, item: Item, spans: Sequence[Span]) -> Span | None:
    """The line below an item's text that holds its credit, and little else."""
    if not spans:
        return None
    start, end = text.rfind("\n", 0, spans[0].start) + 1, text.find("\n", spans[-1].end)
    end = len(text) if end < 0 else end
    return Span(start, end) if start > item.start and end - start <= _LONGEST_LINE else None


def _heads_what_follows(text: str, line: Span, name: str, *, alone: bool) -> bool:
    if line.of(text).strip() != name:
        return False
    return bool(_UNDERLINE.match(text, line.end)) or (alone and not agencies.is_certain(name))


def of_the_page(text: str, layout: Layout, found: list[tuple[Span, ...]], beside: Beside) -> list[tuple[Span, ...]]:
    """The credits, with what the page credits as a whole.

    A wire whose summary is reprinted, or a dateline over all entries, is every item's, and a story's main event's. What
    a round-up names at its foot says of none of its items who reported it.
    """
    if layout.name != "story":  # "Nguồn: The Economist | Biên dịch: …" over a page that is translated as a whole
        found = [
            () if spans and spans[-1].end <= item.start and _is_a_translators(text, spans[-1]) else spans
            for item, spans in zip(layout.items, found, strict=True)
        ]
    if not found or all(found):
        return found
    if layout.name != "story" and len(found) >= _MANY:
        found = [*found[:-1], () if _is_the_pages(text, layout, found) else found[-1]]
    credited = [number for number, spans in enumerate(found) if spans]
    dateline = _in_the_first_dateline(beside.gaps[0])
    if dateline and not credited:
        return [(dateline,)] * len(found)
    if len(found) >= _MANY and (masthead := _in_the_masthead(text, beside.gaps[0])):
        if layout.name == "story":
            return [found[0] or (masthead,), *found[1:]]
        return [spans or (masthead,) for spans in found]
    if credited == [0] and beside.hours() >= _MANY - 1 and found[0][0].start < layout.items[0].end:
        return [found[0]] * len(found)  # "(all times local):"
    if layout.name == "story" and not _ROUND_UP.search(text, 0, _TOP):
        foot = next((credit for aside in beside.gaps[-1][:_FOOT] if (credit := _labelled(aside))), None)
        return [(foot,), *found[1:]] if foot and not found[0] else found
    if (
        credited == [len(found) - 1]
        and len(found) >= _MANY
        and _on_a_line_of_its_own(text, layout.items[-1], found[-1])
    ):
        return [()] * len(found)
    if len(found) >= _MANY and found[-1] and not any(_is_compiled(text, spans) for spans in found[:-1]):
        return [*found[:-1], ()] if _is_compiled(text, found[-1]) else found
    return found


def _is_the_pages(text: str, layout: Layout, found: list[tuple[Span, ...]]) -> bool:
    """Whether the last item's credit stands on a line below it, where none of the others has one: the page's foot."""
    if not found[-1] or found[-1][0].start < layout.items[-1].end:
        return False
    start = found[-1][0].start
    if text[text.rfind("\n", 0, start) + 1 : start].rstrip().endswith((".", "!", "?")):
        return False  # behind a sentence of the item's that was set aside
    return not any(
        spans and spans[0].start >= item.end for item, spans in zip(layout.items[:-1], found[:-1], strict=True)
    )


def _is_a_translators(text: str, credit: Span) -> bool:
    """Whether the line that a credit stands on names who translated the page."""
    return bool(_TRANSLATED.match(text, credit.end))


def _is_compiled(text: str, spans: Sequence[Span]) -> bool:
    """Whether the credits stand behind a reporter's name on a line: "Minh Anh (Theo AFP, BBC)"."""
    if not spans:
        return False
    line = text[text.rfind("\n", 0, spans[0].start) + 1 :].partition("\n")[0].strip()
    return len(line) <= _LONGEST_LINE and _COMPILED.fullmatch(line) is not None


def _on_a_line_of_its_own(text: str, item: Item, spans: Sequence[Span]) -> bool:
    """Whether the credits stand behind the item's text on a line that says nothing else."""
    line = text[text.rfind("\n", 0, spans[0].start) + 1 :].partition("\n")[0].strip()
    return spans[0].start > item.start and len(line) <= _LONGEST_LINE and headline.whole_credit(line) is not None


def _in_the_first_dateline(asides: Sequence[Aside]) -> Span | None:
    """One dateline for all: "BOGOTA, Colombia (AP) — The latest on … (all times local):"."""
    for aside in asides:
        found = _DATELINE.search(aside.text, 0, _HEAD) if aside.reason not in NOT_CREDITS else None
        if found and agencies.names_only(found[1]):
            return Span(aside.start + found.start(1), aside.start + found.end(1))
    return None


def _in_the_masthead(text: str, asides: Sequence[Aside]) -> Span | None:
    """The wire service whose summary a site reprints, or who wrote the page, in its first lines.

    "Reuters | Updated: 27-01-2023 05:31", "Xinhua world news summary at 0030 GMT", "… | Written by RNZ | …".
    """
    above = [aside for aside in asides if aside.reason not in NOT_CREDITS or aside.reason is Reason.SUMMARY]
    for aside in (*above, *_lines(text, 0, min(_TOP, len(text)), None, PassageKind.SET_ASIDE)):
        if len(aside.text) > _LONGEST_LINE:
            continue
        name = aside.text.partition("|")[0].strip()
        length = agencies.opening(aside.text)
        if length and aside.text[:length].casefold() in media.names_of_wires():
            behind = aside.text[length:]
            if _STAMPED.match(behind) or _SUMMARY.match(behind):
                return Span(aside.start, aside.start + length)
        if _STAMPED.match(aside.text, len(name)) and agencies.opening(name, glued=True) == len(name):
            return Span(aside.start, aside.start + len(name))
        written = _WRITTEN_BY.search(aside.text)
        if written and agencies.names_only(written[1]):
            return Span(aside.start + written.start(1), aside.start + written.end(1))
    return None


def _labelled(aside: Aside) -> Span | None:
    """A credit that says itself that it is one: "(Theo AFP, Reuters)", "Source: BBC"."""
    if aside.heading or not (LABEL.match(aside.text) or aside.text[0] in "(["):
        return None
    return credit_of(aside)
