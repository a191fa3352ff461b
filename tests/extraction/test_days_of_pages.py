"""Days that an item has from the page around it: from the event before, a chronicle's head, or a story's text."""

import datetime

import pytest

from events.extraction import dates, stamps
from events.extraction.records import Span
from tests.extraction.reading import read_text

FRIDAY = datetime.date(2024, 11, 1)
TUESDAY = datetime.date(2024, 10, 29)


def _day_after_tuesday(*sentences: str, language: str = "en") -> str | None:
    """The day of an item read on 1 November 2024, behind one of 29 October."""
    text = " ".join(sentences)
    found = dates.event_date(text, None, [Span(0, len(text))], language, FRIDAY, TUESDAY)
    return str(found.date) if found else None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A few hours later the vice president landed at Thule."),
        ("en", "Hours earlier, India's cabinet had approved the road."),
        ("en", "Within hours, Manila recalled its envoy."),
        ("en", "A Dhaka court remanded the union's secretary the same afternoon."),
        ("en", "On the same morning soldiers clashed with another band."),
        ("vi", "Vài giờ sau, thủ tướng ban bố tình trạng khẩn cấp."),
        ("vi", "Trước đó vài giờ, tổng thống công bố một quỹ mới."),
        ("vi", "Trước đó trong ngày, quân đội cảnh cáo người biểu tình."),
        ("vi", "Ngay sau đó, Ottawa trục xuất ba nhà ngoại giao."),
        ("vi", "Cuối ngày, ông bay về Islamabad."),
    ],
)
def test_hours_that_open_an_item_are_of_the_day_before_it(language, sentence):
    assert _day_after_tuesday(sentence, language=language) == "2024-10-29"


def test_hours_within_an_item_are_of_its_own_day():
    assert _day_after_tuesday("A bomb killed six in Quetta.", "Hours later, a dozen men were held.") is None
    assert _day_after_tuesday("Police held a dozen men hours later.") is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày bầu cử 12/8", "2024-08-12"),
        ("trong ngày xuống đường 30.10", "2024-10-30"),
        ("đúng Ngày Độc lập 4/10", "2024-10-04"),
        ("đêm thứ ba liên tiếp", None),
        ("sang ngày thứ tư", None),
        ("đêm thứ Ba", "2024-10-29"),
    ],
)
def test_days_are_named_after_what_happens_on_them_and_counted_ones_are_none(words, day):
    text = f"Người dân đốt lốp xe {words}."
    found = dates.event_date(text, None, [Span(0, len(text))], "vi", FRIDAY)
    assert (str(found.date) if found else None) == day


def test_what_a_chronicle_lists_happened_on_its_day():
    page = """Portal:Current events/2024 October 30

October 30, 2024 (2024-10-30) (Wednesday)
Armed conflicts and attacks
  • A car bomb kills nine people at a market in Baidoa, Somalia. (Garowe)
  • Chad closes its border with Sudan after two soldiers are shot. (AFP)
Politics and elections
  • Botswana votes for a new parliament. (BBC News)
  • The parliament of Peru dismisses the minister of the interior. (Andina)
"""
    found = read_text(page, uploaded_on=FRIDAY)
    assert {str(event.date) for event in found.events} == {"2024-10-30"}


@pytest.mark.parametrize("hour", ["1{n}:31", "1{n}31 GMT —", "1{n}h31 -"])
def test_what_a_live_page_tells_by_the_hour_happened_on_its_day(hour):
    page = "Live: talks on the Nile dam\n\nFriday, November 1, 2024\n\n"
    page += "\n\n".join(
        f"{hour.format(n=9 - n)} {told.split(',')[0][:60]}\n\n{told}" for n, told in enumerate(_TOLD["en"])
    )
    found = read_text(page, uploaded_on=datetime.date(2024, 11, 2))
    assert len(found.events) == 4
    assert {str(event.date) for event in found.events} == {"2024-11-01"}


def test_a_story_parted_from_its_headline_tells_the_headlines_day():
    page = """The Harbour Post
Home News Sport
Chilean miners end strike at Escondida after eleven days
By Ana Soto
1 November 2024
Share this page
Miners at the world's largest copper mine went back to work on Wednesday after their union accepted an offer of higher
bonuses, the company said in a statement.
The union's president, Patricio Tapia, said that the fight had been worth it.
"""
    lead = read_text(page, uploaded_on=FRIDAY).events[0]
    assert (lead.title, str(lead.date)) == ("Chilean miners end strike at Escondida after eleven days", "2024-10-30")


def test_a_storys_summary_tells_the_day_that_its_text_leaves_out():
    page = """Burundi: hai phe giành nhau đài phát thanh

TTO - Tiếng súng máy vang khắp thủ đô Bujumbura trong suốt ngày 30-10, không ai biết quyền lực đang nằm trong tay ai.

Theo AFP, ít nhất ba binh sĩ thiệt mạng khi một nhóm sĩ quan hai lần mở đợt tấn công vào trụ sở đài phát thanh quốc gia
nhưng đều bị đẩy lùi. Sóng phát thanh mất rồi lại có, và đường phố không một bóng người.

Tổng tham mưu trưởng quân đội kêu gọi các binh sĩ nổi loạn ra hàng để được khoan hồng, theo lời người phát ngôn.
"""
    lead = read_text(page, uploaded_on=FRIDAY).events[0]
    assert str(lead.date) == "2024-10-30"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Africa in Brief | 2023-01-19 Page no: 9", (19, 1)),
        ("baomoi.example.vn - 07:38 - 11/08/2020   0 Báo Mới Online", (11, 8)),
    ],
)
def test_a_page_number_and_the_name_of_a_site_may_stand_beside_the_day(line, day):
    printed = stamps.printed(line, "en")
    assert printed is not None
    assert (printed.day, printed.month) == day


