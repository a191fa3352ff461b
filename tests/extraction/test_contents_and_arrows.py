"""Tables of contents over their reports, arrows in front of headings and links, and what else parts a page."""

import pytest

from events.extraction import gluing, line_signs, picture_ends, rows
from events.extraction.layouts import agency, bulleted, contents, dateline, headline, numbered, summing
from events.extraction.lines import split
from events.extraction.records import Reason

from .reading import assert_tiled, headings, read_text, set_aside, titles

NEWS = (
    (
        "Kenyan doctors end their strike",
        "Kenya's doctors went back to work on Wednesday when their union signed a deal.",
    ),
    ("Chad's agency declares Deby winner", "Mahamat Deby took 61 percent of the vote, the agency in N'Djamena said."),
    ("Slovak government survives vote", "A motion of no confidence in Robert Fico failed on Tuesday in Bratislava."),
    (
        "Flood toll rises again in Brazil",
        "The floods in Rio Grande do Sul have killed 107, civil defence said on Thursday.",
    ),
)
REPORTS = "\n\n".join(f"{head}\n{text}" for head, text in NEWS)


def only(text):
    (line,) = split(text)
    return line


@pytest.mark.parametrize(
    "name",
    [
        "In this issue",
        "IN THIS BULLETIN",
        "Contents:",
        "The headlines",
        "Also in today's newsletter",
        "Trong số này:",
        "Mục lục",
    ],
)
@pytest.mark.parametrize("form", ["{n}. {entry}", "• {entry}", "- {entry}", "{entry}"])
def test_a_list_of_contents_tells_nothing(name, form):
    entries = ("Doctors at work", "Deby wins", "Cabinet stays", "Water over Porto Alegre")
    listed = "\n".join(form.format(n=n, entry=entry) for n, entry in enumerate(entries, 1))
    read = read_text(f"The Friday Letter\n\n{name}\n{listed}\n\n{REPORTS}\n")
    assert_tiled(read)
    assert titles(read) == [head for head, _ in NEWS]


def test_words_behind_a_list_of_contents_go_with_it():
    read = read_text(f"ISLANDS WIRE\n\nIN THIS BULLETIN\n1. Doctors at work\n2. Deby wins\nand more\n\n{REPORTS}\n")
    assert "and more" in set_aside(read, Reason.SUMMARY)
    assert titles(read) == [head for head, _ in NEWS]


@pytest.mark.parametrize("form", ["{n}. {head}\n{text}", "• {head}\n{text}", "{n}. {text}", "• {text}"])
def test_the_same_words_over_the_reports_themselves_hide_none(form):
    items = "\n\n".join(form.format(n=n, head=head, text=text) for n, (head, text) in enumerate(NEWS, 1))
    read = read_text(f"The Friday Letter\n\nIn this issue\n\n{items}\n")
    assert len(read.events) == len(NEWS)


def test_headlines_alone_are_what_a_page_tells():
    listed = "\n".join(f"{n}. {head} after a long night" for n, (head, _) in enumerate(NEWS, 1))
    assert len(read_text(f"World news headlines\n\n{listed}\n").events) == len(NEWS)


def test_a_list_without_words_over_it_has_to_be_closed():
    lines = list(split("1. Doctors at work\n2. Deby wins\n3. Cabinet stays\nThe cabinet stays, for now, they said."))
    contents._drop_above_all(lines)
    assert [line.reason for line in lines] == [None] * 4


ITEMS = (
    "- Chad: Mahamat Deby was declared winner of the election with 61 percent of the vote. (AFP)\n"
    "- The Slovak government survived a vote of no confidence on Tuesday. (TASR)\n"
)
FURTHER = "- Kenya's doctors ended a strike of eight weeks on Wednesday. (Reuters)\n- Tonga reopened its port. (RNZ)\n"


@pytest.mark.parametrize("arrow", [">>", "»", "›", "→"])
def test_arrows_before_a_few_words_over_items_are_of_headings(arrow):
    read = read_text(f"Foreign digest\n\n{arrow} Ballots\n{ITEMS}{arrow} Streets\n{FURTHER}")
    assert [event.section for event in read.events] == ["Ballots"] * 2 + ["Streets"] * 2


