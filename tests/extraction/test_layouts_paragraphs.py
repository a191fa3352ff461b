"""Round-ups without any sign: a paragraph is an item, unless it points back to the one before."""

from .reading import assert_faithful, assert_tiled, headings, read_text

TEXT = """World news in brief, March 5, 2025

Europe

Norway and Latvia signed a treaty on fishing in Oslo on Tuesday, the two foreign ministers said in a statement.

They said that the talks would go on in Riga in April, and that both sides wanted a longer treaty for the Baltic.

France recalled its ambassador to Niger on Monday after the arrest of two of its citizens in Niamey, the ministry said.

Asia

Japan sent a rescue team to Nepal on Monday after an earthquake destroyed hundreds of houses near Pokhara.

They will stay for two weeks and bring tents and medicine to the villages in the mountains around the city.

Vietnam opened a new port for container ships in Hai Phong on Tuesday, the prime minister said at the ceremony there.

India tested a long-range missile off the coast of Odisha on Wednesday, the defence ministry in New Delhi said.
"""


def test_each_paragraph_is_an_event_with_those_that_point_back_to_it():
    extraction = read_text(TEXT)
    assert [(event.text.split()[0], event.text.count("\n"), str(event.region)) for event in extraction.events] == [
        ("Norway", 1, "europe"),
        ("France", 0, "europe"),
        ("Japan", 1, "asia-pacific"),
        ("Vietnam", 0, "asia-pacific"),
        ("India", 0, "asia-pacific"),
    ]
    assert headings(extraction)[-2:] == ["Europe", "Asia"]
    assert_tiled(extraction)
    assert_faithful(extraction)


GAPS = """Island briefs

Palau has signed a fishing agreement with Nauru after two years of talks in Koror.

The minister said the boats would sail under both flags.


Police in Tonga have arrested six men over the burning of a sawmill on Eua.

Commissioner Sione Taufa says the owners had complained for months.


The World Bank has approved a grant of nine million dollars for a sea wall in Kiribati.

Works are due to start next year.


Nurses in Samoa have called off their strike after the cabinet raised their pay.

Many of them had walked out on Monday.
"""


def test_paragraphs_closer_to_each_other_than_to_the_next_are_one_item():
    extraction = read_text(GAPS)
    assert [event.text.split()[0] for event in extraction.events] == ["Palau", "Police", "The", "Nurses"]
    assert all(event.text.count("\n") == 1 for event in extraction.events)
    assert_tiled(extraction)


def test_paragraphs_of_one_report_stay_one_whatever_stands_between_them():
    report = GAPS.replace("Palau", "Tonga").replace("The World Bank has", "Tonga has").replace("in Samoa", "in Tonga")
    assert len(read_text(report.replace("Island briefs", "Tonga signs and strikes")).events) < 4


LED_ON = """Top Africa stories: Benin, Malawi

Benin's opposition leader kept from leaving the country

Officers stopped Amos Dossou at the airport of Cotonou on Monday, his party said.

His passport had been withdrawn a week before.

For more on this story here

Malawi sends home 30 Ethiopians found in a lorry

Malawi deported 30 migrants from Ethiopia on Tuesday, the police said.

They had been found in a lorry near Karonga.

Read more on this story here

Dockers of Djibouti strike over their wages

Four hundred dockers laid down work in Djibouti on Thursday.

The port said that it would pay them at once.

For more on this story here

Angola closes its schools as cholera spreads

Angola shut all schools in the province of Uige on Friday.

A doctor said that the wells had been flooded.

For more on this story here
"""


def test_words_that_lead_on_from_each_item_part_the_page_whatever_they_are():
    extraction = read_text(LED_ON)
    assert [event.text.split()[0] for event in extraction.events] == ["Benin's", "Malawi", "Dockers", "Angola"]
    assert "passport had been withdrawn" in extraction.events[0].text
    assert not any("on this story" in event.text for event in extraction.events)


REPORT = """Benin's opposition leader kept from leaving the country

Officers stopped Amos Dossou at the airport of Cotonou on Monday, his party said.

Read more on Benin here

His passport had been withdrawn a week before, according to his lawyer.

Read more on Benin here

Dossou had wanted to see a doctor in Paris, the lawyer said.

Read more on Benin here

The interior ministry did not comment.

Read more on Benin here
"""


def test_words_between_the_paragraphs_of_a_report_part_nothing():
    assert len(read_text(REPORT).events) == 1


COUNTRIES = """Island news

JAMAICA

Police in Kingston have seized two boats with cocaine.

Superintendent Roy Clarke said four men from Honduras were held.

BARBADOS

Nurses walked off the job on Monday over unpaid overtime.

The union said that talks with the ministry had broken down.

HAITI

A boat with 60 migrants sank off Cap-Haitien on Sunday.

Canada has sent divers to help with the search.

GUYANA

The parliament passed a law on oil revenues.

Opposition members left the chamber before the vote.
"""


def test_single_sentences_under_each_country_are_one_item():
    assert [event.text.count("\n") for event in read_text(COUNTRIES).events] == [1, 1, 1, 1]


def test_longer_paragraphs_under_a_country_are_items_of_their_own():
    longer = COUNTRIES.replace("The union said", "Fiji sent help. It was flown out on Friday. Bridgetown said")
    longer = longer.replace("Canada has sent", "Canada is sorry. It was told on Sunday. Ottawa has sent")
    assert len(read_text(longer).events) > 4


def test_items_of_one_short_sentence_are_items():
    text = (
        "World news in brief\n\nPeru sacks its interior minister over riots.\n\nJapan and Fiji sign a defence accord."
    )
    text += "\n\nA court in Kenya blocks a mission to Haiti.\n\nGreece fights a blaze near the city of Athens.\n"
    assert len(read_text(text).events) == 4
