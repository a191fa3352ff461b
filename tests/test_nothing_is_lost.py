"""Any sequence of corrections, undos, verifications, parses and accepted readings: nothing people said is lost.

A model beside the database keeps what people said and what the machine last said; after every step both agree, and
every event that people touched is still the same row.
"""

import contextlib

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from events import corrections, ingest, readings, teaching, uploads, values
from events.extraction.records import EventType, Region
from events.models import Article, Correction, Event, Lesson
from events.models.choices import ArticleStatus, EventStatus
from events.readings import PARTS
from events.values import current_value
from tests.builders import make_article, make_editor, make_extracted, make_extraction
from tests.rereadings import catch_calls, finish

LINES = [f"Event {number}: something happened there on that day." for number in range(4)]
TEXT = "\n".join(LINES)
FIELDS = ("type", "region", "countries", "people", "title")

kinds = st.sampled_from([None, EventType.AGREE, EventType.ASSAULT])
regions = st.sampled_from([Region.EUROPE, Region.AMERICAS])
countries = st.lists(st.sampled_from(["FR", "DE", "PE"]), unique=True, max_size=2).map(tuple)
people = st.lists(st.sampled_from(["Ana Ruiz", "Bo Lind"]), unique=True, max_size=2).map(tuple)
passages = st.fixed_dictionaries({"type": kinds, "region": regions, "countries": countries, "people": people})
extractions = st.dictionaries(st.integers(0, len(LINES) - 1), passages, max_size=len(LINES))
new_values = {
    "type": kinds.map(lambda kind: kind and str(kind)),
    "region": regions.map(str),
    "countries": countries.map(list),
    "people": people.map(list),
    "title": st.sampled_from(["One headline", "Another headline"]),
}
changes = st.sampled_from(FIELDS).flatmap(lambda field: st.tuples(st.just(field), new_values[field]))


class Desk(RuleBasedStateMachine):
    """Editors and the machine at one article."""

    corrected = Bundle("corrected")

    def __init__(self):
        super().__init__()
        self.stack = contextlib.ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.patch = self.stack.enter_context(pytest.MonkeyPatch.context())
        catch_calls(self.patch)
        self.editor = make_editor()
        self.said = {}  # event -> field -> ids of the corrections that stand, oldest first
        self.touched = set()  # events that people did something to
        self.status = {}  # event -> what people said of it last
        self.verified = {}  # event that is verified -> what the machine had said of it by then

    def teardown(self):
        transaction.set_rollback(True)
        self.stack.close()

    @initialize(read=extractions)
    def upload(self, read):
        self.article = make_article(TEXT, status=ArticleStatus.QUEUED)
        self.machine = self._extraction(read)
        ingest.store(Article.objects.claim(self.article.pk), self.machine)

    @rule(read=extractions)
    def parse_again(self, read):
        uploads.parse_again(Article.objects.get(pk=self.article.pk))
        self.machine = self._extraction(read)
        ingest.store(Article.objects.claim(self.article.pk), self.machine)

    @rule(
        read=extractions,
        parts=st.sets(st.sampled_from(PARTS), min_size=1) | st.just(set(PARTS)),
        late=st.none() | extractions,
    )
    def read_and_accept(self, read, parts, late):
        """Accepting a reading, also one that another parse has overtaken."""
        self.patch.setattr(ingest, "read", lambda article: self._extraction(read))
        run = readings.begin([self.article.pk], self.editor)
        finish(run)
        if late is not None:
            self.parse_again(late)
        readings.accept(run, parts, self.editor)
        finish(run)

    @rule(read=extractions)
    def read_and_discard(self, read):
        before = list(Event.objects.order_by("pk").values())
        self.patch.setattr(ingest, "read", lambda article: self._extraction(read))
        run = readings.begin([self.article.pk], self.editor)
        finish(run)
        readings.discard(run, self.editor)
        assert list(Event.objects.order_by("pk").values()) == before

    @rule(target=corrected, at=st.integers(0, 9), change=changes)
    def correct(self, at, change):
        event = self._event(at)
        if event is None:
            return multiple()
        field, new = change
        made = corrections.correct(event, field, new, self.editor)
        if made is None:
            return multiple()
        self._touch(event)
        self.said.setdefault(event.pk, {}).setdefault(field, []).append(made.pk)
        return made.pk

    @rule(pk=corrected)
    def undo(self, pk):
        correction = Correction.objects.get(pk=pk)
        if correction.undone_at is None:
            corrections.undo(correction, self.editor)
            self.said[correction.event_id][correction.field].remove(pk)

    @rule(pk=corrected, remembered=st.booleans())
    def apply_to_others_and_take_back(self, pk, remembered):
        """Applying a correction and undoing it together leaves no trace but rows."""
        correction = Correction.objects.get(pk=pk)
        for reading in teaching.readings_of(correction):
            before = {event.pk: self._shown(event) for event in Event.objects.all()}
            together, made = teaching.apply(reading, teaching.alike(reading), self.editor)
            applied = set(Correction.objects.filter(together=together).values_list("event", flat=True))
            assert len(applied) == made
            assert not applied & set(Event.objects.filter(status=EventStatus.VERIFIED).values_list("pk", flat=True))
            teaching.undo_together(together, self.editor)
            assert {event.pk: self._shown(event) for event in Event.objects.all()} == before
            for event in Event.objects.filter(pk__in=applied):
                self._touch(event)
            if remembered and reading.teaches and not reading.asks_for_words and (reading.words or reading.heading):
                teaching.undo(teaching.remember(reading, self.editor), self.editor)
        assert Lesson.objects.vocabulary().phrases == ()

    @rule(at=st.integers(0, 9), review=st.sampled_from([corrections.verify, corrections.reject, corrections.unverify]))
    def review(self, at, review):
        event = self._event(at)
        if event is not None and review(event, self.editor):
            self._touch(event)
            now = Event.objects.get(pk=event.pk)
            self.status[event.pk] = now.status
            self.verified.pop(event.pk, None)
            if now.status == EventStatus.VERIFIED:
                self.verified[event.pk] = now.machine

    @invariant()
    def what_people_touched_is_there(self):
        assert self.touched <= set(Event.objects.values_list("pk", flat=True))

    @invariant()
    def what_people_said_is_shown_and_else_what_the_machine_said(self):
        for event in Event.objects.all():
            assert event.status == self.status.get(event.pk, "unreviewed")
            for field in FIELDS:
                standing = self.said.get(event.pk, {}).get(field)
                expected = (
                    Correction.objects.get(pk=standing[-1]).new
                    if standing
                    else values.machine_value(event.machine, field)
                )
                assert current_value(event, field) == expected

    @invariant()
    def nothing_that_was_verified_is_read_otherwise(self):
        assert dict(Event.objects.filter(pk__in=self.verified).values_list("pk", "machine")) == self.verified

    @invariant()
    def no_correction_is_gone(self):
        made = [pk for fields in self.said.values() for pks in fields.values() for pk in pks]
        assert Correction.objects.filter(pk__in=made, undone_at__isnull=True).count() == len(made)

    def _extraction(self, read):
        return make_extraction(TEXT, *(make_extracted(TEXT, LINES[line], **read[line]) for line in sorted(read)))

    def _event(self, at):
        events = list(Event.objects.order_by("pk"))
        return events[at % len(events)] if events else None

    def _touch(self, event):
        self.touched.add(event.pk)

    def _shown(self, event):
        return {field: current_value(event, field) for field in values.FIELDS}


@pytest.mark.django_db
def test_no_sequence_of_corrections_and_readings_loses_anything():
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=15,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        ),
    )
