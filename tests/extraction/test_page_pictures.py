"""What pages print with their pictures: captions, names of pictures, who took them."""

import pytest

from events.extraction import captions, scenes
from tests.extraction.pages import ITEMS, assert_told_without
from tests.extraction.reading import read_text, titles


def test_the_name_of_a_picture_over_its_caption_heads_no_items():
    points = [f"{n}. {body}" for n, (_, body) in enumerate(ITEMS, 1)]
    points.insert(
        2, "Heron Lake Morning Reeds\nA heron stands in the reeds of a lake near Suva on Sunday. REUTERS/Jane Roe"
    )
    read = read_text("Four things to know\n\n" + "\n\n".join(points))
    assert [event.section for event in read.events] == [None] * 4
    assert_told_without(read, "Heron", "REUTERS")


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


def test_bars_of_a_table_behind_texts_are_no_sign_of_captions():
    rows = "\n".join(
        f"{head}\n{body} The ministry named no figures, and nobody else was ready to name any. More is expected. |"
        for head, body in ITEMS
    )
    read = read_text(f"Letter from abroad |\n{rows}")
    assert titles(read) == [head for head, _ in ITEMS]
    assert all("more is expected" in event.text.lower() for event in read.events)


@pytest.mark.parametrize("credit", ["— AFP pic", "— Handout via Reuters", "— Picture courtesy of the museum"])
def test_captions_above_headlines_end_with_what_they_are(credit):
    shown = ("Trucks queue on the road.", "Nets dry on the beach.", "Tents in the snow.", "The harbour at dusk.")
    heads = [f"{head} after a long week" for head, _ in ITEMS]
    page = "\n\n".join(f"{scene} {credit}\n\n{head}" for scene, head in zip(shown, heads, strict=True))
    read = read_text(f"World\n\n{page}")
    assert titles(read) == heads
    assert_told_without(read, *shown)


def test_one_wave_shows_no_picture_but_a_crowd_that_waves_does():
    wave = "A tropical wave over the central Atlantic has sparked concern in Barbados."
    crowd = "A small crowd of mourners wave to the hearse outside the church in Suva."
    assert not scenes.may_show_one(wave, "en", glued=True)
    assert scenes.may_show_one(crowd, "en", glued=True)


def test_cards_print_a_picture_a_stamp_a_headline_and_a_lead():
    shown = (
        "Trucks on the road to Cusco, seen from the pass.",
        "The court in Nairobi.",
        "Stock image.",
        "Port of Hodeidah",
    )
    cards = "\n\n".join(
        f"{scene}\nFebruary {16 - n}, 2025\n\n{head}\n\n{body}"
        for n, (scene, (head, body)) in enumerate(zip(shown, ITEMS, strict=True))
    )
    read = read_text(f"World News\n\n{cards}")
    assert titles(read) == [head for head, _ in ITEMS]
    assert_told_without(read, *shown)


def test_what_a_picture_shows_is_told_by_the_photographer_below():
    counted = [f"{n}. {head}\n{body}" for n, (head, body) in enumerate(ITEMS, 1)]
    counted[1] += "\nThe governor waves to supporters outside the court in Nairobi on Sunday.\nJane Ann Roe/AP"
    read = read_text("Four things to know\n\n" + "\n\n".join(counted))
    assert titles(read) == [head for head, _ in ITEMS]
    assert read.events[1].agencies == ()
    assert_told_without(read, "waves", "Roe")
