"""The values of an event that people may correct, as plain JSON, and how they become columns and rows.

field                                   value
title                                   words
section                                 words, or null: under no heading
region, type, topic                     a code; type and topic may be null
date                                    {"date", "date_end", "date_precision"}, or null: not known
countries                               ISO codes, in order of first mention
organizations, people, agencies         canonical names, in order of first mention
actor, recipient                        ISO codes and organization names; the slug of an organization whose name is
                                        some country's code too: "au" is the African Union, "AU" Australia
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from events import vocabulary
from events.extraction.records import ExtractedEvent
from events.models import (
    Agency,
    Country,
    Event,
    EventAgency,
    EventCountry,
    EventOrganization,
    EventPerson,
    Organization,
    Party,
    Person,
)
from events.models.choices import Role
from events.rows_called import Called, rows_called
from events.vocabulary import slug_for

SINGLE = ("title", "section", "region", "date", "type", "topic")
NAMED = {"organizations": Organization, "people": Person, "agencies": Agency}
PARTIES = (Role.ACTOR.value, Role.RECIPIENT.value)
LISTS = ("countries", *NAMED, *PARTIES)
FIELDS = (*SINGLE, *LISTS)

DATE_COLUMNS = ("date", "date_end", "date_precision")
NAME_LENGTH = 200
MOST_NAMES = 500  # in one list of one event; a text that names more is no news but a telephone book

_LINKS = {
    "countries": (EventCountry, "country_id"),
    "organizations": (EventOrganization, "organization_id"),
    "people": (EventPerson, "person_id"),
    "agencies": (EventAgency, "agency_id"),
}


def storable(text: str) -> str:
    """PostgreSQL stores no U+0000; extraction replaces it in the text, this guards what came another way."""
    return text.replace("\x00", "\ufffd")


def machine_values(extracted: ExtractedEvent) -> dict:
    """All the extractor said of an event, ready for Event.machine: the dates as three entries."""
    lists = {name: [storable(value)[:NAME_LENGTH] for value in getattr(extracted, name)[:MOST_NAMES]] for name in LISTS}
    # Extraction says "AU" for both; what else the event names tells which is meant.
    meant = set(lists["organizations"]) - set(lists["countries"])
    for role in PARTIES:
        lists[role] = [_party_value(name) if name in meant else name for name in lists[role]]
    return {
        "title": storable(extracted.title),
        "section": extracted.section and storable(extracted.section),
        "region": str(extracted.region),
        "date": extracted.date and extracted.date.isoformat(),
        "date_end": extracted.date_end and extracted.date_end.isoformat(),
        "date_precision": extracted.date_precision if extracted.date else None,
        "type": extracted.type and str(extracted.type),
        "topic": extracted.topic and str(extracted.topic),
        **lists,
    }


def machine_value(machine: dict, field: str):
    """One field's value out of Event.machine; None also where the machine was not asked for it."""
    if field == "date":
        return {name: machine[name] for name in DATE_COLUMNS} if machine.get("date") else None
    return machine.get(field)


def current_value(event: Event, field: str):
    """The value that `event`'s columns or rows show."""
    if field == "date":
        whole = {name: getattr(event, name) for name in DATE_COLUMNS}
        whole |= {name: whole[name] and whole[name].isoformat() for name in ("date", "date_end")}
        return whole if event.date else None
    if field in SINGLE:
        return getattr(event, field)
    if field in PARTIES:
        rows = event.parties.filter(role=field).select_related("organization").order_by("position")
        return [row.country_id or party_value(row.organization) for row in rows]
    rows = _LINKS[field][0].objects.filter(event=event).order_by("position")
    return list(rows.values_list("country_id" if field == "countries" else f"{_target(field)}__name", flat=True))


def party_value(organization: Organization | Called) -> str:
    """How actor and recipient name an organization."""
    return organization.slug if organization.name in vocabulary.country_codes() else organization.name


def _party_value(name: str) -> str:
    return slug_for(Organization, name) if name in vocabulary.country_codes() else name


def names_now(field: str, read: Iterable[str]) -> dict[str, str]:
    """Names of a list as they were read -> as their rows have them by now: people rename rows."""
    read = set(read)
    now = {name: name for name in read}
    model = Organization if field in PARTIES else NAMED.get(field)
    if model is None:
        return now
    if field in PARTIES:
        read -= vocabulary.country_codes()
    rows = rows_called(model, read)
    return now | {name: party_value(row) if field in PARTIES else row.name for name, row in rows.items()}


