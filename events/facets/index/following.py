"""The state of this process: loaded from the snapshot, and kept up with what is written.

Who has just written must see it, so whoever may write is answered from the very latest state, which costs one small
query; others from a state that was the latest within the last second. There is no thread that polls: a question does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from django.conf import settings
from django.db import connection, transaction

from events.facets import freshness
from events.facets.freshness import LAG
from events.facets.index import snapshot
from events.facets.index.engine import Index
from events.facets.index.state import State
from events.models import Change

MOST_AT_ONCE = (
    20_000  # changes that are taken in while readers wait; more, and SQL answers until a new snapshot is here
)

log = structlog.get_logger(__name__)


def snapshot_path() -> Path:
    return Path(settings.DATA_DIR) / "facet_index" / "snapshot"


def database_here() -> str:
    """Tells this database from any other, also from one restored from its dump."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_function_privilege('pg_control_system()', 'execute')")
        system = "''"
        if cursor.fetchone()[0]:
            system = "(SELECT system_identifier FROM pg_control_system())"
        cursor.execute(f"SELECT {system} || '/' || oid FROM pg_database WHERE datname = current_database()")  # noqa: S608
        return cursor.fetchone()[0]


@contextmanager
def one_moment() -> Iterator[None]:
    """A transaction whose queries all see the same; inside another one there is nothing to choose any more."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


class Follower:
    """One for each process; safe in threads: a state never changes, and only one thread at a time makes the next."""

    def __init__(self) -> None:
        self.state: State | None = None
        self._database: str | None = None  # of the snapshot that was loaded, as long as it was not compared
        self._seen: tuple | None = None  # the snapshot file that was loaded, or could not be
        self._looked = self._checked = float("-inf")  # when, in seconds of the monotonic clock
        self._updating = threading.Lock()
        self._loading = threading.Lock()

    def current(self) -> State | None:
        """The state to answer from; None while there is none, so that SQL has to answer."""
        asked = time.monotonic()
        if freshness.is_serving() and asked - self._looked > LAG:
            self._looked = asked
            self._look_for_snapshot()
        if self.state is None or (freshness.may_lag() and asked - self._checked < LAG):
            return self.state
        with self._updating:
            if self._checked < asked:  # else another thread has checked while this one waited
                now = time.monotonic()
                self.state = self._caught_up(self.state) if self.state else None
                self._checked = now
            return self.state

    def load(self) -> bool:
        """Load the snapshot, without asking the database anything; whether there is a state now."""
        path = snapshot_path()
        self._seen = _stamp(path)
        try:
            began = time.perf_counter()
            loaded = snapshot.load(path)
        except snapshot.SnapshotError as problem:
            if self._seen:
                log.warning("facet index: the snapshot is of no use", reason=str(problem))
                _remove(path, self._seen)
            return False
        self.state, self._database = _prepared(State.of(loaded.segment, loaded.position)), loaded.database
        self._checked = float("-inf")
        log.info("facet index loaded", events=len(loaded.segment), seconds=round(time.perf_counter() - began, 2))
        return True

    def _look_for_snapshot(self) -> None:
        """A new file is loaded beside the work: the old state, or SQL, answers meanwhile."""
        stamp = _stamp(snapshot_path())
        if stamp and stamp != self._seen and self._loading.acquire(blocking=False):
            self._seen = stamp
            threading.Thread(target=self._load_beside, name="facet-index", daemon=True).start()

    def _load_beside(self) -> None:
        try:
            newer = Follower()
            if not newer.load():
                return
            newer.state = newer._caught_up(newer.state) if newer.state else None
            if newer.state is None:
                return
            with self._updating:
                self.state, self._database = newer.state, None
                self._checked = float("-inf")
        except Exception:
            log.exception("facet index: the new snapshot could not be taken")
        finally:
            connection.close()
            self._loading.release()

    def _caught_up(self, state: State) -> State | None:
        """The state with all that was committed by now; None where it is too far behind, or of another database."""
        if self._database is not None:
            if self._database != database_here():
                log.warning("facet index: the snapshot is of another database")
                _remove(snapshot_path(), self._seen)
                return None
            self._database = None
        position = Change.objects.position()
        if position == state.position or not Change.objects.between(state.position, position).exists():
            return state.after((), position)
        with one_moment():
            changes, position = Change.objects.since(state.position)
            ids = {change.event_id for change in changes}
            if len(ids) > max(MOST_AT_ONCE, len(state.parts[0].segment) // 20):
                log.warning("facet index: too far behind", changes=len(ids))
                return None
            return _prepared(state.after(ids, position))


def _prepared(state: State) -> State:
    Index(state).prepare()
    return state


def _stamp(path: Path) -> tuple | None:
    """What tells a file from the one that was there before."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _remove(path: Path, stamp: tuple | None) -> None:
    """Take a useless file away, so that the worker makes another; unless one is there by now."""
    if _stamp(path) == stamp:
        path.unlink(missing_ok=True)


follower = Follower()
