"""The passages of an article changed by selecting words, and by forms without a script."""

import pytest
from playwright.sync_api import Page, expect

from events import ingest, vocabulary
from events.models import Article, Recut
from tests.builders import keep_originals_in, make_editor, make_queued

from . import axe
from .worlds import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """Europe
* Norway opens a port 🎉: Norway opened a port for Latvian ships on November 18. (NTB)
* Greece and Malta sign: Greece signed a fishing deal with Malta on November 17. Malta's ports will stay open. (AFP)
Comment (0)
"""
SELECT = """([from, to]) => {
    const at = (words, end) => {
        const walker = document.createTreeWalker(document.querySelector(".pieces"), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
            const found = node.data.indexOf(words);
            if (found >= 0 && node.parentElement.closest("[data-at]")) return [node, found + (end ? words.length : 0)];
        }
    };
    getSelection().setBaseAndExtent(...at(from, false), ...at(to, true));
}"""


@pytest.fixture
def article(tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    vocabulary.sync()
    row = make_queued(TEXT)
    ingest.parse_and_store(row.pk)
    return Article.objects.get(pk=row.pk)


@pytest.fixture
def editor(context, base_url):
    user = make_editor("linh", first_name="Linh", last_name="Tran")
    sign_in(context, base_url, user)
    return user


def titles(article: Article) -> list[str]:
    return list(article.events.filter(trashed_at=None).order_by("start").values_list("title", flat=True))


def test_selected_words_become_an_event_and_undo_brings_back_what_was(page: Page, editor, article):
    before = titles(article)
    page.goto(f"/articles/{article.pk}/")
    bar = page.get_by_role("form", name="The selected words")
    expect(bar).to_be_hidden()
    page.evaluate(SELECT, ["Malta's ports", "stay open"])
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="One event").click()
    expect(page.get_by_role("status").filter(has_text="Made one event.")).to_be_visible()
    made = article.events.get(text__startswith="Malta's ports")
    assert article.text[made.start : made.end].startswith("Malta's ports will stay open")
    assert Recut.objects.get().made_by == editor

    page.get_by_role("button", name="Undo Made one event").click()
    expect(page.get_by_role("complementary").get_by_text("undone by Linh Tran")).to_be_visible()
    assert titles(article) == before


def test_selected_words_are_set_aside_with_a_reason(page: Page, editor, article):
    page.goto(f"/articles/{article.pk}/")
    page.evaluate(SELECT, ["Malta's ports", "stay open"])
    bar = page.get_by_role("form", name="The selected words")
    bar.get_by_label("Why they are set aside").select_option("Advertisement")
    bar.get_by_role("button", name="Set aside").click()
    expect(page.get_by_text("Set aside: Advertisement")).to_be_visible()
    assert article.passages.filter(reason="advertisement").get().start == article.text.index("Malta's ports")


def test_by_forms_alone_passages_are_split_joined_moved_and_set_aside(browser, base_url, editor, article):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, locale="en-GB")
    sign_in(context, base_url, editor)
    page = context.new_page()
    page.goto(f"/articles/{article.pk}/")

    def change(words: str) -> None:
        page.locator(".piece").filter(has_text=words).get_by_role("link", name="Change the passage").click()

    change("Greece signed")
    page.get_by_label("A second event begins with").select_option("Malta's ports will stay open.")
    page.get_by_role("button", name="Split").click()
    assert len(titles(article)) == 3

    change("Norway opened")
    page.get_by_role("button", name="Join with the next event").click()
    assert len(titles(article)) == 2

    change("Malta's ports")
    page.get_by_label("Set aside, because it is").select_option("Background")
    page.get_by_role("button", name="Set aside").click()
    assert len(titles(article)) == 1

    change("Comment (0)")
    page.get_by_role("button", name="Make it an event").click()
    assert titles(article)[-1] == "Comment (0)"
    context.close()
    assert Recut.objects.count() == 4


def test_a_second_editor_is_told(page: Page, editor, article, refused, base_url):
    address = f"/articles/{article.pk}/?passage={article.text.index('* Greece')}"
    page.goto(address)
    ingest_again(article)
    refused.add(f"{base_url}/articles/{article.pk}/passages/")
    page.get_by_role("group", name="Change this passage").get_by_role("button", name="Split").click()
    expect(page.get_by_role("alert")).to_contain_text("read again while you had it open")
    assert not Recut.objects.exists()


def ingest_again(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(status="queued")
    ingest.parse_and_store(article.pk)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_forms_are_for_everyone(page: Page, editor, article, width):
    page.set_viewport_size({"width": width, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"/articles/{article.pk}/?passage={article.text.index('* Greece')}")
        page.evaluate(SELECT, ["Malta's ports", "stay open"])
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/articles/trash/")
    assert axe.violations(page) == []
