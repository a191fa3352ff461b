"""A Selection through time, and what stands beside it: the figures of timelines."""

from __future__ import annotations

import datetime

from django.db.models import Count as CountRows
from django.db.models import DateField
from django.db.models.functions import Trunc

from events.facets.catalogue import BY_PARAM
from events.facets.selection import Count, Selection
from events.facets.sql import narrow


def days(selection: Selection) -> dict[tuple[datetime.date, str], int]:
    """How many events began on each day, apart by date precision; a month's stand under its first day.

    Days without events and undated events are left out.
    """
    dated = narrow(selection).filter(date__isnull=False).order_by()
    rows = dated.values_list("date", "date_precision").annotate(CountRows("pk"))
    return {(date, precision): count for date, precision, count in rows}


def series(selection: Selection, step: str) -> dict[datetime.date, dict[str | None, int]]:
    """How many events of each quad class (None: of none) began in each bucket of `step`: day, week or month.

    Keyed by the bucket's first day; weeks begin on Monday. Buckets without events and undated events are left out.
    """
    dated = narrow(selection).filter(date__isnull=False).order_by()
    rows = dated.values_list(Trunc("date", step, output_field=DateField()), "quad").annotate(CountRows("pk"))
    found: dict[datetime.date, dict[str | None, int]] = {}
    for bucket, quad, count in rows:
        found.setdefault(bucket, {})[quad] = count
    return found


def beside(selection: Selection, param: str, most: int) -> list[Count]:
    """The `most` frequent values of a link facet among the selected events, those asked for left out.

    With one country chosen: the countries it is named with.
    """
    facet = BY_PARAM[param]
    links = facet.link.objects.filter(event__in=narrow(selection).order_by().values("pk"))
    others = links.exclude(**{f"{facet.path}__in": selection.values(param)})
    rows = others.values_list(facet.path).annotate(n=CountRows("event")).order_by("-n", facet.path)
    return [Count(value, count, False) for value, count in rows[:most]]
