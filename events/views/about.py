"""What the pages about one country, person, organization or agency have in common: its events through time and under
the same filters, and what stands beside it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from events import api, facets
from events.facets import Answer, Position, Selection
from events.facets.series import beside, counts, series
from events.models.choices import Quad
from events.search_names import sought
from events.sparklines import Sparkline, sparkline
from events.timelines import DAY, DOWN, UP, Step, Timeline, bearable, bulk, draw, step_for
from events.views.browse import events_of, filters_of
from events.views.origins import suffix_of
from events.views.panels import chips_of, days_of

RANKED = 8  # rows in each list of the rail
PERIODS = 12  # of the span shown, in a small line
UNDATED = Position(datetime.date.min, 1)  # behind the last event of any date
PAGES = {"country": "country", "person": "person", "organization": "organization", "agency": "agency"}


@dataclass(frozen=True)
class Ranked:
    """A list of the rail: what stands most often beside the subject."""

    title: str
    values: list[dict]  # as in JSON, each with the address that narrows by it or leads to its page


@dataclass(frozen=True)
class Share:
    """One quad class's part of the balance bar; `x` and `width` in percent."""

    quad: Quad
    count: int
    percent: int
    x: float
    width: float


def about(request: HttpRequest, param: str, value: str, page: str) -> dict:
    """The context of the page about the subject that `param`=`value` selects, at the address `page`."""
    filters = filters_of(request)
    selection = replace(filters.selection, **{param: (value,)})
    others = replace(selection, **{param: ()})  # what is asked besides the subject itself
    answer = facets.answer(selection)
    span = _span(selection, answer)
    return {
        "selection": selection,
        "sought": sought(selection),
        "answer": answer,
        "undated": answer.total - sum(count for _day, count in answer.histogram),
        "without_date": replace(others, cursor=UNDATED).at(page),
        "timeline": _timeline(selection, span, request.GET.get("step", "")),
        "steps": [(step, step_label(step), f"{page}?{with_step(others, step)}") for step in Step],
        "quads": [(quad, quad.label) for quad in (*UP, *DOWN)],
        "balance": shares({count.value: count.count for count in answer.facets["quad"]}),
        "ranked": _ranked(selection, others, answer, span, param, value, page),
        "days": days_of(events_of(answer), answer.histogram, grouped=not selection.by_relevance),
        "chips": chips_of(others, page),
        "carried": [pair for pair in others.pairs() if pair[0] not in ("from", "to", "cursor")],
        "page": page,
        "in_list": suffix_of(others, page),
        "query": replace(others, cursor=None, first_day=None, last_day=None).query(),
        "wrongs": filters.wrongs,
        "older": replace(others, cursor=answer.next).at(page) if answer.next else None,
        "newest": replace(others, cursor=None).at(page),
        "as_events": replace(selection, cursor=None).at(reverse("event-list")),
    }


def shares(of_quad: Mapping[str, int]) -> list[Share]:
    """The four quad classes as parts of all events that have one; empty where none has."""
    total = sum(of_quad.get(quad, 0) for quad in Quad)
    found, x = [], 0.0
    for quad in Quad:
        count = of_quad.get(quad, 0)
        width = 100 * count / total if total else 0.0
        found.append(Share(quad, count, round(width), round(x, 2), round(width, 2)))
        x += width
    return found if total else []


def step_label(step: Step) -> str:
    return {Step.DAY: _("Day"), Step.WEEK: _("Week"), Step.MONTH: _("Month"), Step.YEAR: _("Year")}[step]


def with_step(selection: Selection, step: Step) -> str:
    query = replace(selection, cursor=None).query()
    return f"{query}&step={step}" if query else f"step={step}"


def _span(selection: Selection, answer: Answer) -> tuple[datetime.date, datetime.date] | None:
    """The days asked for, as far as there are events, or those of nearly all; None where nothing is dated."""
    if not answer.histogram:
        return None
    if not selection.first_day and not selection.last_day:
        return bulk(dict(answer.histogram))
    earliest, latest = answer.histogram[0][0], answer.histogram[-1][0]
    first, last = max(selection.first_day or earliest, earliest), min(selection.last_day or latest, latest)
    return min(first, earliest), max(last, latest)


def _timeline(selection: Selection, span: tuple[datetime.date, datetime.date] | None, asked: str) -> Timeline | None:
    if not span:
        return None
    step = bearable(Step(asked), *span) if asked in set(Step) else step_for(*span)
    return draw(series(selection, step), *span, step)


def _ranked(selection: Selection, others: Selection, answer: Answer, span, param: str, value: str, page: str):
    """What stands beside the subject, the most frequent first. Its own kind leads to pages, the rest narrows."""
    titles = {
        "country": _("Countries"),
        "topic": _("Topics"),
        "person": _("People"),
        "organization": _("Organizations"),
        "agency": _("Agencies"),
    }
    counted = {each: answer.facets[each][:RANKED] for each in titles} | {param: beside(selection, param, RANKED)}
    labelled = api.labelled(counted)
    lists = []
    for beside_param in sorted(titles, key=lambda each: each != param):
        values = labelled[beside_param]
        if beside_param == param:
            lines = _lines(selection, span, param, [found["value"] for found in values])
            for found in values:
                found["url"] = reverse(PAGES[param], args=[found["value"]])
                found["line"] = lines.get(found["value"])
                if param == "country":
                    found["pair"] = reverse("pair", args=[value, found["value"]])
            title = _("Named with")
        else:
            for found in values:
                found["url"] = others.toggled(beside_param, found["value"]).at(page)
            title = titles[beside_param]
        if values:
            lists.append(Ranked(title, values))
    return lists


def _lines(selection: Selection, span, param: str, values: list[str]) -> dict[str, Sparkline]:
    """For each value how often it stands beside the subject in each of PERIODS equal parts of the span."""
    if not span or not values:
        return {}
    first, last = span
    length = max(((last - first).days + 1) / PERIODS, 1)
    edges = [first + datetime.timedelta(days=round(n * length)) for n in range(PERIODS + 1)]
    parts = [
        counts(replace(selection, first_day=start, last_day=end - DAY, cursor=None), param, values)
        for start, end in pairwise(edges)
        if start <= last
    ]
    if len(parts) < 2:
        return {}
    return {value: sparkline([part.get(value, 0) for part in parts], width=64, height=18) for value in values}
