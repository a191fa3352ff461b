"""What is glued to the edges of a text: a stamp, day or button in front, a stamp, signature, button or count behind."""

from __future__ import annotations

import re
import unicodedata

from events.extraction.layouts.page import STAMP
from events.extraction.patterns import regex

_BUTTON_WORDS = (
    "read more|continue reading|full\\s{1,2}story|source link|more|đọc tiếp|đọc thêm|xem tiếp|xem thêm|chi tiết"
)
_BUTTON = regex(  # behind a lead: "… to the talks (more)", "… Read more »"
    rf"(?<=[.!?…”\"\]\w])[ ]{{0,6}}([\[(]\s?(?:{_BUTTON_WORDS})\s?[.…]*[\])]|"
    rf"(?:(?<=[.!?…”\"\]])|(?<=[.!?…”\"\]] ))(?:{_BUTTON_WORDS})[ ]?[»›→>….]*)$",
    re.IGNORECASE,
)
_BUTTON_BEFORE = regex(  # "Read More »Talks resume", "Full StoryTalks resume"
    rf"(?i:{_BUTTON_WORDS})\s?[»›→>…]{{1,3}}\s?(?=[\"“‘']?[A-ZĐÀ-Ỹ\d])"
    r"|(?:Full Story|Read More|Read more|Continue reading)(?=[A-ZĐ][\w'’-]*[ ,])"
)
BUTTON_IN_FRONT = regex(rf"(?:{_BUTTON_WORDS})\s$", re.IGNORECASE)  # "… it Continue reading Talks resume"
_COMMENTS = regex(r"(?<=[.!?…”\"\])])\s(?=\d{1,4} (?:Comments?|comments?|bình luận)$)")
LONGEST_BUTTON = 26
_BUTTON_ENDS = tuple("eEgGyYpPmMtTkK»›→>….)]")  # the last letters of those words, and the signs behind them
_BUTTON_STARTS = tuple("RrCcFfSsMmĐđXx")  # the first ones

