from __future__ import annotations

import pytest

from events.extraction.parties import unnamed_leaders
from events.extraction.records import Span
from tests.extraction.reading import read_text
from tests.extraction.type_cases import judge, measured


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_roles_of_invented_headlines_are_right_often_enough(half):
    figures = measured("en", half)
    assert figures.share("actor") >= 0.95, "\n".join(figures.wrong)
    assert figures.share("recipient") >= 0.94, "\n".join(figures.wrong)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Latvia was condemned by Belarus for closing the road", "BY", "LV"),
        ("Ghanaian President Mahama, on a visit to Togo, praised Benin", "GH", "BJ"),
        ("Cyprus accuses Greece and Turkey of blocking talks", "CY", "GR TR"),
        ("Iran-backed militia attacks Jordanian base", "-", "JO"),
        ("In Vienna, Serbia and Kosovo sign accord", "RS", "XK"),
        ("Thailand and Laos reopen a border bridge", "TH", "LA"),
        ("Estonian police detain ship's captain", "EE", "-|EE"),
        ("Macron warns Niger", "FR", "NE"),
        ("Peru lashes out at Chilean envoy", "PE", "CL"),
        ("Nepal gets loan for dam from Japan", "JP", "NP"),
        ("Cameroon soldiers killed in ambush", "-", "CM"),
    ],
)
def test_who_does_it_to_whom_follows_the_grammar(text, actor, recipient):
    said = judge(text, "en")
    assert said["actor"] == actor
    assert said["recipient"] in recipient.split("|")


def test_nobody_acts_where_nothing_is_done():
    said = judge("Unemployment in Portugal rises to 8 percent", "en")
    assert (said["type"], said["actor"], said["recipient"]) == ("-", "-", "-")


def test_an_institution_without_a_country_acts_for_that_of_the_dateline():
    (event,) = read_text("ACCRA, Ghana (AP) - Fishermen went on strike on Monday over the price of ice. (AP)").events
    assert (event.type, event.actor) == ("PROTEST", ("GH",))


def test_a_further_event_of_a_story_is_done_by_those_of_the_main_one():
    text = (
        "Peru closes its border\n\nLIMA - Peru shut its border with Chile on Monday, the president said.\n\n"
        "Meanwhile, the army on Tuesday deployed 300 soldiers to the south of the country.\n"
    )
    assert [event.actor for event in read_text(text).events] == [("PE",)] * 2


def test_what_others_say_in_a_story_is_said_to_whom_it_tells_of():
    text = (
        "Officers seize power in Togo\n\nLOME - Soldiers in Togo deposed the president on Monday and closed the "
        "borders, state television said.\n\nNorway on Tuesday suspended all aid until the prisoners are freed, its "
        "foreign minister said in Oslo.\n\nOn Wednesday, police in Togo arrested eleven journalists.\n"
    )
    _, answer, further = read_text(text).events
    assert (answer.actor, answer.recipient) == (("NO",), ("TG",))
    assert further.actor == ("TG",)
    assert set(further.recipient) <= {"TG"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Secretary-General urged Peru to free two reporters.", "UN"),
        ("The Secretary-General of ASEAN urged Peru to free two reporters.", "ASEAN"),
    ],
)
def test_the_secretary_general_is_that_of_the_un_unless_another_body_is_named(text, actor):
    said = judge(text, "en")
    assert (said["actor"], said["recipient"]) == (actor, "PE")


def test_a_leader_is_looked_for_in_the_passage_and_nowhere_else():
    text = "The Secretary-General spoke in Quito.\nPeru freed two reporters.\nThe Secretary-General left."
    passage = Span(text.index("Peru"), text.index("\nThe Secretary-General left"))
    assert unnamed_leaders(text, [passage], []) == []
    assert [one.start for one in unnamed_leaders(text, [Span(0, 37)], [])] == [4]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The United States Embassy in Port-au-Prince told Canadians to leave.", "US"),
        ("Four suspected rebels were killed by a US drone.", "US"),
        ("Three alleged smugglers were shot by Omani guards.", "OM"),
    ],
)
def test_states_state_nothing_and_who_is_suspected_accuses_nobody(text, actor):
    assert judge(text, "en")["actor"] == actor
