"""Pages of many reports: what parts their items, and what stands around each of them."""

import pytest

from events.extraction import captions, gluing, line_signs, paragraph_ends, second_look
from events.extraction.layouts import agency, dateline, small_print, starred
from events.extraction.lines import split
from events.extraction.records import Reason

from .reading import assert_tiled, read_text, set_aside, titles

SHIPS = (
    (
        "Kenya frees eleven fishermen held at Lamu",
        "A court in Lamu freed eleven fishermen on Monday whom Kenya's navy had held since May.",
        "Their lawyer said that Nairobi would have to pay for the boats.",
    ),
    (
        "Can Chile fill its empty reservoirs?",
        "Chile's government asked parliament on Tuesday for money to pump water to the towns around Arica.",
        "Farmers had blocked the road to Santiago for a week.",
    ),
    (
        "Fiji and Tonga share a patrol boat",
        "Fiji lent Tonga a patrol boat on Wednesday, after a storm had sunk the only one of Nuku'alofa.",
        "It will be given back in March.",
    ),
    (
        "Polish miners end their strike",
        "Miners in Katowice went back to work on Thursday when Poland's prime minister promised them a new shaft.",
        "The strike had lasted since the first days of the month.",
    ),
    (
        "Laos opens its border to lorries",
        "Laos opened the crossing at Boten to lorries on Friday, an official in Vientiane said.",
        "They had waited there for six weeks.",
    ),
)


def test_texts_under_headlines_that_have_nobody_in_common_are_reports_of_their_own():
    read = read_text("\n\n".join("\n\n".join(report) for report in SHIPS))
    assert_tiled(read)
    assert titles(read) == [report[0] for report in SHIPS]


def test_texts_under_crossheads_tell_of_the_same():
    quarrel = (
        "Kenya and Somalia agree on their border at sea",
        "What the fishermen of Lamu expect",
        "Who will patrol the waters now",
        "How the quarrel of the two began",
        "Where the line runs today",
    )
    read = read_text(
        "\n\n".join(
            f"{head}\n\nKenya said on day {day} that Somalia would let boats of its fishermen in.\n\n"
            f"Somalia's ministry had asked for {day} boats, and Kenya's navy for twice as many.\n\n"
            f"In {2010 + day} both had met before the judges in The Hague, where neither gave in."
            for day, head in enumerate(quarrel, 2)
        )
    )
    assert len(titles(read)) == 1


def test_a_headline_that_begins_in_capitals_belongs_to_the_dateline_below():
    read = read_text(
        "Ferries run aground near Iquitos\n\nLIMA, Sept. 3 (Xinhua) -- Two ferries ran aground in Peru on Tuesday.\n\n"
        "UNICEF asks for tents after storm\n\nSUVA, Sept. 3 (Xinhua) -- The agency asked for tents for Fiji.\n\n"
        "Bridge closed to lorries in Laos\n\nVIENTIANE, Sept. 3 (Xinhua) -- Laos closed a bridge to lorries.\n"
    )
    assert titles(read) == [
        "Ferries run aground near Iquitos",
        "UNICEF asks for tents after storm",
        "Bridge closed to lorries in Laos",
    ]


def test_a_low_line_behind_the_agency_is_a_dash_of_old():
    read = read_text(
        "Reports in Brief\n\nFerries run aground in Peru with 140 people aboard\n\n"
        "IQUITOS, Peru (AP) _ Two ferries ran aground on Tuesday, Peru's navy said.\n\nDivers searched the river.\n\n"
        "Judges free eleven fishermen in Kenya\n\n"
        "LAMU, Kenya (AP) _ A court freed eleven fishermen on Tuesday.\n\nTheir boats are still held.\n\n"
        "AP sources: Fiji to close its port\n\nSUVA, Fiji (AP) _ Fiji will close its port, two officials said.\n"
    )
    assert titles(read) == [
        "Ferries run aground in Peru with 140 people aboard",
        "Judges free eleven fishermen in Kenya",
        "Fiji to close its port",
    ]


def test_names_in_front_of_a_dateline_are_a_byline():
    line = next(split("By Ann Lee and Bo Li LIMA/QUITO (Reuters) – Peru and Ecuador closed their border on Monday."))
    pieces = [(piece.text, piece.reason) for piece in gluing.unglued(line, "en")]
    assert [(text.strip(), reason) for text, reason in pieces] == [
        ("By Ann Lee and Bo Li", Reason.BYLINE),
        ("LIMA/QUITO (Reuters) – Peru and Ecuador closed their border on Monday.", None),
    ]


