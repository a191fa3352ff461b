"""A Selection as a QuerySet."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet

from events import search
from events.facets.catalogue import BY_PARAM, NONE, LinkFacet
from events.facets.selection import MULTIPLE, Selection
from events.models import Event, Party
from events.models.choices import EventStatus, Role


def narrow(selection: Selection, *, without: str | None = None) -> QuerySet:
    """The events under all choices, or under all but those of one parameter."""
    with_rejected = selection.sees_rejected if without == "status" else EventStatus.REJECTED in selection.status
    events = Event.objects.kept() if with_rejected else Event.objects.visible()
    for param in MULTIPLE:
        values = selection.values(param)
        if values and param != without:
            events = events.filter(_condition(param, values))
    if selection.first_day:
        # Not coalesce(date_end, date): each side of the OR has an index of its own.
        events = events.filter(Q(date__gte=selection.first_day) | Q(date_end__gte=selection.first_day))
    if selection.last_day:
        events = events.filter(date__lte=selection.last_day)
    if selection.words:
        events = _with_words(events, search.parts_of(selection.words, selection.names))
    return events


def _with_words(events: QuerySet, parts: list[search.Part]) -> QuerySet:
    """Words by the search column, all in one query; names by it or by what the events are linked to."""
    plain = [search.query_of(part.terms[0]) for part in parts if not part.meanings]
    if plain:
        events = events.filter(search=reduce(and_, plain))
    for part in parts:
        if part.meanings:
            words = reduce(and_, (search.query_of(replace(term, wanted=True)) for term in part.terms))
            found = Q(search=words)
            for param, value in part.meanings:
                found |= _condition(param, (value,))
            events = events.filter(found if part.wanted else ~found)
    return events if parts else events.none()


def _condition(param: str, values: tuple[str, ...]) -> Q:
    """Subqueries rather than joins: an event with two of the countries must not count twice."""
    if param == "article":
        return Q(article_id__in=[int(value) for value in values])
    if param in Role.values:
        named = Q(country_id__in=values) | Q(organization__slug__in=values)
        return Q(pk__in=Party.objects.filter(named, role=param).values("event_id"))
    facet = BY_PARAM[param]
    if isinstance(facet, LinkFacet):
        return Q(pk__in=facet.link.objects.filter(**{f"{facet.path}__in": values}).values("event_id"))
    condition = Q(**{f"{param}__in": values})
    return condition | Q(**{f"{param}__isnull": True}) if NONE in values else condition
