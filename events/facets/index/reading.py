"""Events from the tables as a Segment.

PostgreSQL packs the values into bytes, which become columns without a Python object for any of them: a million events
are a matter of seconds. The words come from the very tsvectors that SQL searches, so both find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import psycopg
from django.db import connection
from django.db.models import QuerySet

from events.facets.catalogue import FACETS, LinkFacet
from events.facets.index.columns import AXES, CELL_TYPE, CODES, SHAPE, Column, Grid
from events.facets.index.postings import Lexicon, Postings, recoded
from events.facets.index.segment import ROLES, Segment
from events.facets.index.word_lists import read_words
from events.models import Article, Country, Event, Organization, Party
from events.models.choices import DatePrecision

PRECISIONS = [str(value) for value in (DatePrecision.MONTH, DatePrecision.YEAR)]  # all others are of a day
GROUP = 15  # bits: 32,768 ids are packed into one value
EPOCH = "date '0001-01-01' - 1"  # a date less this is its ordinal, as Python counts

_EVENT = np.dtype(
    [("id", ">i8"), ("article", ">i8"), ("day", ">i4"), ("last", ">i4"), ("precision", ">i2")]
    + [(axis.param, ">i2") for axis in AXES]
)
_LINK = np.dtype([("event", ">i8"), ("target", ">i8")])
_COUNTRY_LINK = np.dtype([("event", ">i8"), ("target", "S2")])
_PARTY = np.dtype([("event", ">i8"), ("role", "S1"), ("country", "S2"), ("organization", ">i8")])


def read(ids: Iterable[int] | None = None) -> Segment:
    """The segment of these events, or of all; without those in the trash. Within the caller's transaction."""
    only = None if ids is None else list(ids)
    rows = _events(only)
    rows = rows[np.lexsort((rows["id"], rows["day"]))]
    numbered = rows["id"].astype(np.int64)
    by_id = np.argsort(numbered).astype(np.uint32)
    ordinals = rows["day"].astype(np.int32)
    undated = int(np.searchsorted(ordinals, 1))
    days, firsts = np.unique(ordinals[undated:], return_index=True)
    spanning = np.flatnonzero(rows["last"] > rows["day"])
    cells = np.ravel_multi_index([rows[axis.param].astype(np.intp) for axis in AXES], SHAPE)

    lexicons = dict(_of_grid(cells))
    precision = rows["precision"].astype(np.int64)
    lexicons["precision"] = Lexicon.of(PRECISIONS, _postings(precision - 1, len(PRECISIONS)))
    columns = {}
    for facet in FACETS:
        if isinstance(facet, LinkFacet):
            values, codes, numbers = _links(facet, only, numbered, by_id)
            lexicons[facet.param] = Lexicon.build(values, codes, numbers)
            columns[facet.param] = Column.build(codes, numbers, len(values), len(rows))
    lexicons |= _parties(only, numbered, by_id)
    lexicons |= read_words(numbered)
    return Segment(
        ids=numbered,
        by_id=by_id,
        days=days,
        starts=np.append(firsts + undated, len(rows)).astype(np.uint32),
        span_numbers=spanning.astype(np.uint32),
        span_ends=rows["last"][spanning].astype(np.int32),
        articles=rows["article"].astype(np.int64),
        grid=Grid(cells.astype(CELL_TYPE)),
        columns=columns,
        lexicons=lexicons,
    )


def _packed(kind: np.dtype, columns: str, source: str, key: str, only: list[int] | None) -> np.ndarray:
    """Rows of `source` as an array of `kind`; `columns` are expressions of bytea."""
    where = "" if only is None else f" AND {key} = ANY(%s::bigint[])"
    sql = f"SELECT string_agg({columns}, ''::bytea) FROM {source}{where} GROUP BY {key} >> {GROUP}"  # noqa: S608
    parts = [np.empty(0, kind)]
    connection.ensure_connection()
    # Django's own cursors get bytes as text: twice as many, and to be decoded.
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(sql, None if only is None else [only], binary=True)
        parts += [np.frombuffer(part, dtype=kind) for (part,) in cursor]
    return np.concatenate(parts)


def _events(only: list[int] | None) -> np.ndarray:
    day = f"coalesce(e.date - ({EPOCH}), 0)"
    last = f"coalesce(coalesce(e.date_end, e.date) - ({EPOCH}), 0)"
    columns = ["int8send(e.id)", "int8send(e.article_id)", f"int4send({day})", f"int4send({last})"]
    columns.append(_code("e.date_precision", PRECISIONS))
    for axis in AXES:
        has_unset = not isinstance(axis.values[0], str) or axis.values[0] == "none"
        columns.append(_code(f"e.{axis.param}", axis.values[1:] if has_unset else axis.values, 0 if has_unset else -1))
    source = (
        f"{Event._meta.db_table} e JOIN {Article._meta.db_table} a ON a.id = e.article_id "
        "WHERE e.trashed_at IS NULL AND a.trashed_at IS NULL"
    )
    return _packed(_EVENT, " || ".join(columns), source, "e.id", only)


