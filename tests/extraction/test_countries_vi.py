"""Countries in Vietnamese sentences: press, old and overseas spellings, and short names that are ordinary words."""

import pytest

from tests.extraction.names_builders import mentions, values

SENTENCES = [
    # press spellings
    ("Hàn Quốc và Nhật Bản nối lại đối thoại.", "KR JP"),
    ("Triều Tiên phóng tên lửa, Bình Nhưỡng chưa lên tiếng.", "KP"),
    ("Thổ Nhĩ Kỳ mở lại cửa khẩu với Hy Lạp.", "TR GR"),
    ("Tây Ban Nha, Bồ Đào Nha và Hà Lan cùng phản đối.", "ES PT NL"),
    ("Thụy Sĩ đăng cai, Thuỵ Điển vắng mặt.", "CH SE"),
    ("Cộng hoà Séc và Ba Lan ký kết.", "CZ PL"),
    ("Nam Phi giúp Cộng hòa Trung Phi.", "ZA CF"),
    ("Cộng hòa Dân chủ Congo cáo buộc Rwanda.", "CD RW"),
    ("Ả Rập Xê Út gặp Các Tiểu vương quốc Ả Rập Thống nhất.", "SA AE"),
    ("Ả-rập Xê-út giảm sản lượng.", "SA"),
    ("Bờ Biển Ngà mở cửa biên giới với Ghana.", "CI GH"),
    ("Nam Sudan và Sudan đàm phán.", "SS SD"),
    ("Guinea Xích đạo trục xuất nhà ngoại giao Guinea-Bissau.", "GQ GW"),
    ("Niger đóng cửa không phận với Nigeria.", "NE NG"),
    ("Cộng hòa Dominica bầu cử, Dominica theo dõi.", "DO DM"),
    ("Đông Timor gia nhập khối.", "TL"),
    ("Tòa thánh Vatican kêu gọi hòa bình.", "VA"),
    ("Đài Loan và Hồng Kông hứng bão.", "TW HK"),
    ("Dải Gaza và Bờ Tây yên tĩnh.", "PS"),
    # old and overseas spellings
    ("I-ran gặp I-rắc tại Tê-hê-ran.", "IR IQ"),
    ("Mát-xcơ-va bác tin từ Ki-ép.", "RU UA"),
    ("Matxcơva và Mátxcơva đều đúng.", "RU"),
    ("U-crai-na nhận viện trợ của Ca-na-đa.", "UA CA"),
    ("Gia Nã Đại và Úc Đại Lợi ký hiệp ước.", "CA AU"),
    ("Bắc Hàn đe dọa Nam Hàn.", "KP KR"),
    ("Phi Luật Tân mua tàu của Nam Dương.", "PH ID"),
    ("Tổng trưởng Hoa Kỳ thăm A Phú Hãn.", "US AF"),
    ("Ai-cập mở kênh đào Suez.", "EG"),
    ("Mê-hi-cô, Bra-xin và Ác-hen-ti-na họp.", "MX BR AR"),
    ("Xin-ga-po và Ma-lai-xi-a nối tuyến tàu.", "SG MY"),
    ("Miến Điện thả tù nhân, Cao Miên hoan nghênh.", "MM KH"),
    ("Hung-ga-ri và Ru-ma-ni tranh cãi.", "HU RO"),
    ("Vê-nê-xu-ê-la cắt điện.", "VE"),
    ("Niu Di-lân giúp Phi-gi.", "NZ FJ"),
    # short names
    ("Mỹ cảnh báo Nga.", "US RU"),
    ("Thủ tướng Anh gặp Tổng thống Pháp.", "GB FR"),
    ("Đức, Ý và Áo siết biên giới.", "DE IT AT"),
    ("Bỉ và Lào ký bản ghi nhớ.", "BE LA"),
    ("Quân đội Thái bác cáo buộc.", "TH"),
    ("Hợp tác quân sự Nga - Triều gia tăng.", "RU KP"),
    ("Tập trận Mỹ-Hàn bắt đầu.", "US KR"),
    ("Cạnh tranh Trung-Nhật leo thang.", "CN JP"),
    ("Quan hệ Mỹ - Trung - Ấn thay đổi.", "US CN IN"),
    ("Thượng đỉnh liên Triều bị hoãn.", "KP KR"),
    ("Mỹ, Hàn bàn kế hoạch mới.", "US KR"),
    ("Nga, Trung phủ quyết dự thảo.", "RU CN"),
    ("Biên giới Việt - Lào thông quan.", "VN LA"),
    ("Người đàn ông Nga bị bắt.", "RU"),
    ("Một phụ nữ Mỹ trúng số.", "US"),
    ("Ông phản bác Mỹ gay gắt.", "US"),
    ("MỸ, HÀN BÀN VỀ TẬP TRẬN", "US KR"),
    ("Tổng thống Mỹ Barack Obama tới Úc.", "US AU"),
    # seats of government
    ("Nhà Trắng và Lầu Năm Góc từ chối bình luận.", "US"),
    ("Điện Kremlin xác nhận.", "RU"),
    ("Điện Élysée im lặng, phố Downing lên tiếng.", "FR GB"),
    ("Bắc Kinh triệu đại sứ.", "CN"),
    ("Tòa Bạch Ốc ra thông cáo.", "US"),
    # ordinary words and people
    ("Ông Nga và chị Mỹ mở quán.", ""),
    ("Bà Nguyễn Thị Mỹ Lệ nhận giải.", ""),
    ("Anh Tuấn gặp anh Đức ở cổng chợ.", ""),
    ("Đức Giáo hoàng và Đức Phật được nhắc tới.", "VA"),
    ("Ý kiến của bạn đọc", ""),
    ("Ý KIẾN", ""),
    ("Áo dài lên sàn diễn.", ""),
    ("Pháp luật quy định rõ.", ""),
    ("Mỹ thuật đương đại hút khách.", ""),
    ("Nhật ký hành trình.", ""),
    ("Hàn Mặc Tử là nhà thơ.", ""),
    ("Tàu rời Ấn Độ Dương sang Thái Bình Dương.", ""),
    ("Tình hình Biển Đông và biển Hoa Đông.", ""),
    ("Bắc Mỹ, Nam Mỹ và châu Mỹ rét đậm.", ""),
    ("Các nước Mỹ Latinh và Trung Đông họp.", ""),
    ("Chiến lược Ấn Độ - Thái Bình Dương.", ""),
    ("Liên Hợp Quốc họp khẩn.", ""),
    ("Bán đảo Triều Tiên căng thẳng.", ""),
    ("Thỏa thuận Paris và Công ước Geneva.", ""),
    ("Anh ấy kể lại vụ việc.", ""),
    ("Trung tâm dự báo cho biết trời lạnh.", ""),
    ("Anh Devon Clarke kể với phóng viên.", ""),
]


@pytest.mark.parametrize(("sentence", "codes"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_countries_of_a_vietnamese_sentence(sentence, codes):
    assert sorted(values(sentence, "vi", "country")) == sorted(codes.split())


def test_a_mention_points_at_the_words_that_gave_it():
    text = "Hợp tác Nga - Triều và Lầu Năm Góc."
    assert [text[m.start : m.end] for m in mentions(text, "vi", "country")] == ["Nga", "Triều", "Lầu Năm Góc"]


def test_anh_at_the_start_of_a_sentence_is_the_country_where_britain_is_named():
    assert values("Luân Đôn xác nhận. Anh đã gửi tàu.", "vi", "country") == ["GB"]
    assert values("Tuấn bị thương. Anh đã về nhà.", "vi", "country") == []


def test_a_thai_name_is_no_country():
    assert values("Bà Thái Anh Văn thăm Đài Bắc.", "vi", "country") == ["TW"]
