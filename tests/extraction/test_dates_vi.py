"""Vietnamese dates: the day always stands before the month."""

import datetime

import pytest

from events.extraction import dates
from events.extraction.date_phrases import find
from events.extraction.records import Span
from tests.extraction.reading import read_text

WEDNESDAY = datetime.date(2024, 10, 30)


def _first(text: str, reference: datetime.date | None = WEDNESDAY):
    phrases = find(text, 0, len(text), "vi")
    return dates.resolve(phrases[0], reference) if phrases else None


def _event(text: str, previous: datetime.date | None = None):
    return dates.event_date(text, None, [Span(0, len(text))], "vi", WEDNESDAY, previous)


@pytest.mark.parametrize(
    ("phrase", "day", "end"),
    [
        ("Ngày 29-10", "2024-10-29", None),
        ("ngày 12/6", "2024-06-12", None),
        ("Ngày 29/10/2023", "2023-10-29", None),
        ("ngày 29 tháng 10", "2024-10-29", None),
        ("ngày 29 tháng Mười năm 2023", "2023-10-29", None),
        ("rạng sáng 24/10", "2024-10-24", None),
        ("đêm 15/2", "2024-02-15", None),
        ("từ ngày 18-21/9", "2024-09-18", "2024-09-21"),
        ("từ ngày 30/10 đến 2/11", "2024-10-30", "2024-11-02"),
        ("từ ngày 4 đến ngày 7 tháng 11", "2024-11-04", "2024-11-07"),
        ("hôm qua", "2024-10-29", None),
        ("tối qua", "2024-10-29", None),
        ("sáng nay", "2024-10-30", None),
        ("thứ Ba tuần trước", "2024-10-22", None),
        ("hôm thứ Hai", "2024-10-28", None),
        ("thứ Hai (28/10)", "2024-10-28", None),
        ("Chủ nhật tuần này", "2024-11-03", None),
    ],
)
def test_phrases(phrase, day, end):
    found = _first(f"Bộ trưởng phát biểu {phrase} tại Oslo.")
    assert found.date.isoformat() == day
    assert (found.date_end.isoformat() if found.date_end else None) == end


@pytest.mark.parametrize(
    "text",
    [
        "Đội nhà thắng 3-1 ở lượt về.",
        "Khoảng 1/3 dân số bỏ phiếu.",
        "Đây là lần thứ ba ông tới thăm.",
        "Công ty đứng thứ tư thế giới.",
        "Hơn 50.000 căn hộ, giá 1,5 tỉ.",
    ],
)
def test_what_only_looks_like_a_date(text):
    assert _first(text) is None


def test_a_month_with_its_year_is_known_to_the_month():
    found = _first("trong tháng 9/2023")
    assert (found.date, found.date_end, found.precision) == (
        datetime.date(2023, 9, 1),
        datetime.date(2023, 9, 30),
        "month",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 29-10, Tổng thống Chad cho biết sẽ thăm Na Uy từ ngày 4-7/11.", "2024-10-29"),
        ("Một quan chức Hàn Quốc ngày 12/6 thông báo Tổng thống sắp thăm Triều Tiên.", "2024-06-12"),
        ("Xung đột kéo dài kể từ ngày 7/10.", None),
        ("Hai bên nhất trí hợp tác. Hội nghị dự kiến diễn ra ngày 5/11.", None),
        ("Cùng ngày 29-10, Ukraine cảnh báo nguy cơ chiến sự lan rộng.", "2024-10-29"),
    ],
)
def test_the_events_own_date(text, day):
    found = _event(text)
    assert (found.date.isoformat() if found and found.precision == "day" else None) == day


def test_cung_ngay_means_the_item_before():
    found = _event("Cùng ngày, Zambia đóng cửa biên giới.", previous=datetime.date(2024, 10, 28))
    assert found.date == datetime.date(2024, 10, 28)
    assert found.rule == "same-day"


def test_days_told_together_and_numbered_weekdays():
    told = [
        ("ngày 3 và 4-11", (3, 11), (4, 11)),
        ("trong các ngày 3, 4 và 5/11", (3, 11), (5, 11)),
        ("từ 30-10 đến 2-11", (30, 10), (2, 11)),
    ]
    for phrase, begin, end in told:
        found = _first(phrase)
        assert ((found.date.day, found.date.month), (found.date_end.day, found.date_end.month)) == (begin, end), phrase
    assert _first("hôm thứ 2").date.weekday() == 0
    assert (_first("thứ tư của tuần tới").date - WEDNESDAY).days == 7
    assert (_first("tối mai").date - WEDNESDAY).days == 1
    assert _first("thứ 7 vừa qua").date.weekday() == 5
    assert (WEDNESDAY - _first("ba ngày trước").date).days == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Tòa gia hạn tạm giam hai người bị tình nghi bắn chết ngư dân hôm 2/10.",
        "Đồng tiền mất giá bất chấp các biện pháp của ngân hàng hôm 2/10.",
        "Hai nước ký thỏa thuận trước chuyến thăm của tổng thống ngày 3/10.",
    ],
)
def test_days_of_other_happenings_are_not_the_events_own(sentence):
    assert _event(sentence) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Người phát ngôn nói lực lượng này hôm qua (28/2) đã bắn rơi một máy bay ở Sudan.", "2025-02-28"),
        ("Ông tố cáo phe đối lập ở Nga, bốn ngày trước cuộc bầu cử tổng thống.", None),
        ("Thủ tướng Thụy Điển từ chức ngay đêm bầu cử 2/3 khi phe của ông thất bại.", "2025-03-02"),
    ],
)
def test_a_day_in_brackets_settles_a_relative_one(line, expected):
    found = read_text(f"- {line} (AFP)\n- Quốc hội Peru thông qua ngân sách. (AFP)\n")
    assert (found.events[0].date.isoformat() if found.events[0].date else None) == expected


