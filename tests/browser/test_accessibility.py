"""axe-core finds nothing on any page: in both languages, light and dark, on a desk and on a phone."""

import datetime
import uuid

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from playwright.sync_api import Page, expect

from events import corrections, ingest, uploads, wakeups
from events.models import Article, Event
from events.views import browse
from tests.browser.axe import RULES_OF_COLOUR, violations
from tests.browser.worlds import read_articles, sign_in, speak
from tests.builders import keep_originals_in, make_article, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db(transaction=True)

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
MODES = {"light": (), "dark": RULES_OF_COLOUR}  # the same page in other colours: the other rules say nothing new


@pytest.fixture
def editor(tmp_path, settings, monkeypatch):
    """The account of somebody at the desk, whose articles are read only when a test says so."""
    keep_originals_in(tmp_path, settings)
    monkeypatch.setattr(wakeups, "send", lambda ids: True)
    return make_editor("linh")


@pytest.fixture
def articles(editor):
    """A round-up in each language, with headings, credits and passages set aside."""
    return read_articles("starred-05a-en", "bulleted-22b-vi", user=editor)


def findings(page: Page, where: str) -> list[str]:
    """What axe says of the page as it stands, at every width and in both modes."""
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for mode, rules in MODES.items():
            page.emulate_media(color_scheme=mode)
            found += [f"{where}, {size['width']} px, {mode}: {line}" for line in violations(page, rules=rules)]
    return found


def look(page: Page, base_url: str, path: str, *, status: int = 200) -> list[str]:
    """What axe says of the page at this path in both languages, with everything open that can be opened."""
    found = []
    for language in ("en", "vi"):
        speak(page.context, base_url, language)
        answer = page.goto(path)
        assert answer.status == status
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        found += findings(page, f"{path} in {language}")
    return found


def test_faults_are_found(page: Page):
    pale = "<p style='color: #ddd; background: #fff'>Too pale to be read.</p>"
    page.set_content(f"<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{pale}<img src='data:,'></main>")
    assert {line.partition(":")[0] for line in violations(page)} == {"color-contrast", "image-alt"}
    assert {line.partition(":")[0] for line in violations(page, rules=RULES_OF_COLOUR)} == {"color-contrast"}


@pytest.mark.parametrize(
    "paths",
    [
        (
            "/",
            "/day/2024-01-15/",
            "/events/",
            "/events/?region=europe&country=RU&language=en",
            "/events/?q=ch%C3%ADnh+ph%E1%BB%A7&sort=relevance",
            "/events/?q=nowhere+to+be+found&region=europe",
            "/accounts/login/",
        ),
        (
            "/countries/",
            "/countries/?period=all&order=name",
            "/countries/RU/",
            "/countries/RU/?type=ACCUSE&from=2024-01-01&to=2024-03-01",
            "/countries/TV/",
            "/countries/RU/UA/",
            "/countries/TV/TO/",
        ),
    ],
    ids=["news", "countries"],
)
def test_pages_for_everyone(page: Page, base_url, articles, paths):
    assert [line for path in paths for line in look(page, base_url, path)] == []


def test_a_busy_day_and_the_pages_it_leads_to(page: Page, base_url, editor):
    day = datetime.date(2026, 3, 18)
    for week in range(1, 6):
        for code in ("FR", "DE", "PL"):
            make_event(date=day - datetime.timedelta(weeks=week), countries=[code], title=f"Week {week} in {code}")
            make_event(date=day - datetime.timedelta(weeks=week), countries=[code], title=f"Again {week} in {code}")
    for number, kind in enumerate(("ASSAULT", "AID", "AGREE", "ACCUSE", None, "PROTEST", "CONSULT")):
        names = {"people": ["Ana Ruiz"], "organizations": ["Hamas"], "agencies": ["Reuters", "AFP"]}
        region = ("europe", "global")[number % 2]
        make_event(title=f"News {number}", type=kind, region=region, date=day, countries=["FR"], actor=["FR"],
                   recipient=["DE"], **names)  # fmt: skip
    for path in (
        "/",
        "/people/ana-ruiz/",
        "/organizations/hamas/",
        "/agencies/reuters/",
        "/countries/FR/DE/?step=week",
    ):
        assert look(page, base_url, path) == []


