"""Bytes become text: encodings, normal form, and what is refused."""

import unicodedata

import pytest

from events.extraction.formats import decode
from events.extraction.records import ArticleRefused, Refusal

VIETNAMESE = "Tổng thống Ukraine cảnh báo về nguy cơ chiến sự kéo dài. Đại sứ Đức ở Hà Nội đã gặp Ngoại trưởng.\n" * 3
ENGLISH = "The “café” in São Paulo – Brazil’s biggest – was naïve about tariffs.\n" * 3


def _cp1258(text: str) -> bytes:
    """Windows-1258 keeps a vowel's tone as a combining mark of its own."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = b""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += (base + "".join(part for part in parts if part in tones)).encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (VIETNAMESE.encode(), VIETNAMESE, "utf-8"),
        (b"\xef\xbb\xbf" + VIETNAMESE.encode(), VIETNAMESE, "utf-8"),
        (VIETNAMESE.encode("utf-16"), VIETNAMESE, "utf-16"),
        (VIETNAMESE.encode("utf-16-le"), VIETNAMESE, "utf-16-le"),
        (VIETNAMESE.encode("utf-16-be"), VIETNAMESE, "utf-16-be"),
        (_cp1258(VIETNAMESE), VIETNAMESE, "cp1258"),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (unicodedata.normalize("NFD", VIETNAMESE).encode(), VIETNAMESE, "utf-8"),
        (VIETNAMESE.replace("\n", "\r\n").encode(), VIETNAMESE, "utf-8"),
        (VIETNAMESE.replace("\n", "\r").encode(), VIETNAMESE, "utf-8"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "cp1258", "cp1252", "nfd", "crlf", "cr"],
)
def test_encodings(raw, text, encoding):
    decoded = decode(raw)
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert decoded.media_type == "text/plain"


def test_a_nul_becomes_the_replacement_character_so_that_offsets_hold():
    assert decode(b"Peru\x00votes on Sunday and Chile waits.").text == "Peru\ufffdvotes on Sunday and Chile waits."


def test_a_text_cut_in_the_middle_of_a_letter_is_still_read():
    decoded = decode(VIETNAMESE.encode()[:-30])
    cut = decode(VIETNAMESE.encode() + "Đ".encode()[:1])
    assert decoded.encoding == cut.encoding == "utf-8"
    assert cut.text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b" \n\t\r\n", Refusal.NO_TEXT),
        ("\u2028\u00a0\n".encode(), Refusal.NO_TEXT),
        (b"%PDF-1.7 ...", Refusal.DAMAGED),
        (b"PK\x03\x04rest of a zip", Refusal.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n....", Refusal.NOT_TEXT),
        (b"\xff\xd8\xff\xe0 a photograph", Refusal.NOT_TEXT),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Refusal.NOT_TEXT),
        (bytes(range(256)) * 40, Refusal.NOT_TEXT),
        (b"\x00" * 1000, Refusal.NOT_TEXT),
        (b"<html><head><title>Nothing</title></head><body><script>alert(1)</script></body></html>", Refusal.NO_TEXT),
    ],
)
def test_refused(raw, refusal):
    with pytest.raises(ArticleRefused) as refused:
        decode(raw)
    assert refused.value.code is refusal


def test_a_web_page_is_read_as_the_words_a_reader_sees():
    page = (
        "<!DOCTYPE html><html><head><title>Site</title><style>p {color: red}</style></head><body>"
        "<nav>Home <a href='/'>World</a></nav><!-- <p>hidden</p> --><h1>Peru &amp; Chile\n talk</h1>"
        "<p>Peru met <b>Chile</b> in&nbsp;Lima.</p><script>document.write('<p>no</p>')</script>"
        "<form><p>They signed &lt;nothing&gt;.</p></form></body></html>"
    )
    decoded = decode(page.encode())
    assert decoded.media_type == "text/html"
    assert [line for line in decoded.text.splitlines() if line] == [
        "Peru & Chile talk",
        "Peru met Chile in Lima.",
        "They signed <nothing>.",
    ]


def test_a_text_that_only_mentions_markup_stays_a_text():
    assert decode(b"The minister wrote <b>no</b> on the wall.").text == "The minister wrote <b>no</b> on the wall."
