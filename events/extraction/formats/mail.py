"""E-mails as saved by mail programs (.eml): the subject, the day it was sent, and the words of the letter."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage, MIMEPart

from events.extraction.formats import html, text
from events.extraction.patterns import regex
from events.extraction.records import Decoded

_HEADER = regex(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*")
_OF_LETTERS = {b"from", b"to", b"subject", b"date", b"message-id"}
_OF_MACHINES = {b"mime-version", b"message-id", b"received", b"return-path", b"dkim-signature", b"content-type"}
_LOOKED_AT = 64_000  # bytes; headers are at the top
_MOST_ATTACHMENTS = 100


def is_mail(raw: bytes) -> bool:
    """Whether the bytes begin with the headers every e-mail has (RFC 5322); no article begins so."""
    top = raw[:_LOOKED_AT]
    if not _HEADER.match(top):
        return False
    head = re.split(rb"\r?\n\r?\n", top, maxsplit=1)[0]
    names = set()
    for line in head.splitlines():
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not line.startswith((b" ", b"\t")):
            return False
    return len(names & _OF_LETTERS) >= 2 and bool(names & _OF_MACHINES)


def read(raw: bytes) -> Decoded:
    """The letter. Its sender and receivers are nobody's business and left out."""
    message = _parsed(raw)
    words = _words(message.get_body(preferencelist=("plain", "html")))
    sent = getattr(message["date"], "datetime", None)
    day = f"{sent.day} {sent:%B} {sent.year}" if sent else ""
    subject = " ".join(str(message["subject"] or "").split())
    parts = [subject, f"Date: {day}" if day else "", words.strip()]
    whole = "\n\n".join(part for part in parts if part).replace("\x00", "\ufffd")
    return Decoded(text.normalised(whole.replace("\r\n", "\n").replace("\r", "\n")), "utf-8", "message/rfc822")


def has_words(raw: bytes) -> bool:
    """Whether the letter itself says anything beside what is attached."""
    return bool(_words(_parsed(raw).get_body(preferencelist=("plain", "html"))).strip())


def attachments(raw: bytes) -> list[tuple[str, bytes]]:
    """Name and bytes of the files that came with the letter."""
    files = []
    for part in _parsed(raw).iter_attachments():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content and part.get_content_disposition() == "attachment":
            files.append((part.get_filename() or "", content))
        if len(files) == _MOST_ATTACHMENTS:
            break
    return files


def _words(body: MIMEPart | None) -> str:
    raw = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(raw, bytes) or not raw:
        return ""
    decoded = _as_declared(raw, body.get_content_charset()) or text.read(raw)
    return html.read(decoded).text if body.get_content_type() == "text/html" else decoded.text


def _as_declared(raw: bytes, charset: str | None) -> Decoded | None:
    """The bytes in the encoding the letter names; None where it names none or a wrong one."""
    try:
        return Decoded(raw.decode(charset or ""), charset or "", "text/plain")
    except (LookupError, UnicodeDecodeError):
        return None


def _parsed(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)  # type: ignore[return-value]
