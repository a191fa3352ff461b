"""Files that hold several articles: zip archives, and e-mails with files attached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from events.extraction.formats import mail, zips
from events.extraction.records import ArticleRefused, Refusal

_UNSEEN = ("__MACOSX/", "Thumbs.db", "desktop.ini")


class Member(NamedTuple):
    """One file out of a container. `refusal` says why its bytes are not there."""

    name: str
    raw: bytes
    refusal: Refusal | None = None


def is_container(raw: bytes) -> bool:
    """Whether the bytes hold files of their own; a Word document, which is a zip file too, does not."""
    if raw.startswith(zips.SIGNATURES):
        return not zips.is_word(raw)
    return mail.is_mail(raw) and bool(mail.attachments(raw))


def members(raw: bytes, *, largest: int) -> Iterator[Member]:
    """The files of a container, one at a time; those longer than `largest` bytes come without theirs.

    An e-mail with attachments comes first itself, as a letter. Raises ArticleRefused: DAMAGED, PROTECTED, TOO_MUCH,
    NO_TEXT (nothing in it).
    """
    return _of_zip(raw, largest) if raw.startswith(zips.SIGNATURES) else _of_mail(raw)


def _of_zip(raw: bytes, largest: int) -> Iterator[Member]:
    with zips.opened(raw) as archive:
        files = [member for member in archive.infolist() if not member.is_dir() and not _is_unseen(_name(member))]
        if not files:
            raise ArticleRefused(Refusal.NO_TEXT, "nothing in the archive")
        for file in files:
            if file.file_size > largest:
                yield Member(_name(file), b"", Refusal.TOO_LARGE)
                continue
            try:
                yield Member(_name(file), zips.content(archive, file))
            except ArticleRefused as refused:
                yield Member(_name(file), b"", refused.code)


def _of_mail(raw: bytes) -> Iterator[Member]:
    if mail.has_words(raw):
        yield Member("", raw)
    for name, content in mail.attachments(raw):
        yield Member(name, content)


def _is_unseen(name: str) -> bool:
    return name.startswith(_UNSEEN) or name.endswith(_UNSEEN) or name.rpartition("/")[2].startswith(".")


def _name(member) -> str:
    """Old programs write names in the system's encoding, which zip readers take for cp437."""
    if member.flag_bits & 0x800:  # said to be UTF-8
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
