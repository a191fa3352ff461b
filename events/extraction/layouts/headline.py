"""Headline, text and agency credit of an item told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from events.extraction import agencies, data, date_phrases, gluing, sentences
from events.extraction.patterns import regex
from events.extraction.records import Span
from events.extraction.remembered import remembered

_LONGEST_HEADLINE = 220
_LONGEST_CREDIT = 80
_COLON = regex(r"(?<!\d)\s?[:：]\*{0,2}(?=\s|[\"“”‘’«A-ZÀ-ỸĐ])|(?<=[\d\s])[:：]\s")
_OPENERS = "\"“‘'«("
_NAMED = regex(r"\b(?:sources?|nguồn):", re.IGNORECASE)  # says itself that a credit follows
_PHOTO = ("ảnh", "photo", "image", "picture", "video:", "clip:", "đồ họa")  # a credit, but of the picture
_TAIL_NAMES = regex(  # also glued to the last sentence: "… in November.RNZ"
    r"(?:\s(?:(?<=[.!?”\"…)]\s)\s*|(?:[-–—~|;_·•©#@]|//|>>)\s?)|(?<=[^\W\d_A-Z][.!?])(?=[A-ZĐ]))"
    r"([A-ZĐ][\w .,/&+'’-]{1,50}?)_?\s*$"
)
_RATE = regex(r"(?:US|A|C|NZ|HK|S)?[$€£¥]\s?1 = [^()]{3,60}")  # "($1 = 0.75 pounds)": of the money an item tells of
_SLUG = regex(
    r"[A-Z]{2,4}\s?\d+|(?:[A-Z]{2}|[^\W\d_]{3,})(?:-[^\W\d_]+)+(?:[ /-][^\W\d_]+)*"
)  # a story's code or key words
# What a desk's system files a story under, or where it sells it: "(Israel-Netanyahu-Vote)", "(www.agency.example)".
_KEY_WORDS = regex(r"[^\W\d_]{3,}(?:[- ][^\W\d_]{3,})?(?:-[^\W\d_]{3,}(?: [^\W\d_]{2,})?){2,}|www\.[\w.-]{3,40}")
_BEHIND = tuple('.!?…)]”"')
ARROWS = "►▶➤➔→"  # point at an item's source
_POINTED_AT = regex(rf"\s[{ARROWS}]\s?([^\W\d_][\w .,/&+'’-]{{1,50}}?)\s*$")  # "… in a hire car. ► NOS"
_BEHIND_DOTS = regex(r"(?:\.{3,6}|…\.?)\s?([A-ZĐ][A-ZĐÀ-Ỹ\d &'’./-]{1,40})$")  # "… to stay away.....THE HERALD/PNS"
_TAIL_CREDIT = regex(
    r"(?:(?<=[.!?”\"…;,])|^)\s*(?:[-–—/]\s*|\b(?:theo|nguồn|sources?|via)\b:?\s+)"
    r"([^\W\d_][\w .,/&+'’-]{1,50}?(?:\s\([^\W\d_][\w .]{2,20}\))?)\s*\.?\s*$",  # "— L'Express (Mauritius)"
    re.IGNORECASE,
)


def split(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Headline and text of an item's first line, marker and credit already left out.

    `Headline: text` parts at a colon. A line that is no sentence is all headline; one that is, all text. Headlines hold
    colons too ("Minister: talks "close to" a deal: On Monday, …"), and so do texts ("he said: …").
    """
    at = _parting_colon(text, start, end)
    if at is not None:
        colon_start, body_start = at
        title = _stripped(text, start, colon_start)
        body = _stripped(text, body_start, end)
        if title and body:
            return title, body
    whole = _stripped(text, start, end)
    if whole and not sentences.ends_like_one(whole.of(text)) and whole.end - whole.start <= _LONGEST_HEADLINE:
        return whole, None
    return None, whole


def _parting_colon(text: str, start: int, end: int) -> tuple[int, int] | None:
    limit = min(end, start + _LONGEST_HEADLINE + 2)
    has_colon = any(text.find(colon, start, min(end, limit + 1)) >= 0 for colon in ":：")
    first = sentences.first(text, start, limit) if has_colon else None
    if first is None:
        return None
    limit = min(limit, max(first.end, start + 1))
    best = None
    for colon in _COLON.finditer(text, start, min(end, limit + 1)):
        if colon.start() >= limit or colon.start() - start < 2:
            continue
        if best is not None and _opens_a_text(text, best[1], colon.start()):
            break  # the text began at the colon before
        following = text[colon.end() : colon.end() + 40].lstrip()
        if not following or not (following.lstrip(_OPENERS)[:1].isupper() or following.lstrip(_OPENERS)[:1].isdigit()):
            continue
        if following[0] in "\"“‘'«" and _ends_with_speech(text[start : colon.start()]):
            continue  # "…, he said: “…”"
        if _inside_quotes(text[start : colon.start()]):
            continue
        best = colon.start(), colon.end()
    return best


