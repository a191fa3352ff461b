"""Writes what was learned in the form events/extraction/learned.py reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from events.extraction import learned
from tests.extraction.training.fitting import Example, Fitted

FAINT = 0.04  # weights nearer to nothing are left out


def write(
    field: str,
    language: str,
    model: Fitted,
    by: float,
    seen: Sequence[Example],
    digest: str,
    sure: Sequence[tuple[str, float, float]] = (),
) -> None:
    """The weights of what was seen in a language, as `printed` gives them."""
    learned.WEIGHTS.mkdir(exist_ok=True)
    made = printed(field, language, model, by, seen, digest, sure)
    (learned.WEIGHTS / f"{field}.{language}.tsv").write_text(made, "utf-8")


def printed(
    field: str,
    language: str,
    model: Fitted,
    by: float,
    seen: Sequence[Example],
    digest: str,
    sure: Sequence[tuple[str, float, float]] = (),
) -> str:
    """The weights of what was seen, divided by the temperature `by`.

    `sure` holds names with slope and shift by which a likelihood made up of several is corrected.
    """
    unit = learned.UNIT / by
    used = {trait for example in seen for trait in example.traits}
    owned = {trait for example in seen for of_label in example.own.values() for trait in of_label}
    lines = [
        "# Made by tests/extraction/training/train.py: make train.",
        f"# A linear model of the {field}, {language}, from texts {digest}; the form is explained in learned.py.",
        f"labels\t{' '.join(model.labels)}",
        f"bias\t{_printed(model.bias, unit, 0.0)}",
        *(f"~{name}\t{slope:.3f} {shift:.3f}" for name, slope, shift in sure),
    ]
    of_own = {trait: round(model.own[trait] * unit) for trait in sorted(owned & model.own.keys())}
    lines += [f"={trait}\t{weight}" for trait, weight in of_own.items() if weight]
    weighed = {trait: _printed(model.weights[trait], unit, FAINT) for trait in sorted(used & model.weights.keys())}
    lines += [f"{trait}\t{weights}" for trait, weights in weighed.items() if weights]
    return "\n".join(lines) + "\n"


def _printed(weights: np.ndarray, unit: float, faint: float) -> str:
    whole = [(at, round(float(weight) * unit)) for at, weight in enumerate(weights) if abs(weight) >= faint]
    return " ".join(f"{at}:{weight}" for at, weight in whole if weight)
