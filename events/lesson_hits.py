"""How many events each lesson gives a value to: kept up as articles are stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import F
from django.db.models.functions import Greatest

from events.extraction.teaching import RULE, fold, fold_heading
from events.models import Event, Lesson
from events.models.choices import LessonKind


def obeyed(events: Iterable[Event]) -> Counter:
    """How often each lesson gave a value in these events, by kind of lesson, folded words and value."""
    found: Counter = Counter()
    for event in events:
        for field, items in event.evidence.items():
            found.update(_key(field, item) for item in items if item.get("rule") == RULE)
    return found


def _key(field: str, item: dict) -> tuple[str, str, str]:
    words = item.get("text", "")
    if field == "type":
        return LessonKind.PHRASE, fold(words), ""
    if field == "region":
        return LessonKind.HEADING, fold_heading(words), ""
    return LessonKind.ALIAS, fold(words), item.get("value", "")


def count(before: Counter, after: Counter) -> None:
    """Note what a new reading of an article changes, where `before` and `after` are what was obeyed in it."""
    more = {key: after[key] - before[key] for key in before | after if after[key] != before[key]}
    if not more:
        return
    for lesson in Lesson.objects.kept().filter(folded__in={folded for _kind, folded, _value in more}).order_by("pk"):
        value = lesson.value if lesson.kind == LessonKind.ALIAS else ""
        change = more.get((lesson.kind, lesson.folded, value), 0)
        if change:
            Lesson.objects.filter(pk=lesson.pk).update(hits=Greatest(F("hits") + change, 0))
