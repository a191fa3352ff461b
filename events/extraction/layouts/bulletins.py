"""Bulletins as they are read out: the headlines, then the news between rules, then the main points once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction.layouts.rules import is_rule
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LONGEST = 100  # characters of a line that announces
_MOST_HEADLINES = 16  # lines of them
_LEAST_RULES = 3
_HEADLINES = regex(
    r"\W*(?:the |today's |here are the |first,? the |and now the |in the )?(?:news |main |top )?"
    r"(?:headlines|main points)"
    r"(?: (?:today|tonight|this (?:hour|morning|evening)|at this hour|now))?\W*",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"\b(?:main points|headlines|top stories)\b.{0,16}\b(?:again|once more)\b"
    r"|\b(?:again|once more)\b.{0,24}\b(?:main points|headlines|top stories)\b"
    r"|^to recap\b|\bend of (?:the|this|our) (?:world )?(?:news|bulletin|newscast)\b",
    re.IGNORECASE,
)


def drop_summaries(lines: Sequence[Line]) -> None:
    """Set aside the headlines in front of the news, and all that is said again behind it."""
    rules = [i for i, line in enumerate(lines) if is_rule(line)]
    if len(rules) < _LEAST_RULES:
        return
    first = next((i for i, line in enumerate(lines[: rules[0]]) if _HEADLINES.fullmatch(line.text)), None)
    if first is not None and rules[0] - first <= _MOST_HEADLINES:
        _set_aside(lines[first : rules[0]])
    for i in range(rules[-1] // 2, len(lines)):
        if len(lines[i].text) <= _LONGEST and _AGAIN.search(lines[i].text):
            _set_aside(lines[i:])
            return


def _set_aside(lines: Sequence[Line]) -> None:
    for line in lines:
        line.reason = line.reason or Reason.SUMMARY
