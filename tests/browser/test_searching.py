"""Searching while typing, and being told of what came since."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.builders import make_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talks(live_server) -> None:
    make_event(title="Ministers met")
    make_event(title="Minis are cars")
    make_event(title="Floods", region="americas")


def test_typing_narrows_before_the_word_is_whole_and_enter_asks_for_the_word_itself(page: Page, talks):
    page.goto("/events/")
    box = page.get_by_role("searchbox", name="Search events")
    box.press_sequentially("minis")
    expect(page.locator("h1")).to_have_text("2 events")
    expect(page).to_have_url("/events/?q=minis%2A")
    expect(box).to_be_focused()
    expect(box).to_have_value("minis")
    box.press("Enter")
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page).to_have_url("/events/?q=minis")


def test_enter_right_after_the_last_letter_is_answered_however_long_that_takes(page: Page, talks):
    def late(route: Route) -> None:
        page.wait_for_timeout(600)  # longer than the pause that typing waits for
        route.continue_()

    page.goto("/events/")
    page.route("**/events/?q=minis*", late)
    page.keyboard.press("/")
    page.keyboard.type("minis")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page).to_have_url("/events/?q=minis")


def test_typing_keeps_what_is_chosen_and_an_emptied_box_brings_all_back(page: Page, talks):
    page.goto("/events/?region=americas")
    box = page.get_by_role("searchbox", name="Search events")
    box.press_sequentially("minis")
    expect(page.locator("h1")).to_have_text("0 events")
    box.fill("")
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page).to_have_url("/events/?region=americas")


def test_newer_events_are_offered_while_the_rows_stay_and_a_click_brings_them(page: Page, talks):
    page.clock.install()
    page.goto("/events/?region=americas")
    first = page.locator(".event-row").first
    before = first.bounding_box()
    page.clock.run_for(31_000)
    expect(page.locator("#newer a")).to_have_count(0)
    make_event(title="More floods", region="americas")
    page.clock.run_for(31_000)
    offer = page.get_by_role("link", name="1 new event, show")
    expect(offer).to_be_visible()
    expect(page).to_have_title("(1) 1 event · Newsdesk")
    expect(page.locator(".event-row")).to_have_count(1)
    assert first.bounding_box() == before
    offer.click()
    expect(page.locator(".event-row")).to_have_count(2)
    expect(page.locator("#newer a")).to_have_count(0)


def test_a_front_page_left_open_says_what_has_come_and_shows_it(page: Page, talks):
    page.clock.install()
    page.goto("/")
    title, shown = page.title(), page.locator(".brief").count()
    make_event(title="More floods", region="americas")
    page.clock.run_for(31_000)
    expect(page).to_have_title(f"(1) {title}")
    expect(page.locator(".brief")).to_have_count(shown)
    page.get_by_role("link", name="1 new event, show").click()
    expect(page.locator(".brief")).to_have_count(shown + 1)
    expect(page).to_have_title(title)
    expect(page).to_have_url("/")
