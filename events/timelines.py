"""Events through time: calendar buckets, and the geometry of a chart of quad classes about a zero line.

Cooperation goes up, conflict down, deeds next to the line and words outside them. Events without a quad class are
counted in the table beside the chart, not drawn: neither direction would be true of them.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from events.models.choices import Quad

DAY = datetime.timedelta(days=1)

# What stands above and below the line, nearest first.
UP = (Quad.MATERIAL_COOPERATION, Quad.VERBAL_COOPERATION)
DOWN = (Quad.MATERIAL_CONFLICT, Quad.VERBAL_CONFLICT)

HEIGHT = 216  # px, of the chart
AXIS = 18  # px below the bars, for the names of months and days
GAP = 0.26  # of a bucket's width, left free between bars
MONTHS_NAMED = 36  # a longer axis names years only
RARE = 0.02  # of all events, at either end of time
CLOSER = 3  # times; for less, nothing is left beyond the edges
MOST_BARS = 400  # past this, weeks and months stand in for days


class Step(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def start_of(self, day: datetime.date) -> datetime.date:
        """The first day of the bucket `day` falls in; weeks begin on Monday (ISO 8601)."""
        if self is Step.YEAR:
            return day.replace(month=1, day=1)
        if self is Step.MONTH:
            return day.replace(day=1)
        return day - DAY * day.weekday() if self is Step.WEEK else day

    def next(self, start: datetime.date) -> datetime.date:
        """The first day of the bucket after the one that begins on `start`."""
        if self is Step.YEAR:
            return start.replace(year=start.year + 1)
        if self is Step.MONTH:
            return (start.replace(day=28) + 4 * DAY).replace(day=1)
        return start + (7 * DAY if self is Step.WEEK else DAY)


def step_for(first: datetime.date, last: datetime.date) -> Step:
    """Fine enough to see, coarse enough to read: days up to nine weeks, weeks up to two years, then months."""
    days = (last - first).days
    if days <= 63:
        return Step.DAY
    return Step.WEEK if days <= 731 else Step.MONTH


def bulk(counts: Mapping[datetime.date, int]) -> tuple[datetime.date, datetime.date]:
    """From when to when nearly all events are: one stray date of long ago must not press all others into a single bar.

    The earliest and the latest, unless leaving out the RARE at either end shows the others CLOSER.
    """
    days = sorted(counts)
    most = RARE * sum(counts.values())
    first, last = _past_the_rare(days, counts, most), _past_the_rare(days[::-1], counts, most)
    is_closer = (days[-1] - days[0]).days > CLOSER * ((last - first).days + 1)
    return (first, last) if is_closer else (days[0], days[-1])


def _past_the_rare(days: list[datetime.date], counts: Mapping[datetime.date, int], most: float) -> datetime.date:
    """The first of `days` before which more than `most` events would be left out with it."""
    passed = 0
    for day in days:
        passed += counts[day]
        if passed > most:
            return day
    raise ValueError("no events")


def bearable(step: Step, first: datetime.date, last: datetime.date) -> Step:
    """`step`, or the next coarser one that keeps the chart under MOST_BARS bars."""
    width = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 28, Step.YEAR: 365}
    coarser = [s for s in Step if width[s] >= width[step]]
    return next((s for s in coarser if (last - first).days / width[s] <= MOST_BARS), Step.YEAR)


def buckets(first: datetime.date, last: datetime.date, step: Step) -> list[datetime.date]:
    """The first days of the buckets from the one of `first` to the one of `last`, without gaps."""
    starts = []
    start = step.start_of(first)
    while start <= last:
        starts.append(start)
        start = step.next(start)
    return starts


@dataclass(frozen=True, slots=True)
class Part:
    """One quad class in one bar; `y` and `height` in px."""

    quad: Quad
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bucket: `start` to `end`, both included; `x` and `width` in percent of the chart's width."""

    start: datetime.date
    end: datetime.date
    counts: Mapping[Quad | None, int]
    x: float
    width: float
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def columns(self) -> list[int]:
        """Counts in the order of the table: both kinds of cooperation, both of conflict, neither."""
        return [self.counts.get(quad, 0) for quad in (*UP, *DOWN, None)]


@dataclass(frozen=True, slots=True)
class GridLine:
    y: float
    label: int


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    day: datetime.date


