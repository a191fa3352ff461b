"""A real browser: Debian's chromium. Without it these tests are skipped, or fail where REQUIRE_BROWSER=1."""

import os
from pathlib import Path

import pytest
from django.db.models.functions import Now
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

from events import vocabulary
from events.heartbeats import WORKER
from events.models import Heartbeat
from tests.browser.chromium import CHROMIUM, MISSING, arguments
from tests.builders import keep_originals_in

# Playwright's synchronous interface runs an event loop in the test's thread, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PATIENCE = 15_000  # milliseconds: a slow machine must not fail a test, only a thing that never happens


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM or os.environ.get("REQUIRE_BROWSER") == "1":
        return
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    assert CHROMIUM, MISSING
    expect.set_options(timeout=PATIENCE)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments()}


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """So that tests name pages by their paths."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    desk = {"locale": "en-GB", "viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
    return {**browser_context_args, **desk}


@pytest.fixture
def queue(calls: list[int], tmp_path, settings, monkeypatch) -> list[int]:
    """A newsroom whose worker runs: the calls for it, kept until the test does its work."""
    keep_originals_in(tmp_path / "originals", settings)
    monkeypatch.setattr("events.health.broker_is_well", lambda: True)
    Heartbeat.objects.create(name=WORKER, seen_at=Now())
    vocabulary.sync()
    return calls


@pytest.fixture
def refused() -> set[str]:
    """Addresses a test visits in order to be refused: that the server says no to just these is no complaint."""
    return set()


@pytest.fixture
def context(context: BrowserContext, refused: set[str]) -> BrowserContext:
    """Windows in which nothing may go wrong unseen: no error on the console, no refusal by the content policy."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        is_refusal = message.text.startswith("Failed to load resource") and message.location["url"] in refused
        if message.type == "error" and not is_refusal:
            complaints.append(f"{message.text} ({message.location['url']})")

    context.on("console", note)
    context.on("weberror", lambda problem: complaints.append(str(problem.error)))
    context.set_default_timeout(PATIENCE)
    yield context
    assert complaints == []
