"""Single stories between whose paragraphs pages print boxes, teasers and buttons."""

import datetime

from events.extraction.records import Reason

from .reading import read_text, set_aside

UPLOADED = datetime.date(2024, 3, 8)
STORY = [
    "Uruguay and Ghana sign accord on port of Tema",
    "MONTEVIDEO — Uruguay and Ghana on Wednesday signed an accord under which Uruguayan engineers will run two quays.",
    "Transport Minister José Luis Falero said the first team would fly to Accra before Easter.",
    "“We have waited for this for eleven years,” said Ghanaian ambassador Kojo Mensah after the ceremony.",
]
MALI = "In Bamako, Mali's trade ministry on Thursday asked Ghana to let its trucks use the same quays free of charge."
CHILE = "Chile, for its part, on Thursday withdrew its own offer to Ghana and called its envoy Rosa Vidal home."


def test_a_story_goes_on_behind_a_box_of_what_is_read_most():
    text = "\n".join([*STORY, "Most read", "A cat that rides the tram", "How to dry figs", MALI, CHILE])
    read = read_text(text, uploaded_on=UPLOADED)
    assert [event.text for event in read.events[1:]] == [MALI, CHILE]


def test_a_story_ends_at_the_box_behind_which_others_tell_of_others():
    others = [
        "Peru's lake steamer is back on Titicaca",
        "The steamer Yavari left Puno on Tuesday with forty passengers and a brass band on board.",
        "Bells of Tallinn fall silent",
        "The bells of St. Olaf's church in Tallinn will be silent until May, its sexton said.",
    ]
    read = read_text("\n".join([*STORY, MALI, "Most read", *others]), uploaded_on=UPLOADED)
    assert [event.text for event in read.events[1:]] == [MALI]


def test_a_story_goes_on_behind_a_name_that_stands_alone():
    text = "\n".join([*STORY, "Watch More", MALI, CHILE, "The quays were built in 1962."])
    read = read_text(text, uploaded_on=UPLOADED)
    assert [event.text.split("\n")[0] for event in read.events[1:]] == [MALI, CHILE]


