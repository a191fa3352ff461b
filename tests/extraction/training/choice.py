"""Learns which cut of a page is the likeliest (events/extraction/choosing.py); a part of `make train`.

Two models: how lines look without the rules' word (line_looks.py), and from that and the figures of each cut
(cut_traits.py) a judge of cuts. The judge learns on documents whose lines the first model had not seen. The rules' own
cut is nearly always right on documents they were made on; so the judge is shown, where it was kept, how they read a
document before they had seen it, beside the cuts of today. It is never told which cut is the rules' own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from events.extraction import choosing, layouts, learned, line_looks, line_traits
from events.extraction.choosing import Candidate
from events.extraction.cut_traits import Figures
from events.extraction.learned import written_out
from events.extraction.line_looks import Looks
from events.extraction.line_traits import LABELS, Seen, Signs
from events.extraction.records import Item, Layout, Span
from tests.extraction.training import fitting, lines, weights
from tests.extraction.training.fitting import Example
from tests.extraction.training.items import FOLDS, LANGUAGES

LOOSE, ROUNDS = 0.05, 40  # of the model of looks
STEPS, PENALTY, SHARPLY, CHANGES = 6, 8.0, 8.0, 200  # of the judge: figures are told apart in so many steps at most
_FAINT = 0.01

Counts = tuple[int, int, int]  # events found, found that are none, missed


@dataclass(frozen=True, slots=True)
class Cuttable:
    """A labelled page before it is cut. `lines`: as the rules' cut parts them."""

    read: lines.Read
    page: layouts.Page
    cut: Layout
    lines: Sequence[Seen]


def pages(reads: Sequence[lines.Read]) -> Iterator[Cuttable]:
    for read in reads:
        found = lines.names().read(read.text, read.language)
        page = layouts.looked_at(read.text, read.language, found.within, found.country_of)
        cut = layouts.cut(page)
        yield Cuttable(read, page, cut, line_traits.lines_of(read.text, cut))


def learn(developed: Sequence[lines.Read], *, write: bool) -> None:
    """Prints how well pages are cut with a judge that had not seen them; learns from all, and writes both models."""
    reads = [*developed, *lines.drawn_pages()]
    cuttable = [one for one in pages(reads) if len(one.lines) >= choosing.LEAST]
    told = [(one, *example) for one in cuttable for example in _examples(one)]
    kept = {name for name, _ in lines.kept_readings()}
    first = {read.name: read for read in lines.first_readings(developed) if read.name in kept}
    judged: list[Judged] = []
    for held in range(FOLDS):
        model = _looks([example for one, _, example in told if one.read.fold != held])
        printed = weights.Learned("looks", model, "").printed("both languages", [example for *_, example in told])
        reader = learned.Model(printed)
        judged += [Judged.of(one, reader, first.get(one.read.name)) for one in cuttable if one.read.fold == held]
    _report(judged)
    if write:
        model = _looks([example for *_, example in told])
        looks = weights.Learned("looks", model, lines.digest())
        for language in LANGUAGES:
            looks.write(language, [example for one, _, example in told if one.read.language == language])
        _write(_judge(judged))


# --- Looks


def _examples(one: Cuttable) -> Iterator[tuple[Seen, Example]]:
    named = [one.page.names_in([Span(line.start, line.end)]) for line in one.lines]
    signs = [Signs(line.text) for line in one.lines]
    seen = line_looks.traits(one.lines, signs, named, one.read.language)
    read = replace(one.read, layout=one.cut.name, lines=tuple(one.lines))
    for line, marked, (answer, sure) in zip(one.lines, seen, lines.answers(read, one.lines), strict=True):
        if sure:
            yield line, Example(written_out(marked), {}, (answer,), sure)


def _looks(examples: Sequence[Example]) -> fitting.Fitted:
    return fitting.fit(LABELS, examples, loose=LOOSE, rounds=ROUNDS)


# --- The judge


@dataclass(frozen=True, slots=True)
class Judged:
    """The cuts of a page, the rules' first, as they were before they had seen it: figures, and what each finds."""

    fold: int
    language: str
    found: list[Candidate]
    figures: list[Figures]
    counts: list[Counts]

    @classmethod
    def of(cls, one: Cuttable, model: learned.Model, first: lines.Read | None) -> Judged:
        looks = Looks(one.lines, one.read.language, one.page.names_in, model)
        found = list(choosing.candidates(one.page, one.cut, one.lines, looks))
        if first:
            was = _first_cut(first)
            found = [was, *(cut for cut in found if not choosing.tells_the_same(was.cut, cut.cut))]
        counts = [_counts(one.read, candidate.cut) for candidate in found]
        return cls(one.read.fold, one.read.language, found, choosing.all_figures(found, looks), counts)

    @property
    def worth(self) -> np.ndarray:
        return np.array([_f1(*counts) for counts in self.counts])


