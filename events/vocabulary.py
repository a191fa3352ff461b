"""The packaged gazetteer as rows, so that events can point at countries, organizations and agencies."""

from collections.abc import Iterable

from django.db import transaction

from events.extraction import gazetteer
from events.models import Agency, Country, Organization
from events.models.choices import Region
from events.models.named import slug_of


@transaction.atomic
def sync() -> dict[str, int]:
    """Bring the rows up to date with the gazetteer; how many it holds of each kind.

    Rows are added and renamed, never removed: events point at them. What editors added stays as it is.
    """
    countries = make_countries()
    organizations = [
        Organization(slug=slug_of(o.name), name=o.name, name_en=o.name_en, name_vi=o.name_vi)
        for o in gazetteer.organizations()
    ]
    agencies = [Agency(slug=slug_of(a.name), name=a.name) for a in gazetteer.agencies()]
    _upsert(Organization, organizations, ["name", "name_en", "name_vi"])
    _upsert(Agency, agencies, ["name"])
    return {"countries": len(countries), "organizations": len(organizations), "agencies": len(agencies)}


def make_countries(codes: Iterable[str] | None = None) -> list[Country]:
    """Rows for these countries (None: for all), named as the gazetteer names them."""
    wanted = None if codes is None else set(codes)
    rows = [
        Country(code=c.code, region=c.region or Region.GLOBAL, name_en=c.name_en, name_vi=c.name_vi)
        for c in sorted(gazetteer.countries(), key=lambda c: c.code)
        if wanted is None or c.code in wanted
    ]
    Country.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["region", "name_en", "name_vi"]
    )
    return rows


def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code the gazetteer knows, and XK."""
    return frozenset(c.code for c in gazetteer.countries())


def _upsert(model, rows: list, fields: list[str]) -> None:
    """Insert or update by slug, in one order, so that two processes at once do not block each other."""
    rows.sort(key=lambda row: row.slug)
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["slug"], update_fields=fields)
