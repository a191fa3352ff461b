import pytest
from django.core.files.base import ContentFile

from events import extraction
from events.models import Article
from events.models.article import sha256_of
from tests.builders import keep_originals_in, make_article
from tests.ingest.articles import TEXT, two_events


@pytest.fixture
def article(db, tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    raw = TEXT.encode()
    row = make_article(text="", sha256=sha256_of(raw), status="queued", title="")
    row.original.save("", ContentFile(raw))
    return row


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
