"""Signs of life of worker and beat, as rows: asking a row is instant, asking a process takes seconds."""

import datetime

import structlog
from celery import beat
from django.db import Error, connection
from django.db.models.functions import Now

from events.models import Heartbeat

WORKER, BEAT = "worker", "beat"
EVERY = 5.0  # seconds
FRESH = datetime.timedelta(seconds=20)  # older, and the process is taken for dead

log = structlog.get_logger(__name__)


def note(name: str) -> None:
    """Say that `name` lives. A database that does not answer must not end the process that says so."""
    try:
        Heartbeat.objects.bulk_create(
            [Heartbeat(name=name, seen_at=Now())],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["seen_at"],
        )
    except Error as problem:
        log.warning("heartbeat not noted", process=name, error=type(problem).__name__)
    finally:
        if not connection.in_atomic_block:  # the timer's thread must not keep a connection open
            connection.close()


def is_fresh(name: str) -> bool:
    """Whether `name` was seen alive within FRESH."""
    return Heartbeat.objects.filter(name=name, seen_at__gt=Now() - FRESH).exists()


class Scheduler(beat.Scheduler):
    """Celery's in-memory schedule, which notes each tick and sends nothing while no worker would receive it.

    Otherwise messages would pile up for as long as the worker is down; it looks for left work itself when it starts.
    """

    def tick(self, *args, **kwargs):
        note(BEAT)
        return super().tick(*args, **kwargs)

    def apply_entry(self, entry, producer=None) -> None:
        try:
            somebody_listens = is_fresh(WORKER)
        except Error:
            somebody_listens = False
        finally:
            connection.close()
        if somebody_listens:
            super().apply_entry(entry, producer=producer)
