"""Who did it to whom: what grammar reads before the model judges, what the model sees, and what its answers make."""

from __future__ import annotations

from dataclasses import replace

import pytest

from events.extraction import casting, event_types, roles
from events.extraction.casting import ACTOR, ACTS, BOTH, NEITHER, RECIPIENT, SUFFERS
from events.extraction.names import Names
from events.extraction.phrases import Phrases
from events.extraction.reading import Reading
from events.extraction.records import EventType, Mention, Span, Vocabulary
from tests.extraction.type_cases import happening, passage


def by_grammar(text: str, kind: str, language: str = "en", headline: str = "") -> tuple[list[str], list[str]]:
    """Actor and recipient of the act of that type in one sentence, by the rules alone."""
    read = passage(headline, text, language=language)
    sentence, act = event_types.act_of(kind, read)
    actor, recipient = roles.read(sentence, act, read, read.text, read.mentions, language)
    return [value for value, _ in actor], [value for value, _ in recipient]


def seen(text: str, kind: str, party: str, headline: str = "") -> set[str]:
    """What the model is shown of a party."""
    read = passage(headline, text)
    sentence, act = event_types.act_of(kind, read)
    found = casting.candidates(read, sentence, act, roles.read(sentence, act, read, read.text, read.mentions, "en"))
    return {trait for one in found if one.value == party for trait in one.traits}


@pytest.mark.parametrize(
    ("text", "kind", "language", "actor", "recipient"),
    [
        ("Ghana's president was received by King Felipe in Madrid on Monday.", "CONSULT", "en", ["GH"], ["ES"]),
        ("In Aleppo, Turkish gunners hit a mill on Sunday, killing four.", "ASSAULT", "en", ["TR"], ["SY"]),
        ("In northern Togo, Beninese soldiers detained five men overnight.", "COERCE", "en", ["BJ"], ["TG"]),
        ("Tại miền bắc Togo, binh sĩ Benin bắt giữ năm người.", "COERCE", "vi", ["BJ"], ["TG"]),
        ("Sudanese gunners fired at Eritrean trawlers off Suakin.", "ASSAULT", "en", ["SD"], ["ER"]),
        ("Nhận lời mời của Vua Jordan, Tổng thống Chile thăm Amman hôm 3/4.", "CONSULT", "vi", ["CL"], ["JO"]),
        ("Tại Oran (Algeria), chiều 3/4, ông Said của Tunisia hội đàm với Mali.", "CONSULT", "vi", ["TN"], ["ML"]),
        ("Japan's Shinzo Abe talked by telephone with Chile on Monday.", "CONSULT", "en", ["JP"], ["CL"]),
        ("Togo was visited by Ghana's John Mahama on Monday.", "CONSULT", "en", ["GH"], ["TG"]),
        ("Mali's ousted president Modibo Traore thanked Togo.", "SUPPORT", "en", ["ML"], ["TG"]),
        ("Chile's Mario Vega accused Peru's Ana Torres of lying.", "ACCUSE", "en", ["CL"], ["PE"]),
        ("Kenyan troops killed militia leader Ali Hassan on Monday.", "ASSAULT", "en", ["KE"], []),
        ("In Oran, Algeria, Tunisian and Malian ministers signed a water accord.", "SUPPORT", "en", ["TN"], ["ML"]),
    ],
)  # fmt: skip
def test_grammar_reads_hosts_places_in_front_and_targets(text, kind, language, actor, recipient):
    assert by_grammar(text, kind, language) == (actor, recipient)


def test_an_act_behind_when_has_its_own_subject():
    text = "Two Malian officers died when Nigerien jets bombed a depot near Gao."
    assert by_grammar(text, "ASSAULT")[0] == ["NE"]


@pytest.mark.parametrize(
    ("headline", "text", "kind", "roles"),
    [
        ("Haiti", "LHQ trừng phạt một thủ lĩnh băng đảng.", "SANCTION", (["UN"], ["HT"])),
        ("Haiti", "Chính phủ Haiti trừng phạt một thủ lĩnh băng đảng.", "SANCTION", (["HT"], [])),
        ("Lũ lụt ở Sri Lanka", "Ấn Độ gửi ba tàu hàng cứu trợ.", "AID", (["IN"], ["LK"])),
        ("Lũ lụt ở Sri Lanka", "Ấn Độ gửi hàng cứu trợ cho Nepal.", "AID", (["IN"], ["NP"])),
        ("", "Tàu chiến Hàn Quốc đến cảng Klang, Malaysia, thăm hữu nghị bốn ngày.", "CONSULT", (["KR"], ["MY"])),
    ],
)
def test_parties_named_away_from_the_act_are_found(headline, text, kind, roles):
    assert by_grammar(text, kind, "vi", headline) == roles


