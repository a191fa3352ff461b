"""The words of events as posting lists, from the very tsvectors that SQL searches.

Besides the words, pairs of common words that stand together somewhere: PostgreSQL has to look at every text that holds
both words of a phrase, which takes seconds where both are common. Two syllables of Vietnamese are one word, so such
phrases are asked for all the time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count, pairwise

import numpy as np
import psycopg
from django.db import connection

from events.facets.index.memory import give_back
from events.facets.index.postings import Lexicon, Postings
from events.models import Event
from events.search import PLAIN

WORDS = "words"
TITLES = "titles"  # the plain words of headlines, for the order by relevance
PAIRS = "pairs"  # by both words with a space between; by IRREGULAR the events whose pairs are not all known
PAIRED = "paired"  # the words of which all pairs among each other are known; their lists are empty
IRREGULAR = ""

WORTH_PAIRING = 20_000  # events; in a smaller segment PostgreSQL finds phrases quickly enough
COMMON = 0.003  # of all events: words of so many are paired …
MOST_PAIRED = 4096  # … but not more of them; a pair of their codes is 24 bits
SAMPLE = 20_000  # events that tell which words are common

BLOCK = 1 << 16  # events read at a time; their numbers differ in the lower two bytes only
AT_A_TIME = 1 << 22  # of the pairs of word and event, when lists are put together
LAST_POSITION = "16383"  # in a tsvector: all words further on stand there, so that neighbours cannot be told
_LETTERS = re.compile("[a-z ]*")  # of plain words only


def read_words(ids: np.ndarray) -> dict[str, Lexicon]:
    """The lexicons of the words of these events, by the events' numbers: their places in `ids`."""
    common = _common_words(ids) if len(ids) >= WORTH_PAIRING else []
    words, titles, pairs = _Lists(), _Lists(), _Lists()
    codes: dict[str, int] = defaultdict(count().__next__)  # a word that is new gets the next one
    for word in common:
        codes[word]  # so theirs are the first
    irregular: list[int] = []
    vector = "search::text" if common else _words_of("search")
    for begin, rows in _blocks(ids, vector, _words_of("to_tsvector('simple', newsdesk_fold(title))")):
        block = _Block(ids[begin : begin + BLOCK], rows, codes, len(common))
        words.add(*block.words())
        titles.add(*block.titles())
        pairs.add(*block.pairs())
        irregular += [begin + number for number in block.irregular]
    names = list(codes)
    codes.clear()
    lexicons = {lists: found.lexicon(names.__getitem__) for lists, found in ((WORDS, words), (TITLES, titles))}
    if common:
        lexicons[PAIRED] = Lexicon.of(common, Postings.build(np.empty(0, int), np.empty(0, np.uint32), len(common)))
        paired = pairs.lexicon(lambda code: f"{common[code // MOST_PAIRED]} {common[code % MOST_PAIRED]}")
        numbers = np.array(sorted(irregular), dtype=np.uint32)
        unknown = Postings.build(np.zeros(len(numbers), int), numbers, 1)
        lexicons[PAIRS] = Lexicon.of([IRREGULAR, *paired], Postings.joined([unknown, paired.postings]))
    return lexicons


