"""What the events page shows around the events: facets with their labels, chips of what is chosen, days and heads."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from events import api, histogram
from events.event_rows import EventRow
from events.facets import BY_PARAM, FACETS, Answer, Selection
from events.facets.lookup import LONG
from events.facets.series import days
from events.filters import Wrong
from events.models import Article, Country, Organization
from events.models.choices import DatePrecision
from events.templatetags.newsdesk import day

AT_ONCE = 8  # values of a facet shown before "more"
OPEN = {"region", "quad", "country", "type", "topic"}  # the others open when one of their values is chosen


@dataclass(frozen=True)
class Panel:
    """A facet as the page shows it."""

    param: str
    title: str
    values: list[dict]  # as in JSON; the first ones
    more: list[dict]  # the rest
    chosen: int
    is_cut: bool
    is_long: bool  # so that its values are found by name
    is_open: bool
    wrongs: list[Wrong]


@dataclass(frozen=True)
class Chip:
    """One thing chosen, and the address without it."""

    by: str
    label: str
    url: str
    quad: str = ""
    is_words: bool = False
    is_day: bool = False


@dataclass(frozen=True)
class Day:
    """The events of a head: a day, a month or a year where no day is known, or none of these."""

    date: datetime.date | None
    precision: str | None
    events: list[EventRow]
    count: int | None = None  # of the whole day, under all filters; None where it is not what the head says
    has_head: bool = True


def panels_of(answer: Answer, wrongs: list[Wrong]) -> list[Panel]:
    """A panel for each facet that has anything to choose or to complain about."""
    panels, labelled = [], api.labelled(answer.facets)
    for facet in FACETS:
        values = labelled[facet.param]
        wrong_here = [wrong for wrong in wrongs if wrong.param == facet.param]
        if not values and not wrong_here:
            continue
        # What is chosen stays in sight, wherever its count puts it.
        shown = [value for place, value in enumerate(values) if place < AT_ONCE or value["selected"]]
        panels.append(
            Panel(
                param=facet.param,
                title=str(facet.title),
                values=shown,
                more=[value for place, value in enumerate(values) if place >= AT_ONCE and not value["selected"]],
                chosen=sum(value["selected"] for value in values),
                is_cut=facet.param in answer.facets_cut,
                is_long=facet.param in LONG,
                is_open=facet.param in OPEN or bool(wrong_here) or any(value["selected"] for value in values),
                wrongs=wrong_here,
            )
        )
    return panels


def histogram_of(selection: Selection) -> histogram.Histogram:
    """The days under all choices but the dates themselves, so that other days stay in sight."""
    others = replace(selection, first_day=None, last_day=None)
    return histogram.draw(days(others), selection.first_day, selection.last_day)


def chips_of(selection: Selection, page: str) -> list[Chip]:
    """Everything chosen, words and dates first."""

    def address(**changes) -> str:
        return replace(selection, cursor=None, **changes).at(page)

    chips = []
    if selection.words:
        chips.append(Chip(_("Words"), selection.words, address(words="", sort="newest"), is_words=True))
    if selection.first_day:
        chips.append(Chip(_("From"), day(selection.first_day), address(first_day=None), is_day=True))
    if selection.last_day:
        chips.append(Chip(_("To"), day(selection.last_day), address(last_day=None), is_day=True))
    for param, title, labels in _chosen(selection):
        for value in selection.values(param):
            url = selection.toggled(param, value).at(page)
            chips.append(Chip(title, labels.get(value, value), url, quad=value if param == "quad" else ""))
    return chips


def _chosen(selection: Selection) -> Iterable[tuple[str, str, dict[str, str]]]:
    """Each repeatable parameter that has values: its name for people, and those of its values."""
    for param, facet in BY_PARAM.items():
        if selection.values(param):
            yield param, str(facet.title), facet.labels(selection.values(param))
    for param, title in (("actor", _("Actor")), ("recipient", _("Recipient"))):
        if values := selection.values(param):
            countries = {row.code: row.name for row in Country.objects.filter(code__in=values)}
            yield (
                param,
                title,
                countries | dict(Organization.objects.filter(slug__in=values).values_list("slug", "name")),
            )
    if selection.article:
        articles = Article.objects.filter(pk__in=selection.article).only("title", "name")
        yield "article", _("Article"), {str(article.pk): str(article) for article in articles}


def days_of(events: list[EventRow], by_day, *, grouped: bool) -> list[Day]:
    """The events under a head for each day; under none at all where their order is another."""
    if not grouped:
        return [Day(None, None, events, has_head=False)] if events else []
    counts = dict(by_day)
    heads = []
    for date, of_date in groupby(events, key=lambda event: event.date):
        by_precision: dict[str | None, list[EventRow]] = {}
        for event in of_date:
            by_precision.setdefault(event.date_precision, []).append(event)
        # "November 2024" is stored as its first day; no count is known for it alone.
        is_a_day = list(by_precision) == [DatePrecision.DAY]
        heads += [Day(date, key, rows, counts.get(date) if is_a_day else None) for key, rows in by_precision.items()]
    return heads
