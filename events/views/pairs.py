"""Two countries: who did what to whom, both directions side by side."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import facets
from events.models import Country
from events.pairs import Directed, pair
from events.search_names import sought
from events.timelines import Step
from events.views.about import step_label, with_step
from events.views.browse import events_of, filters_of
from events.views.origins import suffix_of
from events.views.panels import chips_of

LATEST = 5  # events under each table
STEPS = (Step.WEEK, Step.MONTH, Step.YEAR)


@require_safe
def pair_page(request: HttpRequest, code: str, counterpart: str) -> HttpResponse:
    if (code, counterpart) != (code.upper(), counterpart.upper()):
        return redirect("pair", code.upper(), counterpart.upper())
    one, other = get_object_or_404(Country, code=code), get_object_or_404(Country, code=counterpart)
    if one == other:
        return redirect("country", one.code)
    filters = filters_of(request)
    others = replace(filters.selection, actor=(), recipient=(), cursor=None)
    page = reverse("pair", args=[one.code, other.code])
    asked = request.GET.get("step", "")
    found = pair(others, one.code, other.code, Step(asked) if asked in STEPS else None)
    names = {country.code: country for country in (one, other)}
    swapped = others.at(reverse("pair", args=[other.code, one.code]))
    context = {
        "one": one,
        "other": other,
        "pair": found,
        "directions": [_direction(others, table, names) for table in found.tables],
        "steps": [(step, step_label(step), f"{page}?{with_step(others, step)}") for step in STEPS],
        "chips": chips_of(others, page),
        "page": page,
        "selection": others,
        "sought": sought(others),
        "carried": [pair for pair in others.pairs() if pair[0] not in ("from", "to")],
        "swapped": swapped,
        "wrongs": filters.wrongs,
        "without_wrong": others.at(page),
        "row_head": {Step.WEEK: _("Week"), Step.MONTH: _("Month"), Step.YEAR: _("Year")}[found.step],
    }
    return render(request, "pages/pair.html", context, status=400 if filters.wrongs else 200)


def _direction(others: facets.Selection, table: Directed, names: dict[str, Country]) -> dict:
    """A table with the names of its two sides and its latest events."""
    selection = replace(others, actor=(table.actor,), recipient=(table.recipient,), limit=LATEST)
    answer = facets.answer(selection)
    return {
        "table": table,
        "actor": names[table.actor],
        "recipient": names[table.recipient],
        "events": events_of(answer),
        "in_list": suffix_of(selection),
        "has_more": answer.next is not None,
        "url": f"{reverse('event-list')}?{table.query}",
    }
