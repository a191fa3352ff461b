"""Inputs made to hurt: they are read or refused, in time linear in their length.

No clock is looked at: at these sizes a reader that takes quadratic time does not come back within a test run.
"""

from contextlib import suppress

import pytest

from events.extraction import extract
from events.extraction.records import ArticleRefused

from .reading import assert_tiled

HALF = 500_000
HOSTILE = {
    "one line": "word " * (HALF // 5),
    "one word": "a" * HALF,
    "distinct words": " ".join(f"w{n:x}" for n in range(HALF // 8)),
    "distinct names": " ".join(f"W{n:x}" for n in range(HALF // 8)),
    "days": "On Friday the council will meet to hold talks on Monday, " * (HALF // 57),
    "Vietnamese days": "hôm thứ Hai bị bắt đã được thả ngày 3/4 " * (HALF // 41),
    "names of several places": "in Tank district, Oyo State, Punjab, Cork, Mahdia " * (HALF // 50),
    "stars": "*" * HALF,
    "open brackets": "(" * HALF,
    "brackets": "(a) " * (HALF // 4),
    "quotation marks": '"' * HALF,
    "colons": "a: " * (HALF // 3),
    "slashes": "1/" * (HALF // 2),
    "dashes": "11-" * (HALF // 3),
    "rules of underscores": ("_" * 47 + " mailing list\n") * (HALF // 61),
    "bars": "| " * (HALF // 2),
    "empty lines": "\n" * HALF + "x",
    "addresses": "http://" * (HALF // 7),
    "captions": "Ảnh: " * (HALF // 5),
    "combining marks": "a" + "\u0301\u0323" * (HALF // 4),
    "open comments": "<html>" + "<!--" * (HALF // 4),
    "open tags": "<html>" + "<a " * (HALF // 3),
    "dropped elements": "<html>x" + "<nav>" * (HALF // 5),
    "entities": "<html>&#" + "9" * HALF,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_half_a_megabyte_made_to_hurt(text):
    with suppress(ArticleRefused):
        assert_tiled(extract(text.encode(), name="hostile"))


def test_thousands_of_items_are_all_found():
    items = "".join(f"*Peru counts {n}: On March 1, Peru counted {n} llamas. (AP)\n" for n in range(2000))
    assert len(extract(items.encode(), name="items").events) == 2000
