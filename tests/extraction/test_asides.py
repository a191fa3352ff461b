"""What digests add below their items, and lists of what they hold above them."""

from events.extraction.records import Reason

from .reading import assert_tiled, read_text, set_aside

CAPSULES = """Current affairs: 14 May 2021

1. Bahrain and Israel agree on direct flights.
Bahrain and Israel signed an agreement on direct flights between Manama and Tel Aviv.
About Bahrain
The kingdom is an island state in the Gulf. Its capital is Manama. 2. Fiji reports a second wave of the virus.
Fiji has recorded 50 new cases in Suva and closed its schools for two weeks.
About Fiji
Fiji is a country in the South Pacific. Its currency is the Fijian dollar.
3. Spain bans the hunting of wolves.
The government in Madrid placed the wolf on the list of protected species on Tuesday.
About Spain
Spain is a monarchy in southern Europe.
"""

WEEKLY = """Maritime weekly

Pirates board a tanker off Benin
Armed men boarded a Maltese tanker south of Cotonou and took three of its crew ashore.
MW Analysis: The attack suggests that groups from the delta have larger boats.

Iran seizes a dhow in the Strait of Hormuz
The Revolutionary Guards stopped a dhow that carried fuel to Oman and arrested seven sailors.
MW Analysis: Smuggling will go on while prices differ so much.

Malaysia frees fishermen from Vietnam
Malaysia released 24 fishermen who had been held at Kuala Terengganu since January.
"""

LISTED = """Tin Thế Giới
- Nga bắt giữ 3 tàu cá Nhật gần quần đảo Kuril
- Venezuela trục xuất đại sứ Đức
- Algeria hoãn bầu cử tổng thống
MOSCOW - Lực lượng biên phòng Nga bắt giữ 3 tàu đánh cá của Nhật gần quần đảo Kuril để điều tra.
CARACAS - Chính phủ Venezuela ra lệnh cho Đại Sứ Đức rời khỏi nước này trong 48 giờ.
ALGIERS - Tổng Thống Algeria tuyên bố hoãn cuộc bầu cử sau nhiều tuần lễ biểu tình.
"""


def test_boxes_of_facts_below_items_are_none_and_a_number_behind_a_sentence_opens_the_next():
    extraction = read_text(CAPSULES)
    assert [event.text.split()[0] for event in extraction.events] == ["Bahrain", "Fiji", "Spain"]
    assert {"About Bahrain", "About Fiji", "About Spain"} <= {
        line for said in set_aside(extraction, Reason.BACKGROUND) for line in said.split("\n")
    }
    assert_tiled(extraction)


def test_one_such_line_is_no_box():
    once = CAPSULES.replace("About Fiji\n", "").replace("About Spain\n", "")
    assert any("South Pacific" in event.text for event in read_text(once).events)


def test_an_analysis_below_each_report_is_no_part_of_it():
    events = read_text(WEEKLY).events
    assert [event.text.split()[0] for event in events] == ["Pirates", "Iran", "Malaysia"]
    assert not any("Analysis" in event.text for event in events)


def test_a_list_of_headlines_right_above_items_with_their_places_is_no_item():
    assert [event.text.split()[0] for event in read_text(LISTED).events] == ["Lực", "Chính", "Tổng"]


def test_a_page_of_marks_without_width_holds_nothing():
    assert read_text("\ufeff\ufeff\ufeff").events == ()
