"""Which cut of a page is the likeliest: every layout's, that of single lines, and the judge between them."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction import choosing, cut_traits, layouts, learned, line_traits
from events.extraction.layouts import starred, story
from events.extraction.line_looks import Look, Looks
from events.extraction.line_traits import Signs
from events.extraction.names import Names
from events.extraction.records import PassageKind, Vocabulary
from tests.extraction.reading import read_text
from tests.extraction.training import lines as training

PIECES = """Africa|*Chad votes: Chad votes.|PARIS - France votes.|1. Peru votes|- Oman votes||(AFP)|Reuters. Mali votes.
Who votes?|A long sentence tells that Togo voted on Sunday in peace.|12:30|Read more|=====|Share|• |2/|▪ Cuba|January 4
Ảnh: AP|Peru, May 4 - Lima votes.""".replace("\n", "|").split("|")
LISTED = """SBS News

More than 30 people have been killed in a landslide in northern Pakistan.

The president of Peru has dismissed his interior minister.

Greek firefighters are battling a blaze near Athens for the third day.

Japan and the Philippines sign a defence accord.

Fuel prices in Nigeria rise by a third after the subsidy ends.

A court in Kenya blocks the deployment of police to Haiti.

The latest news from Australia and the world
Follow us on Facebook
Listen to our radio
"""
STARRED = """World in brief

Africa

*Chad opens talks: Chad and rebels met in Doha on Monday to discuss a ceasefire. (AFP)
*Kenya strikes: Doctors in Kenya walked out on Tuesday over unpaid wages. (Reuters)

Americas

