"""Teaching, readings and quality in a browser: the way through by hand, and nothing for axe to find."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from events import corrections, readings, teaching, wakeups
from events.models import Event, Lesson, Rereading
from tests.browser.test_accessibility import look
from tests.browser.worlds import read_articles, sign_in
from tests.builders import keep_originals_in, make_editor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(tmp_path, settings, monkeypatch, context, base_url):
    keep_originals_in(tmp_path, settings)
    monkeypatch.setattr(wakeups, "send", lambda ids: True)
    monkeypatch.setattr(wakeups, "send_calls", lambda task, ids: True)
    editor = make_editor("linh")
    sign_in(context, base_url, editor)
    return editor


@pytest.fixture
def event(editor) -> Event:
    """One of two events whose type was read from the same words."""
    read_articles("starred-05a-en", "bulleted-22b-vi", user=editor)
    event = Event.objects.filter(evidence__type__0__text__isnull=False).order_by("pk").first()
    other = Event.objects.exclude(pk=event.pk).order_by("-pk").first()
    Event.objects.filter(pk=other.pk).update(
        machine=event.machine, evidence=event.evidence, type=event.type, title=event.title, text=event.text
    )
    return event


def other_type(event: Event) -> str:
    return "AGREE" if event.type != "AGREE" else "AID"


def test_a_correction_is_applied_remembered_and_undone(page: Page, event, editor):
    before = event.type
    corrections.correct(event, "type", other_type(event), editor)
    page.goto(event.get_absolute_url())
    page.get_by_role("link", name="see them, apply, remember for the future").click()
    expect(page.get_by_role("heading", name="1 other event read the same way")).to_be_visible()
    page.get_by_role("button", name="Apply and remember").click()
    expect(page.get_by_role("heading", name="Corrected together")).to_be_visible()
    expect(page.get_by_text("Applied to 1 other event.")).to_be_visible()
    assert Event.objects.filter(title=event.title, type=other_type(event)).count() == 2
    page.get_by_role("button", name="Undo it").click()
    expect(page.get_by_text("1 correction undone.")).to_be_visible()
    assert Event.objects.filter(title=event.title, type=before).count() == 1

    page.goto(reverse("lesson-list"))
    page.get_by_role("button", name="Switch off").click()
    expect(page.get_by_role("button", name="Switch on")).to_be_visible()
    assert Lesson.objects.vocabulary().phrases == ()


def test_articles_chosen_in_the_list_are_read_again_and_accepted(page: Page, event, editor):
    Event.objects.filter(pk=event.pk).update(type=None, machine=event.machine | {"type": None})
    page.goto("/articles/")
    boxes = page.locator("input.choose")
    expect(boxes.first).to_be_hidden()
    page.get_by_text("Read again and compare…").click()
    page.locator(f"input.choose[value='{event.article_id}']").check()
    page.get_by_role("button", name="Those chosen").click()
    expect(page.get_by_text("0 of 1 articles done.")).to_be_visible()
    readings.advance(Rereading.objects.get().pk)
    expect(page.get_by_role("button", name="Accept everything")).to_be_visible()  # by itself
    page.get_by_role("checkbox", name="Type", exact=True).check()
    page.get_by_role("button", name="Accept the fields chosen").click()
    readings.advance(Rereading.objects.get().pk)
    expect(page.get_by_text("What was accepted is stored; the rest waits.")).to_be_visible()
    assert Event.objects.get(pk=event.pk).type == event.type


def test_axe_finds_nothing_on_the_pages_of_teaching(page: Page, base_url, event, editor):
    correction = corrections.correct(event, "type", other_type(event), editor)
    reading = teaching.readings_of(correction)[0]
    together, _made = teaching.apply(reading, teaching.alike(reading), editor)
    added = corrections.correct(event, "countries", [*event.machine["countries"], "TV"], editor)
    paths = [event.get_absolute_url(), *(reverse("correction-alike", args=[one.pk]) for one in (correction, added))]
    paths += [reverse("corrections-together", args=[together]), reverse("lesson-list")]
    assert [line for path in paths[:4] for line in look(page, base_url, path)] == []
    assert look(page, base_url, reverse("lesson-list")) == []
    teaching.remember(reading, editor)
    assert look(page, base_url, reverse("lesson-list")) == []


def test_axe_finds_nothing_on_the_pages_of_readings(page: Page, base_url, event, editor):
    assert look(page, base_url, reverse("reading-list")) == []
    corrections.correct(event, "type", other_type(event), editor)
    machine = event.machine | {"type": other_type(event), "region": "global"}
    Event.objects.filter(article=event.article_id).update(machine=machine)
    run = readings.begin([event.article_id], editor)
    assert look(page, base_url, reverse("reading", args=[run.pk])) == []
    readings.advance(Rereading.objects.get().pk)
    found = [
        *look(page, base_url, reverse("reading", args=[run.pk])),
        *look(page, base_url, reverse("reading", args=[run.pk]) + "?part=type"),
        *look(page, base_url, reverse("reading-list")),
    ]
    assert found == []


def test_axe_finds_nothing_on_the_quality_page(page: Page, base_url, event, editor):
    for one in Event.objects.order_by("pk")[:12]:
        corrections.verify(one, editor)
    corrections.correct(event, "region", "global", editor)
    query = f"?field=region&language={event.language}"
    found = [*look(page, base_url, reverse("quality")), *look(page, base_url, reverse("quality-events") + query)]
    assert found == []
