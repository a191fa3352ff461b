"""What one country did to another through time, as a table: a row for each bucket, a column for each quad class."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from events.facets import NONE, Selection
from events.facets.series import series, total
from events.models.choices import Quad
from events.timelines import DAY, Step

# In the order of the page; None: nobody did anything to anybody, though both are named so.
COLUMNS = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION, Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT, None)
MONTHS = 24  # shown by month at first; more, and years are


@dataclass(frozen=True, slots=True)
class Cell:
    quad: Quad | None
    count: int
    share: float  # percent of the fullest cell of both tables
    query: str  # of its events; an event that lasts into the next bucket is counted in the one it began in


@dataclass(frozen=True, slots=True)
class Row:
    """One bucket, `start` to `end`; both None for events without a date, which no filter of days can open."""

    start: datetime.date | None
    end: datetime.date | None
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Directed:
    """Everything that the actor did to the recipient: the cells add up to `total`."""

    actor: str
    recipient: str
    total: int
    rows: tuple[Row, ...]
    columns: tuple[int, ...]  # totals, in the order of the cells
    query: str


@dataclass(frozen=True, slots=True)
class Pair:
    step: Step
    quads: tuple[Quad | None, ...]  # the columns that the tables have
    tables: tuple[Directed, Directed]


def pair(selection: Selection, one: str, other: str, step: Step | None) -> Pair:
    """Both directions between two countries under the other choices of `selection`, with the same rows and columns.

    Without a step: months, or years where there are more than MONTHS of them.
    """
    directions = [replace(selection, actor=(a,), recipient=(b,), cursor=None) for a, b in ((one, other), (other, one))]
    step = step or _step_for(directions)
    counted = [series(direction, step) for direction in directions]
    totals = [total(direction) for direction in directions]
    undated = [_undated(direction, found) for direction, found in zip(directions, counted, strict=True)]
    starts: list[datetime.date | None] = sorted({start for found in counted for start in found}, reverse=True)
    if any(sum(counts.values()) for counts in undated):
        starts.append(None)
    tables = [found | {None: without} for found, without in zip(counted, undated, strict=True)]
    most = max((count for found in tables for counts in found.values() for count in counts.values()), default=0)
    used = {quad for found in tables for counts in found.values() for quad, count in counts.items() if count}
    quads = tuple(quad for quad in COLUMNS if quad or None in used)
    return Pair(
        step,
        quads,
        tuple(
            Directed(
                *ends,
                count,
                tuple(_row(direction, found.get(start, {}), start, step, quads, most) for start in starts),
                tuple(sum(counts.get(quad, 0) for counts in found.values()) for quad in quads),
                direction.query(),
            )
            for ends, count, direction, found in zip(
                ((one, other), (other, one)), totals, directions, tables, strict=True
            )
        ),
    )


def _step_for(directions: list[Selection]) -> Step:
    months = {start for direction in directions for start in series(direction, Step.MONTH)}
    return Step.MONTH if len(months) <= MONTHS else Step.YEAR


def _undated(selection: Selection, dated: dict) -> dict[Quad | None, int]:
    """What is missing from the dated ones, by quad class: each class's total less what the buckets hold."""
    found: dict[Quad | None, int] = {}
    if total(selection) == sum(count for counts in dated.values() for count in counts.values()):
        return found
    for quad in COLUMNS:
        of_quad = _of_quad(selection, quad)
        if of_quad is not None:
            found[quad] = total(of_quad) - sum(counts.get(quad, 0) for counts in dated.values())
    return found


def _of_quad(selection: Selection, quad: Quad | None) -> Selection | None:
    """The same with one quad class alone; None where another choice leaves it out."""
    if quad is None:
        excluded = selection.quad or (selection.type and NONE not in selection.type)
        return None if excluded else replace(selection, type=(NONE,))
    return None if selection.quad and quad not in selection.quad else replace(selection, quad=(str(quad),))


def _row(selection: Selection, counts: dict, start, step: Step, quads: tuple[Quad | None, ...], most: int) -> Row:
    end = step.next(start) - DAY if start else None
    cells = []
    for quad in quads:
        count = counts.get(quad, 0)
        of_quad = _of_quad(selection, quad) if count and start else None
        query = replace(of_quad, first_day=start, last_day=end).query() if of_quad else ""
        cells.append(Cell(quad, count, round(100 * count / most, 2) if most else 0.0, query))
    return Row(start, end, tuple(cells), sum(counts.values()))
