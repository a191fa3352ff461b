"""Words to events: what the search box understands.

Every word must occur, in any order; "words in quotes" must stand together; -word must not occur. Case and diacritics
do not matter: "trieu tien" finds "Triều Tiên". What is joined by signs (29-10, an address) is a phrase too. minis*
finds every word that begins so, also as the last of a phrase. Words that are a known name find what goes by another
name of it too: see events.search_names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Value
from django.db.models.fields import TextField

from events.models.event import Fold
from events.models.named import fold

MAX_LENGTH = 500  # characters of a query
LONGEST_NAME = 6  # words of a name that is looked for
PLAIN = re.compile(r"[a-z]+|[0-9]+")  # folded words that PostgreSQL takes as they are

_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True)
class Term:
    """One word or phrase, folded, that must or must not occur."""

    text: str
    wanted: bool = True
    begins: bool = False  # its last word is only the beginning of one


@dataclass(frozen=True)
class Part:
    """Terms that are known by name together, or one term alone."""

    terms: tuple[Term, ...]
    meanings: tuple[tuple[str, str], ...] = ()  # link facets' params and values; an event with one of them is found too

    @property
    def wanted(self) -> bool:
        return self.terms[0].wanted


def terms_of(query: str) -> list[Term]:
    """The terms of a query in order, without repeats; empty where it holds no word at all."""
    return list(dict.fromkeys(_all_terms(query)))


def _all_terms(query: str) -> Iterator[Term]:
    for match in _TERM.finditer(query.replace("“", '"').replace("”", '"')):
        said = match["phrase"] if match["phrase"] is not None else match["word"]
        if text := fold(said):
            yield Term(text, match["minus"] is None, said.rstrip().endswith("*"))


def as_typed(query: str) -> str:
    """A query whose last word may not be typed to its end: a star stands for the rest of it."""
    return f"{query}*" if re.search(r"[^\W_]{2}\Z", query) else query


def possible_names(query: str) -> set[str]:
    """All that may be a name in a query: neighbouring words, folded."""
    terms = [term for term in _all_terms(query) if not term.begins]
    stretches = (terms[first : first + n] for first in range(len(terms)) for n in range(1, LONGEST_NAME + 1))
    return {" ".join(term.text for term in terms) for terms in stretches}


def parts_of(query: str, names: Iterable[tuple[str, str, str]] = ()) -> list[Part]:
    """The terms of a query, those that are a name together in one part, the longest first.

    `names` are (folded name, link facet's param, value).
    """
    known: dict[str, list[tuple[str, str]]] = {}
    for name, param, value in names:
        known.setdefault(name, []).append((param, value))
    if not known:
        return [Part((term,)) for term in terms_of(query)]
    terms, parts, at = list(_all_terms(query)), [], 0
    while at < len(terms):
        size = next((n for n in range(LONGEST_NAME, 0, -1) if _name(terms[at : at + n]) in known), 1)
        stretch = tuple(terms[at : at + size])
        parts.append(Part(stretch, tuple(known.get(_name(stretch), ()))))
        at += size
    return list(dict.fromkeys(parts))


def _name(terms: Sequence[Term]) -> str:
    """What the terms may be the name of; only one term can be unwanted."""
    if any(term.begins for term in terms) or (len(terms) > 1 and not all(term.wanted for term in terms)):
        return ""
    return " ".join(term.text for term in terms)


def search_query(query: str) -> SearchQuery | None:
    """The query as PostgreSQL matches it against Event.search; None where it holds no word."""
    parts = [query_of(term) for term in terms_of(query)]
    return reduce(and_, parts) if parts else None


def query_of(term: Term) -> SearchQuery:
    """One term as PostgreSQL matches it."""
    if term.begins:
        words = [f"'{word}'" for word in term.text.split()]
        found = SearchQuery(f"{' <-> '.join(words)}:*", config="simple", search_type="raw")
        return found if term.wanted else ~found
    # Folded once more by the database: what was indexed is what its own function made of the text.
    folded = Fold(Value(term.text, output_field=TextField()))
    found = SearchQuery(folded, config="simple", search_type="phrase")
    return found if term.wanted else ~found
