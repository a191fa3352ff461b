"""What the model of lines (events/extraction/second_look.py) learns from.

    python -m tests.extraction.training.lines NAME …

The rules were made on the documents they would be judged by, so what they say of those documents today tells nothing of
their errors elsewhere. Two things stand in for that: `first-readings.txt`, how the rules read each document before they
had seen it (`--record` adds new ones, and is to be run before anybody reads them), and furniture written for this
project (`furniture-*.txt`), strewn over documents together with some of the items beside it, then read as rules stand.
The truth is what the labels say; where they are silent, what the rules say today. The pages drawn for the tests
(`../shapes`) are learned from, too: what is known of each of their lines. `drawn-pages.txt` says which, and how they
were then: pages are drawn with each mended rule, and some of them may wait for the next training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from events.extraction import formats, layouts, line_traits
from events.extraction.language import detect
from events.extraction.line_traits import Seen
from events.extraction.lines import plain
from events.extraction.names import Names
from events.extraction.records import Reason, Vocabulary
from tests.extraction import drawn
from tests.extraction.training import items
from tests.extraction.training.items import DEVELOP, FOLDS, HERE

READINGS = HERE / "first-readings.txt"
PAGES = HERE / "drawn-pages.txt"
STREWN, AROUND = 0.6, 0.09  # what lines strewn over a page count for, and the page's own lines around them
DRAWN = {"E": "B", "+": "I", "X": "O", "H": "O", "T": "O", "?": ""}  # the letters of drawn pages, as answers
CERTAIN, LIKELY, ASSUMED, DOUBTFUL = 1.0, 0.6, 0.5, 0.3  # what a line counts for, by how its truth is known


@dataclass(frozen=True, slots=True)
class Read:
    """A document as some rules read it. `strewn`: (start, end, answer) of lines that were put into it, or drawn."""

    name: str
    text: str
    label: dict
    layout: str
    lines: tuple[Seen, ...]
    strewn: tuple[tuple[int, int, str], ...] = ()

    @property
    def language(self) -> str:
        return "vi" if self.label["language"] == "vi" else "en"

    @property
    def fold(self) -> int:
        return hashlib.sha256(self.name.encode()).digest()[0] % FOLDS


# --- Readings


@cache
def names() -> Names:
    return Names(Vocabulary())


def _by_rules(name: str, text: str, label: dict, strewn: Iterable[tuple[int, int, str]] = ()) -> Read:
    """A text as the rules read it today, without the model's second look."""
    plainly = plain(text)
    language = detect(text)
    tongue = language if language != "und" else "en"
    found = names().read(plainly, tongue)
    layout = layouts.cut(layouts.looked_at(plainly, tongue, found.within, found.country_of))
    return Read(name, plainly, label, layout.name, tuple(line_traits.lines_of(plainly, layout)), tuple(strewn))


def developed() -> Iterator[Read]:
    """The documents that are developed on, as the rules read them today."""
    for file in sorted(DEVELOP.glob("*.txt")):
        label = json.loads(file.with_suffix(".json").read_text("utf-8"))
        text = formats.decode(file.read_bytes()).text
        yield _by_rules(file.stem, text, label)


def first_readings(present: Sequence[Read]) -> Iterator[Read]:
    """The same documents as rules that had not seen them read them, where that was kept."""
    kept = kept_readings()
    for read in present:
        layout, lines = kept.get((read.name, _short(read.text)), (read.layout, read.lines))
        if lines is not read.lines:
            lines = tuple(line._replace(text=read.text[line.start : line.end]) for line in lines)
        yield Read(read.name, read.text, read.label, layout, lines)


def kept_readings() -> dict[tuple[str, str], tuple[str, tuple[Seen, ...]]]:
    found: dict[tuple[str, str], tuple[str, list[Seen]]] = {}
    for line in READINGS.read_text("utf-8").splitlines():
        if line.startswith("@"):
            name, layout, short = line[1:].split()
            _, lines = found[name, short] = (layout, [])
        elif line and not line.startswith("#"):
            start, end, told = line.split()
            verdict, _, reason = told.partition("/")
            lines.append(Seen(int(start), int(end), "", verdict, Reason(reason) if reason else None))
    return {key: (layout, tuple(lines)) for key, (layout, lines) in found.items()}


