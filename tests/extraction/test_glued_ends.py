"""What is glued to the ends of texts, lines about their authors, and teasers that were cut off without a sign."""

import pytest

from events.extraction import authors, captions, gluing, line_signs, paragraph_ends
from events.extraction.layouts import dateline, edges, headline
from events.extraction.lines import split
from events.extraction.records import Reason

from .reading import assert_tiled, read_text, set_aside, titles

LEAD = "Peru's navy said on Tuesday that two ferries had run aground near Iquitos with 140 people aboard"


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("Continue reading “Ferries run aground in Peru”", Reason.RELATED),
        (". More on p12", Reason.WIDGET),
        (". See story, page 4", Reason.WIDGET),
        ("... Read more 25 Sep, 2021", Reason.BYLINE),
        (". The rest were safe.Getty Images", Reason.CAPTION),
        (". The rest were safe.Jane Roe/AFP", Reason.CAPTION),
        (". – Agencies", Reason.BYLINE),
        (". Lima Herald / Agencies", Reason.BYLINE),
    ],
)
def test_what_is_glued_to_a_paragraph_is_cut_off(tail, reason):
    at, why = paragraph_ends.begins_at(LEAD + tail)
    assert why is reason
    assert (LEAD + tail)[at:].strip() == tail.removeprefix(". The rest were safe.").lstrip(". ")


@pytest.mark.parametrize("tail", [".", ", it said in 2021", " and “all will be well”", " by the year 2040"])
def test_texts_and_captions_keep_their_ends(tail):
    assert paragraph_ends.begins_at(LEAD + tail) is None


def test_the_button_of_a_blog_stands_in_no_event():
    page = "".join(
        f"{head}\n\n{lead}Continue reading “{head}”\n\n"
        for head, lead in (
            ("Ferries run aground in Peru", LEAD),
            ("Court frees Kenyan fishermen", "A court in Nairobi freed nine fishermen on Monday who had been held si"),
            ("Chile lifts fishing ban", "Chile lifted a ban on catching squid off Arica on Friday, its ministry sa"),
        )
    )
    read = read_text(page)
    assert_tiled(read)
    assert titles(read) == ["Ferries run aground in Peru", "Court frees Kenyan fishermen", "Chile lifts fishing ban"]
    assert not any("Continue reading" in event.text for event in read.events)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a politics reporter at The Herald, where she covers parliament. She lives in Lima.",
        "Bo Li covers trade and shipping for the Harbour Post.",
        "Ann Lee is the society's director for the Pacific.",
        "by Ann Lee",
    ],
)
def test_who_wrote_a_text_is_told_beside_it(line):
    lines = list(split(f"Ferries run aground in Peru\nBy Ann Lee\n{LEAD}.\n\n{line}\nMarch 3, 2025"))
    for one in lines:
        one.reason = Reason.BYLINE if one.text.startswith(("By ", "March")) else None
    authors.silence(lines)
    assert lines[3].reason is Reason.BYLINE
    assert lines[2].reason is None


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a reporter for The Herald who was arrested in Minsk on Monday.",
        "Alassane Ouattara is the president of Ivory Coast.",
        "Bo Li has left for Lima.",
    ],
)
def test_people_of_the_news_are_no_authors(line):
    lines = list(split(line))
    authors.silence(lines)
    assert lines[0].reason is None


def test_a_credit_may_stand_before_a_dash_and_the_day():
    text = "Jane Roe and Bo Li, Reuters — December 22, 2011"
    assert line_signs.dated_credit(text).of(text) == "Reuters"
    assert line_signs.dated_credit("Reuters - December 22, 2011") is None


def test_a_long_notice_about_cookies_is_told_by_what_it_asks():
    notice = (
        "The Harbour Post keeps cookies on your machine so that it knows which articles were read to their end and "
        "which were not. Most cookies are gone after a month. Whoever minds may set preferences below, at any time."
    )
    assert line_signs.reason_of(notice, "en")[0] is Reason.COOKIES


def test_a_line_may_credit_who_sent_a_picture():
    assert captions.is_sent_picture("Jane Roe/Peruvian Navy via AP Images")
    assert not captions.is_sent_picture("Peru and Chile agree via mediators/envoys on fishing")
    read = read_text(
        "Ferries run aground in Peru\n\n"
        "Rescuers stand beside a ferry near Iquitos.\nJane Roe/Peruvian Navy via AP Images\n"
        f"{LEAD}.\n\nThe navy sent a third ferry to bring them home, its commander said.\n\nNobody was hurt, he said.\n"
    )
    assert "Rescuers stand beside a ferry near Iquitos." in set_aside(read, Reason.CAPTION)


