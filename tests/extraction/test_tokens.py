"""Words of a text with their places, as the room that finds people sees them."""

from __future__ import annotations

from events.extraction.tokens import printed_words, tokens

LINE = "Ông Trần Văn Bé's envoy met al-Sabah on 12 May, in Port-au-Prince\n"


def test_possessives_are_left_out_and_arabic_articles_make_a_capital():
    found = tokens(LINE, [], printed_words(LINE))
    assert [word.text for word in found.words[2:6]] == ["Văn", "Bé", "envoy", "met"]
    assert [found.words[at].text for at in found.capitals] == [
        "Ông", "Trần", "Văn", "Bé", "al-Sabah", "May", "Port-au-Prince",
    ]  # fmt: skip
    assert found.small == {"envoy", "met", "on", "12", "in"}


def test_a_long_text_has_the_same_words_as_its_lines():
    times = 4000
    few, many = (tokens(text, [], printed_words(text)) for text in (LINE, LINE * times))
    assert len(many.words) == times * len(few.words)
    for line in (0, 1, times // 2, times - 1):
        offset, first = line * len(LINE), line * len(few.words)
        assert [
            (word.start - offset, word.end - offset, word.text, word.capital)
            for word in many.words[first : first + len(few.words)]
        ] == [(word.start, word.end, word.text, word.capital) for word in few.words]
    assert many.small == few.small


def test_words_inside_hits_know_theirs():
    place = LINE.index("Port")
    found = tokens(LINE, [(place, place + len("Port-au-Prince"))], printed_words(LINE))
    (covered,) = found.covered
    assert found.words[covered].text == "Port-au-Prince"
    assert found.words[covered].hit == 0
