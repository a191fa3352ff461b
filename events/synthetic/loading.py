"""The invented world into PostgreSQL, by COPY, with the indexes made afterwards: a million events in minutes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import JSONField

from events import vocabulary
from events.models import Agency, Article, Country, Event, Organization, Passage, Person
from events.models.article import sha256_of
from events.models.choices import EventStatus
from events.models.links import EventAgency, EventCountry, EventOrganization, EventPerson, Party
from events.models.named import slug_of
from events.synthetic.draws import AGENCIES, LAST_DAY, ORGANIZATIONS, PER_ARTICLE, TOPICS, TYPES, Batch, World
from events.synthetic.words import Words

BATCH = 20_000  # events held at a time
_TITLE, _BODY = 7, 24  # words
_FILLED = [Article, Passage, Event, EventCountry, EventOrganization, EventPerson, EventAgency, Party]
_STATUSES = [EventStatus.UNREVIEWED, EventStatus.VERIFIED, EventStatus.REJECTED]
_MOST_NAMED = "US CN RU UA IL PS GB FR DE JP KR KP IN IR VN TR SY PK AF TW AU BR EG SA ID PH TH MY IT ES"
_LANGUAGES = ("en", "vi")


class NotEmptyError(Exception):
    """The database holds articles: invented ones are never mixed with them."""


def load(count: int, say: Callable[[str], None] | None = None) -> None:
    """Fill an empty database with `count` events in articles of twenty. Raises NotEmptyError."""
    say = say or (lambda line: None)
    if Article.objects.exists():
        raise NotEmptyError
    vocabulary.sync()
    with transaction.atomic(), connection.cursor() as cursor, _indexes_made_afterwards(cursor, say):
        Loader(count, cursor).run(say)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class Loader:
    def __init__(self, count: int, cursor) -> None:
        self._count, self._cursor = count, cursor
        codes = Country.objects.order_by("code").values_list("code", flat=True)
        self._codes = list(dict.fromkeys([*_MOST_NAMED.split(), *codes]))[:200]
        self._countries = {country.code: country for country in Country.objects.all()}
        self._world = World(count, countries=len(self._codes))
        self._words = {language: Words(language) for language in _LANGUAGES}
        self._agencies = list(Agency.objects.order_by("pk").values_list("pk", "name")[:AGENCIES])
        known = list(Organization.objects.order_by("pk").values_list("pk", flat=True)[:ORGANIZATIONS])
        self._organizations = known + self._named(
            Organization, ORGANIZATIONS - len(known), lambda name: {"name_en": name, "name_vi": name}
        )
        self._people = self._named(Person, self._world.people, lambda name: {})
        self._next = {model: self._first_id(model) for model in _FILLED}

    def run(self, say: Callable[[str], None]) -> None:
        """A thread writes the next batch out while PostgreSQL takes this one in."""
        firsts = range(0, self._count, BATCH)
        with ThreadPoolExecutor(max_workers=1) as writer:  # one, for the same seed has to give the same events
            coming = [writer.submit(self._tables, firsts[0])]
            for first in firsts:
                tables = coming.pop().result()
                if first + BATCH < self._count:
                    coming.append(writer.submit(self._tables, first + BATCH))
                for table in tables:
                    self._copy(table)
                say(f"{min(first + BATCH, self._count):,} events")
        for model in _FILLED:
            table = model._meta.db_table
            self._cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, 'id'), coalesce(max(id), 1)) FROM {table}",  # noqa: S608
                [table],
            )

    def _copy(self, table: Rows) -> None:
        names = ", ".join(f'"{name}"' for name in table.columns)
        with self._cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
            copy.write(table.lines)

    def _tables(self, first: int) -> list[Rows]:
        """A batch of events from number `first` on, with all that belongs to them; asks the database nothing."""
        batch = self._world.batch(first, min(BATCH, self._count - first))
        first_event, first_article = self._next[Event] + first, self._next[Article]
        events = range(first_event, first_event + len(batch.article))
        titles, bodies = self._texts(batch)
        codes = [[self._codes[at] for at in row if at >= 0] for row in batch.countries.tolist()]
        agencies = [[self._agencies[at] for at in row if at >= 0] for row in batch.agencies.tolist()]
        *articles, spans = self._articles(batch, first_article, titles, bodies, [row[0][1] for row in agencies])
        tables = [
            *articles,
            _rows(Event, self._event_rows(batch, events, first_article, titles, bodies, codes, spans)),
            _links(EventCountry, "country_id", events, codes),
            _links(EventAgency, "agency_id", events, ([pk for pk, _name in row] for row in agencies)),
        ]
        for model, column, drawn, ids in (
            (EventOrganization, "organization_id", batch.organizations, self._organizations),
            (EventPerson, "person_id", batch.people, self._people),
        ):
            tables.append(_links(model, column, events, ([ids[at] for at in row if at >= 0] for row in drawn.tolist())))
        tables.append(_rows(Party, self._parties(batch, events, codes)))
        return [table for table in tables if table.lines]

    def _texts(self, batch: Batch) -> tuple[list[str], list[str]]:
        """Headlines and bodies, each in its article's language and naming the first countries."""
        count = len(batch.article)
        titles, bodies = [""] * count, [""] * count
        for number, language in enumerate(_LANGUAGES):
            rows = (batch.language == number).nonzero()[0].tolist()
            made = self._words[language].sentences(len(rows), _TITLE + _BODY)
            names = [getattr(self._countries[code], f"name_{language}") for code in self._codes]
            for row, words, countries in zip(rows, made, batch.countries[rows].tolist(), strict=True):
                split = words.split(" ", _TITLE)
                titles[row] = f"{names[countries[0]]} {' '.join(split[:_TITLE])}"
                named = ", ".join(names[at] for at in countries if at >= 0)
                bodies[row] = f"{named}: {split[_TITLE]}."
        return titles, bodies

    def _articles(self, batch: Batch, first: int, titles, bodies, credits) -> tuple[Rows, Rows, list[tuple[int, int]]]:
        """The articles of the batch, and their passages; where each event's passage stands."""
        spans, articles, passages = [], [], []
        day_of = (batch.day.clip(0)).tolist()
        for at in range(0, len(titles), PER_ARTICLE):
            items, length, here = [], 0, range(at, min(at + PER_ARTICLE, len(titles)))
            pk = first + int(batch.article[at])
            for number in here:
                item = f"*{titles[number]}: {bodies[number]} ({credits[number]})"
                spans.append((length, length + len(item)))
                passages.append((pk, length, length + len(item), "event"))
                items.append(item)
                length += len(item) + 1
            day = _day(day_of[at])
            text = "\\n".join(items)  # as COPY writes a line break
            sha256 = sha256_of(f"synthetic {pk}".encode())
            articles.append(
                {
                    "id": pk, "name": f"round-up-{pk}.txt", "original": f"{sha256[:2]}/{sha256}", "sha256": sha256,
                    "size": length, "uploaded_at": f"{day} 06:00+00", "is_demo": "t", "text": text,
                    "encoding": "utf-8", "media_type": "text/plain", "title": f"World news of {day}",
                    "language": _LANGUAGES[batch.language[at]], "layout": "starred", "publisher": "",
                    "language_given": "", "publisher_given": "",
                    "source_url": "", "published": day, "reference_date": day, "status": "parsed", "failure": "",
                    "attempts": 1, "lease_holder": "", "queued_at": f"{day} 06:00+00",
                    "parsed_at": f"{day} 06:01+00", "extractor_version": "synthetic",
                }
            )  # fmt: skip
        rows = _rows(Article, (article.values() for article in articles), " ".join(articles[0]))
        return rows, _rows(Passage, passages, "article_id start end kind"), spans

    def _event_rows(self, batch: Batch, events, first_article: int, titles, bodies, codes, spans) -> Iterator[tuple]:
        columns = zip(
            events, (batch.article + first_article).tolist(), batch.language.tolist(), batch.day.tolist(),
            batch.days_long.tolist(), batch.type.tolist(), batch.topic.tolist(), batch.status.tolist(),
            titles, bodies, codes, spans, strict=True,
        )  # fmt: skip
        for pk, article, language, ago, long, type_, topic, status, title, body, countries, span in columns:
            day = _day(ago) if ago >= 0 else "\\N"
            last = _day(max(ago - long, 0)) if ago >= 0 and long else "\\N"
            yield (
                pk, article, _LANGUAGES[language], title, body, *span, self._countries[countries[0]].region, day,
                last if last != day else "\\N", "day" if ago >= 0 else "\\N", TYPES[type_] or "\\N", TOPICS[topic],
                "{}", "{}", _STATUSES[status],
            )  # fmt: skip

    def _parties(self, batch: Batch, events, codes) -> Iterator[tuple]:
        recipients = batch.has_recipient.tolist()
        for pk, countries, type_, has_recipient in zip(events, codes, batch.type.tolist(), recipients, strict=True):
            if TYPES[type_] is None:
                continue
            yield pk, "actor", countries[0], 0
            if has_recipient and len(countries) > 1:
                yield pk, "recipient", countries[1], 0

    def _named(self, model, count: int, more: Callable[[str], dict]) -> list[int]:
        """New rows of invented names; their ids."""
        rows = {slug_of(name): name for name in self._words["en"].names(count)}
        known = set(model.objects.filter(slug__in=list(rows)).values_list("slug", flat=True))
        made = [model(slug=slug, name=name, **more(name)) for slug, name in rows.items() if slug not in known]
        return [row.pk for row in model.objects.bulk_create(made, batch_size=10_000)]

    def _first_id(self, model) -> int:
        self._cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [model._meta.db_table])
        return self._cursor.fetchone()[0]


