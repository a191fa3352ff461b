"""The second look: what the model of lines sees, what it sets aside and brings back, and what it leaves alone."""

from __future__ import annotations

import pytest

from events.extraction import learned, line_traits, second_look
from events.extraction.line_traits import Seen
from events.extraction.records import Item, Layout, Passage, PassageKind, Reason, Span
from tests.extraction import drawn
from tests.extraction.reading import assert_faithful, assert_tiled, read_text
from tests.extraction.training import lines as training

PAGE = """World in brief

*Chad opens talks: Chad and rebels met in Doha on Monday to discuss a ceasefire. (AFP)
*Peru picks a premier: Peru's president named a new prime minister on Sunday. (Reuters)
*Japan sends ships: Japan sent two ships to the Gulf on Friday to guard tankers. (Kyodo)
"""


def nobody(_spans):
    return []


def page(*, text: str, items=(), aside=(), name="starred") -> Layout:
    """A page of which these lines are items of their own and those were set aside; the rest are headings."""
    passages, found, at = [], [], 0
    for line in text.splitlines():
        start, end = at, at + len(line)
        at = end + 1
        if not line:
            continue
        kind = PassageKind.HEADING
        if line in items:
            kind = PassageKind.EVENT
            found.append(Item(start, end, None, (Span(start, end),)))
        elif line in aside:
            kind = PassageKind.SET_ASIDE
        passages.append(Passage(start, end, kind, Reason.OTHER if kind is PassageKind.SET_ASIDE else None))
    return Layout(name, tuple(found), tuple(passages))


def seen(layout: Layout, text: str, at: int) -> set[str]:
    lines = line_traits.lines_of(text, layout)
    return set(learned.written_out(list(line_traits.of_document(lines, layout.name, "en", nobody))[at]))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_weights_say_what_they_were_made_from(language):
    model = learned.model("lines", language)
    assert model.labels == line_traits.LABELS
    assert len(model) > 300
    assert training.digest() in model.made_by[1], "The texts changed: learn anew with `make train`."


def test_the_weights_were_made_from_most_drawn_pages_as_they_are_today():
    redrawn = training.redrawn()
    assert len(redrawn) <= len(drawn.pages()) / 10, f"Learn anew with `make train` from {sorted(redrawn)}"


def test_lines_carry_the_verdict_of_the_rules():
    text = "Europe\nSpain votes\nShare this\n"
    layout = page(text=text, items=("Spain votes",), aside=("Share this",))
    lines = line_traits.lines_of(text, layout)
    assert [(line.text, line.verdict, line.item) for line in lines] == [
        ("Europe", "H", None),
        ("Spain votes", "B", 0),
        ("Share this", "O", None),
    ]


def test_what_a_sign_means_depends_on_the_verdict():
    text = "Europe\nSpain votes\nShare this\n"
    layout = page(text=text, items=("Spain votes",), aside=("Share this",))
    assert {"size=0", "B:size=0", "w:votes", "rules after=B>O/other"} <= seen(layout, text, 1)
    assert {"O:size=0", "w:share_", "near=BO^"} <= seen(layout, text, 2)


def test_an_empty_page_is_left_alone():
    layout = Layout("story", (), ())
    assert second_look.taken("", layout, "en", nobody) is layout


def test_a_plain_round_up_stays_as_it_is():
    extraction = read_text(PAGE)
    assert len(extraction.events) == 3
    assert_tiled(extraction)
    assert_faithful(extraction)


def test_the_head_of_an_item_stays_where_its_text_may_be_none():
    lines = [Seen(0, 9, "Bus crash", "B", item=0), Seen(10, 40, "A bus fell into a ravine today.", "I", item=0)]
    likely = [{"B": 0.2, "I": 0.0, "O": 0.8}, {"B": 0.1, "I": 0.6, "O": 0.3}]
    assert list(second_look._furniture(lines, likely, "portal")) == []
    likely[1] = {"B": 0.0, "I": 0.4, "O": 0.6}
    assert [cut.start for cut in second_look._furniture(lines, likely, "portal")] == [0, 10]


@pytest.mark.parametrize(("head", "goes"), [("Morning news", True), ("Nine die in ravine", False)])
def test_a_first_line_that_looks_like_none_stays_over_the_words_it_shares(head, goes):
    text = Seen(20, 60, "A bus fell into a ravine today.", "I", item=0)
    likely = [{"B": 0.1, "I": 0.0, "O": 0.9}, {"B": 0.2, "I": 0.6, "O": 0.2}]
    cuts = list(second_look._furniture([Seen(0, 18, head, "B", item=0), text], likely, "portal"))
    assert bool(cuts) == goes


