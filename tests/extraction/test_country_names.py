"""Every country by every name: the whole gazetteer, and lists written apart from it, in neutral sentences."""

from pathlib import Path

import pytest

from events.extraction import gazetteer
from tests.extraction.names_builders import values

HERE = Path(__file__).parent
FRAMES = {
    "en": {"adj": "Two %s ships sailed.", "people": "Two %s sailed.", "seat": "Yesterday an aide of %s spoke.",
           "": "Yesterday rain fell in %s."},
    "vi": {"people": "Hai %s ra khơi.", "seat": "Hôm qua %s lên tiếng.", "word": "Hôm qua chính phủ %s lên tiếng.",
           "": "Hôm qua trời mưa ở %s."},
}  # fmt: skip
KINDS = ("name", "adj", "people", "capital", "seat", "word")
PRINTED = {"en": ("Officials from %s met.", "A %s ship sailed."), "vi": ("Hôm qua, quan chức %s có mặt tại cuộc họp.",)}


def cases(name):
    """The rows of a file beside this one, comments left out."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def pairs(language):
    """(code, sentence) of the list of a language."""
    for codes, names in cases(f"cases_countries_{language}.tsv"):
        for name in names.split("|"):
            yield codes, PRINTED[language][name.startswith("*")] % name.removeprefix("*")


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_every_form_of_the_gazetteer_means_its_country_in_a_neutral_sentence(language):
    wrong = {}
    for form in gazetteer.country_forms(language):
        if form.kind in KINDS:
            frame = FRAMES[language].get(form.kind, FRAMES[language][""])
            found = values(frame % form.text, language, "country")
            if sorted(found) != sorted(form.values):
                wrong[form.kind, form.text] = (form.values, found)
    assert wrong == {}


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_every_name_of_the_list_means_its_country(language):
    printed = list(pairs(language))
    found = {text: (codes, "+".join(sorted(values(text, language, "country")))) for codes, text in printed}
    assert len(printed) >= 300
    assert {text: both for text, both in found.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize(("language", "codes", "sentence"), cases("cases_no_countries.tsv"))
def test_a_name_that_means_something_else_is_no_country(language, codes, sentence):
    assert "+".join(sorted(values(sentence, language, "country"))) == codes