class InTime:
    """What charts of buckets through time have in common: `step` and `bars` are theirs."""

    __slots__ = ()
    step: Step
    bars: tuple

    @property
    def last_before(self) -> datetime.date:
        """The last day beyond the left edge."""
        return self.bars[0].start - DAY

    @property
    def first_after(self) -> datetime.date:
        return self.bars[-1].end + DAY

    @property
    def names_years_only(self) -> bool:
        return years_only(self.step, len(self.bars))


@dataclass(frozen=True, slots=True)
class Timeline(InTime):
    step: Step
    bars: tuple[Bar, ...]
    grid: tuple[GridLine, ...]
    ticks: tuple[Tick, ...]
    zero: float
    before: int = 0  # events beyond either edge
    after: int = 0
    height: int = HEIGHT

    @property
    def newest_first(self) -> tuple[Bar, ...]:
        """For the table, without the buckets in which nothing happened."""
        return tuple(bar for bar in reversed(self.bars) if bar.total)

    @property
    def floor(self) -> int:
        """Where the axis stands, in px."""
        return self.height - AXIS


def draw(
    series: Mapping[datetime.date, Mapping[Quad | None, int]], first: datetime.date, last: datetime.date, step: Step
) -> Timeline:
    """The chart of `series`, whose keys are first days of buckets of `step`, from `first` to `last` without gaps."""
    starts = buckets(first, last, step)
    highest = max((_sum(series.get(s, {}), UP) for s in starts), default=0)
    lowest = max((_sum(series.get(s, {}), DOWN) for s in starts), default=0)
    scale = (HEIGHT - AXIS - 12) / max(highest + lowest, 1)  # px an event; 12 px for the topmost label
    zero = 12 + highest * scale if highest + lowest else (HEIGHT - AXIS) / 2

    share = 100 / max(len(starts), 1)
    bars = tuple(
        Bar(
            start=s,
            end=step.next(s) - DAY,
            counts=series.get(s, {}),
            x=round(n * share + share * GAP / 2, 3),
            width=round(share * (1 - GAP), 3),
            parts=tuple(_stack(series.get(s, {}), zero, scale)),
        )
        for n, s in enumerate(starts)
    )
    return Timeline(
        step,
        bars,
        tuple(_grid(highest, lowest, zero, scale)),
        tuple(axis(starts, step)),
        round(zero, 2),
        before=sum(sum(counts.values()) for start, counts in series.items() if start < starts[0]),
        after=sum(sum(counts.values()) for start, counts in series.items() if start > starts[-1]),
    )


def _sum(counts: Mapping[Quad | None, int], quads: tuple[Quad, ...]) -> int:
    return sum(counts.get(quad, 0) for quad in quads)


def _stack(counts: Mapping[Quad | None, int], zero: float, scale: float):
    above = below = zero
    for quad in UP:
        if count := counts.get(quad, 0):
            above -= count * scale
            yield Part(quad, count, round(above, 2), round(count * scale, 2))
    for quad in DOWN:
        if count := counts.get(quad, 0):
            yield Part(quad, count, round(below, 2), round(count * scale, 2))
            below += count * scale


def _grid(highest: int, lowest: int, zero: float, scale: float):
    """Three or four round numbers in each direction that has bars."""
    spacing = _round_up(max(highest, lowest) / 3)
    for label in range(spacing, highest + 1, spacing):
        yield GridLine(round(zero - label * scale, 2), label)
    for label in range(spacing, lowest + 1, spacing):
        yield GridLine(round(zero + label * scale, 2), label)


def _round_up(value: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50, …"""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if value <= factor * power:
                return factor * power
        power *= 10


def years_only(step: Step, bars: int) -> bool:
    """Whether the axis has no room, or no need, for the names of months."""
    return step is Step.YEAR or (step is Step.MONTH and bars > MONTHS_NAMED)


def axis(starts: list[datetime.date], step: Step):
    """At most a dozen, where something begins: a year, a month, or, by day, every few days."""
    share = 100 / max(len(starts), 1)
    if step is Step.DAY:
        marked = list(range(len(starts)))
    else:
        begun = [s.year if years_only(step, len(starts)) else (s.year, s.month) for s in starts]
        marked = [n for n, period in enumerate(begun) if n and period != begun[n - 1]] or [0]
    for n in marked[:: max(1, ceil(len(marked) / 12))]:
        yield Tick(round(n * share, 3), starts[n])
