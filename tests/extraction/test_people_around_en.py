"""People in English whom no known name tells: by titles of home papers, by what is said of them, by their company."""

import pytest

from tests.extraction.names_builders import values

SENTENCES = [
    # ranks and titles of papers at home
    ("SP Zubin Kakraw told reporters the picket was empty.", "Zubin Kakraw"),
    ("SSP Operations Zubin Kakraw briefed the press.", "Zubin Kakraw"),
    ("Home Minister Datuk Seri Ruzlan Bahrin opened the fair.", "Ruzlan Bahrin"),
    ("The burial of Alhaja Temisan Ogunrombi drew thousands.", "Temisan Ogunrombi"),
    ("The party expelled Cde Farirai Mugwagwa on Monday.", "Farirai Mugwagwa"),
    ("DSP Sunday Okporie confirmed the raid.", "Sunday Okporie"),
    ("Daw Khin Thuzar Oo was freed from Insein.", "Khin Thuzar Oo"),
    ("Foreign Secretary Amrit Rai flew to Delhi.", "Amrit Rai"),
    ("Minister for Lands Filimo Vosarewa opened it.", "Filimo Vosarewa"),
    # an office and what it is over, in front of a comma
    ("The state Commissioner of Police, Garbo Musawi, confirmed the raid.", "Garbo Musawi"),
    ("The head of the provincial police, Lesego Senwane, resigned.", "Lesego Senwane"),
    ("The governor of Lac province, Adoumi Forteye, said nine had drowned.", "Adoumi Forteye"),
    ("The statement named the governor of Lac province, North Kordofan, too.", ""),
    # what is said of people
    ("The dead were identified as Ghanim Rehmo and two sons.", "Ghanim Rehmo"),
    ("A constable, namely Gulfam, was hurt.", "Gulfam"),
    ("They came with Suharyanto, the head of the relief agency.", "Suharyanto"),
    ("They came to Tarakan, the head office of the miner.", ""),
    ("Parliament approved Bijano Zangeh as oil minister.", "Bijano Zangeh"),
    ("Benin's Reckyo Madoug was jailed for 20 years.", "Reckyo Madoug"),
    ("The vote ended the government of Tilmon Thomsay.", "Tilmon Thomsay"),
    ('"They came at night," said Hawat Kamaro.', "Hawat Kamaro"),
    # in a row with people
    ("The court freed Ghanim Rehmo, Wali Jan and Ibrahim Noor.", "Ghanim Rehmo|Wali Jan|Ibrahim Noor"),
    ("Ibrahim Noor, who led Tata Motors and Kenya Airways, retired.", "Ibrahim Noor"),
    ("Maria Santos and Human Rights Watch spoke.", "Maria Santos"),
    # called by surname elsewhere
    ("Port Moresby rejected Kerengo Kuamo's plan. Mr Kuamo shrugged.", "Kerengo Kuamo"),
    # Chinese, Burmese and Vietnamese names without titles
    ("Liu Jianchao toured Apia.", "Liu Jianchao"),
    ("Kyaw Soe Win and friends were seized.", "Kyaw Soe Win"),
    ("Đoàn Khắc Vinh of Quảng Ngãi saw off 30 boats.", "Đoàn Khắc Vinh"),
    ("Trần Hưng Đạo Street was flooded.", ""),
    ("Kuwait's Shaikh Azzam Mubarak Al Sabah signed.", "Azzam Mubarak Al Sabah"),
    ("The EU sanctioned Affo N'Guessow and two others.", "Affo N'Guessow"),
    ("Malawi mourned President Bingu wa Mutharika.", "Bingu wa Mutharika"),
    ("Sudan's Hamdok Back in Office", "Hamdok"),
    # nobody
    ("St Vincent Teachers Win Back Jobs", ""),
    ("Vaccines left Ed Damazin for the south.", ""),
    ("The National Association of Resident Doctors struck on Monday.", ""),
    ("The Office of Disaster Management counted three slides.", ""),
    ("Kim Il Sung Square hosted the parade.", ""),
    ("Flights left Jomo Kenyatta Airport on time.", ""),
    ("Nelson Mandela Bay ran dry.", ""),
    ("He guarded the Shah Alam checkpost.", ""),
    ("They drove from Malam Fatori to Bosso.", ""),
    ("Alpha Research asked 900 voters.", ""),
]


@pytest.mark.parametrize(("sentence", "people"), SENTENCES, ids=[sentence[:40] for sentence, _ in SENTENCES])
def test_people_that_their_surroundings_tell(sentence, people):
    assert values(sentence, "en", "person") == [name for name in people.split("|") if name]


def test_a_sentence_of_many_names_is_no_headline():
    assert values("Ama Boruwa, the British High Commissioner to Nigeria, visited Kaduna.", "en", "person") == [
        "Ama Boruwa"
    ]
