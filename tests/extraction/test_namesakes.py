"""Places that texts name without their country, and those that are words, people or places of other countries too."""

import pytest

from events.extraction import gazetteer
from events.extraction.names import names_for
from events.extraction.records import Vocabulary

CODES = {country.iso2 for country in gazetteer.countries()}


def countries(text, language="en"):
    found = names_for(Vocabulary()).read(text, language).mentions
    return [mention.value for mention in found if mention.kind == "country"]


def people(text, language="en"):
    found = names_for(Vocabulary()).read(text, language).mentions
    return [mention.value for mention in found if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traders in Calabar shut their stalls.", ["NG"]),
        ("A bridge fell near Dera Ismail Khan.", ["PK"]),
        ("Fuel ran out in Bukidnon and Sultan Kudarat.", ["PH", "PH"]),
        ("The mayor of Stara Zagora resigned.", ["BG"]),
        ("Gunmen raided a market in Djibo.", ["BF"]),
        ("Voters in Portage County queued for hours.", ["US"]),
        ("Fighting went on around Huliaipole.", ["UA"]),
        ("Farmers in Sinaloa lost their maize.", ["MX"]),
    ],
)
def test_a_place_says_the_country_that_nobody_names(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire in Tank on Monday.",
        "A bus burned in Tank district.",
        "TANK: Two clerks were robbed on Monday.",
    ],
)
def test_a_word_is_a_place_where_words_of_place_say_so(text):
    assert countries(text) == ["PK"]


@pytest.mark.parametrize(
    "text",
    [
        "Tank crews were sent home.",
        "Reading is taught to all.",
        "Nice weather is expected.",
        "Split votes delayed the reform.",
        "Reading Borough Council met.",
        "It was found in Lincoln's desk.",
    ],
)
def test_and_else_a_word(text):
    assert countries(text) == []


def test_a_town_in_front_of_its_country_is_one():
    assert countries("He was born in a street of Cork, Ireland.") == ["IE", "IE"]


def test_a_person_keeps_a_name_that_is_a_town_too():
    assert people("Andrew Jackson and Mokgweetsi Masisi met.") == ["Andrew Jackson", "Mokgweetsi Masisi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barbers from Punjab were shot near Quetta.", ["PK", "PK"]),
        ("Farmers from Punjab marched out of Amritsar.", ["IN", "IN"]),
        ("Farmers from Punjab marched.", []),
        ("A school burned in Mahdia, deep in Guyana.", ["GY", "GY"]),
        ("A school burned in Mahdia. Tunisia mourns.", ["TN", "TN"]),
        ("The cathedral of Managua stood; the one in León, said Nicaragua's bishops, fell.", ["NI", "NI", "NI"]),
    ],
)
def test_a_place_of_several_countries_is_that_of_the_one_named_nearby(text, expected):
    assert countries(text) == expected


def test_a_storm_is_no_place():
    assert countries("Cyclone Gombe hit Mozambique.") == ["MZ"]
    assert countries("Bão Gombe đổ bộ vào Mozambique.", "vi") == ["MZ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cảnh sát tỉnh An Huy bắt hai người.", ["CN"]),
        ("Một nhà máy ở Vô Tích phát nổ.", ["CN"]),
        ("Bão tuyết tràn qua bang Nam Carolina.", ["US"]),
        ("Lũ lớn ở Xiêng Khoảng.", ["LA"]),
        ("Nổ mỏ tại tỉnh Hà Nam (Trung Quốc).", ["CN", "CN"]),
        ("Công an tỉnh Hà Nam và Ninh Bình vào cuộc.", ["VN", "VN"]),
        ("Hòa Bình là điều mọi người mong.", []),
        ("Tàu Hải Dương 8 đã rời đi.", []),
        ("Người dân ở Hòa Bình sơ tán.", ["VN"]),
    ],
)
def test_vietnamese_names(text, expected):
    assert countries(text, "vi") == expected


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_the_data_hold_together(language):
    owners = {}
    for places in gazetteer.further_places(language):
        assert set(places.values) <= CODES, places
        assert places.kind in {"capital", "city", "area", "placed", "shared"}, places
        for name in places.names:
            assert name == name.strip() != "", places
            if places.kind in ("capital", "city", "area"):
                assert owners.setdefault(name, places.values) == places.values, name