_STAMP_BEFORE = regex(
    rf"{STAMP.pattern}\s?(?!(?:GMT|UTC|[A-Z]{{2,4}})\b)(?=[^\W\d_][^\W\d]|[\"“‘])"
)  # "24/02/2019 15:20Headline"
_DAY_NAMED = (  # a day in words or from the year down, as scripts print it in front of a text
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s(?:19|20)\d\d|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d)"
    r"(?:[T,]?\s?(?:at\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s(?:GMT|UTC|EST|ET))?)?"
)
_LABELLED_DAY = regex(  # "date 2013-12-03 RUSSIA"
    rf"(?:date|posted|published|updated|created|ngày đăng|đăng ngày)(?:\son)?\s?:?\s"
    rf"(?:{_DAY_NAMED}|(?:19|20)\d\d-\d\d)[\s|–-]+"
    r"(?![A-Z]{2,4}$)(?=[\"“(\[]?[^\W\d_])",
    re.IGNORECASE,
)
_POSTED = regex(  # "Posted: Monday, July 19, 2021. 12:09 pm CST. By Jane Roe: …"
    r"(?:Posted|Published|Updated)(?: on)?:? [^.:]{6,34}\d{4}[.,]? "
    r"\d{1,2}:\d{2} ?[ap]\.?m\.?(?: [A-Z]{2,4})?\.? (?=[^\W\d_])"
)
_GLUED_DAY = regex(rf"{_DAY_NAMED}(?=[A-ZĐ][A-Za-z][\w ,])")  # "3 December 2013Moscow says …"
_LONGEST_DAY = 60
_PUBLISHED_BEHIND = regex(  # "Talks resume in Genevapublished at 11:20 British Summer Time 14 April 2018"
    r"(?<=\S)(?:published|posted|updated) (?:at|on) \d{1,2}[:. ](?:\d{2}|[A-Z])[^.!?\n]{0,50}$", re.IGNORECASE
)
_STAMP_BEHIND = regex(  # "… headline and lead… 14:57 | 01/01/2019", "… lead... | 12/3/16 10:55 AM"
    rf"\s{STAMP.pattern}$|\s\|\s\d{{1,2}}/\d{{1,2}}/\d{{2,4}},?\s\d{{1,2}}:\d{{2}}(?:\s?[AP]M)?$"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SIGNED_BEHIND = regex(  # "… of the court. Jane Roe, AP News, November 13"
    rf"(?<=[.!?”\"’])\s(?=(?:[^\W\d_][\w.'’ -]{{2,60}}, ){{1,3}}(?:{_MONTHS})\s\d{{1,2}}(?:, \d{{4}})?$)"
)
_DAY_BEHIND = regex(  # "Talks resume (Thu, 17 Aug 2017 07:12:00 +0000)"
    r"\s\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? \d{1,2} [A-Z][a-z]{2,8} \d{4}[^()]{0,24}\)$"
)
_END_BEHIND = regex(  # how a desk says that its text ends: "… of talks. (end) ab", "… of talks. (Agency) Enditem"
    r"\s\((?i:end|ends|endi|endit|enditem)\)\s?[a-z]{0,4}(?:[./][a-z]{1,4})?$"
    r"|(?<=[.!?…)\]”\"’])\s*(?:/{1,2}|[-–—]{1,3})?\s?(?:End(?:i|it|item|s)?|ENDS?|ENDIT(?:EM)?|NNNN|###|-30-)\.?$"
)
_END_WORDS = ("End", "END", "(end", "NNNN", "###", "-30-")
_MEDIA_BEFORE = regex(
    r"\([A-Z][^()\n]{1,40}(?:\([A-Z]{2,8}\))?\)\s(?=[A-Z]{3,}[A-Z ]{0,20}\s?[-–—:])"
)  # "(The Wire) LIMA - "
_COUNTS = regex(  # behind an item: "… the owner says. 3 Comments", "… to be lifted 0 Comments"
    r"(?:(?<=[.!?…”\"')\]])\s*(?:\d{1,3}(?:[.,]\d{3})?[Kk]?|[Nn]o)|\s(?:0|[Nn]o|\d{1,4}(?=\s[A-Z])))"
    r"\s(?:[Cc]omments?|[Ss]hares?|[Ll]ikes?|[Rr]epl(?:y|ies)|[Vv]iews?|[Rr]eactions?|[Rr]etweets?|[Bb]ình luận|"
    r"[Ll]ượt xem|[Cc]hia sẻ|[Ll]ượt thích|[Pp]hản hồi)"
    r"(?:\s\d{1,4}\s(?:[Cc]omments?|[Ss]hares?|[Ll]ikes?|[Vv]iews?))*$"
)
_COUNT_ENDS = tuple("stywnmẻhiSTYWNM")  # the last letters of those words
_LONGEST_COUNTS = 40

_SLUG = regex(r"\s([a-z\d]+(?:-[a-z\d]+){4,})(?:\.[a-z]{3,4})?$")  # "… in May talks-resume-in-geneva-after-a-year"
_LEAST_HYPHENS, _SLUG_SEEN = 4, 30  # characters at a text's end
_WORD, _SAID_AGAIN = regex(r"[a-z\d]+"), 0.7  # of the words of a file's name, by the headline

_LEAST_HEADLINE = 24  # characters behind a button
_LEAST_TEXT = 60  # characters of a text before a stamp


def parted_at(text: str) -> list[int]:
    """Where the text begins behind what is glued in front of it, and where what is glued behind it begins."""
    return [at for at in (_end_of_front(text), _begin_of_back(text)) if at]


def _end_of_front(text: str) -> int:
    """Where a stamp, a day, a button or a medium in front of the text ends; 0 where there is none."""
    if text[:1].isdigit() and (stamp := _STAMP_BEFORE.match(text)) and stamp.end() < len(text):
        return stamp.end()
    if (
        text[:1] in _BUTTON_STARTS
        and (button := _BUTTON_BEFORE.match(text))
        and len(text) - button.end() >= _LEAST_HEADLINE
    ):
        return button.end()
    if text.startswith(("Posted", "Published", "Updated")) and (posted := _POSTED.match(text)):
        return posted.end()
    if any(map(str.isdigit, text[:24])) and (
        day := _LABELLED_DAY.match(text, 0, _LONGEST_DAY) or _GLUED_DAY.match(text, 0, _LONGEST_DAY)
    ):
        return day.end()
    medium = _MEDIA_BEFORE.match(text) if text[:1] == "(" else None
    return medium.end() if medium else 0


def _begin_of_back(text: str) -> int:
    """Where a stamp, a signature, an end mark, a button or counts behind the text begin; 0 where there are none."""
    last = text[-1:]
    if (
        (last.isdigit() or text.endswith(("AM", "PM")))
        and len(text) > _LEAST_TEXT
        and (stamp := _STAMP_BEHIND.search(text, len(text) - 24))
    ):
        return stamp.start()
    if last.isdigit() and (signed := SIGNED_BEHIND.search(text, max(0, len(text) - 140))):
        return signed.start()
    if last == ")" and text[-2:-1].isdigit() and (dated := _DAY_BEHIND.search(text, max(0, len(text) - 50))):
        return dated.start()
    if text.count("-", max(0, len(text) - _SLUG_SEEN)) >= _LEAST_HYPHENS and (slug := _begin_of_slug(text)):
        return slug
    if (any(map(text[-16:].__contains__, _END_WORDS))) and (ended := _END_BEHIND.search(text, max(1, len(text) - 16))):
        return ended.start()
    if last.isdigit() and (published := _PUBLISHED_BEHIND.search(text, max(0, len(text) - 80))):
        return published.start()
    if text.endswith(("omment", "omments", "bình luận")) and (
        counted := _COMMENTS.search(text, len(text) - LONGEST_BUTTON)
    ):
        return counted.end()
    if (
        last in _BUTTON_ENDS
        and len(text) > 2 * LONGEST_BUTTON  # a lead, which is more than the button
        and (button := _BUTTON.search(text, len(text) - LONGEST_BUTTON))
    ):
        return button.start(1)
    if (
        last in _COUNT_ENDS
        and len(text) > _LONGEST_COUNTS
        and (counts := _COUNTS.search(text, len(text) - _LONGEST_COUNTS))
    ):
        return counts.end() - len(counts[0].lstrip())
    return 0


def _begin_of_slug(text: str) -> int:
    """Where the name of the page's file begins, which says the headline in front of it again; 0 where there is none."""
    found = _SLUG.search(text, max(1, text.rfind(" ")))
    if not found:
        return 0
    spread = unicodedata.normalize("NFKD", text[: found.start()].lower().replace("đ", "d"))
    told = set(_WORD.findall("".join(char for char in spread if not unicodedata.combining(char))))
    words = found[1].split("-")
    return found.start(1) if _SAID_AGAIN * len(words) <= sum(word in told for word in words) else 0
