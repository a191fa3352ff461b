"""The one door, `extract()`: what it promises for any file."""

import datetime
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.extraction import extract
from events.extraction.records import ArticleRefused, Vocabulary

from .reading import assert_faithful, assert_tiled, read_text

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

MARKERS = (
    "*",
    "* ",
    "- ",
    "1. ",
    "2) ",
    "• ",
    "KYODO. ",
    "PARIS - ",
    "Europe",
    "Châu Á",
    "\n",
    "\n\n",
    ": ",
    " |",
    ". ",
)
NAMES = ("(Reuters)", "[AFP]", "Peru", "Nga", "Tổng thống Mỹ ", "met Chile in Lima", "said", "He ", "“", "”", '"')
PHRASES = ("On November 1, ", "Ngày 29-10, ", "hôm qua", "Ảnh: AFP", "RELATED NEWS", "Comment (0)")
ODDITIES = ("Source: https://a.example/b", "\u0301", "\ufeff", "🙂")
broken_articles = st.lists(st.sampled_from(MARKERS + NAMES + PHRASES + ODDITIES), max_size=60).map("".join)


@quick
@given(broken_articles)
def test_whatever_the_parts_passages_tile_and_words_are_the_texts_own(text):
    try:
        extraction = read_text(text)
    except ArticleRefused:
        return
    assert_tiled(extraction)
    assert_faithful(extraction)


@quick
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw):
    with suppress(ArticleRefused):
        assert_tiled(extract(raw, name="upload"))


@quick
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        extraction = read_text(text)
    except ArticleRefused:
        return
    assert_tiled(extraction)
    assert_faithful(extraction)


@quick
@given(broken_articles)
def test_the_same_bytes_give_the_same_result(text):
    with suppress(ArticleRefused):
        assert read_text(text) == read_text(text)


ITEM = "*Peru votes: On November 1, Peru voted. (AP)\n*Chile waits: Chile waits for rain. (EFE)\n"


def test_the_upload_day_dates_a_text_that_does_not_tell_its_own():
    extraction = read_text(ITEM, uploaded_on=datetime.date(2020, 11, 3))
    assert extraction.document.published is None
    assert extraction.document.reference_date == datetime.date(2020, 11, 3)
    assert extraction.events[0].date == datetime.date(2020, 11, 1)
    assert extraction.events[1].date is None


def test_the_day_a_text_tells_overrides_the_upload_day():
    extraction = read_text("Published: November 2, 2018\n" + ITEM, uploaded_on=datetime.date(2020, 11, 3))
    assert extraction.document.published == datetime.date(2018, 11, 2)
    assert extraction.events[0].date == datetime.date(2018, 11, 1)


def test_the_editors_word_overrides_both():
    extraction = read_text(
        "Published: November 2, 2018\n" + ITEM,
        uploaded_on=datetime.date(2020, 11, 3),
        reference_date=datetime.date(2011, 11, 5),
    )
    assert extraction.document.published == datetime.date(2018, 11, 2)
    assert extraction.events[0].date == datetime.date(2011, 11, 1)


def test_with_no_reference_at_all_years_are_unknown():
    extraction = read_text(ITEM, uploaded_on=None)
    assert extraction.document.reference_date is None
    assert [event.date for event in extraction.events] == [None, None]


def test_the_day_in_a_printed_address_is_the_publication_day():
    extraction = read_text(ITEM + "Source: https://desk.example/world/2019/11/02/roundup.html")
    assert extraction.document.published == datetime.date(2019, 11, 2)
    assert extraction.document.publisher == "desk.example"


def test_languages():
    assert read_text("Peru and Chile have agreed that the border will be open.").document.language == "en"
    assert read_text("Peru và Chile đã nhất trí mở cửa biên giới cho người dân.").document.language == "vi"
    assert read_text("Peru va Chile da nhat tri mo cua bien gioi cho nguoi dan cua hai nuoc.").document.language == "vi"
    assert read_text("Перу и Чили договорились о границе.").document.language == "und"


def test_the_name_of_the_file_does_not_matter():
    one = extract(ITEM.encode(), name="../../etc/passwd\x00🙂.pdf", vocabulary=Vocabulary())
    assert one == extract(ITEM.encode(), name="a.txt")


def test_a_later_items_values_carry_their_evidence():
    extraction = read_text("Americas\n" + ITEM)
    event = extraction.events[0]
    said = {(one.field, one.value) for one in event.evidence}
    assert {("region", None), ("section", None), ("date", None), ("countries", "PE"), ("agencies", "AP")} <= said
    where = next(one for one in event.evidence if one.field == "date")
    assert extraction.document.text[where.start : where.end] == "November 1"


def test_the_language_that_an_editor_names_is_believed():
    raw = "Nga và Peru ký hiệp định. On November 1, Chile and Peru signed a treaty in Lima.".encode()
    for language in ("en", "vi"):
        assert extract(raw, name="a.txt", language=language).document.language == language
    told = extract(b"Paris: 3", name="a.txt")
    assert told.document.language == "und"
    assert extract(b"Paris: 3", name="a.txt", language="vi").document.language == "vi"


def test_the_icelandic_letter_of_old_fonts_is_read_as_vietnamese_and_printed_as_it_was():
    text = "STOCKHOLM – Thủ tướng Thụy Ðiển hôm thứ Hai gặp người đồng cấp Ấn Ðộ để bàn về mậu dịch.\n"
    (event,) = extract(text.encode(), name="x.txt").events
    assert event.countries == ("SE", "IN")
    assert "Thụy Ðiển" in event.text
    assert "Ấn Ðộ" in event.title
    assert extract("Guðni hitti Ðani á Íslandi.".encode(), name="x.txt").document.text.startswith("Guðni")
