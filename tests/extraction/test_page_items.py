"""Where the items of a page begin and end: times, buttons, lists, glued headlines, notes."""

import pytest

from tests.extraction.pages import ITEMS, MORE, assert_told_without
from tests.extraction.reading import read_text, titles


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
    text += "\n\n".join(f"{time}{head}\n\n{body}" for time, (head, body) in zip(times, ITEMS, strict=True))
    read = read_text(text)
    assert titles(read) == [head for head, _ in ITEMS]
    assert_told_without(read, "GMT", "BST", "this page follows")


def test_when_a_post_was_published_is_parted_from_its_headline():
    posts = (
        f"  {n}. {head}published at 11:2{n} British Summer Time 3 March 2025\n\n    {body}"
        for n, (head, body) in enumerate(ITEMS, 1)
    )
    read = read_text("\n\n".join(posts))
    assert titles(read) == [head for head, _ in ITEMS]
    assert_told_without(read, "published at")


@pytest.mark.parametrize(
    "button", ["Read More »", "W140 Full Story", "Full Story", "Continue reading...", "Read more at The Guardian"]
)
def test_buttons_part_items_of_several_paragraphs(button):
    items = zip(ITEMS, MORE, strict=True)
    read = read_text("World\n" + "\n".join(f"{head}\n\n{body}\n\n{more}\n\n{button}" for (head, body), more in items))
    assert titles(read) == [head for head, _ in ITEMS]
    assert [more in event.text for event, more in zip(read.events, MORE, strict=True)] == [True] * 4
    assert_told_without(read, button)


def test_a_text_without_a_headline_before_the_first_button_is_an_item():
    first = "Rescuers in Nepal pulled two climbers from a crevasse on Sunday after a night of snow."
    page = "\nRead More »".join([f"{first}", *(f"{head}\n{body}" for head, body in ITEMS)])
    read = read_text(f"{page}\nRead More »")
    assert [event.text.splitlines()[0] for event in read.events] == [first, *(head for head, _ in ITEMS)]


def test_labels_between_headlines_and_texts_are_no_sections():
    labels = ("In the open", "Old quarrels", "In the open", "New rules")
    heads = [(f"{head} after a long week", body) for head, body in ITEMS]
    page = "\n\n".join(f"{head}\n\n{label}\n\n{body}" for (head, body), label in zip(heads, labels, strict=True))
    read = read_text(f"Daily list\n\n{page}")
    assert titles(read) == [head for head, _ in heads]
    assert [event.section for event in read.events] == [None] * 4
    assert_told_without(read, *labels)


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
        ("Chad frees clerks: U.N.", *(head for head, _ in ITEMS)),
        ("NDJAMENA", "LIMA", "NAIROBI", "TALLINN", "MUSCAT"),
        strict=True,
    )
    bodies = [
        "Chad has freed nine clerks of the United Nations, officials said on Monday.",
        *(body for _, body in ITEMS),
    ]
    read = read_text(
        "\n\n".join(f"{head}\n{place} (Reuters) – {body}" for (head, place), body in zip(pairs, bodies, strict=True))
    )
    assert [title.split(":")[0] for title in titles(read)] == ["Chad frees clerks", *(head for head, _ in ITEMS)]


def test_indented_texts_under_bare_headings_are_items_of_a_list():
    first, second, third, fourth = (f"    {body}" for _, body in ITEMS)
    read = read_text(
        f"War in brief: day 12\n\nHere is where things stand on Monday:\n\nOn the ground\n\n{first}\n{second}\n\n"
        f"At the table\n\n{third}\n{fourth}\n\nRelated\n\nA day with the last salt cutters\nInside the lab\n"
    )
    assert [event.section for event in read.events] == ["On the ground"] * 2 + ["At the table"] * 2
    assert_told_without(read, "where things stand", "salt cutters")


@pytest.mark.parametrize("dots", [" ...", "…", " […]"])
def test_headlines_glued_to_the_dots_of_a_lead_are_parted(dots):
    leads = [f"{body[:-1]} and later in the day{dots}" for _, body in ITEMS]
    heads = [head for head, _ in ITEMS]
    page = (
        heads[0] + "\n" + "".join(f"{lead}{head}\n" for lead, head in zip(leads, heads[1:], strict=False)) + leads[-1]
    )
    read = read_text(f"Africa\n{page}")
    assert titles(read) == heads


def test_bullets_below_a_bullet_that_tells_something_go_on_with_it():
    (_, first), (_, second), (_, third), (_, fourth) = ITEMS
    read = read_text(
        f"Abroad\n\n  • {first}\n    • {MORE[0]}\n  • {second}\n  • Fiji's prime minister wrote to Samoa and Tonga on"
        " Monday about what ferries cost them in the cyclone season:\n    • “Nobody can pay that.”\n"
        f"  • {third}\n  • {fourth}\n"
    )
    assert len(read.events) == 5
    assert MORE[0] in read.events[0].text
    assert "Nobody can pay" in read.events[2].text


def test_bullets_that_only_name_a_topic_are_no_items_among_credited_ones():
    (_, first), (_, second), (_, third), (_, fourth) = ITEMS
    read = read_text(
        f"Disasters and accidents\n- 2025 Andean floods\n- {first} (Reuters)\n- {second} (AFP)\n"
        f"Law and crime\n- Narva border dispute\n- {third} (ERR)\n- {fourth} (AP)\n"
    )
    assert [event.agencies[0] for event in read.events] == ["Reuters", "AFP", "ERR", "AP"]
    assert [event.section for event in read.events] == ["Disasters and accidents"] * 2 + ["Law and crime"] * 2


