"""Credits that stand elsewhere than at an item's end."""

import pytest

from tests.extraction.reading import printed, read_text

LINES = [
    ("(AFP) –Bộ Ngoại giao Peru triệu đại sứ Chile để phản đối vụ việc ở biên giới hôm 2/3.", "AFP"),
    ("SGGP Đoàn cứu hộ Nhật Bản hôm 2/3 đến Thổ Nhĩ Kỳ để tìm người mất tích.", "Sài Gòn Giải Phóng"),
    ("Kinhtedothi – Quốc hội Thái Lan ngày 2/3 thông qua ngân sách năm tới.", "Kinh tế & Đô thị"),
    ("Kenya hoãn bầu cử địa phương (BBC) - Ủy ban bầu cử hôm 2/3 nói thiếu phiếu in.", "BBC"),
    ("Kenya hoãn bầu cử địa phương (RFI, 02/03/2025): Ủy ban bầu cử nói thiếu phiếu in.", "RFI"),
    ("Lima, Peru | AFP | President Ana Solano dissolved congress on Sunday, her office said.", "AFP"),
    ("AFP, LIMAThe president of Peru dissolved congress on Sunday, her office said.", "AFP"),
    ("Kenya shut twelve embassies (BBC) after a cut in its budget on Sunday.", "BBC"),
    ("Chad's army freed nine hostages on Sunday, reports The Jerusalem Post.", "Jerusalem Post"),
    ("Niger named a new army chief on Sunday. (Al Jazeera)The decree came at night.", "Al Jazeera"),
    ("Tehran – SABA: The envoy of Oman left for Peru on Sunday.", "Saba"),
    ("ASTANA. KAZINFORM The president of Peru landed in Astana on Sunday.", "Kazinform"),
    ("CASTRIES, Saint Lucia, CMC-The two ministers of Peru met in Castries on Sunday.", "CMC"),
    ("LIMA – AFP/REUTERS: The minister of Peru resigned on Sunday.", "AFP|Reuters"),
    ("By Ana Solano Reuters Peru's judges walked out on Sunday in protest at a law.", "Reuters"),
    ("Reuters The envoy of Peru said on Sunday that the talks were over.", "Reuters"),
    (
        "Chad freed nine hostages (Reuters). Its envoy flew to Riyadh (WSJ) on Sunday (NYT).",
        "Reuters|Wall Street Journal|New York Times",
    ),
    ("Peru's prosecutors charged a general on Sunday, an agency in Lima (Reuters) said.", "Reuters"),
    ("[ad_1] By AFP Peru's judges walked out on Sunday in protest at a law.", "AFP"),
    ("Peru's judges walked out on Sunday in protest at a law. PTI", "PTI"),
    ("Australia sent two ships to Nauru on Sunday. (ABC, PA)", "ABC|PA"),
    ("Peru's judges walked out on Sunday in protest at a law.RNZI", "RNZ"),
    ('Peru has a new minister. "We start on Sunday," he said.”Island Sun', "Island Sun"),
    ("Lima (Peru), Oct. 8, GNA – The judges of Peru walked out on Sunday.", "GNA"),
    ("Reuters announces that the judges of Peru have walked out.", "Reuters"),
    ("In the Kyiv Independent, judges of Peru say they have walked out.", "Kyiv Independent"),
    ("Theo Đài Châu Âu Tự Do (RFE/RL), thẩm phán Peru đã bỏ ra về hôm 2/3.", "RFE/RL"),
    ("Peru's judges walked out on Sunday. - Sapa-dpa", "SAPA|DPA"),
    ("rfa.org The judges of Peru walked out on Sunday, it seems.", "RFA"),
    ("limaherald.com.pe The judges of Peru walked out on Sunday, it seems.", "limaherald.com.pe"),
    ("Peru's judges walked out on Sunday. (Trud, Sega, Orvald)", "Trud|Sega|Orvald"),
    ("LIMA, Oct 8 (NNN-ANDINA) — The judges of Peru walked out on Sunday.", "NNN|Andina"),
    # brackets that explain the name in front of them, and what merely looks like a credit
    ("Pa-na-ma, Cu-ba ký thỏa thuận vận tải biển hôm 2/3.", ""),
    ("The Armed Forces of Peru (AFP) said on Sunday that they would send a plane.", ""),
    ("A release of the Ministry of Foreign Affairs said on Sunday that Peru had paid.", ""),
    ("Peru's judges said on Sunday that the nation had a right to know.", ""),
    ("The Association of National Papers (ANP) said on Sunday that it would sue Peru.", ""),
    ("Đài Truyền hình Việt Nam (VTV) hôm 2/3 ký hợp tác với đài quốc gia Lào.", ""),
    ("The Guardian Council of Peru on Sunday threw out the law.", ""),
    ("Peru's army sank a boat on Sunday. (Peru-Chile-Boat)", ""),
    ("Amazon.com Inc. of Peru said on Sunday that it would hire 400 drivers.", ""),
    ("LVIV. The bishops of Peru on Sunday sent a letter to Lviv.", ""),
    ("NOV. 28 2016 — The bishops of Peru on Sunday sent a letter to Lviv.", ""),
    ("(News Focus) An envoy's visit to Peru on Sunday carried high hopes.", ""),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_the_credit_of_an_item_is_read_wherever_it_stands(line, expected):
    found = read_text(f"News in brief\n\n- {line}\n\n- Haiti closed its border on Sunday.\n")
    assert "|".join(found.events[0].agencies) == expected


def test_a_credit_at_the_foot_of_a_round_up_is_no_items_own():
    found = read_text(
        "Điểm tin thế giới\n\n"
        "Chính phủ Peru hôm 2/3 công bố kế hoạch cải cách thuế cho năm tới.\n\n"
        "Ngoại trưởng Kenya hôm 2/3 sang thăm Ethiopia để bàn về biên giới.\n\n"
        "Quân đội Philippines hôm 2/3 bắn hạ ba tay súng trên đảo Jolo.\n\n"
        "(Theo AFP, Reuters)\n"
    )
    assert {event.agencies for event in found.events} == {()}


def test_one_dateline_over_entries_with_hours_is_every_entrys():
    found = read_text(
        "The Latest: Lima talks go on\n\n"
        "LIMA, Peru (AP) — The latest on the talks in Peru (all times local):\n\n"
        "9:50 p.m.\n\nChile has called back its ambassador from Lima, a spokesman says.\n\n"
        "5:15 p.m.\n\nBrazil has offered to host the next round, its ministry says.\n\n"
        "3:20 p.m.\n\nBolivia is closing two crossings on the border, its army says.\n"
    )
    assert [event.agencies for event in found.events] == [("AP",)] * 3


@pytest.mark.parametrize("line", ["Quảng cáo Đặt báo", "No media source available", "Read 2145 times"])
def test_furniture_is_no_credit(line):
    (event,) = read_text(
        f"Peru đóng cửa biên giới\n\nChính phủ Peru hôm 2/3 đóng cửa biên giới với Chile.\n\n{line}\n"
    ).events
    assert event.agencies == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dantri.com.vn", "Dân trí"),
        ("Theo tienphong.vn", "Tiền Phong"),
        ("TTX", "VNA"),
        ("PNO", "Phụ nữ TP.HCM"),
    ],
)
def test_an_agency_is_known_by_its_website_and_its_abbreviation(line, expected):
    found = read_text(f"- Peru hôm 2/3 đóng cửa biên giới với Chile. ({line})\n- Kenya hôm 2/3 bầu cử. (AFP)\n")
    assert found.events[0].agencies == (expected,)