def _code(column: str, values: Iterable[str], offset: int = 0) -> str:
    """A value's place among `values`, from 1 + `offset`; 0 where it is none of them."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"int2send((coalesce(array_position(ARRAY[{listed}]::text[], {column}::text), 0) + {offset})::int2)"


def _links(facet: LinkFacet, only, ids: np.ndarray, by_id: np.ndarray) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The values of a link facet that events here have, and pairs of code and event number."""
    source = f"{facet.link._meta.db_table} l WHERE true"
    if facet.target is Country:
        target, kind = "convert_to(rpad(l.country_id, 2), 'UTF8')", _COUNTRY_LINK
    else:
        target, kind = f"int8send(l.{facet.field}_id)", _LINK
    rows = _packed(kind, f"int8send(l.event_id) || {target}", source, "l.event_id", only)
    numbers, rows = _numbered(rows, ids, by_id)
    if facet.target is Country:
        values, codes = _country_codes(rows["target"])
    else:
        values, codes = _keys(facet.target.objects.all(), facet.key, rows["target"].astype(np.int64))
    return *recoded(values, codes), numbers


def _parties(only, ids: np.ndarray, by_id: np.ndarray) -> Iterator[tuple[str, Lexicon]]:
    columns = (
        "int8send(l.event_id) || convert_to(left(l.role, 1), 'UTF8') || "
        "convert_to(rpad(coalesce(l.country_id, ''), 2), 'UTF8') || int8send(coalesce(l.organization_id, 0))"
    )
    rows = _packed(_PARTY, columns, f"{Party._meta.db_table} l WHERE true", "l.event_id", only)
    numbers, rows = _numbered(rows, ids, by_id)
    for role in ROLES:
        here = rows["role"] == role[0].encode()
        is_country = rows["organization"][here] == 0
        countries, country_codes = _country_codes(rows["country"][here][is_country])
        slugs, slug_codes = _keys(
            Organization.objects.all(), "slug", rows["organization"][here][~is_country].astype(np.int64)
        )
        codes = np.zeros(len(is_country), np.int64)
        codes[is_country], codes[~is_country] = country_codes, slug_codes + len(countries)
        values, codes = recoded(countries + slugs, codes)
        yield role, Lexicon.build(values, codes, numbers[here])


def _numbered(rows: np.ndarray, ids: np.ndarray, by_id: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The event number of each row, and the rows, without those of events that are not here."""
    if not len(ids):
        return np.empty(0, np.uint32), rows[:0]
    events = rows["event"].astype(np.int64)
    places = np.searchsorted(ids, events, sorter=by_id)
    places[places == len(ids)] = 0
    numbers = by_id[places]
    here = ids[numbers] == events
    return numbers[here], rows[here]


def _country_codes(raw: np.ndarray) -> tuple[list[str], np.ndarray]:
    used, codes = np.unique(raw, return_inverse=True)
    return [code.decode() for code in used.tolist()], codes


def _keys(targets: QuerySet, key: str, pks: np.ndarray) -> tuple[list[str], np.ndarray]:
    """The keys of the rows that `pks` name, and for each of `pks` the place of its key."""
    used, codes = np.unique(pks, return_inverse=True)
    wanted = targets if len(used) > 10_000 else targets.filter(pk__in=used.tolist())
    keys = dict(wanted.values_list("pk", key))
    return [keys[pk] for pk in used.tolist()], codes


def _of_grid(cells: np.ndarray) -> Iterator[tuple[str, Lexicon]]:
    for axis in AXES:
        codes = CODES[axis.param][cells]
        yield axis.param, _in_order([str(value) for value in axis.values], codes)


def _in_order(values: list[str], codes: np.ndarray) -> Lexicon:
    used, codes = recoded(values, codes)
    return Lexicon.build(used, codes, np.arange(len(codes), dtype=np.uint32))


def _postings(codes: np.ndarray, size: int) -> Postings:
    """Of one code an event, where it is not negative."""
    numbers = np.flatnonzero(codes >= 0)
    order = np.argsort(codes[numbers], kind="stable")
    return Postings.build(codes[numbers][order], numbers[order].astype(np.uint32), size)
