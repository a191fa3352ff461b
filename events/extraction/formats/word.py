"""Word documents (.docx): paragraphs and table cells in their order, list items with a dash before them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from events.extraction.formats import zips
from events.extraction.formats.text import normalised
from events.extraction.records import ArticleRefused, Decoded, Refusal

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(raw: bytes) -> Decoded:
    """The document's text, one paragraph a line. Raises ArticleRefused (DAMAGED, PROTECTED, TOO_MUCH)."""
    zips.opened(raw).close()

    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(raw))
        lines = list(_lines(document))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, IndexError) as problem:
        raise ArticleRefused(Refusal.DAMAGED, "no Word document") from problem
    text = "\n\n".join(lines).replace("\x00", "\ufffd")
    return Decoded(normalised(text), "utf-8", MEDIA_TYPE)


def _lines(document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if not isinstance(block, Table):
            yield from _paragraph(block)
            continue
        seen = set()
        for row in block.rows:
            for cell in row.cells:
                if cell._tc in seen:  # merged cells come once for each place they cover
                    continue
                seen.add(cell._tc)
                for paragraph in cell.paragraphs:
                    yield from _paragraph(paragraph)


def _paragraph(paragraph) -> Iterator[str]:
    text = paragraph.text.strip()
    if not text:
        return
    properties = paragraph._p.pPr
    in_list = properties is not None and properties.numPr is not None
    in_list = in_list or (paragraph.style is not None and (paragraph.style.name or "").startswith("List"))
    yield f"- {text}" if in_list and text[0] not in "-*•–" else text
