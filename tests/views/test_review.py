"""The review in a browser without scripts: one event after the other, accepted, corrected, rejected, undone."""

import datetime
import html
import re

import pytest
from django.utils import timezone
from django.utils.http import urlencode
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import corrections
from events.models import Correction, Event
from events.models.doubt import WORTH
from tests.builders import make_country, make_editor, make_event, make_named

pytestmark = pytest.mark.django_db

SURE = dict.fromkeys(WORTH, 0.99)


@pytest.fixture
def events():
    """Three, the least sure first."""
    chances = (0.3, 0.5, 0.9)
    return [
        make_event(title=f"Talks {n}", type="CONSULT", confidence=SURE | {"type": p}) for n, p in enumerate(chances)
    ]


def shown(answer) -> str:
    return re.search(r'id="review-title".*?>([^<]+)</a>', answer.content.decode(), re.DOTALL)[1]


def judge(client, event: Event, verdict: str = "accept", query: str = "", **more):
    seen = Event.objects.get(pk=event.pk).changed_at.isoformat()
    return client.post(f"/review/{event.pk}/{verdict}/?{query}", {"seen": seen} | more, follow=True)


def form_of(answer) -> dict:
    """The hidden fields of the form for one field."""
    text = answer.content.decode()
    text = text[text.index('id="field-form"') :]
    return {
        name: html.unescape(re.search(rf'name="{name}" value="([^"]*)"', text)[1]) for name in ("changed_at", "opened")
    }


def test_the_least_sure_event_is_shown_with_its_doubt_and_why(client, editor, events):
    answer = client.get("/review/")
    assert shown(answer) == "Talks 0"
    assertContains(answer, "unsure, 30%")
    assertContains(answer, "0 of 3 checked today")
    assertContains(answer, "No words: assumed.")


def test_accepting_leads_to_the_next_and_counts(client, editor, events):
    answer = judge(client, events[0])
    assert shown(answer) == "Talks 1"
    assertContains(answer, "Accepted: “Talks 0”.")
    assertContains(answer, "1 of 3 checked today")
    events[0].refresh_from_db()
    assert (events[0].status, events[0].reviewed_by) == ("verified", editor)


def test_rejecting_leads_to_the_next_too(client, editor, events):
    assert shown(judge(client, events[0], "reject")) == "Talks 1"
    events[0].refresh_from_db()
    assert events[0].status == "rejected"


def test_the_last_one_accepted_leaves_a_word_of_praise_and_can_be_undone(client, editor, events):
    for event in events:
        answer = judge(client, event)
    assertContains(answer, "Every event has been reviewed.")
    answer = client.post("/review/undo/", follow=True)
    assert shown(answer) == "Talks 2"


def test_an_event_that_was_reviewed_says_by_whom(client, editor, events):
    corrections.verify(events[0], editor)
    answer = client.get(f"/review/?event={events[0].pk}")
    assertContains(answer, "Verified")
    assertContains(answer, "Linh Tran")


def test_undo_takes_back_one_doing_after_the_other(client, editor, events):
    judge(client, events[0])
    judge(client, events[1], "reject")
    answer = client.post("/review/undo/", follow=True)
    assert shown(answer) == "Talks 1"
    assertContains(answer, "Undone: Review of “Talks 1”.")
    assert shown(client.post("/review/undo/", follow=True)) == "Talks 0"
    assert set(Event.objects.values_list("status", flat=True)) == {"unreviewed"}
    assertContains(client.post("/review/undo/", follow=True), "nothing of yours to undo")


def test_what_was_undone_elsewhere_is_passed_over(client, editor, events):
    judge(client, events[0])
    judge(client, events[1])
    corrections.undo(Correction.objects.order_by("-pk").first(), editor)
    assert shown(client.post("/review/undo/", follow=True)) == "Talks 0"


def test_undo_reaches_for_nothing_of_others_nor_of_other_days(client, editor, events):
    corrections.verify(events[0], make_editor())
    corrections.verify(events[1], editor)
    Correction.objects.filter(made_by=editor).update(made_at=timezone.now() - datetime.timedelta(days=1))
    assertNotContains(client.get("/review/"), "/review/undo/")
    assertContains(client.post("/review/undo/", follow=True), "nothing of yours to undo")


