"""Where a page without any sign begins its reports: told by what each paragraph names and how it opens, weighed."""

import pytest

from events.extraction.language import detect
from events.extraction.layouts import fresh
from events.extraction.lines import split
from events.extraction.names import Names
from events.extraction.records import Vocabulary

from .reading import assert_tiled, read_text

NAMES = Names(Vocabulary())


def weight(above: str, below: str) -> float:
    text = f"{above}\n{below}"
    first, second = split(text)
    language = detect(text)
    return fresh.weight_of(second, [first], NAMES.read(text, language).within, language)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Peru declared an emergency in Cusco on Monday.", "The government of Spain withdrew its envoy from Caracas."),
        ("Malta's parliament dissolved itself on Friday.", "Kenya reopened its border with Somalia on Saturday."),
        ("Pháp rút 300 binh sĩ khỏi Niger hôm 3/5.", "Anh công bố gói viện trợ 40 triệu bảng cho Sudan."),
        ("Cảnh sát Fiji bắt 4 người hôm 3/5.", "Quốc hội Chile ngày 4/5 thông qua luật về nước sạch."),
    ],
)
def test_a_paragraph_about_others_begins_a_report(above, below):
    assert weight(above, below) > 0


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Peru declared an emergency in Cusco on Monday.", "The government said that it would last for 30 days."),
        ("Malta's parliament dissolved itself on Friday.", "“We owe this to the voters,” the speaker said."),
        ("Pháp rút 300 binh sĩ khỏi Niger hôm 3/5.", "Ông nói thêm rằng việc này sẽ kéo dài đến tháng 7."),
        ("Cảnh sát Fiji bắt 4 người hôm 3/5.", "Những người này bị cáo buộc đốt một nhà kho ở Suva."),
    ],
)
def test_a_paragraph_that_names_nobody_new_goes_on(above, below):
    assert weight(above, below) < 0


def test_what_says_little_is_an_item_where_all_others_are_and_goes_on_where_none_is():
    """On a page of single paragraphs one that says little is one more; in a report of many it is not."""
    brief = "World news in brief\n\n{}\n\nA bridge fell into a river after days of rain, and 11 people are missing.\n"
    others = [
        "Peru declared an emergency in Cusco on Monday.",
        "Kenya reopened its border with Somalia on Saturday.",
        "Malta dissolved its parliament on Friday.",
        "Japan launched a rescue satellite from Tanegashima.",
        "Chad buried 20 soldiers killed near its border.",
    ]
    told = read_text(brief.format("\n\n".join(others)))
    assert len(told.events) == 6
    assert_tiled(told)


def test_a_page_whose_summary_announces_reports_needs_no_title():
    text = """The following are the top stories in the overseas press.

Le Monde reports that France has recalled its envoy to Chad. He had been in N'Djamena for a year.

Kuwait Times says Kuwait will build a bridge to an island.

The Namibian reports that Namibia has banned the export of raw lithium.

La Nación says Argentina has sold its share in an airline to a bank in Brazil.
"""
    assert [event.text.split()[0] for event in read_text(text).events] == ["Le", "Kuwait", "The", "La"]