def test_a_dash_that_another_one_closes_opens_no_dateline():
    opening = dateline.opening(next(split("Chile — the main buyer of the fish — has banned imports from the port.")))
    assert opening is None
    assert dateline.opening(next(split("Santiago - Chile has banned imports of fish from the port.")))


def test_captions_in_front_of_teasers_end_with_their_bracket():
    line = next(split(f"A ferry lies on its side near Iquitos on March 3, 2025. (PHOTO / XINHUA) LIMA – {LEAD} […]"))
    caption, text = captions.unglued(line)
    assert caption.text.endswith("(PHOTO / XINHUA)")
    assert text.text.startswith("LIMA – Peru's navy")


CARDS = (
    ("Ferries run aground in Peru", LEAD + ". A third ferry was sent to bring them home, while the"),
    (
        "Court frees fishermen in Kenya",
        "A court in Nairobi freed nine fishermen on Monday who had been held since January over nets that were too",
    ),
    (
        "Chile lifts ban on squid",
        "Chile lifted its ban on catching squid off Arica on Friday after talks with owners of boats, and its ministry",
    ),
    (
        "Fiji buys patrol boats",
        "Fiji will buy four patrol boats from Australia, the prime minister said on Sunday in Suva. They are to be",
    ),
)


@pytest.mark.parametrize("below", ["{head}\n{lead}\nRead More\n", "politics\n\n{head}\n\nMarch 3, 2025\n\n{lead}\n\n"])
def test_leads_that_were_cut_off_without_a_sign_belong_to_their_headlines(below):
    read = read_text("The World of Harbours\n" + "".join(below.format(head=head, lead=lead) for head, lead in CARDS))
    assert titles(read) == [head for head, _ in CARDS]
    assert all(lead in event.text for event, (_, lead) in zip(read.events, CARDS, strict=True))


def test_a_headline_printed_again_below_its_picture_counts_once():
    read = read_text(
        "Ferries run aground in Peru near the port of Iquitos\n\nPeruvian sailors bringing food to a ferry on the "
        "river near Iquitos on Tuesday. (AFP)\nUpdated 03 March 2025\nFollow\n\n"
        f"Ferries run aground in Peru near the port of Iquitos\n\nLIMA: {LEAD}.\nThe navy sent a third ferry to bring "
        "them home, its commander said on Tuesday in Lima.\nNobody was hurt, the commander said, and food was aboard.\n"
    )
    assert titles(read)[0] == "Ferries run aground in Peru near the port of Iquitos"
    assert not any("bringing food" in event.text for event in read.events)


def test_headlines_over_texts_with_their_places_are_no_crossheads():
    read = read_text(
        "World briefs: Ferries run aground in Peru\n\nPrint Email Read Later\n\n"
        f"LIMA -- {LEAD}.\n\nThe navy sent a third ferry to bring them home, its commander said on Tuesday.\n\n"
        "Nobody was hurt, the commander said, and there was food aboard for three days more.\n\n"
        "Fishermen to go free\n\nNAIROBI -- A court in Kenya on Monday ordered the release of nine fishermen.\n\n"
        "They had been held since January over nets that were too fine.\n\n"
        "Squid ban lifted\n\nSANTIAGO -- Chile lifted its ban on catching squid off Arica on Friday.\n"
    )
    assert len(read.events) == 3
    assert titles(read)[1:] == ["Fishermen to go free", "Squid ban lifted"]


def test_the_first_item_may_open_with_its_place_above_items_with_signs():
    read = read_text(
        "Evening budget\n\nMarch 3, 2025\n\n"
        "LIMA, Peru — The navy of Peru looks for two ferries that ran aground on Tuesday, officials say.\n\n"
        "— PERU-FERRIES — A third ferry is sent to bring 140 people home.\n\n"
        "— CHILE-SQUID — Chile lifts its ban on catching squid off Arica.\n\n"
        "— KENYA-FISHERMEN — A court in Nairobi frees nine fishermen who had been held since January.\n\n"
    )
    assert any(event.text.startswith("The navy of Peru") or "navy of Peru looks" in event.text for event in read.events)
    assert len(read.events) == 4


