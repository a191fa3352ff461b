"""The shelf an event stands on."""

import pytest

from events.extraction import regions
from events.extraction.records import Mention, Region, Span
from tests.extraction.reading import read_text


@pytest.mark.parametrize(
    ("heading", "region"),
    [
        ("Asia- Pacific", "asia-pacific"),
        ("CHÂU Á - THÁI BÌNH DƯƠNG", "asia-pacific"),
        ("Châu Đại Dương", "asia-pacific"),
        ("* Europe:", "europe"),
        ("III. Châu Âu", "europe"),
        ("Middle East-Africa", "middle-east-africa"),
        ("MIDDLE EAST AND AFRICA", "middle-east-africa"),
        ("Trung Đông – châu Phi", "middle-east-africa"),
        ("America - Latin America", "americas"),
        ("Khu vực châu Mỹ", "americas"),
    ],
)
def test_headings_of_regions(heading, region):
    assert regions.read_heading(heading).region == region


@pytest.mark.parametrize("heading", ["Economy", "European leaders meet", "Asia Times", "Nam Phi", "Africa wins", ""])
def test_other_lines_are_no_headings_of_regions(heading):
    assert regions.read_heading(heading) is None


def _of(text: str, *countries: str, heading: str | None = None, organizations: tuple[str, ...] = ()) -> Region:
    words = f"{heading}\n{text}" if heading else text
    start = len(words) - len(text)
    mentions = [Mention(start + i, start + i + 1, "country", code) for i, code in enumerate(countries)]
    mentions += [Mention(start, start + 1, "organization", name) for name in organizations]
    span = Span(0, len(heading)) if heading else None
    return regions.of_event(words, span, None, [Span(start, len(words))], mentions)[0]


def test_the_heading_decides_whatever_the_countries():
    assert _of("Peru and Chile talk.", "PE", "CL", heading="Europe") is Region.EUROPE


def test_plain_asia_gives_way_to_a_middle_eastern_country_named_first():
    assert _of("Iran and Japan talk.", "IR", "JP", heading="Asia") is Region.MIDDLE_EAST_AFRICA
    assert _of("Japan and Iran talk.", "JP", "IR", heading="Châu Á") is Region.ASIA_PACIFIC
    assert _of("Iran and Japan talk.", "IR", "JP", heading="Asia-Pacific") is Region.ASIA_PACIFIC


def test_without_a_region_heading_most_of_the_countries_decide():
    assert _of("The US, Seoul, Pyongyang.", "US", "KR", "KP") is Region.ASIA_PACIFIC
    assert _of("Economy item on Peru.", "PE", heading="Economy") is Region.AMERICAS


def test_a_regional_body_counts_where_no_country_is_named_and_global_is_the_last_resort():
    assert _of("Ministers met.", organizations=("ASEAN",)) is Region.ASIA_PACIFIC
    assert _of("Ministers met.", organizations=("WHO",)) is Region.GLOBAL
    assert _of("Storms over the Middle East.") is Region.MIDDLE_EAST_AFRICA


@pytest.mark.parametrize(
    ("line", "region"),
    [
        ("The US, Britain and France bombed three depots in Syria on Sunday.", "middle-east-africa"),
        ("UN talks on Yemen opened in Geneva on Sunday, its envoy said.", "middle-east-africa"),
        ("Pope Leo on Sunday asked the peoples of Canada to forgive the church.", "americas"),
        ("Djibouti took over a patrol boat from Japan on Sunday, built in Japan.", "middle-east-africa"),
        ("Triều Tiên hôm 2/3 kết án một người Mỹ vì nhập cảnh trái phép.", "asia-pacific"),
        ("Kuwait congratulated Laos on Sunday on its dam. Vientiane thanked the emir.", "middle-east-africa"),
        ("Mali ra lệnh bắt một người Pháp ở gần sứ quán Pháp hôm 2/3.", "middle-east-africa"),
    ],
)
def test_an_item_stands_with_the_country_it_is_chiefly_about(line, region):
    found = read_text(f"News in brief\n\n- {line}\n\n- Haiti closed its border on Sunday.\n")
    assert found.events[0].region == region


def test_under_a_heading_of_two_regions_the_item_chooses():
    assert _of("Peru talks.", "PE", heading="Africa - Latin America") is Region.AMERICAS
    assert _of("Kenya talks.", "KE", heading="Africa - Latin America") is Region.MIDDLE_EAST_AFRICA
    assert _of("Japan talks.", "JP", heading="Africa - Latin America") is Region.MIDDLE_EAST_AFRICA


def test_a_desks_own_place_in_front_of_every_item_is_no_place_of_theirs():
    found = read_text(
        "DHAKA: Lawmakers in Peru passed a budget on Sunday after a long debate.\n\n"
        "DHAKA: The president of Kenya opened a railway to the coast on Sunday.\n\n"
        "DHAKA: Poland said on Sunday that it would close two crossings for a week.\n\n"
    )
    assert [event.countries for event in found.events] == [("PE",), ("KE",), ("PL",)]


def test_a_city_others_are_reported_from_is_no_place_of_theirs():
    found = read_text(
        "NAIROBI - Ethiopian rebels left three towns on Sunday after a truce was signed.\n\n"
        "NEW YORK - The UN envoy to Yemen said on Sunday that roads would be opened again.\n\n"
        "NEW YORK - A gunman killed three people in a supermarket on Sunday, police said.\n\n"
        "NAIROBI - Police in Kenya and Ethiopian officers searched two camps on Sunday.\n\n"
    )
    assert [event.countries for event in found.events] == [("ET",), ("YE",), ("US",), ("KE", "ET")]


def test_an_attack_told_from_a_place_happened_there():
    found = read_text(
        "KABUL - A bomber killed 12 people, among them a Romanian soldier, on Sunday, police said.\n\n"
        "LIMA - The president of Peru passed a budget on Sunday after a long debate.\n\n"
        "WARSAW - Poland said on Sunday that it would close two crossings for a week.\n\n"
    )
    assert [event.region for event in found.events] == [Region.ASIA_PACIFIC, Region.AMERICAS, Region.EUROPE]


def test_a_movement_is_at_home_on_the_shelf_the_gazetteer_gives_it():
    assert _of("The Arakan Army freed three men.", organizations=("Arakan Army",)) is Region.ASIA_PACIFIC
    assert _of("The cartel named a head.", organizations=("Gulf Cartel",)) is Region.AMERICAS
    assert _of("The fund lent more.", organizations=("IMF",)) is Region.GLOBAL
