"""The packaged gazetteer as rows, so that events can point at countries, organizations and agencies."""

from collections.abc import Iterable
from functools import cache

from django.db import transaction
from django.db.models import Model

from events.extraction import gazetteer
from events.models import Agency, Alias, Country, Organization
from events.models.choices import Region
from events.models.named import Named, Packaged, fold, slug_of


@transaction.atomic
def sync() -> dict[str, int]:
    """Bring the rows up to date with the gazetteer; how many it holds of each kind.

    Rows are added and renamed, never removed: events point at them. What people renamed keeps their name, and what
    they added stays as it is.
    """
    countries = make_countries()
    organizations = {
        known.slug: {
            "name": known.name,
            "name_en": _long_name(known.name, known.names_en),
            "name_vi": _long_name(known.name, known.names_vi),
        }
        for known in gazetteer.organizations()
    }
    agencies = {known.slug: {"name": known.name} for known in gazetteer.agencies()}
    _follow(Organization, organizations)
    _follow(Agency, agencies)
    return {"countries": len(countries), "organizations": len(organizations), "agencies": len(agencies)}


def make_countries(codes: Iterable[str] | None = None) -> list[Country]:
    """Rows for these countries (None: for all), named as CLDR names them in both languages: nobody renames them."""
    wanted = country_codes() if codes is None else set(codes)
    rows = [
        Country(code=c.iso2, region=c.region or Region.GLOBAL, name_en=c.name_en, name_vi=c.name_vi)
        for c in sorted(gazetteer.countries(), key=lambda c: c.iso2)
        if c.iso2 in wanted
    ]
    Country.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["region", "name_en", "name_vi"]
    )
    return rows


@cache
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code the gazetteer knows, and XK."""
    return frozenset(country.iso2 for country in gazetteer.countries())


def slug_for(model: type, name: str) -> str:
    """The slug under which a name has its row: the gazetteer's where it knows the name, else made of its words."""
    return _packaged_slugs(model).get(name) or slug_of(name)


def keep_former_name(row: Named, former: str, user) -> None:
    """Let a row that was renamed be found by the name it had, which corrections and readings go on saying.

    By its first name it is found without: that made its slug. A name that another row has by now is that one's.
    """
    model = type(row)
    is_found = slug_for(model, former) == row.slug
    if not is_found and not model._default_manager.exclude(pk=row.pk).filter(name=former).exists():
        target = {model._meta.model_name: row}
        Alias.objects.get_or_create(text=former, **target, defaults={"added_by": user})


def is_packaged(row: Model) -> bool:
    """Whether the gazetteer knows this organization or agency, so that the next start or article brings it back."""
    return isinstance(row, Packaged) and row.slug in _packaged_slugs(type(row)).values()


@cache
def _packaged_slugs(model: type) -> dict[str, str]:
    packaged = {Organization: gazetteer.organizations, Agency: gazetteer.agencies}.get(model)
    return {known.name: known.slug for known in packaged()} if packaged else {}


def _long_name(name: str, names: Iterable[str]) -> str:
    """The first spelling that says more than the short name; the short name where there is none."""
    return next((long for long in names if fold(long) != fold(name)), name)[:200]


def _follow(model: type[Packaged], said: dict[str, dict[str, str]]) -> None:
    """Add and improve rows by what the package says: slug -> field -> words.

    Rows are locked and added in one order, so that two processes at once do not block each other.
    """
    rows = list(model.objects.filter(slug__in=said).order_by("slug").select_for_update(no_key=True))
    behind = [row for row in rows if row.follow_package(said[row.slug])]
    fields = sorted({field for words in said.values() for field in words})
    model.objects.bulk_update(behind, [*fields, "packaged"], batch_size=500)
    missing = sorted(said.keys() - {row.slug for row in rows})
    new = [model(slug=slug, packaged=said[slug], **said[slug]) for slug in missing]
    model.objects.bulk_create(new, ignore_conflicts=True)
