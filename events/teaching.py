"""Corrections that teach: which other events were read in the same way, and what to remember of it for the future.

A reading is what the machine said of one field, and by what: the same words, or for a region the same rule under the
same section heading. Nothing is taught unseen: each lesson is a row that people can switch off and undo.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Left, Now
from django.utils.translation import gettext as _

from events import corrections, values
from events.extraction import sentences
from events.extraction.teaching import fold, fold_heading
from events.models import Alias, Correction, Country, Event, Lesson
from events.models.choices import EventStatus, LessonKind
from events.models.event import EventQuerySet, Fold
from events.models.lesson import WORDS_LENGTH

MOST = 200  # other events shown at once
LOOKED_AT = 2000  # events that may be alike, newest first: more are not looked at
_KIND_OF_NAMES = {"countries": "country", "organizations": "organization", "people": "person", "agencies": "agency"}


@dataclass(frozen=True)
class Reading:
    """What the machine said in one field of an event and by what, and what a person made of it.

    Of a list `said` and `meant` are one value each, or None: a name that should not be there, or was not found. For
    what was not found, `words` are for the person to tell.
    """

    correction: Correction
    field: str
    said: Any
    meant: Any
    words: str = ""
    rule: str = ""
    heading: str = ""  # of a region: the section heading it stands under

    @property
    def teaches(self) -> LessonKind | None:
        """What it can teach for the future; None where it can only be applied to other events."""
        if self.field == "type":
            return LessonKind.PHRASE
        if self.field == "region" and self.heading:
            return LessonKind.HEADING
        if self.field in _KIND_OF_NAMES and self.meant is not None:
            return LessonKind.ALIAS
        return None

    @property
    def asks_for_words(self) -> bool:
        """Whether no words gave what the machine said, so that the person has to tell them."""
        return not self.words and not self.heading and (self.is_of_list or self.field == "type")

    @property
    def has_evidence(self) -> bool:
        """Whether there is anything by which others can be read in the same way; a rule alone is not."""
        return bool(self.words or self.heading)

    @property
    def is_of_list(self) -> bool:
        return self.field in values.LISTS

    def with_words(self, words: str) -> Reading:
        """The reading by other words: those a person named. Raises ValidationError where the event lacks them."""
        words = " ".join(words.split())
        if not words:
            return self
        if not fold(words) or len(words) > WORDS_LENGTH:
            raise ValidationError(_("Enter the words as they stand in the passage, at most 200 characters."))
        if f" {fold(words)} " not in f" {fold(self.correction.event.text)} ":
            raise ValidationError(_("“%(words)s” does not stand in this passage."), params={"words": words})
        return Reading(self.correction, self.field, self.said, self.meant, words, self.rule, self.heading)


def readings_of(correction: Correction) -> list[Reading]:
    """What a correction that stands says of the machine's readings; for a list one for each name."""
    event, field = correction.event, correction.field
    if correction.undone_at or field in ("title", "section") or field not in event.machine:
        return []
    said: Any = values.machine_value(event.machine, field)
    meant: Any = correction.new
    given = event.evidence.get(field, [])
    if field not in values.LISTS:
        if said == meant:
            return []
        first = given[0] if given else {}
        words, rule = first.get("text", ""), first.get("rule", "")
        if field == "region":
            heading = event.section or (words if rule == "section-heading" else "")
            return [Reading(correction, field, said, meant, "" if heading else words, rule, heading)]
        return [Reading(correction, field, said, meant, words, rule)]
    now = values.names_now(field, [*said, *meant])
    said_now, meant_now = ({now[name] for name in names} for names in (said, meant))
    gone = [name for name in said if now[name] not in meant_now]
    come = [now[name] for name in meant if now[name] not in said_now]
    words = {item.get("value"): item.get("text", "") for item in reversed(given)}
    if len(gone) == len(come) == 1:
        return [Reading(correction, field, gone[0], come[0], words.get(gone[0], ""))]
    return [
        *(Reading(correction, field, name, None, words.get(name, "")) for name in gone),
        *(Reading(correction, field, None, name) for name in come),
    ]


def alike(reading: Reading, *, most: int = MOST) -> list[int]:
    """Ids of other events with the same reading, newest first, at most `most`: unreviewed, the field uncorrected."""
    found: list[int] = []
    if not reading.has_evidence:
        return found
    for event in _perhaps_alike(reading)[:LOOKED_AT]:
        if _is_alike(reading, event):
            found.append(event.pk)
            if len(found) == most:
                break
    return found


def _perhaps_alike(reading: Reading) -> EventQuerySet:
    field, own = reading.field, reading.correction.event_id
    corrected = Correction.objects.filter(event=OuterRef("pk"), field=field, undone_at__isnull=True)
    events = Event.objects.kept().filter(~Exists(corrected), status=EventStatus.UNREVIEWED).exclude(pk=own)
    if not reading.is_of_list:
        first = reading.said["date"] if field == "date" and reading.said else reading.said
        events = events.filter(**{f"machine__{field}": first})
    elif reading.said is not None:
        events = events.filter(**{f"machine__{field}__contains": [reading.said]})
    else:
        events = events.exclude(**{f"machine__{field}__contains": [reading.meant]})
    if reading.heading:
        folded = Left(Fold(Value(reading.heading)), 200)
        events = events.annotate(under=Left(Fold("section"), 200)).filter(section__isnull=False, under=folded)
    elif reading.words:
        events = events.filter(search=SearchQuery(Fold(Value(reading.words)), config="simple", search_type="phrase"))
    return events.only("pk", "title", "text", "section", "machine", "evidence").order_by("-pk")


