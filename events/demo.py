"""A few articles to look at on a fresh installation. The news in them is invented."""

import datetime
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from events import uploads
from events.models import Article, Change, Event, Upload
from events.models.choices import ChangeKind, UploadOutcome

FOLDER = Path(__file__).with_name("demo_articles")
REFERENCE_DATE = datetime.date(2026, 11, 20)  # what "November 18" in them is counted from


def load() -> tuple[int, int]:
    """Upload every demo article as an editor would; (how many were new, how many were here already)."""
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.txt"))]
    batch = uploads.accept(files, reference_date=REFERENCE_DATE, is_demo=True)
    new = sum(upload.outcome == UploadOutcome.ACCEPTED for upload in batch.uploads)
    Upload.objects.filter(batch=batch.id, outcome=UploadOutcome.DUPLICATE).delete()  # a repeated load is no news
    return new, len(batch.uploads) - new


def remove() -> tuple[int, int]:
    """Take every demo article away with its events, uploads and original; (articles, events) that went."""
    with transaction.atomic():
        articles = list(Article.objects.select_for_update().filter(is_demo=True).order_by("pk"))
        events = list(Event.objects.filter(article__in=articles).order_by("pk").values_list("pk", flat=True))
        Change.objects.record(ChangeKind.TRASHED, events)
        Article.objects.filter(pk__in=[article.pk for article in articles]).delete()
        originals = {article.original.name for article in articles}
        originals -= set(Article.objects.filter(original__in=originals).values_list("original", flat=True))
    storage = Article._meta.get_field("original").storage
    for original in originals:
        storage.delete(original)
    return len(articles), len(events)
