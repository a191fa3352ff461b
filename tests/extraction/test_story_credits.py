"""How a single report says whose it is."""

import datetime

import pytest

from tests.extraction.reading import read_text

TITLE = "Peru shuts two ports after storm"
LEAD = "Peru's government has closed two ports on the Pacific after a storm sank nine boats, the navy said on Monday."
REST = (
    "The ministry of defence sent two helicopters to look for the crews, who were last seen on Sunday off Callao.\n\n"
    '"We have found four men," Admiral Luis Quispe told reporters in Lima. "We go on looking for the others."\n\n'
    "The storm is the third this year. Fishermen have asked the government for help since January."
)
ABOVE = [
    ("By Ana Flores, Associated Press", "AP"),
    ("Ana Flores / AFP", "AFP"),
    ("By AFP - Oct 28,2024 - Last updated at Oct 28,2024", "AFP"),
    ("Source: Xinhua | 2024-10-28 10:05:22 | Editor: qz", "Xinhua"),
    ("Xinhua, October 28, 2024 Adjust font size:", "Xinhua"),
    ("Reuters | Lima | Updated: 28-10-2024 23:04 IST", "Reuters"),
    ("By Xinhua Published: Oct 28, 2024 10:30 PM", "Xinhua"),
    ("(Xinhua) 10:02, October 28, 2024", "Xinhua"),
    ("AFP Published October 28, 2024 Updated October 28, 2024 10:02am", "AFP"),
    ("Text by: FRANCE 24 with REUTERS Follow", "France 24|Reuters"),
    ("Written by Reuters", "Reuters"),
    ("News Feed", ""),
    ("Written by Ana Flores", ""),
    ("Source: Getty / Ana Flores", ""),
    ("LIMA, PERU — Reuters", "Reuters"),
    ("Keystone-SDA/Reuters/jd-ow", "Keystone-SDA|Reuters"),
    ("0 CommentsPrint E-mail Xinhua, October 28, 2024", "Xinhua"),
    ("Xinhua Editor: Ana Flores ECNS App Download", "Xinhua"),
    (">>> Shared from the Original Post at Manila Standard", "Manila Standard"),
    ("Ana Flores, Gulf News with AFP", "Gulf News|AFP"),
]
IN_FRONT = [
    ("AKP Lima, October 28, 2024 -- ", "AKP"),
    ("OTTAWA — (CP) ", "Canadian Press"),
    ("Itar-Tass - ", "TASS"),
    ("LIMA, October 28. /TASS/. ", "TASS"),
    ("Tehran, Oct 28, IRNA - ", "IRNA"),
    ("Damascus, SANA- ", "SANA"),
    ("Shafaq News/ ", "Shafaq News"),
    ("TEHRAN (FNA)- ", "Fars"),
]
BEHIND = [
    " / Reuters",
    " © Reuters",
    " (Source: Reuters)",
    " — Reuters",
    " (ANI)",
    " PTI AMS AMS",
    " PTI (author: Ana Flores, editor: John Roe)",
    " Reuters",
]
BELOW = [
    ("(Reporting by Ana Flores in Lima; Editing by John Roe)", "Reuters"),
    ("Reporting by Ana Flores in Lima; Editing by John Roe and Jane Doe", "Reuters"),
    ("© 2024 AFP", "AFP"),
    ("Report from Agence France-Presse; edited by John Roe", "AFP"),
    ("Copyright 2024 The Associated Press. All rights reserved.", "AP"),
    ("Associated Press writer Ana Flores in Lima contributed to this report.", "AP"),
    ("(This story is published from a syndicated feed of Reuters.)", "Reuters"),
    ("This story was originally published by the Associated Press.", "AP"),
    ("Source: Tico Ledger", "Tico Ledger"),
    ("Reporting by Ana Flores\nEditing by John Roe", "Reuters"),
    ("Writing by Ana Flores; editing by John Roe", "Reuters"),
    ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters"),
    ("This report is auto-generated from ANI news service.", "ANI"),
    ("(This news article has been published directly from IANS feed.)", "IANS"),
    (
        "Some information for this report came from The Associated Press, Reuters and Agence France-Presse.",
        "AP|Reuters|AFP",
    ),
    ("This article includes information from Reuters.", "Reuters"),
    ("Reuters, AFP and AP contributed to this report", "Reuters|AFP|AP"),
    ("This article is republished under a community partnership agreement with RNZ.", "RNZ"),
    ("Reporting by Ana Flores", ""),
    ("Published in Dawn, October 28th, 2024", ""),
    ("Read more on BBC", ""),
    ("© 2024 Lima Gazette", ""),
    ("Ana Flores covers the sea for this paper.", ""),
]


