"""The snapshot: made anew in the background when it is missing, useless or far behind, and compared with SQL."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace

import structlog
from django.conf import settings

from events.facets import sql
from events.facets.door import AUTO, SQL
from events.facets.index import checked, snapshot
from events.facets.index.engine import Index
from events.facets.index.following import database_here, one_moment, snapshot_path
from events.facets.index.memory import give_back
from events.facets.index.reading import read
from events.facets.index.state import State
from events.facets.selection import RELEVANCE, Answer, Selection
from events.models import Change, Event
from events.models.choices import EventStatus, Language

WORTHWHILE = 1_000  # events; fewer are counted by SQL quickly enough (`auto`)
MOST_BEHIND = 2_000  # changes after which a snapshot is made anew …
SHARE_BEHIND = 0.01  # … or this part of its events, where that is more

log = structlog.get_logger(__name__)


def keep() -> str | None:
    """Make the snapshot anew where it has to be; why, or None where it is well or none is wanted."""
    if not is_wanted():
        snapshot_path().unlink(missing_ok=True)
        return None
    reason = why_anew()
    if reason:
        build(reason)
    return reason


def is_wanted() -> bool:
    """Whether events are counted by the index here at all."""
    if settings.FACETS == SQL:
        return False
    return settings.FACETS != AUTO or Event.objects.order_by()[:WORTHWHILE].count() >= WORTHWHILE


def why_anew() -> str | None:
    """What is wrong with the snapshot, in a few words for the log; None where nothing is."""
    try:
        position, database = snapshot.told(snapshot_path())
    except snapshot.SnapshotError as problem:
        return str(problem)
    if database != database_here():
        return "it is of another database"
    new = Change.objects.between(position, Change.objects.position())
    behind = new.values("event_id").distinct().count()
    if behind > MOST_BEHIND and behind > SHARE_BEHIND * Event.objects.count():
        return "it is far behind"
    return None


def build(reason: str = "asked for") -> int | None:
    """Make the snapshot and put it in place; its number of events, or None where another process makes it already."""
    with _alone() as is_alone:
        if not is_alone:
            return None
        began = time.perf_counter()
        with one_moment():
            position = Change.objects.position()
            segment, database = read(), database_here()
        size = snapshot.write(snapshot_path(), snapshot.Snapshot(segment, position, database))
        seconds, events = round(time.perf_counter() - began, 1), len(segment)
        log.info("facet index built", why=reason, events=events, megabytes=size // 2**20, seconds=seconds)
        del segment
        give_back()
        return events


def check() -> list[str]:
    """Compare the snapshot, brought up to now, with SQL: what differs, which is noted for the pages that show it.

    A snapshot that differs is taken away, so that the worker makes it anew. Raises SnapshotError where there is none.
    """
    path = snapshot_path()
    loaded = snapshot.load(path)
    with one_moment():
        changes, position = Change.objects.since(loaded.position)
        state = State.of(loaded.segment, loaded.position).after({change.event_id for change in changes}, position)
        differing = [line for selection in _questions(state) for line in _differences(state, selection)]
    checked.note(differing)
    for line in differing:
        log.error("facet index differs from the tables", where=line)
    if differing:
        path.unlink(missing_ok=True)
    else:
        log.info("facet index agrees with the tables", events=sum(part.alive for part in state.parts))
    return differing


def check_and_repair() -> None:
    """The nightly check; what differs, or cannot be compared, is made anew."""
    if not is_wanted():
        return
    try:
        differing = check()
    except snapshot.SnapshotError as problem:
        build(str(problem))
    else:
        if differing:
            build("it differed from the tables")


def _questions(state: State) -> list[Selection]:
    """Everything; each language; the newest month; the commonest country; the commonest word in either order."""
    base = state.parts[0].segment
    questions = [Selection(), Selection(status=tuple(sorted(EventStatus.values)), sees_rejected=True)]
    questions += [Selection(language=(language,)) for language in Language.values]
    newest = Index(state).answer(Selection(limit=1)).next
    if newest and newest.date:
        questions.append(Selection(first_day=newest.date.replace(day=1)))
    countries = Index(state).answer(Selection()).facets["country"]
    if countries:
        questions.append(Selection(country=(countries[0].value,)))
    words = base.lexicons["words"]
    if len(words):
        nth = int(words.postings.counts.argmax())
        commonest = Selection(words=list(words)[nth])
        questions += [commonest, replace(commonest, sort=RELEVANCE)]
    return questions


def _differences(state: State, selection: Selection) -> list[str]:
    of_index, of_sql = Index(state).answer(selection), sql.answer(selection)
    return [
        f"{part.name} of “{replace(selection, limit=50).query()}”"
        for part in fields(Answer)
        if getattr(of_index, part.name) != getattr(of_sql, part.name)
    ]


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other process of this data folder makes a snapshot."""
    path = snapshot_path().with_suffix(".lock")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
