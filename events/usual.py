"""Which countries a day tells unusually much or little of, each against its own norm.

The norm is what the same weekday brought in the eight weeks before: a desk's weekends are not its weekdays. Weeks in
which that day has no event at all, of any country, are left out: then nothing was handed in, which says nothing about
the world. With fewer than FEWEST weeks left nothing is compared.

A country is busier than usual with more events than on any of those days, at least BUSY of them and twice the median;
quieter with fewer than on any of them, where the median is at least QUIET. The most surprising come first, by how many
standard deviations of a Poisson count the day lies from the mean.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from math import sqrt
from statistics import mean, median

from events.facets import Selection
from events.facets.series import counts
from events.sparklines import Sparkline, sparkline
from events.timelines import DAY

WEEKS = 8
FEWEST = 4  # weeks to compare with
BUSY = 3  # events
QUIET = 2  # events, in the middle of the days compared
MOST = 6  # countries in a list
RECENT = 14  # days in the small line


@dataclass(frozen=True, slots=True)
class Unusual:
    code: str  # ISO 3166-1 alpha-2
    count: int
    low: int
    high: int  # on the days compared with
    line: Sparkline


@dataclass(frozen=True, slots=True)
class Comparison:
    weeks: int  # compared with
    busier: tuple[Unusual, ...]
    quieter: tuple[Unusual, ...]

    @property
    def is_possible(self) -> bool:
        return self.weeks >= FEWEST


def compared(day: datetime.date) -> Comparison:
    """A day that has events against the same weekday of the weeks before. `day` is not in the calendar's first year."""
    known: dict[datetime.date, dict[str, int]] = {}

    def of(other: datetime.date) -> dict[str, int]:
        if other not in known:
            known[other] = counts(Selection(first_day=other, last_day=other), "country")
        return known[other]

    before = [of(day - 7 * DAY * week) for week in range(1, WEEKS + 1)]
    before = [found for found in before if found]
    if len(before) < FEWEST:
        return Comparison(len(before), (), ())
    busier, quieter = [], []
    for code in {*of(day), *(code for found in before for code in found)}:
        now, then = of(day).get(code, 0), [found.get(code, 0) for found in before]
        usual = mean(then)
        surprise = abs(now - usual) / sqrt(usual + 1)
        if now > max(then) and now >= max(BUSY, 2 * median(then)):
            busier.append((-surprise, code, then))
        elif now < min(then) and median(then) >= QUIET:
            quieter.append((-surprise, code, then))

    def unusual(code: str, then: list[int]) -> Unusual:
        low, high = min(then), max(then)
        recent = [of(day - DAY * back).get(code, 0) for back in reversed(range(RECENT))]
        return Unusual(code, of(day).get(code, 0), low, high, sparkline(recent, usual=(low, high)))

    lists = ([unusual(code, then) for _, code, then in sorted(found)[:MOST]] for found in (busier, quieter))
    return Comparison(len(before), *map(tuple, lists))
