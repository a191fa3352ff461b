"""What people change in an event: shown at once, recorded, undone, and never lost to a re-parse."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import corrections, ingest, values
from events.models import Change, Correction, Event, Organization, Person
from events.models.choices import EventType, Region
from events.values import current_value
from tests.builders import (
    DAY,
    make_article,
    make_editor,
    make_event,
    make_extracted,
    make_extraction,
    make_named,
)


@pytest.fixture
def editor(db):
    return make_editor()


def kinds() -> list[str]:
    return list(Change.objects.order_by("pk").values_list("kind", flat=True))


NEW_DATE = {"date": "2026-11-01", "date_end": "2026-11-03", "date_precision": "day"}


@pytest.mark.parametrize(
    ("field", "new", "shown"),
    [
        ("title", "  Talks \n in Bergen ", "Talks in Bergen"),
        ("region", "americas", "americas"),
        ("type", "CONSULT", "CONSULT"),
        ("type", "", None),
        ("topic", "11000000", "11000000"),
        ("date", datetime.date(2026, 11, 1), {"date": "2026-11-01", "date_end": None, "date_precision": "day"}),
        ("date", "2026-11-01", {"date": "2026-11-01", "date_end": None, "date_precision": "day"}),
        ("date", NEW_DATE, NEW_DATE),
        (
            "date",
            {"date": "2026-11-01", "date_precision": "month"},
            {"date": "2026-11-01", "date_end": None, "date_precision": "month"},
        ),
        ("date", None, None),
        ("countries", ["ru", "NO", "RU"], ["RU", "NO"]),
        ("countries", [], []),
        ("organizations", ["  European   Union "], ["European Union"]),
        ("people", ["Sergey Lavrov", "Espen Barth Eide"], ["Sergey Lavrov", "Espen Barth Eide"]),
        ("agencies", ["TASS"], ["TASS"]),
        ("actor", ["RU", "Hamas"], ["RU", "Hamas"]),
        ("recipient", ["NO"], ["NO"]),
    ],
)
def test_a_correction_is_shown_recorded_and_undone(editor, field, new, shown):
    event = make_event(type=EventType.AID, countries=["SE"], people=["A"], actor=["SE"], recipient=["DK"])
    before = current_value(event, field)
    correction = corrections.correct(event, field, new, editor)
    event = Event.objects.get(pk=event.pk)
    assert current_value(event, field) == shown
    assert (correction.field, correction.old, correction.new, correction.made_by) == (field, before, shown, editor)
    assert kinds() == ["changed"]

    corrections.undo(correction, editor)
    event = Event.objects.get(pk=event.pk)
    assert current_value(event, field) == before
    correction.refresh_from_db()
    assert correction.undone_by == editor
    assert kinds() == ["changed", "changed"]


def test_a_corrected_type_brings_its_quad_class(editor):
    event = make_event(type=EventType.AID)
    corrections.correct(event, "type", "ASSAULT", editor)
    assert Event.objects.get().quad == "material-conflict"


def test_saying_what_is_shown_already_records_nothing(editor):
    event = make_event(countries=["NO"], type=None)
    assert corrections.correct(event, "countries", ["no"], editor) is None
    assert corrections.correct(event, "type", None, editor) is None
    assert corrections.correct(event, "date", DAY, editor) is None
    assert not Correction.objects.exists()
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("field", "new", "sentence"),
    [
        ("title", "  ", "Enter a headline"),
        ("title", "x" * 501, "Shorten the headline to 500"),
        ("region", "", "one of the list"),
        ("region", "moon", "one of the list"),
        ("type", "HUG", "one of the list"),
        ("topic", "politics", "one of the list"),
        ("date", "yesterday", "year-month-day"),
        ("date", "2026-02-30", "year-month-day"),
        ("date", {"date": "", "date_end": "2026-11-01"}, "first day"),
        ("date", {"date": "2026-11-02", "date_end": "2026-11-01"}, "before the first"),
        ("date", {"date": "2026-11-02", "date_precision": "hour"}, "how exact"),
        ("countries", ["ZZ"], "“ZZ” is no country"),
        ("countries", "NO", "list of names"),
        ("people", ["x" * 201], "Shorten the name"),
        ("people", [f"P {n}" for n in range(501)], "at most 500"),
        ("people", [3], "list of names"),
        ("status", "verified", "cannot be corrected"),
        ("search", "x", "cannot be corrected"),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_changes_nothing(editor, field, new, sentence):
    event = make_event()
    with pytest.raises(ValidationError) as refused:
        corrections.correct(event, field, new, editor)
    assert sentence in refused.value.messages[0]
    assert not Correction.objects.exists()
    assert not Change.objects.exists()


def test_a_known_name_is_written_as_its_row_has_it(editor):
    make_named(Person, "Sergey Lavrov")
    event = make_event()
    assert corrections.correct(event, "people", ["sergey LAVROV"], editor).new == ["Sergey Lavrov"]
    assert Person.objects.count() == 1


def test_an_actor_may_be_given_by_its_slug(editor):
    make_named(Organization, "European Union")
    event = make_event()
    assert corrections.correct(event, "actor", ["european-union"], editor).new == ["European Union"]
    assert Organization.objects.count() == 1


def test_the_newest_correction_still_standing_is_shown(editor):
    event = make_event(type=None)
    first = corrections.correct(event, "type", "AID", editor)
    second = corrections.correct(event, "type", "ACCUSE", editor)
    third = corrections.correct(event, "type", "REJECT", editor)
    for undone, shown in ((second, "REJECT"), (third, "AID"), (first, None)):
        corrections.undo(undone, editor)
        assert Event.objects.get().type == shown


def test_undoing_twice_is_refused_with_a_sentence(editor):
    correction = corrections.correct(make_event(), "title", "New", editor)
    corrections.undo(correction, editor)
    with pytest.raises(ValidationError, match="undone before"):
        corrections.undo(correction, editor)


def test_an_event_that_is_gone_is_said_so(editor):
    event = make_event()
    Event.objects.all().delete()
    with pytest.raises(ValidationError, match="read again meanwhile"):
        corrections.correct(event, "title", "New", editor)


def test_reviewing_is_recorded_and_taken_back(editor):
    event = make_event()
    corrections.verify(event, editor)
    event.refresh_from_db()
    assert (event.status, event.reviewed_by) == ("verified", editor)
    assert event.reviewed_at <= timezone.now()
    assert corrections.verify(event, editor) is None
    corrections.reject(event, editor)
    assert not Event.objects.visible().exists()
    corrections.unverify(event, editor)
    assert Event.objects.visible().get().status == "unreviewed"
    assert kinds() == ["changed", "rejected", "restored"]
    assert list(Correction.objects.order_by("pk").values_list("field", "old", "new")) == [
        ("status", "unreviewed", "verified"),
        ("status", "verified", "rejected"),
        ("status", "rejected", "unreviewed"),
    ]


def test_a_review_is_undone_like_any_correction(editor):
    event = make_event()
    corrections.verify(event, editor)
    corrections.undo(corrections.reject(event, editor), editor)
    assert Event.objects.get().status == "verified"


def test_withdrawing_and_restoring_an_event(editor):
    event = make_event()
    corrections.withdraw_event(event, editor)
    assert corrections.withdraw_event(event, editor) is None
    assert not Event.objects.visible().exists()
    corrections.restore_event(event, editor)
    assert corrections.restore_event(event, editor) is None
    assert Event.objects.visible().exists()
    assert kinds() == ["trashed", "restored"]


# --- Any order of corrections, undos and parses

TEXT = "Talks in Oslo: Norway and Russia met.\nStorm over Cebu: 4,000 people moved."
PASSAGES = TEXT.splitlines()
names = st.lists(st.sampled_from(["A", "B", "C"]), max_size=3, unique=True)
choices = {
    "title": st.sampled_from(["One", "Two"]),
    "region": st.sampled_from([str(region) for region in Region]),
    "type": st.sampled_from([None, "AID", "ACCUSE"]),
    "topic": st.sampled_from([None, "11000000"]),
    "date": st.sampled_from([None, "2026-11-01", NEW_DATE]),
    "countries": st.lists(st.sampled_from(["NO", "RU", "VN"]), max_size=3, unique=True),
    "organizations": names,
    "people": names,
    "agencies": names,
    "actor": st.lists(st.sampled_from(["NO", "EU"]), max_size=2, unique=True),
    "recipient": st.lists(st.sampled_from(["RU", "UN"]), max_size=2, unique=True),
}
correcting = st.sampled_from(list(choices)).flatmap(
    lambda field: st.tuples(st.just("correct"), st.integers(0, 1), st.just(field), choices[field])
)
undoing = st.tuples(st.just("undo"), st.integers(0, 20))
parsing = st.tuples(
    st.just("parse"), names, st.sampled_from([None, EventType.AID]), st.sampled_from([None, DAY]), st.integers(0, 5)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(correcting, undoing, parsing), max_size=12))
def test_no_order_of_corrections_undos_and_parses_loses_anything(editor, steps):
    article = make_article(text="", status="queued")
    said = parse_as(article, people=["A"], kind=None, day=DAY, shift=0)
    ids = list(Event.objects.filter(article=article).order_by("start").values_list("pk", flat=True))
    standing: list[Correction] = []  # in the order made
    made = 0
    for step in steps:
        if step[0] == "correct":
            _, which, field, new = step
            correction = corrections.correct(Event.objects.get(pk=ids[which]), field, new, editor)
            if correction:
                standing.append(correction)
                made += 1
        elif step[0] == "undo" and standing:
            corrections.undo(standing.pop(step[1] % len(standing)), editor)
        elif step[0] == "parse":
            said = parse_as(article, people=step[1], kind=step[2], day=step[3], shift=step[4])

        events = list(Event.objects.filter(article=article).order_by("start"))
        assert [event.pk for event in events] == ids
        assert Correction.objects.filter(event__in=ids).count() == made
        for event in events:
            expected = {field: values.machine_value(said[event.pk], field) for field in values.FIELDS}
            expected |= {c.field: c.new for c in standing if c.event_id == event.pk}
            assert {field: current_value(event, field) for field in values.FIELDS} == expected


def parse_as(article, *, people, kind, day, shift) -> dict[int, dict]:
    """Store a parse that reads the events so; what the machine now says of each."""
    type(article).objects.filter(pk=article.pk).update(status="queued")
    claimed = type(article).objects.claim(article.pk)
    events = [
        make_extracted(
            TEXT,
            passage[shift:],
            title=f"Read {shift}",
            people=tuple(people),
            type=kind,
            date=day,
            date_precision="day" if day else None,
            countries=("NO",) if shift % 2 else (),
            actor=("EU", "NO") if shift % 3 else ("NO",),
        )
        for passage in PASSAGES
    ]
    ingest.store(claimed, make_extraction(TEXT, *events))
    return dict(Event.objects.filter(article=article).values_list("pk", "machine"))