def test_pages_that_say_what_is_wrong_with_a_filter(page: Page, base_url, articles, refused):
    for path in ("/events/?region=mars&from=tomorrow", "/countries/RU/?type=HUG"):
        refused.add(base_url + path)
        assert look(page, base_url, path, status=400) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_pages_of_an_event_and_an_article_for_readers_and_editors(page: Page, base_url, articles, editor, language):
    event = Event.objects.filter(language=language).exclude(countries=None).first()
    assert look(page, base_url, event.get_absolute_url()) == []
    sign_in(page.context, base_url, editor)
    assert look(page, base_url, event.get_absolute_url()) == []
    assert look(page, base_url, event.article.get_absolute_url()) == []


def test_correcting_an_event_and_what_was_corrected(page: Page, base_url, articles, editor):
    sign_in(page.context, base_url, editor)
    event = Event.objects.filter(language="vi").exclude(countries=None).first()
    corrections.correct(event, "region", "global", editor)
    corrections.verify(event, editor)
    assert look(page, base_url, event.get_absolute_url()) == []
    assert look(page, base_url, reverse("event-correct", args=[event.pk])) == []


def test_articles_in_every_state(page: Page, base_url, articles, editor):
    sign_in(page.context, base_url, editor)
    make_article(status="queued")
    make_article(status="parsing", lease_until=timezone.now(), lease_token=uuid.uuid4())
    failed = make_article(status="failed", failure="unexpected")
    page.goto("/articles/")
    page.get_by_role("row").filter(has_text=failed.name).get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("It can be restored.")).to_be_visible()
    assert findings(page, "withdrawn") == []
    for path in ("/articles/", "/articles/?state=failed", failed.get_absolute_url()):
        assert look(page, base_url, path) == []


def test_a_desk_without_articles(page: Page, base_url, editor):
    for path in ("/", "/events/", "/countries/"):
        assert look(page, base_url, path) == []
    sign_in(page.context, base_url, editor)
    assert look(page, base_url, "/articles/") == []


def test_the_upload_page_also_when_it_takes_nothing(page: Page, base_url, editor, refused):
    sign_in(page.context, base_url, editor)
    refused.add(f"{base_url}/articles/upload/")
    assert look(page, base_url, "/articles/upload/") == []
    speak(page.context, base_url, "en")
    page.goto("/articles/upload/")
    photo = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\x00\x01"}
    page.get_by_label("Choose articles").set_input_files(photo)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("tr[data-status=refused]")).to_be_visible()
    assert findings(page, "refused") == []
    page.goto("/articles/upload/")
    page.locator("form[data-upload]").evaluate("form => form.submit()")  # as without a script
    expect(page.get_by_text("Nothing was taken in.")).to_be_visible()
    assert findings(page, "refused as a whole") == []


def test_trying_a_text_and_what_would_be_read_from_it(page: Page, base_url, articles, editor, refused):
    sign_in(page.context, base_url, editor)
    assert look(page, base_url, "/articles/rehearse/") == []
    for language, article in zip(("en", "vi"), articles, strict=True):
        speak(page.context, base_url, language)
        page.goto("/articles/rehearse/")
        page.locator("#text").fill(article.text)
        page.locator("#text").evaluate("field => field.form.submit()")
        expect(page.locator(".piece").first).to_be_visible()
        assert findings(page, f"tried in {language}") == []
    refused.add(f"{base_url}/articles/rehearse/")
    page.goto("/articles/rehearse/")
    page.locator("#text").evaluate("field => field.form.submit()")
    expect(page.get_by_role("alert")).to_be_visible()
    assert findings(page, "nothing to try") == []


