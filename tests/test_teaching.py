"""Corrections that teach: the same readings are found, corrected, remembered, obeyed, and all of it undone."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from events import corrections, ingest, lesson_hits, teaching
from events.extraction import extract
from events.models import Alias, Article, Correction, Event, Lesson
from events.models.choices import ArticleStatus, EventStatus, LessonKind
from events.values import current_value
from tests.builders import make_article, make_country, make_editor, make_event

DRILLS = {"type": [{"start": 0, "end": 11, "text": "hold drills"}]}


@pytest.fixture
def editor(db):
    return make_editor()


def make_read(title="Japan and Peru hold drills", *, said="MOBILIZE", evidence=None, machine=None, **fields):
    """An event the machine gave a type, by the words "hold drills" unless told otherwise."""
    whole = {"type": said, "region": "asia-pacific", "countries": ["JP"]} | (machine or {})
    shown = {"type": said, "region": whole["region"]} | fields
    countries = shown.pop("countries", whole["countries"])
    return make_event(
        title=title,
        text=f"{title}\nShips left port.",
        machine=whole,
        evidence=DRILLS if evidence is None else evidence,
        countries=countries,
        **shown,
    )


def reading_of(event, field, new, editor, number=0):
    return teaching.readings_of(corrections.correct(event, field, new, editor))[number]


def test_events_are_alike_by_field_value_and_words(editor):
    event = make_read()
    same = make_read(evidence={"type": [{"start": 0, "end": 11, "text": "Hold Drills"}]})
    make_read(said="ASSAULT")
    make_read("Peru holds drills", evidence={"type": [{"start": 5, "end": 10, "text": "holds drills"}]})
    make_read("They hold drills after talks", evidence={"type": [{"start": 23, "end": 28, "text": "talks"}]})
    reading = reading_of(event, "type", "COOPERATE", editor)
    assert (reading.said, reading.meant, reading.words) == ("MOBILIZE", "COOPERATE", "hold drills")
    assert teaching.alike(reading) == [same.pk]


def test_what_people_checked_is_never_among_them(editor):
    event = make_read()
    verified, corrected, rejected, withdrawn = (make_read() for _ in range(4))
    corrections.verify(verified, editor)
    corrections.correct(corrected, "type", "AID", editor)
    corrections.reject(rejected, editor)
    corrections.withdraw_event(withdrawn, editor)
    corrected_elsewhere = make_read()
    corrections.correct(corrected_elsewhere, "region", "europe", editor)
    assert teaching.alike(reading_of(event, "type", "COOPERATE", editor)) == [corrected_elsewhere.pk]


def test_applying_corrects_those_chosen_and_is_undone_together(editor):
    event, chosen, left = make_read(), make_read(), make_read()
    reading = reading_of(event, "type", "COOPERATE", editor)
    together, made = teaching.apply(reading, [chosen.pk, event.pk], editor)
    assert made == 1
    assert list(Event.objects.order_by("pk").values_list("type", flat=True)) == ["COOPERATE", "COOPERATE", "MOBILIZE"]
    assert Correction.objects.get(event=chosen).made_by == editor

    assert teaching.undo_together(together, editor) == 1
    assert list(Event.objects.order_by("pk").values_list("type", flat=True)) == ["COOPERATE", "MOBILIZE", "MOBILIZE"]
    assert teaching.undo_together(together, editor) == 0
    assert left.corrections.count() == 0


def test_an_event_verified_meanwhile_is_left_as_it_is(editor):
    event, other = make_read(), make_read()
    reading = reading_of(event, "type", "COOPERATE", editor)
    assert teaching.alike(reading) == [other.pk]
    corrections.verify(other, editor)
    assert teaching.apply(reading, [other.pk], editor)[1] == 0
    assert Event.objects.get(pk=other.pk).type == "MOBILIZE"


def test_one_name_of_a_list_is_replaced_in_its_place(editor):
    given = {"countries": [{"start": 0, "end": 7, "text": "Georgia", "value": "GE"}]}
    fields = {"evidence": given, "machine": {"countries": ["GE", "FR"]}}
    make_country("US")
    event, other = (make_read("Georgia and France vote", **fields) for _ in range(2))
    reading = reading_of(event, "countries", ["US", "FR"], editor)
    assert (reading.said, reading.meant, reading.words, reading.teaches) == ("GE", "US", "Georgia", "alias")
    teaching.apply(reading, teaching.alike(reading), editor)
    assert current_value(Event.objects.get(pk=other.pk), "countries") == ["US", "FR"]


def test_several_changes_of_a_list_are_several_readings(editor):
    given = {"countries": [{"start": 0, "end": 7, "text": "Georgia", "value": "GE"}]}
    event = make_read("Georgia, France", evidence=given, machine={"countries": ["GE", "FR"]})
    correction = corrections.correct(event, "countries", [], editor)
    assert [(one.said, one.meant, one.teaches) for one in teaching.readings_of(correction)] == [
        ("GE", None, None),
        ("FR", None, None),
    ]


def test_a_name_that_was_not_found_is_taught_by_words_the_person_names(editor):
    make_country("SE")
    event, other = (make_read("Freedonia votes", machine={"countries": []}) for _ in range(2))
    make_read("Sylvania votes", machine={"countries": []})
    reading = reading_of(event, "countries", ["SE"], editor)
    assert reading.asks_for_words
    assert teaching.alike(reading) == []
    with pytest.raises(ValidationError, match="does not stand in this passage"):
        reading.with_words("Sylvania")
    reading = reading.with_words(" freedonia ")
    assert teaching.alike(reading) == [other.pk]
    lesson = teaching.remember(reading, editor)
    assert (lesson.alias.text, lesson.alias.value, lesson.alias.added_by) == ("freedonia", "SE", editor)


def test_no_type_is_taught_by_words_of_the_headline(editor):
    event, other = (make_read("Rain floods Ruritania", said=None, evidence={}) for _ in range(2))
    reading = reading_of(event, "type", "ASSAULT", editor)
    assert reading.asks_for_words
    assert teaching.alike(reading.with_words("floods")) == [other.pk]
    assert teaching.alike(reading.with_words("left port")) == [other.pk]


def test_a_region_is_alike_under_the_same_heading_by_the_same_rule(editor):
    by_heading = {"region": [{"start": 0, "end": 4, "text": "ASIA", "rule": "section-heading"}]}
    by_country = {"region": [{"start": 0, "end": 5, "text": "Japan", "rule": "chief-country"}]}
    event, same = (make_read(evidence=by_heading, section="ASIA") for _ in range(2))
    make_read(evidence=by_country, section="ASIA")
    make_read(evidence=by_heading, section="Asia and Oceania")
    numbered = make_read(evidence=by_heading, section="* Asia:")
    reading = reading_of(event, "region", "europe", editor)
    assert teaching.alike(reading) == [numbered.pk, same.pk]
    lesson = teaching.remember(reading, editor)
    assert (lesson.kind, lesson.words, lesson.folded, lesson.value) == (LessonKind.HEADING, "ASIA", "asia", "europe")


def test_a_date_can_be_applied_but_not_taught(editor):
    machine = {"date": "2025-11-18", "date_end": None, "date_precision": "day"}
    given = {"date": [{"start": 0, "end": 5, "text": "18/11"}]}
    fields = {"evidence": given, "machine": machine, "date": datetime.date(2025, 11, 18)}
    event, same = (make_read("18/11 they hold drills", **fields) for _ in range(2))
    make_read("18/11 they hold drills", **fields | {"machine": machine | {"date": "2026-11-18"}})
    reading = reading_of(event, "date", "2024-11-18", editor)
    assert reading.teaches is None
    assert teaching.alike(reading) == [same.pk]


def test_headlines_teach_nothing(editor):
    assert teaching.readings_of(corrections.correct(make_read(), "title", "Another", editor)) == []


def test_a_correction_undone_teaches_nothing(editor):
    correction = corrections.correct(make_read(), "type", "AID", editor)
    corrections.undo(correction, editor)
    correction.refresh_from_db()
    assert teaching.readings_of(correction) == []


# --- Lessons

TEXT = "\n\n".join(
    [
        "ASIA",
        "* Japan holds drills at sea: Japan sent four warships to sea on Tuesday, officials said. (NHK)",
        "* Chile holds drills at sea: Chile sent two warships to sea on Tuesday, officials said. (NHK)",
    ]
)


def store_reading_of(text=TEXT):
    """An article of this text, read with what was taught, and stored."""
    article = make_article(text=text, status=ArticleStatus.QUEUED)
    claimed = Article.objects.claim(article.pk)
    day = datetime.date(2026, 11, 20)
    ingest.store(claimed, extract(text.encode(), name="", uploaded_on=day, vocabulary=Lesson.objects.vocabulary()))
    return article


def test_new_uploads_obey_a_lesson_until_it_is_switched_off(editor):
    first = store_reading_of().events.order_by("start")[0]
    reading = reading_of(first, "type", "COOPERATE", editor)
    lesson = teaching.remember(reading, editor)
    assert (lesson.kind, lesson.folded, lesson.value, lesson.made_by) == ("phrase", "holds drills", "COOPERATE", editor)

    taught = store_reading_of(TEXT + " ")
    assert set(taught.events.values_list("type", flat=True)) == {"COOPERATE"}
    assert taught.events.first().evidence["type"][0]["rule"] == "taught"
    lesson.refresh_from_db()
    assert lesson.hits == 2

    teaching.switch(lesson, on=False)
    assert Lesson.objects.vocabulary().phrases == ()
    teaching.switch(lesson, on=True)
    assert len(Lesson.objects.vocabulary().phrases) == 1
    teaching.undo(lesson, editor)
    assert Lesson.objects.vocabulary().phrases == ()
    assert set(store_reading_of(TEXT + "  ").events.values_list("type", flat=True)) == {"MOBILIZE"}


def test_a_new_lesson_for_the_same_words_takes_the_place_of_the_old(editor):
    first = teaching.remember(reading_of(make_read(), "type", "COOPERATE", editor), editor)
    second = teaching.remember(reading_of(make_read(), "type", "", editor), editor)
    first.refresh_from_db()
    assert first.undone_by == editor
    assert [one.type for one in Lesson.objects.vocabulary().phrases] == [None]
    assert second.value == ""


def test_switching_a_spelling_off_switches_its_alias_off(editor):
    make_country("US")
    given = {"countries": [{"start": 0, "end": 7, "text": "Georgia", "value": "GE"}]}
    event = make_read("Georgia votes", evidence=given, machine={"countries": ["GE"]})
    lesson = teaching.remember(reading_of(event, "countries", ["US"], editor), editor)
    assert [alias.value for alias in Lesson.objects.vocabulary().aliases] == ["US"]
    teaching.switch(lesson, on=False)
    assert Lesson.objects.vocabulary().aliases == ()
    teaching.undo(lesson, editor)
    again = teaching.remember(
        reading_of(
            make_read("Georgia votes", evidence=given, machine={"countries": ["GE"]}), "countries", ["US"], editor
        ),
        editor,
    )
    assert Alias.objects.get() == again.alias
    assert Alias.objects.get().enabled


def test_reading_an_article_again_counts_no_event_twice(editor):
    first = store_reading_of().events.order_by("start")[0]
    lesson = teaching.remember(reading_of(first, "type", "COOPERATE", editor), editor)
    events = list(store_reading_of(TEXT + " ").events.all())
    lesson.refresh_from_db()
    hits = lesson.hits
    lesson_hits.count(lesson_hits.obeyed(events), lesson_hits.obeyed(events))
    lesson.refresh_from_db()
    assert lesson.hits == hits == 2
    lesson_hits.count(lesson_hits.obeyed(events), lesson_hits.obeyed([]))
    lesson.refresh_from_db()
    assert lesson.hits == 0


def test_a_rule_alone_is_no_evidence(editor):
    by_rule = {"region": [{"rule": "no-country"}]}
    event, _other = (make_read("It rains", evidence=by_rule, machine={"region": "global"}) for _ in range(2))
    assert teaching.alike(reading_of(event, "region", "europe", editor)) == []


def test_a_reading_without_words_cannot_be_remembered(editor):
    event = make_read("Rain floods Ruritania", said=None, evidence={})
    with pytest.raises(ValidationError, match="no words to remember"):
        teaching.remember(reading_of(event, "type", "ASSAULT", editor), editor)
    assert event.status == EventStatus.UNREVIEWED
