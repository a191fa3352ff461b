"""Reading without a mouse."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.builders import make_event

pytestmark = pytest.mark.django_db(transaction=True)

MOST_STOPS = 150

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
