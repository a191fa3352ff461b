"""People in English sentences."""

import pytest

from events.extraction.names import names_for
from events.extraction.records import Span, Vocabulary
from tests.extraction.names_builders import mentions, values

SENTENCES = [
    (
        "Russian Foreign Minister Sergey Lavrov met his North Korean counterpart Choe Son Hui.",
        "Sergey Lavrov|Choe Son Hui",
    ),
    ("Chinese Premier Li Qiang received Kazakh President Kassym-Jomart Tokayev.", "Li Qiang|Kassym-Jomart Tokayev"),
    ("South Korea's deputy minister Kim Hong-kyun called.", "Kim Hong-kyun"),
    (
        "Egyptian President Abdel Fattah al-Sisi welcomed Crown Prince Mohammed bin Salman.",
        "Abdel Fattah al-Sisi|Mohammed bin Salman",
    ),
    (
        "European Commission chief Ursula von der Leyen thanked President Lula da Silva.",
        "Ursula von der Leyen|Lula da Silva",
    ),
    ("Pentagon spokesman Maj. Gen. Pat Ryder said the drill was over.", "Pat Ryder"),
    ("US Vice President JD Vance flew home.", "JD Vance"),
    ("The interior minister, Tadeusz Nowicki, resigned.", "Tadeusz Nowicki"),
    ("Dr. Aino Virtanen of the institute warned of floods.", "Aino Virtanen"),
    ("Actress Betty White died.", "Betty White"),
    ("Prime Minister Modi's visit ended.", "Modi"),
    ("UN chief Antonio Guterres and Pope Francis spoke by phone.", "Antonio Guterres|Francis"),
    ("Winger Chad Owens-Pryce scored twice.", "Chad Owens-Pryce"),
    ("Putin Warns West Over Missiles", "Putin"),
    ("Zuma survives a vote of no confidence", "Zuma"),
    ("On Monday Lavrov said that the talks had failed.", "Lavrov"),
    ("Medvedev won in five sets.", ""),
    ("Israeli Defense Minister Israel Katz spoke.", "Israel Katz"),
    # not people
    ("The Admiral Golovko destroyer left port.", ""),
    ("The Northern Fleet tested a Global Hawk over the Barents Sea.", ""),
    ("The Security Council met in the General Assembly Hall.", ""),
    ("The Foreign Ministry summoned the envoy of Great Britain.", ""),
    ("On Monday the Supreme Court ruled.", ""),
    ("Prime Minister Visits Flooded Towns", ""),
    ("President Cancels Trip Over Budget Talks", ""),
    ("Air Force One landed at Andrews Air Force Base.", ""),
    ("Storm Daniel killed nine.", ""),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_people_of_an_english_sentence(sentence, people):
    assert values(sentence, "en", "person") == [name for name in people.split("|") if name]


def test_a_later_short_mention_gets_the_full_name():
    text = "Foreign Minister Marta Oliveira arrived.\nMs. Oliveira later met envoys. Oliveira said talks went well."
    assert values(text, "en", "person") == ["Marta Oliveira"]
    assert len(mentions(text, "en", "person")) == 3


def test_a_short_mention_in_the_headline_gets_the_full_name_of_the_body():
    text = "Lavrov: no talks this year\nRussian Foreign Minister Sergei Lavrov ruled out talks."
    assert values(text, "en", "person") == ["Sergei Lavrov"]


def test_two_spellings_of_one_person_are_one():
    text = "Foreign Minister Sergey Lavrov spoke on Monday.\nOn Friday Russia's Sergei Lavrov left."
    assert len(values(text, "en", "person")) == 1


def test_two_people_with_one_surname_stay_two():
    text = "President Bill Clinton and Secretary of State Hillary Clinton waved."
    assert values(text, "en", "person") == ["Bill Clinton", "Hillary Clinton"]


def test_a_surname_that_comes_first_is_resolved():
    text = "North Korean Foreign Minister Choe Son Hui landed.\nForeign Minister Choe spoke to reporters."
    assert values(text, "en", "person") == ["Choe Son Hui"]


def test_a_person_that_is_also_a_place_is_no_country():
    assert values("Jordan Bardella spoke in Lille.", "en", "country") == ["FR"]


def test_the_country_of_an_office_holder_is_known():
    names = names_for(Vocabulary()).read("Peruvian Foreign Minister Ana Salas met Emmanuel Macron.", "en")
    assert (names.country_of("Ana Salas"), names.country_of("Emmanuel Macron")) == ("PE", "FR")
    assert names.country_of("Nobody Known") is None


def test_an_empty_document_has_no_names():
    assert names_for(Vocabulary()).read("", "en").within([Span(0, 0)]) == []


def test_a_name_that_the_words_around_place_is_no_person():
    text = "Crowds gathered in Anand Vihar, and near Wang Kelian. They have confidence in Anita Verma, who spoke."
    assert values(text, "en", "person") == ["Anita Verma"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Defector Thae Yong-ho won a seat in the south of the city.", "Thae Yong-ho"),
        ("Chief minister R. K. Varadan wrote to the capital on Monday.", "R. K. Varadan"),
        ("The letter was signed by Orval E. Hutchins on Monday.", "Orval E. Hutchins"),
        ("A court freed Qorbal al-Badri on Monday after two years.", "Qorbal al-Badri"),
        ("On Monday the commission led by Ottmar Quendt asked for more time.", "Ottmar Quendt"),
        ("The police have yet to find Somvang Keolath, an activist from the north.", "Somvang Keolath"),
        ("He was guilty, the court said, of the death of Tirza Oostveld.", "Tirza Oostveld"),
        ("On Monday Xavko Petrenashvili was sworn in as the governor.", "Xavko Petrenashvili"),
        ("The ministry of external affairs said that External Affairs had no comment.", ""),
        ("Goldman Sachs and Morgan Stanley cut jobs after Thomas Cook collapsed.", ""),
        ("The Jose Marti airport and the John Hopkins hospital reopened on Monday.", ""),
        ("On Monday the USS Gerald R. Quill left its port for the last time.", ""),
    ],
)
def test_full_names_are_told_by_their_form_and_by_the_words_around(sentence, people):
    assert values(sentence, "en", "person") == [name for name in people.split("|") if name]


