"""Zip files (Word documents are zip files too): opened with care, since a small one may hold more than a disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from events.extraction.records import ArticleRefused, Refusal

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
MOST_MEMBERS = 2_000
MOST_BYTES = 100 * 1024 * 1024  # of all members together, unpacked
_MOST_RATIO = 200  # text shrinks to a tenth; what shrinks to less than a 200th was made to
_SMALL = 1024 * 1024  # bytes unpacked below which no ratio matters


def opened(raw: bytes) -> zipfile.ZipFile:
    """The archive, checked by its own list before anything is unpacked.

    Raises ArticleRefused: DAMAGED, PROTECTED (by a password), TOO_MUCH (unpacks to more than is sane).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
        raise ArticleRefused(Refusal.DAMAGED, "no zip file") from problem
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or total > MOST_BYTES:
        raise ArticleRefused(Refusal.TOO_MUCH, f"{len(members)} members, {total} bytes")
    if total > max(_SMALL, _MOST_RATIO * len(raw)):
        raise ArticleRefused(Refusal.TOO_MUCH, f"{len(raw)} bytes hold {total}")
    if any(member.flag_bits & 1 for member in members):
        raise ArticleRefused(Refusal.PROTECTED, "encrypted members")
    return archive


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes; never more than the archive's list promised. Raises ArticleRefused(DAMAGED)."""
    try:
        with archive.open(member) as file:
            raw = file.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as problem:
        raise ArticleRefused(Refusal.DAMAGED, member.filename) from problem
    if len(raw) > member.file_size:
        raise ArticleRefused(Refusal.TOO_MUCH, member.filename)
    return raw


def is_word(raw: bytes) -> bool:
    """Whether a zip file is a Word document."""
    return raw.startswith(SIGNATURES) and b"word/document.xml" in raw
