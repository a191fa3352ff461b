"""Pages of desks and blogs: briefs under headlines, bullets beside datelines, headlines cut to a width, appeals."""

from tests.extraction.reading import headings, read_text, titles


def test_headlines_over_several_paragraphs_are_items_where_the_page_says_that_it_is_a_round_up():
    extraction = read_text(
        "Island news in brief\n\n"
        "Tuesday 4 May 2021 | Written by Jane Roe\n\n"
        "Work begins on Fiji's new hospital\n\n"
        "Fiji's prime minister laid the first stone of a hospital in Suva on Monday.\n\n"
        "The hospital is to have two hundred beds.\n\n"
        "It is paid for by Japan and by a bank in Manila.\n\n"
        "The old one was flooded in the cyclone of 2016.\n\n"
        "Japan's ambassador thanked the builders.\n\n"
        "Samoa votes again in two seats\n\n"
        "Samoa's electoral office has ordered a new vote in two seats.\n\n"
        "The losers had complained of bribes.\n\n"
        "Tonga bans plastic bags\n\n"
        "Tonga's parliament has banned plastic bags from July.\n"
    )
    assert [title.split()[0] for title in titles(extraction)] == ["Work", "Samoa", "Tonga"]
    assert extraction.events[0].text.endswith("thanked the builders.")


def test_headlines_cut_to_a_width_are_headlines():
    extraction = read_text(
        "Ghana suspends two lecturers over a film\n\nThe University of Ghana has suspended two lecturers for half a "
        "year after a film of the BBC showed them asking students for favours. The film was shot by a reporter "
        "who…\n\nFlood in Niger: at least twenty killed in…\n\nAt least twenty people were killed by a flood in the "
        "south-east of Niger, the governor of Diffa says. Families from Nigeria were waiting there for food and water "
        "when the dam…\n\nEgypt and Sudan want talks about dam to…\n\nEgypt and Sudan have asked the African Union "
        "for talks about the dam on the Nile, their foreign ministers said in Cairo. The dam is to be filled for a "
        "third time in July, without…\n\nTogo opens its border for lorries with food\n\nTogo has opened its border "
        "with Burkina Faso for lorries that bring food and fuel, the ministry of transport says. The border had been "
        "closed since an attack on the…\n"
    )
    assert [title.split()[0] for title in titles(extraction)] == ["Ghana", "Flood", "Egypt", "Togo"]


def test_paragraphs_with_datelines_below_a_list_are_items_of_their_own():
    extraction = read_text(
        "Wire digest, 6 p.m.\n\n— NORWAY-MINE — Norway's parliament approves a mine under the sea.\n\n— PERU-TRAINS — "
        "Trains run again between Tacna and Arica.\n\n— GHANA-GOLD — Ghana bans the export of gold that was not "
        "refined.\n\nDAMASCUS, Syria — The envoy of the United Nations met the foreign minister in Damascus on "
        "Tuesday and asked for a truce in the south.\n\nAP photos.\n\nSEOUL, South Korea — North Korea's army warned "
        "the South on Tuesday that it would answer every balloon with a shell.\n\nAP photos.\n"
    )
    assert len(extraction.events) == 5
    assert not any("AP photos" in event.text for event in extraction.events)


def test_a_country_that_heads_two_groups_of_paragraphs_heads_one_item_each():
    extraction = read_text(
        "Ghana\n"
        "The plan for a museum in Accra has come under fire in a week in which thousands marched against prices.\n"
        "A member of the museum's board defended it, saying that donors had paid.\n"
        "Kenya\n"
        "Kenya's teachers went back to school on Monday.\n"
        "The union in Nairobi said that the strike was over.\n"
        "Ghana\n"
        "Ghana's navy has freed a tanker that pirates had held off Tema for nine days.\n"
        "Two pirates from Benin were arrested.\n"
        "Malawi\n"
        "Malawi has sent a hundred nurses to Israel.\n"
        "The nurses will stay for a year.\n"
    )
    assert len(extraction.events) == 4
    assert extraction.events[2].text.endswith("were arrested.")


