"""Where a page's items have their credits."""

from tests.extraction.reading import read_text

PAGE = """Today's Briefing

Japan to Build Wall

Japan's government will spend $500 million to freeze the ground around the plant (Reuters) and stop the leaks.

Strike Called Off in Karachi

Traders called off a three-day strike (Dawn) after the government of Pakistan promised more police on Tuesday.

Peru Bars Contacts

Peru's justice minister ordered groups to obtain permission before meeting diplomats (AFP), a step they refused.

Kenya Sets Date

Kenya's electoral commission (IEBC) said on Tuesday that the vote would be held on September 20 (Mail & Guardian).
"""


def test_a_word_in_brackets_amid_a_text_is_a_paper_where_others_have_theirs():
    assert [event.agencies for event in read_text(PAGE).events] == [
        ("Reuters",),
        ("Dawn",),
        ("AFP",),
        ("Mail & Guardian",),
    ]


def test_a_name_with_its_place_and_day_is_known_by_its_place():
    page = (
        "- Kenya jailed two ministers on Sunday. (AFP)\n- Peru closed two ports on Sunday. (Reuters)\n"
        "- Rwanda jailed two reporters on Sunday. (Zilo, Paris, 9 February 2011)\n"
    )
    assert [event.agencies for event in read_text(page).events] == [("AFP",), ("Reuters",), ("Zilo",)]


def test_a_credit_on_a_line_of_its_own_is_no_headline_of_the_next():
    told = (
        ("Kenya: Ngày 17-10, Ủy ban bầu cử Kenya công bố danh sách ứng viên tổng thống.", "RIA Novosti"),
        ("Peru: Chính phủ Peru ngày 17-10 đóng cửa hai cảng sau khi bão nhấn chìm chín thuyền.", "TTXVN"),
        ("Fiji: Cảnh sát Fiji bắt giữ mười hai người trong vụ buôn ma túy ở thủ đô Suva.", "Tân Hoa xã"),
        ("Chad: Tòa án Chad trả tự do cho một lãnh đạo đối lập sau tám tháng giam giữ.", "BBC"),
    )
    page = "".join(f"{words}\n\n(Theo {name})\n\n" for words, name in told)
    assert [event.agencies for event in read_text(page).events] == [("RIA Novosti",), ("VNA",), ("Xinhua",), ("BBC",)]