def test_a_name_nobody_knows_is_an_agency_where_the_other_items_have_theirs():
    found = read_text(
        "REUTERS: Peru hôm 2/3 đóng cửa biên giới với Chile vì dịch bệnh lan rộng.\n"
        "YONHAP: Hàn Quốc hôm 2/3 bắn thử tên lửa ở vùng biển phía Đông.\n"
        "KALIMBA POST: Quốc hội Nepal hôm 2/3 giải tán, hàng nghìn người xuống đường.\n"
        "AFP: Niger hôm 2/3 để tang các dân làng bị sát hại ở biên giới.\n"
    )
    assert found.events[2].agencies == ("Kalimba Post",)


def test_an_arrow_behind_an_item_points_at_its_source():
    found = read_text(
        "The morning in five bullets\n\n"
        "■ LIMA – Peru recalled its envoy from Quito on Sunday over a border fence. ► AFP\n\n"
        "■ NAIROBI – Kenya's parliament passed the budget on Sunday after a night of debate. ► BBC\n\n"
        "■ MALE – The Maldives signed a fishing accord with Sri Lanka on Sunday. ► Hulhumale Courier\n\n"
        "▲ Back to top\n"
    )
    assert [event.agencies for event in found.events] == [("AFP",), ("BBC",), ("Hulhumale Courier",)]
    assert not any(event.section for event in found.events)
    assert "AFP" not in found.events[0].text


