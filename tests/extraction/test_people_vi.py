"""People in Vietnamese sentences."""

import pytest

from events.extraction.names import names_for
from events.extraction.records import Vocabulary
from tests.extraction.names_builders import mentions, values

SENTENCES = [
    ("Tổng thống Nga Vladimir Putin tới Minsk.", "Vladimir Putin"),
    (
        "Bộ trưởng Quốc phòng Mỹ Lloyd Austin điện đàm với người đồng cấp Israel Yoav Gallant.",
        "Lloyd Austin|Yoav Gallant",
    ),
    ("Chánh văn phòng tổng thống Ukraine Andriy Yermak lên tiếng.", "Andriy Yermak"),
    (
        "Thứ trưởng Ngoại giao Hàn Quốc Kim Hong-kyun điện đàm với Ngoại trưởng Antony Blinken.",
        "Kim Hong-kyun|Antony Blinken",
    ),
    ("Đại diện cấp cao của EU về chính sách đối ngoại và an ninh Josep Borrell cảnh báo.", "Josep Borrell"),
    ("Người phát ngôn Bộ Ngoại giao Nga Maria Zakharova xác nhận.", "Maria Zakharova"),
    ("Chủ tịch Trung Quốc Tập Cận Bình tiếp Thủ tướng Phạm Minh Chính.", "Tập Cận Bình|Phạm Minh Chính"),
    ("Tổng Bí thư Tô Lâm hội kiến Quốc vương Norodom Sihamoni.", "Tô Lâm|Norodom Sihamoni"),
    ("Nguyễn Văn Hòa, 40 tuổi, bị bắt.", "Nguyễn Văn Hòa"),
    ("Ông Simeon Radev qua đời.", "Simeon Radev"),
    ("Theo nữ nghị sĩ Alexandria Ocasio-Cortez, dự luật đã đổ.", "Alexandria Ocasio-Cortez"),
    ("Bộ trưởng Tôn giáo Brunei Haji Marwan từ chức.", "Haji Marwan"),
    ("Thủ tướng Israel Benjamin Netanyahu lên án.", "Benjamin Netanyahu"),
    ("Nhà lãnh đạo Kim Jong Un thị sát.", "Kim Jong Un"),
    ("Tổng thống Pháp Emmanuel Macron và Thủ tướng Đức Friedrich Merz gặp nhau.", "Emmanuel Macron|Friedrich Merz"),
    # not people
    ("Bộ Quốc phòng và Bộ Ngoại giao ra thông cáo.", ""),
    ("Bộ trưởng Quốc phòng họp báo.", ""),
    ("Tổng thống Mỹ tới Nhật Bản.", ""),
    ("Tàu Đô đốc Kuznetsov rời cảng.", ""),
    ("Hạ viện Mỹ thông qua dự luật.", ""),
    ("Đường Nguyễn Huệ ngập nặng.", ""),
    ("Tên lửa Patriot và máy bay Global Hawk được điều động.", ""),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_people_of_a_vietnamese_sentence(sentence, people):
    assert values(sentence, "vi", "person") == [name for name in people.split("|") if name]


def test_a_later_short_mention_gets_the_full_name():
    text = "Ngoại trưởng Na Uy Espen Barth Eide phát biểu.\nViết trên mạng, ông Eide nói sẽ tới thăm."
    assert values(text, "vi", "person") == ["Espen Barth Eide"]
    assert len(mentions(text, "vi", "person")) == 2


def test_a_chinese_leader_is_resolved_by_the_surname():
    text = "Chủ tịch Tập Cận Bình phát biểu. Ông Tập nhấn mạnh hợp tác."
    assert values(text, "vi", "person") == ["Tập Cận Bình"]
    assert len(mentions(text, "vi", "person")) == 2


def test_two_spellings_of_a_leader_are_one_person():
    text = "Chủ tịch Tập Cận Bình tới thăm. Tân Hoa Xã viết tên ông là Xi Jinping."
    assert len(values(text, "vi", "person")) == 1


def test_the_country_printed_with_the_office_is_the_persons():
    names = names_for(Vocabulary()).read("Bộ trưởng Tài chính Peru Ana Salas từ chức.", "vi")
    assert names.country_of("Ana Salas") == "PE"


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Theo Thủ tướng Hun Sen, nước này sẽ giúp.", "Hun Sen"),
        ("Theo Bộ trưởng Quốc phòng Lloyd Austin, quân đội sẽ ở lại.", "Lloyd Austin"),
        ("Mưa lớn ở khu vực Nam Á và Bắc Âu làm nhiều người chết.", ""),
        ("Sân bay Charles de Gaulle và sân bay John F. Kennedy đóng cửa.", ""),
        ("Tàu sân bay USS Gerald Ford rời cảng.", ""),
        ("Tập đoàn Lockheed Martin và ngân hàng Morgan Stanley đầu tư.", ""),
        ("Siêu bão Anna Maria đổ bộ hôm thứ Hai.", ""),
    ],
)
def test_openers_parts_of_the_world_and_what_bears_a_name_are_no_people(sentence, people):
    assert values(sentence, "vi", "person") == [name for name in people.split("|") if name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huấn luyện viên người Hàn Quốc Park Min Seo cho rằng đội đã chơi tốt.", ["Park Min Seo"]),
        ("Ứng cử viên đảng Dân Tiến và ông Chu Văn Luân tranh luận.", ["Chu Văn Luân"]),
        ("Quốc vương Mohammed VI tuyên bố quốc tang.", ["Mohammed VI"]),
        ("Hai người bị bắt ở sân bay quốc tế Indira Gandhi.", []),
        ("Phóng viên Glen Grin-uôn bị giữ. Ông Grin-uôn phản đối.", ["Glen Grin-uôn"]),
        ("Ông M.Kaddhafi tới Tripoli.", ["M.Kaddhafi"]),
    ],
)
def test_names_are_told_by_what_stands_around_them(text, expected):
    assert values(text, "vi", "person") == expected


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ông Jordan Bardella tuyên bố ra tranh cử.", ["Jordan Bardella"]),
        ("Bà Mỹ Hạnh đi cùng đoàn.", ["Mỹ Hạnh"]),
        ("Mưa lớn ở phía Nam Lào.", []),
        ("Lãnh đạo Đảng Tiến bước thất cử.", []),
        ("Chưởng lý Abraham Keetshabe kháng cáo.", ["Abraham Keetshabe"]),
    ],
)
def test_a_countrys_name_behind_an_honorific_is_a_persons(sentence, names):
    assert values(sentence, "vi", "person") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Tổng thống Uhuru Kenyatta tới sân bay Jomo Kenyatta hôm qua.", ["Uhuru Kenyatta"]),
        ("Ba người bị bắt tại sân bay Jomo Kenyatta ở Nairobi.", []),
        ("Ứng viên của đảng Tự quyết, Albulena Hoxha, chỉ được 57 phiếu.", ["Albulena Hoxha"]),
        ("Thủ đô của Kosovo, Pristina, mất điện.", []),
        ("Giáo hội kỷ niệm 150 năm đón nhận Tin Mừng.", []),
        ("Ông Tin Oo từ chức.", ["Tin Oo"]),
        ("Đặc phái viên về Nam Caucasus cho biết như vậy.", []),
        ("Đại diện Quỹ Phát triển kinh tế tới dự.", []),
    ],
)
def test_things_named_after_people_and_candidates_between_commas(sentence, names):
    assert values(sentence, "vi", "person") == names


@pytest.mark.parametrize("office", ["Kỹ Nghệ", "Tài Chánh", "Canh Nông", "Di Trú", "Kế Hoạch", "Vận Tải"])
def test_an_office_in_the_capitals_of_papers_overseas_is_nobody(office):
    assert values(f"Bộ Trưởng {office} Tunisia từ chức hôm Thứ Hai.", "vi", "person") == []
    assert values(f"Bộ Trưởng {office} Slim Chaker từ chức hôm Thứ Hai.", "vi", "person") == ["Slim Chaker"]
    assert values("In tại Xí nghiệp in số 1.", "vi", "person") == []
