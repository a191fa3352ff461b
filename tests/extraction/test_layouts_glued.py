"""Pages whose items are glued together, printed twice, parted by stamps, or without any sign."""

import pytest

from events.extraction.records import Reason

from .reading import assert_faithful, assert_tiled, headings, printed, read_text, set_aside, titles

ONE_LINE = (
    "Evening Brief ASIA • Police in Nepal arrested nine smugglers in Pokhara on Monday. • Japan's cabinet approved a "
    "budget for its navy. AFRICA • Kenya sent 300 police officers to Haiti, the ministry said. EUROPE • France's "
    "parliament rejected the pension bill."
)
STARS = (
    "* Ukraine's air force shot down 18 drones overnight, it said. DIPLOMACY\n* Poland's president will visit Kyiv on "
    "Monday, his office said. * Turkey offered to host talks. ECONOMY\n* The EU agreed to lend Ukraine money."
)
SUMMARY_FEED = (
    "World News Summary\n\nFollowing is a summary of current world news briefs. Ghana president waits before signing "
    "mining bill\n\nGhana's president said on Monday he would wait for the court before he signs the bill. The debate "
    "took nine hours. Sweden becomes member of the northern fishing pact\n\nSweden joined the fishing pact on Thursday "
    "after Norway approved its entry. Its boats may sail in May. Peru closes three airports after landslides\n\n"
    "Peru closed three airports in the Andes on Friday, the ministry of transport said."
)
DOUBLED = printed(
    (
        ("Army retakes bridge in Omdurman", "The army of Sudan retook a bridge on Tuesday, residents said, while..."),
        ("UN warns of famine in Darfur", "The United Nations warned on Monday that food is running out in Darfur..."),
        ("Egypt closes crossing to lorries", "Egypt shut a crossing to goods on Sunday, traders said, after..."),
    ),
    "{0}\n{0}\n\n{1}\n",
)
TIMED = (
    "The Latest: Ministers meet over floods\n\nDHAKA, Bangladesh — The latest on the floods (all times local):\n\n"
    "9:50 p.m.\n\nIndia is sending forty boats to Bangladesh.\n\nForeign Minister Subrahmanyam Jaishankar said they "
    "would sail in the morning.\n\n5:15 p.m.\n\nNepal has closed its schools for a week.\n\nIts education ministry "
    "named eleven districts.\n\n8:40 a.m.\n\nPakistan's army rescued 80 people from a bus near Sukkur."
)
MONITORED = "latest news headlines\n" + printed(
    (
        ("Jordan reopens its border", "Jordan opened the crossing at Jaber on Monday.", "The Echo", "JO"),
        ("Turkey buys gas", "Turkey signed a contract for gas from Algeria in Ankara on Sunday.", "Baku Mail", "AZ"),
        ("Oman frees sailors", "Oman released eleven sailors from Kenya on Friday.", "Coast Times", "OM"),
    ),
    "{}.\n\n{}\n\n- {} - {}\n\n",
)
BARE = (
    "Điểm tin quốc tế ngày 12/6\nTổng thống Pháp ngày 11/6 tuyên bố giải tán quốc hội.\nChính phủ Nhật Bản hôm qua "
    "thông qua ngân sách quốc phòng.\nÍt nhất 40 người chết trong vụ cháy chung cư ở Kuwait.\nCảnh sát Kenya giải tán "
    "đoàn biểu tình phản đối tăng thuế ở Nairobi."
)
RULED = "\n**********\n".join(
    (
        "Nhật Bản lập quỹ cho các đảo quốc (RFI)\nThủ tướng Nhật Bản hôm thứ Hai loan báo lập quỹ mới.\nThanh Mai",
        "Ấn Độ mở lại cảng (VOA)\nẤn Độ hôm thứ Ba mở lại cảng Mumbai sau trận bão lớn trong tuần.\nMinh Hà",
        "Peru bầu quốc hội mới (BBC)\nCử tri Peru hôm Chủ nhật đi bỏ phiếu bầu quốc hội mới trên cả nước.\nThu Lê",
    )
)


@pytest.mark.parametrize(
    ("text", "count"),
    [(ONE_LINE, 4), (STARS, 4), (SUMMARY_FEED, 3), (DOUBLED, 3), (TIMED, 3), (MONITORED, 3), (BARE, 4), (RULED, 3)],
    ids=["one-line", "stars", "summary-feed", "doubled", "timed", "monitored", "bare", "ruled"],
)
def test_each_item_is_one_event(text, count):
    extraction = read_text(text)
    assert len(extraction.events) == count
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_headings_between_glued_items_head_what_follows():
    assert [event.section for event in read_text(ONE_LINE).events] == ["ASIA", "ASIA", "AFRICA", "EUROPE"]
    assert [event.section for event in read_text(STARS).events] == [None, "DIPLOMACY", "DIPLOMACY", "ECONOMY"]


