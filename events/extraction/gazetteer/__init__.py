"""What is known of the world's names, as tab-separated files beside this module, read once per process.

Everything here is data: no rule looks at a text. The matcher and the rooms for countries, organizations, people and
agencies (names.py and its neighbours) decide what a form means where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .spellings import country_spellings, vietnamese_spellings

LANGUAGES = ("en", "vi")
FOLDER = Path(__file__).parent
WEAK = "~"  # in front of a form that is also an ordinary word or another abbreviation
AFTER_LONG = "?"  # in front of an abbreviation that counts only once its long form has introduced it


class Form(NamedTuple):
    """One spelling. `values` are ISO codes (two for "the two Koreas"), none for a phrase that means no country."""

    text: str
    kind: str  # see the heads of country-names.*.tsv and places.*.tsv; "trap" for a phrase of traps.tsv
    values: tuple[str, ...]


class Country(NamedTuple):
    """A country or territory of ISO 3166-1, or Kosovo (XK). `region` is the reader's shelf, None for Antarctica."""

    iso2: str
    region: str | None
    name_en: str
    name_vi: str


class Organization(NamedTuple):
    """An international organization or armed movement; `region` is None for bodies of the whole world.

    `acts_for` is the canonical name of a body that is named with it: the United Nations with their missions.
    """

    slug: str
    name: str
    region: str | None
    names_en: tuple[str, ...]
    names_vi: tuple[str, ...]
    weak_en: tuple[str, ...]  # abbreviations that are also ordinary words: IS, AU, EC
    weak_vi: tuple[str, ...]
    introduced: tuple[str, ...] = ()  # abbreviations that count only after their long form
    acts_for: str | None = None


class Agency(NamedTuple):
    """A wire service, broadcaster or paper. `weak` names count in a credit only, not in running prose.

    `wire`: others print its reports, so that in a line of copyright it is the source and not who printed it.
    `signs`: a Vietnamese paper or station, which signs in front what it writes itself.
    """

    slug: str
    name: str
    names: tuple[str, ...]
    weak: tuple[str, ...]
    wire: bool = False
    signs: bool = False


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a file of this folder as lists of columns, comments and empty lines left out."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def column(row: list[str], index: int) -> str:
    """The row's column; empty where the row is shorter."""
    return row[index] if len(row) > index else ""


@cache
def word_set(name: str) -> frozenset[str]:
    """The set of that name in word-sets.tsv. Raises KeyError for a name that is not there."""
    found = [word for row in rows("word-sets.tsv") if row[0] == name for word in row[1].split()]
    if not found:
        raise KeyError(name)
    return frozenset(found)


def words(name: str) -> frozenset[str]:
    """A file of words, several to a line, as a set."""
    return frozenset(word for row in rows(name) for word in " ".join(row).split())


@cache
def countries() -> tuple[Country, ...]:
    """The 249 countries and territories of ISO 3166-1 and Kosovo, by code."""
    return tuple(Country(iso2, shelf or None, en, vi) for iso2, shelf, en, vi in rows("countries.tsv"))


@cache
def _regions() -> dict[str, str | None]:
    return {country.iso2: country.region for country in countries()}


def region_of(iso2: str) -> str | None:
    """The shelf of a country: asia-pacific, europe, middle-east-africa, americas; None where there is none."""
    return _regions().get(iso2)


@cache
def country_forms(language: str) -> tuple[Form, ...]:
    """Every spelling of countries, their people, capitals, seats of government and places in one language.

    Comes with the phrases of traps.tsv. Vietnamese also uses the English names of countries and places (the press
    prints most of them), but no English adjective: "Thai", "Lao" and "Polish" are no Vietnamese words for a people.
    """
    if language == "en":
        return tuple(_english_forms())
    borrowed = [form for form in _english_forms() if form.kind not in ("adj", "people")]
    return (*_vietnamese_forms(), *borrowed)


def _english_forms() -> Iterator[Form]:
    for country in countries():
        yield Form(country.name_en, "name", (country.iso2,))
        if " & " in country.name_en:
            yield Form(country.name_en.replace(" & ", " and "), "name", (country.iso2,))
    for code, kind, texts in rows("country-names.en.tsv"):
        for text in texts.split("|"):
            yield Form(text, kind, tuple(code.split("+")))
            if kind == "adj" and text[-1] in "ni":
                yield Form(text + "s", "people", tuple(code.split("+")))
    yield from _traps("en")


