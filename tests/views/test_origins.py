"""Reading on from an event: the list it was opened from, before and after it, without a script and across pages."""

import datetime
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from events.views.origins import suffix
from tests.builders import make_article, make_editor, make_event

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 18)


def way_on(client, url: str) -> dict[str, str]:
    """Where the page of an event leads before and after itself."""
    links = re.findall(r'<a class="button" rel="(prev|next)" href="([^"]+)"', client.get(url).content.decode())
    return dict(links)


def read_through(client, url: str) -> list[str]:
    """The addresses from one event to the last, by "next" alone."""
    addresses = [url]
    while following := way_on(client, addresses[-1]).get("next"):
        addresses.append(following)
    return addresses


def first_row(client, page: str) -> str:
    html = client.get(page).content.decode()
    return re.search(r'class="event-title"[^>]*><a href="([^"]+)"', html)[1]


@pytest.fixture
def events():
    """Sixty of Norway, more than a page holds, the newest first, and one of Peru among them."""
    made = [make_event(title=f"Talks {n}", date=DAY, countries=["NO"], type="CONSULT") for n in range(60)]
    make_event(title="Protest", date=DAY, countries=["PE"], type="PROTEST", region="americas")
    return made[::-1]


def test_a_list_is_read_through_to_its_end_across_its_pages(client, events):
    addresses = read_through(client, first_row(client, "/events/?country=NO"))
    assert [address.partition("?")[0] for address in addresses] == [event.get_absolute_url() for event in events]
    assert way_on(client, addresses[-1])["prev"] == addresses[-2]


@pytest.mark.parametrize("page", ["/countries/NO/", "/countries/NO/?type=CONSULT&from=2026-01-01"])
def test_the_page_of_a_country_is_such_a_list(client, events, page):
    first = first_row(client, page)
    assert "?in=/countries/NO/" in first
    assert len(read_through(client, first)) == 60


def test_people_organizations_and_agencies_have_such_lists(client):
    names = {"people": ["Ana Ruiz"], "organizations": ["NATO"], "agencies": ["AFP"]}
    events = [make_event(date=DAY, **names) for _ in range(3)]
    make_event(date=DAY)
    for page in ("/people/ana-ruiz/", "/organizations/nato/", "/agencies/afp/"):
        assert len(read_through(client, f"{events[-1].get_absolute_url()}?in={page}")) == 3


def test_the_best_match_comes_first_there_too(client):
    passing = make_event(title="Prices", text="Prices rose. " * 30 + "A ferry sailed.", date=DAY)
    about = make_event(title="Ferry sinks", text="The ferry sank; another ferry came.", date=DAY)
    first = first_row(client, "/events/?q=ferry&sort=relevance")
    assert first.startswith(about.get_absolute_url())
    assert way_on(client, first)["next"].startswith(passing.get_absolute_url())


def test_words_of_any_language_travel_with_the_address(client):
    events = [make_event(title="Họp ở Hà Nội & Huế", text="x", date=DAY, language="vi") for _ in range(2)]
    make_event(title="Elsewhere", date=DAY)
    first = first_row(client, "/events/?q=h%E1%BB%8Dp+%26+hu%E1%BA%BF")
    assert len(read_through(client, first)) == 2
    assertContains(client.get(first), "họp &amp; huế")
    assert first.startswith(events[-1].get_absolute_url())


def test_the_front_page_is_read_region_by_region_the_gravest_first(client):
    talks = make_event(region="europe", type="CONSULT", date=DAY)
    assault = make_event(region="europe", type="ASSAULT", date=DAY)
    summit = make_event(region="global", type="AGREE", date=DAY)
    aid = make_event(region="asia-pacific", type="AID", date=DAY)
    make_event(date=DAY - datetime.timedelta(days=1))
    addresses = read_through(client, first_row(client, "/"))
    assert [address.partition("?")[0] for address in addresses] == [
        event.get_absolute_url() for event in (aid, assault, talks, summit)
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/events/", ""),
        ("/events/?country=NO&q=a+b", "?in=/events/?country=NO%26q=a%2Bb"),
        ("/countries/NO/", "?in=/countries/NO/"),
        ("/events/?" + "country=NO&" * 300, ""),  # every row would repeat it
    ],
)
def test_a_list_travels_with_its_events_unless_it_is_all_events_or_too_long(url, expected):
    assert suffix(url) == expected


