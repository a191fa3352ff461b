"""Handing files in: what is taken, what is refused with which sentence, and that nothing disturbs anything else."""

import datetime
import io
import threading
import uuid
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import connection

from events import messages, uploads, wakeups
from events.extraction.records import Refusal
from events.models import Article, Change, Upload
from events.models.article import sha256_of
from tests.brokers import closed_broker, silent_broker, unwritable_broker
from tests.builders import keep_originals_in, make_article, make_editor, make_event


@pytest.fixture
def woken(monkeypatch):
    """The ids that workers were called for."""
    ids: list[int] = []
    monkeypatch.setattr(wakeups, "send", lambda article_ids: ids.extend(article_ids) or True)
    return ids


@pytest.fixture(autouse=True)
def originals(settings, tmp_path):
    keep_originals_in(tmp_path, settings)
    return tmp_path


def file(content: bytes = b"Talks in Oslo.", name: str = "news.txt") -> UploadedFile:
    return SimpleUploadedFile(name, content)


def only(batch: uploads.Batch) -> Upload:
    (upload,) = batch.uploads
    return Upload.objects.get(pk=upload.pk)


def test_an_accepted_file_leaves_its_bytes_a_row_and_a_call(db, woken, django_capture_on_commit_callbacks):
    editor = make_editor()
    with django_capture_on_commit_callbacks(execute=True):
        batch = uploads.accept([file()], reference_date=datetime.date(2026, 11, 18), user=editor)
    upload = only(batch)
    article = Article.objects.get()
    assert (upload.outcome, upload.article, upload.batch) == ("accepted", article, batch.id)
    assert (article.status, article.uploaded_by, article.name) == ("queued", editor, "news.txt")
    assert article.reference_date_given == datetime.date(2026, 11, 18)
    assert article.original.open().read() == b"Talks in Oslo."
    assert (article.sha256, article.size) == (sha256_of(b"Talks in Oslo."), 14)
    assert woken == [article.pk]


def test_originals_lie_under_their_hash_whatever_the_file_is_called(db, woken, originals):
    uploads.accept([file(name="../../etc/passwd")])
    sha256 = Article.objects.get().sha256
    assert [path.relative_to(originals) for path in originals.rglob("*") if path.is_file()] == [
        (originals / sha256[:2] / sha256).relative_to(originals)
    ]


def test_pasted_text_is_an_article_named_by_its_first_line(db, woken):
    batch = uploads.accept(text="\n Tin thế giới 18/11 \nNgày 18-11, ...", name="")
    article = only(batch).article
    assert article.name == "Tin thế giới 18/11".replace("/", " ")
    assert article.original.open().read().decode() == "\n Tin thế giới 18/11 \nNgày 18-11, ..."


def test_pasted_text_may_be_named(db, woken):
    assert only(uploads.accept(text="Talks in Oslo.", name="oslo")).name == "oslo"


def test_nothing_handed_in_is_an_empty_batch(db, woken):
    batch = uploads.accept([], text="  \n")
    assert batch.uploads == []
    assert batch.nothing_accepted


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", Refusal.EMPTY, id="empty"),
        pytest.param(b"{\\rtf1 ...", Refusal.NOT_TEXT, id="rich text"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), Refusal.NOT_TEXT, id="picture"),
        pytest.param(b"PK\x03\x04" + bytes(100), Refusal.DAMAGED, id="zip"),
        pytest.param(b"a" * (1024 * 1024 + 1), Refusal.TOO_LARGE, id="too large"),
    ],
)
def test_a_bad_file_is_refused_with_its_sentence_and_the_good_one_goes_on(db, woken, settings, content, code):
    settings.MAX_UPLOAD_MB = 1
    batch = uploads.accept([file(content, "bad"), file()])
    refused, accepted = Upload.objects.filter(batch=batch.id)
    assert (refused.outcome, refused.refusal, refused.article) == ("refused", code, None)
    assert accepted.outcome == "accepted"
    assert not batch.nothing_accepted
    assert Article.objects.count() == 1
    assert messages.sentence(refused.refusal).endswith((".",))


