"""English dates: phrases, years, and which of a passage's dates is the event's."""

import datetime

import pytest

from events.extraction import dates
from events.extraction.date_phrases import find
from events.extraction.records import Span
from tests.extraction.reading import read_text

FRIDAY = datetime.date(2024, 11, 1)


def _first(text: str, reference: datetime.date | None = FRIDAY):
    phrases = find(text, 0, len(text), "en")
    return dates.resolve(phrases[0], reference) if phrases else None


def _event(text: str, reference: datetime.date | None = FRIDAY, previous: datetime.date | None = None):
    return dates.event_date(text, None, [Span(0, len(text))], "en", reference, previous)


@pytest.mark.parametrize(
    ("phrase", "day", "end"),
    [
        ("on November 1", "2024-11-01", None),
        ("on Nov. 1", "2024-11-01", None),
        ("on November 1, 2023,", "2023-11-01", None),
        ("on 31 October", "2024-10-31", None),
        ("on the 31st of October 2023", "2023-10-31", None),
        ("from November 4-7", "2024-11-04", "2024-11-07"),
        ("from November 4 to 7", "2024-11-04", "2024-11-07"),
        ("October 30 - November 2", "2024-10-30", "2024-11-02"),
        ("between December 30 and January 2", "2024-12-30", "2025-01-02"),
        ("on 4-7 November", "2024-11-04", "2024-11-07"),
        ("on 2024-10-30", "2024-10-30", None),
        ("on 30/10/2024", "2024-10-30", None),
        ("on 10/30/2024", "2024-10-30", None),
        ("on 01/11/2024", "2024-11-01", None),
        ("on 11/01/2024", "2024-11-01", None),
        ("yesterday", "2024-10-31", None),
        ("on Thursday", "2024-10-31", None),
        ("on Friday", "2024-11-01", None),
        ("last Thursday", "2024-10-24", None),
        ("next Monday", "2024-11-04", None),
        ("Wednesday, October 30", "2024-10-30", None),
        ("on New Year's Day", "2025-01-01", None),
        ("on Labour Day,", "2024-05-01", None),
    ],
)
def test_phrases(phrase, day, end):
    found = _first(f"The minister spoke {phrase} in Oslo.")
    assert found.date.isoformat() == day
    assert (found.date_end.isoformat() if found.date_end else None) == end


@pytest.mark.parametrize("text", ["The mayor may march 5 km.", "He won 6-3 at 5.30 pm.", "Room 31 of 40", "Sunny days"])
def test_what_only_looks_like_a_date(text):
    assert _first(text) is None


@pytest.mark.parametrize(
    ("reference", "phrase", "day"),
    [
        ("2025-01-02", "December 31", "2024-12-31"),
        ("2024-12-30", "January 2", "2025-01-02"),
        ("2024-11-01", "March 3", "2024-03-03"),
        ("2024-03-01", "February 29", "2024-02-29"),
    ],
)
def test_a_year_is_the_one_nearest_to_the_reference_date(reference, phrase, day):
    assert _first(f"on {phrase}", datetime.date.fromisoformat(reference)).date.isoformat() == day


def test_without_a_reference_date_only_full_dates_are_known():
    assert _first("on November 1", None) is None
    assert _first("on Thursday", None) is None
    assert _first("on November 1, 2020", None).date == datetime.date(2020, 11, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On November 1, a spokesman announced that the premier will visit China from November 4-7.", "2024-11-01"),
        ("The navy announced on November 1 that a ship had left. The ship was launched on October 3.", "2024-11-01"),
        ("The court, which opened on October 2, sentenced him on October 31.", "2024-10-31"),
        ("Talks have stalled since October 7.", None),
        ("Polls favour her. The election will take place on November 5.", None),
        ("The envoy revealed a plan. Speaking in New York on October 31, he called it secret.", "2024-10-31"),
        ("Trade grew. Last month, on October 2, the bank had cut its rate.", None),
        ('The minister left. "We signed on October 30," he said.', None),
        ("Exports rose in October.", None),
    ],
)
def test_the_events_own_date(text, day):
    found = _event(text)
    assert (found.date.isoformat() if found and found.precision == "day" else None) == day


