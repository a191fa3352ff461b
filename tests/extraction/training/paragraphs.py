"""Learns what tells a paragraph that begins another report from one that goes on; a part of `make train`.

From the labelled documents: every paragraph below another of the same report or of the one above, as
events/extraction/layouts/fresh.py looks at it. A story tells only what going on looks like: its further happenings
begin by other signs. Both kinds weigh the same in all, since every page has its own share of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from events.extraction import learned, sentences
from events.extraction.layouts import bulleted, fresh, numbered, starred, story
from events.extraction.line_traits import Seen
from events.extraction.lines import Line
from tests.extraction.training import lines
from tests.extraction.training.items import FOLDS, LANGUAGES

PENALTY = 2.0
LEAST = 5  # paragraphs a sign has to be seen at
_SHORTEST = 35  # characters of a paragraph
_BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is seen of a paragraph below another, and whether it begins a report."""

    read: lines.Read
    signs: frozenset[str]
    begins: bool

    @property
    def is_of_story(self) -> bool:
        return bool(self.read.label["layout"] == story.NAME)


def learn(reads: Sequence[lines.Read], *, write: bool) -> None:
    """Prints how often paragraphs of documents left out are told right, and writes the weight of each sign."""
    told = [one for read in reads for one in _paragraphs(read)]
    right = []
    for held in range(FOLDS):
        weights = _fitted([one for one in told if one.read.fold != held])
        right += [(one, (_sum(weights, one) > 0) == one.begins) for one in told if one.read.fold == held]
    for language in LANGUAGES:
        for of_story, begins, what in (
            (False, True, "that begin an item"),
            (False, False, "that go on with one"),
            (True, False, "that go on with a story"),
        ):
            of_kind = [
                good
                for one, good in right
                if one.read.language == language and one.is_of_story == of_story and one.begins == begins
            ]
            print(f"{language} paragraphs {what}: {np.mean(of_kind):.3f} told ({len(of_kind)})")
    if write:
        _write(_fitted(told))


def _paragraphs(read: lines.Read) -> Iterator[Paragraph]:
    """Those whose report and place in it the labels tell, where one stands above that may be of the same."""
    names_in = lines.names().read(read.text, read.language).within
    is_story = read.label["layout"] == story.NAME
    item: list[Seen] = []
    between: list[Seen] = []  # lines below the paragraph above that are no furniture
    for line, (answer, sure) in zip(read.lines, lines.answers(read, read.lines), strict=True):
        is_paragraph = len(line.text) >= _SHORTEST and sentences.ends_like_one(line.text)
        if answer == "O":
            item = [] if is_paragraph and sure == lines.CERTAIN else item
        elif is_paragraph:
            begins = answer == "B"
            if item and sure and _is_heading(between) and not (begins and is_story):
                own = Line(line.start, line.end, line.text)
                mark = next((o.length for way in (starred, bulleted, numbered) if (o := way.opening(own))), 0)
                found = fresh.signs(line, item, names_in, read.language, mark, headed=bool(between))
                yield Paragraph(read, frozenset(found), begins)
            item = [line] if begins else [*item, line]
            between = []
            continue
        elif answer == "B":
            item = []
        if not line.reason:
            between.append(line)


def _is_heading(between: Sequence[Seen]) -> bool:
    """Whether nothing stands between two paragraphs, or one line that may head the lower one."""
    return not between or (len(between) == 1 and not sentences.ends_like_one(between[0].text))


def _fitted(given: Sequence[Paragraph]) -> dict[str, float]:
    """The weight of each sign, as logarithms of odds."""
    names = [_BIAS, *sorted({sign for one in given for sign in one.signs})]
    seen = np.array([[name == _BIAS or name in one.signs for name in names] for one in given], dtype=float)
    kept = seen.sum(axis=0) >= LEAST
    begins = np.array([one.begins for one in given], dtype=float)
    of_kind = np.where(begins == 1, begins.mean(), 1 - begins.mean())
    counts = 1 / (2 * of_kind)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        sums = seen @ (point * kept)
        likely = 1 / (1 + np.exp(-sums))
        short = np.logaddexp(0, sums) - begins * sums
        slope = seen.T @ ((likely - begins) * counts) * kept
        return counts @ short + PENALTY * (point @ point) / 2, slope + PENALTY * point

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: float(weight) for name, weight, keep in zip(names, found, kept, strict=True) if keep}


def _sum(weights: dict[str, float], one: Paragraph) -> float:
    return weights[_BIAS] + sum(weights.get(sign, 0.0) for sign in one.signs)


def _write(weights: dict[str, float]) -> None:
    rows = [
        "# Made by tests/extraction/training/train.py: make train.",
        "# How much more likely a sign (layouts/fresh.py) is above a paragraph that begins a report than above one",
        "# that goes on: sign, logarithm of the odds.",
        *(f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())),
    ]
    (learned.WEIGHTS / "paragraphs.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    fresh.evidence.cache_clear()
