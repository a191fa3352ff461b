"""The gazetteer's data hold together."""

import re
from collections import Counter

import pytest

from events.extraction import gazetteer, persons
from events.extraction.gazetteer.spellings import organization_spellings
from events.extraction.names import names_for
from events.extraction.records import Region, Span, Vocabulary

CODES = {country.iso2 for country in gazetteer.countries()}
SHELVES = {region.value for region in Region} - {"global"}


def test_every_country_of_iso_3166_and_kosovo_is_there():
    assert len(gazetteer.countries()) == len(CODES) == 250
    assert {"PS", "TW", "HK", "XK", "SS", "BQ", "AX"} <= CODES


def test_every_country_but_antarctica_stands_on_a_shelf():
    assert {country.region for country in gazetteer.countries() if country.iso2 != "AQ"} == SHELVES
    assert gazetteer.region_of("AQ") is None


@pytest.mark.parametrize(
    ("iso2", "shelf"),
    [("RU", "europe"), ("TR", "europe"), ("GE", "europe"), ("IR", "middle-east-africa"), ("EG", "middle-east-africa"),
     ("IL", "middle-east-africa"), ("KZ", "asia-pacific"), ("AF", "asia-pacific"), ("AU", "asia-pacific"),
     ("BR", "americas"), ("CU", "americas"), ("ZZ", None)],
)  # fmt: skip
def test_shelves_follow_the_desks_rules(iso2, shelf):
    assert gazetteer.region_of(iso2) == shelf


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_forms_name_known_countries_and_known_kinds(language):
    kinds = {"name", "adj", "people", "seat", "capital", "city", "area", "word", "joint", "trap"}
    for form in gazetteer.country_forms(language):
        assert set(form.values) <= CODES, form
        assert form.kind in kinds, form
        assert form.text == form.text.strip(), form
        assert form.text, form


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_no_form_means_two_countries(language):
    meanings = {}
    for form in gazetteer.country_forms(language):
        if form.kind in ("name", "adj", "people", "capital", "seat"):
            meanings.setdefault(form.text, set()).add(form.values)
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_every_country_is_found_by_its_standard_name(language):
    names = names_for(Vocabulary())
    missed = []
    for country in gazetteer.countries():
        text = f"({getattr(country, f'name_{language}')})"
        found = {mention.value for mention in names.read(text, language).within([Span(0, len(text))])}
        if country.iso2 not in found:
            missed.append(country)
    # "Áo", "Bỉ", "Séc", "Lào" and the like are found as words; nothing may be missing
    assert missed == []


def test_every_country_has_a_capital_or_is_small():
    with_capital = {v for form in gazetteer.country_forms("en") if form.kind == "capital" for v in form.values}
    assert len(with_capital) > 190


@pytest.mark.parametrize(
    "records", [gazetteer.organizations(), gazetteer.agencies()], ids=["organizations", "agencies"]
)
def test_slugs_are_unique_and_stay_addresses(records):
    slugs = Counter(record.slug for record in records)
    assert [slug for slug, count in slugs.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert len(records) >= 150


def test_organizations_stand_on_known_shelves():
    assert {record.region for record in gazetteer.organizations()} <= SHELVES | {None}


def test_vietnamese_spellings_cover_both_tone_places_and_joined_forms():
    assert gazetteer.vietnamese_spellings("Cộng hòa") == {"Cộng hòa", "Cộng hoà"}
    assert {"Mát-xcơ-va", "Mátxcơva", "Mát-Xcơ-Va"} <= gazetteer.vietnamese_spellings("Mát-xcơ-va")


def test_an_unknown_word_set_is_an_error():
    with pytest.raises(KeyError):
        gazetteer.word_set("no such set")


def test_a_vietnamese_body_is_known_in_capitals_throughout_and_small():
    known = organization_spellings("Tổ chức Thương mại Thế giới")
    assert {"Tổ Chức Thương Mại Thế Giới", "Tổ chức thương mại thế giới", "tổ chức thương mại thế giới"} <= known


def test_a_small_name_keeps_the_capitals_of_places():
    assert "hiệp hội các quốc gia Đông Nam Á" in organization_spellings("Hiệp hội các Quốc gia Đông Nam Á")


def test_a_group_of_three_words_is_not_known_small():
    assert "nhóm bộ tứ" not in organization_spellings("Nhóm Bộ tứ")


def test_an_english_body_is_known_with_its_common_words_small():
    assert "European parliament" in organization_spellings("European Parliament")
    assert {"UN security council", "U.N. security council"} <= organization_spellings("UN Security Council")


def test_words_that_every_paper_spells_in_its_own_way_are_known_in_all():
    assert {"A-rập Xê-Út", "Ả Rập Saudi", "Arab Saudi", "Ả rập Xê út"} <= gazetteer.country_spellings("Ả Rập Xê Út")


def test_a_vietnamese_country_is_known_with_hyphens_and_small():
    assert {"Thụy-điển", "Thụy-Điển", "Thụy điển"} <= gazetteer.country_spellings("Thụy Điển")
    assert "Ba tư" not in gazetteer.country_spellings("Ba Tư")


def test_leaders_are_of_known_countries_and_each_name_means_one_of_them():
    people = persons.leaders()
    assert {one.country for one in people} - {None} <= CODES
    for names in ([form for one in people for form in one.full], [form for one in people for form in one.short]):
        assert [name for name, times in Counter(names).items() if times > 1] == []
    assert all(name and name == name.strip() for one in people for name in (*one.full, *one.short))
