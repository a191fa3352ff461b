"""The admin: admins only, every page opens, actions do what the site does, large lists stay quick."""

import pytest
from django.contrib.admin import site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events import corrections, wakeups
from events.admin import large_tables
from events.models import Alias, Article, Correction, Event, Organization, Person, Recut
from events.values import current_value
from tests.builders import make_admin, make_article, make_country, make_editor, make_event, make_named


@pytest.fixture
def admin(db, client):
    user = make_admin()
    client.force_login(user)
    return user


OURS = [model._meta.model_name for model in site._registry if model._meta.app_label == "events"]


def test_these_are_in_the_admin():
    assert sorted(OURS) == [
        "agency",
        "alias",
        "article",
        "correction",
        "country",
        "event",
        "lesson",
        "organization",
        "person",
        "readingrun",
        "recut",
    ]


@pytest.mark.parametrize("model", OURS)
def test_every_list_opens_and_searches(admin, client, model):
    make_event(countries=["NO"], organizations=["EU"], people=["A"], agencies=["TASS"])
    address = reverse(f"admin:events_{model}_changelist")
    assert client.get(address).status_code == 200
    assert client.get(address, {"q": "oslo"}).status_code in (200, 302)


def test_only_admins_enter(client, db):
    client.force_login(make_editor())
    assert client.get(reverse("admin:events_event_changelist")).status_code == 302


@pytest.mark.parametrize("model", ["event", "article", "correction"])
def test_a_longer_list_asks_no_more_queries(admin, client, model):

    address = reverse(f"admin:events_{model}_changelist")

    def add(n: int) -> None:
        for _ in range(n):
            event = make_event(article=make_article(uploaded_by=admin))
            Correction.objects.create(event=event, field="title", made_by=admin)

    add(2)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    add(18)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


def test_rows_are_not_added_or_deleted_by_hand(admin, client):
    event = make_event()
    assert client.get(reverse("admin:events_event_add")).status_code == 403
    assert client.get(reverse("admin:events_event_delete", args=[event.pk])).status_code == 403
    assert client.get(reverse("admin:events_article_delete", args=[event.article_id])).status_code == 403


def act(client, model: str, action: str, *objects):
    address = reverse(f"admin:events_{model}_changelist")
    return client.post(address, {"action": action, "_selected_action": [o.pk for o in objects]}, follow=True)


def test_articles_are_parsed_again_withdrawn_and_restored(
    admin, client, monkeypatch, django_capture_on_commit_callbacks
):
    called = []
    monkeypatch.setattr(wakeups, "send", lambda ids: called.extend(ids) or True)
    parsed, failed = make_article(), make_article(status="failed", failure="crashed")
    with django_capture_on_commit_callbacks(execute=True):
        answer = act(client, "article", "parse_again", parsed, failed)
    assert "2 articles are queued." in answer.content.decode()
    assert sorted(called) == [parsed.pk, failed.pk]
    act(client, "article", "withdraw", parsed)
    assert not Article.objects.kept().filter(pk=parsed.pk).exists()
    act(client, "article", "restore", parsed)
    assert Article.objects.kept().filter(pk=parsed.pk).exists()


def test_restoring_beside_the_same_file_says_why_not(admin, client):
    old = make_article()
    act(client, "article", "withdraw", old)
    make_article(sha256=old.sha256)
    assert "uploaded again meanwhile" in act(client, "article", "restore", old).content.decode()


def test_an_article_page_tells_why_it_failed_and_does_not_carry_the_text(admin, client):
    article = make_article("A text of its own.", status="failed", failure="crashed")
    page = client.get(reverse("admin:events_article_change", args=[article.pk])).content.decode()
    assert "stopped the worker several times" in page
    assert "A text of its own." not in page


@pytest.mark.parametrize(
    ("action", "status"), [("verify", "verified"), ("reject", "rejected"), ("withdraw", "unreviewed")]
)
def test_events_are_reviewed_by_the_sites_own_functions(admin, client, action, status):
    event = make_event()
    act(client, "event", action, event)
    event.refresh_from_db()
    assert event.status == status
    assert Correction.objects.get().made_by == admin


def form_of(client, event: Event) -> dict:
    form = client.get(reverse("admin:events_event_change", args=[event.pk])).context["adminform"].form
    return {name: form[name].value() if form[name].value() is not None else "" for name in form.fields}


def test_saving_an_event_unchanged_corrects_nothing(admin, client):
    event = make_event(countries=["NO", "RU"], organizations=["EU"], actor=["EU"], type="CONSULT", topic="11000000")
    address = reverse("admin:events_event_change", args=[event.pk])
    assert client.post(address, form_of(client, event)).status_code == 302
    assert not Correction.objects.exists()


def test_what_is_changed_in_the_form_becomes_corrections(admin, client):
    event = make_event(countries=["NO"], type="CONSULT")
    address = reverse("admin:events_event_change", args=[event.pk])
    changed = {"title": "Talks in Bergen", "countries_lines": "NO\r\nRU\r\n", "type": "", "date": "2026-11-01"}
    answer = client.post(address, form_of(client, event) | changed)
    assert answer.status_code == 302
    event = Event.objects.get()
    assert (event.title, event.type, str(event.date)) == ("Talks in Bergen", None, "2026-11-01")
    assert current_value(event, "countries") == ["NO", "RU"]
    assert set(Correction.objects.values_list("field", flat=True)) == {"title", "countries", "type", "date"}


