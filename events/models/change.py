from django.db import models
from django.db.models.functions import Now

from events.models.choices import ChangeKind
from events.models.constraints import one_of


class CurrentTransaction(models.Func):
    """The writing transaction's 64-bit id, which never wraps (xid8)."""

    template = "pg_current_xact_id()::text::bigint"
    output_field = models.BigIntegerField()


class FinishedBefore(models.Func):
    """Every transaction below this id has ended: no change with a smaller id can still appear."""

    template = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    output_field = models.BigIntegerField()


class ChangeQuerySet(models.QuerySet):
    def record(self, kind: str, event_ids) -> None:
        """One row for each event, in the caller's transaction."""
        self.bulk_create(Change(event_id=pk, kind=kind) for pk in event_ids)

    def since(self, transaction: int, pk: int) -> "ChangeQuerySet":
        """What was committed after that position, in an order in which nothing is ever inserted behind a reader.

        Ids come from a sequence and commit out of order; (transaction, id) below the oldest running transaction does
        not. Begin with (0, 0); go on from the last row's `transaction` and `pk`.
        """
        later = models.Q(transaction__gt=transaction) | models.Q(transaction=transaction, pk__gt=pk)
        return self.filter(later, transaction__lt=FinishedBefore()).order_by("transaction", "pk")


class Change(models.Model):
    """That an event changed: caches, feeds and the facet index follow these rows."""

    # No foreign key: the row outlives the event.
    event_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=ChangeKind)
    transaction = models.BigIntegerField(db_default=CurrentTransaction(), editable=False)
    at = models.DateTimeField(db_default=Now())

    objects = ChangeQuerySet.as_manager()

    class Meta:
        constraints = [one_of("kind", ChangeKind, model="change")]
        indexes = [models.Index(fields=["transaction", "id"], name="change_in_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"
