"""A Selection through time, and what stands beside it: the figures of timelines. See events.facets.door.Engine."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from events.facets.door import engine
from events.facets.selection import Count, Selection


def total(selection: Selection) -> int:
    """How many events are selected: what `answer` says too, for those who need no more."""
    return engine().total(selection)


def newest() -> int:
    """The highest id of any event; 0 where there is none. To be asked before the answer whose newer ones are wanted."""
    return engine().newest()


def newer(selection: Selection, than: int) -> int:
    """How many of the selected events have a higher id, so came later."""
    return engine().newer(selection, than)


def counts(selection: Selection, param: str, only: Sequence[str] | None = None) -> dict[str, int]:
    """How many of the selected events each value of a link facet has: all values that any has, or `only` these."""
    return engine().counts(selection, param, only)


def days(selection: Selection) -> dict[tuple[datetime.date, str], int]:
    """How many events began on each day, apart by date precision; a month's stand under its first day."""
    return engine().days(selection)


def series(selection: Selection, step: str, split: str = "quad") -> dict[datetime.date, dict[str | None, int]]:
    """How many events of each quad class, or type, began in each day, week, month or year."""
    return engine().series(selection, step, split)


def beside(selection: Selection, param: str, most: int) -> list[Count]:
    """The `most` frequent values of a link facet among the selected events, those asked for left out."""
    return engine().beside(selection, param, most)
