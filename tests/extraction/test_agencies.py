"""Agencies in credits and in prose."""

import pytest

from events.extraction import agencies, attributions, gazetteer, media
from events.extraction.records import NamedAlias, Span, Vocabulary

NONE = Vocabulary()
CREDITS = [
    ("Reuters/Sputniknews", "Reuters|Sputnik"),
    ("THX, AFP", "Xinhua|AFP"),
    ("Tân Hoa Xã - TASS", "Xinhua|TASS"),
    ("Theo Yonhap", "Yonhap"),
    ("TTXVN", "VNA"),
    ("AP, 12/3", "AP"),
    ("T.H. (theo Kyodo)", "Kyodo"),
    ("Minh Anh - Theo CNN", "CNN"),
    ("Xinhua và AFP", "Xinhua|AFP"),
    ("Nguồn: Al Jazeera", "Al Jazeera"),
    ("MENA", "MENA"),
    ("Reuters, reuters", "Reuters"),
    ("Washington Post, Fox News", "Washington Post|Fox News"),
    ("KYODO", "Kyodo"),
    ("Lagos Evening Herald", "Lagos Evening Herald"),
    ("Theo Reuters, AFP", "Reuters|AFP"),
    ("Nguồn: Bernama", "Bernama"),
    ("nguồn tin: Kuensel", "Kuensel"),
    ("Tin: VOV", "VOV"),
    ("AFP - KUNA", "AFP|KUNA"),
    ("AP/Reuters", "AP|Reuters"),
    ("Reuters, Hanoi", "Reuters"),
    ("Reuters, with AFP", "Reuters|AFP"),
    ("Yonhap đưa tin", "Yonhap"),
    ("according to the BBC", "BBC"),
    ("via Post-Courier", "Post-Courier"),
    ("Reuters/QZX", "Reuters|QZX"),
    ("Reuters/Baghdad Evening Post", "Reuters|Baghdad Evening Post"),
    ("JAKARTA POST", "Jakarta Post"),
    ("Samoa Observer", "Samoa Observer"),
    ("Radio Okapi; Actualite.cd", "Radio Okapi|Actualite.cd"),
    ("Báo Thanh Hóa", "Báo Thanh Hóa"),
    ("News.am", "NEWS.am"),
    ("Trud, Sega, Orvald", "Trud|Sega|Orvald"),
    ("Trud, Sega, Lima", "Trud|Sega"),
    ("Trud, Sega, Jane Roe", "Trud|Sega"),
    ("Trud, Sega, November", "Trud|Sega"),
    ("Trud, Orvald", "Trud"),
    ("Beta, Radio Zembla sever", "Beta|Radio Zembla sever"),
    ("24sata", "24sata"),
]
# In the place of a credit, but of no known agency: (credit, read as).
UNKNOWN = [
    ("Theo Orvaldia", "Orvaldia"),
    ("Nguồn: báo Zemblan", "Zemblan"),
    ("ORVALDIA WEEKLY HERALD", "Orvaldia Weekly Herald"),
    ("QZTV", "QZTV"),
    ("orvaldia", "Orvaldia"),
    ("Theo WHO", "WHO"),
    ("Orvaldia 12/3", "Orvaldia"),
    ("Zemblan, 12/3", "Zemblan"),
    ("P.V.", ""),
    ("12/3", ""),
    ("LVIV", ""),
    ("TUNIS", ""),
    ("DEC", ""),
    ("Sat.", ""),
]
MISPRINTED = [("Reuteurs", "Reuters"), ("Bloomerg", "Bloomberg"), ("Yonhapp", "Yonhap"), ("Orvaldia", "Orvaldia")]
NAMES_OF_PEOPLE = ["Ana Flores", "Mia Farrow", "By Ina Roe"]
NO_CREDITS = ["UN", "Peru", "COP29", "NATO", "EU", "ICBM", "Mỹ", "giờ địa phương", "trái", "in Spanish", "", "2024",
              "He wrote to Reuters before he was told to leave the country for good"]  # fmt: skip
HEADINGS = ["Science", "Sport", "Business", "World", "Politics", "Health", "Culture", "People", "Focus", "Report",
            "Society", "Asia", "Technology", "Thế giới", "Kinh tế", "Thể thao", "Văn hóa", "Khoa học", "Xã hội",
            "Pháp luật", "Giáo dục", "Sức khỏe", "Môi trường", "Thời sự", "Du lịch"]  # fmt: skip
