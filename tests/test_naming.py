"""Names as editors write them: one to a line, countries in either language, each once."""

import pytest
from django.utils import translation

from events import naming
from tests.builders import make_country

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def countries():
    for code, english, vietnamese in (("DE", "Germany", "Đức"), ("KP", "North Korea", "Triều Tiên")):
        make_country(code, name=english, name_vi=vietnamese)


def test_names_keep_their_order_and_are_told_once():
    assert naming.read("people", " Anna  Berg\nĐỗ Minh\n\nANNA BERG\nDo Minh\nBo Li") == [
        "Anna Berg",
        "Đỗ Minh",
        "Bo Li",
    ]


@pytest.mark.parametrize("name", ["Germany", "đức", "duc", "GERMANY", "DE", "Federal Republic of Germany"])
def test_a_country_among_parties_is_known_by_its_names_in_both_languages(name):
    assert naming.read("actor", f"{name}\nASEAN") == ["DE", "ASEAN"]


def test_other_lists_hold_names_only():
    assert naming.read("organizations", "Germany") == ["Germany"]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_shown_reads_back_as_it_was(language):
    listed = ["KP", "ASEAN", "DE", "au"]
    with translation.override(language):
        shown = naming.lines("recipient", listed)
        assert shown.split("\n")[0] == {"en": "North Korea", "vi": "Triều Tiên"}[language]
        assert naming.read("recipient", shown) == listed
