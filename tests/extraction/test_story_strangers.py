"""What pages print amid and above the paragraphs of one article: leads of others, pictures' words, notices."""

import pytest

from events.extraction.layouts import story_pictures, strangers
from events.extraction.lines import Line
from events.extraction.names import Names
from events.extraction.records import Reason, Vocabulary

from .reading import assert_tiled, read_text, set_aside, titles

HEAD = "Samoa and Palau send divers to Vanuatu"
TEXT = (
    "Samoa and Palau on Monday sent two teams of divers to Vanuatu to help raise a ferry that sank off Efate.",
    "The ferry went down on Saturday night with more than 90 people on board, among them a school class.",
    "Police in Port Vila said that 71 passengers had been brought ashore by fishermen before dawn.",
    "The divers are to search the hull first, and cranes from Noumea will lift it before the end of the week.",
)


def _told(page):
    """The text of all events."""
    read = read_text(page)
    assert_tiled(read)
    return "\n".join(f"{event.title or ''}\n{event.text}" for event in read.events)


def _page(*between, head=HEAD, above=(), after=()):
    return "\n\n".join((*above, head, *TEXT[:2], *between, *TEXT[2:], *after))


@pytest.mark.parametrize(
    "end", ["the price of copra which the isl...", "the price of copra which…", "the price of copra which Read More..."]
)
def test_a_paragraph_that_the_page_cut_off_leads_to_another_article(end):
    lead = f"Growers in the Solomon Islands on Friday asked their government for a higher subsidy on {end}"
    assert "copra" not in _told(_page("Growers of Malaita want to be paid more", lead))
    assert "Malaita" not in _told(_page("Growers of Malaita want to be paid more", lead))
    assert "copra" not in _told(_page(after=(lead,)))


def test_an_article_that_is_cut_off_itself_is_kept():
    assert "Vanuatu" in _told(f"{HEAD}\n\n{TEXT[0][:-1]}…")


@pytest.mark.parametrize(
    ("text", "language", "broken"),
    [
        ("Hội đồng thành phố sẽ bỏ phiếu về kế hoạch xây cảng mới ở...", "vi", True),
        ("Tàu chở theo nhiều hàng cứu trợ như gạo, muối, dầu ăn...", "vi", False),
        ("The ship took on rice, salt, oil...", "en", True),
        ('"We will see ..." he said.', "en", False),
        ("...", "en", False),
    ],
)
def test_lists_of_things_end_in_dots_in_vietnamese(text, language, broken):
    assert strangers.breaks_off(text, language) is broken


def test_what_a_ship_carried_is_told_though_the_list_of_it_ends_in_dots():
    page = (
        "Samoa cử tàu chở hàng cứu trợ tới Vanuatu\n\n"
        "Samoa ngày 6/3 đã cử hai tàu chở hàng cứu trợ tới Vanuatu sau khi một chiếc phà bị chìm ở gần đảo Efate.\n\n"
        "Hai tàu này chở theo hơn 40 tấn hàng cứu trợ của Samoa, gồm gạo, muối, dầu ăn, chăn màn...\n\n"
        "Thủ tướng Samoa cho biết một tàu nữa sẽ rời cảng Apia trong tuần này.\n"
    )
    assert "chăn màn" in _told(page)


@pytest.mark.parametrize("link", ["Congo pardons 30 inmates", "Congo pardons thirty more inmates of Goma's jail"])
def test_a_lead_below_a_link_that_names_nobody_else_on_the_page_is_another_article(link):
    lead = "The parliament of Congo passed an amnesty bill in a session that went on until midnight on Thursday."
    assert "amnesty" not in _told(_page(after=("Related news", link, lead)))


def test_a_paragraph_below_a_link_that_takes_up_the_story_is_kept():
    link = ("Related news", "Ferry had no rafts, says survivor")
    more = "Samoa flew three more divers to Efate on Tuesday, the prime minister's office in Apia announced."
    assert "three more divers" in _told(_page(*link, more))
    meanwhile = "Meanwhile, Tonga on Tuesday offered to lend its neighbours a tug for as long as they need it."
    assert "Tonga" in _told(_page(*link, meanwhile))


def test_the_words_of_a_link_and_of_its_picture_make_one_line():
    assert strangers.is_printed_twice("Storm shuts port of Suva Storm shuts port of Suva")
    assert not strangers.is_printed_twice("Storm shuts port of Suva Storm shuts port of Nadi")
    assert not strangers.is_printed_twice("Bora Bora")
    link = "Poland's leader visits flooded towns Poland's leader visits flooded towns"
    lead = "Poland's government promised 10,000 zloty to each household that the water had reached in the south."
    assert "zloty" not in _told(_page(link, lead))


