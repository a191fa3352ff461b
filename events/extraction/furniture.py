"""A page's own sentences: it speaks of itself, turns to its reader, asks for something, or sells.

They are whole sentences, so that neither their form nor any single word tells them from news. Signs of two kinds do:
an address to the reader and a price, the editors and how to write to them.
"""

from __future__ import annotations

from functools import cache

import ahocorasick

from events.extraction import data
from events.extraction.patterns import regex
from events.extraction.records import Reason

LONGEST = 480  # characters; longer paragraphs tell a story, whomever they turn to
_LONGEST_UNSURE = 330  # of those without a sign that needs no other
CERTAIN = 9  # as many signs as one that needs no other counts
_ENOUGH = 2  # kinds of signs
_PHONE = regex(r"(?<![\d.,])(?:\+?\d{2,3}[ .-])?0\d{2,4}[ .-]?\d{3}[ .-]?\d{3,4}\b|\b(?:1[89]00|0800)[ .-]?\d{3,6}\b")
_PRICE = regex(
    r"[£$€]\s?\d{1,6}(?![\d.,]*\d)(?!\s?(?:m|bn|tn|k|million|billion|trillion|per barrel|a barrel)\b)"
    r"|\d\.?\d{3}\s?(?:đồng|vnđ|vnd|đ)\b|\d\s?% off\b|\bbox \d"
)
_STREETS = (" St", " Rd", " Road", " Ave", " Blvd", " Boulevard", " Dr", " Ln", " Lane", " Hwy", " Highway", " Pde")
_ADDRESS = regex(  # a shop's: "82 John St, Cabramatta NSW 2166"
    r"\b\d{1,5}[A-Z]?\s(?:[A-Z][\w'.-]{1,20}\s){1,3}"
    r"(?:St|Street|Rd|Road|Ave|Avenue|Blvd|Boulevard|Dr|Drive|Ln|Lane|Hwy|Highway|Pde)\b[.,]{0,2}\s"
    r"(?:[A-Z#][\w.'-]{0,20},?\s){0,4}(?:[A-Z]{2,3}\s)?\d{4,5}\b"
)
_SPOKEN = {"itself", "reader", "asks"}  # "Help us, we shall not forget you": so speaks anybody
_QUOTES = ("“", "”", '"', "«", "»")
_SAID = regex(
    r"\b(?:said|says|told|wrote|warned|announced|according to|(?<!người )(?<!bài )viết|tuyên bố|cho biết|cho hay|"
    r"khẳng định)\b"
)
_STOPS = ".!?…:"
_COOKIES = regex(  # a kind of them, in a box of consent: "Functional cookies help …", "Cookie phân tích giúp …"
    r"(?:the\s)?(?:strictly\s)?(?:necessary|essential|functional|functionality|analytical|analytics|performance|"
    r"preferences?|advertise?ments?|advertising|targeting|marketing|statistic(?:s|al)?|third[- ]party|session|"
    r"persistent|unclassified|uncategori[sz]ed|social media|tracking|other)\scookies?\b|"
    r"cookies?\s(?:that|which|are|marked|"
    r"categori[sz]ed|classified|used|of this|set by)\b|the cookies that|(?:cookie|các cookie|tệp cookie)\s"
    r"(?:phân tích|cần thiết|chức năng|quảng cáo|hiệu suất|tiếp thị|của bên thứ ba|thiết yếu)\b"
)
_OUR_OWN = regex(  # "Our graphics team has mapped the rains.", "Read how we counted the votes."
    r"(?:Our|See our|Read our|Watch our)\s(?:[\w’'-]+\s){0,3}?(?:team|desk|reporters?|graphics?|photographers?|"
    r"columnists?|colleagues?|journalists?|podcast|explainer|guide|maps?|tracker|live\s?blog|investigation|newsletter|"
    r"gallery|editors?|chart|quiz|analysis|interview|video|special report|data)\b"
    r"|(?:Read|See|Watch|Find out|Learn|Hear)\s(?:how|why|what|where|who)\s(?:we|our)\b"
)


def signs(low: str) -> int:
    """How many kinds of signs a text in small letters holds; `CERTAIN` with one that needs no other."""
    found: set[str] = set()
    for last, (cue, kinds) in _cues().iter(low):
        start = last - len(cue) + 1
        if (start and low[start - 1].isalnum()) or (last + 1 < len(low) and low[last + 1].isalnum()):
            continue
        for kind in kinds:
            if kind == "strong":
                return CERTAIN
            if kind != "asks" or _opens_a_sentence(low, start):
                found.add(kind)
    if found and any(map(str.isdigit, low)):
        if _PHONE.search(low):
            found.add("phone")
        if _PRICE.search(low):
            found.add("price")
    return 0 if found <= _SPOKEN else len(found)


def reason(text: str, low: str) -> Reason | None:
    """Why a line is set aside that speaks for the page or for an advertiser; None where it tells news."""
    if len(text) > LONGEST:
        return None
    if _gives_an_address(text):
        return Reason.ADVERTISEMENT
    found = signs(low)
    if found < _ENOUGH or (found < CERTAIN and len(text) > _LONGEST_UNSURE):
        return None
    if any(sign in text for sign in _QUOTES) or _SAID.search(low):
        return None
    return Reason.ADVERTISEMENT if _PRICE.search(low) or _PHONE.search(low) else Reason.WIDGET


def names_cookies(low: str) -> bool:
    """Whether a text in small letters opens with a kind of cookies, as boxes of consent do."""
    return _COOKIES.match(low) is not None


def leads_to_our_own(sentence: str) -> bool:
    """Whether a sentence tells what the paper's own people made of a matter: "Our graphics team has mapped it."."""
    return _OUR_OWN.match(sentence) is not None and not _SAID.search(sentence.lower())


def _gives_an_address(text: str) -> bool:
    """Whether a line that is no sentence holds a street, a number and a postal code."""
    return text[-1] not in _STOPS and any(street in text for street in _STREETS) and bool(_ADDRESS.search(text))


def _opens_a_sentence(low: str, start: int) -> bool:
    before = low[:start].rstrip(" \t-–—*•·+\"“'‘(")
    return not before or before[-1] in _STOPS


@cache
def _cues() -> ahocorasick.Automaton:
    kinds: dict[str, list[str]] = {}
    for kind, cues in data.load("furniture").items():
        for cue in cues:
            kinds.setdefault(cue, []).append(kind)
    automaton = ahocorasick.Automaton()
    for cue, meant in kinds.items():
        automaton.add_word(cue, (cue, tuple(meant)))
    automaton.make_automaton()
    return automaton
