"""What pages print between, above and below their items: times, buttons, captions, bars of tables, credits."""

import pytest

from events.extraction import captions, line_signs
from events.extraction.records import Reason
from tests.extraction.reading import assert_faithful, assert_tiled, read_text, set_aside, titles

_ITEMS = (
    (
        "Peru reopens the road to Cusco",
        "Engineers in Peru have reopened the road to Cusco after a landslide on Monday.",
    ),
    ("Kenya frees nine fishermen", "A court in Nairobi has freed nine fishermen who had been held since March."),
    ("Estonia calls up reservists", "Estonia called up four hundred reservists on Tuesday for a drill near Narva."),
    (
        "Oman hosts talks on Yemen",
        "Envoys of both sides met in Muscat on Tuesday for talks about the port of Hodeidah.",
    ),
)


def _telling(read, *words: str) -> None:
    assert_tiled(read)
    assert_faithful(read)
    told = "\n".join(event.text for event in read.events)
    assert not [one for one in words if one in told]


@pytest.mark.parametrize(
    "times",
    [
        ("16:45 GMT – ", "15:10 GMT – ", "14:05 GMT – ", "09:40 GMT – "),
        ("1645 GMT:\n\n", "1510 GMT:\n\n", "1405 GMT:\n\n", "0940 GMT:\n\n"),
        ("4.45pm BST\n\n", "3.10pm BST\n\n", "2.05pm BST\n\n", "9.40am BST\n\n"),
    ],
)
def test_times_part_the_items_of_a_live_page(times):
    text = "Live updates: the day in brief\n\nFour countries are watched today, and this page follows them.\n\n"
    text += "\n\n".join(f"{time}{head}\n\n{body}" for time, (head, body) in zip(times, _ITEMS, strict=True))
    read = read_text(text)
    assert titles(read) == [head for head, _ in _ITEMS]
    _telling(read, "GMT", "BST", "this page follows")


def test_when_a_post_was_published_is_parted_from_its_headline():
    posts = (
        f"  {n}. {head}published at 11:2{n} British Summer Time 3 March 2025\n\n    {body}"
        for n, (head, body) in enumerate(_ITEMS, 1)
    )
    read = read_text("\n\n".join(posts))
    assert titles(read) == [head for head, _ in _ITEMS]
    _telling(read, "published at")


def test_the_name_of_a_picture_over_its_caption_heads_no_items():
    points = [f"{n}. {body}" for n, (_, body) in enumerate(_ITEMS, 1)]
    points.insert(
        2, "Heron Lake Morning Reeds\nA heron stands in the reeds of a lake near Suva on Sunday. REUTERS/Jane Roe"
    )
    read = read_text("Four things to know\n\n" + "\n\n".join(points))
    assert [event.section for event in read.events] == [None] * 4
    _telling(read, "Heron", "REUTERS")


@pytest.mark.parametrize(
    "line",
    [
        "People carry a banner past the parliament in Oslo. November 4, 2023. Jane Roe/NTB/via REUTERS",
        "The two presidents shake hands. October 18, 2023. Sputnik/Jane Roe/Pool via REUTERS/File Photo",
        "The president waves. REUTERS/Jane Roe/Pool",
        "Boats lie in the harbour of Suva, Fiji June 3, 2019.",
    ],
)
def test_captions_are_told_by_photographers_and_days(line):
    assert captions.is_caption(line, line.lower())


def test_a_report_signed_by_its_writer_is_no_caption():
    line = "Ferries stay in port, the harbour master said on Monday. Jane Roe/AFP"
    assert not captions.is_caption(line, line.lower())


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
    body = "\n\n".join(f"{head}\n{body}" for head, body in _ITEMS)
    assert set_aside(read_text(f"{notice.strip()}\n{body}"), Reason.COOKIES)


def test_bars_of_a_table_behind_texts_are_no_sign_of_captions():
    rows = "\n".join(
        f"{head}\n{body} The ministry named no figures, and nobody else was ready to name any. More is expected. |"
        for head, body in _ITEMS
    )
    read = read_text(f"Letter from abroad |\n{rows}")
    assert titles(read) == [head for head, _ in _ITEMS]
    assert all("more is expected" in event.text.lower() for event in read.events)
