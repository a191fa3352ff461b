"""The list of articles: how far each has come, as a sentence, and what can be done."""

import datetime
import re
import uuid

import pytest
from django.db.models.functions import Now
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import health, heartbeats, wakeups
from events.models import Article, Passage, Upload
from events.views import article_rows
from tests.builders import make_article, make_batch, make_editor, make_event, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calls")]

PAGE = "/articles/"


def parsing(**fields) -> Article:
    return make_article(status="parsing", lease_until=timezone.now(), lease_token=uuid.uuid4(), **fields)


def test_each_state_has_its_row_and_sentence(client, editor):
    done = make_article()
    for _ in range(17):
        make_event(article=done)
    make_event(article=done, trashed_at=timezone.now())
    rows = [make_article(status="queued"), parsing(), done, make_article(status="failed", failure="no-text")]
    batch = make_batch(*rows)
    Upload.objects.create(batch=batch, name="empty.txt", size=0, outcome="refused", refusal="empty")
    answer = client.get(PAGE, {"batch": batch})
    for article, status in zip(rows, ["queued", "parsing", "parsed", "failed"], strict=True):
        assertContains(answer, f'data-article="{article.pk}" data-status="{status}"')
    assertContains(answer, 'data-article="" data-status="refused"')
    assertContains(answer, "<b>17 events</b>")
    assertContains(answer, "There is no text to read in this file.")
    assertContains(answer, "The file is empty.")
    assertContains(answer, "1 of 5 files read, 2 under way, 1 failed, 1 refused")


def test_the_same_as_json(client, editor):
    done, waiting = make_article(name="a.txt"), make_article(name="b.txt", status="queued")
    make_event(article=done)
    batch = make_batch(done, waiting)
    Upload.objects.create(batch=batch, name="empty.txt", size=0, outcome="refused", refusal="empty")
    rows = client.get("/articles.json", {"batch": batch}).json()
    assert rows == [
        {
            "id": done.pk,
            "name": "a.txt",
            "status": "parsed",
            "events": 1,
            "message": "1 event",
            "url": f"http://testserver/articles/{done.pk}/",
        },
        {
            "id": waiting.pk,
            "name": "b.txt",
            "status": "queued",
            "events": None,
            "message": "Queued",
            "url": f"http://testserver/articles/{waiting.pk}/",
        },
        {
            "id": None,
            "name": "empty.txt",
            "status": "refused",
            "events": None,
            "message": "The file is empty. Check that it was saved, then upload it again.",
            "url": None,
        },
    ]


def test_rows_ask_again_only_while_something_is_unfinished(client, editor):
    article = make_article(status="queued")
    batch = make_batch(article)
    assertContains(client.get(PAGE, {"batch": batch}), 'hx-trigger="every')
    Article.objects.update(status="parsed")
    fragment = client.get(PAGE, {"batch": batch}, headers={"HX-Request": "true"})
    assertNotContains(fragment, "hx-trigger")
    assertNotContains(fragment, "<html")
    assertContains(fragment, 'data-status="parsed"')


def test_the_page_says_when_nothing_is_being_read(client, editor, monkeypatch):
    broker_is_well = True
    monkeypatch.setattr(health, "broker_is_well", lambda: broker_is_well)
    make_article(status="queued")
    assertContains(client.get(PAGE), "Rows wait")
    heartbeats.Heartbeat.objects.create(name=heartbeats.WORKER, seen_at=Now())
    assertNotContains(client.get(PAGE), "Rows wait")
    broker_is_well = False
    assertContains(client.get(PAGE), "Rows wait")
    Article.objects.update(status="parsed")
    assertNotContains(client.get(PAGE), "Rows wait")


