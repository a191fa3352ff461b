"""Lines about those who wrote a text: who they are and what they cover, and their names in small print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

NAME = r"[^\W\d_a-z][\w.'’-]{0,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){1,3}"  # of a person
_BY = regex(rf"(?:By|BY|by)\s({NAME}(?:(?:,|\sand|,\sand|\s&)\s{NAME}){{0,4}})(?:,?\s[\w ,|/-]{{0,60}})?$")
_PLAIN_BY = regex(rf"by\s(?:[Tt]he\s)?{NAME}$")
_PARTS = regex(r",\s(?:and\s)?|\sand\s|\s&\s")
_ABOUT = regex(  # "Jane Roe is a reporter in Lima who covers …", "Jane Roe covers trade for …"
    rf"(?P<name>{NAME})(?:,\s[^.!?]{{3,60}},)?\s"
    r"(?P<does>is|was|has|covers|writes|reports|joined|leads|can|works|edits)\s"
)
_WRITES = regex(
    r"is\s[^.!?]{0,90}?\b(?:reporter|correspondent|journalist|columnist|editor|bureau chief|writer|contributor|"
    r"freelancer|broadcaster|producer)\b[^.!?]{0,24}\b(?:at|for|with|in|based|who|covering|where|focusing|on)\b"
    r"|(?:covers|writes (?:about|on|for)|reports (?:on|for|from))\s[^.!?]{3,80}\b(?:for|at|from|and|based)\s"
)
_HAPPENED = regex(
    r"\b(?:arrested|detained|killed|jailed|sentenced|held|released|accused|charged|missing|abducted|freed|expelled|shot|"
    r"said|told)\b"
)
_BY_WRITERS = (
    regex(  # "By Jane Roe, a trade reporter at The Herald, and Bo Li, a fellow at the academy."; the name may be lost
        rf"By\s(?:{NAME})?\s?,\s(?:an?|the)\s[^.!?:]{{0,60}}\b(?:reporter|writer|editor|correspondent|columnist|fellow|"
        r"journalist|professor|intern)\b[^!?:]{0,160}$"
    )
)
_LONGEST, _LONGEST_NAMES, _LONGEST_BYLINE = 420, 120, 280
_FILED = regex(  # "Jane Roe reported from Lima and Bo Li from Quito."
    rf"{NAME}(?:(?:,|\sand|,\sand)\s{NAME})?\s(?:reported|reports|wrote)\sfrom\s[A-Z][^.!?]{{2,90}}\.?$"
    rf"|(?:The\s)?[A-Z][\w.]{{1,20}}['’]s\s{NAME}\s"
    r"(?:reports|has (?:more|the story|this report)|contributed[^.!?]{0,60})\.?$"
)


def silence(lines: Sequence[Line]) -> None:
    """Sets the reason of lines about authors; `lines` are all of the page."""
    _silence_plain_bylines(lines)
    authors = {name for line in lines if line.text[:2].lower() == "by" for name in _authors(line.text)}
    for line in lines:
        if line.reason or not line.text[0].isupper() or len(line.text) > _LONGEST or line.text.isupper():
            continue
        if (len(line.text) <= _LONGEST_NAMES and _FILED.match(line.text)) or (
            line.text.startswith("By ") and len(line.text) <= _LONGEST_BYLINE and _BY_WRITERS.match(line.text)
        ):
            line.reason = Reason.BYLINE
            continue
        found = _ABOUT.match(line.text)
        if found is None or _HAPPENED.search(line.text):
            continue
        if found["name"].casefold() in authors or _WRITES.match(line.text, found.start("does")):
            line.reason = Reason.BYLINE


def _authors(text: str) -> list[str]:
    """Who is named in a byline, in small letters."""
    found = _BY.match(text) if len(text) <= _LONGEST_NAMES else None
    return [name.strip().casefold() for name in _PARTS.split(found[1])] if found else []


def _silence_plain_bylines(lines: Sequence[Line]) -> None:
    """ "by Jane Roe" on the page's first line, or over its day: elsewhere such words may be the end of a sentence."""
    for place, (line, below) in enumerate(pairwise(lines)):
        if line.reason or line.text[:3] != "by " or len(line.text) > _LONGEST_NAMES:
            continue
        if (below.reason is Reason.BYLINE or not place or line.gap) and _PLAIN_BY.match(line.text):
            line.reason = Reason.BYLINE
