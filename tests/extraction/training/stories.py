"""Paragraphs of stories, whether each opens an event, and whether those behind the main event's go on with it.

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
from events.extraction.layouts import extents, happening_signs, happenings
from events.extraction.layouts.extents import ENDS, GOES_ON
from events.extraction.layouts.happenings import DOES_NOT, OPENS
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from tests.extraction import drawn

HERE = Path(__file__).parent
DEVELOP = HERE.parent / "corpus" / "develop"
LISTED = HERE / "developed-stories.txt"
_MARKS = {"E": OPENS, "+": DOES_NOT, "-": DOES_NOT, "L": None, "?": None}
_EXTENTS = {"L": GOES_ON, "+": GOES_ON, "-": ENDS}
_DRAWN = {"E": OPENS, "+": DOES_NOT}  # the letters of drawn pages; the others say nothing of the kind
_STORY = re.compile(r"(?m)^@ ")


HAPPENINGS, EXTENTS = MODELS = ("happenings", "extents")


class Paragraph(NamedTuple):
    model: str  # one of MODELS
    story: str
    language: str
    answer: str  # one of the labels of happenings or extents
    signs: frozenset[str]


class Truth(NamedTuple):
    """What is right of a line; None where either would do."""

    opens: Callable[[Line], str | None]
    goes_on: Callable[[Line], str | None]  # with the event that is open


def read(name: str, raw: bytes, day: datetime.date, truth: Truth) -> Iterator[Paragraph]:
    """What is seen of a story's paragraphs, if everything before them was judged rightly."""
    found: list[Paragraph] = []

    def opens(told: Told, line: Line) -> bool:
        answer, shown = truth.opens(line), happening_signs.read(told, line)
        if answer and shown:
            seen = frozenset(learned.written_out(shown.marked))
            found.append(Paragraph(HAPPENINGS, name, told.language, answer, seen))
        if answer != OPENS and (extent := truth.goes_on(line)):
            seen = frozenset(learned.written_out(extents.marked(told, line)))
            found.append(Paragraph(EXTENTS, name, told.language, extent, seen))
        return answer == OPENS

    def goes_on(told: Told, line: Line) -> bool:
        extent = truth.goes_on(line)
        return extent == GOES_ON if extent else happenings.goes_with(told, line)

    with mock.patch.object(happenings, "is_one", opens), mock.patch.object(extents, "goes_on", goes_on):
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
        labelled = _Labelled(text, label)
        truth = Truth(labelled.opens, labelled.goes_on)
        yield from read(file.stem, file.read_bytes(), datetime.date.fromisoformat(label["reference_date"]), truth)


class _Labelled:
    """What a label says of a line."""

    def __init__(self, text: str, label: dict) -> None:
        letters, at = _folded(text)
        self._events: list[tuple[int, str | None]] = []
        self._ends: dict[int, int] = {}  # where events end that say so, by their starts
        for event in label["events"]:
            if (place := letters.find(_folded(event["starts_with"])[0])) < 0:
                continue
            self._events.append((at[place], None if event.get("lead") or event.get("optional") else OPENS))
            last = "" if event.get("optional") else _folded(event.get("ends_with") or "")[0]
            if last and (end := letters.find(last, place)) >= 0:
                self._ends[at[place]] = at[end + len(last) - 1] + 1

    def opens(self, line: Line) -> str | None:
        return next((answer for start, answer in self._events if line.start - 3 <= start < line.end), DOES_NOT)

    def goes_on(self, line: Line) -> str | None:
        open_at = max((start for start, _ in self._events if start - 3 <= line.start), default=-1)
        end = self._ends.get(open_at)
        return None if end is None else GOES_ON if line.start < end else ENDS


def _folded(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text in lower case, and where they stand."""
    kept = [(low, at) for at, char in enumerate(text) for low in char.lower() if low.isalnum()]
    return "".join(low for low, _ in kept), [at for _, at in kept]


def written() -> Iterator[Paragraph]:
    """Those of the stories beside this module: "@" opens one, and each line begins with what its paragraph does."""
    for file in sorted(HERE.glob("stories-*.txt")):
        for number, part in enumerate(_STORY.split(file.read_text("utf-8"))[1:]):
            day, *lines = part.strip().split("\n")
            marks = {text: mark for mark, text in (line.split(" ", 1) for line in lines)}
            truth = Truth(
                lambda line, marks=marks: _MARKS.get(marks.get(line.text)),
                lambda line, marks=marks: _EXTENTS.get(marks.get(line.text)),
            )
            text = "\n\n".join(marks)
            yield from read(f"{file.stem} {number}", text.encode(), datetime.date.fromisoformat(day), truth)


def on_drawn_pages() -> Iterator[Paragraph]:
    """Those of the drawn pages that are read as a story."""
    for page in drawn.pages():
        main = next((piece.start for piece in page.pieces if piece.kind == "E"), None)
        kinds = {piece.start: piece.kind for piece in page.pieces if piece.start != main}
        truth = Truth(
            lambda line, kinds=kinds: _DRAWN.get(kinds.get(line.start)),
            lambda line, kinds=kinds: GOES_ON if kinds.get(line.start) == "+" else None,
        )
        yield from read(f"drawn {page.name}", page.text.encode(), page.uploaded, truth)
