"""The day of publication, as headlines, datelines, sources and addresses tell it."""

import datetime

import pytest

from .reading import read_text
from .stories import STORY


def test_the_address_tells_the_day_where_nothing_else_does():
    page = STORY["en"].format("Peru's lines") + "\nSource: https://lamp.example/2024/11/01/peru-rail.html"
    assert read_text(page).document.published.isoformat() == "2024-11-01"


def test_the_line_that_introduces_the_round_up_tells_its_day():
    page = "Tin thế giới\nĐiểm lại những tin đáng chú ý sáng 4/3.\n"
    page += "*Peru: Peru họp với Chile ngày 3/3. (AP)\n*Fiji: Fiji bầu cử. (AFP)"
    assert read_text(page).document.published.isoformat() == "2025-03-04"


def test_the_clock_of_a_page_is_no_dateline():
    page = STORY["en"].format("Montevideo, May 27th 2025 - 17:14 UTC")
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published is None


@pytest.mark.parametrize("line", ["(The Example Herald, 1 November 2024)", "Nguồn: Báo Mẫu (1/11/2024)"])
def test_the_source_of_a_story_may_tell_its_day(line):
    language = "vi" if "Nguồn" in line else "en"
    assert str(read_text(STORY[language].format("") + "\n\n" + line).document.published) == "2024-11-01"


def test_a_number_in_the_address_may_be_the_day():
    text = STORY["en"].format("") + "\n\nhttps://www.example.org/world/rail-talks-20241101.html"
    assert str(read_text(text).document.published) == "2024-11-01"


def test_the_day_in_print_tells_where_nothing_else_does():
    below = "\nA version of this article appeared in print on November 1, 2024, in the News section of the Lamp."
    assert str(read_text(STORY["en"].format("Peru's lines") + below).document.published) == "2024-11-01"


@pytest.mark.parametrize(
    ("headline", "published"),
    [
        ("World briefing of the week, 28 October - 1 November 2024", "2024-11-01"),
        ("Weekly round-up: October 28 to November 1", "2024-11-01"),
        ("World briefing, 1 October - 1 November 2024", None),
        ("Visit of the week put off to 9-12 November 2030", None),
    ],
)
def test_a_weeks_round_up_came_out_on_its_last_day(headline, published):
    page = f"{headline}\n*Peru: Peru met Chile in Arica on Friday. (AP)\n*Fiji: Fiji went to the polls on Monday. (AFP)"
    found = read_text(page, uploaded_on=datetime.date(2024, 11, 20))
    day = found.document.published
    assert (day.isoformat() if day else None) == published
    if published:
        assert [str(event.date) for event in found.events] == ["2024-11-01", "2024-10-28"]


@pytest.mark.parametrize(
    ("language", "head", "day"),
    [
        ("en", "PERTH, Nov 1 Ore prices held on Friday, brokers in the city said.", "2024-11-01"),
        ("en", "ARICA, OCTOBER 31", "2024-10-31"),
        ("vi", "QUẬN CAM (VB-01/11/2024) ---- Dân chúng xem đèn.", "2024-11-01"),
        ("en", "WEEKLY NEWS ISSUE of: 01-11-2024", "2024-11-01"),
        ("en", "Perth, November rain and 31 frogs", None),
    ],
)
def test_a_page_may_open_with_a_place_and_its_day(language, head, day):
    published = read_text(STORY[language].format(head), uploaded_on=datetime.date(2024, 11, 20)).document.published
    assert (published.isoformat() if published else None) == day


def test_a_page_says_when_it_was_in_print():
    page = STORY["en"].format("ARICA, OCTOBER 31")
    page += "\nA version of this article appears in e-paper on November 1, 2024, of The Lamp.\n" + "Read more\n" * 8
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_dateline_may_stand_below_a_standfirst_and_pictures():
    page = "All news\n\nPeru and Chile review their railway\n\nThe talks were held on Lima's wish, the ministry said\n"
    page += (
        "© Ana Soto/TASS\n© Ana Soto/TASS\n\nMOSCOW, November 1. /TASS/. The ministers of Peru and Chile held talks in "
    )
    page += "Arica on Friday, November 1, to review the old railway, which carries no train.\n"
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


def test_a_count_up_to_an_hour_tells_the_day():
    count = (
        "Theo trang thống kê của Lima, tính đến 6h ngày 1/11 (theo giờ VN), cả nước đã ghi nhận 1.200 ca nhiễm virus."
    )
    page = STORY["vi"].format(count)
    assert read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published.isoformat() == "2024-11-01"


@pytest.mark.parametrize(
    ("language", "opening", "day"),
    [
        ("en", "15/10/2024 - ", "2024-10-15"),
        ("en", "October 15, 2024 – ", "2024-10-15"),
        ("vi", "15/10/2024. ", "2024-10-15"),
        ("vi", "15-10-2024: ", "2024-10-15"),
        ("en", "October 15, 2030 – ", None),  # it is still to come
        ("en", "15/10 turned out to be the day on which all of it began. ", None),
    ],
)
def test_a_whole_day_may_open_the_text(language, opening, day):
    head, _, text = STORY[language].partition("\n{}\n")
    published = read_text(f"{head}\n\n{opening}{text}", uploaded_on=datetime.date(2024, 11, 20)).document.published
    assert (published.isoformat() if published else None) == day


_ITEMS = "*Peru: Peru met Chile in Arica on Friday. {}\n*Fiji: Fiji went to the polls on Monday. {}\n"


@pytest.mark.parametrize(
    ("items", "below", "day"),
    [
        (_ITEMS.format("(AP)", "(AFP)"), "(Coast Herald 11/01/2024 page11)", "2024-11-01"),
        (_ITEMS.format("(AP)", "(AFP)"), "[Lamp Daily, November 1, 2024]", "2024-11-01"),
        (_ITEMS.format("(AP, October 30, 2024)", ""), "(Coast Herald 11/01/2024 page11)", None),
    ],
)
def test_the_source_below_a_round_up_tells_its_day_where_items_have_none(items, below, day):
    page = f"In brief\n{items}{below}"
    published = read_text(page, uploaded_on=datetime.date(2024, 11, 20)).document.published
    assert (published.isoformat() if published else None) == day