def test_less_is_asked_of_a_pages_name_where_the_line_below_opens_a_report():
    lines = [Seen(0, 12, "Morning news", "B", item=0), Seen(20, 60, "A bus fell into a ravine today.", "I", item=0)]
    likely = [{"B": 0.2, "I": 0.0, "O": 0.8}, {"B": 0.8, "I": 0.1, "O": 0.1}]
    assert [cut.start for cut in second_look._furniture(lines, likely, "portal")] == [0]


def test_all_furniture_over_an_items_text_goes_together():
    lines = [
        Seen(0, 12, "Morning news", "B", item=0),
        Seen(13, 16, "Menu", "I", item=0),
        Seen(20, 60, "A bus fell into a ravine today.", "I", item=0),
    ]
    none, text = {"B": 0.05, "I": 0.05, "O": 0.9}, {"B": 0.3, "I": 0.6, "O": 0.1}
    assert [cut.start for cut in second_look._furniture(lines, [none, none, text], "portal")] == [0, 13]


def test_a_caption_over_an_items_text_goes_alone():
    lines = [Seen(0, 9, "Crowds watch", "B", item=0), Seen(10, 40, "A bus fell into a ravine today.", "I", item=0)]
    likely = [{"B": 0.02, "I": 0.0, "O": 0.98}, {"B": 0.6, "I": 0.3, "O": 0.1}]
    assert [(cut.start, cut.end) for cut in second_look._furniture(lines, likely, "portal")] == [(0, 9)]


@pytest.mark.parametrize(("likely", "goes"), [(0.75, False), (0.9, True)])
def test_a_whole_sentence_inside_an_event_goes_only_where_that_is_surer(likely, goes):
    lines = [
        Seen(0, 9, "Bus crash", "B", item=0),
        Seen(10, 40, "Call our desk for photos today.", "I", item=0),
        Seen(41, 60, "Call our desk", "I", item=0),
    ]
    of_line = {"B": 0.0, "I": 1 - likely, "O": likely}
    cuts = list(second_look._furniture(lines, [{"B": 1.0, "I": 0.0, "O": 0.0}, of_line, of_line], "portal"))
    assert [cut.start for cut in cuts] == ([10, 41] if goes else [41])


@pytest.mark.parametrize(
    ("said", "layout", "goes"),
    [
        ("“Nobody told us anything all day.”", "story", False),
        ("“Nobody told us anything all day.”", "portal", True),
        ("“Nobody told us”: our readers write", "story", True),
        ("Nobody told us anything all day.", "story", True),
    ],
)
def test_whom_an_article_quotes_stays_in_it(said, layout, goes):
    lines = [
        Seen(0, 9, "Bus crash", "B", item=0),
        Seen(10, 40, "A bus fell into a ravine today.", "I", item=0),
        Seen(50, 90, said, "I", item=0),
    ]
    likely = [{"B": 0.9, "I": 0.0, "O": 0.1}, {"B": 0.1, "I": 0.8, "O": 0.1}, {"B": 0.0, "I": 0.1, "O": 0.9}]
    assert bool(list(second_look._furniture(lines, likely, layout))) == goes


def test_a_headline_taken_for_a_heading_is_brought_back_with_its_text():
    lines = [Seen(0, 20, "Bus crash kills nine", "H"), Seen(21, 50, "A bus fell into a ravine.", "B", item=0)]
    likely = [{"B": 0.8, "I": 0.0, "O": 0.2}, {"B": 0.2, "I": 0.7, "O": 0.1}]
    (cut,) = second_look._passed_over(lines, likely)
    assert (cut.start, cut.end, cut.kind) == (0, 50, PassageKind.EVENT)


def test_a_second_printing_is_not_brought_back():
    lines = [Seen(0, 20, "Bus crash kills nine", "O", Reason.DUPLICATE)]
    assert list(second_look._passed_over(lines, [{"B": 0.99, "I": 0.0, "O": 0.01}])) == []


def test_every_line_of_a_drawn_page_is_learned_from_but_those_that_may_be_either():
    (page,) = (one for one in training.drawn_pages() if one.name == "vnexpress-story")
    told = [answer for answer, sure in training.answers(page, page.lines) if sure == training.STREWN]
    either = [line for line, (_, sure) in zip(page.lines, training.answers(page, page.lines), strict=True) if not sure]
    assert told.count("B") == 3
    assert told.count("I") == 3
    assert [line.text[:8] for line in either] == ["Năm 1999"]


def test_furniture_strewn_over_a_page_is_read_as_part_of_it():
    (read, *_) = (one for one in training.developed() if one.label["layout"] == "portal")
    answered = training.answers(read, read.lines)
    strewn = training.strewn(read, answered)
    assert strewn == training.strewn(read, answered)
    assert all(strewn.text[start:end].strip() for start, end, _ in strewn.strewn)
    put_in = [answer for answer, sure in training.answers(strewn, strewn.lines) if sure == training.STREWN]
    assert "O" in put_in
