"""Names of places: those that may stand alone on a line, and all that a text may mean by a name."""

from __future__ import annotations

from functools import cache

from events.extraction import gazetteer

_LONGEST = 50


def is_one(text: str) -> bool:
    """Whether a line is nothing but the name of a country, a region or a city."""
    return len(text) <= _LONGEST and text.strip(" *:.-–—|").lower() in known()


@cache
def known() -> frozenset[str]:
    """Countries, capitals, cities and regions in both languages, in small letters."""
    kinds = ("name", "capital", "city", "area", "word", "joint")
    return frozenset(
        form.text.lower()
        for tongue in gazetteer.LANGUAGES
        for form in gazetteer.country_forms(tongue)
        if form.kind in kinds
    )


@cache
def names() -> frozenset[str]:
    """Countries, their people, cities and international bodies in both languages, in small letters."""
    forms = {form.text.lower() for tongue in gazetteer.LANGUAGES for form in gazetteer.country_forms(tongue)}
    return frozenset(forms | {name.lower() for one in gazetteer.organizations() for name in (one.name, *one.names_en)})
