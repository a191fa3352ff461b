"""The same items printed in every usual way, amid the usual furniture of pages: nothing may be lost or leak in."""

import pytest

from .reading import assert_faithful, assert_tiled, read_text
from .variants import CREDITS, FURNITURE, HEADLINES, ITEMS, WITH_HEADLINE, WITHOUT_HEADLINE, items

LANGUAGES = ("en", "vi")
STYLES = [
    (language, style, layout not in ("agency", "portal"), layout)
    for language in LANGUAGES
    for table in (WITH_HEADLINE, WITHOUT_HEADLINE)
    for layout, styles in table.items()
    for style in styles
]
SITES = ("VOV.VN – ", "(Dân trí) - ", "(VNA) - ", "TTO - ", "{PLACE} (TTXVN) – ", "{PLACE}, 5/3 (TTXVN) - ")
HEADINGS = {
    "en": (
        ("Americas", "Europe"),
        ("POLITICS", "ECONOMY"),
        ("I. Politics", "II. Economy"),
        ("# Politics", "# Economy"),
    ),
    "vi": (
        ("Châu Mỹ", "Châu Âu"),
        ("CHÍNH TRỊ", "KINH TẾ"),
        ("I. Chính trị", "II. Kinh tế"),
        ("Chính trị:", "Kinh tế:"),
    ),
}


def _each_body_stands_in_one_event(extraction, language):
    assert len(extraction.events) == len(ITEMS[language])
    for item, event in zip(ITEMS[language], extraction.events, strict=True):
        assert item.body.rstrip(".") in event.text


@pytest.mark.parametrize(("language", "style", "credited", "layout"), STYLES)
def test_items_are_found_behind_every_sign(language, style, credited, layout):
    printed = items(style, language, "({})" if credited else "")
    extraction = read_text("\n".join([HEADLINES[language][0], *printed]) if layout != "portal" else "\n".join(printed))
    _each_body_stands_in_one_event(extraction, language)
    assert all(event.agencies for event in extraction.events) or layout == "portal"
    assert_tiled(extraction)
    assert_faithful(extraction)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("credit", CREDITS)
def test_credits_are_told_from_the_text(language, credit):
    for style in ("*{title}: {body}", "- {body}", "{n}. {title}\n{body}"):
        extraction = read_text("\n".join(items(style, language, credit)))
        assert [len(event.agencies) for event in extraction.events] == [1, 1, 1, 1]
        assert not any(event.text.endswith(credit.format(event.agencies[0])) for event in extraction.events)


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in LANGUAGES for line in FURNITURE[language]]
)
def test_furniture_belongs_to_no_event(language, line):
    for style, credit in (("*{title}: {body}", "({})"), ("{n}. {title}\n{body}", ""), ("{PLACE} - {body}", "")):
        printed = items(style, language, credit)
        for page in ([*printed, line], [*printed[:2], line, *printed[2:]]):
            extraction = read_text("\n".join(page))
            _each_body_stands_in_one_event(extraction, language)
            assert not any(line in event.text for event in extraction.events)


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    "form", ["{title}\n%s{body}", "{title}\n\n%s{body}\n", "{title}\nẢnh: Reuters\n%s{body}", "%s{body}"]
)
def test_vietnamese_datelines_stand_under_headlines_or_alone(site, form):
    extraction = read_text("\n".join(items(form % site, "vi", "")))
    _each_body_stands_in_one_event(extraction, "vi")
    if form.startswith("{title}"):
        assert [event.title for event in extraction.events] == [item.title for item in ITEMS["vi"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("headline", [True, False])
@pytest.mark.parametrize(
    "style", ["*{title}: {body}", "{n}. {title}\n{body}", "- {body}", "{PLACE} - {body}", "{title}\n{PLACE} - {body}"]
)
def test_headings_of_every_kind_head_the_items_below(language, headline, style):
    printed = items(style, language)
    for first, second in HEADINGS[language]:
        page = [HEADLINES[language][0]] * headline + [first, *printed[:2], second, *printed[2:]]
        sections = [event.section or "" for event in read_text("\n".join(page)).events]
        assert len(sections) == 4
        assert all(
            part and part in heading for part, heading in zip(sections, (first, first, second, second), strict=True)
        )


@pytest.mark.parametrize(
    "box",
    [
        "Recommended stories\n- Five trains that changed Peru\n- Who owns the Pacific",
        "You may also like\n1. Five trains that changed Peru\n2. Who owns the Pacific",
        "TIN LIÊN QUAN\n• Five trains that changed Peru\n• Who owns the Pacific",
        "Read more\nFive trains that changed Peru\nWho owns the Pacific",
    ],
)
def test_a_list_of_links_behind_a_story_is_no_round_up(box):
    item = ITEMS["en"][0]
    extraction = read_text(f"{item.title}\n\n{item.body}\n\nBoth sides agreed to form a joint group.\n\n{box}")
    assert len(extraction.events) == 1
    assert "trains" not in extraction.events[0].text


def test_a_read_more_under_every_teaser_hides_none_of_them():
    page = "\n\n".join(f"{item.title}\n{item.body}\nRead more" for item in ITEMS["en"])
    _each_body_stands_in_one_event(read_text(page), "en")


def test_a_row_of_stars_that_rates_the_page_is_no_item():
    page = "\n".join([*items("*{title}: {body}", "en"), "★★★★★ 4.5/5 (12 votes)"])
    assert len(read_text(page).events) == 4


def test_items_under_one_headline_with_other_texts_are_no_duplicates():
    page = "\n".join(f"*World: {item.body} ({item.agency})" for item in ITEMS["en"])
    assert len(read_text(page).events) == 4


def test_the_same_short_item_twice_is_one():
    assert len(read_text("*Talks: Peru met Chile. (AP)\n*Talks: Peru met Chile. (AP)\n*Rain: Peru. (AP)").events) == 2
