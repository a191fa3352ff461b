"""What opens an event of its own in a story, and what does not."""

from __future__ import annotations

import datetime
import re

import pytest

from events.extraction import learned
from events.extraction.layouts import extents, happening_links, happenings
from events.extraction.layouts.told import Told
from events.extraction.lines import Line
from events.extraction.records import Span
from tests.extraction.reading import read_text
from tests.extraction.training import stories

LEAD = (
    "Peru recalls envoy from Chad\n"
    "LIMA, Peru — Peru on Monday recalled its ambassador from Chad after a mob set fire to the embassy in N'Djamena.\n"
    "Foreign Minister Elmer Schialer said the envoy would stay in Lima until somebody was charged.\n"
)


def opened(*paragraphs: str, lead: str = LEAD) -> list[str]:
    read = read_text(lead + "\n".join(paragraphs), uploaded_on=datetime.date(2024, 10, 30))
    return [event.text for event in read.events[1:]]


MODELS = pytest.mark.parametrize(
    ("name", "labels"), [(stories.HAPPENINGS, happenings.LABELS), (stories.EXTENTS, extents.LABELS)]
)
LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])


@LANGUAGES
@MODELS
def test_the_weights_say_what_they_were_made_from(name, labels, language):
    model = learned.model(name, language)
    assert model.labels == labels
    assert len(model) > 60
    assert stories.digest() in model.made_by[1], "The stories changed: learn anew with `make train`."


@LANGUAGES
@MODELS
def test_the_models_hear_every_sign_they_have_a_weight_for(name, labels, language):
    model = learned.model(name, language)
    lines = (learned.WEIGHTS / f"{name}.{language}.tsv").read_text("utf-8").splitlines()
    named = [line.partition("\t")[0] for line in lines if line[0] not in "#=~"][3:]
    unheard = model.probabilities([("", set())])
    signs = [one for one in named if not re.match(r"(?:[wbcarf]|fb):", one)]
    assert len(signs) > 60
    assert [sign for sign in signs if model.probabilities([("", {sign})]) == unheard] == []


@pytest.mark.parametrize(
    "happening",
    [
        "Not all was quiet. On Tuesday, dozens of students in Chad burned tyres in front of the Peruvian embassy.",
        "The Brazilian foreign ministry threatened to close its own embassy.",
        "Norway's foreign ministry, for its part, called on both sides to sit down and talk.",
        "Students in Lima, meanwhile, marched to the Chadian consulate on Tuesday and threw eggs at it.",
    ],
)
def test_who_answers_without_a_day_and_what_is_led_in_by_a_few_words_opens_one_too(happening):
    assert opened(happening) == [happening]


def test_the_documents_listed_as_ordinary_are_there():
    listed = stories.listed()
    assert len(listed) > 40
    assert all((stories.DEVELOP / f"{name}.txt").exists() for name in listed)


@pytest.mark.parametrize(
    "happening",
    [
        "Brazil on Tuesday summoned Chad's ambassador and demanded that the arsonists be arrested.",
        "In Geneva, Norway's prime minister announced that his country would pay for a new building.",
        "Separately, Kenya expelled three Chadian diplomats on Tuesday over forged visas.",
        "Hours later, Chad's president received the envoys of Mali and Niger.",
    ],
)
def test_others_who_act_on_a_day_or_elsewhere_open_an_event(happening):
    assert opened(happening) == [happening]


@pytest.mark.parametrize(
    "background",
    [
        "Tensions between the two countries have run high in recent months on a number of issues.",
        "The embassy, which was opened in 2011, has been attacked twice before.",
        "He said the guards had been warned and had done nothing.",
        "Schialer's remarks came after reports that the police had watched the fire.",
        "Analysts in Lima doubt that anybody will be charged.",
        "Peru has repeatedly said that its diplomats need better protection.",
    ],
)
def test_background_and_who_said_what_open_none(background):
    assert opened(background) == []


def test_who_only_says_more_behind_a_further_event_opens_none_and_belongs_to_it():
    closing = "The Brazilian embassy in N'Djamena on Tuesday closed its visa section until further notice."
    more = "The embassy said two of its windows had been broken on Monday."
    assert opened(closing, more)[0].startswith(closing)
    assert len(opened(closing, more)) == 1
    other = "The Norwegian embassy in Niamey expelled two Chadian guards on Tuesday."
    assert opened(closing, other) == [closing, other]


@pytest.mark.parametrize(
    ("behind", "goes_on"),
    [
        ("He is expected back in Oslo by Monday.", True),
        ('"We do not leave with a light heart," the minister in Oslo said.', True),
        ("Norway opened the mission in 2009 together with Denmark.", False),
        ("Chad, a poor country in the middle of the continent, has long been unruly.", False),
    ],
)
def test_behind_a_further_event_who_was_just_named_goes_on_and_background_does_not(behind, goes_on):
    happening = "Separately, Norway on Tuesday recalled its ambassador from Niamey."
    assert opened(happening, behind) == ["\n".join([happening, *[behind] * goes_on])]


