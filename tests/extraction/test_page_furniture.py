"""Furniture told by its form and by its place, captions by what they show, articles by whom they name."""

import pytest

from events.extraction import captions, forms, gluing, line_signs, scenes
from events.extraction.lines import split
from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, read_text, set_aside, titles

ITEMS = (
    "* Peru: Four ministers resigned on Monday over a contract for two ferries. (EFE)\n"
    "* Kenya: A court in Nairobi freed nine fishermen who had been held since March. (AP)\n"
)


def _reason(text: str) -> Reason | None:
    return forms.reason(text, text.lower())


@pytest.mark.parametrize(
    "line",
    [
        "MarketsWorldOpinionSportTravel",
        "Video Magazine Podcast",
        "Trang chủ Tin quốc tế",
        "« Prev 1 2 3 … 40 Next »",
        "Page 12 of 790",
        "Trang 7 / 3127",
        "Read 2145 times",
        "Tối đa: 1500 ký tự",
        "facebookfacebook",
        "news_is_not_ads=",
        "#Peru #Ferries",
        "Trung thực - Nhanh nhạy - Gần gũi",
        "[CLICK TO ENLARGE]",
    ],
)
def test_menus_pagers_counters_and_code_are_told_by_their_form(line):
    assert _reason(line) is Reason.WIDGET


@pytest.mark.parametrize(
    "line",
    [
        "Peru and Chile agree to mend the railway to Arica",
        "Nga - Mỹ nối lại đàm phán về kho vũ khí hạt nhân",
        "Văn hóa - Tôn giáo - Đời sống",
        "McDonald's leaves Kazakhstan, YouTube stays",
        "Ngoại trưởng Nhật Bản thăm Kyiv",
        "World news",
        "« Không ai được lợi », Paris nói",
        "[Reuters]",
    ],
)
def test_headlines_and_headings_are_not(line):
    assert _reason(line) is None


def test_an_arrow_leads_to_another_page():
    assert _reason("← Tin vắn quốc tế ngày 4/3/2025.") is Reason.RELATED
    assert _reason("Talks on the Nile dam resume →") is Reason.RELATED


@pytest.mark.parametrize(
    "caption",
    [
        "A woman looks over the ruins of her house near Quito on Wednesday. Xinhua",
        "Soldiers stand guard outside the parliament in Lima, February 9, 2021.",
        "Foreign Minister Anna Lind speaks during a session in Oslo on Monday.",
    ],
)
def test_a_sentence_in_the_present_with_a_day_shows_a_picture(caption):
    assert scenes.shows_one(caption)


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers stood guard outside the parliament in Lima on Monday.",
        "President John Mahama told farmers in Kumasi on Monday that prices look set to rise.",
        "Leaders of both parties meet in Oslo on Monday after the vote was put off.",
        "In Sydney, shares in the company that used to run the mine fell on Thursday.",
    ],
)
def test_news_shows_none(sentence):
    assert not scenes.shows_one(sentence)


@pytest.mark.parametrize(
    "caption",
    [
        "Binh sĩ tuần tra trung tâm Lima. (Ảnh REUTERS)",
        "- Ảnh 1.",
        "peru va chile noi lai duong sat hinh anh 1",
        "Peru và Chile nối lại đường sắt ảnh 1Công nhân đặt ray ở Tacna. (Nguồn: AFP)",
    ],
)
def test_captions_are_told_by_their_numbers_and_brackets(caption):
    assert line_signs.reason_of(caption, "vi")[0] is Reason.CAPTION
    assert not captions.is_numbered_alone("- Peru bầu tổng thống vòng 2.")


def test_what_is_glued_to_a_paragraph_is_a_line_of_its_own():
    text = (
        "Tin tức: http://tin.example, http://video.example. Cử tri Peru hôm 16/1 xếp hàng từ sáng để chọn tổng thống "
        "và quốc hội mới, giữa lúc giá lương thực tăng gấp đôi. Xem thêm: Chile mở cửa khẩu\n"
    )
    (line,) = split(text)
    pieces = [piece.text for piece in gluing.unglued(line, "en")]
    assert pieces[0].endswith("http://video.example.")
    assert pieces[1].startswith("Cử tri Peru")
    assert pieces[1].endswith("gấp đôi.")
    assert pieces[2] == "Xem thêm: Chile mở cửa khẩu"


