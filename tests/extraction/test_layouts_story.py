"""Single stories: the main event, further happenings, and everything around them."""

import datetime

import pytest

from events.extraction.records import Reason

from .reading import assert_faithful, assert_tiled, read_document, read_text, set_aside


@pytest.fixture(scope="module")
def story_vi():
    return read_document("story-vi.txt", uploaded_on=datetime.date(2024, 8, 6))


@pytest.fixture(scope="module")
def story_en():
    return read_document("story-en.txt")


def test_the_main_event_comes_first_and_a_paragraph_with_its_own_actors_is_another(story_vi):
    assert story_vi.document.layout == "story"
    main, border = story_vi.events
    assert main.title == "Na Uy viện trợ lương thực cho Malawi"
    assert main.text.endswith("ông Eide nói.")
    assert border.text.startswith("Cùng ngày 5/8, Zambia đóng cửa biên giới")
    assert [event.date.isoformat() for event in (main, border)] == ["2024-08-05", "2024-08-05"]


def test_a_caption_glued_to_a_sentence_ends_where_the_sentence_begins(story_vi):
    assert set_aside(story_vi, Reason.CAPTION) == [
        "Bộ trưởng Phát triển Na Uy thăm một kho gạo ở Lilongwe - Ảnh: REUTERS"
    ]
    assert "Ngoại trưởng Na Uy Espen Eide cho biết" in story_vi.events[0].text


def test_background_repetition_widgets_and_teasers_are_in_no_event(story_vi):
    kept = "\n".join(event.text for event in story_vi.events)
    assert "Trước đó" not in kept
    assert [words.split()[0] for words in set_aside(story_vi, Reason.BACKGROUND)] == ["Trước", "Dịch"]
    assert len(set_aside(story_vi, Reason.DUPLICATE)) == 1
    assert "user image" in set_aside(story_vi, Reason.WIDGET)
    assert [words.split()[0] for words in set_aside(story_vi, Reason.TEASER)] == ["Chile", "Đội"]


def test_an_english_story_with_byline_date_line_and_another_scene(story_en):
    main, ghana = story_en.events
    assert main.date.isoformat() == "2023-05-11"
    assert ghana.text.splitlines()[0].startswith("Meanwhile, Ghana")
    assert ghana.date.isoformat() == "2023-05-12"
    assert story_en.document.published.isoformat() == "2023-05-12"
    assert "By Jane Mwangi" in set_aside(story_en, Reason.BYLINE)
    assert set_aside(story_en, Reason.BACKGROUND) == ["Kenya closed the mission in 2012 to save money."]
    assert len(set_aside(story_en, Reason.TEASER)) == 2


def test_passages_tile_and_events_are_faithful(story_vi, story_en):
    for extraction in (story_vi, story_en):
        assert_tiled(extraction)
        assert_faithful(extraction)


def test_an_article_set_solid_ends_where_paragraphs_are_set_apart():
    text = (
        "Benin opens a port in Cotonou\n"
        "Benin opened a new deep-water port in Cotonou on Monday.\n"
        "It can take the largest ships of the region, President Patrice Talon said.\n"
        "Togo said on Tuesday that it would lower its own fees.\n\n"
        "A cook from Bhutan wins the Asian cup of dumplings.\n\n"
        "Peru counts its alpacas for the first time in ten years.\n"
    )
    extraction = read_text(text)
    assert len(set_aside(extraction, Reason.TEASER)) == 2
    assert all("alpacas" not in event.text for event in extraction.events)


