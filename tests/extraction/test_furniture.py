"""A page's own sentences, and advertisements, in whole sentences."""

import pytest

from events.extraction import furniture, line_signs
from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, read_text

_NEWS = "* Kenya: A power cut left Nairobi dark for hours. (AP)\n"


@pytest.mark.parametrize(
    "line",
    [
        "Villa Serena, two nights with breakfast from £89. Book by the end of June.",
        "Need a plumber today? Hargreaves sends one within the hour. Ring 0800 555 214.",
        "The Gazette is printed by Holm Press. Contact the news desk on 01632 960 221.",
        "That is all for tonight. The morning wire goes out at 0600.",
        "Subscribers may pass on this bulletin but not print it without leave.",
        "An earlier version of this list gave the wrong name of the minister.",
        "Ruth Abel is our night editor.",
        "Bakery on 82 John St, Cabramatta NSW 2166 – cakes for weddings",
        "Phòng khám An Khang: khám tổng quát chỉ 399.000 đồng, tặng gói xét nghiệm. Gọi 1900 1234.",
        "Hẹn gặp lại quý vị trong chương trình tối mai.",
        "Tòa soạn nhận bài cộng tác qua bưu điện, không trả lại bản thảo.",
    ],
)
def test_the_pages_own_sentences_stand_in_no_event(line):
    read = read_text(_NEWS + "* Peru: Four ministers resigned. (EFE)\n" + line)
    assert_tiled(read)
    assert len(read.events) == 2
    assert all(line[-20:] not in event.text for event in read.events)


@pytest.mark.parametrize(
    "line",
    [
        "Help arrived in the flooded towns of Malawi on Tuesday.",
        "The fund paid $20 a head to families who lost their homes.",
        "Egypt received $1.2 billion, and free bread goes on being sold at the old price.",
        "If the missiles come, we will think free of our promise to readers of the accord.",
        "Readers queued in Havana to buy the last print of the newspaper.",
        "Chính phủ Úc cam kết tặng hai tàu tuần tra cho Fiji.",
        "Mỹ kêu gọi các bên đăng ký kiểm phiếu lại ở Kenya.",
    ],
)
def test_news_with_one_such_word_stays_news(line):
    assert furniture.reason(line, line.lower()) is None


def test_an_advertisement_is_named_so():
    line = "Villa Serena, two nights with breakfast from £89. Book by the end of June."
    assert furniture.reason(line, line.lower()) is Reason.ADVERTISEMENT


def test_what_someone_says_is_news_though_it_turns_to_the_reader():
    line = "“Subscribe to this newsletter and support us”, the jailed publisher wrote."
    assert furniture.reason(line, line.lower()) is None


def test_a_bulletin_that_takes_its_leave_is_no_part_of_its_last_item():
    page = "Điểm tin tối\n- PERU: Bốn bộ trưởng từ chức.\n- FIJI: Bầu cử quốc hội.\n- KENYA: Mất điện toàn quốc.\n\n"
    page += "Hẹn gặp lại quý vị trong bản tin sáng mai.\nNgười viết mong nhận thêm ý kiến qua hộp thư của tòa soạn."
    assert read_text(page).events[-1].text.endswith("Mất điện toàn quốc.")


def test_a_caption_in_square_brackets_stands_in_no_event():
    page = (
        _NEWS
        + "[Photo: a dark street in the middle of Nairobi. Credit: Jane Roe/AP]\n* Peru: Ministers resigned. (EFE)"
    )
    read = read_text(page)
    assert len(read.events) == 2
    assert all("dark street" not in event.text for event in read.events)


@pytest.mark.parametrize("row", ["Home   News   Sport   Travel", "Trang chính · Nghe lại · Ủng hộ đài · Liên lạc"])
def test_a_row_of_links_is_no_item(row):
    read = read_text(f"{row}\n{_NEWS}* Peru: Four ministers resigned. (EFE)\n{row}")
    assert len(read.events) == 2
    assert all("ravel" not in event.text and "Ủng hộ" not in event.text for event in read.events)


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn TV8: https://tv8.example/tin-1.htm",
        "Source (The Herald): https://herald.example/a-b",
        "Đường dẫn bài viết: https://a.example/b",
    ],
)
def test_the_address_behind_its_medium_is_a_source(line):
    assert line_signs.reason_of(line, "vi") == (Reason.SOURCE, False)


@pytest.mark.parametrize("line", ["Source of the Nile found: it lies in Burundi", "Via Lima: 40 men walk to the sea"])
def test_a_source_without_an_address_is_none(line):
    assert line_signs.reason_of(line, "en")[0] is not Reason.SOURCE


@pytest.mark.parametrize(
    "line",
    [
        "In tại Nhà in số 4. Nộp lưu chiểu quý II/2019.",
        "We acknowledge the Traditional Custodians of the land on which we work.",
    ],
)
def test_a_printers_note_and_an_acknowledgement_stand_in_no_event(line):
    assert line_signs.reason_of(line, "en")[0] is Reason.COPYRIGHT


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Functional cookies support features such as sharing and feedback forms.", Reason.COOKIES),
        ('The cookies that are categorized as "Necessary" are stored on your browser.', Reason.COOKIES),
        ("Cookie phân tích cho biết trang nào được đọc nhiều.", Reason.COOKIES),
        ("Customize Consent Preferences", Reason.COOKIES),
        ("No cookies to display.", Reason.COOKIES),
        ("Story continues after advertisment...", Reason.ADVERTISEMENT),
        ("Continue reading after the ad", Reason.ADVERTISEMENT),
        ("Okafor reported from Lagos and Lindqvist from Stockholm.", Reason.BYLINE),
        ("Ann Lee and Bo Li, Associated Press", Reason.BYLINE),
        ("Ann Lee.  Lake Post.  Tue, 15 Oct 2019 17:37:40 +0300.", Reason.BYLINE),
        ("Citizen journalism image provided by the Coastal Media Center shows a bakery.", Reason.CAPTION),
        ("This March 3, 2015 photo provided by the ministry shows the dam.", Reason.CAPTION),
        ("1 of4 Women wait at a well in Juba. Children play behind them as the sun goes down.", Reason.CAPTION),
        ("Women wait in line in Wabag, Papua New Guinea, Tuesday, July 12, 2022. It rained.", Reason.CAPTION),
        ("Fighting has pushed families over the border. (photo courtesy:", Reason.CAPTION),
        ("Bà Dalia Grosu.", Reason.CAPTION),
        ("Tổng thống Malawi Peter Chanda.", Reason.CAPTION),
        ("Đọc tại: Cuộc sống bên con đập", Reason.RELATED),
    ],
)
def test_notices_signatures_and_captions_by_their_form(line, reason):
    assert line_signs.reason_of(line, "vi" if not line.isascii() else "en")[0] is reason


@pytest.mark.parametrize(
    "line",
    [
        "The parliament in Oslo approved rules for banks that use cookies on Friday.",
        "The Associated Press reported from Gaza that dozens were killed.",
        "Reuters reported from Lagos.",
        "1 of 4 women in the camps is hungry, the agency found.",
        "The ministry said on Tuesday, July 12, 2022. that it would close.",
        "Bà Dalia Grosu bị bắt.",
        "Tổng thống Malawi Peter Chanda thăm Trung Quốc.",
        "This satellite is the third that Seoul has launched.",
    ],
)
def test_news_in_nearly_such_a_form(line):
    assert line_signs.reason_of(line, "vi" if not line.isascii() else "en")[0] is None
