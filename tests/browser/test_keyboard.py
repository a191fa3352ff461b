"""Reading without a mouse."""

import datetime
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.builders import make_article, make_country, make_event

pytestmark = pytest.mark.django_db(transaction=True)

MOST_STOPS = 150
DAY = datetime.date(2026, 3, 18)

STOP = """() => {
  const at = document.activeElement;
  window.first ??= at;
  window.isRound = at === document.body || (at === window.first && window.last !== undefined);
  window.last = at;
  const {left, top, right, bottom, width, height} = at.getBoundingClientRect();
  const rings = [at, at.closest("label, .search")].filter(Boolean).map((element) => getComputedStyle(element));
  return window.isRound ? null : {
    name: `${at.tagName} ${at.id || at.ariaLabel || at.textContent.trim().slice(0, 40)}`,
    isInView: width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    // the button inside a date field has the browser's own ring, which no script sees
    isMarked: (at.type === "date" && !at.matches(":focus-visible"))
      || rings.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
  };
}"""


@pytest.fixture
def events():
    make_event(title="Oslo and Kyiv sign", region="europe", type="AGREE", countries=["NO", "UA"])
    make_event(title="Lima protests", region="americas", type="PROTEST", countries=["PE"])


@pytest.fixture
def news():
    """Sixty days of France and Germany, and one event of today with the words that gave its facts."""
    for code, name in (("FR", "France"), ("DE", "Germany"), ("TV", "Tuvalu")):
        make_country(code, name=name)
    for days in range(1, 60):
        about = {"countries": ["FR", "DE"], "actor": ["FR"], "recipient": ["DE"], "type": "AGREE"}
        make_event(title=f"Talks {days}", date=DAY - datetime.timedelta(days=days), region="europe", **about)
    text = "France accused Germany."
    evidence = {
        "type": [{"start": 7, "end": 14, "text": "accused"}],
        "actor": [{"start": 0, "end": 6, "text": "France", "value": "FR"}],
    }
    make_event(article=make_article(text=text), title="A quarrel", text=text, start=0, end=len(text), date=DAY,
               region="europe", type="ACCUSE", countries=["FR", "DE", "TV"], actor=["FR"], recipient=["DE"],
               evidence=evidence)  # fmt: skip


def enter(page: Page, wanted: Locator) -> None:
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{MOST_STOPS} presses of Tab do not lead to {wanted}")


def test_the_list_is_narrowed_and_an_event_opened_by_keyboard_alone(page: Page, events):
    page.goto("/events/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Europe"))
    page.keyboard.press("Space")
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page.get_by_label("Europe")).to_be_focused()

    tab_to(page, page.get_by_role("link", name="Oslo and Kyiv sign"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Oslo and Kyiv sign")
    page.go_back()
    expect(page.locator("h1")).to_have_text("1 event")
    tab_to(page, page.get_by_label("Active filters").get_by_role("link", name="Region Europe"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("2 events")


@pytest.mark.parametrize("width", [390, 1440])
def test_every_stop_of_the_tab_key_is_seen(page: Page, events, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/events/?region=europe")
    stops = []
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:  # round again, or out of the page
            break
        stops.append(stop)
    names = " ".join(stop["name"] for stop in stops)
    for expected in ("Skip to content", "Search events", "Region Europe", "Oslo and Kyiv sign"):
        assert expected in names
    assert [stop["name"] for stop in stops if not stop["isInView"]] == []
    assert [stop["name"] for stop in stops if not stop["isMarked"]] == []


def test_days_are_turned_and_an_event_is_read_by_keyboard_alone(page: Page, news):
    page.goto("/")
    enter(page, page.get_by_role("link", name="Tue 17 Mar"))
    expect(page.locator("h1")).to_have_text("Tuesday, 17 March 2026")
    enter(page, page.get_by_role("group", name="Events on each of the last 14 days").get_by_role("link").first)
    expect(page.locator("h1")).to_have_text("Wednesday, 4 March 2026")
    page.goto("/")
    enter(page, page.get_by_role("link", name="A quarrel"))
    expect(page.locator("h1")).to_have_text("A quarrel")
    words = page.locator("mark.evidence", has_text="accused")
    unlit = words.evaluate("mark => getComputedStyle(mark).backgroundColor")
    tab_to(page, page.locator("#fact-type").get_by_role("link", name="Accuse", exact=True))
    assert words.evaluate("mark => getComputedStyle(mark).backgroundColor") != unlit
    enter(page, page.locator("#fact-actor").get_by_role("link", name="All about France"))
    expect(page.locator("h1")).to_have_text("France")


def test_a_name_is_found_days_are_typed_and_the_list_is_read_on_by_keyboard_alone(page: Page, news):
    for number in range(12):
        make_event(title=f"Elsewhere {number}", date=DAY, people=[f"Person {number:02}"])
    page.goto("/events/")
    enter(page, page.locator("#facet-person > summary"))
    enter(page, page.locator("#more-person > summary"))
    expect(page.locator("#find-person")).to_be_focused()
    page.keyboard.type("11")
    tab_to(page, page.get_by_label("Person 11"))
    page.keyboard.press("Space")
    expect(page.locator("h1")).to_have_text("1 event")
    page.keyboard.press("Space")
    expect(page.locator("h1")).to_have_text("72 events")
    tab_to(page, page.locator("#from"))
    page.keyboard.type("03032026")  # the same with the day or the month first
    expect(page).to_have_url(re.compile("from=2026-03-03"))
    enter(page, page.get_by_role("link", name="Talks 1", exact=True))
    enter(page, page.get_by_role("link", name="Next"))
    expect(page.locator("h1")).to_have_text("Talks 2")
    enter(page, page.get_by_label("Breadcrumb").get_by_role("link", name="From 3 March 2026"))
    expect(page.get_by_role("heading", level=1)).to_have_text("28 events")


def test_countries_pairs_and_the_map_are_read_by_keyboard_alone(page: Page, news):
    page.goto("/countries/")
    tab_to(page, page.get_by_role("link", name="Tuvalu: 1 event"))  # a dot
    expect(page.locator("[data-map-says]")).to_have_text("Tuvalu: 1 event")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Tuvalu")
    enter(page, page.get_by_role("link", name="France", exact=True).first)
    expect(page.locator("h1")).to_have_text("France")
    enter(page, page.get_by_role("group", name="Width of a bar").get_by_role("link", name="Month"))
    expect(page.get_by_role("heading", name="Events by month")).to_be_visible()
    enter(page, page.locator(".timeline .as-table > summary"))
    expect(page.get_by_role("row", name=re.compile("March 2026|Mar 2026"))).to_be_visible()
    enter(page, page.get_by_role("link", name="Overview"))
    enter(page, page.get_by_role("link", name="France and Germany: who did what to whom"))
    expect(page.locator("h1")).to_have_text("France and Germany")
    enter(page, page.locator(".matrix td a").first)
    expect(page.locator(".event-title").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/events/\?.*actor=FR&recipient=DE"))
