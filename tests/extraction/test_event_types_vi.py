from __future__ import annotations

import pytest

from events.extraction import event_types
from tests.extraction.type_cases import happening, judge, measured, passage

FLOORS = {"develop": (0.97, 0.97), "measure": (0.97, 0.97)}  # accuracy and macro, a little below what was measured


@pytest.mark.parametrize("half", FLOORS)
def test_types_of_invented_headlines_are_right_often_enough(half):
    figures = measured("vi", half)
    accuracy, macro = FLOORS[half]
    assert figures.share("type") >= accuracy, "\n".join(figures.wrong)
    assert figures.macro >= macro


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad bác bỏ tin gửi quân tới Libya", "REJECT"),
        ("Thủ tướng Peru sẽ thăm Chile", "AGREE"),
        ("Kuwait sẽ không tham dự hội nghị tại Oman", "REJECT"),
        ("Lũ lụt tại Bangladesh làm 40 người chết", "-"),
        ("Đan Mạch quyết định điều tàu chiến tới Greenland", "MOBILIZE"),
        ("Serbia sẽ đóng cửa biên giới với Kosovo nếu còn nổ súng", "THREATEN"),
    ],
)
def test_negation_plans_conditions_and_nature_change_the_type(text, kind):
    assert judge(text, "vi")["type"] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Áo nổi đóa vì lời của đại sứ Hungary", "ACCUSE"),
        ("Peru ra đòn thuế với đồng Chile", "SANCTION"),
        ("Malta chìa tay với Libya", "AGREE"),
        ("Oman mở hầu bao giúp Yemen", "AID"),
        ("Kenya ngáng đường Somalia vào khối Đông Phi", "REJECT"),
    ],
)
def test_headlines_idioms_are_acts(text, kind):
    assert judge(text, "vi")["type"] == kind


def test_old_and_new_tone_placement_are_read_alike():
    assert (
        judge("Malta huỷ chuyến thăm Síp", "vi")["type"] == judge("Malta hủy chuyến thăm Síp", "vi")["type"] == "REJECT"
    )


def test_evidence_is_the_words_of_the_act():
    text = "Hungary phủ quyết tuyên bố về Gruzia"
    reading = happening(text, language="vi")
    assert reading.evidence.of(text) == "phủ quyết"
    assert [text[m.start : m.end] for m in reading.actor_evidence] == ["Hungary"]


