"""Counting the values of a set of events, against counting them one by one."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.facets.index.columns import MOST_LEVELS, Column
from events.facets.index.postings import bitmap_of, numbers_of

CODES = 7

values_of_events = st.lists(st.sets(st.integers(0, CODES - 1), max_size=MOST_LEVELS + 2), min_size=1, max_size=40)


def column(values: list[set[int]], size: int = CODES) -> Column:
    pairs = [(code, number) for number, codes in enumerate(values) for code in codes]
    codes, numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Column.build(codes, numbers, size, len(values))


@given(values_of_events, st.data())
def test_any_set_is_counted_right_in_either_way(values, data):
    chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(values))))))
    expected = Counter(code for number in chosen for code in values[number])
    bitmap = bitmap_of(np.array(chosen, dtype=np.uint32))
    counts = column(values).counts(bitmap, numbers_of(bitmap))
    assert counts.tolist() == [expected[code] for code in range(CODES)]
    codes, found = column(values).frequencies(bitmap, numbers_of(bitmap))
    assert list(zip(codes.tolist(), found.tolist(), strict=True)) == sorted(expected.items())


@pytest.mark.parametrize("size", [255, 256, 65_535, 65_536])
def test_the_last_code_of_a_width_is_told_from_none(size):
    found = column([{size - 1}, set(), {0, size - 1}], size)
    everything = bitmap_of(np.arange(3, dtype=np.uint32))
    codes, counts = found.frequencies(everything, numbers_of(everything))
    assert (codes.tolist(), counts.tolist()) == ([0, size - 1], [1, 2])
    assert found.counts(everything, numbers_of(everything)).sum() == 3