_COLUMNS = {
    Event: "id article_id language title text start end region date date_end date_precision type topic machine "
    "evidence status",
    Party: "event_id role country_id position",
}


@dataclass(frozen=True)
class Rows:
    """Rows of a table, as COPY reads them."""

    name: str
    columns: tuple[str, ...]
    lines: bytes


def _rows(model, rows: Iterable[Iterable], columns: str = "") -> Rows:
    names = (columns or _COLUMNS[model]).split()
    rest = _defaults(model, names)
    constant = "".join(f"\t{value}" for value in rest.values()) + "\n"
    lines = "".join(["\t".join(map(str, row)) + constant for row in rows])
    return Rows(model._meta.db_table, (*names, *rest), lines.encode())


def _links(model, column: str, events: Iterable[int], names: Iterable[list]) -> Rows:
    rows = (
        (event, value, position)
        for event, values in zip(events, names, strict=True)
        for position, value in enumerate(values)
    )
    return _rows(model, rows, f"event_id {column} position")


def _defaults(model, names: list[str]) -> dict[str, str]:
    """What the model would fill in for the columns that are not named and must hold something."""
    return {
        field.column: json.dumps(field.get_default()) if isinstance(field, JSONField) else str(field.get_default())
        for field in model._meta.concrete_fields
        if field.column not in names
        and not (field.null or field.primary_key or field.generated or field.has_db_default())
    }


def _day(ago: int) -> str:
    return _DAYS[ago]


_DAYS = [(LAST_DAY - datetime.timedelta(days=ago)).isoformat() for ago in range(365 * 12)]


@contextmanager
def _indexes_made_afterwards(cursor, say: Callable[[str], None]) -> Iterator[None]:
    """Without the filled tables' indexes and foreign keys inside; all in the caller's transaction, so none is lost."""
    tables = [model._meta.db_table for model in _FILLED]
    cursor.execute(
        """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE conrelid::regclass::text = ANY(%s) AND contype IN ('f', 'u')
        """,
        [tables],
    )
    constraints = cursor.fetchall()
    cursor.execute(
        """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid::regclass::text = ANY(%s) AND NOT indisprimary
          AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype = 'u')
        """,
        [tables],
    )
    indexes = cursor.fetchall()
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits to be checked would forbid the next lines
    for table, name, _definition in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
    for number, (_name, definition) in enumerate(indexes, 1):
        say(f"index {number} of {len(indexes)}")
        cursor.execute(definition)
    for table, name, definition in sorted(constraints, key=lambda row: "FOREIGN KEY" in row[2]):
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
