"""The leads of other articles that a page prints amid the paragraphs of one: cut off, or below a link to theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from events.extraction import sentences
from events.extraction.layouts.blocks import NamesIn, parties_in
from events.extraction.layouts.told import goes_on, stems_of, turns
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST_PARAGRAPH = 60  # characters
_LEAST_WHOLE = 2  # paragraphs of an article beside which one that breaks off is another's
_LEAST_HEADLINE, _LONGEST_HEADLINE = 22, 140  # characters
_CUT_OFF = regex(r"(?:…|\.{3,4}|\[(?:…|\.{3})\])(?:\s?(?:Read [Mm]ore|READ MORE|[Xx]em thêm|[Đđ]ọc tiếp)\W*)?$")
_LONGEST_END = 20  # characters that hold this
_AND_SO_ON = regex(r"[^\W\d_],\s[^.;:!?…]{2,50}$")  # "gạo, muối, dầu ăn..."
_LABEL = 30  # characters
_ASIDE = ("...", "…")  # an aside amid the text: "...formerly the Gold Coast..."
_IN_HALVES = 12  # characters from which on what is printed twice in a line is a link's words and its picture's
_QUOTES = "\"“'‘«"


def among(lines: Sequence[Line], fate: Mapping[int, Reason], names_in: NamesIn, language: str) -> list[Line]:
    """Paragraphs of other articles, with their headlines. `fate`: what is known to be set aside of them."""
    aside = [id(line) in fate or line.reason is not None for line in lines]
    told = [
        not out and sentences.is_paragraph(line.text, _LEAST_PARAGRAPH) for line, out in zip(lines, aside, strict=True)
    ]
    return [*_cut_off(lines, aside, told, language), *_linked(lines, aside, told, names_in, language)]


def _cut_off(lines: Sequence[Line], aside: Sequence[bool], told: Sequence[bool], language: str) -> Iterator[Line]:
    """Those that break off, beside an article that does not."""
    broken = [at for at, line in enumerate(lines) if not aside[at] and breaks_off(line.text, language)]
    if not broken or sum(told) - sum(told[at] for at in broken) < _LEAST_WHOLE:
        return
    first = next(at for at, out in enumerate(aside) if not out)
    for at in broken:
        above = lines[at - 1] if at - 1 > first and not aside[at - 1] else None
        if (
            above
            and _LEAST_HEADLINE <= len(above.text) <= _LONGEST_HEADLINE
            and not sentences.ends_like_one(above.text)
        ):
            yield above
        if at > first:
            yield lines[at]


def breaks_off(text: str, language: str) -> bool:
    """Whether a page cut a text off: "The council will decide on the…". In Vietnamese lists of things end like that."""
    if text.startswith(_ASIDE) or " " not in text:
        return False
    found = _CUT_OFF.search(text, max(0, len(text) - _LONGEST_END))
    return found is not None and not (language == "vi" and _AND_SO_ON.search(text, 0, found.start()))


def _linked(
    lines: Sequence[Line], aside: Sequence[bool], told: Sequence[bool], names_in: NamesIn, language: str
) -> Iterator[Line]:
    """Those that tell of what a link above them names, and name nobody whom the rest of the page names."""
    below = [at for at in range(1, len(lines)) if told[at] and _is_a_link(lines[at - 1])]
    if not below:
        return
    paragraphs = [line for line, is_told in zip(lines, told, strict=True) if is_told]
    named = Counter(name for line in paragraphs for name in parties_in(line, names_in))
    for at in below:
        own, text = parties_in(lines[at], names_in), lines[at].text
        takes_up = text[0] in _QUOTES or turns(text, language) or goes_on(text, language)
        if (
            own
            and not takes_up
            and all(named[name] == 1 for name in own)
            and _is_led(lines[at], lines[at - 1], language)
        ):
            yield lines[at]


def _is_led(line: Line, link: Line, language: str) -> bool:
    """Whether a paragraph tells of what the link above it names."""
    return not stems_of(line.text, language).isdisjoint(stems_of(link.text, language))


def _is_a_link(line: Line) -> bool:
    """Whether a line leads to another article; its picture's words may be the same."""
    if is_printed_twice(line.text):
        return line.reason in (Reason.RELATED, Reason.CAPTION)
    return line.reason is Reason.RELATED and ":" not in line.text[:_LABEL]  # "READ ALSO: …" stands inside a text


def is_printed_twice(text: str) -> bool:
    """Whether a line says the same twice: "Storm shuts the port of Suva Storm shuts the port of Suva"."""
    half = len(text) // 2
    return half >= _IN_HALVES and len(text) % 2 == 1 and text[half] == " " and text[:half] == text[half + 1 :]
