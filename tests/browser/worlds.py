"""What is in the database while pages are looked at, and who looks."""

from pathlib import Path
from unittest import mock

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import BrowserContext

from events import extraction, ingest, uploads, vocabulary
from events.extraction import extract
from events.extraction.records import Extraction
from events.models import Article

CORPUS = Path(__file__).parent.parent / "extraction" / "corpus" / "develop"


def read_articles(*names: str, user: User | None = None) -> list[Article]:
    """Articles of the corpus, uploaded and read just as the worker would."""
    vocabulary.sync()
    files = [SimpleUploadedFile(f"{name}.txt", (CORPUS / f"{name}.txt").read_bytes()) for name in names]
    batch = uploads.accept(files, user=user)
    with mock.patch.object(extraction, "extract", extract_once):
        for upload in batch.uploads:
            ingest.parse_and_store(upload.article.pk)
    articles = [Article.objects.get(pk=upload.article.pk) for upload in batch.uploads]
    assert {article.status for article in articles} == {"parsed"}
    return articles


_extracted: dict[tuple[bytes, str], Extraction] = {}


def extract_once(raw: bytes, **arguments) -> Extraction:
    """What extraction says of the same file with the same arguments, asked once: many tests look at one article."""
    key = (raw, repr(sorted(arguments.items())))
    if key not in _extracted:
        _extracted[key] = extract(raw, **arguments)
    return _extracted[key]


def sign_in(context: BrowserContext, base_url: str, user: User) -> None:
    """Without the form, which has a test of its own."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])


def speak(context: BrowserContext, base_url: str, language: str) -> None:
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": base_url}])
