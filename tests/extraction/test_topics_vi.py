from __future__ import annotations

import pytest

from events.extraction import topics
from events.extraction.records import EventType, Span, Topic
from tests.extraction.type_cases import measured


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_topics_of_invented_headlines_are_right_often_enough(half):
    figures = measured("vi", half)
    assert figures.share("topic") >= 0.88, "\n".join(figures.wrong)


def test_words_outweigh_what_the_type_suggests():
    text = "Na Uy và Chile nhất trí giảm khí thải, bảo vệ san hô"
    assert topics.code(text, Span(0, len(text)), [], [], "vi", EventType.AGREE).topic == Topic.ENVIRONMENT


def test_evidence_is_the_loudest_words():
    text = "Động đất tại Luzon"
    reading = topics.code(text, Span(0, len(text)), [], [], "vi", None)
    assert reading.topic == Topic.DISASTER
    assert reading.evidence.of(text) == "Động đất"
