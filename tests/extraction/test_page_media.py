"""Whose page a single report stands on, and that it is no credit."""

import datetime

import pytest

from tests.extraction.reading import read_text

TITLE = "Peru shuts two ports after storm"
LEAD = "Peru's government has closed two ports on the Pacific after a storm sank nine boats, the navy said on Monday."
REST = (
    "The ministry of defence sent two helicopters to look for the crews, who were last seen on Sunday off Callao.\n\n"
    "The storm is the third this year. Fishermen have asked the government for help since January."
)
TIEU_DE = "Peru đóng cửa hai cảng sau bão"
MO_DAU = (
    "Chính phủ Peru đã đóng cửa hai cảng sau khi một cơn bão nhấn chìm chín thuyền cá, hải quân cho biết ngày 28/10."
)
SAU_DO = "Bộ Quốc phòng Peru đã điều hai trực thăng tìm kiếm các thủy thủ mất tích ngoài khơi Callao từ hôm Chủ nhật."


def _agencies(text: str) -> str:
    return "|".join(read_text(text, uploaded_on=datetime.date(2024, 10, 30)).events[0].agencies)


@pytest.mark.parametrize(
    ("masthead", "credit", "names"),
    [
        ("NZ Herald", "- NZ Herald", ""),
        ("The Irrawaddy", "Source: AFP", "AFP"),
        ("DAWN.COM", "Published in Dawn, October 28th, 2024", ""),
        ("VOV.VN - Báo điện tử của Đài Tiếng nói Việt Nam", "Source: Reuters", "Reuters"),
        ("Reuters", "(Reuters)", "Reuters"),  # a wire is credited on its own page, too
        ("Montsame News Agency", "Montsame", "Montsame"),
        ("World news", "- NZ Herald", "New Zealand Herald"),  # on another's page it is a credit
    ],
)
def test_the_name_over_everything_is_the_pages_own_and_no_credit(masthead, credit, names):
    assert _agencies(f"{masthead}\n\n{TITLE}\n\n{LEAD}\n\n{REST}\n\n{credit}") == names


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("© 2024 The Irrawaddy. All rights reserved.", "AFP"),
        ("Copyright © 2024 The Irrawaddy. Distributed by Tico Ledger.", "Irrawaddy|AFP"),
    ],
)
def test_who_claims_the_rights_printed_it(claim, names):
    assert _agencies(f"{TITLE}\n\nThe Irrawaddy, AFP\n\n{LEAD}\n\n{REST}\n\nAbout us\n\n{claim}") == names


@pytest.mark.parametrize("sign", ["TTO - ", "(Dân trí) - ", "VOV.VN - ", "(NLĐO) – ", "QĐND - ", "TGVN. ", "SGGP "])
def test_the_sign_of_a_vietnamese_paper_in_front_is_its_own(sign):
    assert _agencies(f"{TIEU_DE}\n\n{sign}{MO_DAU}\n\n{SAU_DO}") == ""
    assert _agencies(f"{TIEU_DE}\n\n{sign}{MO_DAU}\n\n{SAU_DO}\n\nMinh Anh (Theo Reuters)") == "Reuters"


@pytest.mark.parametrize(("sign", "name"), [("(AFP) - ", "AFP"), ("(TTXVN) - ", "VNA"), ("(VOA) - ", "VOA")])
def test_an_agency_in_front_is_a_credit(sign, name):
    assert _agencies(f"{TIEU_DE}\n\n{sign}{MO_DAU}\n\n{SAU_DO}") == name


def test_a_paper_named_as_the_source_is_credited_however_the_others_sign():
    assert _agencies(f"{TIEU_DE}\n\n{MO_DAU}\n\n{SAU_DO}\n\nTheo VnExpress") == "VnExpress"


def test_items_of_a_round_up_keep_the_sign_in_front():
    items = [
        ("Mali tạm dừng phát sóng hai đài nước ngoài", "Chính quyền quân sự Mali hôm 17/3 tạm dừng phát sóng hai đài."),
        ("Sudan ngừng bắn bảy ngày", "Quân đội Sudan ngày 14/7 đồng ý ngừng bắn bảy ngày tại Khartoum."),
        ("Nga sơ tán thị trấn biên giới", "Tổng thống Nga hôm 29/1 ra lệnh sơ tán một thị trấn ở biên giới."),
    ]
    text = "Tin thế giới\n\n" + "\n\n".join(f"{title}\nVOV.VN - {words}" for title, words in items)
    found = read_text(text, uploaded_on=datetime.date(2024, 10, 30)).events
    assert [event.agencies for event in found] == [("VOV",)] * 3


