"""All countries: a map and a list that say the same."""

import datetime
import re
from itertools import pairwise

import pytest
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from events.collation import alphabetical, vietnamese
from events.models import Country
from events.vocabulary import sync
from events.world import scale_of, world
from tests.builders import make_country, make_event
from tests.views.test_event_list import text_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 18)
PAGE = "/countries/"


def names(page) -> list[str]:
    return [one.country.code for one in page.context["told"]]


def test_map_and_list_count_the_same_and_lead_to_the_country(client):
    make_event(countries=["FR", "DE"], date=DAY)
    make_event(countries=["FR"], date=DAY)
    make_country("PE")
    page = client.get(PAGE)
    assert "2 events" in text_of(page)
    drawn = {shape.told.country.code: shape.told.count for shape in page.context["shapes"]}
    assert drawn == {"FR": 2, "DE": 1, "PE": 0}
    assert [(one.country.code, one.count) for one in page.context["told"]] == [("FR", 2), ("DE", 1)]
    assertContains(page, 'href="/countries/FR/?from=', count=2)
    assertContains(page, "<title>Country FR: 2 events</title>")
    assertContains(page, '<a href="/countries/PE/">Country PE</a>')


def test_the_period_counts_back_from_the_latest_day_with_events(client):
    for days, code in ((0, "FR"), (20, "DE"), (200, "PE"), (900, "NO")):
        make_event(countries=[code], date=DAY - datetime.timedelta(days=days))
    make_event(countries=["VN"], date=None)
    assert names(client.get(PAGE)) == ["DE", "FR"]
    assert names(client.get(PAGE + "?period=fortnight")) == ["FR"]
    assert names(client.get(PAGE + "?period=year")) == ["DE", "FR", "PE"]
    assert names(client.get(PAGE + "?period=all")) == ["DE", "FR", "NO", "PE", "VN"]
    assert names(client.get(PAGE + "?period=ever")) == ["DE", "FR"]
    assert names(client.get(PAGE + f"?to={DAY - datetime.timedelta(days=30)}")) == ["NO", "PE"]


def test_other_filters_hold_and_wrong_ones_are_told(client):
    make_event(countries=["FR"], type="AID", date=DAY)
    make_event(countries=["DE"], type="ACCUSE", date=DAY)
    assert names(client.get(PAGE + "?type=AID")) == ["FR"]
    assert names(client.get(PAGE + "?quad=verbal-conflict")) == ["DE"]
    assertContains(client.get(PAGE + "?type=HUG"), "HUG", status_code=400)


def test_the_list_is_sorted_by_any_column(client):
    make_country("VN", name="Vietnam", region="asia-pacific")
    make_country("NO", name="Norway", region="europe")
    make_event(countries=["VN", "NO"], type="AID", date=DAY)
    make_event(countries=["VN"], type="ASSAULT", date=DAY)
    assert names(client.get(PAGE)) == ["VN", "NO"]
    for order, first in (("name", "NO"), ("region", "VN"), ("cooperation", "NO"), ("conflict", "VN")):
        page = client.get(PAGE + f"?order={order}")
        assert names(page)[0] == first, order
        assertContains(page, "aria-sort=", count=1)


def test_countries_stand_in_the_order_of_the_alphabet_of_the_page(client):
    for code, name in (
        ("IN", "Ấn Độ"),
        ("AL", "Albania"),
        ("OM", "Oman"),
        ("AU", "Úc"),
        ("EG", "Ai Cập"),
        ("DE", "Đức"),
    ):
        make_country(code, name=name, name_vi=name)
        make_event(countries=[code], date=DAY)
    page = client.get(PAGE + "?order=name", headers={"accept-language": "vi"})
    assert names(page) == ["EG", "AL", "IN", "DE", "OM", "AU"]


def test_vietnamese_letters_come_before_tones():
    words = ["ba", "bà", "bá", "bạ", "bă", "bâ", "da", "đa", "ô", "ơ", "pháp", "phần lan", "ư"]
    assert sorted(set(words), key=vietnamese) == words
    with translation.override("en"):
        assert sorted(["Zambia", "Åland", "albania"], key=alphabetical) == ["Åland", "albania", "Zambia"]


def test_nearly_every_country_is_on_the_map_and_nothing_else():
    sync()
    drawn, known = world(), set(Country.objects.values_list("code", flat=True))
    on_map = {*drawn.shapes, *drawn.dots}
    assert on_map <= known
    assert known - on_map <= {"AQ", "UM", "HM", "GI", "TF", "GS"}, known - on_map
    assert set(drawn.shapes).isdisjoint(drawn.dots)
    for small in ("SG", "MT", "BH", "MV", "MU", "LI", "VA", "TV"):
        assert small in drawn.dots


def test_shapes_stay_on_the_map_and_none_crosses_it():
    drawn = world()
    for code, path in drawn.shapes.items():
        for ring in re.findall(r"M([-\d.,]+)l([^z]+)z", path):
            x, y = map(float, ring[0].split(","))
            steps = [float(number) for number in re.findall(r"-?\d*\.?\d+", ring[1])]
            assert len(steps) % 2 == 0, code
            assert max(map(abs, steps[::2])) < 200, code  # an edge as long would be one from rim to rim
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -1 <= x <= drawn.width + 1, code
                assert -1 <= y <= drawn.height + 60, code


@pytest.mark.parametrize("most", [0, 1, 2, 5, 71, 10_000])
def test_classes_leave_no_figure_out(most):
    scale = scale_of([0, most])
    assert scale.class_of(0) == 0
    assert scale.class_of(most) == len(scale.least)
    ends = [(least, highest) for _, least, highest in scale.classes]
    for (_, highest), (least, _) in pairwise(ends):
        assert least == highest + 1


def test_a_desk_without_events_has_a_map_too(client):
    make_country("FR")
    page = client.get(PAGE)
    assertContains(page, "No event of this period names a country.")
    assertNotContains(page, "countries-table")
