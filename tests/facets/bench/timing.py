"""Taking times, and saying them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

FEWEST = 3  # runs, however slow


@dataclass
class Times:
    """Milliseconds by the clock, and of this process's CPU, of each run."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def at(self, share: float) -> float:
        ordered = sorted(self.clock)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def as_dict(self) -> dict:
        figures = {"p50": self.at(0.5), "p95": self.at(0.95), "max": max(self.clock), "runs": len(self.clock)}
        if self.cpu:
            ordered = sorted(self.cpu)
            figures |= {"cpu_p50": ordered[len(ordered) // 2], "cpu_p95": ordered[int(0.95 * len(ordered))]}
        return {name: round(value, 3) for name, value in figures.items()}


def take(
    ask: Callable[[Any], object], questions: Iterable, patience: float, before: Callable[[], None] = lambda: None
) -> Times:
    """The time of each question; past `patience` seconds no more are asked, once FEWEST were."""
    times, began = Times(), time.perf_counter()
    for question in questions:
        if len(times.clock) >= FEWEST and time.perf_counter() - began > patience:
            break
        before()
        clock, cpu = time.perf_counter(), time.process_time()
        ask(question)
        times.cpu.append((time.process_time() - cpu) * 1000)
        times.clock.append((time.perf_counter() - clock) * 1000)
    return times