def _agencies(text: str) -> str:
    return "|".join(read_text(text, uploaded_on=datetime.date(2024, 10, 29)).events[0].agencies)


@pytest.mark.parametrize(("line", "names"), ABOVE, ids=[line for line, _ in ABOVE])
def test_a_line_between_headline_and_text_credits_the_story(line, names):
    assert _agencies(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{REST}") == names


@pytest.mark.parametrize(("front", "names"), IN_FRONT, ids=[front for front, _ in IN_FRONT])
def test_a_dateline_credits_the_story(front, names):
    assert _agencies(f"{TITLE}\n\n{front}{LEAD}\n\n{REST}") == names


@pytest.mark.parametrize("behind", BEHIND)
def test_the_last_words_credit_the_story(behind):
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{REST}{behind}") in ("Reuters", "ANI", "PTI")


@pytest.mark.parametrize(("line", "names"), BELOW, ids=[line for line, _ in BELOW])
def test_a_line_below_credits_the_story(line, names):
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{line}") == names


@pytest.mark.parametrize(
    "front", ["LIMA, October 28. /TASS/. ", "Tehran, Oct 28, IRNA - ", "Oct. 28 (UPI) -- ", "LIMA, Oct 28 (Reuters) - "]
)
def test_a_dateline_tells_when_the_story_was_sent(front):
    found = read_text(f"{TITLE}\n\n{front}{LEAD}\n\n{REST}", uploaded_on=datetime.date(2024, 10, 29))
    assert found.document.published == datetime.date(2024, 10, 28)


def test_the_place_to_read_on_credits_a_teaser():
    teasers = [
        (
            "Peru shuts two ports after storm",
            "Nine boats were lost off Callao, and the navy looks for their crews.",
            "Reuters",
        ),
        ("Chad opens talks with rebels in Doha", "Both sides want a truce before the rains, a minister said.", "AFP"),
        ("Kenya bans imports of sugar", "Mills in the west had complained of low prices for months.", "Xinhua"),
        (
            "Nepal's parliament elects new speaker",
            "He got 160 of 275 votes after two parties had changed sides.",
            "Kyodo",
        ),
        ("Malta signs gas deal with Libya", "The pipeline will be ready in 2027, the two governments said.", "ANSA"),
    ]
    text = "World news\n\n" + "\n".join(f"{title}\n{lead}\nRead more at {name} »\n" for title, lead, name in teasers)
    found = read_text(text, uploaded_on=datetime.date(2024, 10, 29))
    assert [event.agencies for event in found.events] == [(name,) for *_, name in teasers]


def test_bylines_of_other_articles_below_credit_nothing():
    below = "Related Articles\n\nStorm sinks ferry off Chile\n\n- Bernama\n\nBy AFP\n\nThree whales are freed"
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{below}") == ""


def test_two_agencies_in_the_last_words_are_both_credited():
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{REST} AFP, REUTERS") == "AFP|Reuters"


def test_a_medium_that_somebody_edits_told_nothing_because_a_ministry_did():
    text = (
        "Peru's ministry of justice has sued two writers -- Ana Flores, editor of the website The Insider -- "
        "among others, it said."
    )
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{text}\n\n{REST}") == ""


@pytest.mark.parametrize(
    "line", ["Donate N1,000", "Follow AFP", "AFP's Top Story", "Jordan Times PDF", "REUTERS/Ana Flores"]
)
def test_offers_and_pictures_beside_a_story_do_not_credit_it(line):
    assert _agencies(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{line}\n") == ""


def test_the_paper_that_signs_a_story_does_not_hide_whose_report_it_follows():
    text = f"{TITLE}\n\n{LEAD[:-1]}, according to Reuters.\n\n{REST}\n\n(Vietnam+)\n"
    assert _agencies(text) == "Reuters|VietnamPlus"


@pytest.mark.parametrize(
    ("said", "name"),
    [(", NTV reports.", "NTV"), (", the agency SPS claimed.", "SPS"), (" in a statement carried by SPA.", "SPA")],
)
def test_initials_that_tell_are_media(said, name):
    assert _agencies(f"{TITLE}\n\nPeru's government has closed two ports on the Pacific{said}\n\n{REST}") == name


VIETNAMESE = (
    "Tổng thống Kenya giải tán nội các sau nhiều tuần biểu tình\n{above}\n"
    "Tổng thống Kenya William Ruto ngày 10/10 giải tán gần như toàn bộ nội các sau nhiều tuần biểu tình phản đối tăng "
    "thuế làm rung chuyển thủ đô Nairobi.\n\n"
    "Phát biểu trên truyền hình, ông Ruto nói sẽ tham vấn rộng rãi trước khi lập chính phủ mới cho đất nước.\n\n"
    "Đại sứ quán Mỹ tại Nairobi ngày 11/10 kêu gọi các bên kiềm chế và đề nghị mở cuộc điều tra độc lập.\n{below}\n"
)


@pytest.mark.parametrize(
    ("above", "below", "agencies"),
    [
        ("", "\n(Nguồn: Reuters)", ("Reuters",)),
        ("Reuters/Agencies\n", "", ("Reuters",)),
        ("AFP đưa tin tổng thống Kenya đã giải tán nội các.\n", "", ("AFP",)),
        ("Tổng thống Kenya William Ruto. (Nguồn: Reuters)\n", "", ()),
        ("", "\nThis story is taken from a syndicated feed - PTI", ("PTI",)),
    ],
)
def test_a_vietnamese_storys_source_stands_above_or_below_it(above, below, agencies):
    assert read_text(VIETNAMESE.format(above=above, below=below)).events[0].agencies == agencies


@pytest.mark.parametrize(
    ("above", "agencies"),
    [
        ("Reuters Two boats on the shingle at Callao under low clouds\nReuters", []),  # whose picture it is
        ("A mended quay at Callao seen from the mole at dusk\nAFP", []),
        ("Fishermen have waited for help since January\nAFP\nUpdated 28 October 2024", ["AFP"]),  # a standfirst
        ("Age: 40", []),  # no newspaper
    ],
)
def test_a_pictures_agency_above_a_report_is_not_its_own(above, agencies):
    read = read_text(f"{TITLE}\n{above}\n{LEAD}\n\n{REST}", uploaded_on=datetime.date(2024, 10, 28))
    assert list(read.events[0].agencies) == agencies


def test_what_a_vietnamese_picture_shows_is_no_paragraph():
    text = (
        "Peru đóng cửa hai cảng sau bão\n"
        "Chính phủ Peru ngày 28/10 đóng cửa hai cảng ven Thái Bình Dương sau khi bão đánh chìm chín tàu cá.\n"
        "Nhóm ngư dân đọc tuyên bố trên bến cảng Callao sáng 28/10. Ảnh: AFP\n"
        "Bộ Quốc phòng đã cử hai trực thăng tìm kiếm các thuyền viên, theo lời Đô đốc Luis Quispe.\n"
    )
    read = read_text(text, uploaded_on=datetime.date(2024, 10, 29))
    assert all("đọc tuyên bố" not in event.text for event in read.events)


ECUADOR = "Ecuador's president on Tuesday ordered his navy to send two ships to the Peruvian port of Paita."


@pytest.mark.parametrize("credit", [" (AFP)", " — AFP", " [AFP]", " (Source: AFP)", "\n\n(AFP)", "\n\nSource: AFP"])
def test_the_credit_at_the_foot_is_the_whole_reports_though_the_last_words_tell_another_event(credit):
    found = read_text(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{ECUADOR}{credit}", uploaded_on=datetime.date(2024, 10, 29))
    assert [event.agencies for event in found.events] == [("AFP",), ()]


def test_the_agency_that_the_last_sentence_cites_is_the_last_events():
    cited = f"{ECUADOR[:-1]}, according to AFP."
    found = read_text(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{cited}", uploaded_on=datetime.date(2024, 10, 29))
    assert [event.agencies for event in found.events] == [(), ("AFP",)]


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("LIMA, Peru (AP) — ", "AP"),
        ("LIMA, March 3 (Reuters) - ", "Reuters"),
        ("CASTRIES, St Lucia, CMC – ", "CMC"),
        ("LIMA, March 3 (PIA):\n\n", "PIA"),
        ("LIMA, Peru — ", None),
    ],
)
def test_the_agency_of_a_dateline_told_all_that_follows_it(dateline, agency):
    text = f"{TITLE}\n\n{dateline}{LEAD}\n\n{REST}\n\nIn Quito, Ecuador's government on Monday sent Peru two boats.\n"
    assert {event.agencies for event in read_text(text).events} == {(agency,) if agency else ()}


def test_an_agency_and_a_town_on_a_line_under_the_standfirst_told_all_events():
    found = read_text(
        "Maldives' ruling party keeps capital council\nBREAKWATER OR BRIDGE: Voters said that the wall mattered\n\n"
        "AFP, MALE\n\nThe Maldives' governing party yesterday kept hold of the council of the capital, Male, but "
        "lost seven atolls, the election commission said.\n\nIn New Delhi, the Indian government congratulated the "
        "Maldives on Thursday and said that it would pay the second part of a loan by the end of this month.\n"
    )
    assert found.events
    assert {event.agencies for event in found.events} == {("AFP",)}
