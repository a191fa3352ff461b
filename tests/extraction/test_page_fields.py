"""What pages print between, above and below their items: times, buttons, captions, bars of tables, credits."""

import pytest

from events.extraction import captions, line_signs, scenes
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


_MORE = (
    "The ministry said repairs had cost nine million dollars.",
    "Their families had waited outside since the morning.",
    "The drill ends on Friday with a march through the town.",
    "A second round is planned for April in the same hotel.",
)


@pytest.mark.parametrize(
    "button", ["Read More »", "W140 Full Story", "Full Story", "Continue reading...", "Read more at The Guardian"]
)
def test_buttons_part_items_of_several_paragraphs(button):
    items = zip(_ITEMS, _MORE, strict=True)
    read = read_text("World\n" + "\n".join(f"{head}\n\n{body}\n\n{more}\n\n{button}" for (head, body), more in items))
    assert titles(read) == [head for head, _ in _ITEMS]
    assert [more in event.text for event, more in zip(read.events, _MORE, strict=True)] == [True] * 4
    _telling(read, button)


def test_a_text_without_a_headline_before_the_first_button_is_an_item():
    first = "Rescuers in Nepal pulled two climbers from a crevasse on Sunday after a night of snow."
    page = "\nRead More »".join([f"{first}", *(f"{head}\n{body}" for head, body in _ITEMS)])
    read = read_text(f"{page}\nRead More »")
    assert [event.text.splitlines()[0] for event in read.events] == [first, *(head for head, _ in _ITEMS)]


def test_labels_between_headlines_and_texts_are_no_sections():
    labels = ("In the open", "Old quarrels", "In the open", "New rules")
    heads = [(f"{head} after a long week", body) for head, body in _ITEMS]
    page = "\n\n".join(f"{head}\n\n{label}\n\n{body}" for (head, body), label in zip(heads, labels, strict=True))
    read = read_text(f"Daily list\n\n{page}")
    assert titles(read) == [head for head, _ in heads]
    assert [event.section for event in read.events] == [None] * 4
    _telling(read, *labels)


def test_a_headline_over_a_stamp_and_a_dateline_opens_its_item():
    read = read_text(
        "PALAU – Palau has closed two reefs to divers until June, its park rangers say.\n\n"
        "TONGA – Tonga has named a new envoy to Fiji, the palace office says in a statement.\n\n"
        "FIJI – Fiji has lent two patrol boats to Samoa for the cyclone season.\n\n"
        "Nauru asks Australia for a doctor\n\nThursday April 27, 2017\n\n"
        "NAURU – Nauru has asked Australia to send a doctor to its only hospital.\n"
    )
    assert [event.title or event.text[:4] for event in read.events][-1] == "Nauru asks Australia for a doctor"
    assert "doctor" not in read.events[2].text


def test_headlines_may_end_with_an_abbreviation():
    pairs = zip(
        ("Chad frees clerks: U.N.", *(head for head, _ in _ITEMS)),
        ("NDJAMENA", "LIMA", "NAIROBI", "TALLINN", "MUSCAT"),
        strict=True,
    )
    bodies = [
        "Chad has freed nine clerks of the United Nations, officials said on Monday.",
        *(body for _, body in _ITEMS),
    ]
    read = read_text(
        "\n\n".join(f"{head}\n{place} (Reuters) – {body}" for (head, place), body in zip(pairs, bodies, strict=True))
    )
    assert [title.split(":")[0] for title in titles(read)] == ["Chad frees clerks", *(head for head, _ in _ITEMS)]


def test_a_credit_between_a_headline_and_its_text_is_kept():
    page = "\n\n".join(
        f"{head}\nReuters, Geneva\n\n{body}\n{more}" for (head, body), more in zip(_ITEMS, _MORE, strict=True)
    )
    read = read_text(f"News In Brief\n\n{page}")
    assert titles(read) == [head for head, _ in _ITEMS]
    assert [event.agencies for event in read.events] == [("Reuters",)] * 4