def test_the_authors_in_brackets_are_no_part_of_the_last_item():
    read = read_text(
        ITEMS + "* Fiji: The navy found the missing trawler off Suva on Sunday. (Compiled by Ann Lee and Bo Ek)"
    )
    assert_tiled(read)
    assert read.events[-1].text.endswith("on Sunday.")


def test_the_house_above_the_headline_that_announces_the_news_is_no_item():
    read = read_text(
        "AN KHANG GROUP\nTư vấn thiết kế và bất động sản\nĐiểm tin thế giới ngày 5/3\n"
        "Peru thay bốn bộ trưởng\nTổng thống Peru ngày 4/3 thay bốn bộ trưởng sau vụ hợp đồng phà.\n"
        "Kenya thả ngư dân\nTòa án ở Nairobi ngày 4/3 thả chín ngư dân bị giữ từ tháng trước.\n"
        "Fiji tìm thấy tàu cá\nHải quân Fiji ngày 4/3 tìm thấy tàu cá mất tích ngoài khơi Suva.\n"
    )
    assert_tiled(read)
    assert titles(read) == ["Peru thay bốn bộ trưởng", "Kenya thả ngư dân", "Fiji tìm thấy tàu cá"]


def test_sources_behind_a_few_lines_are_those_of_pictures():
    read = read_text(
        "Châu Mỹ\n\nAFP. Peru thay bốn bộ trưởng sau vụ hợp đồng mua phà bị quốc hội chỉ trích.\n\n"
        "Quang cảnh phiên họp quốc hội tại Lima, ngày 4/3. (Nguồn: AFP)\n\n"
        "REUTERS. Chile cùng Bolivia nối lại đường sắt tới cảng Arica sau sáu năm gián đoạn vì lũ.\n\n"
        "AP. Colombia cử thêm hai tiểu đoàn tới biên giới với Venezuela để chặn buôn lậu xăng dầu.\n\n"
        "BBC. Brazil và Argentina ký thỏa thuận mua điện trong mùa khô với giá thấp hơn năm ngoái.\n"
    )
    assert set_aside(read, Reason.CAPTION) == ["Quang cảnh phiên họp quốc hội tại Lima, ngày 4/3. (Nguồn: AFP)"]
    assert len(read.events) == 4


ARTICLE = (
    "Peru and Chile reopen the railway to Arica\n\nPeru and Chile on Monday reopened the railway between Tacna and "
    "Arica, six years after a flood washed it away.\n\n{inside}Peruvian Transport Minister Rosa Vega rode on the "
    "first train and said the two countries had shared the cost.\n\nThe line carries farm workers from Peru to the "
    "fields of northern Chile.\n\n{behind}"
)


def test_crossheads_and_teasers_make_no_page_of_items_of_an_article():
    read = read_text(
        ARTICLE.format(
            inside="A long wait\n\n",
            behind="Nepal buys new buses\n\nKathmandu will run two hundred of them in spring, its mayor said.\n\n"
            "Fiji counts its sharks\n\nDivers found more of them than in any year since the count began in 1998.\n\n"
            "Malta paints its ferries\n\nThe island's two oldest boats are to be white again before the summer.\n",
        )
    )
    assert_tiled(read)
    assert read.document.layout == "story"
    assert [event.title for event in read.events][:1] == ["Peru and Chile reopen the railway to Arica"]
    assert not any("Nepal" in event.text or "Malta" in event.text for event in read.events)


def test_key_points_above_an_article_are_its_summary():
    points = "- Trains run again between Tacna and Arica\n- Both sides shared the cost\n- The first ones are full\n\n"
    head, _, body = ARTICLE.format(inside="", behind="").partition("\n\n")
    read = read_text(f"{head}\n\n{points}{body}")
    assert read.document.layout == "story"
    assert not any("The first ones are full" in event.text for event in read.events)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Hours later, Bolivian President Luis Arce announced that his country would ask for a share of the freight.",
        "In a related development, Ecuador promised two old engines to the railway museum of Tacna.",
        "Speaking in La Paz on Monday, Foreign Minister Celinda Sosa called the reopening a blow to Bolivian trade.",
    ],
)
def test_a_paragraph_that_tells_of_another_hour_or_place_is_another_happening(paragraph):
    read = read_text(ARTICLE.format(inside="READ ALSO: Floods hit Tacna\n\n", behind=paragraph + "\n"))
    assert read.events[-1].text == paragraph
    assert len(read.events) == 2


