"""Items whose sign is missing among others that have theirs, and paragraphs that only seem to be items or none."""

from .reading import assert_tiled, read_text, titles

LED = """News of the week

Kenya opens a new port

MOMBASA – Kenya's president opened a new port on the coast near Lamu on Monday, the ministry of transport said.
It cost 300 million dollars.

Latvia closes two schools

RIGA – Latvia's parliament voted on Monday to close two schools in which only Russian was taught until this year.
The vote was 60 to 31.

{headline}

{text}
It took effect at once.

Peru's miners end their strike

LIMA – Miners in Peru went back to work on Tuesday after 40 days, the largest of the country's copper unions said.
They had asked for more pay.

Japan buys gas from Oman

MUSCAT – A Japanese company will buy gas from Oman for ten years, the ministry of energy said on Wednesday.
It will be shipped to Chiba.
"""


def test_a_headline_over_a_text_without_dateline_opens_an_item_where_others_stand_over_datelines():
    extraction = read_text(LED.format(headline="Malta taxes its yachts", text="Malta's yachts are taxed from now on."))
    assert titles(extraction)[2] == "Malta taxes its yachts"
    assert len(extraction.events) == 5
    assert_tiled(extraction)


def test_a_question_above_a_text_amid_them_is_no_other_item_where_no_blank_line_sets_it_off():
    text = LED.format(headline="Malta taxes its yachts", text="VALLETTA – Malta's parliament voted to tax its yachts.")
    extraction = read_text(text.replace("It cost 300 million dollars.", "What it cost\nIt cost 300 million dollars."))
    assert len(extraction.events) == 5


def test_a_credit_on_its_own_line_opens_no_item():
    extraction = read_text(
        """Tin vắn thế giới

Chad: Ngày 3-5, Quốc hội Chad thông qua luật cho phép quân đội lập 12 đồn mới ở biên giới phía bắc.

(Theo RIA Novosti)

Fiji: Ngày 3-5, cảnh sát Fiji bắt giữ 4 người đốt một nhà kho chứa đường ở ngoại ô thành phố Lautoka.

(Theo BBC)

Peru: Ngày 2-5, chính phủ Peru ban bố tình trạng khẩn cấp tại vùng Cusco sau trận lũ làm 11 người chết.

(Theo EFE)

Oman: Ngày 2-5, Quốc vương Oman tiếp Thủ tướng Malaysia tại Muscat và ký hai thỏa thuận về khí đốt.

(Theo AP)
"""
    )
    assert [event.text.split(":")[0][:4] for event in extraction.events] == ["Ngày"] * 4 or len(extraction.events) == 4
    assert not any("Theo" in event.text for event in extraction.events)


BULLETED = """A digest of the day

• Kenya's president has dismissed the minister of transport over the crash of two trains near Nakuru on Monday.

{}

• Latvia and Estonia have agreed to build a railway along the coast, the two prime ministers said in Riga.

A motion was filed in court against it. The builders say that they will wait.

• Peru's parliament has voted to lower the pay of its members by a third after weeks of protests in Lima.

According to the police, eleven people were arrested.

• Japan has sent a ship with tents to Vanuatu, where a cyclone destroyed hundreds of houses on Sunday night.
"""


def test_short_sentences_between_bullets_are_text_where_items_go_on_without_a_sign():
    first = read_text(BULLETED.format("Trains have not run since then.")).events[0]
    assert first.text.endswith("Trains have not run since then.")


def test_texts_that_a_page_cuts_amid_a_sentence_keep_their_last_words():
    teasers = "\n\n".join(
        f"{head}\n\n(Pajhwok): {text} It was the third one in the same province since the beginning of the {end}\n\n"
        f"By | June {day}th, 2021 | Categories: News"
        for day, head, text, end in (
            (4, "Nine killed in raid", "Nine fighters were killed in a raid in Kunduz on Friday night.", "year in the"),
            (5, "Teachers stop work", "Teachers in Ghor stopped work on Sunday over unpaid salaries.", "year for the"),
            (
                6,
                "Bridge opened",
                "A bridge was opened in Herat on Monday by the governor of the province.",
                "year of the",
            ),
        )
    )
    events = read_text(teasers).events
    assert [event.text.rstrip()[-12:] for event in events] == [" year in the", "year for the", " year of the"]


