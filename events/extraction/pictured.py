"""Days told in pictures: paragraphs of news that each end with, or hold, the credit of the picture above them."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction import sentences
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_PICTURES = ("ảnh", "hình", "pic", "photo", "image")  # in any credit
_CREDIT = regex(  # "… a new premier. (Photo: Agency)./.", "… a new premier (Ảnh: AFP). Before the vote …"
    r"\s*(?:(?:Trong ảnh|Ảnh|Pictured|In the picture)\s?:\s[^()\[\].]{3,120})?"
    r"[(\[]\s?(?i:ảnh|nguồn ảnh|hình|photos?|picture|image|pic)(?:\s?:\s?|\s)[^()\[\]]{2,60}[)\]]\s?[./|]*\s*"
)
_DAY = regex(
    r"\b\d{1,2}[/-]\d{1,2}\b|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|hôm (?:nay|qua)|ngày \d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)\b"
)
_LEAST_NEWS = 90  # characters beside its credit
_LEAST_PARAGRAPH = 60
_LEAST, _SHARE = 4, 0.6  # such paragraphs, in number and of all
_SHARE_DATED = 0.5  # of them that give a day, as captions of an article's pictures seldom do


def parted(lines: list[Line]) -> list[Line]:
    """The lines; where nearly all paragraphs bear a picture's credit, it is cut out of what they tell."""
    credited = {id(line): found for line in lines if (found := _credit(line.text))}
    if len(credited) < _LEAST:
        return lines
    paragraphs = [line for line in lines if id(line) in credited or sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)]
    dated = sum(1 for line in lines if id(line) in credited and _DAY.search(line.text))
    if len(credited) < _SHARE * len(paragraphs) or dated < _SHARE_DATED * len(credited):
        return lines
    return [piece for line in lines for piece in _pieces(line, credited.get(id(line)))]


def _credit(text: str) -> tuple[int, int] | None:
    """Where the credit stands in a paragraph that tells enough beside it."""
    if len(text) < _LEAST_NEWS or ("(" not in text and "[" not in text):
        return None
    if not any(map(text.lower().__contains__, _PICTURES)):
        return None
    found = next((one for one in _CREDIT.finditer(text) if one.start() >= _LEAST_PARAGRAPH), None)
    return found.span() if found and len(text) - (found.end() - found.start()) >= _LEAST_NEWS else None


def _pieces(line: Line, credit: tuple[int, int] | None) -> Iterator[Line]:
    if credit is None:
        yield line
        return
    told, rest = line.cut(credit[0])
    told.pictured = True
    shown, behind = rest.cut(credit[1] - (rest.start - line.start))
    shown.reason = Reason.CAPTION
    yield told
    yield shown
    if behind.text:
        behind.goes_on = True
        yield behind
