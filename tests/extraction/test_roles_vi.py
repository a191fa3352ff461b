from __future__ import annotations

import pytest

from tests.extraction.type_cases import judge, measured


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_roles_of_invented_headlines_are_right_often_enough(half):
    figures = measured("vi", half)
    assert figures.share("actor") >= 0.95, "\n".join(figures.wrong)
    assert figures.share("recipient") >= 0.94, "\n".join(figures.wrong)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Latvia bị Belarus lên án vì đóng cửa khẩu", "BY", "LV"),
        ("Thủ tướng Lào được Nhật Bản mời dự hội nghị", "JP", "LA"),
        ("Tại Vienna, Serbia và Síp ký thỏa thuận", "RS", "CY"),
        ("Trong cuộc gặp với Đại sứ Anh, Thủ tướng Malta chỉ trích Libya", "MT", "LY"),
        ("Ông Macron cảnh báo Niger", "FR", "NE"),
        ("Thủ tướng Malta được Quốc vương Tonga tiếp", "MT", "TO"),
        ("Ngoại trưởng Lào được Thủ tướng Malta đón tại Valletta", "LA", "MT"),
    ],
)
def test_who_does_it_to_whom_follows_the_grammar(text, actor, recipient):
    said = judge(text, "vi")
    assert (said["actor"], said["recipient"]) == (actor, recipient)


def test_nobody_acts_where_nothing_is_done():
    said = judge("Tỷ lệ thất nghiệp tại Bồ Đào Nha tăng lên 8%", "vi")
    assert (said["type"], said["actor"], said["recipient"]) == ("-", "-", "-")
