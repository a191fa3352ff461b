import pytest

from events import extraction
from events.models import Article
from tests.builders import keep_originals_in, make_queued
from tests.ingest.articles import TEXT, two_events


@pytest.fixture
def article(db, tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    return make_queued(TEXT)


@pytest.fixture
def reads(monkeypatch):
    """Let extraction say this from now on, or raise it."""

    def say(answer) -> None:
        def extract(raw, **arguments):
            say.arguments = arguments
            if isinstance(answer, BaseException):
                raise answer
            return answer() if callable(answer) else answer

        monkeypatch.setattr(extraction, "extract", extract)

    say(two_events())
    return say
