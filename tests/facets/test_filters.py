"""Every parameter of the filter contract, and every way of getting one wrong."""

import datetime

import pytest
from django.http import QueryDict

from events.facets import Position
from events.filters import MAX_ERRORS, EventFilters
from events.models import Agency, Organization, Person
from tests.builders import make_article, make_country, make_named

pytestmark = pytest.mark.django_db


def check(query: str, **kwargs) -> EventFilters:
    return EventFilters(QueryDict(query), **kwargs)


def wrongs(query: str, **kwargs) -> list[tuple[str, str]]:
    return [(wrong.param, wrong.value) for wrong in check(query, **kwargs).wrongs]


@pytest.fixture
def world():
    make_country("VN")
    make_country("US")
    make_named(Organization, "EU")
    make_named(Person, "Trần Văn Bảy")
    make_named(Agency, "Reuters")


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("region=europe&region=global", "region", ("europe", "global")),
        ("country=VN&country=US", "country", ("US", "VN")),
        ("type=AID&type=none", "type", ("AID", "none")),
        ("quad=verbal-conflict", "quad", ("verbal-conflict",)),
        ("topic=11000000", "topic", ("11000000",)),
        ("organization=eu", "organization", ("eu",)),
        ("person=tran-van-bay", "person", ("tran-van-bay",)),
        ("agency=reuters", "agency", ("reuters",)),
        ("language=vi&language=und", "language", ("und", "vi")),
        ("status=verified", "status", ("verified",)),
        ("actor=VN&actor=eu", "actor", ("VN", "eu")),
        ("recipient=US", "recipient", ("US",)),
        ("from=2024-02-29", "first_day", datetime.date(2024, 2, 29)),
        ("to=2024-11-01", "last_day", datetime.date(2024, 11, 1)),
        ("q=+two++words+", "words", "two words"),
        ("sort=relevance", "sort", "relevance"),
        ("limit=200", "limit", 200),
        ("cursor=" + Position(datetime.date(2024, 1, 2), 7).encode(), "cursor", Position(datetime.date(2024, 1, 2), 7)),
    ],
)
def test_each_parameter_is_read(world, query, field, value):
    filters = check(query)
    assert filters.wrongs == []
    assert getattr(filters.selection, field) == value


def test_an_article_is_chosen_by_its_id():
    article = make_article()
    assert check(f"article={article.pk}").selection.article == (str(article.pk),)


@pytest.mark.parametrize(
    ("query", "param", "value"),
    [
        ("region=narnia", "region", "narnia"),
        ("region=Europe", "region", "Europe"),
        ("country=ZZ", "country", "ZZ"),
        ("country=vn", "country", "vn"),
        ("type=aid", "type", "aid"),
        ("quad=none", "quad", "none"),
        ("topic=politics", "topic", "politics"),
        ("organization=nowhere", "organization", "nowhere"),
        ("person=nobody", "person", "nobody"),
        ("agency=none", "agency", "none"),
        ("language=fr", "language", "fr"),
        ("status=new", "status", "new"),
        ("article=0", "article", "0"),
        ("article=-1", "article", "-1"),
        ("article=²", "article", "²"),
        ("article=" + "9" * 30, "article", "9" * 30),
        ("actor=EU", "actor", "EU"),
        ("recipient=zz", "recipient", "zz"),
        ("from=2024-02-30", "from", "2024-02-30"),
        ("from=20240228", "from", "20240228"),
        ("to=01/11/2024", "to", "01/11/2024"),
        ("to=0000-01-01", "to", "0000-01-01"),
        ("from=٢٠٢٤-٠١-٠١", "from", "٢٠٢٤-٠١-٠١"),
        ("sort=oldest", "sort", "oldest"),
        ("limit=0", "limit", "0"),
        ("limit=201", "limit", "201"),
        ("limit=ten", "limit", "ten"),
        ("cursor=nonsense", "cursor", "nonsense"),
        ("cursor=WzEsMl0", "cursor", "WzEsMl0"),
        ("region=a%00b", "region", "a\ufffdb"),
        ("person=%00", "person", "\ufffd"),
    ],
)
def test_a_value_that_cannot_be_is_named(world, query, param, value):
    (wrong,) = check(query).wrongs
    assert (wrong.param, wrong.value) == (param, value)
    assert wrong.message.endswith(".")
    assert "%" not in wrong.message


@pytest.mark.parametrize("query", ["", "region=&country=&from=&q=&cursor=&limit=&sort=", "region=%20", "colour=red"])
def test_empty_values_and_unknown_names_ask_for_nothing(query):
    filters = check(query)
    assert filters.wrongs == []
    assert not filters.selection.is_narrowed


def test_each_wrong_value_of_one_parameter_has_its_own_sentence():
    assert wrongs("region=x&region=y&region=europe") == [("region", "x"), ("region", "y")]


def test_the_last_day_may_not_come_before_the_first():
    assert wrongs("from=2024-11-02&to=2024-11-01") == [("to", "2024-11-01")]
    assert wrongs("from=2024-11-01&to=2024-11-01") == []


def test_hundreds_of_values_are_one_sentence():
    (wrong,) = check("&".join(f"country=X{number}" for number in range(900))).wrongs
    assert wrong.param == "country"
    assert "100" in wrong.message


def test_wrong_values_are_reported_up_to_a_bound():
    assert len(wrongs("&".join(f"region=x{number}" for number in range(90)))) == MAX_ERRORS


def test_a_long_wrong_value_is_cut_in_the_sentence():
    (wrong,) = check("region=" + "x" * 5000).wrongs
    assert len(wrong.message) < 250


def test_thousands_of_words_are_refused_with_a_sentence():
    (wrong,) = check("q=" + "+".join(f"word{number}" for number in range(5000))).wrongs
    assert wrong.param == "q"
    assert "500" in wrong.message


def test_a_null_character_in_the_words_is_refused():
    assert [param for param, _ in wrongs("q=a%00b")] == ["q"]


def test_a_cursor_of_another_order_is_refused():
    by_date = Position(None, 7).encode()
    by_rank = Position(None, 7, 0.5).encode()
    assert wrongs(f"cursor={by_date}&q=war&sort=relevance") == [("cursor", by_date)]
    assert wrongs(f"cursor={by_rank}&q=war") == [("cursor", by_rank)]
    assert wrongs(f"cursor={by_rank}&q=war&sort=relevance") == []


def test_rejected_events_are_asked_for_by_editors_only():
    assert wrongs("status=rejected") == [("status", "rejected")]
    assert wrongs("status=rejected", sees_rejected=True) == []


def test_a_selection_writes_the_query_that_asks_for_it(world):
    query = "region=europe&country=VN&from=2024-01-01&to=2024-12-31&q=tr%C3%A0+%22two+words%22&sort=relevance&limit=20"
    selection = check(query).selection
    assert selection.query() == query
    assert check(selection.query()).selection == selection


def test_the_order_of_values_does_not_matter(world):
    assert check("country=VN&country=US&country=VN").selection == check("country=US&country=VN").selection


@pytest.mark.parametrize("position", [Position(None, 1), Position(datetime.date(1, 1, 1), 2**63 - 1, 0.1)])
def test_a_cursor_survives_the_address(position):
    assert Position.decode(position.encode()) == position


@pytest.mark.parametrize(
    "text", ["", "!", "é", "A", "bnVsbA", "W10", "WyIyMDI0LTEzLTAxIiwxXQ", "x" * 5000, "W251bGwsdHJ1ZV0"]
)
def test_what_is_no_cursor_is_refused(text):
    with pytest.raises(ValueError):
        Position.decode(text)
