"""What pages print beside their items' texts: bylines, credits, stamps, charts, notices."""

import pytest

from events.extraction import line_signs
from events.extraction.records import Reason
from tests.extraction.pages import ITEMS, MORE, assert_told_without
from tests.extraction.reading import read_text, set_aside, titles


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Left 27%", Reason.WIDGET),
        ("44 Articles •", Reason.WIDGET),
        ("{{ page.subtitle }}", Reason.WIDGET),
        ("1430 GMT:", Reason.BYLINE),
        ("2.55am BST", Reason.BYLINE),
    ],
)
def test_charts_counts_templates_and_times_are_furniture(line, reason):
    assert line_signs.reason_of(line, "en") == (reason, False)


def test_long_notices_of_privacy_are_set_aside():
    notice = "We have updated our Privacy Policy and Terms of Use to say what data we collect and how we use them. " * 3
    body = "\n\n".join(f"{head}\n{body}" for head, body in ITEMS)
    assert set_aside(read_text(f"{notice.strip()}\n{body}"), Reason.COOKIES)


def test_a_credit_between_a_headline_and_its_text_is_kept():
    page = "\n\n".join(
        f"{head}\nReuters, Geneva\n\n{body}\n{more}" for (head, body), more in zip(ITEMS, MORE, strict=True)
    )
    read = read_text(f"News In Brief\n\n{page}")
    assert titles(read) == [head for head, _ in ITEMS]
    assert [event.agencies for event in read.events] == [("Reuters",)] * 4


@pytest.mark.parametrize(
    ("byline", "agencies"),
    [
        ("By Jane Roe Reuters ", ("Reuters",)),
        ("BY JANE ROE Associated Press ", ("AP",)),
        ("by AFP correspondents in the field Agence France-Presse ", ("AFP",)),
        ("Posted: Monday, July 19, 2021. 12:09 pm CST. By Jane Roe Mills: ", ()),
    ],
)
def test_bylines_in_front_of_leads_are_set_aside_and_credit_them(byline, agencies):
    read = read_text("World\n" + "\n\n".join(f"{head}\n\n{byline}{body}" for head, body in ITEMS))
    assert titles(read) == [head for head, _ in ITEMS]
    assert [event.agencies for event in read.events] == [agencies] * 4
    assert_told_without(read, "Jane", "JANE", "Posted", "correspondents")


def test_stamps_and_marks_behind_leads_are_no_part_of_them():
    stamped = "\n".join(f"{head}\n{body[:-1]}... | 12/3/16 10:5{n} AM" for n, (head, body) in enumerate(ITEMS))
    assert_told_without(read_text(f"African Headlines\n\n{stamped}"), "10:5", "12/3")
    ended = "\n\n".join(f"LIMA - {body}" for _, body in ITEMS) + " (end) ab"
    assert_told_without(read_text(f"Main news until noon\n\n(The Wire (TW)) {ended}"), "(end)", "(TW)")


def test_a_headline_printed_again_in_front_of_its_text_is_parted_from_it():
    read = read_text("World\n" + "\n".join(f"{head}\nRead full article: {head}{body}" for head, body in ITEMS))
    assert titles(read) == [head for head, _ in ITEMS]
    assert_told_without(read, "Read full")


def test_dated_links_above_the_title_are_teasers():
    links = "\n\n".join(
        f"{link}\n\n1{n} January 2023" for n, link in enumerate(("PM vows change", "Gold for darts", "A river"))
    )
    items = "\n\n".join(f"{head}\n\n{body}\n\n{more}" for (head, body), more in zip(ITEMS, MORE, strict=True))
    read = read_text(f"More Top Stories\n\n{links}\n\nNews in brief for Tuesday\n\n{items}")
    assert_told_without(read, "vows change", "darts", "river")
    assert {event.section for event in read.events} == {None}


def test_headlines_credited_in_brackets_open_their_items():
    media = ("Politico", "The Guardian", "B92", "Tanjug")
    items = zip(ITEMS, media, MORE, strict=True)
    page = "\n\n".join(
        f"{head} after a week ({name})\n\nA few words on why\n\n{body}\n\n{more}" for (head, body), name, more in items
    )
    read = read_text(page)
    assert len(read.events) == 4
    assert [event.agencies for event in read.events] == [(name,) for name in media]


def test_a_reporter_a_medium_and_a_day_behind_a_text_credit_it():
    page = "\n".join(f"{head}. {body} Jane Roe, AP News, November 1{n}" for n, (head, body) in enumerate(ITEMS))
    read = read_text(f"Asia Daily: November 14, 2024\n{page}")
    assert [event.agencies for event in read.events] == [("AP",)] * 4
    assert_told_without(read, "Jane", "November 1")


def test_bylines_of_many_capitals_are_read_in_no_time():
    assert line_signs.reason_of("By " + "A" * 120 + "!", "en") == (None, False)
