"""The packaged gazetteer as rows, the first accounts, and the demo articles."""

import json
import stat

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from events import accounts, demo, ingest, uploads, vocabulary, wakeups
from events.extraction import gazetteer
from events.models import Agency, Article, Change, Country, Event, Organization, Upload
from tests.builders import PASSWORD, keep_originals_in, make_editor, make_named, make_user


@pytest.fixture
def originals(settings, tmp_path, monkeypatch):
    keep_originals_in(tmp_path, settings)
    monkeypatch.setattr(wakeups, "send", lambda ids: True)
    return tmp_path


# --- Vocabulary


def test_every_country_has_its_names_in_both_languages(db, capsys):
    call_command("sync_vocabulary")
    assert Country.objects.count() == len(gazetteer.countries())
    germany = Country.objects.get(pk="DE")
    assert (germany.name_en, germany.name_vi, germany.region) == ("Germany", "Đức", "europe")
    assert "countries" in capsys.readouterr().out


def test_every_organization_and_agency_is_a_row(db):
    counts = vocabulary.sync()
    assert counts["organizations"] == Organization.objects.count()
    assert counts["agencies"] == Agency.objects.count()
    united_nations = Organization.objects.get(slug="un")
    assert (united_nations.name, united_nations.name_en) == ("UN", "United Nations")
    assert Agency.objects.filter(name="Reuters").exists()


def test_syncing_again_changes_no_id_and_keeps_what_editors_added(db):
    vocabulary.sync()
    added = make_named(Organization, "Guild of Lighthouse Keepers")
    before = dict(Organization.objects.values_list("slug", "pk"))
    vocabulary.sync()
    assert dict(Organization.objects.values_list("slug", "pk")) == before
    assert added.slug in before


def test_a_name_of_the_gazetteer_finds_its_packaged_row(db):
    vocabulary.sync()
    for known in gazetteer.organizations():
        assert vocabulary.slug_for(Organization, known.name) == known.slug
    for known in gazetteer.agencies():
        assert vocabulary.slug_for(Agency, known.name) == known.slug


# --- Accounts


def test_the_first_accounts_have_the_passwords_of_the_file(db, settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path / "var"
    call_command("setup_accounts")
    file = tmp_path / "var" / "accounts.json"
    written = json.loads(file.read_text())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(written) == {"admin", "editor"}
    admin, editor = (User.objects.get(username=written[name]["username"]) for name in ("admin", "editor"))
    assert admin.check_password(written["admin"]["password"])
    assert editor.check_password(written["editor"]["password"])
    assert (admin.is_superuser, admin.is_staff, editor.is_superuser, editor.is_staff) == (True, True, False, False)
    assert written["admin"]["password"] not in capsys.readouterr().out


def test_accounts_are_made_once(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    call_command("setup_accounts")
    first = (tmp_path / "accounts.json").read_text()
    User.objects.get(username="editor").delete()
    call_command("setup_accounts")
    assert (tmp_path / "accounts.json").read_text() == first
    assert list(User.objects.values_list("username", flat=True)) == ["admin"]  # who was removed stays removed


def test_an_installation_with_people_gets_no_accounts(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    make_user()
    call_command("setup_accounts")
    assert User.objects.count() == 1
    assert not (tmp_path / "accounts.json").exists()


def test_passwords_written_before_a_crash_are_used(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    left = {name: {"username": name, "password": f"{name} {PASSWORD}"} for name in ("admin", "editor")}
    (tmp_path / "accounts.json").write_text(json.dumps(left))
    call_command("setup_accounts")
    assert User.objects.get(username="editor").check_password(f"editor {PASSWORD}")


def test_editors_work_on_the_site_and_do_not_enter_the_admin(db, client):
    editor = make_editor()
    wanted = (accounts.UPLOAD, accounts.HANDLE_ARTICLES, accounts.CORRECT, accounts.READ_ARTICLES, accounts.TEACH)
    assert all(editor.has_perm(name) for name in wanted)
    assert not editor.has_perm("auth.add_user")
    client.force_login(editor)
    assert client.get("/admin/").status_code == 302


def test_readers_may_read_and_no_more(db):
    accounts.make_groups()
    reader = make_user()
    reader.groups.add(Group.objects.get(name=accounts.READER))
    assert reader.has_perm(accounts.READ_ARTICLES)
    assert not reader.has_perm(accounts.UPLOAD)
    assert not reader.has_perm(accounts.CORRECT)


# --- Demo


def test_demo_articles_come_through_the_upload_path_and_become_events(db, originals, capsys):
    call_command("demo")
    assert "Uploaded 6 demo articles" in capsys.readouterr().out
    for pk in Article.objects.values_list("pk", flat=True):
        ingest.parse_and_store(pk)
    assert set(Article.objects.values_list("status", "is_demo")) == {("parsed", True)}
    assert sorted(Article.objects.values_list("language", flat=True)) == ["en"] * 3 + ["vi"] * 3
    round_ups = Article.objects.filter(layout="starred")
    assert [article.events.count() for article in round_ups.order_by("name")] == [12, 8, 13, 10]
    years = {day.year for day in Event.objects.exclude(date=None).values_list("date", flat=True)}
    assert years == {2026}


def test_demo_articles_are_loaded_once(db, originals, capsys):
    call_command("demo")
    call_command("demo")
    assert "Uploaded 0 demo articles; 6 were here already." in capsys.readouterr().out
    assert (Article.objects.count(), Upload.objects.count()) == (6, 6)


def test_removing_the_demo_leaves_what_people_uploaded(db, originals, capsys):
    call_command("demo")
    uploads.accept(text="*Norway thanks Latvia: On November 18, Norway thanked Latvia. (AFP)", user=make_editor())
    for pk in Article.objects.values_list("pk", flat=True):
        ingest.parse_and_store(pk)
    theirs = Article.objects.get(is_demo=False)
    demo_events = Event.objects.exclude(article=theirs).count()
    call_command("demo", "--remove")
    assert f"Removed 6 demo articles and {demo_events} events." in capsys.readouterr().out
    assert Article.objects.get() == theirs
    assert Upload.objects.get().article == theirs
    assert set(Event.objects.values_list("article", flat=True)) == {theirs.pk}
    assert [path.name for path in originals.rglob("*") if path.is_file()] == [theirs.sha256]
    assert Change.objects.filter(kind="trashed").count() == demo_events


def test_an_original_that_another_article_shares_stays(db, originals):
    call_command("demo")
    editor = make_editor()
    one = Article.objects.first()
    uploads.withdraw(one, editor)
    path = demo.FOLDER / one.name
    (upload,) = uploads.accept(text=path.read_text(), user=editor).uploads
    demo.remove()
    assert upload.article.original.open().read() == path.read_bytes()
