"""Round-ups in the shapes that agencies, portals and newsletters print: which lines open items, and which end them."""

import datetime

import pytest

from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, read_text, set_aside

CURRENT = """Current events

May 9, 2024 (2024-05-09) (Thursday)

Armed conflicts and attacks


  • Kivu conflict
      □ Two shells hit a school in Sake, North Kivu, Democratic Republic of the
        Congo, killing three people. The army blames M23 rebels. (AFP via
        Actualite.cd)
  • Insurgency in Balochistan
      □ Gunmen kidnap five road workers on their way home from a village close to
        Turbat, Balochistan, Pakistan, and burn two lorries. (Dawn)

Business and economy


  • Uzbekistan and Qatar agree to build a power station near the southern town
    of Termez by 2027. (Gazeta.uz)

May 8, 2024 (2024-05-08) (Wednesday)

Politics and elections


  • Togo–Ghana relations
      □ Togo and Ghana reopen a crossing at Aflao for traders, closed for nearly
        two years after a row over cattle. (Ghana News Agency) (Togo Presse)
  • Tuvalu's parliament elects a new speaker by a majority of three votes. (RNZ)
"""


def test_points_of_a_nested_list_go_on_right_below_their_text():
    extraction = read_text(CURRENT, uploaded_on=datetime.date(2024, 5, 12))
    ends = [" ".join(event.text.split()).rstrip(".").rsplit(" ", 1)[-1] for event in extraction.events]
    assert ends == ["rebels", "lorries", "2027", "cattle", "votes"]
    assert [event.date.day for event in extraction.events] == [9, 9, 9, 8, 8]
    assert [event.agencies for event in extraction.events][3] == ("GNA", "Togo Presse")
    assert_tiled(extraction)


FACTBOX = """FACTBOX-Security developments in Somalia, May 3

May 3 (Reuters) - Following are security developments in Somalia at 1400 GMT on Tuesday:

* denotes a new item.

* BAIDOA - Gunmen killed a district judge and his driver on the road to the airport, police said.

KISMAYU - Kenyan soldiers fired at a boat which did not stop, killing two fishermen, residents said.

* MOGADISHU - A car bomb wounded nine people near the parliament, an ambulance service said.

JOWHAR - Militants seized a lorry with food aid on Monday, an official said. The driver is missing.

GALKAYO - Elders from two clans signed a ceasefire after a week of fighting, state radio said.
"""


def test_a_star_may_only_say_which_items_are_new():
    extraction = read_text(FACTBOX)
    told = [event.text.rstrip(".").rsplit(" ", 1)[-1] for event in extraction.events]
    assert told == ["said", "said", "said", "missing", "said"]
    assert len(set_aside(extraction, Reason.SUMMARY)) == 1
    assert set_aside(extraction, Reason.WIDGET) == ["* denotes a new item."]


DESK = """Top news items of leading Ethiopian media outlets

-- Ethiopia, Djibouti agree to open a joint customs post at Galafi by September. (The Ethiopian Herald)

-- Federal High Court sentences two former officials of the sugar corporation to nine years in prison. (The Reporter)

-- Egyptian lawmakers will be shown around the site of the Grand Renaissance Dam on Friday.{0}
"""


@pytest.mark.parametrize("tail", [" (Addis Fortune) Endit", " (Addis Fortune) Enditem", " (Addis Fortune) ENDS"])
def test_a_desks_end_mark_is_no_part_of_the_last_item(tail):
    extraction = read_text(DESK.format(tail))
    assert len(extraction.events) == 3
    assert extraction.events[-1].text.endswith("on Friday.")
    assert extraction.events[-1].agencies == ("Addis Fortune",)


@pytest.mark.parametrize("tail", [" The queue has no End.", " It ends", " So says a report by Friends"])
def test_words_that_end_a_sentence_are_no_end_mark(tail):
    assert read_text(DESK.format(tail)).events[-1].text.endswith(tail.strip())


BARE = """THẾ GIỚI 24H: Peru thay ngoại trưởng

Tổng thống Peru ngày 21/3 bổ nhiệm một ngoại trưởng mới, người thứ ba trong vòng một năm qua.

Bộ Quốc phòng Estonia ngày 21/3 cho biết đoàn xe bọc thép đầu tiên của NATO đã tới căn cứ Tapa. (XEM CHI TIẾT)

Tổng thống Kenya ký sắc lệnh tuyên bố tình trạng thảm họa quốc gia do hạn hán kéo dài. (Xem ảnh)

Cảnh sát Belarus bắt giữ 18 người tham gia cuộc tuần hành phản đối thuế thất nghiệp ở Minsk.
"""


