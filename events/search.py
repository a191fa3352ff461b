"""Words to events: what the search box understands, and which words of a text it found.

Every word must occur, in any order; "words in quotes" must stand together; -word must not occur. Case and diacritics
do not matter: "trieu tien" finds "Triều Tiên". What is joined by signs (29-10, an address) is a phrase too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Value
from django.db.models.fields import TextField

from events.models.event import Fold
from events.models.named import fold

MAX_LENGTH = 500  # characters of a query

_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Term:
    """One word or phrase, folded, that must or must not occur."""

    text: str
    wanted: bool = True


def terms_of(query: str) -> list[Term]:
    """The terms of a query in order, without repeats; empty where it holds no word at all."""
    found = (
        Term(fold(match["phrase"] if match["phrase"] is not None else match["word"]), match["minus"] is None)
        for match in _TERM.finditer(query.replace("“", '"').replace("”", '"'))
    )
    return list(dict.fromkeys(term for term in found if term.text))


def search_query(query: str) -> SearchQuery | None:
    """The query as PostgreSQL matches it against Event.search; None where it holds no word."""
    parts = [query_of(term) for term in terms_of(query)]
    return reduce(and_, parts) if parts else None


def query_of(term: Term) -> SearchQuery:
    """One term as PostgreSQL matches it."""
    # Folded once more by the database: what was indexed is what its own function made of the text.
    folded = Fold(Value(term.text, output_field=TextField()))
    found = SearchQuery(folded, config="simple", search_type="phrase")
    return found if term.wanted else ~found


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Where words of the query stand in the text: half-open spans in order."""
    wanted = _wanted_words(query)
    if not wanted:
        return []
    return [match.span() for match in _WORD.finditer(text) if _folded_word(match[0]) in wanted]


@lru_cache(maxsize=1000)
def _wanted_words(query: str) -> frozenset[str]:
    return frozenset(word for term in terms_of(query) if term.wanted for word in term.text.split())


_folded_word = lru_cache(maxsize=50_000)(fold)  # a page of events has thousands of words, most of them again and again


def excerpt(text: str, query: str, *, length: int = 300) -> str:
    """A piece of the text of about `length` characters: its beginning, or what surrounds the first hit further on."""
    text = " ".join(text.split())
    first = next(iter(hits(text, query)), (0, 0))[0]
    start = 0 if first < length // 2 else text.rfind(" ", 0, first - length // 3) + 1
    piece = text[start : start + length]
    if start + length < len(text):
        piece = piece[: piece.rfind(" ")] if " " in piece else piece
        piece += "…"
    return ("…" if start else "") + piece
