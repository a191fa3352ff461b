"""What is remembered of a document is forgotten with it."""

from events.extraction import date_phrases, extract, media, regions, sentences
from events.extraction.remembered import forgetting, remembered

TEXT = "Peru and Chile signed a treaty on fishing in Lima on Monday. Their ministers will meet again in May.\n"


def test_what_was_asked_is_remembered_while_a_document_is_read():
    asked = []

    @remembered(2)
    def length(text):
        asked.append(text)
        return len(text)

    with forgetting():
        assert length("Lima") == length("Lima") == 4
    assert asked == ["Lima"]
    assert length("Lima") == 4
    assert asked == ["Lima", "Lima"]


def test_no_line_of_a_document_outlives_its_reading():
    extract(TEXT.encode(), name="a.txt")
    for asked in (sentences.ends_like_one, sentences.split, regions.read_heading, media.hits, date_phrases.find):
        assert not asked.cache_info().currsize
