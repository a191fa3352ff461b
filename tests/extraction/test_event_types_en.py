from __future__ import annotations

import pytest

from events.extraction import cues, event_types
from tests.extraction.type_cases import happening, judge, measured, passage

FLOORS = {"develop": (0.97, 0.97), "measure": (0.93, 0.89)}  # accuracy and macro, a little below what was measured


@pytest.mark.parametrize("half", FLOORS)
def test_types_of_invented_headlines_are_right_often_enough(half):
    figures = measured("en", half)
    accuracy, macro = FLOORS[half]
    assert figures.share("type") >= accuracy, "\n".join(figures.wrong)
    assert figures.macro >= macro


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad denies sending troops to Libya", "REJECT"),
        ("Peru will not attend the summit in Chile", "REJECT"),
        ("Denmark sends warships to Greenland", "MOBILIZE"),
        ("Kuwait to host Omani foreign minister next week", "AGREE"),
        ("Nauru says Fiji must release fishermen", "REQUEST"),
        ("Serbia will close its border with Kosovo unless shots stop", "THREATEN"),
        ("Floods kill 40 in Bangladesh", "-"),
        ("Protests against sanctions on Iran", "PROTEST"),
    ],
)
def test_negation_plans_conditions_and_nature_change_the_type(text, kind):
    assert judge(text, "en")["type"] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On March 9 Fiji's trade ministry complained to the WTO of Samoan tariffs.", "ACCUSE"),
        ("Nigerian armed forces have agreed to train soldiers from Benin.", "AGREE"),
        ("Courts in Quito freed on Monday four miners convicted in June.", "RETREAT"),
        ("Malta's parliament has rejected the call of the bishops for a vote.", "REJECT"),
        ("Newly elected deputies in Riga condemned the shelling of Kharkiv.", "ACCUSE"),
        ("The interior ministry in Lima announced the arrest of 14 alleged members of a gang.", "COERCE"),
        ("Kenya's president welcomed Uganda's decision to reopen the crossing.", "SUPPORT"),
        ("The opposition leader launched a scathing attack on the prime minister of Barbados.", "ACCUSE"),
        ("A delegation from Tonga called on the king of Bhutan to discuss fisheries.", "CONSULT"),
    ],
)
def test_words_that_only_look_like_the_verb_do_not_make_the_type(text, kind):
    assert judge(text, "en")["type"] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tonga's king is on a visit to Samoa", "CONSULT"),
        ("Chile's foreign minister received her colleague Ivan Petrov in Santiago", "CONSULT"),
        ("Chile's port of Iquique received a storm warning", "-"),
        ("Quito judges plead not guilty", "REJECT"),
        ("Malta, Cyprus trade barbs over tuna", "ACCUSE"),
        ("Lusaka nurses down tools over pay", "PROTEST"),
        ("Ghana does an about-face on cocoa levy", "CONCEDE"),
        ("Togo, Benin merge customs posts", "COOPERATE"),
        ("Oman grants visas and shelter to Yemeni poets", "AID"),
        ("Peru's last soldiers leave for home from Haiti", "RETREAT"),
        ("Suva turns to Canberra for nurses", "REQUEST"),
        ("Baku gives Tbilisi until Monday to answer", "THREATEN"),
        ("Belize declares Cuban attache unwelcome", "SANCTION"),
        ("Norway puts its fleet on high alert", "MOBILIZE"),
        ("Laos takes bloggers into custody", "COERCE"),
        ("Rebels let off rockets at Aden", "ASSAULT"),
    ],
)
def test_idioms_of_newspapers_tell_the_type_by_the_rules_alone(text, kind):
    assert event_types.by_rules(passage(text)) == kind


@pytest.mark.parametrize("text", ["Six miners were sent home by Chile", "Six monks were marched off by China"])
def test_in_a_form_of_be_with_a_participle_the_subject_is_acted_upon(text):
    read = passage("", f"{text}.")
    assert [act.passive for _, found in read for act in found if act.verb == 2] == [True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Poet Ana Lim, whose house burned down over a lamp left alight, apologised to neighbours in Lima.", "CONCEDE"),
        ("Malta's premier, speaking in Rome after a meeting of ministers, condemned the raid as reckless.", "ACCUSE"),
        ("In Oruro, miners have since Friday protested against the closure of a shaft.", "PROTEST"),
        ("Prime minister Mark Falzon apologised to the fishermen of Gozo.", "CONCEDE"),
        ("Seoul has set aside 1.3 billion won for flood victims in Laos.", "AID"),
        ("Police in Malta arrest six lawyers over a brawl.", "COERCE"),
    ],
)
def test_the_main_verb_is_found_behind_what_is_put_in_between(text, kind):
    assert event_types.by_rules(passage("", text)) == kind


