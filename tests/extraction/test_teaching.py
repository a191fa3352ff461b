"""What editors taught decides: phrases the type, headings the region, spellings the name; and it is said so."""

import datetime

from events.extraction import extract
from events.extraction.records import EventType, NamedAlias, Region, TaughtHeading, TaughtPhrase, Vocabulary
from events.extraction.teaching import fold, fold_heading

ROUND_UP = """ASIA

* Japanese ships hold drills off Luzon: Japan sent four ships to waters near Luzon on Tuesday, officials in Manila \
said. (NHK)

* Freedonia and Norway meet in Oslo: The foreign minister of Freedonia sat down with his counterpart of Norway on \
Tuesday. (AP)

* Heavy rain expected in Norway: The weather service sees rain over the coast until the end of the week. (AP)
"""


def read(text=ROUND_UP, **vocabulary):
    result = extract(
        text.encode(), name="", uploaded_on=datetime.date(2026, 11, 20), vocabulary=Vocabulary(**vocabulary)
    )
    return result.events


def evidence_of(event, field, text=ROUND_UP):
    return [
        (None if one.start is None else text[one.start : one.end], one.rule)
        for one in event.evidence
        if one.field == field
    ]


def test_a_phrase_decides_where_it_gave_the_type():
    assert read()[0].type not in (None, EventType.PROTEST)
    taught = read(phrases=(TaughtPhrase("Hold  drills", EventType.PROTEST),))
    assert [event.type for event in taught] == [EventType.PROTEST, *(event.type for event in read()[1:])]
    assert evidence_of(taught[0], "type") == [("hold drills", "taught")]
    assert taught[0].actor == read()[0].actor


def test_a_phrase_that_tells_of_no_act_leaves_nobody_acting():
    taught = read(phrases=(TaughtPhrase("hold drills", None),))[0]
    assert (taught.type, taught.actor, taught.recipient) == (None, (), ())
    assert evidence_of(taught, "type") == [("hold drills", "taught")]


def test_a_phrase_gives_a_type_to_a_passage_that_had_none():
    assert read()[2].type is None
    taught = read(phrases=(TaughtPhrase("heavy rain expected", EventType.THREATEN),))
    assert taught[2].type is EventType.THREATEN


def test_a_phrase_elsewhere_in_the_passage_decides_nothing():
    assert read(phrases=(TaughtPhrase("officials in Manila", EventType.ASSAULT),)) == read()


def test_the_longest_phrase_decides():
    phrases = (TaughtPhrase("drills", EventType.ASSAULT), TaughtPhrase("hold drills", EventType.COOPERATE))
    assert read(phrases=phrases)[0].type is EventType.COOPERATE


def test_diacritics_count():
    assert fold("BẮN,  phá") == "bắn phá" != fold("bàn phá")


def test_a_heading_gives_its_region_to_all_below():
    taught = read(headings=(TaughtHeading("Asia", Region.AMERICAS),))
    assert {event.region for event in taught} == {Region.AMERICAS}
    assert evidence_of(taught[0], "region") == [("ASIA", "taught")]


def test_a_heading_is_known_with_any_bullet_or_number():
    assert fold_heading("** 2. Ngoài kia:") == fold_heading("NGOÀI KIA") == "ngoài kia"


def test_a_spelling_that_was_taught_is_said_so():
    taught = read(aliases=(NamedAlias("country", "Freedonia", "SE"),))[1]
    assert taught.countries == ("SE", "NO")
    assert evidence_of(taught, "countries")[0] == ("Freedonia", "taught")
    assert evidence_of(taught, "countries")[1][1] is None


def test_without_lessons_nothing_changes():
    assert read() == extract(ROUND_UP.encode(), name="", uploaded_on=datetime.date(2026, 11, 20)).events
