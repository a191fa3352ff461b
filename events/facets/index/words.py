"""Words: which events have which, as SQL's own search document has them; and which events a query finds.

A word of plain letters or digits is a posting list. A phrase, and whatever PostgreSQL may take apart in ways of its
own (mixed or unusual letters), is looked up in the tables, among the events that have all its plain words, and kept:
the events of a segment never change, so neither does what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from django.db import connection
from pyroaring import BitMap

from events import search
from events.facets.index.postings import Lexicon, Postings, bitmap_of, numbers_of
from events.models import Event

if TYPE_CHECKING:
    from events.facets.index.segment import Segment

BLOCK = 1 << 16  # events read at a time; their numbers differ in the lower two bytes only
TOKENS = 1 << 16  # tokens whose lists are put together at a time
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
    for low in range(0, size, TOKENS):
        high = min(low + TOKENS, size)
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
    terms = search.terms_of(query)
    if not terms:
        return BitMap()
    wanted = [term for term in terms if term.wanted]
    # The rarest first: what is left to look through only ever shrinks.
    wanted.sort(key=lambda term: min(segment.lexicons["words"].count(word) for word in term.text.split()))
    found = None
    for term in wanted:
        having = _having(segment, term)
        found = having if found is None else found & having
        if not found:
            return found
    if found is None:
        found = BitMap(range(len(segment)))
    for term in terms:
        if not term.wanted:
            found -= _having(segment, term)
    return found


def _having(segment: Segment, term: search.Term) -> BitMap:
    if PLAIN.fullmatch(term.text):
        return segment.lexicons["words"][term.text]
    if term.text not in segment.phrases:
        while len(segment.phrases) >= MOST_PHRASES:
            segment.phrases.pop(next(iter(segment.phrases)), None)
        segment.phrases[term.text] = _looked_up(segment, term)
    return segment.phrases.get(term.text) or BitMap()


def _looked_up(segment: Segment, term: search.Term) -> BitMap:
    plain = [word for word in term.text.split() if PLAIN.fullmatch(word)]
    lists = sorted((segment.lexicons["words"][word] for word in plain), key=len)
    candidates = BitMap.intersection(*lists) if lists else BitMap(range(len(segment)))
    if not candidates:
        return candidates
    events = Event.objects.filter(search=search.search_query(f'"{term.text}"')).order_by()
    if len(candidates) <= MANY:
        events = events.filter(pk__in=segment.ids[numbers_of(candidates)].tolist())
    ids = np.fromiter(events.values_list("pk", flat=True).iterator(), dtype=np.int64)
    return bitmap_of(segment.numbers_of_ids(ids)) & candidates
