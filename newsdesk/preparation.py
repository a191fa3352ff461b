"""What has to be so before the services start: secret key, tables, static files, first accounts, demo articles."""

import hashlib
import io
import logging
import os
import secrets
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import OperationalError

from events.models import Heartbeat
from newsdesk.data_folder import StartError, open_log, say
from newsdesk.env import read_bool, read_text

FOLDERS = ("log", "broker/messages", "broker/control", "originals", "tmp")


def make_folders(data_dir: Path) -> None:
    shutil.rmtree(data_dir / "tmp", ignore_errors=True)  # what killed processes left
    for name in FOLDERS:
        (data_dir / name).mkdir(mode=0o700, parents=True, exist_ok=True)


def log_to_file(data_dir: Path) -> None:
    """The supervisor's own logging goes to log/serve.log: the terminal shows only what a person should read."""
    stream = os.fdopen(open_log(data_dir / "log" / "serve.log"), "a")
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setStream(stream)


def make_secret_key(data_dir: Path) -> None:
    """Generate the key once, and use it in this process too."""
    path = data_dir / "secret_key"
    if not path.exists():
        new = path.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(50) + "\n")
        new.rename(path)
    settings.SECRET_KEY = read_text("SECRET_KEY") or path.read_text().strip()


def migrate() -> None:
    """Bring tables and vocabulary up to date. Raises StartError when the database cannot be reached."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("sync_vocabulary", stdout=io.StringIO())
    except OperationalError as problem:
        told = str(problem).strip().splitlines()[0]
        raise StartError(f"The database does not answer ({told}): check DATABASE_URL.") from problem


def forget_heartbeats() -> None:
    """Those of the last run: ready means that this run's worker and clock were seen alive."""
    Heartbeat.objects.all().delete()


def collect_static(data_dir: Path) -> None:
    """Collect and compress the static files, unless none has changed since the last time."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = os.stat(storage.path(name))
            digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    stamp = data_dir / "static.stamp"
    if not stamp.exists() or stamp.read_text() != digest.hexdigest():
        stamp.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(digest.hexdigest())


def make_accounts() -> None:
    call_command("setup_accounts", stdout=io.StringIO())


def load_demo(data_dir: Path) -> None:
    """Upload the demo articles, once in the life of a data folder. Newsdesk runs without them, too."""
    stamp = data_dir / "demo.stamp"
    if stamp.exists() or not read_bool("NEWSDESK_DEMO", default=True):
        return
    try:
        call_command("demo", stdout=io.StringIO())
    except CommandError as problem:
        say(f"The demo articles could not be loaded: {problem}")
    else:
        stamp.touch()