def test_a_second_editor_is_told_who_changed_the_event_and_nothing_is_overwritten(client, editor, events):
    event = events[0]
    seen = event.changed_at.isoformat()
    corrections.correct(event, "title", "Other talks", make_editor("ngoc"))
    for verdict in ("accept", "reject"):
        answer = client.post(f"/review/{event.pk}/{verdict}/", {"seen": seen})
        assertContains(answer, "ngoc changed the event while you looked at it (Headline)", status_code=409)
        assert shown(answer) == "Other talks"
    event.refresh_from_db()
    assert event.status == "unreviewed"


def test_a_field_is_corrected_in_place(client, editor, events):
    event = events[0]
    page = client.get(f"/review/?event={event.pk}&edit=type")
    assertContains(page, 'name="type"')
    address = f"/review/{event.pk}/fields/type/"
    answer = client.post(address, form_of(page) | {"type": "AGREE"}, follow=True)
    assert shown(answer) == "Talks 0"
    event.refresh_from_db()
    assert event.type == "AGREE"
    client.post("/review/undo/")
    event.refresh_from_db()
    assert event.type == "CONSULT"


@pytest.mark.parametrize(
    ("field", "sent", "value"),
    [
        ("title", "Talks in Huế", "Talks in Huế"),
        ("section", " Asia  news ", "Asia news"),
        ("section", "", None),
        ("people", "Đỗ Minh\n\nDo Minh \nAnna  Berg", ["Đỗ Minh", "Anna Berg"]),
        ("organizations", "ASEAN\nNew Body", ["ASEAN", "New Body"]),
        ("agencies", "AFP", ["AFP"]),
        ("actor", "Việt Nam\nASEAN", ["VN", "ASEAN"]),
        ("recipient", "vietnam\nJP", ["VN", "JP"]),
        ("recipient", "", []),
    ],
)
def test_names_are_written_one_to_a_line(client, editor, field, sent, value):
    make_country("VN", name="Vietnam", name_vi="Việt Nam")
    make_country("JP", name="Japan")
    event = make_event(section="Europe", recipient=["JP"])
    page = client.get(f"/events/{event.pk}/fields/{field}/")
    answer = client.post(f"/events/{event.pk}/fields/{field}/", form_of(page) | {field: sent})
    assertRedirects(answer, f"/events/{event.pk}/", status_code=303)
    made = Correction.objects.get()
    assert (made.field, made.new) == (field, value)


