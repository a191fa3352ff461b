"""What is glued in front of items and headlines without a space, and the words of links and credits behind them."""

import pytest

from events.extraction import gluing, line_signs, paragraph_ends
from events.extraction.layouts import fronts
from events.extraction.lines import split
from events.extraction.records import Reason

from .reading import assert_tiled, read_text, set_aside

NEWS = "Peru's navy said on Tuesday that two ferries had run aground near Iquitos with 140 people aboard"


def parted(text, language="en"):
    return [(line.text, line.reason) for line in fronts.parted(list(split(text)), language)]


@pytest.mark.parametrize(
    ("front", "behind", "reason"),
    [
        ("Divers at the quay on Monday. Photo: AP", f"*Lima: {NEWS}.", Reason.CAPTION),
        ("Divers at the quay. (EPA Photo)", f"{NEWS}.", Reason.CAPTION),
        ("Divers at the quay. (Jane Roe/EPA)", f"{NEWS}.", Reason.CAPTION),
        ("Divers rest at the quay. – AFP", f"REUTERS. {NEWS}.", Reason.CAPTION),
        ("Inside the wheelhouse on Monday. AFP PHOTO", f"LIMA (AFP) — {NEWS}.", Reason.CAPTION),
        ("Divers at the quay. REUTERS/Jane Roe", f"LIMA – {NEWS}.", Reason.CAPTION),
        ("Follow the Gazette on Snapchat", f"LIMA (AP) - {NEWS}.", Reason.WIDGET),
        ("By Jane Roe-Smith", f"{NEWS}.", Reason.BYLINE),
        ("[VIDEO] How to bake bread", "Navy seeks two ferries near Iquitos", Reason.RELATED),
        ("RIVER PLUS", "Navy seeks two ferries near Iquitos", Reason.OTHER),
    ],
)
def test_what_is_glued_in_front_of_an_item_is_set_aside(front, behind, reason):
    assert parted(front + behind) == [(front, reason), (behind, None)]


@pytest.mark.parametrize(
    "text",
    [
        f"LIMA (AFP) {NEWS}.",
        "McGuinness meets PayPal's founder in Lima on a visit to Peru",
        "TÂN HOA XÃ. Peru hôm thứ Ba cho biết hai chiếc phà mắc cạn gần Iquitos với 140 người trên tàu",
        "ĐÔNG KINH - Nhật Bản hôm thứ Ba cho biết sẽ gửi hai tàu tới Peru để giúp kéo hai chiếc phà",
        "Guinea-Bissau's parliament meets after the vote in the capital",
        f"• {NEWS}.",
        "NGOs and MPs ask the navy for an account of the night near Iquitos",
    ],
)
def test_items_without_anything_in_front_stay_whole(text):
    assert parted(text) == [(text, None)]


@pytest.mark.parametrize(
    "tail",
    [
        " See also page 4", " See Editorial", " [See also back page]", " (continued below)", " Read it now.",
        " Watch here.", " SEE ALSO: A river's year", " » More: who steers the ferries?", " Listen:", " View comments",
        " Posted in: Region Leave a Comment", " Close Ad X", " Related Stories", " ADVERTISEMENT",
        " Analysis: What happens next?", "Read the full story",
    ],
)  # fmt: skip
def test_words_of_links_behind_a_text_are_no_part_of_it(tail):
    text = f"{NEWS}.{tail}"
    at, _ = paragraph_ends.begins_at(text)
    assert text[:at].strip() == f"{NEWS}."


@pytest.mark.parametrize("tail", [" — more here", " — details from Jane Roe", " (read this)"])
def test_words_of_links_may_stand_behind_a_text_without_a_stop(tail):
    assert paragraph_ends.begins_at(NEWS + tail) == (len(NEWS), Reason.RELATED)


@pytest.mark.parametrize(
    "tail",
    [
        " AFP photo",
        " Photo: IRIN/J. Roe",
        " [Reuters photo]",
        " (AFP/Jane Roe)",
        " Jane Roe via AFP",
        " Flickr/Jane Roe",
        " (Ảnh: Navy)",
        " PICTURE: A ferry of the navy",
    ],
)
def test_a_pictures_credit_behind_an_item_is_no_part_of_it(tail):
    text = f"- {NEWS}.{tail}"
    at, reason = paragraph_ends.begins_at(text)
    assert (text[:at].strip(), reason) == (f"- {NEWS}.", Reason.CAPTION)


@pytest.mark.parametrize(
    "tail",
    [
        ".", ". (AP/Daily Star)", ". (Reuters)", ". See you soon, its captain wrote.", " — more than in any other year",
        ". Nobody could see it.", " (more than in 2020)", ". Read the letter, he said.", ". It ran aground on LinkedIn",
        ". More than forty were hurt.",
    ],
)  # fmt: skip
def test_sentences_and_credits_of_items_keep_their_ends(tail):
    assert paragraph_ends.begins_at(f"- {NEWS}{tail}") is None


def test_a_link_to_pictures_is_no_credit_of_one():
    assert paragraph_ends.begins_at(f"{NEWS}. (photos)") == (len(NEWS) + 1, Reason.RELATED)
    assert paragraph_ends.begins_at(f"- {NEWS}. See all photos") == (len(NEWS) + 3, Reason.RELATED)


@pytest.mark.parametrize(
    ("shown", "credit"),
    [("Divers at the quay. ", "(REUTERS/Jane Roe)"), ("", "(AFP/Jane Roe)")],
)
def test_a_picture_between_two_sentences_of_an_item_is_none_of_its_text(shown, credit):
    text = f"LIMA – {NEWS}. {shown}{credit} Divers hurt in the search are being treated."
    pieces = [(line.text, line.reason) for line in gluing.unglued(next(split(text)), "en")]
    assert pieces == [
        (f"LIMA – {NEWS}.", None),
        (shown + credit, Reason.CAPTION),
        ("Divers hurt in the search are being treated.", None),
    ]


def test_a_caption_glued_to_a_starred_item_leaves_it_one_item():
    page = (
        f"World in brief\n\n* {NEWS}. (Reuters)\n\n"
        "Divers at the quay on Monday. Photo: AP* Bolivia's president swore in nine new ministers in La Paz. (AP)\n\n"
        "* Chile's miners ended a strike of forty days after a vote on Monday. (EFE) More on Radio One\n"
    )
    result = read_text(page)
    assert_tiled(result)
    assert len(result.events) == 3
    assert "Divers at the quay on Monday. Photo: AP" in set_aside(result, Reason.CAPTION)


@pytest.mark.parametrize(
    "line",
    [
        "Asia Europe Africa Sport World Business Weekend",
        "English Deutsch Français Español",
        "English (en) Italiano (it) Português (pt)",
        "Out of media player. Press enter to return or tab to continue.",
        "Please review our commenting policy.",
        "Advertise in The Harbour Gazette",
        "Newsroom tip line: +51 1 480 8000",
    ],
)
def test_rows_of_sections_and_languages_and_words_of_players_are_set_aside(line):
    assert line_signs.reason_of(line, "en")[0] is not None


@pytest.mark.parametrize(
    "line",
    [
        "Peru Chile Bolivia Sign Lithium Pact In Lima",
        "English and Deutsch lessons offered in Lima's schools",
        "Peru advertises for teachers in Spain",
    ],
)
def test_headlines_are_no_rows_of_sections(line):
    assert line_signs.reason_of(line, "en")[0] is None