@pytest.mark.parametrize(
    ("masthead", "agencies"), [("Reuters | Updated: 02-03-2025", "Reuters"), ("Reuters office", "")]
)
def test_the_wire_service_of_the_masthead_is_every_items(masthead, agencies):
    found = read_text(
        f"Morning Digest\n{masthead}\n\n"
        "Peru recalls its envoy over a border fence\n\nPeru called its ambassador home from Ecuador on Sunday.\n\n"
        "Kenya passes a budget at night\n\nKenya's parliament passed the budget on Sunday after a long debate.\n\n"
        "Maldives, Sri Lanka sign a fishing accord\n\nThe Maldives signed an accord with Sri Lanka on Sunday.\n"
    )
    assert len(found.events) == 3
    assert {"|".join(event.agencies) for event in found.events} == {agencies}


SUMMARY = """

LIMA -- Peru shut its border with Chile on Sunday, its army said in a statement that gave no reason for it.

- - - -

KENYA -- Kenya named a new envoy to Chad on Sunday, the office of the president said in the evening.

- - - -

OSLO -- Norway offered to host talks on the islands on Sunday, its prime minister said at the airport.
"""


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        ("Xinhua world news summary at 0030 GMT, March 2", "Xinhua"),
        ("Reuters World News Summary | Headlines", "Reuters"),
        ("AP News in Brief at 6:04 p.m. EST", "AP"),
        ("World briefs\n\nMonday 3 March 2025 | Written by RNZ | Published in World", "RNZ"),
    ],
)
def test_what_a_page_is_called_by_credits_its_items(above, agency):
    found = read_text(above + SUMMARY)
    assert {event.agencies for event in found.events} == {(agency,)}


def test_reporters_between_headline_and_text_credit_their_items():
    found = read_text(
        "News wire\n\n"
        "Peru Shuts Border With Chile\n\nBy Ana Solano | The New York Times\n\n"
        "Peru shut its border with Chile on Sunday, its army said in a statement that gave no reason for it.\n\n"
        "Kenya Names Envoy to Chad\n\nBy Ann Roe | The Washington Post\n\n"
        "Kenya named a new envoy to Chad on Sunday, the office of the president said in the evening.\n\n"
        "Norway Offers to Host Talks\n\nBy Ole Lie | The Washington Post\n\n"
        "Norway offered to host talks on the islands on Sunday, its prime minister said at the airport.\n"
    )
    assert [event.agencies for event in found.events] == [("New York Times",), *[("Washington Post",)] * 2]


def test_an_invitation_to_follow_a_paper_credits_nobody():
    found = read_text(
        "Thế giới\n\n"
        "Chad đóng cửa biên giới với Sudan\n\nChính quyền Chad hôm chủ nhật cho biết lệnh có hiệu lực ngay.\n\n"
        "Peru bầu quốc hội mới\n\nCử tri Peru hôm chủ nhật đi bỏ phiếu tại hơn mười nghìn điểm.\n\n"
        "Na Uy đề nghị đăng cai đàm phán\n\nThủ tướng Na Uy nói như vậy tại sân bay hôm chủ nhật.\n\n"
        "Theo dõi Báo Người Lao Động trên Google News\n"
    )
    assert len(found.events) == 3
    assert {event.agencies for event in found.events} == {()}


def test_a_source_amid_a_line_of_days_and_lengths_credits_the_item_above():
    (event,) = read_text(
        "Peru frees nine sailors\n3 Mar – Source: AFP – 205 words\n"
        "Peru's navy let nine Chilean sailors go on Sunday after a week in port, its minister said.\n"
    ).events
    assert event.agencies == ("AFP",)