def test_a_credits_day_is_what_today_means():
    found = read_text(
        "- Peru lập quỹ mới (RFI, 27/02/2025) - Thủ tướng hôm nay loan báo quỹ này.\n- Kenya bầu cử (BBC) - \n"
    )
    assert found.events[0].date.isoformat() == "2025-02-27"


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("Lima (EFE) 28.10: ", datetime.date(2024, 10, 28)),
        ("Lima, 29/10 - ", datetime.date(2024, 10, 29)),
        ("Lima, tỷ số 3-2, 29/10 - ", None),  # which of the two is the day?
        ("Lima, 45/10 - ", None),
    ],
)
def test_a_dateline_needs_no_word_for_its_day(front, day):
    found = dates.day_within(front, Span(0, len(front)), "vi", WEDNESDAY)
    assert (found and found.date) == day


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("đêm 28, rạng sáng 29/10", "2024-10-29"),
        ("đêm 28 rạng 29/10", "2024-10-29"),
        ("ngày 28 vừa qua", "2024-10-28"),
        ("ngày 5 tháng này", "2024-10-05"),
        ("ngày 5 tháng trước", "2024-09-05"),
        ("ngày 5/3 năm ngoái", "2023-03-05"),
        ("ngày mười hai tháng Chín", "2024-09-12"),
        ("ngày mồng năm tháng Chín", "2024-09-05"),
        ("ngày đầu tiên của tháng 10", "2024-10-01"),
        ("ngày cuối cùng của tháng 9 năm 2023", "2023-09-30"),
        ("Chủ nhật ngày mồng 6 tháng 10", "2024-10-06"),
        ("thứ Hai 28/10", "2024-10-28"),
        ("cách đây một tuần", "2024-10-23"),
        ("hai tuần trước", "2024-10-16"),
        ("mùng 3 Tết năm 2024", "2024-02-12"),
        ("giao thừa năm 2023", "2023-01-21"),
        ("ngày lễ Giáng sinh 2023", "2023-12-25"),
    ],
)
def test_further_phrases(phrase, day):
    assert str(_first(f"Bộ trưởng phát biểu {phrase}.").date) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Ngày 28, quốc hội Peru họp phiên bất thường.", "2024-10-28"),
        ("28/10, quân đội Chad mở cuộc hành quân.", "2024-10-28"),
        ("Lễ hội khai mạc ngày 10/3 âm lịch.", None),
        ("Đường dây hoạt động 24/7 suốt năm.", None),
        ("Mỗi ngày 5, 6 chuyến phà cập cảng.", None),
        ("Tổng thống, người nhậm chức hai tuần trước, cải tổ nội các.", None),
    ],
)
def test_days_that_leave_something_out(sentence, day):
    found = _event(sentence)
    assert (str(found.date) if found else None) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Trước đó một ngày, ", 27),
        ("Hai ngày trước đó, ", 26),
        ("Ngày hôm sau, ", 29),
        ("Hôm sau, ", 29),
        ("Ba ngày sau, ", 31),
    ],
)
def test_days_counted_from_the_item_before(opening, day):
    found = _event(f"{opening}hai bên gặp nhau tại Geneva.", previous=datetime.date(2024, 10, 28))
    assert found.date.day == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Ngày 28 - 10, Bộ Ngoại giao Iran triệu đại sứ.", "2024-10-28"),
        ("Ngày 28/ 10, Bộ Ngoại giao Iran triệu đại sứ.", "2024-10-28"),
        ("Từ 28 đến 29-10, hai bên đàm phán.", "2024-10-28"),
        ("Cử tri hôm CN 27/10 đi bầu Quốc hội.", "2024-10-27"),
        ("Lúc 15g 28/10, máy bay hạ cánh khẩn cấp.", "2024-10-28"),
        ("Chiều muộn 28/10, máy bay hạ cánh khẩn cấp.", "2024-10-28"),
        ("Hãng tin này ngày 29 đưa tin ông thị sát nhà máy.", "2024-10-29"),
        ("Bộ trưởng phát biểu cách nay hai ngày.", "2024-10-28"),
        ("Peru và Chile ký hiệp định. Lễ ký diễn ra tại Lima. Vụ việc xảy ra rạng sáng 28/10.", "2024-10-28"),
        ("Cuộc gặp sẽ diễn ra ngày 14/11, chủ tịch Quốc hội loan báo hôm thứ Hai 28/10.", "2024-10-28"),
    ],
)
def test_forms_of_real_pages(sentence, day):
    assert str(_event(sentence).date) == day
