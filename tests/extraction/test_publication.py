"""The day of publication, as pages print it."""

import datetime

import pytest

from events.extraction import stamps

from .reading import read_text
from .stories import STORY

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
    ("14 de outubro de 2024", "2024-10-14"),
    ("Vendredi 1 novembre 2024", "2024-11-01"),
    ("Lima, 1 de noviembre de 2024", "2024-11-01"),
    ("Jakarta Post, 17 Agustus 2024", "2024-08-17"),
    ("1. März 2024", "2024-03-01"),
    ("Civil Georgia, Tbilisi / 2 Feb.'24 / 19:37", "2024-02-02"),
    ("2024-11-01  New Era Reporter", "2024-11-01"),
    ("2024-11-01 Peru Walks Out", None),
    ("2024-11-01 Xinhua Peru Walks Out", None),
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
        "Fri, 1 Nov 2024 Source: GNA",
        "Friday, 1 de November de 2024 09:14 am",
        "November, 1, 2024",
        "World November 1, 2024",
        "November 1, 2024 in World",
        "Home > World > November 1, 2024",
        "Submitted by admin on November 1, 2024",
        "From our special correspondent November 1, 2024",
        "Web Desk November 1, 2024",
        "November 1, 2024 No Comments",
        "November 1, 2024 Leave a comment",
        "Friday, 1 November 2024 18:30 | Hits: 63",
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


def test_a_clock_comes_before_no_publish_date():
    page = "Sunday, March 15th, 2026\n" + STORY["en"].format("Publish Date : 15 April 2025 11:49 AM")
    assert read_text(page, uploaded_on=datetime.date(2026, 3, 20)).document.published.isoformat() == "2025-04-15"


def test_a_stamp_may_be_glued_to_the_headlines_end():
    page = (
        STORY["vi"].format("(PLO)- Hai bên hứa sẽ gặp lại.").replace("với Chile\n", "với Chile 01/11/2024 14:32\n", 1)
    )
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


@pytest.mark.parametrize(
    "line",
    [
        "1/11/2024 18:30 Lượt xem: 63",
        "1.11.2024 (63 lượt xem)",
        "1/11/2024 12 bình luận",
        "1/11/2024 In trang",
        "Viết bởi admin 1/11/2024",
        "18h30, 1/11/2024",
        "Thế giới, 1/11/2024",
        "Thời sự 1/11/2024",
    ],
)
def test_counts_buttons_and_the_part_of_a_vietnamese_page_may_stand_beside_the_day(line):
    assert str(read_text(STORY["vi"].format(line)).document.published) == "2024-11-01"


def test_a_stamp_at_the_headline_tells_the_day_however_much_stands_above():
    menu = "".join(f"Rail and road part {n}\n" for n in range(70))
    below = "\nMore of this\n" + "Rails for the south\n" * 9
    page = menu + STORY["en"].format("By Ana Soto\n1 November 2024") + below
    assert str(read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published) == "2024-11-01"


def test_a_month_alone_in_front_of_a_text_is_no_part_of_it():
    head, _, text = STORY["en"].partition("\n{}\n")
    for page in (f" date 2024-11 {head}\n\n{text}", f" date 2024-11 {text}"):
        read = read_text(page)
        assert read.document.published is None
        assert not any("2024-11" in event.text for event in read.events)


def test_a_storys_own_stamp_is_no_day_of_what_it_tells():
    for line in ("November 1, 2024 at 4:05 pm", "2024-11-01T16:05:00", "1/11/2024 16:05"):
        (event, *_), published = (read := read_text(STORY["en"].format(line))).events, read.document.published
        assert (event.date, str(published)) == (None, "2024-11-01")


@pytest.mark.parametrize(
    "line", ["World in brief: 1 November 2024", "Tin thế giới 1/11/2024", "Africa 1 November 2024"]
)
def test_headlines_and_regions_with_a_day_are_no_stamps(line):
    assert not stamps.is_date_line(line, "vi" if "giới" in line else "en")


PARAGRAPHS = (
    "The judges of Peru walked out on Sunday in protest at a law that cuts their pensions by a third, their union said "
    "in Lima.\n\nThe minister of justice said that he would meet them within a week, and that nobody would be fired."
)


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Last updated: 14:20 - 3 Feb.'24\nPeru's judges walk out\nLima Herald / 2 Feb.'24 / 19:37", "2024-02-02"),
        (
            "Peru's judges walk out over a law that cuts their pensions ROSA KAIMO and HANNAH LOW, Associated Press "
            "July 14, 2024 Updated: July 15, 2024 9:41 a.m.",
            "2024-07-14",
        ),
    ],
)
def test_the_articles_own_day_is_told_from_that_of_the_site_and_of_a_change(above, day):
    found = read_text(f"{above}\n\n{PARAGRAPHS}\n")
    assert str(found.document.published) == day


@pytest.mark.parametrize(("day", "expected"), [("09/05/2024", "2024-05-09"), ("9/5", "None")])
def test_a_later_item_tells_the_day_of_the_page_with_its_year(day, expected):
    found = read_text(
        "QUỐC TẾ - TIN VẮN\n\n(Reuters) - Campuchia dời ngày khánh thành cảng nước sâu Kampot vì mưa lớn kéo dài.\n\n"
        f"(Kyodo) – Nhân chuyến công du Suva kết thúc hôm nay, {day}, ngoại trưởng Nhật đã ký thỏa thuận.\n\n"
        "(AFP) – Chính phủ Tchad cách chức tư lệnh cảnh sát thủ đô sau vụ nổ kho đạn.\n"
    )
    assert str(found.document.published) == expected


ADDRESSES = [
    ("Permalink https://p.example.com/p/3h4Qx", "https://p.example.com/p/3h4Qx"),
    ("Read or Share this story: https://www.example.com/a/b/", "https://www.example.com/a/b/"),
    ("Article printed from The Week: http://example.com/2014/week/", "http://example.com/2014/week/"),
    ("Đọc bài gốc tại: https://example.vn/tin-103.html", "https://example.vn/tin-103.html"),
    ("www.example.net", None),
    ("Read our blog: https://example.com/blog", None),
]


@pytest.mark.parametrize(("line", "address"), ADDRESSES)
def test_an_address_is_the_articles_where_the_page_says_so(line, address):
    found = read_text(f"Peru's judges walk out\n\n{PARAGRAPHS}\n\n{line}\n")
    assert found.document.source_url == address
