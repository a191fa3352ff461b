"""What a query of words finds.

A word of plain letters or digits is a posting list, and so is a phrase of two common words. Any other phrase, and
whatever PostgreSQL may take apart in ways of its own (mixed or unusual letters), is looked up in the tables, among the
events that can have it, and kept: the events of a segment never change, so neither does what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_, or_
from typing import TYPE_CHECKING

import numpy as np
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from pyroaring import BitMap

from events import search
from events.facets.index.postings import bitmap_of, numbers_of
from events.facets.index.word_lists import IRREGULAR, PAIRED, PAIRS, WORDS
from events.models import Event
from events.search import PLAIN

if TYPE_CHECKING:
    from events.facets.index.segment import Segment

MANY = 5_000  # events that may have a phrase: past this PostgreSQL is asked without naming them
MOST_PHRASES = 200  # kept for a segment


def found_in(segment: Segment, query: str, names: Iterable[tuple[str, str, str]] = ()) -> BitMap:
    """The events of the segment that a query finds; none where the query holds no word."""
    parts = search.parts_of(query, names)
    plain = [part.terms[0] for part in parts if not part.meanings]
    terms = [term for term in plain if _has_words(term.text)]
    if not parts or (plain and not terms):
        return BitMap()
    wanted = _having(segment, [term for term in terms if term.wanted], and_)
    unwanted = _having(segment, [term for term in terms if not term.wanted], or_)
    for part in parts:
        if part.meanings:
            (wanted if part.wanted else unwanted).append(_named(segment, part))
    found = BitMap.intersection(*sorted(wanted, key=len)) if wanted else BitMap(range(len(segment)))
    for having in unwanted:
        found -= having
    return found


def _having(segment: Segment, terms: list[search.Term], join: Callable) -> list[BitMap]:
    """The events that have each of the terms; those that no list tells are one set, joined."""
    lists, to_look_up = [], []
    for term in terms:
        having = _listed(segment, term)
        if having is None:
            to_look_up.append(replace(term, wanted=True))
        else:
            lists.append(having)
    return [*lists, _looked_up(segment, join, to_look_up)] if to_look_up else lists


def _named(segment: Segment, part: search.Part) -> BitMap:
    """The events that have all words of a name, or are about what goes by it."""
    found = with_terms(segment, part.terms)
    for param, value in part.meanings:
        found |= segment.lexicons[param][value]
    return found


def with_terms(segment: Segment, terms: Iterable[search.Term]) -> BitMap:
    """The events that have all of these; none where none of them holds a word."""
    holding = [term for term in terms if _has_words(term.text)]
    return BitMap.intersection(*_having(segment, holding, and_)) if holding else BitMap()


@lru_cache(maxsize=1000)
def _has_words(text: str) -> bool:
    """Whether PostgreSQL finds a word in it too; else it takes the term for nothing."""
    if any(PLAIN.fullmatch(word) for word in text.split()):
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(phraseto_tsquery('simple', newsdesk_fold(%s))) > 0", [text])
        return cursor.fetchone()[0]


def _listed(segment: Segment, term: search.Term) -> BitMap | None:
    """The events that have a word or phrase, where a list tells."""
    text = term.text
    if term.begins:
        return segment.lexicons[WORDS].beginning(text) if PLAIN.fullmatch(text) else None
    if PLAIN.fullmatch(text):
        return segment.lexicons[WORDS][text]
    words = text.split()
    is_pair = len(words) == 2 and _is_paired(segment, *words)
    if is_pair and not segment.lexicons[PAIRS][IRREGULAR]:
        return segment.lexicons[PAIRS][text]
    return None


def _is_paired(segment: Segment, *words: str) -> bool:
    return PAIRED in segment.lexicons and all(word in segment.lexicons[PAIRED] for word in words)


def _candidates(segment: Segment, term: search.Term) -> BitMap:
    """The events that can have a phrase: those that have all its plain words, and all its pairs that are listed."""
    words, lexicons = term.text.split(), segment.lexicons
    if term.begins:
        words.pop()
    pairs = [pair for pair in pairwise(words) if _is_paired(segment, *pair)]
    lists = [lexicons[PAIRS][" ".join(pair)] | lexicons[PAIRS][IRREGULAR] for pair in pairs]
    told = {word for pair in pairs for word in pair}
    lists += [lexicons[WORDS][word] for word in words if PLAIN.fullmatch(word) and word not in told]
    return BitMap.intersection(*sorted(lists, key=len)) if lists else BitMap(range(len(segment)))


def _looked_up(segment: Segment, join: Callable, phrases: list[search.Term]) -> BitMap:
    """The events that have all (and_) or any (or_) of the phrases: one question to PostgreSQL, asked once."""
    key = (join.__name__, *phrases)
    found = segment.phrases.get(key)
    if found is None:
        candidates = reduce(join, (_candidates(segment, phrase) for phrase in phrases))
        query = reduce(join, (search.query_of(phrase) for phrase in phrases))
        found = _in_tables(segment, candidates, query)
        while len(segment.phrases) >= MOST_PHRASES:
            segment.phrases.pop(next(iter(segment.phrases)), None)
        segment.phrases[key] = found
    return found


def _in_tables(segment: Segment, candidates: BitMap, query: SearchQuery) -> BitMap:
    if not candidates:
        return candidates
    events = Event.objects.filter(search=query).order_by()
    if len(candidates) <= MANY:
        events = events.filter(pk__in=segment.ids[numbers_of(candidates)].tolist())
    ids = np.fromiter(events.values_list("pk", flat=True).iterator(), dtype=np.int64)
    return bitmap_of(segment.numbers_of_ids(ids)) & candidates
