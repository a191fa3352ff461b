"""Single stories as their pages print them: standfirsts said again, captions twice, and other articles below."""

import datetime

import pytest

from events.extraction.records import Reason

from .reading import read_text, set_aside

UPLOADED = datetime.date(2024, 3, 8)

NAURU = (
    "Samoa và Palau cử thợ lặn giúp Vanuatu\n\n"
    "Samoa và Palau ngày 6/3 đã cử hai đội thợ lặn tới Vanuatu để giúp nước này trục vớt một chiếc phà bị chìm.\n\n"
    "{between}"
    "Chiếc phà chìm tối 4/3 gần đảo Efate khi chở hơn 90 người, trong đó có nhiều học sinh, theo cảnh sát cảng.\n\n"
    "Samoa và Palau ngày 6/3 đã cử hai đội thợ lặn tới Vanuatu để giúp nước này trục vớt một chiếc phà bị chìm.\n\n"
    "{after}\n"
)


def test_bai_nhac_lai_nguyen_van_cau_mo_dau_thi_doan_o_giua_van_la_su_kien_chinh():
    text = NAURU.format(between="", after="Ông nói thêm rằng đội thợ lặn Palau mang theo hai xuồng cao su.")
    assert len(read_text(text, uploaded_on=UPLOADED).events) == 1


def test_a_caption_printed_twice_with_its_source_is_no_text():
    shown = "Fire boats at the quay of Port Vila in the morning. (VBTC)"
    text = NAURU.format(between=f"{shown}\n{shown}\n\n", after="Ông nói thêm rằng việc trục vớt mất một tuần.")
    assert shown in "".join(set_aside(read_text(text, uploaded_on=UPLOADED), Reason.CAPTION))


