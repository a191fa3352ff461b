"""A Selection through time, and what stands beside it, by SQL."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db.models import Count as CountRows
from django.db.models import DateField, F, Max, QuerySet
from django.db.models.functions import Trunc

from events.facets.catalogue import BY_PARAM
from events.facets.selection import Count, Selection
from events.facets.sql.narrowing import narrow
from events.models import Event


def total(selection: Selection) -> int:
    return narrow(selection).order_by().count()


def newest() -> int:
    return Event.objects.aggregate(highest=Max("pk"))["highest"] or 0


def newer(selection: Selection, than: int) -> int:
    return narrow(selection).filter(pk__gt=than).order_by().count()


def counts(selection: Selection, param: str, only: Sequence[str] | None = None) -> dict[str, int]:
    facet = BY_PARAM[param]
    links = facet.link.objects.filter(event__in=narrow(selection).order_by().values("pk")).order_by()
    if only is not None:
        links = links.filter(**{f"{facet.path}__in": only})
    return dict(links.values_list(facet.path).annotate(CountRows("event")))


def days(selection: Selection) -> dict[tuple[datetime.date, str], int]:
    dated = narrow(selection).filter(date__isnull=False).order_by()
    rows = dated.values_list("date", "date_precision").annotate(CountRows("pk"))
    return {(date, precision): count for date, precision, count in rows}


def series(selection: Selection, step: str, split: str = "quad") -> dict[datetime.date, dict[str | None, int]]:
    dated = narrow(selection).filter(date__isnull=False).order_by()
    rows = dated.values_list(Trunc("date", step, output_field=DateField()), split).annotate(CountRows("pk"))
    found: dict[datetime.date, dict[str | None, int]] = {}
    for bucket, value, count in rows:
        found.setdefault(bucket, {})[value] = count
    return found


def beside(selection: Selection, param: str, most: int) -> list[Count]:
    facet = BY_PARAM[param]
    links = facet.link.objects.filter(event__in=narrow(selection).order_by().values("pk"))
    others = links.exclude(**{f"{facet.path}__in": selection.values(param)})
    rows = others.values_list(facet.path).annotate(n=CountRows("event")).order_by("-n", facet.path)
    return [Count(value, count, False) for value, count in rows[:most]]


def among(selection: Selection, param: str, targets: QuerySet, most: int) -> list[Count]:
    facet = BY_PARAM[param]
    events = narrow(selection, without=param).order_by()
    links = facet.link.objects.filter(event__in=events.values("pk"), **{f"{facet.field}__in": targets.values("pk")})
    counts = links.values_list(facet.path).annotate(n=CountRows("event")).order_by("-n", F(facet.path))
    return [Count(value, count, value in selection.values(param)) for value, count in counts[:most]]
