"""The front page: one day by region, the gravest first; what is new, and what is unusual."""

import datetime
import re

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events import usual
from events.facets import Selection
from events.fortnight import fortnight
from events.models.choices import EventType
from events.ranking import WEIGHTS, ranked
from events.sparklines import sparkline
from events.views import visits
from tests.builders import make_article, make_country, make_event
from tests.views.test_event_list import text_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 18)
ONE = datetime.timedelta(days=1)


def test_the_front_door_shows_the_latest_day_with_events(client):
    make_event(title="Older", date=DAY - ONE)
    make_event(title="Latest", date=DAY)
    make_event(title="Sometime in the month", date=DAY.replace(day=28), date_precision="month")
    page = client.get("/")
    assertContains(page, "<h1>Wednesday, 18 March 2026</h1>")
    assertContains(page, "Latest")
    assertNotContains(page, "Older")


def test_what_is_announced_for_days_to_come_is_not_the_latest_news(client):
    today = timezone.localdate()
    make_event(title="Summit planned", date=today + 10 * ONE)
    assertContains(client.get("/"), "Summit planned")
    make_event(title="Talks held", date=today - ONE)
    page = client.get("/")
    assertContains(page, "Talks held")
    assertNotContains(page, "Summit planned")
    assertContains(page, f'rel="next" href="/day/{today + 10 * ONE}/"')


def test_a_day_keeps_its_address_and_leads_to_its_neighbours_with_events(client):
    for days in (0, 3, 9):
        make_event(title=f"After {days}", date=DAY + days * ONE)
    page = client.get(f"/day/{DAY + 3 * ONE}/")
    assertContains(page, "After 3")
    assertNotContains(page, "After 9")
    assertContains(page, f'rel="prev" href="/day/{DAY}/"')
    assertContains(page, f'rel="next" href="/day/{DAY + 9 * ONE}/"')
    assertContains(page, f'<link rel="canonical" href="http://testserver/day/{DAY + 3 * ONE}/">')
    assertNotContains(client.get(f"/day/{DAY}/"), 'rel="prev"')


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20260318", "yesterday", "0001-01-01", "2026-3-18", "٢٠٢٦-٠٣-١٨", "99999-01-01"]
)
def test_what_is_no_day_is_not_found(client, day):
    assert client.get(f"/day/{day}/").status_code == 404


def test_events_stand_on_the_shelf_of_their_region_and_the_shelf_leads_to_all_of_them(client):
    for n in range(8):
        make_event(title=f"In Europe {n}", region="europe", date=DAY)
    make_event(title="In Lima", region="americas", date=DAY)
    make_event(title="Rice prices", region="global", date=DAY)
    answer = client.get(f"/day/{DAY}/")
    page = text_of(answer)
    order = ["Asia-Pacific", "No event on this day", "Europe 8 events", "2 more: Europe", "Americas 1 event", "In Lima"]
    places = [page.index(words) for words in [*order, "Global 1 event", "Rice prices"]]
    assert places == sorted(places)
    assert page.count("In Europe") == 6
    assertContains(answer, f'href="/events/?region=europe&amp;from={DAY}&amp;to={DAY}"')


def test_an_event_of_several_days_is_on_the_page_of_each_as_in_the_list(client):
    make_event(title="Long talks", date=DAY - ONE, date_end=DAY + ONE)
    make_event(title="One day", date=DAY)
    page = text_of(client.get(f"/day/{DAY}/"))
    assert "Long talks" in page
    assert "2 events from 2 articles" in page
    assert client.get(f"/events.json?from={DAY}&to={DAY}").json()["total"] == 2
    assert [bar.count for bar in fortnight(DAY).bars][-2:] == [1, 2]


def test_deeds_stand_before_words_and_what_more_agencies_report_before_the_rest():
    talks = make_event(type="CONSULT", date=DAY, agencies=["Reuters", "AFP", "EFE"])
    assault = make_event(type="ASSAULT", date=DAY)
    credited = make_event(type="ASSAULT", date=DAY, agencies=["Reuters"])
    with_countries = make_event(type="CONSULT", date=DAY, agencies=["Reuters"], countries=["NO"])
    without = make_event(type="CONSULT", date=DAY, agencies=["Reuters"])
    nothing = make_event(type=None, date=DAY)
    order = [pk for pk, _region in ranked(Selection(first_day=DAY, last_day=DAY))]
    assert order == [event.pk for event in (credited, assault, talks, with_countries, without, nothing)]


def test_every_type_has_a_weight():
    assert set(WEIGHTS) == {*EventType, None}


def test_rejected_and_withdrawn_events_are_not_news(client):
    make_event(title="Kept", date=DAY)
    make_event(title="Wrong", date=DAY, status="rejected")
    make_event(title="Gone", date=DAY, trashed_at=timezone.now())
    page = client.get(f"/day/{DAY}/")
    assert "1 event from 1 article" in text_of(page)
    assertNotContains(page, "Wrong")
    assertNotContains(page, "Gone")