PROSE = [
    ("Hãng tin Reuters dẫn lời ông Ivo.", "Reuters"),
    ("Kyodo đưa tin ngày 3-4.", "Kyodo"),
    ("Theo AFP, ba người bị thương.", "AFP"),
    ("According to Yonhap news agency, the talks failed.", "Yonhap"),
    ("Iran's ILNA news agency reported the arrest.", "ILNA"),
    ("She told the Financial Times that rates would fall.", "Financial Times"),
    ("Kênh truyền hình CNN (Mỹ) cho biết", "CNN"),
    ("The plan, seen by Reuters, would cost more.", "Reuters"),
    ("According to Iran's semi-official Tasnim news agency, he left.", "Tasnim"),
    ("Xinhua, citing the ministry, put the toll at nine.", "Xinhua"),
    ("Ông trả lời phỏng vấn báo Le Monde.", "Le Monde"),
    ("Đài NHK dẫn nguồn tin cảnh sát.", "NHK"),
    ("The market for the Economist in Vietnam is small.", ""),
    ("The bank sold its stake in Bloomberg.", ""),
    ("There is time to reform.", ""),
    ("Its broadcaster 100% Noticias was raided on Monday.", ""),
    ("Ông là cựu giám đốc đài truyền hình NHK, bị bắt hôm qua.", ""),
    ("A BBC correspondent was put on a plane to London.", ""),
    ("A BBC correspondent in Goma said the town was quiet.", "BBC"),
    ("The ministry denied a report by the newspaper Izvestia that it had been asked.", ""),
    ("The ministry denied the rumour, Yonhap informs.", "Yonhap"),
    ("It was signed in Gabala, citing the state news agency Azertac.", "AZERTAC"),
    ("Báo Le Monde của Pháp ngày 5/3 viết rằng hội nghị thất bại.", "Le Monde"),
    ("The Punch quoted a judge in Abuja as saying so.", "Punch"),
    ("The punch he threw reported no injuries.", ""),
    ("A farmer told the BBC's Newsday programme that the well was dry.", "BBC"),
    ("A driver told fijivillage.com that the bridge was out.", "Fijivillage"),
    ("A driver told lamppost.com that the bridge was out.", "lamppost.com"),
    ("The Toronto Star's Ann Roe assesses the odds of Peru.", "Toronto Star"),
    ("The BBC looks at the border deal of Peru.", "BBC"),
    ("AFP adds from Lima: the minister laughed.", "AFP"),
    ("According to the Guardian Council, the vote was fair.", ""),
    ("Diplomats in Lima cast doubt on the ISNA report.", ""),
    ("Theo Tuổi Trẻ, ba ngư dân đã được cứu.", "Tuổi Trẻ"),
    ("Tờ Independent của Anh ngày 5/3 viết rằng hội nghị thất bại.", "The Independent"),
    ("Hãng tin SPA dẫn lời ông Ivo.", "SPA"),
    ("Họ đi theo Sun, con chó của ông.", ""),
    ("Hai nguồn tin cho Reuters hay thuyền trưởng đã bị bắt.", "Reuters"),
    ("Ông Ivo nói vậy hôm 5/3 với hãng Tasnim.", "Tasnim"),
    ("Bà Ana xác nhận với đài RFI rằng bà vẫn ở Lima.", "RFI"),
    ("Đặc phái viên AFP tại chỗ cho biết cầu đã sập.", "AFP"),
    ("Ông Ivo đi cùng với đội của RFI.", ""),
    ("Anh mua vé cho Reuters xong thì về.", ""),
    ("The mayor tells Citizen TV that the engines had no water.", "Citizen TV"),
    ("The mayor blamed others in an interview with the ABC on Sunday.", "ABC"),
    ("The mayor threw a stone at the ABC.", ""),
    ("Theo AFP và Reuters, ba người bị thương.", "AFP|Reuters"),
    ("Two officials told Reuters, CNN and the BBC that he left.", "Reuters|CNN|BBC"),
    ("Xe của Reuters và AFP bị đốt.", ""),
    ("Theo kênh truyền hình NTV, tàu trật bánh ở Sivas.", "NTV"),
    ("Hãng thông tấn nhà nước Bolivia ABI cho biết mưa đã tạnh.", "ABI"),
    ("Kênh truyền hình NTV bị phạt.", ""),
    ("The town was taken at dawn. Jane Roe and Ann Lee report for BBC News.", "BBC"),
    ("A judge freed them. Ann Lee reports for the Guardian.", "The Guardian"),
]


