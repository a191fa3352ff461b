"""PDF files that hold text: pages in order, lines joined to paragraphs again."""

from __future__ import annotations

import io
import re
import statistics

from events.extraction.formats.text import normalised
from events.extraction.patterns import regex
from events.extraction.records import ArticleRefused, Decoded, Refusal

_MOST_PAGES = 300
_MOST_CHARACTERS = 5_000_000
_FULL = 0.75  # of a usual line's length: a shorter line ends its paragraph
_BEGINS_ANEW = regex(r"\s*(?:[-*•–+]\s|\(?\d{1,3}[.)/]\s)")
_PAGE_NUMBER = regex(r"(?:page |trang )?[-–]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–]?", re.IGNORECASE)


def read(raw: bytes) -> Decoded:
    """The file's text. Raises ArticleRefused: DAMAGED, PROTECTED, TOO_MUCH, SCAN (pictures of pages only)."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleRefused(Refusal.PROTECTED)
        if len(reader.pages) > _MOST_PAGES:
            raise ArticleRefused(Refusal.TOO_MUCH, f"{len(reader.pages)} pages")
        pages, length = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > _MOST_CHARACTERS:
                raise ArticleRefused(Refusal.TOO_MUCH, f"more than {_MOST_CHARACTERS} characters")
    except ArticleRefused:
        raise
    except (FileNotDecryptedError, WrongPasswordError, DependencyError) as problem:
        raise ArticleRefused(Refusal.PROTECTED) from problem
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
    ) as problem:
        raise ArticleRefused(Refusal.DAMAGED, "no readable PDF") from problem
    if not "".join(pages).strip():
        raise ArticleRefused(Refusal.SCAN)
    text = "\n\n".join(_paragraphs(_lines(pages))).replace("\x00", "\ufffd")
    return Decoded(normalised(text), "utf-8", "application/pdf")


def _lines(pages: list[str]) -> list[str]:
    """All lines without the page numbers at the edges of pages; a page's end is no paragraph's end."""
    lines: list[str] = []
    for page in pages:
        of_page = page.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        while of_page and _PAGE_NUMBER.fullmatch(of_page[0].strip()):
            of_page.pop(0)
        while of_page and (not of_page[-1].strip() or _PAGE_NUMBER.fullmatch(of_page[-1].strip())):
            of_page.pop()
        lines += of_page
    return lines


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines that fill the page's width run on in the next; others end a paragraph."""
    lengths = [len(line.strip()) for line in lines if len(line.strip()) > 20]
    width = statistics.quantiles(lengths, n=10)[-2] if len(lengths) > 3 else 0
    paragraphs: list[str] = []
    runs_on = False
    for line in lines:
        words = " ".join(line.split())
        if not words:
            runs_on = False
            continue
        if runs_on and not _BEGINS_ANEW.match(words):
            before = paragraphs[-1]
            hyphenated = before.endswith("-") and before[-2:-1].isalpha() and words[0].islower()
            paragraphs[-1] = before[:-1] + words if hyphenated else f"{before} {words}"
        else:
            paragraphs.append(words)
        runs_on = bool(width) and len(words) >= _FULL * width
    return paragraphs