def test_appeals_and_notes_of_a_desk_are_furniture():
    told = (
        "* Norway's parliament approved a mine under the sea on Monday.\n\n"
        "* Trains run again between Tacna in Peru and Arica in Chile.\n\n"
        "* Ghana bans the export of gold that was not refined.\n"
    )
    for note in (
        "The Globe is read by nine million people of every party. Unlike many others we choose not to lock you out "
        "with a paywall, and that costs money.",
        "At the night desk, producers Jane Roe, John Doe and Ann Lee can be reached at 212-555-0142 (ext. 1600). For "
        "photos, ask for Bo Cruz (ext. 1900). For graphics and interactives, ext. 7636. More of what was planned for "
        "the night, with the times at which it is to move, stands on the pages of the exchange; for access and other "
        "questions about the machinery write to the help desk.",
    ):
        extraction = read_text(f"News digest\n\n{note}\n\n{told}")
        assert len(extraction.events) == 3
        assert not any(note[:30] in event.text for event in extraction.events)


def test_a_briefing_with_its_day_in_the_headline_announces_one_item_a_paragraph():
    extraction = read_text(
        "Search\n"
        "Close this search box.\n\n"
        "The Herald’s Morning Briefing – Dec. 30, 2022\n\n"
        "The Herald is here with a rundown of what happened in the world.\n\n"
        "Ghana's parliament passed the budget for the next year by one vote.\n\n"
        "Japan and Chile signed an accord on lithium in Tokyo.\n\n"
        "Kenya lifted its ban on maize from abroad for half a year.\n\n"
        "Turkish police arrested nine people at the airport of Izmir.\n\n"
        "Nepal opened a new bridge to China at Rasuwa on Thursday.\n"
    )
    assert len(extraction.events) == 5
    assert extraction.events[0].text.startswith("Ghana")


def test_a_story_is_told_below_a_list_of_headlines_set_solid():
    extraction = read_text(
        "Nov 30, 4:46 PM EST\n\nZambia's new president names cabinet\n\n\nMultimedia\nFarmers of Zambia eat "
        "caterpillars\nZambia's history in pictures\nLatest News\nZambia's new president names cabinet\n\nCourt in "
        "Zambia frees a singer\n\nZambia's miners go back to work\n\nLUSAKA, Zambia (AP) -- Zambia's new president "
        "named a cabinet on Thursday that keeps the old minister of finance.\n\nNobody of the opposition is in it.\n\n"
        "The cabinet of 22 has a general as minister of defence and a bishop as minister of schools.\n"
    )
    assert "keeps the old minister" in extraction.events[0].text
    assert not any("EST" in event.text for event in extraction.events)


def test_paragraphs_apart_below_a_summary_and_a_picture_are_the_story():
    extraction = read_text(
        "Syria: talks end without a common front\n\n"
        "Syria's foreign minister says that the talks in Vienna made points of weight.\n"
        "Syria: talks end without a common front\n"
        "Foreign Minister Ali Haddad greets envoy Jane Roe in Damascus, Sunday. (SANA via AP)\n"
        "The Associated Press\n"
        "11/1/2015\n"
        "Updated:\n"
        "11/1/2015\n\n"
        "BEIRUT—Syria's foreign minister says that the talks made points of weight but bound nobody.\n\n"
        "He spoke after he had met the envoy, who came to Damascus on Sunday.\n\n"
        "Russia and Iran had been in Vienna, and Turkey and Qatar as well.\n"
    )
    assert "bound nobody" in " ".join(event.text for event in extraction.events)


def test_headlines_that_ran_over_the_top_of_a_page_are_no_event():
    extraction = read_text(
        "Off the wire\nKurdish premier speaks of respect for rulings  • Albania pledges money to flooded farms  • "
        "Kenya thinks of new ways with waste  • Bible half a metre thick comes back to Wales  • Quake shakes the sea "
        "off New Zealand\nZambia's president changes his cabinet\n\nHerald, December 03, 2017\n\nLUSAKA, Dec. 2 - "
        "Zambia's president changed his cabinet on Saturday and dropped the minister of schools.\n\nHe named a "
        "professor in his place.\n\nThe cabinet was sworn in on Monday.\n"
    )
    assert not any("Bible" in event.text for event in extraction.events)


