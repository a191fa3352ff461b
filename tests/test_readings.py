"""Articles read once more: nothing changes until it is accepted, and what people said stays."""

import datetime
import threading
from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.utils import timezone

from events import corrections, ingest, readings, tasks, wakeups
from events.extraction.records import EventType, Region
from events.messages import Failure
from events.models import Article, Change, Event, Lesson, Proposal, ReadingRun, Rereading
from events.readings import PARTS, PASSAGES
from events.values import current_value
from tests.builders import make_editor, make_extracted, quote
from tests.rereadings import RAIN, TEXT, catch_calls, drills, finish, make_parsed, run_of, talks, teller


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def sent(monkeypatch):
    return catch_calls(monkeypatch)


@pytest.fixture
def says(monkeypatch, sent):
    return teller(monkeypatch)


def accept(run, user, *parts):
    readings.accept(run, parts or PARTS, user)
    finish(run)


def test_a_reading_changes_no_event(editor, says):
    article = make_parsed()
    before, changes = list(Event.objects.values()), Change.objects.count()
    says(talks(type=EventType.AGREE), make_extracted(TEXT, RAIN))
    run = run_of(article)
    assert list(Event.objects.values()) == before
    assert Change.objects.count() == changes
    assert {(one.kind, one.field) for one in Proposal.objects.filter(rereading__run=run)} == {
        ("changed", "type"),
        ("new", PASSAGES),
        ("lost", PASSAGES),
    }


def test_what_differs_is_told_with_old_new_and_words(editor, says):
    article = make_parsed()
    says(talks(), drills(type=EventType.COOPERATE, region=Region.AMERICAS))
    run_of(article)
    kind = Proposal.objects.get(field="type")
    assert (kind.old, kind.new, kind.words, kind.event.title) == ("MOBILIZE", "COOPERATE", "held drills", "Drills")
    assert set(Proposal.objects.values_list("field", flat=True)) == {"type", "region"}


def test_names_in_another_order_are_no_difference(editor, says):
    article = make_parsed()
    says(talks(countries=("PE", "FR")), drills())
    run_of(article)
    assert not Proposal.objects.exists()


def test_accepting_everything_stores_as_a_parse_would(editor, says):
    article = make_parsed()
    ids = {event.title: event.pk for event in Event.objects.all()}
    says(talks(type=EventType.AGREE), make_extracted(TEXT, RAIN))
    run = run_of(article)
    accept(run, editor)
    now = {event.title: event for event in Event.objects.all()}
    assert now.keys() == {"Talks", "Rain"}
    assert (now["Talks"].pk, now["Talks"].type) == (ids["Talks"], "AGREE")
    assert set(Change.objects.filter(event_id=ids["Drills"]).values_list("kind", flat=True)) == {"created", "trashed"}
    run.refresh_from_db()
    assert (run.accepted, run.accepted_by) == (list(PARTS), editor)


def test_accepting_one_field_leaves_all_others(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE, countries=("BR",)), make_extracted(TEXT, RAIN))
    run = run_of(article)
    accept(run, editor, "type")
    events = {event.title: event for event in Event.objects.all()}
    assert events.keys() == {"Talks", "Drills"}
    assert (events["Talks"].type, events["Talks"].machine["type"]) == ("AGREE", "AGREE")
    assert current_value(events["Talks"], "countries") == ["FR", "PE"]
    assert events["Drills"].evidence["type"][0]["text"] == "held drills"

    accept(run, editor, "countries")
    assert current_value(Event.objects.get(title="Talks"), "countries") == ["BR"]
    accept(run, editor, PASSAGES)
    assert set(Event.objects.values_list("title", flat=True)) == {"Talks", "Rain"}


def test_accepting_the_passages_alone_keeps_the_values(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), make_extracted(TEXT, RAIN))
    accept(run_of(article), editor, PASSAGES)
    assert dict(Event.objects.values_list("title", "type")) == {"Talks": "CONSULT", "Rain": None}


