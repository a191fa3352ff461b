"""Pages whose items are told apart only by lines of one sort that come again between them."""

from itertools import chain

from events.extraction.layouts import records
from events.extraction.lines import split

from .reading import assert_faithful, assert_tiled, read_text

TEXTS = (
    "Peru has asked Ecuador to close an illegal crossing near the town of Huaquillas by the end of June.",
    "Norway and Latvia will train pilots of rescue helicopters together at a base on the island of Saaremaa.",
    "A court in Tunis has sentenced three former customs officers to eight years in prison for smuggling fuel.",
    "Nepal will let climbers from India cross the Humla valley again after a pause of eleven years.",
    "The parliament of Gabon voted on Monday for a longer mandate of the president, by ninety votes to four.",
)
STORY = (
    "Peru has asked Ecuador to close an illegal crossing near the town of Huaquillas by the end of June.",
    "The foreign minister of Peru said that fuel was carried over the river there every single night.",
    "Officials in Lima put the loss at forty million dollars a year, most of it in unpaid taxes on petrol.",
    "Ecuador has not answered yet, but its customs office sent a second boat to the river on Friday.",
    "The two countries opened a joint border post in 2011, and it was to end the smuggling for good.",
)


def _page(texts, *between, title="What the papers say"):
    """Texts with a line behind each."""
    lines = chain.from_iterable(zip(texts, between, strict=True))
    return title + "\n\n" + "\n\n".join(lines) + "\n\nYou may copy the list if you name this page as its source.\n"


def _openings(text):
    extraction = read_text(text)
    assert_tiled(extraction)
    assert_faithful(extraction)
    return [event.text[:20] for event in extraction.events]


def test_names_in_brackets_under_each_text_part_items_whoever_they_are():
    page = _page(TEXTS, "(El Faro del Norte)", "(Diena, Havets Blad)", "(Al Bahr)", "(Himal Dainik)", "(Le Phare)")
    assert _openings(page) == [text[:20] for text in TEXTS]


def test_lines_of_data_that_open_alike_part_items():
    lines = [f"Filed 2024-03-1{n} 0{n}:20 | desk {desk} | {n} photos" for n, desk in enumerate("abcde")]
    assert _openings(_page(TEXTS, *lines)) == [text[:20] for text in TEXTS]


def test_what_stands_below_the_last_parting_line_is_the_pages():
    page = _page(TEXTS, "(El Faro)", "(Diena)", "(Al Bahr)", "(Himal Dainik)", "(Le Phare)")
    assert "copy the list" not in "".join(event.text for event in read_text(page).events)


def test_headings_between_them_are_those_of_the_items_below():
    lines = ("(El Candil)\n\nPOLITICS", "(Dzeguze)", "(Al Bahr)\n\nBUSINESS", "(Himal Dainik)", "(Le Fanal)")
    sections = [event.section for event in read_text(_page(["WORLD\n\n" + TEXTS[0], *TEXTS[1:]], *lines)).events]
    assert sections == ["WORLD", "POLITICS", "POLITICS", "BUSINESS", "BUSINESS"]


def test_a_headline_over_each_text_belongs_to_it():
    heads = (
        "Lima wants crossing shut",
        "Pilots train on island",
        "Customs men go to prison",
        "Climbers may come again",
        "Longer mandate for president",
    )
    texts = [f"{head}\n\n{text}" for head, text in zip(heads, TEXTS, strict=True)]
    page = _page(
        texts, *(f"Cuttings no. {n}{n}, {name}" for n, name in enumerate(("Lulea", "Riga", "Sfax", "Pau", "Ax")))
    )
    assert [event.title for event in read_text(page).events] == list(heads)


def test_countries_over_texts_head_items_though_figures_stand_below():
    places = ("PERU", "NORWAY", "TUNISIA", "NEPAL", "GABON")
    body = "\n\n".join(
        f"{place}\n\n{text}\n\n{n}00 people moved" for n, (place, text) in enumerate(zip(places, TEXTS, strict=True), 1)
    )
    page = "A service of the relief office\n\nWeekly picture\n\nFormat\nMap\n\nPosted\n30 Apr 2019\n\n" + body
    assert _openings(page) == [text[:20] for text in TEXTS]


def test_an_article_is_not_parted_by_the_same_advertisement_again_and_again():
    page = _page(STORY, *["Story continues below"] * 5, title="Peru asks Ecuador to close crossing")
    assert len(read_text(page).events) == 1


def test_crossheads_are_lines_of_no_one_sort():
    heads = ("A river of fuel", "Forty million lost", "Silence in Quito", "The old promise", "What is next")
    assert records.way_of(list(split(_page(STORY, *heads))), "en") is None


def test_texts_that_point_back_are_parted_by_nothing():
    names = ("(El Faro)", "(Diena)", "(Al Bahr)", "(Himal Dainik)", "(Le Phare)")
    texts = [STORY[0], *(f"He also {text[0].lower()}{text[1:]}" for text in STORY[1:])]
    assert records.way_of(list(split(_page(TEXTS, *names))), "en")
    assert records.way_of(list(split(_page(texts, *names))), "en") is None