*Peru picks a premier: Peru's president named a new prime minister on Sunday. (Reuters)
Chile counts: Chile counted its llamas on Sunday for the first time in ten years.
"""


def looked_at(text: str, language: str = "en") -> layouts.Page:
    found = Names(Vocabulary()).read(text, language)
    return layouts.looked_at(text, language, found.within, found.country_of)


def looks(**labels: str) -> SimpleNamespace:
    """Lines that surely look like these labels, by their first words; all others belong to none."""

    def of(line):
        label = next((one for words, one in labels.items() if line.text.startswith(words)), "O")
        likely = {"B": 0.01, "I": 0.01, "O": 0.02} | {label: 0.97}
        return Look(tuple(likely.values()), Signs(line.text), frozenset())

    return SimpleNamespace(of=of)


def by_lines(text: str, **labels: str):
    page = looked_at(text)
    cut = layouts.cut(page)
    return choosing.as_lines_say(text, cut, line_traits.lines_of(text, cut), looks(**labels))


# --- The whole


def test_reports_of_one_sentence_each_are_no_story():
    events = {event.text.split()[0] for event in read_text(LISTED).events}
    assert {"The", "Greek", "Japan", "Fuel", "A"} <= events


def test_a_page_whose_lines_agree_with_its_signs_is_cut_by_its_signs():
    page = looked_at(STARRED)
    cut = layouts.cut(page)
    assert choosing.likeliest(page, cut).items[0] == cut.items[0]


def test_the_rules_cut_comes_first_and_no_cut_twice():
    page = looked_at(LISTED)
    cut = layouts.cut(page)
    lines = line_traits.lines_of(LISTED, cut)
    found = list(choosing.candidates(page, cut, lines, Looks(lines, "en", page.names_in)))
    assert found[0].cut is cut
    places = [tuple((item.start, item.end) for item in one.cut.items) for one in found]
    assert len(places) == len(set(places)) > 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    ),
    st.sampled_from(layouts.ALL),
)
def test_every_layout_cuts_every_page_or_says_that_it_cannot(lines, layout):
    text = "\n".join(lines)
    cut = layouts.cut_by(looked_at(text), layout) if text.strip() else None
    if cut:
        places = [(passage.start, passage.end) for passage in cut.passages]
        assert places == sorted(places)
        assert all(end <= start for (_, end), (start, _) in pairwise(places))


# --- What single lines say


def test_lines_that_open_events_make_items_of_what_follows_them():
    laid = by_lines(LISTED, More="B", The="B", Greek="I")
    told = [LISTED[item.start : item.end] for item in laid.items]
    assert told[0].startswith("More than 30")
    assert told[1].endswith("third day.")
    assert len(told) == 3  # "The latest news" begins alike
    assert laid.name != story.NAME


def test_what_goes_on_with_nothing_is_no_event():
    laid = by_lines(LISTED, Follow="I", Greek="B")
    assert [LISTED[item.start : item.end].split()[0] for item in laid.items] == ["Greek"]


def test_an_item_brought_back_stands_under_the_heading_of_those_around_it():
    laid = by_lines(STARRED, **{"*": "B", "Chile": "B"})
    assert [item.section for item in laid.items] == ["Africa", "Africa", "Americas", "Americas"]


def test_furniture_within_an_event_is_set_aside():
    laid = by_lines(STARRED, **{"*Chad": "B", "*Peru": "B"})
    aside = [STARRED[one.start : one.end] for one in laid.passages if one.kind is PassageKind.SET_ASIDE]
    assert any(words.startswith("*Kenya") for words in aside)


def test_a_credits_line_stays_with_the_item_above_it():
    """Also where the item above is none to the lines: then both are set aside."""
    text = STARRED.replace(" (AFP)", "\n(AFP)").replace(" (Reuters)", "\n(Reuters)")
    laid = by_lines(text, **{"*Chad": "B", "*Peru": "B"})
    told = [text[one.start : one.end] for one in laid.items]
    assert [words.endswith(credit) for words, credit in zip(told, ("(AFP)", "(Reuters)"), strict=True)] == [True, True]
    aside = [text[one.start : one.end] for one in laid.passages if one.kind is PassageKind.SET_ASIDE]
    assert any(words.startswith("*Kenya") for words in aside)


def test_a_long_page_is_parted_in_halves_into_the_same_events():
    """One paragraph of many lines: each cut, taken in turn, would go through all that is left of it again."""
    lines = [f"Peru counted its llamas for the time number {n} in Lima on Monday." for n in range(250)]
    text = "World in brief\n\n" + "\n".join(lines) + "\n"
    laid = by_lines(text, Peru="B")
    assert [text[one.start : one.end] for one in laid.items] == lines


# --- The judge


def test_the_way_the_rules_chose_is_read_once_and_other_ways_anew():
    page = looked_at(STARRED)
    cut = layouts.cut(page)
    assert layouts.cut_by(page, starred) is cut
    assert layouts.cut_by(page, story) is not cut
    page = looked_at("Storm shuts ports\n\nA storm shut two ports in Fiji on Monday, the harbour master said.\n")
    cut = layouts.cut(page)
    assert cut.name == story.NAME
    assert layouts.cut_by(page, story) is cut


def test_cuts_are_told_apart_by_steps_of_their_figures(monkeypatch):
    monkeypatch.setattr(choosing, "_steps", lambda: {"likely": [(-0.5, 50), (-0.2, 25)], "absent": [(0.5, 500)]})
    assert [choosing.judged({"likely": value}) for value in (-1.0, -0.4, -0.1)] == [0.0, 1.0, 1.5]


def test_the_judge_weighs_only_figures_that_cuts_have():
    page = looked_at(STARRED)
    cut = layouts.cut(page)
    lines = line_traits.lines_of(STARRED, cut)
    found = list(choosing.candidates(page, cut, lines, Looks(lines, "en", page.names_in)))
    known = {name for figures in choosing.all_figures(found, Looks(lines, "en", page.names_in)) for name in figures}
    weighed = {name for name in choosing._steps() if "=" not in name and not name.startswith("aside ")}
    assert weighed
    assert weighed <= known


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_looks_of_lines_say_what_they_were_made_from(language):
    model = learned.model("looks", language)
    assert model.labels == line_traits.LABELS
    assert training.digest() in model.made_by[1], "The texts changed: learn anew with `make train`."


def test_a_cut_agrees_with_others_by_where_their_items_begin():
    figures = cut_traits.beside([frozenset({1, 5}), frozenset({1, 5, 9}), frozenset()])
    assert figures[0]["agreed with one"] == pytest.approx(0.8)
    assert figures[0]["agreed"] == pytest.approx(0.4)
    assert cut_traits.beside([frozenset({1})]) == [{"agreed": 1.0}]


def test_a_cut_that_tells_its_text_looks_unlike_one_that_sets_it_aside():
    cut = by_lines(LISTED, More="B", The="B", Greek="B", Japan="B", Fuel="B")
    lines = line_traits.lines_of(LISTED, cut)
    seen = looks(More="B", The="B", Greek="B", Japan="B", Fuel="B")
    figures = cut_traits.of_cut(lines, seen, cut.name)
    nothing = cut_traits.of_cut([line._replace(verdict="O", item=None) for line in lines], seen, "story")
    assert figures["text told"] > 0.5
    assert nothing["text told"] == 0.0
    assert figures["likely"] > nothing["likely"]
    assert nothing["items=0"] == 1.0
