"""Which events come first on a front page: what was done weighs more than who has said so most recently.

An act weighs as far from nothing as it lies on the conflict-cooperation scale, in either direction: an assault 10, aid
7, talks 1. At equal weight, what more agencies are credited with comes first, then what names more countries, then what
was read last. The figures are those of J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data" (Journal of
Conflict Resolution, 1992) as carried over to the root codes of CAMEO, from which PLOVER's types come; where a type
unites two of them, the graver one counts.
"""

from __future__ import annotations

from django.db.models import Count

from events.facets import Selection
from events.facets.sql import narrow
from events.models import EventAgency, EventCountry
from events.models.choices import EventType

WEIGHTS: dict[str | None, float] = {
    EventType.ASSAULT: 10,
    EventType.MOBILIZE: 7.2,
    EventType.COERCE: 7,
    EventType.AID: 7,
    EventType.PROTEST: 6.5,
    EventType.THREATEN: 6,
    EventType.COOPERATE: 6,
    EventType.CONCEDE: 5,
    EventType.RETREAT: 5,
    EventType.REQUEST: 5,
    EventType.SANCTION: 4,
    EventType.REJECT: 4,
    EventType.AGREE: 4,
    EventType.SUPPORT: 3.5,
    EventType.ACCUSE: 2,
    EventType.CONSULT: 1,
    None: 0,  # nobody did anything to anybody
}


def ranked(selection: Selection) -> list[tuple[int, str]]:
    """Id and region of every selected event, the most consequential first. For a day's worth of events."""
    events = narrow(selection).order_by()
    agencies, countries = (_links(link, events) for link in (EventAgency, EventCountry))
    rows = events.values_list("pk", "region", "type")
    order = sorted(
        rows, key=lambda row: (-WEIGHTS[row[2]], -agencies.get(row[0], 0), -countries.get(row[0], 0), -row[0])
    )
    return [(pk, region) for pk, region, _type in order]


def _links(link, events) -> dict[int, int]:
    found = link.objects.filter(event__in=events.values("pk")).order_by()
    return dict(found.values_list("event").annotate(Count("pk")))
