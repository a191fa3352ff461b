"""Writes what was learned in the form events/extraction/learned.py reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from events.extraction import learned
from tests.extraction.training.fitting import Example, Fitted

FAINT = 0.04  # weights nearer to nothing are left out
# The same for types, topics and roles, whose weights are many and small: with the above, every two hundredth passage of
# unseen documents was told another type or topic than by the whole model, nearly always a wrong one.
FAINTER = 0.015


@dataclass(frozen=True, slots=True)
class Learned:
    """A model and what it was learned from."""

    field: str
    model: Fitted
    digest: str  # of its texts
    by: float = 1.0  # the temperature: what sums are divided by
    faint: float = FAINT
    sure: Sequence[tuple[str, float, float]] = ()  # name, slope and shift: corrects a likelihood made up of several

    def write(self, language: str, seen: Sequence[Example]) -> None:
        """The weights of what was seen in a language, as `printed` gives them."""
        learned.WEIGHTS.mkdir(exist_ok=True)
        file = learned.WEIGHTS / f"{self.field}.{language}.tsv"
        file.write_text(self.printed(language, seen), "utf-8")

    def printed(self, language: str, seen: Sequence[Example]) -> str:
        """The weights of what was seen, in the form learned.py explains."""
        units = round(2 / self.faint)  # what is just not left out is two of them
        unit = units / self.by
        used = {trait for example in seen for trait in example.traits}
        owned = {trait for example in seen for of_label in example.own.values() for trait in of_label}
        lines = [
            "# Made by tests/extraction/training/train.py: make train.",
            f"# A linear model of the {self.field}, {language}, from texts {self.digest}; "
            "the form is explained in learned.py.",
            f"labels\t{' '.join(self.model.labels)}",
            f"unit\t{units}",
            f"bias\t{_printed(self.model.bias, unit, 0.0)}",
            *(f"~{name}\t{slope:.3f} {shift:.3f}" for name, slope, shift in self.sure),
        ]
        of_own = {trait: round(self.model.own[trait] * unit) for trait in sorted(owned & self.model.own.keys())}
        lines += [f"={trait}\t{weight}" for trait, weight in of_own.items() if weight]
        known = sorted(used & self.model.weights.keys())
        weighed = {trait: _printed(self.model.weights[trait], unit, self.faint) for trait in known}
        lines += [f"{trait}\t{weights}" for trait, weights in weighed.items() if weights]
        return "\n".join(lines) + "\n"


def _printed(weights: np.ndarray, unit: float, faint: float) -> str:
    whole = [(at, round(float(weight) * unit)) for at, weight in enumerate(weights) if abs(weight) >= faint]
    return " ".join(f"{at}:{weight}" for at, weight in whole if weight)
