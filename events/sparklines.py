"""A few figures as a small line: its geometry, in px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PAD = 3.0  # px around the line, for its end's dot


@dataclass(frozen=True, slots=True)
class Band:
    """What is usual: a stripe behind the line."""

    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Sparkline:
    points: str  # as SVG's <polyline> takes them
    end_x: float
    end_y: float
    width: int
    height: int
    band: Band | None = None


def sparkline(
    values: Sequence[int], *, usual: tuple[int, int] | None = None, width: int = 96, height: int = 22
) -> Sparkline:
    """The line of `values` from zero up; `usual` is the lowest and highest of what is usual. At least two values."""
    top = max(1, *values, *(usual or ()))
    scale = (height - 2 * PAD) / top
    step = (width - 2 * PAD) / (len(values) - 1)

    def up(value: int) -> float:
        return round(height - PAD - value * scale, 2)

    places = [(round(PAD + n * step, 2), up(value)) for n, value in enumerate(values)]
    band = None
    if usual:
        # Half an event around it, or a band from 0 to 0 would not be seen.
        upper = max(up(usual[1]) - scale / 2, 0.0)
        lower = min(up(usual[0]) + scale / 2, float(height))
        band = Band(round(upper, 2), round(lower - upper, 2))
    points = " ".join(f"{x:.10g},{y:.10g}" for x, y in places)
    return Sparkline(points, *places[-1], width=width, height=height, band=band)