@pytest.mark.parametrize(
    "line", ["Bharat Roe and Emily Lee, Associated Press  |  Posted Jul 14th - 10:36pm", "Ann Lee, AP | 2 hours ago"]
)
def test_reporters_with_their_medium_and_an_hour_are_small_print(line):
    assert small_print.is_metadata(line)


def test_words_of_a_headline_with_an_hour_are_not():
    assert not small_print.is_metadata("Judges in Lamu free all eleven fishermen of Kenya | 2 hours ago")


@pytest.mark.parametrize("line", ["| Ann Lee", "| Ann van Roe and Bo Li"])
def test_a_name_behind_a_bar_is_a_byline(line):
    assert line_signs.reason_of(line, "en")[0] is Reason.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Ferries in the port of Iquitos on Monday. Jane Roe for The New York Times",
        "The president of Peru spoke to the crews.Credit…Jane Roe for The New York Times",
    ],
)
def test_a_picture_made_for_a_newspaper_is_a_caption(line):
    assert captions.is_signed(line)


def test_words_for_others_are_no_credit():
    assert not captions.is_signed("Ferries wait in Iquitos. Divers Search River for Days")


def test_a_headline_that_begins_with_with_is_no_credit():
    read = read_text(
        "Ferries run aground in Peru\n\nTwo ferries ran aground on Tuesday near Iquitos, Peru's navy said.\n\n"
        "With Fiji's king ill, Tonga faces a leadership vote\n\nTonga's parliament will vote in May, it said.\n\n"
        "Kenya frees eleven fishermen\n\nA court in Lamu freed eleven fishermen on Monday, their lawyer said.\n\n"
        "Laos opens its border\n\nLaos opened the crossing at Boten to lorries on Friday, an official said.\n"
    )
    assert "With Fiji's king ill, Tonga faces a leadership vote" in titles(read)
    assert not set_aside(read, Reason.BYLINE)


def test_a_headline_over_a_text_without_a_place_opens_an_item_where_headlines_open_all():
    read = read_text(
        "Peru asks Chile for engines\n\nLIMA - Peru asked Chile on Monday for two engines of its railway to Arica.\n\n"
        "Chile and Bolivia talk about water\n\nSANTIAGO - Bolivia's foreign minister spoke in Chile about a river.\n\n"
        "Bolivia wants its river back\n\nAug. 17 – Bolivia will ask judges to decide on the river, Chile was told.\n"
    )
    assert titles(read) == [
        "Peru asks Chile for engines",
        "Chile and Bolivia talk about water",
        "Bolivia wants its river back",
    ]


def test_a_pictures_number_below_a_headline_is_no_part_of_it():
    read = read_text(
        "Tin vắn quốc tế\n\nPeru và Chile nối lại đường sắt\n\n(TTXVN) Peru và Chile ngày 3/3 nối lại đường sắt.\n"
        "Bộ trưởng hai nước đi chuyến tàu đầu tiên.\nFiji nhận tàu tuần tra của Úc\n"
        "fiji nhan tau tuan tra hinh 1    Ảnh: Hải quân Fiji.\n"
        "VOV.VN – Hải quân Fiji ngày 3/3 nhận một tàu tuần tra do Úc tặng.\nÔng phát biểu tại cảng Suva.\n"
        "Lào mở cửa khẩu cho xe tải\n\n(TTXVN) Lào ngày 3/3 mở cửa khẩu Boten cho xe tải sau sáu tuần.\n",
        language="vi",
    )
    assert [title.split()[0] for title in titles(read)] == ["Peru", "Fiji", "Lào"]
    assert "Ông phát biểu tại cảng Suva." in read.events[1].text


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("(The Jakarta Post) Indonesia will", True),
        ("(AFP) - Indonesia will", True),
        ("Reuters: Indonesia will", True),
        ("Dân trí Indonesia sẽ", True),
        ("(Commentary) Indonesia will", False),
        ("Reuters Limited offers Indonesia", False),
        ("Indonesia: it will", False),
    ],
)
def test_a_text_that_opens_with_its_agency_is_kept(text, signed):
    assert second_look.is_signed(text) is signed


def test_the_most_read_are_links_and_strokes_part_reports():
    read = read_text(
        "Most Popular\n-\n1\nSinger weds in a barn\n-\n2\nSnow falls on the capital\n-\n3\nShares rise\n-\n"
        + "".join(f"{head}\n{lead} It is the first time since\nMarch 4, 2021\n-\n" for head, lead, _ in SHIPS[2:])
    )
    assert titles(read) == [report[0] for report in SHIPS[2:]]
    assert "Snow falls on the capital" in set_aside(read, Reason.RELATED)