_TOLD = {
    "en": (
        "Kenya and Oman signed an agreement on running the port of Lamu, the transport ministry said.",
        "Peru recalled its ambassador from La Paz for consultations after a speech there.",
        "Police in Estonia arrested two sailors of a tanker over a cut cable, prosecutors said.",
        "Fiji sent fifty soldiers to the Solomon Islands to help the police keep order there.",
    ),
    "vi": (
        "Kenya và Oman ký thỏa thuận vận hành cảng Lamu, Bộ Giao thông Kenya cho biết.",
        "Peru triệu hồi đại sứ tại La Paz về tham vấn vì một bài phát biểu.",
        "Cảnh sát Estonia bắt hai thủy thủ một tàu chở dầu bị nghi cắt đứt cáp ngầm.",
        "Fiji cử năm mươi binh sĩ đến Quần đảo Solomon để giúp cảnh sát giữ trật tự.",
    ),
}
_HEADS = {"en": "World news round-up\nSaturday, 6 March 2021", "vi": "Điểm tin thế giới\nThứ Bảy, 6/3/2021"}


def _days_of(form: str, language: str) -> list[int]:
    """The days of a round-up's items, of 3 and 4 March in turn, each printed in that form."""
    items = [
        form.format(text=text, d=3 + at % 2, wed=("Wed", "Thu")[at % 2], wednesday=("Wednesday", "Thursday")[at % 2])
        for at, text in enumerate(_TOLD[language])
    ]
    read = read_text("\n\n".join((_HEADS[language], *items)) + "\n", uploaded_on=datetime.date(2021, 3, 7))
    return [event.date.day if event.date else 0 for event in read.events]


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", "A headline of five words\nLIMA, March {d} (AFP) - {text}"),
        ("en", "A headline of five words\nLIMA, {wednesday} (AFP) - {text}"),
        ("en", "* {text} (Reuters, {wednesday})"),
        ("en", "* {text} [AFP {d}/3]"),
        ("en", "- {wed}: {text}"),
        ("en", "- {wed} {d}/3: {text}"),
        ("en", "- 0{d}.03. {text}"),
        ("vi", "LIMA {d}/3 (AFP) - {text}"),
        ("vi", "AFP, {d}/3 - {text}"),
        ("vi", "- [{d}/3] {text}"),
    ],
)
def test_days_stand_in_front_of_items_or_with_their_credits(language, form):
    assert _days_of(form, language) == [3, 4, 3, 4]


@pytest.mark.parametrize("form", ["* {text} (Sunday Times)", "* {text} (News 24/7)"])
def test_names_of_papers_are_no_days(form):
    assert _days_of(form, "en") == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("language", "form"),
    [("en", "## {wed}, Mar {d}"), ("en", "News of {d} March"), ("en", "{d}.3.2021"), ("en", "{wed}"),
     ("vi", "{d}/3"), ("vi", "— {d}-3 —"), ("vi", "Tin ngày {d}/3")],
)  # fmt: skip
def test_headings_that_are_days_date_the_items_below(language, form):
    def heading(d, wed):
        return form.format(d=d, wed=wed)

    first, second, third, fourth = (f"- {text}" for text in _TOLD[language])
    page = (_HEADS[language], heading(3, "Wed"), first, second, heading(4, "Thu"), third, fourth)
    read = read_text("\n\n".join(page) + "\n", uploaded_on=datetime.date(2021, 3, 7))
    assert [event.date.day if event.date else 0 for event in read.events] == [3, 3, 4, 4]


def test_a_day_may_have_a_stop_behind_its_number():
    phrase = stamps.printed("19. September 2025 - 16:32", "en")
    assert phrase
    assert (phrase.day, phrase.month, phrase.year) == (19, 9, 2025)


def test_a_heading_may_print_its_day_in_two_forms():
    page = """Current events

Last update: 2024-10-30 20:06:01

October 30, 2024 (2024-10-30) (Wednesday)

Disasters and accidents

  • A ferry capsizes on Lake Mai-Ndombe in the Democratic Republic of the Congo. (Actualite)
  • A tornado injures 24 people in Portage County, Michigan. (AP)

October 29, 2024 (2024-10-29) (Tuesday)

Politics and elections

  • The parliament of Tuvalu dismisses the prime minister. (RNZ)
  • Botswana votes for a new parliament. (BBC News)
"""
    found = read_text(page, uploaded_on=FRIDAY)
    assert [str(event.date)[-2:] for event in found.events] == ["30", "30", "29", "29"]


@pytest.mark.parametrize(("year", "days"), [("", ["29", "27", "28"]), (", 2024", ["None", "None", "None"])])
def test_a_day_without_its_year_between_headline_and_text_is_the_items(year, days):
    reports = (
        (
            "Somalia: Dhow seen off Eyl",
            "October 29",
            "A bulk carrier reported that a dhow with two skiffs followed it.",
        ),
        (
            "Togo: Tanker boarded at Lome",
            "October 27",
            "Eight armed men boarded a tanker at anchor and took four sailors.",
        ),
        (
            "Gabon: Trawler is let go",
            "October 28",
            "A fishing vessel and its 18 sailors were freed, the ministry said.",
        ),
    )
    page = "Weekly Maritime Report\n\n"
    page += "\n\n".join(
        f"{title}\n\n{day}{year}\n\n{text} Port control was told at once." for title, day, text in reports
    )
    found = read_text(page + "\n\nPosted on October 31, 2024\n", uploaded_on=FRIDAY)
    assert [str(event.date)[-2:] if event.date else "None" for event in found.events] == days