def test_indented_texts_under_bare_headings_are_items_of_a_list():
    first, second, third, fourth = (f"    {body}" for _, body in _ITEMS)
    read = read_text(
        f"War in brief: day 12\n\nHere is where things stand on Monday:\n\nOn the ground\n\n{first}\n{second}\n\n"
        f"At the table\n\n{third}\n{fourth}\n\nRelated\n\nA day with the last salt cutters\nInside the lab\n"
    )
    assert [event.section for event in read.events] == ["On the ground"] * 2 + ["At the table"] * 2
    _telling(read, "where things stand", "salt cutters")


@pytest.mark.parametrize("dots", [" ...", "…", " […]"])
def test_headlines_glued_to_the_dots_of_a_lead_are_parted(dots):
    leads = [f"{body[:-1]} and later in the day{dots}" for _, body in _ITEMS]
    heads = [head for head, _ in _ITEMS]
    page = (
        heads[0] + "\n" + "".join(f"{lead}{head}\n" for lead, head in zip(leads, heads[1:], strict=False)) + leads[-1]
    )
    read = read_text(f"Africa\n{page}")
    assert titles(read) == heads


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
    read = read_text("World\n" + "\n\n".join(f"{head}\n\n{byline}{body}" for head, body in _ITEMS))
    assert titles(read) == [head for head, _ in _ITEMS]
    assert [event.agencies for event in read.events] == [agencies] * 4
    _telling(read, "Jane", "JANE", "Posted", "correspondents")


@pytest.mark.parametrize("credit", ["— AFP pic", "— Handout via Reuters", "— Picture courtesy of the museum"])
def test_captions_above_headlines_end_with_what_they_are(credit):
    shown = ("Trucks queue on the road.", "Nets dry on the beach.", "Tents in the snow.", "The harbour at dusk.")
    heads = [f"{head} after a long week" for head, _ in _ITEMS]
    page = "\n\n".join(f"{scene} {credit}\n\n{head}" for scene, head in zip(shown, heads, strict=True))
    read = read_text(f"World\n\n{page}")
    assert titles(read) == heads
    _telling(read, *shown)


def test_bullets_below_a_bullet_that_tells_something_go_on_with_it():
    (_, first), (_, second), (_, third), (_, fourth) = _ITEMS
    read = read_text(
        f"Abroad\n\n  • {first}\n    • {_MORE[0]}\n  • {second}\n  • Fiji's prime minister wrote to Samoa and Tonga on"
        " Monday about what ferries cost them in the cyclone season:\n    • “Nobody can pay that.”\n"
        f"  • {third}\n  • {fourth}\n"
    )
    assert len(read.events) == 5
    assert _MORE[0] in read.events[0].text
    assert "Nobody can pay" in read.events[2].text


def test_bullets_that_only_name_a_topic_are_no_items_among_credited_ones():
    (_, first), (_, second), (_, third), (_, fourth) = _ITEMS
    read = read_text(
        f"Disasters and accidents\n- 2025 Andean floods\n- {first} (Reuters)\n- {second} (AFP)\n"
        f"Law and crime\n- Narva border dispute\n- {third} (ERR)\n- {fourth} (AP)\n"
    )
    assert [event.agencies[0] for event in read.events] == ["Reuters", "AFP", "ERR", "AP"]
    assert [event.section for event in read.events] == ["Disasters and accidents"] * 2 + ["Law and crime"] * 2


def test_a_link_that_holds_its_headline_ends_no_page():
    items = [
        f"{head}\n\n{body}\n\nMore from the Herald: A long way home from {head.split()[0]}" for head, body in _ITEMS
    ]
    read = read_text("News Wire\n\n" + "\n\n".join(items))
    assert titles(read) == [head for head, _ in _ITEMS]
    _telling(read, "long way home")


