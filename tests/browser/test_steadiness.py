"""Nothing moves by itself: while a page loads, while it is scrolled, and when a filter brings other rows."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.weigh import WATCH_SHIFTS
from tests.browser.worlds import read_articles, sign_in
from tests.builders import make_editor, make_event

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 0.02  # cumulative layout shift
DAY = datetime.date(2026, 3, 18)
WIDTHS = (390, 1440)


@pytest.fixture
def news(page: Page):
    page.add_init_script(WATCH_SHIFTS)
    for number in range(70):
        region, kind = (("europe", "ACCUSE"), ("americas", "AID"), ("asia-pacific", None))[number % 3]
        make_event(title=f"Nguyễn and Wałęsa met, {number}", date=DAY - datetime.timedelta(days=number % 20),
                   region=region, type=kind, countries=["FR", "DE"], actor=["FR"], people=[f"Person {number % 12}"],
                   agencies=["AFP"])  # fmt: skip


def settled(page: Page, *places: int) -> float:
    """How far things have moved so far, once all is there that was asked for, and these places were scrolled to."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    for place in places or (0,):
        page.evaluate(f"scrollTo(0, {place})")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("moved")


def moved(page: Page) -> float:
    """Down and up again, so that what waits to be seen is there too."""
    return settled(page, 900, 2500, 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_stand_still(page: Page, news, width):
    page.set_viewport_size({"width": width, "height": 900})
    paths = ["/", "/day/2026-03-10/", "/events/", "/events/?q=met&sort=relevance", "/events/?q=nowhere", "/countries/"]
    paths += ["/countries/FR/", "/countries/FR/DE/", "/people/person-1/", "/agencies/afp/", "/quality/"]
    shifts = {}
    for path in paths:
        page.goto(path)
        shifts[path] = moved(page)
    page.goto("/events/")
    page.locator(".event-title a").first.click()
    expect(page.locator(".event-page")).to_be_visible()
    shifts["an event"] = moved(page)
    assert {path: shift for path, shift in shifts.items() if shift >= MOST} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_for_editors_stand_still(page: Page, base_url, news, tmp_path, settings, width):
    editor = make_editor("linh")
    article = read_articles("starred-05a-en", user=editor)[0]
    sign_in(page.context, base_url, editor)
    page.set_viewport_size({"width": width, "height": 900})
    event = article.events.first().get_absolute_url()
    shifts = {}
    for path in ("/articles/", "/articles/upload/", "/review/", article.get_absolute_url(), event, f"{event}correct/"):
        page.goto(path)
        shifts[path] = moved(page)
    assert {path: shift for path, shift in shifts.items() if shift >= MOST} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_filter_moves_nothing_but_the_rows(page: Page, news, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/events/")
    places = []
    for count, region in (("24 events", "europe"), ("47 events", "americas"), ("23 events", "europe")):
        if width < 900:
            page.locator("button.only-sheet").click()
        page.locator(f"#f-region-{region}").click()
        if width < 900:
            page.locator(".sheet-foot button").click()
        expect(page.locator("h1")).to_have_text(count)
        places.append(standing(page))
    assert places == [places[0]] * 3
    arrived = settled(page)  # with the rows that were asked for, where they took longer than a browser forgives
    assert moved(page) - arrived < MOST


def test_the_first_filter_moves_nothing_on_a_desk(page: Page, news):
    page.goto("/events/")
    before = standing(page)
    page.locator("#f-region-europe").check()
    expect(page.locator("h1")).to_have_text("24 events")
    assert standing(page) == before


def standing(page: Page) -> list[float]:
    return [page.locator(part).first.bounding_box()["y"] for part in ("h1", "#histogram", ".day-head")]
