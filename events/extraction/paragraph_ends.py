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
    r"|\s?(?:Image|Photo|Picture|Photograph|File photo|Credit|Ảnh|Nguồn ảnh)s?\s?(?:[:©|]|by\s)\s?"
    r"(?:[^.!?]|(?<=\b[A-Z])\.){2,60}"
    r"|(?P<medium>[A-Z][\w.&'’ -]{1,40}(?:/[\w .&'’-]{2,40}){1,2}))$"
)
_LONGEST_PICTURE = 84
_TOLD = regex(r"\b(?:said|says|told|announced|agreed|warned|called|voted|ordered|will|tuyên bố|cho biết)\b")
_AWAY = regex(  # links, buttons and notes, each with what it says: "… in May. Watch here.", "… of talks (updated)"
    r"(?:(?<=[.!?…”\"’)\]])\s{0,3}"
    r"(?:See (?:also |our )?(?:[Pp]age \w{1,4}|Back Page|[Ee]ditorial|special coverage)"
    r"|(?:Read|Watch|See|Listen to) (?:it|this|them|here|now|the (?:full )?(?:story|article|report|text|video))"
    r"(?: here| now)?\.?"
    r"|(?:SEE ALSO|READ ALSO|ALSO READ|Read also|See also|Analysis|Explainer|Opinion|Related|READ|WATCH):"
    r"(?: [^.!:]{4,120})?"
    r"|» [^.!]{4,120}|Posted in:? [^.!?]{2,60}|(?:View|Show|Leave|Add) (?:a |all )?[Cc]omments?|Close Ad(?: X)?"
    r"|Related (?:Stories|Articles|News)|Recommended(?: for you)?|Sponsored|ADVERTISEMENT|Advertisement"
    r"|With files from [^.!?]{2,50}|If you or (?:anyone|someone) you know [^.!?]{5,90})"
    r"|(?<=[.!?…”\"’)\]\w])(?:\s{1,3}(?:--? UPDATED|— more here\.?|Video \d{1,2}:\d{2})|Read (?:the full story|more)"
    r"|\s{0,3}[(\[](?:[Ll]isten|[Ww]atch|[Rr]ead (?:this|more|here)|[Ss]ee also [^()\[\]]{2,30}|[Uu]pdated|"
    r"[Cc]ontinued (?:below|above|(?:on|from) page \w{1,4}))[)\]]))$"
)
_SHOWN = regex(  # pictures' credits: "… on Monday. AFP Photo", "… were safe. [Photo: Agency]", "… (AFP/Jane Roe)"
    r"(?<=[.!?…”\"’])\s{0,3}"
    r"(?:[(\[](?:(?:Photo|Picture|Image|Ảnh):[^()\[\]]{2,60}|(?:AFP|AP|Reuters|REUTERS|EPA|EFE)/[A-Z][^()\[\]]{2,40}|"
    r"[A-Z]{2,8} (?:photo|Photo|PHOTO))[)\]]|[A-Z]{2,8} (?:photo|Photo|PHOTO)|Flickr/[\w .-]{2,30}"
    r"|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,2} via (?:AFP|AP|Reuters|Getty Images))$"
)
_LONGEST_AWAY = 140
_SIGNS_OF_THESE = (
    "ee ", "ead ", "atch", "isten", ": ", "»", "omment", "Close Ad", "elated", "ecommended", "ponsored", "DVERTISE",
    "dvertise", "files from", "you know", "UPDATED", "pdated", "ontinued", "more here", "Video ", "hoto", "PHOTO", "/",
    " via ", "icture", "mage:", "nh:", "lso:",
)  # fmt: skip


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where what is glued to a paragraph's end begins, and why it is set aside; None where nothing is."""
    if len(text) < _LEAST:
        return None
    last = text[-1]
    end = text[-_LONGEST_AWAY:]
    if any(map(end.__contains__, _SIGNS_OF_THESE)):
        if away := _AWAY.search(text, max(_LEAST // 2, len(text) - _LONGEST_AWAY)):
            return away.start(), Reason.BYLINE if "files from" in away[0] else Reason.RELATED
        shown = _SHOWN.search(text, max(_LEAST // 2, len(text) - _LONGEST_AWAY))
        if shown and (len(text) > captions.LONGEST or _TOLD.search(text, 0, shown.start())):
            named = agencies.names_one(shown[0].strip(" ()[]").partition("/")[0])  # it may be the text's own credit
            return shown.start(), Reason.BYLINE if named or " via " in shown[0] else Reason.CAPTION
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
        alone = text[picture.start()].isspace() or len(sentences.split(text, 0, picture.start())) < _LEAST_SENTENCES
        if len(text) <= captions.LONGEST and alone and not _TOLD.search(text, 0, picture.start()):
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