def test_a_name_broken_over_two_lines_is_written_on_one():
    text = "On Monday the ministers of the two countries shook hands with Anna\nvan der Meer, who opened the talks."
    assert values(text, "en", "person") == ["Anna van der Meer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister of Agriculture and Rural Development Le Van Nam flew to Maputo. Nam met farmers.", ["Le Van Nam"]),
        ("The envoy for the Horn of Africa Xue Ping came on Thursday. Xue praised the talks.", ["Xue Ping"]),
        ("Genaro Ibarra Luna, once Mexico's security minister, was found guilty.", ["Genaro Ibarra Luna"]),
        ("Andro Kalvelo, Madagascar's president, has set a day for the vote.", ["Andro Kalvelo"]),
        ("The tug tows the drifting tanker Aurora Dawn. The Marina Rossi is late.", []),
        ("Foreign Minister Sara Araghchi spoke. Minister Araqghchi left later.", ["Sara Araghchi"]),
        ("The Prime Minister and the Deputy Prime Minister met the Foreign Minister.", []),
        ("Police sealed Wang Keli, a hamlet in Perlis.", []),
    ],
)
def test_names_are_told_by_what_stands_around_them(text, expected):
    assert values(text, "en", "person") == expected


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Fighters entered Ras al-Ayn and Umm al-Fahm.", []),
        ("Foreign Minister A.K. Abdul Momen denied it.", ["A.K. Abdul Momen"]),
        ("Panama's comptroller, Anel Flores, objected.", ["Anel Flores"]),
        ("Peru, Chile Mark Out Sea Border After Court Ruling", []),
        ("Lima's Former Governor Endorses Rival", []),
        ("Kenyan Judge Sends Five Smugglers to Prison", []),
        ("The city's Chief Executive Carrie Lam spoke.", ["Carrie Lam"]),
        ("Army Chief of Staff Nimal Perera resigned.", ["Nimal Perera"]),
        ("The Chief of the General Staff said so.", []),
        ("The head of the Executive Board said so.", []),
    ],
)
def test_places_initials_and_offices_are_told_from_people(sentence, names):
    assert values(sentence, "en", "person") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("She signed with Minister of Governance Raphael Trotter a memorandum.", ["Raphael Trotter"]),
        ("Minister for Home Affairs Sumith Ranasinghe arrived.", ["Sumith Ranasinghe"]),
        ("The Secretary of State Antony Blinken spoke.", ["Antony Blinken"]),
        ("The Minister of Kenya Power Company was told.", []),
        ("Minister of Foreign Affairs of Mongolia B.Munkhjargal received Ann Smith.", ["B.Munkhjargal", "Ann Smith"]),
        ("Speaker G.Zandansuren and MP Ts.Elbegsaikhan spoke.", ["G.Zandansuren", "Ts.Elbegsaikhan"]),
        ("Police said that Temur Gvazaia had fled.", ["Temur Gvazaia"]),
        ("Guards said that Temur Gvazaia was poisoned.", ["Temur Gvazaia"]),
        ("The Nordic Star was towed to Riga.", []),
    ],
)
def test_what_a_minister_is_over_and_initials_glued_to_a_name_are_told_apart(sentence, names):
    assert values(sentence, "en", "person") == names
