"""Which act of a Vietnamese sentence the rules take for its main one, and which words are firm acts at all."""

from __future__ import annotations

import pytest

from events.extraction import event_types
from tests.extraction.type_cases import passage


def by_rules(text: str) -> str:
    """The type the rules alone give a headline, or a sentence with its full stop."""
    title = not text.endswith(".")
    return event_types.by_rules(passage(text if title else "", "" if title else text, language="vi"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Áo giúp Malta xây lại bến cảng", "AID"),
        ("Áo gửi bốn kỹ sư giúp Malta xây lại bến cảng.", "AID"),
        ("Togo nhờ Benin can thiệp", "REQUEST"),
        ("Oman cho phép tàu Kenya cập cảng.", "CONCEDE"),
        ("Chile để ngỏ khả năng gặp Bolivia.", "AGREE"),
        ("Chile để ngỏ khả năng áp thuế hàng Bolivia.", "THREATEN"),
        ("Litva buộc hai tùy viên Belarus về nước", "SANCTION"),
    ],
)
def test_small_words_behind_the_subject_are_its_verb(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Người phát ngôn của Malta cho hay bến cảng đã mở lại.", "CONCEDE"),
        ("Peru kết thúc đợt kiểm tra cho tàu cá.", "-"),
        ("Phe đối lập Togo họp với các nhóm trẻ.", "CONSULT"),
        ("Kenya chấp nhận đề nghị của Oman.", "AGREE"),
    ],
)
def test_parts_of_longer_words_are_no_verbs(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Giới trẻ Malta phong tỏa cầu cảng", "PROTEST"),
        ("Hải quân Malta phong tỏa cầu cảng", "COERCE"),
        ("Biển người ở Lima đòi tổng thống ra đi", "PROTEST"),
        ("Ngoại trưởng Peru đòi Chile xin lỗi", "REQUEST"),
    ],
)
def test_crowds_protest_where_governments_demand_and_seize(text, kind):
    assert by_rules(text) == kind


def test_a_drill_of_two_countries_is_done_together():
    assert by_rules("Malta và Ý tập trận") == "COOPERATE"
    assert by_rules("Malta tập trận gần Ý") == "MOBILIZE"


def test_those_once_seized_are_told_of_by_the_verb_that_follows():
    assert by_rules("Ba ngư dân Togo bị bắt ở Benin đã được thả") == "RETREAT"
    assert by_rules("Ba ngư dân Togo bị bắt ở Benin") == "COERCE"


def test_a_concern_that_is_voiced_leads_to_what_is_asked_for():
    assert by_rules("Liên Hợp Quốc bày tỏ lo ngại về Togo, kêu gọi các bên kiềm chế.") == "REQUEST"
    assert by_rules("Liên Hợp Quốc bày tỏ lo ngại về Togo.") == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Áo tỏ lòng hối hận với Malta", "CONCEDE"),
        ("Togo nộp thêm ba khẩu pháo, Benin dời việc phê chuẩn hiệp ước", "REJECT"),
        ("Du kích Togo giao nộp xe tăng và súng cối.", "RETREAT"),
        ("Malta giao cho Ý một nghi can đốt tàu.", "COOPERATE"),
        ("Đan Mạch đưa mười tàu dầu Nga vào diện cấm", "SANCTION"),
        ("Kenya rải mìn xuống cửa vịnh Somalia.", "ASSAULT"),
        ("Tin tặc đột nhập máy chủ của Bộ Tài chính Fiji", "COERCE"),
        ("Togo khai hỏa hai quả đạn ra biển.", "MOBILIZE"),
        ("Giá ca cao tấn công mốc mới ở Ghana", "-"),
    ],
)
def test_newspapers_turns_of_phrase_are_acts(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Lima gọi vụ phóng là "trò nghịch dại"', "ACCUSE"),
        ('Lima gọi Quito là "người bạn tốt"', "-"),
        ("Hiệp định nghề cá giữa Ý và Malta được ký sáng nay.", "SUPPORT"),
        ("Linh mục Malta lên máy bay sang Togo", "-"),
        ("Quỹ đầu tư Tonga có giám đốc mới", "-"),
        ("Bolivia đưa quân vào mỏ? La Paz: không có chuyện đó", "REJECT"),
        ("Công tố viên Togo đề nghị án 12 năm tù cho cựu bộ trưởng.", "ACCUSE"),
        ("Biên giới Togo - Benin bị đóng cửa.", "SANCTION"),
        ("Chuyến thăm Malta của thủ tướng Ý bị hủy.", "REJECT"),
        ("Xuất khẩu của Chile sang Peru tăng gấp đôi.", "-"),
    ],
)
def test_names_in_quotes_sides_of_a_pact_and_longer_words_are_told_apart(text, kind):
    assert by_rules(text) == kind


