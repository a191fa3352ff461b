"""Which facets exist, declared once: how a value is stored, what it is called. In the order the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection, models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import (
    Agency,
    Country,
    EventAgency,
    EventCountry,
    EventOrganization,
    EventPerson,
    Organization,
    Person,
)
from events.models.choices import EventStatus, EventType, Language, Quad, Region, Topic

NONE = "none"  # the value of `type` for events in which nobody did anything to anybody
CUT = 50  # values listed of a long facet


@dataclass(frozen=True)
class Facet:
    """A dimension to narrow by. `param` is its name in addresses and in JSON."""

    param: str
    title: Promise


@dataclass(frozen=True)
class ColumnFacet(Facet):
    """One value for each event, in a column of its own, from a fixed vocabulary."""

    choices: type[models.TextChoices]
    unset: Promise | None = None  # what events without a value are called, where one can ask for them

    def values(self) -> list[str]:
        return [*self.choices.values, *([NONE] if self.unset else [])]

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        names = dict(self.choices.choices)
        if self.unset:
            names[NONE] = self.unset
        return {value: str(names[value]) for value in values}


@dataclass(frozen=True)
class LinkFacet(Facet):
    """Any number of values for each event, in a table of links."""

    link: type[models.Model]
    target: type[models.Model]
    field: str  # of the link, naming the target
    key: str  # of the target, as addresses have it: code or slug

    @property
    def path(self) -> str:
        """From the link to the key, for lookups."""
        return f"{self.field}__{self.key}"

    def named(self) -> tuple[str, str]:
        """The columns of the target that are its key and its name, in the language of the page."""
        return self.key, Country.name_field() if self.target is Country else "name"

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        return labels_of({self.param: values})[self.param]


FACETS: tuple[Facet, ...] = (
    ColumnFacet("region", _("Region"), Region),
    ColumnFacet("quad", _("Cooperation and conflict"), Quad),
    LinkFacet("country", _("Country"), EventCountry, Country, "country", "code"),
    ColumnFacet("type", _("Type"), EventType, unset=_("No act")),
    ColumnFacet("topic", _("Topic"), Topic),
    LinkFacet("agency", _("Agency"), EventAgency, Agency, "agency", "slug"),
    LinkFacet("person", _("Person"), EventPerson, Person, "person", "slug"),
    LinkFacet("organization", _("Organization"), EventOrganization, Organization, "organization", "slug"),
    ColumnFacet("language", _("Language"), Language),
    ColumnFacet("status", _("Status"), EventStatus),
)
BY_PARAM = {facet.param: facet for facet in FACETS}


def labels_of(values: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """The names of values of facets, by param and value, in the language of the page; in one query for all of them."""
    found: dict[str, dict[str, str]] = {param: {} for param in values}
    parts, params = [], []
    for param, facet in BY_PARAM.items():
        wanted = list(values.get(param, ()))
        if wanted and isinstance(facet, LinkFacet):
            key, name = facet.named()
            table = facet.target._meta.db_table
            parts.append(f"SELECT '{param}', {key}, {name} FROM {table} WHERE {key} = ANY(%s)")  # noqa: S608 -- ours
            params.append(wanted)
        elif wanted:
            found[param] = facet.labels(wanted)
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), params)
            for param, value, name in cursor.fetchall():
                found[param][value] = name
    return found
