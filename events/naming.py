"""How editors write the names of an event's lists, one to a line, and what they are offered while typing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db.models import Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from events import values, vocabulary
from events.extraction import gazetteer
from events.models import Country, Organization
from events.models.event import Fold
from events.models.named import fold

MOST = 12  # names offered at once
_NAMES_OF_A_COUNTRY = ("name", "word")  # kinds of the gazetteer's forms
_NOT_ALONE = ("joint", "trap")  # kinds that name a country beside others only, or none
_COLUMNS = {Country: ("name_en", "name_vi"), Organization: ("name", "name_en", "name_vi")}  # else the name alone
_APART = Value(" ", output_field=TextField())


def lines(field: str, listed: Iterable[str]) -> str:
    """A list field's value for a text box: countries among actors and recipients by their names."""
    if field not in values.PARTIES:
        return "\n".join(listed)
    names = dict(Country.objects.values_list("code", Country.name_field()))
    return "\n".join(names.get(item, item) for item in listed)


def read(field: str, text: str) -> list[str]:
    """What a text box says, as values.FIELDS describes it: a country's name in either language becomes its code."""
    by_fold: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip():
            by_fold.setdefault(fold(line), " ".join(line.split()))
    named = list(by_fold.values())
    if field not in values.PARTIES:
        return named
    rows = Country.objects.values_list("code", "name_en", "name_vi")
    known = _countries_called() | {fold(name): code for code, *names in rows for name in names}
    codes = vocabulary.country_codes()
    return list(dict.fromkeys(name if name in codes else known.get(fold(name), name) for name in named))


def suggestions(field: str, words: str) -> list[str]:
    """Names of the vocabulary one of whose words begins like `words`; case and diacritics do not matter."""
    wanted = fold(words)
    if not wanted:
        return []
    found = _countries_like(wanted) if field in values.PARTIES else []
    model = values.NAMED.get(field, Organization)
    ids = called_like(model, wanted).values("pk")
    found += model.objects.filter(pk__in=ids).order_by("name").values_list("name", flat=True)[:MOST]
    return list(dict.fromkeys(found))[:MOST]


def called_like(model: type[Model], wanted: str) -> QuerySet:
    """The rows one of whose names, or spellings that editors added, has a word that begins so, some of them twice.

    `wanted` is folded.
    """
    columns, beginning = _COLUMNS.get(model, ("name",)), f" {wanted}"
    spelled = Q(aliases__folded__startswith=wanted) | Q(aliases__folded__contains=beginning)
    condition = Q(aliases__enabled=True) & spelled
    for column in columns:
        condition |= Q(**{f"folded_{column}__contains": beginning})
    folded = {f"folded_{c}": Concat(_APART, Fold(c), output_field=TextField()) for c in columns}
    return model.objects.alias(**folded).filter(condition).order_by()


def country_called(name: str) -> str | None:
    """The ISO code of the country that goes by a folded name, in either language; None where none does."""
    return _countries_called().get(name)


def forms_of_country(code: str) -> tuple[str, ...]:
    """As texts write of it: names in both languages, its people, capital and places."""
    return _written().get(code, ())


def also_called(code: str) -> str:
    """Folded names of a country in both languages, by which a list of countries is searched."""
    return _names_of().get(code, "")


def _countries_like(wanted: str) -> list[str]:
    names = dict(Country.objects.values_list("code", Country.name_field()))
    like = [code for code, called in _names_of().items() if f" {wanted}" in f" {called}"]
    return sorted(names[code] for code in like if code in names)[:MOST]


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """(folded name, ISO code) of names that mean one country, CLDR's own first."""
    own = [(fold(name), c.iso2) for c in gazetteer.countries() for name in (c.name_en, c.name_vi)]
    kinds = [
        (fold(form.text), form.values[0])
        for language in gazetteer.LANGUAGES
        for form in gazetteer.country_forms(language)
        if len(form.values) == 1 and form.kind in _NAMES_OF_A_COUNTRY
    ]
    return (*own, *kinds)


@cache
def _written() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {c.iso2: {c.name_en: None, c.name_vi: None} for c in gazetteer.countries()}
    for language in gazetteer.LANGUAGES:
        for form in gazetteer.country_forms(language):
            if len(form.values) == 1 and form.kind not in _NOT_ALONE:
                found[form.values[0]][form.text] = None
    return {code: tuple(forms) for code, forms in found.items()}


@cache
def _countries_called() -> dict[str, str]:
    return dict(reversed(_forms()))


@cache
def _names_of() -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for name, code in _forms():
        found.setdefault(code, {})[name] = None
    return {code: " ".join(names) for code, names in found.items()}
