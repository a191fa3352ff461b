"""How the machine's values stand against what people checked: verified events whole, corrected ones field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

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


def are_same(compared: Sequence[tuple[str, Any, Any]]) -> list[bool]:
    """Whether the two values of each (field, one, other) say the same, in a fixed number of queries.

    The order of names says nothing, nor which of its names a row had when one was written down: people rename rows.
    """
    differing: dict[str, set[str]] = defaultdict(set)
    for field, one, other in compared:
        if field in values.LISTS:
            differing[field] |= set(one or ()) ^ set(other or ())
    now = {field: values.names_now(field, names) for field, names in differing.items() if names}
    return [
        _is_same(one, other, now.get(field, {})) if field in values.LISTS else one == other
        for field, one, other in compared
    ]


def _is_same(one: list[str] | None, other: list[str] | None, now: dict[str, str]) -> bool:
    return {now.get(name, name) for name in one or ()} == {now.get(name, name) for name in other or ()}
