"""How many events each day has, and which days are chosen: the geometry of the chart above a list of events.

The chart looks past the days that are chosen, so that the next choice is in sight too: one day among its fortnights,
a month among its weeks, a year among its months. Choosing ever smaller buckets leads from years to a single day.

An event of which only the month is known is stored under the first of it, but is not drawn there: it is counted in
buckets of a month or a year, and left out of days and weeks. Likewise one of which only the year is known.
"""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from events.models.choices import DatePrecision
from events.timelines import DAY, InTime, Step, Tick, axis, bearable, buckets, bulk, step_for

HEIGHT = 78  # px, of the chart
FLOOR = 60  # px, where the bars stand; the axis is below
GAP = 0.28  # of a bucket's width, left free between bars
LEAST = 2.0  # px, of a bar with few events beside one with many
MARGIN = 14  # days in sight on each side of what is chosen, at least
FEWEST = 28  # days in sight, at least: the bars of a young desk would be slabs
DECADE = 3653  # days; longer spans are shown by years
# What is known of a date at least, to be counted in a bucket.
KNOWN = {
    Step.DAY: {DatePrecision.DAY},
    Step.WEEK: {DatePrecision.DAY},
    Step.MONTH: {DatePrecision.DAY, DatePrecision.MONTH},
    Step.YEAR: set(DatePrecision),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bucket: `start` to `end`, both included. `x` and `width` in percent of the chart's width, `y` in px."""

    start: datetime.date
    end: datetime.date
    count: int
    x: float
    width: float
    y: float
    height: float
    is_chosen: bool  # at least one of its days is; without any choice all are


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are chosen, where the chart shows them; in percent of its width."""

    x: float
    width: float

    @property
    def end(self) -> float:
        return round(self.x + self.width, 3)


@dataclass(frozen=True, slots=True)
class Histogram(InTime):
    step: Step
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    window: Window | None  # None without a choice, or where none of it is in sight
    left_out: int = 0  # events in sight whose date is not known closely enough
    before: int = 0  # events beyond either edge, where a few strays lie far from all others
    after: int = 0
    height: int = HEIGHT
    floor: int = FLOOR

    @property
    def most(self) -> int:
        """Events in the fullest bucket."""
        return max((bar.count for bar in self.bars), default=0)

    @property
    def newest_first(self) -> tuple[Bar, ...]:
        """For the table, without the buckets in which nothing happened."""
        return tuple(bar for bar in reversed(self.bars) if bar.count)


def draw(
    counts: Mapping[tuple[datetime.date, str], int],
    first_day: datetime.date | None = None,
    last_day: datetime.date | None = None,
) -> Histogram:
    """The chart of the events of each day and date precision; first_day…last_day are chosen (None: no limit).

    Days without events may be left out. Without any day the chart has no bars. Without a choice, a few events far from
    all others are beyond its edges.
    """
    if not counts:
        return Histogram(Step.DAY, (), (), None)
    by_precision: defaultdict[str, dict[datetime.date, int]] = defaultdict(dict)
    for (day, precision), count in counts.items():
        by_precision[precision][day] = count
    of_day = _together(by_precision.values())
    is_chosen = first_day is not None or last_day is not None
    span = (min(of_day), max(of_day)) if is_chosen else bulk(of_day)
    first, last = in_sight(*span, first_day, last_day)
    step = _step_for(first, last)
    starts = buckets(first, last, step)
    known = _together(days for precision, days in by_precision.items() if precision in KNOWN[step])
    edges = [*starts, step.next(starts[-1])]
    before, *all_totals, after = _between(of_day, edges)
    _, *totals, _ = _between(known, edges)
    scale = FLOOR / max(1, *totals)  # px an event
    share = 100 / len(starts)
    bars = []
    for place, (start, total) in enumerate(zip(starts, totals, strict=True)):
        end = step.next(start) - DAY
        height = max(total * scale, LEAST) if total else 0
        bars.append(
            Bar(
                start=start,
                end=end,
                count=total,
                x=round(place * share + share * GAP / 2, 3),
                width=round(share * (1 - GAP), 3),
                y=round(FLOOR - height, 2),
                height=round(height, 2),
                is_chosen=(first_day is None or end >= first_day) and (last_day is None or start <= last_day),
            )
        )
    return Histogram(
        step,
        tuple(bars),
        tuple(axis(starts, step)),
        _window(bars, first_day, last_day),
        left_out=sum(all_totals) - sum(totals),
        before=0 if is_chosen else before,
        after=0 if is_chosen else after,
    )


def _together(parts: Iterable[Mapping[datetime.date, int]]) -> dict[datetime.date, int]:
    """Counts of days, added up: the largest part is taken as it is, for most events are known to the day."""
    largest, *others = sorted(parts, key=len, reverse=True) or [{}]
    found = dict(largest)
    for part in others:
        for day, count in part.items():
            found[day] = found.get(day, 0) + count
    return found


def _between(counts: Mapping[datetime.date, int], edges: list[datetime.date]) -> list[int]:
    """How many come before the first edge, from each edge to before the next, and from the last one on."""
    days = sorted(counts)
    sums = [0, *accumulate(map(counts.__getitem__, days))]
    places = [0, *(bisect_left(days, edge) for edge in edges), len(days)]
    return [sums[end] - sums[begin] for begin, end in pairwise(places)]


def in_sight(
    earliest: datetime.date, latest: datetime.date, first_day: datetime.date | None, last_day: datetime.date | None
) -> tuple[datetime.date, datetime.date]:
    """The days the chart spans: all from earliest to latest, or what is chosen of them with half as much around it.

    Never fewer than four weeks; what is wanting is added before.
    """
    first = min(max(first_day or earliest, earliest), latest)
    last = max(min(last_day or latest, latest), first)
    around = max(MARGIN, (last - first).days // 2)
    # Distances rather than days: the calendar itself has a first and a last day.
    before, after = min((first - earliest).days, around), min((latest - last).days, around)
    first, last = first - before * DAY, last + after * DAY
    wanting = FEWEST - 1 - (last - first).days
    return first - min(max(wanting, 0), first.toordinal() - 1) * DAY, last


def _step_for(first: datetime.date, last: datetime.date) -> Step:
    step = step_for(first, last)
    if step is Step.MONTH and (last - first).days > DECADE:
        step = Step.YEAR
    return bearable(step, first, last)


def _window(bars: list[Bar], first_day: datetime.date | None, last_day: datetime.date | None) -> Window | None:
    chosen = [bar for bar in bars if bar.is_chosen]
    if not chosen or (first_day is None and last_day is None):
        return None
    share = 100 / len(bars)
    left = bars.index(chosen[0]) * share + share * _part_before(chosen[0], first_day)
    right = (bars.index(chosen[-1]) + 1) * share - share * _part_after(chosen[-1], last_day)
    return Window(round(left, 3), round(right - left, 3))


def _part_before(bar: Bar, day: datetime.date | None) -> float:
    """How much of a bar's days, from 0 to 1, comes before `day`."""
    return max(0.0, (day - bar.start) / (bar.end + DAY - bar.start)) if day else 0.0


def _part_after(bar: Bar, day: datetime.date | None) -> float:
    return max(0.0, (bar.end - day) / (bar.end + DAY - bar.start)) if day else 0.0
