"""What was withdrawn: kept for a month, restored by a click, then purged for good."""

from __future__ import annotations

import datetime

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from events.corrections import TRASHED
from events.extraction.records import PassageKind, Reason
from events.models import Article, Correction, Event, Recut
from events.models.choices import RecutAction

KEPT = datetime.timedelta(days=30)

log = structlog.get_logger(__name__)


def articles() -> QuerySet[Article]:
    """Withdrawn articles, the latest first."""
    return Article.objects.filter(trashed_at__isnull=False).order_by("-trashed_at", "-pk")


def events() -> QuerySet[Event]:
    """Events withdrawn by themselves, the latest first; those of withdrawn articles come back with these."""
    return Event.objects.filter(trashed_at__isnull=False, article__trashed_at__isnull=True).order_by(
        "-trashed_at", "-pk"
    )


def days_left(trashed_at: datetime.datetime) -> int:
    """Whole days until it is purged; 0 on the last."""
    return max(0, (trashed_at + KEPT - timezone.now()).days)


def purge() -> tuple[int, int]:
    """Delete what has been in the trash for longer than KEPT: how many articles, how many events.

    May run at any time and any number of times; one that fails stops no other.
    """
    before = timezone.now() - KEPT
    old_articles = list(articles().filter(trashed_at__lt=before).values_list("pk", flat=True))
    old_events = list(events().filter(trashed_at__lt=before).values_list("pk", flat=True))
    purged = sum(_purge_article(pk, before) for pk in old_articles), sum(_purge_event(pk, before) for pk in old_events)
    if any(purged):
        log.info("trash purged", articles=purged[0], events=purged[1])
    return purged


def _purge_article(pk: int, before: datetime.datetime) -> bool:
    """The row with all that hangs on it, then the bytes where no other article has the same."""
    with transaction.atomic():
        article = Article.objects.select_for_update().filter(pk=pk, trashed_at__lt=before).first()
        if article is None:
            return False
        original = article.original
        article.delete()
        name, storage = original.name, original.storage
        transaction.on_commit(lambda: _delete_bytes(storage, name), robust=True)
    return True


def _delete_bytes(storage, name: str) -> None:
    if name and not Article.objects.filter(original=name).exists():
        storage.delete(name)


def _purge_event(pk: int, before: datetime.datetime) -> bool:
    """Its passage stays set aside, so that no later reading of the article brings the event back."""
    with transaction.atomic():
        event = Event.objects.select_for_update().filter(pk=pk, trashed_at__lt=before).defer("search").first()
        if event is None:
            return False
        withdrawn = Correction.objects.filter(event=event, field=TRASHED, undone_at=None).order_by("-pk").first()
        if withdrawn and withdrawn.recut_id is None and event.not_found_at is None:
            _set_aside_for_good(event, withdrawn)
        event.delete()
    return True


def _set_aside_for_good(event: Event, withdrawn: Correction) -> None:
    cut = {
        "start": event.start,
        "end": event.end,
        "kind": str(PassageKind.SET_ASIDE),
        "reason": str(Reason.OTHER),
        "words": event.article.text[event.start : event.end],
    }
    Recut.objects.create(
        article=event.article,
        action=RecutAction.SET_ASIDE,
        cuts=[cut],
        made_by_id=withdrawn.made_by_id,
        made_at=withdrawn.made_at,
    )
    inside = event.article.passages.filter(kind=PassageKind.EVENT, start__gte=event.start, end__lte=event.end)
    inside.update(kind=str(PassageKind.SET_ASIDE), reason=str(Reason.OTHER))
