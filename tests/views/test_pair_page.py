"""Two countries: who did what to whom, in figures that open their events."""

import datetime
import re
from html import unescape

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from events.facets import Selection
from events.models.choices import Quad
from events.pairs import pair
from events.timelines import Step
from tests.builders import make_country, make_event
from tests.views.test_event_list import text_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 18)
PAGE = "/countries/RU/UA/"


def acts(actor: str, recipient: str, **fields):
    return make_event(actor=[actor], recipient=[recipient], **{"date": DAY, "type": "ACCUSE", **fields})


def test_each_direction_has_its_own_table_and_events(client):
    acts("RU", "UA", title="Accused of shelling")
    acts("UA", "RU", title="Sanctions in return", type="SANCTION")
    acts("UA", "PL", title="Nothing to do with it")
    page = text_of(client.get(PAGE))
    one, other = page.index("Accused of shelling"), page.index("Sanctions in return")
    assert one < other
    assert "Nothing to do with it" not in page


def test_cells_add_up_to_the_total_with_undated_events_and_news_without_an_act():
    for fields in (
        {},
        {"type": "SANCTION"},
        {"type": None},
        {"date": None},
        {"date": None, "type": None},
        {"date": datetime.date(2026, 1, 1), "date_precision": "year"},
        {"date": datetime.date(2026, 2, 27), "date_end": datetime.date(2026, 3, 2)},
    ):
        acts("RU", "UA", **fields)
    acts("UA", "RU", type="AID")
    for step in (None, *Step):
        found = pair(Selection(), "RU", "UA", step)
        for table, expected in zip(found.tables, (7, 1), strict=True):
            assert table.total == expected
            assert sum(row.total for row in table.rows) == expected
            assert sum(cell.count for row in table.rows for cell in row.cells) == expected
            assert sum(table.columns) == expected
        assert [row.start for row in found.tables[0].rows] == [row.start for row in found.tables[1].rows]
        assert found.tables[0].rows[-1].start is None
        assert None in found.quads


def test_other_filters_narrow_the_tables_too():
    acts("RU", "UA")
    acts("RU", "UA", type="SANCTION")
    acts("RU", "UA", date=None)
    acts("RU", "UA", type=None, date=None)
    found = pair(Selection(quad=(str(Quad.VERBAL_CONFLICT),)), "RU", "UA", None)
    assert found.tables[0].total == 2
    assert sum(cell.count for row in found.tables[0].rows for cell in row.cells) == 2
    assert pair(Selection(type=("none",)), "RU", "UA", None).tables[0].columns[-1] == 1


def test_every_cell_opens_the_events_it_counts(client):
    acts("RU", "UA", title="In March")
    acts("RU", "UA", title="In May", date=datetime.date(2026, 5, 3))
    acts("RU", "UA", title="Without an act", type=None)
    acts("UA", "RU", title="In return")
    page = client.get(PAGE).content.decode()
    cells = re.findall(r'<td><a href="([^"]+)">(\d+)<', page)
    assert len(cells) == 4
    for url, count in cells:
        assert client.get(unescape(url).replace("/events/", "/events.json")).json()["total"] == int(count)


def test_years_stand_in_for_very_many_months_and_any_step_can_be_asked_for(client):
    for year in (2020, 2021, 2022):
        for month in range(1, 13):
            acts("RU", "UA", date=datetime.date(year, month, 5))
    assert client.get(PAGE).context["pair"].step == Step.YEAR
    assert client.get(PAGE + "?step=month").context["pair"].step == Step.MONTH
    assert client.get(PAGE + "?step=decade").context["pair"].step == Step.YEAR


def test_lower_case_leads_on_unknown_countries_are_not_found_and_one_alone_has_its_own_page(client):
    make_country("RU"), make_country("UA")
    assertRedirects(client.get("/countries/ru/Ua/"), PAGE)
    assertRedirects(client.get("/countries/RU/RU/"), "/countries/RU/")
    assert client.get("/countries/RU/QQ/").status_code == 404
    assert client.get("/countries/QQ/RU/").status_code == 404


def test_nothing_between_them_is_said_in_words(client):
    make_country("RU"), make_country("UA")
    assertContains(client.get(PAGE), "No article tells of anything that Country RU did to Country UA.")
    acts("RU", "UA")
    page = client.get(PAGE + "?type=AID")
    assertContains(page, "No event fits these filters.", count=2)


def test_a_wrong_value_is_told_and_not_guessed(client):
    acts("RU", "UA")
    assertContains(client.get(PAGE + "?from=2026-02-30"), "2026-02-30", status_code=400)


def test_the_sides_are_swapped_with_the_filters_kept(client):
    acts("RU", "UA")
    assertContains(client.get(PAGE + "?type=ACCUSE"), 'href="/countries/UA/RU/?type=ACCUSE"')
