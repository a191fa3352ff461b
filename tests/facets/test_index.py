"""The facet index against SQL: random events, random questions, and random changes in between."""

import datetime
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from events.facets import Selection, sql
from events.facets.index.engine import Index
from events.facets.index.reading import read
from events.facets.index.state import State
from events.models import Event
from tests.builders import make_article
from tests.facets.test_answer import few_choices, random_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def events() -> list[int]:
    chance = random.Random(7)
    articles = [make_article() for _ in range(4)]
    return [random_event(chance, articles).id for _ in range(80)]


def same(index: Index, selection: Selection) -> None:
    note(selection.query())
    expected, found = sql.answer(selection), index.answer(selection)
    for param in expected.facets:
        assert found.facets[param] == expected.facets[param], param
    assert found == expected
    assert index.days(selection) == sql.days(selection)
    for step, split in (("day", "type"), ("week", "quad"), ("month", "quad"), ("year", "type")):
        assert index.series(selection, step, split) == sql.series(selection, step, split)
    assert index.beside(selection, "country", 3) == sql.beside(selection, "country", 3)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(selection=few_choices(), limit=st.sampled_from([1, 3, 50]))
def test_it_answers_as_sql_does(events, selection, limit):
    index = Index(State.of(read()))
    same(index, replace(selection, limit=limit))
