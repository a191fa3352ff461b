"""An editor's way: sign in, upload a round-up, watch it become events, read it with every passage explained."""

import pytest
from django.db.models.functions import Now
from playwright.sync_api import Page, Route, expect

from events import heartbeats, ingest
from events.models import Article
from tests.builders import PASSWORD, make_article, make_editor

pytestmark = pytest.mark.django_db(transaction=True)

ROUND_UP = """\
Below are the day's main reports.

EUROPE

*Norway and Ukraine agree on grid repairs: On November 5, the energy ministers of Norway and Ukraine agreed in Oslo to
share spare transformers this winter. (NTB)

*Latvia closes a border crossing: On November 5, Latvia closed its crossing to Belarus at Silene. (LETA/Reuters)

ASIA

*Japan sends relief to Laos: On November 4, Japan sent tents and water plants to Laos after the floods. (Kyodo)

Source: Evening wire
Comment (0)
"""


@pytest.fixture
def editor(page: Page, live_server, queue):
    make_editor("linh")
    page.goto(f"{live_server.url}/articles/upload/")
    page.get_by_label("Name").fill("linh")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Upload")


def row(page: Page, name: str):
    return page.get_by_role("row").filter(has_text=name)


def test_a_round_up_becomes_events_before_the_editors_eyes(page: Page, live_server, editor, queue):
    files = [
        {"name": "evening.txt", "mimeType": "text/plain", "buffer": ROUND_UP.encode()},
        {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\x00\x01"},
    ]
    page.get_by_label("Choose articles").set_input_files(files)
    page.get_by_label("Dates counted from").fill("2024-11-05")
    page.get_by_role("button", name="Upload").click()

    expect(row(page, "evening.txt")).to_have_attribute("data-status", "queued")
    expect(row(page, "photo.jpg")).to_have_attribute("data-status", "refused")
    page.evaluate("window.notReloaded = true")

    article = Article.objects.claim(queue[0])
    expect(row(page, "evening.txt")).to_have_attribute("data-status", "parsing")
    Article.objects.filter(pk=article.pk).update(lease_until=Now())  # as if that worker had died
    ingest.parse_and_store(article.pk)
    expect(row(page, "evening.txt")).to_have_attribute("data-status", "parsed")
    expect(row(page, "evening.txt")).to_contain_text("3 events")
    expect(page.get_by_role("status").filter(has_text="1 of 2 files read, 1 refused")).to_be_visible()
    expect(page.locator("#rows")).not_to_have_attribute("hx-trigger", "every 1500ms")
    assert page.evaluate("window.notReloaded")

    page.get_by_role("link", name="evening.txt").click()
    expect(page.get_by_text("passages explained")).to_be_visible()
    expect(page.locator(".piece[data-kind=event]")).to_have_count(3)
    expect(page.locator(".piece[data-kind=set_aside]").first).to_contain_text("Set aside")
    page.locator(".piece[data-kind=event] .piece-label a").first.click()
    expect(page.locator(".fact[data-fact=date]")).to_contain_text("5 November 2024")
    page.goto(f"{live_server.url}/events/?country=NO")
    expect(page.locator("h1")).to_have_text("1 event")


def test_a_file_chosen_before_the_script_has_come_is_uploaded_too(page: Page, live_server, editor, queue):
    held: list[Route] = []
    page.route("**/js/upload*.js", lambda route: held.append(route))
    page.goto(f"{live_server.url}/articles/upload/", wait_until="commit")
    file = {"name": "evening.txt", "mimeType": "text/plain", "buffer": ROUND_UP.encode()}
    page.get_by_label("Choose articles").set_input_files([file])
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_load_state()
    page.get_by_role("button", name="Upload").click()
    expect(row(page, "evening.txt")).to_have_attribute("data-status", "queued")


def test_the_page_says_when_nothing_is_being_read_and_when_it_goes_on(page: Page, live_server, editor):
    make_article(status="queued")
    heartbeats.Heartbeat.objects.all().delete()
    page.goto(f"{live_server.url}/articles/")
    expect(page.get_by_text("Rows wait")).to_be_visible()
    heartbeats.Heartbeat.objects.create(name=heartbeats.WORKER, seen_at=Now())
    expect(page.get_by_text("Rows wait")).to_have_count(0)


def test_a_failed_article_is_tried_again_and_an_upload_withdrawn(page: Page, live_server, editor, queue):
    article = make_article(name="odd.txt", status="failed", failure="unexpected")
    page.goto(f"{live_server.url}/articles/")
    row(page, "odd.txt").get_by_role("button", name="Try again").click()
    expect(row(page, "odd.txt")).to_have_attribute("data-status", "queued")
    assert queue == [article.pk]
    row(page, "odd.txt").get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("It can be restored.")).to_be_visible()
    expect(row(page, "odd.txt")).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_pasted_text_is_uploaded_without_javascript(page: Page, live_server, queue):
    make_editor("linh")
    page.goto(f"{live_server.url}/accounts/login/?next=/articles/upload/")
    page.get_by_label("Name").fill("linh")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Text", exact=True).fill(ROUND_UP)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(1)
