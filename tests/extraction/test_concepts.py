"""Concepts: words that mean much the same to the models, in both languages."""

from __future__ import annotations

import pytest

from events.extraction import concepts, cues, traits
from tests.extraction.type_cases import passage


def test_every_concept_has_words_in_both_languages():
    for concept, listed in cues.load("concepts").items():
        assert listed.keys() <= {"verbs", "words", "vi"}, concept
        assert listed.get("vi"), concept
        assert listed.get("verbs") or listed.get("words"), concept


def test_words_are_listed_as_they_are_looked_up():
    for concept, listed in cues.load("concepts").items():
        for written in (*listed.get("verbs", ()), *listed.get("words", ()), *listed.get("vi", ())):
            assert cues.fold(written) == written, concept


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Gunboats pounded the harbour", "Gunboats shelled the harbour"),
        ("en", "Malta sacks its envoy", "Malta sacked its envoy"),
        ("vi", "Pháo binh nã pháo vào bến cảng", "Pháo binh dội bom vào bến cảng"),
    ],
)
def test_words_of_one_meaning_are_seen_alike(language, one, other):
    first, second = (traits.meanings(passage(text, language=language).sentence(0), language) for text in (one, other))
    assert first == second
    assert first


def test_the_longest_phrase_counts():
    assert concepts.of(["talks", "call", "for", "restraint"], "en", ()) == ["Meet", "Demand", "Demand"]
    assert concepts.of(["trung", "tâm", "bị", "bắt", "cóc"], "vi", ())[-1] == "Abduct"


def test_names_stand_among_the_concepts_and_other_words_do_not():
    english = traits.meanings(passage("Oman arrests eleven Yemeni spies").sentence(0), "en")
    vietnamese = traits.meanings(passage("Oman bắt giữ gián điệp Yemen", language="vi").sentence(0), "vi")
    assert english[:2] == vietnamese[:2] == ["C_", "Arrest"]