def test_of_several_who_do_something_together_one_acts():
    judged = [{ACTOR: 0.2, RECIPIENT: 0.7, NEITHER: 0.1}] * 2
    assert casting.parts_of("CONSULT", judged) == [ACTOR, RECIPIENT]
    assert casting.parts_of("AID", judged) == [RECIPIENT, RECIPIENT]


def test_the_model_sees_the_word_behind_a_name_and_where_the_name_is_said_again():
    text = "Peruvian police seized a ship on Monday. Chile, whose flag it flew, called in Peru's envoy."
    own = seen(text, "COERCE", "PE")
    assert {"tail is police", "also later after in", "rules 1 0"} <= own
    assert "also begins later" not in own


def test_the_model_sees_which_side_of_the_actor_a_party_stands_on():
    text = "Latvia and Estonia accused Belarus of jamming signals."
    assert "joined to actor" not in seen(text, "ACCUSE", "BY")
    assert {"actor left", "rules 2 1"} <= seen(text, "ACCUSE", "BY")


def test_where_none_is_a_recipient_one_who_may_well_be_is_taken_for_it():
    actor = {ACTOR: 0.9, RECIPIENT: 0.08, NEITHER: 0.02}
    assert casting.parts_of("REQUEST", [actor, {ACTOR: 0.1, RECIPIENT: 0.35, NEITHER: 0.55}]) == [ACTOR, RECIPIENT]
    assert casting.parts_of("REQUEST", [actor, {ACTOR: 0.1, RECIPIENT: 0.1, NEITHER: 0.8}]) == [ACTOR, NEITHER]


def test_who_acts_on_its_own_is_both():
    own = {ACTOR: 0.3, RECIPIENT: 0.1, NEITHER: 0.1, BOTH: 0.5}
    other = {ACTOR: 0.3, RECIPIENT: 0.35, NEITHER: 0.35, BOTH: 0.0}
    assert casting.parts_of("COERCE", [own]) == [BOTH]
    assert casting.parts_of("CONSULT", [own, {**other, RECIPIENT: 0.4}]) == [ACTOR, RECIPIENT]
    assert casting.parts_of("AGREE", [{**other, ACTOR: 0.4}, own]) == [ACTOR, RECIPIENT]
    assert casting.parts_of("PROTEST", [own, own]) == [BOTH, BOTH]
    assert casting.parts_of("COERCE", [own, {**other, RECIPIENT: 0.2, NEITHER: 0.5}]) == [BOTH, NEITHER]


def test_a_list_is_right_where_it_holds_those_who_are_both():
    judged = [(BOTH, {ACTOR: 0.3, RECIPIENT: 0.1, NEITHER: 0.1, BOTH: 0.5})]
    assert casting.all_right(ACTS, judged) == pytest.approx(0.8)
    assert casting.all_right(SUFFERS, judged) == pytest.approx(0.6)


def test_the_model_sees_what_an_act_is_like_whoever_does_it():
    text = "Riot police in Lima arrested activist Maria Lopez on Monday."
    assert {"subject police", "somebody after", "COERCE before"} <= seen(text, "COERCE", "PE")
    assert "somebody before" not in seen(text, "COERCE", "PE")
    assert "subject lima" not in seen(text, "COERCE", "PE")
    assert "future" in seen("Peru will expel the ambassador of Chile.", "SANCTION", "PE")


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Peru says Chile moved two frigates into the strait.", "en", ("CL",)),
        ("Peru said on Monday that Chilean marines had seized the island.", "en", ("CL",)),
        ("Peru said on Monday that its marines had seized the island.", "en", ("PE",)),
        ("Peru cho biết Chile đưa hai tàu chiến vào eo biển.", "vi", ("CL",)),
        ("Peru khẳng định tàu chiến Chile đã xâm nhập lãnh hải.", "vi", ("CL",)),
        ("Peru cho biết đã đưa hai tàu chiến vào eo biển.", "vi", ("PE",)),
    ],
)
def test_who_only_tells_what_another_does_is_not_its_actor(text, language, actor):
    assert happening("", text, language=language).actor == actor


