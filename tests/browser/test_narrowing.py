"""Narrowing by the chart of days and by names, the way back, the sheet of filters, the list beside an article."""

import datetime
import itertools

import pytest
from playwright.sync_api import Page, expect

from tests.browser.worlds import speak
from tests.builders import PASSWORD, make_article, make_event, make_user

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = datetime.date(2024, 11, 1)


@pytest.fixture
def sixty_days(live_server) -> None:
    """An event a day, each with a person of its own; Võ Thị Đào, named once, is none of the fifty most frequent."""
    for number in range(60):
        day = FIRST + datetime.timedelta(days=number)
        region = "europe" if number % 2 else "americas"
        people = [f"Person {number:02}", f"Twice {number // 2:02}"]
        make_event(title=f"Talks {number}", date=day, region=region, people=people)
    make_event(title="A visit", date=FIRST, region="europe", people=["Võ Thị Đào"])


def test_a_bar_narrows_to_its_day_and_gives_it_back(page: Page, sixty_days):
    page.goto("/events/?region=europe")
    expect(page.locator("h1")).to_have_text("31 events")
    page.locator("#bar-2024-11-04").click()
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page).to_have_url("/events/?region=europe&from=2024-11-04&to=2024-11-04")
    expect(page.get_by_label("From")).to_have_value("2024-11-04")
    expect(page.locator(".brush-window")).to_have_count(1)
    expect(page.locator("#histogram")).to_be_focused()
    page.locator("#bar-2024-11-06").click()
    expect(page).to_have_url("/events/?region=europe&from=2024-11-06&to=2024-11-06")
    page.locator("#bar-2024-11-06").click()
    expect(page.locator("h1")).to_have_text("31 events")
    expect(page).to_have_url("/events/?region=europe")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("days", [12, 28, 60])
def test_no_date_under_the_chart_covers_another(page: Page, base_url, sixty_days, language, days):
    speak(page.context, base_url, language)
    page.goto(f"/events/?from={FIRST}&to={FIRST + datetime.timedelta(days=days - 1)}")
    for width in (390, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        dates = page.locator("#histogram text:not(.over):visible")
        boxes = sorted((date.bounding_box() for date in dates.all()), key=lambda box: box["x"])
        assert len(boxes) >= 2
        assert all(one["x"] + one["width"] <= two["x"] for one, two in itertools.pairwise(boxes)), f"{width} px"


def test_the_keyboard_reaches_the_same_days_by_the_table(page: Page, sixty_days):
    page.goto("/events/")
    page.get_by_text("As a table").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="30 December 2024").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page.locator("#as-table")).to_have_attribute("open", "")


def test_a_name_is_found_among_those_listed_and_beyond(page: Page, sixty_days):
    page.goto("/events/")
    page.locator("#facet-person > summary").click()
    people = page.locator("#facet-person li:visible")
    expect(people).to_have_count(8)
    page.locator("#more-person > summary").click()
    expect(people).to_have_count(50)
    expect(page.locator("#find-person")).to_be_focused()
    page.keyboard.type("twice 1")
    expect(people).to_have_count(10)
    page.keyboard.press("Control+a")
    page.keyboard.type("vo thi")
    expect(people).to_have_text([r"Võ Thị Đào1"])
    page.keyboard.press("Control+a")
    page.keyboard.type("nobody")
    expect(page.get_by_text("Nothing goes by this name.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("61 events")
    page.keyboard.press("Control+a")
    page.keyboard.type("ĐAO")
    page.get_by_label("Võ Thị Đào").check()
    expect(page.locator("h1")).to_have_text("1 event")
    expect(page).to_have_url("/events/?person=vo-thi-dao")
    expect(page.get_by_label("Võ Thị Đào")).to_be_focused()
    page.get_by_label("Võ Thị Đào").uncheck()
    expect(page.locator("h1")).to_have_text("61 events")


def test_all_listed_names_show_without_javascript(browser, browser_context_args, sixty_days, live_server):
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    page = context.new_page()
    page.goto(f"{live_server.url}/events/")
    page.locator("#facet-person > summary").click()
    page.locator("#more-person > summary").click()
    expect(page.locator("#facet-person li:visible")).to_have_count(50)
    expect(page.locator("#find-person")).to_be_hidden()
    page.goto(f"{live_server.url}/events/")
    page.locator("#bar-2024-11-04").click()
    expect(page.locator("h1")).to_have_text("1 event")
    context.close()


def test_the_way_back_leads_to_the_same_place_of_the_same_list(page: Page, sixty_days):
    page.goto("/events/")
    far = page.locator(".event-title a").nth(40)
    far.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 1000
    far.click()
    expect(page.locator("h1")).to_have_text("Talks 19")
    page.go_back()
    expect(page.locator("h1")).to_have_text("61 events")
    page.wait_for_function("place => Math.abs(scrollY - place) < 3", arg=place)

    page.evaluate("scrollTo(0, 600)")
    page.locator("#facet-status > summary").evaluate("summary => summary.click()")
    page.get_by_label("Europe").evaluate("box => box.click()")
    expect(page.locator("h1")).to_have_text("31 events")
    page.evaluate("scrollTo(0, 0)")
    page.go_back()
    expect(page.locator("h1")).to_have_text("61 events")
    expect(page.get_by_label("Europe")).not_to_be_checked()
    page.wait_for_function("Math.abs(scrollY - 600) < 3")
    expect(page.locator("#facet-status")).to_have_attribute("open", "")


def test_behind_the_sheet_nothing_is_reached(page: Page, sixty_days):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/events/")
    opener = page.get_by_role("button", name="Filters", exact=True)
    opener.click()
    expect(page.get_by_role("button", name="Close filters")).to_be_focused()
    inert = page.locator("[inert]")
    expect(inert).to_have_count(5)  # the link to the content, the masthead, the list, the footer, the keys
    page.get_by_label("Europe").check()
    expect(page.get_by_role("button", name="Show 31 events")).to_be_visible()
    expect(inert).to_have_count(5)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Europe")).to_be_hidden()
    expect(inert).to_have_count(0)
    expect(page.get_by_role("button", name="Filters, 1 on")).to_be_focused()


def test_the_list_of_passages_follows_the_text(page: Page, live_server):
    make_user("linh")
    parts = [f"Talks {number}. " + "They went on for days. " * 40 for number in range(20)]
    article = make_article(text="\n".join(parts), title="Round-up")
    start = 0
    for number, words in enumerate(parts):
        article.passages.create(start=start, end=start + len(words), kind="event")
        make_event(article=article, title=f"Talks {number}", text=words, start=start, end=start + len(words))
        start += len(words) + 1
    page.goto(f"/accounts/login/?next=/articles/{article.pk}/")
    page.get_by_label("Name").fill("linh")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    current = page.locator("#contents [aria-current]")
    expect(current).to_have_text("Talks 0")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(current).to_have_text("Talks 19")
    page.locator("#contents").get_by_text("Talks 7").click()
    expect(current).to_have_text("Talks 7")
    page.set_viewport_size({"width": 390, "height": 800})
    page.get_by_role("button", name="Passages").click()
    page.locator("#contents").get_by_text("Talks 12").click()
    expect(page.locator("#contents")).to_be_hidden()
    expect(page.locator(".piece").nth(12)).to_be_in_viewport()
