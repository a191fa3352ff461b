"""How fast the extraction reads, on one core: `python -m tests.extraction.bench [--megabytes N] [--rounds N]`.

Prints documents, megabytes and events in a second for four sets, whether the time grows with the length and no faster,
the most memory held, and the time the first document takes (which builds the dictionaries). Of each of the first three
sets at most MOST documents are read, evenly drawn, so that the figures take minutes however large the corpus is:

- corpus: the labelled documents as they are. They are shorter than real ones, and denser.
- typical: of the length and density of real ones. Round-ups of one layout and language are joined until they hold
  eight events, and each event gets further sentences of the corpus's stories behind its last one until there is one
  event to 730 characters, as in published round-ups and stories.
- dense: the documents joined to that length as they are, a happening every 270 characters: the hard case.
- long: one round-up of distinct items, also at a quarter and at four times its length.

Seconds are the process's own (time.process_time), the best of some rounds, so that other work on the machine counts
little. Not a test: figures, no verdict.
"""

import argparse
import datetime
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
UPLOADED = datetime.date(2025, 3, 5)
MOST = 150  # documents of a set
TYPICAL = 10_000  # bytes of a typical document
EVENTS = 8  # of a typical round-up, at least
PER_EVENT = 730  # characters of a typical document to one event
TOWNS = ("Lima", "Suva", "Nairobi", "Oslo", "Hanoi", "Quito", "Accra", "Riga", "Doha", "Dili", "Bern", "Male")
MINISTERS = ("transport", "health", "finance", "defence", "interior", "energy", "trade", "labour")