def test_what_is_surely_a_place_of_one_country_stands_once():
    known = {form.text: form.values for form in gazetteer.country_forms("en") if form.kind != "trap"}
    for places in gazetteer.further_places("en"):
        for name in places.names if places.kind in ("city", "area") else ():
            assert known.get(name, places.values) == places.values, name


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Both sides broke the Minsk protocol.", "en", []),
        ("They signed the Algiers Agreement of 2000.", "en", []),
        ("Mali left the Algiers accord.", "en", ["ML"]),
        ("Guests stayed in Algiers on Monday.", "en", ["DZ"]),
        ("The Bahrain Mirror quoted two ministers.", "en", []),
        ("A mirror from Bahrain was sold.", "en", ["BH"]),
        ("Một bên vi phạm bản ghi nhớ Minsk.", "vi", []),
        ("Phái đoàn tới Minsk hôm qua.", "vi", ["BY"]),
        ("Công ước Istanbul có hiệu lực.", "vi", []),
        ("Tàu đi qua Trường Sa hôm qua.", "vi", []),
        ("Mỏ bán với giá hai tỷ Úc kim.", "vi", []),
        ("Đức hồng y đọc kinh.", "vi", []),
        ("Đức và Úc ký kết.", "vi", ["DE", "AU"]),
        ("Russian-speaking pupils and the Romanian language were at issue.", "en", []),
        ("Russian pupils were at issue.", "en", ["RU"]),
        ("Các trường dạy tiếng Rumani đóng cửa.", "vi", []),
        ("Ca sĩ nổi tiếng Nam Hàn tới thăm.", "vi", ["KR"]),
        ("Từ Dakar, thông tín viên của đài cho biết.", "vi", []),
        ("Từ Dakar, tổng thống lên đường.", "vi", ["SN"]),
    ],
)
def test_an_accord_or_a_paper_called_by_a_place_names_no_country(text, language, expected):
    assert countries(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sarajevo police stopped a Serb in Banja Luka.", ["BA", "BA"]),
        ("A Serb won the race in Belgrade.", ["RS", "RS"]),
        ("Georgia's parliament sat late; Russia watched.", ["GE", "RU"]),
        ("Georgia's governor and the sheriff of Fulton County met.", ["US", "US"]),
        ("Villages in Beni, in Bolivia, were flooded.", ["BO", "BO"]),
        ("Ebola came back to Beni and Butembo.", ["CD", "CD"]),
        ("The Oromia and Somali regions of Ethiopia are dry.", ["ET", "ET"]),
        ("The Colorado Party of Paraguay won.", ["PY"]),
        ("The mission of the UN, the UN Mission in South Sudan, ends.", ["SS"]),
    ],
)
def test_one_of_several_is_told_by_its_company(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("Former president Ricardo Lagos spoke in Lima.", "en", "Ricardo Lagos"),
        ("Prosecutors charged Diego Burgos with fraud.", "en", "Diego Burgos"),
        ("Cảnh sát bắt ông Rodrigo Pizarro Lagos vì nhận hối lộ.", "vi", "Rodrigo Pizarro Lagos"),
    ],
)
def test_a_town_right_behind_a_given_name_is_a_surname(text, language, person):
    assert people(text, language) == [person]
    assert {"NG", "ES"}.isdisjoint(countries(text, language))


def test_but_not_behind_a_popes_or_across_a_comma():
    assert countries("Pope Francis Naples visit is off.")[-1] == "IT"
    assert countries("He told Ricardo, Lagos was calm.") == ["NG"]


def test_some_towns_are_of_the_country_that_is_named():
    assert countries("Dominica felt a quake that lay off Portsmouth.") == ["DM", "DM"]
    assert countries("The frigate left Portsmouth.") == ["GB"]
    assert countries("Guatemala hủy cuộc họp tại Antigua.", "vi") == ["GT", "GT"]
    assert countries("Antigua bầu quốc hội hôm Thứ Tư.", "vi") == ["AG"]
    assert countries("Đàm phán hạt nhân nối lại tại Vienne.", "vi") == ["AT"]