def test_cards_may_have_the_name_of_a_picture_under_each_text():
    page = "Saturday, March 8, 2025\n\n" + "".join(
        f"March {7 - n}, 2025\n\n{head}\n\n{text}\n\n{name}\n"
        for n, (head, text, name) in enumerate(
            (
                ("Ferries run aground in Peru", LEAD + ".", "Peru's ferry in Iquitos"),
                (
                    "Court frees fishermen in Kenya",
                    "A court in Nairobi freed nine fishermen on Monday, their lawyer told reporters.",
                    "Kenyan fishermen and their lawyer",
                ),
                (
                    "Chile lifts ban on squid",
                    "Chile lifted its ban on catching squid off Arica on Friday after talks with owners.",
                    "Squid in Arica",
                ),
                (
                    "Fiji buys patrol boats",
                    "Fiji will buy four patrol boats from Australia, the prime minister said on Sunday.",
                    "Fiji's prime minister",
                ),
            )
        )
    )
    read = read_text(page + "March 1, 2025\n")
    assert titles(read) == [
        "Ferries run aground in Peru",
        "Court frees fishermen in Kenya",
        "Chile lifts ban on squid",
        "Fiji buys patrol boats",
    ]


ROUNDUP = (
    "World news in brief\n\nFerries run aground in Peru\n\n" + LEAD + ".\n\n{between}\n\n"
    "Court frees fishermen in Kenya\n\nA court in Nairobi freed nine fishermen on Monday, their lawyer told reporters."
    "\n\nChile lifts ban on squid\n\nChile lifted its ban on catching squid off Arica on Friday after talks."
    "\n\nFiji buys patrol boats\n\nFiji will buy four patrol boats from Australia, the prime minister said on Sunday.\n"
    "\nJapan tests a missile\n\nJapan fired a missile at a target off Hokkaido on Tuesday, its army said in Tokyo.\n"
)


@pytest.mark.parametrize(
    "between",
    [
        "Fishermen queue at a market in Nairobi, Kenya",
        "Why do so many ferries run aground on the Amazon?",
        "The harbour of Arica - Copyright AFP Jane Roe",
        "The harbour of Arica ©UNICEF/Jane Roe",
        "Jane Roe reported from Lima and Bo Li from Nairobi.",
        "The Herald's Jane Roe has the story.",
        "This story has been corrected to name the second ferry.",
        "Only registered members can leave comments.",
        "Comments below have been read by our night desk.",
        "An error occurred. Try again after a while.",
        "This report was translated from Spanish and has been updated.",
    ],
)
def test_what_stands_between_items_is_in_none_of_them(between):
    read = read_text(ROUNDUP.format(between=between))
    assert len(read.events) == 5
    assert not any(between[:20] in event.text for event in read.events)


@pytest.mark.parametrize(
    "between",
    [
        "Peruvian miners block a bridge near the port again",
        "Is the port safe? The navy will tell on Thursday, its commander said in Iquitos.",
    ],
)
def test_headlines_and_questions_with_an_answer_stay(between):
    read = read_text(ROUNDUP.format(between=between))
    assert any(between[:20] in event.text for event in read.events)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe, a trade reporter at The Herald, and Bo Li, a fellow at the naval academy.",
        "By , the newsletter writer at The Herald.",
    ],
)
def test_a_byline_may_say_what_its_authors_are(line):
    read = read_text(ROUNDUP.format(between=line))
    assert len(read.events) == 5
    assert line in set_aside(read, Reason.BYLINE)


@pytest.mark.parametrize(
    ("text", "has_initials"),
    [
        ("The minister called the treaty with them “dead.” U.S.", False),
        ("The nine fishermen were freed. H.T.", True),
    ],
)
def test_no_abbreviated_state_is_taken_for_initials(text, has_initials):
    assert (gluing.without_initials(text, 0, len(text)) < len(text)) is has_initials


def test_a_single_lead_without_a_stop_belongs_to_its_headline_where_others_have_one():
    read = read_text(
        "Ferries run aground in Peru\n" + LEAD + ".\n"
        "Court frees fishermen in Kenya\nA court in Nairobi freed nine fishermen on Monday, their lawyer said.\n"
        "Squid ban lifted in Chile\nChile said the ban on squid off Arica ends after talks with owners of boats\n"
        "Patrol boats for Fiji\nFiji will buy four patrol boats from Australia, the prime minister said on Sunday.\n"
        "Missile test in Japan\nJapan fired a missile at a target off Hokkaido on Tuesday, its army said in Tokyo.\n"
    )
    assert len(read.events) == 5
    assert "the ban on squid off Arica" in read.events[2].text


