"""What is glued to a paragraph's end and no part of it: buttons, jumps to other pages, pictures' credits, initials."""

from __future__ import annotations

from events.extraction import agencies, captions, sentences
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST, _LEAST_SENTENCES = 60, 2  # characters, sentences of a paragraph with something behind it
_ECHO = regex(  # a blog's button, which names the page it leads to: "… near the townContinue reading “Fire in Lima”"
    r"\s?(?:Continue reading|Keep reading|Read more|Đọc tiếp)\s?:?\s?[\"“‘«'][^\"“”«»]{8,200}[\"”’»'](?:\s?→)?$"
)
_LONGEST_ECHO = 240
_QUOTES = "\"”’»'→"
_JUMP = regex(  # "… were injured. More on p12", "… in May. See page 4"
    r"(?<=[.!?”\"’])\s+(?:(?:More|See|Story|Continued|Full story|Full report|Details|Turn)\s[^.!?]{0,24}?)"
    r"\b(?:pages?|pp?|pg)\.?\s?[A-Z]?-?\d{1,3}[A-Z]?\.?$"
)
_LONGEST_JUMP = 50
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_STAMPED_BUTTON = regex(  # "… to the talks... Read more 25 Sep, 2021"
    r"(?<=[.…\]\w])\s(?:Read more|Continue reading|Full story|Đọc tiếp|Xem thêm)[ .…»›>|-]{0,4}\s?"
    rf"(?:\d{{1,2}}\s{_MONTHS},?\s\d{{4}}|{_MONTHS}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})$"
)
_LONGEST_STAMPED = 44
_PICTURE = regex(  # "… the minister said.Getty Images", "… of the dam.Image: Jane Roe / Agency", "… Image © Agency"
    r"(?<=[.!?”\"’…])(?:(?:Getty Images|AP Images|iStock|Shutterstock|Alamy)(?:/[\w .'’-]{2,30})?"
    r"|\s?(?:Image|Photo|Picture|Photograph|File photo|Credit|Ảnh|Nguồn ảnh)s?\s?(?:[:©|]|by\s)\s?[^.!?]{2,60}"
    r"|(?P<medium>[A-Z][\w.&'’ -]{1,40}(?:/[\w .&'’-]{2,40}){1,2}))$"
)
_LONGEST_PICTURE = 84


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where what is glued to a paragraph's end begins, and why it is set aside; None where nothing is."""
    if len(text) < _LEAST:
        return None
    last = text[-1]
    if last in _QUOTES:
        found = _ECHO.search(text, max(0, len(text) - _LONGEST_ECHO)) if _leads_on(text[-_LONGEST_ECHO:]) else None
        return (found.start(), Reason.RELATED) if found and found.start() >= _LEAST // 2 else None
    if last.isdigit() or text[-2].isdigit():
        if jump := _JUMP.search(text, len(text) - _LONGEST_JUMP):
            return jump.start(), Reason.WIDGET
        stamped = _STAMPED_BUTTON.search(text, len(text) - _LONGEST_STAMPED) if last.isdigit() else None
        return (stamped.start(), Reason.BYLINE) if stamped else None
    if last.isalpha() and (picture := _PICTURE.search(text, max(_LEAST // 2, len(text) - _LONGEST_PICTURE))):
        medium = picture["medium"]
        if len(text) <= captions.LONGEST and (
            text[picture.start()].isspace() or len(sentences.split(text, 0, picture.start())) < _LEAST_SENTENCES
        ):
            return None  # a caption with its credit
        if (
            medium is None
            or agencies.names_one(medium.rpartition("/")[2])
            or agencies.names_one(medium.partition("/")[0])
        ):
            return picture.start(), Reason.CAPTION
    return None


def _leads_on(text: str) -> bool:
    return "ontinue reading" in text or "eep reading" in text or "ead more" in text or "ọc tiếp" in text