def _vietnamese_forms() -> Iterator[Form]:
    for row in (*_named_in_vietnamese(), *rows("country-names.vi.tsv")):
        code, kind, texts = row
        for text in texts.split("|"):
            for spelling in country_spellings(text) if kind == "name" else vietnamese_spellings(text):
                yield Form(spelling, kind, tuple(code.split("+")))
    for form in _traps("vi"):
        for spelling in vietnamese_spellings(form.text):
            yield Form(spelling, form.kind, form.values)


class Places(NamedTuple):
    """Places of one country that texts name without it, all spellings of one kind (see the head of places.en.tsv)."""

    kind: str
    values: tuple[str, ...]
    names: tuple[str, ...]


def further_places(language: str) -> Iterator[Places]:
    """Places beside those of `country_forms`, English spellings behind Vietnamese ones.

    They are apart from these, by which layouts know headings, datelines and lists of places: so many names would make
    one of any town in a text's first words.
    """
    for code, kind, texts in rows("places.vi.tsv") if language == "vi" else ():
        spellings = (spelling for text in texts.split("|") for spelling in vietnamese_spellings(text))
        yield Places(kind, (code,), tuple(spellings))
    for code, kind, texts in rows("places.en.tsv"):
        yield Places(kind, (code,), tuple(texts.split("|")))


def _named_in_vietnamese() -> Iterator[list[str]]:
    ordinary = {  # short names that are ordinary words too: the kind that country-names.vi.tsv gives them stands
        text for _, kind, texts in rows("country-names.vi.tsv") if kind == "word" for text in texts.split("|")
    }
    for country in countries():
        if country.name_vi not in ordinary:
            yield [country.iso2, "name", country.name_vi]


def _traps(language: str) -> Iterator[Form]:
    for row in rows("traps.tsv"):
        if row[0] == language:
            meaning = column(row, 2)
            yield Form(row[1], "trap", (meaning,) if meaning else ())


@cache
def organizations() -> tuple[Organization, ...]:
    """International organizations and movements, in the order of organizations.tsv."""
    return tuple(_organization(row) for row in rows("organizations.tsv"))


def _organization(row: list[str]) -> Organization:
    slug, name, shelf = row[0], row[1], column(row, 2)
    sure_en, weak_en = _sure_and_weak(column(row, 3))
    sure_vi, weak_vi = _sure_and_weak(column(row, 4))
    introduced = tuple(form.removeprefix(AFTER_LONG) for form in (*sure_en, *sure_vi) if form.startswith(AFTER_LONG))
    sure_en, sure_vi = (
        tuple(form for form in forms if not form.startswith(AFTER_LONG)) for forms in (sure_en, sure_vi)
    )
    canonical = () if name in (*weak_en, *weak_vi, *introduced) else (name,)
    return Organization(
        slug, name, shelf or None, (*canonical, *sure_en), (*canonical, *sure_vi), weak_en, weak_vi,
        introduced, column(row, 5) or None,
    )  # fmt: skip


@cache
def agencies() -> tuple[Agency, ...]:
    """Wire services, broadcasters and papers, in the order of agencies.tsv."""
    found = []
    for row in rows("agencies.tsv"):
        sure, weak = _sure_and_weak(column(row, 2))
        canonical = () if weak and row[1].casefold() in {form.casefold() for form in weak} else (row[1],)
        weak = (*weak, *(() if canonical else (row[1],)))
        mark = column(row, 3)
        found.append(Agency(row[0], row[1], (*canonical, *sure), weak, wire=mark == "wire", signs=mark == "vi"))
    return tuple(found)


def _sure_and_weak(texts: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    forms = [text for text in texts.split("|") if text]
    if WEAK not in texts:
        return tuple(forms), ()
    return (
        tuple(form for form in forms if not form.startswith(WEAK)),
        tuple(form.removeprefix(WEAK) for form in forms if form.startswith(WEAK)),
    )
