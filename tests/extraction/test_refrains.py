"""What a page prints again and again, at its lines' ends or on lines of its own; and what goes with a headline."""

import pytest

from events.extraction import authors, forms, wrapping
from events.extraction.lines import split
from events.extraction.records import Reason

from .reading import assert_tiled, read_text, set_aside

ITEMS = (
    ("Peru", "Four ministers resigned on Monday over a contract for two river ferries."),
    ("Kenya", "A court in Nairobi freed nine fishermen who had been held in Mombasa since March."),
    ("Fiji", "The parliament in Suva passed a budget that cuts the army's pay by a tenth."),
    ("Latvia", "The government in Riga closed two border crossings with Belarus until further notice."),
)


def _texts(page: str) -> str:
    read = read_text(page)
    assert_tiled(read)
    return "\n".join(f"{event.title}\n{event.text}" for event in read.events)


def test_sentences_that_ask_the_same_of_the_reader_behind_each_item_are_none_of_its_text():
    media = ("La Prensa", "the Star", "Suva Herald", "Diena")
    page = "\n\n".join(
        f"{place}: {text} Read local at {medium}." for (place, text), medium in zip(ITEMS, media, strict=True)
    )
    assert "Read local" not in _texts(page)
    assert "river ferries." in _texts(page)


def test_a_sentence_that_stands_under_each_item_is_none_of_its_text():
    page = "\n\n".join(
        f"({medium}) {text}\n\nTake it all in." for medium, (_, text) in zip(("AFP",) * 4, ITEMS, strict=True)
    )
    assert "Take it all in" not in _texts(page)


def test_last_sentences_that_differ_stay():
    ends = ("Listen to them, one said.", "See what comes of it.", "Nobody was hurt.", "Talks go on.")
    page = "\n\n".join(f"{place}: {text} {end}" for (place, text), end in zip(ITEMS, ends, strict=True))
    for end in ends:
        assert end in _texts(page)


@pytest.mark.parametrize("button", ["Đọc thêm", "Read more", "More of this"])
def test_buttons_glued_in_front_of_headlines_end_the_teaser_above(button):
    heads = ("Peru ministers resign", "Kenya court frees fishermen", "Fiji cuts army's pay", "Latvia shuts border")
    page = "World\n" + "".join(
        f"{button * (at > 0)}{head} over old quarrel\n{text}\n"
        for at, (head, (_, text)) in enumerate(zip(heads, ITEMS, strict=True))
    )
    read = read_text(page)
    assert [event.title for event in read.events] == [f"{head} over old quarrel" for head in heads]


def test_names_that_hold_a_capital_keep_it():
    page = "World\n" + "".join(
        f"McCallister {does} in {place} as talks go on\n{text}\n"
        for does, (place, text) in zip(("lands", "speaks", "lunches", "stays"), ITEMS, strict=True)
    )
    assert all(event.title.startswith("McCallister") for event in read_text(page).events)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Ana Rusu in Chisinau August 6, 2025", Reason.BYLINE),
        ("by Jonas Berg on 9 August 2023", Reason.BYLINE),
        ("by Jonas Berg June 24, 2017", Reason.BYLINE),
        ("Maria Lopez | 6 Aug 2025 10:30", Reason.BYLINE),
        ("COMMENTARY by Alwyn St. Clair", Reason.TEASER),
        ("Opinion | By Jane Roe", Reason.TEASER),
        ("World Briefing August 6, 2025", None),
        ("Jordan Times August 6, 2025", None),
        ("New York May 5, 2020", None),
        ("Analysis by the minister of what went wrong", None),
    ],
)
def test_who_wrote_and_when(line, reason):
    page = list(split(line))
    authors.silence(page)
    assert page[0].reason is reason


def test_a_byline_in_small_letters_does_not_go_on_with_its_headline():
    page = "Amazon nations sign pledge, put off date for end of logging\nby Jonas Berg on 9 August 2023\nText."
    assert len(wrapping.unwrapped(list(split(page)))) == 3
    broken = "Amazon nations say that the treaty will have been signed\nby Brazil and Peru when the leaders meet."
    assert len(wrapping.unwrapped(list(split(broken)))) == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Aenean nec eros vestibulum. Suspendisse sollicitudin velit sed leo.", Reason.WIDGET),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", Reason.WIDGET),
        ("quoc-hoi-samoa-bau-thu-tuong-moi", Reason.WIDGET),
        ("Pope prays in Latin: et in terra pax hominibus bonae voluntatis", None),
        ("well-to-do voters", None),
    ],
)
def test_filler_and_addresses(line, reason):
    assert forms.reason(line, line.lower()) is reason


def test_what_stands_under_an_opinions_headline_goes_with_it():
    page = "".join(f"{place} in the news again this week\n{text}\n" for place, text in ITEMS)
    opinion = "OPINION: The tuna belongs to those who fish\nBy Rosa Tuimavave\nFive months on, who asks the crews?\n"
    for where in (opinion + page, page + opinion, page + opinion + page.replace("again", "twice")):
        assert "Five months on" not in _texts(where)
    lone = "Why the coast runs dry\nCOMMENT: Decades without a pipe come home.\n"
    assert "coast runs dry" not in _texts(page + lone)
    assert "Four ministers" in _texts(page + lone)


def test_a_short_sentence_printed_twice_over_a_text_tells_of_its_picture():
    shown = "Fishing boats lie in the harbour of Suva."
    page = f"Fiji cuts army's pay\n{shown}\n{shown}\n{ITEMS[2][1]}\n"
    page += "".join(f"{place} in the news\n{text}\n" for place, text in ITEMS if place != "Fiji")
    assert shown in set_aside(read_text(page), Reason.CAPTION)
    twice = "".join(f"{place} is in the news.\n{place} is in the news.\n{text}\n" for place, text in ITEMS)
    assert "Four ministers" in _texts(twice)


def test_a_short_sentence_that_the_text_beside_it_tells_again_is_a_caption():
    texts = [
        f"On Monday {text[0].lower()}{text[1:]} The vote came after nine hours of debate that was shown on television, "
        "and both sides went on to claim victory before the cameras."
        for _, text in ITEMS
    ]
    shown = "Nine fishermen leave a court in Nairobi."
    page = "\n\n".join((texts[0], shown, *texts[1:]))
    assert shown in set_aside(read_text(page), Reason.CAPTION)
    news = "The president of Ghana resigned."
    assert news in _texts("\n\n".join((texts[0], news, *texts[1:])))
