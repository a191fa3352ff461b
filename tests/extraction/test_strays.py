"""Lines of events that are none of theirs: of the page's house, above all items and below the last, amid a story."""

import pytest

from events.extraction import houses, strays
from events.extraction.line_traits import Seen
from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, read_text

HOUSE = [
    "Pacific Ledger is a non-profit news organisation covering the islands since 1998.",
    "Harbour Radio is the first 24-hour English-language station in the Gulf.",
    "East Africa Watch is a Nairobi-based Centre of Expertise on migration, water and peace.",
    "This page is the English edition of the Noor network and carries all the leading news of the region.",
    "This service is provided by the information office of the island council.",
    "Founded in 1979, the Gulf Courier is the oldest English-language daily in the emirate.",
    "World Daily is produced for information only; the council is not responsible for its contents.",
    "News and analysis from Ghana, Togo and Benin",
    "The voice of the Caribbean since 1947",
    "Báo điện tử Miền Đông là trang tin độc lập về Đông Nam Á.",
    "Do sáp nhập địa giới, trang báo này ngừng cập nhật tin mới.",
    "Tin tức và phân tích về khu vực Balkan",
]
NEWS = [
    "The Ledger is a news website whose editor was jailed on Monday.",
    "Police raided the offices of the non-profit news organisation Daily Ledger on Tuesday.",
    "The European Union is the largest donor to the fund.",
    "This document was signed by both presidents in Minsk.",
    "This site is the last mass grave to be opened.",
    "This channel is the only way through the reef.",
    "News from the front has reached the capital",
    "The voice of the opposition is heard again",
    "Tờ báo này cho biết quân đội đã rút khỏi thị trấn.",
]


@pytest.mark.parametrize("line", HOUSE)
def test_what_a_page_says_of_its_house(line):
    assert houses.is_one(line)


@pytest.mark.parametrize("line", NEWS)
def test_what_is_no_house_or_told_of_one(line):
    assert not houses.is_one(line)


def test_a_house_is_known_by_its_name_that_stands_alone_elsewhere():
    lines = ["Two men freed in Suva.", "About Coral.net", "Coral.net (CN) covers the reef states.", "© 2021 Coral.net"]
    assert list(houses.places(lines)) == [1, 2]
    assert not list(houses.places(["Two men freed in Suva.", "Coral.net (CN) covers the reef states."]))


def test_a_region_over_its_items_is_no_house():
    assert not list(houses.places(["Middle East", "Middle East is one of the markets that grew."]))


PAGE = """World in brief

* Chad: The government and rebels met in Doha on Monday. (AFP)
* Peru: Four ministers resigned over a mine on Sunday. (EFE)
* Fiji: Two men were freed by a court in Suva. (RNZ)
* Malta: The coast guard rescued 40 people from a raft. (Reuters)
"""


def test_a_house_below_the_last_item_stands_in_no_event():
    line = "Pacific Ledger is an independent online newspaper that lives on gifts."
    read = read_text(f"{PAGE}{line}\n")
    assert_tiled(read)
    assert len(read.events) == 4
    assert all("Ledger" not in event.text for event in read.events)


def test_what_stands_behind_a_gap_below_the_last_of_items_of_one_line():
    behind = "A convoy of trucks reached the town of Gao.\n\nOman and India signed a pact on patrols at sea."
    read = read_text(f"{PAGE}\n{behind}\n")
    assert_tiled(read)
    assert len(read.events) == 4
    assert read.events[-1].text.endswith("from a raft.")


def _lines(*texts: str, items: tuple[int | None, ...]) -> tuple[str, list[Seen]]:
    text, lines, last = "", [], -1
    for line, item in zip(texts, items, strict=True):
        verdict = "O" if item is None else "I" if item == last else "B"
        last = last if item is None else item
        lines.append(Seen(len(text), len(text) + len(line), line, verdict, item=item))
        text += f"{line}\n"
    return text, lines


def _among(layout: str, *texts: str, items: tuple[int | None, ...]) -> dict[int, Reason]:
    text, lines = _lines(*texts, items=items)
    return dict(strays.among(text, lines, layout))


