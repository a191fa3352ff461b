"""Every kind of act that the codebook names is told from one bare sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extraction.reading import read_text
from tests.extraction.type_cases import judge

CASES = tomllib.loads((Path(__file__).parent / "cases_kinds.toml").read_text("utf-8"))
LEAST = {"en": 0.9, "vi": 0.9}  # a little below what was measured


@pytest.mark.parametrize("language", CASES)
def test_kinds_of_acts_are_told_from_single_sentences(language):
    said = [(judge(text, language)["type"], kinds.split("|"), text) for kinds, text in CASES[language]]
    wrong = [f"{text}: {one}" for one, kinds, text in said if one not in kinds]
    assert 1 - len(wrong) / len(said) >= LEAST[language], "\n".join(wrong)


@pytest.mark.parametrize("language", CASES)
def test_a_document_of_one_sentence_is_one_event(language):
    for _, text in CASES[language]:
        assert len(read_text(text).events) == 1, text