def firm(text):
    """The types of the acts told firmly, in order, each once."""
    _, acts = passage(text, language="vi")[0]
    return list(dict.fromkeys(act.type for act in acts if act.grade >= 2.5))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tổng thống đắc cử Peru cảm ơn Chile", "SUPPORT"),  # an office, not an election
        ("Oman cho biết các bác sĩ thiếu tiền", ""),  # who "cho biết" gives nothing
        ("Đội bóng bàn Malta thua", "NONE"),
        ("Kẻ tấn công ga Lima bị bắt", "COERCE"),
        ("Chad chuẩn bị tấn công Lima", "THREATEN"),  # nobody has been attacked
        ("Quân Chad ngừng bắn", "RETREAT"),
        ("Peru nói không ai bị thương", ""),
        ("Peru nói không với thuế mới", "REJECT"),
        ("Malta hôm qua bác bỏ kế hoạch", "REJECT"),
        ("Peru trưng cầu dân ý về hiến pháp", "NONE"),
        ("Ả Rập Xê Út sẽ miễn học phí cho trẻ em Yemen", "AGREE"),
    ],
)
def test_words_inside_other_words_name_no_act(text, kinds):
    assert firm(text) == kinds.split()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ông Cruz của Peru, người bị Chile bắt năm ngoái, cảm ơn Malta", "SUPPORT"),
        ("Tổng thống Peru, đang thăm Chile, lên án Malta", "ACCUSE"),
        ("Chile, nước có hai công dân bị giam, kêu gọi Peru bình tĩnh", "REQUEST"),
        ("Liên minh do Chile lãnh đạo ném bom Lima", "ASSAULT"),
        ("Malta nhận 20 người bị Chile trục xuất", ""),
        ("Pháo binh Chad kéo về biên giới và lập chốt mới", "MOBILIZE"),
        ("Nếu Peru còn bắn thì Chile sẽ tấn công Lima", "THREATEN"),
        ("Chính phủ Oman cho phép bán lại rượu", "CONCEDE"),
        ("Chile đang giúp 800 gia đình Peru", "AID"),
        ("Luật mới của Chile bị chê là chỉ giúp người giàu", "ACCUSE"),
    ],
)
def test_what_only_tells_more_of_somebody_is_not_the_act(text, kinds):
    assert firm(text) == kinds.split()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tổng thống Chile ký sắc lệnh cấm xuất khẩu than sang Peru", "SANCTION"),
        ("Tổng thống Chile ký lệnh ân xá 20 tù nhân", "CONCEDE"),
        ("Quốc hội Peru bỏ phiếu phế truất tổng thống", "COERCE"),
        ("Chile thông báo sẽ rút quân khỏi Peru", "CONCEDE"),
        ("Chile phê chuẩn hiệp định với Peru", "SUPPORT"),
        ("Chile hoãn ba tuần các biện pháp trừng phạt Peru", "CONCEDE"),
        ("Đảng đối lập Peru chấm dứt hai năm tẩy chay quốc hội", "CONCEDE"),
    ],
)
def test_what_is_decreed_announced_or_ended_is_the_act(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hải quân Chile và Peru diễn tập cứu nạn", "COOPERATE"),
        ("Hải quân Chile diễn tập cứu nạn", "MOBILIZE"),
        ("Biển người ở Lima đòi bầu cử sớm", "PROTEST"),
        ("Hàng nghìn nông dân Peru phản đối thuế", "PROTEST"),
        ("Peru cho 20 sinh viên Chile cư trú, sứ quán Oman phản đối", "ACCUSE"),
        ("Tàu vũ trụ của Ấn Độ lên đường tới Mặt Trăng", "-"),
        ("Ấn Độ đưa vệ tinh do thám quân sự lên quỹ đạo, điều tàu chiến tới biển Ả Rập", "MOBILIZE"),
        ("Công nhân xe buýt Lima xuống đường", "PROTEST"),
    ],
)
def test_who_acts_together_and_where_changes_the_type(text, kind):
    found = passage(text, language="vi")[0][1]
    assert kind in {"-" if act.type == "NONE" else act.type for act in found if act.grade >= 2}
    assert kind == "-" or event_types.by_rules(passage(text, language="vi")) in (kind, "-")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bộ Quốc phòng Chile nói quân đội Peru đã bắn súng cối vào hai chốt", "ACCUSE"),
        ("Malta kết luận Ý bắt giữ ngư dân của mình", "ACCUSE"),
        ("Chile nói Peru sẽ tấn công", "THREATEN"),
        ("Đáp lại, Chile gọi lời tố cáo là vô lý", "REJECT"),
    ],
)
def test_what_one_party_says_that_another_did_is_blame(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru ban bố tình trạng khẩn cấp vì lũ ở Cusco", "-"),
        ("Peru ban bố tình trạng khẩn cấp vì biểu tình", "COERCE"),
        ("Tổng thống Peru cách chức hai thị trưởng", "SANCTION"),
        ("Oman đình chỉ hợp đồng khí đốt với Yemen", "SANCTION"),
        ("Malta giữ hai nghi phạm", "COERCE"),
        ("Áo giao hai chiếc xe tăng cho Malta", "AID"),
        ("Na Uy góp 20 triệu euro cho trường học ở Malawi", "AID"),
        ("Tòa án Malta bị phóng hỏa trong đêm", "ASSAULT"),
        ("Chile đưa thêm hai tiểu đoàn ra biên giới", "MOBILIZE"),
        ("Peru xin Chile thứ lỗi", "CONCEDE"),
        ("Peru quy cho Chile vụ nổ ở Lima", "ACCUSE"),
        ("Quốc hội Áo đánh đổ dự luật di trú", "REJECT"),
        ("Chad gạt Malta khỏi chương trình chung", "SANCTION"),
    ],
)
def test_common_frames_of_verbs_are_known(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khối Bắc Âu họp khẩn ở Oslo, yêu cầu Malta rút quân", "REQUEST"),
        ("Bộ trưởng bốn nước họp ở Oslo tìm cách cứu ngành cá", "CONSULT"),
        ("Áo trở thành nước đầu tiên phê chuẩn hiệp ước", "SUPPORT"),
        ("Giáo viên Malta hẹn đình công hai ngày", "THREATEN"),
        ("Chile nối lại tập trận gần Peru", "MOBILIZE"),
        ("Chile bắn ba quả đạn pháo ra biển", "MOBILIZE"),
        ("Hội đồng bầu cử Peru bác đơn của Chile", "REJECT"),
        ("Đoàn xe tiếp tế của Chad bị phục kích", "ASSAULT"),
        ("Tòa Malta cho phép tàu cá quay lại", "CONCEDE"),
        ("Xe buýt ở Lima trúng bom", "ASSAULT"),
        ("Nhà báo Peru bị cảnh sát bắt đi", "COERCE"),
        ("Hai giáo viên Chad bị tay súng bắt đi", "ASSAULT"),
        ("Hơn 20.000 người đi bộ qua Lima, phản đối thuế", "PROTEST"),
        ("Hàng trăm người xếp hàng xin thị thực ở Lima", "-"),
    ],
)
def test_what_comes_of_a_meeting_or_to_a_subject_is_the_act(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cố vấn của Thủ tướng Malta về Trung Đông kêu gọi Oman mở cảng.", "REQUEST"),
        ("Ngoại trưởng Malta nói về lệnh cấm vận của Oman.", "-"),
        ("Chile, nước từng thống trị vùng này, ra thông cáo kêu gọi Peru kiềm chế.", "REQUEST"),
        ("Chile gây sốc khi từ chối ghế ủy viên Hội đồng Bảo an.", "REJECT"),
        ("Thủ tướng bị giam giữ Tevita kêu gọi Tonga can thiệp.", "REQUEST"),
        ("Bốn mươi ngư dân bị bắt sau vụ va chạm sẽ được trả tự do trong tuần này.", "CONCEDE"),
        ("Bốn mươi ngư dân bị bắt sau vụ va chạm.", "COERCE"),
        ("Bộ trưởng mới được bổ nhiệm Mateo Vella đã hội kiến Tổng thống Chile.", "CONSULT"),
        ("Phản ứng trước tin trên, Bộ Ngoại giao Chile đòi Peru xin lỗi.", "REQUEST"),
        ("Đang thăm Oman, Thủ tướng Malta lên án Chad.", "ACCUSE"),
        ("Kỷ niệm Quốc khánh, Oman thả 30 phạm nhân", "RETREAT"),
    ],
)
def test_offices_openers_and_what_tells_who_somebody_is_leave_the_act_its_place(text, kind):
    assert event_types.by_rules(passage("", text, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hội đồng Bảo an nhất trí lên án Chad", "ACCUSE"),
        ("Hội đồng Bảo an nhất trí trừng phạt Chad", "SANCTION"),
        ("Chile và Peru nhất trí giảm thuế", "AGREE"),
        ("Chile và Peru nhất trí thúc đẩy hợp tác", "AGREE"),
        ("Khối Bắc Âu họp kín ở Oslo và ra tuyên bố lên án Malta", "ACCUSE"),
        ("Thủ tướng Malta lấy làm tiếc nhưng hứa giúp Chad", "AGREE"),
        ("Dân Malta mang cờ đến cảng, phản đối hãng tàu Chile", "PROTEST"),
        ("Nhân dân Malta ủng hộ Chile", "SUPPORT"),
        ("Nếu Chile cấm các ngân hàng giao dịch thì Peru sẽ trả đũa", "THREATEN"),
        ("Thủ tướng Malta giải tán Quốc hội", "-"),
        ("Tổng thống Chad giải tán Quốc hội", "COERCE"),
        ("Malta khánh thành nhà máy điện gió", "-"),
        ("Malta và Ý khánh thành đường cáp điện", "COOPERATE"),
        ("Chad để ngỏ khả năng rút khỏi hiệp ước", "THREATEN"),
        ("Malta để ngỏ khả năng đàm phán", "AGREE"),
        ("Peru đình chỉ miễn thị thực với Chile", "SANCTION"),
        ("Na Uy chuyển cho Chad 30 máy phát điện", "AID"),
        ("Malta đặt hai tàu tuần duyên trong tình trạng sẵn sàng", "MOBILIZE"),
        ("Malta sẵn sàng đàm phán với Ý", "AGREE"),
        ("Malta chưa trục xuất nhà ngoại giao Nga nào", "REJECT"),
        ("Malta trục xuất hai nhà ngoại giao Nga", "SANCTION"),
        ("Khối Bắc Âu ra tuyên bố chung, lên án Malta", "ACCUSE"),
        ("Malta và Ý ra tuyên bố chung về nghề cá", "SUPPORT"),
        ("Chile xây 90 căn nhà ở Arica, Peru lấy làm tiếc", "ACCUSE"),
        ("Chile lấy làm tiếc vì tàu tuần tra đi lạc", "CONCEDE"),
        ("Thủ tướng Malta triệu tập Hội đồng An ninh", "CONSULT"),
        ("Malta triệu tập đại sứ Ý", "ACCUSE"),
        ("Na Uy đưa tàu khu trục sang Malta", "MOBILIZE"),
        ("Na Uy đưa ba tàu sang giúp Malta", "AID"),
    ],
)
def test_words_beside_a_verb_and_its_subject_tell_which_act_it_is(text, kind):
    assert event_types.by_rules(passage(text, language="vi")) == kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [("Nước sông lên cao chưa từng thấy.", "-"), ("Quân đội tuần tra khắp thủ đô.", "COERCE")],
)
def test_an_emergency_is_natures_where_the_passage_tells_of_a_calamity(body, kind):
    assert event_types.by_rules(passage("Oman ban bố tình trạng khẩn cấp ba tháng", body, language="vi")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hai công binh Lào thiệt mạng khi đang tháo bom cũ.", "-"),
        ("Hai công binh Lào thiệt mạng vì bom của phiến quân.", "ASSAULT"),
        ("Samoa báo động sóng thần trên toàn đảo.", "-"),
        ("Ba Lan đặt quân đội trong tình trạng báo động.", "MOBILIZE"),
        ("Malawi cắt điện luân phiên vì hồ cạn.", "-"),
        ("Quân đội Chad nói đã phá hủy hai trại của phiến quân ở Libya.", "ASSAULT"),
        ("Chad nói Libya đã phá hủy hai trại ở biên giới.", "ACCUSE"),
        ("Fiji gửi công hàm đề nghị Samoa tham vấn.", "REQUEST"),
        ("Fiji gửi công hàm phản đối tới Samoa.", "ACCUSE"),
        ("Giáo hội Peru đón tiếp di dân Venezuela.", "AID"),
        ("Ấn Độ sẽ áp thuế lên thép Nhật Bản.", "SANCTION"),
        ("Dự luật thuế của Peru thất bại tại quốc hội.", "REJECT"),
        ("Tàu chở hàng của Togo nằm lại cảng Suez.", "-"),
        ("Chính phủ Pháp dùng điều 49.3 trong đêm.", "-"),
        ("Giáo viên ở Mary bị buộc đi hái bông.", "COERCE"),
    ],
)
def test_frames_hold_only_what_they_mean(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Litva triệu đại sứ Belarus tới để yêu cầu giải thích về chiếc trực thăng", "ACCUSE"),
        ("Litva triệu đại sứ ở Belarus về nước", "SANCTION"),
        ("Hải quan Bỉ phát hiện ba tấn cocaine trong thùng chuối", "COERCE"),
        ("Bỉ phát hiện hóa thạch khủng long", "-"),
        ("Hải cảnh Indonesia xua đuổi tàu cá Malta", "COERCE"),
        ("Áo cử hai mươi huấn luyện viên sang Malta", "AID"),
        ("Cánh quạt trực thăng chém trúng dây điện", "-"),
        ("Một phà bốc cháy khiến 12 người bị bỏng.", "-"),
        ("Chín người thiệt mạng trong vụ nổ nhà máy pháo hoa ở Peru.", "-"),
        ("Chín người thiệt mạng trong vụ nổ bom ở Peru.", "ASSAULT"),
        ("Bolivia và Chile lập lại quan hệ ngoại giao", "SUPPORT"),
    ],
)
def test_what_is_found_driven_off_or_struck_by_mistake_tells_the_act(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nổ kho đạn ở Malta, bốn người chết", "-"),
        ("Vụ nổ kho pháo hoa ở Peru làm chín người chết.", "-"),
        ("Một người tử nạn sau khi bị cá mập tấn công ở Fiji.", "-"),
        ("Cháy chợ ở Togo, 200 sạp hàng bị thiêu rụi", "-"),
        ("Malta khống chế phần lớn đám cháy rừng", "-"),
        ("Nổ bom ở kho đạn Malta, bốn người chết", "ASSAULT"),
        ("Một người tử nạn sau khi bị phiến quân tấn công ở Mali.", "ASSAULT"),
        ("Phiến quân không kích làng Kidal, 200 căn nhà bị thiêu rụi", "ASSAULT"),
        ("Malta khống chế tàu chở hàng lậu", "COERCE"),
    ],
)
def test_blasts_beasts_and_fires_of_nobodys_making_are_no_attacks(text, kind):
    assert by_rules(text) == kind