@pytest.mark.parametrize(("slug", "agency"), [("CIVIL.GE", "Civil.ge"), ("24.KG", "24.kg")])
def test_slugs_with_full_stops_open_items_like_others(slug, agency):
    page = (
        "News of the day\n\nXINHUA. China's premier flew to Peru on Sunday for three days.\n\n"
        f"{slug}. Peru's envoy presented his papers on Sunday.\n\n"
        "KYODO. Japan's premier phoned the president of Chile on Sunday.\n"
    )
    assert [event.agencies for event in read_text(page).events] == [("Xinhua",), (agency,), ("Kyodo",)]


PLAIN = (
    ("Peru shuts its border with Chile", "Peru shut its border with Chile on Sunday, its army said in the capital."),
    ("Kenya names envoy to Chad", "Kenya named a new envoy to Chad on Sunday, the office of its president said."),
    ("Norway offers to host talks", "Norway offered to host the talks on Sunday, its prime minister told reporters."),
)


@pytest.mark.parametrize(
    "button", ["Updated / Sunday, 3 Mar 2024 10:15", "Tools: Print | Share", "Like 31  Tweet  Pin it"]
)
def test_buttons_and_stamps_between_items_credit_nobody(button):
    page = printed(PLAIN, f"{{}}\n{button}\n{{}}\n\n")
    assert {event.agencies for event in read_text("World news\n\n" + page).events} == {()}


@pytest.mark.parametrize("name", ["VnExpress", "Agencies - Xinhua", "Source: Al Jazeera and news agencies"])
def test_a_name_at_the_foot_of_a_page_credits_no_item(name):
    page = "Lima Gazette\n\nWorld in brief\n\n" + "".join(
        f"{number}. {text}\n" for number, (_, text) in enumerate(PLAIN, 1)
    )
    assert {event.agencies for event in read_text(page + name + "\n").events} == {()}


@pytest.mark.parametrize("stub", ["By AGI, Nairobi : …", "NAIROBI (AGI) – …", "NAIROBI (AGI) – […]"])
def test_a_dateline_whose_text_is_cut_off_credits_the_headline_above(stub):
    page = (
        "International\n\nPeru shuts its border\nBy Xinhua, Lima : Peru shut its border with Chile on Sunday, its army "
        f"said.\n\nKenyan police end their strike\n{stub}\n\nNorway offers to host talks\nBy Kyodo, Oslo : Norway "
        "offered to host the talks on Sunday, its prime minister said.\n\nChad closes a newspaper\nBy AFP, Bamako : "
        "Chad closed a newspaper on Sunday after it had printed a list of ministers' houses.\n"
    )
    assert [event.agencies for event in read_text(page).events] == [("Xinhua",), ("AGI",), ("Kyodo",), ("AFP",)]


@pytest.mark.parametrize(("region", "name"), [("Asia", "asia-pacific"), ("Middle East", "middle-east-africa")])
def test_a_region_glued_to_an_agency_heads_the_items(region, name):
    first, second = read_text(
        f"{region}KYODO. Japan's premier phoned the president of Iran on Sunday.\n"
        "XINHUA. China's premier flew to Iran on Sunday for three days.\n"
    ).events
    assert (first.agencies, second.agencies) == (("Kyodo",), ("Xinhua",))
    assert first.section == second.section == region
    assert first.region == second.region == name


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("BloombergThe", ("Bloomberg",)),
        ("AUCKLAND (QZN) – The", ("QZN",)),
        ("May 8, Port Vila (Reef Echo): The", ("Reef Echo",)),
        ("LUSAKA (Zambia) – The", ()),
        ("ISLAMABAD, (UrduPoint / Pakistan Point News - 6th Mar, 2017 ) :The", ("UrduPoint",)),
        ("SANAA -- The", ()),
    ],
)
def test_names_glued_to_a_text_or_unknown_in_its_dateline_credit_it(opening, names):
    (event,) = read_text(
        f"Envoy resigns\n\n{opening} envoy of Peru gave up his post on Sunday, the ministry said.\n"
    ).events
    assert event.agencies == names