def test_on_the_same_day_means_the_item_before():
    text = "On the same day, Chad closed its border."
    assert _event(text, previous=datetime.date(2024, 10, 30)).date == datetime.date(2024, 10, 30)
    assert _event(text) is None


def test_the_evidence_is_the_phrase_itself():
    text = "Peru voted on October 30 in peace."
    found = _event(text)
    assert text[found.start : found.end] == "October 30"
    assert found.rule == "reference-date"


@pytest.mark.parametrize("reference", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize(
    "phrase", ["yesterday", "tomorrow", "next Monday", "last Monday", "in December", "on January 1"]
)
def test_the_ends_of_the_calendar_raise_nothing(reference, phrase):
    found = _first(f"Peru voted {phrase}.", reference)
    assert found is None or datetime.date.min <= found.date <= datetime.date.max


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Peru signed the pact on March 18.", "2026-03-18"),  # eight months ago, not in four months
        ("Peru signed on January 3 a pact.", "2027-01-03"),  # near
        ("Peru will sign the pact on March 18.", "2027-03-18"),
        ("Peru signed the pact two days ago in Lima.", "2026-11-19"),
        ("Peru will sign the pact this coming Friday.", "2026-11-27"),
        ("Peru signed the pact this past Friday.", "2026-11-20"),
    ],
)
def test_a_day_without_its_year_is_past_unless_near_or_told_as_ahead(sentence, day):
    assert _event(sentence, datetime.date(2026, 11, 21)).date.isoformat() == day


@pytest.mark.parametrize(
    ("phrase", "day", "end"),
    [
        ("from 30 October to 2 November", "2024-10-30", "2024-11-02"),
        ("from December 30, 2023 to January 2, 2024", "2023-12-30", "2024-01-02"),
        ("from December 30 to January 2, 2024", "2023-12-30", "2024-01-02"),
        ("on Tues. the bank shut", "2024-10-29", None),
        ("a day ago", "2024-10-31", None),
        ("on October the 29th", "2024-10-29", None),
        ("on Tuesday of next week", "2024-11-05", None),
        ("on 10/31/74", "1974-10-31", None),
    ],
)
def test_spans_over_months_and_years_and_short_forms(phrase, day, end):
    resolved = _first(phrase)
    assert (str(resolved.date), str(resolved.date_end) if resolved.date_end else None) == (day, end)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The court freed the banker who was arrested at the airport on Tuesday.", None),
        ("The judge heard the man suspected of the stabbing on Tuesday.", None),
        ("The mayor called an early election for November 25.", None),
        ("Visitors will pay a fee from December 1.", None),
        ("Nine sailors killed in the blast on Tuesday were buried on Thursday.", "2024-10-31"),
        ("On the 29th of October the tunnel opened.", "2024-10-29"),
        ("The summit was held between October 29 and October 31.", "2024-10-29"),
        ("On Monday the two sides will meet again.", "2024-11-04"),
        ("On Monday the ministry said that the two sides will meet again.", "2024-10-28"),
    ],
)
def test_days_of_other_happenings_are_not_the_events_own(sentence, day):
    found = _event(sentence)
    assert (str(found.date) if found else None) == day


def test_a_headline_that_is_only_a_day_dates_its_item():
    text = "29 October: The council condemned the launch the same day."
    title, body = Span(0, 10), [Span(12, len(text))]
    assert str(dates.event_date(text, title, body, "en", FRIDAY).date) == "2024-10-29"