def test_a_button_in_brackets_is_no_part_of_an_item():
    extraction = read_text(BARE)
    assert len(extraction.events) == 4
    assert [event.text[-9:] for event in extraction.events[1:3]] == [" cứ Tapa.", " kéo dài."]


IN_PICTURES = """Thế giới 7 ngày: Togo bầu cử, Chile cháy rừng

VOV.VN - Bầu cử ở Togo, cháy rừng tại Chile, Malta bầu thủ tướng mới...

Ngày 12/4, Togo tuyên bố hoãn cuộc bầu cử Quốc hội sang tháng sau. (Ảnh: AFP). Phe đối lập gọi đây là một bước lùi.

Trước đó, ngày 9/4, hàng nghìn người dân nước này tập trung tại thủ đô Lome để đòi bầu cử đúng hạn. (Ảnh: EPA)

Nghị viện Malta ngày 11/4 bầu bà Maria Borg làm Thủ tướng với 174 phiếu thuận (Ảnh: Reuters). {0}

Cháy rừng tại vùng Valparaiso của Chile trong các ngày 11-13/4 đã thiêu rụi hơn 600 ngôi nhà. (Ảnh: AP)

Tổng thống Tunisia ngày 14/4 tiếp Đặc phái viên Liên minh châu Phi tại thủ đô Tunis để bàn về Libya. (Ảnh: TAP)./.
"""


def test_paragraphs_with_pictures_of_their_own_are_items_without_the_credits():
    extraction = read_text(IN_PICTURES.format("Phe đối lập đã bỏ ra ngoài trước khi cuộc bỏ phiếu diễn ra."))
    assert [event.text[:14] for event in extraction.events] == [
        "Ngày 12/4, Tog", "Nghị viện Malt", "Cháy rừng tại ", "Tổng thống Tun",
    ]  # fmt: skip
    assert not any("Ảnh" in event.text for event in extraction.events)
    assert extraction.events[0].text.endswith("đúng hạn.")
    assert extraction.events[1].text.endswith("diễn ra.")
    assert_tiled(extraction)


def test_an_article_keeps_the_captions_of_its_pictures():
    story = "Togo hoãn bầu cử\n\n" + "".join(
        f"Tổng thống Togo ngày {day}/4 nói chính phủ cần thêm thời gian để lập danh sách cử tri ở phía bắc.\n\n"
        f"Một hàng người chờ trước điểm đăng ký cử tri ở thủ đô Lome trong một buổi sáng nhiều nắng. (Ảnh: AFP)\n\n"
        f"Phe đối lập ngày {day}/4 gọi quyết định này là một bước lùi và kêu gọi biểu tình trước dinh Tổng thống.\n\n"
        for day in range(3, 7)
    )
    assert not any("nhiều nắng" in event.text for event in read_text(story).events)


LABELLED = """Thêm một thị trấn ở Kordofan đổi chủ

GD&TĐ - Giao tranh ở Sudan bước sang ngày thứ 700 với nhiều diễn biến đáng chú ý.

Bắc Kordofan: Lực lượng RSF tuyên bố đã giành quyền kiểm soát thị trấn Bara sau hai ngày giao tranh.
Người phát ngôn quân đội bác bỏ thông tin và nói binh sĩ chỉ rút về ngoại vi.

Bắc Darfur: Ít nhất 17 người thiệt mạng khi một đoàn xe chở lương thực trúng pháo ở gần El Fasher.

Khartoum: Sân bay quốc tế bị 3 máy bay không người lái tấn công rạng sáng 16/10. Không có thương vong.

Biên giới Chad: Quân đội Chad triển khai thêm 600 binh sĩ tới thị trấn Tiné sau một vụ pháo kích.

Ngoại giao
Anh công bố gói viện trợ mới trị giá 36 triệu bảng cho người tị nạn Sudan.
Ai Cập kêu gọi các nước ngừng đưa vũ khí vào Sudan trong một tuyên bố ngày 15/10.

Đừng bỏ lỡ

Thầy giáo vùng cao đóng thư viện từ gỗ thừa

GD&TĐ - Suốt bốn năm, thầy tự tay đóng hơn 60 giá sách tặng các điểm trường lẻ.
"""


