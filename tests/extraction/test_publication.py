"""The day of publication, as pages print it."""

import datetime

import pytest

from .reading import read_text

STORY = {
    "en": (
        "Peru opens rail talks with Chile\n{}\nPeru's transport minister met his Chilean counterpart in Arica to "
        "revive the railway. The line closed in 2012.\nThe Chilean president welcomed the talks and promised money."
    ),
    "vi": (
        "Peru mở lại đàm phán đường sắt với Chile\n{}\nBộ trưởng Giao thông Peru gặp người đồng cấp Chile tại Arica để "
        "nối lại dự án đường sắt đã ngừng chạy.\nTổng thống Chile hoan nghênh cuộc đàm phán và hứa chi tiền."
    ),
}
ENGLISH = [
    ("Updated: Nov 1, 2024 6:30 pm IST", "2024-11-01"),
    ("Published 3 hours ago", None),
    ("01.11.2024", "2024-11-01"),
    ("2024-11-01", "2024-11-01"),
    ("2024-11-01T18:30:00Z", "2024-11-01"),
    ("2024-11-01 18:30:00 +0700", "2024-11-01"),
    ("Published: 01 Nov 2024, 18:30 IST", "2024-11-01"),
    ("Nov 01, 2024, 06:30 PM", "2024-11-01"),
    ("November 1, 2024 at 6:30 p.m. EDT", "2024-11-01"),
    ("Fri 1 Nov 2024 18.30 GMT", "2024-11-01"),
    ("Friday, November 1, 2024", "2024-11-01"),
    ("Friday 1st November 2024", "2024-11-01"),
    ("1 November 2024 | 18:30", "2024-11-01"),
    ("Last modified on Fri 1 Nov 2024 19.12 GMT", "2024-11-01"),
    ("First published on Fri 1 Nov 2024 18.30 GMT", "2024-11-01"),
    ("By Jane Roe November 1, 2024", "2024-11-01"),
    ("By Jane Roe, Lima | Nov 1, 2024", "2024-11-01"),
    ("Jane Roe · 1 Nov 2024 · 4 min read", "2024-11-01"),
    ("LIMA, Nov. 1, 2024 (Xinhua)", "2024-11-01"),
    ("Posted on November 1, 2024 by admin", "2024-11-01"),
    ("Published November 1, 2024 6:30pm EDT", "2024-11-01"),
    ("Issued on: 01/11/2024 - 18:30", "2024-11-01"),
    ("Issued on: 01/11/2024 - 18:30 Modified: 01/11/2024 - 18:28", "2024-11-01"),
    ("Date: 01/11/2024", "2024-11-01"),
    ("Date created : 01/11/2024", "2024-11-01"),
    ("11/01/2024 6:30 PM EST", "2024-11-01"),
    ("Fri, 01 Nov 2024 18:30:00 +0000", "2024-11-01"),
    ("Friday, 01/11/2024", "2024-11-01"),
    ("01/11/2024 18:30", "2024-11-01"),
    ("18:30 01/11/2024", "2024-11-01"),
    ("18:30' 01/11/2024", "2024-11-01"),
    ("18h30 ngày 01/11/2024", "2024-11-01"),
    ("18:30 | 01-11-2024", "2024-11-01"),
    ("01/11/2024 - 18:30", "2024-11-01"),
    ("Minh Anh - 01/11/2024 18:30", "2024-11-01"),
    ("(Ngày 01/11/2024)", "2024-11-01"),
    ("01/11/24 18:30", "2024-11-01"),
    ("18:30 | 01.11.24", "2024-11-01"),
    ("Nov 1, 2024 by newsroom", "2024-11-01"),
    ("Published1 November 2024", "2024-11-01"),
    ("By Jane RoeNovember 1, 2024", "2024-11-01"),
    ("Added 1 November 2024", "2024-11-01"),
    ("1 Nov 2024 By Our reporter", "2024-11-01"),
    ("By Jane Roe November 1, 2024 0 2055", "2024-11-01"),
    ("By Jane Roe at the Grand Hotel in Arica Friday, 1 November 2024", "2024-11-01"),
    ("Jane Roe and John Doe | Publication date 01 November 2024 | 07:12 ICT", "2024-11-01"),
    ("Published on 01/11/2024 - 19:22 and updated on 02/11/2024 - 21:03 By Jane Roe and John Doe - Lima", "2024-11-01"),
    ("date 2024-11-01 [Source: The Ministry's Communications Unit]", "2024-11-01"),
    ("ARICA, Chile, Friday November 1, 2024 – The talks began in Arica.", "2024-11-01"),
    ("Nov 1, 2024, 6 p.m.", "2024-11-01"),
    ("Hôm qua", None),
    ("Updated 2 hours ago", None),
    ("Published Yesterday", None),
    ("November 2024", None),
    ("Updated 1830 GMT (0230 HKT) November 1, 2024", "2024-11-01"),
    ("Published 6:30 PM EDT, November 1, 2024", "2024-11-01"),
    ("6:30 PM, Nov 1, 2024", "2024-11-01"),
    ("Fri Nov 1, 2024 6:30 PM", "2024-11-01"),
    ("Nov. 1, 2024, 6:30 PM EDT / Updated Nov. 2, 2024, 8:00 AM EDT", "2024-11-01"),
    ("NEWS / WORLD / November 1, 2024", "2024-11-01"),
    ("World — November 1, 2024", "2024-11-01"),
    ("01 Nov 2024", "2024-11-01"),
    ("1-Nov-2024", "2024-11-01"),
    ("Nov 1st, 2024", "2024-11-01"),
    ("1 Nov, 2024", "2024-11-01"),
    ("Nov 1 2024", "2024-11-01"),
    ("The Daily Lamp, Friday, November 1, 2024", "2024-11-01"),
    ("Lima (AP), November 1, 2024", "2024-11-01"),
    ("2024/11/01 18:30", "2024-11-01"),
    ("2024.11.01", "2024-11-01"),
    ("Vol. 12, No. 305 — Friday, November 1, 2024", "2024-11-01"),
    ("Time: 2024-11-01 18:30", "2024-11-01"),
    ("Posted: 01 - 11 - 2024", "2024-11-01"),
    ("November 1, Friday, 2024", "2024-11-01"),
    ("Posted: 11/01/2024 2:14:00 PM MDT", "2024-11-01"),
    ("Posted: 10/11/24, 6:32 AM PDT | Updated: 10/12/24", "2024-10-11"),
    ("Publish Date : 1 November 2024 11:49 AM", "2024-11-01"),
    ("Editor: Jane | 2024-11-01", "2024-11-01"),
    ("LIMA, November 1 (Reuters) - The talks began in Arica.", "2024-11-01"),
]
VIETNAMESE = [
    ("Thứ Sáu, ngày 01/11/2024, 18:30 (GMT+7)", "2024-11-01"),
    ("Cập nhật lúc 18:30, 01/11/2024", "2024-11-01"),
    ("Cập nhật lúc: 18:30 ngày 1/11/2024", "2024-11-01"),
    ("Thứ 6, 01/11/2024", "2024-11-01"),
    ("Thứ 6, 01/11/2024 | 18:30", "2024-11-01"),
    ("Thứ sáu, 1/11/2024, 18:30 (GMT+7)", "2024-11-01"),
    ("Chủ nhật, 03/11/2024", "2024-11-03"),
    ("CN, 03/11/2024 - 18:30", "2024-11-03"),
    ("Ngày 01 tháng 11 năm 2024", "2024-11-01"),
    ("Thứ Sáu, ngày 1 tháng 11 năm 2024", "2024-11-01"),
    ("Hà Nội, ngày 1 tháng 11 năm 2024", "2024-11-01"),
    ("Ngày đăng: 01/11/2024", "2024-11-01"),
    ("Đăng ngày: 01/11/2024 - 18:30", "2024-11-01"),
    ("Đăng ngày 01-11-2024", "2024-11-01"),
    ("Đăng lúc 18:30 01/11/2024", "2024-11-01"),
    ("Xuất bản: 01/11/2024 18:30", "2024-11-01"),
    ("01 Tháng Mười Một 2024", "2024-11-01"),
    ("Thứ Sáu, 01 Tháng 11 2024 18:30", "2024-11-01"),
    ("Thế giới | 01/11/2024", "2024-11-01"),
    ("Thế giới - 18:30, 01/11/2024", "2024-11-01"),
    ("THẾ GIỚI Thứ sáu, 01/11/2024, 18:30", "2024-11-01"),
    ("Thứ sáu, 01/11/2024 18:30 GMT+7 - Minh Anh", "2024-11-01"),
    ("VN 01/11/2024", "2024-11-01"),
    ("Dân Việt - 01/11/2024 18:30 PM (GMT+7)", "2024-11-01"),
    ("Cập nhật: 01/11/2024 18:30:05", "2024-11-01"),
    ("01/11/2024 6:30 CH", "2024-11-01"),
    ("(VNA) Friday, November 1, 2024 18:30", "2024-11-01"),
    ("Thời gian: 01/11/2024", "2024-11-01"),
    ("18:32 | Thứ 6, 01/11/2024", "2024-11-01"),
    ("Ngày đăng : 01 - 11 - 2024", "2024-11-01"),
    ("Tin mới nhất ngày 01 -11 -2024", "2024-11-01"),
    ("1 Th11 2024", "2024-11-01"),
    ("Th11 1, 2024", "2024-11-01"),
    ("Th6 1, 2024", "2024-06-01"),
    ("Th 6, 1/11/2024", "2024-11-01"),
    ("Cập nhật 01/11/2024 lúc 18:30", "2024-11-01"),
    ("3 giờ trước", None),
    ("Số 305 - Thứ sáu, 1/11/2024", "2024-11-01"),
    ("LIMA, 1/11 (TTXVN) - Cuộc đàm phán diễn ra tại Arica.", "2024-11-01"),
]


