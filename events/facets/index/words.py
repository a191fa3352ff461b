"""Words: which events have which, as SQL's own search document has them; and which events a query finds.

A word of plain letters or digits is a posting list. A phrase, and whatever PostgreSQL may take apart in ways of its
own (mixed or unusual letters), is looked up in the tables, among the events that have all its plain words, and kept:
the events of a segment never change, so neither does what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_, or_
from typing import TYPE_CHECKING

import numpy as np
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from pyroaring import BitMap

from events import search
from events.facets.index.postings import Lexicon, Postings, bitmap_of, numbers_of
from events.models import Event

if TYPE_CHECKING:
    from events.facets.index.segment import Segment

BLOCK = 1 << 16  # events read at a time; their numbers differ in the lower two bytes only
PAIRS = 1 << 22  # of word and event, put together at a time
MANY = 5_000  # events that have all the words of a phrase: past this PostgreSQL is asked without naming them
MOST_PHRASES = 200  # kept for a segment
PLAIN = re.compile(r"[a-z]+|[0-9]+")


# --- Building


def read_words(ids: np.ndarray) -> Lexicon:
    """The words of the events with these ids, by the events' numbers: their places in `ids`."""
    codes: dict[str, int] = {}
    blocks = [_read_block(ids[begin : begin + BLOCK], codes) for begin in range(0, len(ids), BLOCK)]
    words = sorted(codes)
    places = np.empty(len(words), np.int64)
    places[[codes[word] for word in words]] = np.arange(len(words))
    codes.clear()
    blocks = [_by_place(places, *block) for block in blocks]
    return Lexicon.of(words, Postings.joined(_postings(blocks, len(words))))


def _read_block(ids: np.ndarray, codes: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The codes of the words in some events, how many events each has, and these, as places in `ids`."""
    places = {pk: place for place, pk in enumerate(ids.tolist())}
    table = Event._meta.db_table
    sql = f"SELECT id, array_to_string(tsvector_to_array(search), ' ') FROM {table} WHERE id = ANY(%s)"  # noqa: S608
    found, lengths, of_event = [], [], []
    with connection.cursor() as cursor:
        cursor.execute(sql, [ids.tolist()])
        while rows := cursor.fetchmany(2000):
            for pk, words in rows:
                # len(codes) is the next free code, for a word that is new.
                coded = [codes.setdefault(word, len(codes)) for word in words.split()]
                found += coded
                lengths.append(len(coded))
                of_event.append(places[pk])
    pairs = np.array(found, dtype=np.uint64) << np.uint64(16)
    pairs |= np.repeat(np.array(of_event, dtype=np.uint64), lengths)
    pairs.sort()
    used, counts = np.unique(pairs >> np.uint64(16), return_counts=True)
    return used.astype(np.int64), counts, (pairs & np.uint64(0xFFFF)).astype(np.uint16)


def _by_place(places: np.ndarray, used, counts, numbers) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A block in the order of the sorted words: their places, where each one's numbers begin, the numbers."""
    order = np.argsort(places[used])
    firsts = np.cumsum(counts) - counts
    moved = counts[order]
    begins = np.concatenate([[0], np.cumsum(moved)])
    take = np.repeat(firsts[order] - begins[:-1], moved) + np.arange(len(numbers))
    return places[used][order], begins, numbers[take]


def _postings(blocks: list[tuple[np.ndarray, np.ndarray, np.ndarray]], size: int) -> Iterator[Postings]:
    counts = np.zeros(size, np.int64)
    for places, begins, _ in blocks:
        counts[places] += np.diff(begins)
    ends = np.unique(np.searchsorted(np.cumsum(counts), np.arange(PAIRS, counts.sum() + PAIRS, PAIRS)))
    bounds = [0, *(ends[ends > 0]).tolist(), size]
    for low, high in pairwise(sorted({min(bound, size) for bound in bounds})):
        codes, numbers = [np.empty(0, np.int64)], [np.empty(0, np.uint32)]
        for nth, (places, begins, of_block) in enumerate(blocks):
            first, last = np.searchsorted(places, (low, high))
            codes.append(np.repeat(places[first:last] - low, np.diff(begins[first : last + 1])))
            numbers.append(of_block[begins[first] : begins[last]].astype(np.uint32) + np.uint32(nth * BLOCK))
        all_codes = np.concatenate(codes)
        order = np.argsort(all_codes, kind="stable")
        yield Postings.build(all_codes[order], np.concatenate(numbers)[order], high - low)


# --- Asking


def found_in(segment: Segment, query: str) -> BitMap:
    """The events of the segment that a query finds; none where the query holds no word."""
    terms = [term for term in search.terms_of(query) if _has_words(term.text)]
    if not terms:
        return BitMap()
    words = segment.lexicons["words"]
    plain = [term for term in terms if PLAIN.fullmatch(term.text)]
    others = [term for term in terms if not PLAIN.fullmatch(term.text)]

    wanted = sorted((words[term.text] for term in plain if term.wanted), key=len)
    if phrases := tuple(term.text for term in others if term.wanted):
        wanted.append(_having_all(segment, phrases))
    found = BitMap.intersection(*wanted) if wanted else BitMap(range(len(segment)))
    for term in plain:
        if not term.wanted:
            found -= words[term.text]
    if found and (phrases := tuple(term.text for term in others if not term.wanted)):
        found -= _having_any(segment, phrases)
    return found


@lru_cache(maxsize=1000)
def _has_words(text: str) -> bool:
    """Whether PostgreSQL finds a word in it too; else it takes the term for nothing."""
    if any(PLAIN.fullmatch(word) for word in text.split()):
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(phraseto_tsquery('simple', newsdesk_fold(%s))) > 0", [text])
        return cursor.fetchone()[0]


def _having_all(segment: Segment, phrases: tuple[str, ...]) -> BitMap:
    candidates = BitMap.intersection(*(_candidates(segment, phrase) for phrase in phrases))
    return _kept(segment, candidates, and_, phrases)


def _having_any(segment: Segment, phrases: tuple[str, ...]) -> BitMap:
    candidates = BitMap.union(*(_candidates(segment, phrase) for phrase in phrases))
    return _kept(segment, candidates, or_, phrases)


def _candidates(segment: Segment, phrase: str) -> BitMap:
    """The events that have all the plain words of a phrase."""
    plain = [word for word in phrase.split() if PLAIN.fullmatch(word)]
    lists = sorted((segment.lexicons["words"][word] for word in plain), key=len)
    return BitMap.intersection(*lists) if lists else BitMap(range(len(segment)))


def _kept(segment: Segment, candidates: BitMap, join: Callable, phrases: tuple[str, ...]) -> BitMap:
    """Those of the candidates that have all (and_) or any (or_) of the phrases: one question, asked once."""
    key = (join.__name__, *phrases)
    found = segment.phrases.get(key)
    if found is None:
        found = _looked_up(segment, candidates, reduce(join, (search.query_of(search.Term(p)) for p in phrases)))
        while len(segment.phrases) >= MOST_PHRASES:
            segment.phrases.pop(next(iter(segment.phrases)), None)
        segment.phrases[key] = found
    return found


def _looked_up(segment: Segment, candidates: BitMap, query: SearchQuery) -> BitMap:
    if not candidates:
        return candidates
    events = Event.objects.filter(search=query).order_by()
    if len(candidates) <= MANY:
        events = events.filter(pk__in=segment.ids[numbers_of(candidates)].tolist())
    ids = np.fromiter(events.values_list("pk", flat=True).iterator(), dtype=np.int64)
    return bitmap_of(segment.numbers_of_ids(ids)) & candidates
