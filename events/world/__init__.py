"""The map of the world: where each country is drawn, and in which of a few classes its figure falls.

The shapes are made by `manage.py world_map` and committed; they are land as it is held, not as it is claimed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLASSES = 5  # of countries with events; those without are a class of their own


@dataclass(frozen=True, slots=True)
class World:
    """In units of the drawing, y downwards. Every key is an ISO 3166-1 alpha-2 code, or XK."""

    width: int
    height: int
    shapes: dict[str, str]  # as the d of an SVG <path>
    dots: dict[str, tuple[float, float]]  # of those too small to point at
    land: tuple[str, ...]  # paths of what has no code


@cache
def world() -> World:
    made = json.loads(Path(__file__).with_name("shapes.json").read_text())
    dots = {code: (x, y) for code, (x, y) in made["dots"].items()}
    return World(made["width"], made["height"], made["shapes"], dots, tuple(made["land"]))


@dataclass(frozen=True, slots=True)
class Scale:
    """The least figure of each class from 1 on: equal steps of the logarithm, so that a few giants hide nobody."""

    least: tuple[int, ...]

    def class_of(self, count: int) -> int:
        """0 for none, then 1 for few up to CLASSES for most."""
        return sum(count >= least for least in self.least)

    @property
    def classes(self) -> list[tuple[int, int, int | None]]:
        """For the legend: the class, its least and its most; None where there is no end."""
        ends = [*(least - 1 for least in self.least[1:]), None]
        return [
            (0, 0, 0),
            *((n, least, most) for n, (least, most) in enumerate(zip(self.least, ends, strict=False), 1)),
        ]


def scale_of(counts: Iterable[int]) -> Scale:
    """At most CLASSES classes, fewer where the figures are small; none where every figure is 0."""
    most = max(counts, default=0)
    least: list[int] = []
    for step in range(CLASSES):
        at = max(round(most ** (step / CLASSES)), least[-1] + 1 if least else 1)
        if at <= most:
            least.append(at)
    return Scale(tuple(least))
