"""The measuring of browsing: what it asks, and what it says of the times."""

import datetime

import pytest

from events import synthetic
from events.facets import Position, Selection, sql
from tests.facets.bench import questions
from tests.facets.bench.__main__ import table
from tests.facets.bench.others import datasette_path, plain
from tests.facets.bench.timing import FEWEST, Times, take


@pytest.mark.django_db
def test_every_kind_asks_as_often_as_told_of_what_is_there(client):
    synthetic.load(400)
    kinds = questions.kinds(4)
    assert [kind.name.split()[0] for kind in kinds] == [
        "q0",
        "q1",
        "q2",
        "q3",
        "q4",
        "q5a",
        "q5c",
        "q5b",
        "q6",
        "q7",
        "q8",
    ]
    for kind in kinds:
        assert len(kind.questions) == 4, kind.name
        assert client.get(kind.paths()[0]).status_code == 200, kind.name
    found = {kind.name.split()[0]: sql.total(kind.questions[0]) for kind in kinds}
    assert found["q0"] > found["q1"] > found["q2"] > 0
    assert found["q0"] > found["q5a"] > found["q5b"]
    assert 0 < found["q3"] < found["q7"]


@pytest.mark.django_db
def test_half_depth_is_in_the_middle():
    synthetic.load(400)
    (half,) = {question.cursor for question in questions.kinds(2)[-1].questions}
    seen, place = 0, None
    while place != half and seen < 400:
        answer = sql.answer(Selection(limit=1, cursor=place))
        place, seen = answer.next, seen + 1
    assert seen == pytest.approx(sql.total(Selection()) / 2, abs=2)


def test_slow_ways_are_asked_a_few_times_only():
    asked = []
    assert len(take(asked.append, range(50), patience=0).clock) == FEWEST
    assert asked == [0, 1, 2]
    assert len(take(asked.append, range(50), patience=60).clock) == 50


def test_shares_of_runs_are_of_the_sorted_times():
    times = Times(clock=[float(n) for n in range(100, 0, -1)])
    assert times.as_dict() == {"p50": 51.0, "p95": 96.0, "max": 100.0, "runs": 100}


def test_questions_reach_other_engines_with_all_that_is_chosen():
    day = datetime.date(2024, 11, 1)
    question = Selection(country=("US",), type=("AID",), first_day=day, last_day=day, words="gru")
    path = datasette_path(question)
    for part in (
        "countries__arraycontains=US",
        "type=AID",
        "date__gte=2024-11-01",
        "date__lte=2024-11-01",
        "_search=gru",
    ):
        assert part in path
    assert plain(question) == {
        "country": ["US"],
        "type": ["AID"],
        "first_day": "2024-11-01",
        "last_day": "2024-11-01",
        "words": "gru",
    }
    assert plain(Selection(cursor=Position(day, 7)))["cursor"]["date"] == "2024-11-01"


def test_the_table_says_how_much_slower_the_others_are_and_what_was_left_out():
    def times(p50: float) -> dict:
        return {"p50": p50, "p95": p50, "max": p50}

    said = table(
        {
            "events": 1000,
            "figures": {"left out": "Without another."},
            "kinds": {
                "q0 no filter": {"index, new": times(2), "SQL": times(2000)},
                "q1 a region": {"index, new": times(1), "SQL": times(10), "DuckDB": times(50)},
            },
        }
    )
    assert "SQL takes 505 times as long as the index (median of 2 kinds; from 10.0 to 1,000)" in said
    assert "DuckDB takes 50 times as long" in said
    assert "Datasette takes" not in said
    assert "left out: Without another." in said
