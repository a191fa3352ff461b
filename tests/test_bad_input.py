"""Odd and hostile files through the whole path, with the real extraction: a sentence or a correct parse, never more."""

import random
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from events import ingest, messages, uploads, wakeups
from events.models import Article, Event
from tests.builders import keep_originals_in

GOOD = b"""Europe
*Norway, Latvia meet in Oslo: On November 18, Norway's Foreign Minister Kari Moe met Latvian envoys in Oslo. (AFP)
"""
BINARY = random.Random(1).randbytes(50_000)
WORDS = " ".join(f"Word{number:05d}" for number in range(100_000))


@pytest.fixture(autouse=True)
def quiet_storage(settings, tmp_path, monkeypatch):
    keep_originals_in(tmp_path, settings)
    monkeypatch.setattr(wakeups, "send", lambda ids: True)


def take(raw: bytes, name: str = "file.txt") -> Article | str:
    """Upload and parse as the site does, beside a good file; the article, or the code of its refusal."""
    batch = uploads.accept([SimpleUploadedFile(name, raw), SimpleUploadedFile("good.txt", GOOD)])
    for upload in batch.uploads:
        if upload.article_id:
            ingest.parse_and_store(upload.article_id)
    odd, good = batch.uploads
    good.article.refresh_from_db()
    assert (good.article.status, good.article.events.count()) == ("parsed", 1)  # nothing else is disturbed
    if odd.article is None:
        return odd.refusal
    odd.article.refresh_from_db()
    return odd.article


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t\n ", "no-text", id="white space"),
        pytest.param(b"\xef\xbb\xbf", "no-text", id="a byte-order mark and nothing else"),
        pytest.param(BINARY, "not-text", id="binary"),
        pytest.param(bytes(100_000), "not-text", id="nothing but NUL"),
        pytest.param(b"GIF89a" + BINARY, "not-text", id="picture"),
        pytest.param(b"x" * (30 * 1024 * 1024), "too-large", id="30 MB"),
        pytest.param(b"<html><head><script>alert(1)</script></head><body></body></html>", "no-text", id="no words"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_code(db, raw, code):
    result = take(raw)
    assert (result.failure if isinstance(result, Article) else result) == code
    assert messages.sentence(code) != messages.sentence(messages.Failure.UNEXPECTED)


def test_nul_bytes_in_a_text_are_shown_as_unreadable_letters(db):
    article = take(GOOD.replace(b"Norway's", b"Nor\x00way's"))
    assert article.status == "parsed"
    assert "Nor\ufffdway's" in article.text
    assert article.events.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_other_encodings_are_read(db, encoding):
    text = "Châu Âu\n*Pháp, Đức hội đàm: Ngày 18/11, Thủ tướng Pháp gặp Thủ tướng Đức tại Paris. (AFP)\n"
    raw = text.encode(encoding) if encoding != "cp1258" else _cp1258(text)
    article = take(raw)
    assert article.status == "parsed"
    assert article.text.startswith("Châu Âu\n*Pháp, Đức hội đàm")
    assert article.events.get().region == "europe"


def _cp1258(text: str) -> bytes:
    """As old Windows wrote Vietnamese: a base letter, then the tone as a mark of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    decomposed = unicodedata.normalize("NFD", text)
    pieces, at = [], 0
    while at < len(decomposed):
        end = at + 1
        while end < len(decomposed) and unicodedata.combining(decomposed[end]):
            end += 1
        cluster = decomposed[at:end]
        tone = "".join(c for c in cluster if c in tones)
        pieces.append(unicodedata.normalize("NFC", "".join(c for c in cluster if c not in tones)) + tone)
        at = end
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"x" * 1_000_000, id="1 MB in one word"),
        pytest.param(b"word " * 200_000, id="1 MB in one line"),
        pytest.param(WORDS.encode(), id="1 MB of distinct capitalised words"),
        pytest.param(WORDS.lower().encode(), id="1 MB of distinct words"),
        pytest.param(b"\n" * 1_000_000 + b"x", id="1 MB of empty lines"),
        pytest.param(b"*" * 1_000_000, id="1 MB of stars"),
        pytest.param(b"(" * 200_000 + b"Reuters" + b")" * 200_000, id="brackets"),
        pytest.param(b"- \n* \n1. \n" * 30_000, id="markers without items"),
        pytest.param("a\u0301\u0323".encode() * 50_000, id="combining marks"),
    ],
)
def test_a_megabyte_of_anything_is_parsed_or_refused(db, raw):
    article = take(raw)
    assert article.status == "parsed" or article.failure in ("no-text", "not-text", "encoding")


def test_thousands_of_items_are_thousands_of_events(db):
    items = [
        f"*Envoy {n} visits Oslo: On November 18, envoy number {n} of Vietnam visited Oslo. (AFP)" for n in range(3000)
    ]
    article = take("\n".join(["Europe", *items]).encode())
    assert article.events.count() == 3000


def test_markup_never_becomes_markup(db, client):
    page = """<!doctype html><html><head><title>News</title><script>alert('head')</script></head><body>
    <h2>Europe</h2><p>*Norway &lt;script&gt;alert(1)&lt;/script&gt; meets Latvia: On November 18, Norway met Latvia in
    Oslo. (AFP)</p><img src=x onerror=alert(2)></body></html>"""
    article = take(page.encode())
    assert article.status == "parsed"
    assert "alert('head')" not in article.text
    shown = client.get("/events/").content.decode()
    assert "<script>alert" not in shown
    assert "onerror" not in shown


@pytest.mark.parametrize("name", ["../../../../tmp/evil.txt", "/etc/passwd", "\N{PILE OF POO}\u202e.txt", "x" * 4000])
def test_a_name_is_only_a_name(db, name, tmp_path):
    article = take(GOOD.replace(b"Kari", b"Siri"), name)
    assert article.status == "parsed"
    assert "/" not in article.name
    assert 0 < len(article.name) <= 255
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in kept} == set(Article.objects.values_list("sha256", flat=True))


def test_pasted_text_is_read_as_a_file_is(db):
    (upload,) = uploads.accept(text=GOOD.decode()).uploads
    ingest.parse_and_store(upload.article_id)
    assert Event.objects.get().title == "Norway, Latvia meet in Oslo"