def test_an_address_without_a_list_is_one_of_all_events(client, events):
    page = client.get(events[0].get_absolute_url())
    assertContains(page, "2 of 61")
    assertContains(page, 'rel="prev"')


def test_the_next_headline_stands_under_the_event(client, events):
    page = client.get(f"{events[3].get_absolute_url()}?in=/countries/NO/")
    following = f'{events[4].get_absolute_url()}?in=/countries/NO/"'
    assertContains(page, f'<a lang="en" href="{following}>{events[4].title}</a>')
    assertNotContains(client.get(f"{events[-1].get_absolute_url()}?in=/countries/NO/"), "read-on")


def test_the_way_back_leads_to_the_page_that_holds_the_event(client, events):
    url = f"{events[55].get_absolute_url()}?in=/events/?country=NO"
    page = client.get(url).content.decode()
    back = re.search(r'<a href="(/events/\?country=NO[^"]*)#event-(\d+)">[^<]+</a>', page)
    assert int(back[2]) == events[55].pk
    assert f'id="event-{events[55].pk}"' in client.get(back[1].replace("&amp;", "&")).content.decode()
    assertContains(client.get(f"{events[3].get_absolute_url()}?in=/events/?country=NO"), "/events/?country=NO#event-")


def test_the_canonical_address_names_no_list(client, events):
    page = client.get(f"{events[3].get_absolute_url()}?in=/events/?country=NO")
    assertContains(page, f'<link rel="canonical" href="http://testserver{events[3].get_absolute_url()}">')


@pytest.mark.parametrize(
    "asked",
    [
        "/nowhere/",
        "//evil.example/",
        "https://evil.example/events/",
        "events",
        "/events/?region=mars",
        "/events/?country=NO%26" + "x" * 5000,
        "/countries/",
        "/countries/ZZ/",
        "/day/2026-02-31/",
        "/day/2001-01-01/",
        "/articles/",
        "/events/?q=%00",
        "/events/?" + "%26a" * 1200,  # more parts than are looked at
        "/events/?region=americas",  # a list without this event
    ],
)
def test_what_is_no_list_of_the_event_is_left_out_and_no_error(client, events, asked):
    answer = client.get(f"{events[0].get_absolute_url()}?in={asked}")
    assert answer.status_code == 200
    assertNotContains(answer, 'class="neighbours"')
    assertNotContains(answer, 'href="https://evil')


def test_readers_are_led_past_what_is_rejected(client, events):
    events[1].status = "rejected"
    events[1].save()
    assert way_on(client, f"{events[0].get_absolute_url()}?in=/countries/NO/")["next"].startswith(
        events[2].get_absolute_url()
    )


def test_an_article_is_such_a_list_and_its_events_lead_on(client):
    article = make_article(text="One. Two.")
    one = make_event(article=article, start=0, end=4, date=DAY)
    two = make_event(article=article, start=5, end=9, date=DAY)
    make_event(date=DAY)
    assert len(read_through(client, f"{two.get_absolute_url()}?in=/events/?article={article.pk}")) == 2
    assert one.pk < two.pk


def test_an_editor_stays_in_the_list_when_something_was_done_to_the_event(client, events):
    client.force_login(make_editor())
    address = f"{events[3].get_absolute_url()}?in=/countries/NO/"
    page = client.get(address).content.decode()
    action = re.search(r'action="([^"]+/verify/[^"]*)"', page)[1]
    seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
    assert client.post(action, {"seen": seen})["Location"] == address
    assert '/fields/type/?in=/countries/NO/#fact-type"' in client.get(address).content.decode()