@pytest.mark.parametrize(
    ("language", "line", "day"), [("en", *case) for case in ENGLISH] + [("vi", *case) for case in VIETNAMESE]
)
def test_a_printed_date_line_tells_the_day_of_publication(language, line, day):
    extraction = read_text(STORY[language].format(line), uploaded_on=datetime.date(2024, 11, 20))
    published = extraction.document.published
    assert (published.isoformat() if published else None) == day
    is_sentence = line.endswith("Arica.")
    assert is_sentence or not any(line in event.text for event in extraction.events)


def test_the_address_tells_the_day_where_nothing_else_does():
    page = STORY["en"].format("Peru's lines") + "\nSource: https://lamp.example/2024/11/01/peru-rail.html"
    assert read_text(page).document.published.isoformat() == "2024-11-01"


def test_the_line_that_introduces_the_round_up_tells_its_day():
    page = "Tin thế giới\nĐiểm lại những tin đáng chú ý sáng 4/3.\n"
    page += "*Peru: Peru họp với Chile ngày 3/3. (AP)\n*Fiji: Fiji bầu cử. (AFP)"
    assert read_text(page).document.published.isoformat() == "2025-03-04"


def test_a_weekday_tells_whether_the_month_comes_first():
    assert read_text(STORY["en"].format("Friday, 01/11/2024")).document.published.isoformat() == "2024-11-01"
    assert read_text(STORY["en"].format("Friday, 11/01/2024")).document.published.isoformat() == "2024-11-01"


