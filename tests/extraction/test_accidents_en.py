"""Harm that nobody does and harm that somebody does, and who gets people out of it: English passages by rules."""

from __future__ import annotations

import pytest

from tests.extraction.test_acts_en import by_rules


@pytest.mark.parametrize(
    "text",
    [
        "Two cooks were killed when a Togolese freighter sank after a fire off Gabon.",
        "Six soldiers of Peru were killed when their bus plunged into a gorge.",
        "An army lorry overturned in Chad, killing four recruits.",
        "Three stokers were killed when a boiler house collapsed in Minsk.",
        "A Brazilian rocket carrying two satellites blew up shortly after lift-off.",
        "Nine worshippers were crushed to death at a shrine in Quetta.",
        "Eight people were killed by a falling crane in Lima.",
        "Two sappers were killed while they buried old shells in Laos.",
        "A tugboat sank off Crete.",
        "Fiji's coast was on alert on Sunday after a strong earthquake.",
        "Nine people were hurt when an airliner overran the runway in Oman.",
        "Two attack jets collided during a training flight in Peru.",
        "Attack helicopter crashes in Chad",
        "Two soldiers killed as tank overturns during drill in Latvia",
        "Rescue helicopter hits power line in Austria",
        "Bus strikes tree in Ghana, five dead",
        "Fighter jet hits bird over Spain",
        "Malta orders evacuation of three villages as flood nears",
        "Explosion in Tirana bakery injures three",
        "Ammunition depot explosion kills four in Bulgaria",
        "Grain silo blast kills two in Constanta",
        "A propane tank exploded at a fairground in Malta, wounding two workers.",
        "A gas pipeline blew up in Peru, killing five.",
        "A surfer was killed in a shark attack off Fiji.",
        "Elephants attacked a village in Botswana, killing two.",
    ],
)
def test_accidents_are_done_by_nobody(text):
    assert by_rules(text) == "-"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two cooks were killed when a drone hit a Togolese freighter off Gabon.", "ASSAULT"),
        ("Six soldiers of Peru were killed when rebels blew up their bus.", "ASSAULT"),
        ("A sea drone sank a Russian tugboat off Sochi.", "ASSAULT"),
        ("A Syrian shepherd was wounded by Israeli fire near Quneitra.", "ASSAULT"),
        ("Troops in Mali opened fire on a bus, killing four.", "ASSAULT"),
        ("Gunmen hit power line in Mali", "ASSAULT"),
        ("Rebels attack boats on the Niger", "ASSAULT"),
        ("Navy jets strike bridge in Libya", "ASSAULT"),
        ("Rocket strikes tree in Israel", "ASSAULT"),
        ("Togo orders evacuation of the opposition's offices", "COERCE"),
        ("Fiji's army was on alert on Sunday after shots at the palace.", "MOBILIZE"),
        ("Four soldiers were killed when a mine laid by rebels exploded in Mali.", "ASSAULT"),
        ("Three people died when a bomb exploded in a bakery in Tirana.", "ASSAULT"),
        ("A drone attack on an ammunition depot in Bulgaria killed four.", "ASSAULT"),
        ("Saboteurs blew up a gas pipeline in Peru.", "ASSAULT"),
        ("Rebels attacked a village in Botswana, killing two.", "ASSAULT"),
    ],
)
def test_attacks_are_none_of_these(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Divers in Norway freed two cavers from a flooded gallery.", "AID"),
        ("A Danish frigate freed a Yemeni boat from pirates.", "AID"),
        ("Kuwait freed two Iranian sailors.", "RETREAT"),
        ("Firefighters pulled a child out of a well in Morocco.", "AID"),
    ],
)
def test_who_gets_people_out_helps(text, kind):
    assert by_rules(text) == kind
