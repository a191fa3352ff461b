"""Which events have which value: posting lists, packed into a few flat arrays, so that a process holds few objects.

A list is a roaring bitmap, serialised, or, where it is short, the plain numbers; it is unpacked when it is asked for.
The arrays may lie in a file: then only what is asked for is ever read.
"""

from __future__ import annotations

import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from pyroaring import BitMap

SHORT = 32  # events; a bitmap of fewer takes more room than their numbers


def bitmap_of(numbers: np.ndarray) -> BitMap:
    """A bitmap of ascending numbers. By way of an array: pyroaring reads those nine times as fast as numpy's."""
    plain = array.array("I")
    plain.frombytes(np.ascontiguousarray(numbers, dtype=np.uint32).tobytes())
    return BitMap(plain)


def numbers_of(bitmap: BitMap) -> np.ndarray:
    """Its numbers, ascending, as uint32."""
    return np.frombuffer(bitmap.to_array(), dtype=np.uint32) if bitmap else np.empty(0, np.uint32)


class Postings:
    """Lists by code, 0 to len - 1."""

    __slots__ = ("counts", "offsets", "packed", "unpacked")

    def __init__(self, counts: np.ndarray, offsets: np.ndarray, packed: np.ndarray) -> None:
        self.counts = counts  # events of each code
        self.offsets = offsets  # where each code's list begins in `packed`, and the end of all
        self.packed = packed  # uint32
        self.unpacked: dict[int, BitMap] = {}

    def __len__(self) -> int:
        return len(self.counts)

    def __getitem__(self, code: int) -> BitMap:
        raw = self.packed[self.offsets[code] : self.offsets[code + 1]]
        return bitmap_of(raw) if self.counts[code] <= SHORT else BitMap.deserialize(raw.tobytes())

    def any_of(self, begin: int, end: int) -> BitMap:
        """What the codes from `begin` to before `end` have together."""
        is_short = self.counts[begin:end] <= SHORT
        lengths = np.diff(self.offsets[begin : end + 1])
        numbers = self.packed[self.offsets[begin] : self.offsets[end]][np.repeat(is_short, lengths)]
        long = (np.flatnonzero(~is_short) + begin).tolist()
        return BitMap.union(bitmap_of(np.unique(numbers)), *(self[code] for code in long))

    def at_hand(self, code: int) -> BitMap:
        """The same, kept unpacked from the first time on; not to be changed."""
        bitmap = self.unpacked.get(code)
        if bitmap is None:
            bitmap = self.unpacked[code] = self[code]
        return bitmap

    @classmethod
    def build(cls, codes: np.ndarray, numbers: np.ndarray, size: int) -> Postings:
        """From pairs in the order of code, then number; `size` codes in all."""
        counts = np.bincount(codes, minlength=size).astype(np.uint32)
        firsts = np.cumsum(counts, dtype=np.int64) - counts
        lengths = counts.astype(np.int64)
        bitmaps = {}
        for code in np.flatnonzero(counts > SHORT).tolist():
            raw = bitmap_of(numbers[firsts[code] : firsts[code] + int(counts[code])]).serialize()
            bitmaps[code] = np.frombuffer(raw + b"\0" * (-len(raw) % 4), dtype=np.uint32)
            lengths[code] = len(bitmaps[code])
        offsets = np.zeros(size + 1, np.int64)
        np.cumsum(lengths, out=offsets[1:])
        packed = np.empty(offsets[-1], np.uint32)
        is_short = (counts <= SHORT)[codes]
        within = np.arange(len(codes)) - firsts[codes]
        packed[(offsets[codes] + within)[is_short]] = numbers[is_short]
        for code, raw in bitmaps.items():
            packed[offsets[code] : offsets[code + 1]] = raw
        return cls(counts, offsets, packed)

    @classmethod
    def joined(cls, parts: Iterable[Postings]) -> Postings:
        """The codes of all parts, one after another."""
        parts = list(parts)
        counts = np.concatenate([np.empty(0, np.uint32), *(part.counts for part in parts)])
        begins = np.cumsum([0, *(len(part.packed) for part in parts)])
        offsets = [part.offsets[:-1] + begin for part, begin in zip(parts, begins, strict=False)]
        packed = np.empty(begins[-1], np.uint32)
        for begin, end in pairwise(begins.tolist()):
            packed[begin:end] = parts.pop(0).packed  # so that never all are there twice
        return cls(counts, np.concatenate([*offsets, begins[-1:]]).astype(np.int64), packed)


class Lexicon:
    """Postings by value: the values' letters stand in one array, sorted, and are found by halving."""

    __slots__ = ("ends", "letters", "postings")

    def __init__(self, letters: np.ndarray, ends: np.ndarray, postings: Postings) -> None:
        self.letters = letters  # UTF-8
        self.ends = ends  # of each value in `letters`, after a zero
        self.postings = postings

    def __len__(self) -> int:
        return len(self.postings)

    def __iter__(self) -> Iterator[str]:
        """The values, in order."""
        raw, ends = self.letters.tobytes(), self.ends.tolist()
        return (raw[ends[code] : ends[code + 1]].decode() for code in range(len(self)))

    def __contains__(self, value: str) -> bool:
        return self.find(value) is not None

    def find(self, value: str) -> int | None:
        """Its code; None where no event has it."""
        wanted = value.encode()
        place = self._place(wanted)
        return place if place < len(self) and self._raw(place) == wanted else None

    def beginning(self, start: str) -> BitMap:
        """The events that have a value that begins so; `start` is of ASCII."""
        raw = start.encode()
        return self.postings.any_of(self._place(raw), self._place(raw[:-1] + bytes([raw[-1] + 1])))

    def _place(self, wanted: bytes) -> int:
        """Where a value stands, or would stand."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._raw(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def __getitem__(self, value: str) -> BitMap:
        code = self.find(value)
        return BitMap() if code is None else self.postings[code]

    def any_of(self, values: Iterable[str]) -> BitMap:
        """The events that have one of the values or more."""
        return BitMap.union(BitMap(), *(self[value] for value in values))

    def _raw(self, code: int) -> bytes:
        return self.letters[self.ends[code] : self.ends[code + 1]].tobytes()

    @classmethod
    def of(cls, values: list[str], postings: Postings) -> Lexicon:
        """`values` in order; their places are the codes of the postings."""
        raw = [value.encode() for value in values]
        ends = np.zeros(len(raw) + 1, np.int64)
        np.cumsum([len(value) for value in raw], out=ends[1:])
        return cls(np.frombuffer(b"".join(raw), dtype=np.uint8), ends, postings)

    @classmethod
    def build(cls, values: list[str], codes: np.ndarray, numbers: np.ndarray) -> Lexicon:
        """From pairs in any order, each once; `codes` are places in `values`, which are sorted and all used."""
        pairs = codes.astype(np.uint64) << np.uint64(32) | numbers.astype(np.uint64)
        pairs.sort()
        postings = Postings.build(
            (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32), len(values)
        )
        return cls.of(values, postings)


def recoded(values: list[str], codes: np.ndarray) -> tuple[list[str], np.ndarray]:
    """The values that are used, in order, and the same codes as places in these."""
    used = sorted(np.unique(codes).tolist(), key=values.__getitem__)
    places = np.zeros(len(values), np.int64)
    places[used] = np.arange(len(used))
    return [values[code] for code in used], places[codes] if len(codes) else codes.astype(np.int64)
