"""One article each: what stands around its headline, and pages that links and rubrics make look like lists."""

import pytest

from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, read_text, set_aside, titles

PARAGRAPHS = """Hải quân Peru sáng 3/2 bắt tàu cá Hua Shun của Trung Quốc gần Callao, sau một đêm rượt đuổi ngoài biển.

Bộ Ngoại giao Peru ngày 4/2 triệu đại sứ Trung Quốc tới trao công hàm phản đối và đòi bồi thường 2 triệu USD.

Trong khi đó, Chile thông báo điều hai tàu tuần tra ra vùng biển giáp ranh để ngăn các tàu cá khác chạy xuống phía Nam.
"""
HEADLINE = "Peru bắt tàu cá Trung Quốc, triệu đại sứ tới phản đối"


def story(standfirst: str, *between: str) -> str:
    return "\n".join(("Báo Sông Hương", "", HEADLINE, standfirst, *between, "", PARAGRAPHS))


@pytest.mark.parametrize(
    ("standfirst", "between"),
    [
        ("VOV.VN - Vùng biển phía Nam châu Mỹ dậy sóng sau vụ rượt đuổi.", ()),
        ("(PLO)- Lima muốn được bồi thường 2 triệu USD.", ("MINH KHÔI",)),
        ("Thuyền trưởng và mười hai thuyền viên bị đưa về Callao để thẩm vấn.", ("04/02/2025 09:10 GMT+7",)),
    ],
)
def test_a_standfirst_is_set_aside_that_is_signed_or_parted_from_the_text(standfirst, between):
    read = read_text(story(standfirst, *between))

    assert set_aside(read, Reason.SUMMARY) == [standfirst]
    assert read.events[0].title == HEADLINE
    assert "rượt đuổi ngoài biển" in read.events[0].text
    assert_tiled(read)


@pytest.mark.parametrize(
    "first",
    [
        "Hải quân Peru vừa bắt một tàu cá Trung Quốc ngoài khơi Callao.",
        "VOV.VN - Hải quân Peru sáng 3/2 bắt một tàu cá Trung Quốc sau một đêm rượt đuổi ngoài khơi cảng Callao; "
        "thuyền trưởng cùng mười hai thuyền viên đã bị đưa vào bờ để thẩm vấn.",
        "LIMA - Hải quân Peru sáng 3/2 bắt một tàu cá Trung Quốc.",
    ],
)
def test_a_first_paragraph_goes_with_its_headline(first):
    assert first[-40:] in read_text(story(first)).events[0].text


def test_an_english_standfirst_over_the_day_is_set_aside():
    read = read_text("""The Harbour Post

Peru seizes Chinese trawler, summons ambassador
Lima wants two million dollars; the crew is held in Callao.
4 Feb 2025 09:10AM

The navy of Peru seized the Chinese trawler Hua Shun on Monday some 80 miles off Callao after a chase at night.

The foreign ministry summoned the Chinese ambassador on Tuesday and handed over a note of protest about the trawler.

Chile sent two patrol boats on Tuesday to the waters near the border to keep other trawlers from sailing south.
""")
    assert set_aside(read, Reason.SUMMARY) == ["Lima wants two million dollars; the crew is held in Callao."]


def test_an_article_under_a_rubric_that_announces_news_is_no_round_up():
    """Each paragraph names others than the one before, but most name somebody of the headline."""
    read = read_text(f"""Tuần báo Bờ Tây

TIN THẾ GIỚI
{HEADLINE}
4 Tháng Hai, 2025 | Thế Giới |

Hải quân Peru hôm Thứ Hai (3.2) bắt tàu cá Hua Shun của Trung Quốc ngoài khơi Callao.

Ecuador cho hay đã báo trước cho Peru về đoàn tàu nầy từ tuần trước.

Bắc Kinh đòi thả thủy thủ đoàn, qua lời phát ngôn nhân Lâm Kiếm trong cuộc họp báo hôm Thứ Ba.

Chile gửi hai tàu tuần tra ra vùng biển giáp ranh với Peru.

Hoa Kỳ tố cáo Trung Quốc đánh cá lậu ở nhiều nơi trên Thái Bình Dương.
""")
    assert read.events[0].title == HEADLINE
    assert read.document.layout == "story"


def test_links_amid_an_article_do_not_make_it_a_page_of_teasers():
    read = read_text(f"""{HEADLINE}

Hải quân Peru sáng 3/2 bắt tàu cá Hua Shun của Trung Quốc cách cảng Callao 80 hải lý. Đây là vụ thứ ba trong năm.

Theo Bộ Quốc phòng Peru, thuyền trưởng không chịu dừng máy dù đã được cảnh báo bốn lần qua vô tuyến.

Không phải lần đầu

Trong cuộc họp báo trưa 4/2, Ngoại trưởng Peru nói Trung Quốc phải bồi thường 2 triệu USD cho ngư dân.

Chuyến phà chìm trong sương: ba mươi năm nhìn lại

Tại Santiago, Bộ trưởng Quốc phòng Maya Fernández thông báo điều hai tàu tuần tra xuống phía Nam.

Đại sứ quán Trung Quốc tại Lima cùng ngày đòi Peru thả ngay thủy thủ đoàn.

Ecuador cho hay đã gửi cho Peru toàn bộ dữ liệu vệ tinh về đoàn tàu này.
""")
    assert read.document.layout == "story"
    assert len(titles(read)) > 2


def test_what_a_paragraph_says_after_a_reporter_is_told():
    lead = (
        "Theo phóng viên TTXVN tại Lima, hải quân Peru sáng 3/2 bắt tàu cá Hua Shun của Trung Quốc ngoài khơi Callao."
    )
    assert lead in read_text(story(lead)).events[0].text


def test_the_label_over_the_pages_only_article_heads_no_links():
    read = read_text(f"""Báo Sông Hương - Cơ quan của Hội Ngư dân

Quốc tế
Tiêu điểm
{HEADLINE}
09:10 04/02/2025
{PARAGRAPHS}""")
    assert read.events[0].title == HEADLINE
    assert not set_aside(read, Reason.RELATED)


def test_the_papers_own_line_is_no_headline():
    read = read_text(f"""SÔNG HƯƠNG - Cơ quan của Liên hiệp Ngư dân miền Trung - Tiếng nói của người đi biển

{HEADLINE}
04/02/2025 09:10 GMT+7
{PARAGRAPHS}""")
    assert read.events[0].title == HEADLINE


def test_what_a_picture_shows_stands_over_agency_and_photographer():
    shown = "Người dân Callao xem hải quân dẫn chiếc tàu vào cảng, ngày 03/02/2025"
    read = read_text(f"{HEADLINE}\n\n{shown}\nREUTERS/Ana Quispe\n\n{PARAGRAPHS}")

    assert shown in " ".join(set_aside(read, Reason.CAPTION))
    assert read.events[0].title == HEADLINE


@pytest.mark.parametrize("teaser", ["Nghe (03:40) Ngư dân kể lại đêm rượt đuổi", "Play (2 min)"])
def test_a_recording_with_its_length_is_no_event(teaser):
    assert teaser in set_aside(read_text(story("", teaser)), Reason.WIDGET)
