"""Where a page ends: at comments, at "(END)", at links to the articles before and behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from events.extraction import sentences
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_BEFORE, _NEXT = ("Previous ", "Prev ", "Older ", "« "), ("Next ", "Newer ")
_LONGEST_COUNT, _LEAST_COUNTS = 16, 3  # characters of a count of comments; such lines that end nothing
_THOUGHTS = regex(r"(?:\d{1,4}|one|two|three) (?:thoughts?|responses?|comments?|replies) (?:on|to) [“\"]", re.I)
_END = regex(r"\W*(?:end|ends|endi?|ends?it|hết|-30-)\W*", re.IGNORECASE)
_LONGEST_END = 8


def read(lines: Sequence[Line]) -> None:
    """Mark where other things begin than the page's own text."""
    _drop_turnings(lines)
    _go_on_behind_counts(lines)
    _drop_thoughts(lines)
    _end_where_it_says(lines)


def _drop_turnings(lines: Sequence[Line]) -> None:
    """ "Previous Floods close a pass", "Next Lost parrot comes home": the articles before and behind."""
    for before, line in pairwise(lines):
        if line.text.startswith(_NEXT) and before.text.startswith(_BEFORE) and not sentences.ends_like_one(line.text):
            before.reason, line.reason = before.reason or Reason.RELATED, line.reason or Reason.RELATED


def _go_on_behind_counts(lines: Sequence[Line]) -> None:
    """ "3 Comments" under one item after the other ends none of them."""
    ends = [line for line in lines if line.ends_article and len(line.text) <= _LONGEST_COUNT]
    counts = [line for line in ends if line.text[0].isdigit()]
    if len(counts) >= _LEAST_COUNTS:
        for line in counts:
            line.ends_article = False


def _drop_thoughts(lines: Sequence[Line]) -> None:
    """ "4 thoughts on “This week”": behind it stands what readers wrote, with signs of its own."""
    heads = [i for i, line in enumerate(lines) if _THOUGHTS.match(line.text)]
    if len(heads) == 1 and heads[0]:
        for line in lines[heads[0] :]:
            line.reason = line.reason or Reason.WIDGET


def _end_where_it_says(lines: Sequence[Line]) -> None:
    """ "(END)", "(Hết)": behind it stand only other things."""
    for place, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST_END
            and 2 * place > len(lines)
            and _END.fullmatch(line.text)
            and line.text[0] in "([-"
        ):
            line.reason, line.ends_article = line.reason or Reason.OTHER, True