def long_roundup(size: int) -> bytes:
    """A round-up of that many bytes; no two of its items say the same."""
    items, length, number = [], 0, 0
    while length < size:
        number += 1
        town, other = TOWNS[number % 12], TOWNS[(number // 12 + 1 + number) % 12]
        item = (
            f"*{town} and {other} settle dispute {number}: The {MINISTERS[number % 8]} ministers of {town} and {other} "
            f"met on March {number % 28 + 1} over case {number}. They agreed to exchange {number * 7} documents. "
            f"A spokesman said that {number % 90 + 10} per cent of the work was done. (Reuters)\n"
        )
        items.append(item)
        length += len(item)
    return "".join(items).encode()


def _labelled() -> Iterator[tuple[str, str, list[dict]]]:
    """Kind ("starred en"), text and labelled events of each document of the corpus."""
    from events.extraction.formats import decode

    for file in sorted(CORPUS.glob("*/*.txt")):
        layout, _, language = file.stem.split("-")
        text = decode(file.read_bytes()).text.strip()
        yield f"{layout} {language}", text, json.loads(file.with_suffix(".json").read_text("utf-8"))["events"]


def dense_documents() -> list[bytes]:
    """The corpus's documents, those of a layout and language joined until they have a typical length."""
    kinds: dict[str, list[bytes]] = {}
    for kind, text, _ in _labelled():
        kinds.setdefault(kind, []).append(text.encode() + b"\n\n")
    return [document for parts in kinds.values() for document in _joined(parts, len, TYPICAL)]


def typical_documents() -> list[bytes]:
    """Documents as long, and with events as far apart, as published ones."""
    from events.extraction import sentences

    kinds: dict[str, list[tuple[str, int]]] = {}
    fillings: dict[str, list[str]] = {"en": [], "vi": []}
    for kind, text, _ in _labelled():
        if kind.startswith("story"):
            said = [
                span.of(text) for span in sentences.split(text, 0, len(text)) if sentences.ends_like_one(span.of(text))
            ]
            fillings[kind[-2:]] += said
    filling = {language: cycle(said) for language, said in fillings.items()}
    for kind, text, events in _labelled():
        padded = _padded(text, events, filling[kind[-2:]])
        kinds.setdefault(kind, []).append((padded + "\n\n", len(events)))
    documents = []
    for kind, parts in kinds.items():
        least = 4 if kind.startswith("story") else EVENTS
        joined = _joined([text for text, _ in parts], lambda text, known=dict(parts): known[text], least)
        documents += [document.encode() for document in joined]
    return documents


def _padded(text: str, events: list[dict], filling: Iterator[str]) -> str:
    """The text with so many more sentences behind each event's last that there is one event to PER_EVENT characters."""
    missing = max(0, PER_EVENT - len(text) // max(1, len(events)))
    pieces, at = [], 0
    for event in events:
        start = text.find(event["starts_with"], at)
        end = text.find(event.get("ends_with") or ".", start + 1)
        if start < 0 or end < 0:
            continue
        end += len(event.get("ends_with") or ".")
        added = ""
        while len(added) < missing:
            added += " " + next(filling)
        pieces += [text[at:end], added]
        at = end
    return "".join([*pieces, text[at:]])


def _joined(parts: Sequence, size: Callable, least: int) -> list:
    """Parts put together in order until each sum has at least that size; the last one may have less."""
    found, joined, total = [], parts[0][:0], 0
    for part in parts:
        joined, total = joined + part, total + size(part)
        if total >= least:
            found.append(joined)
            joined, total = parts[0][:0], 0
    return [*found, joined] if joined else found


def _some(documents: list[bytes]) -> list[bytes]:
    """Every second, third … document, so that MOST are left of all layouts and languages, by which they are ordered."""
    return documents[:: -(-len(documents) // MOST)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the speed of the extraction.")
    parser.add_argument("--megabytes", type=float, default=1.0, help="length of the long round-up")
    parser.add_argument("--rounds", type=int, default=3, help="how often each set is read; the best counts")
    options = parser.parse_args()
    from events.extraction import extract

    def read(raw: bytes) -> int:
        return len(extract(raw, name="bench", uploaded_on=UPLOADED).events)

    def seconds(documents: Sequence[bytes], rounds: int) -> tuple[float, int]:
        best, events = float("inf"), 0
        for _ in range(rounds):
            began = time.process_time()
            events = sum(map(read, documents))
            best = min(best, time.process_time() - began)
        return best, events

    sets = {
        "corpus": _some([file.read_bytes() for file in sorted(CORPUS.glob("*/*.txt"))]),
        "typical": _some(typical_documents()),
        "dense": _some(dense_documents()),
    }
    for name, documents in sets.items():
        for raw in documents:
            read(raw)
        spent, events = seconds(documents, options.rounds)
        size, count = sum(map(len, documents)), len(documents)
        print(
            f"{name:<10} {count / spent:7.1f} documents/s {size / spent / 1e6:7.3f} MB/s {events / spent:7.0f} events/s"
            f"   {count} of {size / count / 1000:.1f} kB, {events / count:.1f} events each"
        )
    for share in (0.25, 1, 4):
        raw = long_roundup(int(share * options.megabytes * 1_000_000))
        spent, events = seconds([raw], 1)
        megabytes = len(raw) / 1e6
        print(f"{megabytes:6.2f} MB  {spent:7.2f} s {spent / megabytes:7.2f} s/MB   {events} events")
        if share == 1:
            print(f"memory     {_most_memory():7.0f} MB at most so far")
    print(f"memory     {_most_memory():7.0f} MB at most")
    started = [float(part) for part in _fresh(_START_UP).split()]
    print(f"start-up   {started[0]:7.2f} s to the first English text, {started[1]:.2f} s more to a Vietnamese one")


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_START_UP = """
import time
began = time.process_time()
from events.extraction import extract
extract(b"Peru and Chile signed an agreement on Monday, a minister said.", name="bench")
english = time.process_time()
extract("Hôm thứ Hai, Peru và Chile đã ký một thỏa thuận, bộ trưởng cho biết.".encode(), name="bench")
print(english - began, time.process_time() - english)
"""


def _fresh(program: str) -> str:
    """What a program prints in a process of its own, its modules compiled before, as they are where it is installed."""
    with tempfile.TemporaryDirectory() as compiled:
        known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command, env = [sys.executable, "-c", program], known | {"PYTHONPYCACHEPREFIX": compiled}
        runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=env) for _ in range(2)]
    return runs[-1].stdout


if __name__ == "__main__":
    main()
