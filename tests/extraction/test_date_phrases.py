"""Phrases that other collections of dates hold, in both languages, seen from several days."""

import datetime

import pytest

from events.extraction import dates
from events.extraction.date_phrases import find
from events.extraction.records import Span

SENTENCES = {"en": "The president visited Lima %s.", "vi": "Tổng thống Pháp thăm Peru %s."}
AHEAD = {"en": "The two presidents will meet in Lima %s.", "vi": "Hai tổng thống sẽ gặp nhau ở Lima %s."}


def _days(text: str, language: str, reference: str):
    phrases = find(text, 0, len(text), language)
    found = dates.resolve(phrases[0], datetime.date.fromisoformat(reference)) if phrases else None
    days = (found.date, found.date_end) if found else ()
    return "/".join(str(day) for day in days if day)


@pytest.mark.parametrize(
    ("language", "reference", "phrase", "days"),
    [
        ("en", "2013-02-12", "the first of march", "2013-03-01"),
        ("en", "2013-02-12", "on march 3", "2013-03-03"),
        ("en", "2013-02-12", "march 3rd 2015", "2015-03-03"),
        ("en", "2013-02-12", "march third, 2015", "2015-03-03"),
        ("en", "2013-02-12", "on the 5th of may", "2012-05-05"),
        ("en", "2013-02-12", "31-Oct-74", "1974-10-31"),
        ("en", "2013-02-12", "on 31.01.13", "2013-01-31"),
        ("en", "2013-02-12", "wednesday of this week", "2013-02-13"),
        ("en", "2013-02-12", "twenty-one days ago", "2013-01-22"),
        ("en", "2013-02-12", "100 days ago", "2012-11-04"),
        ("en", "2013-02-12", "a couple of days ago", "2013-02-10"),
        ("en", "2013-02-12", "the twenty second of January", "2013-01-22"),
        ("en", "2013-02-12", "from the 23rd to the 26th of October", "2012-10-23/2012-10-26"),
        ("en", "2013-04-03", "at Easter", "2013-03-31"),
        ("en", "2013-03-20", "on St Patrick's Day", "2013-03-17"),
        ("en", "2019-11-12", "on Veterans Day", "2019-11-11"),
        ("vi", "2017-02-02", "ngày 31-1-17", "2017-01-31"),
        ("vi", "2017-02-02", "từ ngày 28 tháng 1 đến ngày 1 tháng 2", "2017-01-28/2017-02-01"),
        ("vi", "2017-02-02", "vào 31/1", "2017-01-31"),
        ("vi", "2017-02-02", "ngày 5 vừa qua", "2017-01-05"),
        ("vi", "2017-02-02", "sáng sớm qua", "2017-02-01"),
        ("vi", "2017-02-02", "hôm thứ Tư tuần qua", "2017-01-25"),
    ],
)
def test_phrases_mean_their_days(language, reference, phrase, days):
    assert _days(SENTENCES[language] % phrase, language, reference) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The crowds may 3 times march 5 km."),
        ("en", "They may first need help."),
        ("vi", "Phần lớn rơi vào 2/3 cử tri."),
    ],
)
def test_what_is_no_day(language, text):
    assert _days(text, language, "2017-02-02") == ""


@pytest.mark.parametrize(
    ("language", "phrase", "day"),
    [
        ("en", "on Monday, Feb 18", "2013-02-18"),
        ("en", "on Sunday, March 3", "2013-03-03"),
        ("vi", "vào thứ Hai, ngày 18/2", "2013-02-18"),
    ],
)
def test_a_meeting_ahead_may_be_told_by_weekday_and_day(language, phrase, day):
    text = AHEAD[language] % phrase
    found = dates.event_date(text, None, [Span(0, len(text))], language, datetime.date(2013, 2, 12))
    assert str(found.date) == day


@pytest.mark.parametrize("act", ["go to the polls", "head to the polls"])
def test_voters_go_to_the_polls_on_a_day_ahead(act):
    text = f"Voters {act} on Sunday."
    assert (
        str(dates.event_date(text, None, [Span(0, len(text))], "en", datetime.date(2013, 2, 12)).date) == "2013-02-17"
    )


def test_a_feast_that_only_says_which_one_is_meant_is_not_the_day():
    text = "The minister apologised for a St Patrick's Day video."
    assert dates.event_date(text, None, [Span(0, len(text))], "en", datetime.date(2013, 3, 20)) is None


def test_a_days_weekday_is_part_of_its_evidence():
    text = "Thursday, 16/11/2017"
    assert [text[one.start : one.end] for one in find(text, 0, len(text), "en")] == [text]