@pytest.mark.parametrize(
    ("line", "caption", "rest"),
    [
        (
            "Two ministers in Oslo. Photo: REUTERSOn Monday Norway and Chad signed a pact on fish.",
            "REUTERS",
            "On Monday",
        ),
        (
            "Two ministers in Oslo. (Photo: AFP)On Monday Norway and Chad signed a pact on fish.",
            "(Photo: AFP)",
            "On Monday",
        ),
        ("Hai bộ trưởng - Ảnh: AFPTổng thống Chad thăm Na Uy hôm thứ Hai và ký thỏa thuận.", "AFP", "Tổng thống"),
        ("Hai bộ trưởng - Ảnh: Getty ImagesÔng Oyelaran thăm Na Uy hôm thứ Hai và ký thỏa thuận.", "Images", "Ông"),
    ],
)
def test_glued_captions(line, caption, rest):
    extraction = read_text(f"Norway and Chad sign a pact\n{line}\n")
    assert set_aside(extraction, Reason.CAPTION)[0].endswith(caption)
    assert extraction.events[0].text.splitlines()[1].startswith(rest)


_LEAD = (
    "Mali's junta expels Danish envoy\n"
    "Mali's military rulers on August 24 told the ambassador of Denmark to leave Bamako within three days.\n"
)


@pytest.mark.parametrize(
    "background",
    [
        "Denmark, a small kingdom in the north, has about a hundred soldiers in the country.",
        "The coup of 26 May, led by young officers, toppled the president and closed the borders.",
        "About 900 European soldiers are stationed in Gao, where they train recruits.",
        "Analysts in Dakar doubt that the row will end soon.",
    ],
)
def test_what_only_explains_opens_no_event_and_ends_the_one_before(background):
    text = _LEAD + "Separately, Norway said on Friday that it would close its embassy in Bamako.\n" + background
    read = read_text(text, uploaded_on=datetime.date(2023, 8, 26))
    assert len(read.events) == 2
    assert read.events[1].text.endswith("its embassy in Bamako.")
    assert background in set_aside(read, Reason.BACKGROUND)


def test_a_quotation_behind_a_further_event_belongs_to_it():
    text = (
        _LEAD + "Separately, Norway said on Friday that it would close its embassy in Bamako.\n"
        '"We do not leave with a light heart," the minister in Oslo said.'
    )
    assert read_text(text).events[1].text.endswith("the minister in Oslo said.")


def test_what_had_happened_before_the_story_is_no_event_of_its_own():
    text = _LEAD + "The envoy had presented her papers to the foreign ministry on Monday."
    assert len(read_text(text).events) == 1


def test_quoc_gia_tung_lam_gi_khong_phai_la_su_kien_moi():
    text = (
        "Mali trục xuất đại sứ Đan Mạch\n"
        "Chính quyền quân sự Mali ngày 24/8 yêu cầu đại sứ Đan Mạch rời Bamako trong ba ngày.\n"
        "Trong khi đó, Na Uy tuyên bố sẽ đóng cửa đại sứ quán ở Bamako.\n"
        "Thụy Điển từng rút quân khỏi nước này hôm 3/2."
    )
    assert len(read_text(text).events) == 2


def test_the_paragraph_that_says_a_cut_standfirst_again_belongs_to_the_lead():
    text = (
        "Ghana hosts summit on floods\n"
        "APA-Accra Ghana's president on Tuesday opened a summit of the coastal states on floods. The summit will hear "
        "a report on dams along the Volta, which…\n"
        "APA-Accra (Ghana) Ghana's president on Tuesday opened a summit of the coastal states on floods.\n"
        "The summit will hear a report on dams along the Volta, which are full after the rains.\n"
    )
    assert len(read_text(text, uploaded_on=datetime.date(2023, 8, 26)).events) == 1


def test_lines_that_say_nothing_and_the_path_to_the_page_are_no_part_of_a_story():
    text = (
        "Home » World » Mali's junta expels Danish envoy\n\n" + _LEAD.replace("\n", "\n\n") + "|\n\non\n\n"
        "The ambassador has until Saturday to pack, a spokesman for the rulers said.\n"
    )
    read = read_text(text, uploaded_on=datetime.date(2023, 8, 26))
    assert read.events[0].title == "Mali's junta expels Danish envoy"
    assert not {"|", "on"} & set(read.events[0].text.split("\n"))