def _common_words(ids: np.ndarray) -> list[str]:
    """The words to pair, sorted."""
    sample = ids[:: max(1, len(ids) // SAMPLE)]
    events: Counter[str] = Counter()
    for _, rows in _blocks(sample, _words_of("search")):
        for _, words in rows:
            events.update(words.split())
    found = [word for word, times in events.most_common(MOST_PAIRED) if times >= COMMON * len(sample)]
    return sorted(word for word in found if PLAIN.fullmatch(word))


def _words_of(vector: str) -> str:
    """An expression of SQL: the words of a tsvector."""
    return f"array_to_string(tsvector_to_array({vector}), ' ')"


def _blocks(ids: np.ndarray, *columns: str) -> Iterator[tuple[int, psycopg.Cursor]]:
    """Where each block of events begins in `ids`, and their rows: the id and these columns, in any order.

    PostgreSQL looks up the next block while this one is worked on.
    """
    sql = f"SELECT id, {', '.join(columns)} FROM {Event._meta.db_table} WHERE id = ANY(%s)"  # noqa: S608 -- all is ours
    connection.ensure_connection()
    here = connection.connection  # the thread has to ask in the caller's transaction

    def rows(begin: int) -> psycopg.Cursor:
        return psycopg.Cursor(here).execute(sql, [ids[begin : begin + BLOCK].tolist()])

    with ThreadPoolExecutor(max_workers=1) as ahead:
        coming = ahead.submit(rows, 0)
        for begin in range(0, len(ids), BLOCK):
            found = coming.result()
            if begin + BLOCK < len(ids):
                coming = ahead.submit(rows, begin + BLOCK)
            yield begin, found


class _Block:
    """The words of some events, as flat arrays."""

    def __init__(self, ids: np.ndarray, rows: Iterable[tuple], codes: dict[str, int], common: int) -> None:
        self.irregular: list[int] = []
        self._common = common  # so many of the first codes are of common words, whose pairs are wanted
        self._codes = codes
        self._found: list[int] = []  # codes of words, event by event …
        self._lengths: list[int] = []  # … so many of each event
        self._events: list[int] = []
        self._titled: list[int] = []  # codes of the words of headlines …
        self._title_lengths: list[int] = []  # … so many of each of these events
        self._positions: list[str] = []  # of each event's words, as a tsvector tells them: ":1,17 :5"
        places = {pk: place for place, pk in enumerate(ids.tolist())}
        read = self._read_positions if common else self._read_words
        for pk, vector, title in rows:
            read(places[pk], vector)
            self._read_title(title)

    def _read_words(self, event: int, words: str) -> None:
        self._read(event, words.split())

    def _read_positions(self, event: int, vector: str) -> None:
        parts = vector.split("'")  # no folded word has such a sign in it
        self._read(event, parts[1::2])
        self._positions += parts[2::2]
        if LAST_POSITION in vector:
            self.irregular.append(event)

    def _read(self, event: int, words: list[str]) -> None:
        self._found += map(self._codes.__getitem__, words)
        self._lengths.append(len(words))
        self._events.append(event)

    def _read_title(self, title: str) -> None:
        words = title.split()
        if not _LETTERS.fullmatch(title):
            words = [word for word in words if PLAIN.fullmatch(word)]
        self._titled += map(self._codes.__getitem__, words)
        self._title_lengths.append(len(words))

    def words(self) -> tuple[np.ndarray, np.ndarray]:
        """Pairs of a word's code and an event's place in the block, each once."""
        return np.array(self._found, dtype=np.int64), np.repeat(np.array(self._events, dtype=np.int64), self._lengths)

    def titles(self) -> tuple[np.ndarray, np.ndarray]:
        """The same of headlines."""
        events = np.repeat(np.array(self._events, dtype=np.int64), self._title_lengths)
        return np.array(self._titled, dtype=np.int64), events

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Pairs of the code of two words that stand together, and an event's place in the block; some repeatedly."""
        if not self._positions:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        told = "".join(self._positions)
        signs = np.frombuffer(told.encode(), dtype=np.uint8)
        before = signs[(signs == ord(":")) | (signs == ord(","))]  # each position; a colon before a word's first
        words = np.cumsum(before == ord(":")) - 1
        positions = np.fromstring(told.replace(" ", "").replace(":", ",")[1:], dtype=np.uint64, sep=",")
        codes, events = (found.astype(np.uint64)[words] for found in self.words())
        standing = (events << np.uint64(32) | positions << np.uint64(16) | codes)[codes < self._common]
        standing.sort()
        together = np.diff(standing >> np.uint64(16)) == 1
        first, second = standing[:-1][together], standing[1:][together] & np.uint64(0xFFFF)
        both = (first & np.uint64(0xFFFF)) * np.uint64(MOST_PAIRED) + second
        return both.astype(np.int64), (first >> np.uint64(32)).astype(np.int64)


@dataclass
class _Lists:
    """Posting lists that grow by blocks of events; two bytes for each pair of code and event until the end."""

    blocks: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = field(default_factory=list)

    def add(self, codes: np.ndarray, events: np.ndarray) -> None:
        pairs = codes.astype(np.uint64) << np.uint64(16) | events.astype(np.uint64)
        pairs.sort()
        pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=~np.uint64(0)))]  # numpy's unique is ten times as slow
        sorted_codes = (pairs >> np.uint64(16)).astype(np.int64)
        firsts = np.flatnonzero(np.diff(sorted_codes, prepend=-1))
        counts = np.diff(firsts, append=len(pairs))
        self.blocks.append((sorted_codes[firsts], counts, (pairs & np.uint64(0xFFFF)).astype(np.uint16)))

    def lexicon(self, name_of) -> Lexicon:
        """The lists by the codes' names; what was added is gone."""
        used = np.sort(np.concatenate([np.empty(0, np.int64), *(block[0] for block in self.blocks)]))
        used = used[np.flatnonzero(np.diff(used, prepend=-1))]
        named = sorted((name_of(code), place) for place, code in enumerate(used.tolist()))
        give_back()
        places = np.empty(len(used), np.int64)
        places[[place for _, place in named]] = np.arange(len(used))
        blocks = []
        while self.blocks:  # one by one, for there are gigabytes of them
            codes, counts, numbers = self.blocks.pop(0)
            blocks.append(_by_name(places[np.searchsorted(used, codes)], counts, numbers))
        return Lexicon.of([name for name, _ in named], Postings.joined(_postings(blocks, len(used))))


def _by_name(places: np.ndarray, counts: np.ndarray, numbers: np.ndarray) -> tuple:
    """A block in the order of names: these' places, where each one's numbers begin, the numbers."""
    order = np.argsort(places)
    firsts = np.cumsum(counts) - counts
    moved = counts[order]
    begins = np.concatenate([[0], np.cumsum(moved)])
    take = np.repeat(firsts[order] - begins[:-1], moved) + np.arange(len(numbers))
    return places[order], begins, numbers[take]


def _postings(blocks: list[tuple[np.ndarray, np.ndarray, np.ndarray]], size: int) -> Iterator[Postings]:
    counts = np.zeros(size, np.int64)
    for places, begins, _ in blocks:
        counts[places] += np.diff(begins)
    ends = np.searchsorted(np.cumsum(counts), np.arange(AT_A_TIME, counts.sum() + AT_A_TIME, AT_A_TIME))
    for low, high in pairwise(sorted({0, size, *np.minimum(ends, size).tolist()})):
        codes, numbers = [np.empty(0, np.int64)], [np.empty(0, np.uint32)]
        for nth, (places, begins, of_block) in enumerate(blocks):
            first, last = np.searchsorted(places, (low, high))
            codes.append(np.repeat(places[first:last] - low, np.diff(begins[first : last + 1])))
            numbers.append(of_block[begins[first] : begins[last]].astype(np.uint32) + np.uint32(nth * BLOCK))
        all_codes = np.concatenate(codes)
        order = np.argsort(all_codes, kind="stable")
        yield Postings.build(all_codes[order], np.concatenate(numbers)[order], high - low)
