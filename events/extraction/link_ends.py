"""Links, buttons and jumps to other pages behind a text: "… in May. See also page 4", "… May (read this)"."""

from __future__ import annotations

from events.extraction.line_cues import bare_words, known_cues
from events.extraction.patterns import regex
from events.extraction.records import Reason

_WINDOW = 140  # characters at a text's end in which a link begins
_LEAST = 40  # characters of the text in front of it
_BUTTON, _SHORTEST_STUCK = 42, 6  # characters of a known button; of one without a full stop in front
_STOP = regex(r"(?<=[.!?…”\"’)\]])\s*(?=[A-Z\[(«»>]|- )|(?<=[a-z.!?”\"’)])(?=[A-Z])")
_ECHO = regex(  # a blog's button, which names the page it leads to: "… near the townContinue reading “Fire in Lima”"
    r"\s?(?:Continue reading|Keep reading|Read more|Đọc tiếp)\s?:?\s?[\"“‘«'][^\"“”«»]{8,200}[\"”’»'](?:\s?→)?$"
)
_LONGEST_ECHO = 240
_QUOTES = "\"”’»'→"
_JUMP = regex(  # "… were injured. More on p12", "… in May. See page 4"
    r"(?<=[.!?”\"’])\s+(?:(?:More|See|Story|Continued|Full story|Full report|Details|Turn)\s[^.!?]{0,24}?)"
    r"\b(?:pages?|pp?|pg)\.?\s?[A-Z]?-?\d{1,3}[A-Z]?\.?$"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_STAMPED = regex(  # "… to the talks... Read more 25 Sep, 2021"
    r"(?<=[.…\]\w])\s(?:Read more|Continue reading|Full story|Đọc tiếp|Xem thêm)[ .…»›>|-]{0,4}\s?"
    rf"(?:\d{{1,2}}\s{_MONTHS},?\s\d{{4}}|{_MONTHS}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})$"
)
_PAGE = regex(  # "… in MayBusiness, page 4"
    r"(?:(?<=[a-z.!?”\"’)])(?=[A-Z])|\s)[A-Z][\w'’]*(?:\s[A-Z][\w'’]*){0,3}, pages?\s\d{1,3}$"
)
_BRACKET = regex(  # "(read this)", "[See also back page]", "(continued below)", "(why we wrote this)", "(updated)"
    r"\s*[\[(](?:(?:[Ss]ee|SEE|[Rr]ead|READ|[Ww]atch|WATCH|[Ll]isten|[Cc]lick|[Tt]ap|[Cc]ontinue[sd]?|CONTINUED|"
    r"[Mm]ore (?:on|here|in|below|inside)|[Ff]ull (?:story|report|text)|[Ss]tory|[Rr]eport|[Dd]etails|"
    r"[Ww]hy we wrote|[Hh]ow we)\b[^()\[\]]{0,36}|(?i:updated?|video|photos?|audio|gallery|more|developing))[\])]\.?$"
)
_POINTER = regex(  # behind a sentence: "See Editorial", "SEE ALSO: …", "More on Radio One", "Watch here.", "Listen:"
    r"(?<=[.!?…”\"’)\]])\s*(?:(?:[»›>→►▶]{1,2}\s?)?(?:"
    r"(?:See|SEE|Read|READ|Watch|WATCH|Listen|LISTEN|View|Hear)\s(?i:also|more|it|this|here|now|below|inside|the full"
    r"|full|our|all)\b[^.!]{0,80}\.?"
    r"|(?:See|SEE)\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2}"
    r"|(?i:more|also read|related|background|full story|full report|full text)\s?:\s?[^.!]{3,90}"
    r"|(?:More|MORE)\s(?:on|from|at|in)\s(?:the\s|our\s)?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,3}"
    r"|(?:Analysis|ANALYSIS|Explainer|EXPLAINER|Opinion|OPINION|Comment|Profile|PROFILE|Timeline|TIMELINE|Gallery|"
    r"GALLERY|Podcast|PODCAST|Video|VIDEO|In pictures|IN PICTURES|READ|WATCH)\s?:\s[^.!]{3,90}"
    r"|(?:Read|See|View|Download)\sthe\s(?:[a-z]+\s)?(?:statement|report|letter|text|decision|judg(?:e)?ment|transcript|"
    r"document|press release|resolution|communiqué|communique|verdict|ruling|story|article|summary|speech|study|map)\.?"
    r"|(?:ADVERTIS(?:ING|EMENTS?)|Advertis(?:ing|ements?)|QUẢNG CÁO|Quảng cáo)\s?[Xx×]?"
    r"|(?:Read|See|Watch|Listen|Also read)(?:\s(?:also|more|here|now|to this))?\s?:"
    r"|(?:(?:Posted|Filed|Published)\s(?:in|under)\s?:|Posted in)\s?[^.!?]{2,60}"
    r"|-{1,2}\s?UPDATED?"
    r"|(?:Video|Audio|Watch|Listen)\s\d{1,2}:\d{2}"
    r"|(?:[Cc]lose|Skip)\s[Aa]d(?:\s[Xx×])?"
    r"|(?:View|Show|Read|Post|Add|Leave)\s(?:all\s|a\s)?[Cc]omments?"
    r"|(?P<signed>With (?:files|reporting) (?:from|by) [^.!?]{3,60})"
    r"|If you or (?:anyone|someone) you know [^.!?]{5,90}"
    r"|\.{3}\sBy:?\s[A-Z][^.!?]{3,50})|» [^.!]{4,120})$"
)
_DASHED = regex(  # "… of the treaty — more here", "… — details from Jane Roe", "… — my colleague's scoop here."
    r"\s[—–-]{1,2}\s(?:(?:more|details|read|full story|full text|watch|listen|background|the story|analysis)\b"
    r"(?!\s(?:than|of|and|or))[^.!?,;]{0,40}"
    r"|(?:[\w'’]+\s){1,4}(?:scoop|story|report|piece|analysis|explainer)\shere|UPDATED)\.?$"
)
_STUCK = regex(
    r"(?<=[a-z.!?”\"’)])(?:(?:Read|See|View|Watch|Get)\s(?:the|all|more|full)|Click here)"
    r"\b[^.!?]{0,24}[.…]{0,3}$"
)
_CLOSED = (")", "]", ").", "].")
_SHAPES = {  # by what the text ends with, the surest first, and why each is set aside
    "quote": ((_ECHO, Reason.RELATED),),
    "bracket": ((_BRACKET, Reason.RELATED),),
    "number": (
        (_JUMP, Reason.WIDGET),
        (_STAMPED, Reason.BYLINE),  # it prints the article's day
        (_PAGE, Reason.RELATED),
        (_POINTER, Reason.RELATED),
    ),
    "word": ((_JUMP, Reason.WIDGET), (_POINTER, Reason.RELATED), (_DASHED, Reason.RELATED), (_STUCK, Reason.RELATED)),
}
_WORDS = (  # that links are told by, in small letters
    "see", "read", "watch", "listen", "click", "tap", "contin", "more", "full", "story", "report", "detail",
    "why we", "updat", "video", "photos", "audio", "gallery", "hear", "view", "related", "analysis", "explainer",
    "opinion", "comment", "profile", "timeline", "podcast", "pictures", "posted", "filed", "published", "close",
    "skip", "show", "leave", "with ", "... by", "page", "scoop", "here", "develop", "how we", "background",
    "photo)", "you know", "download", "advertis", "quảng cáo", "»", "turn ", "ọc tiếp", "xem thêm",
)  # fmt: skip


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where words that lead elsewhere begin behind a text, and why they are set aside; None where it has none."""
    if len(text) < _LEAST + 4:
        return None
    ending = _ending(text)
    start = max(_LEAST, len(text) - (_LONGEST_ECHO if ending == "quote" else _WINDOW))
    low = text[start:].lower()
    if not any(map(low.__contains__, _WORDS)):
        return None
    for shape, reason in _SHAPES[ending]:
        if found := shape.search(text, start):
            signed = shape is _POINTER and found["signed"]  # "With files from …": whose text it is
            return found.start(), Reason.BYLINE if signed else reason
    return None


def button_begins_at(text: str) -> tuple[int, Reason] | None:
    """A button that boilerplate.toml knows, behind a full stop and without one: "… in May. Related stories"."""
    if len(text) < _LEAST + 4 or text[-1] in '.!?…,;”"’)':
        return None
    for stop in _STOP.finditer(text, max(_LEAST, len(text) - _BUTTON)):
        at = stop.end()
        if text[at - 1].islower() and len(text) - at < _SHORTEST_STUCK:
            continue  # "LinkedIn"
        known = known_cues().whole.get(bare_words(text[at:]))
        if known and known[0] in (Reason.RELATED, Reason.WIDGET, Reason.ADVERTISEMENT) and text[at].isupper():
            return at, known[0]
    return None


def _ending(text: str) -> str:
    if text[-1] in _QUOTES:
        return "quote"
    if text.endswith(_CLOSED):
        return "bracket"
    return "number" if text[-1].isdigit() else "word"