@pytest.mark.parametrize("name", ["AP24250009773505.jpg", "vn1", "port-vila_2.png"])
def test_the_name_of_a_picture_and_what_stands_below_it_are_no_text(name):
    text = (
        "Vanuatu votes on ferry law\n\n"
        "Vanuatu's parliament on Monday passed a law that bars ferries without rafts from leaving port.\n\n"
        f"{name}\n\nA ferry at the quay of Port Vila, 4/3/2024 - AFP\n\n"
        "The bill was brought in after 14 people drowned off Efate, and 31 of 52 members voted for it.\n\n"
        "“No ship without rafts will sail again,” said Transport Minister Moses Tari."
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert "A ferry at the quay of Port Vila, 4/3/2024 - AFP" in set_aside(read, Reason.CAPTION)
    assert len(read.events) == 1


TAURANGA = (
    "Tổng thống Kiribati giải thể ủy ban cảng biển\n\n"
    "Tổng thống Kiribati Taneti Maamau ngày 4/3 tuyên bố giải thể ủy ban quản lý cảng biển vì nghi ngờ tham nhũng.\n\n"
    "{box}"
    "Ông Maamau nói các ủy viên đã bán hai bến tàu cho người thân mà không đấu giá, và hứa sẽ có ủy ban mới.\n\n"
    "Ủy ban cũ có bảy người, được bầu cách đây ba năm và đã hai lần bị các chủ tàu kiện ra tòa.\n\n"
    "{foot}"
)
SLUG = "tong thong kiribati giai the uy ban cang bien"


def test_duong_dan_co_ten_anh_khong_dau_o_truoc_va_loi_dan_o_duoi_khong_thuoc_bai():
    foot = (
        f"{SLUG} Tonga khánh thành bến phà mới\n\nBến phà mới của Tonga do hai công ty Nhật Bản xây trong hai năm.\n\n"
        f"{SLUG} Quốc vương Tonga thăm Fiji\n\nQuốc vương Tupou sẽ ở Suva ba ngày và dự lễ hội mía đường tại đây.\n\n"
        "Hà Linh (theo RNZ)"
    )
    read = read_text(TAURANGA.format(box="", foot=foot), uploaded_on=UPLOADED)
    assert len(read.events) == 1
    assert f"{SLUG} Tonga khánh thành bến phà mới" in set_aside(read, Reason.RELATED)
    assert "Quốc vương Tupou sẽ ở Suva ba ngày và dự lễ hội mía đường tại đây." in set_aside(read, Reason.TEASER)


def test_doan_van_duoi_hop_tin_lien_quan_o_dau_bai_van_la_cua_bai():
    box = f"TIN LIÊN QUAN\n{SLUG} Tonga khánh thành bến phà mới\n{SLUG} Quốc vương Tonga thăm Fiji\n\n"
    read = read_text(TAURANGA.format(box=box, foot=""), uploaded_on=UPLOADED)
    assert "hai bến tàu cho người thân" in read.events[0].text


DAWN = (
    "Guard killed in raid on Hangu toll plaza\n\nBureau Report Published March 7, 2024\n\n"
    "HANGU: A guard was killed and two drivers were injured when armed men raided a toll plaza on Tuesday night.\n\n"
    "The guard, Sher Zaman, had fired in the air to warn the drivers, police officer Iqbal Shah told reporters.\n\n"
    "The raiders took the money box and left on two motorcycles towards the hills, he added.\n\n"
    "Police searched the villages near the road on Wednesday and found one of the motorcycles in a well.\n\n"
    "Published in The Ledger, March 7th, 2024\n\nComments\n\nEditorial\n\n"
    "Salt and silence\nUpdated 07 Mar, 2024\n\nSalt and silence\n\n"
    "THE ministry has for once listened to the people who live beside the salt mines of the range.\n"
    "Potato prices\n07 Mar, 2024\n\nPotato prices\n\n"
    "GROWERS in the north of the district are looking at a year of full stores and empty hands....\n"
)


def test_columns_below_the_comments_that_open_in_capitals_make_no_list_of_a_story():
    read = read_text(DAWN, uploaded_on=UPLOADED)
    assert read.document.layout == "story"
    assert not any(word in event.text for event in read.events for word in ("GROWERS", "THE ministry", "Potato"))


LEAD = (
    "Peru recalls envoy from Chad\n"
    "LIMA, Peru — Peru on Monday recalled its ambassador from Chad after a mob set fire to the embassy in N'Djamena.\n"
    "Foreign Minister Elmer Schialer said the envoy would stay in Lima until somebody was charged.\n"
    "Brazil on Tuesday summoned Chad's ambassador and demanded that the arsonists be arrested.\n"
)


@pytest.mark.parametrize(
    "paragraph",
    [
        "He added that Brazil had sent a note to Chad's embassy in Lima on Thursday.",
        "Asked about Norway's view, he said Oslo had offered a plane on Wednesday.",
        "Mr Schialer told reporters that Chad's president phoned him on Tuesday.",
        "In response to a question about Kenya, the minister said Nairobi had called on Tuesday.",
        "Gen. Schialer said that a Brazilian army helicopter had been sent to N'Djamena and had to turn back.",
        "Schialer noted that Chad's police had stood by and that Brazil's guards had done nothing either.",
    ],
)
def test_who_spoke_before_goes_on_and_opens_nothing(paragraph):
    assert [
        event.text for event in read_text(LEAD + paragraph, uploaded_on=UPLOADED).events if paragraph == event.text
    ] == []


def test_a_country_that_says_something_on_a_day_does_open_one():
    paragraph = "Kenya said on Tuesday that it had closed its own embassy in N'Djamena."
    assert read_text(LEAD + paragraph, uploaded_on=UPLOADED).events[-1].text == paragraph


def test_the_dateline_below_a_standfirst_and_pictures_tells_the_day_of_publication():
    text = (
        "Ministers of Peru and Chad talk of cotton\n\nThe talks were held at Lima's wish, the ministry said\n"
        "© Juan Soto/ANDINA\n© Juan Soto/ANDINA\n\n"
        "LIMA, March 5. /ANDINA/. The farm ministers of Peru and Chad on Tuesday spoke of cotton and of a new gin.\n\n"
        "“Our gins are old,” said Chad's minister, and Peru's promised to send two engineers before the harvest.\n"
    )
    assert read_text(text, uploaded_on=UPLOADED).document.published == datetime.date(2024, 3, 5)


def test_the_day_of_the_printed_paper_is_told_below_a_story():
    text = (
        "Families cut off as river moves in Bajhang\n\n"
        "Thirty families of Bajhang have been cut off since the river took their bridge away on Sunday night.\n"
        "Police said a rope was being laid across the water so that rice and salt could be sent over.\n"
        "Two people who had tried to save their goats were found alive on an island, officer Hari Rokaya said.\n"
        "A version of this article appears in e-paper on March 6, 2024, of The Valley Times.\n"
    )
    assert read_text(text, uploaded_on=UPLOADED).document.published == datetime.date(2024, 3, 6)


VOV = (
    "VOV.VN - Sri Lanka hôm qua (4/3) nối lại phà sang đảo Minicoy của Ấn Độ sau 31 năm.\n\n"
    "Sri Lanka nối lại phà sang Ấn Độ\n\nThứ Ba, 09:12, 05/03/2024\n\n"
    "VOV.VN - Sri Lanka hôm qua (4/3) nối lại phà sang đảo Minicoy của Ấn Độ sau 31 năm.\n\n"
    "Chuyến phà đầu tiên chở 60 hành khách rời cảng Galle lúc 8h sáng và tới nơi sau tám giờ trên biển.\n\n"
    "Phát biểu tại lễ khởi hành, Bộ trưởng Cảng biển Nimal Perera nói rằng phà sẽ chạy hai chuyến mỗi tuần.\n\n"
    "Mỗi hành khách được mang theo 40 kg hành lý và không phải trả thuế cảng trong sáu tháng đầu tiên.\n\n"
    "Phan Tùng/VOV-New Delhi\n\nTin liên quan\n\n"
    "Sri Lanka tăng giá vé tàu hỏa\n\n"
    "VOV.VN - Chính phủ Sri Lanka quyết định tăng giá vé tàu hỏa 20% từ tháng sau để bù tiền nhiên liệu.\n\n"
    "Maldives đóng cửa hai lò gạch\n\n"
    "VOV.VN - Maldives hôm qua đóng cửa hai lò gạch gần thủ đô Male vì gây ô nhiễm không khí.\n"
)


def test_bai_co_ten_bao_o_dau_va_o_cac_tin_ben_duoi_khong_phai_la_diem_tin():
    read = read_text(VOV, uploaded_on=UPLOADED)
    assert read.document.layout == "story"
    assert read.document.title == "Sri Lanka nối lại phà sang Ấn Độ"
    assert [event.title for event in read.events] == ["Sri Lanka nối lại phà sang Ấn Độ"]


def test_diem_tin_cua_mot_hang_ma_moi_tin_co_ten_hang_va_nhieu_doan_van_la_diem_tin():
    item = "{0}\n\nKYODO. {0} ngày 4/3 mở lại cảng cá sau bão.\n\n{1}\n\n{2}\n\n{3}\n\n"
    about = ["Ngư dân nói với phóng viên rằng tàu của họ không bị hư hại nhiều trong trận bão lớn tuần qua."] * 3
    text = "".join(item.format(country, *about) for country in ("Fiji", "Palau", "Samoa", "Tonga"))
    assert len(read_text(text, uploaded_on=UPLOADED).events) == 4


def test_a_headline_printed_twice_under_a_masthead_that_speaks_of_world_news_is_a_story():
    text = (
        "Ledger English: World news and International Opinion from the Ledger Newspaper\n\n"
        "Jordan's Salt Minister Begins Gulf Tour\n\nJordan's Salt Minister Begins Gulf Tour\n\n"
        "Tuesday, 5 March, 2024 - 07:45\n\n"
        "Jordan's Salt Minister Omar Haddad began a tour of the Gulf on Monday with a visit to Kuwait.\n\n"
        "The two ministers agreed to set up a committee that will study the cost of a line through Saudi Arabia.\n\n"
        "Haddad told the Ledger that Jordan could begin to dig within a year, if Kuwait paid its part.\n\n"
        "On Tuesday, he will fly to Riyadh for talks with Saudi Energy Minister Khalid al-Falih.\n\n"
        "Jordan imports more than 90 percent of its energy.\n"
    )
    assert read_text(text, uploaded_on=UPLOADED).document.layout == "story"


def test_thoi_diem_dinh_lien_tieu_de_la_ngay_dang_du_o_duoi_cac_tin_khac():
    text = (
        "- Lở đê ở Thái Lan: 40 mét đê trôi xuống sông -\nCon mèo đi lạc 300 km tìm về nhà -\nMiền Bắc sắp trở rét -\n"
        "Thế giới\n04/03/2024 20:32Thủ tướng Bhutan thăm Ấn Độ ba ngày\n"
        "Thủ tướng Bhutan Tshering Tobgay hôm nay đến New Delhi để thăm Ấn Độ theo lời mời của nước chủ nhà.\n"
        "Hai nước sẽ ký sáu văn kiện, trong đó có một hiệp định về đường sắt nối Gelephu với bang Assam.\n"
        '"Đây là chuyến thăm quan trọng nhất của ông", một nhà ngoại giao nói với báo chí tại New Delhi.\n'
    )
    assert read_text(text, uploaded_on=UPLOADED).document.published == datetime.date(2024, 3, 4)


def test_a_feed_of_news_below_a_story_makes_no_list_of_it():
    text = (
        "NEWS FEED\nLatvia to give Moldova drones, minister says\n"
        "by Ann Lee and The Ledger news desk\nMarch 5, 2024 11:58 PM\n2 min read\n\n"
        "Latvia will give Moldova 150 drones by the end of May, Defense Minister Andris Spruds said on March 5.\n\n"
        "The drones, worth 200,000 euros, were made by six Latvian companies, the minister said in Riga.\n\n"
        "Riga leads a coalition of eight countries that wants to teach Moldovan soldiers how to fly them.\n\n"
        "“We learn from Moldova every day,” Spruds said, without saying what it was that his country had learned.\n\n"
        "Latvia has spent a quarter of one percent of all it makes in a year on aid to its friends.\n\n"
        "Read more\nNews Feed\n12:14 AM\nThree hurt in fire in Balti.\n"
        "A 60-year-old woman was taken to hospital, Mayor Nicolai Grigorisin said on Tuesday.\n"
        "11:02 PM\nSlovakia's president-elect meets Fico.\n"
        "The two spoke for an hour about water, gas and the price of bread.\n"
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert read.document.layout == "story"
    assert len(read.events) == 1


def test_the_stamp_of_a_source_line_is_the_day_of_publication():
    text = (
        "Tajikistan, Turkmenistan sign deal on road\nSource: Xinhua   2018-05-09 20:11:35            Editor: Li Xia\n\n"
        "DUSHANBE, May 9 (Xinhua) -- Tajikistan and Turkmenistan signed an agreement Wednesday on a road.\n"
        "The document was signed by the transport ministers in the presence of President Emomali Rahmon.\n"
    )
    assert read_text(text, uploaded_on=UPLOADED).document.published == datetime.date(2018, 5, 9)


def test_the_next_articles_printed_whole_below_a_story_are_none_of_it():
    page = (
        "Egypt to Import Wheat from Serbia\n\nEgypt to Import Wheat from Serbia\n\n"
        "Egypt will import half a million tons of wheat from Serbia this year, Supply Minister Sherif Farouk said.\n\n"
        "Farouk met Serbian Prime Minister Milos Vucevic and Trade Minister Tomislav Momirovic in Belgrade.\n\n"
        "The first ships would leave the port of Constanta in September, the ministry said in a statement.\n\n\n"
        "Libya's Rival Chiefs of Staff Meet in Sirte\n\nLibya's Rival Chiefs of Staff Meet in Sirte\n\n"
        "The chiefs of staff of Libya's rival armies met on Saturday in the city of Sirte to speak of prisoners.\n\n"
        "General Mohamed al-Haddad and General Abdulrazek al-Nadhouri agreed to meet again within a month.\n"
    )
    read = read_text(page, uploaded_on=UPLOADED)
    assert not any("Sirte" in event.text for event in read.events)
    assert "Constanta" in read.events[0].text


def test_the_lead_with_its_pictures_credit_behind_it_is_the_caption_above_it():
    lead = "A court in Burgas acquitted five former guards on Wednesday of taking bribes from drivers."
    text = (
        f"Bulgarian court frees five guards\n{lead} (BTA Photo)\n\n{lead}\n"
        "The judges found that the recordings on which the charges rested had been made without a warrant.\n"
        "Prosecutor Siyka Mileva said she would appeal to a higher court within the week.\n"
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert f"{lead} (BTA Photo)" in set_aside(read, Reason.CAPTION)
    assert "(BTA Photo)" not in read.events[0].text


def test_a_headline_between_author_and_stamp_is_no_papers_name():
    text = (
        "By Friday Okon, Abuja\n6th March 2024\nGuinea fire: ECOWAS sends doctors\nPublished 6 March 2024\n"
        "By Friday Okon, Abuja\n\n"
        "The Economic Community of West African States has sent doctors to Guinea following the fire of Sunday.\n"
        "The decision was taken on Tuesday at a virtual summit chaired by Ghana's President Nana Akufo-Addo.\n"
        "It asked all its members to open their stores of medicine and to lend aeroplanes.\n"
    )
    event = read_text(text, uploaded_on=UPLOADED).events[0]
    assert "ECOWAS sends doctors" in event.text
    assert "virtual summit" in event.text


def test_the_weekday_over_a_page_is_that_of_the_visit_where_the_story_has_a_stamp():
    text = (
        "THURSDAY, MARCH 7, 2024\nAdvertisement\nThe Hill Times\n\nBridge cut off in Mugu\n\n"
        "HT March 4, 2024 9:12 pm\n\n"
        "Sixty families of Soru have been without salt for a week after a river took away their bridge.\n"
        "Ward Chair Hasta Rokaya said people had to walk two days to reach the district headquarters.\n"
    )
    assert read_text(text, uploaded_on=UPLOADED).document.published == datetime.date(2024, 3, 4)


def test_an_agency_and_the_staff_over_the_day_sign_a_story_and_no_picture():
    text = (
        "Estonia shuts consulate in Narva\nBNS / Ledger Staff\n2024-03-05\n"
        "TALLINN - The Estonian government decided on Tuesday to shut the consulate, Minister Mart Kask said.\n\n"
        "He said the consulate had had no work for months, and that the building would be kept.\n"
    )
    assert "Estonia shuts consulate in Narva" in read_text(text, uploaded_on=UPLOADED).events[0].text


def test_a_report_below_the_word_advertisement_is_no_slogan():
    told = "Two of the drivers died of cold, according to the health ministry."
    text = (
        "Workers end blockade of salt road\n\n"
        "LA PAZ, Bolivia — Workers at a salt plant in Bolivia on Wednesday ended a nine-day blockade of a road.\n"
        f"More than 300 trucks had been stuck on the road to the Chilean border since Monday.\nADVERTISEMENT\n{told}\n"
        "The deal was signed by Energy Minister Franklin Molina and the head of the union, Pedro Choque.\n"
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert told not in set_aside(read, Reason.ADVERTISEMENT)


def test_chu_thich_anh_nam_giua_cac_cau_cua_mot_doan_khong_thuoc_bai():
    text = (
        "Fiji bắn thử pháo hiệu mới 04/03/2024 14:32\n\n"
        "Hải quân Fiji ngày 3/3 đã bắn thử pháo hiệu từ đảo Malolo, tờ Sun đưa tin. "
        "Ảnh: Pháo hiệu trong lễ duyệt binh ở Suva - Nguồn: FBC. "
        "Pháo hiệu bay cao 480 mét và sáng trong bốn phút, theo thông cáo của Bộ Quốc phòng nước này. "
        "Ảnh: Bản đồ vùng cấm tàu thuyền do Fiji công bố - Nguồn: Twitter. "
        "Bộ trưởng Quốc phòng Pio Tikoduadua chúc mừng thủy thủ và gọi vụ thử là bước tiến lớn.\n"
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert "Ảnh: Bản đồ vùng cấm tàu thuyền do Fiji công bố - Nguồn: Twitter." in set_aside(read, Reason.CAPTION)
    assert not any("Ảnh:" in event.text for event in read.events)
    assert "480 mét" in read.events[0].text
    assert read.document.published == datetime.date(2024, 3, 4)


CHAD = (
    "Peru recalls envoy from Chad\n"
    "{above}"
    "LIMA — Peru on Monday recalled its ambassador from Chad after a mob set fire to the embassy in N'Djamena.\n"
    "Foreign Minister Elmer Schialer said the envoy would stay in Lima until somebody was charged.\n"
    '"We are waiting for an apology," he told reporters in the capital.\n'
    "{below}"
)


@pytest.mark.parametrize(
    "signed",
    ["by Staff Writer — 29 October 2024 in World", "By Jane Roe on October 29, 2024 in Africa, News & Analysis"],
)
def test_who_wrote_when_and_in_which_section_is_no_text_and_gives_the_day_of_the_page(signed):
    read = read_text(CHAD.format(above=f"{signed}\n", below=""), uploaded_on=datetime.date(2025, 3, 1))
    assert signed in set_aside(read, Reason.BYLINE)
    assert read.document.published == datetime.date(2024, 10, 29)


def test_a_happening_that_ends_with_a_day_and_a_place_is_no_signature():
    said = "Jane Roe was freed on 29 October 2024 in Lima"
    assert said not in set_aside(read_text(CHAD.format(above="", below=f"{said}.\n")), Reason.BYLINE)


def test_a_sentence_of_a_scene_over_its_agency_is_a_caption_and_one_of_news_is_none():
    scene = "A policeman guards the burned gate of the Peruvian embassy in N'Djamena."
    assert scene in set_aside(read_text(CHAD.format(above=f"{scene}\nReuters\n", below="")), Reason.CAPTION)
    news = "A mob set fire to the Peruvian embassy in the capital of Chad on Sunday."
    assert news not in set_aside(read_text(CHAD.format(above=f"{news}\nReuters\n", below="")), Reason.CAPTION)


@pytest.mark.parametrize("head", ["Crackdown", "Growing Concerns", "Regional Impact"])
def test_words_with_capitals_over_the_last_paragraphs_are_a_crosshead_and_no_name(head):
    below = (
        f"{head}\n"
        "Last month, Peru closed two consulates in the region after letters with powder had come to both.\n"
        "Brazil on Tuesday summoned the Chadian ambassador over windows that had been broken at its own embassy.\n"
    )
    assert len(read_text(CHAD.format(above="", below=below)).events) == 2


def test_behind_an_authors_name_below_the_text_stand_other_articles():
    below = (
        "Anna Roe\nScientists in Chile count more penguins than last year.\n"
        "Fiji beats Samoa in the last minute of the final.\n"
    )
    assert len(set_aside(read_text(CHAD.format(above="", below=below)), Reason.TEASER)) == 2


GUINEA = (
    "Guinea tạm dừng xuất khẩu hạt điều\n\n"
    "Chính phủ Guinea ngày 6/3 tuyên bố tạm dừng xuất khẩu hạt điều thô để giữ hàng cho các nhà máy trong nước.\n\n"
    "Lệnh cấm kéo dài ba tháng và áp dụng cho mọi cảng, theo Bộ Thương mại nước này.\n\n"
    "Guinea thu hoạch khoảng 90.000 tấn hạt điều mỗi năm, phần lớn bán sang châu Á{end}\n\n"
    "{foot}\n"
)
STRANGERS = (
    "Tổng thống Chile khẳng định nước này sẽ không tăng thuế đối với rượu vang trong năm nay.",
    "Các nhà khoa học Na Uy vừa tìm thấy một loài cua mới ở độ sâu 700 mét.",
    "Giá cà phê kỳ hạn đã giảm phiên thứ ba liên tiếp trong tuần.",
    "Bộ trưởng Quốc phòng Latvia cảnh báo về các tàu lạ hoạt động gần tuyến cáp ngầm.",
)


def test_doan_cuoi_khong_nhac_den_ai_trong_bai_la_loi_dan_cua_bai_khac():
    read = read_text(GUINEA.format(end=".", foot="\n\n".join(STRANGERS)), uploaded_on=UPLOADED)
    assert len(read.events) == 1
    assert set_aside(read, Reason.TEASER) == list(STRANGERS)


def test_sau_dau_het_bai_hai_doan_nhu_the_la_du():
    for end, found in (("./.", 2), (".", 0)):
        read = read_text(GUINEA.format(end=end, foot="\n\n".join(STRANGERS[:2])), uploaded_on=UPLOADED)
        assert len(set_aside(read, Reason.TEASER)) == found


@pytest.mark.parametrize(
    "of_the_story",
    [
        "Trong khi đó, Senegal thông báo mở thêm hai kho chứa hạt điều ở vùng Casamance.",  # it turns there
        "Việt Nam, nước mua nhiều nhất, cho biết sẽ cử một phái đoàn tới Guinea tháng này.",  # it names the lead's
        "Liên hợp quốc kêu gọi các bên sớm tìm giải pháp cho nông dân.",  # a body may come into any story
    ],
)
def test_doan_con_thuoc_bai_thi_loi_dan_bat_dau_sau_no(of_the_story):
    foot = "\n\n".join((of_the_story, *STRANGERS))
    read = read_text(GUINEA.format(end=".", foot=foot), uploaded_on=UPLOADED)
    assert set_aside(read, Reason.TEASER) == list(STRANGERS)
