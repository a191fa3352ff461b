"""What people said of passages, laid over the machine's cut, and read like any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction import extract
from events.extraction.records import Cut, PassageKind, Reason

from .reading import assert_tiled

EVENT, HEADING, SET_ASIDE = PassageKind.EVENT, PassageKind.HEADING, PassageKind.SET_ASIDE

LIST = """Europe
* Norway opens a port: Norway opened a port for Latvian ships on November 18. (NTB)
* Greece and Malta sign: Greece signed a fishing deal with Malta on November 17. Malta's ports will stay open. (AFP)

Asia
* Japan sends aid: Japan sent aid to Nepal on November 16. (Kyodo)
"""
STORY = """Peru and Chile agree on a tunnel

LIMA - Peru and Chile agreed on November 18 to dig a tunnel through the mountains. (Andina)

The two countries had talked for nine years.

Bolivia said on November 17 that it would build a road to the tunnel.
"""


def read(text, *cuts):
    return extract(text.encode(), name="a.txt", cuts=cuts)


def span(text, words, until=None):
    start = text.index(words)
    return start, text.index(until, start) + len(until) if until else start + len(words)


def passages(found):
    return [(one.kind, found.document.text[one.start : one.end]) for one in found.passages]


def test_without_cuts_nothing_is_other_than_before():
    assert read(LIST) == extract(LIST.encode(), name="a.txt")


def test_a_passage_set_aside_is_no_event_any_more():
    found = read(LIST, Cut(*span(LIST, "* Greece", "(AFP)"), SET_ASIDE, Reason.ADVERTISEMENT))
    assert [event.title for event in found.events] == ["Norway opens a port", "Japan sends aid"]
    assert (SET_ASIDE, LIST[slice(*span(LIST, "* Greece", "(AFP)"))]) in passages(found)
    assert_tiled(found)


def test_a_set_aside_passage_becomes_an_event_with_its_own_facts():
    assert len(read(STORY).events) < 3
    found = read(STORY, Cut(*span(STORY, "Bolivia said", "tunnel."), EVENT))
    made = found.events[-1]
    assert made.text.startswith("Bolivia said")
    assert "BO" in made.countries
    assert made.date is None or made.date.day == 17
    assert_tiled(found)


def test_an_event_made_in_a_list_is_told_apart_into_headline_text_and_credit():
    text = LIST.replace("* Greece and Malta sign", "Greece and Malta sign")
    start, end = span(text, "Greece and Malta sign", "(AFP)")
    made = next(event for event in read(text, Cut(start, end, EVENT)).events if event.start == start)
    assert made.title == "Greece and Malta sign"
    assert made.agencies == ("AFP",)
    assert "(AFP)" not in made.text
    assert made.section == "Europe"


def test_an_event_split_in_two_keeps_headline_and_credit_where_they_stand():
    start, end = span(LIST, "* Greece", "(AFP)")
    middle = LIST.index("Malta's ports")
    found = read(LIST, Cut(start, middle, EVENT), Cut(middle, end, EVENT))
    first, second = found.events[1:3]
    assert first.title == "Greece and Malta sign"
    assert second.text == "Malta's ports will stay open."
    assert (first.agencies, second.agencies) == ((), ("AFP",))
    assert second.section == first.section == "Europe"
    assert len(found.events) == 4
    assert_tiled(found)


def test_two_events_joined_are_one():
    found = read(LIST, Cut(*span(LIST, "* Norway", "(AFP)"), EVENT))
    assert [event.title for event in found.events] == ["Norway opens a port", "Japan sends aid"]
    joined = found.events[0]
    assert {"NO", "GR", "MT"} <= set(joined.countries)
    assert (joined.start, joined.end) == span(LIST, "* Norway", "(AFP)")
    assert_tiled(found)


def test_what_a_cut_takes_from_the_end_of_an_event_leaves_the_rest():
    found = read(LIST, Cut(*span(LIST, "Malta's ports", "open."), SET_ASIDE, Reason.BACKGROUND))
    event = found.events[1]
    assert event.text == "Greece and Malta sign\nGreece signed a fishing deal with Malta on November 17."
    assert event.agencies == ("AFP",)
    assert_tiled(found)


def test_a_passage_set_aside_within_an_event_leaves_one_event_around_it():
    found = read(LIST, Cut(*span(LIST, "Greece signed", "17."), SET_ASIDE, Reason.BACKGROUND))
    assert len(found.events) == 3
    assert found.events[1].text == "Greece and Malta sign\nMalta's ports will stay open."
    assert (found.events[1].start, found.events[1].end) == span(LIST, "* Greece", "(AFP)")


def test_an_event_cut_out_of_the_middle_leaves_two_around_it():
    found = read(LIST, Cut(*span(LIST, "Greece signed", "17."), EVENT))
    assert [event.text for event in found.events[1:4]] == [
        "Greece and Malta sign",
        "Greece signed a fishing deal with Malta on November 17.",
        "Malta's ports will stay open.",
    ]


def test_a_heading_that_was_made_counts_for_what_stands_under_it():
    text = LIST.replace("Asia\n", "Written down in the morning by the desk, before noon.\n")
    assert read(text).events[-1].section != "Written down in the morning by the desk, before noon."
    found = read(text, Cut(*span(text, "Written down in the morning by the desk, before noon."), HEADING))
    assert found.events[-1].section == "Written down in the morning by the desk, before noon."
    assert found.events[0].section == "Europe"


def test_a_heading_set_aside_counts_no_more():
    found = read(LIST, Cut(*span(LIST, "Asia"), SET_ASIDE, Reason.OTHER))
    assert found.events[-1].section == "Europe"


def test_of_two_cuts_over_the_same_words_the_later_counts():
    words = span(LIST, "* Greece", "(AFP)")
    found = read(LIST, Cut(*words, SET_ASIDE, Reason.TEASER), Cut(*words, EVENT))
    assert [event.title for event in found.events] == [event.title for event in read(LIST).events]


def test_many_cuts_make_the_same_events_in_whatever_order_they_come():
    lines = [f"Peru and Chile signed accord {number} on November 18 in Lima." for number in range(1, 241)]
    text = "Accords of the two\n\n" + "\n\n".join(lines)
    cuts = [Cut(*span(text, line), EVENT) for line in lines]
    made = read(text, *cuts)
    assert [event.text for event in made.events] == lines
    assert read(text, *reversed(cuts)) == made
    assert_tiled(made)


@pytest.mark.parametrize("cut", [Cut(5, 5, EVENT), Cut(-3, 4, EVENT), Cut(0, 10_000, EVENT)])
def test_cuts_that_hold_nothing_or_lie_outside_are_left_out(cut):
    assert read(LIST, cut) == read(LIST)


def test_signs_left_over_alone_go_with_the_cut():
    start, end = span(LIST, "Greece and Malta sign", "(AFP")  # neither the star before it nor the bracket behind it
    found = read(LIST, Cut(start, end, SET_ASIDE, Reason.TEASER))
    assert (SET_ASIDE, LIST[slice(*span(LIST, "* Greece", "(AFP)"))]) in passages(found)


places = st.integers(0, len(LIST))
kinds = st.sampled_from([(EVENT, None), (HEADING, None), (SET_ASIDE, Reason.BACKGROUND)])
cuttings = st.lists(st.tuples(places, places, kinds), max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([LIST, STORY]), cuttings)
def test_whatever_is_cut_passages_tile_the_text_and_events_lie_in_theirs(text, cutting):
    cuts = [Cut(*sorted((a, b)), *kind) for a, b, kind in cutting]
    found = read(text, *cuts)
    assert_tiled(found)
    of_events = [one for one in found.passages if one.kind is EVENT]
    for event in found.events:
        assert any(one.start == event.start for one in of_events)
        assert any(one.end == event.end for one in of_events)
        assert event.title.strip()
    starts = [event.start for event in found.events]
    assert starts == sorted(set(starts))