def test_an_unknown_name_behind_day_and_place_credits_a_starred_item():
    first, second = read_text(
        "* May 7, Lima (AFP): Peru's envoy gave up his post, the ministry said.\n"
        "* May 8, Port Vila (Reef Echo): Vanuatu's parliament met to hear a motion against the government.\n"
    ).events
    assert (first.agencies, second.agencies) == (("AFP",), ("Reef Echo",))


def test_a_link_to_the_content_leaves_the_name_of_the_part_the_pages():
    page = """RFM Tiếng Việt
Vào nội dung chính
Việt Nam Châu Á Quốc tế Pháp Phân tích Kinh tế Xã hội Văn hóa
QUỐC TẾ
TIN ĐỌC NHANH
Đăng ngày: 19/07/2024 - 17:21
(AFP) – Peru thông qua luật mỏ. Quốc hội Peru hôm nay 19/07/2024 thông qua luật mỏ với 62 phiếu thuận, 55 phiếu chống.
(Reuters) – Fiji rút lệnh truy nã. Một thẩm phán tại Suva hôm nay rút lại lệnh bắt giữ cựu bộ trưởng Tài chính.
(AFP) – Chad : Di tản hai thị trấn. Gần 7.000 thường dân đã rời hai thị trấn ở miền đông trên hàng trăm xe buýt.
"""
    assert {event.section for event in read_text(page).events} == {None}


_NEWS = (
    ("Kenya signs a port deal", "Kenya and Oman signed an agreement on the port of Lamu, the ministry said."),
    ("Peru recalls its envoy", "Peru recalled its ambassador from La Paz for consultations over a speech there."),
    ("Estonia arrests two sailors", "Police in Estonia arrested two sailors of a tanker over a cut cable on Sunday."),
    ("Fiji sends soldiers", "Fiji sent fifty soldiers to the Solomon Islands to help the police keep order there."),
    ("Chad turns France down", "Chad rejected an offer by France to mediate between the army and the rebels."),
    ("Qatar frees prisoners", "Qatar released fifty prisoners at the request of Nepal, whose leader thanked it."),
)


@pytest.mark.parametrize(
    ("credits", "expected"),
    [
        (
            ["[Reuters]", "[BTA]", "[AP / Miami Herald]", "[dpa]", "[Daily Mirror Lanka]", "[RNZ]"],
            ["Reuters", "BTA", "AP|Miami Herald", "DPA", "Daily Mirror", "RNZ"],
        ),
        (
            ["Haaretz", "AFP", "Tut.by (in exile) / dpa", "Kyodo", "QNA", "RNZ"],
            ["Haaretz", "AFP", "Tut.by|DPA", "Kyodo", "QNA", "RNZ"],
        ),
    ],
)
def test_a_line_where_most_items_have_their_credits_is_one(credits, expected):
    items = (f"* {head}\n{text}\n{credit}\n" for (head, text), credit in zip(_NEWS, credits, strict=True))
    found = read_text("World news in brief\n\n" + "\n".join(items))
    assert ["|".join(event.agencies) for event in found.events] == expected


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("— L'Express (Mauritius)", "L'Express (Mauritius)"),
        ("// Reuters", "Reuters"),
        (">> Reuters", "Reuters"),
        ("_Reuters_", "Reuters"),
    ],
)
def test_signs_of_many_kinds_stand_in_front_of_a_credit(tail, agency):
    found = read_text("World news in brief\n\n" + "\n\n".join(f"- {text} {tail}" for _, text in _NEWS) + "\n")
    assert [event.agencies for event in found.events] == [(agency,)] * len(_NEWS)


@pytest.mark.parametrize(
    ("opening", "agencies"),
    [
        ("GENEVA / KUNA - ", ("KUNA",)),
        ("WICHITA, Kan. — ", ()),
    ],
)
def test_a_town_or_state_in_a_dateline_is_no_medium(opening, agencies):
    found = read_text("World news in brief\n\n" + "\n\n".join(f"{opening}{text}" for _, text in _NEWS) + "\n")
    assert {event.agencies for event in found.events} == {agencies}