@pytest.mark.parametrize(
    "link", ["› Our explainer of Thursday still holds up", ">> Why Lima runs dry", "→ A day at the port"]
)
def test_an_arrow_between_items_leads_elsewhere(link):
    read = read_text(
        f"Foreign digest\n\nAFRICA\n{ITEMS}{link}\n{FURTHER}\nEUROPE\n- Poland shut two crossings. (PAP)\n"
    )
    assert link not in headings(read)
    assert {event.section for event in read.events} == {"AFRICA", "EUROPE"}


def test_the_pages_own_bullets_are_arrows_too():
    items = (ITEMS + FURTHER).replace("- ", "→ ")
    assert len(read_text(f"Foreign digest\n\n{items}").events) == 4


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LIMA, 04 MAY 2018 (SOME PAPER)---Judges ordered the arrest of a banker.", "LIMA"),
        ("Suva, 4 September, 2018 (FBC News) ---- The minister said that roads were open.", "Suva"),
        ("KYIV 12 OCTOBER 2023 -- The army said that it had held the line.", "KYIV"),
        ("On Monday, 4 May 2018 (local time) - the court said so.", None),
        ("Mr Smith, 74 (retired) - the court said so.", None),
    ],
)
def test_datelines_with_a_whole_day(text, place):
    found = dateline.opening(only(text))
    assert (found.place.of(text) if found else None) == place


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("AFP- Kenya's doctors ended a strike on Wednesday.", "AFP"),
        ("Reuters - Kenya's doctors ended a strike on Wednesday.", "Reuters"),
        ("NDĐT- Sau 15 tháng chờ đợi, An-ca-ra hạ mức quan hệ.", None),  # so a paper signs its own stories
        ("Anti- Nato marches were held on Wednesday.", None),
        ("BÁO NGÀY MỚI", None),
    ],
)
def test_agencies_with_a_dash_behind_them(text, credit):
    found = agency.opening(only(text))
    assert (found.credit.of(text) if found and found.credit else None) == credit


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("The party is campaigning for a Yes.....RNZ PACIFIC", ["RNZ PACIFIC"]),
        ("Nauru has ties with Taiwan....ABC PACIFIC/PACNEWS", ["ABC PACIFIC/PACNEWS"]),
        ("He would say no more... WAIT AND SEE", []),
    ],
)
def test_credits_behind_dots(text, credits):
    end, found = headline.trailing_credit(text, 0, len(text))
    assert [one.of(text) for one in found] == credits
    assert not credits or text[:end].endswith(("Yes", "Taiwan"))
    assert picture_ends.begins_at(text) is None


@pytest.mark.parametrize(
    ("text", "sign"), [("[2] Chad's voters chose.", "1"), ("(2) Chad's voters chose.", "1"), ("[2nd] try", None)]
)
def test_numbers_in_brackets(text, sign):
    found = numbered.opening(only(text))
    assert (found.sign if found else None) == sign


def test_footnotes_open_no_items():
    notes = "\n".join(f"[{n}] Annual report of the ministry, part {n}" for n in range(1, 4))
    story = "\n\n".join(
        f"{text} Its opponents said so too, at a meeting of {n}." for n, (_, text) in enumerate(NEWS * 3)
    )
    read = read_text(f"What the year brought to Kenya and others\n\n{story}\n\n{notes}\n")
    assert not any(event.text.startswith("[") for event in read.events)


