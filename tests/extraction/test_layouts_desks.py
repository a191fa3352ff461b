"""Round-ups as desks and wires send them out: codes, days in front, kickers, bulletins, lists that count points."""

import datetime

import pytest

from events.extraction.records import Reason

from .reading import assert_faithful, assert_tiled, headings, printed, read_text, set_aside, titles

CODED = """Following are the top foreign stories at 1900 hours

FGN11 PERU-2NDLD FLOOD
Peru declares emergency after floods
Lima: Peru's government declared an emergency in Piura on Tuesday after floods. By Ann M Lee

FGN14 KENYA-RAIL Kenya and Uganda sign rail deal Nairobi: Kenya and Uganda signed a deal to build a railway. (AFP)

FES3 NEPAL-STRIKE
Nepal teachers end strike
Kathmandu: Teachers in Nepal called off their strike after talks with the ministry. By Bo Rai
"""


def test_a_wires_codes_part_its_items():
    extraction = read_text(CODED)
    assert [event.title.partition(":")[0] for event in extraction.events] == [
        "Peru declares emergency after floods",
        "Kenya and Uganda sign rail deal",
        "Nepal teachers end strike",
    ]
    assert {event.section for event in extraction.events} == {None}
    assert "By Ann M Lee" in set_aside(extraction, Reason.BYLINE)
    assert all(not event.people for event in extraction.events)
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_a_wires_list_on_one_line_is_parted_at_its_codes():
    extraction = read_text(" ".join(CODED.split()))
    assert len(extraction.events) == 3
    assert_tiled(extraction)


@pytest.mark.parametrize(
    ("code", "headline"),
    [("FGN7 UN-HAITI-AID", "UN sends rice to Haiti"), ("FGN9 MALI-VOTE", "US observers leave Mali")],
)
def test_a_short_name_in_capitals_behind_a_code_opens_the_headline(code, headline):
    extraction = read_text(f"{CODED}\n{code} {headline}\nLagos: Nothing more was said on Friday about the matter.")
    assert headline in [event.title for event in extraction.events]


CELLS = printed(
    (
        ("Ferry sinks off Zanzibar", "Mar 02", "Reuters", "A ferry sank on Sunday off Zanzibar in Tanzania."),
        ("Chile frees fishermen", "Mar 01", "XY", "Chile released nine fishermen from Peru after a week."),
        ("Bridge opened in Laos", "Mar 03", "AFP", "Laos opened a bridge over the Mekong."),
    ),
    "{} |\n{} ({}) {}\nmore.. |\n| |\n",
)


def test_headlines_of_table_cells_stay_with_texts_that_open_with_day_and_source():
    events = read_text(CELLS).events
    assert [event.title for event in events] == [
        "Ferry sinks off Zanzibar",
        "Chile frees fishermen",
        "Bridge opened in Laos",
    ]
    assert events[0].agencies == ("Reuters",)
    assert [event.date for event in events] == [
        datetime.date(2025, 3, 2),
        datetime.date(2025, 3, 1),
        datetime.date(2025, 3, 3),
    ]


BULLETIN = """THE HEADLINES:
• Talks on the Nile dam open in Cairo.
• A train stops in Kenya.

<><><>
Ministers of Egypt, Sudan and Ethiopia opened talks in Cairo on the dam on the Nile.
<><><>
In Kenya, a train stopped for nine hours after elephants lay down on the line.
<><><>
Peru's congress rejected the budget. More from our correspondent:
"The government has ten days to send a new one."
<><><>
Fiji and Tonga signed a fisheries accord in Suva.
<><><>
And here again are the main points:
Talks on the Nile dam open. A train stops in Kenya.
"""


def test_a_bulletins_headlines_and_main_points_are_no_events():
    extraction = read_text(BULLETIN)
    assert len(extraction.events) == 4
    assert extraction.events[2].text.endswith('send a new one."')
    assert any("Talks on the Nile dam open. A train" in words for words in set_aside(extraction, Reason.SUMMARY))
    assert_tiled(extraction)


def test_small_letters_count_points_of_an_item():
    extraction = read_text(
        "1. Peru and Chile sign an air accord\n"
        "The ministers of transport of Peru and Chile signed an accord on flights in Lima on Monday.\n"
        "i) It replaces the one of 1999.\n"
        "ii) Either side may fly daily.\n"
        "2. Cuba opens a port\n"
        "Cuba's president opened a port in Mariel that was built with a loan from Brazil.\n"
        "3. Fiji votes for a new parliament\n"
        "Polls opened in Fiji on Sunday in the second election since the coup.\n"
    )
    assert len(extraction.events) == 3
    assert extraction.events[0].text.endswith("Either side may fly daily.")