def test_places_in_front_of_items_need_not_be_known():
    extraction = read_text(LABELLED)
    assert [event.text.split()[0] for event in extraction.events] == ["Bắc", "Bắc", "Khartoum:", "Biên", "Anh", "Ai"]
    assert extraction.events[0].text.endswith("ngoại vi.")
    assert set_aside(extraction, Reason.TEASER) == [
        "GD&TĐ - Suốt bốn năm, thầy tự tay đóng hơn 60 giá sách tặng các điểm trường lẻ."
    ]
    assert_tiled(extraction)


def test_questions_and_answers_are_no_places():
    talk = "".join(
        f"Hỏi: Vòng đàm phán thứ {number} giữa Nga và Ukraine có kết quả gì?\n\n"
        f"Đáp: Nga và Ukraine vẫn còn bất đồng lớn sau vòng đàm phán thứ {number} ở Istanbul.\n\n"
        for number in range(1, 5)
    )
    extraction = read_text(f"Hỏi đáp về đàm phán Nga - Ukraine\n\n{talk}")
    assert len(extraction.events) < 3


NEWSLETTER = """The Daily Wire

1. Libya shipwrecks
At least 239 people are feared dead after two boats went down off Libya, survivors said on Wednesday.
2. Mosul battle
Iraqi forces pushed into the eastern edge of Mosul on Tuesday and met suicide bombers there.
3. Seoul scandal
South Korea's president named a new prime minister on Wednesday, and the opposition refused to hear him.
4. Brexit ruling
London's High Court rules today whether Britain may leave the European Union without a vote of lawmakers.
Breakfast Browse
A bartender in Chicago has poured free drinks for every customer over 80 since the last out.
Take a breather
A film of fog which rolls over the Faroe Islands for a whole day.
"""


def test_boxes_below_a_newsletters_last_item_are_no_part_of_it():
    extraction = read_text(NEWSLETTER)
    assert len(extraction.events) == 4
    assert extraction.events[-1].text.endswith("without a vote of lawmakers.")


PRESS = """PRESS DIGEST - Bulgaria - Sept 23

-- Bulgaria will send 300 more soldiers to its border with Turkey, the defence minister said (Trud, 24 Chasa)

TRUD - Foreign Minister Daniel Mitov met Moldova's premier in Chisinau and offered him advice on talks with lenders.

-- Employers have warned that they will stop paying into a national wage fund over the minimum salary (Sega, Trud)

-- Most Bulgarians do not plan to vote in the local elections in October, a survey showed. (24 Chasa, Duma

-- CSKA Sofia beat Vereya 3-0 to reach the last 16 of the Bulgarian Cup (24 Chasa, Duma) ($1 = 1.7562 leva)
"""


def test_papers_stand_in_front_or_behind_and_rates_of_money_belong_to_no_item():
    extraction = read_text(PRESS)
    words = ["Bulgaria", "Foreign", "Employers", "Most", "CSKA"]
    assert [event.text.removeprefix("TRUD - ").split()[0] for event in extraction.events] == words
    assert extraction.events[3].text.endswith("a survey showed.")
    assert extraction.events[4].text.endswith("the Bulgarian Cup")
    assert "24 Chasa" in extraction.events[3].agencies


MARKET = """SINGAPORE, Aug 15 Brent crude held above $110 a barrel on Thursday on worries over supply from Africa.
FUNDAMENTALS
* Guards who have blockaded Libya's ports rejected a government ultimatum to leave, a spokesman said on Wednesday.
* At least 278 people were killed in Egypt on Wednesday when security forces crushed protest camps.
MARKETS NEWS
* Iraq's oil minister told Turkey on Tuesday to stop receiving crude trucked from the Kurdish region.
DATA/EVENTS
* The following data is expected on Thursday: (Time in GMT)
- 0830 Britain Retail sales
"""


def test_a_markets_lead_and_its_calendar_are_no_items():
    extraction = read_text(MARKET)
    assert [event.text.split()[0] for event in extraction.events] == ["Guards", "At", "Iraq's"]
    assert not any("Retail" in event.text or "Brent" in event.text for event in extraction.events)