def test_corrected_values_stay_and_their_undoing_shows_the_new_reading(editor, says):
    article = make_parsed()
    event = Event.objects.get(title="Talks")
    correction = corrections.correct(event, "type", "REJECT", editor)
    says(talks(type=EventType.AGREE), drills())
    accept(run_of(article), editor)
    assert Event.objects.get(pk=event.pk).type == "REJECT"
    corrections.undo(correction, editor)
    assert Event.objects.get(pk=event.pk).type == "AGREE"


def test_a_verified_event_keeps_its_values(editor, says):
    article = make_parsed()
    event = Event.objects.get(title="Drills")
    corrections.verify(event, editor)
    says(talks(type=EventType.AGREE), drills(type=EventType.AID, evidence=()))
    accept(run_of(article), editor)
    kept = Event.objects.get(pk=event.pk)
    assert (kept.type, kept.machine["type"], kept.evidence["type"][0]["text"]) == (
        "MOBILIZE",
        "MOBILIZE",
        "held drills",
    )
    assert Event.objects.get(title="Talks").type == "AGREE"


@pytest.mark.django_db(transaction=True)
def test_what_an_editor_says_while_a_field_is_stored_is_not_lost(sent, says):
    article, editor = make_parsed(), make_editor()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    readings.accept(run, ["type"], editor)
    event = Event.objects.get(title="Talks")
    with transaction.atomic():
        corrections.verify(event, editor)
        worker = threading.Thread(target=lambda: (finish(run), connection.close()))
        worker.start()
        worker.join(0.5)
        assert worker.is_alive()
    worker.join()
    event.refresh_from_db()
    assert (event.status, event.type) == ("verified", "CONSULT")


def test_a_lesson_that_an_accepted_field_obeys_is_counted(editor, says):
    article = make_parsed()
    lesson = Lesson.objects.create(
        kind="phrase", words="held drills", folded="held drills", value="AID", made_by=editor
    )
    taught = (replace(quote(TEXT, "held drills", field="type"), rule="taught"),)
    says(talks(), drills(type=EventType.AID, evidence=taught))
    accept(run_of(article), editor, "type")
    lesson.refresh_from_db()
    assert lesson.hits == 1
    says(talks())
    accept(run_of(article), editor)
    lesson.refresh_from_db()
    assert lesson.hits == 0