@pytest.mark.parametrize(
    "first",
    [
        "Tuần qua, bầu cử tại Malawi diễn ra êm ả, còn thế giới vẫn bất đồng về lệnh trừng phạt.",
        "MBO - Trong tuần qua (3/4 – 9/4), bên cạnh tin vui từ Síp, bạo lực lại leo thang ở Haiti.",
        "A summit in Lomé, a strike of pilots and falling prices were in the media this fortnight.",
        "Truce holds in Chad. Miners return in Peru. Fiji picks a flag. Pilots strike in Malta.",
    ],
)
def test_the_first_item_that_only_sums_up(first):
    texts = (first, "Chad met rebels.", "Peru named ministers.", "Fiji freed two men.")
    assert _among("portal", *texts, items=(0, 1, 2, 3)) == {0: Reason.SUMMARY}


@pytest.mark.parametrize(
    "first",
    [
        "Last week a court in Malawi freed the news editor of a daily.",
        "Malawi đã bầu quốc hội mới trong tuần qua, theo ủy ban bầu cử.",
        "Chad met rebels. It was the third time.",
    ],
)
def test_a_first_item_that_tells_something(first):
    texts = (first, "Chad met rebels.", "Peru named ministers.", "Fiji freed two men.")
    assert not _among("portal", *texts, items=(0, 1, 2, 3))


def test_headlines_that_the_items_below_tell_in_other_words():
    texts = (
        "Fishermen freed after storm in Fiji",
        "Peru ministers resign over mine",
        "Chad rebels talk",
        "Two fishermen home in Fiji",
        "A court in Suva freed them.",
        "Mine costs four ministers their posts",
        "They left on Sunday.",
        "Rebels from Chad in Doha",
        "Talks began on Monday.",
    )
    found = _among("bulleted", *texts, items=(0, 1, 2, 3, 3, 4, 4, 5, 5))
    assert found == {0: Reason.SUMMARY, 1: Reason.SUMMARY, 2: Reason.SUMMARY}
    others = ("Storm nears Luzon", "Gold at a record", "Choir tours Bonn", *texts[3:])
    assert not _among("bulleted", *others, items=(0, 1, 2, 3, 3, 4, 4, 5, 5))


def test_a_text_that_breaks_off_amid_a_story_leads_to_another():
    texts = ("Storm shuts port", "The port of Suva was shut on Monday.", "They leave at night, forty cars in a row...")
    assert _among("story", *texts, items=(0, 0, 0)) == {2: Reason.TEASER}
    assert not _among("portal", *texts, items=(0, 1, 2))
    quoted = (*texts[:2], "“We saw it coming, but nobody…")
    assert not _among("story", *quoted, items=(0, 0, 0))


def test_captions_of_a_story_by_the_cell_they_stood_in_and_by_their_day():
    texts = ("Bão vào Fiji", "Cảng Suva đóng cửa.", "Ngư dân kéo thuyền lên bờ.", "|", "Ba người mất tích.")
    assert _among("story", *texts, items=(0, 0, 0, None, 0)) == {2: Reason.CAPTION}
    dated = (*texts[:2], "Tàu cứu hộ neo tại cảng Suva, ngày 14/3/2023.", "Ba người mất tích từ ngày 14/3.")
    assert _among("story", *dated, items=(0, 0, 0, 0)) == {2: Reason.CAPTION}


def test_a_standfirst_behind_its_shouted_label():
    led = "DAM OR BRIDGE: Voters in the valley said that water mattered more to them than a road to the coast"
    texts = ("Party keeps council", led, "The party kept the council on Monday.")
    assert _among("story", *texts, items=(0, 0, 0)) == {1: Reason.SUMMARY}
    told = (texts[0], f"{led}.", texts[2])
    assert not _among("story", *told, items=(0, 0, 0))


def test_what_goes_on_without_a_gap_stays_with_the_last_item():
    texts = ("Chad met rebels.", "Peru named ministers.", "Fiji freed men.", "Malta rescued 40.", "They had drifted.")
    assert not _among("bulleted", *texts, items=(0, 1, 2, 3, 3))
    assert _among("bulleted", *texts[:4], "Read on", *texts[4:], items=(0, 1, 2, 3, None, 3)) == {5: Reason.OTHER}