def test_items_under_a_day_happened_on_it_unless_they_say_otherwise():
    found = read_text(
        "World Desk Weekly\n\nMONDAY, 3 MARCH\n\n"
        "- Peru's congress passed a budget after a debate of two days.\n"
        "- Chile named a new army chief after a scandal over contracts.\n\n"
        "TUESDAY, 4 MARCH\n\n"
        "- Poland closed two crossings on its eastern border, its ministry said.\n"
        "- Kenya's president opened a railway to the coast yesterday with his guests.\n"
    )
    assert [event.date.day for event in found.events] == [3, 3, 4, 3]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("on October 7 last year", "2023-10-07"),
        ("on 7 October this year", "2024-10-07"),
        ("on Wed. morning", "2024-10-30"),
        ("late Thu", "2024-10-31"),
        ("on Tuesday the 29th", "2024-10-29"),
        ("on the 29th", "2024-10-29"),
        ("on the 5th of last month", "2024-10-05"),
        ("on the first Tuesday of October", "2024-10-01"),
        ("on the last day of September 2023", "2023-09-30"),
        ("on the second of October", "2024-10-02"),
        ("on October fifth", "2024-10-05"),
        ("on 30/Oct/2023", "2023-10-30"),
        ("on Oct30", "2024-10-30"),
        ("on october 30", "2024-10-30"),
        ("last monday", "2024-10-21"),
        ("on Monday, last week", "2024-10-21"),
        ("last week on Monday", "2024-10-21"),
        ("on Fri, Oct 27", "2023-10-27"),
        ("a week ago", "2024-10-25"),
        ("a fortnight ago", "2024-10-18"),
        ("on Good Friday", "2024-03-29"),
        ("on Easter Sunday 2023", "2023-04-09"),
        ("last Thanksgiving", "2023-11-23"),
        ("on Labor Day", "2024-09-02"),
        ("on the first day of the Lunar New Year", "2024-02-10"),
        ("on October 28 & 29", "2024-10-28"),
    ],
)
def test_further_phrases(phrase, day):
    assert str(_first(f"The two sides met {phrase} in Oslo.").date) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The two sides will meet in a week.", "2024-11-08"),
        ("The two sides will meet three days from now.", "2024-11-04"),
        ("The two sides will meet on Friday after next.", "2024-11-15"),
        ("Rebels took nine villages in two days.", None),
        ("The Christmas market was evacuated.", None),
        ("The envoy spoke of the hardships of today's farmers.", None),
        ("The general, who fled two weeks ago, was sentenced.", None),
        ("The bank has a branch on the 15th floor.", None),
        ("The mayor may second the motion.", None),
        ("Grace periods ran out, and both bonds that were to be paid the day before fell.", None),
    ],
)
def test_distances_and_words_that_only_sound_like_days(sentence, day):
    found = _event(sentence)
    assert (str(found.date) if found else None) == day


def test_the_day_before_is_counted_from_the_item_before():
    found = _event("The day before, Chad had closed its border.", previous=datetime.date(2024, 10, 30))
    assert str(found.date) == "2024-10-29"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The council meets Thursday to speak of Chad.", "2024-11-07"),
        ("A ferry sank off Malta between Saturday and Sunday.", "2024-10-26"),
        ("Nine have died since the floods began on October 20.", None),
        ("Protesters plan to march on Wednesday.", "2024-11-06"),
        ("30/10 - Peru and Chile signed the accord.", "2024-10-30"),
        ("Italy will deliver arms, the minister told two committees of parliament in Rome on Wednesday.", "2024-10-30"),
        ("The king congratulated the president, sworn in last Friday.", None),
        ("2024-11-01 LIMA, Peru, EFE – Two ports were shut, the navy said Wednesday.", "2024-10-30"),
        ("The plan was\nrejected by\nthe Senate on Tuesday.", "2024-10-29"),
    ],
)
def test_what_the_words_around_a_day_make_of_it(sentence, day):
    found = _event(sentence)
    assert (str(found.date) if found else None) == day


def test_earlier_in_the_day_is_the_day_of_the_item_before():
    found = _event("Earlier in the day, the king received the envoy.", previous=datetime.date(2024, 10, 30))
    assert str(found.date) == "2024-10-30"