def test_what_was_accepted_whole_is_kept_no_longer(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    accept(run, editor, "type")
    assert Rereading.objects.get(run=run).result is not None
    accept(run, editor)
    assert Rereading.objects.get(run=run).result is None
    accept(run, editor)
    assert Event.objects.get(title="Talks").type == "AGREE"


def test_discarding_changes_nothing_and_cannot_be_accepted_later(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    readings.discard(run, editor)
    accept(run, editor)
    assert Event.objects.get(title="Talks").type == "CONSULT"


def test_an_article_parsed_anew_meanwhile_is_left_alone_and_said_so(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    Article.objects.filter(pk=article.pk).update(parsed_at=timezone.now())
    accept(run, editor)
    assert Event.objects.get(title="Talks").type == "CONSULT"
    assert Rereading.objects.get(run=run).failure == Failure.MOVED_ON


def test_a_withdrawn_article_is_not_read(editor, says):
    says()
    article = make_parsed()
    Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    assert readings.begin([article.pk], editor) is None
    assert not ReadingRun.objects.exists()


def test_accepting_while_it_is_read_stores_each_article_after_reading_it(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run_of(article, accept=PARTS, user=editor)
    assert Event.objects.get(title="Talks").type == "AGREE"


def test_a_task_that_runs_twice_does_nothing_the_second_time(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    pk = Rereading.objects.get(run=run).pk
    before = list(Proposal.objects.values())
    readings.advance(pk)
    assert list(Proposal.objects.values()) == before


def test_a_killed_workers_rereading_is_taken_again_when_its_lease_ends(editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = readings.begin([article.pk], editor)
    row = Rereading.objects.claim(Rereading.objects.get(run=run).pk)
    readings.advance(row.pk)
    assert Rereading.objects.get().status == "reading"
    Rereading.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))
    finish(run)
    assert Rereading.objects.get().status == "read"
    assert not Rereading.objects.finish(row, status="failed")  # the dead worker's word counts no more


def test_a_lost_call_is_sent_again_after_a_while(editor, says, sent, django_capture_on_commit_callbacks):
    article = make_parsed()
    with django_capture_on_commit_callbacks(execute=True):
        readings.begin([article.pk], editor)
    pk = Rereading.objects.get().pk
    assert sent == [pk]
    readings.wake()
    assert sent == [pk]
    Rereading.objects.update(called_at=timezone.now() - readings.CALL_AGAIN * 2)
    readings.wake()
    assert sent == [pk, pk]


def test_the_scheduler_wakes_readings_that_were_left(editor, says, sent, monkeypatch):
    article = make_parsed()
    readings.begin([article.pk], editor)
    monkeypatch.setattr(wakeups, "send_for_left_work", lambda: 0)
    tasks.release_stuck_articles()
    assert sent == [Rereading.objects.get().pk]
    says(talks(), drills())
    tasks.advance_reading(sent[0])
    assert Rereading.objects.get().status == "read"


def test_only_some_are_called_for_at_once(editor, says, sent):
    articles = [make_parsed() for _ in range(readings.AT_ONCE + 3)]
    says(talks(), drills())
    run = readings.begin([article.pk for article in articles], editor)
    assert readings.wake() == readings.AT_ONCE
    assert readings.wake() == 0
    readings.advance(sent[0])
    assert len(sent) == readings.AT_ONCE + 1
    assert readings.counts(run)["read"] == 1


def test_a_dead_broker_leaves_the_run_waiting(editor, says, monkeypatch):
    article = make_parsed()
    run = readings.begin([article.pk], editor)
    monkeypatch.setattr(wakeups, "send_calls", lambda task, ids: False)
    assert readings.wake() == 0
    assert Rereading.objects.callable(again_after=readings.CALL_AGAIN).filter(run=run).exists()


def test_reading_that_fails_again_and_again_is_given_up(editor, says, monkeypatch):
    article = make_parsed()
    run = readings.begin([article.pk], editor)
    Rereading.objects.update(attempts=readings.MOST_ATTEMPTS)
    finish(run)
    assert (Rereading.objects.get().status, Rereading.objects.get().failure) == ("failed", Failure.CRASHED)
    assert readings.is_finished(run)


def test_an_unexpected_error_fails_the_row_and_not_the_worker(editor, sent, monkeypatch):
    article = make_parsed()

    def fail(article):
        raise ZeroDivisionError

    monkeypatch.setattr(ingest, "read", fail)
    run_of(article)
    assert Rereading.objects.get().failure == Failure.UNEXPECTED


def test_a_run_nobody_accepted_anything_of_goes_after_a_month(editor, says, settings):
    assert settings.CELERY_BEAT_SCHEDULE["purge-readings"]["task"] == tasks.purge_readings.name
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills(type=EventType.AID))
    old, accepted, discarded, young = (run_of(article) for _ in range(4))
    accept(accepted, editor, "type")
    readings.discard(discarded, editor)
    events = list(Event.objects.order_by("pk").values())
    for run, days in ((old, 30), (accepted, 31), (discarded, 30), (young, 29)):
        ReadingRun.objects.filter(pk=run.pk).update(made_at=timezone.now() - datetime.timedelta(days=days, hours=1))
    tasks.purge_readings()
    assert set(ReadingRun.objects.all()) == {accepted, young}
    assert set(Rereading.objects.values_list("run", flat=True)) == {accepted.pk, young.pk}
    assert readings.purge() == 0
    assert list(Event.objects.order_by("pk").values()) == events