def set_columns(event: Event, shown: dict) -> None:
    """Write the single values among `shown` to the event's attributes; saving is the caller's."""
    for field in SINGLE:
        if field not in shown:
            continue
        if field == "date":
            whole = shown["date"] or dict.fromkeys(DATE_COLUMNS)
            event.date = _day(whole["date"])
            event.date_end = _day(whole["date_end"])
            event.date_precision = whole["date_precision"]
        else:
            setattr(event, field, shown[field])


@dataclass(frozen=True)
class Names:
    """Which row each name of a set of values stands for."""

    countries: frozenset[str]
    ids: dict[str, dict[str, int]]  # field -> slug -> id

    @classmethod
    def of(cls, values: Iterable[dict]) -> "Names":
        """Looks the names up and adds rows for those not met before.

        Two workers may do so at once: rows go in by one order of tables and slugs, and a row that is there already
        is left as it is.
        """
        wanted: dict[str, dict[str, str]] = {field: {} for field in NAMED}
        known = vocabulary.country_codes()
        countries: set[str] = set()
        for shown in values:
            countries.update(shown.get("countries", ()))
            for field, model in NAMED.items():
                wanted[field].update((slug_for(model, name), name) for name in shown.get(field, ()))
            for name in (name for role in PARTIES for name in shown.get(role, ())):
                if name in known:
                    countries.add(name)
                else:
                    wanted["organizations"].setdefault(slug_for(Organization, name), name)
        present = set(Country.objects.filter(code__in=countries).values_list("code", flat=True))
        if countries - present:
            vocabulary.make_countries(countries - present)
        return cls(known, {field: _ids(NAMED[field], slugs) for field, slugs in wanted.items()})

    def id_of(self, field: str, name: str) -> int:
        return self.ids[field][slug_for(NAMED[field], name)]


def write_links(shown_by_event: dict[int, dict], names: Names) -> set[int]:
    """Make the rows of the list fields say what `shown_by_event` says; ids of the events whose rows changed."""
    changed: set[int] = set()
    for field, (model, column) in _LINKS.items():
        wanted = {
            event_id: _unique(shown[field] if field == "countries" else [names.id_of(field, n) for n in shown[field]])
            for event_id, shown in shown_by_event.items()
            if field in shown
        }
        current = defaultdict(list)
        rows = model.objects.filter(event_id__in=wanted).order_by("position")
        for event_id, target in rows.values_list("event_id", column):
            current[event_id].append(target)
        stale = {event_id for event_id, targets in wanted.items() if targets != current[event_id]}
        model.objects.filter(event_id__in=stale).delete()
        model.objects.bulk_create(
            [
                model(event_id=event_id, position=position, **{column: target})
                for event_id in sorted(stale)
                for position, target in enumerate(wanted[event_id])
            ],
            batch_size=5000,
        )
        changed |= stale
    return changed | _write_parties(shown_by_event, names)


def _write_parties(shown_by_event: dict[int, dict], names: Names) -> set[int]:
    changed: set[int] = set()
    for role in PARTIES:
        wanted = {
            event_id: _unique(_party(name, names) for name in shown[role])
            for event_id, shown in shown_by_event.items()
            if role in shown
        }
        current = defaultdict(list)
        rows = Party.objects.filter(event_id__in=wanted, role=role).order_by("position")
        for event_id, country, organization in rows.values_list("event_id", "country_id", "organization_id"):
            current[event_id].append((country, organization))
        stale = {event_id for event_id, parties in wanted.items() if parties != current[event_id]}
        Party.objects.filter(event_id__in=stale, role=role).delete()
        Party.objects.bulk_create(
            [
                Party(event_id=event_id, role=role, position=position, country_id=country, organization_id=organization)
                for event_id in sorted(stale)
                for position, (country, organization) in enumerate(wanted[event_id])
            ],
            batch_size=5000,
        )
        changed |= stale
    return changed


def _party(name: str, names: Names) -> tuple[str | None, int | None]:
    """(ISO code, None) or (None, organization's id)."""
    return (name, None) if name in names.countries else (None, names.id_of("organizations", name))


def _ids(model, name_by_slug: dict[str, str]) -> dict[str, int]:
    rows = rows_called(model, name_by_slug.values())
    found = {slug: rows[name].pk for slug, name in name_by_slug.items() if name in rows}
    missing = sorted(name_by_slug.keys() - found.keys())
    if missing:
        made = [model(slug=slug, name=name_by_slug[slug]) for slug in missing]
        model.objects.bulk_create(made, ignore_conflicts=True, batch_size=5000)
        found |= dict(model.objects.filter(slug__in=missing).values_list("slug", "pk"))
    return found


def _target(field: str) -> str:
    return _LINKS[field][1].removesuffix("_id")


def _unique(values: Iterable) -> list:
    return list(dict.fromkeys(values))


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
