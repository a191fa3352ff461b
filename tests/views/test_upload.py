"""Handing articles in [contract]."""

import datetime
import html
import json
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains, assertRedirects

from events.models import Article, Upload
from tests.builders import make_article, make_editor, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calls")]

PAGE = "/articles/upload/"


def file(name: str = "wrap.txt", content: bytes = b"Talks went on in Oslo.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_the_form_states_its_limits(client, editor, settings):
    settings.MAX_UPLOAD_MB = 7
    assertContains(client.get(PAGE), "Up to 200 files at once, 7 MB each.")


def test_files_are_taken_in_and_the_editor_sees_them(client, editor, calls, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            PAGE, {"files": [file("a.txt"), file("b.txt", b"Other talks.")], "reference_date": "2024-11-01"}
        )
    batch = Upload.objects.first().batch
    assert answer.status_code == 303
    assert answer["Location"] == f"/articles/?batch={batch}"
    articles = Article.objects.order_by("pk")
    assert [(a.name, a.uploaded_by, a.reference_date_given) for a in articles] == [
        (name, editor, datetime.date(2024, 11, 1)) for name in ("a.txt", "b.txt")
    ]
    assert calls == [article.pk for article in articles]
    assertContains(client.get(answer["Location"]), 'data-status="queued"', count=2)


def test_a_pasted_text_is_an_article_too(client, editor):
    answer = client.post(PAGE, {"text": "Đàm phán ở Oslo.\n  Hai dòng.", "name": "Bản tin"})
    assert answer.status_code == 303
    article = Article.objects.get()
    assert article.name == "Bản tin"
    assert article.original.read() == "Đàm phán ở Oslo.\r\n  Hai dòng.".replace("\r\n", "\n").encode()


def test_good_files_go_on_when_others_are_refused(client, editor):
    answer = client.post(PAGE, {"files": [file(), file("empty.txt", b""), file("photo.jpg", b"\xff\xd8\xff\x00\x01")]})
    rows = client.get(answer["Location"]).content.decode()
    assert re.findall(r'data-status="(\w+)"', rows) == ["queued", "refused", "refused"]
    assert "The file is empty." in rows


def test_the_same_bytes_twice_open_the_first(client, editor):
    client.post(PAGE, {"files": [file()]})
    answer = client.post(PAGE, {"files": [file("again.txt")]})
    rows = client.get(answer["Location"])
    assertContains(rows, 'data-status="duplicate"')
    assertContains(rows, f'<a href="/articles/{Article.objects.get().pk}/">Already uploaded: open it.</a>')


@pytest.mark.parametrize("given", [{}, {"text": "   "}])
def test_nothing_at_all_is_answered_with_the_form(client, editor, given):
    answer = client.post(PAGE, given)
    assertContains(answer, "Nothing was sent.", status_code=422)
    assertContains(answer, 'enctype="multipart/form-data"', status_code=422)


def test_only_refused_files_are_answered_with_the_form_and_each_sentence(client, editor):
    answer = client.post(PAGE, {"files": [file("<b>empty</b>.txt", b""), file("photo.jpg", b"\xff\xd8\xff\x00\x01")]})
    assertContains(answer, "photo.jpg", status_code=422)
    assertContains(answer, "The file is empty.", status_code=422)
    assert "<b>empty" not in answer.content.decode()


@pytest.mark.parametrize("day", ["2024-13-01", "yesterday", "01/11/2024"])
def test_an_impossible_reference_date_is_said_beside_its_field(client, editor, day):
    answer = client.post(PAGE, {"text": "Talks.", "reference_date": day})
    assertContains(answer, "is not a day of the calendar", status_code=422)
    assertContains(answer, ">\nTalks.</textarea>", status_code=422)
    assert not Article.objects.exists()


def test_too_many_files_are_refused_in_one_sentence(client, editor, settings):
    settings.MAX_FILES_AT_ONCE = 2
    answer = client.post(PAGE, {"files": [file(f"{n}.txt", b"Talks %d." % n) for n in range(3)]})
    assertContains(answer, "At most 2 files at once.", status_code=422)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    answer = client.post(PAGE, {"files": [file(f"{n}.txt", b"Talks %d." % n) for n in range(3)]})
    assertContains(answer, "Too many files were sent at once.", status_code=400)


def test_only_editors_upload(client):
    assertRedirects(client.post(PAGE, {"text": "Talks."}), f"/accounts/login/?next={PAGE}")
    client.force_login(make_user())
    assertContains(client.get(PAGE), "This is not yours to do", status_code=403)
    assert client.post(PAGE, {"text": "Talks."}).status_code == 403
    assert not Article.objects.exists()


def test_a_form_without_its_token_changes_nothing(editor):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assertContains(strict.post(PAGE, {"text": "Talks."}), "Nothing was changed", status_code=403)
    assert not Article.objects.exists()


def test_other_methods_are_refused(client, editor):
    assert client.put(PAGE).status_code == 405


BATCH = uuid.UUID(int=7)
JSON = {"Accept": "application/json"}


def test_files_sent_one_by_one_are_one_upload(client, editor):
    answers = [
        client.post(PAGE, {"files": [file(f"{n}.txt", f"Talks {n}.".encode())], "batch": str(BATCH)}, headers=JSON)
        for n in (1, 2)
    ]
    uploads = Upload.objects.order_by("pk")
    assert [(u.batch, u.name) for u in uploads] == [(BATCH, "1.txt"), (BATCH, "2.txt")]
    for answer, upload in zip(answers, uploads, strict=True):
        assert answer.status_code == 201
        assert answer.json() == {"batch": f"/articles/?batch={BATCH}", "rows": [f"u{upload.pk}"]}
    rows = client.get(f"/articles/?batch={BATCH}")
    assertContains(rows, f'id="u{uploads[0].pk}"')


def test_a_refused_file_sent_alone_has_its_row_too(client, editor):
    answer = client.post(PAGE, {"files": [file("empty.txt", b"")], "batch": str(BATCH)}, headers=JSON)
    assert answer.status_code == 201
    assertContains(client.get(answer.json()["batch"]), 'data-status="refused"')


def test_an_upload_of_somebody_else_takes_nothing_in(client, editor):
    Upload.objects.create(batch=BATCH, name="a.txt", size=0, outcome="refused", uploaded_by=make_editor())
    for batch in (str(BATCH), "odd"):
        answer = client.post(PAGE, {"text": "Talks.", "batch": batch}, headers=JSON)
        assert answer.status_code == 422
        assert "This page is out of date." in answer.json()["title"]
        assertContains(client.post(PAGE, {"text": "Talks.", "batch": batch}), "out of date", status_code=422)
    assert not Article.objects.exists()


def test_what_is_wrong_is_told_to_the_script_as_one_sentence(client, editor):
    answer = client.post(PAGE, {"text": "Talks.", "reference_date": "soon"}, headers=JSON)
    assert answer.status_code == 422
    assert "is not a day of the calendar" in answer.json()["title"]


def test_the_page_tells_the_script_the_limits_in_the_words_of_the_server(client, editor, settings):
    settings.MAX_UPLOAD_MB = 7
    page = client.get(PAGE).content.decode()
    assert f'data-max-bytes="{7 * 1024 * 1024}"' in page
    assert 'data-max-files="200"' in page
    words = json.loads(html.unescape(re.search(r'data-words="([^"]*)"', page)[1]))
    assert words["empty"] == "The file is empty. Check that it was saved, then upload it again."
    assert "larger than 7 MB" in words["tooLarge"]
    assert all(words.values())


def test_each_page_has_a_batch_of_its_own(client, editor):
    batches = {re.search(r'data-batch="([^"]*)"', client.get(PAGE).content.decode())[1] for _ in range(2)}
    assert len(batches) == 2
    assert all(uuid.UUID(batch) for batch in batches)


def test_ones_own_last_uploads_stand_beside_the_form(client, editor):
    assertContains(client.get(PAGE), "Nothing yet.")
    make_article(name="mine.txt", uploaded_by=editor)
    make_article(name="theirs.txt", uploaded_by=make_editor())
    page = client.get(PAGE)
    assertContains(page, "mine.txt")
    assert "theirs.txt" not in page.content.decode()


def test_an_editor_names_the_language_and_source_of_all_files(client, editor):
    client.post(
        PAGE, {"files": [file("a.txt"), file("b.txt", b"Other.")], "language": "vi", "publisher": "Evening wire"}
    )
    given = set(Article.objects.values_list("language_given", "publisher_given"))
    assert given == {("vi", "Evening wire")}
    answer = client.post(PAGE, {"text": "Talks.", "language": "fr"})
    assertContains(answer, "Choose one of the list.", status_code=422)


def test_a_folder_can_be_chosen(client, editor):
    assertContains(client.get(PAGE), "webkitdirectory")