def test_stamps_and_marks_behind_leads_are_no_part_of_them():
    stamped = "\n".join(f"{head}\n{body[:-1]}... | 12/3/16 10:5{n} AM" for n, (head, body) in enumerate(_ITEMS))
    _telling(read_text(f"African Headlines\n\n{stamped}"), "10:5", "12/3")
    ended = "\n\n".join(f"LIMA - {body}" for _, body in _ITEMS) + " (end) ab"
    _telling(read_text(f"Main news until noon\n\n(The Wire (TW)) {ended}"), "(end)", "(TW)")


def test_a_headline_printed_again_in_front_of_its_text_is_parted_from_it():
    read = read_text("World\n" + "\n".join(f"{head}\nRead full article: {head}{body}" for head, body in _ITEMS))
    assert titles(read) == [head for head, _ in _ITEMS]
    _telling(read, "Read full")


def test_signs_of_a_list_on_lines_of_their_own_part_its_items():
    read = read_text("In brief: Africa and beyond\n" + "\n".join(f"-\n{body[:-1]}..." for _, body in _ITEMS))
    assert len(read.events) == 4


def test_what_introduces_a_page_of_teasers_is_none():
    about = "This part of the site covers the islands and the coasts around them, from the far south to the north, "
    about += "with all who live there."
    page = "\n\n".join(f"{head}\n\n{body}\n\nKeep Reading" for head, body in _ITEMS)
    read = read_text(f"{about}\n\n{page}")
    assert titles(read) == [head for head, _ in _ITEMS]


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
        for n, (scene, (head, body)) in enumerate(zip(shown, _ITEMS, strict=True))
    )
    read = read_text(f"World News\n\n{cards}")
    assert titles(read) == [head for head, _ in _ITEMS]
    _telling(read, *shown)


def test_dated_links_above_the_title_are_teasers():
    links = "\n\n".join(
        f"{link}\n\n1{n} January 2023" for n, link in enumerate(("PM vows change", "Gold for darts", "A river"))
    )
    items = "\n\n".join(f"{head}\n\n{body}\n\n{more}" for (head, body), more in zip(_ITEMS, _MORE, strict=True))
    read = read_text(f"More Top Stories\n\n{links}\n\nNews in brief for Tuesday\n\n{items}")
    _telling(read, "vows change", "darts", "river")
    assert {event.section for event in read.events} == {None}


def test_leads_without_a_stop_take_up_what_their_headlines_name():
    leads = (
        "Engineers have cleared the road between Lima and Cusco",
        "Nine Kenyan fishermen held since March are home again",
        "Four hundred Estonian reservists will train near Narva",
        "Yemeni envoys met in the Omani capital for talks",
    )
    page = "\n\n".join(f"{head} after a long week\n\n{lead}" for (head, _), lead in zip(_ITEMS, leads, strict=True))
    read = read_text(f"Top World News\n\n{page}")
    assert titles(read) == [f"{head} after a long week" for head, _ in _ITEMS]


def test_a_place_and_a_subject_head_one_item_however_long():
    slugs = ("Peru - roads", "Kenya - courts", "Estonia/Latvia - defence", "Oman - Yemen talks")
    items = zip(slugs, _ITEMS, _MORE, strict=True)
    read = read_text(
        "Pacific in brief\n\n" + "\n\n".join(f"{slug}\n\n{body}\n\n{more}" for slug, (_, body), more in items)
    )
    assert len(read.events) == 4
    assert all(more in event.text for event, more in zip(read.events, _MORE, strict=True))


def test_headlines_credited_in_brackets_open_their_items():
    media = ("Politico", "The Guardian", "B92", "Tanjug")
    items = zip(_ITEMS, media, _MORE, strict=True)
    page = "\n\n".join(
        f"{head} after a week ({name})\n\nA few words on why\n\n{body}\n\n{more}" for (head, body), name, more in items
    )
    read = read_text(page)
    assert len(read.events) == 4
    assert [event.agencies for event in read.events] == [(name,) for name in media]