@pytest.mark.parametrize(
    "tail",
    [
        ". See also Page 4",
        " (updated)",
        ". Watch here.",
        ". [listen]",
        ". AFP Photo",
        ". (Photo: Navy/J. Roe)",
        ". Photo: Navy/J. Roe",
        ". SEE ALSO: The rivers of Peru",
        ".ADVERTISEMENT",
        ". Posted in: Rivers Leave a Comment",
        ". With files from AFP",
        " -- UPDATED",
    ],
)
def test_links_buttons_and_credits_of_pictures_are_cut_off_what_tells(tail):
    assert LEAD[paragraph_ends.begins_at(LEAD + tail)[0] :].strip(".") == ""


@pytest.mark.parametrize(
    "tail", [". See you in court.", ", its minister told Reuters.", ". One will follow: the third."]
)
def test_words_of_the_news_are_not(tail):
    assert paragraph_ends.begins_at(LEAD + tail) is None


def test_a_caption_keeps_its_credit():
    text = "Ferries lie in the port of Iquitos, where 140 people wait for help. Photo: AFP"
    assert paragraph_ends.begins_at(text) is None


@pytest.mark.parametrize(
    ("told", "tail", "reason"),
    [
        (
            "Peru on Monday reopened two ports that it had closed in July, the navy's paper has it. ",
            "(Photo: AFP)",
            None,
        ),
        (
            "Peru on Monday reopened two ports on the Ucayali river that it had closed in July after the floods. ",
            "Mud drying in the sun. (Photo: AFP)",
            Reason.CAPTION,
        ),
        (
            "Peru on Monday urged its neighbours to mend the dykes. "
            "They broke in May, and again in June and in July, when two villages were lost. ",
            "[Photo: Andina]",
            Reason.CAPTION,
        ),
        ("Men carry sacks ashore near Iquitos on Monday. The river has risen by three metres. ", "(Photo: AFP)", None),
        (f"{LEAD}.", "All rights reserved. No part may be used.", Reason.COPYRIGHT),
        (f"{LEAD}. ", "– Additional reporting by Ann Lee in Lima", Reason.BYLINE),
        (f"{LEAD}, whose owners", " reserved all rights", None),
    ],
)
def test_a_paragraph_of_news_is_parted_from_the_credit_behind_it(told, tail, reason):
    found = paragraph_ends.begins_at(told + tail)
    assert (found and found[1]) is reason
    assert reason is None or (told + tail)[found[0] :].strip() == tail


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("Ministers called it unjust. (NAN)(www.wire.example)", ["NAN"]),
        ("He stands by the treaty. (Israel-Lapid-Vote)", []),
        ("The flight leaves in November.RNZ", ["RNZ"]),
        ("Villagers remain in shelters.Vanuatu Daily Post", ["Vanuatu Daily Post"]),
    ],
)
def test_what_a_desk_adds_behind_the_last_sentence(text, credits):
    end, found = headline.trailing_credit(text, 0, len(text))
    assert text[:end].endswith(".")
    assert [span.of(text) for span in found] == credits


@pytest.mark.parametrize(
    "text", ["He left the U.S.AP", "He wrote for the site Turkmen.News", "It was signed by all-party-talks"]
)
def test_no_desk_adds_what_belongs_to_a_name(text):
    assert headline.trailing_credit(text, 0, len(text)) == (len(text), ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- European Union - immigration - shipwreck", Reason.WIDGET),
        ("- Peru votes - Chile too", None),
        ("- Talks resume - a first step - in Geneva tomorrow, says the envoy", None),
        ("Meanwhile in Canada...", Reason.WIDGET),
        ("And finally …", Reason.WIDGET),
        ("UPDATED: Finland's prime minister concedes defeat", None),
        ("UPDATED: 3 May 2020", Reason.BYLINE),
    ],
)
def test_tags_bridges_and_labels(line, reason):
    assert line_signs.reason_of(line, "en")[0] is reason


