"""The chart of days above the list: every event counted once, the days that are chosen in sight."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.histogram import FLOOR, draw
from events.timelines import DAY, Step

NOVEMBER = datetime.date(2026, 11, 1)
days = st.dates(datetime.date(2011, 1, 1), datetime.date(2027, 12, 31))
precisions = st.sampled_from(["day", "day", "month", "year"])
counted = st.dictionaries(st.tuples(days, precisions), st.integers(1, 900), min_size=1, max_size=40)


def by_day(counts: dict[datetime.date, int]) -> dict[tuple[datetime.date, str], int]:
    return {(day, "day"): count for day, count in counts.items()}


def a_count_each(first: datetime.date, number: int) -> dict[tuple[datetime.date, str], int]:
    return by_day({first + n * DAY: 1 for n in range(number)})


def test_nothing_to_count_gives_a_chart_without_bars():
    chart = draw({})
    assert (chart.bars, chart.most, chart.window) == ((), 0, None)


def test_a_single_day_is_one_bar_of_full_height_at_the_end_of_four_weeks():
    chart = draw(by_day({NOVEMBER: 3}))
    *before, bar = chart.bars
    assert (bar.start, bar.end, bar.count, bar.y, bar.height) == (NOVEMBER, NOVEMBER, 3, 0, FLOOR)
    assert [empty.count for empty in before] == [0] * 27


@pytest.mark.parametrize(("span", "step"), [(30, Step.DAY), (200, Step.WEEK), (1500, Step.MONTH), (6000, Step.YEAR)])
def test_long_spans_are_shown_in_coarser_steps(span, step):
    assert draw(by_day({NOVEMBER: 1, NOVEMBER + span * DAY: 1})).step is step


@given(counts=counted)
def test_without_a_choice_every_event_is_in_one_bar_or_said_to_be_elsewhere(counts):
    chart = draw(counts)
    elsewhere = chart.left_out + chart.before + chart.after
    assert sum(bar.count for bar in chart.bars) + elsewhere == sum(counts.values())
    assert chart.before + chart.after <= 0.04 * sum(counts.values())
    assert chart.window is None
    assert all(bar.is_chosen for bar in chart.bars)
    for bar in chart.bars:
        within = {key: n for key, n in counts.items() if bar.start <= key[0] <= bar.end}
        assert bar.count <= sum(within.values())
        assert bar.count >= sum(n for (_day, precision), n in within.items() if precision == "day")
        assert bar.y >= 0
        assert (bar.height > 0) == (bar.count > 0)


@pytest.mark.parametrize(("span", "counts"), [(20, [1, 1]), (200, [1, 1]), (1000, [3, 1]), (5000, [7, 1])])
def test_an_event_is_drawn_no_more_closely_than_its_date_is_known(span, counts):
    first, last = datetime.date(2024, 1, 1), datetime.date(2024, 1, 1) + span * DAY
    chart = draw({(first, "day"): 1, (first, "month"): 2, (first, "year"): 4, (last, "day"): 1})
    assert [bar.count for bar in chart.bars if bar.count] == counts
    assert chart.left_out == 8 - sum(counts)


@given(counts=counted, choice=st.tuples(st.none() | st.dates(), st.none() | st.dates()))
def test_any_choice_can_be_drawn(counts, choice):
    first, last = choice
    if first and last and last < first:
        first, last = last, first
    chart = draw(counts, first, last)
    assert 1 <= len(chart.bars) <= 400
    assert all(one.end + DAY == two.start for one, two in zip(chart.bars, chart.bars[1:], strict=False))
    for bar in chart.bars:
        overlaps = (first is None or first <= bar.end) and (last is None or bar.start <= last)
        assert bar.is_chosen == overlaps
    if chart.window:
        assert -0.01 <= chart.window.x <= chart.window.end <= 100.01


def test_one_stray_date_does_not_press_all_others_into_a_bar():
    stray = {(datetime.date(1989, 11, 9), "day"): 1, (datetime.date(2031, 1, 1), "day"): 1}
    counts = {**a_count_each(NOVEMBER, 60), **stray}
    chart = draw(counts)
    assert (chart.step, chart.before, chart.after) == (Step.DAY, 1, 1)
    assert (chart.bars[0].start, chart.bars[-1].end) == (NOVEMBER, NOVEMBER + 59 * DAY)
    assert (chart.last_before, chart.first_after) == (NOVEMBER - DAY, NOVEMBER + 60 * DAY)
    back_then = draw(counts, None, chart.last_before)
    assert (back_then.before, back_then.after) == (0, 0)
    assert back_then.bars[0].start.year == 1989


@pytest.mark.parametrize("number", [2, 30])
def test_among_few_events_none_is_a_stray(number):
    chart = draw({**a_count_each(NOVEMBER, number), (datetime.date(1989, 11, 9), "day"): 1})
    assert (chart.before, chart.bars[0].start.year) == (0, 1989)


def test_what_is_chosen_stands_among_its_neighbours():
    chart = draw(a_count_each(datetime.date(2026, 1, 1), 300), NOVEMBER - 20 * DAY, NOVEMBER - 20 * DAY)
    assert chart.step is Step.DAY
    assert [bar.is_chosen for bar in chart.bars].count(True) == 1
    assert chart.bars[0].start == NOVEMBER - 34 * DAY
    assert chart.bars[-1].end == datetime.date(2026, 10, 26)  # no further than the events go


def test_ever_smaller_choices_lead_from_years_to_a_day():
    counts = a_count_each(datetime.date(2012, 1, 1), 5400)
    steps, chart = [], draw(counts)
    while True:
        steps.append(chart.step)
        if chart.step is Step.DAY:
            break
        bar = chart.bars[len(chart.bars) // 2]
        chart = draw(counts, bar.start, bar.end)
    assert steps[0] is Step.YEAR
    assert len(steps) <= 4


def test_the_window_covers_the_chosen_part_of_the_bars():
    chart = draw(a_count_each(NOVEMBER, 40), NOVEMBER + 5 * DAY, NOVEMBER + 9 * DAY)
    assert chart.bars[0].start == datetime.date(2026, 10, 28)
    assert (chart.window.x, chart.window.width) == (
        pytest.approx(100 * 9 / 28, abs=0.01),
        pytest.approx(500 / 28, abs=0.01),
    )
    assert [bar.start.day for bar in chart.bars if bar.is_chosen] == [6, 7, 8, 9, 10]


def test_a_choice_beyond_all_events_has_no_window():
    chart = draw(a_count_each(NOVEMBER, 20), datetime.date(2030, 1, 1), None)
    assert chart.window is None
    assert not any(bar.is_chosen for bar in chart.bars)


def test_a_bar_of_one_event_is_seen_beside_one_of_thousands():
    chart = draw(by_day({NOVEMBER: 5000, NOVEMBER + DAY: 1}))
    assert [bar.height for bar in chart.bars if bar.count] == [60, 2]


def test_the_table_lists_only_what_happened_newest_first():
    chart = draw(by_day({NOVEMBER: 2, NOVEMBER + 3 * DAY: 1}))
    assert [(bar.start.day, bar.count) for bar in chart.newest_first] == [(4, 1), (1, 2)]


@given(first=days, span=st.integers(0, 6000))
def test_the_axis_is_never_crowded(first, span):
    assert 1 <= len(draw(by_day({first: 1, first + span * DAY: 1})).ticks) <= 12