def test_a_reporter_a_medium_and_a_day_behind_a_text_credit_it():
    page = "\n".join(f"{head}. {body} Jane Roe, AP News, November 1{n}" for n, (head, body) in enumerate(_ITEMS))
    read = read_text(f"Asia Daily: November 14, 2024\n{page}")
    assert [event.agencies for event in read.events] == [("AP",)] * 4
    _telling(read, "Jane", "November 1")


def test_points_in_small_numerals_belong_to_the_counted_item():
    counted = [f"{n}. {head}\n{body}" for n, (head, body) in enumerate(_ITEMS, 1)]
    counted[1] += "\ni) It replaces the ruling of 2004.\nii) Their boats are given back."
    read = read_text("Daily digest\n\n" + "\n\n".join(counted))
    assert titles(read) == [head for head, _ in _ITEMS]
    assert "given back" in read.events[1].text


def test_bullets_below_texts_are_notes_of_the_items():
    places = ("Peru", "Kenya", "Estonia", "Oman")
    items = zip(places, _ITEMS, _MORE, strict=True)
    page = "\n\n".join(
        f"{place}\n{head}\n{body}\n• {more}\n• Go deeper: The long road" for place, (head, body), more in items
    )
    read = read_text(f"World in focus: week of 12 March\n\n{page}")
    assert titles(read) == [head for head, _ in _ITEMS]
    assert [event.section for event in read.events] == list(places)
    assert all(more in event.text for event, more in zip(read.events, _MORE, strict=True))
    _telling(read, "deeper")


def test_numbered_headlines_over_texts_and_bullets_are_items():
    counted = [
        f"{n}. {head}\n\n{body}\n\nThe big picture: {more}"
        for n, ((head, body), more) in enumerate(zip(_ITEMS, _MORE, strict=True), 1)
    ]
    counted[1] += "\n\n• Nine boats are still held in the port.\n• Their owners want them back by June."
    counted[3] += "\n\n• The first round was held in Geneva.\n• No one from the port was asked."
    read = read_text("\n\n".join(counted))
    assert titles(read) == [head for head, _ in _ITEMS]
    assert "want them back" in read.events[1].text


def test_texts_with_a_headline_run_in_are_items_under_their_heading():
    texts = [f"{head}. {body} It was the first time since March, and no one had expected it." for head, body in _ITEMS]
    read = read_text(
        "Morning Brief\n\nTalks in Muscat\n\nEnvoys of both sides met on Tuesday.\n\nThey will meet again in April.\n\n"
        f"What We Follow Today\n\n{texts[0]}\n\n{texts[1]}\n\nKeep an Eye On\n\n{texts[2]}\n\n{texts[3]}\n"
    )
    assert [event.section for event in read.events][-4:] == ["What We Follow Today"] * 2 + ["Keep an Eye On"] * 2


def test_each_headline_with_a_medium_behind_a_dash_is_an_item():
    media = ("Al Jazeera", "Human Rights Watch", "Independent", "UN News")
    links = [f"{head} after a long week – {name}" for (head, _), name in zip(_ITEMS, media, strict=True)]
    links.append("Chad frees nine clerks of the United Nations – Reuters")
    read = read_text("Human rights: weekly roundup\n\nBy Ann Lee, Bo Li,  and Cy Roe\n\n" + "\n\n".join(links))
    assert len(read.events) == 5
    _telling(read, "Bo Li")


def test_bylines_of_many_capitals_are_read_in_no_time():
    assert line_signs.reason_of("By " + "A" * 120 + "!", "en") == (None, False)


def test_what_a_picture_shows_is_told_by_the_photographer_below():
    counted = [f"{n}. {head}\n{body}" for n, (head, body) in enumerate(_ITEMS, 1)]
    counted[1] += "\nThe governor waves to supporters outside the court in Nairobi on Sunday.\nJane Ann Roe/AP"
    read = read_text("Four things to know\n\n" + "\n\n".join(counted))
    assert titles(read) == [head for head, _ in _ITEMS]
    assert read.events[1].agencies == ()
    _telling(read, "waves", "Roe")
