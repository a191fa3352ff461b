"""An article parsed again: events keep their ids, and what people did to them stays."""

import threading

import pytest
from django.db import connection, transaction

from events import corrections, ingest
from events.extraction.records import EventType
from events.models import Article, Correction, Event
from events.values import current_value
from tests.builders import keep_originals_in, make_editor, make_extracted, make_extraction, make_queued, quote
from tests.ingest.articles import STORM, TALKS, TEXT, changes, events_of, parse, two_events


def test_parsing_again_changes_nothing_when_nothing_changed(article, reads):
    parse(article)
    ids = [event.pk for event in events_of(article)]
    recorded = changes()
    parse(article)
    assert [event.pk for event in events_of(article)] == ids
    assert changes() == recorded == [("created", pk) for pk in ids]


def test_an_event_keeps_its_id_where_its_passage_overlaps(article, reads):
    parse(article)
    talks, storm = events_of(article)
    shorter = TALKS[: len(TALKS) // 2]
    reads(make_extraction(TEXT, make_extracted(TEXT, shorter), make_extracted(TEXT, STORM)))
    parse(article)
    assert [event.pk for event in events_of(article)] == [talks.pk, storm.pk]
    assert changes()[2:] == [("changed", talks.pk)]


def test_one_passage_that_swallows_two_events_continues_the_larger(article, reads):
    parse(article)
    _, storm = events_of(article)  # the longer one
    reads(make_extraction(TEXT, make_extracted(TEXT, f"{TALKS}\n{STORM}")))
    parse(article)
    assert [event.pk for event in events_of(article)] == [storm.pk]


def test_an_event_nobody_touched_goes_when_it_is_not_found_again(article, reads):
    parse(article)
    talks, storm = events_of(article)
    reads(make_extraction(TEXT, make_extracted(TEXT, STORM)))
    parse(article)
    assert events_of(article) == [storm]
    assert changes()[2:] == [("trashed", talks.pk)]


@pytest.mark.parametrize("touch", ["correct", "undone", "verify", "unverified", "withdraw"])
def test_an_event_a_person_touched_stays_and_is_marked(article, reads, touch):
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    if touch in ("correct", "undone"):
        correction = corrections.correct(talks, "type", "CONSULT", editor)
    if touch == "undone":
        corrections.undo(correction, editor)
    if touch in ("verify", "unverified"):
        corrections.verify(talks, editor)
    if touch == "unverified":
        corrections.unverify(talks, editor)
    if touch == "withdraw":
        corrections.withdraw_event(talks, editor)
    reads(make_extraction(TEXT, make_extracted(TEXT, STORM)))
    parse(article)
    talks.refresh_from_db()
    assert talks.not_found_at is not None
    assert changes()[-1] == ("changed", talks.pk)
    reads(two_events())
    parse(article)
    talks.refresh_from_db()
    assert talks.not_found_at is None
    assert Event.objects.count() == 2


def test_a_correction_outlives_every_parse_and_the_machines_value_follows(article, reads):
    reads(two_events(countries=("NO",), type=EventType.AID))
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    corrections.correct(talks, "countries", ["RU", "NO"], editor)
    kind = corrections.correct(talks, "type", "CONSULT", editor)
    reads(two_events(countries=("SE",), type=EventType.ACCUSE))
    parse(article)
    talks = Event.objects.get(pk=talks.pk)
    assert (talks.type, current_value(talks, "countries")) == ("CONSULT", ["RU", "NO"])
    assert (talks.machine["type"], talks.machine["countries"]) == ("ACCUSE", ["SE"])
    corrections.undo(kind, editor)
    talks.refresh_from_db()
    assert talks.type == "ACCUSE"


def test_a_verified_event_keeps_its_values_and_what_they_were_read_from(article, reads):
    said = quote(TEXT, "Norway", field="countries", value="NO")
    reads(two_events(countries=("NO",), type=EventType.AID, evidence=(said,)))
    parse(article)
    talks, storm = events_of(article)
    corrections.verify(talks, make_editor())
    before = Event.objects.values("type", "date", "machine", "evidence", "confidence", "status").get(pk=talks.pk)
    other = make_extracted(TEXT, TALKS[:-1], countries=("SE",), type=EventType.ACCUSE, date=None, date_precision=None)
    reads(make_extraction(TEXT, other, make_extracted(TEXT, STORM, type=EventType.AID)))
    parse(article)
    talks.refresh_from_db()
    assert Event.objects.values(*before).get(pk=talks.pk) == before
    assert current_value(talks, "countries") == ["NO"]
    assert talks.text == TALKS[:-1]
    assert Event.objects.get(pk=storm.pk).type == "AID"


def test_words_of_a_verified_event_that_another_decoding_moved_are_found_again(article, reads):
    reads(two_events(evidence=(quote(TEXT, "Norway", field="countries", value="NO"),)))
    parse(article)
    talks, _ = events_of(article)
    corrections.verify(talks, make_editor())
    moved = "A first line.\n" + TEXT
    given = quote(moved, "Norway", field="countries", value="NO")
    reads(make_extraction(moved, make_extracted(moved, TALKS, evidence=(given,)), make_extracted(moved, STORM)))
    parse(article)
    talks.refresh_from_db()
    (words,) = talks.evidence["countries"]
    assert moved[words["start"] : words["end"]] == words["text"] == "Norway"


def test_a_withdrawn_event_is_not_brought_back_by_a_parse(article, reads):
    parse(article)
    talks, storm = events_of(article)
    corrections.withdraw_event(talks, make_editor())
    parse(article)
    assert list(Event.objects.visible()) == [storm]


def test_another_decoding_keeps_ids_by_the_words(article, reads):
    parse(article)
    ids = [event.pk for event in events_of(article)]
    moved = "A first line that was not read before, long enough to move every passage.\n" + TEXT
    reads(make_extraction(moved, make_extracted(moved, TALKS), make_extracted(moved, STORM)))
    parse(article)
    assert [event.pk for event in events_of(article)] == ids


@pytest.mark.django_db(transaction=True)
def test_a_correction_made_while_the_article_is_stored_is_not_lost(reads, tmp_path, settings):
    keep_originals_in(tmp_path, settings)
    article = make_queued(TEXT)
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    reads(two_events(type=EventType.ACCUSE))
    with transaction.atomic():  # the editor is not done when the worker stores
        corrections.correct(talks, "type", "CONSULT", editor)
        worker = threading.Thread(target=lambda: (_parse_elsewhere(article), connection.close()))
        worker.start()
        worker.join(0.5)
        assert worker.is_alive()
    worker.join()
    talks.refresh_from_db()
    assert (talks.type, talks.machine["type"]) == ("CONSULT", "ACCUSE")
    assert Correction.objects.count() == 1


def _parse_elsewhere(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(status="queued", attempts=0)
    ingest.parse_and_store(article.pk)
