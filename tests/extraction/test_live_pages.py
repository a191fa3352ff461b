"""Live pages, pages of stamped teasers, and what stands between their entries."""

import datetime

from events.extraction.records import Reason
from tests.extraction.reading import assert_tiled, printed, read_text, set_aside, titles

NUMBERED = """Summary

  • Two drones hit the port of Odesa before dawn, and a grain store burned down

  • Ukraine blames Russia, and asks the council in New York to meet

  • Moscow says that it struck a depot of the navy

  • Turkey offers to send engineers, and Romania closes its side of the river

  • Grain prices rise in Chicago and Paris

  • The mayor tells people to stay at home until noon

  1. Turkey 'ready to repair quays' - Fidanpublished at 11:20 Greenwich Mean Time 3 March 2024
    Breaking

    Turkey's foreign minister, Hakan Fidan, says his country will send engineers to Odesa as soon as Ukraine asks.

    He says the quays could be repaired "in a month".

  2. Romania closes crossing on Danubepublished at 10:44 Greenwich Mean Time 3 March 2024

    Firemen stand beside a grain store near the port on March 3, 2024Image source, EPA

    Romania has closed the ferry at Isaccea until Tuesday, its border police say.

  3. Council to meet on Mondaypublished at 10:02 Greenwich Mean Time 3 March 2024

    The Security Council will meet on Monday, Japan's ambassador to the United Nations says.

    Media caption,

    Smoke over the harbour as boats leave the quays

  4. Odesa mayor lifts warningpublished at 09:51 Greenwich Mean Time 3 March 2024

    The mayor of Odesa, Hennadiy Trukhanov, has told people that they may leave their homes again.
"""

AGO = """Live updates

Storm over the Philippines

By Ann Lee and Bo Cruz, The Herald
less than 1 min ago

Manila opens stadiums to families from the coast

The mayor of Manila said that the stadiums would be open to families from the coast all night.

4 min ago

Airlines cancel flights to Cebu

Two airlines of the Philippines cancelled all flights to Cebu on Friday.

12 min ago

Japan offers ships

Japan's government has offered two ships of its coast guard to bring food to Samar.

25 min ago

Storm passes Samar

The storm passed Samar at noon and took the roofs off four schools, the Red Cross said.
"""

STAMPED = """Harbour News, in Spanish

Colonia, May 4th 2021 - 10:02 UTC

  • Tuesday, May 4th 2021 - 09:10 UTC

    Uruguay buys two patrol boats from Portugal

    The boats served off the Azores for thirty years

    Uruguay's Navy signed a contract in Lisbon on Monday for two patrol boats, which are to arrive before the winter.

  • Monday, May 3rd 2021 - 20:41 UTC

    Chile's senate votes to lower fees of pension funds

    Senator Jane Roe defended the bill

    The Senate of Chile passed a bill on Monday that lowers the fees of the pension funds, against the government.

  • Monday, May 3rd 2021 - 18:20 UTC

    Paraguay asks Brazil for fair prices

    “We want what is ours”, said the minister.

    Paraguay's minister of energy, John Doe, asked Brazil on Monday to pay the market's price for the power of Itaipu.
"""


def test_entries_of_a_live_page_are_items_with_their_headlines():
    extraction = read_text(NUMBERED)
    assert [title and title[:7] for title in titles(extraction)] == ["Turkey ", "Romania", "Council", "Odesa m"]
    assert "stay at home until noon" in set_aside(extraction, Reason.SUMMARY)[-1]
    captions = " ".join(set_aside(extraction, Reason.CAPTION))
    assert "Firemen stand" in captions
    assert "Smoke over" in captions
    assert_tiled(extraction)


def test_entries_of_a_live_page_are_parted_by_how_long_ago_they_were_written():
    assert [title.split()[0] for title in titles(read_text(AGO))] == ["Manila", "Airlines", "Japan", "Storm"]


