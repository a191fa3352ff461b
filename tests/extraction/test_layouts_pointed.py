"""Headlines over points, and what stands between items without being theirs."""

import datetime

from .reading import assert_faithful, assert_tiled, headings, printed, read_text, titles

POINTED = (
    "Current affairs of the day\n\n"
    "1. Peru and Chile reopen a border railway\nTags: World\n"
    "• Peru and Chile opened the line between Tacna and Arica again on 3 May 2022.\n"
    "• It had been closed for ten years.\n"
    "Facts for your exam\nPeru: capital - Lima, currency - Sol\n"
    "2. Ghana bans the export of raw gold\n"
    "• Ghana's parliament voted for the ban in Accra.\n• The mines had asked for a delay.\n"
    "3. Finland opens an embassy in Nairobi\n"
    "• Finland's foreign minister raised the flag in Nairobi on 4 May 2022.\n"
)


def test_a_numbered_headline_over_points_is_one_item():
    extraction = read_text(POINTED)
    assert titles(extraction) == [
        "Peru and Chile reopen a border railway",
        "Ghana bans the export of raw gold",
        "Finland opens an embassy in Nairobi",
    ]
    assert all("capital" not in event.text and "exam" not in event.text for event in extraction.events)
    assert "closed for ten years." in extraction.events[0].text
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_headlines_without_a_number_own_the_points_that_take_them_up():
    text = "\n".join(
        f"{country} opens its first railway museum\n- The museum in {country} shows forty engines.\n- Entry is free.\n"
        for country in ("Peru", "Ghana", "Finland", "Nepal")
    )
    assert [event.countries[0] for event in read_text(text).events] == ["PE", "GH", "FI", "NP"]


def test_numbered_subjects_still_head_their_bullets():
    text = (
        "1. Politics\n- Peru swore in a new president on Monday.\n- Ghana dissolved its parliament on Tuesday.\n"
        "2. Economy\n- Finland raised its tax on wine on Monday.\n- Nepal closed its only refinery on Tuesday.\n"
        "3. Health\n- Kenya began to vaccinate its nurses on Monday.\n- Laos shut its markets on Tuesday.\n"
    )
    assert len(read_text(text).events) == 6


STARRED = (
    "* Peru closed its embassy in Quito for a week\n"
    "* Ghana's president named a new governor of the central bank\n"
    "* Finland told Estonia at talks in Turku:\n- the ferry may sail again\n- the toll stays as it is\n"
    "* Nepal recalled its consul from Lhasa\nADVERTISEMENT\nafter a row over a locked gate\n"
    "* Kenya opened a school for pilots\n"
    "* Oman bought four ferries from a shipyard in Turku\n"
    "* Cuba let its fishermen sell shrimps to Mexico\n"
    "BUSINESS\n"
    "* Laos sold a mine to a firm from Hanoi\n"
    "SPORTS\n"
    "* Chile beat Bolivia at chess\nAdd to blog\n"
)


def test_capitals_between_items_head_what_follows_and_no_rest_of_an_item_does():
    extraction = read_text(STARRED)
    assert headings(extraction) == ["BUSINESS", "SPORTS"]
    assert [event.section for event in extraction.events] == [None] * 7 + ["BUSINESS", "SPORTS"]
    assert extraction.events[2].text.endswith("the toll stays as it is")
    assert "blog" not in extraction.events[-1].text


def test_the_name_under_a_portrait_heads_nothing():
    text = (
        "PERU President Rosa Quispe has signed a law on the fishing of anchovies.\n"
        "GHANA Police in Accra have opened a road that miners had blocked.\n"
        "Esi Mensah Boateng\n"
        "TOGO Opposition leader Esi Mensah Boateng came home to Lome after two years in Paris.\n"
        "FINLAND will build two icebreakers for Canada.\n"
    )
    assert [event.section for event in read_text(text).events] == [None] * 4


def test_counts_of_comments_behind_an_item_are_no_part_of_it_and_end_nothing():
    text = (
        "PERU – Trains run again between Tacna and Arica, the railway says. 0 Comments\n"
        "GHANA – Parliament has voted for a ban on the export of raw gold. 3 Comments\n"
        "FINLAND – Court asks for the immunity of a minister to be lifted 0 Comments\n"
        "NEPAL – A bridge that fell in June has been rebuilt. 12 Comments\n"
    )
    events = read_text(text).events
    assert len(events) == 4
    assert not any("omment" in event.text for event in events)


def test_a_headline_with_the_time_below_it_is_an_item_among_places():
    text = (
        "PERU – Trains run again between Tacna and Arica, the railway says.\n"
        "GHANA – Parliament has voted for a ban on the export of raw gold.\n"
        "Kenyans vote on a new map of counties\n4 hours ago\n"
        "Polling stations in Kenya opened at dawn on Thursday, with long queues in Nairobi and Kisumu.\n"
        "NEPAL – A bridge that fell in June has been rebuilt.\n"
    )
    assert "Kenyans vote on a new map of counties" in titles(read_text(text))


