"""Values of a facet by their names: the way to those that stand below the most frequent."""

from __future__ import annotations

from events.facets.catalogue import BY_PARAM, CUT, LinkFacet
from events.facets.door import engine
from events.facets.selection import Count, Selection
from events.models.named import fold
from events.naming import called_like

LONG = {param: facet for param, facet in BY_PARAM.items() if isinstance(facet, LinkFacet)}


def found(selection: Selection, param: str, words: str, *, most: int = CUT) -> list[Count]:
    """The values of a long facet one of whose names, or editors' spellings, has a word that begins as `words` do.

    Case and diacritics do not matter. Counted as in an Answer: under all other choices; by count, then value, without
    those that no event has. Raises KeyError where `param` is no long facet.
    """
    facet = LONG[param]
    wanted = fold(words)
    if not wanted:
        return []
    return engine().among(selection, param, called_like(facet.target, wanted), most)
