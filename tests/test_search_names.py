"""Names in a query: what is called otherwise in the text is found too."""

import pytest

from events import search
from events.facets import Selection, sql
from events.hits import Sought
from events.models import Country, Organization, Person
from events.search_names import meanings_of
from tests.builders import make_event, make_named

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    """Titles of the events that a query finds."""
    selection = Selection(words=query, names=meanings_of(query))
    events = sql.narrow(selection)
    return set(events.values_list("title", flat=True))


@pytest.mark.parametrize("query", ["Burma", "myanmar", "Miến Điện", "mien dien", '"Miến Điện"'])
def test_a_country_is_found_by_any_of_its_names(query):
    make_event(title="Floods near Yangon", countries=["MM"])
    make_event(title="Floods near Oslo", countries=["NO"])
    assert found(query) == {"Floods near Yangon"}


def test_the_words_themselves_are_found_as_well():
    make_event(title="A book about Burma", countries=["NO"])
    make_event(title="Floods near Yangon", countries=["MM"])
    assert found("Burma") == {"A book about Burma", "Floods near Yangon"}


def test_a_name_and_other_words_narrow_each_other():
    make_event(title="Floods near Yangon", countries=["MM"])
    make_event(title="Elections near Yangon", countries=["MM"])
    assert found("Miến Điện floods") == {"Floods near Yangon"}
    assert found("floods Miến Điện") == {"Floods near Yangon"}


def test_an_unwanted_name_leaves_out_what_is_about_it():
    make_event(title="Floods near Yangon", countries=["MM"])
    make_event(title="Floods in Burma", countries=["TH"])
    make_event(title="Floods near Oslo", countries=["NO"])
    assert found("floods -Burma") == {"Floods near Oslo"}


def test_people_are_found_by_their_names_and_by_the_spellings_of_editors():
    person = make_named(Person, "Nguyễn Văn An")
    person.aliases.create(text="Ông An Bình")
    make_event(title="A speech", people=["Nguyễn Văn An"])
    for query in ("nguyen van an", '"ông an bình"', "ong an binh speech"):
        assert found(query) == {"A speech"}, query
    person.aliases.update(enabled=False)
    assert found("ong an binh") == set()


def test_organizations_are_found_by_their_names_and_by_the_spellings_of_editors():
    make_event(title="A vote", organizations=["League of Ports"])
    Organization.objects.get(name="League of Ports").aliases.create(text="Port League")
    assert found("league of ports") == found("port league") == {"A vote"}


def test_the_longest_name_counts():
    Country.objects.filter(pk__in=["GN", "GQ"]).delete()
    make_event(title="In Conakry", countries=["GN"])
    make_event(title="In Malabo", countries=["GQ"])
    assert found("Equatorial Guinea") == {"In Malabo"}


def test_the_beginning_of_a_word_is_no_name():
    make_event(title="Floods near Yangon", countries=["MM"])
    assert found("Burma*") == set()


def test_names_are_looked_for_in_three_queries_however_long_the_text(django_assert_num_queries):
    with django_assert_num_queries(3):
        meanings_of(" ".join(f"w{number}" for number in range(100)))


def test_a_query_without_words_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert meanings_of("… !! -") == ()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("minis", "minis*"),
        ("a", "a"),
        ("minister ", "minister "),
        ("bộ tr", "bộ tr*"),
        ("", ""),
        ("x!", "x!"),
        ("a bc*", "a bc*"),
    ],
)
def test_a_word_being_typed_may_go_on(typed, asked):
    assert search.as_typed(typed) == asked


def test_beginnings_are_marked_with_the_words_they_found():
    assert Sought.of("minis*").hits("A minister of the ministry met Minh") == [(2, 10), (18, 26)]
