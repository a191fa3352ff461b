"""Real worker and beat processes for tests, on the test database and a broker in a folder of the test."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

WORKER = ("worker", "--loglevel", "INFO", "--without-gossip", "--without-mingle", "--without-heartbeat")
BEAT = ("beat", "--loglevel", "INFO", "--pidfile", "")


@contextlib.contextmanager
def celery(*arguments: str, data_dir: Path) -> Iterator[subprocess.Popen]:
    """`celery` in a session of its own; what is left of it afterwards is killed."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    env = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        "NEWSDESK_DATA": str(data_dir),
        "SECRET_KEY": "for tests only",
    }
    with (data_dir / f"{arguments[0]}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "--app", "newsdesk", *arguments],
            cwd=settings.BASE_DIR,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """As `kill -9` of the process and all its children."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(is_so: Callable[[], bool], *, what: str, seconds: float = 300) -> None:
    """Generous: a slow machine must not fail the test, only a thing that never happens."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"never happened: {what}")
        time.sleep(0.1)