def test_who_says_it_accuses_where_the_words_said_name_no_accusation():
    read = passage("", "Lima says Chilean trawlers empty its waters.")
    sentence, act = event_types.act_of("ACCUSE", read)
    actor, recipient = roles.read(sentence, act, read, read.text, read.mentions, "en")
    assert [value for value, _ in actor] == ["PE"]
    assert [value for value, _ in recipient] == ["CL"]


def test_a_body_in_the_name_of_its_office_is_no_party():
    reading = happening("", "The Office of the UN High Commissioner for Human Rights condemned a raid in Togo.")
    assert reading.actor == ("OHCHR",)
    assert "UN" not in reading.recipient


def test_a_leader_stands_for_the_country_whose_he_is_but_a_victim_for_none():
    read = passage("", "Chile's Mario Vega met Peru's premier Ana Torres. Kenya killed militia leader Ali Hassan.")
    value = Phrases(read.text, read.mentions, "en").value
    stands_for = {mention.value: value(mention) for mention in read.mentions if mention.kind == "person"}
    assert stands_for == {"Mario Vega": "CL", "Ana Torres": "PE", "Ali Hassan": None}


def test_a_march_or_an_arrest_where_nobody_acts_by_name_is_of_the_country_s_own():
    found = event_types.TypeReading(EventType.PROTEST)
    home = Mention(0, 4, "country", "TG")
    assert event_types.done_at_home(found, [home]).recipient == ("TG",)
    assert event_types.done_at_home(replace(found, type=EventType.AID), [home]).recipient == ()
    assert event_types.done_at_home(replace(found, recipient=("GH",)), [home]).recipient == ("GH",)


@pytest.mark.parametrize(
    ("text", "kind", "party", "sees", "not_seen"),
    [
        ("Togo's premier met lenders in Porto.", "CONSULT", "PT", {"CONSULT after in town", "only towns"}, ""),
        ("Togo's premier met lenders in Portugal.", "CONSULT", "PT", {"CONSULT after in party"}, "only towns"),
        ("Togo's premier met lenders in Portugal, in Porto.", "CONSULT", "PT", {"form name"}, "only towns"),
        ("Chad's army shot down a Turkish drone.", "ASSAULT", "TR", {"after form adj"}, "only towns"),
        ("Chad's army attacked Turkey's drones.", "ASSAULT", "TR", {"after form name"}, "after form adj"),
        ("The UN called on Chad to free two men.", "REQUEST", "UN", {"REQUEST is UN"}, "form name"),
        ("The UN called on Chad to free two men.", "REQUEST", "TD", {"form name"}, "is TD"),
    ],
)
def test_the_model_sees_whether_a_country_is_named_or_only_a_town_in_it(text, kind, party, sees, not_seen):
    own = seen(text, kind, party)
    assert sees <= own
    assert not_seen not in own


def test_the_model_sees_what_else_a_party_does_and_how_many_there_are():
    text = "Peru arrested two men on Monday. Chile condemned the arrests and sent Peru a note."
    assert {"COERCE does ACCUSE", "COERCE of 2"} <= seen(text, "COERCE", "CL")
    assert "does ACCUSE" not in seen(text, "COERCE", "PE")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mali's envoy Issa Diarra landed in Kampala.\n\nDiarra met with Uganda's president on Friday.", ["ML"]),
        ("The miner Issa Diarra landed in Kampala.\n\nDiarra met with Uganda's president on Friday.", []),
    ],
)
def test_a_person_acts_for_the_country_that_another_passage_gives_him(text, actor):
    names = Names(Vocabulary()).read(text, "en")
    begin = text.index("Diarra met")
    body = [Span(begin, len(text))]
    read = Reading(text, None, body, names.within(body), "en", names.country_of)
    sentence, act = event_types.act_of("CONSULT", read)
    found = roles.read(sentence, act, read, text, read.mentions, "en", read.country_of)
    assert [value for value, _ in found[0]] == actor


def test_the_model_sees_the_verb_and_what_subject_and_object_mean():
    own = seen("Peru's police arrested forty strikers on Monday.", "COERCE", "PE")
    assert "COERCE verb arrested" in own
    assert any(trait.startswith("COERCE object of ") for trait in own)
    assert any(trait.startswith("COERCE subject of ") for trait in own)
    assert not any(trait.startswith("object of ") for trait in seen("Peru's police arrested him.", "COERCE", "PE"))
