"""Values of a facet by their names: the way to those that stand below the most frequent."""

from __future__ import annotations

from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat

from events.facets.catalogue import BY_PARAM, CUT, LinkFacet
from events.facets.door import engine
from events.facets.selection import Count, Selection
from events.models.event import Fold
from events.models.named import fold

LONG = {param: facet for param, facet in BY_PARAM.items() if isinstance(facet, LinkFacet)}
NAMES = {"country": ("name_en", "name_vi"), "organization": ("name", "name_en", "name_vi")}  # else the name alone
APART = Value(" ", output_field=TextField())


def found(selection: Selection, param: str, words: str, *, most: int = CUT) -> list[Count]:
    """The values of a long facet one of whose names, or editors' spellings, has a word that begins as `words` do.

    Case and diacritics do not matter. Counted as in an Answer: under all other choices; by count, then value, without
    those that no event has. Raises KeyError where `param` is no long facet.
    """
    facet = LONG[param]
    wanted = fold(words)
    if not wanted:
        return []
    return engine().among(selection, param, _named(facet, wanted), most)


def _named(facet: LinkFacet, wanted: str):
    """The rows of the facet's target by that name; `wanted` is folded."""
    names = NAMES.get(facet.param, ("name",))
    targets = facet.target.objects.alias(
        **{f"folded_{name}": Concat(APART, Fold(name), output_field=TextField()) for name in names}
    )
    beginning = f" {wanted}"
    spelled = Q(aliases__folded__startswith=wanted) | Q(aliases__folded__contains=beginning)
    condition = Q(aliases__enabled=True) & spelled
    for name in names:
        condition |= Q(**{f"folded_{name}__contains": beginning})
    return targets.filter(condition).order_by()
