"""The trash: a month to restore, then gone, with the bytes that nobody else needs; no event comes back by itself."""

import datetime

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import corrections, ingest, tasks, trash, uploads, vocabulary
from events.models import Article, Event, Recut
from tests.builders import keep_originals_in, make_article, make_editor, make_event, make_queued

pytestmark = pytest.mark.django_db

TEXT = """Europe
* Norway opens a port: Norway opened a port for Latvian ships on November 18. (NTB)
* Greece and Malta sign: Greece signed a fishing deal with Malta on November 17. (AFP)
"""


@pytest.fixture
def stored(tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    vocabulary.sync()
    row = make_queued(TEXT)
    ingest.parse_and_store(row.pk)
    return Article.objects.get(pk=row.pk)


def age(thing, *, days: float) -> None:
    type(thing).objects.filter(pk=thing.pk).update(trashed_at=timezone.now() - datetime.timedelta(days=days))


def purge(django_capture_on_commit_callbacks) -> tuple[int, int]:
    with django_capture_on_commit_callbacks(execute=True):
        return trash.purge()


def test_an_article_goes_after_its_month_with_events_and_bytes(stored, django_capture_on_commit_callbacks):
    uploads.withdraw(stored, make_editor())
    age(stored, days=29.9)
    assert purge(django_capture_on_commit_callbacks) == (0, 0)
    age(stored, days=30.1)
    assert purge(django_capture_on_commit_callbacks) == (1, 0)
    assert not Article.objects.exists()
    assert not Event.objects.exists()
    assert not stored.original.storage.exists(stored.original.name)
    assert purge(django_capture_on_commit_callbacks) == (0, 0)


def test_bytes_that_another_article_has_stay(stored, django_capture_on_commit_callbacks):
    uploads.withdraw(stored, make_editor())
    age(stored, days=31)
    again = make_article(sha256=stored.sha256, original=stored.original.name)
    assert purge(django_capture_on_commit_callbacks) == (1, 0)
    assert again.original.storage.exists(again.original.name)


def test_an_event_that_was_purged_does_not_come_back_with_the_next_reading(stored, django_capture_on_commit_callbacks):
    event, editor = stored.events.order_by("start")[1], make_editor()
    corrections.withdraw_event(event, editor)
    age(event, days=31)
    assert purge(django_capture_on_commit_callbacks) == (0, 1)
    assert Recut.objects.get().made_by == editor
    uploads.parse_again(Article.objects.get(pk=stored.pk))
    ingest.parse_and_store(stored.pk)
    assert [event.title for event in stored.events.all()] == ["Norway opens a port"]


def test_an_event_that_no_reading_finds_is_purged_without_leaving_anything(django_capture_on_commit_callbacks):
    event = make_event(not_found_at=timezone.now())
    corrections.withdraw_event(event, make_editor())
    age(event, days=31)
    assert purge(django_capture_on_commit_callbacks) == (0, 1)
    assert not Recut.objects.exists()


def test_the_beat_purges(stored, settings):
    assert settings.CELERY_BEAT_SCHEDULE["purge-trash"]["task"] == tasks.purge_trash.name
    uploads.withdraw(stored, make_editor())
    age(stored, days=31)
    tasks.purge_trash()
    assert not Article.objects.exists()


@pytest.fixture
def editor(client):
    user = make_editor("linh", first_name="Linh", last_name="Tran")
    client.force_login(user)
    return user


def test_the_page_says_who_when_and_how_long(client, editor):
    article, event = make_article(title="Old news"), make_event(title="A mistake")
    uploads.withdraw(article, editor)
    corrections.withdraw_event(event, editor)
    age(article, days=3.5)
    answer = client.get("/articles/trash/")
    for words in ("Old news", "A mistake", "Linh Tran", "26 days left", "29 days left"):
        assertContains(answer, words)


def test_each_list_of_a_long_trash_is_paged_without_moving_the_other(client, editor, monkeypatch):
    monkeypatch.setattr("events.views.trash.PAGE", 1)
    for _ in range(3):
        uploads.withdraw(make_article(), editor)
        corrections.withdraw_event(make_event(), editor)
    answer = client.get("/articles/trash/?page=2&events=2")
    for query in ("page=1&amp;events=2", "page=3&amp;events=2", "page=2&amp;events=1", "page=2&amp;events=3"):
        assertContains(answer, f'href="?{query}"')


def test_an_empty_trash_says_so(client, editor):
    assertContains(client.get("/articles/trash/"), "The trash is empty.")


def test_events_are_withdrawn_and_restored_by_a_click(client, editor):
    event = make_event(title="A mistake")
    answer = client.post(f"/events/{event.pk}/withdraw/")
    assertRedirects(answer, "/articles/trash/")
    assert client.get(f"/events/{event.pk}/").status_code == 404
    answer = client.post(f"/events/{event.pk}/restore/")
    assertRedirects(answer, f"/events/{event.pk}/", status_code=303)
    assertContains(client.get(f"/events/{event.pk}/"), "A mistake")


def test_events_of_a_withdrawn_article_are_listed_with_it_alone(client, editor):
    event = make_event(title="Its own event")
    corrections.withdraw_event(event, editor)
    uploads.withdraw(event.article, editor)
    assertNotContains(client.get("/articles/trash/"), "Its own event")
    assert client.post(f"/events/{event.pk}/restore/").status_code == 404
