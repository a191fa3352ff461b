"""The small print under teasers, and the agencies it credits."""

import pytest

from events.extraction.layouts import small_print
from tests.extraction.reading import read_text

LINES = [
    ("AFP • 2 hours ago • 41 comments", "AFP"),
    ("By Reuters | 27 July 2023, 16.20", "Reuters"),
    ("ANP  -  1 day ago", "ANP"),
    ("Tuổi Trẻ | 12/3", "Tuổi Trẻ"),
    ("Orvaldia Comunitaria ∙ 6 min listen", "Orvaldia Comunitaria"),
    ("RIA Novosti, Zemblanews - 5 giờ trước", "RIA Novosti, Zemblanews"),
    ("Bernama/ABC News - Hôm qua", "Bernama|ABC News"),
    ("Theo Lao Động - 12/3", "Lao Động"),
    ("1 giờ trước  |  Quân sự  |  128 bình luận", ""),
    ("Europe | 3 hours ago", ""),
    ("Jul 26  Read more →", ""),
    ("Jane Roe • Jul 26", ""),
    ("17/06 - Chia sẻ - Báo lỗi", ""),
]


@pytest.mark.parametrize(("line", "credited"), LINES)
def test_small_print_is_told_by_a_time_a_count_or_a_button(line, credited):
    assert small_print.is_metadata(line)
    assert "|".join(span.of(line) for span in small_print.credits(line)) == credited


@pytest.mark.parametrize(
    "line",
    ["The minister left Lima on May 26", "Ukraine war: day 26", "Three killed in Oslo - police", "Yesterday's men"],
)
def test_headlines_are_no_small_print(line):
    assert not small_print.is_metadata(line)


def test_a_teaser_is_credited_by_the_line_under_it():
    page = "\n".join(
        (
            "World in short",
            "Peru's cabinet resigns over fuel prices",
            "The prime minister handed in the letter in Lima on Tuesday after two days of talks with the unions.",
            "Andina • 3 hours ago • 12 comments",
            "Norway opens third tunnel to its northern islands",
            "The king cut the ribbon on Monday and drove the first car through to the other side.",
            "Read more",
            "Reuters",
            "Kenya hands over two suspects to Uganda",
            "Both are accused of smuggling ivory, police in Nairobi said on Monday morning.",
            "Source: Daily Nation, AP",
            "Chile counts its flamingos for the first time in years",
            "Rangers found twelve thousand birds around the salt lakes, the ministry said on Sunday.",
            "Yesterday • Share",
        )
    )
    events = read_text(page).events
    assert [event.agencies for event in events] == [("Andina",), ("Reuters",), ("Daily Nation", "AP"), ()]


def test_the_pages_own_reporter_is_no_credit():
    text = (
        "OSLO - Na Uy mở cửa biển cho tàu cá Nga từ ngày 3/5. (NTB)\n"
        "LIMA - Peru bầu lại quốc hội hôm 4/5. (AFP) (Xem video)\n"
        "ROMA - Ý đón 300 người di cư tại Lampedusa.\nPV/VOV.VN"
    )
    assert [event.agencies for event in read_text(text).events] == [("NTB",), ("AFP",), ()]


def test_a_storys_dateline_credits_its_main_event():
    text = (
        "Chile shuts its passes to Argentina\n\n"
        "SANTIAGO, May 11 (Reuters) - Chile has closed all roads over the Andes because of snow, the interior ministry "
        "said on Thursday, and asked drivers to wait for two days.\n\n"
        "Some 400 lorries are held up on the Argentine side of the border, the carriers' union said."
    )
    assert read_text(text).events[0].agencies == ("Reuters",)


@pytest.mark.parametrize(
    ("item", "ends_with", "credited"),
    [
        ("* Oman opens talks between its neighbours. Reuters", "neighbours.", ("Reuters",)),
        ("* Chad dissolves the old guard - RFI", "guard", ("RFI",)),
        ("* Fiji gets a patrol boat. (Photo: AFP) (Fiji Times)", "boat.", ("Fiji Times",)),
        ("* Bhutan mở đường bay mới; Nguồn: Kuensel", "mới;", ("Kuensel",)),
        ("* Kenya tăng thuế bánh mì – Nation, Reuters", "mì", ("Nation", "Reuters")),
        ("* Talks with Chad fail - Niger", "Niger", ()),
    ],
)
def test_names_of_agencies_alone_close_an_item(item, ends_with, credited):
    event = read_text(f"Points of the day\n{item}\n* Peru: The congress voted on the budget. (AP)").events[0]
    assert (event.agencies, event.text.endswith(ends_with)) == (credited, True)


def test_a_second_agency_may_stand_in_front_behind_a_dash():
    text = "AFP – Reuters. Peru thay bốn bộ trưởng.\nTASS/INTERFAX. Nga rút quân.\nKYODO. Nhật Bản phản đối."
    assert [event.agencies for event in read_text(text).events] == [
        ("AFP", "Reuters"),
        ("TASS", "Interfax"),
        ("Kyodo",),
    ]
