"""One event, with the words that gave each fact."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.builders import make_article, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db

TEXT = "EUROPE\n*Oslo and Kyiv sign: Oslo signed with Kyiv.\nPhoto: a hall.\nBoth were pleased. (NTB)\nThe end."


def words(text: str, part: str) -> dict:
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


@pytest.fixture
def event():
    article = make_article(text=TEXT, title="Round-up")
    aside = TEXT.index("Photo")
    article.passages.create(start=aside, end=aside + len("Photo: a hall."), kind="set_aside", reason="caption")
    return make_event(
        article=article,
        title="Oslo and Kyiv sign",
        start=TEXT.index("*"),
        end=TEXT.index("\nThe end"),
        type="SUPPORT",
        actor=["NO"],
        countries=["NO"],
        evidence={
            "type": [words(TEXT, "signed")],
            "actor": [{**words(TEXT, "Oslo"), "value": "NO"}],
            "countries": [{**words(TEXT, "Oslo"), "value": "NO"}],
            "region": [{**words(TEXT, "EUROPE"), "rule": "section-heading"}],
        },
    )


def test_facts_lead_to_their_words(client, event):
    answer = client.get(event.get_absolute_url())
    at = TEXT.index("signed")
    assertContains(answer, f'<mark class="evidence" id="w-{at}" data-gives="type">signed</mark>')
    assertContains(answer, f'href="#w-{at}"')
    assertContains(answer, 'data-gives="actor countries">Oslo</mark>')


def test_a_value_without_words_of_its_own_says_what_it_was_assumed_from(client, event):
    assertContains(client.get(event.get_absolute_url()), "From the heading “EUROPE”.")


def test_the_passage_is_shown_without_what_was_set_aside_in_it(client, event):
    answer = client.get(event.get_absolute_url())
    assertContains(answer, "Both were pleased. (NTB)")
    assertNotContains(answer, "Photo: a hall.")
    assertNotContains(answer, "The end.")


def test_the_whole_article_is_a_link_for_signed_in_people_only(client, event):
    link = f"/articles/{event.article_id}/"
    assertNotContains(client.get(event.get_absolute_url()), link)
    client.force_login(make_user())
    assertContains(client.get(event.get_absolute_url()), link)


def test_an_event_is_escaped(client):
    text = "<script>alert(1)</script> & <b>bold</b>"
    event = make_event(article=make_article(text=text, title="<i>t</i>"), title=text, text=text, end=len(text))
    answer = client.get(event.get_absolute_url())
    assertNotContains(answer, "<script>alert")
    assertNotContains(answer, "<b>bold")
    assertNotContains(answer, "<i>t</i>")
    assertContains(answer, "&lt;script&gt;alert(1)")


def test_what_readers_may_not_see_is_not_there(client):
    rejected = make_event(status="rejected")
    trashed = make_event(article=make_article(trashed_at="2024-11-01T00:00Z"))
    for url in (rejected.get_absolute_url(), trashed.get_absolute_url(), "/events/0/", "/events/99999999999999999999/"):
        assert client.get(url).status_code == 404
    client.force_login(make_editor())
    assert client.get(rejected.get_absolute_url()).status_code == 200
    assert client.get(trashed.get_absolute_url()).status_code == 404


def test_an_event_page_is_only_read(client, event):
    assert client.post(event.get_absolute_url()).status_code == 405
