"""People in Vietnamese whom no title or known name tells, and what looks like a title but is none."""

import pytest

from tests.extraction.names_builders import values

SENTENCES = [
    # an age, an office or a deed behind, a naming before
    ("Cảnh sát bắt giữ Thonglor Meksawo, 32 tuổi, ở ngoại ô.", "Thonglor Meksawo"),
    ("Sebbo Sambomi, người phát ngôn nhóm vũ trang, nhận trách nhiệm.", "Sebbo Sambomi"),
    ("Nghi phạm tên là Brahim Aouisso, đến từ Sfax.", "Brahim Aouisso"),
    ("Cựu Thống Đốc tiểu bang Goias là Otavio Brandelo bị bắt giữ.", "Otavio Brandelo"),
    ("Thống Đốc đã từ chức.", ""),
    ("Chợ Holey Artisano bị kết tội lừa đảo.", ""),
    # in a row with people
    ("Hai phi hành gia Butch Wilmore và Sunito Wilyam trở về.", "Butch Wilmore|Sunito Wilyam"),
    # offices in capitals, and peoples, between title and name
    ("Bộ trưởng Nội Vụ Gérald Darmani từ chối.", "Gérald Darmani"),
    ("Thủ lĩnh người Kurd Mazlo Abdin tới Damascus.", "Mazlo Abdin"),
    ("Lãnh đạo vùng ly khai Abkhazia Astamur Gerzmo ký sắc lệnh.", "Astamur Gerzmo"),
    # no titles: "khủng bố", "phụ nữ"
    ("Lực lượng chống khủng bố Densus 88 bắt bốn người.", ""),
    ("Nhiều phụ nữ Yazidi được cứu.", ""),
    ("Sultan Haitham bin Tariq tới Riyadh.", "Haitham bin Tariq"),
    # no names
    ("Lãnh đạo Giấc Mơ Gruzia bác bỏ cáo buộc.", ""),
    ("Hội đồng Chống Rửa tiền họp.", ""),
    ("Tin Cuba: Thả thêm 27 tù nhân.", ""),
    ("Biểu tình Gen Z lan rộng.", ""),
    ("Thủ tướng Y. Xin-oa-trả tới thăm.", "Y. Xin-oa-trả"),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_people_that_their_surroundings_tell(sentence, people):
    assert values(sentence, "vi", "person") == [name for name in people.split("|") if name]
