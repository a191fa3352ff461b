"""What people said of an article's passages, as parsing follows it. Making and undoing it: events.passages."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models.functions import Now

from events.corrections import TRASHED
from events.extraction import formats
from events.extraction.records import Cut
from events.models import Article, Change, Correction, Event, Recut
from events.models.choices import ChangeKind


def cuts_for(article: Article, raw: bytes) -> list[Cut]:
    """What people said of the passages, in order, as it stands in the text of these bytes.

    What was said of words that the text holds no more is left out; the article page says so. Raises ArticleRefused as
    extraction does.
    """
    standing = list(article.recuts.standing())
    if not standing:
        return []
    text = formats.decode(raw).text
    return [cut for recut in standing for cut in recut.placed(text) or ()]


def follow(article: Article, found: Iterable[int], lost: Iterable[Event]) -> None:
    """Withdraw events that are lost because a person cut their passage anew, and restore those found again.

    `lost` are kept since people touched them; without this they would stay on show beside what took their place. In
    the caller's transaction.
    """
    _restore(article, found)
    standing = [(recut, recut.placed(article.text) or ()) for recut in article.recuts.standing().order_by("-pk")]
    for event in lost:
        if event.trashed_at is None:
            for recut, cuts in standing:
                if any(cut.start < event.end and event.start < cut.end for cut in cuts):
                    _withdraw(event, recut)
                    break


def _withdraw(event: Event, recut: Recut) -> None:
    made_by = recut.made_by_id
    Correction.objects.create(event=event, field=TRASHED, old=False, new=True, made_by_id=made_by, recut=recut)
    Event.objects.filter(pk=event.pk).update(trashed_at=Now(), changed_at=Now())
    Change.objects.record(ChangeKind.TRASHED, [event.pk])


def _restore(article: Article, found: Iterable[int]) -> None:
    withdrawn = Correction.objects.filter(
        event__in=list(found), field=TRASHED, recut__isnull=False, undone_at__isnull=True
    )
    events = sorted(set(withdrawn.values_list("event_id", flat=True)))
    if not events:
        return
    latest = article.recuts.order_by("-pk").first()
    by = (latest.undone_by_id or latest.made_by_id) if latest else None
    withdrawn.update(undone_at=Now(), undone_by_id=by)
    Event.objects.filter(pk__in=events).update(trashed_at=None, changed_at=Now())
    Change.objects.record(ChangeKind.RESTORED, events)
