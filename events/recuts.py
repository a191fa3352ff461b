"""What people said of an article's passages, as parsing follows it. Making and undoing it: events.passages."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models.functions import Now
from django.utils import timezone

from events import values
from events.corrections import STATUS, TRASHED
from events.extraction import formats
from events.extraction.records import Cut, ExtractedEvent
from events.models import Article, Change, Correction, Event, Recut
from events.models.choices import ChangeKind, EventStatus


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


def take_back_reviews(article: Article, found: Iterable[tuple[Event, ExtractedEvent]], text: str) -> None:
    """Leave verified events unreviewed whose words are others since a person cut their passage anew, or undid that.

    What an editor confirmed was the event of the old words: a half of it names fewer countries, two joined name more.
    `found` are stored events with what is read of them now, in `text`; saving them is the caller's, in its transaction.
    """
    verified = [(event, read) for event, read in found if event.status == EventStatus.VERIFIED]
    changed = [(event, read) for event, read in verified if values.storable(read.text) != event.text]
    for recut in article.recuts.order_by("-pk") if changed else ():
        cuts, last = recut.placed(text) or (), recut.undone_at or recut.made_at
        for event, read in changed:
            is_newer = event.reviewed_at is None or event.reviewed_at <= last
            if event.status == EventStatus.VERIFIED and is_newer and _overlap(cuts, read.start, read.end):
                _take_back_review(event, recut)


def _take_back_review(event: Event, recut: Recut) -> None:
    by, new = recut.undone_by_id or recut.made_by_id, EventStatus.UNREVIEWED
    Correction.objects.create(event=event, field=STATUS, old=event.status, new=new, made_by_id=by, recut=recut)
    event.status, event.reviewed_by_id, event.reviewed_at = new, by, timezone.now()


def _overlap(cuts: Iterable[Cut], start: int, end: int) -> bool:
    return any(cut.start < end and start < cut.end for cut in cuts)


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
                if _overlap(cuts, event.start, event.end):
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
