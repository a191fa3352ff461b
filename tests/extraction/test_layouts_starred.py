"""Round-ups whose items open with a star."""

import pytest

from events.extraction.records import Reason

from .reading import assert_faithful, assert_tiled, headings, read_document, read_text, set_aside, titles


@pytest.fixture(scope="module")
def roundup():
    return read_document("roundup-en.txt")


@pytest.fixture(scope="module")
def roundup_vi():
    return read_document("roundup-vi.txt")


def test_every_starred_item_is_one_event_and_the_advertisement_is_none(roundup):
    assert roundup.document.layout == "starred"
    assert titles(roundup) == [
        "Egypt, Ethiopia sign dam accord",
        "Greek ferry crews strike",
        "Norway warns of storm",
        "Iceland elects a new speaker",
        'Chile: "No talks" with miners',
    ]
    assert set_aside(roundup, Reason.ADVERTISEMENT) == ["* Advertisement: Sail to Crete from 19 euros, book now."]


def test_an_item_keeps_all_its_paragraphs_and_loses_marker_and_credit(roundup):
    event = roundup.events[0]
    assert event.text.splitlines() == [
        "Egypt, Ethiopia sign dam accord",
        "On March 4, Egypt and Ethiopia signed an accord on filling the Nile dam in Khartoum.",
        'Egyptian Irrigation Minister Hani Sewilam called the text "a fair start".',
    ]
    assert event.agencies == ("MENA", "AFP")


def test_a_heading_glued_to_an_item_is_still_a_heading(roundup):
    assert headings(roundup) == ["Africa", "Europe", "Americas"]
    assert [event.section for event in roundup.events] == ["Africa", "Europe", "Europe", "Europe", "Americas"]
    assert [event.region.value for event in roundup.events] == [
        "middle-east-africa", "europe", "europe", "europe", "americas",
    ]  # fmt: skip


def test_a_headline_on_its_own_line_and_a_stub_without_text(roundup):
    storm, stub = roundup.events[2:4]
    assert storm.text.splitlines()[:2] == [
        "Norway warns of storm",
        "Oslo told ships off Bergen to stay in port on Tuesday.",
    ]
    assert storm.text.endswith('"The waves are ten metres high."')
    assert stub.text == stub.title


def test_colons_of_headline_and_quotation_do_not_part_the_item_wrongly(roundup):
    chile = roundup.events[4]
    assert chile.text.splitlines()[1].startswith("Chile's mining minister said on March 2: “We")
    assert chile.agencies == ("EFE", "AP")


def test_what_belongs_to_no_event_is_set_aside_with_its_reason(roundup):
    assert len(set_aside(roundup, Reason.CAPTION)) == 1
    assert set_aside(roundup, Reason.RELATED) == ["RELATED NEWS | |", "Ten islands to see in spring |"]
    assert set_aside(roundup, Reason.SOURCE) == ["Source: https://desk.example.org/world/roundup-march-4.html"]
    assert set_aside(roundup, Reason.WIDGET) == ["Comment (0)"]
    assert "The desk brings you the day's main stories." in set_aside(roundup, Reason.SUMMARY)
    assert roundup.document.source_url == "https://desk.example.org/world/roundup-march-4.html"


def test_passages_tile_and_events_are_faithful(roundup, roundup_vi):
    for extraction in (roundup, roundup_vi):
        assert_tiled(extraction)
        assert_faithful(extraction)


def test_the_first_item_printed_twice_is_one_event(roundup_vi):
    assert titles(roundup_vi) == [
        "Nhật Bản, Hàn Quốc nối lại đối thoại",
        "Iran phóng vệ tinh",
        "Pháp: Nông dân biểu tình",
    ]
    assert len(set_aside(roundup_vi, Reason.DUPLICATE)) == 1


def test_under_a_plain_asia_heading_a_middle_eastern_item_keeps_its_shelf(roundup_vi):
    assert [event.region.value for event in roundup_vi.events] == ["asia-pacific", "middle-east-africa", "europe"]


def test_the_headline_of_a_roundup_tells_its_day(roundup_vi):
    assert roundup_vi.document.published.isoformat() == "2025-03-04"
    assert roundup_vi.document.title == "Điểm tin thế giới ngày 4/3"


@pytest.mark.parametrize(
    ("item", "title", "body"),
    [
        ("* Peru votes : On March 1, Peru voted. (AP)", "Peru votes", "On March 1, Peru voted."),
        ("★ Peru votes\nPeru voted on March 1. (AP)", "Peru votes", "Peru voted on March 1."),
        ("**Peru votes:** On March 1, Peru voted. (AP)", "Peru votes", "On March 1, Peru voted."),
        ("*Peru votes: On March 1, Peru voted. (Source: AP) |", "Peru votes", "On March 1, Peru voted."),
        ("*Peru votes: On March 1, Peru voted.\n(AP)", "Peru votes", "On March 1, Peru voted."),
    ],
    ids=["space before the colon", "another star", "bold", "source in the credit", "credit on its own line"],
)
def test_variants_of_an_item(item, title, body):
    event = read_text(f"Americas\n{item}\n*Chile waits: Chile waits for rain on Tuesday. (EFE)").events[0]
    assert event.title == title
    assert event.text.splitlines() == [title, body]
    assert event.agencies == ("AP",)


def test_items_glued_to_each_other_are_parted():
    glued = "*Peru votes: Peru voted on March 1. (AP)*Chile waits: Chile waits for rain. (EFE)"
    assert titles(read_text(glued)) == ["Peru votes", "Chile waits"]


def test_a_bracket_that_explains_is_no_credit():
    event = read_text("*Summit ends: The talks ended on Sunday in Lima (Peru).\n*Peru votes: Peru voted. (AP)").events[
        0
    ]
    assert event.agencies == ()
    assert event.text.endswith("in Lima (Peru).")


@pytest.mark.parametrize("stars", ["* ", "** ", "*** ", "* * "])
def test_stars_part_items_that_run_on_in_one_paragraph(stars):
    items = [
        "Chad's parliament on Monday passed a law on land, over protests of herders.",
        "Police in Lima arrested nine people after a march of miners turned violent, the interior ministry said.",
        "Fiji will send forty soldiers to the Golan Heights, Prime Minister Sitiveni Rabuka announced in Suva.",
        "Norway offered Kenya a loan of $20 million for geothermal power.",
    ]
    found = read_text("Around the world\n\n" + " ".join(stars + item for item in items) + "\n")
    assert [event.text for event in found.events] == items


def test_stars_that_make_a_headline_bold_part_no_items():
    found = read_text(
        "Around the world\n\n"
        "**Peru votes.** The polls opened at eight in Lima on Sunday. **Chad shuts its border.** Soldiers turned back "
        "lorries at Adre on Monday.\n"
    )
    assert [event.text.split(".")[0].strip("*") for event in found.events] == ["Peru votes", "Chad shuts its border"]
