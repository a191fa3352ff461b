"""Pages of teasers: the medium of each stands above or below it, with hours, places, rubrics, addresses."""

import datetime

import pytest

from tests.extraction.reading import read_text

SATURDAY = datetime.date(2025, 10, 11)
TEASERS = [
    (
        "Kenya's president sends his cabinet home",
        "President William Ruto sent nearly all his ministers home on Thursday.",
    ),
    ("Poland shuts crossings with Belarus", "Poland shut two crossings on its border with Belarus on Friday, it said."),
    ("Peru's congress ousts president", "Lawmakers in Lima voted on Friday to oust President Dina Boluarte."),
    ("Japan and Fiji sign cable deal", "Japan and Fiji signed an agreement on Wednesday to lay a cable."),
    (
        "South Sudan puts its election off",
        "South Sudan put its election off once more, the presidency said on Thursday.",
    ),
]
MEDIA = ["Reuters", "AFP", "BBC", "Xinhua", "Al Jazeera"]
HOURS = ["12 hours ago", "3 hours ago", "5h ago", "1 day ago", "45 minutes ago"]
PLACES = ["Nairobi", "Warsaw", "Lima", "Tokyo", "Juba"]


@pytest.mark.parametrize(
    "shape",
    [
        "{medium} · {hour}\n{title}\n{text}\n",
        "{medium} | {hour}\n{title}\n{text}\n",
        "{medium} {hour}\n{title}\n{text}\n",
        "{medium}\n{hour}\n{title}\n{text}\n",
        "{medium}\n{title}\n{text}\n",
        "{title}\n{text}\n{medium} · {hour}\n",
        "{title}\n{text}\n{medium}\n{hour}\n",
        "{title}\n{text}\n({medium}, Oct 10, 2025)\n",
        "{title}\n{text}\n{medium} | {place}\n",
        "{title}\n{text}\nPosted by {medium} on Oct 10, 2025\n",
    ],
)
def test_each_teaser_has_the_medium_that_stands_beside_it(shape):
    parts = zip(TEASERS, MEDIA, HOURS, PLACES, strict=True)
    page = "\n".join(shape.format(title=t, text=x, medium=m, hour=h, place=p) for (t, x), m, h, p in parts)
    events = read_text("World News\n\n" + page, uploaded_on=SATURDAY).events
    assert [event.agencies for event in events] == [(medium,) for medium in MEDIA]


def test_a_mediums_rubric_beside_its_name_is_no_part_of_it():
    page = "\n".join(f"{t}\n{x}\n{m} World\n" for (t, x), m in zip(TEASERS, MEDIA, strict=True))
    events = read_text("World News\n\n" + page, uploaded_on=SATURDAY).events
    assert [event.agencies for event in events] == [(medium,) for medium in MEDIA]


def test_a_website_is_the_medium_that_it_belongs_to():
    sites = ["reuters.com", "afp.com", "bbc.com", "xinhuanet.com", "aljazeera.com"]
    page = "\n".join(f"{t}\n{x}\n{site}\n" for (t, x), site in zip(TEASERS, sites, strict=True))
    events = read_text("World News\n\n" + page, uploaded_on=SATURDAY).events
    assert [event.agencies for event in events] == [(medium,) for medium in MEDIA]


def test_a_papers_name_and_day_over_a_page_credit_no_item():
    page = "World briefs\nThe Herald - October 10, 2025\n\n" + "\n\n".join(f"{x}" for _, x in TEASERS)
    events = read_text(page, uploaded_on=SATURDAY).events
    assert [event.agencies for event in events] == [()] * len(TEASERS)


def test_agencies_in_capitals_before_a_comma_credit_their_items():
    page = "\n\n".join(f"{m.upper()}, {x}" for (_, x), m in zip(TEASERS, MEDIA, strict=True))
    events = read_text("Headlines at noon: what the agencies say\n\n" + page, uploaded_on=SATURDAY).events
    assert [event.agencies for event in events] == [(medium,) for medium in MEDIA]


def test_lines_between_teasers_that_name_no_subject_are_no_sections():
    titles = [f"{t}\n{x}" for t, x in TEASERS]
    odd = ["Europe", "Ann Roe in Lima", "", "Twelve photos", ""]
    page = "\n\n".join(f"{line}\n\n{title}" if line else title for line, title in zip(odd, titles, strict=True))
    events = read_text("The Herald\nWorld\n\n" + page, uploaded_on=SATURDAY).events
    assert not {event.section for event in events} & {"Ann Roe in Lima", "Twelve photos"}
