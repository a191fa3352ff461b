"""A line of the articles page for each article, or for each file of one upload: what became of it, as a sentence."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import messages, uploads
from events.models import Article, Event, Fingerprint, Passage, Resemblance, Upload
from events.models.article import sha256_of
from events.models.choices import ArticleStatus, PassageKind, UploadOutcome

REFUSED, DUPLICATE = "refused", "duplicate"
COMPARED_WITHIN = datetime.timedelta(minutes=1)
WAITING = (ArticleStatus.QUEUED, ArticleStatus.PARSING)


@dataclass(frozen=True)
class Likeness:
    """Another article that says mostly the same, with the figures that say so."""

    other: Article
    shared: int  # sentences that stand in both
    sentences: int  # of whichever came in later
    is_later: bool  # whether the other one did

    @property
    def is_whole(self) -> bool:
        return self.shared == self.sentences


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
    set_aside: int = 0  # passages
    trashed: bool = field(default=False)
    stalled_for: int = 0  # whole minutes without progress, where that is too long
    resembles: Likeness | None = None  # what it is most like, while nobody decided about it

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
    rows = [_row_of_upload(upload, articles.get(upload.article_id)) for upload in given]
    return _with_resemblances(_with_stalled(rows))


def rows_of_articles(articles: Iterable[Article]) -> list[Row]:
    """`articles` come from counted()."""
    rows = [_row(article, key=f"a{article.pk}", name=article.name) for article in articles]
    return _with_resemblances(_with_stalled(rows))


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
        set_aside=article.aside_count,
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


def _with_resemblances(rows: list[Row]) -> list[Row]:
    parsed = {row.article.pk for row in rows if row.status == ArticleStatus.PARSED and not row.trashed}
    pairs = Resemblance.objects.undecided().filter(Q(article__in=parsed) | Q(other__in=parsed))
    pairs = pairs.prefetch_related(_named("article"), _named("other"))
    found: dict[int, Likeness] = {}
    for pair in pairs.order_by("shared", "-other_id", "-article_id"):  # the last counts
        found[pair.article_id] = Likeness(pair.other, pair.shared, pair.sentences, is_later=False)
        found[pair.other_id] = Likeness(pair.article, pair.shared, pair.sentences, is_later=True)
    return [
        replace(row, resembles=found[row.article.pk])
        if row.status == ArticleStatus.PARSED and row.article.pk in found
        else row
        for row in rows
    ]


def _named(article: str) -> Prefetch:
    return Prefetch(article, Article.objects.defer("text"))


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
    """One line for the live region: how far the files of an upload have come."""
    counts = {
        "read": sum(row.status == ArticleStatus.PARSED for row in rows),
        "here": sum(row.status == DUPLICATE for row in rows),
        "waiting": sum(row.is_waiting for row in rows),
        "failed": sum(row.status == ArticleStatus.FAILED for row in rows),
        "refused": sum(row.status == REFUSED for row in rows),
    }
    all_read = ngettext("%(read)d of %(count)d file read", "%(read)d of %(count)d files read", len(rows))
    parts = {
        "read": all_read % {"read": counts["read"], "count": len(rows)},
        "here": _("%(count)d here already"),
        "waiting": _("%(count)d under way"),
        "failed": _("%(count)d failed"),
        "refused": _("%(count)d refused"),
    }
    return ", ".join(part % {"count": counts[name]} for name, part in parts.items() if name == "read" or counts[name])


def is_compared(rows: list[Row]) -> bool:
    """Whether it is known of all that was just read which other articles it resembles."""
    parsed = [row.article.pk for row in rows if row.status == ArticleStatus.PARSED]
    left = Fingerprint.objects.filter(article__in=parsed, is_compared=False)
    return not left.filter(article__parsed_at__gt=timezone.now() - COMPARED_WITHIN).exists()


def version_of(rows: list[Row], *more) -> str:
    """Something that differs when what a list of rows shows differs: a page that has it needs no new one."""
    shown = [
        (
            row.key,
            row.status,
            row.message,
            row.set_aside,
            row.trashed,
            row.stalled_for,
            row.resembles and (row.resembles.other.pk, row.resembles.shared),
        )
        for row in rows
    ]
    return sha256_of(repr((shown, more)).encode())[:16]
