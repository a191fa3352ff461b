"""Builders of the reading tests: documents of our own, and short ways to look at what came out."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from events.extraction import extract
from events.extraction.records import Extraction, PassageKind, Reason

DOCUMENTS = Path(__file__).parent / "documents"
UPLOADED = datetime.date(2025, 3, 5)


def read_document(name: str, *, uploaded_on: datetime.date | None = UPLOADED, **fields) -> Extraction:
    """One of the documents beside these tests, extracted."""
    return extract((DOCUMENTS / name).read_bytes(), name=name, uploaded_on=uploaded_on, **fields)


def read_text(text: str, *, uploaded_on: datetime.date | None = UPLOADED, **fields) -> Extraction:
    """A text, extracted."""
    return extract(text.encode(), name="text.txt", uploaded_on=uploaded_on, **fields)


def printed(news: Iterable[tuple[object, ...]], form: str = "{}\n{}\n") -> str:
    """News as a page prints each of them: a headline and its text, or what else there is in the `form` it has."""
    return "".join(form.format(*one) for one in news)


def titles(extraction: Extraction) -> list[str]:
    return [event.title for event in extraction.events]


def set_aside(extraction: Extraction, reason: Reason) -> list[str]:
    """The words set aside for a reason."""
    text = extraction.document.text
    return [text[p.start : p.end] for p in extraction.passages if p.reason is reason]


def headings(extraction: Extraction) -> list[str]:
    text = extraction.document.text
    return [text[p.start : p.end] for p in extraction.passages if p.kind is PassageKind.HEADING]


def assert_tiled(extraction: Extraction) -> None:
    """Passages cover the text in order, without overlap, leaving out nothing but white space."""
    text, at = extraction.document.text, 0
    for passage in extraction.passages:
        assert at <= passage.start < passage.end <= len(text)
        assert not text[at : passage.start].strip()
        assert (passage.reason is not None) == (passage.kind is PassageKind.SET_ASIDE)
        at = passage.end
    assert not text[at:].strip()


def assert_faithful(extraction: Extraction) -> None:
    """Each event's lines and evidence stand verbatim in the text, the lines in order within its span."""
    text = extraction.document.text
    for event in extraction.events:
        at = event.start
        for line in event.text.split("\n"):
            found = text.find(line, at, event.end)
            assert found >= 0, line
            at = found + len(line)
        for evidence in event.evidence:
            if evidence.start is None:
                assert evidence.rule
            else:
                assert 0 <= evidence.start < evidence.end <= len(text)
