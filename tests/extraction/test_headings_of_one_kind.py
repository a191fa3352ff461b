"""Headings known by each other, numbers alone above their items, and what a page made by machines leaves on lines."""

import pytest

from events.extraction import forms, scenes
from events.extraction.lines import split
from events.extraction.records import Reason
from tests.extraction.pages import ITEMS
from tests.extraction.reading import read_text, set_aside, titles

FIRST, SECOND, THIRD, FOURTH = ITEMS[:4]


def sections(read):
    return [event.section for event in read.events]


def bullets(*news, sign="•"):
    return "\n".join(f"{sign} {body}" for _, body in news)


def test_headings_that_end_alike_part_items_with_signs_though_one_item_stands_under_them():
    page = "\n\n".join(
        (
            "Coastal Media Watch, 4 March 2025",
            f"Northern Press:\n{bullets(FIRST, SECOND)}",
            f"Southern Press:\n{bullets(THIRD)}",
            f"Island Press:\n{bullets(FOURTH)}",
        )
    )
    assert sections(read_text(page)) == ["Northern Press", "Northern Press", "Southern Press", "Island Press"]


def test_what_stands_above_the_first_of_them_is_no_item():
    above = "The Coastal Desk is a centre of expertise in harbours, and publishes this letter on every working day."
    page = "\n\n".join(
        (
            above,
            f"Situation in Ghana (4 March)\n{bullets(FIRST, SECOND)}",
            f"Situation in Fiji (4 March)\n{bullets(THIRD)}",
        )
    )
    assert above[:40] not in " ".join(titles(read_text(page)))


def test_headlines_that_end_alike_are_no_headings():
    page = "\n\n".join(f"{head}\n{body}" for head, body in ITEMS[:3])
    page += "\n\nFloods reach Fiji\nThree people drowned in Nadi on Monday, the police of Fiji said."
    page += "\n\nCyclone nears Fiji\nA cyclone is to make landfall in Suva on Friday, the weather service of Fiji said."
    assert sections(read_text(page)) == [None] * 5


def test_names_with_a_rule_under_each_head_what_follows():
    parts = [("DAILY TIDE", ITEMS[:2]), ("MORNING ANCHOR", ITEMS[2:3]), ("HARBOUR POST", ITEMS[3:4])]
    page = "\n\n".join(
        f"{name}\n--------\n" + "\n".join(f"{head.upper()}\n{body}" for head, body in news) for name, news in parts
    )
    assert sections(read_text(page)) == ["DAILY TIDE", "DAILY TIDE", "MORNING ANCHOR", "HARBOUR POST"]


@pytest.mark.parametrize("form", ["{}.", "{}", "({})", "{}. K"])
def test_a_number_alone_on_its_line_opens_an_item(form):
    page = "The morning in brief\n\n" + "\n".join(
        f"{form.format(n)}\n{head}\n{body}\nNobody gave a reason for it." for n, (head, body) in enumerate(ITEMS[:4], 1)
    )
    assert titles(read_text(page)) == [head for head, _ in ITEMS[:4]]


def test_numbers_above_headlines_without_a_text_count_what_is_read_most():
    page = "\n\n".join(f"{head}\n{body}" for head, body in ITEMS[:3])
    page += "\n\nMost read\n1\nA cat that paints\n2\nTen soups for winter\n3\nWho lives in the lighthouse"
    assert len(read_text(page).events) == 3


def test_bullets_that_close_with_a_medium_nobody_knows_are_items():
    page = "Media today\n\n" + "\n".join(
        f"• {head} ({medium})" for (head, _), medium in zip(ITEMS[:4], ("RXK", "Reuters", "AFP", "media"), strict=True)
    )
    assert len(read_text(page).events) == 4


def test_more_news_over_items_that_tell_heads_them():
    page = f"Morning headlines\n{bullets(FIRST, SECOND, sign='-')}\n\nMore news\n{bullets(THIRD, FOURTH, sign='-')}"
    assert [event.section for event in read_text(page).events][2:] == ["More news"] * 2


@pytest.mark.parametrize(
    "line",
    [
        '<image>data:image/s3,"s3://pictures/77aa/77aa" alt="Fiji opens a harbour for ferries"</image>',
        "<script>var here = 1</script>",
    ],
)
def test_what_a_machine_wrote_around_a_picture_is_no_text(line):
    assert forms.reason(line, line.lower()) in (Reason.CAPTION, Reason.WIDGET)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Some in the crowd held pictures of two fishermen at the gate.", "en"),
        ("Meanwhile, residents queue for water in the old town.", "en"),
        ("Trong khi đó, người dân xếp hàng mua nước ở chợ trung tâm.", "vi"),
    ],
)
def test_what_goes_on_with_a_text_is_no_caption(sentence, language):
    assert not scenes.may_show_one(sentence, language)


def test_a_caption_may_tell_of_people_at_a_place():
    assert scenes.may_show_one("Residents queue for water in the old town of Aden.", "en")


def test_a_sentence_about_what_was_just_told_stays():
    text = "Fiji and Tonga have ended ten days of joint patrols against poachers, the police of Suva said on Monday."
    page = "\n\n".join(
        f"{n}. {head}\n{text if n == 2 else body}" + ("\nThe patrols are designed to be repeated." if n == 2 else "")
        for n, (head, body) in enumerate(ITEMS[:4], 1)
    )
    read = read_text(page)
    assert not set_aside(read, Reason.CAPTION)
    assert list(split(read.events[1].text))[-1].text == "The patrols are designed to be repeated."


def test_numbers_alone_may_count_anew_and_their_texts_open_with_an_agency():
    page = "News of Tuesday\n\nAbroad\n" + "\n".join(
        f"{n}.\n{head}\n(AFP) {body}" for n, (head, body) in enumerate(ITEMS[:3], 1)
    )
    page += f"\nAt home\n1.\n{FOURTH[0]}\n(VOA) {FOURTH[1]}\n"
    assert titles(read_text(page)) == [head for head, _ in ITEMS[:4]]
