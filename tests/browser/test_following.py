"""Following the news without a mouse, and what a mouse can do besides: keys, the brush, from event to event."""

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.builders import make_country, make_event

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime.date(2026, 3, 18)


@pytest.fixture
def news(live_server) -> None:
    make_country("FR", name="France"), make_country("DE", name="Germany")
    for days in range(40):
        day = DAY - datetime.timedelta(days=days)
        make_event(
            title=f"Talks {days}", date=day, countries=["FR", "DE"], actor=["FR"], recipient=["DE"], type="AGREE"
        )


def drag(page: Page, first: str, last: str) -> None:
    """From the middle of one bar to the middle of another."""
    boxes = [page.locator(f"a[href*='from={day}'] .catch").first.bounding_box() for day in (first, last)]
    (x, y), (to_x, to_y) = ((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, y, steps=4)
    page.mouse.move(to_x, to_y, steps=4)
    page.mouse.up()


def test_dragging_across_the_bars_chooses_their_days(page: Page, news):
    page.goto("/events/")
    drag(page, "2026-03-10", "2026-03-13")
    expect(page.locator("h1")).to_have_text("4 events")
    expect(page).to_have_url("/events/?from=2026-03-10&to=2026-03-13")
    expect(page.get_by_label("From")).to_have_value("2026-03-10")
    drag(page, "2026-03-16", "2026-03-15")  # from right to left
    expect(page).to_have_url("/events/?from=2026-03-15&to=2026-03-16")
    expect(page.locator("svg[data-brush] .brush-window")).to_have_count(1)


def test_a_country_is_zoomed_into_by_dragging_too(page: Page, news):
    page.goto("/countries/FR/?type=AGREE")
    drag(page, "2026-03-02", "2026-03-05")
    expect(page).to_have_url("/countries/FR/?from=2026-03-02&to=2026-03-05&type=AGREE")
    expect(page.locator(".event-title")).to_have_count(4)


def test_the_whole_way_by_single_keys(page: Page, news):
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Wednesday, 18 March 2026")
    page.keyboard.press("[")
    expect(page.locator("h1")).to_have_text("Tuesday, 17 March 2026")
    page.keyboard.press("]")
    expect(page.locator("h1")).to_have_text("Wednesday, 18 March 2026")
    page.keyboard.press("g")
    page.keyboard.press("e")
    expect(page.locator("h1")).to_have_text("40 events")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Talks 0", exact=True)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="Talks 1", exact=True)).to_be_focused()
    page.keyboard.press("o")
    expect(page.locator("h1")).to_have_text("Talks 1")
    expect(page.get_by_text("2 of 40")).to_be_visible()
    page.keyboard.press("]")
    expect(page.locator("h1")).to_have_text("Talks 2")
    page.get_by_label("Breadcrumb").get_by_role("link", name="Events").click()
    expect(page.locator("h1")).to_have_text("40 events")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.locator("h1")).to_have_text("Countries")


def test_keys_are_told_by_a_key_and_can_be_turned_off(page: Page, news):
    page.goto("/events/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("/")
        expect(page.locator("main .event-title a:focus")).to_have_count(0)
        expect(page.get_by_role("searchbox", name="Search events")).not_to_be_focused()
        page.reload()
    page.get_by_role("button", name="Light and dark").click()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single-key shortcuts").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search events")).to_be_focused()
    page.keyboard.type("jo?")
    expect(page.get_by_role("searchbox", name="Search events")).to_have_value("jo?")


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_when_the_way_on_from_an_event_appears(page: Page, news, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script("""window.moved = 0; new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) window.moved += shift.value;
    }).observe({type: "layout-shift", buffered: true})""")
    page.goto("/events/")
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page.get_by_text("1 of 40")).to_be_visible()
    assert page.evaluate("moved") < 0.02
    assert violations(page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_list_is_read_on_without_a_script_also_by_whom_its_address_was_sent(page: Page, news):
    page.goto("/countries/FR/?from=2026-03-15&to=2026-03-17")
    page.get_by_role("link", name="Talks 1", exact=True).click()
    page.goto(page.url)  # as in another browser
    page.get_by_role("link", name="Next").click()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("h1")).to_have_text("Talks 3")
    expect(page.get_by_text("3 of 3")).to_be_visible()
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    page.get_by_label("Breadcrumb").get_by_role("link", name="France").click()
    expect(page).to_have_url(re.compile(r"/countries/FR/\?from=2026-03-15&to=2026-03-17#event-\d+$"))


def test_a_country_of_the_map_is_reached_by_keyboard(page: Page, news):
    page.goto("/countries/")
    page.get_by_role("link", name="Skip the map").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.startsWith('France')"):
            break
    expect(page.locator("[data-map-says]")).to_have_text("France: 40 events")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("France")


def test_the_words_to_cite_are_shown_and_copied(page: Page, news):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/events/")
    page.get_by_role("link", name="Talks 3", exact=True).click()
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").inner_text().strip()


def test_only_what_a_day_needs_is_printed(page: Page, news):
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("/day/2026-03-18/")).to_be_visible()
    for gone in (".day-turn", ".fortnight", ".nav", ".footer", ".search", ".how"):
        expect(page.locator(gone).first).to_be_hidden()


def test_pointing_at_one_country_lights_its_words_alone(page: Page, live_server):
    text = "France and Germany met in Oslo."
    evidence = {
        "countries": [
            {"start": 0, "end": 6, "text": "France", "value": "FR"},
            {"start": 11, "end": 18, "text": "Germany", "value": "DE"},
        ],
        "actor": [{"start": 0, "end": 6, "text": "France", "value": "FR"}],
    }
    make_country("FR", name="France"), make_country("DE", name="Germany")
    event = make_event(text=text, title="A meeting", countries=["FR", "DE"], actor=["FR"], evidence=evidence)
    page.goto(event.get_absolute_url())
    marks = "[...document.querySelectorAll('.evidence')]"
    lit = f"{marks}.map((mark) => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)')"
    countries = page.locator("#fact-countries")
    countries.get_by_role("link", name="Germany", exact=True).hover()
    assert page.evaluate(lit) == [False, True]
    countries.get_by_role("link", name="France", exact=True).focus()
    page.mouse.move(5, 5)
    countries.get_by_role("link", name="France", exact=True).hover()
    assert page.evaluate(lit) == [True, False]
    countries.locator("dt").hover()
    assert page.evaluate(lit) == [True, True]
