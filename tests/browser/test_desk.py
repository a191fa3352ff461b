"""The editor's desk in a real browser: hand files in by dropping them, correct a fact, undo it."""

import re

import pytest
from playwright.sync_api import Page, expect

from events import corrections, ingest
from events.models import Article, Correction, Upload
from tests.browser.worlds import sign_in
from tests.builders import make_article, make_editor, make_event

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("queue")]

STORY = "OSLO - Norway and Latvia agreed on November 18 to share grid repair teams this winter. (NTB)\n"
TEXT = "Oslo and Kyiv sign: Oslo signed with Kyiv on 18 November."

DROP = """files => {
    const data = new DataTransfer();
    for (const [name, size, text] of files) data.items.add(new File([text + " ".repeat(size)], name));
    const drop = document.querySelector("[data-drop]");
    for (const type of ["dragover", "drop"]) {
        drop.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
}"""


@pytest.fixture
def editor(context, base_url):
    user = make_editor("linh", first_name="Linh", last_name="Tran")
    sign_in(context, base_url, user)
    return user


@pytest.fixture
def event():
    def words(part: str) -> dict:
        return {"start": TEXT.index(part), "end": TEXT.index(part) + len(part), "text": part}

    return make_event(
        article=make_article(text=TEXT),
        title="Oslo and Kyiv sign",
        text=TEXT,
        type="CONSULT",
        countries=["NO", "UA"],
        evidence={
            "type": [words("signed")],
            "countries": [{**words("Oslo"), "value": "NO"}, {**words("Kyiv"), "value": "UA"}],
        },
    )


def background(page: Page, selector: str) -> str:
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")


def test_a_fact_lights_its_words_by_pointer_and_by_keyboard(page: Page, live_server, event):
    page.goto(f"{live_server.url}/events/{event.pk}/")
    words, fact = '[data-gives~="type"]', '[data-fact="type"]'
    dark, plain = background(page, words), background(page, fact)
    page.locator(f"{fact} dt").hover()
    lit = background(page, words)
    assert lit != dark
    page.mouse.move(0, 0)
    assert background(page, words) == dark
    page.locator(f"{fact} a").first.focus()
    assert background(page, words) == lit
    page.locator(f"{fact} a").first.blur()
    page.locator(words).first.hover()
    assert background(page, fact) != plain
    page.mouse.move(0, 0)
    page.locator(f"{fact} a").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#w-{TEXT.index('signed')}")
    expect(page.locator(f"{words}:target")).to_have_text("signed")