def test_leads_without_a_stop_belong_to_their_headlines_where_the_others_have_one():
    read = read_text(
        "\n\n".join(f"{head}\n\n{lead if place % 2 else lead[:-1]}" for place, (head, lead, _) in enumerate(SHIPS))
    )
    assert titles(read) == [report[0] for report in SHIPS]


def test_a_headline_whose_words_its_lead_repeats_is_no_copy():
    read = read_text(
        "\n\n".join(f"{head}\n\n{lead}" for head, lead, _ in SHIPS[:2])
        + "\n\nFiji lends Tonga a patrol boat of its navy\n\nFiji lends Tonga a patrol boat of its navy, which a storm "
        "had left without one, its ministry said.\n\n" + "\n\n".join(f"{head}\n\n{lead}" for head, lead, _ in SHIPS[3:])
    )
    assert "Fiji lends Tonga a patrol boat of its navy" in titles(read)


def test_a_text_over_another_headline_with_its_byline_is_no_standfirst():
    read = read_text(
        "Highlights From the Islands: June 18, 2013\n\nFerry aground off Suva\nThe ferry had 140 people aboard.\n"
        "From The Hindu\n\nOutrage as Tonga's oldest bridge is sold\nBy Jane Roe\nThe bridge of Tonga was sold on "
        "Monday to a company that nobody in Nuku'alofa had heard of.\nFrom NBC News\n\nSamoa's toll rises\nSix more "
        "people were found dead on Tuesday in Samoa's north.\nFrom USA Today\n\nFiji counts its sharks\nDivers found "
        "more sharks off Fiji than in any year before.\nFrom The Nation\n"
    )
    assert titles(read)[0] == "Ferry aground off Suva"


def test_a_button_glued_to_a_text_is_cut_off():
    text = "UNHCR's deputy high commissioner spoke in Suva on Sunday with the delegation of TongaClick here to read…"
    assert paragraph_ends.begins_at(text) == (text.index("Click"), Reason.RELATED)


def test_a_picture_with_its_credit_behind_dots_is_a_caption():
    assert captions.is_caption("A rally in Suva on Saturday.Credit...Jane Roe/The Herald", "")


def test_two_countries_with_a_colon_are_the_place_of_an_item():
    text = "Trung Quốc - Ấn Độ: Hai bên mở lại đường bay thẳng sau năm năm."
    opening = dateline.opening(next(split(text)))
    assert opening.place.of(text) == "Trung Quốc - Ấn Độ"


def test_stars_of_a_rating_open_no_item():
    assert starred.opening(next(split("★★★★★ 4.5/5"))) is None


def test_words_in_capitals_with_a_stop_open_an_item():
    line = next(split("PERU'S PARLIAMENT VOTES FOR A NEW LAW. The parliament in Lima voted on Monday for water."))
    assert agency.opening(line) is not None


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("24/02/2019 15:20U.S. envoy returns to Lima for talks on the river", "24/02/2019 15:20"),
        (
            "A ferry lies aground in Peru. Photo: REUTERSA minister said on Monday that it would soon be freed.",
            "A ferry lies aground in Peru. Photo: REUTERS",
        ),
        ("A ferry lies aground. Purchase Licensing Rights", "A ferry lies aground. Purchase Licensing Rights"),
    ],
)
def test_a_stamp_and_a_caption_are_cut_off_what_is_glued_to_them(text, front):
    assert next(gluing.unglued(next(split(text)), "en")).text == front


def test_texts_that_the_page_cut_short_are_reports_though_many_name_the_same_country():
    leads = [
        "Bulgaria's president said on Sunday that he would not go before the committee of parliament, which […]",
        "A bridge between Bulgaria and Romania was opened to lorries on Saturday after eleven months of work on […]",
        "Bulgaria's science fair ended in Sofia with more visitors than in any of the years before, figures of a ...",
        "Two parties in Skopje agreed on Saturday to form a government, the third in four years that they will […]",
        "Lithuania's president was seen ahead of her rivals on Sunday after the polls closed in Vilnius and […]",
        "Romania's ministry took note of what Russia's envoy had written about the sky over Bulgaria and […]",
    ]
    read = read_text("\n".join(leads))
    assert_tiled(read)
    assert len(read.events) == len(leads)
