"""Names of places: those that may stand alone on a line, and all that a text may mean by a name."""

from __future__ import annotations

import unicodedata
from functools import cache

from events.extraction import gazetteer

_LONGEST = 50
_LAST_LETTER, _PICTURES = 0x2190, ("So", "Sk", "Mn", "Cf")  # of the alphabets that pages are written in; kinds of signs


def is_one(text: str) -> bool:
    """Whether a line is nothing but the name of a country, a region or a city."""
    if len(text) > _LONGEST:
        return False
    return text.strip(" *:.-–—|").lower() in known() or (
        ord(text[:1] or " ") > _LAST_LETTER and _is_one_behind_a_flag(text)
    )


def _is_one_behind_a_flag(text: str) -> bool:
    """Whether a picture stands before the name of a country: "🇬🇹 Guatemala"."""
    bare = text.lstrip("".join(char for char in text if unicodedata.category(char) in _PICTURES) + " ")
    return bare.strip(" *:.-–—|").lower() in known()


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
