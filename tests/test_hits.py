"""What is marked in the texts that a search finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.facets import Selection
from events.hits import NOTHING, Sought
from events.models import Organization, Person
from events.models.named import fold
from events.search_names import meanings_of, sought
from tests.builders import make_named

letters = st.text(st.sampled_from("aAbBđĐếÉşß ﬁ½−-_.'"), max_size=30)


def marked(text: str, seeking: Sought) -> list[str]:
    return [text[start:end] for start, end in seeking.hits(text)]


@given(text=letters, query=letters)
def test_just_the_words_are_marked_that_fold_to_a_word_of_the_query(text, query):
    seeking = Sought.of(query)
    words = {word for term in query.replace('"', " ").split() for word in fold(term).split()}
    for start, end in seeking.hits(text):
        assert text[start:end].strip("-_.' ")
    if not any(letter in "ﬁ½ß" for letter in text) and "-" not in query and "−" not in query:
        expected = [word for word in re.findall(r"[^\W_]+", text) if fold(word) in words]
        assert marked(text, seeking) == expected


@given(text=st.text(max_size=80), query=st.text(max_size=20))
def test_hits_stand_in_order_and_apart_inside_any_text(text, query):
    at = 0
    for start, end in Sought.of(query, [query, "a"]).hits(text):
        assert at <= start < end <= len(text)
        at = end


@given(text=st.text(st.sampled_from("ab é\n"), max_size=900), query=st.sampled_from(["a", "ab", "e*", "x"]))
def test_an_excerpt_marks_what_it_shows_of_the_hits(text, query):
    piece, spans = Sought.of(query).excerpt(text)
    assert len(piece) <= 302
    assert spans == Sought.of(query).hits(piece)


def test_letters_that_fold_to_several_are_marked_whole():
    assert marked("the ﬁnal ½ word", Sought.of("final")) == ["ﬁnal"]
    assert marked("Straße", Sought.of("straße")) == ["Straße"]


def test_without_anything_sought_nothing_is_marked():
    assert NOTHING.hits("some words") == []
    assert NOTHING.excerpt("some words") == ("some words", [])


def seeking(query: str) -> Sought:
    return sought(Selection(words=query, names=meanings_of(query)))


@pytest.mark.django_db
def test_a_searched_country_is_marked_as_the_text_writes_it():
    assert marked("Moscow: Russian envoys met", seeking("Nga")) == ["Moscow", "Russian"]
    assert marked("Đoàn của Nga tới nơi", seeking("Russia")) == ["Nga"]
    assert marked("Nga nga ngã", seeking("Russia")) == ["Nga"]
    assert marked("RUSSIA and Russia", seeking("nga")) == ["RUSSIA", "Russia"]


@pytest.mark.django_db
def test_the_longest_spelling_is_marked_as_one():
    assert marked("talks in the Republic of the Union of Myanmar", seeking("Burma"))[-1].endswith("Myanmar")
    assert marked("South Korea and Korea", seeking("Hàn Quốc"))[0] == "South Korea"


@pytest.mark.django_db
def test_names_that_must_not_occur_are_not_marked():
    assert marked("Russian talks", seeking("talks -Nga")) == ["talks"]


@pytest.mark.django_db
def test_people_and_organizations_are_marked_by_the_spellings_of_editors():
    make_named(Person, "Nguyễn Văn An").aliases.create(text="Ông An Bình")
    make_named(Organization, "League of Ports").aliases.create(text="Port League")
    assert marked("Ông An Bình spoke", seeking("nguyen van an")) == ["Ông An Bình"]
    assert marked("The League of Ports voted", seeking("port league")) == ["League of Ports"]


@pytest.mark.django_db
def test_the_spellings_of_a_name_take_few_queries(django_assert_max_num_queries):
    selection = Selection(words="Nga", names=(("nga", "country", "RU"), ("nga", "person", "nga")))
    with django_assert_max_num_queries(3):
        sought(selection)
    with django_assert_max_num_queries(0):
        sought(Selection(words="talks"))