def _first_cut(read: lines.Read) -> Candidate:
    """The cut that a first reading was."""
    items: list[Item] = []
    seen: list[Seen] = []
    for line in read.lines:
        if line.verdict == "B":
            items.append(Item(line.start, line.end, None, ()))
        elif line.verdict == "I" and items:
            items[-1] = replace(items[-1], end=line.end)
        seen.append(line._replace(item=len(items) - 1 if items and line.verdict in "BI" else None))
    return Candidate(Layout(read.layout, tuple(items), ()), seen, read.layout)


def _counts(read: lines.Read, cut: Layout) -> Counts:
    """Each labelled event is found by the item over its first words that begins nearest; optional ones don't count."""
    folded = lines.Folded(read.text)
    events = read.label["events"] or [
        {"starts_with": read.text[start:end], "optional": not answer}
        for start, end, answer in read.strewn
        if answer in ("B", "")
    ]
    near = []
    for number, event in enumerate(events):
        for words in (event["starts_with"], *event.get("starts_with_ok", [])):
            for at in folded.places(words):
                end = at + len(words)
                near += [
                    (abs(item.start - at), number, place)
                    for place, item in enumerate(cut.items)
                    if item.start < end and item.end > at
                ]
    found: dict[int, int] = {}
    for _, number, place in sorted(near):
        if number not in found and place not in found.values():
            found[number] = place
    optional = {number for number, event in enumerate(events) if event.get("optional")}
    right = len(found.keys() - optional)
    return right, len(cut.items) - len(found), len(events) - len(optional) - right


def _f1(found: int, spurious: int, missed: int) -> float:
    every = 2 * found + spurious + missed
    return 2 * found / every if every else 1.0


Steps = dict[str, list[tuple[float, float]]]  # by figure: (threshold, weight) of each


def _judge(given: Sequence[Judged]) -> Steps:
    """Steps of figures and what each counts, such that the best cuts of a page are the likeliest together."""
    cuts = [figures for one in given for figures in one.figures]
    names = sorted({name for figures in cuts for name in figures})
    above = [(name, float(step)) for name in names for step in _thresholds([one.get(name, 0.0) for one in cuts])]
    seen = np.array([[figures.get(name, 0.0) > step for name, step in above] for figures in cuts], dtype=float)
    sizes = [len(one.figures) for one in given]
    first = np.cumsum([0, *sizes[:-1]])
    page = np.repeat(np.arange(len(given)), sizes)
    worth = np.concatenate([np.exp(SHARPLY * (one.worth - one.worth.max())) for one in given])

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        sums = seen @ point
        powers = np.exp(sums - np.maximum.reduceat(sums, first)[page])
        likely = powers / np.add.reduceat(powers, first)[page]
        good = np.add.reduceat(likely * worth, first)
        slope = likely - likely * worth / good[page]
        return -np.log(good).sum() + PENALTY * (point @ point) / 2, seen.T @ slope + PENALTY * point

    found = minimize(loss, np.zeros(len(above)), jac=True, method="L-BFGS-B", options={"maxiter": CHANGES}).x
    steps: Steps = {}
    for (name, step), weight in zip(above, found, strict=True):
        steps.setdefault(name, []).append((step, float(weight)))
    return steps


def _thresholds(values: Sequence[float]) -> np.ndarray:
    """Between which values most are told apart; a figure of few values is told apart at each."""
    several = np.unique(np.round(values, 3))
    if len(several) <= STEPS:
        return (several[:-1] + several[1:]) / 2
    return np.unique(np.round(np.quantile(values, np.linspace(0, 1, STEPS + 2)[1:-1]), 3))


def _sum(steps: Steps, figures: Figures) -> float:
    return sum(weight for name, of in steps.items() for above, weight in of if figures.get(name, 0.0) > above)


def _report(judged: Sequence[Judged]) -> None:
    by_rules, chosen, best = Counter(), Counter(), Counter()
    changed = 0
    for held in range(FOLDS):
        steps = _judge([one for one in judged if one.fold != held])
        for one in judged:
            if one.fold != held:
                continue
            sums = [_sum(steps, figures) for figures in one.figures]
            pick = choosing.chosen(one.found, one.figures, sums)
            changed += pick > 0
            for total, at in ((by_rules, 0), (chosen, pick), (best, int(np.argmax(one.worth)))):
                total.update(dict(enumerate(one.counts[at])))
    figures = " ".join(f"{_f1(*(total[n] for n in range(3))):.4f}" for total in (by_rules, chosen, best))
    print(f"cuts: by rules, chosen, the best there are: {figures}; {changed} of {len(judged)} pages cut otherwise")


def _write(steps: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    rows = [
        "# Made by tests/extraction/training/train.py: make train.",
        "# What a figure of a cut (cut_traits.py) counts for where it is above a threshold: figure, threshold, weight.",
    ]
    for name, of in steps.items():
        rows += [f"{name}\t{above:.3f}\t{round(weight * learned.UNIT)}" for above, weight in of if abs(weight) > _FAINT]
    (learned.WEIGHTS / "cuts.tsv").write_text("\n".join(rows) + "\n", "utf-8")
