"""Furniture told by its form: menus that lost their line breaks, pagers, counters, buttons printed twice, markup."""

from __future__ import annotations

import re
from functools import cache

from events.extraction import agencies, data, regions, sentences, subjects
from events.extraction.patterns import regex
from events.extraction.records import Reason

LONGEST = 300  # characters of a line looked at
_LONGEST_PAGER, _LONGEST_COUNTER, _LONGEST_RUN = 140, 60, 240
_LEAST_ENTRIES, _SHARE_KNOWN = 2, 0.75  # of a menu: entries, and how many of its words they cover
_MOST_WORDS = 4  # in an entry
_LEAST_JOINTS = 3  # words glued together in a menu without spaces: "MarketsWorldOpinion"
_LONGEST_HALF, _LONGEST_LINK = 100, 120

_WORD = regex(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*[-+]?|\d+(?:/\d+)?|\S")
_LETTERS = regex(r"[^\W\d_]+")
_NAME_JOINT = regex(r"\b(?:Mc|Mac|De|Di|La|Le|Van|You|Tik|Whats|Face|i|e|Linked|Pay|Master|Sky|Deep|Open)(?=[A-Z])")
_MARKUP = regex(
    r"<(?P<whole>image|img|figure|picture|svg|script|style|iframe|video|audio)\b[^>]{0,400}>[^<>]{0,400}</(?P=whole)>|"
    r"</?(?:a|img|div|span|iframe|script|figure|video|source)\b[^>]{0,400}>?|\b(?:href|src|alt|srcset)\s?=\s?[\"'“”]"
    r"|!\[[^\]]{0,200}\]\([^)]{0,400}\)|https?://\S+\.(?:jpe?g|png|gif|webp)\b",
    re.IGNORECASE,
)
_LEAST_TEXT = 120  # characters beside its markup, of a line that is text all the same
_CODE = regex(
    r"^[\w-]+_[\w-]+\s*[=:;]?$|^[a-z]+(?:-[a-z]+)+=|^(?:fa|icon|ic)[-_]\w+|function\s?\(|googletag|"
    r"\b(?:window|document|jquery)\.\w|\bvar \w+\s?=|adsbygoogle|^[{}();\[\]]+$|^\$\(|^\{[{%][^{}]{0,80}[}%]\}$",
    re.IGNORECASE,
)
_TAGS = regex(r"(?:[#@]\w{2,40}[\s,;|]*)+")
_BACKWARD, _FORWARD = "←«‹◄⟵⇐", "→»›►⟶⇒"
_SHOUTED = regex(
    r"\[[^\W\d_a-z][^\d_a-z()\[\]]{3,80}\]|\((?:MORE|END|ENDS|ENDITEM|STORY CONTINUES)\)"
    r"|(?:Enditem|ENDS?|Endi|Ends)"
)
_JUMP = regex(  # where a printed column goes on: "See WORLD, Page 6A", "(Continued from Page 1)"
    r"\(?(?:please )?(?:see|turn to|cont(?:inue)?d\.?,? (?:on|from)|from|go to|full story,?)\b[^.!?]{0,40}"
    r"(?:\b(?:pages?|pg\.?|p\.?)\s?[a-z]?-?\d{1,3}[a-z]?|,\s(?:[a-d]-?\d{1,2}|\d{1,2}[a-d]))\)?\.?",
    re.IGNORECASE,
)
_LONGEST_JUMP = 60
_GAP, _LEAST_RUN = " " * 8, 16  # spaces between headlines of a ticker; characters of one
_SHARED_OUT = regex(r"[^\W\d_]{1,12}\s\d{1,3}\s?%")  # a bar of a chart: "Centre 46%"
_SPEED = regex(r"(?:\d(?:[.,]\d+)?x|x\d)", re.IGNORECASE)
_CONTINUES = regex(  # "Story continues after advertisment...", however it is spelled
    r"\W*(?:(?:story|article|report|text|this story|this article)\s)?(?:continues?|continue reading)\s(?:after|below)\s"
    r"(?:(?:this|the|these)\s)?(?:ad|ads|adv\w{3,14}|commercial|promotion|message|gallery|video|photo)s?\W*",
    re.IGNORECASE,
)
_SHELF = regex(
    r"(?:(?:stories|news|archives?|articles|posts|headlines|results) (?:for|from|of|in|by|tagged)|"
    r"(?:tin tức|tin|bài viết|bài|lưu trữ) (?:của|trong|theo|tháng|năm)|"
    r"(?:archives?|month|year|day|category|tag):|lưu trữ:)\s[^.!?]{2,40}",
    re.IGNORECASE,
)
_FILLER = frozenset(  # of the passage from Cicero with which designers fill empty pages, and its sequels
    ("lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing", "elit", "eiusmod", "tempor", "incididunt",
     "labore", "magna", "aliqua", "aliquam", "enim", "veniam", "nostrud", "ullamco", "laboris", "nisi", "commodo",
     "consequat", "duis", "aute", "irure", "velit", "cillum", "fugiat", "nulla", "pariatur", "excepteur", "sint",
     "occaecat", "cupidatat", "proident", "culpa", "officia", "deserunt", "mollit", "laborum", "aenean", "vestibulum",
     "vivamus", "curabitur", "suspendisse", "pellentesque", "maecenas", "nullam", "donec", "phasellus", "quisque",
     "fusce", "etiam", "integer", "mauris", "vitae", "faucibus", "orci", "luctus", "ultrices", "posuere", "cubilia",
     "curae", "sollicitudin", "tellus", "lectus", "nibh", "eros", "massa", "quam", "turpis", "egestas", "tincidunt",
     "bibendum", "lacinia", "pulvinar", "sodales", "malesuada", "voluptatem", "accusantium", "doloremque", "laudantium",
     "perspiciatis", "natus", "iste", "totam", "aperiam", "et", "ut", "sed", "in", "ac", "at", "non", "nec", "quis")
)  # fmt: skip
_LEAST_FILLER, _SHARE_FILLER = 5, 0.6
_FILLED = ("um ", "us ", "or ", "et ", "sed ", "nec ")  # no such passage is without one
_SLUG = regex(r"[a-z0-9]+(?:-[a-z0-9]+){3,}(?:\.html?|/)?")  # an address's last part: "minister-opens-new-port-in-dili"
_RISES = regex(r"[▲▼△▽]\s?[+-]?\d|\d\s?%?\s?[▲▼△▽]")  # of a ticker: "Gold $2,330 ▼ 0.2%"
_LASTS = regex(  # how long it takes to hear or see: "… (24 min)", "… (2:14)"
    r"[(\[](?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}\s?(?:min(?:ute)?s?|secs?|phút|giây))(?:\s(?:read|listen|watch|đọc|nghe))?[)\]]$"
)


def reason(text: str, low: str) -> Reason | None:
    """Why a line is set aside that no sentence and no headline looks like; None where it may be either."""
    if len(text) > LONGEST:
        return None
    if "<" in text or "=" in text or "![" in text or "_" in text or "(" in text or "http" in low or "{" in text:
        if _MARKUP.search(text) and len(_MARKUP.sub("", text)) < _LEAST_TEXT:
            return Reason.CAPTION
        if _CODE.search(text):
            return Reason.WIDGET
    if text[0] in "#@" and _TAGS.fullmatch(text):
        return Reason.WIDGET
    if (" " not in text and "-" in text and _SLUG.fullmatch(text)) or _is_filler(low):
        return Reason.WIDGET
    if len(text) <= _LONGEST_COUNTER and "continue" in low and _CONTINUES.fullmatch(text):
        return Reason.ADVERTISEMENT
    if _leads_away(text):
        return Reason.RELATED
    if len(text) <= _LONGEST_JUMP and any(map(str.isdigit, text[-5:])) and _JUMP.fullmatch(text):
        return Reason.WIDGET
    if sentences.ends_like_one(text) and "..." not in text:
        return None
    if _is_doubled(low):
        return Reason.CAPTION if low.count(" ") > _MOST_WORDS else Reason.WIDGET
    if _is_slogan(text) or (text[-1] in ")]" and _LASTS.search(text)) or _RISES.search(text, 1):
        return Reason.WIDGET
    if (
        _SPEED.fullmatch(text)
        or (text[-1] == "%" and _SHARED_OUT.fullmatch(text))
        or _turns_pages(text, low)
        or _counts(text, low)
    ):
        return Reason.WIDGET
    if (_SHOUTED.fullmatch(text) and not agencies.is_credit(text.strip("[]()"))) or _SHELF.fullmatch(text):
        return Reason.WIDGET
    if _is_glued_menu(text) or _is_run(text, low) or _is_ticker(text):
        return Reason.WIDGET
    return None


def _is_filler(low: str) -> bool:
    """Whether a line is the Latin that stands in a page's design before anybody has written its text."""
    if not low.isascii() or sum(map(low.count, _FILLED)) < 2:
        return False
    words = _LETTERS.findall(low)
    return len(words) >= _LEAST_FILLER and sum(map(_FILLER.__contains__, words)) >= _SHARE_FILLER * len(words)


def _leads_away(text: str) -> bool:
    """An arrow to another page's headline: "← Floods in the north", "Talks resume →"."""
    back = text[0] in _BACKWARD and not any(sign in text[1:] for sign in "»›")
    forth = text[-1] in _FORWARD and not any(sign in text[:-1] for sign in "«‹")
    return (back or forth) and 3 < len(text) <= _LONGEST_LINK


def _is_doubled(low: str) -> bool:
    """The name of a button, of its picture and nothing else: "facebookfacebook"."""
    if "  " in low:
        low = " ".join(low.split())
    half, odd = divmod(len(low), 2)
    if half < 3 or half > _LONGEST_HALF:
        return False
    if not odd:
        return low[:half] == low[half:]
    return low[half] == " " and low[:half] == low[half + 1 :]


def _is_slogan(text: str) -> bool:
    """What a paper promises: "Fast - Fair - First", "Trung thực - Kịp thời - Hấp dẫn"."""
    if text.count(" - ") < 2 or len(text) > _LONGEST_LINK:
        return False
    parts = text.split(" - ")
    return (
        all(0 < len(part) <= 20 and part.count(" ") <= 2 and part[0].isupper() for part in parts)
        and not any(char.isdigit() for char in text)
        and not (subjects.is_heading(text) or regions.read_heading(text) or any(map(subjects.is_heading, parts)))
    )


def _turns_pages(text: str, low: str) -> bool:
    """ "« Prev 1 2 3 … 40 Next »", "Page 12 of 790", "Trang 102 / 3127"."""
    if len(text) > _LONGEST_PAGER or not any(map(str.isdigit, text)):
        return any(sign in text for sign in "«»‹›<>") and _pager().issuperset(_LETTERS.findall(low))
    words = _LETTERS.findall(low)
    if not words or not _pager().issuperset(words):
        return False
    signs = any(sign in text for sign in "«»‹›<>|/…→←") or "..." in text or " of " in low
    return signs or words[0] in ("page", "trang") or words[-1] in ("page", "trang")


def _counts(text: str, low: str) -> bool:
    """ "Read 2145 times", "Tối đa: 1500 ký tự"."""
    if len(text) > _LONGEST_COUNTER or not any(map(str.isdigit, text)):
        return False
    words = _LETTERS.findall(low)
    return bool(words) and _counted().issuperset(words)


def _is_glued_menu(text: str) -> bool:
    """Entries without a space between them: "MarketsWorldOpinionSport"."""
    if text.islower() or text.isupper():
        return False
    joints = sum(
        1
        for one, two, three in zip(text, text[1:], text[2:], strict=False)
        if one.islower() and two.isupper() and three.islower()
    )
    return joints >= _LEAST_JOINTS and joints - len(_NAME_JOINT.findall(text)) >= _LEAST_JOINTS


def _is_ticker(text: str) -> bool:
    """Headlines side by side, as they ran over the page's top."""
    return _GAP in text and all(len(part) >= _LEAST_RUN for part in text.split(_GAP) if part.strip())


def _is_run(text: str, low: str) -> bool:
    """Entries of a menu, one after the other: "Video Magazine", "Trang chủ Tin quốc tế"."""
    if len(text) > _LONGEST_RUN or " " not in text or text[-1] in ",:":
        return False
    words = [word for word in _WORD.findall(low) if word[0].isalnum()]
    entries = known = at = 0
    while at < len(words):
        length = _length_of_entry(words, at) if words[at] in _opening_entries() else 0
        if length:
            entries += 1
            known += length
        elif words[at][0].isdigit():
            known += 1
        at += length or 1
    if entries < _LEAST_ENTRIES or known < _SHARE_KNOWN * len(words):
        return False
    return not (regions.read_heading(text) or subjects.is_heading(text))


@cache
def _entries() -> frozenset[str]:
    return frozenset(data.load("menus")["entries"])


@cache
def _opening_entries() -> frozenset[str]:
    """The words that entries begin with."""
    return frozenset(entry.partition(" ")[0] for entry in _entries())


def _length_of_entry(words: list[str], at: int) -> int:
    """How many words the entry that begins at a word has; 0 where none does."""
    return next((n for n in range(_MOST_WORDS, 0, -1) if " ".join(words[at : at + n]) in _entries()), 0)


@cache
def _pager() -> frozenset[str]:
    return frozenset(data.load("menus")["pager"])


@cache
def _counted() -> frozenset[str]:
    return frozenset(data.load("menus")["counted"])