_TEASERS = (
    (
        "Mali recalls its envoy to Chad",
        "The government accused its neighbour of giving shelter to the plotters of 2015.",
    ),
    ("Cocoa dries up in Ghana's west", "Farmers say a third of their trees died in six weeks without rain."),
    ("Liberia: Bankers in court", "Former governor Milton Roe has pleaded not guilty to theft ..."),
    ("Togo, Benin plan one border post", "Their presidents have signed an accord in Lome, to be paid for by the EU."),
)


def test_a_medium_under_a_teaser_stands_before_the_day_and_hour():
    names = ["Voice of America", "Punch", "Ana Flores.  Front Page Africa", "Africanews"]
    text = "News of West Africa\n\n" + "\n".join(
        f"  • {title}\n    {lead}\n    {name}.  Thu, 14 Feb 2019 17:20:41 +0000."
        for (title, lead), name in zip(_TEASERS, names, strict=True)
    )
    found = [event.agencies for event in read_text(text).events]
    assert found == [("VOA",), ("Punch",), ("FrontPageAfrica",), ("Africanews",)]


def test_two_agencies_parted_by_a_slash_are_no_photographer():
    items = [
        "* Tunisia trục xuất Đại biện Hà Lan: Ông phải đi trong 72 giờ.\nAmsterdam chưa bình luận. (AFP/Al Jazeera)",
        "* Litva yêu cầu EU siết thuế: Bộ trưởng gửi thư hôm 10/7. (LRT)",
        "* Peru thay Bộ trưởng Nội vụ: Đây là người thứ năm trong một năm. (Andina)",
    ]
    assert [event.agencies for event in read_text("Tin thế giới\n" + "\n".join(items)).events] == [
        ("AFP", "Al Jazeera"),
        ("LRT",),
        ("Andina",),
    ]


@pytest.mark.parametrize("number", ["3. ", "3) "])
def test_a_name_behind_a_number_is_no_medium_where_it_goes_on(number):
    text = f"{number}The National Association of Resident Doctors of Peru has given the government 21 days to pay."
    others = "1. Peru closed two ports on Monday.\n\n2. Chad expelled an envoy on Monday.\n\n"
    assert [event.agencies for event in read_text(f"Ten things\n\n{others}{text}").events] == [()] * 3


def test_a_country_in_front_of_a_headline_is_no_medium():
    text = "1) Vietnam - China: a boat goes down\nEach side blamed the other for the loss of the boat on Monday.\n\n"
    assert read_text(f"Points\n\n{text}2) Peru - Chile: a port opens\nBoth presidents came.").events[0].agencies == ()


@pytest.mark.parametrize(("tail", "names"), [("(MAP)", ("MAP",)), ("(Map)", ()), ("(AP) (Watch video)", ("AP",))])
def test_a_button_in_brackets_is_no_agency_and_an_agency_no_button(tail, names):
    items = ["* Chad: The president has left for Doha. (AFP)", "* Peru: The congress voted on the budget. (EFE)"]
    text = "\n".join(["World in brief", f"* Morocco: Rabat closed its consulate in Oran on Monday. {tail}", *items])
    assert read_text(text).events[0].agencies == names


STAMPED = [
    ("Agence France-Presse . Lima | Updated at 10:41pm on September 18, 2021", "AFP"),
    ("Reuters, Lima / 18 Sep 2021 / 19:37", "Reuters"),
    ("(AFP (eng) 18/09/21)", "AFP"),
    ("Bta.  Bulgarian Telegraph Agency.  Wed, 15 Sep 2021 12:05:31 +0000.", "BTA"),
    ("More from Al Jazeera here.", "Al Jazeera"),
    ("Orvald . Reuters of the mines | Updated at 10:41pm", ""),
]


@pytest.mark.parametrize(("line", "name"), STAMPED)
def test_a_line_of_places_and_days_under_an_item_names_its_medium(line, name):
    texts = ("Peru's judges walked out", "Chad freed nine hostages", "Kenya shut twelve embassies")
    found = read_text(
        "Central Asia\n\n"
        + "".join(
            f"{one}\n\n{one} on Saturday in protest at a law, its government said.\n\n{line}\n\n" for one in texts
        )
    )
    assert {event.agencies for event in found.events} == {(name,) if name else ()}


