"""One country through time: its timeline by quad class, who it is named with, and its events under the same filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import api, facets
from events.facets import Answer, Selection
from events.facets.series import beside, series
from events.models import Country
from events.models.choices import Quad
from events.timelines import DOWN, UP, Step, Timeline, bearable, draw, step_for
from events.views.browse import events_of, filters_of
from events.views.panels import chips_of, days_of

RANKED = 8  # rows in each list of the rail
SPELLINGS = {"en": "English", "vi": "Tiếng Việt"}  # each language by its own name


@dataclass(frozen=True)
class Ranked:
    """A list of the rail: what stands most often beside the country."""

    title: str
    values: list[dict]  # as in JSON, each with the address that narrows by it


@dataclass(frozen=True)
class Share:
    """One quad class's part of the balance bar; `x` and `width` in percent."""

    quad: Quad
    count: int
    percent: int
    x: float
    width: float


@require_safe
def country_page(request: HttpRequest, code: str) -> HttpResponse:
    if code != code.upper():
        return redirect("country", code.upper())
    country = get_object_or_404(Country, code=code)
    filters = filters_of(request)
    selection = replace(filters.selection, country=(country.code,))
    page = reverse("country", args=[country.code])
    answer = facets.answer(selection)
    others = replace(selection, country=())  # what is asked besides the country itself
    context = {
        "country": country,
        "spellings": [(code, SPELLINGS[code], getattr(country, f"name_{code}")) for code in SPELLINGS],
        "selection": selection,
        "answer": answer,
        "undated": answer.total - sum(count for _day, count in answer.histogram),
        "timeline": _timeline(selection, answer, request.GET.get("step", "")),
        "steps": [(step, _step_label(step), f"{page}?{_with_step(others, step)}") for step in Step],
        "quads": [(quad, quad.label) for quad in (*UP, *DOWN)],
        "balance": _balance(answer),
        "ranked": _ranked(selection, answer, page),
        "days": days_of(events_of(answer), answer.histogram, grouped=not selection.by_relevance),
        "chips": chips_of(others, page),
        "carried": [pair for pair in others.pairs() if pair[0] not in ("from", "to", "cursor")],
        "page": page,
        "query": replace(others, cursor=None, first_day=None, last_day=None).query(),
        "wrongs": filters.wrongs,
        "older": f"{page}?{replace(others, cursor=answer.next).query()}" if answer.next else None,
        "newest": f"{page}?{replace(others, cursor=None).query()}",
        "as_events": f"{reverse('event-list')}?{replace(selection, cursor=None).query()}",
    }
    return render(request, "pages/country.html", context, status=400 if filters.wrongs else 200)


def _timeline(selection: Selection, answer: Answer, asked: str) -> Timeline | None:
    """The chart of the days asked for, or of all there are; None where nothing is dated."""
    if not answer.histogram:
        return None
    first = max(filter(None, [selection.first_day, answer.histogram[0][0]]))
    last = min(filter(None, [selection.last_day, answer.histogram[-1][0]]))
    first, last = min(first, answer.histogram[0][0]), max(last, answer.histogram[-1][0])
    step = bearable(Step(asked), first, last) if asked in set(Step) else step_for(first, last)
    return draw(series(selection, step), first, last, step)


def _step_label(step: Step) -> str:
    return {Step.DAY: _("Day"), Step.WEEK: _("Week"), Step.MONTH: _("Month"), Step.YEAR: _("Year")}[step]


def _with_step(selection: Selection, step: Step) -> str:
    query = replace(selection, cursor=None).query()
    return f"{query}&step={step}" if query else f"step={step}"


def _balance(answer: Answer) -> list[Share]:
    """The four quad classes as parts of all events that have one; empty where none has."""
    counts = {count.value: count.count for count in answer.facets["quad"]}
    total = sum(counts.get(quad, 0) for quad in Quad)
    shares, x = [], 0.0
    for quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION, Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT):
        count = counts.get(quad, 0)
        width = 100 * count / total if total else 0.0
        shares.append(Share(quad, count, round(width), round(x, 2), round(width, 2)))
        x += width
    return shares if total else []


def _ranked(selection: Selection, answer: Answer, page: str) -> list[Ranked]:
    others = replace(selection, country=())
    together = api.labelled("country", beside(selection, "country", RANKED))
    for value in together:
        value["url"] = reverse("country", args=[value["value"]])
    lists = [Ranked(_("Named with"), together)]
    for param, title in (
        ("topic", _("Topics")),
        ("person", _("People")),
        ("organization", _("Organizations")),
        ("agency", _("Agencies")),
    ):
        values = api.labelled(param, answer.facets[param][:RANKED])
        for value in values:
            value["url"] = f"{page}?{others.toggled(param, value['value']).query()}"
        lists.append(Ranked(title, values))
    return [ranked for ranked in lists if ranked.values]
