"""A long filter has a short link: the same for everyone, for filters only, and not by the thousand."""

import re

import pytest
from django.core.cache import cache
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import short_links
from events.models import ShortLink
from events.models.choices import EventType
from tests.builders import make_event

pytestmark = pytest.mark.django_db

LONG = "&".join(f"type={value}" for value in EventType.values)


@pytest.fixture(autouse=True)
def nobody_asked_yet():
    cache.clear()


def link_of(client, query: str = LONG) -> str:
    page = client.post("/events/link/", {"query": query}, follow=True)
    return re.search(r"http://testserver(/l/[a-z2-7]+/)", page.content.decode())[1]


def test_a_long_filter_offers_a_link_and_a_short_one_does_not(client):
    make_event()
    assertContains(client.get(f"/events/?{LONG}"), "Short link")
    assertNotContains(client.get("/events/?region=europe"), "Short link")


def test_the_link_leads_to_the_same_filter(client):
    assertRedirects(client.get(link_of(client)), f"/events/?{LONG}")


def test_asking_again_stores_nothing_again(client):
    assert link_of(client) == link_of(client)
    assert ShortLink.objects.count() == 1


def test_the_page_one_was_on_is_not_part_of_the_link(client):
    assert link_of(client, f"{LONG}&limit=20") != link_of(client)
    assert link_of(client, f"{LONG}&nonsense=1") == link_of(client)


def test_what_is_no_filter_is_not_stored(client):
    link_of(client, "region=narnia&x=http://example.org/")
    assert ShortLink.objects.get().query == ""


def test_nobody_fills_the_table(client, monkeypatch):
    monkeypatch.setattr(short_links, "MOST_A_MINUTE", 2)
    for number in range(4):
        page = client.post("/events/link/", {"query": f"q=word{number}"}, follow=True)
    assertContains(page, "Wait a little")
    assert ShortLink.objects.count() == 2


def test_an_unknown_link_is_not_found(client):
    assert client.get("/l/aaaaaaaaaa/").status_code == 404
