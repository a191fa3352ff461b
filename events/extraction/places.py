"""Places that stand alone on a line: countries, capitals, cities and regions."""

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
        form.text.lower() for tongue in ("en", "vi") for form in gazetteer.country_forms(tongue) if form.kind in kinds
    )
