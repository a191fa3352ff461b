"""The learned models: what their files say, what they see, and that they answer alike every time."""

from __future__ import annotations

import pytest

from events.extraction import casting, event_types, learned, topics, traits
from events.extraction.records import EventType, Topic
from tests.extraction.reading import read_text
from tests.extraction.training import items
from tests.extraction.type_cases import happening, passage

LABELS = {
    "type": (traits.NONE, *EventType.__members__),
    "topic": tuple(Topic.__members__),
    "roles": casting.PARTS,
}


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("field", LABELS)
def test_a_file_of_weights_has_the_labels_and_says_what_it_was_made_from(field, language):
    model = learned.model(field, language)
    assert model.labels == LABELS[field]
    assert len(model) > 300
    assert "make train" in model.made_by[0]
    assert items.digest(list(items.written())) in model.made_by[1], "The texts changed: learn anew with `make train`."


def test_names_are_seen_only_as_what_they_are():
    read = passage("Russia and the UN ask Sergei Lavrov for 300 tents")
    seen = [token.text for token in traits.tokens(read.sentence(0))]
    assert seen == ["C_", "and", "the", "O_", "ask", "P_", "for", "#", "tents"]


def test_the_same_passage_is_always_judged_alike():
    text = "Chad and Niger, long at odds over wells, agreed on Friday to share them."
    assert happening("Wells deal", text) == happening("Wells deal", text)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_likelihoods_add_up(language):
    read = passage("Peru", language=language)
    themes = topics.themes(read)
    likely = learned.model("type", language).probabilities(*event_types.seen(read, themes))
    assert sum(likely.values()) == pytest.approx(1)
    assert min(likely.values()) > 0


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_seen_under_two_marks_at_once_weighs_as_under_each(language):
    seen = {"said", "said that", "and", "người", "the", "của", "đã ký", "signed", "never-heard-of"}
    model = learned.model("type", language)
    apart, joined = [("h:", seen), ("*:", seen), ("l:", {"said"})], [("h:+*:", seen), ("l:", {"said"})]
    assert model.probabilities(joined) == model.probabilities(apart) != model.probabilities([("h:", seen)])
    assert learned.written_out(joined) == learned.written_out(apart)


def test_evidence_is_words_of_the_text_also_where_no_rule_found_the_act():
    text = "Ghana pitched in with doctors for Benin."
    read = passage("", text)
    for kind in EventType:
        sentence, act = event_types.act_of(kind, read)
        assert sentence.covers(act.verb, act.last).of(text)


def test_events_say_how_sure_type_topic_and_roles_are():
    (event,) = read_text("*Norway attacks Chile: Norway bombed a port in Chile on Monday, killing nine. (AP)\n").events
    assert event.confidence.keys() >= {"type", "topic", "actor", "recipient"}
    assert all(0 <= likely <= 1 for likely in event.confidence.values())
    assert event.confidence["type"] > 0.7


def test_models_also_learn_from_headline_and_first_sentence_alone():
    text = "Ghana sent nine doctors to Benin. They will stay in Cotonou until the rains are over."
    whole = items.Item("en", "own", ("AID",), (), (), ("HEALTH",), "Ghana helps Benin", text)
    assert [(at, part.headline, part.text) for at, part in items.parts([whole])] == [
        (0, "Ghana helps Benin", ""),
        (0, "", "Ghana sent nine doctors to Benin."),
    ]


def test_weights_are_read_in_the_units_their_file_says():
    coarse = learned.Model("labels\t- AID\nbias\t1:10\nh:gave\t1:50\n")
    fine = learned.Model("labels\t- AID\nunit\t200\nbias\t1:40\nh:gave\t1:200\n")
    assert fine.probabilities([("h:", {"gave"})]) == coarse.probabilities([("h:", {"gave"})])
    assert fine.says("h:", "gave", "AID") == coarse.says("h:", "gave", "AID") == 1.0
