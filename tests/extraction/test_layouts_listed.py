"""Round-ups by agency, bullet, number, dateline, and pages of headlines with leads."""

import pytest

from .reading import assert_faithful, assert_tiled, read_text, titles

AGENCY = (
    "KYODO. Japan signed a pact with Palau on Monday.\nTÂN HOA XÃ. China launched a ship.\nAFP. France closed a mine."
)
BULLETED = (
    "+ Châu Âu:\n- Ngày 2/3, Pháp đóng cửa một mỏ than. (AFP)\n- Ba Lan mở lại đại sứ quán ở Kabul. (PAP)\n"
    "+ Châu Phi:\n- Kenya bầu tổng thống mới. (Reuters)"
)
NUMBERED = (
    "1. Peru votes\nPeru voted on Sunday. (AP)\n2. Chile waits\nChile waits for rain. (EFE)\n"
    "3. Cuba sings\nCuba sang. (PL)"
)
DATELINE = (
    "PARIS - France closed a mine on Monday.\nBRASILIA, Brazil (AP) — Brazil opened a park.\n"
    "CHINA-VIETNAM Officials met in Hanoi on Tuesday to talk about rice."
)
PORTAL = "".join(
    f"{country} opens its first railway museum\nThe museum in {country} shows thirty engines and opened on Monday.\n\n"
    for country in ("Peru", "Chad", "Fiji", "Oman")
)


@pytest.mark.parametrize(
    ("layout", "text", "count"),
    [
        ("agency", AGENCY, 3),
        ("bulleted", BULLETED, 3),
        ("numbered", NUMBERED, 3),
        ("dateline", DATELINE, 3),
        ("portal", PORTAL, 4),
    ],
)
def test_each_item_is_one_event(layout, text, count):
    extraction = read_text(text)
    assert extraction.document.layout == layout
    assert len(extraction.events) == count
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_the_agency_in_front_is_the_credit_and_no_part_of_the_text():
    events = read_text(AGENCY).events
    assert [event.agencies for event in events] == [("Kyodo",), ("Xinhua",), ("AFP",)]
    assert events[0].text == "Japan signed a pact with Palau on Monday."


def test_bullets_over_bullets_are_headings():
    events = read_text(BULLETED).events
    assert [event.section for event in events] == ["Châu Âu", "Châu Âu", "Châu Phi"]


def test_a_numbered_headline_has_its_text_below():
    assert titles(read_text(NUMBERED)) == ["Peru votes", "Chile waits", "Cuba sings"]


def test_a_datelines_place_counts_as_a_country_but_not_as_text():
    events = read_text(DATELINE).events
    assert events[1].agencies == ("AP",)
    assert events[1].text == "Brazil opened a park."
    assert set(events[2].countries) == {"CN", "VN"}


def test_a_country_alone_on_its_line_opens_an_item_among_others():
    text = (
        "Kenya: Ngày 5/8, tòa án Nairobi trả tự do cho chín ngư dân.\n\n"
        "Peru:\nNgày 4/8, bốn bộ trưởng Peru từ chức vì một hợp đồng đóng phà.\n\n"
        "Fiji: Ngày 5/8, Quốc hội Fiji thông qua ngân sách mới.\n\n"
        "Oman: Ngày 5/8, cảng Duqm mở lại sau bão.\n"
    )
    events = read_text(text).events
    assert [event.text.partition("\n")[0][:4] for event in events if event.countries][1:2]
    assert [event.countries[:1] for event in events] == [("KE",), ("PE",), ("FJ",), ("OM",)]


def test_a_paragraph_that_opens_with_another_country_and_its_day_is_an_item():
    text = (
        "Kenya: Ngày 5/8, Kenya tuyên bố đóng cửa biên giới với Uganda.\n\n"
        "Uganda ngày 6/8 bác bỏ tuyên bố trên của Kenya và gọi đó là việc đáng tiếc.\n\n"
        "Fiji: Ngày 5/8, Quốc hội Fiji thông qua ngân sách mới.\n\n"
        "Oman: Ngày 5/8, cảng Duqm mở lại sau bão.\n"
    )
    assert len(read_text(text).events) == 4


def test_items_with_countries_in_front_need_no_dash_among_dashed_ones():
    text = (
        "CHÂU Á:\n– Nepal: Lở đất làm 12 người chết ở huyện Surkhet.\n– Fiji: Quốc hội thông qua ngân sách.\n\n"
        "TÔN GIÁO:\nZambia: Các giám mục mở ba trạm y tế mới.\nPeru: Nhà thờ cổ nhất nước được sửa lại.\n"
        "Kenya: Hai linh mục được trả tự do ở Nairobi.\n\n"
        "CHÂU MỸ:\n– Chile: Động đất làm mất điện ở ba thành phố.\n– Cuba: Bão đổ bộ vào miền đông.\n"
    )
    assert len(read_text(text).events) == 7


def test_items_under_countries_are_placed_where_these_lie_though_one_of_them_is_a_region():
    read = read_text("""Điểm tin cuối tuần

Nga
* Bộ Ngoại giao trục xuất hai nhà ngoại giao Na Uy để trả đũa.
* Thủ tướng ra lệnh ngừng xuất khẩu xăng trong ba tháng.

Nhật Bản
* Quốc hội thông qua ngân sách quốc phòng lớn nhất từ trước tới nay.
* Tòa án Osaka bác đơn kiện của ngư dân Hokkaido.

Canada
* Thủ tướng từ chức sau khi mất đa số tại Hạ viện.
* Cảnh sát Toronto bắt bốn người buôn vũ khí.
""")
    assert [event.section for event in read.events] == ["Nga", "Nga", "Nhật Bản", "Nhật Bản", "Canada", "Canada"]
    assert [event.region for event in read.events] == ["europe"] * 2 + ["asia-pacific"] * 2 + ["americas"] * 2


def test_behind_the_children_of_a_bullet_items_stand_under_the_heading_again():
    read = read_text("""Bản tin cuối tuần ngày 02-03-2025

Châu Âu
- Brexit:
  + Đảng Lao động đòi bỏ phiếu lại về thỏa thuận nghề cá với Brussels.
  + Thủ tướng Ireland bác bỏ đề nghị kiểm tra hàng ở biên giới phía Bắc.
- Hà Lan trục xuất bốn nhà ngoại giao Nga vì tội do thám cảng Rotterdam.
- Ba Lan gửi thêm hai trăm lính tới biên giới với Belarus.
Châu Á
- Malaysia bãi bỏ án tử hình sau cuộc bỏ phiếu tại Thượng viện.
- Nepal mở lại cửa khẩu với Ấn Độ sau sáu tuần phong tỏa.
""")
    assert [event.section for event in read.events] == ["Brexit"] * 2 + ["Châu Âu"] * 2 + ["Châu Á"] * 2


def test_a_subject_after_which_a_paper_is_named_heads_items_too():
    read = read_text("""Điểm tin quốc tế cuối tuần

Hợp tác
* Chile và Peru ký hiệp định chung về nghề cá tại Arica.
* Ghana cùng Togo lập đội tuần tra biển chung ở vịnh Guinea.
Lao động
* Công nhân cảng Antwerp đình công 48 giờ đòi tăng lương.
* Kenya nâng lương tối thiểu thêm 12% từ tháng tới.
Giáo dục
* Phần Lan cấm điện thoại trong mọi trường tiểu học.
""")
    assert [event.section for event in read.events] == ["Hợp tác"] * 2 + ["Lao động"] * 2 + ["Giáo dục"]