# --- Pictures


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Interior Minister Maria Silva.", True),
        ("Prime Minister Robert Abela of Malta met Maria Silva.", False),
        ("He thanked Maria Silva.", False),
    ],
)
def test_a_line_that_only_names_somebody_is_under_a_picture(text, shown):
    mentions = Names(Vocabulary()).read(text, "en").mentions
    line = Line(0, len(text), text)
    assert story_pictures.is_portrait(line, lambda spans: mentions) is shown


# --- Above the text


def test_what_a_page_says_of_itself_above_and_below_the_text_is_no_event():
    own = "This is the English page of the Lamp, which brings the news of the islands and the world to its readers"
    assert own not in _told("\n\n".join((own, *TEXT, "Source: Radio Apia", own)))


def test_a_notice_above_the_headline_has_nothing_in_common_with_the_article():
    notice = (
        "Because of the merger this page will carry no new reports. Please look for us at our new address. Thank you!"
    )
    page = "\n\n".join((notice, HEAD, *TEXT))
    assert "merger" not in _told(page)
    assert titles(read_text(page))[0] == HEAD
    standfirst = "The ferry that sank off Efate is to be raised by divers whom Samoa and Palau have sent to Vanuatu."
    assert standfirst not in set_aside(read_text("\n\n".join((standfirst, HEAD, *TEXT))), Reason.WIDGET)


def test_links_parted_by_strokes_behind_them_are_no_headline():
    row = (
        "Council buys two new ferries for Suva -",
        "Bank lowers rates on loans for boats -",
        "Quay opens to great ships",
    )
    assert "ferries for Suva" not in _told("\n\n".join((*row, *TEXT)))
    assert "great ships" not in _told("\n\n".join((*row, *TEXT)))
    assert titles(read_text("\n\n".join((*row, HEAD, *TEXT))))[0] == HEAD


def test_a_title_with_the_name_of_its_site_is_not_the_headline():
    head = "Samoa and Palau send divers to raise a ferry off Vanuatu"
    for title in (f"{head} -Blue Lamp Circle", f"{head} | The Lamp"):
        assert titles(read_text("\n\n".join((title, head, *TEXT))))[0] == head


def test_a_standfirst_that_the_text_says_whole_is_a_summary():
    standfirst = "Samoa and Palau on Monday sent two teams of divers to Vanuatu to help raise a ferry."
    assert _told("\n\n".join((HEAD, standfirst, *TEXT))).count("two teams of divers") == 1


def test_a_sentence_shown_large_once_more_is_told_once():
    assert (
        _told(
            _page("Police in Port Vila said that 71 passengers had been brought ashore by fishermen before dawn.")
        ).count("71 passengers")
        == 1
    )


def test_the_points_above_each_article_of_a_page_are_no_list():
    page = "\n\n".join(
        (
            HEAD,
            "• The divers are to search the hull first",
            "• Seventy-one passengers were saved by fishermen",
            *TEXT,
            "Vanuatu has asked Fiji for its inspectors, the ministry of transport in Port Vila announced.",
            "Hospitals of Lebanon stop operations over arrears",
            "• The state owes them a third of a year",
            "• A first payment has been promised for May",
            "BEIRUT: Lebanon's private hospitals said on Wednesday they would only take in emergencies until May.",
            "The head of their union told reporters that some could no longer afford oxygen.",
        )
    )
    assert "Seventy-one" not in _told(page)
    assert titles(read_text(page))[0] == HEAD


def test_a_dialog_about_cookies_is_no_story():
    page = "\n\n".join(
        (
            "Customize Consent Preferences",
            "This site uses cookies so that its pages load. You find them below.",
            "Functional cookies support what third parties offer here, such as forms and buttons to share.",
            "Analytical cookies show how visitors use the site, and where they come from.",
            HEAD,
            *TEXT,
        )
    )
    assert "cookies" not in _told(page)
    assert len(set_aside(read_text(page), Reason.COOKIES)) > 1


LEADS = (
    "The central bank of Iceland on Wednesday lowered its rate to 7.5 percent.",
    "Serbia's president says that his country will not change its mind about the alliance.",
    "Thailand and Malaysia agree to open two more crossings for lorries by the summer.",
    "The greatest fair of farmers in Morocco has opened in Rabat with 1,400 stalls.",
)


def test_an_article_over_single_sentences_about_others_is_no_list_of_them():
    text = "Divers of Samoa raised the ferry on Friday. Vanuatu's prime minister thanked them on the quay of Port Vila."
    assert titles(read_text("\n\n".join((HEAD, *TEXT, text, *LEADS))))[0] == HEAD
    assert "Iceland" not in _told("\n\n".join((HEAD, *TEXT, text, *LEADS)))
    kept = "Vanuatu asked Samoa on Friday for a second team of divers, and Palau for a ship that can carry them."
    assert "Palau for a ship" in _told("\n\n".join((HEAD, *TEXT, text, kept)))