@pytest.mark.parametrize(
    "line",
    [
        "◄ Oct 31, 2024 | Friday, 1 November 2024 | Nov 2, 2024 ►",
        "Archive for Friday, 1 November 2024",
        "« Previous day (31 October 2024) | 1 November 2024 | Next day (2 November 2024) »",
    ],
)
def test_links_to_the_days_around_it_do_not_tell_the_day(line):
    page = f"World News\n{line}\n*Peru: Peru met Chile in Arica. (AP)\n*Fiji: Fiji went to the polls. (AFP)"
    extraction = read_text(page)
    assert extraction.document.published.isoformat() == "2024-11-01"
    assert len(extraction.events) == 2


def test_a_line_of_links_to_other_days_alone_tells_nothing():
    page = "World News\n« Previous day (31 October 2024) | Next day (2 November 2024) »\n"
    page += "*Peru: Peru met Chile in Arica. (AP)\n*Fiji: Fiji went to the polls. (AFP)"
    assert read_text(page).document.published is None


def test_a_day_inside_a_later_item_is_not_the_pages_own():
    text = (
        "VOV.VN - Ngày 14/7, quân đội Sudan giao tranh dữ dội tại Khartoum, ít nhất 16 người chết.\n"
        "VOV.VN - Kể từ hôm nay (10/6), mọi công dân Sudan phải xin thị thực trước khi nhập cảnh Ai Cập.\n"
        "VOV.VN - Kenya hôm 9/7 khánh thành một tuyến đường sắt mới ở phía tây."
    )
    assert read_text(text).document.published is None