def test_ages_of_teasers_on_a_page_that_is_not_live_part_nothing():
    page = AGO.replace("Live updates", "Asia").replace(
        "By Ann Lee and Bo Cruz, The Herald\nless than 1 min ago\n\n", ""
    )
    assert "Manila" in read_text(page).events[0].text


def test_a_line_between_headline_and_text_of_stamped_items_is_no_text():
    extraction = read_text(STAMPED)
    assert len(extraction.events) == 3
    assert len(set_aside(extraction, Reason.SUMMARY)) == 3
    assert not any("Azores" in event.text or "what is ours" in event.text for event in extraction.events)


def test_a_story_goes_on_behind_a_reporters_name_that_stands_in_it():
    extraction = read_text(
        "Ghana sends troops to the border with Togo\n\n"
        "Ghana's army moved four companies to the border with Togo on Monday, General Kofi Mensah said in Accra.\n\n"
        "Togo's government in Lomé called the move a surprise and asked Ghana for talks.\n\n"
        "The generals of Ghana and Togo had met in May, after shots were fired at a lorry.\n\n"
        "Jane Roe\n\n"
        "General Kofi Mensah told me that the companies would stay for a month, and that Togo had been told.\n\n"
        "In Lomé the minister of defence of Togo said that nobody in Accra had told him anything.\n"
    )
    assert not set_aside(extraction, Reason.TEASER)


def test_what_stands_between_a_headline_and_its_second_printing_is_a_menu():
    extraction = read_text(
        "Herald Media\nNiger and Benin agree to open the bridge at Malanville\nSections\nFeatured\nHow a farm in Kent "
        "lost its bees - and its name\nMotors\nHow a farm in Kent lost its bees - and its name\nMoney\nSchools told "
        "to buy fewer screens\nWorld\nSchools told to buy fewer screens\nPictures\nMarch 4, 2025 / 6:41 PM\n\nNiger "
        "and Benin agree to open the bridge at Malanville\n\nCOTONOU, March 4 - Niger and Benin agreed on Tuesday to "
        "open the bridge at Malanville to lorries, their foreign ministers said.\n\nThe bridge has been closed since "
        "the coup of July 2023, which Benin condemned.\n\nLorries are to cross from Friday, the ministers of Niger "
        "and Benin said.\n"
    )
    assert len(extraction.events) == 1
    assert "Kent" not in extraction.events[0].text


def test_pictures_that_an_agency_hands_on_are_captions_however_much_they_tell():
    told = (
        "Ministers of five countries meet on the ceasefire in Amman, Jordan, Oct. 2, 2025. The ministers discussed "
        "the crossings and a force of observers, as strikes went on in the south. Jordan's foreign minister was the "
        "host of the meeting, to which Egypt, Qatar, Turkey and the Emirates had been invited at the end of last "
        "week, and which ended without a statement. {}"
    )
    for credit in ("(Foreign Ministry of Jordan/Handout via Xinhua)", "(Xinhua/Jane Roe)"):
        extraction = read_text(
            f"News in brief: October 3\n\n{told.format(credit)}\n\n* Chile's president signed the law on water on "
            f"Thursday."
            "\n\n* Kenya sent a second battalion to Haiti on Thursday.\n\n* Nepal's parliament was dissolved on "
            "Thursday.\n"
        )
        assert len(extraction.events) == 3
        assert len(set_aside(extraction, Reason.CAPTION)) >= 1


def test_a_picture_told_from_the_left_is_a_caption_however_long():
    names = ", ".join(f"Minister Number{chr(65 + n)} Longname of the Republic" for n in range(9))
    extraction = read_text(
        f"Ministers meet in Lausanne\n\n© REUTERS / Jane Roe/Pool(From L-R), {names}, speak at a table\n"
        f"(From L-R), {names}, speak at a table - Herald International\nThe foreign ministers of Iran and Iraq "
        f"agreed in "
        "Lausanne on Saturday to meet again in Baghdad within a week.\n\nIran's minister said that the talks had been "
        "open, and Iraq's minister thanked the hosts.\n"
    )
    assert len(extraction.events) == 1
    assert "Numbera" not in extraction.events[0].text.title()


