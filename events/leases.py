"""Holding an article while it is parsed, and taking it back from a process that died."""

import contextlib
import contextvars
import os
import platform
import threading
from collections.abc import Iterator

import psutil
import structlog
from django.db import Error, connection
from django.db.models.functions import Now

from events.models import Article, Rereading
from events.models.choices import ArticleStatus

RENEW_EVERY = 10.0  # seconds; a third of the lease

log = structlog.get_logger(__name__)


def holder() -> str:
    """This process, so that others of this machine can tell whether it still lives: "machine pid start"."""
    process = psutil.Process()
    return f"{_machine()} {process.pid} {process.create_time():.2f}"


@contextlib.contextmanager
def renewed(row: Article | Rereading) -> Iterator[None]:
    """Hold the claim while the body runs, from a thread with a database connection of its own."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(RENEW_EVERY):
            try:
                if not type(row).objects.renew(row.pk, row.lease_token):
                    return
            except Error as problem:
                log.warning("lease not renewed", error=type(problem).__name__)
            finally:
                connection.close()

    context = contextvars.copy_context()  # so that the thread's lines carry the article's id
    thread = threading.Thread(target=context.run, args=(renew,), name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def release_dead() -> int:
    """End the leases of this machine's processes that live no more; how many.

    Without this a restarted worker would wait for them to run out. Other machines' leases do run out by themselves.
    """
    released = 0
    held = Article.objects.filter(status=ArticleStatus.PARSING, lease_holder__startswith=f"{_machine()} ")
    for pk, token, name in held.values_list("pk", "lease_token", "lease_holder"):
        if not _lives(name):
            mine = held.filter(pk=pk, lease_token=token, lease_until__gt=Now())
            released += mine.update(lease_until=Now())
    return released


def _machine() -> str:
    """The host and, where there are such things, the container: process ids mean nothing outside it."""
    try:
        namespace = os.readlink("/proc/self/ns/pid")
    except OSError:
        namespace = ""
    return f"{platform.node().replace(' ', '-')[:100]}/{namespace}"


def _lives(name: str) -> bool:
    _, pid, started = name.rsplit(" ", 2)
    try:
        process = psutil.Process(int(pid))
        return f"{process.create_time():.2f}" == started and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True
