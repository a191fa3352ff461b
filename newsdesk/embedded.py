"""PostgreSQL out of a wheel: started beside Newsdesk when DATABASE_URL names no other server.

The server listens on a Unix socket in a folder of mode 0700 and on nothing else. Whoever uses it holds a shared lock,
so any number of processes may call `ensure` at once: one of them makes the database and starts the server, the last one
to leave stops it, and `newsdesk.keeper` does so for those that were killed.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from newsdesk import keeper
from newsdesk.data_folder import StartError, refusals
from newsdesk.postgres_place import DATABASE, PORT, USER, Place, owner_of, settle
from newsdesk.postgres_server import Server, binaries

__all__ = ["Place", "StartError", "Use", "database_settings", "database_url", "ensure", "running"]


def database_settings(data_dir: Path) -> dict:
    """Django's settings for the embedded database of this data folder. Starts nothing and writes nothing."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(Place.of(data_dir).sockets),
        "PORT": PORT,
        "NAME": DATABASE,
        "USER": USER,
    }


def database_url(data_dir: Path) -> str:
    """The same as a DATABASE_URL."""
    return f"postgresql://{USER}@/{DATABASE}?host={quote(str(Place.of(data_dir).sockets), safe='')}&port={PORT}"


@dataclass
class Use:
    """One process's use of the running server; keep it as long as the database is needed."""

    place: Place
    _lock: int
    _children: list[subprocess.Popen] = field(default_factory=list)  # kept, so that they are waited for

    def is_alive(self) -> bool:
        return keeper.postmaster(self.place.cluster) is not None

    def release(self) -> None:
        """Let go. The last user stops the server."""
        with suppress(BlockingIOError):
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            keeper.stop_postgres(self.place.cluster)
        self._leave()

    def stop(self) -> None:
        """Stop the server, whoever else uses it."""
        with _locked(self.place.home / "locks" / "postgres-start"):
            keeper.stop_postgres(self.place.cluster)
        self._leave()

    def _leave(self) -> None:
        os.close(self._lock)
        for child in self._children:
            with suppress(subprocess.TimeoutExpired):
                child.wait(1)


@contextmanager
def running(data_dir: Path, *, durable: bool = True) -> Iterator[Use]:
    """The database of this data folder, for the length of a `with` block."""
    use = ensure(data_dir, durable=durable)
    try:
        yield use
    finally:
        use.release()


@contextmanager
def for_django(data_dir: Path, *, durable: bool = True) -> Iterator[Use]:
    """The same, with Django's connections pointed at it, and psql on the PATH for `dbshell`."""
    from django.db import connections

    with running(data_dir, durable=durable) as use:
        connections.settings["default"].update(database_settings(data_dir))
        os.environ["PATH"] = os.pathsep.join([str(binaries() / "bin"), os.environ.get("PATH", os.defpath)])
        yield use


def ensure(data_dir: Path, *, durable: bool = True, is_cancelled: Callable[[], bool] = lambda: False) -> Use:
    """Make the database where there is none, start its server where none runs, and use it.

    With `durable=False` the server waits for no disk and tidies nothing up: for tests. `is_cancelled` is asked while
    waiting for a long recovery. Raises StartError with one line for the person at the terminal.
    """
    with refusals(data_dir):
        data_dir = data_dir.resolve()
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = owner_of(data_dir)
        place = settle(data_dir, owner)
        for name in ("locks", "log"):
            (place.home / name).mkdir(mode=0o700, exist_ok=True)
        lock = os.open(place.home / "locks" / "postgres-use", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            # Use first, start second: the keeper stops a server only while holding the use lock alone.
            fcntl.flock(lock, fcntl.LOCK_SH)
            with _locked(place.home / "locks" / "postgres-start"):
                server = Server(place, owner, durable, is_cancelled)
                server.start()
                children = [*server.children, *_call_keeper(place)]
                server.wait_until_it_answers()
            return Use(place, lock, children)
        except BaseException:
            os.close(lock)
            raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _call_keeper(place: Place) -> list[subprocess.Popen]:
    """Put a keeper on duty unless one is."""
    duty = os.open(place.home / "locks" / "postgres-keeper", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(duty, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return []
    finally:
        os.close(duty)
    return [start_keeper("postgres", str(place.home))]


def start_keeper(*arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen:
    """Start `newsdesk.keeper` as a process of its own that outlives this one."""
    return subprocess.Popen(
        [sys.executable, "-P", keeper.__file__, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
        env=env,
    )