def test_names_of_a_pages_script_and_lines_that_only_count_are_furniture():
    extraction = read_text(
        "44 articles gathered\n"
        "Togo votes on a new constitution\n"
        "Togo's parliament voted on Monday for a constitution without direct elections.\n"
        "150 articles gathered\n"
        "Peru's cabinet resigns over the budget\n"
        "Peru's cabinet resigned on Monday after the budget had failed in Congress.\n"
        "71 articles gathered\n"
        "Norway opens a mine under the sea\n"
        "Norway's government opened the first mine under the sea on Monday.\n\n"
        "  • small-screen-and-phone\n"
        "  • wide-screen\n"
        "  • wide-screen-and-larger\n"
    )
    assert len(extraction.events) == 3
    assert not any("gathered" in event.text or "screen" in event.text for event in extraction.events)


def test_a_latitude_is_no_weather():
    extraction = read_text(
        "* Fleet fishes from 34°S to 55°S off Argentina, navy says\n* Ghana cuts fuel tax before the vote\n"
        "* Nepal bans flights at night\n* Accra 31°C Sunny\n"
    )
    assert "34°S" in extraction.events[0].text
    assert len(extraction.events) == 3


MINUTES = (
    ("14:55", "Georgia closes its airspace to military cargo for both neighbours"),
    ("14:40", "Iran's president offers to mediate and calls for a truce"),
    ("14:22", "Army: drone over the border for twenty minutes, complaint sent to the UN"),
    ("14:10", "Kazakhstan urges both to stop, ready to help with talks"),
    ("13:58", "Airline of Azerbaijan cancels all flights till Wednesday"),
    ("13:40", "Health ministry of Armenia asks for blood in three towns"),
)


def test_headlines_behind_the_minute_they_were_written_are_items():
    for sign in (" – ", " * "):
        page = "\n\n".join(sign.join(entry) for entry in MINUTES)
        extraction = read_text(
            f"The border war minute by minute\n\nMonday, 28 September\n\n{page}\n\nBack to the top\n"
        )
        assert titles(extraction) == [headline for _, headline in MINUTES]


def test_headlines_over_their_source_and_length_are_items_below_a_list_of_others():
    listed = printed(MINUTES[:3], "- {1} (Radio Mogadishu)\n")
    news = (
        (
            "Elders of Hiraan demand a seat at the meeting",
            90,
            "Elders of four clans asked the premier on Tuesday for a seat at the meeting in Baidoa.",
        ),
        (
            "Porters at the airport stop work",
            91,
            "Porters at the airport of Mogadishu stopped work for a day on Tuesday.",
        ),
        (
            "Uganda says sorry for a raid on students",
            92,
            "Uganda's chief of police said sorry on Monday for a raid on students from Somalia.",
        ),
    )
    told = printed(news, "{}\n18 Mar – Source: Radio Kismayo – {} words\n{}\n")
    extraction = read_text(f"Daily Monitoring Report\nKey Headlines\n{listed}SOMALI MEDIA\n{told}")
    assert titles(extraction)[-3:] == [headline for headline, *_ in news]


def test_an_arrow_in_front_of_sentences_is_the_pages_bullet():
    extraction = read_text(
        "THE WORLD IN A MINUTE\n"
        "SHOTS\n"
        "➤ Poland downed nine drones that had crossed from Belarus.\n"
        "➤ Nepal's army took charge of the streets of Kathmandu.\n"
        "➤ Fighters killed sixty mourners in North Kivu.\n"
        "DEALS\n"
        "➤ Mexico put duties of half their price on cars from China.\n"
        "➤ Ethiopia opened its dam on the Nile.\n"
    )
    assert len(extraction.events) == 5


