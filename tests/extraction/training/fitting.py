"""Fits a linear model of choice: numpy and scipy only, the same figures on every run.

Each example has traits of its own, with a weight for each label, and traits that belong to one label, with a weight
that is the same for all. The loss is that of a softmax over the labels, partly for the best answer and partly for any
that is as good, plus a squared penalty on the weights.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse
from scipy.optimize import minimize, minimize_scalar
from scipy.special import logsumexp

LOOSE_OWN, LOOSE_BIAS = 10.0, 100.0  # how freely these weights may grow, beside a trait's 1.0
BEST = 0.5
ROUNDS = 32  # more change no answer


@dataclass(frozen=True, slots=True)
class Example:
    traits: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]  # label -> traits
    answers: tuple[str, ...]  # the best first
    counts: float = 1.0  # how much it counts beside others; below 1 for what is less than an item


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


def fit(
    labels: Sequence[str],
    examples: Sequence[Example],
    *,
    loose: float = 1.0,
    least: int = 2,
    whole: float = 1.0,
    rounds: int = ROUNDS,
    share: float = BEST,
) -> Fitted:
    """The model for these examples; traits seen in fewer than `least` whole ones (by what they count) are left out.

    `share` is the best answer's share of the loss; the rest is that of any answer that is as good.
    """
    labels = tuple(labels)
    entire = [example for example in examples if example.counts >= whole]
    traits = _frequent((example.traits for example in entire), least)
    own = _frequent((of_label for example in entire for of_label in example.own.values()), least)
    seen = _matrix([example.traits for example in examples], traits)
    of_labels = _matrix([example.own.get(label, {}) for example in examples for label in labels], own)
    best = np.zeros((len(examples), len(labels)))
    good = np.zeros_like(best)
    for row, example in enumerate(examples):
        best[row, labels.index(example.answers[0])] = 1
        for answer in example.answers:
            good[row, labels.index(answer)] = 1
    counts = np.array([[example.counts] for example in examples])
    back, owns_back = seen.T.tocsr(), of_labels.T.tocsr()
    size, count = len(traits) * len(labels), len(labels)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias, of_own = point[:size].reshape(-1, count), point[size : size + count], point[size + count :]
        sums = seen @ weights + bias + (of_labels @ of_own).reshape(-1, count)
        likely, every = _softmax(sums)
        among, part = _softmax(np.where(good > 0, sums, -np.inf))
        lost = every - share * (sums * best).sum(axis=1) - (1 - share) * part
        slope = counts * (likely - share * best - (1 - share) * among)
        value = (counts[:, 0] * lost).sum()
        value += (weights**2).sum() / loose / 2 + (bias**2).sum() / LOOSE_BIAS / 2 + (of_own**2).sum() / LOOSE_OWN / 2
        down = [
            (back @ slope + weights / loose).ravel(),
            slope.sum(axis=0) + bias / LOOSE_BIAS,
            owns_back @ slope.ravel() + of_own / LOOSE_OWN,
        ]
        return value, np.concatenate(down)

    start = np.zeros(size + count + len(own))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8}).x
    weights = found[:size].reshape(-1, count)
    return Fitted(
        labels,
        {trait: weights[at] for trait, at in traits.items()},
        {trait: float(found[size + count + at]) for trait, at in own.items()},
        found[size : size + count],
    )


def _softmax(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row's likelihoods, and the logarithm of what they are divided by."""
    highest = sums.max(axis=1, keepdims=True)
    powers = np.exp(sums - highest)
    total = powers.sum(axis=1, keepdims=True)
    return powers / total, (np.log(total) + highest)[:, 0]


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
    values, sides, ends = array("d"), array("i"), array("i", [0])
    for row in rows:
        for trait, value in row.items():
            if trait in columns:
                sides.append(columns[trait])
                values.append(value)
        ends.append(len(sides))
    return scipy.sparse.csr_matrix((values, sides, ends), shape=(len(rows), len(columns)))