def test_a_button_for_the_size_of_letters_is_no_agency():
    assert _agencies(f"{TITLE}\n\nTT\n\n{LEAD}\n\n{REST}\n\nTT") == ""


def test_the_sign_at_the_head_of_a_round_up_is_the_papers_own():
    items = "- AP - Brazil phóng thử tên lửa.\n- Kyodo - Nhật Bản chi 42 tỷ yên.\n- Itar-Tass - Nga gia hạn căn cứ."
    text = f"Tin vắn quốc tế\n\nTP - Peru ban bố tình trạng khẩn cấp ở vùng Cajamarca từ ngày 6-12.\n\n{items}"
    assert [event.agencies for event in read_text(text).events] == [(), ("AP",), ("Kyodo",), ("TASS",)]


def test_a_sign_in_front_of_all_items_is_the_papers_own_in_its_own_tongue():
    told = ("Peru đóng cửa hai cảng sau bão.", "Kenya bầu quốc hội mới hôm 2/3.", "Fiji mua hai máy bay của Canada.")
    listed = "".join(f"VOV.VN - Chính phủ nước này cho biết {one[0].lower()}{one[1:]}\n" for one in told)
    assert [event.agencies for event in read_text(listed).events] == [(), (), ()]
    told = ("Peru has closed two ports.", "Kenya has elected a parliament.", "Fiji has bought two planes.")
    listed = "".join(f"VOV - The government said on Sunday that {one}\n" for one in told)
    assert {event.agencies for event in read_text(listed).events} == {("VOV",)}


def test_a_sign_over_a_place_in_front_of_a_round_up_is_the_papers_own():
    text = (
        "Tin vắn quốc tế\n\n(HNM) - Mông Cổ: Ngoại trưởng Mông Cổ ngày 17-8 đã tới Ottawa, bắt đầu chuyến thăm.\n\n"
        "* Malta: Ông Karmenu Roe vừa được bầu làm Chủ tịch đảng cầm quyền.\n\n"
        "* WB: Hãng thông tấn nhà nước Bolivia ABI cho biết Ngân hàng Thế giới sẽ cho vay 109 triệu USD."
    )
    assert [event.agencies for event in read_text(text).events] == [(), (), ("ABI",)]


def test_the_sign_a_paper_begins_each_of_its_items_with_is_its_own_also_below_headlines_with_a_place():
    news = (
        ("Nam Phi: Thợ mỏ đình công", "Cuộc đình công của 2.000 thợ mỏ Nam Phi ngày 3/7 bước sang ngày thứ ba."),
        (
            "Peru: Hai cảng đóng cửa",
            "Chính phủ Peru ngày 3/7 đóng cửa hai cảng sau khi bão nhấn chìm chín thuyền. (Theo AFP)",
        ),
        ("Nhật Bản nới lỏng trừng phạt", "Thủ tướng Nhật Bản ngày 3/7 tuyên bố dỡ bỏ một phần các lệnh trừng phạt."),
        ("Mali: Đàm phán bị hoãn", "Vòng đàm phán giữa Chính phủ Mali và phiến quân ngày 3/7 bị lùi lại hai tuần."),
    )
    page = "\n\n".join(f"{title}\n(Baonghean.vn) - {text}" for title, text in news)
    read = [event.agencies for event in read_text(f"Tin quốc tế trong ngày 3/7\n\n{page}\n").events]
    assert read == [(), ("AFP",), (), ()]


@pytest.mark.parametrize(
    ("foot", "agency"),
    [("BÁO HÀ TĨNH ĐIỆN TỬ\nGiấy phép xuất bản số 15/GP-BTTTT", ()), ("Theo Báo Hà Tĩnh", ("Báo Hà Tĩnh",))],
)
def test_a_paper_that_names_itself_beside_its_licence_is_whose_page_it_is(foot, agency):
    text = (
        "Peru đóng cửa hai cảng\n\nChính phủ Peru ngày 3/7 đóng cửa hai cảng sau khi bão nhấn chìm chín thuyền, "
        "hải quân cho biết.\n\nBộ Quốc phòng Peru cử hai trực thăng tìm kiếm thuyền viên mất tích từ Chủ nhật.\n\n"
    )
    assert read_text(text + foot + "\n").events[0].agencies == agency