def test_a_headline_in_capitals_that_counts_is_no_row_of_links():
    lines = ["1. PERU SENDS TROOPS TO BORDER", "Peru sent troops.", "2. CHILE SHUTS MINE", "Chile shut a mine."]
    lines += ["4. FINANCE MINISTERS HEAR WORLD TRADE AND TAX PLANS", "The ministers met in Rome, Italy."]
    assert len(read_text("\n".join(lines)).events) == 3


def test_a_feature_that_asks_and_names_nobody_is_no_event():
    extraction = read_text(
        "1. PERU SENDS TROOPS TO BORDER\nPeru sent troops to its border with Ecuador.\n"
        "2. HOW A BAKERY CAME BACK\nAn oven, a bench and forty loaves.\n"
        "3. WHY CHILE CLOSED A MINE\nChile's government shut a copper mine after two tremors.\n"
    )
    assert titles(extraction) == ["PERU SENDS TROOPS TO BORDER", "WHY CHILE CLOSED A MINE"]


NEWS = (
    ("Ferry sinks off Zanzibar", "DODOMA (Reuters) - A ferry sank on Sunday off Zanzibar, police said."),
    ("Chile frees fishermen", "SANTIAGO (Reuters) - Chile released nine fishermen from Peru after a week."),
    ("Laos opens bridge", "VIENTIANE (Reuters) - Laos opened a bridge over the Mekong on Monday."),
)
ITEMS = printed(NEWS)


def test_the_same_words_over_every_headline_are_no_part_of_it():
    extraction = read_text(printed(NEWS, "The Evening Lantern\n{}\n{}\n"))
    assert titles(extraction) == ["Ferry sinks off Zanzibar", "Chile frees fishermen", "Laos opens bridge"]


@pytest.mark.parametrize("line", ["See WORLD, Page 6A", "(Continued from Page 1)", "Please turn to page 17"])
def test_where_a_column_goes_on_heads_nothing(line):
    at = ITEMS.index("Laos opens")
    extraction = read_text(f"{ITEMS[:at]}{line}\n{ITEMS[at:]}")
    assert {event.section for event in extraction.events} == {None}
    assert line in set_aside(extraction, Reason.WIDGET)


def test_the_papers_name_between_byline_and_day_heads_nothing():
    extraction = read_text(f"Around the globe\nBy Ann Lee\nHarbor Star-News\nPublished March 3, 2025\n\n{ITEMS}")
    assert {event.section for event in extraction.events} == {None}
    assert "Harbor Star-News" not in headings(extraction)


def test_slugged_headlines_stay_with_texts_that_were_cut_short():
    text = printed(
        (
            (
                "BERMUDA-ACCIDENT-Yacht sinks after crew is rescued",
                "HAMILTON, Bermuda, Feb 10, CMC - Four sailors bound for the islands were taken off their yacht by a "
                "ship on Sunday night, which stood by until the coast guard of",
            ),
            (
                "JAMAICA-STRIKE - Nurses walk out",
                "KINGSTON, Jamaica, CMC - Nurses walked out of nine hospitals across Jamaica on Monday in a row over "
                "pay with the ministry, which had offered them a tenth of what they had",
            ),
            (
                "TOBAGO-QUAKE-Tremor shakes Tobago",
                "SCARBOROUGH, Tobago, CMC - A tremor shook the island of Tobago early on Sunday morning, sending "
                "people into the streets of the capital in their night clothes, though nobody was",
            ),
        )
    )
    assert len(read_text(text).events) == 3


def test_a_country_heads_only_items_of_its_own():
    text = (
        "ROME - Italy's court met on Wednesday to hear a case about bread.\n"
        "MOSCOW - Russia opened a bridge on Tuesday over the Volga.\n\nSouth Africa\n\n"
        "CAPE TOWN - South African rangers caught nine baboons on Monday near a road.\n"
        "BERLIN - Germany jailed a man on Monday who took a bus.\n"
    )
    assert [event.section for event in read_text(text).events] == [None, None, "South Africa", None]


def test_stars_with_a_bracket_part_items_in_one_paragraph():
    text = (
        "*) Peru votes Peru voted on Sunday for a new congress. *) Chile shuts mine Chile shut a copper mine on "
        "Monday. *) Laos opens bridge Laos opened a bridge over the Mekong."
    )
    assert len(read_text(text).events) == 3


@pytest.mark.parametrize("bracket", ["(FGN31)", "(Myanmar-Rakhine-Report)", "(Iraq-IS)"])
def test_codes_and_key_words_in_brackets_credit_nobody(bracket):
    text = f"* Peru votes: Peru voted on Sunday. {bracket}\n* Chile waits: Chile waits for rain. {bracket}\n"
    assert [event.agencies for event in read_text(text).events] == [(), ()]


