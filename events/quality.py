"""How good the values are: measured on the labelled corpus, and live against what editors checked.

The corpus is scored beforehand (`python -m tests.extraction.measure --json events/data/quality.json`): nothing is
measured while somebody waits for a page.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from django.core.cache import cache as answers
from django.db.models import Count, Max, QuerySet

from events import values
from events.agreement import Tally, are_same
from events.models import Change, Correction, Event
from events.models.choices import EventStatus
from events.models.event import EventQuerySet

FILE = Path(__file__).parent / "data" / "quality.json"
LANGUAGES = ("en", "vi")
ENOUGH = 10  # a share of fewer says nothing
KEPT_FOR = 10 * 60  # seconds
CHUNK = 2000  # corrections judged at once
ALL = ""  # all layouts of a language together

Key = tuple[str, str, str]  # field, language, layout


@dataclass(frozen=True)
class Figure:
    """`share` is 0 to 1, None where there was nothing to measure; `of` how many answers the labels ask for."""

    share: float | None
    of: int


@dataclass(frozen=True)
class Measured:
    """What the corpus said of one version."""

    extractor: str
    figures: dict[Key, Figure]

    def layouts(self, language: str) -> list[str]:
        """Those measured in a language, ALL first."""
        return sorted({layout for _field, spoken, layout in self.figures if spoken == language})


@cache
def on_the_corpus() -> Measured:
    """What the committed file says."""
    told = json.loads(FILE.read_text("utf-8"))
    figures = {}
    for name, fields in told["groups"].items():
        layout, _, language = name.rpartition(" ")
        figures |= {(field, language, layout): Figure(*figure) for field, figure in fields.items()}
    return Measured(told["extractor"], figures)


def live() -> dict[Key, Tally]:
    """How often the machine's value stands, of those that editors checked and readers see; with ALL for all layouts.

    An event counts for every field when it is verified, else for the fields that were corrected.
    """
    newest = Change.objects.aggregate(newest=Max("pk"))["newest"]
    return answers.get_or_set(f"quality-{newest}", _live, KEPT_FOR) or {}


def _live() -> dict[Key, Tally]:
    found: dict[Key, Tally] = defaultdict(Tally)

    def add(field: str, language: str, layout: str, right: int, of: int) -> None:
        for one in (layout, ALL):
            tally = found[field, language, one]
            tally.right += right
            tally.of += of

    for language, layout, count in _verified().values_list("language", "article__layout").annotate(n=Count("pk")):
        for field in values.FIELDS:
            add(field, language, layout, count, count)
    for rows in _some_at_a_time(_standing()):
        same = are_same([(field, values.machine_value(machine, field), new) for field, machine, new, *_ in rows])
        for (field, _machine, _new, status, language, layout), is_right in zip(rows, same, strict=True):
            if status != EventStatus.VERIFIED:
                add(field, language, layout, int(is_right), 1)
            elif not is_right:
                add(field, language, layout, -1, 0)
    return dict(found)


def _verified() -> EventQuerySet:
    """Those of the index `event_verified`, from which they are counted without a look at any event."""
    return Event.objects.kept().filter(status=EventStatus.VERIFIED).exclude(machine={})


def _standing() -> QuerySet:
    """The newest standing correction of each field of each event that counts, with what it takes to judge it."""
    # Such an event is checked() by having one; asked once more, the database would look at every event for it.
    rows = _corrections().filter(event__trashed_at__isnull=True, event__article__trashed_at__isnull=True)
    rows = rows.exclude(event__status=EventStatus.REJECTED).exclude(event__machine={})
    newest = rows.order_by("event_id", "field", "-pk").distinct("event_id", "field")
    return newest.values_list(
        "field", "event__machine", "new", "event__status", "event__language", "event__article__layout"
    )


def _corrections() -> QuerySet:
    return Correction.objects.filter(undone_at__isnull=True, field__in=values.FIELDS)


def _some_at_a_time(rows: QuerySet) -> Iterator[list]:
    stream = rows.iterator(chunk_size=CHUNK)
    while some := list(islice(stream, CHUNK)):
        yield some


def events_behind(field: str, language: str, layout: str) -> EventQuerySet:
    """The events that one figure of live() counts, newest first."""
    corrected = _corrections().filter(field=field).order_by().values("event")
    both = _verified().filter(language=language).order_by().values("pk").union(corrected)
    events = Event.objects.visible().exclude(machine={}).filter(pk__in=both, language=language)
    return (events if layout == ALL else events.filter(article__layout=layout)).order_by("-pk")
