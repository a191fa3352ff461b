"""The real worker and beat with the real broker: started, killed in the middle of a parse, started again."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Count
from django.db.models.functions import Now

from events import heartbeats, uploads, vocabulary, wakeups
from events.models import Article, Event, Heartbeat
from tests.brokers import filesystem_broker, unwritable_broker
from tests.builders import keep_originals_in, make_editor
from tests.processes import BEAT, WORKER, celery, kill, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SMALL = """Europe
*Norway, Russia meet in Oslo: On November 18, Norway's Foreign Minister Kari Moe met envoy Ivan Belov in Oslo. (Reuters)
*Storm closes port of Riga: A storm closed the port of Riga on November 18, the Latvian coast guard said. (AFP)
"""
MEGABYTES = 5


@pytest.fixture
def data_dir(tmp_path, settings):
    """A data folder that this process and the processes it starts share."""
    keep_originals_in(tmp_path / "originals", settings)
    vocabulary.sync()
    with filesystem_broker(tmp_path / "broker"):
        yield tmp_path


def upload(text: str) -> Article:
    batch = uploads.accept([SimpleUploadedFile("news.txt", text.encode())], user=make_editor())
    return batch.uploads[0].article


def status(article: Article) -> str:
    return Article.objects.values_list("status", flat=True).get(pk=article.pk)


def large_text() -> str:
    items, size = ["Europe"], 0
    while size < MEGABYTES * 1024 * 1024:
        number = len(items)
        item = f"*Item {number}: On November 18, envoy number {number} of Norway met officials in Oslo. "
        items.append(item + f"They spoke of the harbour at length and of {number} ships. " * 20 + "(Reuters)")
        size += len(items[-1])
    return "\n".join(items)


def test_an_upload_becomes_events_whatever_was_down_meanwhile(data_dir):
    with celery(*WORKER, data_dir=data_dir), celery(*BEAT, data_dir=data_dir):
        article = upload(SMALL)
        wait_until(lambda: status(article) == "parsed", what="parsed")
        assert Event.objects.filter(article=article).count() == 2
        assert Article.objects.get(pk=article.pk).attempts == 1
        wait_until(lambda: heartbeats.is_fresh(heartbeats.WORKER), what="the worker's heartbeat")
        wait_until(lambda: heartbeats.is_fresh(heartbeats.BEAT), what="beat's heartbeat")

        with unwritable_broker(data_dir):  # the call cannot be sent …
            waiting = upload(SMALL + "*One more: On November 18, Latvia thanked Norway. (AFP)\n")
        assert status(waiting) == "queued"
        Article.objects.filter(pk=waiting.pk).update(queued_at=Now() - wakeups.OVERDUE)
        wait_until(lambda: status(waiting) == "parsed", what="beat called for it again")  # … but beat looks after it
        before = max(seen())
        wait_until(lambda: min(seen()) > before, what="both heartbeats go on")
    log = (data_dir / "worker.log").read_text()
    assert f"article={article.pk}" in log


def seen() -> list[datetime.datetime]:
    return list(Heartbeat.objects.values_list("seen_at", flat=True))


def test_a_worker_killed_in_the_middle_of_a_large_parse_does_it_once_after_the_restart(data_dir):
    with celery(*WORKER, data_dir=data_dir) as worker:
        article = upload(large_text())
        wait_until(lambda: status(article) == "parsing", what="parsing")
        kill(worker)
    assert status(article) == "parsing"
    assert not Event.objects.exists()

    with celery(*WORKER, data_dir=data_dir):
        wait_until(lambda: status(article) != "parsing", what="parsed after the restart")
    article.refresh_from_db()
    assert (article.status, article.attempts) == ("parsed", 2)
    assert article.events.count() > 1000
    doubled = article.events.values("start").annotate(n=Count("pk")).filter(n__gt=1)
    assert not doubled.exists()
