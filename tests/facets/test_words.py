"""Words in the facet index against SQL: any letters of any script, in texts and in queries."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.facets import Selection, sql
from events.facets.index import word_lists
from events.facets.index.engine import Index
from events.facets.index.reading import read
from events.facets.index.state import State
from events.models import Event
from tests.builders import make_article, make_event

pytestmark = pytest.mark.django_db

PIECES = (
    "a",
    "b",
    "ab",
    "Đ",
    "ế",
    "1",
    "12",
    "1e5",
    "a1",
    "é",
    "ß",
    "ﬁ",
    "²",
    "½",
    "Ⅷ",
    "русский",
    "语",
    "ไทย",
    "ก็",
    "ʻ",
)
PIECES += (
    "-",
    "_",
    "'",
    "/",
    ".",
    "…",
    "\u0301",
    "\u200d",
    "İ",
    "ς",
    "Σ",
    "x.y",
    "a@b.c",
    "http://a.b/c",
    "10:30",
    "-5",
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda apart: apart.join(pieces))
)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8)
terms = st.tuples(
    st.sampled_from(["", "", "-"]), st.sampled_from(["", '"']), texts | anything, st.sampled_from(["", "", "*"])
)
queries = st.lists(terms.map(lambda t: f"{t[0]}{t[1]}{t[2]}{t[3]}{t[1]}"), min_size=1, max_size=3).map(" ".join)


@pytest.fixture
def pks():
    article = make_article()
    return [make_event(article=article).pk for _ in range(4)]


@pytest.fixture(params=[0, 20_000], ids=["pairs", "no pairs"])
def pairing(request, monkeypatch):
    """Whether pairs of words are listed."""
    monkeypatch.setattr(word_lists, "WORTH_PAIRING", request.param)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(texts | anything, min_size=4, max_size=4), asked=st.lists(queries, min_size=3, max_size=6))
def test_any_words_are_found_as_sql_finds_them(pks, pairing, written, asked):
    for pk, text in zip(pks, written, strict=True):
        Event.objects.filter(pk=pk).update(title=text, text="")
    index = Index(State.of(read()))
    for query in [*asked, *written]:
        selection = Selection(words=" ".join(query.split()))
        assert index.answer(selection).ids == sql.answer(selection).ids, query


def test_a_phrase_of_common_words_needs_no_look_at_the_tables(pks, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(word_lists, "WORTH_PAIRING", 0)
    Event.objects.filter(pk=pks[0]).update(title="Ha Noi, Hai Phong", text="")
    Event.objects.filter(pk=pks[1]).update(title="Noi Ha Noi", text="")
    Event.objects.filter(pk=pks[2]).update(title="Noi Hai Ha", text="")
    index = Index(State.of(read()))
    with django_assert_num_queries(0):
        assert set(index.answer(Selection(words='"hà nội"')).ids) == {pks[0], pks[1]}
        assert index.answer(Selection(words='-"hà nội" noi')).ids == (pks[2],)


def test_a_text_longer_than_postgresql_keeps_places_of_is_searched_as_by_sql(pks, monkeypatch):
    monkeypatch.setattr(word_lists, "WORTH_PAIRING", 0)
    Event.objects.filter(pk=pks[0]).update(title="a b " * 9000 + "c d e", text="")
    Event.objects.filter(pk=pks[1]).update(title="c d e", text="")
    index = Index(State.of(read()))
    for words in ('"c d"', '"d e"', '"b c"', '"a b"', '-"c d"', '"c d e"', '"b a b"'):
        assert index.answer(Selection(words=words)).ids == sql.answer(Selection(words=words)).ids, words


def test_the_beginning_of_a_word_finds_all_words_that_go_on_so_and_no_others(pks):
    for pk, title in zip(pks, ("Minister", "ministry, mini", "admin 12", "Bộ trưởng 129"), strict=True):
        Event.objects.filter(pk=pk).update(title=title, text="")
    index = Index(State.of(read()))
    for words, expected in (
        ("minis*", {0, 1}),
        ("min*", {0, 1}),
        ("12*", {2, 3}),
        ("bo tru*", {3}),
        ("-mini*", {2, 3}),
    ):
        assert set(index.answer(Selection(words=words)).ids) == {pks[nth] for nth in expected}, words
        assert set(sql.answer(Selection(words=words)).ids) == {pks[nth] for nth in expected}, words
    assert index.total(Selection(words='"bo tru*"')) == sql.total(Selection(words='"bo tru*"')) == 1
    assert index.total(Selection(words='"tru* bo"')) == sql.total(Selection(words='"tru* bo"')) == 0


def test_beginnings_are_found_among_many_words_however_many_events_hold_them():
    article = make_article()
    words = [f"a{letter}{nth}" for letter in "bcd" for nth in range(3)]
    for nth in range(60):
        make_event(article=article, title=f"{words[nth % 9]} ab common{nth % 2}", text="")
    index = Index(State.of(read()))
    for query in ("ab*", "a*", "ac*", "ad1*", "common*", "common1*", "z*", "ab0*", "co* ac*"):
        assert index.total(Selection(words=query)) == sql.total(Selection(words=query)), query


def test_words_read_in_many_blocks_are_those_read_in_one(monkeypatch):
    monkeypatch.setattr(word_lists, "WORTH_PAIRING", 0)
    ids = np.array([make_event(title=f"talks {'in' if n % 3 else 'on'} case {n}").pk for n in range(20)])
    expected = word_lists.read_words(ids)
    monkeypatch.setattr(word_lists, "BLOCK", 3)
    found = word_lists.read_words(ids)
    assert list(found) == list(expected)
    for name, lexicon in expected.items():
        assert {value: list(found[name][value]) for value in found[name]} == {
            value: list(lexicon[value]) for value in lexicon
        }
