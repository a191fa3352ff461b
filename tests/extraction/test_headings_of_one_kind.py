"""Headings known by each other, numbers alone above their items, and what a page made by machines leaves on lines."""

import pytest

from events.extraction import forms, paragraph_ends, scenes
from events.extraction.layouts import families
from events.extraction.lines import split
from events.extraction.records import Reason
from tests.extraction.pages import ITEMS
from tests.extraction.reading import read_text, set_aside, titles

FIRST, SECOND, THIRD, FOURTH = ITEMS[:4]


def sections(read):
    return [event.section for event in read.events]


def bullets(*news, sign="•"):
    return "\n".join(f"{sign} {body}" for _, body in news)


def test_headings_that_end_alike_part_items_with_signs_though_one_item_stands_under_them():
    page = "\n\n".join(
        (
            "Coastal Media Watch, 4 March 2025",
            f"Northern Press:\n{bullets(FIRST, SECOND)}",
            f"Southern Press:\n{bullets(THIRD)}",
            f"Island Press:\n{bullets(FOURTH)}",
        )
    )
    assert sections(read_text(page)) == ["Northern Press", "Northern Press", "Southern Press", "Island Press"]


def test_what_stands_above_the_first_of_them_is_no_item():
    above = "The Coastal Desk is a centre of expertise in harbours, and publishes this letter on every working day."
    page = "\n\n".join(
        (
            above,
            f"Situation in Ghana (4 March)\n{bullets(FIRST, SECOND)}",
            f"Situation in Fiji (4 March)\n{bullets(THIRD)}",
        )
    )
    assert above[:40] not in " ".join(titles(read_text(page)))


def test_headlines_that_end_alike_are_no_headings():
    page = "\n\n".join(f"{head}\n{body}" for head, body in ITEMS[:3])
    page += "\n\nFloods reach Fiji\nThree people drowned in Nadi on Monday, the police of Fiji said."
    page += "\n\nCyclone nears Fiji\nA cyclone is to make landfall in Suva on Friday, the weather service of Fiji said."
    assert sections(read_text(page)) == [None] * 5


def test_names_with_a_rule_under_each_head_what_follows():
    parts = [("DAILY TIDE", ITEMS[:2]), ("MORNING ANCHOR", ITEMS[2:3]), ("HARBOUR POST", ITEMS[3:4])]
    page = "\n\n".join(
        f"{name}\n--------\n" + "\n".join(f"{head.upper()}\n{body}" for head, body in news) for name, news in parts
    )
    assert sections(read_text(page)) == ["DAILY TIDE", "DAILY TIDE", "MORNING ANCHOR", "HARBOUR POST"]


@pytest.mark.parametrize("form", ["{}.", "{}", "({})", "{}. K"])
def test_a_number_alone_on_its_line_opens_an_item(form):
    page = "The morning in brief\n\n" + "\n".join(
        f"{form.format(n)}\n{head}\n{body}\nNobody gave a reason for it." for n, (head, body) in enumerate(ITEMS[:4], 1)
    )
    assert titles(read_text(page)) == [head for head, _ in ITEMS[:4]]


def test_numbers_above_headlines_without_a_text_count_what_is_read_most():
    page = "\n\n".join(f"{head}\n{body}" for head, body in ITEMS[:3])
    page += "\n\nMost read\n1\nA cat that paints\n2\nTen soups for winter\n3\nWho lives in the lighthouse"
    assert len(read_text(page).events) == 3


def test_bullets_that_close_with_a_medium_nobody_knows_are_items():
    page = "Media today\n\n" + "\n".join(
        f"• {head} ({medium})" for (head, _), medium in zip(ITEMS[:4], ("RXK", "Reuters", "AFP", "media"), strict=True)
    )
    assert len(read_text(page).events) == 4


def test_more_news_over_items_that_tell_heads_them():
    page = f"Morning headlines\n{bullets(FIRST, SECOND, sign='-')}\n\nMore news\n{bullets(THIRD, FOURTH, sign='-')}"
    assert [event.section for event in read_text(page).events][2:] == ["More news"] * 2


