"""Bytes -> text, one module per format, each imported only when a file of its kind comes.

The kind is told by the bytes, never by the file's name.
"""

from __future__ import annotations

from events.extraction.records import ArticleRefused, Decoded, Refusal

# What a file starts with when it is no text (file(1)'s magic numbers); a text never starts so.
_BINARY_SIGNATURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # OLE: old Word, Excel
    b"{\\rtf",
    b"ID3",
    b"OggS",
    b"SQLite format 3\x00",
)
_HTML_OPENINGS = ("<!doctype html", "<html", "<head", "<body")


def refuse_other_kinds(raw: bytes) -> None:
    """Raises ArticleRefused(NOT_TEXT) where the first bytes tell a kind that is not read; cheap, made for uploads."""
    if raw.startswith(_BINARY_SIGNATURES) or (raw.startswith(b"RIFF") and raw[8:12] in (b"WAVE", b"WEBP", b"AVI ")):
        raise ArticleRefused(Refusal.NOT_TEXT, "starts like a binary file")


def decode(raw: bytes) -> Decoded:
    """The file's text: newlines as `\\n`, NFC, U+0000 replaced by U+FFFD.

    Raises ArticleRefused: EMPTY (no bytes), NOT_TEXT (another kind of file), ENCODING (text, but unreadable),
    NO_TEXT (nothing but white space, or markup without words), and for PDF and Word files DAMAGED, PROTECTED,
    TOO_MUCH, SCAN.
    """
    if not raw:
        raise ArticleRefused(Refusal.EMPTY)
    refuse_other_kinds(raw)
    decoded = _read(raw)
    if not decoded.text.strip():
        raise ArticleRefused(Refusal.NO_TEXT)
    return decoded


def _read(raw: bytes) -> Decoded:
    if raw.startswith(b"%PDF-"):
        from events.extraction.formats import pdf

        return pdf.read(raw)
    if raw.startswith(b"PK"):
        from events.extraction.formats import word, zips

        if zips.is_word(raw):
            return word.read(raw)
        if raw.startswith(zips.SIGNATURES):
            raise ArticleRefused(Refusal.NOT_TEXT, "a zip file is no article: unpack it first")
    if raw[:1].isalpha() and b":" in raw[:100]:
        from events.extraction.formats import mail

        if mail.is_mail(raw):
            return mail.read(raw)

    from events.extraction.formats import text

    decoded = text.read(raw)
    opening = decoded.text[:1000].lstrip("\ufeff \t\n").lower()
    if opening.startswith("<?xml"):
        opening = opening.partition(">")[2].lstrip()
    if opening.startswith(_HTML_OPENINGS):
        from events.extraction.formats import html

        return html.read(decoded)
    if "\n#" in decoded.text or opening.startswith("#"):
        from events.extraction.formats import markdown

        return markdown.read(decoded) if markdown.is_markdown(decoded.text) else decoded
    return decoded
