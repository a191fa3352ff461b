"""Fits a linear model of choice: numpy and scipy only, the same figures on every run.

Each example has traits of its own, with a weight for each label, and traits that belong to one label, with a weight
that is the same for all. The loss is that of a softmax over the labels, half for the best answer, half for any answer
that is as good, plus a squared penalty on the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse
from scipy.optimize import minimize, minimize_scalar
from scipy.special import logsumexp

LOOSE_OWN, LOOSE_BIAS = 10.0, 100.0  # how freely these weights may grow, beside a trait's 1.0
BEST = 0.5  # the best answer's share of the loss
ROUNDS = 50  # more change no answer


@dataclass(frozen=True, slots=True)
class Example:
    traits: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]  # label -> traits
    answers: tuple[str, ...]  # the best first


@dataclass(frozen=True, slots=True)
class Fitted:
    labels: tuple[str, ...]
    weights: dict[str, np.ndarray]  # trait -> one weight for each label
    own: dict[str, float]
    bias: np.ndarray

    def sums(self, example: Example) -> np.ndarray:
        total = self.bias.copy()
        for trait, value in example.traits.items():
            if trait in self.weights:
                total += value * self.weights[trait]
        for label, traits in example.own.items():
            total[self.labels.index(label)] += sum(self.own.get(trait, 0.0) * value for trait, value in traits.items())
        return total


def fit(labels: Sequence[str], examples: Sequence[Example], *, loose: float = 1.0, least: int = 2) -> Fitted:
    """The model for these examples; traits seen fewer than `least` times are left out."""
    labels = tuple(labels)
    traits = _frequent((example.traits for example in examples), least)
    own = _frequent((of_label for example in examples for of_label in example.own.values()), least)
    seen = _matrix([example.traits for example in examples], traits)
    of_labels = [_matrix([example.own.get(label, {}) for example in examples], own) for label in labels]
    best = np.zeros((len(examples), len(labels)))
    good = np.zeros_like(best)
    for row, example in enumerate(examples):
        best[row, labels.index(example.answers[0])] = 1
        for answer in example.answers:
            good[row, labels.index(answer)] = 1
    back, owns_back = seen.T.tocsr(), [matrix.T.tocsr() for matrix in of_labels]
    size, count = len(traits) * len(labels), len(labels)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias, of_own = point[:size].reshape(-1, count), point[size : size + count], point[size + count :]
        sums = seen @ weights + bias + np.stack([matrix @ of_own for matrix in of_labels], axis=1)
        whole = logsumexp(sums, axis=1, keepdims=True)
        among = np.where(good > 0, sums, -np.inf)
        part = logsumexp(among, axis=1, keepdims=True)
        value = (whole[:, 0] - BEST * (sums * best).sum(axis=1) - (1 - BEST) * part[:, 0]).sum()
        slope = np.exp(sums - whole) - BEST * best - (1 - BEST) * np.exp(among - part)
        value += (weights**2).sum() / loose / 2 + (bias**2).sum() / LOOSE_BIAS / 2 + (of_own**2).sum() / LOOSE_OWN / 2
        down = [
            (back @ slope + weights / loose).ravel(),
            slope.sum(axis=0) + bias / LOOSE_BIAS,
            sum(matrix @ slope[:, at] for at, matrix in enumerate(owns_back)) + of_own / LOOSE_OWN,
        ]
        return value, np.concatenate(down)

    start = np.zeros(size + count + len(own))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 20}).x
    weights = found[:size].reshape(-1, count)
    return Fitted(
        labels,
        {trait: weights[at] for trait, at in traits.items()},
        {trait: float(found[size + count + at]) for trait, at in own.items()},
        found[size : size + count],
    )


def temperature(sums: Sequence[np.ndarray], right: Sequence[Sequence[int]]) -> float:
    """What to divide sums by, so that a probability of 0.9 is right nine times in ten.

    `right` holds for each row the places of the answers that count as right.
    """

    def loss(by: float) -> float:
        total = 0.0
        for row, places in zip(sums, right, strict=True):
            scaled = row / by
            top = int(np.argmax(scaled))
            sure = float(np.exp(scaled[top] - logsumexp(scaled)))
            sure = min(max(sure, 1e-6), 1 - 1e-6)
            total -= np.log(sure if top in places else 1 - sure)
        return total

    return float(minimize_scalar(loss, bounds=(0.3, 4.0), method="bounded").x)


def line(seen: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Slope and shift of the logistic curve that tells best from `seen` what is right (0 or 1)."""

    def loss(point: np.ndarray) -> float:
        sums = point[0] * seen + point[1]
        return float((np.logaddexp(0, sums) - right * sums).sum())

    slope, shift = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(slope), float(shift)


def _frequent(rows, least: int) -> dict[str, int]:
    counts = Counter(trait for row in rows for trait in row)
    return {trait: at for at, trait in enumerate(sorted(t for t, count in counts.items() if count >= least))}


def _matrix(rows: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> scipy.sparse.csr_matrix:
    at = [
        (row, columns[trait], value)
        for row, traits in enumerate(rows)
        for trait, value in traits.items()
        if trait in columns
    ]
    places, sides, values = zip(*at, strict=True) if at else ((), (), ())
    return scipy.sparse.csr_matrix((values, (places, sides)), shape=(len(rows), len(columns)))