def record(reads: Iterable[Read]) -> None:
    """Keep how documents are read, to be learned from after the rules were changed for them."""
    with READINGS.open("a", encoding="utf-8") as file:
        for read in reads:
            file.write(f"@{read.name} {read.layout} {_short(read.text)}\n")
            for line in read.lines:
                file.write(f"{line.start} {line.end} {line.verdict}{f'/{line.reason}' if line.reason else ''}\n")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def digest() -> str:
    """A short name for the texts beside this module that are learned from; drawn pages are kept apart (`redrawn`)."""
    files = sorted([READINGS, *HERE.glob("furniture-*.txt")])
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


# --- Truth


def answers(read: Read, today: Sequence[Seen]) -> list[tuple[str, float]]:
    """For each line the right one of LABELS, and how much it counts. `today`: how the rules read the document now."""
    folded = Folded(read.text)
    events = []
    for event in read.label["events"]:
        if places := folded.places(event["starts_with"]):
            kept = [at for at in places if any(line.verdict in "BI" and line.start <= at < line.end for line in today)]
            events.append(((kept or places)[0], event))
    events.sort(key=lambda one: one[0])
    bounds = [start for start, _ in events] + [len(read.text)]
    ends = [folded.end(event.get("ends_with"), start, bounds[n + 1]) for n, (start, event) in enumerate(events)]
    others = [at for _, event in events for words in event.get("starts_with_ok", []) for at in folded.places(words)]
    furniture = [
        (at, folded.end(words, at, len(read.text)) or at)
        for words in read.label.get("boilerplate", [])
        for at in folded.places(words)
    ]
    found = []
    for line in read.lines:
        strewn = [answer for start, end, answer in read.strewn if _mostly(line, start, end)]
        number = max((n for n, (start, _) in enumerate(events) if start < line.end), default=None)
        inside = number is not None and line.start < (ends[number] or bounds[number + 1])
        now = _verdict_of(line, today)
        share = (AROUND if read.strewn else 1.0) * (not (inside and events[number][1].get("optional")))
        if strewn:
            found.append((strewn[0] or "O", STREWN if strewn[0] else 0.0))
        elif any(line.start < end and start < line.end for start, end, _ in read.strewn):
            found.append(("O", 0.0))  # a strewn line that was joined to another
        elif any(line.start <= start < line.end for start, _ in events):
            found.append(("B", CERTAIN * share))
        elif any(start < line.end and line.start < end for start, end in furniture):
            found.append(("O", CERTAIN * share))
        elif any(line.start <= at < line.end for at in others):
            found.append(("B" if now == "B" else "I", ASSUMED * share))
        elif not inside:
            found.append(("O", (CERTAIN if now in "OH" else DOUBTFUL) * share))
        elif ends[number] is not None:
            found.append(("O", ASSUMED * share) if now in "OH" else ("I", CERTAIN * share))
        else:
            found.append(("I", LIKELY * share) if now == "I" else ("O", (DOUBTFUL if now == "B" else LIKELY) * share))
    return found


def _mostly(line: Seen, start: int, end: int) -> bool:
    return min(line.end, end) - max(line.start, start) > 0.7 * (line.end - line.start)


def _verdict_of(line: Seen, today: Sequence[Seen]) -> str:
    """What the rules say today of the words of a line."""
    nearest = max(today, key=lambda one: min(line.end, one.end) - max(line.start, one.start))
    return nearest.verdict


class Folded:
    """A text's letters and digits, in small letters without marks, and where each stood."""

    def __init__(self, text: str) -> None:
        letters = [(one, at) for at, char in enumerate(text) for one in _letters(char)]
        self._letters = "".join(one for one, _ in letters)
        self._at = [at for _, at in letters]

    def places(self, words: str) -> list[int]:
        """Where the words stand."""
        sought = "".join(_letters(words))
        found, at = [], -1
        while sought and (at := self._letters.find(sought, at + 1)) >= 0:
            found.append(self._at[at])
        return found

    def end(self, words: str | None, start: int, before: int) -> int | None:
        """Where the words end, first after `start`, if that is `before` the next event."""
        sought = "".join(_letters(words or ""))
        at = next((n for n, place in enumerate(self._at) if place >= start), len(self._at))
        at = self._letters.find(sought, at) if sought else -1
        last = self._at[at + len(sought) - 1] + 1 if at >= 0 else None
        return last if last is not None and last <= before + len(sought) else None


def _letters(text: str) -> list[str]:
    spread = unicodedata.normalize("NFKD", text).casefold().replace("đ", "d")
    return [char for char in spread if char.isalnum()]


# --- Pages drawn in short