def test_a_sentence_goes_on_behind_a_full_line():
    text = (
        "The programme says that the plane which landed in the capital on\nWednesday carried food for three thousand."
    )
    assert _event(text).date == datetime.date(2024, 10, 30)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Peru's president has called a November 27 referendum on the law.", None),
        ("A judge set November 23 as the first day of the trial in Lima.", None),
        ("Peru approved on Thursday a law that will tax all ships.", "2024-10-31"),
        ("The council approved on Thursday that Peru will join the pact.", "2024-10-31"),
        ("On Monday the two ministers will meet in Lima.", "2024-11-04"),
        ("Angered by Sunday's vote, judges in Peru walked out on Tuesday.", "2024-10-29"),
        ("Peru's army said on Wednesday it was behind Tuesday's raid.", "2024-10-30"),
        ("Tuesday's blast in Lima killed nine.", "2024-10-29"),
        ("Peru wants back the islands it gave away on Tuesday.", None),
        ("Counting has begun in Peru after today's election.", "2024-11-01"),
        ("Peru has little to say in today's world.", None),
        ("In Peru 82 people had died of the fever as of Thursday.", "2024-10-31"),
        ("Peru condemned the sanctions which the European Union and Chile announced on Monday.", None),
        (
            "Nationals who had been left out when the border of Peru closed on October 22, came home yesterday.",
            "2024-10-31",
        ),
    ],
)
def test_a_day_that_tells_which_one_is_meant_is_not_the_events_own(sentence, day):
    found = _event(sentence)
    assert (str(found.date) if found else None) == day


STAMPED = """\
Latin America

{0}
Peru closes its border with Chile
{1}
Peru closed its border with Chile on Friday, its army said in a statement that gave no reason for it.

{2}
Kenya names a new envoy to Chad
{3}
Kenya has named a new envoy to Chad, the office of the president said, without a word on the old one.

{4}
Norway offers to host talks
{5}
Norway has offered to host talks on the islands, its prime minister said, whatever others think of it.
"""


def _days(days: tuple[int, int, int], place: int) -> list[str | None]:
    parts = [""] * 6
    parts[place::2] = [f"Oct {day}, 2024, 9:5{day % 10} a.m." for day in days]
    found = read_text(STAMPED.format(*parts), uploaded_on=datetime.date(2024, 11, 1))
    return [str(event.date) if event.date else None for event in found.events]


@pytest.mark.parametrize("place", [0, 1])
def test_a_weekday_is_seen_from_the_stamp_of_its_item_which_is_no_happenings_own_day(place):
    assert _days((13, 12, 11), place) == ["2024-10-11", None, None]


@pytest.mark.parametrize("place", [0, 1])
def test_stamps_all_of_one_day_are_those_of_a_ticker_and_date_its_items(place):
    assert _days((12, 12, 12), place) == ["2024-10-11", "2024-10-12", "2024-10-12"]


REPORTED = """World

Peru shuts its ports

LIMA, {day} (AFP) — Peru's dockers walked out of all ports of the country at noon on {weekday}, their union said.

Fiji elects a speaker

SUVA, {day} (AP) — Fiji's parliament elected a speaker in a second round on {weekday}, the house announced in Suva.

Chad opens a bridge

N'DJAMENA, {day} (Reuters) — Chad opened a bridge over the Logone on {weekday}, the ministry of transport said.
"""


@pytest.mark.parametrize(
    ("day", "weekday", "date"),
    [
        ("Sept 3", "Tuesday", "2026-09-01"),  # seen from the report, however late it is uploaded
        ("Nov. 20", "Thursday", "2026-11-19"),
        ("Nov. 25", "Tuesday", "2026-11-17"),  # hardly last year's
    ],
)
def test_a_weekday_is_seen_from_the_day_on_which_an_agency_sent_the_report(day, weekday, date):
    found = read_text(REPORTED.format(day=day, weekday=weekday), reference_date=datetime.date(2026, 11, 23))
    assert [str(event.date) for event in found.events] == [date] * 3
