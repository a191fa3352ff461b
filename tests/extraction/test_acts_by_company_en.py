"""Who does it and which words stand in a frame: what that leaves of an English verb, by rules."""

from __future__ import annotations

import pytest

from tests.extraction.test_acts_en import by_rules


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Students in Chile seized two halls of the university.", "PROTEST"),
        ("Police in Chile seized two tonnes of cocaine.", "COERCE"),
        ("Villagers in Armenia have closed the road to a gold mine.", "PROTEST"),
        ("Separatists in Cameroon burned two buses.", "ASSAULT"),
        ("Farmers in Belgium burned two tyres and a flag.", "PROTEST"),
        ("Dancers marched in costumes through Lima.", "-"),
        ("Teachers marched in rain through Lima.", "PROTEST"),
        ("Growers in Fiji shipped 400 tonnes of kava.", "-"),
        ("Japan shipped 400 tonnes of rice to Fiji.", "AID"),
        ("England crushed Kenya by nine wickets.", "-"),
        ("Serbs crossed the border with Hungary on foot.", "-"),
        ("Serb troops crossed the border with Hungary.", "MOBILIZE"),
        ("Protest leaders in Peru met the premier.", "CONSULT"),
    ],
)
def test_crowds_players_and_sellers_do_other_things_than_states(text, kind):
    assert by_rules(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zambia's leader has named a banker as finance minister.", "-"),
        ("Zambia's police named a banker as the culprit.", "ACCUSE"),
        ("The trial of a Swiss nurse opened behind closed doors in Tunis.", "ACCUSE"),
        ("Malta opened its doors to refugees.", "AID"),
        ("The Arab League voiced its rejection of the shelling of Marib.", "ACCUSE"),
        ("The Arab League voiced its rejection of the plan.", "REJECT"),
        ("Latvia said its government would send 90 soldiers to the border.", "MOBILIZE"),
        ("Two men wanted for fraud sat in a cafe in Oslo.", "-"),
        ("Rescuers found three divers who had lost their boat.", "-"),
        ("Oman's ministry told reporters to seek permission before they film.", "COERCE"),
        ("Hamas handed two bodies to the Red Cross.", "RETREAT"),
        ("Kenya was told that a runner was banned for four years.", "SANCTION"),
    ],
)
def test_frames_are_no_wider_than_what_they_mean(text, kind):
    assert by_rules(text) == kind
