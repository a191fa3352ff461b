"""Countries in English sentences: names, people, capitals, seats of government, and words that mean no country."""

import pytest

from events.extraction import gazetteer
from events.extraction.names import names_for
from events.extraction.records import NamedAlias, Span, Vocabulary
from tests.extraction.names_builders import mentions, values
from tests.extraction.reading import read_text

SENTENCES = [
    # names, adjectives, people
    ("Norway and Finland reopened their land border.", "NO FI"),
    ("A Swiss mediator met the Colombian delegation.", "CH CO"),
    ("Two Danes and a Spaniard were rescued off Iceland.", "DK ES IS"),
    ("The U.S. and the UK froze the assets.", "US GB"),
    ("US-Philippine drills opened on Palawan.", "US PH"),
    ("Iran-backed fighters shelled the post.", "IR"),
    ("anti-French protests spread", "FR"),
    ("The Netherlands recalled its envoy; the Dutch cabinet met at night.", "NL"),
    ("Côte d'Ivoire beat Cape Verde 2-0.", "CI CV"),
    ("Ivory Coast’s president thanked Burkina Faso.", "CI BF"),
    ("Burma, now Myanmar, released 300 prisoners.", "MM"),
    ("Czechia and the Slovak Republic signed.", "CZ SK"),
    ("Eswatini, formerly Swaziland, cut its budget.", "SZ"),
    ("East Timor joined the bloc.", "TL"),
    ("The Holy See welcomed the truce.", "VA"),
    ("Kosovar police arrested six Serbs.", "XK RS"),
    ("Emirati and Omani officials met in Muscat.", "AE OM"),
    ("Trinidad and Tobago raised its alert level.", "TT"),
    ("St. Kitts and Nevis sent a boat to Antigua and Barbuda.", "KN AG"),
    ("The DPRK fired a missile.", "KP"),
    ("Seoul said the ROK army was on alert; N. Korea stayed silent.", "KR KP"),
    ("Leaders of the two Koreas shook hands.", "KP KR"),
    ("The Lao PDR hosted the meeting.", "LA"),
    ("Bosnian Serbs walked out.", "BA"),
    # neighbours by name
    ("Guinea closed its border with Guinea-Bissau.", "GN GW"),
    ("Equatorial Guinea expelled a diplomat of Papua New Guinea.", "GQ PG"),
    ("Nigerien soldiers crossed into Nigeria.", "NE NG"),
    ("South Sudan and Sudan agreed on oil fees.", "SS SD"),
    ("The Republic of the Congo sent aid to the Democratic Republic of the Congo.", "CG CD"),
    ("M23 rebels neared Goma in eastern Congo.", "CD"),
    ("Talks in Brazzaville: Congo extends its curfew.", "CG"),
    ("The Dominican Republic shut its border with Haiti.", "DO HT"),
    ("Dominica votes on Friday.", "DM"),
    ("North Macedonia and Greece opened a crossing.", "MK GR"),
    ("Austria thanked Australia.", "AT AU"),
    ("Slovenia, Slovakia and Lithuania abstained.", "SI SK LT"),
    ("American Samoa ended its curfew before Samoa did.", "AS WS"),
    ("French Guiana sent a satellite up.", "GF"),
    ("New Mexico's governor declared an emergency.", "US"),
    ("The British Virgin Islands and Puerto Rico braced for the storm.", "VG PR"),
    ("Northern Ireland's assembly met after Ireland's vote.", "GB IE"),
    # capitals and seats of government
    ("Moscow accused Kyiv; Washington kept silent.", "RU UA US"),
    ("The Kremlin denied it.", "RU"),
    ("The White House and Downing Street issued a joint note.", "US GB"),
    ("Pentagon officials briefed Whitehall.", "US GB"),
    ("The Élysée declined to comment.", "FR"),
    ("The Blue House summoned its ministers.", "KR"),
    ("Zhongnanhai gave no date.", "CN"),
    ("Gaza crossings stayed shut; the West Bank was calm.", "PS"),
    ("Taipei thanked Hong Kong.", "TW HK"),
    ("Chechen units left Kursk.", "RU"),
    ("Flooding hit Texas and Louisiana.", "US"),
    ("Shelling was reported in Crimea and near Donetsk.", "UA"),
    ("PARIS - Farmers blocked the ring road.", "FR"),
    ("CHINA-VIETNAM trade grew by a tenth.", "CN VN"),
    ("BRASILIA, Brazil (AP) — Congress met.", "BR"),
    ("A fire broke out in Birmingham, Alabama.", "US"),
    ("Clashes in Tripoli, Lebanon, left two dead.", "LB"),
    # no country
    ("The fleet left the Indian Ocean for the South China Sea.", ""),
    ("A storm formed in the Gulf of Mexico.", ""),
    ("Indo-Pacific ministers praised the Paris Agreement.", ""),
    ("The Geneva Conventions forbid it, and so does the Rome Statute.", ""),
    ("Latin American ministers met North American bankers.", ""),
    ("The Korean Peninsula is calm.", ""),
    ("She spoke in English, not in French.", ""),
    ("The New York Times and the Washington Post ran the story.", ""),
    ("The Warsaw Pact ended long ago.", ""),
    ("He bought a china cup and a turkey.", ""),
    ("Jordan Peterson spoke after Michael Jordan.", ""),
    ("Chad Wolf resigned.", ""),
    ("Paris Hilton opened the shop.", ""),
    # another reading
    ("Jordan's king flew to Amman from the Jordan border.", "JO"),
    ("Georgia voters queued in Atlanta as Pennsylvania counted.", "US"),
    ("Protesters filled Tbilisi; Georgia suspended accession talks.", "GE"),
    ("Turkey and Greece resumed talks.", "TR GR"),
    ("Turkey sales rise before Thanksgiving.", ""),
    ("The Japan Times quoted a Tokyo official.", "JP"),
    ("Indian marchers from the Amazon reached La Paz.", "BO"),
    ("Foreign Secretary Albert del Rosario spoke.", ""),
]