def test_names_below_each_item_are_theirs_though_the_page_begins_with_one():
    found = read_text(
        "(P.N. - AFP)\n"
        "* Bộ trưởng Nội vụ Kuwait cáo buộc một nhóm nghị sĩ kích động người biểu tình.\n(D.K. - Gulf News)\n"
        "* Phó thủ tướng Papua New Guinea nói đội tuần tra biển chỉ hù dọa sau vụ bắt tàu cá.\n(D.K.-AP)\n"
        "* Tổng thống Zambia đã đi lại được sau khi phải vào bệnh viện vì kiệt sức.\n(L.TH. - BBC)\n"
        "* Cảnh sát Uganda bắt 12 người tình nghi buôn vũ khí qua biên giới Congo.\n(P.N. - New Vision)\n"
    )
    assert [event.agencies for event in found.events] == [("Gulf News",), ("AP",), ("BBC",), ("New Vision",)]


@pytest.mark.parametrize("heading", ["Nationwide", "Lao động", "MILLIYET\n--------", "Albanian Language Media:"])
def test_a_heading_below_an_item_is_not_its_credit(heading):
    found = read_text(
        "News in brief\n\n- Haiti closed its border on Sunday.\n\n- Peru recalled its envoy from Quito on Sunday.\n\n"
        f"{heading}\n\n- Chad's army freed nine hostages on Sunday.\n\n- Niger named a new army chief on Sunday.\n"
    )
    assert {event.agencies for event in found.events} == {()}


def test_a_name_below_the_last_item_is_the_pages_where_others_have_theirs_elsewhere():
    found = read_text(
        "News in brief\n\n- Haiti closed its border on Sunday, according to AFP.\n\n"
        "- Peru recalled its envoy from Quito on Sunday.\n\n- Niger named a new army chief on Sunday.\n\n"
        "Theo Tuổi Trẻ Online\n"
    )
    assert [event.agencies for event in found.events] == [("AFP",), (), ()]


def test_brackets_behind_a_quoted_name_explain_it_and_those_under_a_picture_are_its_own():
    found = read_text(
        "Tin vắn\n\n- Quân đội Peru hôm 2/3 cáo buộc nhóm “Quân đội A-ra-can” (AA) đứng sau vụ tấn công.\n\n"
        "- Mông Cổ hôm 2/3 công bố kế hoạch giảm số gia súc chăn thả.\n![](/a.jpg) |\n"
        "Kế hoạch giúp phục hồi đồng cỏ. (Nguồn: Montsame) |\n"
    )
    assert not {"Anadolu", "Montsame"} & {name for event in found.events for name in event.agencies}


def test_names_with_full_stops_in_front_of_most_items_are_credits():
    found = read_text(
        "Quan sát 24 giờ\n\nBBC. Kết quả kiểm phiếu ở Lima cho thấy 55% cử tri nói không với độc lập hôm 19-9.\n\n"
        "AFP. Tổng thống Pháp cho biết các máy bay ngày 19-9 đã phá hủy một kho hậu cần ở Mali.\n\n"
        "Roi-tơ. Sáu triệu dân Peru được lệnh ở trong nhà từ 19 đến 21-9 vì dịch bệnh.\n\n"
        "EFE. Nghị viện vùng Ca-ta-lô-ni-a ngày 19-9 thông qua luật mở đường trưng cầu.\n"
    )
    assert [event.agencies for event in found.events] == [("BBC",), ("AFP",), ("Reuters",), ("EFE",)]


def test_a_button_behind_a_credit_hides_it_not_and_a_file_picture_is_none():
    found = read_text(
        "World news\n\nPeru's judges walked out\n\nPeru's judges walked out on Sunday in protest.\n\n"
        "(REUTERS)…[+]\n\nChad freed nine hostages\n\nChad's army freed nine hostages on Sunday.\n\n"
        "(REUTERS)…[+]\n\nKenya shut twelve embassies\n\nKenya shut twelve embassies on Sunday after a cut.\n\n"
        "(REUTERS)…[+]\n"
    )
    assert {event.agencies for event in found.events} == {("Reuters",)}
    shown = read_text(
        "Tin vắn\n\n- Peru's judges walked out on Sunday.(AFP/File)\n\n- Chad freed nine men on Sunday.\n"
    )
    assert {event.agencies for event in shown.events} == {()}