def test_nonsense_in_the_form_is_said_beside_its_field(admin, client):
    event = make_event()
    address = reverse("admin:events_event_change", args=[event.pk])
    answer = client.post(address, form_of(client, event) | {"countries_lines": "Atlantis", "date_end": "2020-01-01"})
    assert answer.status_code == 200
    assert "“Atlantis” is no country" in answer.content.decode()
    assert "lies before the first" in answer.content.decode()
    assert not Correction.objects.exists()


def test_corrections_are_undone_from_their_list(admin, client):
    event = make_event()
    address = reverse("admin:events_event_change", args=[event.pk])
    client.post(address, form_of(client, event) | {"title": "Talks in Bergen"})
    act(client, "correction", "undo", Correction.objects.get())
    assert Event.objects.get().title == event.title


def test_an_alias_means_one_thing_and_keeps_who_added_it(admin, client):
    norway, eu = make_country("NO"), make_named(Organization, "EU")
    address = reverse("admin:events_alias_add")
    answer = client.post(address, {"text": "Nauy", "country": norway.pk, "organization": eu.pk, "enabled": "on"})
    assert "Choose exactly one" in answer.content.decode()
    client.post(address, {"text": "Nauy", "country": norway.pk, "enabled": "on"})
    assert (Alias.objects.get().value, Alias.objects.get().added_by) == ("NO", admin)


def test_a_new_organization_gets_the_slug_its_name_is_found_by(admin, client):
    address = reverse("admin:events_organization_add")
    inline = {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-text": "GLK", "aliases-0-enabled": "on"}
    form = {"name": "Guild of Keepers", "name_en": "", "name_vi": ""} | inline
    client.post(address, form)
    guild = Organization.objects.get()
    assert guild.slug == "guild-of-keepers"
    assert (guild.aliases.get().text, guild.aliases.get().added_by) == ("GLK", admin)
    assert "here already" in client.post(address, form).content.decode()


def test_a_whole_large_table_is_estimated_and_a_selection_counted(db, monkeypatch):

    for _ in range(3):
        make_event()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE events_event")
    monkeypatch.setattr(large_tables, "EXACT_BELOW", 3)
    assert large_tables.EstimatingPaginator(Event.objects.order_by("pk"), 50).count == 3
    assert large_tables.EstimatingPaginator(Event.objects.filter(title="none").order_by("pk"), 50).count == 0


def test_a_change_of_passages_is_undone_from_its_list(admin, client, monkeypatch):
    undone = []
    monkeypatch.setattr("events.passages.undo", lambda recut, user: undone.append((recut, user)))
    cut = {"start": 0, "end": 5, "kind": "event", "reason": None, "words": "Talks"}
    made = Recut.objects.create(article=make_article(), action="event", cuts=[cut], made_by=admin)
    client.post("/admin/events/recut/", {"action": "undo", "_selected_action": [made.pk]})
    assert undone == [(made, admin)]


def rename(client, row, name, **more):
    """As the page of a row sends it."""
    spellings = {f"aliases-{part}_FORMS": more.pop(part, 0) for part in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    address = reverse(f"admin:events_{row._meta.model_name}_change", args=[row.pk])
    return client.post(address, {"name": name, **spellings, **more})


def test_what_people_said_follows_a_row_through_all_its_names(admin, client):
    event = make_event(people=["Ann Lee"], machine={})
    row = event.people.get()
    rename(client, row, "Anne Lee")
    corrections.correct(event, "people", ["Anne Lee", "Bo Lee"], admin)
    rename(client, row, "Anne B. Lee")
    assert list(row.aliases.values_list("text", "added_by")) == [("Anne Lee", admin.pk)]
    newest = corrections.correct(event, "people", [], admin)
    corrections.undo(newest, admin)
    assert current_value(event, "people") == ["Anne B. Lee", "Bo Lee"]
    assert event.people.first() == row


def test_a_former_name_that_was_written_among_the_spellings_stands_there_once(admin, client):
    row = make_named(Person, "Ann Lee")
    Person.objects.filter(pk=row.pk).update(name="Anne Lee")
    spelling = {"aliases-0-text": "Anne Lee", "aliases-0-enabled": "on", "aliases-0-person": row.pk, "aliases-0-id": ""}
    assert rename(client, row, "Anne B. Lee", TOTAL=1, **spelling).status_code == 302
    assert list(row.aliases.values_list("text", flat=True)) == ["Anne Lee"]


def test_a_former_name_that_another_row_has_is_that_ones(admin, client):
    row, other = make_named(Person, "Ann Lee"), make_named(Person, "Bo Lee")
    Person.objects.filter(pk=row.pk).update(name="Lee")
    Person.objects.filter(pk=other.pk).update(name="Lee")
    rename(client, row, "Ann Lee Jr")
    assert not row.aliases.exists()
