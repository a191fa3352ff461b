"""Headings by subject: "Law and crime", "An ninh - Quốc phòng"."""

from __future__ import annotations

from functools import cache

from events.extraction import data
from events.extraction.patterns import regex
from events.extraction.remembered import remembered

_LONGEST = 50
SIGNS = ' \t*#_•●▪■►▶◆◇○➤→·+:|.-–—=<>«»‹›[]()"“”'  # around headings
ENUMERATOR = regex(
    r"^(?:(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)/:]\s*|[ivx]{1,4}\s[–—-]\s)"
)  # in front of a heading: "I.", "2)", "II – "
_PARTS = regex(r"\s*[,;/&–—-]\s*|\s+và\s+")
_WORDS = regex(r"[\w&]+")


@remembered(512)
def is_heading(text: str) -> bool:
    """Whether a line names nothing but subjects."""
    if len(text) > _LONGEST:
        return False
    bare = ENUMERATOR.sub("", text.lower().strip(SIGNS))
    if not bare:
        return False
    english, vietnamese = _words()
    return english.issuperset(_WORDS.findall(bare)) or vietnamese.issuperset(_PARTS.split(bare))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    words = data.load("subjects")
    return frozenset(words["en"]), frozenset(words["vi"])


def is_heading_like_a_medium(text: str) -> bool:
    """Whether a line that some medium is called as is a heading by subject: "Lao động", but "Lao Động" is the paper."""
    return is_heading(text) and not text.istitle()
