"""Agencies in credits and in prose."""

import pytest

from events.extraction import agencies
from events.extraction.records import NamedAlias, Span, Vocabulary

NONE = Vocabulary()
CREDITS = [
    ("Reuters/Sputniknews", "Reuters|Sputnik"),
    ("THX, AFP", "Xinhua|AFP"),
    ("Tân Hoa Xã - TASS", "Xinhua|TASS"),
    ("Theo Yonhap", "Yonhap"),
    ("TTXVN", "VNA"),
    ("AP, 12/3", "AP"),
    ("T.H. (theo Kyodo)", "Kyodo"),
    ("Minh Anh - Theo CNN", "CNN"),
    ("Xinhua và AFP", "Xinhua|AFP"),
    ("Nguồn: Al Jazeera", "Al Jazeera"),
    ("MENA", "MENA"),
    ("Reuters, reuters", "Reuters"),
    ("Washington Post, Fox News", "Washington Post|Fox News"),
    ("KYODO", "Kyodo"),
    ("Lagos Evening Herald", "Lagos Evening Herald"),
]
NO_CREDITS = ["UN", "Peru", "COP29", "NATO", "EU", "ICBM", "Mỹ", "giờ địa phương", "trái", "in Spanish", "", "2024",
              "He wrote to Reuters before he was told to leave the country for good"]  # fmt: skip
PROSE = [
    ("Hãng tin Reuters dẫn lời ông Ivo.", "Reuters"),
    ("Kyodo đưa tin ngày 3-4.", "Kyodo"),
    ("Theo AFP, ba người bị thương.", "AFP"),
    ("According to Yonhap news agency, the talks failed.", "Yonhap"),
    ("Iran's ILNA news agency reported the arrest.", "ILNA"),
    ("She told the Financial Times that rates would fall.", "Financial Times"),
    ("Kênh truyền hình CNN (Mỹ) cho biết", "CNN"),
    ("The bank sold its stake in Bloomberg.", ""),
    ("There is time to reform.", ""),
]


@pytest.mark.parametrize(("credit", "names"), CREDITS, ids=[credit for credit, _ in CREDITS])
def test_a_credit_is_recognised_and_read(credit, names):
    text = f"Ends here. ({credit})"
    span = Span(12, 12 + len(credit))
    found = agencies.read_credit(text, span, "en", NONE)
    assert agencies.is_credit(credit)
    assert [mention.value for mention in found] == names.split("|")
    assert all(span.start <= mention.start < mention.end <= span.end for mention in found)


@pytest.mark.parametrize("tail", NO_CREDITS)
def test_other_brackets_are_no_credit(tail):
    assert not agencies.is_credit(tail)


@pytest.mark.parametrize(("sentence", "names"), PROSE, ids=[sentence[:30] for sentence, _ in PROSE])
def test_an_attribution_in_prose_is_found(sentence, names):
    found = agencies.in_text(sentence, [Span(0, len(sentence))], "en", NONE)
    assert [mention.value for mention in found] == [name for name in names.split("|") if name]


def test_offsets_point_at_the_agency():
    text = "Done. (Theo Reuters/AFP)"
    found = agencies.read_credit(text, Span(7, 23), "vi", NONE)
    assert [text[mention.start : mention.end] for mention in found] == ["Reuters", "AFP"]


def test_an_editors_alias_is_read_in_credits():
    vocabulary = Vocabulary((NamedAlias("agency", "Rtrs", "Reuters"),))
    assert agencies.is_credit("Rtrs", vocabulary)
    assert [m.value for m in agencies.read_credit("Rtrs", Span(0, 4), "en", vocabulary)] == ["Reuters"]
