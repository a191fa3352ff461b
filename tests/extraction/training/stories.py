"""Paragraphs of stories, and whether each opens an event.

Each is seen as the reader would see it if it had judged everything before it rightly. The stories are those of the
developed documents, of which some hold events as rarely as real pages do (developed-stories.txt), those written for
this in stories-*.txt, in which they are as rare, and those among the pages drawn for the tests.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from events.extraction import extract, learned
from events.extraction.layouts import happening_signs, happenings
from events.extraction.layouts.happenings import DOES_NOT, OPENS
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from tests.extraction import drawn

HERE = Path(__file__).parent
DEVELOP = HERE.parent / "corpus" / "develop"
LISTED = HERE / "developed-stories.txt"
_MARKS = {"E": OPENS, "+": DOES_NOT, "-": DOES_NOT, "L": None, "?": None}
_DRAWN = {"E": OPENS, "+": DOES_NOT}  # the letters of drawn pages; the others say nothing of the kind
_STORY = re.compile(r"(?m)^@ ")


class Paragraph(NamedTuple):
    story: str
    language: str
    answer: str  # one of happenings.LABELS
    signs: frozenset[str]


def read(name: str, raw: bytes, day: datetime.date, truth: Callable[[Line], str | None]) -> Iterator[Paragraph]:
    """What is seen of a story's paragraphs, each judged by `truth`: None where either would do."""
    found: list[Paragraph] = []

    def judged(told: Told, line: Line) -> bool:
        answer, shown = truth(line), happening_signs.read(told, line)
        if answer and shown:
            found.append(Paragraph(name, told.language, answer, frozenset(learned.written_out(shown.marked))))
        return answer == OPENS

    with mock.patch.object(happenings, "is_one", judged):
        extract(raw, name=name, reference_date=day)
    yield from found


def digest() -> str:
    """A short name for the texts beside this module that are learned from."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(HERE.glob("stories-*.txt")))).hexdigest()[:12]


def listed() -> frozenset[str]:
    """The developed documents, by name, in which events are about as rare as on real pages."""
    return frozenset(line for line in LISTED.read_text("utf-8").splitlines() if not line.startswith("#"))


def developed() -> Iterator[Paragraph]:
    """Those of the developed documents that are stories."""
    for file in sorted(DEVELOP.glob("story-*.txt")):
        label = json.loads(file.with_suffix(".json").read_text("utf-8"))
        text = extract(file.read_bytes(), name=file.name).document.text
        truth = _Labelled(text, label)
        yield from read(file.stem, file.read_bytes(), datetime.date.fromisoformat(label["reference_date"]), truth)


class _Labelled:
    """What a label says of a line."""

    def __init__(self, text: str, label: dict) -> None:
        letters, at = _folded(text)
        places = [(letters.find(_folded(event["starts_with"])[0]), event) for event in label["events"]]
        self._events = [
            (at[place], None if event.get("lead") or event.get("optional") else OPENS)
            for place, event in places
            if place >= 0
        ]

    def __call__(self, line: Line) -> str | None:
        return next((answer for start, answer in self._events if line.start - 3 <= start < line.end), DOES_NOT)


def _folded(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text in lower case, and where they stand."""
    kept = [(low, at) for at, char in enumerate(text) for low in char.lower() if low.isalnum()]
    return "".join(low for low, _ in kept), [at for _, at in kept]


def written() -> Iterator[Paragraph]:
    """Those of the stories beside this module: "@" opens one, and each line begins with what its paragraph does."""
    for file in sorted(HERE.glob("stories-*.txt")):
        for number, part in enumerate(_STORY.split(file.read_text("utf-8"))[1:]):
            day, *lines = part.strip().split("\n")
            marked = {text: _MARKS[mark] for mark, text in (line.split(" ", 1) for line in lines)}
            text = "\n\n".join(marked)
            yield from read(
                f"{file.stem} {number}",
                text.encode(),
                datetime.date.fromisoformat(day),
                lambda line, marked=marked: marked.get(line.text),
            )


def on_drawn_pages() -> Iterator[Paragraph]:
    """Those of the drawn pages that are read as a story."""
    for page in drawn.pages():
        main = next((piece.start for piece in page.pieces if piece.kind == "E"), None)
        known = {piece.start: _DRAWN.get(piece.kind) for piece in page.pieces if piece.start != main}
        yield from read(
            f"drawn {page.name}", page.text.encode(), page.uploaded, lambda line, known=known: known.get(line.start)
        )