def test_an_upload_with_every_kind_of_row_and_its_details_open(page: Page, base_url, articles, editor):
    sign_in(page.context, base_url, editor)
    photo = SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\x00\x01")
    again = SimpleUploadedFile("again.txt", (articles[0].text + "\n\nRead on.").encode())
    batch = uploads.accept([photo, again, SimpleUploadedFile("late.txt", b"Talks.")], user=editor)
    ingest.parse_and_store(batch.uploads[1].article.pk)
    Article.objects.filter(pk=batch.uploads[2].article.pk).update(status="failed", failure="unexpected")
    for path in (f"/articles/?batch={batch.id}", batch.uploads[1].article.get_absolute_url()):
        assert look(page, base_url, path) == []
        expect(page.locator("form[action$='/keep-both/']")).to_have_count(1)


def test_the_sign_in_page_when_the_password_is_wrong(page: Page, base_url, editor):
    page.goto("/accounts/login/")
    page.get_by_label("Name").fill("linh")
    page.get_by_label("Password").fill("forgotten")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert findings(page, "refused") == []


def test_the_pages_about_passwords(page: Page, base_url, editor):
    link = [urlsafe_base64_encode(force_bytes(editor.pk)), default_token_generator.make_token(editor)]
    for path in (
        reverse("password_reset"),
        reverse("password_reset_done"),
        reverse("password_reset_complete"),
        reverse("password_reset_confirm", args=[link[0], "used-before"]),
        reverse("password_reset_confirm", args=link),
    ):
        assert look(page, base_url, path) == []
    sign_in(page.context, base_url, editor)
    assert look(page, base_url, reverse("password_change_done")) == []
    assert look(page, base_url, reverse("password_change")) == []
    page.locator("main form").evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    expect(page.locator("main .wrong").first).to_be_visible()
    assert findings(page, "an old password that is wrong") == []


def test_the_trash_and_the_review(page: Page, base_url, articles, editor):
    sign_in(page.context, base_url, editor)
    assert look(page, base_url, reverse("article-trash")) == []
    uploads.withdraw(articles[0], editor)
    corrections.withdraw_event(Event.objects.filter(article=articles[1]).first(), editor)
    for path in (reverse("article-trash"), reverse("review"), reverse("review") + "?order=field"):
        assert look(page, base_url, path) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_opens_and_appears_over_a_list(page: Page, base_url, articles, language):
    speak(page.context, base_url, language)
    page.goto("/events/")
    make_event(title="Just in")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#newer a")).to_be_visible()
    assert findings(page, f"newer events in {language}") == []
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert findings(page, f"the keys in {language}") == []


def test_pages_of_errors(page: Page, base_url, refused, monkeypatch):
    refused.update(base_url + path for path in ("/nothing/", "/articles/upload/", "/events/"))
    assert look(page, base_url, "/nothing/", status=404) == []
    sign_in(page.context, base_url, make_user())
    assert look(page, base_url, "/articles/upload/", status=403) == []
    too_much = "/events/?" + "region=europe&" * 1001
    refused.add(base_url + too_much)
    assert look(page, base_url, too_much, status=400) == []

    def break_down(*args, **kwargs):
        raise RuntimeError("as if something of ours had broken")

    monkeypatch.setattr(browse, "render_either", break_down)
    assert look(page, base_url, "/events/", status=500) == []


def test_the_page_that_says_a_form_was_open_too_long(page: Page, base_url, refused):
    refused.add(f"{base_url}/language/")
    page.goto("/events/")
    page.context.clear_cookies()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing was changed")
    assert findings(page, "too long") == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_menus_and_sheets(page: Page, base_url, articles, editor, language):
    sign_in(page.context, base_url, editor)
    speak(page.context, base_url, language)
    page.goto("/events/?region=europe")
    for sheet in ("account", "nav", "facets"):
        page.set_viewport_size(PHONE)
        page.locator(f"button[popovertarget={sheet}]:not([popovertargetaction])").click()
        expect(page.locator(f"#{sheet}")).to_be_visible()
        for mode, rules in MODES.items():
            page.emulate_media(color_scheme=mode)
            assert violations(page, rules=rules) == [], f"{sheet}, {mode}"
        page.keyboard.press("Escape")
        expect(page.locator(f"#{sheet}")).to_be_hidden()
