"""The packaged gazetteer fills in and improves names; what an admin changed stays, at every start."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events import vocabulary
from events.corrections import correct
from events.extraction import gazetteer
from events.models import Agency, Alias, Country, Organization
from events.teaching import readings_of, remember
from events.values import Names, current_value
from events.views.facts import Facts
from tests.builders import make_admin, make_article, make_editor, make_event, make_named

NAMES = ("name", "name_en", "name_vi")


@pytest.fixture
def admin(db, client):
    user = make_admin()
    client.force_login(user)
    return user


@pytest.fixture
def package_says(monkeypatch):
    """Lets a later package name organizations otherwise: slug -> fields of the gazetteer's record."""
    packaged = gazetteer.organizations()

    def say(**changes: dict) -> None:
        later = tuple(known._replace(**changes.get(known.slug, {})) for known in packaged)
        monkeypatch.setattr(gazetteer, "organizations", lambda: later)
        vocabulary.sync()

    return say


def names(slug: str) -> tuple[str, ...]:
    return Organization.objects.values_list(*NAMES).get(slug=slug)


def rename(slug: str, **fields: str) -> None:
    Organization.objects.filter(slug=slug).update(**fields)


def change_in_admin(client, row, **fields) -> int:
    """The status of sending the admin's form of a row as it stands, with these fields changed."""
    address = reverse(f"admin:events_{row._meta.model_name}_change", args=[row.pk])
    form = client.get(address).context["adminform"].form
    inline = {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-text": "", "aliases-0-enabled": "on"}
    whole = {name: form[name].value() or "" for name in form.fields} | inline | fields
    return client.post(address, whole).status_code


# --- What an admin says stays


def test_names_changed_in_the_admin_stay(admin, client):
    vocabulary.sync()
    nato, agency = Organization.objects.get(slug="nato"), Agency.objects.get(name="Reuters")
    assert change_in_admin(client, nato, name="The Alliance", name_vi="Liên minh") == 302
    assert change_in_admin(client, agency, name="Reuters News") == 302
    vocabulary.sync()
    assert names("nato") == ("The Alliance", nato.name_en, "Liên minh")
    assert Agency.objects.get(pk=agency.pk).name == "Reuters News"


def test_a_spelling_added_in_the_admin_stays(admin, client):
    vocabulary.sync()
    change_in_admin(client, Organization.objects.get(slug="nato"), **{"aliases-0-text": "The Alliance"})
    vocabulary.sync()
    alias = Organization.objects.get(slug="nato").aliases.get()
    assert (alias.text, alias.enabled, alias.added_by) == ("The Alliance", True, admin)


def test_a_name_that_an_admin_emptied_stays_empty(db):
    vocabulary.sync()
    rename("nato", name_vi="")
    vocabulary.sync()
    assert names("nato")[2] == ""


def test_a_changed_field_stays_while_the_package_improves_the_others(db, package_says):
    package_says()
    rename("nato", name="The Alliance")
    package_says(nato={"name": "Nato", "names_en": ("North Atlantic Alliance",)})
    assert names("nato")[:2] == ("The Alliance", "North Atlantic Alliance")


def test_an_admins_word_stays_also_after_the_package_once_said_the_same(db, package_says):
    package_says()
    rename("nato", name="Nato")
    package_says(nato={"name": "Nato"})
    package_says(nato={"name": "Atlantic Alliance"})
    assert names("nato")[0] == "Nato"


def test_a_name_put_back_as_it_was_follows_the_package_again(db, package_says):
    package_says()
    before = names("nato")[0]
    rename("nato", name="The Alliance")
    package_says(nato={"name": "Nato"})
    rename("nato", name=before)
    package_says(nato={"name": "Nato"})
    assert names("nato")[0] == "Nato"


# --- A renamed row is found by its old name and by its new one


def test_events_that_name_a_renamed_organization_in_either_way_point_at_it(db):
    vocabulary.sync()
    before = Organization.objects.count()
    rename("nato", name="The Alliance")
    found = Names.of([{"organizations": ["NATO", "The Alliance"]}])
    ids = {found.id_of("organizations", name) for name in ("NATO", "The Alliance")}
    assert ids == {Organization.objects.get(slug="nato").pk}
    assert Organization.objects.count() == before


def test_a_list_that_an_editor_adds_to_keeps_the_renamed_organization(db):
    vocabulary.sync()
    rename("nato", name="The Alliance")
    event = make_event(organizations=["NATO"])
    correct(event, "organizations", [*current_value(event, "organizations"), "UN"], make_editor())
    slugs = event.event_organizations.order_by("position").values_list("organization__slug", flat=True)
    assert list(slugs) == ["nato", "un"]


@pytest.mark.parametrize("field", ["organizations", "actor"])
def test_a_new_name_is_no_correction_of_what_was_read(db, field):
    vocabulary.sync()
    event = make_event(text="The pact met.", machine={field: ["NATO", "UN"]}, **{field: ["NATO", "UN"]})
    rename("nato", name="The Alliance")
    readings = readings_of(correct(event, field, ["The Alliance", "EU"], make_editor()))
    assert [(reading.said, reading.meant) for reading in readings] == [("UN", "EU")]


def test_a_spelling_is_taught_to_the_renamed_organization(db):
    vocabulary.sync()
    editor = make_editor()
    event = make_event(organizations=["UN"], text="The pact met.", machine={"organizations": ["UN"]})
    rename("nato", name="The Alliance")
    reading = readings_of(correct(event, "organizations", ["The Alliance"], editor))[0]
    remember(reading.with_words("pact"), editor)
    assert Alias.objects.get().organization.slug == "nato"


@pytest.mark.parametrize(("slug", "read"), [("nato", "NATO"), ("amnesty", "Amnesty International")])
def test_a_renamed_organization_keeps_the_words_that_gave_it(db, slug, read):
    vocabulary.sync()
    article = make_article(text=f"{read} met.")
    words = {"value": read, "text": read, "start": 0, "end": len(read)}
    event = make_event(article=article, start=0, end=len(article.text), evidence={"organizations": [words]})
    event.event_organizations.create(organization=Organization.objects.get(slug=slug), position=0)
    rename(slug, name="Renamed")
    fact = next(fact for fact in Facts(event, aside=[], standing={}).all() if fact.field == "organizations")
    assert [(value.label, value.words_at) for value in fact.values] == [("Renamed", 0)]


# --- What nobody touched follows the package


def test_an_untouched_row_takes_a_new_packaged_name(db, package_says):
    package_says()
    package_says(nato={"name": "Nato"})
    assert names("nato")[0] == "Nato"
    package_says(nato={"name": "Atlantic Alliance"})
    assert names("nato")[0] == "Atlantic Alliance"


def test_syncing_again_writes_nothing_to_organizations_and_agencies(db):
    vocabulary.sync()
    rename("nato", name="The Alliance")
    before = list(Organization.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as queries:
        vocabulary.sync()
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert all('INTO "events_country"' in sql for sql in written)
    assert list(Organization.objects.order_by("pk").values()) == before


def test_a_row_made_by_an_article_gets_its_long_names(db):
    Names.of([{"organizations": ["NATO"]}])
    assert names("nato") == ("NATO", "", "")
    vocabulary.sync()
    known = next(known for known in gazetteer.organizations() if known.slug == "nato")
    assert names("nato")[1] in known.names_en
    assert names("nato")[2] in known.names_vi


# --- Rows from before it was remembered what the package said


def test_an_old_row_that_agrees_with_the_package_is_untouched(db, package_says):
    package_says()
    Organization.objects.update(packaged=None)
    package_says()
    package_says(nato={"name": "Nato"})
    assert names("nato")[0] == "Nato"


def test_an_old_row_that_says_otherwise_was_touched(db, package_says):
    package_says()
    rename("nato", name="The Alliance")
    Organization.objects.update(packaged=None)
    package_says()
    package_says(nato={"name": "Nato", "names_en": ("North Atlantic Alliance",)})
    assert names("nato")[:2] == ("The Alliance", "North Atlantic Alliance")


# --- What comes back by itself is not deleted, what cannot be renamed is CLDR's


def test_packaged_rows_are_not_deleted_in_the_admin_and_others_are(admin, client):
    vocabulary.sync()
    added = make_named(Organization, "Guild of Lighthouse Keepers")
    packaged = Organization.objects.get(slug="nato")
    assert client.get(reverse("admin:events_organization_delete", args=[packaged.pk])).status_code == 403
    address = reverse("admin:events_organization_changelist")
    chosen = {"action": "delete_selected", "post": "yes"}
    client.post(address, chosen | {"_selected_action": [packaged.pk]})
    client.post(address, chosen | {"_selected_action": [added.pk]})
    assert Organization.objects.filter(pk=packaged.pk).exists()
    assert not Organization.objects.filter(pk=added.pk).exists()


def test_countries_are_not_renamed_in_the_admin(admin, client):
    vocabulary.sync()
    norway = Country.objects.get(code="NO")
    change_in_admin(client, norway, name_en="Norge", **{"aliases-0-text": "Nauy"})
    vocabulary.sync()
    norway.refresh_from_db()
    assert (norway.name_en, norway.aliases.get().text) == ("Norway", "Nauy")