def test_an_attack_that_is_denied_is_none():
    assert judge("Norway did not attack the trawler, the navy said.", "en")["type"] in ("-", "REJECT")


def test_the_headline_decides_before_the_text():
    event = happening("Malta recalls ambassador from Libya", "The two countries had held talks in May.")
    assert event.type == "SANCTION"


def test_the_reported_act_counts_and_not_the_reporting():
    assert judge("Togo's police said on Monday that they had arrested nine smugglers.", "en")["type"] == "COERCE"


def test_evidence_is_the_words_of_the_act():
    text = "Hungary vetoes statement on Georgia"
    reading = happening(text)
    assert reading.evidence.of(text) == "vetoes"
    assert [text[m.start : m.end] for m in reading.actor_evidence] == ["Hungary"]


def test_nothing_is_said_of_an_empty_passage():
    reading = happening("")
    assert (reading.type, reading.actor, reading.recipient) == (None, (), ())


def test_a_hostile_sentence_of_nothing_but_cues_is_read():
    text = "attack to attack that attack bị tấn công " * 2000
    assert 0 < happening("", text).confidence["type"] < 1


def test_a_participle_bound_to_a_name_by_a_hyphen_is_no_act():
    assert judge("Iran-backed militia attacks base in Syria", "en")["type"] == "ASSAULT"


def test_a_headline_of_names_alone_leaves_the_telling_to_the_text():
    text = "Guards of the two countries shot at each other across the river on Monday."
    assert happening("Peru and Chile", text).type == happening("", text).type == "ASSAULT"


@pytest.mark.parametrize(
    ("base", "shapes"),
    [
        ("gun", {"gun", "guns", "gunning", "gunned"}),
        ("visit", {"visit", "visits", "visiting", "visited"}),
        ("open", {"open", "opens", "opening", "opened"}),
        ("travel", {"travel", "travels", "travelling", "traveling", "travelled", "traveled"}),
        ("fill", {"fill", "fills", "filling", "filled"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("begin", {"begin", "begins", "beginning", "began", "begun"}),
        ("flee", {"flee", "flees", "fleeing", "fled"}),
        ("burn", {"burn", "burns", "burning", "burned", "burnt"}),
        ("quit", {"quit", "quits", "quitting"}),
    ],
)
def test_verbs_are_known_in_all_their_shapes(base, shapes):
    assert set(cues.shapes_of_verbs()(base)) == shapes


def test_whose_hands_a_vehicle_is_in_does_not_hide_what_they_do():
    assert event_types.by_rules(passage("Bus crews in Lima attack policemen")) == "ASSAULT"
    assert event_types.by_rules(passage("Bus hits wall in Lima")) == "-"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Suspect In Theft Of Maltese Painting Ordered Held In Valletta", "COERCE"),
        ("Army Hunts Rebels After Deadly Raid On Village", "ASSAULT"),
        ("OPEC chair Nigeria slams output plans of Angola", "ACCUSE"),
        ("Spain probe clears two ministers", "ACCUSE"),
        ("Norway and Chile talk again", "CONSULT"),
        ("EU, Canada hit back at Brazil", "ACCUSE"),
    ],
)
def test_capitals_and_number_tell_nouns_from_verbs_in_headlines(text, kind):
    assert event_types.by_rules(passage(text)) == kind


