"""The shelf an event stands on."""

import pytest

from events.extraction import regions
from events.extraction.records import Mention, Region, Span


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