def test_texts_under_the_same_words_with_other_days_are_items():
    extraction = read_text(
        "Showing 1 - 10 of 17\n"
        "AFP, Published on 12/10/2025\n"
        "» MANILA - The Philippines said that a ship of China rammed one of its boats on Sunday.\n"
        "AFP, Published on 11/12/2023\n"
        "» MANILA - The Philippines summoned China's envoy on Monday over water cannon at a reef.\n"
        "AFP, Published on 10/11/2023\n"
        "» MANILA - The Philippines accused China's coast guard on Friday of blocking a boat with food.\n"
        "AFP, Published on 23/10/2023\n"
        "» MANILA - Manila said on Monday that two boats had been hit at the weekend.\n"
    )
    assert len(extraction.events) == 4


def test_a_short_sentence_under_a_headline_with_a_bullet_is_its_text():
    extraction = read_text(
        "TOP STORIES\n\n"
        "  • President says he is ready for a vote in ninety days\n\n"
        "Ukraine's president said that a vote could be held in ninety days.\n\n"
        "  • United Nations against any change of the border\n\n"
        "The United Nations said on Tuesday that the border was where it was.\n\n"
        "  • French lawmakers approve the budget bill\n\n"
        "French lawmakers on Tuesday approved the bill by 247 votes to 234.\n\n"
        "  • Ghana signed an accord on visas with the Emirates on Monday in Accra.\n"
    )
    assert any("247 votes" in event.text for event in extraction.events)


def test_items_of_a_digest_end_with_a_button_in_brackets_glued_to_their_text():
    item = (
        "{0}\n\n"
        "Island Times\n"
        "Date: 07/26/2020\n"
        "By: Ann Lee and Bo Li / Staff reporters\n\n"
        "Image taken from the Weather Bureau\n\n"
        "{1}    [FULL  STORY]\n\n"
    )
    texts = {
        "Earthquake shakes the east of Taiwan": "Taipei, July 26 (CNA) An earthquake shook the east of Taiwan on "
        "Sunday.\n\nNobody was hurt in Hualien or in Taitung, the bureau said.",
        "Cruise ship leaves Keelung for the islands": "The ship sailed from Keelung yesterday with nine hundred guests."
        "\n\nIt is to be back on Friday.\n\nThe minister of transport saw it off.",
        "Allies of Taiwan write to the WHO": "Taipei, July 25 (CNA) Fourteen allies of Taiwan wrote to the WHO on "
        "Saturday.",
        "Palau and Taiwan sign an accord on tuna": "Palau and Taiwan signed an accord on tuna in Koror on Friday.",
    }
    extraction = read_text("Front Page\n\n" + "".join(item.format(*one) for one in texts.items()))
    assert titles(extraction) == list(texts)
    assert not any("STORY]" in event.text or "Ann Lee" in event.text for event in extraction.events)


def test_just_in_over_a_story_that_tells_of_it_is_its_headline():
    extraction = read_text(
        "Most read newspaper of the coast\n\n"
        "JUST IN: Regional bloc imposes more sanctions on Niger\n\n"
        "The regional bloc has imposed new sanctions on Niger over the coup of last month.\n\n"
        "It had given the soldiers in Niamey seven days to bring the president back.\n\n"
        "The soldiers closed the sky over Niger and recalled three envoys.\n"
    )
    assert extraction.events[0].title.startswith("JUST IN")


def test_the_medium_above_the_first_link_of_a_box_is_of_that_link():
    extraction = read_text(
        "Jordan's king vows to stand by Lebanon\n\n"
        "AMMAN, Jordan (AP) — Jordan's king received Lebanon's prime minister in Amman on Sunday.\n\n"
        "The visit is the minister's first since he named a cabinet.\n\n"
        "Jordan is to send electricity to Lebanon through Syria.\n\n"
        "Comments / 0\n\n"
        "Related\n"
        "Reuters\n"
        "Lebanon's premier says vote to be held in March\n"
        "Lebanon's prime minister said on Monday that the vote would be held in March.\n"
    )
    assert not any("in March" in event.text for event in extraction.events)
    assert "Reuters" not in extraction.events[0].agencies