@pytest.mark.parametrize(("credit", "names"), CREDITS, ids=[credit for credit, _ in CREDITS])
def test_a_credit_is_recognised_and_read(credit, names):
    text = f"Ends here. ({credit})"
    span = Span(12, 12 + len(credit))
    found = agencies.read_credit(text, span, "en", NONE)
    assert agencies.is_credit(credit)
    assert [mention.value for mention in found] == names.split("|")
    assert all(span.start <= mention.start < mention.end <= span.end for mention in found)


@pytest.mark.parametrize(("credit", "name"), UNKNOWN, ids=[credit for credit, _ in UNKNOWN])
def test_an_unknown_credit_passes_through_as_printed(credit, name):
    text = f"Ends here. ({credit})"
    found = agencies.read_credit(text, Span(12, 12 + len(credit)), "en", NONE)
    assert [mention.value for mention in found] == ([name] if name else [])
    assert all(text[mention.start : mention.end].casefold() == name.casefold() for mention in found)


@pytest.mark.parametrize(("credit", "name"), MISPRINTED)
def test_a_misprinted_wire_service_is_known(credit, name):
    found = agencies.read_credit(credit, Span(0, len(credit)), "en", NONE)
    assert [mention.value for mention in found] == [name]


@pytest.mark.parametrize("words", NAMES_OF_PEOPLE)
def test_a_given_name_is_no_abbreviation(words):
    assert not agencies.names_one(words)


@pytest.mark.parametrize("credit", ["Reuters, Nguyễn Minh Anh", "Nguyễn Minh Anh (theo Reuters)", "Reuters, T.H."])
def test_a_reporter_beside_an_agency_is_none(credit):
    found = agencies.read_credit(credit, Span(0, len(credit)), "vi", NONE)
    assert [mention.value for mention in found] == ["Reuters"]


def test_no_spelling_stands_for_two_agencies():
    owners = {}
    for agency in gazetteer.agencies():
        for form in (*agency.names, *agency.weak):
            owners.setdefault(form.casefold(), set()).add(agency.slug)
    assert {form: slugs for form, slugs in owners.items() if len(slugs) > 1} == {}


def test_every_agency_is_read_from_a_credit_by_each_of_its_names():
    wrong = {}
    for agency in gazetteer.agencies():
        for form in (*agency.names, *agency.weak):
            found = [mention.value for mention in agencies.read_credit(form, Span(0, len(form)), "en", NONE)]
            if found != [agency.name]:
                wrong[form] = found
    assert wrong == {}


@pytest.mark.parametrize("tail", NO_CREDITS)
def test_other_brackets_are_no_credit(tail):
    assert not agencies.is_credit(tail)


@pytest.mark.parametrize(("sentence", "names"), PROSE, ids=[sentence[:30] for sentence, _ in PROSE])
def test_an_attribution_in_prose_is_found(sentence, names):
    found = attributions.in_text(sentence, [Span(0, len(sentence))], NONE)
    assert [mention.value for mention in found] == [name for name in names.split("|") if name]


def test_offsets_point_at_the_agency():
    text = "Done. (Theo Reuters/AFP)"
    found = agencies.read_credit(text, Span(7, 23), "vi", NONE)
    assert [text[mention.start : mention.end] for mention in found] == ["Reuters", "AFP"]


def test_an_editors_alias_is_read_in_credits():
    vocabulary = Vocabulary((NamedAlias("agency", "Rtrs", "Reuters"),))
    assert agencies.is_credit("Rtrs", vocabulary)
    assert [m.value for m in agencies.read_credit("Rtrs", Span(0, 4), "en", vocabulary)] == ["Reuters"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_section_heading_is_no_credit(heading):
    assert not agencies.is_credit(heading)
    assert not agencies.is_credit(heading.upper())


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Peru's envoys had left by noon, the Sahrawi agency SPS claimed.", ["SPS"]),
        ("In remarks carried by SPA the king of Jordan asked for calm.", ["SPA"]),
        ("Nine judges were let go in Lima, NTV reports.", ["NTV"]),
        ("“The gate is shut,” the envoy was quoted as saying by Pajhwok.", ["Pajhwok"]),
        ("The pact with Peru will hold, says the New York Times.", ["New York Times"]),
        ("The PA paid its clerks in Ramallah, and SPA guests stayed away.", []),
    ],
)
def test_prose_cites_by_abbreviation_and_behind_the_comma(sentence, names):
    assert [found.value for found in attributions.in_text(sentence, [Span(0, len(sentence))], Vocabulary())] == names