def test_the_next_headline_is_cut_off_the_paragraph_it_was_glued_to():
    events = read_text(SUMMARY_FEED).events
    assert events[1].title == "Sweden becomes member of the northern fishing pact"
    assert events[0].text.endswith("The debate took nine hours.")


def test_a_headline_printed_twice_is_no_section():
    extraction = read_text(DOUBLED)
    assert [event.section for event in extraction.events] == [None, None, None]
    assert len(set_aside(extraction, Reason.DUPLICATE)) == 3


def test_a_clock_time_opens_an_item_of_all_its_paragraphs():
    events = read_text(TIMED).events
    assert "Jaishankar" in events[0].text
    assert "eleven districts" in events[1].text


def test_a_mediums_name_under_an_item_is_no_item():
    extraction = read_text(MONITORED)
    assert [title.split()[0] for title in titles(extraction)] == ["Jordan", "Turkey", "Oman"]
    assert not any("Baku Mail" in event.text for event in extraction.events)


def test_a_heading_between_rules_is_a_section():
    text = (
        "-------\nTOP STORIES\n-------\nIRAN-VOTE — Iran counts votes after a long day at the polls in Tehran.\n"
        "PERU-FLOODS — Peru declares an emergency on its northern coast.\n-------\nMORE NEWS\n-------\n"
        "GHANA-MINES — Ghana closes two gold mines after a collapse on Sunday."
    )
    assert [event.section for event in read_text(text).events] == ["TOP STORIES", "TOP STORIES", "MORE NEWS"]


@pytest.mark.parametrize("sign", ["◾️", "□ ", "☆ ", "° ", "■ "])
def test_every_bullet_opens_an_item(sign):
    lines = ("Peru closed three airports on Friday", "Ghana reopened its embassy in Oslo", "Fiji chose a new speaker")
    assert len(read_text("".join(f"{sign}{line}\n\n" for line in lines)).events) == 3


def test_the_first_item_may_lack_the_sign_the_others_have():
    text = (
        "Tin vắn quốc tế\nPeru: Lũ lụt ở miền Bắc Peru hôm 24/5 làm 57 người chết, dân phải đi sơ tán.\n"
        "* Ethiopia: Sáng 24/5, cử tri Ethiopia bắt đầu đi bỏ phiếu.\n* Ba Lan: Cử tri Ba Lan bầu tổng thống vòng hai."
    )
    assert len(read_text(text).events) == 3


def test_a_text_that_is_printed_cut_short_and_then_whole_is_one_item():
    text = (
        "News in brief\n° Police in Peru have stopped four boats with Chilean\n"
        "° Police in Peru have stopped four boats with Chilean "
        "fishermen off Tacna.\n° Ghana reopened its embassy in Oslo on Monday, its minister said.\n"
        "° Fiji chose a new speaker of parliament on Sunday."
    )
    assert len(read_text(text).events) == 3


def test_a_summary_in_front_is_no_item():
    text = (
        "Tin vắn quốc tế\nCử tri Ethiopia đi bỏ phiếu, Ba Lan bầu tổng thống và Peru khắc phục hậu quả của lũ lụt.\n"
        "* Ethiopia: Sáng 24/5, cử tri Ethiopia bắt đầu đi bỏ phiếu.\n"
        "* Ba Lan: Cử tri Ba Lan bầu tổng thống vòng hai.\n* Peru: Quân đội Peru dựng cầu tạm ở miền Bắc."
    )
    assert len(read_text(text).events) == 3


def test_labels_over_an_article_are_no_bullets():
    text = (
        "Turkish minister visits Baku\n- World\n- Reuters\n\nTurkey's foreign minister met the president in Baku "
        "on Tuesday.\n\nThey spoke about a railway through the south, the ministry said."
    )
    extraction = read_text(text)
    assert extraction.document.layout == "story"
    assert titles(extraction) == ["Turkish minister visits Baku"]


def test_shots_of_a_video_script_are_no_items():
    text = (
        "Marchers fill the square in Tunis\nSHOTLIST:\n1. Wide of marchers on the avenue\n2. Mid of woman with flag\n"
        "3. Various of police vans\nSTORYLINE:\nThousands of people marched through Tunis on Monday for elections.\n"
        "Police blocked the road to parliament."
    )
    extraction = read_text(text)
    assert len(extraction.events) == 1
    assert "Wide of" not in extraction.events[0].text


