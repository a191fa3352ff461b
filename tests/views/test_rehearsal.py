"""Trying a text: its events are shown, nothing is stored before it is kept."""

import base64
import io
import threading

import docx
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import extraction, ingest, rehearsal, resemblance, uploads, vocabulary, wakeups
from events.models import Alias, Article, Upload
from events.models.article import sha256_of
from tests.builders import keep_originals_in, make_country, make_editor

pytestmark = pytest.mark.django_db

PAGE = "/articles/rehearse/"
TEXT = """\
EUROPE

*Norway sends <b>tents</b> to Laos: On November 5, Norway sent tents and water plants to Laos after the floods. (NTB)

Comment (0)
"""


@pytest.fixture(autouse=True)
def desk(client, tmp_path, settings, monkeypatch):
    keep_originals_in(tmp_path, settings)
    monkeypatch.setattr(wakeups, "send", lambda ids: True)
    cache.clear()
    vocabulary.sync()
    user = make_editor()
    client.force_login(user)
    return user


def test_the_events_are_shown_with_their_facts_and_nothing_is_stored(client):
    answer = client.post(PAGE, {"text": TEXT, "reference_date": "2024-11-06"})
    assertContains(answer, "1 event would be read")
    assertContains(answer, "Nothing is stored yet.")
    for fact in ("5 November 2024", "Norway", "Laos", "NTB", "Aid"):
        assertContains(answer, fact)
    assertContains(answer, 'data-kind="heading"')
    assertContains(answer, "Set aside: ")
    assertContains(answer, "&lt;b&gt;tents&lt;/b&gt;")
    assertContains(answer, '<mark class="evidence"')
    assert not Article.objects.exists()
    assert not Upload.objects.exists()


def test_what_is_kept_is_what_was_tried_with_the_same_settings(client, desk):
    raw = TEXT.replace("\n", "\r\n").encode()
    tried = client.post(
        PAGE,
        {
            "files": SimpleUploadedFile("wrap.txt", raw),
            "language": "en",
            "reference_date": "2024-11-06",
            "publisher": "Wire",
        },
    )
    original = base64.b64encode(raw).decode()
    assertContains(tried, f'name="original" value="{original}"')
    assertContains(tried, 'name="name" value="wrap.txt"')
    answer = client.post(
        PAGE,
        {
            "original": original,
            "name": "wrap.txt",
            "language": "en",
            "reference_date": "2024-11-06",
            "publisher": "Wire",
            "keep": "1",
        },
    )
    assertRedirects(answer, f"/articles/?batch={Upload.objects.get().batch}", status_code=303)
    article = Article.objects.get()
    assert (article.name, article.sha256, article.uploaded_by) == ("wrap.txt", sha256_of(raw), desk)
    assert (article.language_given, article.publisher_given, str(article.reference_date_given)) == (
        "en",
        "Wire",
        "2024-11-06",
    )


def test_a_text_that_is_here_already_is_said_to_be(client, desk):
    article = uploads.accept(text=TEXT, name="first.txt").uploads[0].article
    ingest.parse_and_store(article.pk)
    resemblance.compare_left()
    answer = client.post(PAGE, {"text": f"{TEXT}\nRead on."})
    assertContains(answer, "The same text as")
    assertContains(answer, f'<a href="/articles/{article.pk}/">first.txt</a>')
    uploads.withdraw(article, desk)
    assertNotContains(client.post(PAGE, {"text": f"{TEXT}\nRead on."}), "The same text as")


def test_spellings_of_the_desk_are_used(client):
    Alias.objects.create(text="Fjordland", country=make_country("NO"))
    assertContains(client.post(PAGE, {"text": TEXT.replace("Norway", "Fjordland")}), "Norway")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Nothing was sent."),
        ({"text": "  "}, "Nothing was sent."),
        ({"files": SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\x00")}, "This kind of file cannot be read."),
        ({"files": SimpleUploadedFile("a.txt", b"")}, "The file is empty."),
        ({"files": SimpleUploadedFile("a.zip", b"PK\x05\x06" + bytes(18))}, "This holds several files."),
        ({"original": "no base64!"}, "This page is out of date."),
        ({"text": "x" * (rehearsal.LARGEST + 1)}, "This is too long to be tried here."),
        ({"text": TEXT, "language": "fr"}, "Choose one of the list."),
    ],
)
def test_what_cannot_be_tried_is_said(client, given, sentence):
    answer = client.post(PAGE, given)
    assertContains(answer, sentence, status_code=422)
    assertNotContains(answer, "would be read<", status_code=422)


def test_a_small_file_that_holds_a_long_text_is_not_tried(client):
    page, packed = docx.Document(), io.BytesIO()
    page.add_paragraph("Talks. " * 160_000)
    page.save(packed)
    assert len(packed.getvalue()) < rehearsal.LARGEST
    answer = client.post(PAGE, {"files": SimpleUploadedFile("long.docx", packed.getvalue())})
    assertContains(answer, "This is too long to be tried here.", status_code=422)


def test_what_cannot_be_kept_is_said(client):
    answer = client.post(PAGE, {"original": base64.b64encode(b"\xff\xd8\xff").decode(), "name": "a", "keep": "1"})
    assertContains(answer, "This kind of file cannot be read.", status_code=422)
    assert not Article.objects.exists()


def test_one_person_cannot_try_without_end(client, monkeypatch):
    monkeypatch.setattr(rehearsal, "PER_MINUTE", 1)
    assert client.post(PAGE, {"text": TEXT}).status_code == 200
    assertContains(client.post(PAGE, {"text": TEXT}), "Try again in a minute.", status_code=429)
    client.force_login(make_editor())
    assert client.post(PAGE, {"text": TEXT}).status_code == 200


def test_a_slow_reading_is_left_and_lets_nobody_else_in_until_it_ends(client, monkeypatch):
    go_on, extract = threading.Event(), extraction.extract
    monkeypatch.setattr(extraction, "extract", lambda *args, **named: go_on.wait() and extract(*args, **named))
    monkeypatch.setattr(rehearsal, "SECONDS", 0.05)
    monkeypatch.setattr(rehearsal, "WAIT", 0.05)
    assertContains(client.post(PAGE, {"text": TEXT}), "takes too long to be tried here", status_code=422)
    assertContains(client.post(PAGE, {"text": TEXT}), "Try again in a moment.", status_code=429)
    go_on.set()
    monkeypatch.setattr(rehearsal, "SECONDS", 60)
    monkeypatch.setattr(rehearsal, "WAIT", 60)
    assert client.post(PAGE, {"text": TEXT}).status_code == 200


def test_the_upload_page_leads_here(client):
    page = client.get("/articles/upload/")
    assertContains(page, f'formaction="{PAGE}"')
    assertContains(page, f'href="{PAGE}"')