def test_a_day_in_an_items_credit_is_not_the_pages_own():
    text = (
        "Ấn Độ mở lại cảng biển lớn nhất (VOA, 08/11/2018)\nẤn Độ mở lại cảng Mumbai sau trận bão lớn.\n****\n"
        "Peru bầu quốc hội mới trên cả nước (BBC, 02/11/2018)\nCử tri Peru đi bỏ phiếu bầu quốc hội mới trên cả nước."
    )
    assert read_text(text).document.published is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad hunts raiders\nBy our staff\nPublished On 28 Oct 202428 Oct 2024\n", datetime.date(2024, 10, 28)),
        ("Evening broadcast of the world 19/8/2016\n", datetime.date(2016, 8, 19)),
        ("Morning Briefing – December 29\n", datetime.date(2014, 12, 29)),
    ],
)
def test_days_are_read_however_they_are_printed(text, day):
    body = "Soldiers in Chad looked for the raiders who had overrun a base on an island in the lake.\n" * 2
    foot = "Updated : 2021-09-25 00:32 GMT+08:00"
    assert read_text(text + body + foot, uploaded_on=datetime.date(2015, 1, 2)).document.published == day


def test_the_clock_of_the_page_is_not_the_day_of_an_older_article():
    text = (
        "Thứ Năm, 22/01/2026 23:30 GMT+7\nThượng đỉnh ở Mexico ra nhiều thỏa thuận\n\nNgày 18/9, sau một ngày họp, "
        "hội nghị thượng đỉnh của các nước trong vùng bế mạc với một tuyên bố chung.\n\nĐến sáng 19/9, đoàn cuối cùng "
        "rời Mexico, trong khi ngày 20/9 quốc hội nước này họp về kết quả của hội nghị."
    )
    assert read_text(text).document.published is None


def test_days_of_items_that_differ_are_none_of_them_the_pages_own():
    items = "".join(
        f"{name} opens a new railway line\n{day}\nThe president of {name} opened a new railway line to the coast, the "
        "ministry said.\n"
        for name, day in (("Ghana", "January 11, 2024"), ("Peru", "January 9, 2024"), ("Nepal", "January 8, 2024"))
    )
    assert read_text(items).document.published is None


