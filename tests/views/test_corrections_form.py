"""Editors correct, undo, verify and reject on the event's page; nobody else may."""

import html
import json
import re

import pytest
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import corrections, vocabulary
from events.models import Correction, Event
from tests.builders import make_country, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    for code, names in {"VN": ("Vietnam", "Việt Nam"), "JP": ("Japan", "Nhật Bản"), "LA": ("Laos", "Lào")}.items():
        make_country(code, name=names[0], name_vi=names[1])
    return make_event(title="Talks in Hanoi", type="CONSULT", topic="11000000", countries=["VN", "JP"])


def page_of(event: Event) -> str:
    return f"/events/{event.pk}/correct/"


def filled(client, event: Event, **changed) -> dict:
    """What the browser would send: every value of the form as it is shown, but for those changed."""
    text = client.get(page_of(event)).content.decode()
    return read_form(text) | changed


def read_form(text: str) -> dict:
    text = text[text.index('class="correct-form"') :]
    text = text[: text.index("</form>")]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = (re.search(rf'{key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and (not re.search("checkbox|radio", tag) or " checked" in tag):
            sent.setdefault(name[1], []).append(html.unescape(value[1]))
    for name, options in re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', text, re.DOTALL):
        sent[name] = re.findall(r'value="([^"]*)" selected', options)
    sent["title"] = [html.unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", text, re.DOTALL)[1])]
    return sent


def test_the_form_shows_what_the_event_says(client, editor, event):
    sent = filled(client, event)
    assert sent["title"] == ["Talks in Hanoi"]
    assert (sent["date"], sent["date_end"]) == (["2026-11-18"], [""])
    assert (sent["region"], sent["type"], sent["topic"]) == (["europe"], ["CONSULT"], ["11000000"])
    assert sent["countries"] == ["VN", "JP"]


@pytest.mark.parametrize(
    ("field", "sent", "shown"),
    [
        ("title", {"title": "Talks  in\nHuế"}, "Talks in Huế"),
        ("region", {"region": "asia-pacific"}, "asia-pacific"),
        ("type", {"type": "AGREE"}, "AGREE"),
        ("type", {"type": ""}, None),
        ("topic", {"topic": "17000000"}, "17000000"),
        ("topic", {"topic": ""}, None),
        ("countries", {"countries": ["LA", "VN"]}, ["VN", "LA"]),
        ("countries", {"countries": []}, []),
        ("date", {"date": "2026-11-16"}, {"date": "2026-11-16", "date_end": None, "date_precision": "day"}),
        (
            "date",
            {"date": "2026-11-16", "date_end": "2026-11-18"},
            {"date": "2026-11-16", "date_end": "2026-11-18", "date_precision": "day"},
        ),
        (
            "date",
            {"date_precision": "month"},
            {"date": "2026-11-01", "date_end": "2026-11-30", "date_precision": "month"},
        ),
        (
            "date",
            {"date_precision": "year"},
            {"date": "2026-01-01", "date_end": "2026-12-31", "date_precision": "year"},
        ),
        ("date", {"date": ""}, None),
    ],
)
def test_what_is_changed_and_nothing_else_becomes_a_correction(client, editor, event, field, sent, shown):
    answer = client.post(page_of(event), filled(client, event, **sent))
    assert (answer.status_code, answer["Location"]) == (303, f"/events/{event.pk}/")
    assert [(c.field, c.new, c.made_by) for c in Correction.objects.all()] == [(field, shown, editor)]
    assertContains(client.get(answer["Location"]), "Corrected:")


def test_a_form_sent_as_it_was_changes_nothing(client, editor, event):
    Event.objects.update(date="2026-11-01", date_end=None, date_precision="month", title="Talks \n in Hanoi")
    answer = client.post(page_of(event), filled(client, event), follow=True)
    assertContains(answer, "Nothing was changed")
    assert not Correction.objects.exists()


def test_several_fields_are_corrected_at_once(client, editor, event):
    client.post(page_of(event), filled(client, event, title="Talks in Huế", type="AGREE", countries=["LA"]))
    assert set(Correction.objects.values_list("field", flat=True)) == {"title", "type", "countries"}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"title": " "}, "Enter a headline."),
        ({"title": "x" * 501}, "Shorten the headline to 500 characters."),
        ({"date": "2026-02-30"}, "is not a day of the calendar"),
        ({"date": "", "date_end": "2026-11-18"}, "Enter the first day too."),
        ({"date": "2026-11-18", "date_end": "2026-11-16"}, "The last day lies before the first. Swap them."),
        ({"region": "moon"}, "Choose one of the list."),
        ({"type": "DANCE"}, "Choose one of the list."),
        ({"topic": "99000000"}, "Choose one of the list."),
        ({"countries": ["VN", "ZZ"]}, "Choose one of the list."),
        ({"date_precision": "week"}, "Choose one of the list."),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(client, editor, event, sent, sentence):
    typed = filled(client, event, **({"title": "A headline typed with care", "topic": "17000000"} | sent))
    answer = client.post(page_of(event), typed)
    assertContains(answer, sentence, status_code=422)
    assertContains(answer, 'class="wrong"', count=1, status_code=422)
    kept = read_form(answer.content.decode())
    if "title" not in sent:
        assert kept["title"] == ["A headline typed with care"]
    if "topic" not in sent:
        assert kept["topic"] == ["17000000"]
    for name in ("date", "date_end"):
        if name in sent:
            assert kept[name] == [sent[name]]
    assert not Correction.objects.exists()
    event.refresh_from_db()
    assert event.title == "Talks in Hanoi"


def test_an_event_changed_meanwhile_is_told_and_nothing_is_overwritten(client, editor, event):
    typed = filled(client, event, title="Talks in Huế", type="AGREE")
    corrections.correct(event, "title", "Talks in Vinh", make_editor("minh", first_name="Minh", last_name="Pham"))
    corrections.correct(event, "region", "americas", editor)
    answer = client.post(page_of(event), typed)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "now “Talks in Vinh”, by Minh Pham." in text
    assert "Yours: “Talks in Huế”." in text
    event.refresh_from_db()
    assert (event.title, event.type) == ("Talks in Vinh", "CONSULT")

    again = read_form(text)
    assert (again["title"], again["type"], again["region"]) == (["Talks in Huế"], ["AGREE"], ["americas"])
    assert client.post(page_of(event), again).status_code == 303
    event.refresh_from_db()
    assert (event.title, event.type, event.region) == ("Talks in Huế", "AGREE", "americas")
    assert Correction.objects.filter(field="region").count() == 1


@pytest.mark.parametrize("stamp", ["", "yesterday", "2026-99-99T00:00"])
@pytest.mark.parametrize("opened", ["", "[]", "{", '{"countries": 3, "title": null}', "[" * 100_000])
def test_a_form_that_does_not_say_what_it_saw_overwrites_nothing(client, editor, event, stamp, opened):
    typed = filled(client, event, title="Talks in Huế", changed_at=stamp, opened=opened)
    answer = client.post(page_of(event), typed)
    assert answer.status_code == 409
    assert read_form(answer.content.decode())["title"] == ["Talks in Huế"]
    assert not Correction.objects.exists()


def test_history_says_who_changed_what_in_the_words_of_the_page(client, editor, event):
    corrections.correct(event, "countries", ["LA", "VN"], editor)
    corrections.correct(event, "type", None, editor)
    corrections.correct(event, "date", None, editor)
    corrections.verify(event, editor)
    text = " ".join(re.sub(r"<[^>]+>", " ", client.get(event.get_absolute_url()).content.decode()).split())
    for words in (
        "Vietnam, Japan Laos, Vietnam",
        "Consult No act",
        "18 November 2026 none",
        "Not reviewed Verified Linh Tran",
    ):
        assert words in text
    client.cookies["django_language"] = "vi"
    with translation.override("vi"):
        answer = client.get(event.get_absolute_url())
    assertContains(answer, "Việt Nam, Nhật Bản")
    client.cookies.clear()


def test_each_correction_can_be_undone_and_says_so(client, editor, event):
    made = corrections.correct(event, "title", "Talks in Huế", editor)
    undo = f"/events/{event.pk}/corrections/{made.pk}/undo/"
    assertContains(client.get(event.get_absolute_url()), f'action="{undo}"')
    answer = client.post(undo)
    assert (answer.status_code, answer["Location"]) == (303, f"/events/{event.pk}/")
    page = client.get(answer["Location"])
    assertContains(page, '<h1 lang="en">Talks in Hanoi</h1>')
    assertContains(page, "undone by Linh Tran")
    assertNotContains(page, f'action="{undo}"')
    assertContains(client.post(undo, follow=True), "This correction was undone before.")
    elsewhere = make_event()
    assert client.post(f"/events/{elsewhere.pk}/corrections/{made.pk}/undo/").status_code == 404


def test_a_value_a_person_set_says_so_and_loses_the_words_of_the_other(client, editor, event):
    said = {"start": 0, "end": 5, "text": "Talks"}
    Event.objects.update(evidence={"type": [said], "countries": [{**said, "value": "VN"}]})
    assertContains(client.get(event.get_absolute_url()), 'data-gives="countries type"')
    corrections.correct(event, "type", "AGREE", editor)
    corrections.correct(event, "countries", ["VN", "LA", "JP"], editor)
    page = client.get(event.get_absolute_url())
    assertContains(page, 'data-gives="countries">Talks')
    assertContains(page, "Set by Linh Tran, ", count=2)  # of the type, and of Laos and Japan together
    client.logout()
    assertContains(client.get(event.get_absolute_url()), "Set by an editor.", count=2)


def test_an_event_is_verified_rejected_and_taken_back(client, editor, event):
    for action, status, words in (
        ("verify", "verified", "Take the verification back"),
        ("take-back", "unreviewed", "Reject: no event"),
        ("reject", "rejected", "Take the rejection back"),
        ("take-back", "unreviewed", "Verify"),
    ):
        answer = client.post(f"/events/{event.pk}/{action}/")
        assert answer.status_code == 303
        event.refresh_from_db()
        assert event.status == status
        assertContains(client.get(answer["Location"]), words)


def test_readers_see_the_facts_but_no_history_and_no_buttons(client, event):
    corrections.correct(event, "title", "Talks in Huế", make_editor("minh"))
    for sign_in in (lambda: None, lambda: client.force_login(make_user())):
        sign_in()
        page = client.get(event.get_absolute_url())
        assertContains(page, "Talks in Huế")
        for hidden in ("minh", "History", "Undo", page_of(event), "/verify/", "/reject/"):
            assertNotContains(page, hidden)


@pytest.mark.parametrize("action", ["correct", "verify", "reject", "take-back", "corrections/1/undo"])
def test_only_editors_change_an_event_and_only_by_post(client, event, action):
    url = f"/events/{event.pk}/{action}/"
    sent = {"title": "Nonsense"}
    assertRedirects(client.post(url, sent), f"/accounts/login/?next={url}")
    client.force_login(make_user())
    assert client.post(url, sent).status_code == 403
    client.force_login(make_editor())
    assert client.put(url).status_code == 405
    if action != "correct":
        assert client.get(url).status_code == 405
    assert client.post(f"/events/{event.pk + 99}/{action}/", sent).status_code == 404
    event.refresh_from_db()
    assert (event.title, event.status) == ("Talks in Hanoi", "unreviewed")
    assert not Correction.objects.exists()


def test_the_form_itself_is_for_editors(client, event):
    url = page_of(event)
    assertRedirects(client.get(url), f"/accounts/login/?next={url}")
    client.force_login(make_user())
    assert client.get(url).status_code == 403


def test_countries_are_listed_in_the_page_language_those_of_the_event_first(client, editor, event):
    vocabulary.sync()
    client.cookies["django_language"] = "vi"
    page = client.get(page_of(event)).content.decode()
    names = re.findall(r'name="countries" value="\w\w"(?: checked)?><span>([^<]+)</span>', page)
    assert names[:2] == ["Việt Nam", "Nhật Bản"]
    assert names.index("Áo") < names.index("Đức") < names.index("Pháp")
    client.cookies.clear()


def test_what_the_form_saw_is_kept_as_data_only(client, editor, event):
    Event.objects.update(title='"><script>alert(1)</script>')
    sent = filled(client, event)
    assert json.loads(sent["opened"][0])["title"] == '"><script>alert(1)</script>'
    assertNotContains(client.get(page_of(event)), "<script>alert")


@pytest.mark.parametrize("verdict", ["verify", "reject"])
def test_who_judges_an_older_state_is_told_and_nothing_is_judged(client, editor, event, verdict):
    seen = event.changed_at.isoformat()
    corrections.correct(event, "title", "Other talks", make_editor("minh"))
    answer = client.post(f"/events/{event.pk}/{verdict}/", {"seen": seen}, follow=True)
    assertContains(answer, "minh changed the event while you looked at it (Headline)")
    event.refresh_from_db()
    assert event.status == "unreviewed"
    client.post(f"/events/{event.pk}/{verdict}/", {"seen": event.changed_at.isoformat()})
    event.refresh_from_db()
    assert event.status != "unreviewed"
