"""The quality page: figures for everyone, honest about small numbers, each with its events."""

import pytest
from django.urls import reverse

from events import corrections
from events.facets.index import checked
from tests.builders import make_admin, make_editor
from tests.test_quality import make_read

pytestmark = pytest.mark.django_db


def test_the_corpus_is_shown_to_everyone(client):
    body = client.get(reverse("quality")).text
    assert "On labelled articles" in body
    assert "Nobody has verified or corrected an event yet." in body
    assert "Vietnamese" in body


def test_a_figure_says_how_many_were_checked(client):
    editor = make_editor()
    for number in range(12):
        event = make_read()
        if number < 3:
            corrections.correct(event, "type", "AGREE", editor)
        corrections.verify(event, editor)
    body = client.get(reverse("quality")).text
    assert "Type, Vietnamese, Bulleted: right 9 of 12 checked here" in body
    assert "75 %" in body


def test_under_ten_is_too_few_to_say(client):
    corrections.verify(make_read(language="en"), make_editor())
    body = client.get(reverse("quality")).text
    table = body[body.index('id="live-en"') : body.index('id="h-corpus"')]
    assert "too few to say" in table
    assert "%<" not in table


@pytest.mark.parametrize(("differing", "said"), [([], "all figures agreed"), (["total of “”"], "counted anew")])
def test_who_keeps_the_desk_sees_whether_the_counts_were_right(client, settings, tmp_path, differing, said):
    settings.DATA_DIR = tmp_path
    (tmp_path / "facet_index").mkdir()
    checked.note(differing)
    assert said not in client.get(reverse("quality")).text
    client.force_login(make_admin())
    assert said in client.get(reverse("quality")).text


def test_the_events_behind_a_figure_are_listed(client):
    editor = make_editor()
    corrections.verify(make_read(), editor)
    corrections.correct(make_read(), "type", "AGREE", editor)
    body = client.get(reverse("quality-events") + "?field=type&language=vi&layout=bulleted").text
    assert "Consult" in body
    assert "Agree" in body
    assert body.count('class="proposal') == 4  # two lines, each with its title


@pytest.mark.parametrize(
    "query", ["", "?field=mood&language=vi", "?field=type&language=xx", "?field=type&language=vi&layout=x"]
)
def test_figures_that_are_none_are_not_found(client, query):
    assert client.get(reverse("quality-events") + query).status_code == 404


def test_the_page_asks_no_more_questions_for_many(client, django_assert_max_num_queries):
    editor = make_editor()
    for layout in ("bulleted", "story", "starred"):
        for _ in range(4):
            corrections.verify(make_read(layout=layout), editor)
    with django_assert_max_num_queries(8):
        client.get(reverse("quality"))
    with django_assert_max_num_queries(12):
        client.get(reverse("quality-events") + "?field=type&language=vi")
