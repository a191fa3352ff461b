"""How the machine's values stand against what people checked: verified events whole, corrected ones field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from events import values
from events.models import Correction, Event
from events.models.choices import EventStatus
from events.models.event import EventQuerySet


@dataclass
class Tally:
    """So many values right of so many checked."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.of += 1


def checked(events: EventQuerySet) -> EventQuerySet:
    """Those readers see that are verified, or have a value that a person corrected and that stands."""
    corrected = Correction.objects.filter(event=OuterRef("pk"), field__in=values.FIELDS, undone_at__isnull=True)
    return events.visible().filter(Q(status=EventStatus.VERIFIED) | Exists(corrected)).exclude(machine={})


def standing_corrections(event_ids: Iterable[int]) -> dict[int, dict]:
    """Event -> field -> what a person made of it: the newest correction not undone."""
    rows = Correction.objects.filter(event__in=event_ids, field__in=values.FIELDS, undone_at__isnull=True)
    found: dict[int, dict] = {}
    for event_id, field, new in rows.order_by("pk").values_list("event_id", "field", "new"):
        found.setdefault(event_id, {})[field] = new
    return found


def truths(event: Event, corrected: dict) -> dict:
    """Field -> value, of the fields that a person checked; `corrected` are the corrections that stand."""
    if event.status != EventStatus.VERIFIED:
        return corrected
    return {field: values.machine_value(event.machine, field) for field in values.FIELDS if field in event.machine} | (
        corrected
    )


def is_same(field: str, one, other) -> bool:
    """Whether two values say the same; the order of names says nothing."""
    if field in values.LISTS:
        return set(one or ()) == set(other or ())
    return one == other
