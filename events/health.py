"""Whether database, broker, worker and beat do their work, answered in time even when one of them hangs."""

import datetime
import os
import threading
import time
from collections.abc import Callable
from typing import Any

import structlog
from celery import current_app
from django.db import connections
from django.utils.translation import gettext as _

from events.facets.index import checked
from events.heartbeats import BEAT, FRESH, WORKER, is_fresh
from events.models import Heartbeat

PATIENCE = 0.7  # seconds for all checks together; the answer is promised within one

log = structlog.get_logger(__name__)


class Check:
    """Runs `look` in a thread of its own, one at a time, so that a hanging service never holds up an answer."""

    def __init__(self, look: Callable[[], Any]) -> None:
        self.look = look
        self._lock = threading.Lock()
        self._run: _Run | None = None

    def begin(self) -> "_Run":
        """A look that is under way; the one that still hangs, if one does."""
        with self._lock:
            if self._run is None or not self._run.is_alive():
                self._run = _Run(self.look)
                self._run.start()
            return self._run


class _Run(threading.Thread):
    def __init__(self, look: Callable[[], Any]) -> None:
        super().__init__(name="health", daemon=True)
        self.look = look
        self.found: Any = None

    def run(self) -> None:
        try:
            self.found = self.look()
        except Exception as problem:
            log.warning("health check failed", check=self.look.__name__, error=type(problem).__name__)

    def result(self, until: float) -> Any:
        """What was found by then; None when the look failed or hangs."""
        self.join(max(0.0, until - time.monotonic()))
        return self.found


def seen_in_database() -> dict[str, tuple[datetime.datetime, datetime.timedelta]]:
    """When each background process was last seen, and how long ago that is by the database's clock."""
    # A connection outside the pool: whether the database answers must not depend on who holds the others.
    connection = connections["default"].copy()
    connection.settings_dict["OPTIONS"] = {
        **{name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"},
        "connect_timeout": 2,  # seconds, libpq's least
    }
    table = connection.ops.quote_name(Heartbeat._meta.db_table)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT name, seen_at, now() - seen_at FROM {table}")  # noqa: S608 -- the table's own name
            return {name: (seen_at, age) for name, seen_at, age in cursor.fetchall()}
    finally:
        connection.close()


def broker_answers() -> bool:
    """Whether messages can be handed in."""
    with current_app.connection_for_write().clone(connect_timeout=PATIENCE) as connection:
        if connection.transport.driver_type == "filesystem":
            folder = current_app.conf.broker_transport_options["data_folder_out"]
            return os.access(folder, os.W_OK | os.X_OK)
        connection.connect()
        return True


DATABASE, BROKER = Check(seen_in_database), Check(broker_answers)


def report() -> dict:
    """The answer of /healthz; everything is well where `problems` is empty."""
    until = time.monotonic() + PATIENCE
    database, broker = DATABASE.begin(), BROKER.begin()
    seen = database.result(until)
    answer: dict[str, Any] = {
        "status": "ok",
        "database": {"ok": seen is not None},
        "broker": {"ok": bool(broker.result(until))},
        "worker": _process(WORKER, seen or {}),
        "beat": _process(BEAT, seen or {}),
    }
    if check := checked.last():  # does not fail: what differed was made anew, and SQL answered meanwhile
        answer["facet_index"] = {"ok": check.agrees, "checked": check.at.isoformat(timespec="seconds")}
    known = ("database", "broker") if seen is None else ("database", "broker", "worker", "beat")
    answer["problems"] = [_sentence(part) for part in known if not answer[part]["ok"]]
    if answer["problems"]:
        answer["status"] = "failing"
    return answer


def broker_is_well() -> bool:
    """The broker's part of the report alone."""
    return bool(BROKER.begin().result(time.monotonic() + PATIENCE))


def work_goes_on() -> bool:
    """Whether what waits to be read can be expected to be read soon."""
    return is_fresh(WORKER) and broker_is_well()


def _process(name: str, seen: dict) -> dict:
    if name not in seen:
        return {"ok": False, "seen": None}
    seen_at, age = seen[name]
    return {"ok": age <= FRESH, "seen": seen_at.astimezone(datetime.UTC).isoformat(timespec="seconds")}


def _sentence(part: str) -> str:
    return {
        "database": _("The database does not answer."),
        "broker": _("The message broker does not answer: uploads wait until it does."),
        "worker": _("No worker was seen lately: uploads wait until one runs."),
        "beat": _("The scheduler (Celery beat) was not seen lately: interrupted work waits."),
    }[part]
