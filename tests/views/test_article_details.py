"""What editors say of documents after they were handed in, of one or of a whole upload."""

import datetime
import uuid

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import corrections, ingest, uploads
from events.models import Article, Upload
from tests.builders import keep_originals_in, make_article, make_batch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calls")]

EARLY, LATE = "2024-02-01", "2024-11-01"
TEXT = "OSLO - Norway and Russia signed a treaty on fishing in Oslo yesterday, the two ministers said. (NTB)"


def state(article: Article) -> tuple:
    row = Article.objects.get(pk=article.pk)
    return row.status, row.reference_date_given and row.reference_date_given.isoformat(), row.language_given


def test_another_day_dates_the_events_anew_and_leaves_what_people_corrected(client, editor, tmp_path, settings):
    keep_originals_in(tmp_path, settings)
    again = TEXT.replace("Norway and Russia", "Chile and Peru")
    texts = {"a.txt": TEXT, "b.txt": again}
    articles = [
        uploads.accept(text=text, name=name, reference_date=datetime.date(2024, 2, 1)).uploads[0].article
        for name, text in texts.items()
    ]
    for article in articles:
        ingest.parse_and_store(article.pk)
    kept = articles[1].events.get()
    corrections.correct(kept, "date", {"date": "2024-01-05", "date_end": None, "date_precision": "day"}, editor)

    for article in articles:
        address = f"/articles/{article.pk}/details/"
        answer = client.post(address, {"reference_date": LATE, "initial-reference_date": EARLY, "next": "/articles/"})
        assertRedirects(answer, "/articles/")
        ingest.parse_and_store(article.pk)

    dates = [article.events.get().date for article in articles]
    assert dates == [datetime.date(2024, 10, 31), datetime.date(2024, 1, 5)]
    assert articles[1].events.get().pk == kept.pk


def test_only_what_was_changed_by_hand_is_changed(client, editor, calls, django_capture_on_commit_callbacks):
    article = make_article(reference_date_given=EARLY, language_given="vi", publisher_given="Evening wire")
    shown = {"initial-reference_date": "", "initial-language": "vi", "initial-publisher": "Evening wire"}
    said = {"reference_date": "", "language": "vi", "publisher": "Morning wire"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/articles/{article.pk}/details/", shown | said, follow=True)
    assertContains(answer, "Changed for 1 article.")
    article.refresh_from_db()
    assert (article.source, article.status, calls) == ("Morning wire", "parsed", [])
    assert state(article) == ("parsed", EARLY, "vi")


def test_the_same_again_changes_nothing(client, editor):
    article = make_article(reference_date_given=EARLY)
    answer = client.post(f"/articles/{article.pk}/details/", {"reference_date": EARLY}, follow=True)
    assertContains(answer, "Nothing was changed")
    assert state(article) == ("parsed", EARLY, "")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"reference_date": "soon"}, "is not a day of the calendar"),
        ({"language": "fr"}, "Choose one of the list."),
        ({"publisher": "x" * 201}, "The source is too long: at most 200 characters."),
    ],
)
def test_what_cannot_be_is_said(client, editor, said, sentence):
    article = make_article()
    answer = client.post(f"/articles/{article.pk}/details/", said, follow=True)
    assertContains(answer, sentence)
    assert state(article) == ("parsed", None, "")


def test_a_whole_upload_is_changed_but_not_what_was_here_before(
    client, editor, calls, django_capture_on_commit_callbacks
):
    parsed, failed = make_article(), make_article(status="failed", failure="unexpected")
    parsing = make_article(status="parsing", lease_until=timezone.now(), lease_token=uuid.uuid4())
    withdrawn, before = make_article(trashed_at=timezone.now()), make_article()
    batch = make_batch(parsed, failed, parsing, withdrawn)
    Upload.objects.create(batch=batch, name="again.txt", size=1, outcome="duplicate", article=before)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            f"/articles/batches/{batch}/details/", {"language": "vi", "reference_date": LATE}, follow=True
        )
    assertContains(answer, "Changed for 3 articles, which are now read again.")
    changed = [parsed, failed, parsing]
    assert [state(article) for article in changed] == [("queued", LATE, "vi")] * 3
    assert Article.objects.get(pk=parsing.pk).lease_token is None
    assert sorted(calls) == [article.pk for article in changed]
    assert [state(article) for article in (withdrawn, before)] == [("parsed", None, "")] * 2
    assert client.post(f"/articles/batches/{uuid.uuid4()}/details/", {"language": "vi"}).status_code == 404


def test_the_form_shows_what_is_said_and_where_files_differ(client, editor):
    one, other = make_article(language_given="vi", publisher_given="A"), make_article(publisher_given="B")
    page = client.get(one.get_absolute_url())
    assertContains(page, '<option value="vi" selected>')
    assertContains(page, 'name="initial-publisher" value="A"')
    assertContains(page, "Said by an editor.", count=2)
    batch = client.get(f"/articles/?batch={make_batch(one, other)}")
    assertContains(batch, "Different in each file")
    assertContains(batch, "As they are")
    assertNotContains(client.get("/articles/"), "As they are")


def test_what_failed_of_an_upload_is_tried_again_in_one_click(
    client, editor, calls, django_capture_on_commit_callbacks
):
    failed = [make_article(status="failed", failure="unexpected") for _ in range(2)]
    stuck = make_article(status="queued", queued_at=timezone.now() - datetime.timedelta(minutes=9))
    fine, elsewhere = make_article(), make_article(status="failed", failure="unexpected")
    batch = make_batch(*failed, stuck, fine)
    page = f"/articles/?batch={batch}"
    assertContains(client.get(page), "Try the 3 failed ones again")
    with django_capture_on_commit_callbacks(execute=True):
        assertRedirects(client.post(f"/articles/batches/{batch}/retry/", {"next": page}), page)
    assert sorted(calls) == [article.pk for article in (*failed, stuck)]
    assert [state(article)[0] for article in (*failed, stuck, fine, elsewhere)] == [*["queued"] * 3, "parsed", "failed"]
    assertNotContains(client.get(page), "failed ones again")
    assertContains(client.post(f"/articles/batches/{batch}/retry/", follow=True), "Nothing of this upload waits")
