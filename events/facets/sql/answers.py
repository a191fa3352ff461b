"""The answer by SQL: every figure in one statement, so that all of them are of the same moment.

The events under all choices, and under all but one facet's for each facet that has choices, become materialised common
table expressions; counts, days and the page are read from them. Materialised also for the page: with a rare word,
ORDER BY date LIMIT n on the table itself makes the planner walk the whole date index.

What stands in the SQL comes from the catalogue and the models; everything from outside is a parameter.
"""

# ruff: noqa: S608

from __future__ import annotations

from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchVectorExact
from django.db import connection
from django.db.models import Case, Expression, F, FloatField, QuerySet, Value, When
from django.db.models.functions import Cast

from events import search
from events.facets.catalogue import CUT, FACETS, NONE, ColumnFacet, Facet
from events.facets.cursor import Position
from events.facets.relevance import scored
from events.facets.selection import Answer, Neighbours, Selection, listed
from events.facets.sql.narrowing import narrow
from events.models.event import Fold, SearchWords

COLUMNS = [facet.param for facet in FACETS if isinstance(facet, ColumnFacet)]


def answer(selection: Selection) -> Answer:
    """Page, total, facets, days and the next page's place, in one query. Words without any letter find nothing."""
    rows = []
    if not selection.words or search.terms_of(selection.words):
        with connection.cursor() as cursor:
            cursor.execute(*_statement(selection))
            rows = cursor.fetchall()

    counts: dict[str, dict[str, int]] = {facet.param: {} for facet in FACETS}
    days, places, total = [], [], 0
    for part, value, number, date, rank in rows:
        if part == "total":
            total = number
        elif part == "day":
            days.append((date, number))
        elif part == "page":
            places.append(Position(date, number, rank))
        else:
            counts[part][value] = number

    ids, following = _in_place(places, selection)
    lists = {param: listed(found, selection.values(param), CUT) for param, found in counts.items()}
    return Answer(
        ids=ids,
        total=total,
        facets={param: values for param, (values, _) in lists.items()},
        facets_cut=tuple(param for param, (_, cut) in lists.items() if cut),
        histogram=tuple(sorted(days)),
        next=following,
    )


def neighbours(selection: Selection, pk: int) -> Neighbours | None:
    """Where an event stands, and the events before and after it."""
    if selection.words and not search.terms_of(selection.words):
        return None
    table, params = _table("everything", narrow(selection), rank=_rank(selection))
    rank, order = _order(selection)
    placed = (
        f"SELECT id, lag(id) OVER w, lag(date) OVER w, lag({rank}) OVER w, lead(id) OVER w, lead(date) OVER w, "
        f"lead({rank}) OVER w, row_number() OVER w, count(*) OVER () FROM everything WINDOW w AS (ORDER BY {order})"
    )
    columns = "id, before, before_date, before_rank, after, after_date, after_rank, nth, total"
    with connection.cursor() as cursor:
        sql = f"WITH {table}, placed ({columns}) AS ({placed}) SELECT * FROM placed WHERE id = %s"
        cursor.execute(sql, [*params, pk])
        row = cursor.fetchone()
    if row is None:
        return None
    _, before, before_date, before_rank, after, after_date, after_rank, nth, total = row
    return Neighbours(
        before=Position(before_date, before, before_rank) if before else None,
        after=Position(after_date, after, after_rank) if after else None,
        nth=nth,
        total=total,
    )


def _in_place(places: list[Position], selection: Selection) -> tuple[tuple[int, ...], Position | None]:
    page = sorted(places, key=_in_order)[: selection.limit]
    return tuple(place.id for place in page), page[-1] if len(places) > selection.limit else None