def test_a_link_that_holds_its_headline_ends_no_page():
    items = [
        f"{head}\n\n{body}\n\nMore from the Herald: A long way home from {head.split()[0]}" for head, body in ITEMS
    ]
    read = read_text("News Wire\n\n" + "\n\n".join(items))
    assert titles(read) == [head for head, _ in ITEMS]
    assert_told_without(read, "long way home")


def test_signs_of_a_list_on_lines_of_their_own_part_its_items():
    read = read_text("In brief: Africa and beyond\n" + "\n".join(f"-\n{body[:-1]}..." for _, body in ITEMS))
    assert len(read.events) == 4


def test_what_introduces_a_page_of_teasers_is_none():
    about = "This part of the site covers the islands and the coasts around them, from the far south to the north, "
    about += "with all who live there."
    page = "\n\n".join(f"{head}\n\n{body}\n\nKeep Reading" for head, body in ITEMS)
    read = read_text(f"{about}\n\n{page}")
    assert titles(read) == [head for head, _ in ITEMS]


def test_leads_without_a_stop_take_up_what_their_headlines_name():
    leads = (
        "Engineers have cleared the road between Lima and Cusco",
        "Nine Kenyan fishermen held since March are home again",
        "Four hundred Estonian reservists will train near Narva",
        "Yemeni envoys met in the Omani capital for talks",
    )
    page = "\n\n".join(f"{head} after a long week\n\n{lead}" for (head, _), lead in zip(ITEMS, leads, strict=True))
    read = read_text(f"Top World News\n\n{page}")
    assert titles(read) == [f"{head} after a long week" for head, _ in ITEMS]


def test_a_place_and_a_subject_head_one_item_however_long():
    slugs = ("Peru - roads", "Kenya - courts", "Estonia/Latvia - defence", "Oman - Yemen talks")
    items = zip(slugs, ITEMS, MORE, strict=True)
    read = read_text(
        "Pacific in brief\n\n" + "\n\n".join(f"{slug}\n\n{body}\n\n{more}" for slug, (_, body), more in items)
    )
    assert len(read.events) == 4
    assert all(more in event.text for event, more in zip(read.events, MORE, strict=True))


def test_points_in_small_numerals_belong_to_the_counted_item():
    counted = [f"{n}. {head}\n{body}" for n, (head, body) in enumerate(ITEMS, 1)]
    counted[1] += "\ni) It replaces the ruling of 2004.\nii) Their boats are given back."
    read = read_text("Daily digest\n\n" + "\n\n".join(counted))
    assert titles(read) == [head for head, _ in ITEMS]
    assert "given back" in read.events[1].text


def test_bullets_below_texts_are_notes_of_the_items():
    places = ("Peru", "Kenya", "Estonia", "Oman")
    items = zip(places, ITEMS, MORE, strict=True)
    page = "\n\n".join(
        f"{place}\n{head}\n{body}\n• {more}\n• Go deeper: The long road" for place, (head, body), more in items
    )
    read = read_text(f"World in focus: week of 12 March\n\n{page}")
    assert titles(read) == [head for head, _ in ITEMS]
    assert [event.section for event in read.events] == list(places)
    assert all(more in event.text for event, more in zip(read.events, MORE, strict=True))
    assert_told_without(read, "deeper")


def test_numbered_headlines_over_texts_and_bullets_are_items():
    counted = [
        f"{n}. {head}\n\n{body}\n\nThe big picture: {more}"
        for n, ((head, body), more) in enumerate(zip(ITEMS, MORE, strict=True), 1)
    ]
    counted[1] += "\n\n• Nine boats are still held in the port.\n• Their owners want them back by June."
    counted[3] += "\n\n• The first round was held in Geneva.\n• No one from the port was asked."
    read = read_text("\n\n".join(counted))
    assert titles(read) == [head for head, _ in ITEMS]
    assert "want them back" in read.events[1].text


def test_texts_with_a_headline_run_in_are_items_under_their_heading():
    texts = [f"{head}. {body} It was the first time since March, and no one had expected it." for head, body in ITEMS]
    read = read_text(
        "Morning Brief\n\nTalks in Muscat\n\nEnvoys of both sides met on Tuesday.\n\nThey will meet again in April.\n\n"
        f"What We Follow Today\n\n{texts[0]}\n\n{texts[1]}\n\nKeep an Eye On\n\n{texts[2]}\n\n{texts[3]}\n"
    )
    assert [event.section for event in read.events][-4:] == ["What We Follow Today"] * 2 + ["Keep an Eye On"] * 2


def test_each_headline_with_a_medium_behind_a_dash_is_an_item():
    media = ("Al Jazeera", "Human Rights Watch", "Independent", "UN News")
    links = [f"{head} after a long week – {name}" for (head, _), name in zip(ITEMS, media, strict=True)]
    links.append("Chad frees nine clerks of the United Nations – Reuters")
    read = read_text("Human rights: weekly roundup\n\nBy Ann Lee, Bo Li,  and Cy Roe\n\n" + "\n\n".join(links))
    assert len(read.events) == 5
    assert_told_without(read, "Bo Li")