def test_a_day_without_articles_is_told_apart_from_one_without_events(client):
    make_event(date=DAY)
    make_article(reference_date=DAY - ONE)
    assertContains(client.get(f"/day/{DAY - ONE}/"), "A day without events")
    assertContains(client.get(f"/day/{DAY - 2 * ONE}/"), "Nothing was uploaded")
    covered = {bar.day: bar.is_covered for bar in fortnight(DAY).bars}
    assert (covered[DAY], covered[DAY - ONE], covered[DAY - 2 * ONE]) == (True, True, False)
    assertContains(client.get("/"), "nothing was uploaded</title>")


def test_a_desk_without_articles_says_what_to_do(client):
    assertContains(client.get("/"), "The desk is ready")
    make_event(date=None)
    assertContains(client.get("/"), "No event has a day yet")


# --- Since the last visit


def test_a_first_visit_knows_nothing_new_and_a_later_one_does(client, monkeypatch):
    make_event(title="Known", date=DAY)
    assertNotContains(client.get("/"), "since your last visit")
    fresh = make_event(title="Fresh", date=DAY)
    assertNotContains(client.get("/"), "since your last visit")  # still the first one

    now = timezone.now()
    monkeypatch.setattr(visits.timezone, "now", lambda: now + datetime.timedelta(hours=2))
    make_event(title="Fresher", date=DAY - ONE)
    page = client.get("/")
    assert "1 new since your last visit" in text_of(page)
    assertNotContains(page, "new-dot")  # what is new is of another day
    assertContains(client.get(f"/day/{DAY - ONE}/"), "new-dot", count=1)
    assert fresh.pk < page.context["visit"].newest

    monkeypatch.setattr(visits.timezone, "now", lambda: now + datetime.timedelta(hours=9))
    assert "0 new since your last visit" in text_of(client.get("/"))


@pytest.mark.parametrize("cookie", ["", "x", "1.2.3", "9" * 40, "1.99999999999.1.99999999999", "-1.0.0.0"])
def test_a_cookie_that_was_meddled_with_breaks_nothing(client, cookie):
    make_event(date=DAY)
    client.cookies["visit"] = cookie
    page = client.get("/")
    assert page.status_code == 200
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", page.cookies["visit"].value)


# --- Unusual


def in_the_weeks_before(code: str, counts: list[int]) -> None:
    """So many events that name the country on the same weekday of each week before DAY, the last week first."""
    for week, count in enumerate(counts, start=1):
        for _ in range(count):
            make_event(date=DAY - 7 * week * ONE, countries=[code])


def test_a_country_is_busy_or_quiet_against_its_own_norm(client):
    in_the_weeks_before("NO", [1, 0, 1, 2])
    in_the_weeks_before("PE", [2, 3, 2, 2])
    in_the_weeks_before("FR", [5, 4, 5, 6])
    for _ in range(4):
        make_event(title="Strike in Oslo", date=DAY, countries=["NO"], type="PROTEST")
    for _ in range(5):
        make_event(date=DAY, countries=["FR"])
    found = usual.compared(DAY)
    assert [(one.code, one.count, one.low, one.high) for one in found.busier] == [("NO", 4, 0, 2)]
    assert [(one.code, one.count, one.low, one.high) for one in found.quieter] == [("PE", 0, 2, 3)]
    page = text_of(client.get(f"/day/{DAY}/"))
    assert "Country NO 4 0–2 Strike in Oslo" in page
    assert "Country PE 0 2–3 9 articles of the day, and none names it" in page


def test_weeks_in_which_nothing_was_uploaded_make_no_norm(client):
    in_the_weeks_before("PE", [2, 0, 2, 0, 2])
    make_event(date=DAY, countries=["NO"])
    found = usual.compared(DAY)
    assert (found.weeks, found.is_possible, found.quieter) == (3, False, ())
    assertContains(client.get(f"/day/{DAY}/"), "What is unusually busy or quiet is said once 4")
    make_event(date=DAY - 14 * ONE, countries=["NO"])
    assert [one.code for one in usual.compared(DAY).quieter] == []  # one of four days had none either


def test_a_sparkline_stays_within_its_box():
    line = sparkline([0, 3, 9, 1], usual=(2, 4), width=60, height=20)
    places = [tuple(map(float, point.split(","))) for point in line.points.split()]
    assert all(0 <= x <= 60 and 0 <= y <= 20 for x, y in places)
    assert min(y for _, y in places) == places[2][1]
    assert (line.end_x, line.end_y) == places[-1]
    assert line.band.y >= 0
    assert line.band.y + line.band.height <= 20


def test_the_page_asks_no_more_queries_for_twenty_events_than_for_two(client, django_assert_max_num_queries):
    for region in ("europe", "americas"):
        make_event(date=DAY, region=region, countries=["FR"], agencies=["AFP"], actor=["FR"])
    client.get("/")
    with django_assert_max_num_queries(80) as few:
        client.get("/")
    for n in range(18):
        make_event(date=DAY, region="europe", countries=["FR"], agencies=[f"Agency {n}"], actor=["FR"])
    make_country("DE")
    with django_assert_max_num_queries(len(few)):
        client.get("/")


def test_the_name_of_the_house_leads_to_the_front_page(client):
    assertContains(client.get("/events/"), 'class="wordmark" href="/"')
    assertRedirects(client.get("/day/2026-03-18"), "/day/2026-03-18/", status_code=301)