def test_what_happened_the_day_before_is_a_happening_when_it_says_so():
    read = read_text(
        "Peru gọi đại sứ về nước\n\nNgày 27/8, Chính phủ Peru gọi đại sứ tại Bolivia về nước sau vụ đóng cửa khẩu.\n\n"
        "Trước đó, ngày 26/8, Ngoại trưởng Chile và người đồng cấp Argentina đã họp tại Santiago.\n"
    )
    assert [event.text.split(",")[0] for event in read.events[1:]] == ["Trước đó"]


def test_teasers_with_a_dash_behind_them_stand_above_the_article():
    read = read_text(
        "Giá cà phê tăng lên mức cao nhất trong ba tháng. -\nĐội bóng đá nữ lên đường sang Osaka. -\n\nThế giới\n"
        "24/02/2019 15:20Peru và Chile nối lại đường sắt tới Arica\n\n"
        "Peru và Chile hôm 23/2 nối lại tuyến đường sắt giữa Tacna và Arica sau sáu năm gián đoạn vì lũ.\n"
    )
    assert_tiled(read)
    assert [event.title for event in read.events] == ["Peru và Chile nối lại đường sắt tới Arica"]
    assert len(set_aside(read, Reason.TEASER)) == 2


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("People walk past damaged cars in the centre of Khartoum.", "en"),
        ("Smoke rises over the harbour as fighting goes on.", "en"),
        ("A worker at a wholesale market in the Giza district of Cairo watches wheat being poured from a truck.", "en"),
        ("Hành khách chờ tàu tại nhà ga Tunis ngày 22-5.", "vi"),
        ("Tổng thống Kenya William Ruto bắt tay các đại biểu tại Nairobi ngày 3/4.", "vi"),
        ("Một ngôi trường bị hư hại sau cuộc không kích hồi tháng 9/2022.", "vi"),
    ],
)
def test_what_a_picture_shows_is_told_without_a_day(caption, language):
    assert scenes.may_show_one(caption, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("People walk out of talks because of a quarrel, officials said.", "en"),
        ("Workers hold a strike and will march on Friday.", "en"),
        ("Egypt votes on longer rule for its president.", "en"),
        ("Người dân tại Tunis đã bỏ phiếu ngày 22-5.", "vi"),
        ("Ngày 3/4, Tổng thống Kenya bắt tay đại sứ Mỹ tại Nairobi.", "vi"),
        ("Tổng thống Kenya hoãn bài phát biểu trên truyền hình.", "vi"),
    ],
)
def test_what_happened_is_no_caption(sentence, language):
    assert not scenes.may_show_one(sentence, language)


def test_a_caption_glued_to_sentences_is_cut_out_and_the_rest_kept():
    text = (
        "Tunisian unions call off strike\n"
        "Tunisia's main union called off a strike of railway workers on Monday. Passengers wait at the main railway "
        "station in Tunis.\n"
    )
    extraction = read_text(text)
    assert set_aside(extraction, Reason.CAPTION) == ["Passengers wait at the main railway station in Tunis."]
    assert_tiled(extraction)


def test_a_sentence_printed_again_behind_its_paragraph_is_a_duplicate():
    again = "Bốn bộ trưởng Peru từ chức hôm thứ Hai vì một hợp đồng đóng hai chiếc phà."
    text = f"* Peru: {again} Thủ tướng chưa lên tiếng.\n\n{again}\n\n* Kenya: Tòa án trả tự do cho chín ngư dân.\n"
    extraction = read_text(text)
    assert set_aside(extraction, Reason.DUPLICATE) == [again]


def test_a_line_that_lists_the_parts_of_the_world_is_a_summary():
    line = "Tin thời sự: Mỹ, Trung Cộng, Á Châu, Âu Châu, Phi Châu"
    assert set_aside(read_text(f"{line}\n{ITEMS}"), Reason.SUMMARY) == [line]


@pytest.mark.parametrize("line", ["N.K. (tổng hợp)", "T.H (theo AFP)"])
def test_initials_sign_a_page(line):
    assert line_signs.reason_of(line, "vi") == (Reason.BYLINE, False)
