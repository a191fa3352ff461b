"""How fast the extraction reads, on one core: `python -m tests.extraction.bench [--megabytes N]`.

Prints documents and megabytes in a second for the labelled corpus and for one long round-up of distinct items, the time
the first document takes (which builds the dictionaries), and the most memory held. Not a test: figures, no verdict.
"""

import argparse
import datetime
import resource
import time
from itertools import cycle, islice
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
UPLOADED = datetime.date(2025, 3, 5)
TYPICAL = 10_000  # bytes of a typical document: the corpus's are shorter, so several of a kind are put together
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


def typical_documents() -> list[bytes]:
    """The corpus's documents, those of a layout and language joined until they have a typical length."""
    from events.extraction.formats import decode

    kinds: dict[str, list[bytes]] = {}
    for file in sorted(CORPUS.glob("*/*.txt")):
        layout, _, language = file.stem.split("-")
        kinds.setdefault(f"{layout} {language}", []).append(decode(file.read_bytes()).text.encode())
    documents = []
    for of_kind in kinds.values():
        joined = b""
        for document in of_kind:
            joined += document.strip() + b"\n\n"
            if len(joined) >= TYPICAL:
                documents.append(joined)
                joined = b""
        documents += [joined] if joined else []
    return documents


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the speed of the extraction.")
    parser.add_argument("--megabytes", type=float, default=1.0, help="length of the long round-up")
    options = parser.parse_args()

    began = time.perf_counter()
    from events.extraction import extract

    def read(raw: bytes) -> int:
        return len(extract(raw, name="bench", uploaded_on=UPLOADED).events)

    shorts = [file.read_bytes() for file in sorted(CORPUS.glob("*/*.txt"))]
    english = next(raw for raw in shorts if raw.isascii())
    vietnamese = next(raw for raw in shorts if "ườ".encode() in raw)
    read(english)
    first_english = time.perf_counter() - began
    began = time.perf_counter()
    read(vietnamese)
    first_vietnamese = time.perf_counter() - began
    print(
        f"start-up      {first_english:6.2f} s to the first English text, {first_vietnamese:.2f} s to a Vietnamese one"
    )

    for name, documents in (("corpus", shorts), ("typical", typical_documents())):
        for raw in documents:
            read(raw)
        rounds = list(islice(cycle(documents), 2 * len(documents)))
        began = time.process_time()
        events = sum(map(read, rounds))
        seconds, size = time.process_time() - began, sum(map(len, rounds))
        print(
            f"{name:<12}  {len(rounds) / seconds:6.1f} documents/s  {size / seconds / 1e6:6.3f} MB/s"
            f"  {events / seconds:6.0f} events/s  ({size / len(rounds) / 1000:.1f} kB each)"
        )

    raw = long_roundup(int(options.megabytes * 1_000_000))
    began = time.process_time()
    events = read(raw)
    seconds = time.process_time() - began
    speed = len(raw) / seconds / 1e6
    print(f"{options.megabytes:g} MB          {seconds:6.1f} s                {speed:6.3f} MB/s  ({events} events)")
    print(f"most memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
