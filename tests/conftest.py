"""The database of the whole test run: DATABASE_URL's server, else an embedded one in a temporary folder."""

import os
import shutil
from pathlib import Path

import pytest

from newsdesk import embedded

DATA_DIR = Path(os.environ["NEWSDESK_TEST_DATA"])  # set by tests/settings.py


@pytest.fixture(scope="session")
def postgres_server():
    """Started by the first test that needs a database, shared by all of pytest-xdist's workers, stopped by the last."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with embedded.for_django(DATA_DIR, durable=False):
        os.environ["DATABASE_URL"] = embedded.database_url(DATA_DIR)  # for processes that tests start
        yield
        del os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres_server, django_db_modify_db_settings_parallel_suffix):
    """pytest-django's own, with a server to talk to."""


@pytest.fixture
def calls(monkeypatch) -> list[int]:
    """No broker: the articles for which wake-up calls would have been sent."""
    sent: list[int] = []
    monkeypatch.setattr("events.wakeups.send", lambda ids: sent.extend(ids) or True)
    return sent


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # workers leave before the process that started them
        shutil.rmtree(embedded.Place.of(DATA_DIR).home, ignore_errors=True)
        shutil.rmtree(DATA_DIR, ignore_errors=True)
