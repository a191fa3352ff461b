from django.db import connection, models
from django.db.models.functions import Cast, Now

from events.models.choices import ChangeKind
from events.models.constraints import one_of


class CurrentTransaction(models.Func):
    """The writing transaction's 64-bit id, which never wraps (xid8)."""

    template = "pg_current_xact_id()::text::bigint"
    output_field = models.BigIntegerField()


class VisibleIn(models.Func):
    """Whether the transaction that wrote the row had been committed when a snapshot was taken."""

    template = "pg_visible_in_snapshot(%(expressions)s::pg_snapshot)"
    output_field = models.BooleanField()

    def __init__(self, snapshot: str) -> None:
        super().__init__(Cast(Cast("transaction", models.TextField()), _Xid8()), models.Value(snapshot))


class _Xid8(models.Field):
    def db_type(self, connection) -> str:
        return "xid8"


class ChangeQuerySet(models.QuerySet):
    def record(self, kind: str, event_ids) -> None:
        """One row for each event, in the caller's transaction."""
        self.bulk_create(Change(event_id=pk, kind=kind) for pk in event_ids)

    def since(self, position: str | None) -> "tuple[list[Change], str]":
        """What was committed since `position`, each change exactly once, and the position to go on from.

        Begin with None. A position is a snapshot of PostgreSQL: ids come from a sequence and commit out of order, so
        no id says "all before me is known", but a snapshot does; and nobody waits for a transaction that takes long.
        """
        now = self.position()
        return list(self.between(position, now).order_by("pk")), now

    def position(self) -> str:
        """Where one stands who knows all that is committed now."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_snapshot()::text")
            return cursor.fetchone()[0]

    def between(self, position: str | None, now: str) -> "ChangeQuerySet":
        """What `now` tells and `position` did not."""
        new = self.filter(VisibleIn(now))
        if position is not None:
            oldest_running = int(position.partition(":")[0])  # all below was visible: lets the index do the work
            new = new.filter(transaction__gte=oldest_running).exclude(VisibleIn(position))
        return new


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
