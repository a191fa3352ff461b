"""Charts of events through time: every event drawn once, in its bucket, on its side of the line."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models.choices import Quad
from events.timelines import DAY, DOWN, HEIGHT, UP, Step, bearable, bulk, draw, step_for

MONDAY = datetime.date(2026, 11, 16)
days = st.dates(datetime.date(2011, 1, 1), datetime.date(2026, 12, 31))


def test_a_week_begins_on_monday_and_a_month_on_its_first():
    assert Step.WEEK.start_of(datetime.date(2026, 11, 21)) == MONDAY
    assert Step.WEEK.start_of(MONDAY) == MONDAY
    assert Step.MONTH.start_of(datetime.date(2026, 11, 21)) == datetime.date(2026, 11, 1)
    assert Step.MONTH.next(datetime.date(2026, 12, 1)) == datetime.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("span", "step"), [(0, Step.DAY), (63, Step.DAY), (64, Step.WEEK), (731, Step.WEEK), (3650, Step.MONTH)]
)
def test_longer_spans_are_shown_in_coarser_steps(span, step):
    assert step_for(MONDAY, MONDAY + span * DAY) is step


def test_days_over_ten_years_become_months_rather_than_thousands_of_bars():
    assert bearable(Step.DAY, MONDAY, MONDAY + 3650 * DAY) is Step.MONTH
    assert bearable(Step.DAY, MONDAY, MONDAY + 30 * DAY) is Step.DAY


@given(first=days, span=st.integers(0, 900), step=st.sampled_from(Step))
def test_buckets_follow_one_another_without_gap_and_cover_the_span(first, span, step):
    chart = draw({}, first, first + span * DAY, step)
    assert chart.bars[0].start <= first <= chart.bars[0].end
    assert chart.bars[-1].start <= first + span * DAY <= chart.bars[-1].end
    assert all(one.end + DAY == two.start for one, two in zip(chart.bars, chart.bars[1:], strict=False))


def test_what_lies_beyond_the_edges_is_counted():
    series = {MONDAY + n * DAY: {Quad.VERBAL_CONFLICT: 1, None: 2} for n in range(10)}
    chart = draw(series, MONDAY + 2 * DAY, MONDAY + 5 * DAY, Step.DAY)
    assert (chart.before, chart.after) == (6, 12)
    assert sum(bar.total for bar in chart.bars) == 12


@given(of_day=st.dictionaries(days, st.integers(1, 100), min_size=1, max_size=30))
def test_nearly_all_events_are_in_sight(of_day):
    first, last = bulk(of_day)
    seen = sum(count for day, count in of_day.items() if first <= day <= last)
    assert seen >= 0.96 * sum(of_day.values())
    assert {first, last} <= set(of_day)


counts = st.dictionaries(st.sampled_from([*Quad, None]), st.integers(1, 5000), max_size=5)


@given(week=st.lists(counts, min_size=1, max_size=7))
def test_every_event_with_a_quad_class_is_drawn_once_on_its_side_and_inside_the_chart(week):
    series = {MONDAY + n * DAY: c for n, c in enumerate(week)}
    chart = draw(series, MONDAY, MONDAY + (len(week) - 1) * DAY, Step.DAY)
    for bar, expected in zip(chart.bars, week, strict=True):
        assert {part.quad: part.count for part in bar.parts} == {q: n for q, n in expected.items() if q}
        assert bar.total == sum(expected.values()) == sum(bar.columns)
        for part in bar.parts:
            top, bottom = part.y, part.y + part.height
            assert -0.1 <= top <= bottom <= HEIGHT
            assert bottom <= chart.zero + 0.1 if part.quad in UP else top >= chart.zero - 0.1
            assert part.quad in UP or part.quad in DOWN


def test_deeds_stand_next_to_the_line_and_words_outside():
    chart = draw({MONDAY: dict.fromkeys(Quad, 2)}, MONDAY, MONDAY, Step.DAY)
    y = {part.quad: part.y for part in chart.bars[0].parts}
    assert y[Quad.VERBAL_COOPERATION] < y[Quad.MATERIAL_COOPERATION] < chart.zero
    assert chart.zero <= y[Quad.MATERIAL_CONFLICT] < y[Quad.VERBAL_CONFLICT]


def test_the_grid_has_few_round_numbers():
    chart = draw({MONDAY: {Quad.VERBAL_COOPERATION: 47, Quad.VERBAL_CONFLICT: 21}}, MONDAY, MONDAY, Step.DAY)
    assert [line.label for line in chart.grid] == [20, 40, 20]


def test_the_table_lists_only_what_happened_newest_first():
    chart = draw({MONDAY: {None: 1}, MONDAY + 2 * DAY: {Quad.VERBAL_CONFLICT: 3}}, MONDAY, MONDAY + 4 * DAY, Step.DAY)
    assert [(bar.start, bar.columns) for bar in chart.newest_first] == [
        (MONDAY + 2 * DAY, [0, 0, 0, 3, 0]),
        (MONDAY, [0, 0, 0, 0, 1]),
    ]


@given(first=days, span=st.integers(0, 4000))
def test_the_axis_is_never_crowded(first, span):
    last = first + span * DAY
    assert 1 <= len(draw({}, first, last, step_for(first, last)).ticks) <= 12


def test_a_long_axis_names_the_years_where_they_begin():
    chart = draw({}, datetime.date(2020, 5, 1), datetime.date(2026, 11, 1), Step.MONTH)
    assert [tick.day for tick in chart.ticks] == [datetime.date(year, 1, 1) for year in range(2021, 2027)]