def test_comments_below_the_items_are_no_events():
    text = (
        "* Peru voted on Sunday for a new congress.\n* Chile shut a copper mine on Monday.\n"
        "2 thoughts on “The week in brief”\n* Ann: My niece saw Peru and Chile and started crying there.\n"
    )
    assert len(read_text(text).events) == 2


def test_a_starred_table_of_contents_is_a_summary_of_the_texts_below():
    heads = ("AP: Ferry sinks off Zanzibar", "AFP: Chile frees fishermen from Peru", "Xinhua: Laos opens bridge")
    texts = (
        "DODOMA, Tanzania (AP) - A ferry sank on Sunday off Zanzibar, police said on Monday.",
        "SANTIAGO, Chile (AFP) - Chile released nine fishermen from Peru after a week.",
        "VIENTIANE, Laos (Xinhua) - Laos opened a bridge over the Mekong on Monday.",
    )
    bodies = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, texts, strict=True))
    extraction = read_text("\n".join(f"*{head}" for head in heads) + f"\n\n{bodies}\n")
    assert [event.agencies for event in extraction.events] == [("AP",), ("AFP",), ("Xinhua",)]
    assert len(set_aside(extraction, Reason.SUMMARY)) == 3


@pytest.mark.parametrize(
    "plan",
    [
        "By Ann Lee. SENT: 700 words, photos.",
        "By Ann Lee and Bo Rai. UPCOMING: 900 words by 1000GMT, photos.",
        "Moved. By Ann Lee. AP Photos.",
    ],
)
def test_what_a_desk_says_of_its_story_is_no_part_of_it(plan):
    text = (
        f"LIMA -- Peru's congress rejected the budget for the second time in a month on Sunday. {plan}\n"
        f"NAIROBI, Kenya -- Kenya's parliament voted to build a railway to the border with Uganda. {plan}\n"
        "VIENTIANE -- Laos opened a bridge over the Mekong on Monday.\n"
    )
    events = read_text(text).events
    assert events[0].text.endswith("on Sunday.")
    assert all(not event.people for event in events)


def test_top_stories_and_news_in_brief_are_sections_beside_other_headings_in_capitals():
    text = (
        "Morning Briefing\nTOP STORIES\n• Peru's congress rejected the budget on Sunday.\n"
        "NEWS IN BRIEF\n• Laos opened a bridge over the Mekong.\n• Fiji and Tonga signed an accord in Suva.\n"
        "BUSINESS & ECONOMY\n• Kenya's central bank kept its rate.\n"
    )
    assert [event.section for event in read_text(text).events] == [
        "TOP STORIES",
        "NEWS IN BRIEF",
        "NEWS IN BRIEF",
        "BUSINESS & ECONOMY",
    ]


def test_a_paragraph_that_opens_with_somebody_named_before_goes_on_with_the_item():
    text = (
        "Morning Briefing\n\nEUROPE\nFrench President Emmanuel Macron met Pope Francis in Rome.\n"
        "Macron stressed that both sides want peace.\nSpain's government approved a second aid package.\n\n"
        "ASIA\nLaos opened a bridge over the Mekong.\nJapan's parliament voted on a budget.\n"
    )
    assert [event.text.count("\n") for event in read_text(text).events] == [1, 0, 0, 0]


def test_a_headline_in_capitals_in_front_of_its_text_is_no_agency():
    text = (
        "PRESIDENT NAMES NEW ENVOY TO PERU. President Ana Lee of Chile named an envoy to Peru on 30 January. JM\n\n"
        "LAOS, THAILAND SIGN BORDER ACCORD. The prime ministers of Laos and Thailand signed an accord in Vientiane.\n\n"
        "KENYA SHUTS MINE. Kenya's government shut a mine in Kitui.\n"
    )
    events = read_text(text).events
    assert [event.agencies for event in events[:2]] == [(), ()]
    assert events[0].text.startswith("PRESIDENT NAMES")


def test_the_paragraph_under_a_headline_belongs_to_it_whomever_it_names():
    text = printed(
        (
            (
                "KENYA: Bishops open year of mercy",
                "NAIROBI DECEMBER 15, 2015 (CISA) - Kenya's bishops opened a year of mercy.",
            ),
            (
                "MALI: Talks resume",
                "BAMAKO DECEMBER 15, 2015 (CISA) - Mali's government resumed talks with rebels on Monday.",
            ),
            (
                "CAR: Referendum extended",
                "BANGUI DECEMBER 15, 2015 (CISA) - A referendum in Bangui went on for a second day.",
            ),
        )
    )
    assert len(read_text(text).events) == 3