@pytest.mark.parametrize(("sentence", "codes"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_countries_of_an_english_sentence(sentence, codes):
    assert sorted(values(sentence, "en", "country")) == sorted(codes.split())


@pytest.mark.parametrize(
    ("adjective", "code"),
    [(form.text, form.values[0]) for form in gazetteer.country_forms("en") if form.kind == "adj"],
)
def test_an_adjective_is_its_country_whatever_papers_are_called(adjective, code):
    assert code in values(f"The {adjective} government has fallen.", "en", "country")


def test_a_mention_points_at_the_words_that_gave_it():
    text = "Officials in Nairobi said Kenya would pay."
    assert [text[mention.start : mention.end] for mention in mentions(text, "en", "country")] == ["Nairobi", "Kenya"]


def test_brussels_is_the_union_unless_it_is_the_place():
    assert values("The EU hesitated. Critics told Brussels to hurry.", "en", "country") == []
    assert values("EU envoys met in Brussels (Belgium).", "en", "country") == ["BE"]


def test_a_name_broken_over_two_lines_is_found():
    assert values("The envoy flew to South\nKorea on Monday.", "en", "country") == ["KR"]


def test_readings_of_one_name_may_differ_between_paragraphs():
    text = "Georgia certified its count in Atlanta.\nIn Tbilisi, Georgia's parliament met."
    assert values(text, "en", "country") == ["US", "GE"]


def test_an_editors_alias_counts_like_a_name():
    vocabulary = Vocabulary((NamedAlias("country", "Pearl of Africa", "UG"),))
    text = "Tourists return to the Pearl of Africa."
    assert [m.value for m in names_for(vocabulary).read(text, "en").within([Span(0, len(text))])] == ["UG"]


def test_only_mentions_wholly_inside_the_spans_are_handed_out():
    text = "Chile wins. Peru loses. Ecuador draws."
    names = names_for(Vocabulary()).read(text, "en")
    assert [m.value for m in names.within([Span(0, 11), Span(24, 38)])] == ["CL", "EC"]
    assert names.within([Span(1, 20)]) == [m for m in names.mentions if m.value == "PE"]


def test_who_is_known_to_act_for_a_country_names_it_and_who_acts_for_a_body_does_not():
    told = "Canada signed the pact on Monday; Vladimir Putin had refused to join it, officials in Ottawa said.\n"
    assert read_text(told).events[0].countries == ("CA", "RU")
    told = "Sudan let the convoy pass on Monday, UN chief Ban Ki-moon said after talks in Khartoum on the road.\n"
    assert read_text(told).events[0].countries == ("SD",)