def _statement(selection: Selection) -> tuple[str, list]:
    """Rows of (part, value, number, date, rank); the page's number is the event's id."""
    tables = [_table("everything", narrow(selection), rank=_rank(selection))]
    parts = [
        ("SELECT 'total', NULL, count(*), NULL::date, NULL::float8 FROM everything", []),
        ("SELECT 'day', NULL, count(*), date, NULL FROM everything WHERE date IS NOT NULL GROUP BY date", []),
        _page(selection),
    ]
    for facet in FACETS:
        source = "everything"
        if selection.values(facet.param) or (facet.param == "status" and selection.sees_rejected):
            source = f"without_{facet.param}"
            tables.append(_table(source, narrow(selection, without=facet.param)))
        parts.append(_counts(facet, source, selection))
    sql = f"WITH {', '.join(sql for sql, _ in tables)} " + " UNION ALL ".join(f"({sql})" for sql, _ in parts)
    return sql, [param for _, params in tables + parts for param in params]


def _rank(selection: Selection) -> Expression | None:
    """The score of an event; see events.facets.relevance."""
    if not selection.by_relevance:
        return None
    points = []
    for part in scored(selection):
        if part.in_title:
            titled = reduce(and_, map(search.query_of, part.in_title))
            points.append(SearchVectorExact(SearchWords(Fold("title")), titled))
        if part.in_text:
            having = reduce(and_, map(search.query_of, part.in_text))
            points.append(SearchVectorExact(F("search"), having))
    score = sum((Case(When(point, then=1.0), default=0.0) for point in points), Value(0.0))
    return Cast(score, FloatField())


def _table(name: str, events: QuerySet, *, rank: Expression | None = None) -> tuple[str, list]:
    columns = ["id", "date", *COLUMNS]
    if rank:
        events, columns = events.annotate(rank=rank), [*columns, "rank"]
    sql, params = events.order_by().values_list(*columns).query.sql_with_params()
    return f"{name} ({', '.join(columns)}) AS MATERIALIZED ({sql})", list(params)


def _counts(facet: Facet, source: str, selection: Selection) -> tuple[str, list]:
    if isinstance(facet, ColumnFacet):
        value = f"coalesce({facet.param}, '{NONE}')" if facet.unset else facet.param
        counted = f"SELECT '{facet.param}', {value}, count(*), NULL, NULL FROM {source}"
        return f"{counted} WHERE {value} IS NOT NULL GROUP BY {value}", []
    # A long facet is cut here already; one value more than is listed tells that it was.
    target = facet.target._meta
    counted = (
        f'SELECT t."{facet.key}" AS key, count(*) AS n, '
        f'row_number() OVER (ORDER BY count(*) DESC, t."{facet.key}" COLLATE "C") AS place '
        f'FROM {source} s JOIN "{facet.link._meta.db_table}" l ON l.event_id = s.id '
        f'JOIN "{target.db_table}" t ON t."{target.pk.column}" = l."{facet.field}_id" GROUP BY t."{facet.key}"'
    )
    listed = f"SELECT '{facet.param}', key, n, NULL, NULL FROM ({counted}) c WHERE place <= {CUT + 1} OR key = ANY(%s)"
    return listed, [list(selection.values(facet.param))]


def _page(selection: Selection) -> tuple[str, list]:
    rank, order = _order(selection)
    after, params = _after(selection.cursor)
    # One event more than the page holds tells that there is a next page.
    sql = f"SELECT 'page', NULL, id, date, {rank} FROM everything WHERE {after} ORDER BY {order} LIMIT %s"
    return sql, [*params, selection.limit + 1]


def _order(selection: Selection) -> tuple[str, str]:
    """What the best match is known by, and what the list is sorted by."""
    newest = "date DESC NULLS LAST, id DESC"
    return ("rank", f"rank DESC, {newest}") if selection.by_relevance else ("NULL::float8", newest)


def _after(place: Position | None) -> tuple[str, list]:
    """The condition for events behind a place."""
    if place is None:
        return "true", []
    if place.date is None:
        behind, params = "(date IS NULL AND id < %s)", [place.id]
    else:
        behind = "(date < %s OR (date = %s AND id < %s) OR date IS NULL)"
        params = [place.date, place.date, place.id]
    if place.rank is None:
        return behind, params
    return f"(rank < %s::float8 OR (rank = %s::float8 AND {behind}))", [place.rank, place.rank, *params]


def _in_order(place: Position) -> tuple:
    return (-(place.rank or 0), place.date is None, -(place.date.toordinal() if place.date else 0), -place.id)
