"""What the extraction believes of its values is what was right as often."""

from collections import defaultdict

import pytest

from events.extraction import confidence
from tests.extraction.calibrate import judged
from tests.extraction.measure import scorer

from .reading import read_text

ENOUGH = 60  # events of one belief, by which it can be judged
HONEST = 0.07  # the most by which a belief may miss the share that was right


def test_every_field_that_rules_read_has_a_likelihood():
    (event,) = read_text("LIMA - Peru and Chile signed a deal on March 4, 2025. (Reuters)").events
    assert event.confidence.keys() >= set(confidence.FIELDS)
    assert all(0 < likely < 1 for likely in event.confidence.values())


def test_a_day_that_is_told_late_is_believed_less_than_one_in_the_first_words():
    early, late = "Peru signed on March 4, 2025.", "Peru signed. " + "Nobody saw it. " * 20 + "It was on March 4, 2025."
    told = [confidence.signals(event)["date"] for text in (early, late) for event in read_text(text).events[:1]]
    assert told[0] == "full"
    assert told[1] in ("full, late", "none")


@pytest.mark.xdist_group("the measured half")
@pytest.mark.skipif(scorer() is None, reason="the scorer does not lie beside the checkout")
def test_the_measured_half_is_right_as_often_as_believed():
    believed, right = defaultdict(list), defaultdict(list)
    for _, field, _, likely, good in judged("measure", scorer()):
        believed[field, round(likely, 1)].append(likely)
        right[field, round(likely, 1)].append(good)
    missed = {
        key: (round(sum(believed[key]) / len(goods), 3), round(sum(goods) / len(goods), 3))
        for key, goods in right.items()
        if len(goods) >= ENOUGH and abs(sum(goods) - sum(believed[key])) > HONEST * len(goods)
    }
    assert missed == {}
