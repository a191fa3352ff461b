"""A line of the articles page for each article, or for each file of one upload: what became of it, as a sentence."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import messages, uploads
from events.models import Article, Event, Passage, Upload
from events.models.choices import ArticleStatus, PassageKind, UploadOutcome

REFUSED, DUPLICATE = "refused", "duplicate"
WAITING = (ArticleStatus.QUEUED, ArticleStatus.PARSING)


@dataclass(frozen=True)
class Row:
    """`status` is the article's, or "refused" or "duplicate"; a refused file has no article."""

    key: str
    name: str
    status: str
    message: str
    article: Article | None = None
    size: int = 0
    language: str = ""
    events: int | None = None  # None until parsed
    trashed: bool = field(default=False)
    stalled_for: int = 0  # whole minutes without progress, where that is too long

    @property
    def is_waiting(self) -> bool:
        return self.status in WAITING and not self.trashed

    @property
    def can_retry(self) -> bool:
        return not self.trashed and (self.status == ArticleStatus.FAILED or self.stalled_for > 0)


def rows_of_batch(batch: uuid.UUID) -> list[Row]:
    """In the order the files were handed in."""
    given = list(Upload.objects.filter(batch=batch).order_by("pk"))  # before their articles: more may be coming in
    articles = counted(Article.objects.filter(uploads__batch=batch)).in_bulk()
    return _with_stalled([_row_of_upload(upload, articles.get(upload.article_id)) for upload in given])


def rows_of_articles(articles: Iterable[Article]) -> list[Row]:
    """`articles` come from counted()."""
    return _with_stalled([_row(article, key=f"a{article.pk}", name=article.name) for article in articles])


def counted(articles: QuerySet) -> QuerySet:
    """With the number of events and of passages set aside, without the text."""
    events = Event.objects.filter(article=OuterRef("pk"), trashed_at=None)
    aside = Passage.objects.filter(article=OuterRef("pk"), kind=PassageKind.SET_ASIDE)
    return articles.defer("text").annotate(event_count=_count(events), aside_count=_count(aside))


def _count(rows: QuerySet) -> Coalesce:
    counts = rows.order_by().values("article").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counts), 0)


def _row_of_upload(upload: Upload, article: Article | None) -> Row:
    key = f"u{upload.pk}"
    if upload.outcome == UploadOutcome.REFUSED or article is None:
        return Row(key, upload.name, REFUSED, messages.sentence(upload.refusal), size=upload.size)
    if upload.outcome == UploadOutcome.DUPLICATE:
        message = _("Already uploaded: open it.")
        return _row(article, key=key, name=upload.name, status=DUPLICATE, message=message)
    return _row(article, key=key, name=upload.name)


def _row(article: Article, *, key: str, name: str, status: str = "", message: str = "") -> Row:
    return Row(
        key=key,
        name=name,
        status=status or article.status,
        message=message or _sentence(article),
        article=article,
        size=article.size,
        language=article.get_language_display() if article.status == ArticleStatus.PARSED else "",
        events=article.event_count if article.status == ArticleStatus.PARSED else None,
        trashed=article.trashed_at is not None,
    )


def _with_stalled(rows: list[Row]) -> list[Row]:
    """Says of rows that wait how long nothing happened; a long queue that moves is no standstill."""
    now = timezone.now()
    waits = [(row, _standing_since(row.article, now)) for row in rows]
    long = [since for _row, since in waits if since and now - since >= uploads.STALLED_AFTER]
    if not long or Article.objects.filter(parsed_at__gt=now - uploads.STALLED_AFTER).exists():
        return rows
    return [
        replace(row, stalled_for=int((now - since).total_seconds() // 60))
        if row.is_waiting and since and now - since >= uploads.STALLED_AFTER
        else row
        for row, since in waits
    ]


def _standing_since(article: Article | None, now: datetime.datetime) -> datetime.datetime | None:
    """Since when nothing happened to an article that waits; None while a worker holds it."""
    if article is None:
        return None
    if article.status == ArticleStatus.QUEUED:
        return article.queued_at
    is_lost = article.status == ArticleStatus.PARSING and article.lease_until < now
    return article.parsing_at or article.queued_at if is_lost else None


def _sentence(article: Article) -> str:
    if article.trashed_at:
        return _("Withdrawn: it and its events are shown nowhere.")
    match article.status:
        case ArticleStatus.QUEUED:
            return _("Queued")
        case ArticleStatus.PARSING:
            return _("Being read")
        case ArticleStatus.FAILED:
            return messages.sentence(article.failure)
        case _:
            return events_sentence(article.event_count)


def events_sentence(count: int) -> str:
    """How many events an article held."""
    if not count:
        return _("No event found")
    return ngettext("%(count)d event", "%(count)d events", count) % {"count": count}


def batch_sentence(rows: list[Row]) -> str:
    """One line for the live region: how far a list of rows has come."""
    waiting = sum(row.is_waiting for row in rows)
    done = sum(row.status in (ArticleStatus.PARSED, DUPLICATE) for row in rows)
    failed = sum(row.status in (ArticleStatus.FAILED, REFUSED) for row in rows)
    parts = [
        ngettext("%(count)d file", "%(count)d files", len(rows)) % {"count": len(rows)},
        *([_("%(count)d done") % {"count": done}] if done else []),
        *([_("%(count)d under way") % {"count": waiting}] if waiting else []),
        *([_("%(count)d need you") % {"count": failed}] if failed else []),
    ]
    return ", ".join(parts)