def test_a_labelled_day_glued_to_a_text_is_the_documents_own():
    text = (
        "Fishermen to share the gulf\n date 2019-06-04 CONAKRY, Guinea – Guinea and Sierra Leone have agreed to let "
        "each other's boats fish in the gulf, ministers said on Tuesday.\n\nThe accord is to last for five years.\n"
    )
    extraction = read_text(text)
    assert extraction.document.published == datetime.date(2019, 6, 4)
    assert "2019" not in extraction.events[0].text


def test_lines_broken_at_uneven_widths_are_joined():
    lines = (
        "PERU - TRAINS: The railway of Peru says that trains run again between the towns of",
        "Tacna and Arica, ten years after the last one was stopped by a landslide.",
        "The first of them carried two hundred passengers and forty crates of olives to",
        "the coast.",
        "GHANA - GOLD: Lawmakers in Ghana have voted for a ban on the export of gold that",
        "has not been refined in the country, and for a new tax on the largest of the",
        "mines.",
        "FINLAND - SHIPS: A shipyard in the city of Turku has begun to build an icebreaker",
        "for Canada, which ordered two of them in March and wants the first one within three",
        "years.",
        "NEPAL - BRIDGE: Engineers have opened the bridge over the river Trishuli that fell",
        "in June, and lorries from China cross it again.",
    )
    extraction = read_text("\n".join(lines) + "\n")
    assert len(extraction.events) == 4
    assert extraction.events[0].text.endswith("the coast.")


def test_a_headline_that_ends_with_an_abbreviation_is_one():
    text = printed(
        (
            ("Peru and Chile Reopen Border Railway", "Peru and Chile opened the line to Arica again on Monday."),
            ("Ghana Sends First Refined Gold to the U.S.", "The first bars were flown from Accra to Boston on Monday."),
            ("Finland Launches Its Largest Icebreaker", "The ship slid into the sea at Turku on Monday morning."),
            ("Nepal Rebuilds Bridge Over the Trishuli", "Lorries crossed the river again on Monday, officials said."),
        ),
        "{}\n\n{}\n\nFull Story\n\n",
    )
    assert len(read_text(text).events) == 4


def test_lines_in_another_script_belong_to_the_page():
    text = (
        "ຂ່າວພາສາອັງກິດ\nPERU – Trains run again between Tacna and Arica.\nວັນພຸດ 27\n"
        "GHANA – Parliament has voted for a ban on raw gold.\nNEPAL – A bridge has been rebuilt.\n"
    )
    assert [event.section for event in read_text(text).events] == [None] * 3


def test_a_stamp_between_a_headline_and_its_text_parts_no_items():
    text = "World news\n\n" + "".join(
        f"{head}\n\nMar 31, 2015, 4:{minute} a.m.\n\n{lead} ...\n\n"
        for minute, (head, lead) in enumerate(
            (
                ("Togo trains river pilots with Ghana", "LOME, Togo (AP) — Togo says the training could begin in May."),
                ("Canada sends soldiers to Latvia", "RIGA, Latvia (AP) — Canada plans an exercise in Latvia in April."),
                (
                    "Rebels blamed for a ranger's death",
                    "KAMPALA, Uganda (AP) — Uganda blames rebels for the death.",
                ),
                (
                    "Danish member of parliament resigns",
                    "COPENHAGEN (AP) — A critic of the accord has resigned.",
                ),
            ),
            start=11,
        )
    )
    assert titles(read_text(text)) == [
        "Togo trains river pilots with Ghana",
        "Canada sends soldiers to Latvia",
        "Rebels blamed for a ranger's death",
        "Danish member of parliament resigns",
    ]


def test_counts_on_a_line_of_their_own_head_nothing():
    text = (
        "- Peru: Boats were stopped off Tacna on Monday. (Reuters)\n- Ghana: Parliament voted for a ban on gold. (AP)\n"
        "14 shares 2 comments\n- Nepal: A bridge was opened to lorries on Sunday. (AFP)\n"
    )
    assert [event.section for event in read_text(text).events] == [None] * 3


def test_bold_numbered_headlines_are_not_cut_from_their_texts():
    text = (
        "**1. Peru reopens a railway.** The line to Arica opened on Monday after ten years. [Reuters]\n\n"
        "**2. Ghana bans raw gold.** Parliament in Accra voted for the ban on Sunday. [AFP]\n\n"
        "**3. Finland buys icebreakers.** A yard in Turku got the order on Monday. [AP]\n"
    )
    assert [event.agencies for event in read_text(text).events] == [("Reuters",), ("AFP",), ("AP",)]


def test_leads_without_a_stop_below_the_small_print_belong_to_their_headlines():
    text = "World\n\n" + "\n\n".join(
        f"{head}\nReuters • {hours} hours ago\n{lead}"
        for hours, (head, lead) in enumerate(
            (
                ("Peru and Chile reopen border railway", "Trains run to Arica again for the first time in ten years"),
                ("Ghana bans raw gold exports", "Lawmakers in Accra vote for the ban despite protests by the mines"),
                ("Finland buys four icebreakers", "The ships will be built in a yard in Turku, the ministry says"),
                ("Nepal opens bridge to lorries", "The bridge over the Trishuli fell into the river in June"),
            ),
            start=2,
        )
    )
    events = read_text(text).events
    assert [event.countries[0] for event in events] == ["PE", "GH", "FI", "NP"]
    assert all(event.agencies == ("Reuters",) for event in events)