def test_an_archive_becomes_a_row_for_each_file_it_holds(db, woken, django_capture_on_commit_callbacks):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("monday/one.txt", "Talks in Oslo.")
        archive.writestr("two.txt", "Drill off Busan.")
        archive.writestr("empty.txt", "")
    with django_capture_on_commit_callbacks(execute=True):
        batch = uploads.accept([file(raw.getvalue(), "week.zip")])
    rows = Upload.objects.filter(batch=batch.id)
    assert [(row.name, row.outcome) for row in rows] == [
        ("one.txt (week.zip)", "accepted"),
        ("two.txt (week.zip)", "accepted"),
        ("empty.txt (week.zip)", "refused"),
    ]
    assert sorted(woken) == sorted(Article.objects.values_list("pk", flat=True))


def test_a_batch_of_refused_files_says_that_nothing_was_accepted(db, woken):
    assert uploads.accept([file(b"")]).nothing_accepted


def test_30_megabytes_are_refused_without_reading_them(db, woken):
    class Huge(SimpleUploadedFile):
        def read(self, *args):
            raise AssertionError("read")

    huge = Huge("huge.txt", b"")
    huge.size = 30 * 1024 * 1024
    assert only(uploads.accept([huge])).refusal == Refusal.TOO_LARGE


def test_the_same_bytes_twice_are_one_article(db, woken):
    first = only(uploads.accept([file(name="a.txt")])).article
    again = only(uploads.accept([file(name="b.txt")]))
    assert (again.outcome, again.article) == ("duplicate", first)
    assert Article.objects.count() == 1


def test_the_same_bytes_twice_in_one_batch_are_one_article(db, woken):
    uploads.accept([file(name="a.txt"), file(name="b.txt")])
    assert list(Upload.objects.values_list("outcome", flat=True)) == ["accepted", "duplicate"]


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_by_many_requests_at_once_are_one_article(woken):
    start = threading.Barrier(4)

    def request() -> None:
        start.wait()
        uploads.accept([file()])
        connection.close()

    threads = [threading.Thread(target=request) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcomes = sorted(Upload.objects.values_list("outcome", flat=True))
    assert outcomes == ["accepted", "duplicate", "duplicate", "duplicate"]
    assert Article.objects.count() == 1


def test_the_bytes_of_a_withdrawn_article_may_come_again(db, woken):
    old = only(uploads.accept([file()])).article
    uploads.withdraw(old, make_editor())
    new = only(uploads.accept([file()]))
    assert new.outcome == "accepted"
    assert new.article != old
    assert new.article.original.name == old.original.name


def test_a_half_written_original_is_not_taken_for_the_file(db, woken, originals):
    sha256 = sha256_of(b"Talks in Oslo.")
    (originals / sha256[:2]).mkdir()
    (originals / sha256[:2] / sha256).write_bytes(b"Talks")
    article = only(uploads.accept([file()])).article
    assert article.original.open().read() == b"Talks in Oslo."


def test_a_full_disk_refuses_with_a_sentence(db, woken, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads, "_keep", full)
    upload = only(uploads.accept([file()]))
    assert upload.refusal == messages.Failure.NOT_STORED
    assert "disk" in messages.sentence(upload.refusal)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\news\\today.txt", "today.txt"),
        (
            "tin \N{NEWSPAPER}\N{SMILING FACE WITH SUNGLASSES}.txt",
            "tin \N{NEWSPAPER}\N{SMILING FACE WITH SUNGLASSES}.txt",
        ),
        ("a\x00b\x07\n.txt", "ab.txt"),
        ("news\u202etxt.exe", "newstxt.exe"),
        ("\ud800.txt", ".txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("x" * 300, "x" * 255),
    ],
)
def test_names_are_made_fit_to_show(given, shown):
    assert uploads.clean_name(given) == shown


