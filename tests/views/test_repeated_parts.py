"""The parts of a page that Python writes out rather than a template: escaping, links, languages, and few queries."""

import datetime
import re

import pytest
from django.utils.translation import override

from events.event_rows import rows_of
from events.histogram import draw
from events.templatetags.rows import bar_rows, bars, facet_values, kind_of, parties_of
from tests.builders import make_event

HOSTILE = '<b onclick="x">\'&'
ESCAPED = "&lt;b onclick=&quot;x&quot;&gt;&#x27;&amp;"


def value(**changes) -> dict:
    return {"value": "ana", "label": "Ana", "count": 1412, "selected": False} | changes


def test_a_value_of_a_facet_is_a_checkbox_with_its_count_as_the_language_writes_it():
    html = facet_values("person", [value()])
    assert 'name="person" value="ana" id="f-person-ana">' in html
    assert '<data value="1412">1,412</data>' in html
    with override("vi"):
        assert '<data value="1412">1.412</data>' in facet_values("person", [value()])


def test_what_is_chosen_is_checked_and_what_finds_nothing_says_so():
    html = facet_values("person", [value(selected=True, count=0)])
    assert 'id="f-person-ana" checked>' in html
    assert 'data-count="0"' in html


def test_names_of_values_are_never_markup():
    html = facet_values("person", [value(value=HOSTILE, label=HOSTILE)])
    assert html.count(ESCAPED) == 4
    assert HOSTILE not in html


def test_bars_and_rows_of_the_chart_lead_to_the_same_days_under_the_same_query():
    chart = draw({(datetime.date(2024, 11, 1), "day"): 2, (datetime.date(2024, 11, 3), "day"): 1})
    for html in (bars(chart, "/events/", "q=a&region=europe"), bar_rows(chart, "/events/", "q=a&region=europe")):
        assert html.count("/events/?q=a&amp;region=europe&amp;from=2024-11-03&amp;to=2024-11-03") == 1
        assert html.count("href=") == 2
    assert 'href="/events/?from=2024-11-01&amp;to=2024-11-01"' in bars(chart, "/events/", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("linked", "mentions"),
    [
        (
            {"actor": ["NO", "EU"], "recipient": ["SE"], "countries": ["NO", "SE", "FI"]},
            [("Country NO", "actor", "NO", None), ("EU", "actor", None, "eu"), ("Country SE", "recipient", "SE", None)],
        ),
        ({"countries": ["FR", "DE"]}, [("Country FR", "", "FR", None), ("Country DE", "", "DE", None)]),
        (
            {"recipient": ["SE"], "countries": ["FI"]},
            [("Country FI", "", "FI", None), ("Country SE", "recipient", "SE", None)],
        ),
        ({}, []),
    ],
)
def test_a_row_says_of_an_event_what_the_event_says(linked, mentions):
    event = make_event(agencies=["Reuters", "AP"], status="verified", type="CONSULT", **linked)
    (row,) = rows_of([event.pk])
    assert [(m.name, m.role, m.country, m.organization) for m in row.mentions] == mentions
    assert row.agencies == ["Reuters", "AP"]
    assert (row.title, row.text, row.date, row.quad) == (event.title, event.text, event.date, "verbal-cooperation")
    assert row.get_absolute_url() == event.get_absolute_url()
    assert row.get_status_display() == event.get_status_display()


@pytest.mark.django_db
def test_the_sign_of_an_event_is_explained_in_words():
    event = make_event(type="ASSAULT")
    assert 'title="Material conflict"' in kind_of(rows_of([event.pk])[0])


@pytest.mark.django_db
def test_names_of_parties_are_never_markup_and_their_links_stay_links():
    event = make_event(actor=[HOSTILE])
    html = parties_of(rows_of([event.pk])[0])
    assert ESCAPED in html
    assert HOSTILE not in html


@pytest.mark.django_db
def test_who_acts_on_its_own_is_named_once_in_a_row():
    at_home, abroad = make_event(actor=["NO"], recipient=["NO"]), make_event(actor=["NO"], recipient=["NO", "SE"])
    home, away = (re.findall(r"/countries/(\w+)/", parties_of(row)) for row in rows_of([at_home.pk, abroad.pk]))
    assert (home, away) == (["NO"], ["NO", "SE"])


@pytest.mark.django_db
def test_rows_keep_their_order_miss_what_is_gone_and_take_two_queries(django_assert_num_queries):
    events = [make_event(countries=["NO"], agencies=["Reuters"]) for _ in range(3)]
    wanted = [events[2].pk, events[0].pk, 0, events[1].pk]
    with django_assert_num_queries(2):
        rows = rows_of(wanted)
    assert [row.pk for row in rows] == [events[2].pk, events[0].pk, events[1].pk]
