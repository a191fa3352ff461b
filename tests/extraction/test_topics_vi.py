from __future__ import annotations

import pytest

from events.extraction.records import EventType, Topic
from tests.extraction.type_cases import measured, topic


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_topics_of_invented_headlines_are_right_often_enough(half):
    figures = measured("vi", half)
    assert figures.share("topic") >= 0.89, "\n".join(figures.wrong)


def test_words_outweigh_what_the_type_suggests():
    text = "Na Uy và Chile nhất trí giảm khí thải, bảo vệ san hô"
    assert topic(text, EventType.AGREE, language="vi").topic == Topic.ENVIRONMENT


def test_evidence_is_the_loudest_words():
    text = "Động đất tại Luzon"
    reading = topic(text, None, language="vi")
    assert reading.topic == Topic.DISASTER
    assert reading.evidence.of(text) == "Động đất"
