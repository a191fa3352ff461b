"""Reading events in a browser: narrowing, going back, searching, on a desk and on a phone."""

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.builders import make_article, make_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def events(live_server) -> str:
    """Three events in two regions; the address of their page."""
    article = make_article(text="Oslo and Kyiv sign. They met.", title="Round-up")
    evidence = {"type": [{"start": 14, "end": 18, "text": "sign"}]}
    make_event(article=article, title="Oslo and Kyiv sign", region="europe", type="SUPPORT", countries=["NO"],
               end=29, evidence=evidence, date=datetime.date(2024, 11, 1))  # fmt: skip
    make_event(title="Lima protests", region="americas", type="PROTEST", countries=["PE"])
    make_event(title="Họp ở Hà Nội", text="Họp ở Hà Nội\nCác bên họp kín.", region="asia-pacific", language="vi")
    return f"{live_server.url}/events/"


def titles(page: Page) -> list[str]:
    return page.locator(".event-title").all_inner_texts()


def test_a_click_narrows_results_and_facets_and_the_address(page: Page, events):
    page.goto(events)
    expect(page.get_by_role("heading", level=1)).to_have_text("3 events")
    page.get_by_label("Europe").check()
    expect(page.get_by_role("status").first).to_have_text("1 event")
    expect(page).to_have_url(events + "?region=europe")
    expect(page).to_have_title(re.compile("^1 event"))
    assert titles(page) == ["Oslo and Kyiv sign"]
    expect(page.get_by_label("Europe")).to_be_focused()
    page.get_by_label("Americas").check()
    expect(page.locator("h1")).to_have_text("2 events")
    expect(page).to_have_url(events + "?region=americas&region=europe")


def test_back_and_reload_give_the_same_page(page: Page, events):
    page.goto(events)
    page.get_by_label("Europe").check()
    expect(page.locator("h1")).to_have_text("1 event")
    page.get_by_role("link", name="Oslo and Kyiv sign").click()
    expect(page.locator("h1")).to_have_text("Oslo and Kyiv sign")
    page.go_back()
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page.get_by_label("Europe")).to_be_checked()
    page.reload()
    assert titles(page) == ["Oslo and Kyiv sign"]
    page.go_back()
    expect(page.locator("h1")).to_have_text("3 events")
    expect(page.get_by_label("Europe")).not_to_be_checked()
    expect(page.locator("html")).to_have_count(1)


def test_a_chip_takes_its_choice_back(page: Page, events):
    page.goto(events)
    page.get_by_label("Europe").check()
    page.get_by_label("Active filters").get_by_role("link", name="Region Europe").click()
    expect(page.locator("h1")).to_have_text("3 events")
    expect(page.get_by_label("Europe")).not_to_be_checked()
    expect(page).to_have_url(events)


def test_a_newer_question_takes_the_older_one_back(page: Page, events):
    page.goto(events + "?region=europe")
    older = re.compile(r"/events/\?.*region=americas")
    page.route(older, lambda route: None)  # as if its answer came late
    with page.expect_request(older):
        page.get_by_label("Americas").check()
    with page.expect_event("requestfailed") as taken_back:
        page.get_by_label("Active filters").get_by_role("link", name="Region Europe").click()
    assert older.search(taken_back.value.url)
    expect(page.locator("h1")).to_have_text("3 events")


def test_words_are_searched_within_what_is_chosen(page: Page, events):
    page.goto(events + "?language=vi")
    page.keyboard.press("/")
    page.keyboard.type("hop kin")
    page.keyboard.press("Enter")
    expect(page.locator("mark.hit").first).to_have_text("Họp")
    expect(page).to_have_url(events + "?language=vi&q=hop+kin")
    page.get_by_text("Best match").click()
    expect(page).to_have_url(events + "?language=vi&q=hop+kin&sort=relevance")


def test_a_group_that_was_opened_stays_open(page: Page, events):
    page.goto(events)
    page.locator("#facet-status > summary").click()
    page.get_by_label("Europe").check()
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page.get_by_label("Not reviewed")).to_be_visible()


def test_pointing_at_a_fact_lights_its_words(page: Page, events):
    page.goto(events)
    page.get_by_role("link", name="Oslo and Kyiv sign").click()
    words = page.locator("mark.evidence", has_text="sign").first
    unlit = words.evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator("[data-fact=type]").hover()
    assert words.evaluate("e => getComputedStyle(e).backgroundColor") != unlit


def test_light_and_dark_are_switched_and_remembered(page: Page, events):
    page.goto(events)
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.get_by_role("button", name="Light and dark").click()
    page.get_by_role("button", name="Dark", exact=True).click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_the_language_is_switched(page: Page, events):
    page.goto(events + "?region=europe")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_have_text("1 sự kiện")
    expect(page).to_have_url(events + "?region=europe")


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_page_is_wider_than_its_window(page: Page, events, live_server, width):
    names = {"people": ["Người có tên rất dài " * 5], "countries": ["VN", "LA", "KH"]}
    make_event(title="Tên rất dài " * 20, text="x" * 400, **names)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(events)
    links = [live_server.url + link.get_attribute("href") for link in page.locator(".event-title a").all()]
    wide = []
    for url in [events, events + "?q=" + "x" * 300, f"{live_server.url}/accounts/login/", *links]:
        page.goto(url)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(url)
    assert wide == []


def test_the_filters_are_a_sheet_on_a_phone(page: Page, events):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(events)
    expect(page.get_by_label("Europe")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Europe").check()
    show = page.get_by_role("button", name="1 event")
    expect(show).to_be_visible()
    show.click()
    expect(page.get_by_label("Europe")).to_be_hidden()
    assert titles(page) == ["Oslo and Kyiv sign"]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_everything_works_without_javascript(page: Page, events):
    page.goto(events)
    page.get_by_label("Europe").check()
    page.get_by_role("button", name="Apply").first.click()
    expect(page.locator("h1")).to_have_text("1 event")
    page.get_by_role("link", name="Region Europe").click()
    expect(page.locator("h1")).to_have_text("3 events")
