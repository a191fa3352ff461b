"""The queue of events that nobody has reviewed: its orders, the places in it, and how far the day's work has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from events.facets import Selection
from events.facets.sql import narrow
from events.models import Event
from events.models.choices import EventStatus
from events.models.doubt import UNSURE, WORTH, ChanceOfError, ExpectedError, probability

DOUBT, ARTICLE, FIELD = "doubt", "article", "field"
ORDERS = (DOUBT, ARTICLE, FIELD)  # by expected error; article by article in the order of the text; by one field's doubt


@dataclass(frozen=True)
class Queue:
    """Events that nobody has reviewed, under the filters of the site, in one of ORDERS (`field` is for FIELD)."""

    selection: Selection
    order: str = DOUBT
    field: str = "type"

    def events(self) -> QuerySet[Event]:
        """In order, with the key of the order, where it is computed, as `key`."""
        narrowed = narrow(replace(self.selection, status=(str(EventStatus.UNREVIEWED),), cursor=None))
        if self.order == ARTICLE:
            return narrowed.order_by("-article_id", "start", "id")
        return narrowed.annotate(key=self._key()).order_by("-key", "-id")

    def after(self, event: Event) -> int | None:
        """The id of the next event; the event itself need not be in the queue any more."""
        return self.events().filter(self._behind(event)).values_list("pk", flat=True).first()

    def before(self, event: Event) -> int | None:
        return self.events().filter(self._ahead(event)).reverse().values_list("pk", flat=True).first()

    def place(self, event: Event) -> int:
        """Where the event stands in the queue, or would stand, counted from 1."""
        return self.events().filter(self._ahead(event)).count() + 1

    def around(self, event: Event, *, before: int, after: int) -> list[Event]:
        """The event's neighbours in the queue, and the event itself where it is in it."""
        events = self.events().select_related("article").defer("article__text", "machine", "evidence", "search")
        ahead = list(events.filter(self._ahead(event)).reverse()[:before])[::-1]
        return [*ahead, *events.filter(pk=event.pk), *events.filter(self._behind(event))[:after]]

    def left(self) -> int:
        """How many events wait."""
        return self.events().count()

    def checked_today(self, now: datetime | None = None) -> int:
        """How many under the same filters were verified or rejected since midnight, by anybody."""
        midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        done = (str(EventStatus.VERIFIED), str(EventStatus.REJECTED))
        selection = replace(self.selection, status=done, sees_rejected=True, cursor=None)
        return narrow(selection).filter(reviewed_at__gte=midnight).count()

    def _key(self) -> ExpectedError | ChanceOfError:
        return ChanceOfError("confidence", self.field) if self.order == FIELD else ExpectedError("confidence")

    def _behind(self, event: Event) -> Q:
        """Whatever comes after the event in this order."""
        if self.order == ARTICLE:
            same_article = Q(article_id=event.article_id)
            return (
                Q(article_id__lt=event.article_id)
                | (same_article & Q(start__gt=event.start))
                | (same_article & Q(start=event.start, id__gt=event.pk))
            )
        key = self._key_of(event)
        return Q(key__lte=key) & (Q(key__lt=key) | Q(id__lt=event.pk))  # the first part is for the index

    def _ahead(self, event: Event) -> Q:
        """Whatever comes before it."""
        if self.order == ARTICLE:
            same_article = Q(article_id=event.article_id)
            return (
                Q(article_id__gt=event.article_id)
                | (same_article & Q(start__lt=event.start))
                | (same_article & Q(start=event.start, id__lt=event.pk))
            )
        key = self._key_of(event)
        return Q(key__gte=key) & (Q(key__gt=key) | Q(id__gt=event.pk))

    def _key_of(self, event: Event) -> float:
        return Event.objects.annotate(key=self._key()).values_list("key", flat=True).get(pk=event.pk)


@dataclass(frozen=True)
class Doubt:
    """A field of an event that may well be wrong, and the calibrated probability that it is right."""

    field: str
    probability: float


def doubts_of(event: Event) -> list[Doubt]:
    """The fields below UNSURE, the most costly doubt first; none where the confidence of the event is not known."""
    if not event.confidence:
        return []
    known = [Doubt(field, chance) for field in WORTH if (chance := probability(event.confidence, field)) is not None]
    unsure = [doubt for doubt in known if doubt.probability < UNSURE]
    return sorted(unsure, key=lambda doubt: -WORTH[doubt.field] * (1 - doubt.probability))
