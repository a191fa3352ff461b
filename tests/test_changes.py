"""The order in which changes are followed: nothing is ever inserted behind a reader, however late it commits."""

import threading

import pytest
from django.db import connection, transaction

from events.models import Change
from tests.builders import make_event


def follow(position: str | None) -> tuple[list[int], str]:
    """The events that changed since, and where to go on."""
    changes, position = Change.objects.since(position)
    return [change.event_id for change in changes], position


@pytest.mark.django_db(transaction=True)
def test_a_slow_transaction_neither_hides_others_nor_is_overtaken():
    started, finish = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            Change.objects.record("changed", [1])  # takes the smaller id …
            started.set()
            finish.wait(30)
        connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    assert started.wait(30)
    Change.objects.record("changed", [2])  # … and commits after this one
    seen_early, position = follow(None)
    finish.set()
    writer.join()
    seen_late, position = follow(position)
    assert seen_early == [2]
    assert seen_late == [1]
    assert follow(position)[0] == []


@pytest.mark.django_db(transaction=True)
def test_a_reader_sees_each_change_once_and_in_order():
    Change.objects.record("changed", [1, 2, 3])
    Change.objects.record("changed", [4])
    seen, position = follow(None)
    Change.objects.record("trashed", [1])
    assert seen == [1, 2, 3, 4]
    assert follow(position)[0] == [1]


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_never_seen():
    with transaction.atomic():
        Change.objects.record("changed", [1])
        transaction.set_rollback(True)
    assert follow(None)[0] == []


def test_a_change_outlives_its_event(db):
    event = make_event()
    pk = event.pk
    Change.objects.record("trashed", [pk])
    event.delete()
    assert Change.objects.get().event_id == pk