@pytest.mark.parametrize(
    "line",
    [
        '<image>data:image/s3,"s3://pictures/77aa/77aa" alt="Fiji opens a harbour for ferries"</image>',
        "<script>var here = 1</script>",
    ],
)
def test_what_a_machine_wrote_around_a_picture_is_no_text(line):
    assert forms.reason(line, line.lower()) in (Reason.CAPTION, Reason.WIDGET)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Some in the crowd held pictures of two fishermen at the gate.", "en"),
        ("Meanwhile, residents queue for water in the old town.", "en"),
        ("Trong khi đó, người dân xếp hàng mua nước ở chợ trung tâm.", "vi"),
    ],
)
def test_what_goes_on_with_a_text_is_no_caption(sentence, language):
    assert not scenes.may_show_one(sentence, language)


def test_a_caption_may_tell_of_people_at_a_place():
    assert scenes.may_show_one("Residents queue for water in the old town of Aden.", "en")


def test_a_sentence_about_what_was_just_told_stays():
    text = "Fiji and Tonga have ended ten days of joint patrols against poachers, the police of Suva said on Monday."
    page = "\n\n".join(
        f"{n}. {head}\n{text if n == 2 else body}" + ("\nThe patrols are designed to be repeated." if n == 2 else "")
        for n, (head, body) in enumerate(ITEMS[:4], 1)
    )
    read = read_text(page)
    assert not set_aside(read, Reason.CAPTION)
    assert list(split(read.events[1].text))[-1].text == "The patrols are designed to be repeated."


def test_numbers_alone_may_count_anew_and_their_texts_open_with_an_agency():
    page = "News of Tuesday\n\nAbroad\n" + "\n".join(
        f"{n}.\n{head}\n(AFP) {body}" for n, (head, body) in enumerate(ITEMS[:3], 1)
    )
    page += f"\nAt home\n1.\n{FOURTH[0]}\n(VOA) {FOURTH[1]}\n"
    assert titles(read_text(page)) == [head for head, _ in ITEMS[:4]]


def test_a_list_that_counts_from_one_has_no_item_above():
    above = "The week saw a first vote in Ghana since the coup, while Peru and Chile went on with their talks in Lima."
    page = f"The week abroad\n\n{above}\n\n" + "\n\n".join(f"{n}. {body}" for n, (_, body) in enumerate(ITEMS[:4], 1))
    assert len(read_text(page).events) == 4


def test_a_line_that_echoes_the_item_below_is_no_section():
    page = "\n\n".join(f"* {body}" for _, body in ITEMS[:3])
    page += "\n\nFuel depot burns near the harbour of Maputo"
    page += "\n\n* A depot for fuel near the harbour of Maputo burns since Monday."
    page += f"\n\n* {FOURTH[1]}"
    assert sections(read_text(page)) == [None] * 5


def test_a_heading_may_share_a_word_with_the_item_below():
    page = f"Europe\n{bullets(FIRST, SECOND, sign='*')}\n\nWar in the Sahel\n"
    page += "* Troops fought rebels in the Sahel on Monday, the army of Niger said.\n" + bullets(THIRD, sign="*")
    assert sections(read_text(page))[2:] == ["War in the Sahel"] * 2


@pytest.mark.parametrize(
    "stamp",
    [" 5/21/2013 6:02 AM", " Tue, 15 Oct 2019 17:37:40 +0300.", " 3 June 2014, 21:05 GMT", "2014-06-03 08:10"],
)
def test_a_day_with_its_time_behind_a_text_is_cut_off(stamp):
    text = "Rescuers look for eighteen people after a boat went down off Java, an official said."
    assert paragraph_ends.begins_at(text + stamp) == (len(text), Reason.BYLINE)


def test_a_time_within_the_last_sentence_stays():
    assert (
        paragraph_ends.begins_at(
            "The quake was felt in all of the north of the island, and struck on 3 June 2014 at 21:05"
        )
        is None
    )


