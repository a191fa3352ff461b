"""What a page says of the house that makes it: "Harbour Wire is an independent news service based in Male."

Such sentences look like any report's: somebody is named, and something is told. But what is told is what the house is
or does at all times, in the present, of one of the few things that make pages; and mostly the page prints the name of
the house elsewhere, alone on a line or behind a ©.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from events.extraction import regions, sentences
from events.extraction.line_cues import bare_words
from events.extraction.patterns import regex

LONGEST = 900  # characters
_HEAD = 160  # of them, in which the kind of house is said
_LONGEST_NAME, _SHORTEST_NAME = 50, 4
_KINDS = (
    r"(?i:news[ -]?(?:paper|organi[sz]ation|agency|website|site|portal|outlet|channel|service|network|platform|"
    r"magazine|company|blog|provider|source|letter|group|room)s?|(?:news|media|press|broadcasting|publishing)\s"
    r"(?:and\s\w+\s)?(?:organi[sz]ation|agency|website|portal|outlet|channel|service|network|platform|group|house|"
    r"company|centre|center|project|initiative)|(?:online|daily|weekly|monthly|quarterly|digital|print)\s"
    r"(?:news\w*|magazine|journal|publication|newspaper|paper|edition|digest)|newspaper|newsletter|broadcaster|"
    r"(?:radio|television|tv|cable)\s(?:station|channel|network|service)|web\s?portal|web\s?site|website|webzine|"
    r"e-?zine|publication|publisher|online\s(?:platform|resource|community)|think[ -]?tank|"
    r"(?:centre|center)\sof\s(?:expertise|excellence)|(?:research|policy)\s(?:institute|centre|center)|"
    r"non-?profit(?:\s(?:news\s)?organi[sz]ation|\smedia|\snewsroom)?|(?:\w+\s)?channel|(?:English|Arabic|French)-language\s(?:daily|weekly|station)|daily)"
)
_IS = regex(  # "Pacific Ledger (PL) is an independent news service …", "This page is the English edition of …"
    r"(?:About\s[^:.!?]{2,40}:\s)?(?:The\s)?(?P<name>[A-Z][^\s,;:!?]{0,30}(?:\s[^\s,;:!?]{1,24}){0,6}?)"
    r"(?:\s\([A-Z][\w .&-]{1,20}\))?(?:,[^,.]{3,50},)?\sis\s(?:an?|the|one\sof\sthe)\s[^.!?]{0,90}?\b" + _KINDS + r"\b",
)
_THIS = regex(  # deictic: only the page itself speaks so
    r"(?:This|The present)\s(?:(?:page|website|web site|bulletin|newsletter|digest|blog|portal|feed|compilation|"
    r"round-?up|press review|news review)\s(?:is|provides|offers|contains|carries|covers|brings|does not|aims|presents|"
    r"collects|has been compiled)|(?:site|service|edition|publication|material|document|summary|report)\s"
    r"(?:is\s(?:provided|produced|published|compiled|intended|brought|prepared|for\sinformation|a\sservice)|"
    r"may\snot\sbe|does\snot\snecessarily))\b"
    r"|(?i:trang (?:báo|tin|web|thông tin)|chuyên trang|chuyên mục|bản tin|website|kênh) này\s"
    r"(?:là|do|thôi|được|cung cấp|tạm|ngừng|sẽ|không|tổng hợp|chuyên)\b"
)
_FOUNDED = regex(r"(?:Founded|Established|Launched|Set up|Created|Started)\s(?:in\s\d{4}|\w+\syears\sago)[^,]{0,60},\s")
_KIND = regex(rf"\b{_KINDS}\b", re.IGNORECASE)
_KIND_VI = regex(
    r"(?P<name>[^\s,.;:!?]{1,12}(?:\s[^\s,.;:!?]{1,12}){0,7}?)\slà\s[^.!?]{0,30}?"
    r"(?:cơ quan ngôn luận|cơ quan báo chí|trang tin|trang thông tin|trang web|website|cổng thông tin|tờ báo|nhật báo|"
    r"tuần báo|báo điện tử|tạp chí điện tử|kênh thông tin|kênh truyền hình|kênh tin tức|tổ chức phi lợi nhuận|"
    r"hãng thông tấn độc lập)\b"
)
_FOREVER = regex(  # what a house does at all times
    r"(?:is|are)\s(?:an?|the|one\sof|dedicated|committed|produced|published|owned|run|based|not\sresponsible|devoted)\b|"
    r"(?:covers?|provides?|delivers?|brings?|publishes|offers?|features?|aims|seeks|strives|serves|reports\son|monitors|"
    r"tracks|produces|gathers|collects|aggregates|promotes|presents|exists|believes)\b"
)
_NEWS = regex(  # no house is described so: who said it, which day, what came of it
    r"\b(?:said|says|told|announced|warned|according to|yesterday|today|tonight|tomorrow|"
    r"(?:on|since|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last|next) (?:week|month|year)|"
    r"killed|arrested|raided|jailed|banned|detained|sentenced|sued|accused|sold|bought|fined|attacked|whom|whose|"
    r"cho biết|nói|tuyên bố|cho hay|hôm (?:nay|qua)|ngày \d|bị|đã|thông báo|đưa tin|dẫn lời)\b"
)
_QUOTES = ("“", '"', "«")
_SLOGAN = regex(  # "News and analysis from Ghana, Togo and Benin"
    r"(?:(?:[A-Z][a-z]+\s){0,2}(?i:news|analysis|reporting|reports|stories|views|insights?|commentary|coverage|opinion|"
    r"features|interviews|information|updates|comment|current affairs|background)(?:,\s|\sand\s|\s&\s|,?\sand\s)){1,3}"
    r"(?i:news|analysis|reporting|reports|stories|views|insights?|commentary|coverage|opinions?|features|interviews|"
    r"information|updates|comment|current affairs|background)\s(?:from|on|about|of|across|in|for)\s"
    r"(?:(?:the|and|&|of|its|all|around|across|over)\s|[A-Z][\w'’.-]+,?\s?)+"
    r"|(?:Tin tức|Thông tin|Tin)(?:,\s|\svà\s|\s&\s)(?:phân tích|bình luận|sự kiện|tin tức|góc nhìn)\s(?:về|từ|của)\s"
    r"[^.!?:;]{3,60}"
)
_ANSWERS = (  # what a house does not answer for, and what others may do with it
    "for information only", "for informational purposes", "for information purposes", "hyperlink to the source",
    "not responsible for its content", "not responsible for the content", "not responsible for the accuracy",
    "accept no liability", "accepts no liability", "accept no responsibility", "accepts no responsibility",
    "without written consent", "prior written consent", "without prior permission", "quoted with attribution",
    "chịu trách nhiệm về nội dung", "chịu trách nhiệm nội dung",
)  # fmt: skip
_LONGEST_SLOGAN = 110
_VOICE = regex(r"(?:The|Your)\s(?:[Vv]oice|[Ww]indow|[Ee]yes?|[Gg]ateway|[Gg]uide)\s(?:of|on|to|into)\s[^.!?:;]{3,50}")
_SINCE = regex(r"\ssince\s(?:18|19|20)\d\d$")
_OWNED = (
    regex(  # "© 2023 Harbour Wire", "About Harbour Wire", "Follow Harbour Wire", "Harbour Wire. All rights reserved"
        r"(?:about|follow|subscribe to|©(?:\s?copyright)?|copyright(?:\s?©)?|\(c\))\s*"
        r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?[,.]?)?\s*(?:by\s)?(?P<name>[^|•©]{3,50}?)"
        r"(?:[,.]?\s(?:all rights|foundation|ltd|inc|llc|media|group).*)?",
        re.IGNORECASE,
    )
)
_BRACKET = regex(r"\s\([^()]{2,20}\)")
_ABOUT = regex(
    r"About\s(?P<name>[A-Z][^:!?]{1,40}(?<!\.)|us|this (?:site|page|paper|newsletter))|Về chúng tôi|Giới thiệu"
)


def is_one(text: str) -> bool:
    """Whether a line says by itself what its house is."""
    if len(text) > LONGEST:
        return False
    if len(text) <= _LONGEST_SLOGAN and _is_slogan(text):
        return True
    told = (
        ((text.startswith(("This ", "The present ")) or " này " in text[:60]) and _THIS.search(text, 0, _HEAD))
        or (" is " in text[:_HEAD] and _IS.match(text))
        or (text.startswith(("Founded", "Establ", "Launched", "Set up", "Created", "Started")) and _founded(text))
        or (" là " in text[:_HEAD] and (text[0].isupper() and _KIND_VI.match(text)))
    )
    if not told:
        low = text.lower()
        told = any(map(low.__contains__, _ANSWERS))
    return bool(told) and not (any(sign in text for sign in _QUOTES) or _NEWS.search(text))


def _founded(text: str) -> bool:
    return _FOUNDED.match(text) is not None and _KIND.search(text[:_HEAD]) is not None


def _is_slogan(text: str) -> bool:
    if text[-1] in ".!?:;…":
        return False
    return _SLOGAN.fullmatch(text) is not None or (_VOICE.match(text) is not None and bool(_SINCE.search(text)))


def places(texts: Sequence[str]) -> Iterator[int]:
    """Which of a page's lines speak of its house, with the "About …" above them."""
    alone: frozenset[str] | None = None
    for place, text in enumerate(texts):
        found = is_one(text)
        if not found and _may_describe(text) and (does := _FOREVER.search(text, _SHORTEST_NAME, _HEAD // 2)):
            name = bare_words(_BRACKET.sub("", text[: does.start()]))
            alone = _names(texts) if alone is None else alone
            found = name in alone and not _NEWS.search(text)
        if found:
            above = texts[place - 1] if place else ""
            if _ABOUT.fullmatch(above) or (len(above) <= _LONGEST_NAME and text.startswith(f"{above} ")):
                yield place - 1
            yield place


def _may_describe(text: str) -> bool:
    return len(text) <= LONGEST and text[0].isupper() and text[-1] in ".!" and not any(sign in text for sign in _QUOTES)


def _names(texts: Sequence[str]) -> frozenset[str]:
    """The names that stand alone on lines: of several words, or said to be whose the page is."""
    found = set()
    for text in texts:
        if len(text) > 2 * _LONGEST_NAME or sentences.ends_like_one(text):
            continue
        if owned := _OWNED.fullmatch(text):
            found.add(bare_words(owned["name"]))
        elif len(text) <= _LONGEST_NAME and (" " in text or "." in text) and text[0].isupper():
            found.add(bare_words(text))
    return frozenset(name for name in found if not regions.read_heading(name))
