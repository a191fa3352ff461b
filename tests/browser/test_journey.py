"""The whole way of editors and readers, with a real worker: on a desk and on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from events import vocabulary
from events.models import Event
from tests.brokers import filesystem_broker
from tests.browser.axe import violations
from tests.browser.worlds import CORPUS
from tests.builders import PASSWORD, keep_originals_in, make_editor
from tests.processes import WORKER, celery

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROUND_UPS = (  # the real one where the labelled articles lie beside the project, else one of ours
    Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev" / "roundup-2024-11-01-en.txt",
    CORPUS / "starred-05a-en.txt",
)
ROUND_UP = next(path for path in ROUND_UPS if path.exists())
PATIENCE = 120_000  # milliseconds: a slow machine must not fail the test, only a thing that never happens


@pytest.fixture
def worker(tmp_path, settings):
    """A worker in a process of its own, which shares files and messages with the server of this test."""
    keep_originals_in(tmp_path / "originals", settings)
    vocabulary.sync()
    with filesystem_broker(tmp_path / "broker"), celery(*WORKER, data_dir=tmp_path):
        yield


def number_in(words: Locator) -> int:
    found = re.search(r"\d+", words.inner_text())
    assert found, words.inner_text()
    return int(found.group())


@pytest.mark.parametrize("width", [390, 1440])
def test_from_the_file_to_the_fact(page: Page, worker, width):
    is_phone = width == 390
    page.set_viewport_size({"width": width, "height": 844})
    make_editor("linh")

    sign_in(page)
    total = upload_and_watch(page)
    article = page.url
    expect(page.locator(".piece[data-kind=event]").first).to_be_visible()
    assert page.locator(".piece[data-kind=event] .piece-label > a[href^='/events/']").count() == total

    if is_phone:
        page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Events").click()
    expect(page.locator("h1")).to_have_text(f"{total} events")
    narrow_and_widen(page, total, is_phone=is_phone)
    search(page)
    follow_a_country(page)
    read_an_event(page, article)
    correct_it(page)
    switch_language_and_mode(page)
    assert violations(page) == []


def sign_in(page: Page) -> None:
    page.goto("/articles/upload/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Name").fill("linh")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Upload")


def upload_and_watch(page: Page) -> int:
    """Ends on the article's page; how many events were found."""
    page.get_by_label("Choose articles").set_input_files(ROUND_UP)
    page.get_by_role("main").get_by_role("button", name="Upload").click()
    row = page.get_by_role("row").filter(has_text=ROUND_UP.name)
    expect(row).to_be_visible()
    page.evaluate("window.notReloaded = true")
    expect(row).to_have_attribute("data-status", "parsed", timeout=PATIENCE)
    assert page.evaluate("window.notReloaded")
    total = number_in(row.locator("b", has_text="events"))
    assert total == Event.objects.count() > 10
    row.get_by_role("link", name=ROUND_UP.name).click()
    expect(page.get_by_text("passages explained")).to_be_visible()
    return total


def narrow_and_widen(page: Page, total: int, *, is_phone: bool) -> None:
    """The count beside a value is the number of events it leaves; taking the value back gives all again."""
    if is_phone:
        page.get_by_role("button", name="Filters", exact=True).click()
    value = page.locator("#facet-region .facet-value").first
    region, count = value.locator(".name").inner_text(), number_in(value.locator("data"))
    assert 0 < count < total
    value.click()
    expect(page.locator("h1")).to_contain_text(f"{count} event")
    expect(page).to_have_url(re.compile(r"\?region="))
    if is_phone:
        page.get_by_role("button", name=f"{count} event").click()
    expect(page.locator(".event-row")).to_have_count(count)
    page.get_by_label("Active filters").get_by_role("link", name=region).click()
    expect(page.locator("h1")).to_have_text(f"{total} events")


def search(page: Page) -> None:
    title = page.locator(".event-title").last.inner_text()
    page.keyboard.press("/")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(re.compile(r"^[12] event"))
    expect(page.locator(".event-title").first).to_have_text(title)
    expect(page.locator(".event-title mark.hit").first).to_be_visible()


def follow_a_country(page: Page) -> None:
    """Ends on the page of one of the country's events."""
    page.goto("/events/")
    country = page.locator(".event-row a[href^='/countries/']").first
    name = country.inner_text()
    country.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".timeline svg a").first).to_be_visible()
    page.locator(".event-title a").first.click()
    expect(page.locator("[data-fact=countries]")).to_contain_text(name)


def read_an_event(page: Page, article: str) -> None:
    """The words that gave a fact lie one click away, and the article one more; then back to the event."""
    fact = page.locator(".fact a[href^='#w-']").first
    fact.click()
    expect(page.locator("mark.evidence:target")).to_be_in_viewport()
    event = page.url
    page.get_by_role("link", name="In the article").click()
    expect(page).to_have_url(re.compile(re.escape(article)))
    expect(page.locator(".piece:target")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(event)


def correct_it(page: Page) -> None:
    page.get_by_label("Facts").get_by_role("link", name="Correct", exact=True).click()
    page.get_by_label("Headline").fill("What the desk made of it")
    page.get_by_label("Region").select_option(label="Global")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the desk made of it")
    expect(page.locator("[data-fact=region]")).to_contain_text("Global")
    expect(page.locator("[data-fact=region]")).to_contain_text("Set by linh")


def switch_language_and_mode(page: Page) -> None:
    title = page.locator("h1").inner_text()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.get_by_role("heading", level=2, name="Dữ kiện")).to_be_visible()
    page.get_by_role("button", name="linh").click()
    page.get_by_role("button", name="Tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.keyboard.press("Escape")
