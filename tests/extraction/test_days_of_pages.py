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