def test_a_participle_between_commas_only_tells_more_of_the_subject():
    told = passage("", "A blogger in Benin, detained for insulting a judge, was freed on Monday.")
    assert event_types.by_rules(told) == "RETREAT"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo sent four jets across the border to bomb a rebel camp.", "ASSAULT"),
        ("Ireland has sent two detectives to Malta to investigate the leak.", "ACCUSE"),
        ("The Maltese premier called his Irish colleague Simon Byrne on Monday to congratulate him.", "SUPPORT"),
        ("Kenya sent a battalion to Somalia to fight the insurgents.", "MOBILIZE"),
    ],
)
def test_what_somebody_is_sent_or_called_for_is_what_is_done(text, kind):
    assert event_types.by_rules(passage("", text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peruvian lawmakers voted by 61 to 20 on Tuesday to ban the party.", "COERCE"),
        ("Ghana is going to close its embassy in Tripoli, a minister said.", "SANCTION"),
        ("Burundi on Friday freed nine political prisoners.", "RETREAT"),
    ],
)
def test_the_verb_behind_a_vote_or_a_plan_is_the_act(text, kind):
    assert event_types.by_rules(passage("", text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chadian forces withdrew from two villages near the lake.", "RETREAT"),
        ("Riot police in Lima detained two students.", "COERCE"),
        ("Finance ministers met in Riga on Friday.", "CONSULT"),
        ("A drone of the Rapid Support Forces hit a market in Kosti.", "ASSAULT"),
        ("Warplanes struck a checkpoint of the rebels near Idlib.", "ASSAULT"),
    ],
)
def test_subjects_and_parts_of_names_are_no_verbs(text, kind):
    assert event_types.by_rules(passage("", text)) == kind


def test_deaths_in_an_attack_are_the_attack_and_no_accident():
    assert event_types.by_rules(passage("Ambush in Mali leaves 12 dead")) == "ASSAULT"
    assert event_types.by_rules(passage("Landslide in Mali leaves 12 dead")) == "-"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dockers In Riga Vote To Strike", "PROTEST"),
        ("Malta's parliament voted to quit the treaty.", "SANCTION"),
        ("Oman vows to help Yemen rebuild", "AGREE"),
        ("Oman vows to retaliate", "THREATEN"),
        ("Malta's culture minister walks out", "RETREAT"),
        ("Measles cases in Peru pass 4,000", "-"),
        ("Storm Olga batters Malta", "-"),
        ("Two Chilean frigates arrived in Lima on Monday.", "MOBILIZE"),
        ("Ten Chilean nurses and doctors landed in Lima on Monday.", "AID"),
        ("Chile's president arrived in Lima on Monday.", "CONSULT"),
    ],
)
def test_who_comes_votes_or_vows_what_decides(text, kind):
    title = not text.endswith(".")
    assert event_types.by_rules(passage(text if title else "", "" if title else text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Let the barges through, Romania tells Ukraine", "REQUEST"),
        ("Malta no longer lets Libyan trawlers into its ports.", "SANCTION"),
        ("Oman lets five Kenyan prisoners go", "RETREAT"),
        ("Chad let relief lorries into the camps.", "RETREAT"),
        ("Latvia's premier vows clean beaches by 2030", "AGREE"),
        ("Latvia's premier vows revenge for the raid", "THREATEN"),
        ("Chile's judges vow to stay in office", "REJECT"),
        ("Lima protests over the arrest of two Peruvian captains", "ACCUSE"),
        ("Peruvians protest over the arrest of two captains", "PROTEST"),
        ("Chile's foreign minister pushed for a summit on lithium.", "REQUEST"),
        ("Drought pushes the price of maize to a record in Malawi", "-"),
        ("Guards drove the shepherds out of their homes in Togo.", "ASSAULT"),
        ("Malta's president dissolved parliament on Sunday.", "-"),
    ],
)
def test_words_beside_a_verb_say_what_it_does(text, kind):
    title = not text.endswith(".")
    assert event_types.by_rules(passage(text if title else "", "" if title else text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gabon lays the blackout at Congo's door.", "ACCUSE"),
        ("Iceland stood in the way of a joint fishing pact.", "REJECT"),
        ("Bulgaria handed two wanted smugglers over to Serbia.", "COOPERATE"),
        ("Sweden turned over six howitzers to Moldova.", "AID"),
        ("Togo ordered out three Beninese attaches.", "SANCTION"),
        ("Eritrea rained rockets on a port in Yemen.", "ASSAULT"),
        ("Twelve soldiers die in an ambush near Gao", "ASSAULT"),
        ("Kuwait proscribed two charities.", "COERCE"),
        ("Brazil lobbed two missiles into the sea.", "MOBILIZE"),
        ("Fiji gave its word that the reef would be spared.", "AGREE"),
    ],
)
def test_newspapers_turns_of_phrase_are_acts(text, kind):
    title = not text.endswith(".")
    assert event_types.by_rules(passage(text if title else "", "" if title else text)) == kind


def test_ships_that_go_to_waters_carry_no_aid():
    assert event_types.by_rules(passage("", "Gabon sent three patrol ships to waters off Cameroon.")) == "MOBILIZE"
    assert event_types.by_rules(passage("Gabon ships vaccines to Cameroon")) == "AID"
