"""Names in a query: what is called "Miến Điện", "Burma" or "Myanmar" is found by any of these.

A name is one of a country's in either language, one of an organization's, a person's, or a spelling that editors added.
The events that are about it are found beside those that hold the very words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from django.db.models import Q

from events import naming, search
from events.extraction import gazetteer
from events.facets.catalogue import BY_PARAM
from events.facets.selection import Selection
from events.hits import NOTHING, Sought
from events.models import Alias, Organization, Person
from events.models.named import fold, slug_of

Meaning = tuple[str, str, str]  # the folded name, a link facet's param, the value

SPELLED = {"organization": ("name_en", "name_vi")}  # columns with further spellings


def meanings_of(query: str) -> tuple[Meaning, ...]:
    """All that the query's words, or neighbouring ones of them, are known names of; in order, in three queries."""
    names = search.possible_names(query)
    return tuple(sorted(set(_meanings(names)))) if names else ()


def sought(selection: Selection) -> Sought:
    """What to mark in the events found: the words, and what else goes by a name among them."""
    if not selection.words:
        return NOTHING
    wanted: dict[str, set[str]] = {}
    for part in search.parts_of(selection.words, selection.names):
        if part.wanted:
            for param, value in part.meanings:
                wanted.setdefault(param, set()).add(value)
    return Sought.of(selection.words, _spellings_of(wanted) if wanted else ())


def _spellings_of(wanted: Mapping[str, set[str]]) -> Iterator[str]:
    """All spellings of countries, organizations and people, by their codes and slugs."""
    for code in wanted.get("country", ()):
        yield from naming.forms_of_country(code)
    added = Q()
    for param, values in wanted.items():
        facet = BY_PARAM[param]
        added |= Q(**{f"{param}__{facet.key}__in": values})
        if param != "country":
            columns = ["name", *SPELLED.get(param, ())]
            for names in facet.target.objects.filter(slug__in=values).order_by().values_list(*columns):
                yield from names
    for known in gazetteer.organizations():
        if known.slug in wanted.get("organization", ()):
            yield from (known.name, *known.names_en, *known.names_vi, *known.weak_en, *known.weak_vi, *known.introduced)
    yield from Alias.objects.filter(added, enabled=True).order_by().values_list("text", flat=True)


def _meanings(names: set[str]) -> Iterator[Meaning]:
    for name in names:
        if code := naming.country_called(name):
            yield name, "country", code
        for slug in _organizations().get(name, ()):
            yield name, "organization", slug
    slugs = {slug_of(name): name for name in names}
    for param, model in (("organization", Organization), ("person", Person)):
        for slug in model.objects.filter(slug__in=list(slugs)).order_by().values_list("slug", flat=True):
            yield slugs[slug], param, slug
    yield from _spellings(names)


def _spellings(names: Iterable[str]) -> Iterator[Meaning]:
    """Those that editors added."""
    aliases = Alias.objects.filter(enabled=True, folded__in=list(names), agency=None).order_by()
    for name, country, organization, person in aliases.values_list(
        "folded", "country_id", "organization__slug", "person__slug"
    ):
        for param, value in (("country", country), ("organization", organization), ("person", person)):
            if value:
                yield name, param, value


@cache
def _organizations() -> dict[str, tuple[str, ...]]:
    """Slugs of the gazetteer's organizations by each of their names, folded."""
    found: dict[str, dict[str, None]] = {}
    for known in gazetteer.organizations():
        for name in (known.name, *known.names_en, *known.names_vi):
            found.setdefault(fold(name), {})[known.slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}
