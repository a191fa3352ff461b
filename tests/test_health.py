"""/healthz: what it says when all is well, when something is down, and when something hangs."""

import datetime
import threading

import pytest
from django.db import OperationalError
from django.db.models.functions import Now

from events import health, heartbeats
from events.facets.index import checked
from events.models import Heartbeat
from newsdesk.celery import app
from tests.brokers import closed_broker, filesystem_broker, silent_broker, unwritable_broker

pytestmark = pytest.mark.django_db(transaction=True)  # health looks through a connection of its own


@pytest.fixture(autouse=True)
def working_broker(tmp_path):
    (tmp_path / "messages").mkdir()
    with filesystem_broker(tmp_path):
        yield


@pytest.fixture(autouse=True)
def new_checks(monkeypatch):
    """No look that another test left hanging."""
    monkeypatch.setattr(health, "DATABASE", health.Check(health.seen_in_database))
    monkeypatch.setattr(health, "BROKER", health.Check(health.broker_answers))


@pytest.fixture
def everything_runs():
    heartbeats.note(heartbeats.WORKER)
    heartbeats.note(heartbeats.BEAT)


def test_all_is_well(client, everything_runs):
    answer = client.get("/healthz")
    body = answer.json()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert list(body) == ["status", "database", "broker", "worker", "beat", "problems"]
    assert body["status"] == "ok"
    assert body["problems"] == []
    assert body["database"] == body["broker"] == {"ok": True}
    assert body["worker"]["ok"]
    assert datetime.datetime.fromisoformat(body["worker"]["seen"]) == Heartbeat.objects.get(
        name="worker"
    ).seen_at.replace(microsecond=0)


@pytest.mark.parametrize(("differing", "is_well"), [([], True), (["total of “q=talks”"], False)])
def test_the_last_comparison_of_the_index_is_told_and_fails_nothing(
    client, everything_runs, settings, tmp_path, differing, is_well
):
    settings.DATA_DIR = tmp_path
    (tmp_path / "facet_index").mkdir()
    checked.note(differing)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["facet_index"]["ok"] is is_well
    assert datetime.datetime.fromisoformat(answer.json()["facet_index"]["checked"])
    assert "talks" not in answer.content.decode()


def test_nothing_was_ever_started(client):
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"] == {"ok": False, "seen": None}
    assert len(answer.json()["problems"]) == 2


@pytest.mark.parametrize("silent", ["worker", "beat"])
def test_a_process_that_fell_silent_is_named(client, everything_runs, silent):
    Heartbeat.objects.filter(name=silent).update(seen_at=Now() - heartbeats.FRESH - datetime.timedelta(seconds=1))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()[silent]["ok"] is False
    assert len(answer.json()["problems"]) == 1


@pytest.mark.parametrize("broken", [closed_broker, silent_broker, unwritable_broker])
def test_a_broker_that_does_not_answer_is_named(client, everything_runs, tmp_path, broken):
    with broken(tmp_path) if broken is unwritable_broker else broken():
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["broker"] == {"ok": False}
    assert len(answer.json()["problems"]) == 1
    assert "127.0.0.1" not in answer.content.decode()


def test_a_hanging_database_is_said_so_and_never_waited_for(client, monkeypatch):
    hangs, done = threading.Event(), threading.Event()

    def hang():
        hangs.set()
        done.wait(30)

    check = health.Check(hang)
    monkeypatch.setattr(health, "DATABASE", check)
    answers = [client.get("/healthz") for _ in range(3)]
    assert hangs.is_set()
    assert [answer.json()["database"] for answer in answers] == [{"ok": False}] * 3
    assert all(len(answer.json()["problems"]) == 1 for answer in answers)  # of the others nothing is known
    assert sum(thread.name == "health" and thread.is_alive() for thread in threading.enumerate()) == 1
    done.set()


def test_a_database_that_is_away_is_said_so_without_a_word_of_where_it_is(client, monkeypatch):
    def away():
        raise OperationalError("connection to server at db.internal failed: password of user newsdesk refused")

    monkeypatch.setattr(health, "DATABASE", health.Check(away))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == {"ok": False}
    assert "internal" not in answer.content.decode()


def test_it_needs_no_session_no_sign_in_and_reads_only(client, everything_runs):
    answer = client.get("/healthz")
    assert not answer.cookies
    assert client.head("/healthz").status_code == 200
    assert client.post("/healthz").status_code == 405


def test_an_unknown_host_is_refused(client):
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400


def test_a_heartbeat_is_one_row_that_moves(db):
    heartbeats.note(heartbeats.WORKER)
    first = Heartbeat.objects.get().seen_at
    heartbeats.note(heartbeats.WORKER)
    assert Heartbeat.objects.get().seen_at > first
    assert heartbeats.is_fresh(heartbeats.WORKER)
    assert not heartbeats.is_fresh(heartbeats.BEAT)


def test_beat_sends_nothing_while_no_worker_listens(monkeypatch):
    scheduler = heartbeats.Scheduler(app)
    sent = []
    monkeypatch.setattr(scheduler, "apply_async", lambda entry, **_: sent.append(entry.name))
    entry = scheduler.schedule["release-stuck-articles"]
    scheduler.apply_entry(entry)
    assert sent == []
    heartbeats.note(heartbeats.WORKER)
    scheduler.apply_entry(entry)
    assert sent == ["release-stuck-articles"]


def test_a_tick_of_beat_is_its_heartbeat(db):
    heartbeats.Scheduler(app).tick()
    assert heartbeats.is_fresh(heartbeats.BEAT)