def test_a_headline_about_a_broadcaster_and_a_link_to_its_writer_credit_nothing():
    assert not agencies.is_credit("Peru's Opposition TV Chief Charged")
    assert agencies.is_credit("Radio Television of Northern Peru")
    assert not agencies.read_credit("More by this Author", Span(0, 19), "en", NONE)


@pytest.mark.parametrize("byline", ["Thái An", "QUỲNH ANH", "Trần Minh Phương"])
def test_a_vietnamese_reporters_name_is_no_medium(byline):
    assert not agencies.read_credit(byline, Span(0, len(byline)), "vi", NONE)


@pytest.mark.parametrize("name", ["Hoa Kỳ Times", "Sóng Việt", "Tico Ledger"])
def test_a_name_of_other_words_is_a_medium_where_a_credit_stands(name):
    assert [m.value for m in agencies.read_credit(name, Span(0, len(name)), "vi", NONE)] == [name]


@pytest.mark.parametrize(
    "words",
    [
        "News Desk",
        "World News Today",
        "Press Secretary",
        "Presidential Press Service",
        "Categories: Archived News",
        "Báo điện tử",
    ],
)
def test_words_that_say_what_media_do_are_no_name(words):
    assert agencies.read_credit(words, Span(0, len(words)), "en", NONE) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [("a nation fed on promises", ""), ("the island", "The Island"), ("dpa", "DPA"), ("on the island today", "")],
)
def test_a_name_in_small_letters_is_a_word_amid_others(line, name):
    assert "|".join(hit.entry.values[0] for hit in media.hits(line, None)) == name


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The minister told Savanna Radio on Monday that the road was closed.", ["Savanna Radio"]),
        ("Mekong Herald reported that prices fell in Vientiane.", ["Mekong Herald"]),
        ("the newspaper Kapital, citing two officials, said the vote was put off.", ["Kapital"]),
        ("Kênh Savana có clip: nước cuốn qua hai ngôi làng.", ["Savana"]),
        ("Bão đã tan, tờ Kapital đưa tin hôm thứ Hai.", ["Kapital"]),
        ("The broadcaster Kanal Savana was raided by police.", []),
        ("The company bought the newspaper El Savana last year.", []),
        ("Police told Parliament that the road was shut.", []),
        ("Nine died, according to the National Disaster Management Authority.", []),
    ],
)
def test_prose_shows_what_is_a_medium_that_nobody_knows(sentence, names):
    found = attributions.in_text(sentence, (Span(0, len(sentence)),), Vocabulary())
    assert [mention.value for mention in found] == names


CITING = [
    ("The Lima Post was less than impressed. The Jakarta Post was one of many to report the raid.", "Jakarta Post"),
    ("The ministry denies it, but the Samoa Observer finds that most of the jobs went abroad.", "Samoa Observer"),
    ("Kathimerini announces a committee has voted to cut the pensions.", "Kathimerini"),
    ("The minister is quoted in The Jakarta Post as saying that he would pay.", "Jakarta Post"),
    ("The accident was picked up by Al Jazeera, whose reporter was there.", "Al Jazeera"),
    ("The airport stayed closed, according to the news agency ABI.", "ABI"),
    ("Hãng tin Reuters ngày 13.5 dẫn lời giới chức tuyên bố sẽ khởi kiện.", "Reuters"),
    ("She is accused of smuggling currency, Turan reported.", "Turan"),
    ("The crash was picked up by the ABC, whose reporter was there.", "ABC"),
    ("Police detained a reporter of Al Jazeera.", ""),
    ("The shares of four firms, Turan included, fell.", ""),
    ("The minister finds that the Jakarta Post building is too small.", ""),
    ("The news agency ABI sacked its editor.", ""),
]


@pytest.mark.parametrize(("text", "name"), CITING)
def test_a_press_review_cites_in_many_words(text, name):
    found = attributions.in_text(text, (Span(0, len(text)),), NONE)
    assert [mention.value for mention in found] == ([name] if name else [])