@pytest.mark.parametrize(
    "line",
    [
        "0 Comment(s)Print E-mail Xinhua, November 1, 2024",
        "Xinhua, November 1, 2024 Adjust font size:",
        "Friday 1 November 2024 | Written by RNZ | Published in Pacific Islands, Regional",
        "Ahram Online , Friday 1 Nov 2024",
        "The Associated Press | Friday, Nov. 1, 2024 7:11 a.m.",
        "Fri Nov 1 10:15:03 UTC 2024",
        "Uploaded: 2024-11-01 / Views: 123",
        "November 1, 20248:12 AM UTCUpdated 2 hours ago",
        "Updated: 02-11-2024 05:25 IST | Created: 01-11-2024 05:25 IST",
        "Posted at Nov 1/2024 10:44AM",
    ],
)
def test_a_line_may_print_more_beside_the_day(line):
    published = read_text(STORY["en"].format(line), uploaded_on=datetime.date(2024, 11, 20)).document.published
    assert published.isoformat() == "2024-11-01"


def test_the_day_of_publication_comes_before_that_of_the_visit():
    page = "LAMP.EXAMPLE\nToday's Paper | November 3, 2024\n" + STORY["en"].format("Published November 1, 2024")
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_byline_below_other_texts_tells_the_day():
    feed = "".join(
        f"{hour}:40 AM\nPeru's ministry said that ship {hour} of its navy had left the port of Callao for Chile.\n"
        for hour in range(1, 9)
    )
    page = feed + "\n" + STORY["en"].format("by the Lamp news desk November 1, 2024 9:05 AM 2 min read")
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_the_clock_of_a_page_is_no_dateline():
    page = STORY["en"].format("Montevideo, May 27th 2025 - 17:14 UTC")
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published is None


@pytest.mark.parametrize(
    "line",
    ["Posted on Tháng Mười Một 1, 2024 by bientap", "Tháng 11 1, 2024", "Ngày: Th 6, 1 thg 11, 2024 lúc 18:30"],
)
def test_vietnamese_days_are_read_in_the_order_that_systems_print_them(line):
    assert str(read_text(STORY["vi"].format(line)).document.published) == "2024-11-01"


def test_other_articles_below_a_story_do_not_make_its_day_one_of_theirs():
    below = "\n\nMORE ON THIS\nRails for the south\n20 October 2024\nArica's port grows\n12 October 2024\n"
    assert str(read_text(STORY["en"].format("1 November 2024") + below).document.published) == "2024-11-01"


def test_days_of_items_are_told_by_the_part_of_the_page_beside_them_too():
    text = "Tin mới\n" + "".join(
        f"{name} khánh thành đường sắt mới\n{part} - {day}/11/2024 10:32\nTổng thống {name} dự lễ khánh thành.\n"
        for name, part, day in (("Ghana", "Châu Phi", 3), ("Peru", "Châu Mỹ", 2), ("Nepal", "Châu Á", 1))
    )
    assert read_text(text).document.published is None


@pytest.mark.parametrize("line", ["(The Example Herald, 1 November 2024)", "Nguồn: Báo Mẫu (1/11/2024)"])
def test_the_source_of_a_story_may_tell_its_day(line):
    language = "vi" if "Nguồn" in line else "en"
    assert str(read_text(STORY[language].format("") + "\n\n" + line).document.published) == "2024-11-01"


def test_a_number_in_the_address_may_be_the_day():
    text = STORY["en"].format("") + "\n\nhttps://www.example.org/world/rail-talks-20241101.html"
    assert str(read_text(text).document.published) == "2024-11-01"


@pytest.mark.parametrize("stamp", ["World {} November 2024 9:14 PM", "Published at : November {}, 2024"])
def test_stamps_of_the_same_form_at_each_item_do_not_tell_the_pages_day(stamp):
    text = "The Daily Lamp\n" + "".join(
        f"{name} opens a railway line to the coast\nThe president of {name} opened it.\n{stamp.format(day)}\n"
        for day, name in enumerate(("Ghana", "Peru", "Nepal", "Kenya"), 4)
    )
    assert read_text(text).document.published is None


