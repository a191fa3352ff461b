"""The last fourteen days as bars: how much happened on each, and on which nothing was handed in at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import TruncDate

from events.facets import Selection
from events.facets.series import total
from events.models import Article
from events.timelines import DAY

DAYS = 14
HEIGHT = 86  # px, of the chart
FLOOR = 64  # px, where the bars stand; the days are below
ROOM = 18  # px above the bars, for their figures
LEAST = 2.0  # px, of a bar with few events beside one with many
STUB = 9  # px, of the mark for a day on which nothing was handed in
GAP = 0.2  # of a day's width, left free between bars


@dataclass(frozen=True, slots=True)
class Bar:
    """One day; `x`, `width` and `middle` in percent of the chart's width, `y` and `height` in px."""

    day: datetime.date
    count: int
    is_shown: bool  # the day of the page
    is_covered: bool  # False: no event, and no article was handed in that tells of the day
    x: float
    width: float
    middle: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Fortnight:
    bars: tuple[Bar, ...]
    height: int = HEIGHT
    floor: int = FLOOR


def fortnight(until: datetime.date) -> Fortnight:
    """The fourteen days up to `until`; counted as a list of each day's events would be."""
    days = [until - DAY * back for back in reversed(range(DAYS))]
    counts = {day: total(Selection(first_day=day, last_day=day)) for day in days}
    told = told_of([day for day in days if not counts[day]])
    scale = (FLOOR - ROOM) / max(1, *counts.values())
    share = 100 / DAYS
    bars = []
    for place, day in enumerate(days):
        is_covered = bool(counts[day]) or day in told
        height = max(counts[day] * scale, LEAST) if counts[day] else 0 if is_covered else STUB
        bars.append(
            Bar(
                day=day,
                count=counts[day],
                is_shown=day == until,
                is_covered=is_covered,
                x=round(place * share + share * GAP / 2, 3),
                width=round(share * (1 - GAP), 3),
                middle=round((place + 0.5) * share, 3),
                y=round(FLOOR - height, 2),
                height=round(height, 2),
            )
        )
    return Fortnight(tuple(bars))


def told_of(days: Iterable[datetime.date]) -> set[datetime.date]:
    """Those of the days on which an article was handed in, or from which one counts its dates."""
    days = list(days)
    if not days:
        return set()
    articles = Article.objects.kept().annotate(handed_in=TruncDate("uploaded_at"))
    articles = articles.filter(Q(handed_in__in=days) | Q(reference_date__in=days)).order_by()
    found = {day for pair in articles.values_list("handed_in", "reference_date").distinct() for day in pair}
    return found & set(days)