RISKS = [
    (
        "INDONESIA",
        "Police in Sulawesi shot dead two suspected militants on Tuesday.",
        "The group has ten men left there.",
    ),
    ("MONGOLIA", "Miners in Mongolia have blocked a road to China since Monday.", "Delays are to be expected there."),
    ("VIETNAM", "Vietnam's health ministry has warned of dengue fever.", "The use of repellents is advised."),
    ("TAIWAN", "Taiwan and Palau signed an agreement on joint patrols today.", "There is no advice connected with it."),
    ("TONGA", "Tonga has declared an emergency after an eruption on Sunday.", "The airport is said to be closed."),
]


def test_bullets_that_tell_more_of_the_one_above_are_no_items_where_each_country_has_one():
    page = "Risks in the Pacific\n\n" + "\n\n".join(f"{country}\n\n• {one}\n• {more}" for country, one, more in RISKS)
    events = read_text(page).events
    assert [event.text.count("\n") for event in events] == [1] * len(RISKS)


def test_bullets_that_tell_of_others_are_items_below_a_common_heading():
    page = "Risks in the Pacific\n\n" + "\n\n".join(
        f"{country}\n\n• {one}\n• {other}"
        for (country, one, _), other in zip(
            RISKS,
            [
                "Malaysia has recalled its ambassador to Jakarta over the haze.",
                "Russia and Mongolia opened a railway on Monday.",
                "Laos sent 40 trucks with rice to the border on Monday.",
                "Japan's parliament discussed a law on ports on Tuesday.",
                "Fiji arrested three fishermen from Vietnam on Sunday.",
            ],
            strict=True,
        )
    )
    assert len(read_text(page).events) == 2 * len(RISKS)


LEADS = [
    ("Kenya opens a port on its northern coast", "Kenya's president opened a port near Lamu, which cost 300 million."),
    ("Latvia closes two schools in Daugavpils", "Latvia's parliament voted on Monday to close two schools this year."),
    ("Peru's miners end a strike of forty days", "Miners in Peru went back to work on Tuesday, their union says."),
    ("Japan buys gas from Oman for ten years", "A Japanese company will buy gas from Oman, the ministry said."),
]
FIRST = "Malta's government will tax yachts from next year on, the minister of finance told parliament."


def test_the_first_text_of_a_list_whose_headline_was_not_copied_is_an_item():
    page = "\n\n".join([FIRST, *(f"{head}\n\n{lead}" for head, lead in LEADS)])
    assert read_text(page).events[0].text == FIRST


def test_a_first_text_that_sums_up_the_list_is_none():
    summary = "Kenya opens a port, Latvia closes two schools, and the miners of Peru go back to work this week."
    page = "\n\n".join([summary, *(f"{head}\n\n{lead}" for head, lead in LEADS)])
    assert len(read_text(page).events) == len(LEADS)


def test_paragraphs_about_others_are_items_though_blank_lines_stand_only_here_and_there():
    page = """News of the world

Peru declared an emergency in Cusco on Monday after floods.
Kenya reopened its border with Somalia on Saturday.

Malta dissolved its parliament on Friday, a year early.
Japan launched a satellite from Tanegashima on Sunday.

Chad buried 20 soldiers killed near Lake Chad on Monday.
Oman signed an agreement on gas with Malaysia on Tuesday.

Fiji arrested the former mayor of Lautoka on Tuesday.
Latvia banned the sale of fireworks from next year on.
"""
    assert len(read_text(page).events) == 8
