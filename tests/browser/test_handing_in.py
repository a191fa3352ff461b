"""Every way into the desk: drop, folder, paste; a batch watched to its end; a text tried before it is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from events import ingest, uploads
from events.models import Article
from tests.browser.axe import violations
from tests.browser.worlds import sign_in
from tests.builders import make_editor

pytestmark = pytest.mark.django_db(transaction=True)

UPLOAD = "/articles/upload/"
TALKS = (
    "Norway and Ukraine agree on grid repairs: On November 5, the energy ministers of both countries agreed in Oslo."
)
TENTS = "Japan sends relief to Laos: On November 4, Japan sent tents and water plants to Laos after the floods."
CROSSING = "Latvia closes a border crossing: On November 5, Latvia closed its crossing to Belarus at Silene."


@pytest.fixture
def editor(page: Page, base_url, queue):
    user = make_editor("linh")
    sign_in(page.context, base_url, user)
    return user


def row(page: Page, name: str):
    """By the file's name, with which the row begins; another row may name it too."""
    return page.locator("tr").filter(has=page.get_by_role("rowheader").filter(has_text=name))


def unsent(page: Page):
    """The names of files that wait on the page for the button."""
    return page.locator("[data-unsent] [data-name]")


def transfer(page: Page, *files: tuple[str, str], text: str = ""):
    """What a drop or the clipboard holds."""
    return page.evaluate_handle(
        """([files, text]) => {
            const held = new DataTransfer();
            if (text) held.setData("text/plain", text);
            for (const [name, words] of files) held.items.add(new File([words], name));
            return held;
        }""",
        [files, text],
    )


def paste(page: Page, held, *, into: str = "body") -> None:
    page.locator(into).evaluate(
        """(target, clipboardData) => target.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))""",
        held,
    )


def drop_from_the_system(page: Page, *paths: Path) -> None:
    """A real drop of files and folders on the mark, as the browser hands it to pages."""
    box = page.locator("[data-drop]").bounding_box()
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})


@pytest.fixture
def folder(tmp_path) -> Path:
    wires = tmp_path / "wires"
    (wires / "asia").mkdir(parents=True)
    (wires / "talks.txt").write_text(TALKS)
    (wires / "asia" / "tents.txt").write_text(TENTS)
    (wires / ".DS_Store").write_bytes(b"\x00\x01")
    return wires


def test_dropped_files_and_folders_wait_for_the_button_and_are_sent(page: Page, editor, folder, tmp_path, queue):
    alone = tmp_path / "crossing.txt"
    alone.write_text(CROSSING)
    page.goto(UPLOAD)
    drop_from_the_system(page, alone, folder)
    expect(unsent(page)).to_have_count(3)
    assert sorted(unsent(page).all_text_contents()) == ["crossing.txt", "talks.txt", "tents.txt"]
    page.get_by_label("Language").select_option("en")
    page.get_by_label("Source").fill("Evening wire")
    page.get_by_role("button", name="Upload 3 files").click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(3)
    given = set(Article.objects.values_list("language_given", "publisher_given"))
    assert (len(queue), given) == (3, {("en", "Evening wire")})


def test_a_file_dropped_beside_the_mark_is_taken_too(page: Page, editor):
    page.goto(UPLOAD)
    page.dispatch_event("footer", "drop", {"dataTransfer": transfer(page, ("talks.txt", TALKS))})
    expect(unsent(page)).to_have_text(["talks.txt"])


def test_a_folder_is_chosen_by_its_button(page: Page, editor, folder):
    page.goto(UPLOAD)
    page.get_by_label("Choose a folder").set_input_files(folder)
    expect(unsent(page)).to_have_count(2)
    assert sorted(unsent(page).all_text_contents()) == ["talks.txt", "tents.txt"]


def test_a_copied_file_is_pasted_anywhere(page: Page, editor):
    page.goto(UPLOAD)
    paste(page, transfer(page, ("talks.txt", TALKS)))
    paste(page, transfer(page, ("tents.txt", TENTS), text="tents.txt"))  # some systems add the name
    expect(unsent(page)).to_have_text(["talks.txt", "tents.txt"])
    assert violations(page) == []


def test_a_copied_text_is_pasted_anywhere_and_uploaded(page: Page, editor):
    page.goto(UPLOAD)
    paste(page, transfer(page, ("image.png", "its picture"), text=TALKS))
    text = page.get_by_label("Text", exact=True)
    expect(text).to_have_value(TALKS)
    expect(text).to_be_focused()
    paste(page, transfer(page, text=TENTS))
    expect(text).to_have_value(f"{TALKS}\n\n{TENTS}")
    expect(unsent(page)).to_have_count(0)
    paste(page, transfer(page, text="2024"), into="#publisher")  # what is pasted into a field is the field's
    expect(text).to_have_value(f"{TALKS}\n\n{TENTS}")
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(1)


def test_files_above_the_limit_are_told_so_and_not_sent(page: Page, editor, settings):
    settings.MAX_FILES_AT_ONCE = 2
    page.goto(UPLOAD)
    paste(page, transfer(page, *((f"{n}.txt", f"{n} {TALKS}") for n in range(3))))
    expect(page.locator("[data-unsent] .is-refused")).to_contain_text("At most 2 files at once.")
    page.get_by_role("button", name="Upload 2 files").click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(2)


def test_a_folder_of_thousands_is_one_line_beside_those_that_fit(page: Page, editor, settings):
    settings.MAX_FILES_AT_ONCE = 2
    page.goto(UPLOAD)
    paste(page, transfer(page, *((f"{n}.txt", TALKS) for n in range(1500))))
    expect(page.locator("[data-unsent] .is-ready")).to_have_count(2)
    expect(page.locator("[data-unsent] .is-refused [data-name]")).to_have_text("1,498 more files")


