"""The words of events as posting lists, from the very tsvectors that SQL searches.

Besides the words, pairs of common words that stand together somewhere: PostgreSQL has to look at every text that holds
both words of a phrase, which takes seconds where both are common. Two syllables of Vietnamese are one word, so such
phrases are asked for all the time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from django.db import connection

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
_LEXEME = re.compile(r"'([^']+)':([0-9,]+)")


def read_words(ids: np.ndarray) -> dict[str, Lexicon]:
    """The lexicons of the words of these events, by the events' numbers: their places in `ids`."""
    common = _common_words(ids) if len(ids) >= WORTH_PAIRING else []
    words, titles, pairs = _Lists(), _Lists(), _Lists()
    codes: dict[str, int] = {}
    irregular: list[int] = []
    for begin in range(0, len(ids), BLOCK):
        block = _Block(ids[begin : begin + BLOCK], codes, common)
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
    for _, words in _rows(sample, _words_of("search")):
        events.update(words.split())
    found = [word for word, count in events.most_common(MOST_PAIRED) if count >= COMMON * len(sample)]
    return sorted(word for word in found if PLAIN.fullmatch(word))


def _words_of(vector: str) -> str:
    """An expression of SQL: the words of a tsvector."""
    return f"array_to_string(tsvector_to_array({vector}), ' ')"


def _rows(ids: np.ndarray, *columns: str) -> Iterator[tuple]:
    sql = f"SELECT id, {', '.join(columns)} FROM {Event._meta.db_table} WHERE id = ANY(%s)"  # noqa: S608 -- all is ours
    with connection.cursor() as cursor:
        cursor.execute(sql, [ids.tolist()])
        while rows := cursor.fetchmany(2000):
            yield from rows


class _Block:
    """The words of some events, as flat arrays."""

    def __init__(self, ids: np.ndarray, codes: dict[str, int], common: list[str]) -> None:
        self.irregular: list[int] = []
        self._codes = codes
        self._found: list[int] = []  # codes of words, event by event …
        self._lengths: list[int] = []  # … so many of each event
        self._events: list[int] = []
        self._titled: list[int] = []  # codes of the words of headlines …
        self._title_lengths: list[int] = []  # … so many of each of these events
        self._paired_codes: list[int] = []  # the same of common words, each with its positions
        self._paired_lengths: list[int] = []
        self._positions: list[str] = []
        places = {pk: place for place, pk in enumerate(ids.tolist())}
        title = _words_of("to_tsvector('simple', newsdesk_fold(title))")
        if common:
            paired = {word: code for code, word in enumerate(common)}
            for pk, vector, words in _rows(ids, "search::text", title):
                self._read_positions(places[pk], vector, paired)
                self._read_title(words.split())
        else:
            for pk, found, words in _rows(ids, _words_of("search"), title):
                self._read(places[pk], found.split())
                self._read_title(words.split())

    def _read(self, event: int, words: list[str]) -> None:
        codes = self._codes
        # len(codes) is the next free code, for a word that is new.
        self._found += [codes.setdefault(word, len(codes)) for word in words]
        self._lengths.append(len(words))
        self._events.append(event)

    def _read_title(self, words: list[str]) -> None:
        codes = self._codes
        found = [codes.setdefault(word, len(codes)) for word in words if PLAIN.fullmatch(word)]
        self._titled += found
        self._title_lengths.append(len(found))

    def _read_positions(self, event: int, vector: str, paired: dict[str, int]) -> None:
        lexemes = _LEXEME.findall(vector)
        self._read(event, [word for word, _ in lexemes])
        here = [(paired[word], positions) for word, positions in lexemes if word in paired]
        self._paired_codes += [code for code, _ in here]
        self._positions += [positions for _, positions in here]
        self._paired_lengths.append(len(here))
        if LAST_POSITION in vector:
            self.irregular.append(event)

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
        positions = np.fromstring(",".join(self._positions), dtype=np.uint64, sep=",")
        times = [text.count(",") + 1 for text in self._positions]
        codes = np.repeat(np.array(self._paired_codes, dtype=np.uint64), times)
        events = np.repeat(np.repeat(np.array(self._events, dtype=np.uint64), self._paired_lengths), times)
        standing = events << np.uint64(32) | positions << np.uint64(16) | codes
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
        places = np.empty(len(used), np.int64)
        places[[place for _, place in named]] = np.arange(len(used))
        blocks = [_by_name(places[np.searchsorted(used, block[0])], *block[1:]) for block in self.blocks]
        self.blocks.clear()
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