def test_what_a_vietnamese_page_says_of_its_week_is_no_item():
    weekly = "Bên cạnh nạn châu chấu, thế giới tuần qua (31/5-6/6) đón nhận tin vui khi hai miền Síp nối lại đàm phán."
    page = "\n".join(
        (
            "Bản tin quốc tế",
            "Thế giới tuần qua (7-13/6) có nhiều sự kiện đáng chú ý: bầu cử tại Bắc Macedonia; lũ lụt ở Đông Phi.",
            weekly,
            "Quốc hội Lào ngày 5/6 thông qua Luật Đầu tư sửa đổi, theo đó nhà đầu tư được miễn thuế trong ba năm.",
            "Bộ Y tế Angola cho biết ít nhất 9 người đã thiệt mạng do ngộ độc rượu tự nấu tại tỉnh Huíla ngày 3/6.",
            "Quốc vương Oman ngày 3/6 bổ nhiệm Bộ trưởng Tài chính mới sau khi người tiền nhiệm xin từ chức.",
            "Bộ Ngoại giao Thái Lan ngày 1/6 thông báo mở lại cửa khẩu Mae Sot trên biên giới với Myanmar.",
            "Tổng thống Serbia ngày 31/5 khẳng định nước này sẽ không tham gia bất cứ lệnh trừng phạt nào.",
            "Hàng nghìn người xuống đường tại thủ đô Port-au-Prince của Haiti ngày 30/5 để phản đối giá xăng.",
        )
    )
    assert weekly[:30] not in " ".join(event.text for event in read_text(page).events)


def test_a_text_under_a_country_is_an_item_whatever_its_words_are():
    news = (
        ("Ghana", "Last week this newsletter told of grumbling in barracks of Accra. It has spilled onto the streets."),
        ("Ecuador", "The attorney general of Ecuador said that four officers of a prison were arrested on Monday."),
        ("Oman", "Oman freed four foreign sailors who had been held in Muscat since their tanker ran aground in May."),
        ("Fiji", "Fiji opened a harbour for ferries on Sunday, which nobody there had seen before, said the police."),
    )
    lines = list(split("\n".join(f"{place}\n{text}" for place, text in news)))
    lines[1].reason = Reason.WIDGET
    families.read(lines)
    assert not lines[1].reason
    lines = list(split("\n".join(f"{place}\n{text}" for place, text in news[:2])))
    lines[1].reason = Reason.WIDGET
    families.read(lines)
    assert lines[1].reason


def test_paragraphs_with_the_time_of_day_in_front_are_items():
    times = ("10:05 p.m.", "09:41 p.m.", "08:50 p.m.", "07:12 p.m.", "05:30 p.m.", "11:00 a.m.")
    page = "What you need to know about the day\n\n" + "\n".join(
        f"{time} {body}" for time, (_, body) in zip(times, [*ITEMS, *ITEMS][:6], strict=True)
    )
    assert len(read_text(page).events) == 6


def test_a_country_alone_in_capitals_opens_an_item_among_others_with_theirs_in_front():
    page = "World Briefs\n\n" + "\n".join(
        (
            "THAILAND-CAMBODIA Thailand and Cambodia agreed yesterday to open two crossings that had been closed.",
            "SRI LANKA Police arrested 17 fishermen from southern India who were found with nets in a lagoon.",
            "NORTH KOREA",
            "State media say the leader watched an exercise of long-range guns on the eastern coast on Monday.",
            "KENYA A strike of doctors entered its third week with no end in sight after talks failed in Nairobi.",
            "COLOMBIA At least six people died when a bus went off a mountain road in the province of Narino.",
        )
    )
    assert len(read_text(page).events) == 5


def test_what_stands_elsewhere_is_told_in_paragraphs_of_their_own():
    page = "In the World\n\n" + "\n\n".join(
        f"{head}\n{place}, {country} - {body}"
        for (head, body), (place, country) in zip(
            ITEMS[:3], (("CONAKRY", "Guinea"), ("MANAGUA", "Nicaragua"), ("BISHKEK", "Kyrgyzstan")), strict=True
        )
    )
    page += "\n\nElsewhere:\nA judge in Iceland fined three bankers the equivalent of two million dollars on Monday."
    page += "\nThe Maldives said it would no longer let foreign trawlers fish for tuna inside its waters."
    assert len(read_text(page).events) == 5