@pytest.mark.parametrize(("line", "is_one"), [("— William Lund and Sufia Taha", True), ("— Jordan River", False)])
def test_signatures_behind_a_dash(line, is_one):
    page = list(split(line))
    authors.silence(page)
    assert (page[0].reason is Reason.BYLINE) is is_one


def test_a_byline_of_two_agency_reporters_is_cut_off_its_dateline():
    line = next(
        split("by Sven BERG / Tim LUND Agence France Presse HELSINKI, Finland (AFP) — The premier conceded defeat.")
    )
    assert [piece.reason for piece in gluing.unglued(line, "en")] == [Reason.BYLINE, None]


def test_a_picture_below_its_address_has_a_caption():
    page = (
        "Latvia builds fence\n\nhttp://paper.example/2021/08/fence.jpg\n\nBorder guards near Robeznieki (AP)\n\n"
        "Latvia declared a state of emergency along its border with Belarus on Tuesday.\n\n"
        "The army may turn people back.\n\nIts neighbours did the same last month, and more fences are planned.\n"
    )
    assert "Border guards near Robeznieki (AP)" in set_aside(read_text(page), Reason.CAPTION)


@pytest.mark.parametrize(
    "tail", [" Read the statement.", " See the full report", " Download the letter.", " ADVERTISING X", "Quảng cáo"]
)
def test_a_document_to_read_and_an_advertisements_name_are_none_of_the_text(tail):
    text = "A court in Manama has sentenced nine men to life for smuggling weapons by sea."
    at, _ = paragraph_ends.begins_at(text + tail)
    assert text[:at] == text


@pytest.mark.parametrize("tail", [" He had them read the statement.", " The firm then stopped all advertising."])
def test_what_somebody_reads_or_stops_is_told(tail):
    assert paragraph_ends.begins_at("A court in Manama has sentenced nine men to life for smuggling." + tail) is None


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("Hạ viện Samoa bị khóa cửa, nữ thủ tướng tuyên thệ", " ha-vien-samoa-bi-khoa-cua-nu-thu-tuong"),
        ("Talks resume in Geneva after a year", " talks-resume-in-geneva-after-a-year.html"),
        ("The men were tried behind closed doors for more than a year.", " (CHI TIẾT )"),
    ],
)
def test_the_name_of_the_pages_file_and_a_button_with_spaces_are_parted(text, tail):
    (at,) = edges.parted_at(text + tail)
    assert text + tail == text + (text + tail)[len(text) :]
    assert (text + tail)[:at].rstrip() == text


@pytest.mark.parametrize(
    "text", ["The minister opened a state-of-the-art-and-low-cost-plant", "It was an all-in-one-go-and-be-done-with-it"]
)
def test_long_compounds_are_words(text):
    assert edges.parted_at(text) == []


def test_a_labelled_month_before_an_agency_is_parted():
    assert edges.parted_at("date 2019-02 (AFP) – The opposition in Tirana leaves its seats") == [13]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        (" (Lake Post)…[+]", False),
        (" Our graphics team has mapped the rains.", False),
        (" Read how we counted the votes.", False),
        (" Đọc tại: Cuộc sống bên con đập", False),
        (" Our reporter in Beira said that the road was open.", True),
        (" Our men counted the votes.", True),
    ],
)
def test_what_leads_to_the_papers_own_work_ends_no_item(behind, kept):
    item = (
        "Mozambique's government asked for help after floods along the Limpopo killed at least 48 people and cut the "
        "main road to the north for the second time this month."
    )
    read = read_text(f"* {item}{behind}\n* Peru: Four ministers resigned. (EFE)\n* Fiji: Two men were freed. (RNZ)\n")
    assert (behind.strip()[:12] in read.events[0].text) is kept


@pytest.mark.parametrize(
    ("stamp", "kept"),
    [
        (".... 5/21/2013 6:02 AM", False),
        (". May 21, 2013, 18:02 GMT", False),
        (". 21 May 2013 at 18:02", False),
        (" on 21 May 2013 at 18:02.", True),
        (". The vote is due at 18:02", True),
    ],
)
def test_when_a_feed_sent_a_text_is_none_of_it(stamp, kept):
    text = f"Police cleared the road to a gold mine in the north on Tuesday, officials said{stamp}"
    found = paragraph_ends.begins_at(text)
    assert (found is None) is kept
    if found:
        assert found[1] is Reason.BYLINE
        assert text[found[0] :].strip(" .")[0] in "52M"
