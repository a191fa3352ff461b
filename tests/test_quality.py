"""How good the values are: the committed figures, and the live ones against what editors checked."""

import json

import pytest
from django.db import connection

from events import corrections, quality, values
from events.models import Organization
from events.models.choices import Language
from tests.builders import make_article, make_editor, make_event, make_named
from tests.extraction.measure import SHOWN

MACHINE = {
    "title": "Talks in Oslo",
    "section": None,
    "region": "europe",
    "date": None,
    "date_end": None,
    "date_precision": None,
    "type": "CONSULT",
    "topic": None,
    **{name: [] for name in values.LISTS},
}


@pytest.fixture
def editor(db):
    return make_editor()


def make_read(*, layout="bulleted", language="vi", **machine):
    article = make_article(layout=layout, language=language)
    whole = MACHINE | machine
    return make_event(article=article, machine=whole, type=whole["type"], region=whole["region"], date=None)


def right(field, language="vi", layout="bulleted"):
    tally = quality.live().get((field, language, layout))
    return tally and (tally.right, tally.of)


def test_the_committed_figures_have_every_field_in_both_languages():
    told = json.loads(quality.FILE.read_text())
    groups = told["groups"]
    assert {"overall", *quality.LANGUAGES} <= groups.keys()
    for fields in groups.values():
        assert fields.keys() == SHOWN.keys()
        assert all(of >= 0 and (share is None or 0 <= share <= 1) for share, of in fields.values())
    for language in quality.LANGUAGES:
        assert all(share > 0 and of >= quality.ENOUGH for share, of in groups[language].values())
        assert len(quality.on_the_corpus().layouts(language)) >= 8


def test_the_committed_figures_cover_every_field_an_event_has():
    assert SHOWN.keys() - {"passages"} == set(values.FIELDS) - {"title"}


def test_a_verified_event_counts_for_every_field(editor):
    corrections.verify(make_read(), editor)
    assert {right(field) for field in values.FIELDS} == {(1, 1)}
    assert right("type", layout=quality.ALL) == (1, 1)
    assert right("type", language="en") is None


def test_a_corrected_field_counts_alone_and_as_wrong(editor):
    corrections.correct(make_read(), "type", "AGREE", editor)
    assert right("type") == (0, 1)
    assert right("region") is None


def test_a_verified_event_with_a_correction_is_wrong_in_that_field_only(editor):
    event = make_read()
    corrections.correct(event, "type", "AGREE", editor)
    corrections.verify(event, editor)
    corrections.verify(make_read(), editor)
    assert (right("type"), right("region")) == ((1, 2), (2, 2))


def test_the_newest_correction_that_stands_is_what_counts(editor):
    event = make_read()
    wrong = corrections.correct(event, "type", "AGREE", editor)
    corrections.correct(event, "type", "CONSULT", editor)
    assert right("type") == (1, 1)
    undone = corrections.correct(make_read(), "type", "AID", editor)
    corrections.undo(undone, editor)
    assert right("type") == (1, 1)
    assert wrong.undone_at is None


def test_names_in_another_order_are_right(editor):
    event = make_read(countries=["FR", "DE"])
    corrections.correct(event, "countries", ["DE", "FR"], editor)
    assert right("countries") == (1, 1)


def test_unreviewed_rejected_and_withdrawn_events_do_not_count(editor):
    make_read()
    rejected, withdrawn = make_read(), make_read()
    corrections.correct(rejected, "type", "AGREE", editor)
    corrections.reject(rejected, editor)
    corrections.verify(withdrawn, editor)
    corrections.withdraw_event(withdrawn, editor)
    assert quality.live() == {}


def test_the_events_behind_a_figure_are_those_it_counts(editor):
    verified, corrected, elsewhere = make_read(), make_read(), make_read(layout="story")
    corrections.verify(verified, editor)
    corrections.correct(corrected, "type", "AGREE", editor)
    corrections.correct(elsewhere, "region", "global", editor)
    behind = list(quality.events_behind("type", Language.VIETNAMESE, "bulleted"))
    assert behind == [corrected, verified]
    assert list(quality.events_behind("region", "vi", quality.ALL)) == [elsewhere, verified]


@pytest.mark.parametrize("field", ["organizations", "people", "agencies", "actor", "recipient"])
def test_a_name_that_was_changed_in_the_vocabulary_is_no_error(editor, field):
    event = make_read(**{field: ["Harbour League"]})
    row = make_named(values.NAMED.get(field, Organization), "Harbour League")
    values.write_links({event.pk: {field: ["Harbour League"]}}, values.Names.of([{field: ["Harbour League"]}]))
    corrections.correct(event, field, ["Harbour League", "Dock Union"], editor)
    row.name = "League of Harbours"
    row.save()
    corrections.correct(event, field, ["League of Harbours"], editor)
    assert right(field) == (1, 1)


def test_another_name_is_an_error_though_a_row_was_renamed(editor):
    event = make_read(people=["Ann Lee"])
    row = make_named(values.NAMED["people"], "Ann Lee")
    row.name = "Anne Lee"
    row.save()
    corrections.correct(event, "people", ["Bo Lee"], editor)
    assert right("people") == (0, 1)


def test_verified_events_are_counted_without_a_look_at_any_event(editor):
    corrections.verify(make_read(), editor)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
    counted = quality._verified().values_list("language", "article_id").order_by()
    assert "Index Only Scan using event_verified" in counted.explain()
