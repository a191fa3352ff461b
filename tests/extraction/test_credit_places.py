"""Where a page's items have their credits."""

import pytest

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


NEWS = (
    (
        "Peru closes border crossing",
        "Peru closed the Desaguadero crossing on Tuesday after drivers burned tyres there.",
    ),
    (
        "Kenyan court frees union leaders",
        "A court in Mombasa on Monday released four leaders of the dock workers' union.",
    ),
    ("Thailand and Laos agree on rails", "Thailand and Laos signed an agreement in Vientiane to extend the railway."),
    ("Ghana counts its dead", "At least nine people died when the White Volta burst its banks on Sunday."),
    ("Chile's teachers walk out", "Teachers in Chile walked out of 3,000 schools on Thursday to demand more pay."),
)
NAMES = ("Reuters", "Dawn", "Mekong Eye", "Bangkok Post", "Kapital")


@pytest.mark.parametrize(
    "form",
    [
        "{0}—{2} {1}",
        "{0} - {2}\n\n{1}",
        "{2}\n{0}\n{1}",
        "{0}\n\n{1}\n\n— {2}",
        "{0}\n\n{1}\n\nSource: {2}",
        "{0}\n\n{1}\n\n(Source: {2})",
        "{0}\n\n{1}\nFrom {2} http://bit.ly/1aB2c",
        "{0}\n\n{1}\n\nCourtesy: {2}",
        "{0}\n\n{1}\n\n{2} (EN)",
        "{0}\n\n{1}\n\n→ {2}",
        '{0}\n\n{2} : "{1}"',
        '{0}\n\n{2} "{1}"',
        "[{2}] {0}\n\n{1}",
        "{0}\n\n{1} /{2}/",
    ],
)
def test_a_name_nobody_knows_is_a_medium_where_the_page_has_its_credits(form):
    page = "\n\n".join(form.format(*news, name) for news, name in zip(NEWS, NAMES, strict=True))
    read = {agency for event in read_text(f"World News Briefs\n\n{page}\n").events for agency in event.agencies}
    assert {"Reuters", "Bangkok Post", "Mekong Eye", "Dawn"} <= read


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("{0}\n{1}\nBy {2}", ("Max Winters", "Nick Butler", "Ana Flores", "Dan Palmer", "Liam Morgan")),
        ("{2}\n{0}\n{1}", ("Four Down", "Cold Shoulder", "Heavy Rain", "Ship Shape", "Dirty Linen")),
        ("{0}\n{1}\n{2}", ("08 Oct 13", "07 Oct 13", "06 Oct 13", "05 Oct 13", "04 Oct 13")),
        ("{0}\n{1}\n{2}", ("Politics", "World", "Business", "Asia", "Sports")),
        ("{2}: {1}", ("LIMA March 3", "NAIROBI March 3", "BANGKOK March 3", "ACCRA March 2", "SANTIAGO March 1")),
        ("{0}\n\n{2} – {1}", ("WHO", "UNICEF", "NATO", "ASEAN", "OPEC")),
    ],
)
def test_a_name_in_the_place_of_a_credit_that_is_no_medium_is_none(form, names):
    page = "\n\n".join(form.format(*news, name) for news, name in zip(NEWS, names, strict=True))
    assert not [event.agencies for event in read_text(f"World News Briefs\n\n{page}\n").events if event.agencies]


def test_an_editor_of_the_page_is_no_credit():
    page = "\n\n".join(
        f"{number}) {title}\n\nBy Online Editor\n3:20 pm, 18/03/2014\n\n{text}\n\nSOURCE: {name.upper()}"
        for number, ((title, text), name) in enumerate(zip(NEWS, NAMES, strict=True), 1)
    )
    assert not [event.agencies for event in read_text(page).events if "Online" in event.agencies]


SAME_WORDS = ["Read on {}", "{}: read more", "Original: {}", "{} / Nairobi", "→ {}", "{} | World"]
TITLES = [
    "Judges walk out in Lima",
    "Army frees nine hostages",
    "Twelve embassies are shut",
    "Envoy recalled from Suva",
]
TOLD = [
    "Peru's judges walked out on Sunday in protest at a law on pensions.",
    "Chad's army freed nine hostages on Sunday near the border with Sudan.",
    "Kenya shut twelve embassies on Sunday after a cut in its budget.",
    "Tonga recalled its envoy from Suva on Sunday over a shipping dispute.",
]


@pytest.mark.parametrize("form", SAME_WORDS)
@pytest.mark.parametrize(("name", "expected"), [("Zembla", ("Zembla",)), ("Nairobi", ()), ("Monday", ())])
def test_a_name_in_the_words_of_other_credits_is_a_medium(form, name, expected):
    names = ["Reuters", name, "Kyodo", "Samoa Observer"]
    found = read_text(
        "World news in brief\n\n"
        + "".join(f"{a}\n{form.format(one)}\n{b}\n\n" for a, one, b in zip(TITLES, names, TOLD, strict=True))
    )
    assert [event.agencies for event in found.events] == [("Reuters",), expected, ("Kyodo",), ("Samoa Observer",)]


@pytest.mark.parametrize("front", ["{} reports: ", "{} says ", "According to {}, "])
def test_a_paper_called_by_a_word_tells_where_the_others_tell_in_front(front):
    names = ["Reuters", "Dawn", "Kyodo", "Samoa Observer"]
    found = read_text(
        "World news in brief\n\n" + "".join(f"- {front.format(a)}{b}\n\n" for a, b in zip(names, TOLD, strict=True))
    )
    assert [event.agencies for event in found.events] == [(name,) for name in names]
