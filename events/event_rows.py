"""What a row of a list says of an event, in four plain queries for a page: fifty events with all they are linked to as
objects of models were a third of the time of a page."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from events.models import Country, Event
from events.models.choices import EventStatus
from events.models.links import EventAgency, EventCountry, Party

COLUMNS = ("pk", "language", "title", "text", "date", "date_end", "date_precision", "type", "quad", "status")


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
    mentions, agencies = _mentions(ids), _agencies(ids)
    rows = {
        columns[0]: EventRow(*columns, mentions[columns[0]], agencies[columns[0]])
        for columns in Event.objects.filter(pk__in=ids).order_by().values_list(*COLUMNS)
    }
    return [rows[pk] for pk in ids if pk in rows]


def mentions_of(event: Event | EventRow) -> list[Mention]:
    """Who did it to whom; where nobody did anything: the countries it is about."""
    if isinstance(event, EventRow):
        return event.mentions
    parties = [
        Mention(party.country.name, party.role, party.country_id)
        if party.country
        else Mention(party.organization.name, party.role, None, party.organization.slug)
        for party in event.parties.all()
    ]
    return _shown(parties, (Mention(link.country.name, "", link.country_id) for link in event.event_countries.all()))


def _shown(parties: list[Mention], countries: Iterable[Mention]) -> list[Mention]:
    """Where there is no actor, the countries stand in for them."""
    return parties if any(party.role == "actor" for party in parties) else [*countries, *parties]


def _mentions(ids: list[int]) -> dict[int, list[Mention]]:
    name = f"country__{Country.name_field()}"
    parties, countries = defaultdict(list), defaultdict(list)
    links = Party.objects.filter(event__in=ids).order_by("role", "position")
    for pk, role, code, country, slug, organization in links.values_list(
        "event_id", "role", "country_id", name, "organization__slug", "organization__name"
    ):
        parties[pk].append(Mention(country or organization, role, code, slug))
    named = EventCountry.objects.filter(event__in=ids).order_by("position").values_list("event_id", "country_id", name)
    for pk, code, country in named:
        countries[pk].append(Mention(country, "", code))
    return defaultdict(list, {pk: _shown(parties[pk], countries[pk]) for pk in ids})


def _agencies(ids: list[int]) -> dict[int, list[str]]:
    found = defaultdict(list)
    links = EventAgency.objects.filter(event__in=ids).order_by("position")
    for pk, name in links.values_list("event_id", "agency__name"):
        found[pk].append(name)
    return found
