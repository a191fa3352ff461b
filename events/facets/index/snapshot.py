"""A segment in a file, so that a process that starts has it in a moment.

The file begins with what it is made of (JSON), then come the arrays as they are in memory, each with its CRC-32. It is
put in place whole or not at all. The words' lists stay in the file and are read where they are asked for; everything
else is loaded, since counting on mapped memory is slower.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from events.facets.index.columns import AXES, Column, Grid
from events.facets.index.postings import Lexicon, Postings
from events.facets.index.segment import Segment

MAGIC = b"newsdesk facet index 3\n"  # another number where the form changes
ALIGNED = 64  # bytes
MOST_HEADER = 10_000_000  # bytes
VOCABULARY = hashlib.sha256(repr(AXES).encode()).hexdigest()  # codes in the file mean these values
PLAIN = ("ids", "by_id", "days", "starts", "span_numbers", "span_ends", "articles")
IN_FILE = ("lexicon/words/", "lexicon/titles/", "lexicon/pairs/")


class SnapshotError(Exception):
    """The file is missing, damaged, or of another version; the message is for the log."""


@dataclass(frozen=True)
class Snapshot:
    segment: Segment
    position: str  # of the changes it knows, see Change.objects.since
    database: str  # the one it was read from


def write(path: Path, snapshot: Snapshot) -> int:
    """Put the snapshot in place; its size in bytes."""
    arrays = {name: np.ascontiguousarray(array) for name, array in _arrays(snapshot.segment)}
    sections, at = {}, 0
    for name, array in arrays.items():
        sections[name] = [array.dtype.str, len(array), at, zlib.crc32(array.view(np.uint8).data)]
        at += array.nbytes + -array.nbytes % ALIGNED
    header = {
        "position": snapshot.position,
        "database": snapshot.database,
        "vocabulary": VOCABULARY,
        "sections": sections,
    }
    raw = json.dumps(header).encode()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    with open(new, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(MAGIC + len(raw).to_bytes(8, "little") + zlib.crc32(raw).to_bytes(4, "little") + raw)
        file.write(b"\0" * (-file.tell() % ALIGNED))
        for array in arrays.values():
            file.write(array.view(np.uint8).data)
            file.write(b"\0" * (-array.nbytes % ALIGNED))
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    new.replace(path)
    return size


def load(path: Path) -> Snapshot:
    """Raises SnapshotError where there is none that can be trusted."""
    try:
        with path.open("rb") as file:
            header, begin = _header(file)
            mapped = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), dtype=np.uint8)
            arrays = {
                name: _section(file, mapped, name, begin, *section) for name, section in header["sections"].items()
            }
            return Snapshot(_segment(arrays), header["position"], header["database"])
    except SnapshotError:
        raise
    except FileNotFoundError as problem:
        raise SnapshotError("there is none") from problem
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        raise SnapshotError(f"it cannot be read ({type(problem).__name__})") from problem


def told(path: Path) -> tuple[str, str]:
    """The position and the database of the snapshot, from its beginning alone. Raises SnapshotError."""
    try:
        with path.open("rb") as file:
            header, _ = _header(file)
            return header["position"], header["database"]
    except FileNotFoundError as problem:
        raise SnapshotError("there is none") from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise SnapshotError(f"it cannot be read ({type(problem).__name__})") from problem


def _header(file) -> tuple[dict, int]:
    """What the file says of itself, and where its arrays begin."""
    if file.read(len(MAGIC)) != MAGIC:
        raise SnapshotError("it is of another version")
    length, crc = int.from_bytes(file.read(8), "little"), int.from_bytes(file.read(4), "little")
    raw = file.read(length) if length <= MOST_HEADER else b""
    if len(raw) != length or zlib.crc32(raw) != crc:
        raise SnapshotError("it is damaged")
    header = json.loads(raw)
    if header["vocabulary"] != VOCABULARY:
        raise SnapshotError("it is of another vocabulary")
    return header, file.tell() + -file.tell() % ALIGNED


def _section(file, mapped: np.ndarray, name: str, begin: int, kind: str, length: int, at: int, crc: int) -> np.ndarray:
    dtype = np.dtype(kind)
    file.seek(begin + at)
    if not name.startswith(IN_FILE):
        array = np.fromfile(file, dtype=dtype, count=length)
        if len(array) != length or zlib.crc32(array.view(np.uint8).data) != crc:
            raise SnapshotError("it is damaged")
        return array
    found, left = 0, length * dtype.itemsize
    while left:  # by way of the file: looking at mapped pages would count them as memory of this process
        piece = file.read(min(left, 1 << 20))
        if not piece:
            break
        found, left = zlib.crc32(piece, found), left - len(piece)
    if left or found != crc:
        raise SnapshotError("it is damaged")
    return mapped[begin + at : begin + at + length * dtype.itemsize].view(dtype)


def _arrays(segment: Segment) -> Iterator[tuple[str, np.ndarray]]:
    for name in PLAIN:
        yield name, getattr(segment, name)
    yield "cells", segment.grid.cells
    for param, column in segment.columns.items():
        for nth, level in enumerate(column.levels):
            yield f"column/{param}/level/{nth}", level
        yield f"column/{param}/more_numbers", column.more_numbers
        yield f"column/{param}/more_codes", column.more_codes
        yield f"column/{param}/totals", column.totals
    for param, lexicon in segment.lexicons.items():
        yield f"lexicon/{param}/letters", lexicon.letters
        yield f"lexicon/{param}/ends", lexicon.ends
        yield f"lexicon/{param}/counts", lexicon.postings.counts
        yield f"lexicon/{param}/offsets", lexicon.postings.offsets
        yield f"lexicon/{param}/packed", lexicon.postings.packed


def _segment(arrays: dict[str, np.ndarray]) -> Segment:
    parts = [name.split("/") for name in arrays]
    columns, lexicons = {}, {}
    for param in dict.fromkeys(part[1] for part in parts if part[0] == "column"):
        begin = f"column/{param}"
        levels = sum(part[:3] == ["column", param, "level"] for part in parts)
        columns[param] = Column(
            [arrays[f"{begin}/level/{nth}"] for nth in range(levels)],
            arrays[f"{begin}/more_numbers"],
            arrays[f"{begin}/more_codes"],
            arrays[f"{begin}/totals"],
        )
    for param in dict.fromkeys(part[1] for part in parts if part[0] == "lexicon"):
        letters, ends, *lists = (
            arrays[f"lexicon/{param}/{name}"] for name in ("letters", "ends", "counts", "offsets", "packed")
        )
        lexicons[param] = Lexicon(letters, ends, Postings(*lists))
    plain = {name: arrays[name] for name in PLAIN}
    return Segment(**plain, grid=Grid(arrays["cells"]), columns=columns, lexicons=lexicons)
