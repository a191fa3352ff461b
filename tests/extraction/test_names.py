"""What holds for the reading of names whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction import agencies, attributions, gazetteer
from events.extraction.names import names_for
from events.extraction.records import NamedAlias, Span, Vocabulary
from tests.extraction.names_builders import mentions, values

PIECES = st.sampled_from(
    ["Mỹ", "Nga", "Anh", "Trung", "Triều", "Đức", "Georgia", "Jordan", "President", "Tổng thống", "ông", "Putin", "Mr.",
     "Kim Jong Un", "de", "al-Sisi", "Reuters", "(IS)", "EU", "AU", "Brussels", " - ", ", ", "\n", "\n\n", "'s", "said",
     "tàu", "The Hague", "ICC", "İstanbul", "ǅ", "ﬁ", "\u0301", "A.", "B.", "Hồ Chí Minh", "’", "“", "Xi", "X"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join))
LANGUAGE = st.sampled_from(["en", "vi", "und"])


@given(TEXTS, LANGUAGE)
@settings(max_examples=150, deadline=None)
def test_mentions_lie_in_the_text_and_do_not_depend_on_chance(text, language):
    names = names_for(Vocabulary())
    found = names.read(text, language).within([Span(0, len(text))])
    codes = {country.iso2 for country in gazetteer.countries()}
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.value
        assert mention.kind in ("country", "organization", "person")
        assert mention.kind != "country" or mention.value in codes
    assert found == sorted(found) == names.read(text, language).within([Span(0, len(text))])


@given(TEXTS, LANGUAGE)
@settings(max_examples=100, deadline=None)
def test_agencies_lie_in_the_span_they_were_read_from(text, language):
    agencies.is_credit(text)
    half = Span(len(text) // 3, len(text))
    for mention in [
        *agencies.read_credit(text, half, language, Vocabulary()),
        *attributions.in_text(text, [half], Vocabulary()),
    ]:
        assert half.start <= mention.start < mention.end <= half.end


def test_aliases_of_every_kind_are_read():
    vocabulary = Vocabulary(
        (
            NamedAlias("country", "Zembla", "XK"),
            NamedAlias("organization", "Blue Compact", "Compact"),
            NamedAlias("person", "El Jefe", "Tomás Quiroga"),
        )
    )
    text = "El Jefe of Zembla left the Blue Compact."
    found = names_for(vocabulary).read(text, "en").within([Span(0, len(text))])
    assert [(mention.kind, mention.value) for mention in found] == [
        ("person", "Tomás Quiroga"), ("country", "XK"), ("organization", "Compact"),
    ]  # fmt: skip


def test_the_reader_of_a_vocabulary_is_built_once():
    assert names_for(Vocabulary()) is names_for(Vocabulary())


@pytest.mark.parametrize(
    ("sentence", "language", "codes"),
    [
        ("Franco-German talks began while Sino-Indian ones failed.", "en", "FR DE CN IN"),
        ("North and South Korea met.", "en", "KP KR"),
        ("The Sudan strain of the virus has reached Uganda.", "en", "UG"),
        ("The Greek Orthodox patriarch ate Danish pastry with Turkish delight.", "en", ""),
        ("Brussels has warned London twice.", "en", "GB"),
        ("Police in Brussels arrested four men.", "en", "BE"),
        ("Uganda tiêm vaccine ngừa chủng Sudan của virus.", "vi", "UG"),
        ("Cu Ba, Hung Ga Ri và Ai Len ký thỏa thuận.", "vi", "CU HU IE"),
        ("Trường dạy tiếng Anh và tiếng Pháp.", "vi", ""),
    ],
)
def test_halves_of_words_strains_dishes_and_seats(sentence, language, codes):
    assert values(sentence, language, "country") == codes.split()


def test_a_surname_that_is_a_country_means_the_person_named_before():
    text = "Speaker Jim Jordan lost the first vote. Jordan said that he would try again. He then flew to Jordan."
    assert values(text, "en", "person") == ["Jim Jordan"]
    assert [text[one.start :][:7] for one in mentions(text, "en", "country")] == ["Jordan."]
