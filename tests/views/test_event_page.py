"""One event, with the words that gave each fact."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from events import extraction, rules
from events.models import Event
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


def test_a_caption_glued_to_a_sentence_is_left_out_and_the_sentence_stays(client):
    text = "Oslo signs\nA hall. Photo: NTBOslo signed with Kyiv."
    article = make_article(text=text)
    caption = text.index("A hall")
    article.passages.create(start=caption, end=text.index("Oslo signed"), kind="set_aside", reason="caption")
    event = make_event(article=article, title="Oslo signs", start=0, end=len(text), evidence={})
    answer = client.get(event.get_absolute_url())
    assertContains(answer, '<p class="passage">Oslo signed with Kyiv.</p>', html=True)
    assertNotContains(answer, "A hall.")


@pytest.mark.parametrize(
    ("marker", "shown"),
    [("*", "Oslo"), ("12. ", "Oslo"), (" – ", "Oslo"), ("EFE: ", "EFE: Oslo"), ("", "Oslo")],
)
def test_the_marker_of_a_list_is_no_part_of_the_passage_but_words_are(client, marker, shown):
    text = f"{marker}Oslo and Kyiv sign: both were pleased."
    at = text.index("Oslo")
    evidence = {"countries": [{"start": at, "end": at + 4, "text": "Oslo", "value": "NO"}]}
    event = make_event(
        article=make_article(text=text),
        text="Oslo and Kyiv sign\nBoth were pleased.",
        end=len(text),
        countries=["NO"],
        evidence=evidence,
    )
    passage = re.search(r'<p class="passage">(.*?)</p>', client.get(event.get_absolute_url()).content.decode())[1]
    assert re.sub("<[^>]+>", "", passage) == f"{shown} and Kyiv sign: both were pleased."
    assert f'id="w-{at}" data-gives="countries">Oslo<' in passage


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


def rule_codes() -> set[str]:
    """Every code that extraction's source gives evidence of an event: rule="…", or the last argument of _words()."""
    codes = set()
    for file in Path(extraction.__file__).parent.rglob("*.py"):
        if file.name in (
            "publication.py",
            "printed_days.py",
            "told_days.py",
            "title_days.py",
        ):  # of the article's own date, which its page explains
            continue
        for call in (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)):
            given = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
            if getattr(call.func, "id", "") == "_words":
                given += call.args[1:]
            constants = (node for value in given for node in ast.walk(value) if isinstance(node, ast.Constant))
            codes |= {constant.value for constant in constants if isinstance(constant.value, str)}
    return codes


def test_every_rule_of_extraction_has_a_sentence_of_its_own():
    codes = rule_codes()
    assert {"section-heading", "chief-country", "main-event", "type"} <= codes
    sentences = {code: rules.sentence(code, "Asia") for code in codes}
    unknown = rules.sentence("")
    assert [code for code, sentence in sentences.items() if sentence == unknown] == []
    assert len(set(sentences.values())) == len(codes)


def test_a_country_leads_to_its_page_and_another_value_to_events_like_it(client, event):
    page = client.get(event.get_absolute_url())
    assertContains(page, 'class="more-like" href="/countries/NO/"', count=2)  # as a country, and as the actor
    assertContains(page, 'class="more-like" href="/events/?type=SUPPORT"')


def test_words_outside_the_passage_are_quoted_since_they_cannot_be_marked(client, event):
    Event.objects.update(evidence={"countries": [{**words(TEXT, "EUROPE"), "value": "NO"}]})
    page = client.get(event.get_absolute_url())
    assertContains(page, "From “EUROPE”, outside the passage.")
    assertNotContains(page, "data-gives")


def test_words_in_what_was_set_aside_are_no_link_to_nowhere(client, event):
    Event.objects.update(evidence={"type": [words(TEXT, "hall")]})
    page = client.get(event.get_absolute_url())
    assertNotContains(page, 'href="#w-')
    assertContains(page, "From “hall”, outside the passage.")


def test_what_is_not_known_says_why(client):
    event = make_event(date=None, type=None, topic=None)
    page = client.get(event.get_absolute_url())
    assertContains(page, "The words name no day.")
    assertContains(page, "The words tell of no act.")


def test_an_event_says_that_it_was_verified_and_editors_see_by_whom(client, event):
    minh = make_editor("minh", first_name="Minh", last_name="Pham")
    Event.objects.update(status="verified", reviewed_by=minh, reviewed_at=timezone.now())
    page = client.get(event.get_absolute_url())
    assertContains(page, "Verified</span>")
    assertNotContains(page, "Minh Pham")
    client.force_login(minh)
    assertContains(client.get(event.get_absolute_url()), "Minh Pham")


def test_an_event_that_the_latest_reading_lost_says_so(client, event):
    Event.objects.update(not_found_at=timezone.now())
    assertContains(
        client.get(event.get_absolute_url()), "The latest reading of the article no longer finds this event."
    )


def test_an_event_with_many_names_takes_no_more_queries(client, django_assert_max_num_queries):
    few = {"countries": ["NO"], "actor": ["NO", "NATO"], "recipient": ["UA"], "people": ["A"], "agencies": ["AP"]}
    many = {
        "countries": ["NO", "UA", "RU"],
        "recipient": ["UA", "RU", "EU"],
        "people": ["A", "B"],
        "agencies": ["AP", "C"],
    }
    small = make_event(**few, organizations=["NATO"])
    large = make_event(**few | many, organizations=["NATO", "EU"])
    with django_assert_max_num_queries(30) as asked:
        client.get(small.get_absolute_url())
    with django_assert_max_num_queries(len(asked.captured_queries)):
        client.get(large.get_absolute_url())


def test_a_name_written_otherwise_in_its_row_keeps_its_words(client):
    event = make_event(
        text=TEXT,
        article=make_article(text=TEXT),
        people=["Oslo-Sign"],
        evidence={"people": [{**words(TEXT, "Oslo signed"), "value": "Oslo Sign"}]},
    )
    assertContains(client.get(event.get_absolute_url()), f'href="#w-{TEXT.index("Oslo signed")}">Oslo-Sign')


def test_readers_see_the_passages_around_an_event_but_no_more_of_the_article(client):
    text = "First passage.\nSecond passage.\nThe event itself.\nFourth passage.\nFifth passage."
    article = make_article(text=text)
    for line in text.split("\n"):
        start = text.index(line)
        kind = "event" if "event" in line else "set_aside"
        reason = None if kind == "event" else "other"
        article.passages.create(start=start, end=start + len(line), kind=kind, reason=reason)
    start = text.index("The event")
    event = make_event(article=article, title="It", text="The event itself.", start=start, end=start + 17)
    page = client.get(event.get_absolute_url())
    for shown in ("Second passage.", "Fourth passage."):
        assertContains(page, shown)
    for hidden in ("First passage.", "Fifth passage."):
        assertNotContains(page, hidden)
    after = text.index("Fourth")
    make_event(article=article, title="Gone", start=after, end=after + 15, trashed_at=timezone.now())
    assertNotContains(client.get(event.get_absolute_url()), "Fourth passage.")
