"""What stands side by side on one line and is no text: menus, buttons, tickers, the small print of cards, weather."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import places, regions, sentences, subjects
from events.extraction.line_cues import (
    AGO,
    LEAST_MENU,
    LETTERS,
    LONGEST_LINK,
    NUMBER,
    SHORT,
    SIGNS,
    bare_words,
    is_listed,
    known_cues,
)
from events.extraction.patterns import regex

_LEAST_TICKER = 16  # characters of a headline in a ticker
_LONGEST_FOOT, _LEAST_ROW = 80, 5  # characters of what stands under a teaser; words of a row of sections
_SET_APART = regex(r"\s*[•·∙|→▼►»/]\s*|\s+[-–—]\s+|\s{2,}")
_CARD_DAY = regex(
    r"\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2} (?:jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|hôm qua|hôm nay|hôm kia|yesterday|today|đọc \d+ phút|"
    r"\d+ min(?:ute)?s? (?:read|listen)|lưu lại đọc sau|\d+ (?:bình luận|comments?|shares?|likes?)"
)
_DEGREES, _MOST_OF_WEATHER = regex(r"\d\s?°(?:\s?[CF]\b|(?=[\s,;|/]|$))"), 6  # words beside a temperature
_BETWEEN_ENTRIES = regex(r"\s*[|·•]\s*|\s{3,}")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_LANGUAGES = (  # as they call themselves
    "english", "deutsch", "français", "español", "italiano", "português", "русский", "العربية", "中文", "日本語",
    "한국어", "türkçe", "polski", "tiếng việt", "bahasa indonesia", "українська", "فارسی", "kiswahili",
)  # fmt: skip
_LEAST_NAMES, _LEAST_SECTIONS, _SHARE_OF_SECTIONS = 3, 6, 0.6
_HOMES = ("home", "trang chủ")
_OF_HEADLINES = frozenset(("as", "at", "by", "for", "from", "in", "of", "on", "over", "to", "with"))  # join no sections


def is_weather(text: str) -> bool:
    """Temperatures with a few words beside them, or several of them: "Hanoi 28°C Cloudy"."""
    found = _DEGREES.findall(text) if "°" in text else ()
    return bool(found) and (len(found) > 2 or len(LETTERS.findall(text)) <= _MOST_OF_WEATHER)


def is_a_cards_foot(text: str) -> bool:
    """What stands under a teaser, its parts set apart: "AFP • 2 hours ago • 41 comments", "19/06 - Asia - Share"."""
    if len(text) > _LONGEST_FOOT or sentences.ends_like_one(text) or text[0] in "*-•+★●":
        return False
    parts = [part for part in _SET_APART.split(text) if part.strip(SIGNS)]
    if len(parts) < 2:
        return False
    others = [part for part in parts if not (_is_a_button(part) or _CARD_DAY.fullmatch(part.strip(SIGNS).lower()))]
    known = len(parts) - len(others)
    return known > 0 and len(others) <= known + 1 and all(len(part) <= LONGEST_LINK for part in others)


def _is_a_button(part: str) -> bool:
    bare = bare_words(part)
    cues = known_cues()
    return bare in cues.whole or NUMBER.sub("#", bare) in cues.whole or bool(AGO.search(bare))


def is_a_row(text: str, low: str) -> bool:
    """The site's sections on one line: "ASIA OPINION BUSINESS SPORT LIFE"; the languages it is printed in."""
    words = low.split()
    if len(words) >= _LEAST_ROW and (_names_languages(low) or _names_sections(text)):
        return True
    if (
        len(words) < _LEAST_ROW
        or not text.isupper()
        or is_listed(text)
        or sentences.ends_like_one(text)
        or any(c in text for c in ",:;–-&")
        or not _OF_HEADLINES.isdisjoint(words)
    ):
        return False
    pairs = {*words, *(" ".join(pair) for pair in pairwise(words))}
    if subjects.is_heading(text) or regions.read_heading(text):
        return False
    return sum(1 for one in pairs if one in known_cues().whole or subjects.is_heading(one)) >= LEAST_MENU - 1


def _names_languages(low: str) -> bool:
    return sum(1 for name in _LANGUAGES if name in low) >= _LEAST_NAMES


def _names_sections(text: str) -> bool:
    """Words in a row, all with a capital, most of which are sections: "Asia Europe Africa Sport World Weekend"."""
    words = text.split()
    if len(words) < _LEAST_SECTIONS or text[-1] in ".!?…,;:" or is_listed(text) or text.isupper():
        return False
    if not all(word[0].isupper() and word.isalpha() for word in words if "/" not in word):
        return False
    sections = sum(1 for word in words if subjects.is_heading(word) or regions.read_heading(word))
    if sections < _LEAST_NAMES:
        return False
    return sections + sum(1 for word in words if places.is_one(word)) >= _SHARE_OF_SECTIONS * len(words)


def is_buttons(low: str) -> bool:
    """A row of buttons: "Facebook Twitter Email"; a row of days or pages: "29/07 · 28/07 · 27/07"."""
    words = LETTERS.findall(low)
    if not words:
        return len(NUMBER.findall(low)) > 2
    return len(words) > 1 and known_cues().buttons.issuperset(words)


def is_ticker(text: str) -> bool:
    """Headlines side by side, as they ran over a page's top: "Storm nears Cebu  • Talks resume  • …"."""
    parts = [part.strip() for part in text.split(" • ")] if text.count(" • ") >= LEAST_MENU else ()
    return bool(parts) and all(_LEAST_TICKER <= len(part) <= SHORT and part[-1] not in ".!?" for part in parts)


def is_menu(text: str) -> bool:
    """Links side by side: "Print | Send | Reply"."""
    if " | " in text and any(part.strip().lower() in known_cues().whole for part in text.split(" | ")):
        return len(text) <= SHORT and not sentences.ends_like_one(text)
    if " / " in text and text.lower().startswith(_HOMES):
        return len(text) <= 80
    if " > " in text or " » " in text:
        return len(text) <= 80 and not sentences.ends_like_one(text)  # "Home > World"
    if " | " in text and len(text) <= 60 and any(char.isdigit() for char in text):
        return not sentences.ends_like_one(text) and not _YEAR.search(text)  # "12 min ago | 34 comments"
    if "   " in text or " · " in text or " • " in text:  # "Home · Sport · Travel · Contact"
        entries = _BETWEEN_ENTRIES.split(text)
        if len(entries) >= LEAST_MENU and all(0 < len(entry) <= LONGEST_LINK for entry in entries):
            return not sentences.ends_like_one(text)
    parts = [part.strip() for part in text.split(" | ")]
    return (len(parts) > 2 and all(0 < len(part) <= 30 for part in parts)) or (
        len(parts) == 2 and all(0 < len(part) <= 12 for part in parts)
    )