def test_a_picture_by_way_of_an_agency_for_pictures_is_a_caption():
    extraction = read_text(
        "Air force: all eight drones downed\n\nThe remains of a drone at a fair in Kyiv, Ukraine, on May 12, 2023, as "
        "they were shown to visitors. (Jane Roe /Global Pictures Ukraine via Getty Images)\n\nUkraine's air force "
        "downed all eight drones that Russia launched overnight, it said on Monday.\n\nThe drones came from the coast "
        "of the Sea of Azov.\n\nNobody was hurt in Kherson and in Mykolaiv, the governors said.\n"
    )
    assert not any("fair in Kyiv" in event.text for event in extraction.events)


def test_a_kicker_and_a_link_to_the_source_below_a_headline_part_it_from_no_text():
    extraction = read_text(
        "TOP TEN\n1\nStorm Shuts the Port of Chittagong\nGALE FORCE\nRead it at Reuters\nA storm shut the port of "
        "Chittagong on Monday, and Bangladesh told forty ships to stay at sea.\n2\nPeru's Congress Drops Its Speaker\n"
        "HARD FALL\nRead it at El País\nPeru's Congress dropped its speaker on Monday by sixty votes to fifty.\n3\n"
        "Norway Opens a Mine Under the Sea\nDEEP END\nRead it at Reuters\nNorway opened the first mine under the sea "
        "on Monday, against the will of fishermen.\n"
    )
    assert [title.split()[0] for title in titles(extraction)] == ["Storm", "Peru's", "Norway"]
    assert [event.agencies for event in extraction.events] == [("Reuters",), ("El País",), ("Reuters",)]


def test_bylines_with_particles_are_no_headings():
    extraction = read_text(
        "Rockets hit the north\n\n"
        "By Ali al-Masri and Jan van der Berg\n\n"
        "BEIRUT (Reuters) - Rockets hit the north of Israel on Monday, the army said.\n\n"
        "Nobody was hurt, and Lebanon's army searched the hills.\n\n"
        "The United Nations asked both for calm.\n"
    )
    assert "van der Berg" not in " ".join([*headings(extraction), *(event.text for event in extraction.events)])


def test_a_flag_in_front_of_a_country_makes_it_no_item():
    extraction = read_text(
        "🇬🇹 Guatemala\n"
        "Guatemala's court ordered the envoy of the commission to leave.\n"
        "Guatemala's teachers went on strike for a week.\n"
        "🇳🇮 Nicaragua\n"
        "Nicaragua freed nine students.\n"
        "Nicaragua's bishops asked for talks.\n"
        "🇭🇳 Honduras\n"
        "Honduras sent soldiers to the port of Trujillo.\n"
        "Honduras signed an accord on coffee with Japan.\n"
    )
    assert len(extraction.events) == 6


def test_initials_behind_a_text_and_its_credit_are_whose_text_it_is():
    extraction = read_text(
        "Tin vắn ngày 4-5\n\n"
        "* Peru: Hơn 200 thợ mỏ ở vùng Cusco được trả tự do sau ba ngày bị giữ làm con tin. H.T. (AFP)\n\n"
        "* Lào: Chính phủ Lào ngày 3-5 ký hiệp định vận tải với Thái Lan tại Viêng Chăn. Đ.C. (Reuters)\n\n"
        "* Kenya: Nông dân ở Kisumu đốt kho chè để phản đối thuế mới. N.H. (BBC)\n"
    )
    assert [event.text.rsplit(" ", 1)[-1] for event in extraction.events] == ["tin.", "Chăn.", "mới."]
    assert [event.agencies for event in extraction.events] == [("AFP",), ("Reuters",), ("BBC",)]


def test_a_wires_slug_over_a_story_is_no_part_of_it():
    extraction = read_text(
        "Andes News Digest\n\nTOP STORIES:\n^PERU-MINES\nLIMA, Peru — Peru's miners walk out over a new safety code.\n"
        "^CHILE-QUAKE\nSANTIAGO, Chile — Chile's navy brings water to three coastal towns cut off by an earthquake.\n"
    )
    assert len(extraction.events) == 2
    assert not any("^" in event.text for event in extraction.events)
