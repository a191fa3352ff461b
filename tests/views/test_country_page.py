"""A country's page: its events through time and under the same filters, what it is named with."""

import datetime
import re
from html import unescape

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events.facets.selection import Selection
from events.facets.series import beside, series
from events.models.choices import Quad
from tests.builders import make_country, make_event
from tests.views.test_event_list import text_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 18)


def test_only_events_that_name_the_country_are_shown(client):
    make_event(title="Talks in Tokyo", countries=["JP", "KR"])
    make_event(title="Talks in Lima", countries=["PE"])
    page = client.get("/countries/JP/")
    assertContains(page, "Talks in Tokyo")
    assertNotContains(page, "Talks in Lima")
    assert "Events 1" in text_of(page)


def test_the_country_is_named_in_the_language_of_the_page(client):
    make_country("JP", name="Japan", name_vi="Nhật Bản")
    assertContains(client.get("/countries/JP/"), "<h1>Japan</h1>")
    assertContains(client.get("/countries/JP/", headers={"accept-language": "vi"}), "<h1>Nhật Bản</h1>")


def test_an_unknown_country_is_not_found_and_lower_case_leads_on(client):
    make_event(countries=["JP"])
    assert client.get("/countries/QQ/").status_code == 404
    assert client.get("/countries/qq/").status_code in (302, 404)
    assertRedirects(client.get("/countries/jp/"), "/countries/JP/")


def test_nothing_is_written_to_by_another_method(client):
    make_event(countries=["JP"])
    assert client.post("/countries/JP/").status_code == 405


def test_filters_narrow_the_list_the_chart_and_the_figures_alike(client):
    make_event(title="Talks", countries=["JP"], type="CONSULT", date=DAY)
    make_event(title="Tariffs", countries=["JP"], type="SANCTION", date=DAY)
    page = client.get("/countries/JP/?type=CONSULT")
    assertContains(page, "Talks")
    assertNotContains(page, "Tariffs")
    assert "Events 1" in text_of(page)
    assert [bar.total for bar in page.context["timeline"].bars] == [1]
    assertContains(page, 'class="chip"')


def test_a_wrong_value_is_told_and_not_guessed(client):
    make_event(countries=["JP"])
    answer = client.get("/countries/JP/?from=2026-02-30")
    assert answer.status_code == 400
    assertContains(answer, "2026-02-30", status_code=400)


def test_every_bar_leads_to_the_events_it_counts(client):
    make_event(title="Early", countries=["JP"], type="CONSULT", date=datetime.date(2026, 11, 2))
    make_event(title="Late", countries=["JP"], type="ASSAULT", date=datetime.date(2026, 11, 20))
    page = client.get("/countries/JP/").content.decode()
    bars = [unescape(url) for url in re.findall(r'<a tabindex="-1" href="([^"]+)"><title>', page)]
    assert len(bars) == 2
    assertContains(client.get(bars[0]), "Early")
    assertNotContains(client.get(bars[0]), ">Late<")
    assertContains(client.get(bars[1]), "Late")
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">', page)
    assert [unescape(url) for url in rows] == bars[::-1]


def test_the_table_beside_the_chart_says_the_same(client):
    make_event(countries=["JP"], type="CONSULT", date=DAY)
    make_event(countries=["JP"], type=None, date=DAY)
    page = text_of(client.get("/countries/JP/"))
    assert "18 November 2026 0 1 0 0 1" in page


def test_undated_events_are_counted_and_listed_under_their_own_head(client):
    make_event(title="Sometime", countries=["JP"], date=None)
    page = text_of(client.get("/countries/JP/"))
    assert "Without a date 1" in page
    assert "Sometime" in page[page.rindex("Without a date") :]


def test_the_number_of_undated_events_leads_to_them(client):
    make_event(title="Dated", countries=["JP"], date=DAY)
    make_event(title="Sometime", countries=["JP"], date=None)
    page = client.get("/countries/JP/").content.decode()
    address = unescape(re.search(r'<a href="([^"]+)#events">1</a>', page)[1])
    undated = client.get(address)
    assertContains(undated, "Sometime")
    assertNotContains(undated, "Dated")


def test_the_country_itself_is_not_among_those_it_is_named_with():
    make_event(countries=["JP", "KR"])
    make_event(countries=["JP", "KR", "US"])
    make_event(countries=["US"])
    others = beside(Selection(country=("JP",)), "country", 8)
    assert [(other.value, other.count) for other in others] == [("KR", 2), ("US", 1)]


@pytest.mark.parametrize(
    ("step", "buckets"),
    [
        ("day", [datetime.date(2026, 10, 31), datetime.date(2026, 11, 1)]),
        ("week", [datetime.date(2026, 10, 26)]),
        ("month", [datetime.date(2026, 10, 1), datetime.date(2026, 11, 1)]),
    ],
)
def test_a_series_counts_each_dated_event_once_by_quad_class(step, buckets):
    make_event(countries=["JP"], type="CONSULT", date=datetime.date(2026, 10, 31))
    make_event(countries=["JP"], type=None, date=datetime.date(2026, 11, 1))
    make_event(countries=["JP"], date=None)
    found = series(Selection(country=("JP",)), step)
    assert sorted(found) == buckets
    together = {quad: sum(counts.get(quad, 0) for counts in found.values()) for quad in (*Quad, None)}
    assert together == {**dict.fromkeys(Quad, 0), Quad.VERBAL_COOPERATION: 1, None: 1}


def test_the_page_asks_no_more_queries_for_twenty_events_than_for_two(client, django_assert_max_num_queries):
    for n in range(2):
        make_event(countries=["JP"], people=[f"Person {n}"])
    client.get(reverse("country", args=["JP"]))
    with django_assert_max_num_queries(60) as few:
        client.get("/countries/JP/")
    for n in range(18):
        make_event(countries=["JP"], people=[f"Other {n}"])
    with django_assert_max_num_queries(len(few)):
        client.get("/countries/JP/")


@pytest.mark.parametrize("page", ["/countries/JP/", "/events/"])
def test_a_few_events_far_from_all_others_are_a_link_beside_the_chart_and_a_row_of_its_table(client, page):
    for days in range(60):
        make_event(countries=["JP"], date=DAY - datetime.timedelta(days=days))
    make_event(countries=["JP"], date=datetime.date(1995, 8, 15), title="Long ago")
    html = unescape(client.get(page).content.decode())
    links = re.findall(r'<a[^>]* href="([^"]+\?to=[^"]+)"', html)
    assert len(links) == 2
    assert len(set(links)) == 1
    assert "← 1 earlier" in html
    there = client.get(links[0])
    assertContains(there, "Long ago")
    assertNotContains(there, "1 earlier")
    assert links[0].startswith(page)