def links(told: Told, sentence: str, verb: str) -> set[str]:
    return set(happening_links.read(told, sentence, sentence.index(verb)))


def test_a_subject_is_known_by_the_paragraph_before_and_by_the_headline():
    def told_of(language: str, *paragraphs: str) -> Told:
        told = Told(language, lambda spans: [], lambda name: None, paragraphs=10)
        for text in paragraphs:
            told.go_on(Line(0, len(text), text))
        return told

    told = told_of("en", "Ferry sinks off Tonga", "A committee of judges will ask why.")
    assert {"subject=just told", "definite subject=just told"} < links(told, "The judges want to hear ten men.", "want")
    assert {"subject=told", "subject of the headline"} < links(told, "A second ferry turned back.", "turned")
    assert "subject=new" in links(told, "Fishermen from Samoa found a raft.", "found")
    assert "subject=none" in links(told, "It was late.", "was")
    assert {"paragraphs so far=2", "part of the story=1"} < links(told, "It was late.", "was")
    told = told_of("vi", "Chìm phà ở Tonga", "Ủy ban điều tra sẽ họp vào thứ Hai.")
    assert "subject=just told" in links(told, "Ủy ban điều tra muốn nghe mười người.", "muốn")
    assert "subject=new" in links(told, "Ngư dân Samoa tìm thấy chiếc bè.", "tìm")


def test_what_is_said_was_told_before_or_not():
    told = Told("en", lambda spans: [], lambda name: None, paragraphs=10)
    for text in ("Ferry sinks off Tonga", "Divers raised the ferry on Monday and brought 40 passengers ashore."):
        told.go_on(Line(0, len(text), text))
    again = "A harbour master confirmed that divers had raised the ferry with its passengers on Monday."
    signs = set(happening_links.read(told, again, again.index("confirmed")))
    assert "of the headline behind the verb" in signs
    assert "told before behind the verb=0" not in signs
    fresh = "A harbour master ordered guards to close two piers."
    signs = set(happening_links.read(told, fresh, fresh.index("ordered")))
    assert "told before behind the verb=0" in signs
    assert "of the headline behind the verb" not in signs


@pytest.mark.parametrize(
    ("rest", "signs"),
    [
        (" On Tuesday guards closed two piers.", {"a day later on"}),
        (" Guards closed two piers.", set()),
        ("", set()),
    ],
)
def test_a_later_sentence_may_give_a_day(rest, signs):
    told = Told("en", lambda spans: [], lambda name: None, paragraphs=10)
    text = f"The islands share a single tug.{rest}"
    first = Span(0, text.index("tug.") + 4)
    assert set(happening_links.read_the_rest(told, Line(0, len(text), text), first)) == signs


def lead_of(*paragraphs: str) -> str:
    return read_text(LEAD + "\n".join(paragraphs), uploaded_on=datetime.date(2024, 10, 30)).events[0].text


@pytest.mark.parametrize(
    "background",
    [
        "In May last year, two guards had been hurt when boys climbed over the wall.",
        "In 2014, 45 Peruvian sailors were held in N'Djamena for a week.",
        "Chad, a poor country in the middle of the continent, two days by road from any coast, has long been unruly.",
        "The two countries have had no trade accord since 1994.",
    ],
)
def test_what_was_once_and_what_a_country_is_ends_the_lead(background):
    assert background not in lead_of(background)


@pytest.mark.parametrize(
    "told",
    [
        "“Nobody was in the house at that hour,” Schialer told reporters outside the ministry.",
        "The fire broke out on Sunday evening and was put out by neighbours within an hour, the ministry said.",
    ],
)
def test_what_was_said_of_it_and_how_it_happened_goes_on_with_the_lead(told):
    assert told in lead_of(told)


def test_how_things_stand_ends_the_lead():
    background = "Diplomats have long complained that N'Djamena does little to guard their houses, most of them old."
    assert background not in lead_of(background)


def test_a_month_that_only_names_a_vote_does_not_end_the_lead():
    goes_on = "The envoy will not come back before December's vote, the ministry said."
    assert goes_on in lead_of(goes_on)


def test_the_paragraph_with_the_dateline_belongs_to_the_lead_though_captions_stand_before_it():
    lead = (
        "Peru recalls envoy from Chad\n"
        "Lima says that it will wait until somebody has been charged with the fire.\n"
        "Smoke rises above the garden of the embassy in N'Djamena on Sunday.\n"
    )
    text = "LIMA, Peru — Peru on Monday recalled its ambassador from Chad after a mob set fire to the embassy."
    assert opened(text, lead=lead) == []


def test_stories_written_to_learn_from_are_all_read_as_stories():
    found = list(stories.written())
    assert {one.answer for one in found if one.model == stories.HAPPENINGS} == set(happenings.LABELS)
    assert {one.answer for one in found if one.model == stories.EXTENTS} == set(extents.LABELS)
    assert len({one.story for one in found}) > 60
