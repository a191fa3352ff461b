"""Items that lost their sign, or never had one, among others that have theirs."""

from __future__ import annotations

from events.extraction import date_phrases, places, sentences
from events.extraction.date_phrases import Kind
from events.extraction.layouts import agency, dateline
from events.extraction.layouts.blocks import NamesIn, Opening
from events.extraction.layouts.told import goes_on
from events.extraction.lines import Line
from events.extraction.records import Span

_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
_NEAR_DAY, _DAY_WORD = 40, 6  # characters behind a country in which its day is read; of " ngày "
_LONGEST_PLACE, _LEAST_PARAGRAPH = 50, 60  # characters
_LATE = 60  # characters in front of a paragraph's first name: somebody else acts there
_SHORTEST_PLACE = 3  # letters
_LEAST_UNSIGNED = 3  # items without a sign among those that have one
_QUOTES = "\"“'‘«"


def add_lone_places(lines: list[Line], openings: list[Opening | None]) -> None:
    """Let a country that stands alone on its line open an item, as others do in front of theirs: "Nepal:"."""
    for i, line in enumerate(lines[:-1]):
        if openings[i] or line.reason or not places.is_one(line.text):
            continue
        below = lines[i + 1]
        if openings[i + 1] or below.reason or not sentences.ends_like_one(below.text):
            continue
        if line.text.endswith(":") or (line.text.isupper() and _opens_the_next(lines, openings, i + 2)):
            openings[i] = Opening(0, place=Span(0, len(line.text.rstrip(":"))))


def _opens_the_next(lines: list[Line], openings: list[Opening | None], at: int) -> bool:
    """Whether an item opens in capitals at a line, so that one paragraph stands above it."""
    return at < len(lines) and openings[at] is not None and lines[at].text[:_SHORTEST_PLACE].isupper()


def add_unsigned(lines: list[Line], openings: list[Opening | None], sign: str) -> None:
    """Let places open items that lost their bullet: "Zambia: …", several among dashed ones."""
    placed = {
        i: begun
        for i, line in enumerate(lines)
        if not line.reason
        and not openings[i]
        and ":" in line.text[:_LONGEST_PLACE]
        and (begun := dateline.opening(line))
    }
    placed = {i: begun for i, begun in placed.items() if begun.place and lines[i].text[begun.place.end :][:1] == ":"}
    if len(placed) >= _LEAST_UNSIGNED:
        for i, begun in placed.items():
            openings[i] = Opening(begun.length, begun.credit, begun.place, sign)


def add_placed(lines: list[Line], openings: list[Opening | None], *, starred: bool) -> None:
    """Let paragraphs with a dateline open items, where a part of the page has such and another has bullets.

    Where datelines stand behind the signs as well, a sign only says which items are new: "* LIMA - …" over "CUZCO - …".
    Among items with stars (`starred`) only that tells.
    """
    placed: dict[int, Opening] = {}
    behind = 0  # right below a bullet, which may be their headline
    before: int | None = None
    for i, line in enumerate(lines):
        if line.reason:
            continue
        if not openings[i] and len(line.text) >= _LEAST_PARAGRAPH and line.text[:4].isupper():
            begun = dateline.opening(line)
            if begun and (begun.place or begun.credit) and begun.length and before is not None:
                signed = agency.opening(line)  # "KYODO (Japan). …" opens with no place
                placed[i] = signed if signed and signed.credit else begun
                above = lines[before].text  # a headline, or an item of its own: "… at its border (Some Paper)"
                behind += openings[before] is not None and not (sentences.ends_like_one(above) or above[-1] in ")]")
        before = i
    first, final = (next(iter(placed)), openings[max(placed) :]) if placed else (0, [])
    amid = any(openings[:first]) and any(final)  # a single one stands among them, with its dash
    amid = amid and lines[first].text[: placed[first].length].rstrip()[-1] in "-–—"
    if (len(placed) > 1 or amid) and ((not starred and 2 * behind <= len(placed)) or _are_placed(lines, openings)):
        for i, begun in placed.items():
            openings[i] = begun


def _are_placed(lines: list[Line], openings: list[Opening | None]) -> bool:
    """Whether most items with a sign have a place in capitals behind it."""
    signed = [line.cut(begun.length)[1] for line, begun in zip(lines, openings, strict=True) if begun]
    placed = sum(1 for line in signed if line.text[:3].isupper() and (begun := dateline.opening(line)) and begun.place)
    return 2 * placed > len(signed)


def gives_a_day(line: Line, language: str) -> bool:
    """Whether a paragraph's first sentence says on which day it happened."""
    first = sentences.first(line.text, 0, len(line.text))
    found = date_phrases.find(line.text, first.start, first.end, language) if first else ()
    return any(phrase.kind in _DAYS for phrase in found)


def is_first_of_a_country(line: Line, names_in: NamesIn) -> bool:
    """Whether the first name in a paragraph is a country's; a body's may well go on with the item before."""
    first = next(iter(names_in([Span(line.start, line.end)])), None)
    return first is not None and first.kind == "country"


def is_of_others(line: Line, before: list[Line], names_in: NamesIn, language: str) -> bool:
    """Whether a paragraph is first about someone the item before does not name, and does not point back to it."""
    if (
        before[-1].text[-1] == ":"
        or not sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)
        or line.text[0] in _QUOTES
        or goes_on(line.text, language)
    ):
        return False
    named = names_in([Span(line.start, line.end)])
    told = names_in([Span(one.start, one.end) for one in before])
    first = named[0] if named else None
    definite = line.text.startswith("The ") and line.text[4:5].islower()
    if first and definite and first.start - line.start > _LATE:  # "The opposition said … when East African leaders …"
        return False
    if first is None or first.kind == "person":
        return False
    if first.start == line.start and first.kind == "country" and told and first.value != told[0].value:
        at = first.end - line.start  # "Philippines ngày 6/8 bác bỏ …", whomever the item before names later on
        if any(phrase.start - at <= _DAY_WORD for phrase in date_phrases.find(line.text, at, at + _NEAR_DAY, language)):
            return True
    return not {mention.value for mention in told}.intersection(one.value for one in named)
