"""Where a page's items have their credits: a name that nobody knows, or a word, is one where most have theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import agencies, places
from .layouts import headline
from .patterns import regex
from .records import Item, Span

_MANY = 3  # items of a list
_HEAD = 110  # characters in which a dateline ends; of an item's end in which its credit stands
_NEAR_ITS_START = 6  # characters: a marker and a bracket
_IN_FRONT_OF_A_COLON = regex(r"([^\W\d_][\w.&' -]{1,34}?)\s?:\s")
_FIRST_IN_BRACKETS = regex(r"[(\[]\s?([^\W\d_][\w.&' -]{1,34}?)\s?[)\]]\s?[-–—:.]")
_LAST_IN_BRACKETS = regex(  # "(Radio X)", "(RSF, Paris, 9 February 2011)"
    r"[(\[]\s?([^\W\d_][\w.&' -]{1,34}?)(?:,\s[^()\[\]]{3,40})?\s?[)\]][.\s]*$"
)
_POINTED_AT = regex(rf"[{headline.ARROWS}]\s?([^\W\d_][\w.&,' -]{{1,34}}?)\s*$")
_AMID = regex(r"\s[(\[]([A-Z][\w.&' -]{1,34}?)[)\]](?=[\s,.;])")
_SHARE_OF_PLACE = 0.5  # of the items that have their credits in one place, so that a name there is one
_MOST_WORDS = 4
_INTRODUCED = regex(  # the long form stands before: "Đài Truyền hình Việt Nam (VTV)"
    r"\b(?:agency|television|network|broadcaster|corporation|service|press|company|association|party|union|airport|"
    r"newspaper|đài|hãng|kênh|báo|thông tấn|truyền hình|phát thanh|tập đoàn|công ty|hiệp hội|đảng|tổ chức|cơ quan|"
    r"ủy ban|liên minh|lực lượng|quỹ)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_NAME_IN_FRONT = regex(r"[A-ZĐÀ-Ỹ][\w.'-]*(?:\s(?:(?:of|the|and|for|de|du)\s){0,2}[A-ZĐÀ-Ỹ][\w.'-]*)*\s?$")


def unknown_ones(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The credits, with names that the gazetteer does not know in the place where most items have theirs."""
    if len(items) < _MANY or all(found):
        return found
    pairs = list(zip(items, found, strict=True))
    for form, known in (
        (_IN_FRONT_OF_A_COLON, [_opens_with(text, item, spans, ":") for item, spans in pairs]),
        (_FIRST_IN_BRACKETS, [_opens_with(text, item, spans, ")]") for item, spans in pairs]),
        (_LAST_IN_BRACKETS, [_closes_with(text, item, spans) for item, spans in pairs]),
        (_POINTED_AT, [_is_pointed_at(text, spans) for spans in found]),
        (_AMID, [_stands_amid(text, item, spans) for item, spans in pairs]),
    ):
        if sum(known) < max(_MANY - 1, _SHARE_OF_PLACE * len(items)):
            continue
        read = _word_amid if form is _AMID else _unknown
        for number, item in enumerate(items):
            if not found[number] and (name := read(text, item, form)):
                found[number] = (name,)
    return found


def _opens_with(text: str, item: Item, spans: Sequence[Span], signs: str) -> bool:
    """Whether the item opens with its credit and one of the signs."""
    if not spans or spans[0].start - item.start > _NEAR_ITS_START:
        return False
    behind = text[spans[0].end : spans[0].end + 2].strip()
    return behind != "" and behind[0] in signs


def _closes_with(text: str, item: Item, spans: Sequence[Span]) -> bool:
    """Whether the item ends with its credit in brackets."""
    return bool(spans) and text[spans[-1].end : item.end + 2].strip(" .\n") in (")", "]")


def _is_pointed_at(text: str, spans: Sequence[Span]) -> bool:
    """Whether an arrow stands in front of the credit."""
    return bool(spans) and text[max(0, spans[0].start - 2) : spans[0].start].strip() in tuple(headline.ARROWS)


def _stands_amid(text: str, item: Item, spans: Sequence[Span]) -> bool:
    """Whether the item's credit stands in brackets within its text."""
    if not spans or not item.start < spans[0].start < item.end:
        return False
    return text[spans[0].start - 1] in "([" and text[spans[0].end : spans[0].end + 1] in (")", "]")


def _word_amid(text: str, item: Item, form: re.Pattern[str]) -> Span | None:
    """The first known name in brackets in the item's text that explains nothing: "… a strike (Dawn)"."""
    for hit in form.finditer(text, item.start, item.end):
        if agencies.names_only(hit[1]) and not explains(
            text[max(item.start, hit.start() - _HEAD) : hit.start()], hit[1]
        ):
            return Span(*hit.span(1))
    return None


def _unknown(text: str, item: Item, form: re.Pattern[str]) -> Span | None:
    """The name in that place of the item, as far as it may be an agency's."""
    if form in (_LAST_IN_BRACKETS, _POINTED_AT):
        hit = form.search(text, max(item.start, item.end - _HEAD), item.end)
    else:
        begin = item.start
        while begin < item.end and not (text[begin].isalnum() or text[begin] in "(["):
            begin += 1
        hit = form.match(text, begin, min(item.end, begin + _HEAD))
    if hit is None:
        return None
    words = hit[1].split()
    if len(words) > _MOST_WORDS or not all(word[0].isupper() for word in words) or hit[1].lower() in places.names():
        return None
    if form is _IN_FRONT_OF_A_COLON and hit[1] != hit[1].upper():
        return None
    return None if agencies.is_furniture(hit[1]) else Span(*hit.span(1))


def explains(before: str, words: str) -> bool:
    """Whether the brackets hold the short form of the name in front of them: "Voice of America (VOA)"."""
    if _INTRODUCED.search(before):
        return True
    name = _NAME_IN_FRONT.search(before)
    return name is not None and name[0].removeprefix("The ")[0] == words[0] and words.isupper()