def test_a_verb_after_a_classifier_is_a_noun_and_yields_to_the_main_verb():
    assert judge("Pháp lên án vụ tấn công đại sứ quán tại Mali", "vi")["type"] == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru mở vòng thương thuyết với Chile", "CONSULT"),
        ("Tàu cá Malta trúng hỏa tiễn ngoài khơi Libya", "ASSAULT"),
        ("Chính quyền Lima nhốt ba ký giả Bolivia", "COERCE"),
        ("Oman và Yemen đổi 12 tù binh lấy hài cốt", "COOPERATE"),
        ("Kenya rộng cửa cho thủy thủ Somalia", "CONCEDE"),
        ("Ghana gởi thêm quân lên vùng biên giới Togo", "MOBILIZE"),
        ("Fiji hăm bỏ hiệp ước với Samoa", "THREATEN"),
        ("Tòa thị chính Quito bị tiểu thương ném trứng", "PROTEST"),
        ("Áo đóng băng trương mục của nhà buôn Serbia", "SANCTION"),
        ("Na Uy gởi thuốc men cho Malawi", "AID"),
        ("Thủ tướng Tonga quy lỗi cho Samoa", "ACCUSE"),
        ("Đài Bắc đính chính: chưa hề mua tàu", "REJECT"),
    ],
)
def test_words_of_newspapers_abroad_tell_the_type_by_the_rules_alone(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


def test_what_a_headline_only_asks_is_not_what_happened():
    assert event_types.by_rules(passage("Lào trục xuất ngư dân Nauru? Vientiane cải chính", language="vi")) == "REJECT"
    assert event_types.by_rules(passage("Chile to leave pact? Lima rejects rumour")) == "REJECT"


def test_giving_an_order_is_no_order_given():
    assert event_types.by_rules(passage("Tòa án Lima ra lệnh tạm giam chủ tàu Chile", language="vi")) == "COERCE"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sinh viên Lima đi bộ hai ngày phản đối dự luật", "PROTEST"),
        ("Thủ tướng Malta phản đối phát biểu của Peru", "ACCUSE"),
        ("Vận động viên Chile xin lỗi Peru", "CONCEDE"),
        ("Bộ trưởng Ghana nộp đơn xin thôi chức", "RETREAT"),
        ("Nhận lời mời của Thủ tướng Lào, Tổng thống Malta thăm Vientiane", "CONSULT"),
        ("Oman gọi đại sứ tại Lima về", "SANCTION"),
        ("Chile thôi bán than cho Peru", "SANCTION"),
        ("Bà Silva gọi điện chúc mừng tân Tổng thống Chile", "SUPPORT"),
    ],
)
def test_words_that_hold_a_cue_hide_it_and_crowds_protest(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tòa án Chile đình chỉ lệnh cấm khăn trùm", "CONCEDE"),
        ("Thợ may Lima tạm dừng bãi công, chờ chủ trả lời", "CONCEDE"),
        ("Peru và Chile hoãn ký hiệp định nghề cá", "REJECT"),
        ("Tình trạng khẩn cấp kết thúc ở Malta", "CONCEDE"),
        ("Tổng thống Malta kết thúc chuyến thăm Oman", "CONSULT"),
        ("Peru ngừng thương lượng với Chile", "SANCTION"),
    ],
)
def test_what_is_put_off_or_over_is_turned_round(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tàu tuần duyên Oman sẽ tiếp tục cảnh báo thuyền lạ", "THREATEN"),
        ("Tổng thống Peru ra lệnh cho quân đội ngừng bắn với du kích", "RETREAT"),
        ("Thị trưởng Lima bị các thợ mỏ đình công bắt cóc", "ASSAULT"),
        ("Tổng thống Malta bị các sĩ quan binh biến bắt giữ", "COERCE"),
        ("Kẻ cầm đầu lực lượng đảo chính thăm Malta", "CONSULT"),
    ],
)
def test_a_verb_that_carries_another_and_people_named_after_a_deed_are_not_the_act(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Đại sứ Malta bày tỏ lo ngại về tình hình ở Lima, kêu gọi hai bên bình tĩnh.", "ACCUSE REQUEST"),
        ("Chỉ vài giờ sau, Thủ tướng Peru bác bỏ lời kết luận ấy.", "REJECT"),
        ("Chỉ hai ngày sau vụ nổ ở Lima, Chile trục xuất đại sứ Oman.", "SANCTION"),
        ("Peru hoãn bầu cử, sau khi bị khối Bắc Âu (NB8) cáo buộc gian lận.", "REJECT"),
        ("Chính phủ Malta ngày 10/8 bắt ba nhà báo Oman.", "COERCE"),
    ],
)
def test_a_clause_ends_at_a_comma_before_a_verb_and_a_date_counts_nothing(text, kind):
    _, acts = passage(text, language="vi")[0]
    firm = [act.type for act in acts if act.grade >= 2.5]
    assert list(dict.fromkeys(firm)) == kind.split()


def test_a_comma_parts_two_words_that_together_were_a_cue():
    _, acts = passage("Dân Lima đình công, nhận tiền thưởng", language="vi")[0]
    assert [act.type for act in acts] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40 học sinh Peru bị bắt cóc được trả tự do", "RETREAT"),
        ("Thêm 200 cảnh sát Chile bay sang Lima", "MOBILIZE"),
        ("30 bác sĩ Chile đã tới Lima", "AID"),
        ("Tổng thống Chile đã tới Lima", "CONSULT"),
    ],
)
def test_who_comes_and_what_is_only_told_of_them_decides(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind
