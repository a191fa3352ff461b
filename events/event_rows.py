"""What a row of a list says of an event, in two plain queries for a page: fifty events with all they are linked to as
objects of models were a third of the time of a page."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.urls import reverse

from events.models import Agency, Country, Event, Organization
from events.models.choices import EventStatus
from events.models.links import EventAgency, EventCountry, Party

COLUMNS = ("id", "language", "title", "text", "date", "date_end", "date_precision", "type", "quad", "status")


@dataclass(frozen=True, slots=True)
class Mention:
    """A country or an organization as a row names it; without a role it is only what the event is about."""

    name: str
    role: str = ""  # actor or recipient
    country: str | None = None  # ISO 3166-1 alpha-2; None: an organization
    organization: str | None = None  # its slug


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as a row of a list shows it: named as in the model, with mentions and names for its links."""

    pk: int
    language: str
    title: str
    text: str
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: str | None
    type: str | None
    quad: str | None
    status: str
    mentions: list[Mention] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])

    def get_status_display(self) -> str:
        return str(EventStatus(self.status).label)


def rows_of(ids: Iterable[int]) -> list[EventRow]:
    """Events as rows, in the order of `ids`, named in the language of the page; those that are gone are left out."""
    ids = list(ids)
    mentions, agencies = _linked(ids)
    with connection.cursor() as cursor:
        cursor.execute(_EVENTS, [ids])
        rows = {row[0]: EventRow(*row, mentions[row[0]], agencies[row[0]]) for row in cursor.fetchall()}
    return [rows[pk] for pk in ids if pk in rows]


def _shown(parties: list[Mention], countries: Iterable[Mention]) -> list[Mention]:
    """Where there is no actor, the countries stand in for them; who acts on its own is named once."""
    acting = {(party.country, party.organization) for party in parties if party.role == "actor"}
    if not acting:
        return [*countries, *parties]
    return [party for party in parties if party.role == "actor" or (party.country, party.organization) not in acting]


def _linked(ids: list[int]) -> tuple[dict[int, list[Mention]], dict[int, list[str]]]:
    """The mentions and the agencies of each event."""
    parties, countries, agencies = defaultdict(list), defaultdict(list), defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_LINKS.format(name=Country.name_field()), [ids, ids, ids])
        for pk, role, _position, code, slug, name in cursor.fetchall():
            if role == "agency":
                agencies[pk].append(name)
            elif role:
                parties[pk].append(Mention(name, role, code, slug))
            else:
                countries[pk].append(Mention(name, "", code))
    return defaultdict(list, {pk: _shown(parties[pk], countries[pk]) for pk in ids}), agencies


_EVENTS = f"SELECT {', '.join(COLUMNS)} FROM {Event._meta.db_table} WHERE id = ANY(%s)"  # noqa: S608 -- all is ours
_LINKS = f"""
    SELECT l.event_id, l.role, l.position, l.country_id, o.slug, coalesce(c.{{name}}, o.name)
    FROM {Party._meta.db_table} l LEFT JOIN {Country._meta.db_table} c ON c.code = l.country_id
    LEFT JOIN {Organization._meta.db_table} o ON o.id = l.organization_id WHERE l.event_id = ANY(%s)
    UNION ALL SELECT l.event_id, '', l.position, l.country_id, NULL, c.{{name}}
    FROM {EventCountry._meta.db_table} l JOIN {Country._meta.db_table} c ON c.code = l.country_id
    WHERE l.event_id = ANY(%s)
    UNION ALL SELECT l.event_id, 'agency', l.position, NULL, NULL, a.name
    FROM {EventAgency._meta.db_table} l JOIN {Agency._meta.db_table} a ON a.id = l.agency_id
    WHERE l.event_id = ANY(%s)
    ORDER BY 2, 3
"""  # noqa: S608