@pytest.mark.parametrize(
    "text",
    [
        "KENYAPolice in Nairobi arrested two men on Monday, officials said.",
        "AFP, NAIROBIPolice in Kenya arrested two men on Monday, officials said.",
        "Nairobi, May 22 (AFP) Police in Kenya arrested two men on Monday, officials said.",
    ],
)
def test_a_place_glued_to_the_text_opens_an_item(text):
    others = "\nPARIS - France closed a mine on Sunday.\nLIMA - Peru opened a port on Saturday."
    events = read_text(text + others).events
    assert len(events) == 3
    assert events[0].text.startswith("Police")


def test_buttons_and_page_numbers_are_no_headings():
    items = "".join(
        f"W14{n} Full Story\n{name} raises the price of bread\n{name} raised the price of bread on Monday, the "
        "ministry said.\n"
        for n, name in enumerate(("Zambia", "Cuba", "Nepal", "Fiji"))
    )
    extraction = read_text(items + "1 2 3 ... 45 Next")
    assert len(extraction.events) == 4
    assert headings(extraction) == []


def test_numbered_themes_are_the_sections_of_the_items_under_them():
    text = (
        "1. Armed conflicts\n- Mali's army lost nine soldiers near Menaka on Monday.\n- Clashes resumed in Sudan's El "
        "Fasher on Tuesday.\n2. Diplomacy\n* Japan and Russia agreed to hold talks in Tokyo.\n* Peru received Chile's "
        "president in Lima.\n"
    )
    sections = [event.section for event in read_text(text).events]
    assert [section[-9:] for section in sections] == ["conflicts", "conflicts", "Diplomacy", "Diplomacy"]


def test_a_table_of_contents_is_no_row_of_items():
    headlines = ("Israel's cabinet approves a truce", "Pakistan votes in the dark", "Chile mourns its president")
    items = "\n\n".join(
        f"{headline}\n{headline.split()[0]} heard of it on Thursday, officials said." for headline in headlines
    )
    extraction = read_text("What to know\n" + "".join(f"- {headline}\n" for headline in headlines) + "\n" + items)
    assert titles(extraction) == list(headlines)


def test_an_item_without_its_place_begins_where_it_has_a_headline_or_gives_a_day():
    text = (
        "BEIRUT: An Israeli drone killed two people in Nabatieh on Thursday, state media said.\nThe army said so.\n"
        "ANKARA: Turkish prosecutors charged seven people with selling information.\nThe men were arrested on Friday.\n"
        "A migrant boat capsized off the coast of Tunisia on Wednesday, the coast guard said.\n"
        "ISLAMABAD: Pakistan test-fired a rocket on Wednesday."
    )
    assert len(read_text(text).events) == 4


def test_a_lone_line_over_headlines_is_no_section():
    items = "".join(
        f"{name} opens a new railway line\nThe president of {name} opened a new railway line to the coast on Monday.\n"
        for name in ("Ghana", "Peru", "Nepal", "Fiji")
    )
    assert {event.section for event in read_text("Leaders meet again\n" + items).events} == {None}
    assert {event.section for event in read_text("Africa\n" + items).events} == {None}


def test_headlines_with_a_place_are_one_item_with_their_texts():
    text = "Caribbean Roundup\n" + printed(
        (
            ("JAMAICA", "Emergency declared in Clarendon", "KINGSTON, Jamaica", "Jamaica"),
            ("BARBADOS", "Reparations plan praised", "BRIDGETOWN, Barbados", "Barbados"),
            ("GUYANA", "Border is not up for talks", "GEORGETOWN, Guyana", "Guyana"),
        ),
        "{}—{}\n{} – The prime minister of {} said so in parliament on Monday.\n",
    )
    assert len(read_text(text).events) == 3


def test_paragraphs_under_the_names_of_countries_are_items():
    text = (
        "CHINA\nPremier Li Qiang told the German chancellor on Tuesday that trade is no politics.\nRUSSIA\nMore "
        "than 4,000 people left their homes in the Urals on Saturday.\nMEXICO\nMexico broke off relations with "
        "Ecuador on Saturday.\nSOLOMON ISLANDS\nLawmakers elected Jeremiah Manele on Thursday."
    )
    sections = [event.section for event in read_text(text).events]
    assert sections == ["CHINA", "RUSSIA", "MEXICO", "SOLOMON ISLANDS"]


def test_a_headline_printed_again_in_small_letters_without_a_space_is_the_headline_once():
    items = [
        (
            "Kyrgyz Police Detain Opposition Leader",
            "Police in Bishkek have detained the head of a party, his lawyer said.",
        ),
        ("Uzbekistan Frees Human Rights Activist", "Uzbek authorities have released an activist after six years."),
        ("Kazakh Oil Workers Go On Strike", "Several hundred oil workers in Zhanaozen laid down tools on May 1."),
    ]
    text = "\n\n".join(f"{head}{head.capitalize()}\n{body}\nMore" for head, body in items)
    events = read_text(text).events
    assert [event.title for event in events] == [head.capitalize() for head, _ in items]