@pytest.mark.parametrize("field", ["title", "section", "people", "actor", "recipient", "countries", "type", "date"])
def test_a_field_sent_as_it_was_changes_nothing(client, editor, field):
    event = make_event(
        title="Talks", section="Europe", people=["Anna Berg"], actor=["VN", "EU"], recipient=["JP"], type="AGREE"
    )
    page = client.get(f"/events/{event.pk}/fields/{field}/")
    text = page.content.decode()
    box = re.search(rf'<textarea[^>]* name="{field}"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    sent = {field: html.unescape(box[1])} if box else {}
    if field == "section":
        sent = {"section": "Europe"}
    elif field == "type":
        sent = {"type": "AGREE"}
    elif field == "date":
        sent = {"date": "2026-11-18", "date_precision": "day"}
    client.post(f"/events/{event.pk}/fields/{field}/", form_of(page) | sent)
    assert not Correction.objects.exists()


def test_two_editors_of_one_field_are_told_and_of_two_fields_do_not_disturb_each_other(client, editor, events):
    event = events[0]
    page = client.get(f"/review/?event={event.pk}&edit=type")
    corrections.correct(event, "title", "Other talks", make_editor("ngoc"))
    answer = client.post(f"/review/{event.pk}/fields/type/", form_of(page) | {"type": "AGREE"})
    assert answer.status_code == 303
    corrections.correct(event, "type", "ASSAULT", make_editor("minh"))
    answer = client.post(f"/review/{event.pk}/fields/type/", form_of(page) | {"type": "AID"})
    assertContains(answer, "now “Assault”, by minh.", status_code=409)
    assertContains(answer, "Yours: “Aid”.", status_code=409)
    event.refresh_from_db()
    assert event.type == "ASSAULT"
    client.post(f"/review/{event.pk}/fields/type/", form_of(answer) | {"type": "AID"})
    event.refresh_from_db()
    assert event.type == "AID"


def test_what_is_no_value_is_said_beside_the_field(client, editor, events):
    page = client.get(f"/review/?event={events[0].pk}&edit=title")
    answer = client.post(f"/review/{events[0].pk}/fields/title/", form_of(page) | {"title": " "})
    assertContains(answer, "Enter a headline.", status_code=422)


@pytest.mark.parametrize("address", ["/events/{}/fields/status/", "/review/{}/fields/status/", "/events/{}/fields/x/"])
def test_other_fields_are_not_found(client, editor, events, address):
    answer = client.post(address.format(events[0].pk), {})
    assert answer.status_code == 404


def test_filters_and_order_stay_while_going_through_the_queue(client, editor, events):
    Event.objects.filter(pk=events[0].pk).update(region="americas")
    query = urlencode({"region": "europe", "order": "article"})
    answer = client.get(f"/review/?{query}")
    assert shown(answer) == "Talks 2"
    assertContains(answer, "region=europe&amp;order=article")
    answer = judge(client, events[2], query=query)
    assert shown(answer) == "Talks 1"
    assert "region=europe&order=article" in answer.redirect_chain[-1][0]


def test_an_order_by_field_offers_the_fields(client, editor, events):
    answer = client.get("/review/?order=field&field=date")
    assertContains(answer, "order=field&amp;field=type")


def test_a_wrong_filter_is_said(client, editor, events):
    assertContains(client.get("/review/?region=mars"), "Part of this address cannot be.", status_code=400)


def test_nonsense_about_the_order_is_the_usual_order(client, editor, events):
    assert shown(client.get("/review/?order=x&field=y&edit=z&event=q")) == "Talks 0"
    assert client.get("/review/?event=999999").status_code == 404


def test_the_fragment_is_the_desk_alone(client, editor, events):
    answer = client.get("/review/", headers={"HX-Request": "true"})
    assertContains(answer, 'id="review"')
    assertNotContains(answer, "<html")


def test_names_are_suggested_by_the_beginning_of_any_word_in_both_languages(client, editor):
    from events.models import Alias, Organization, Person

    minh = make_named(Person, "Đỗ Hoàng Minh")
    Alias.objects.create(person=minh, text="Anh Ba Lúa")
    Alias.objects.create(person=minh, text="Ông Sáu", enabled=False)
    make_named(Organization, "Vietnam Coast Guard")
    make_country("VN", name="Vietnam", name_vi="Việt Nam")
    ask = lambda field, find: client.get("/vocabulary/names/", {"field": field, "find": find}).json()  # noqa: E731
    assert ask("people", "hoa") == ask("people", "ba") == ["Đỗ Hoàng Minh"]
    assert ask("people", "sau") == []
    assert ask("actor", "viet") == ["Vietnam", "Vietnam Coast Guard"]
    assert ask("organizations", "coast") == ["Vietnam Coast Guard"]
    assert ask("people", "") == ask("title", "x") == ask("people", "zz") == []


def test_the_list_of_countries_knows_other_names_of_them(client, editor):
    make_country("DE", name="Germany", name_vi="Đức")
    event = make_event()
    answer = client.get(f"/events/{event.pk}/fields/countries/")
    assertContains(answer, "duc")


def test_the_filters_of_few_values_stand_on_the_page_and_keep_the_others(client, editor, events):
    make_country("NO")
    answer = client.get("/review/?country=NO&region=europe&order=field&field=date")
    assertContains(answer, '<option value="europe" selected>Europe</option>')
    for name, value in (("country", "NO"), ("order", "field"), ("field", "date")):
        assertContains(answer, f'<input type="hidden" name="{name}" value="{value}">')
    assertNotContains(answer, '<input type="hidden" name="region"')


def test_a_correction_offers_what_it_can_teach(client, editor, events):
    Event.objects.update(
        machine={"type": "CONSULT", "title": "x"},
        evidence={"type": [{"start": 0, "end": 5, "text": "Talks"}]},
    )
    corrections.correct(Event.objects.get(pk=events[0].pk), "type", "AGREE", editor)
    assertContains(client.get(f"/review/?event={events[0].pk}"), "2 other events have the same reading:")


def test_the_page_of_events_leads_to_its_review(client, editor, events):
    assertContains(client.get("/events/?region=europe"), 'href="/review/?region=europe"')
