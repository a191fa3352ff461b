from __future__ import annotations

import pytest

from events.extraction import topics
from events.extraction.records import EventType, Span, Topic
from tests.extraction.type_cases import measured


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_topics_of_invented_headlines_are_right_often_enough(half):
    figures = measured("en", half)
    assert figures.share("topic") >= 0.88, "\n".join(figures.wrong)


def test_words_outweigh_what_the_type_suggests():
    text = "Norway and Chile agree to cut carbon emissions and protect coral"
    assert topics.code(text, Span(0, len(text)), [], [], "en", EventType.AGREE).topic == Topic.ENVIRONMENT


def test_the_type_alone_gives_a_topic_without_evidence():
    text = "Oslo and Santiago"
    reading = topics.code(text, Span(0, len(text)), [], [], "en", EventType.MOBILIZE)
    assert (reading.topic, reading.evidence) == (Topic.CONFLICT, None)


def test_evidence_is_the_loudest_words():
    text = "Typhoon floods Luzon"
    reading = topics.code(text, Span(0, len(text)), [], [], "en", None)
    assert reading.topic == Topic.DISASTER
    assert reading.evidence.of(text) == "Typhoon"


def test_where_nobody_acts_and_no_word_tells_it_is_human_interest():
    reading = topics.code("Hm", Span(0, 2), [], [], "en", None)
    assert (reading.topic, reading.evidence) == (Topic.HUMAN_INTEREST, None)
