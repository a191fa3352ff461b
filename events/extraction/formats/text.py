"""Plain text: which encoding, and one normal form for everything that follows."""

from __future__ import annotations

import codecs
import unicodedata

from events.extraction.formats import vietnamese
from events.extraction.records import ArticleRefused, Decoded, Refusal

_BOMS = (  # the longer ones first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODEPAGES = ["utf_16", "cp1258", "cp1252"]  # what old Vietnamese and Western files are in; others only misread these
_SAMPLE = 200_000  # bytes the guess looks at
_MOST_CONTROLS = 0.02  # control characters a text may hold before it counts as binary
_MOST_BROKEN = 0.002  # characters of a text that may be unreadable
_MOST_STRANGE = 0.3  # accented letters among all of a text in a Western code page; French has about 0.04
_CONTROLS = [char for char in map(chr, range(32)) if char not in "\t\n\x0b\x0c\x1b"] + ["\ufffd"]
_NFC_STEP = 1024


def read(raw: bytes) -> Decoded:
    """The text and the encoding it was read in. Raises ArticleRefused (NOT_TEXT, ENCODING)."""
    text, encoding = _decoded(raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd").removeprefix("\ufeff")
    _refuse_binary(text)
    return Decoded(normalised(text), encoding, "text/plain")


def normalised(text: str) -> str:
    """NFC in linear time.

    unicodedata sorts a run of combining marks by insertion, so a hostile run of 100,000 takes a minute; cut into
    short steps, before ASCII characters wherever one is near, since those never combine with what stands before.
    """
    if text.isascii():
        return text
    pieces, at = [], 0
    while at < len(text):
        end = at + _NFC_STEP
        while end < min(len(text), at + 2 * _NFC_STEP) and not text[end].isascii():
            end += 1
        pieces.append(unicodedata.normalize("NFC", text[at:end]))
        at = end
    return "".join(pieces)


def _decoded(raw: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _as(raw, encoding), encoding.removesuffix("-sig")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        wide = _unmarked_utf16(raw)
        return (_as(raw, wide), wide) if wide else (text, "utf-8")
    if wide := _unmarked_utf16(raw):
        return _as(raw, wide), wide
    if _almost_utf8(raw):
        return raw.decode("utf-8", "replace"), "utf-8"
    _refuse_controls(raw)
    if old := vietnamese.guess(raw):
        return vietnamese.decode(raw, old), old
    encoding = _guessed(raw)
    text = _as(raw, encoding)
    _refuse_misread(text)
    return text, encoding


def _as(raw: bytes, encoding: str) -> str:
    text = raw.decode(encoding, "replace")
    if text.count("\ufffd") > max(3, _MOST_BROKEN * len(text)):
        raise ArticleRefused(Refusal.ENCODING, f"not valid {encoding}")
    return text


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without its mark shows as NUL bytes on one side of most pairs."""
    sample = raw[: _SAMPLE // 2 * 2]
    left, right = sample[::2].count(0), sample[1::2].count(0)
    pairs = max(1, len(sample) // 2)
    if right > 0.4 * pairs and left < 0.05 * pairs:
        return "utf-16-le"
    if left > 0.4 * pairs and right < 0.05 * pairs:
        return "utf-16-be"
    return None


def _almost_utf8(raw: bytes) -> bool:
    """A UTF-8 text with a few broken bytes, or cut in the middle of a letter."""
    text = raw[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = sum(1 for char in text if char > "\x7f") - broken
    return letters >= 20 * broken


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE], cp_isolation=_CODEPAGES).best()
    if best is None:
        raise ArticleRefused(Refusal.ENCODING)
    return codecs.lookup(best.encoding).name


def _refuse_controls(raw: bytes) -> None:
    sample = raw[:_SAMPLE]
    if sum(sample.count(byte) for byte in range(9)) > _MOST_CONTROLS * len(sample):
        raise ArticleRefused(Refusal.NOT_TEXT, "control characters")


def _refuse_misread(text: str) -> None:
    """A text of a Western language has few letters beyond ASCII; many are an unknown encoding's."""
    sample = text[:_SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    strange = sum(1 for char in letters if "\x7f" < char < "\u0100")
    if strange > _MOST_STRANGE * len(letters):
        raise ArticleRefused(Refusal.ENCODING, "no known encoding gives readable words")


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    controls = sum(map(sample.count, _CONTROLS))
    if controls > max(3, _MOST_CONTROLS * len(sample)):
        raise ArticleRefused(Refusal.NOT_TEXT, "control characters")
