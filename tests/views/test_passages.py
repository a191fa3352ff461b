"""The forms beside the passages of an article: what they offer, what they answer, who sees them."""

import datetime

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import ingest, passages, vocabulary
from events.models import Article, Recut
from tests.builders import keep_originals_in, make_editor, make_queued, make_user
from tests.test_passages import COMMENT, GREECE, NORWAY, PORTS, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    vocabulary.sync()
    row = make_queued(TEXT)
    ingest.parse_and_store(row.pk)
    return Article.objects.get(pk=row.pk)


def send(client, article: Article, **fields):
    seen = Article.objects.get(pk=article.pk).parsed_at.isoformat()
    return client.post(f"/articles/{article.pk}/passages/", {"seen": seen, **fields})


def test_readers_see_no_forms(client, article):
    client.force_login(make_user())
    answer = client.get(f"/articles/{article.pk}/?passage={GREECE}")
    assertNotContains(answer, "passages/")
    assertNotContains(answer, "data-at")


def test_the_form_stands_beside_the_chosen_passage_alone(client, editor, article):
    assertNotContains(client.get(f"/articles/{article.pk}/"), 'id="passage-form"')
    answer = client.get(f"/articles/{article.pk}/?passage={GREECE}")
    assertContains(answer, 'id="passage-form"', count=1)
    assertContains(answer, f'<option value="{PORTS}">Malta’s ports will stay open.</option>'.replace("’", "&#x27;"))
    assertContains(answer, "Join with the next event")
    aside = client.get(f"/articles/{article.pk}/?passage={COMMENT}")
    assertContains(aside, "Make it an event")
    assertNotContains(aside, "Join with the next event")


@pytest.mark.parametrize("at", ["x", "-1", "999999", "1"])
def test_a_place_where_nothing_begins_shows_the_article(client, editor, article, at):
    answer = client.get(f"/articles/{article.pk}/?passage={at}")
    assertNotContains(answer, 'id="passage-form"')


def test_a_change_is_made_said_and_listed_with_its_undo(client, editor, article):
    answer = send(client, article, action="split", at=GREECE, where=PORTS)
    assertRedirects(answer, f"/articles/{article.pk}/#c{GREECE}", status_code=303, fetch_redirect_response=False)
    page = client.get(f"/articles/{article.pk}/")
    assertContains(page, "Split. It can be undone")
    assertContains(page, "Linh Tran")
    made = Recut.objects.get()
    answer = client.post(f"/articles/{article.pk}/passages/{made.pk}/undo/")
    assert answer.status_code == 303
    assertContains(client.get(f"/articles/{article.pk}/"), "undone by Linh Tran")
    assert article.events.count() == 3


def test_a_second_editor_is_told_and_nothing_is_changed(client, editor, article):
    seen = article.parsed_at.isoformat()
    passages.recut(article, "join", seen=article.parsed_at, user=make_editor(), at=NORWAY)
    answer = client.post(
        f"/articles/{article.pk}/passages/", {"seen": seen, "action": "set_aside", "reason": "teaser", "at": NORWAY}
    )
    assertContains(answer, "was read again while you had it open", status_code=409)
    assert Recut.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "split", "at": GREECE},
        {"action": "burn", "at": GREECE},
        {"action": "join", "at": "x"},
        {"action": "move", "at": GREECE, "begin": 3},
        {"action": "set_aside", "at": GREECE},
        {"action": "join", "at": GREECE, "seen": "yesterday"},
        {"action": "join", "at": GREECE, "seen": "2026-13-45T00:00:00"},
        {"action": "join", "at": 10**9},
    ],
)
def test_what_makes_no_sense_is_answered_with_a_sentence(client, editor, article, fields):
    answer = send(client, article, **fields)
    assertContains(answer, 'role="alert"', status_code=422)
    assert not Recut.objects.exists()


def test_a_withdrawn_article_is_not_cut(client, editor, article):
    Article.objects.filter(pk=article.pk).update(trashed_at=datetime.datetime.now(datetime.UTC))
    assert send(client, article, action="join", at=GREECE).status_code == 404


def test_what_a_person_set_aside_for_another_reason_is_explained(client, editor, article):
    send(client, article, action="set_aside", at=GREECE, reason="other")
    page = client.get(f"/articles/{article.pk}/")
    assertContains(page, "Set aside: Other")
    assertNotContains(page, "Not explained yet")
