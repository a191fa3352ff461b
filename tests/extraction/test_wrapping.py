"""Texts broken to a width, as bulletins are: what was one line is read as one."""

from events.extraction.lines import split
from events.extraction.records import Reason
from events.extraction.wrapping import unwrapped
from tests.extraction.reading import assert_faithful, assert_tiled, read_text, set_aside, titles

SHOUTED = """NOTES FROM THE DAILY PRESS MEETING
BY JANE ROE, SPOKESWOMAN OF THE OFFICE
MONDAY, 3 MARCH 2014
ENVOY TO
VISIT CHAD AND NIGER BEFORE THE SUMMIT
{0}The Special Envoy for the
Sahel leaves for Ndjamena on Tuesday, the
Spokeswoman said.
{0}In Niamey he will meet
President Mahamadou Issoufou
and the foreign minister, to prepare the
summit of the region's leaders in April.
U.N.
MISSION CONDEMNS ATTACK NEAR KIDAL
{0}The mission in Mali condemned the ambush of a
convoy near Kidal on Sunday, in which two soldiers from
Togo died. The mission
called on the authorities to
find those who laid the mine.
AGENCY OPENS THIRD
CAMP FOR REFUGEES IN CAMEROON
{0}The refugee agency said that it had opened a camp near
Minawao, in the north of Cameroon, where
four thousand people had arrived from Nigeria since January.
"""


def texts(text: str) -> list[str]:
    return [" ".join(line.text.split()) for line in unwrapped(list(split(text)))]


def test_headlines_in_capitals_over_broken_paragraphs_are_items():
    extraction = read_text(SHOUTED.format(""))
    assert [title and title.split()[0] for title in titles(extraction)] == ["ENVOY", "U.N.", "AGENCY"]
    assert extraction.events[1].text.endswith("find those who laid the mine.")
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_headlines_in_capitals_over_points_are_items():
    extraction = read_text(SHOUTED.format("- "))
    assert [title and title.split()[0] for title in titles(extraction)] == ["ENVOY", "U.N.", "AGENCY"]


def test_a_sign_alone_on_its_line_belongs_to_the_text_below_it():
    signed = SHOUTED.replace("{0}In Niamey", "-\nIn Niamey").replace("{0}The mission", "-\nThe mission")
    assert len(read_text(signed.format("- ")).events) == 3


def test_a_headline_in_capitals_is_joined_to_its_first_words_and_not_to_what_stands_above():
    lines = texts(SHOUTED.format(""))
    assert "ENVOY TO VISIT CHAD AND NIGER BEFORE THE SUMMIT" in lines
    assert "U.N. MISSION CONDEMNS ATTACK NEAR KIDAL" in lines
    assert "MONDAY, 3 MARCH 2014" in lines


def test_single_words_between_line_breaks_do_not_hide_that_a_text_was_broken():
    assert "The mission called on the authorities to find those who laid the mine." in " ".join(
        texts(SHOUTED.format(""))
    )
    assert any(line.startswith("The Special Envoy for the Sahel leaves") for line in texts(SHOUTED.format("")))


def test_a_word_parted_at_the_end_of_a_column_is_one_line():
    assert texts("The minister travelled to Monte-\nvideo on Friday.\n") == [
        "The minister travelled to Monte- video on Friday."
    ]


def test_indented_lines_that_were_broken_are_not_taken_for_two_texts():
    text = """Points of the day

  * The force in the south cleared forty roads of mines before the
    winter. Teams, most of them from the companies of the Kenyan
    Battalion, destroyed three hundred shells near Marjayoun on
    Monday and handed over the village to the army.

  * The envoy flew to Nicosia and told the leaders of both
    communities that the talks would open on Tuesday, with Turkey
    and Greece at the table for the first time since the
    referendum of the year before last.

  * The council in Geneva heard that the drought in Somalia had
    driven ninety thousand people from their homes since May, and
    asked donors for money.
"""
    extraction = read_text(text)
    assert len(extraction.events) == 3
    assert extraction.events[0].text.endswith("handed over the village to the army.")


def test_the_second_look_judges_lines_as_they_were_before_the_text_was_broken():
    extraction = read_text(SHOUTED.format("- "))
    assert not [
        words for words in set_aside(extraction, Reason.OTHER) if "\n" not in words and words.endswith(("the", "to"))
    ]
    assert all(event.text.rstrip()[-1] == "." for event in extraction.events)


def test_headlines_in_capitals_that_a_table_of_contents_lists_are_items_whatever_stands_in_front():
    page = """THE NIGHT WIRE Vol. 3, No. 14

A daily report of what happened in the region, prepared by
the staff of the wire for its subscribers abroad.

This is the second part, a compilation of news of the
north. The first part covers the south and is sent apart.

Back issues are kept at the library of the wire in Tallinn,
where they may be read on working days.

Headlines

*ESTONIA SUSPENDS TALKS ON THE PORT OF PARNU

*LATVIAN PARLIAMENT RATIFIES FRIENDSHIP TREATY WITH
GEORGIA

*LITHUANIA'S PREMIER SET TO RESIGN

ESTONIA SUSPENDS TALKS ON THE PORT OF PARNU
Estonia on 4 March suspended the talks with Finland on the
future of the port of Parnu, the minister of transport
told reporters in Tallinn.

LATVIAN PARLIAMENT RATIFIES FRIENDSHIP TREATY WITH
GEORGIA
The Latvian parliament on 3 March ratified the treaty with
Georgia by a vote of 61 to 7.

LITHUANIA'S PREMIER SET TO RESIGN
Lithuania's prime minister will resign before the new
parliament meets, his spokesman said in Vilnius.
"""
    assert [title.split()[0] for title in titles(read_text(page))] == ["ESTONIA", "LATVIAN", "LITHUANIA'S"]


def test_the_pages_headline_is_none_of_the_items_that_rules_part():
    page = (
        "World news summary at 0030 GMT, March 4\n\n"
        "Chile's president signed the law on water on Monday.\n\n"
        "The law had been in Congress for nine years.\n\n- - - -\n\n"
        "OSLO -- Norway's parliament approved a mine under the sea on Monday.\n\n- - - -\n\n"
        "ACCRA -- Ghana banned the export of gold that was not refined.\n\n- - - -\n\n"
        "LIMA -- Trains run again between Tacna and Arica.\n"
    )
    extraction = read_text(page)
    assert len(extraction.events) == 4
    assert "summary" not in extraction.events[0].text


def test_broken_lines_set_with_a_blank_line_under_each_are_joined():
    extraction = read_text(SHOUTED.format("").replace("\n", "\n\n"))
    assert len(extraction.events) == 3
    assert extraction.events[1].text.endswith("who laid the mine.")


def test_headings_with_blank_lines_between_paragraphs_are_not_joined():
    text = "\n\n".join(f"Headline number {word}\n\nThe minister opened {word} roads." for word in ["one", "two", "six"])
    assert len(texts(text)) == 6