def test_names_never_reach_the_database_with_a_nul(db, woken):
    upload = file()
    upload._name = "a\x00b.txt"  # past Django's own check
    assert only(uploads.accept([upload])).name == "ab.txt"


def test_every_code_has_its_sentence_and_shows_nothing_technical():
    codes = [*Refusal, *messages.Failure]
    sentences = {messages.sentence(code) for code in codes}
    assert len(sentences) == len(codes)
    assert messages.sentence("") == ""
    assert messages.sentence("a code of another version") == messages.sentence(messages.Failure.UNEXPECTED)


# --- Withdraw, restore, try again


def test_withdrawing_takes_the_events_along_and_restoring_brings_them_back(db):
    event = make_event()
    editor = make_editor()
    uploads.withdraw(event.article, editor)
    assert not type(event).objects.visible().exists()
    uploads.restore(event.article, editor)
    assert type(event).objects.visible().get() == event
    assert list(Change.objects.order_by("pk").values_list("event_id", "kind")) == [
        (event.pk, "trashed"),
        (event.pk, "restored"),
    ]


def test_withdrawing_twice_is_recorded_once(db):
    event = make_event()
    editor = make_editor()
    uploads.withdraw(event.article, editor)
    uploads.withdraw(event.article, editor)
    assert Change.objects.count() == 1


def test_withdrawing_takes_the_lease_from_the_worker(db):
    article = make_article(status="queued")
    Article.objects.claim(article.pk)
    uploads.withdraw(article, make_editor())
    article.refresh_from_db()
    assert (article.status, article.lease_token) == ("queued", None)
    assert Article.objects.claim(article.pk) is None


def test_an_unfinished_article_is_parsed_after_restoring(db, woken, django_capture_on_commit_callbacks):
    article = make_article(status="queued")
    editor = make_editor()
    uploads.withdraw(article, editor)
    with django_capture_on_commit_callbacks(execute=True):
        uploads.restore(article, editor)
    assert woken == [article.pk]


def test_restoring_beside_the_same_file_is_refused_with_a_sentence(db):
    editor = make_editor()
    old = make_article()
    uploads.withdraw(old, editor)
    make_article(sha256=old.sha256)
    with pytest.raises(ValidationError, match="uploaded again meanwhile"):
        uploads.restore(old, editor)
    old.refresh_from_db()
    assert old.trashed_at is not None


@pytest.mark.parametrize(("status", "queued"), [("failed", True), ("parsed", True), ("queued", False)])
def test_trying_again_queues_what_is_finished(db, woken, django_capture_on_commit_callbacks, status, queued):
    article = make_article(status=status, attempts=3, failure="crashed" if status == "failed" else "")
    with django_capture_on_commit_callbacks(execute=True):
        assert uploads.parse_again(article) is queued
    article.refresh_from_db()
    assert article.status == "queued"
    assert woken == ([article.pk] if queued else [])
    if queued:
        assert (article.attempts, article.failure) == (0, "")


# --- Broker down


@pytest.mark.parametrize("dead", ["closed", "silent", "unwritable"])
def test_an_upload_is_stored_though_the_broker_is_dead(db, dead, tmp_path, django_capture_on_commit_callbacks):
    dead_broker = {
        "closed": closed_broker,
        "silent": silent_broker,
        "unwritable": lambda: unwritable_broker(tmp_path),
    }[dead]
    with dead_broker():
        with django_capture_on_commit_callbacks(execute=True):
            upload = only(uploads.accept([file()]))
        assert wakeups.send([upload.article_id]) is False
        assert wakeups.send_for_left_work() == 0
    assert Article.objects.get().status == "queued"


def test_batches_have_ids_of_their_own(db, woken):
    assert isinstance(uploads.accept([file()]).id, uuid.UUID)
