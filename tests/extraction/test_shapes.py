"""Pages drawn in short (drawn.py) are read as drawn, whatever way they are saved."""

import re
import textwrap
import unicodedata

import pytest

from events.extraction import extract
from events.extraction.records import Extraction, PassageKind

from .drawn import Page, Piece, pages
from .reading import assert_faithful, assert_tiled

CREDIT = re.compile(r"[\[(][^()]*[\])]\W*$")
PAGES = pages()
BY_NAME = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


def read(page: Page, text: str | None = None) -> Extraction:
    raw = (page.text if text is None else text).encode()
    return extract(raw, name=page.name, uploaded_on=page.uploaded)


def flat(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFC", text).lower())


def items_of(page: Page) -> list[tuple[Piece, list[Piece], str | None]]:
    """Each item: where it begins, how it goes on, the heading it stands under."""
    items: list[tuple[Piece, list[Piece], str | None]] = []
    section = None
    for piece in page.pieces:
        if piece.kind == "H":
            section = piece.text
        elif piece.kind == "E":
            items.append((piece, [], section))
        elif piece.kind == "+":
            items[-1][1].append(piece)
    return items


def differences(page: Page, extraction: Extraction) -> list[str]:
    """What is not as the page's letters say. Its offsets have to be those of the extracted text."""
    found: list[str] = []
    free = list(extraction.events)
    for begin, further, section in items_of(page):
        near = [event for event in free if event.start < begin.start + 30 and event.end > begin.start]
        if not near:
            found.append(f"missed: {begin.text}")
            continue
        event = min(near, key=lambda one: abs(one.start - begin.start))
        free.remove(event)
        kept = flat(event.text)
        found += [f"lost: {one.text}" for one in further if flat(CREDIT.sub("", one.text))[-25:] not in kept]
        if page.sections and flat(event.section or "") != flat(section or ""):
            found.append(f"section {event.section}: {begin.text}")
    either = {piece.start for piece in page.pieces if piece.kind == "?"}
    found += [f"no item: {event.text[:80]}" for event in free if event.start not in either]
    told = flat(" ".join(event.text for event in extraction.events))
    in_events = [passage for passage in extraction.passages if passage.kind is PassageKind.EVENT]
    for piece in page.pieces:
        inside = any(passage.start <= piece.start < passage.end for passage in in_events)
        if piece.kind == "X" and inside and flat(piece.text) and flat(piece.text) in told:
            found.append(f"leaked: {piece.text}")
    return found


@BY_NAME
def test_items_and_furniture_are_told_apart(page):
    extraction = read(page)
    assert differences(page, extraction) == []
    assert extraction.document.language == page.language
    if page.published != "either":
        assert str(extraction.document.published or "unknown") == page.published


@BY_NAME
def test_the_way_a_page_is_saved_does_not_matter(page):
    plain = outline_of(read(page))
    for text in (
        page.text.replace("\n", "\r\n"),
        "\ufeff" + page.text,
        unicodedata.normalize("NFD", page.text),
        re.sub(r"(?m)^(?=.)", "    ", page.text),
    ):
        assert outline_of(read(page, text)) == plain


@BY_NAME
def test_no_break_spaces_and_marks_without_width_do_not_matter(page):
    text = "\n".join("\u00a0" + line.replace(" ", "\u00a0", 2) + "\t\u200b" for line in page.text.split("\n"))
    extraction = read(page, text)
    assert outline_of(extraction) == outline_of(read(page))
    assert_tiled(extraction)
    assert_faithful(extraction)


@BY_NAME
def test_blank_lines_everywhere_say_nothing(page):
    text = re.sub(r"\n+", "\n\n", page.text)
    solid = re.sub(r"\n+", "\n", page.text)
    assert [flat(event.text) for event in read(page, text).events] == [
        flat(event.text) for event in read(page, solid).events
    ]


def outline_of(extraction: Extraction) -> list[tuple[str, str | None]]:
    return [(flat(event.text), flat(event.section or "")) for event in extraction.events]


def test_lines_broken_to_a_width_are_joined_again():
    page = next(page for page in PAGES if page.name == "vov-roundup-vi")
    text = "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in page.text.split("\n"))
    assert text.count("\n") > page.text.count("\n") + 5
    assert [flat(event.text) for event in read(page, text).events] == [flat(event.text) for event in read(page).events]
