"""Who did it to whom by grammar alone, before a learned model has the last word."""

from __future__ import annotations

import pytest

from events.extraction import event_types, roles
from tests.extraction.type_cases import passage


def by_rules(headline: str, text: str, language: str) -> tuple[str, str]:
    """Actor and recipient of the main act, several joined by a space."""
    read = passage(headline, text, language=language)
    sentence, act = event_types.act_of(event_types.by_rules(read), read)
    actor, recipient = roles.read(sentence, act, read, read.text, read.mentions, language)
    return " ".join(value for value, _ in actor), " ".join(value for value, _ in recipient)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("(Chad) Qatar gives $50 million to Chad's central bank", "QA", "TD"),
        ("(Chad) Police arrest two traders in Moundou", "TD", ""),
        ("Benin's army says it has retaken the town of Porga from Boko Haram", "BJ", "Boko Haram"),
        ("Boko Haram lose town to Chadian army", "TD", "Boko Haram"),
        ("A bomb blamed on Hamas killed four guards in northern Jordan", "Hamas", "JO"),
        ("Togo's army killed nine gunmen near the border with Benin", "TG", ""),
        ("Togo closes its border with Benin", "TG", "BJ"),
        ("Malta sends tents to camps in Chad, Niger and Mali", "MT", "TD NE ML"),
        ("Kosovo arrests six suspected of recruiting for Syria", "XK", ""),
        ("Kosovo arrests six Syrians", "XK", "SY"),
        ("Tunisian troops shell camp near the Algerian border", "TN", ""),
        ("Togo urges donors to help people who fled to Chad", "TG", ""),
        ("Togo urges Benin to help people who fled to Chad", "TG", "BJ"),
        ("Nine gunmen killed in a US drone strike", "US", ""),
    ],
)
def test_english_grammar_tells_who_does_it_to_whom(text, actor, recipient):
    assert by_rules(text, "", "en") == (actor, recipient)


@pytest.mark.parametrize(
    ("headline", "text", "actor", "recipient"),
    [
        ("Trawler seized off Oman", "A Kenyan trawler was seized on Monday by Oman's navy.", "OM", "KE"),
        ("Latvia arrests plotters", "Police in Latvia arrested nine Serbian citizens on Sunday.", "LV", "RS"),
        ("Blast in Kabul", "Three Dutch soldiers died in an attack by the Taliban.", "Taliban", "NL"),
        ("Army retakes bridge in Juba", "South Sudan's army says it has driven fighters from the bridge.", "SS", ""),
    ],
)
def test_the_text_says_what_its_headline_leaves_out(headline, text, actor, recipient):
    assert by_rules(headline, text, "en") == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Chín binh sĩ Togo thiệt mạng trong một cuộc phục kích của Boko Haram", "Boko Haram", "TG"),
        ("Liên hợp quốc kêu gọi các nhà tài trợ giúp người Mali", "UN", ""),
        ("Liên hợp quốc kêu gọi Mali mở cửa khẩu", "UN", "ML"),
        ("Kosovo bắt sáu nghi can đưa người sang Syria", "XK", ""),
        ("Litva triệu đại sứ Belarus tới để yêu cầu giải thích về chiếc trực thăng", "LT", "BY"),
    ],
)
def test_vietnamese_grammar_tells_who_does_it_to_whom(text, actor, recipient):
    assert by_rules(text, "", "vi") == (actor, recipient)
