"""Parsing twice, late or never comes to the same; what fails says why; left work is called for again."""

import datetime
import subprocess
import sys
import threading

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import DataError, OperationalError
from django.db.models.functions import Now

from events import ingest, leases, uploads, wakeups
from events.extraction.records import ArticleRefused, Refusal
from events.models import Article, Change, Event
from events.models.article import LEASE, MAX_ATTEMPTS
from tests.builders import make_article, make_editor
from tests.ingest.articles import events_of, parse, two_events


def test_a_second_message_finds_nothing_to_do(article, reads):
    parse(article)
    before = (Event.objects.count(), Change.objects.count())
    ingest.parse_and_store(article.pk)
    assert (Event.objects.count(), Change.objects.count()) == before
    assert Article.objects.get().attempts == 1


def test_an_article_that_is_gone_is_no_error(db):
    ingest.parse_and_store(4711)


def test_a_withdrawn_article_is_not_parsed(article, reads):
    uploads.withdraw(article, make_editor())
    ingest.parse_and_store(article.pk)
    assert Article.objects.get().status == "queued"
    assert not Event.objects.exists()


def test_a_claim_in_other_hands_is_left_alone(article, reads):
    Article.objects.claim(article.pk)
    ingest.parse_and_store(article.pk)
    assert Article.objects.get().attempts == 1
    assert not Event.objects.exists()


def test_a_claim_whose_lease_ran_out_is_taken_over(article, reads):
    Article.objects.claim(article.pk)
    Article.objects.update(lease_until=Now() - datetime.timedelta(seconds=1))
    ingest.parse_and_store(article.pk)
    assert (Article.objects.get().status, Article.objects.get().attempts) == ("parsed", 2)


def test_whoever_lost_the_lease_stores_nothing(article, reads):
    def taken_over_meanwhile():
        Article.objects.update(lease_until=Now() - LEASE)
        assert Article.objects.claim(article.pk)
        return two_events()

    reads(taken_over_meanwhile)
    article = parse(article)
    assert article.status == "parsing"
    assert not Event.objects.exists()


def test_an_article_withdrawn_while_it_is_parsed_stores_nothing(article, reads):
    editor = make_editor()

    def withdrawn_meanwhile():
        uploads.withdraw(article, editor)
        return two_events()

    reads(withdrawn_meanwhile)
    article = parse(article)
    assert (article.status, article.text) == ("queued", "")
    assert not Event.objects.exists()


def test_the_lease_is_renewed_while_a_parse_takes_long(transactional_db, reads, monkeypatch):
    monkeypatch.setattr(leases, "RENEW_EVERY", 0.01)
    article = make_article(status="queued")
    claimed = Article.objects.claim(article.pk)
    Article.objects.update(lease_until=Now())
    renewed = threading.Event()
    renew = type(Article.objects.all()).renew

    def watched(self, *arguments):
        try:
            return renew(self, *arguments)
        finally:
            renewed.set()

    monkeypatch.setattr(type(Article.objects.all()), "renew", watched)
    with leases.renewed(claimed):
        assert renewed.wait(10)
    assert not Article.objects.stuck(queued_for=LEASE).exists()


def test_the_lease_of_a_process_that_died_ends_at_once_and_no_other(db):
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    machine, pid, started = leases.holder().rsplit(" ", 2)
    articles = {
        name: Article.objects.claim(make_article(status="queued").pk, holder=name)
        for name in (
            leases.holder(),
            f"{machine} {dead} {started}",
            f"{machine} {pid} 1.00",  # the same number, given to another process later
            f"elsewhere {dead} {started}",
            "",
        )
    }
    assert leases.release_dead() == 2
    ended = set(Article.objects.filter(lease_until__lte=Now()).values_list("lease_holder", flat=True))
    assert ended == {f"{machine} {dead} {started}", f"{machine} {pid} 1.00"}
    assert len(articles) == 5


# --- What fails


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (ArticleRefused(Refusal.ENCODING), "encoding"),
        (ArticleRefused(Refusal.NO_TEXT, "detail"), "no-text"),
        (ZeroDivisionError("secret detail"), "unexpected"),
        (RecursionError(), "unexpected"),
        (DataError("value too long"), "unexpected"),
        (SoftTimeLimitExceeded(), "too-slow"),
    ],
)
def test_what_fails_says_why_by_code(article, reads, problem, code):
    reads(problem)
    article = parse(article)
    assert (article.status, article.failure, article.lease_token) == ("failed", code, None)


def test_a_database_that_is_away_leaves_the_row_to_its_lease(article, reads):
    reads(OperationalError("server closed the connection"))
    article = parse(article)
    assert (article.status, article.failure) == ("parsing", "")
    assert article.lease_token is not None


def test_an_article_that_stopped_the_worker_too_often_fails(article, reads):
    Article.objects.update(attempts=MAX_ATTEMPTS)
    ingest.parse_and_store(article.pk)
    assert (Article.objects.get().status, Article.objects.get().failure) == ("failed", "crashed")
    assert not Event.objects.exists()


def test_a_lost_or_damaged_original_fails_with_its_own_code(article, reads):
    with article.original.storage.open(article.original.name, "wb") as original:
        original.write(b"something else")
    assert parse(article).failure == "original-missing"
    article.original.storage.delete(article.original.name)
    assert parse(article).failure == "original-missing"


def test_a_failed_second_parse_keeps_the_events_of_the_first(article, reads):
    parse(article)
    reads(ZeroDivisionError())
    assert parse(article).status == "failed"
    assert len(events_of(article)) == 2


def test_nothing_is_stored_when_storing_fails_half_way(article, reads, monkeypatch):
    monkeypatch.setattr(Change.objects.all().__class__, "record", lambda *_: 1 / 0)
    article = parse(article)
    assert (article.status, article.failure, article.text) == ("failed", "unexpected", "")
    assert not Event.objects.exists()
    assert not article.passages.exists()


# --- Left work


def test_left_work_is_called_for_again_once(db, tmp_path, monkeypatch):
    sent: list[int] = []
    monkeypatch.setattr(wakeups, "send", lambda ids: sent.extend(ids) or True)
    monkeypatch.setattr(wakeups, "_calls_waiting", lambda: 0)
    old = Now() - datetime.timedelta(minutes=1)
    queued = make_article(status="queued")
    crashed = make_article(status="queued")
    Article.objects.claim(crashed.pk)
    Article.objects.filter(pk__in=[queued.pk, crashed.pk]).update(queued_at=old)
    Article.objects.filter(pk=crashed.pk).update(lease_until=old)
    make_article(status="queued")  # a moment ago
    make_article(status="parsed")
    uploads.withdraw(make_article(status="queued", queued_at=old), make_editor())
    assert wakeups.send_for_left_work() == 2
    assert sorted(sent) == [queued.pk, crashed.pk]


def test_nothing_more_is_sent_while_calls_wait_at_the_broker(db, monkeypatch):
    monkeypatch.setattr(wakeups, "_calls_waiting", lambda: wakeups.ENOUGH)
    make_article(status="queued", queued_at=Now() - datetime.timedelta(minutes=1))
    assert wakeups.send_for_left_work() == 0


def test_waiting_calls_are_counted_at_the_broker(db, tmp_path):
    from tests.brokers import filesystem_broker

    with filesystem_broker(tmp_path):
        assert wakeups._calls_waiting() == 0
        assert wakeups.send([1, 2, 3])
        assert wakeups._calls_waiting() == 3
        assert len(list((tmp_path / "messages").iterdir())) == 3