def test_what_cannot_be_opened_is_said(page: Page, editor):
    page.goto(UPLOAD)
    page.evaluate(
        """() => {
            const locked = { name: "locked.txt", isFile: true, file: (done, fail) => fail(new Error()) };
            const reader = { readEntries: (done) => done(locked.given ? [] : [(locked.given = true, locked)]) };
            const wires = { name: "wires", isDirectory: true, createReader: () => reader };
            DataTransferItem.prototype.webkitGetAsEntry = () => wires;
        }"""
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer(page, ("wires", "a folder"))})
    expect(page.locator("[data-unsent] .is-refused")).to_contain_text("locked.txt")
    expect(page.locator("[data-unsent] .is-refused")).to_contain_text("It could not be opened.")


def test_a_batch_is_watched_from_two_tabs_and_what_failed_is_tried_again(
    page: Page, context: BrowserContext, editor, queue
):
    page.goto(UPLOAD)
    paste(page, transfer(page, ("talks.txt", TALKS), ("tents.txt", TENTS), ("crossing.txt", CROSSING)))
    page.get_by_role("button", name="Upload 3 files").click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(3)
    page.reload()
    expect(page.get_by_role("status")).to_have_text("0 of 3 files read, 3 under way")
    with page.expect_response(lambda answer: answer.status == 304):
        pass  # nothing changed, so nothing is sent

    talks, tents = (Article.objects.get(name=name) for name in ("talks.txt", "tents.txt"))
    ingest.parse_and_store(talks.pk)
    Article.objects.filter(pk=tents.pk).update(status="failed", failure="unexpected")
    other = context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        expect(tab.get_by_role("status")).to_have_text("1 of 3 files read, 1 under way, 1 failed")
        expect(row(tab, "talks.txt")).to_contain_text("1 event")
    assert violations(page) == []

    queue.clear()
    other.get_by_role("button", name="Try the failed one again").click()
    expect(row(other, "tents.txt")).to_have_attribute("data-status", "queued")
    assert queue == [tents.pk]
    for article in Article.objects.exclude(pk=talks.pk):
        ingest.parse_and_store(article.pk)
    for tab in (page, other):
        expect(tab.get_by_role("status")).to_have_text("3 of 3 files read")
        expect(tab.locator("#rows")).not_to_have_attribute("hx-trigger", "every 1500ms")


def test_another_day_for_the_whole_batch_dates_its_events_anew(page: Page, editor, queue):
    batch = uploads.accept(
        text="OSLO - Norway and Chile signed a treaty on fishing in Oslo yesterday. (NTB)", user=editor
    )
    article = batch.uploads[0].article
    ingest.parse_and_store(article.pk)
    page.goto(f"/articles/?batch={batch.id}")
    page.get_by_text("Day, language and source of all files").click()
    page.get_by_label("Dates counted from").fill("2024-11-06")
    assert violations(page) == []
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Changed for 1 article, which is now read again.")).to_be_visible()
    ingest.parse_and_store(article.pk)
    expect(row(page, "OSLO")).to_have_attribute("data-status", "parsed")
    assert article.events.get().date.isoformat() == "2024-11-05"


def test_an_editor_decides_about_texts_that_are_nearly_the_same(page: Page, editor):
    texts = [f"{TALKS}\n{TENTS}", f"{TALKS} \n\n{TENTS}", f"{TALKS}\n{TENTS}\nRead on."]
    for number, text in enumerate(texts, start=1):
        upload = uploads.accept(text=text, name=f"wire-{number}.txt", user=editor).uploads[0]
        ingest.parse_and_store(upload.article.pk)
    page.goto("/articles/")
    expect(row(page, "wire-3.txt")).to_contain_text("he same text as")
    assert violations(page) == []
    row(page, "wire-3.txt").get_by_role("button", name="Withdraw this one").click()
    expect(row(page, "wire-3.txt")).to_have_count(0)
    expect(row(page, "wire-1.txt")).to_contain_text("he same text as wire-2.txt")
    row(page, "wire-2.txt").get_by_role("link", name="wire-2.txt").click()
    expect(page.get_by_role("link", name="wire-1.txt")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Keep both").click()
    expect(page.get_by_text("Kept: “wire-2.txt”")).to_be_visible()
    expect(page.get_by_role("link", name="wire-1.txt")).to_have_count(0)


@pytest.mark.parametrize(
    "scripted",
    [
        pytest.param(True, id="with JavaScript"),
        pytest.param(False, id="without", marks=pytest.mark.browser_context_args(java_script_enabled=False)),
    ],
)
def test_a_text_is_tried_then_discarded_or_kept(page: Page, editor, queue, scripted):
    page.goto(UPLOAD)
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Text", exact=True).fill(f"*{TENTS} (Kyodo)\n\n*{CROSSING} (LETA)")
    page.get_by_label("Dates counted from").fill("2024-11-06")
    page.get_by_role("button", name="See its events first").click()
    expect(page.get_by_text("2 events would be read")).to_be_visible()
    expect(page.locator(".piece[data-kind=event]").first).to_contain_text("4 November 2024")
    expect(page.locator(".piece[data-kind=event] mark").first).to_be_visible()
    if scripted:
        assert violations(page) == []
    page.get_by_role("link", name="Discard").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value("")
    assert not Article.objects.exists()

    page.get_by_label("Text", exact=True).fill(f"*{TENTS} (Kyodo)")
    page.get_by_role("button", name="See its events").click()
    expect(page.get_by_text("1 event would be read")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("tr[data-status=queued]")).to_have_count(1)
    assert queue == [Article.objects.get().pk]
