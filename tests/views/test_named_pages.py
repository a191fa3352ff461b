"""Pages about a person, an organization or an agency: as a country's, each with its own name."""

import datetime

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events.models import Agency, Alias, Organization, Person
from tests.builders import make_event, make_named
from tests.views.test_event_list import text_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 18)
KINDS = (
    ("people", Person, "Ana Ruiz", "/people/ana-ruiz/"),
    ("organizations", Organization, "Hamas", "/organizations/hamas/"),
    ("agencies", Agency, "Reuters", "/agencies/reuters/"),
)
each_kind = pytest.mark.parametrize(("field", "model", "name", "address"), KINDS)


@each_kind
def test_it_shows_its_own_events_under_the_same_filters(client, field, model, name, address):
    make_event(title="Talks", type="CONSULT", date=DAY, **{field: [name]})
    make_event(title="Tariffs", type="SANCTION", date=DAY, **{field: [name]})
    make_event(title="Elsewhere", date=DAY, **{field: ["Somebody Else"]})
    shown = client.get(address)
    assertContains(shown, f"<h1>{name}</h1>")
    assertContains(shown, "Talks")
    assertNotContains(shown, "Elsewhere")
    assert "Events 2" in text_of(shown)
    narrowed = client.get(address + "?type=CONSULT")
    assertNotContains(narrowed, "Tariffs")
    assert [bar.total for bar in narrowed.context["timeline"].bars] == [1]
    assertContains(client.get(address + "?type=HUG"), "HUG", status_code=400)


@each_kind
def test_the_others_it_is_named_with_lead_to_their_pages(client, field, model, name, address):
    other = make_named(model, "Other Name")
    for days in range(3):
        make_event(date=DAY + datetime.timedelta(days=7 * days), countries=["FR"], **{field: [name, other.name]})
    shown = client.get(address)
    assertContains(shown, f'href="{address.rsplit("/", 2)[0]}/other-name/"')
    assertContains(shown, f'href="{address}?country=FR"')
    named_with = shown.context["ranked"][0]
    assert [(value["label"], value["count"]) for value in named_with.values] == [("Other Name", 3)]
    assert named_with.values[0]["line"].points


@each_kind
def test_capitals_lead_on_and_the_unknown_is_not_found(client, field, model, name, address):
    make_named(model, name)
    kind, slug = address.strip("/").split("/")
    assertRedirects(client.get(f"/{kind}/{slug.title()}/"), address)
    assert client.get(f"/{kind}/nobody-knows/").status_code == 404
    assertContains(client.get(address), f"No article has told of {name} yet.")


def test_other_spellings_are_told(client):
    who = make_named(Organization, "WHO", name_en="World Health Organization", name_vi="Tổ chức Y tế Thế giới")
    Alias.objects.create(text="W.H.O.", organization=who)
    Alias.objects.create(text="Wrong", organization=who, enabled=False)
    page = client.get("/organizations/who/")
    assertContains(page, "World Health Organization")
    assertContains(page, '<dd lang="vi">Tổ chức Y tế Thế giới</dd>')
    assertContains(page, "W.H.O.")
    assertNotContains(page, "Wrong")


def test_the_page_of_an_event_leads_to_those_it_names(client):
    event = make_event(people=["Ana Ruiz"], organizations=["Hamas"], agencies=["Reuters"], actor=["Hamas"])
    page = client.get(event.get_absolute_url())
    for _field, _model, _name, address in KINDS:
        assertContains(page, f'href="{address}"')