@pytest.mark.parametrize("text", ["🇰🇪 Kenya's doctors are back.", "🌊 Floods kill 107 in Brazil."])
def test_each_item_may_have_a_picture_of_its_own(text):
    assert bulleted.opening(only(text)).sign == bulleted.opening(only("🔹 Chad's voters chose.")).sign


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("WORLD ASIA SPORT OPINION LIFE CULTURE", True),
        ("FORUM LEADERS PUT CLIMATE AT HEART OF SECURITY PACT", False),
        ("TRADE TALKS RESUME IN GENEVA OVER HEALTH TECHNOLOGY", False),
    ],
)
def test_rows_of_sections_have_no_words_between_them(text, is_one):
    assert rows.is_a_row(text, text.lower()) is is_one


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("How Lima ran out of water (2:14)", Reason.WIDGET),
        ("Cuộc đình công ở Nairobi (24 phút)", Reason.WIDGET),
        ("Brent $83.90 ▲ 0.4% Gold $2,330 ▼ 0.2%", Reason.WIDGET),
        ("Chad beat Niger on penalties (4-2)", None),
        ("🎧 Listen: How Lima ran out of water", Reason.RELATED),
        ("🌊 Floods kill 107 in southern Brazil", None),
        ("Thời tiết: Hà Nội 24-30 độ, có mưa rào", Reason.WIDGET),
        ("Thời tiết xấu làm gián đoạn cứu hộ ở Brazil", None),
        ("Our next bulletin is at 1800 GMT.", Reason.WIDGET),
        ("Bản tin không phát hành vào ngày lễ.", Reason.WIDGET),
        ("Bài viết đã được cập nhật lúc 10 giờ.", Reason.WIDGET),
        ("Cảm ơn quý vị đã theo dõi.", Reason.WIDGET),
        ("Ý kiến trong bản tin không nhất thiết phản ánh quan điểm của Ban biên tập.", Reason.WIDGET),
        ("Turn on notifications to never miss a story.", Reason.WIDGET),
        ("Tổng thống cảm ơn quân đội đã bảo vệ thủ đô.", None),
    ],
)
def test_furniture_by_its_words(text, reason):
    assert line_signs.reason_of(text, "en" if text.isascii() else "vi")[0] is reason


def test_words_beside_a_link_are_no_heading():
    assert [line.text for line in gluing.unglued(only("and more"), "en")] == ["and more"]
    assert [line.text for line in gluing.unglued(only("Europe See all"), "en")] == ["Europe", "See all"]


def test_headlines_side_by_side_sum_up():
    line = only("Doctors back in Kenya | Deby wins in Chad | Tbilisi marches | Brazil's floods. All in our summary.")
    assert summing.sums_up(line, [], lambda spans: [])


def test_stamps_with_a_rubric_that_stands_but_once():
    rubrics = ("WORLD", "REGION", "WORLD", "OIL & GAS")
    stamps = [f"{18 - n}:05  {rubric}" for n, rubric in enumerate(rubrics * 2)]
    places = ("Kenya", "Chad", "Peru", "Laos", "Fiji", "Cuba", "Mali", "Iran")
    page = "".join(
        f"{stamp}\n{place} opens its port to cruise ships\nThe port was reopened on Monday, {place}'s minister said.\n"
        for stamp, place in zip([*stamps[:7], "09:10  SOCIETY"], places, strict=True)
    )
    assert titles(read_text(f"Newsline\n{page}")) == [f"{place} opens its port to cruise ships" for place in places]


@pytest.mark.parametrize("form", ["{n:02}h15: {text}", "{n:02}:15: {text}", "{n:02}15 GMT: {text}", "{n}.15 – {text}"])
def test_hours_open_the_entries_of_a_day(form):
    page = "\n".join(form.format(n=n, text=text) for n, (_, text) in enumerate(NEWS, 11))
    read = read_text(f"How the day went\n\n{page}\n")
    assert [event.text for event in read.events] == [text for _, text in NEWS]


def test_headlines_side_by_side_over_all_items_are_the_pages_own():
    stamps = ("09:40 PM", "09:05 PM", "08:30 PM", "07:55 PM")
    page = "\n\n".join(f"{stamp}\n{head}\n{text}" for stamp, (head, text) in zip(stamps, NEWS, strict=True))
    own = "Doctors are back in Kenya's wards; Chad has a president"
    read = read_text(f"Global Post\n\nDaily recap\n{own}\n\n{page}\n")
    assert titles(read) == [head for head, _ in NEWS]
    assert not any(own in event.text for event in read.events)
