"""The whole review by keyboard alone: accept, correct, reject, undo, without waiting for the next event."""

import pytest
from playwright.sync_api import Page, expect

from events import corrections, vocabulary
from events.models import Event, Person
from events.models.doubt import WORTH
from tests.builders import make_article, make_editor, make_event, make_named

from . import axe
from .worlds import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SURE = dict.fromkeys(WORTH, 0.99)
TEXT = "Oslo and Kyiv sign: Oslo signed with Kyiv on 18 November."


@pytest.fixture
def editor(context, base_url):
    vocabulary.sync()
    user = make_editor("linh", first_name="Linh", last_name="Tran")
    sign_in(context, base_url, user)
    return user


@pytest.fixture
def events():
    """Four, the least sure of their type first."""
    return [
        make_event(
            article=make_article(text=TEXT, title=f"Paper {number}"),
            title=f"Talks {number}",
            text=TEXT,
            type="CONSULT",
            countries=["NO", "UA"],
            confidence=SURE | {"type": 0.2 + number / 10},
            evidence={"type": [{"start": TEXT.index("signed"), "end": TEXT.index("signed") + 6, "text": "signed"}]},
        )
        for number in range(4)
    ]


def now_at(page: Page, title: str) -> None:
    expect(page.locator("#review-title")).to_have_text(title)


def status(event: Event) -> str:
    return Event.objects.values_list("status", flat=True).get(pk=event.pk)


def test_a_whole_review_by_keyboard_alone(page: Page, editor, events):
    make_named(Person, "Đỗ Hoàng Minh")
    page.goto("/review/")
    now_at(page, "Talks 0")
    page.keyboard.press("a")
    now_at(page, "Talks 1")
    expect(page.locator("#progress")).to_have_text("1 of 4 checked today")
    expect(page.locator("#review-said")).to_have_text("Accepted: “Talks 0”.")
    assert status(events[0]) == "verified"

    page.keyboard.press("e")  # the least sure field is the type
    expect(page.get_by_role("radio", name="Consult")).to_be_focused()
    page.get_by_role("radio", name="Agree").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#field-type")).to_contain_text("Agree")
    expect(page.locator(".field-form")).to_have_count(0)

    page.keyboard.press("9")  # people
    find = page.get_by_role("combobox", name="Find and add: People")
    expect(find).to_be_focused()
    page.keyboard.type("do hoang")
    expect(page.locator("#people-found option")).to_have_attribute("value", "Đỗ Hoàng Minh")
    find.fill("Đỗ Hoàng Minh")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#field-people")).to_contain_text("Đỗ Hoàng Minh")

    page.keyboard.press("a")
    now_at(page, "Talks 2")
    page.keyboard.press("x")
    now_at(page, "Talks 3")
    expect(page.locator("#progress")).to_have_text("3 of 4 checked today")
    assert [status(event) for event in events] == ["verified", "verified", "rejected", "unreviewed"]

    page.keyboard.press("z")
    now_at(page, "Talks 2")
    expect(page.locator("#progress")).to_have_text("2 of 4 checked today")
    page.keyboard.press("j")
    now_at(page, "Talks 3")
    page.keyboard.press("k")
    now_at(page, "Talks 2")
    page.keyboard.press("a")
    now_at(page, "Talks 3")
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Every event has been reviewed.")).to_be_visible()
    page.keyboard.press("z")
    now_at(page, "Talks 3")
    corrected = Event.objects.get(pk=events[1].pk)
    assert (corrected.type, [str(one) for one in corrected.people.all()]) == ("AGREE", ["Đỗ Hoàng Minh"])


def test_the_next_event_is_there_before_the_verdict_is_answered(page: Page, editor, events):
    page.goto("/review/")
    now_at(page, "Talks 0")
    page.wait_for_load_state("networkidle")
    page.route("**/accept/**", lambda route: None)  # the server never answers
    page.keyboard.press("a")
    now_at(page, "Talks 1")
    assert status(events[0]) == "unreviewed"


def test_keys_are_told_and_can_be_turned_off(page: Page, editor, events):
    page.goto("/review/")
    page.keyboard.press("?")
    box = page.get_by_role("checkbox", name="Single-key shortcuts")
    expect(box).to_be_visible()
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    now_at(page, "Talks 0")
    assert status(events[0]) == "unreviewed"


def test_a_field_is_left_by_escape_and_typing_in_it_does_nothing_else(page: Page, editor, events):
    page.goto("/review/")
    page.keyboard.press("1")
    box = page.get_by_role("textbox", name="Headline")
    expect(box).to_be_focused()
    page.keyboard.type("ax")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    now_at(page, "Talks 0")
    assert not Event.objects.exclude(status="unreviewed").exists()


def test_a_country_is_found_by_its_name_in_the_other_language(page: Page, editor, events):
    page.goto(f"/review/?event={events[0].pk}&edit=countries")
    page.get_by_label("Find a country").fill("duc")
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Germany")).to_be_checked()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#field-countries")).to_contain_text("Norway, Ukraine, Germany")


def test_a_second_editor_is_told_in_place(page: Page, editor, events, refused, base_url):
    page.goto("/review/")
    now_at(page, "Talks 0")
    corrections.correct(events[0], "title", "Other talks", make_editor("ngoc"))
    refused.add(f"{base_url}/review/{events[0].pk}/accept/?")
    page.keyboard.press("a")
    expect(page.get_by_role("alert")).to_contain_text("ngoc changed the event while you looked at it")
    now_at(page, "Other talks")
    assert status(events[0]) == "unreviewed"
    page.keyboard.press("a")
    now_at(page, "Talks 1")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_is_for_everyone(page: Page, editor, events, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for address in (
        "/review/",
        f"/review/?event={events[0].pk}&edit=actor",
        "/review/?order=field",
        "/review/?region=global",
    ):
        page.goto(address)
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_the_review_goes_on_by_forms_and_links(browser, base_url, editor, events):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    sign_in(context, base_url, editor)
    page = context.new_page()
    page.goto("/review/")
    page.get_by_role("link", name="Correct: Type").click()
    page.get_by_role("radio", name="Agree").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Accept").click()
    now_at(page, "Talks 1")
    page.get_by_role("link", name="Correct: People").click()
    page.get_by_role("textbox", name="People").fill("Anna Berg")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Reject").click()
    now_at(page, "Talks 2")
    page.get_by_role("button", name="Undo").click()
    now_at(page, "Talks 1")
    context.close()
    assert (status(events[0]), status(events[1])) == ("verified", "unreviewed")