def _opens_a_text(text: str, start: int, end: int) -> bool:
    """Whether the words between two colons begin a sentence of the text rather than go on with the headline."""
    low = text[start : start + 60].lstrip().lower()
    if low.startswith(_text_openings()):
        return True
    for language in ("en", "vi"):
        if date_phrases.find(text, start, min(end, start + 80), language):
            return True
    return _ends_with_speech(text[start:end]) or end - start > 130


@cache
def _text_openings() -> tuple[str, ...]:
    return tuple(data.load("headlines")["text_openings"])


def _ends_with_speech(text: str) -> bool:
    low = text[-30:].lower().rstrip(' "”')
    return low.endswith(tuple(data.load("headlines")["speech_endings"]))


def _inside_quotes(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "*"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*|"):
        end -= 1
    return Span(start, end) if start < end else None


# --- Credits


@remembered(512)  # each way to cut a page asks for the same lines
def trailing_credit(text: str, start: int, end: int) -> tuple[int, Sequence[Span]]:
    """Where the text ends before its agency credit, and the credits: "(Reuters/TASS)", "[AP]", "- AFP", "Theo AFP".

    There are none where the text names none; a button in brackets behind the text is no part of it either way.
    """
    credits: list[Span] = []
    printed_end = end
    while True:
        stop = end
        while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ".|;,*"):
            stop -= 1
        if stop <= start or text[stop - 1] not in ")]":
            break
        opened = text.rfind("(" if text[stop - 1] == ")" else "[", max(start, stop - _LONGEST_CREDIT), stop)
        if opened < 0:
            break
        inside = _credit_words(text[opened + 1 : stop - 1])
        if (
            is_a_button(inside)  # "… hostages. (AP) (Watch video)", "… in May. (See photos)"
            or _RATE.fullmatch(inside)
            or (_KEY_WORDS.fullmatch(inside) and text[start:opened].rstrip()[-1:] in _BEHIND)
        ):
            printed_end = end = start + len(text[start:opened].rstrip())
            continue
        if not agencies.is_credit(inside) and (credits or not _stands_as_credit(text[start:opened], inside)):
            break
        credits.insert(0, Span(opened + 1, stop - 1))
        end = opened
        while end > start and text[end - 1].isspace():
            end -= 1
        end = gluing.without_initials(text, start, end)
    if credits:
        return end, tuple(credits)
    opened = text.rfind("(", max(start, end - _LONGEST_CREDIT), end)
    if opened > start and ")" not in text[opened:end] and agencies.is_credit(text[opened + 1 : end].strip()):
        return start + len(text[start:opened].rstrip()), (Span(opened + 1, end),)  # "… said. (Some Paper"
    window = max(start, end - _LONGEST_CREDIT)
    found = _TAIL_CREDIT.search(text[window:end])
    if found and (agencies.is_credit(found[1]) or _NAMED.search(found[0])):
        stop = window + found.start()
        return stop, (Span(window + found.start(1), window + found.end(1)),)
    found = _BEHIND_DOTS.search(text, window, end) if "..." in text[window:end] or "…" in text[window:end] else None
    if found and found[1].isupper() and any(map(agencies.is_credit, found[1].split("/"))):
        return found.start(), (Span(*found.span(1)),)
    found = _POINTED_AT.search(text, window, end)
    if found and agencies.names_one(found[1]) and not agencies.is_furniture(found[1]):
        return found.start(), (Span(*found.span(1)),)
    found = _TAIL_NAMES.search(text, window, end)
    if found and agencies.names_only(found[1]):
        return found.start(), (Span(*found.span(1)),)
    return printed_end, ()


def is_a_button(inside: str) -> bool:
    """What to look at, and no agency: "Watch video", "Map", but not "MAP" of Morocco."""
    if inside.lower().startswith(_PHOTO):
        return True
    return inside.lower() in data.load("headlines")["buttons"] and not (
        inside.isupper() and agencies.names_only(inside)
    )


def _stands_as_credit(before: str, inside: str) -> bool:
    """A name in brackets behind the last full stop: no agency the gazetteer knows, but an agency."""
    if not before[-10:].rstrip().endswith((".", "!", "?", "…", "”", '"')) or not 2 <= len(inside) <= 40:
        return False
    if inside.lower() in data.load("headlines")["no_credits"] or not inside[0].isupper():
        return False
    return not any(sign in inside for sign in ":;!?%$") and not _SLUG.fullmatch(inside)


def _credit_words(inside: str) -> str:
    """A credit without "Source:" or "Theo" in front."""
    return re.sub(
        r"^\s*(?:theo(?!\s+dõi\b)|nguồn|sources?|via|by|tin)\b[:\s]*", "", inside, flags=re.IGNORECASE
    ).strip()


def whole_credit(line: str) -> Span | None:
    """The credit a line consists of: "(Reuters)", "Theo AFP", "Nguồn: TTXVN, BBC"; None where it says more.

    What ends with a colon heads something: "Albanian Language Media:".
    """
    if len(line) > _LONGEST_CREDIT or "://" in line or line.rstrip().endswith(":"):
        return None
    inner = line.strip(" .|*-–—()[]")
    words = _credit_words(inner)
    if not words or not agencies.is_credit(words):
        return None
    at = line.find(words)
    return Span(at, at + len(words)) if at >= 0 else None