def test_longer_names_of_countries_are_headings_and_no_headlines():
    extraction = read_text(
        "Briefs\n\n"
        "Cook Islands\n\nNew Zealand has paused its payments to the Cook Islands.\n\n"
        "Federated States of Micronesia\n\nPresident Wesley Simina has welcomed Japan's new crane at Weno.\n\n"
        "Marshall Islands\n\nFire destroyed the parliament in Majuro.\n\n"
        "Papua New Guinea\n\nAustralia's prime minister signed a statement in Port Moresby.\n\n"
        "Solomon Islands\n\nThe government barred all partners from the meeting of leaders in Honiara.\n"
    )
    assert len(extraction.events) == 5
    assert extraction.events[1].text.startswith("President")


def test_the_day_with_its_year_in_a_dateline_belongs_to_it():
    extraction = read_text(
        "Dakar, March 4, 2013–Police held a printer for a night over a leaflet against the mayor.\n\n"
        "Quito, March 5, 2013–A judge closed a radio station in Loja for want of a licence.\n\n"
        "Baku, March 6, 2013–Two reporters were beaten at a rally in Quba, their editors said.\n"
    )
    assert [event.text.split()[0] for event in extraction.events] == ["Police", "A", "Two"]


def test_a_credit_between_a_stamp_and_a_text_with_a_dateline_heads_nothing():
    told = (
        ("Ferry sinks off Labuan", "KOTA KINABALU: A ferry with forty people on board sank off Labuan on Sunday."),
        ("Court frees three miners", "LA PAZ: A court in Oruro freed three miners held since the strike of January."),
        ("Bridge opens at Rosso", "DAKAR: The bridge between Senegal and Mauritania opened to lorries on Monday."),
        ("Storm closes port of Galle", "COLOMBO: A storm closed the port of Galle on Monday, and ships turned back."),
    )
    cards = printed(told, "{}\nUpdated 2 March 2015   REUTERS\n{}\n")
    assert titles(read_text(f"THE GULF HERALD\nWorld\n{cards}")) == [headline for headline, _ in told]


def test_headlines_below_texts_that_end_in_their_agency_are_no_standfirsts():
    told = (
        (
            "Quake shuts harbour of Ambon",
            "AMBON – A quake shut the harbour of Ambon on Friday, the mayor said. – (AFP)",
        ),
        ("Premier of Nauru steps down", "YAREN – The premier of Nauru stepped down after a vote on his budget."),
        ("Lorries wait at Beitbridge", "HARARE – Lorries waited for a third day to cross. – (PA)"),
        ("Kosovo votes for mayors", "PRISTINA – Kosovo votes for the mayors of 38 towns on Sunday."),
        ("Oslo buys six ships", "OSLO – Norway's navy bought six ships from Bergen. – (NTB)"),
        ("Tides flood Jakarta's port", "JAKARTA – Tides flooded the port for a day."),
        ("Chile lifts curfew in Arauco", "SANTIAGO – Chile lifted the curfew in Arauco. – (EFE)"),
        ("Miners of Jos return to work", "JOS – The miners of Jos went back to work with half their pay."),
    )
    page = printed(told, "{}\n{}\n\n")
    assert titles(read_text(f"World in short\n\n{page}")) == [headline for headline, _ in told]


def test_what_a_live_page_tells_by_the_hour_happened_on_its_day():
    page = """\
The Coast Herald

LIVE: Dockers' march in Valparaiso, May 14
By the news desk
14 May 2024 - 08:05

18:40 pm: Port reopens
The port authority says that the first crane is back at work and thanks the mayor for his patience.

16:10 pm: Talks begin
Chile's labour minister receives four of the dockers at his office, says a spokesman for the union.

13:25 pm: Gate blocked
Police in Chile fire tear gas at some two hundred men who had chained themselves to the northern gate.

09:50 am: March sets out
The dockers' union says that three thousand people have set out from the customs house for the port.

08:15 am: Shops shut
Chile's chamber of commerce tells its members along the route to keep their shutters down until noon.
"""
    found = read_text(page, uploaded_on=datetime.date(2024, 5, 16))
    assert found.document.published == datetime.date(2024, 5, 14)
    assert len(found.events) >= 4
    assert {event.date for event in found.events} == {datetime.date(2024, 5, 14)}