def test_the_list_is_narrowed_by_state(client, editor):
    make_article(name="good.txt")
    make_article(name="bad.txt", status="failed", failure="unexpected")
    make_article(name="gone.txt", trashed_at=timezone.now())
    everything, failed, gone = (client.get(PAGE, {"state": s}).content.decode() for s in ("", "failed", "withdrawn"))
    assert [("good.txt" in p, "bad.txt" in p, "gone.txt" in p) for p in (everything, failed, gone)] == [
        (True, True, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize("query", ["state=odd", "batch=odd", f"batch={uuid.UUID(int=7)}"])
def test_an_impossible_state_or_batch_is_said(client, editor, query):
    assertContains(client.get(f"{PAGE}?{query}"), 'role="alert"', status_code=400)
    answer = client.get(f"/articles.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["param"] == query.partition("=")[0]


def test_the_trash_is_for_those_who_can_empty_it(client):
    client.force_login(make_user())
    assert client.get(PAGE, {"state": "withdrawn"}).status_code == 400


def test_a_failed_article_can_be_tried_again(client, editor):
    article = make_article(status="failed", failure="unexpected")
    assertContains(client.get(PAGE), "Try again")
    answer = client.post(f"/articles/{article.pk}/try-again/", {"next": "/articles/?state=failed"})
    assertRedirects(answer, "/articles/?state=failed")
    article.refresh_from_db()
    assert (article.status, article.failure) == ("queued", "")


def test_an_article_is_withdrawn_and_restored(client, editor):
    article = make_article(name="wrong.txt")
    event = make_event(article=article)
    answer = client.post(f"/articles/{article.pk}/withdraw/", follow=True)
    assertContains(answer, "Withdrawn: “wrong.txt”. It can be restored.")
    assert client.get(event.get_absolute_url()).status_code == 404
    client.post(f"/articles/{article.pk}/restore/")
    assert client.get(event.get_absolute_url()).status_code == 200


def test_what_cannot_be_restored_says_why(client, editor):
    old = make_article(sha256="a" * 64, trashed_at=timezone.now())
    make_article(sha256="a" * 64)
    answer = client.post(f"/articles/{old.pk}/restore/", follow=True)
    assertContains(answer, "The same file was uploaded again meanwhile.")


@pytest.mark.parametrize("action", ["try-again", "withdraw", "restore"])
def test_only_editors_change_articles_and_only_by_post(client, action):
    article = make_article(status="failed", failure="unexpected")
    url = f"/articles/{article.pk}/{action}/"
    assertRedirects(client.post(url), f"/accounts/login/?next={url}")
    client.force_login(make_user())
    assert client.post(url).status_code == 403
    client.force_login(make_editor())
    assert client.get(url).status_code == 405
    article.refresh_from_db()
    assert (article.status, article.trashed_at) == ("failed", None)
    assert client.post(f"/articles/{article.pk + 99}/{action}/").status_code == 404


def test_the_way_back_never_leaves_the_site(client, editor):
    article = make_article()
    assertRedirects(client.post(f"/articles/{article.pk}/withdraw/", {"next": "https://example.com/"}), PAGE)


def test_articles_are_for_signed_in_people_unless_made_public(client, settings):
    assertRedirects(client.get(PAGE), f"/accounts/login/?next={PAGE}")
    assert client.get("/articles.json").status_code == 401
    settings.PUBLIC_ARTICLES = True
    assert client.get(PAGE).status_code == 200
    assert client.get("/articles.json").status_code == 200
    settings.PUBLIC_ARTICLES = False
    client.force_login(make_user())
    assert client.get(PAGE).status_code == 200


def test_long_lists_have_pages(client, editor):
    for number in range(51):
        make_article(name=f"file-{number:02}.txt")
    assertContains(client.get(PAGE), 'href="?page=2" rel="next"')
    assertContains(client.get(PAGE, {"page": 2}), "file-00.txt")


def test_no_more_queries_for_many_rows(client, editor, django_assert_max_num_queries):
    batch = make_batch(make_article())
    with django_assert_max_num_queries(20) as few:
        client.get(PAGE, {"batch": batch})
    batch = make_batch(*(make_article() for _ in range(20)))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(PAGE, {"batch": batch})


def long_ago() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(minutes=5, seconds=30)


def test_a_row_without_progress_says_so_and_can_be_tried_again(client, editor, monkeypatch):
    sent = []
    monkeypatch.setattr(wakeups, "send", sent.extend)
    queued = make_article(status="queued", queued_at=long_ago())
    lost = parsing(queued_at=long_ago(), parsing_at=long_ago())
    fresh = make_article(status="queued")
    page = client.get(PAGE)
    assertContains(page, "<b>No progress for 5 minutes.</b>", count=2)
    assertContains(page, "Try again", count=2)
    for article in (queued, lost, fresh):
        client.post(f"/articles/{article.pk}/try-again/")
        article.refresh_from_db()
    assert (queued.status, lost.status) == ("queued", "queued")
    assert min(queued.queued_at, lost.queued_at) > long_ago()
    assertNotContains(client.get(PAGE), "No progress")


def test_a_long_queue_that_moves_is_no_standstill(client, editor):
    make_article(status="queued", queued_at=long_ago())
    make_article(parsed_at=timezone.now())
    assertNotContains(client.get(PAGE), "No progress")


def test_an_article_that_a_worker_holds_is_no_standstill(client, editor):
    soon = timezone.now() + datetime.timedelta(seconds=30)
    make_article(
        status="parsing", lease_until=soon, lease_token=uuid.uuid4(), parsing_at=long_ago(), queued_at=long_ago()
    )
    assertNotContains(client.get(PAGE), "No progress")


def test_an_upload_shows_how_far_the_whole_has_come(client, editor):
    batch = make_batch(make_article(), make_article(), make_article(status="queued"))
    assertContains(client.get(PAGE, {"batch": batch}), 'max="3" value="2"')
    Article.objects.update(status="parsed")
    assertNotContains(client.get(PAGE, {"batch": batch}), "<progress")


def test_a_finished_upload_leads_to_its_events(client, editor):
    one, two, none = make_article(), make_article(), make_article()
    for article in (one, one, two):
        make_event(article=article)
    batch = make_batch(one, two, none)
    page = client.get(PAGE, {"batch": batch})
    assertContains(page, f'href="/events/?article={one.pk}&amp;article={two.pk}"')
    assertContains(page, "See the 3 events")
    assertNotContains(client.get(PAGE, {"batch": make_batch(none)}), "See the")


def test_a_file_that_comes_in_while_the_rows_are_read_is_not_taken_for_refused(client, editor, monkeypatch):
    batch = make_batch(make_article())
    counted = article_rows.counted

    def counted_a_moment_before(articles):
        before = list(counted(articles))
        late = make_article(name="late.txt")
        Upload.objects.create(batch=batch, name=late.name, size=1, outcome="accepted", article=late)
        return counted(articles.filter(pk__in=[article.pk for article in before]))

    monkeypatch.setattr(article_rows, "counted", counted_a_moment_before)
    assertNotContains(client.get(PAGE, {"batch": batch}), 'data-status="refused"')


FRAGMENT = {"HX-Request": "true"}


def version(answer) -> str:
    return re.search(r'data-version="(\w+)"', answer.content.decode())[1]


def test_rows_that_did_not_change_are_not_sent_again(client, editor):
    article = make_article(status="queued")
    batch = make_batch(article)
    seen = version(client.get(PAGE, {"batch": batch}))
    ask = FRAGMENT | {"If-None-Match": f'"{seen}"'}
    unchanged = client.get(PAGE, {"batch": batch}, headers=ask)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    Article.objects.update(status="parsed")
    changed = client.get(PAGE, {"batch": batch}, headers=ask)
    assertContains(changed, 'data-status="parsed"')
    assert version(changed) != seen
    whole = client.get(PAGE, {"batch": batch}, headers={"If-None-Match": f'"{version(changed)}"'})
    assert whole.status_code == 200


def test_what_was_set_aside_is_said_with_the_events(client, editor):
    article = make_article()
    make_event(article=article)
    for start in (30, 40):
        Passage.objects.create(article=article, start=start, end=start + 5, kind="set_aside", reason="widget")
    assertContains(client.get(PAGE), "<b>1 event</b>, 2 passages set aside")
