"""What any way of counting events offers, and which one answers now.

Two are here: SQL, which is always right and quick enough for some hundreds of events, and the facet index, which is
derived from the tables and quick for millions. A third, say a search engine for still more, is one more module with
these functions.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from events.facets import sql
from events.facets.selection import Answer, Count, Neighbours, Selection

AUTO, INDEX, SQL = "auto", "index", "sql"  # NEWSDESK_FACETS


class Engine(Protocol):
    """Everything is exact, and each answer is of one moment."""

    def answer(self, selection: Selection) -> Answer:
        """The page, the total, the counts of every facet, the days."""

    def neighbours(self, selection: Selection, pk: int) -> Neighbours | None:
        """Where an event stands among those selected, and what stands before and after it; None: it is not there."""

    def total(self, selection: Selection) -> int:
        """How many events are selected."""

    def newest(self) -> int:
        """The highest id of any event that was counted: the newer ones came later. 0 where there is none."""

    def newer(self, selection: Selection, than: int) -> int:
        """How many of the selected events have a higher id."""

    def counts(self, selection: Selection, param: str, only: Sequence[str] | None = None) -> dict[str, int]:
        """How many of the selected events each value of a link facet has: all values that any has, or `only` these."""

    def days(self, selection: Selection) -> dict[tuple[datetime.date, str], int]:
        """How many events began on each day, apart by date precision; a month's stand under its first day.

        Days without events and undated events are left out.
        """

    def series(
        self, selection: Selection, step: str, split: str = "quad"
    ) -> dict[datetime.date, dict[str | None, int]]:
        """How many events of each quad class or type (`split`; None: of none) began in each bucket of `step`.

        `step` is day, week, month or year. Keyed by the bucket's first day; weeks begin on Monday. Buckets without
        events and undated events are left out.
        """

    def beside(self, selection: Selection, param: str, most: int) -> list[Count]:
        """The `most` frequent values of a link facet among the selected events, those asked for left out.

        With one country chosen: the countries it is named with.
        """

    def among(self, selection: Selection, param: str, targets: QuerySet, most: int) -> list[Count]:
        """The `most` frequent of some values of a link facet, whose rows are `targets`, under all other choices."""


def engine() -> Engine:
    """The one that answers now.

    SQL, where the settings say so, where the index is not there (yet), and inside a transaction, which may hold writes
    that nobody else can see.
    """
    if settings.FACETS != SQL and not connection.in_atomic_block:
        from events.facets.index.engine import Index  # here: numpy is for those who use it
        from events.facets.index.following import follower

        state = follower.current()
        if state is not None:
            return Index(state)
    return sql