def test_an_editor_corrects_facts_and_sees_and_undoes_them(page: Page, live_server, editor, event):
    page.goto(f"{live_server.url}/events/{event.pk}/")
    page.get_by_role("complementary").get_by_role("link", name="Correct", exact=True).click()
    page.get_by_label("Headline").fill("Oslo and Kyiv sign a treaty")
    page.get_by_role("radio", name="Agree").check()
    find = page.get_by_label("Find a country")
    find.fill("lat")
    expect(page.get_by_role("checkbox", name="Norway")).to_be_hidden()
    find.press("Enter")
    expect(page.get_by_role("checkbox", name="Latvia")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Norway")).to_be_visible()
    page.get_by_role("checkbox", name="Ukraine").uncheck()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Oslo and Kyiv sign a treaty")
    expect(page.get_by_role("status").filter(has_text="Corrected:")).to_be_visible()
    expect(page.locator('[data-fact="countries"]')).to_contain_text("Latvia")
    expect(page.locator('[data-fact="countries"]')).not_to_contain_text("Ukraine")
    line = page.get_by_role("listitem").filter(has_text="Type:")
    expect(line).to_contain_text("Consult")
    expect(line).to_contain_text("Agree")
    expect(line).to_contain_text("Linh Tran")
    page.get_by_role("button", name="Undo Headline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Oslo and Kyiv sign")
    expect(page.get_by_role("listitem").filter(has_text="Headline:")).to_contain_text("undone by Linh Tran")
    assert Correction.objects.filter(undone_at=None).count() == 2


def test_two_editors_do_not_overwrite_each_other(page: Page, live_server, editor, event, refused):
    address = f"{live_server.url}/events/{event.pk}/correct/"
    refused.add(address)
    page.goto(address)
    page.get_by_label("Headline").fill("Mine")
    corrections.correct(event, "title", "Theirs", make_editor("minh"))
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.get_by_role("button", name="Save").click()
    assert answer.value.status == 409
    expect(page.get_by_role("alert")).to_contain_text("now “Theirs”, by minh.")
    expect(page.get_by_label("Headline")).to_have_value("Mine")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mine")


def test_dropped_files_are_sent_with_progress_and_become_events(page: Page, live_server, editor):
    page.goto(f"{live_server.url}/articles/upload/")
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 400_000}
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", slow)
    page.evaluate(DROP, [["story.txt", 1_000_000, STORY], ["empty.txt", 0, ""], ["small.txt", 0, "Talks in Rome."]])
    unsent = page.locator("[data-unsent] li")
    expect(unsent).to_have_count(3)
    expect(unsent.filter(has_text="empty.txt")).to_contain_text("The file is empty.")
    page.get_by_role("button", name="Upload 2 files").click()

    bar = page.get_by_role("progressbar", name="story.txt")
    expect(bar).to_be_visible()
    expect(bar).to_have_attribute("value", re.compile(r"0\.\d"))
    expect(page.get_by_text("of 2 sent")).to_be_visible()
    network.send("Network.emulateNetworkConditions", slow | {"uploadThroughput": -1})

    row = page.get_by_role("row").filter(has_text="story.txt")
    expect(row).to_have_attribute("data-status", "queued")
    expect(page.get_by_role("row").filter(has_text="small.txt")).to_have_attribute("data-status", "queued")
    expect(unsent).to_have_count(1)
    assert len(set(Upload.objects.values_list("batch", flat=True))) == 1
    for article in Article.objects.all():
        ingest.parse_and_store(article.pk)
    expect(row).to_have_attribute("data-status", "parsed")
    expect(row).to_contain_text("1 event")

    page.reload()
    expect(page.get_by_role("row").filter(has_text="story.txt")).to_have_attribute("data-status", "parsed")


def test_what_was_not_sent_can_be_cancelled(page: Page, live_server, editor):
    page.goto(f"{live_server.url}/articles/upload/")
    page.route("**/articles/upload/", lambda route: None)  # the server never answers
    page.evaluate(DROP, [[f"{number}.txt", 10, STORY] for number in range(5)])
    page.get_by_role("button", name="Cancel: 4.txt").click()
    page.get_by_role("button", name="Upload 4 files").click()
    expect(page.locator("[data-unsent] .is-sending")).to_have_count(3)
    expect(page.locator("[data-unsent] .is-waiting")).to_have_count(1)
    page.get_by_role("button", name="Cancel what was not sent").click()
    expect(page.locator("[data-unsent] li")).to_have_count(0)
    assert not Upload.objects.exists()


def test_a_pasted_text_is_sent_like_a_file(page: Page, live_server, editor):
    page.goto(f"{live_server.url}/articles/upload/")
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Text", exact=True).fill(STORY)
    page.locator("[data-upload]").get_by_label("Name").fill("From the wire")
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("row").filter(has_text="From the wire")).to_have_attribute("data-status", "queued")


def test_rows_ask_less_often_while_nobody_looks(page: Page, live_server, editor):
    make_article(status="queued")
    page.goto(f"{live_server.url}/articles/")
    ask = """hidden => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        const detail = { ctx: { request: { headers: {} } } };
        const asked = new CustomEvent("htmx:before:request", { bubbles: true, cancelable: true, detail });
        return document.getElementById("rows").dispatchEvent(asked);
    }"""
    page.evaluate("""() => {
        const rows = document.createElement("section");  // one that does not ask on its own
        rows.id = "rows";
        document.getElementById("rows").replaceWith(rows);
    }""")
    page.evaluate(ask, False)
    page.wait_for_timeout(1_600)  # longer than between two looks
    assert page.evaluate(ask, True) is False
    assert page.evaluate(ask, False) is True
    assert page.evaluate(ask, False) is False
