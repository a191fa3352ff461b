"""Marked text: escaped, whole, and marked where it should be."""

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from events.hits import Sought
from events.marking import Mark, highlighted, paragraphs, with_evidence


def bare(html: str) -> str:
    return re.sub(r"</?mark[^>]*>", "", html)


@given(text=st.text(max_size=60), marks=st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6))
def test_marks_neither_lose_nor_add_nor_unescape_anything(text, marks):
    fields = ("actor", "type", "date")
    html = with_evidence(text, [Mark(*sorted(pair), fields[i % 3]) for i, pair in enumerate(marks)], offset=5)
    assert bare(html) == escape(text)


def test_overlapping_evidence_names_every_field():
    html = with_evidence("Oslo agreed", [Mark(0, 4, "actor"), Mark(0, 11, "type"), Mark(5, 11, "topic")])
    assert html == (
        '<mark class="evidence" id="w-0" data-gives="actor type">Oslo</mark>'
        '<mark class="evidence" id="w-4" data-gives="type"> </mark>'
        '<mark class="evidence" id="w-5" data-gives="topic type">agreed</mark>'
    )


def test_hits_are_marked_without_their_neighbours():
    text = "Đàm phán & đàm-phán <b>"
    assert highlighted(text, Sought.of("dam").hits(text)) == (
        '<mark class="hit">Đàm</mark> phán &amp; <mark class="hit">đàm</mark>-phán &lt;b&gt;'
    )


def test_words_that_must_not_occur_are_not_marked():
    assert Sought.of("talks -war").hits("talks and war") == [(0, 5)]


def test_an_excerpt_begins_near_the_first_hit():
    text = "word " * 200 + "hotline opened " + "tail " * 200
    piece, hits = Sought.of("hotline").excerpt(text)
    assert piece.startswith("…word")
    assert piece.endswith("…")
    assert 60 < piece.index("hotline") < 130
    assert [piece[start:end] for start, end in hits] == ["hotline"]
    assert Sought.of("nothing").excerpt("Short text.") == ("Short text.", [])


def test_paragraphs_leave_empty_lines_out():
    assert paragraphs("a <b>\n\n  \nc") == '<p class="passage">a &lt;b&gt;</p>\n<p class="passage">c</p>'