def _is_alike(reading: Reading, event: Event) -> bool:
    """Whether the same evidence gave the same value; where nothing was found, whether the words stand there."""
    given = event.evidence.get(reading.field, [])
    if reading.heading:
        first = given[0] if given else {}
        same_heading = fold_heading(event.section or "") == fold_heading(reading.heading)
        return same_heading and first.get("rule", "") == reading.rule
    if reading.field == "date" and values.machine_value(event.machine, "date") != reading.said:
        return False
    if reading.said is None and not given:
        return any(f" {fold(reading.words)} " in f" {fold(place)} " for place in _searched(reading, event))
    by = [item for item in given if not reading.is_of_list or item.get("value") == reading.said]
    return any(fold(item.get("text", "")) == fold(reading.words) for item in by[:1])


def _searched(reading: Reading, event: Event) -> Iterator[str]:
    """Where words count that gave nothing so far: a name anywhere, a type in the headline and the first sentence."""
    if reading.is_of_list:
        yield event.text
        return
    yield event.title
    body = event.text.removeprefix(event.title).lstrip()
    first = sentences.first(body, 0, len(body))
    if first:
        yield first.of(body)


@transaction.atomic
def apply(reading: Reading, event_ids: Iterable[int], user) -> tuple[uuid.UUID, int]:
    """Correct the chosen events as the reading's own was; what undoes them together, and how many there are.

    Those that are verified, corrected or read otherwise by now are left as they are.
    """
    together, made = uuid.uuid4(), 0
    chosen = _perhaps_alike(reading).filter(pk__in=list(event_ids)).order_by("pk")
    for event in chosen.select_for_update(of=("self",)):  # so that nobody verifies one in between
        if not _is_alike(reading, event):
            continue
        new = _replaced(reading, event) if reading.is_of_list else reading.meant
        made += corrections.correct(event, reading.field, new, user, together=together) is not None
    return together, made


def _replaced(reading: Reading, event: Event) -> list:
    """The event's list with the one value as it should be, in its place."""
    shown = values.current_value(event, reading.field)
    if reading.said is None:
        return [*shown, reading.meant]
    said = values.names_now(reading.field, [reading.said])[reading.said]
    swapped = [reading.meant if name == said else name for name in shown]
    return list(dict.fromkeys(name for name in swapped if name is not None))


@transaction.atomic
def undo_together(together: uuid.UUID, user) -> int:
    """Take back what was applied in one go and still stands; how many corrections."""
    made = Correction.objects.filter(together=together)
    # First of all the events, as every change of one does: whoever undoes some of it at the same time is waited for.
    list(Event.objects.filter(pk__in=made.values("event")).order_by("pk").select_for_update().values_list("pk"))
    standing = list(made.filter(undone_at__isnull=True).select_related("event").order_by("-pk"))
    for correction in standing:
        corrections.undo(correction, user)
    return len(standing)


# --- Remembering


@transaction.atomic
def remember(reading: Reading, user) -> Lesson:
    """Let new readings obey; a lesson the same words taught before gives way. Raises ValidationError."""
    kind = reading.teaches
    words = reading.heading if kind == LessonKind.HEADING else reading.words
    folded = fold_heading(words) if kind == LessonKind.HEADING else fold(words)
    if kind is None or not folded or len(words) > WORDS_LENGTH:
        raise ValidationError(_("There are no words to remember: name those of the passage that say so."))
    alias = _alias(reading, user) if kind == LessonKind.ALIAS else None
    same = Lesson.objects.kept().filter(kind=kind, folded=folded)
    same = same.filter(alias=alias) if alias else same
    for before in same.select_for_update():
        _undo(before, user)
    if alias:
        Alias.objects.filter(pk=alias.pk).update(enabled=True)
    return Lesson.objects.create(
        kind=kind,
        words=words,
        folded=folded,
        value=str(reading.meant or ""),
        alias=alias,
        correction=reading.correction,
        made_by=user,
    )


def _alias(reading: Reading, user) -> Alias:
    target = _KIND_OF_NAMES[reading.field]
    if target == "country":
        row = Country.objects.get(code=reading.meant)
    else:
        names = values.Names.of([{reading.field: [reading.meant]}])
        model: Any = values.NAMED[reading.field]
        row = model.objects.get(pk=names.id_of(reading.field, reading.meant))
    return Alias.objects.get_or_create(text=reading.words, **{target: row}, defaults={"added_by": user})[0]


@transaction.atomic
def switch(lesson: Lesson, *, on: bool) -> None:
    """Let new readings obey a lesson, or not for now."""
    Lesson.objects.kept().filter(pk=lesson.pk).update(enabled=on)
    if lesson.alias_id and lesson.undone_at is None:
        Alias.objects.filter(pk=lesson.alias_id).update(enabled=on)


@transaction.atomic
def undo(lesson: Lesson, user) -> None:
    """Take a lesson back: new readings go without it, what was corrected stays."""
    _undo(lesson, user)


def _undo(lesson: Lesson, user) -> None:
    undone = Lesson.objects.kept().filter(pk=lesson.pk).update(undone_at=Now(), undone_by=user)
    if undone and lesson.alias_id:
        Alias.objects.filter(pk=lesson.alias_id).update(enabled=False)
