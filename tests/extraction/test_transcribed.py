"""Transcribed names of places in spellings that nobody listed."""

import pytest

from events.extraction import transcribed

from .names_builders import values


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Áp-ga-nít-xtan", "AF"),
        ("Kư-rơ-gư-xtan", "KG"),
        ("In-đô-nê-xia", "ID"),
        ("Ê-ri-trê-a", "ER"),
        ("Vê-nê-zu-ê-la", "VE"),
        ("Ni-ca-ra-gua", "NI"),
        ("Ôt-xtrây-li-a", "AU"),
    ],
)
def test_a_name_is_known_by_its_sounds(word, code):
    assert values(f"Hôm qua phái đoàn tới {word} để bàn.", "vi", "country") == [code]


@pytest.mark.parametrize("word", ["Mét-vê-đi-ép", "Ra-giô-ê-li-na", "Pa-si-ni-an", "Xa-a-ca-xvi-li", "Ka-ra-o-ke"])
def test_what_sounds_otherwise_is_no_place(word):
    assert values(f"Hôm qua ông {word} lên tiếng.", "vi", "country") == []


def test_a_listed_form_that_covers_the_name_stays():
    assert values("Hôm qua phái đoàn tới In-đô-nê-xi-a.", "vi", "country") == ["ID"]
    assert transcribed.sounds("Cư-rơ-gư-xtan") == transcribed.sounds("Kư-rơ-gư-xtan")
