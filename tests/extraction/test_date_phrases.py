"""Phrases that other collections of dates hold, in both languages, seen from several days."""

import datetime

import pytest

from events.extraction import dates, stamps
from events.extraction.date_phrases import find
from events.extraction.records import Span
from tests.extraction.reading import read_text

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


def _read(text, day):
    return [str(event.date) for event in read_text(text, uploaded_on=datetime.date.fromisoformat(day)).events]


def test_what_agencies_sent_days_ago_tells_its_days_from_the_day_it_was_sent():
    page = (
        "World briefs\n\n"
        "LIMA, Nov 10 (Reuters) - Peru's government said on Tuesday that it would close two ports.\n\n"
        "ROME, Nov 12, (AP): Italy's prime minister threatened on Thursday to withhold aid from Albania.\n\n"
        "Nairobi, November 16, 2012–Zambia's government on Thursday ordered the station in Lusaka to close.\n\n"
        "TUNIS, Nov 9 (AFP) — Tunisia's army said Sunday it had killed nine gunmen near Kasserine.\n"
    )
    assert _read(page, "2012-11-30") == ["2012-11-06", "2012-11-08", "2012-11-15", "2012-11-04"]


def test_days_in_a_pages_head_are_no_headings_of_its_items():
    story = (
        "Today\nDecember 15\n09:19 AM\nPeru asks Chile for a loan\n\nAdded 24 March 2019\n\n"
        "LIMA – Peru will ask Chile for a loan of $20 million to finish a hospital, its president said on Saturday.\n\n"
        "Chile's foreign ministry on Friday welcomed the plan and invited a delegation of bankers to Santiago.\n"
    )
    assert _read(story, "2019-03-25")[0] == "2019-03-23"


@pytest.mark.parametrize("days", ["2/8/16 2/12/16", "08/02/2016 - 12/02/2016"])
def test_a_digest_of_some_days_is_of_the_last(days):
    assert str(dates.resolve(stamps.printed(days, "en"), datetime.date(2016, 2, 13)).date) == "2016-02-12"


def test_days_in_datelines_behind_headlines_are_the_pages():
    page = (
        "World Brief\n\nPort shut: LIMA, Jan 26, (AP): Peru shut its largest port on Thursday after a storm.\n\n"
        "Envoy sent home: QUITO, Jan 26, (AFP): Ecuador expelled an envoy of Chile on Friday.\n\n"
        "Ship found: ROME, Jan 26, (RTRS): Italy's navy found a ship with nine men on board on Thursday.\n"
    )
    assert str(read_text(page, uploaded_on=datetime.date(2018, 1, 28)).document.published) == "2018-01-26"


LIVE = (
    "{time} Kenya closed its embassy in Chad\n\n{time} Poland shut its border with Belarus\n\n"
    "{time} Peru called its envoy home from Chile\n\n{time} Italy sent two ships to Albania\n\n"
    "{time} Fiji asked Japan for a loan\n"
)


@pytest.mark.parametrize("time", ["+++ 16:40", "• 16:40"])
def test_the_day_in_a_live_pages_head_is_that_of_its_entries(time):
    page = f"The day minute by minute\nMonday, 28 September\n\n{LIVE.format(time=time)}"
    assert set(_read(page, "2020-10-02")) == {"2020-09-28"}


def test_the_day_in_a_pages_head_is_what_today_means_and_no_items_own():
    page = (
        "The world at a glance\nTuesday\n\n* Kenya dissolved its cabinet today after weeks of protests.\n\n"
        "* Poland closed two crossings on its border with Belarus on Sunday, it said.\n\n"
        "* Peru and Chile have two envoys each in Bolivia.\n"
    )
    assert _read(page, "2020-10-02") == ["2020-09-29", "2020-09-27", "None"]


def test_a_year_counted_from_the_reference_is_counted_anew_each_time():
    text = "The dam broke on October 7 last year."
    for year in (2024, 2022, 2024):
        (phrase,) = find(text, 0, len(text), "en")
        assert phrase.year is None
        assert phrase.has_year
        assert dates.resolve(phrase, datetime.date(year, 11, 1)).date == datetime.date(year - 1, 10, 7)


@pytest.mark.parametrize(("text", "told"), [("on October 7, 2023", True), ("on October 7", False), ("Monday", False)])
def test_a_phrase_tells_its_year_only_where_it_names_or_counts_one(text, told):
    (phrase,) = find(text, 0, len(text), "en")
    assert phrase.has_year is told
