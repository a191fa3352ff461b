"""The page of events: what it shows, how it narrows, what it says when something cannot be."""

import datetime
import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from events.models import Country, Event
from tests.builders import make_article, make_editor, make_event

pytestmark = pytest.mark.django_db

PAGE = "/events/"


def text_of(answer) -> str:
    """What the page says, without tags and with single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_events_stand_under_their_days_with_exact_counts(client):
    make_event(title="Older talks", date=datetime.date(2024, 10, 31))
    make_event(title="Newer talks", date=datetime.date(2024, 11, 1))
    make_event(title="More talks", date=datetime.date(2024, 11, 1))
    make_event(title="Sometime", date=None)
    page = text_of(client.get(PAGE))
    assert "4 events" in page
    order = ["Friday, 1 November 2024 2 events", "More talks", "Newer talks", "Thursday, 31 October 2024 1 event"]
    places = [page.index(words) for words in [*order, "Older talks", "Without a date", "Sometime"]]
    assert places == sorted(places)


def test_a_month_is_not_shown_as_a_day(client):
    make_event(date=datetime.date(2024, 11, 1), date_precision="month")
    page = text_of(client.get(PAGE))
    assert "November 2024" in page
    assert "1 November 2024" not in page


def test_a_facet_narrows_and_keeps_its_own_values(client):
    make_event(title="In Oslo", region="europe")
    make_event(title="In Lima", region="americas")
    answer = client.get(PAGE, {"region": "europe"})
    assertContains(answer, "In Oslo")
    assertNotContains(answer, "In Lima")
    assertContains(answer, 'name="region" value="americas"')
    assertContains(answer, 'id="f-region-europe" checked')


def test_a_chip_leads_to_the_page_without_it(client):
    make_event(region="europe", countries=["NO"])
    answer = client.get(PAGE, {"region": "europe", "country": "NO"})
    assertContains(answer, 'class="chip" href="/events/?country=NO"')
    assertContains(answer, 'class="chip" href="/events/?region=europe"')


def test_a_chip_names_what_the_address_names(client):
    article = make_article(title="Round-up of Friday")
    make_event(article=article, actor=["ASEAN"], recipient=["NO"])
    page = text_of(client.get(PAGE, {"article": article.pk, "actor": "asean", "recipient": "NO", "from": "2024-01-02"}))
    for words in ("Article Round-up of Friday", "Actor ASEAN", "Recipient Country NO", "From 2 January 2024"):
        assert words in page


def test_choices_made_by_address_survive_the_form(client):
    make_event(actor=["ASEAN"])
    answer = client.get(PAGE, {"actor": "asean", "limit": "20"})
    assertContains(answer, '<input type="hidden" name="actor" value="asean">', html=True)
    assertContains(answer, '<input type="hidden" name="limit" value="20">', html=True)


def test_words_are_marked_where_they_stand(client):
    make_event(title="Họp ở Oslo", text="Họp ở Oslo\nCác bên họp về ngừng bắn.")
    answer = client.get(PAGE, {"q": "ngung ban"})
    assertContains(answer, '<mark class="hit">ngừng</mark> <mark class="hit">bắn</mark>')
    assertContains(answer, 'value="ngung ban"')


def test_paging_leads_to_older_events_and_back(client):
    for day in range(1, 6):
        make_event(title=f"Day {day}", date=datetime.date(2024, 11, day))
    first = client.get(PAGE, {"limit": 2})
    older = re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1].replace("&amp;", "&")
    second = client.get(older)
    assertContains(second, "Day 3")
    assertContains(second, "Day 2")
    assertNotContains(second, "Day 4")
    assertContains(second, 'href="/events/?limit=2"')
    assertContains(second, "5 events")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("region=narnia", "There is no “narnia” here."),
        ("country=XX", "“XX” is not a country"),
        ("from=2024-02-30", "“2024-02-30” is not a day"),
        ("from=2024-02-02&to=2024-02-01", "The last day is before the first, 2024-02-02."),
        ("cursor=abc", "This place in the list does not exist."),
        ("limit=1000", "is not a number from 1 to 200"),
        ("status=rejected", "Rejected events are for editors."),
    ],
)
def test_a_value_that_cannot_be_is_answered_with_a_sentence(client, query, words):
    make_event(title="Talks in Oslo")
    answer = client.get(f"{PAGE}?{query}")
    assert answer.status_code == 400
    assert words in text_of(answer)
    assertNotContains(answer, "Talks in Oslo", status_code=400)


def test_thousands_of_parameters_are_answered_with_a_sentence(client):
    answer = client.get(PAGE + "?" + "&".join(f"region=x{number}" for number in range(10_000)))
    assertContains(answer, "asks for too much at once", status_code=400)


def test_a_value_from_the_address_is_never_markup(client):
    answer = client.get(PAGE, {"region": "<script>alert(1)</script>", "q": '"><img src=x>'})
    assertNotContains(answer, "<script>alert", status_code=400)
    assertNotContains(answer, "<img", status_code=400)


def test_a_fragment_carries_no_page_frame(client):
    make_event(title="Talks in Oslo")
    answer = client.get(PAGE, {"region": "europe", "q": "", "from": ""}, headers={"HX-Request": "true"})
    assertContains(answer, "Talks in Oslo")
    assertContains(answer, "<title>1 event")
    assertNotContains(answer, "<html")
    assert answer["HX-Push-Url"] == "/events/?region=europe"
    assert "HX-Request" in answer["Vary"]


def test_the_back_button_gets_the_whole_page(client):
    answer = client.get(PAGE, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assertContains(answer, "<html")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_events_are_only_read(client, method):
    assert getattr(client, method)(PAGE).status_code == 405


def test_readers_see_no_rejected_events_and_editors_may(client):
    make_event(title="Not so", status="rejected")
    assertNotContains(client.get(PAGE), "Not so")
    client.force_login(make_editor())
    assertNotContains(client.get(PAGE), "Not so")
    assertContains(client.get(PAGE, {"status": "rejected"}), "Not so")


def test_an_empty_desk_explains_itself(client):
    page = text_of(client.get(PAGE))
    assert "The desk is ready; it has no articles yet" in page
    assert "Sign in to upload" in page


def test_an_empty_result_offers_to_drop_each_filter(client):
    make_event(region="europe")
    page = text_of(client.get(PAGE, {"region": "americas", "q": "nothing"}))
    assert "No event matches all 2 filters" in page
    assert "Drop “Americas”" in page


def test_signs_without_words_are_explained(client):
    make_event()
    assert "There is no word in “!!!”" in text_of(client.get(PAGE, {"q": "!!!"}))


def test_the_page_asks_no_more_queries_for_many_events(client, django_assert_max_num_queries):
    def ask():
        client.get(PAGE)

    make_event(countries=["NO"], people=["Ana Ruiz"], agencies=["Reuters"], organizations=["EU"], actor=["NO", "EU"])
    with django_assert_max_num_queries(30) as few:
        ask()
    for number in range(20):
        people = [f"Person {number}"]
        make_event(countries=["NO", "SE"], people=people, agencies=["Reuters"], organizations=["EU"], actor=["EU"])
    with django_assert_max_num_queries(len(few.captured_queries)):
        ask()
    assert Event.objects.count() == 21


def test_labels_come_in_the_language_of_the_reader(client):
    make_event(region="europe", countries=["NO"])
    answer = client.get(reverse("event-list"), headers={"Accept-Language": "vi"})
    assertContains(answer, '<html lang="vi"')
    assertContains(answer, "Nước NO")
    assertContains(answer, "Châu Âu")


def bars_of(answer) -> list[str]:
    """Where the bars of the chart lead, oldest first."""
    chart = re.search(r"<svg class=\"chart\".*?</svg>", answer.content.decode(), re.S)[0]
    return [url.replace("&amp;", "&") for url in re.findall(r'<a id="bar-[^"]+"[^>]* href="([^"]+)"', chart)]


def test_bars_lead_to_their_days_under_the_other_choices(client):
    for day in (1, 1, 3):
        make_event(date=datetime.date(2024, 11, day), region="europe")
    make_event(date=datetime.date(2024, 11, 2), region="americas")
    answer = client.get(PAGE, {"region": "europe"})
    assert bars_of(answer) == [f"/events/?region=europe&from={day}&to={day}" for day in ("2024-11-01", "2024-11-03")]
    assertContains(answer, "<title>1 November 2024: 2 events</title>")
    assert "2 events" in text_of(client.get(bars_of(answer)[0]))


def test_days_that_are_not_chosen_stay_in_sight_and_a_table_says_the_same(client):
    for day in (1, 2, 3):
        make_event(date=datetime.date(2024, 11, day))
    answer = client.get(PAGE, {"from": "2024-11-02", "to": "2024-11-02"})
    assert len(bars_of(answer)) == 3
    page = answer.content.decode()
    assert page.count('class="bar-out"') == 2
    assert page.count('class="bar"') == 1
    assert 'class="brush-window"' in page
    table = page[page.index('<table class="data">') : page.index("</table>")]
    assert re.findall(r"from=(2024-11-\d\d)", table) == ["2024-11-03", "2024-11-02", "2024-11-01"]


def test_a_chart_without_days_keeps_its_place_and_an_empty_desk_has_none(client):
    assertNotContains(client.get(PAGE), 'id="histogram"')
    make_event(date=None)
    answer = client.get(PAGE)
    assertContains(answer, 'id="histogram"')
    assert bars_of(answer) == []


def test_countries_in_rows_lead_to_their_pages_and_organizations_narrow(client):
    make_event(actor=["NO"], recipient=["ASEAN"])
    make_event(countries=["SE"])
    answer = client.get(PAGE)
    assertContains(answer, '<a href="/countries/NO/">Country NO</a>', html=True)
    assertContains(answer, '<a href="/events/?recipient=asean">ASEAN</a>', html=True)
    assertContains(answer, '<a href="/countries/SE/">Country SE</a>', html=True)


def values_of(client, **query) -> list[tuple[str, int]]:
    """What the lookup of long facets answers: names and counts."""
    rows = client.get(f"{PAGE}values/", query).content.decode()
    return [(name, int(count)) for name, count in re.findall(r'title="([^"]+)".*?<data value="(\d+)">', rows)]


def test_a_value_below_the_most_frequent_is_found_by_its_name(client):
    for number in range(55):
        make_event(people=[f"Alpha Person {number}"])
        make_event(people=[f"Alpha Person {number}"])
    make_event(people=["Võ Thị Đào"], region="europe")
    make_event(people=["Võ Thị Đào"], region="americas")
    page = client.get(PAGE)
    assertContains(page, 'data-facet="person" data-more="/events/values/"')
    assertNotContains(page, "Võ Thị Đào")
    assert values_of(client, facet="person", find="dao") == [("Võ Thị Đào", 2)]
    assert values_of(client, facet="person", find="VO THI", region="europe") == [("Võ Thị Đào", 1)]
    assert values_of(client, facet="person", find="ao") == []


def test_a_lookup_counts_without_the_facets_own_choice_and_knows_what_is_chosen(client):
    make_event(people=["Ana Ruiz"])
    make_event(people=["Anders Holm"])
    answer = client.get(f"{PAGE}values/", {"facet": "person", "find": "an", "person": "ana-ruiz"})
    assertContains(answer, 'value="ana-ruiz" id="f-person-ana-ruiz" checked')
    assertContains(answer, 'value="anders-holm"')
    assertNotContains(answer, "<html")


def test_countries_are_found_by_their_names_in_both_languages_and_by_editors_spellings(client):
    make_event(countries=["NO"])
    country = Country.objects.get(code="NO")
    country.aliases.create(text="Land of the fjords")
    for words in ("country", "nuoc no", "fjords"):
        assert values_of(client, facet="country", find=words) == [("Country NO", 1)], words
    country.aliases.update(enabled=False)
    assert values_of(client, facet="country", find="fjords") == []


def test_a_lookup_of_what_is_no_long_facet_is_not_found_and_a_wrong_filter_is_refused(client):
    assert client.get(f"{PAGE}values/", {"facet": "region", "find": "a"}).status_code == 404
    assert client.get(f"{PAGE}values/").status_code == 404
    assert client.post(f"{PAGE}values/").status_code == 405
    assert client.get(f"{PAGE}values/", {"facet": "person", "find": "a", "region": "narnia"}).status_code == 400


def test_a_lookup_hides_what_readers_may_not_see(client):
    make_event(people=["Ana Ruiz"], status="rejected")
    assert values_of(client, facet="person", find="ana") == []


def test_while_typing_the_last_word_is_a_beginning_and_when_submitted_it_is_a_word(client):
    make_event(title="Ministers met")
    make_event(title="Minis are cars")
    typing = client.get(PAGE, {"q": "minis", "typing": "1"}, headers={"HX-Request": "true"})
    assertContains(typing, "<title>2 events")
    assert typing["HX-Replace-Url"] == "/events/?q=minis%2A"
    assert "HX-Push-Url" not in typing
    submitted = client.get(PAGE, {"q": "minis"}, headers={"HX-Request": "true"})
    assertContains(submitted, "<title>1 event")
    assert submitted["HX-Push-Url"] == "/events/?q=minis"


def test_the_search_box_asks_while_typing_on_the_page_of_events_alone(client):
    assertContains(client.get(PAGE), 'hx-trigger="input changed delay:250ms"')
    assertNotContains(client.get("/"), 'hx-trigger="input changed')


def test_a_place_is_found_under_another_name(client):
    make_event(title="Floods near Yangon", countries=["MM"])
    make_event(title="Floods near Oslo", countries=["NO"])
    answer = client.get(PAGE, {"q": "Miến Điện"})
    assertContains(answer, 'Floods near <mark class="hit">Yangon</mark>')
    assertNotContains(answer, "Floods near Oslo")


def ask_for_newer(page) -> str:
    """Where a page asks for what came after it."""
    return re.search(r'data-ask="([^"]+)"', page.content.decode())[1].replace("&amp;", "&")


def test_a_page_is_told_of_newer_events_that_match_and_led_to_them(client):
    for title in ("Old talks", "Older talks"):
        make_event(title=title, region="europe")
    ask = ask_for_newer(client.get(PAGE, {"region": "europe", "limit": 1}))
    assert client.get(ask).content.strip() == b""
    make_event(title="New talks", region="europe", date=datetime.date(2001, 1, 1))
    make_event(title="Elsewhere", region="americas")
    make_event(title="Not so", region="europe", status="rejected")
    answer = client.get(ask)
    assertContains(answer, 'href="/events/?region=europe&amp;limit=1"')
    assert "1 new event, show" in text_of(answer)
    assert answer["Cache-Control"] == "no-store"
    make_event(title="Newest talks", region="europe")
    assert "2 new events, show" in text_of(client.get(ask))


def test_an_older_page_leads_to_the_newest(client):
    for number in range(3):
        make_event(title=f"Talks {number}")
    first = client.get(PAGE, {"limit": 1})
    older = client.get(re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1].replace("&amp;", "&"))
    ask = ask_for_newer(older)
    make_event(title="New talks")
    assertContains(client.get(ask), 'href="/events/?limit=1"')


@pytest.mark.parametrize("than", ["", "x", "-1", "1" * 19, "１２"])
def test_a_place_in_time_that_cannot_be_is_not_found(client, than):
    assert client.get("/events/newer/", {"than": than}).status_code == 404


def test_a_wrong_filter_is_told_of_nothing(client):
    make_event()
    answer = client.get("/events/newer/", {"than": "0", "region": "narnia"})
    assert answer.status_code == 400
    assert answer.content.strip() == b""