def drawn_pages() -> Iterator[Read]:
    """The pages of the tests as the rules read them today. What may be either way is not learned from."""
    for page in drawn.pages():
        places = [(piece.start, piece.start + len(piece.text), DRAWN[piece.kind]) for piece in page.pieces]
        yield _by_rules(page.name, page.text, {"language": page.language, "events": []}, places)


def keep_pages() -> None:
    """Keep which drawn pages the model has just learned from, and how they were."""
    head = "# The drawn pages that the model of lines has learned from, and a short name for what each said then.\n"
    told = "".join(f"{name} {short}\n" for name, short in _pages_today().items())
    PAGES.write_text(head + "# Made by tests/extraction/training/train.py: make train.\n" + told, "utf-8")


def redrawn() -> set[str]:
    """The drawn pages that are new, changed or gone since the model learned."""
    kept = dict(line.split() for line in PAGES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name for name, _ in kept.items() ^ _pages_today().items()}


def _pages_today() -> dict[str, str]:
    """By the name of each drawn page, a short name for what it says of which lines."""
    return {
        page.name: _short("\n".join((page.language, *(piece.kind for piece in page.pieces), page.text)))
        for page in drawn.pages()
    }


# --- Pages strewn with furniture


@cache
def _furniture(language: str) -> dict[str, list[list[str]]]:
    """Blocks of lines, by where they may stand."""
    found: dict[str, list[list[str]]] = {place: [] for place in "temb"}
    for line in (HERE / f"furniture-{language}.txt").read_text("utf-8").splitlines():
        if line[:2] in ("t ", "e ", "m ", "b "):
            block = [line[2:]]
            found[line[0]].append(block)
        elif line and not line.startswith("#"):
            block.append(line)
    return found


@cache
def _items(language: str) -> list[items.Item]:
    return [item for item in items.written() if item.language == language]


def strewn(read: Read, answered: Sequence[tuple[str, float]]) -> Read | None:
    """The document with furniture above, below and between its items, and with some items more."""
    chance = random.Random(read.name)
    inside = [at for at, (answer, sure) in enumerate(answered) if answer != "O" and sure]
    if not inside:
        return None
    first, last, count = inside[0], inside[-1], len(read.lines)
    of_place = _furniture(read.language)
    put: dict[int, list[list[tuple[str, str]]]] = {}  # before which line: blocks of lines and their answers

    def furniture(place: str, times: Sequence[int], low: int, high: int) -> None:
        for _ in range(chance.choice(times)):
            block = chance.choice(of_place[place])
            put.setdefault(chance.randint(low, max(low, high)), []).append([(line, "O") for line in block])

    furniture("t", (1, 2, 2, 3), 0, first)
    furniture("e", (1, 2, 3, 3), last + 1, count)
    furniture("m", (1, 1, 2), min(first + 1, last), last)
    if read.label["layout"] == "story":
        furniture("b", (0, 1, 2) if last - first > 3 else (0,), first + 3, last + 1)
    else:
        starts = [at for at in inside if answered[at][0] == "B"]
        for _ in range(chance.choice((1, 2, 2))):
            item = chance.choice(_items(read.language))
            block = [(item.headline, "B"), (item.text, "I")]
            if not item.headline or (read.label["layout"] != "portal" and chance.random() < 0.6):
                headline = f"{item.headline}: " if item.headline and chance.random() < 0.5 else ""
                block = [(headline + item.text, "B")]
            put.setdefault(chance.choice(starts[1:] or starts or inside), []).append(block)
    return _put(read, put)


def _put(read: Read, put: dict[int, list[list[tuple[str, str]]]]) -> Read:
    gap = "\n\n" if 3 * read.text.count("\n\n") > read.text.count("\n") else "\n"
    text, at = "", 0
    places: list[tuple[int, int, str]] = []
    for number in sorted(put):
        stop = read.lines[number].start if number < len(read.lines) else len(read.text.rstrip())
        begin = read.text.rfind("\n", 0, stop) + 1 if number < len(read.lines) else stop
        if read.text[begin:stop].strip() and number < len(read.lines):
            continue  # in the middle of a printed line
        text += read.text[at:begin] + ("" if begin < stop or number < len(read.lines) else gap)
        at = begin
        for block in put[number]:
            for line, answer in block:
                places.append((len(text), len(text) + len(line), answer))
                text += line + gap
    return _by_rules(read.name, text + read.text[at:], read.label, places)


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep how the rules read these documents of the developed half today.")
    parser.add_argument("name", nargs="+")
    options = parser.parse_args()
    record(read for read in developed() if read.name in options.name)


if __name__ == "__main__":
    main()