def test_teasers_buttons_and_pictures_between_its_paragraphs_make_no_list_of_a_story():
    text = "\n".join(
        [
            STORY[0],
            "Published",
            "By Ana Duarte",
            *STORY[1:3],
            STORY[3],
            "Why young Ghanaians go to sea",
            "A simple guide to Tema",
            "The port handles most of what Ghana buys abroad, and Uruguay has run its own harbours well since 1992.",
            MALI,
            "Two quays seen from the north mole",
            CHILE,
            "Elsewhere on our pages",
            "1 Owl found in organ pipe",
        ]
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert read.document.layout == "story"
    assert read.events[0].title == STORY[0]
    assert [event.text for event in read.events[1:]] == [MALI, CHILE]


def test_headlines_whose_leads_tell_what_they_say_stay_a_list():
    leads = [
        ("Ghana opens quays to Uruguay", "Ghana on Wednesday opened two quays at Tema to engineers from Uruguay."),
        ("Mali asks Ghana for quays", "Mali's trade ministry on Thursday asked Ghana to let its trucks use the quays."),
        ("Chile calls envoy home from Ghana", "Chile on Thursday called its envoy in Ghana, Rosa Vidal, home."),
        ("Ghana strike ends", "“We are tired,” said a docker in Ghana on Thursday as the strike came to an end."),
        ("Togo closes port", "Togo on Friday closed its port of Lomé to ships from Ghana for a week, its navy said."),
        ("Ghana to build dam", "Ghana on Friday gave a firm from Brazil the order to build a dam on the Volta river."),
    ]
    read = read_text("\n\n".join(f"{head}\n{lead}" for head, lead in leads), uploaded_on=UPLOADED)
    assert len(read.events) == len(leads)


def test_a_comment_that_names_a_country_is_no_paragraph_of_the_story():
    comments = ["Comments (2)", "docker: What does Uruguay know of our port, let Ghana run what Ghana built, I say."]
    read = read_text("\n".join([*STORY, MALI, *comments]), uploaded_on=UPLOADED)
    assert [event.text for event in read.events[1:]] == [MALI]
    assert "docker" not in "".join(event.text for event in read.events)
    assert not set_aside(read, Reason.BACKGROUND)


def test_short_lines_between_the_headline_and_the_paragraph_with_the_place_are_no_text():
    above = ["Two quays will get new cranes before the end of the year.", "Dockers want to be asked first."]
    read = read_text("\n".join([STORY[0], *above, *STORY[1:]]), uploaded_on=UPLOADED)
    assert set_aside(read, Reason.SUMMARY) == above
    assert read.events[0].text == "\n".join(STORY)


def test_a_standfirst_is_known_though_the_page_asks_a_question_below_it():
    standfirst = "The port of Tema has waited for engineers since its two quays were closed."
    small = ["By Ana Duarte", "Ghana: what is next?", "Why you can trust us"]
    told = STORY[1].removeprefix("MONTEVIDEO — ")
    read = read_text("\n".join([STORY[0], standfirst, *small, told, *STORY[2:], MALI]), uploaded_on=UPLOADED)
    assert standfirst in set_aside(read, Reason.SUMMARY)
    assert told in read.events[0].text


def test_a_button_glued_behind_a_paragraph_does_not_make_it_a_caption():
    read = read_text("\n".join([*STORY, f"{MALI}Premium Plus", CHILE]), uploaded_on=UPLOADED)
    assert [event.text for event in read.events[1:]] == [MALI, CHILE]
    assert "Premium Plus" in set_aside(read, Reason.WIDGET)


def test_sections_and_paths_above_the_headline_are_none():
    for above in (
        "Home News Diplomacy Uruguay and Ghana sign accord on port of Tema",
        "World  Analysis  Armed forces  Life here and there",
        "HOME RIVER PLATE WEST AFRICA",
        "Montevideo News | The River Post",
    ):
        read = read_text("\n".join([above, *STORY, MALI]), uploaded_on=UPLOADED)
        assert read.events[0].title == STORY[0], above
        assert all(above not in event.text for event in read.events)


def test_the_headline_is_no_caption_that_says_more_of_the_text():
    text = "\n".join(
        [
            "The River Post of Montevideo",
            STORY[0],
            "Transport Minister José Luis Falero greets Ghanaian ambassador Kojo Mensah in Montevideo. EFE",
            *STORY[1:],
        ]
    )
    read = read_text(text, uploaded_on=UPLOADED)
    assert read.events[0].title == STORY[0]
    assert any("greets" in caption for caption in set_aside(read, Reason.CAPTION))


def test_what_comes_without_permission_is_told():
    told = "Two Chilean ships had entered the harbour of Tema without permission on Tuesday, the port's master said."
    read = read_text("\n".join([*STORY, told, MALI]), uploaded_on=UPLOADED)
    assert told not in set_aside(read, Reason.COPYRIGHT)
    page = "No part of these pages may be used without permission of the River Post."
    assert page in set_aside(read_text("\n".join([*STORY, MALI, page]), uploaded_on=UPLOADED), Reason.COPYRIGHT)


def test_what_stands_under_background_was_before():
    before = "On 2 March, Mali's trade ministry signed a like accord with Togo, and called it a door to the sea."
    text = "\n".join([*STORY, MALI, "Background", before, "Tema has nine quays."])
    read = read_text(text, uploaded_on=UPLOADED)
    assert [event.text.split("\n")[0] for event in read.events[1:]] == [MALI]
    text = "\n".join([*STORY, MALI, "Background", before, CHILE])
    read = read_text(text, uploaded_on=UPLOADED)
    assert [event.text.split("\n")[0] for event in read.events[1:]] == [MALI, CHILE]
    text = "\n".join([*STORY, MALI, "Background", before, "Across the ocean", CHILE])
    read = read_text(text, uploaded_on=UPLOADED)
    assert [event.text.split("\n")[0] for event in read.events[1:]] == [MALI, CHILE]


def test_a_headline_printed_twice_stands_where_it_is_first():
    read = read_text("\n".join([STORY[0], "Published", "6 March 2024", *STORY, MALI]), uploaded_on=UPLOADED)
    assert read.events[0].title == STORY[0]
    assert read.events[0].start == 0