def test_an_articles_own_stamp_tells_more_than_the_clock_above_it():
    text = "The Daily Lamp\nSaturday, 2/11/2024, 08:02\n" + STORY["en"].format("01/11/2024 21:15 GMT")
    assert str(read_text(text).document.published) == "2024-11-01"


def test_the_day_in_print_tells_where_nothing_else_does():
    below = "\nA version of this article appeared in print on November 1, 2024, in the News section of the Lamp."
    assert str(read_text(STORY["en"].format("Peru's lines") + below).document.published) == "2024-11-01"


def test_a_clock_comes_before_no_publish_date():
    page = "Sunday, March 15th, 2026\n" + STORY["en"].format("Publish Date : 15 April 2025 11:49 AM")
    assert read_text(page, uploaded_on=datetime.date(2026, 3, 20)).document.published.isoformat() == "2025-04-15"


@pytest.mark.parametrize(
    ("headline", "published"),
    [
        ("World briefing of the week, 28 October - 1 November 2024", "2024-11-01"),
        ("Weekly round-up: October 28 to November 1", "2024-11-01"),
        ("World briefing, 1 October - 1 November 2024", None),
        ("Visit of the week put off to 9-12 November 2030", None),
    ],
)
def test_a_weeks_round_up_came_out_on_its_last_day(headline, published):
    page = f"{headline}\n*Peru: Peru met Chile in Arica on Friday. (AP)\n*Fiji: Fiji went to the polls on Monday. (AFP)"
    found = read_text(page, uploaded_on=datetime.date(2024, 11, 20))
    day = found.document.published
    assert (day.isoformat() if day else None) == published
    if published:
        assert [str(event.date) for event in found.events] == ["2024-11-01", "2024-10-28"]


@pytest.mark.parametrize(
    ("language", "head", "day"),
    [
        ("en", "PERTH, Nov 1 Ore prices held on Friday, brokers in the city said.", "2024-11-01"),
        ("en", "ARICA, OCTOBER 31", "2024-10-31"),
        ("vi", "QUẬN CAM (VB-01/11/2024) ---- Dân chúng xem đèn.", "2024-11-01"),
        ("en", "WEEKLY NEWS ISSUE of: 01-11-2024", "2024-11-01"),
        ("en", "Perth, November rain and 31 frogs", None),
    ],
)
def test_a_page_may_open_with_a_place_and_its_day(language, head, day):
    published = read_text(STORY[language].format(head), uploaded_on=datetime.date(2024, 11, 20)).document.published
    assert (published.isoformat() if published else None) == day


def test_a_page_says_when_it_was_in_print():
    page = STORY["en"].format("ARICA, OCTOBER 31")
    page += "\nA version of this article appears in e-paper on November 1, 2024, of The Lamp.\n" + "Read more\n" * 8
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_dateline_may_stand_below_a_standfirst_and_pictures():
    page = "All news\n\nPeru and Chile review their railway\n\nThe talks were held on Lima's wish, the ministry said\n"
    page += (
        "© Ana Soto/TASS\n© Ana Soto/TASS\n\nMOSCOW, November 1. /TASS/. The ministers of Peru and Chile held talks in "
    )
    page += "Arica on Friday, November 1, to review the old railway, which carries no train.\n"
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_stamp_may_be_glued_to_the_headlines_end():
    page = (
        STORY["vi"].format("(PLO)- Hai bên hứa sẽ gặp lại.").replace("với Chile\n", "với Chile 01/11/2024 14:32\n", 1)
    )
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_count_up_to_an_hour_tells_the_day():
    count = (
        "Theo trang thống kê của Lima, tính đến 6h ngày 1/11 (theo giờ VN), cả nước đã ghi nhận 1.200 ca nhiễm virus."
    )
    page = STORY["vi"].format(count)
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"
