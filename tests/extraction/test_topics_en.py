from __future__ import annotations

import pytest

from events.extraction import topics
from events.extraction.records import EventType, Topic
from tests.extraction.type_cases import measured, passage, topic


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_topics_of_invented_headlines_are_right_often_enough(half):
    figures = measured("en", half)
    assert figures.share("topic") >= 0.87, "\n".join(figures.wrong)


def test_words_outweigh_what_the_type_suggests():
    text = "Norway and Chile agree to cut carbon emissions and protect coral"
    assert topic(text, EventType.AGREE).topic == Topic.ENVIRONMENT


def test_names_alone_give_no_evidence():
    assert topic("Oslo and Santiago", EventType.MOBILIZE).evidence is None


def test_evidence_is_the_loudest_words():
    text = "Typhoon floods Luzon"
    reading = topic(text, None)
    assert reading.topic == Topic.DISASTER
    assert reading.evidence.of(text) == "Typhoon"


def test_what_says_little_is_said_to_be_doubtful():
    assert topic("Hm").confidence < 0.5 < topic("Typhoon floods Luzon").confidence


def test_where_there_are_no_words_it_is_human_interest():
    reading = topic("?")
    assert (reading.topic, reading.evidence, reading.confidence) == (Topic.HUMAN_INTEREST, None, None)


def test_an_assembly_by_its_own_name_is_politics():
    assert topic("Knesset and Bundestag exchange delegations").topic == Topic.POLITICS


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Men in masks raided a bank in Gabon and made off with the till", EventType.ASSAULT, Topic.CRIME),
        ("Codelco cut its forecast for the year", None, Topic.ECONOMY),
        ("Gas cylinder explodes in Casablanca bakery", None, Topic.DISASTER),
        ("Submarine cable brings fast internet to Kosrae", None, Topic.SCIENCE),
    ],
)
def test_words_of_several_tell_the_subject_that_single_ones_hide(text, kind, told):
    assert topic(text, kind).topic == told


def test_the_topic_of_a_storys_main_event_is_likelier_for_its_others():
    read = passage("", "Angola opened a border post to let them in.")
    alone = topics.code(read, topics.themes(read), EventType.CONCEDE)
    led = topics.code(read, topics.themes(read), EventType.CONCEDE, (Topic.DISASTER, 0.9))
    assert alone.topic == Topic.POLITICS
    assert led.topic == Topic.DISASTER or led.confidence < alone.confidence


def test_but_does_not_outweigh_what_they_say():
    read = passage("", "The striking nurses' union signed a deal on pay with hospitals in Lisbon.")
    led = topics.code(read, topics.themes(read), EventType.SUPPORT, (Topic.DISASTER, 0.9))
    assert led.topic == Topic.LABOUR
