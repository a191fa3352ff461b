"""Data folders and processes of their own for tests that start things for real."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from newsdesk import embedded, keeper


def new_folder() -> Path:
    """An empty folder directly under /tmp: pytest's own has parents that a system user cannot pass."""
    made = Path(tempfile.mkdtemp(prefix="newsdesk-platform-", dir="/tmp")).resolve()
    made.chmod(0o711)
    return made


@pytest.fixture
def folder():
    made = new_folder()
    yield made
    tidy(made)


def tidy(made: Path) -> None:
    """End whatever a failing test left, and remove the folder."""
    for data_dir in {made, *(path.parent for name in ("locks", "postgres_home") for path in made.rglob(name))}:
        keeper.end(list(keeper.services(data_dir)), patience=0)
        place = embedded.Place.of(data_dir)
        keeper.stop_postgres(place.cluster, patience=0.5)
        for left in {place.home, place.sockets} - {made}:
            shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(made, ignore_errors=True)


def environment(data_dir: Path, **changes: str) -> dict[str, str]:
    """The environment of a new user, with a data folder of its own."""
    ours = {"DATABASE_URL", "SECRET_KEY", "NEWSDESK_TEST_DATA", "DJANGO_SETTINGS_MODULE", "HOST", "PORT"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "NEWSDESK_DATA": str(data_dir), "PYTHONPATH": str(settings.BASE_DIR), **changes}


def run_python(code: str, data_dir: Path, *, prefix: tuple[str, ...] = (), **options) -> subprocess.CompletedProcess:
    """Run a few lines in a process of their own; `data_dir` and `embedded` are known to them."""
    return subprocess.run(
        python_command(code, prefix), env=environment(data_dir), capture_output=True, text=True, timeout=120, **options
    )


def python_command(code: str, prefix: tuple[str, ...] = ()) -> list[str]:
    start = "import os, pathlib, psycopg, sys, time\nfrom newsdesk import embedded\n"
    start += "data_dir = pathlib.Path(os.environ['NEWSDESK_DATA'])\n"
    return [*prefix, sys.executable, "-c", start + code]


def manage(data_dir: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess:
    """Run one of manage.py's commands."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment(data_dir, **changes),
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def as_ordinary_user(folder):
    """What to put before a command so that it runs as an ordinary user, who owns the folder."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed")
    prefix = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    probe = "import psycopg, subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=True)"
    if subprocess.run([*prefix, sys.executable, "-c", probe], capture_output=True).returncode:
        pytest.skip("an ordinary user cannot run this Python")
    os.chown(folder, 65534, 65534)
    return prefix
