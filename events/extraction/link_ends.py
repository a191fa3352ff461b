"""Words of a link, a button or a picture's credit behind a text: "… in May. See also page 4", "… May (read this)"."""

from __future__ import annotations

import re

from events.extraction import agencies, captions, sentences
from events.extraction.line_cues import bare_words, is_listed, known_cues
from events.extraction.patterns import regex
from events.extraction.records import Reason

_WINDOW = 130  # characters at a text's end in which a link begins
_LEAST = 40  # characters of the text in front of it
_BUTTON, _SHORTEST_STUCK = 42, 6  # characters of a known button; of one without a full stop in front
_TOLD = regex(r"\b(?:said|says|told|announced)\b")
_LEAST_SENTENCES = 2  # in front of a picture's credit, which a caption's single one may be
_STOP = regex(r"(?<=[.!?…”\"’)\]])\s*(?=[A-Z\[(«»>]|- )|(?<=[a-z.!?”\"’)])(?=[A-Z])")
_BRACKET = regex(  # "(read this)", "[See also back page]", "(continued below)", "(why we wrote this)", "(updated)"
    r"\s*[\[(](?:(?:[Ss]ee|SEE|[Rr]ead|READ|[Ww]atch|WATCH|[Ll]isten|[Cc]lick|[Tt]ap|[Cc]ontinue[sd]?|CONTINUED|"
    r"[Mm]ore (?:on|here|in|below|inside)|[Ff]ull (?:story|report|text)|[Ss]tory|[Rr]eport|[Dd]etails|"
    r"[Ww]hy we wrote|[Hh]ow we)\b[^()\[\]]{0,36}|(?i:updated?|video|photos?|audio|gallery|more|developing))[\])]\.?$"
)
_POINTER = regex(  # behind a sentence: "See Editorial", "SEE ALSO: …", "More on Radio One", "Watch here.", "Listen:"
    r"(?<=[.!?…”\"’)\]])\s*(?:[»›>→►▶]{1,2}\s?)?(?:"
    r"(?:See|SEE|Read|READ|Watch|WATCH|Listen|LISTEN|View|Hear)\s(?i:also|more|it|this|here|now|below|inside|the full"
    r"|full|our|all)\b[^.!]{0,80}\.?"
    r"|(?:See|SEE)\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2}"
    r"|(?i:more|also read|related|background|full story|full report|full text)\s?:\s?[^.!]{3,90}"
    r"|(?:More|MORE)\s(?:on|from|at|in)\s(?:the\s|our\s)?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,3}"
    r"|(?:Analysis|ANALYSIS|Explainer|EXPLAINER|Opinion|OPINION|Comment|Profile|PROFILE|Timeline|TIMELINE|Gallery|"
    r"GALLERY|Podcast|PODCAST|Video|VIDEO|In pictures|IN PICTURES)\s?:\s[^.!]{3,90}"
    r"|(?:Read|See|Watch|Listen|Also read)(?:\s(?:also|more|here|now|to this))?\s?:"
    r"|(?:Posted|Filed|Published)\s(?:in|under)\s?:\s?[^.!?]{2,60}"
    r"|-{1,2}\s?UPDATED?"
    r"|(?:Video|Audio|Watch|Listen)\s\d{1,2}:\d{2}"
    r"|(?:[Cc]lose|Skip)\s[Aa]d(?:\s[Xx×])?"
    r"|(?:View|Show|Read|Post|Leave)\s(?:all\s|a\s)?[Cc]omments?"
    r"|With (?:files|reporting) (?:from|by) [^.!?]{3,60}"
    r"|\.{3}\sBy:?\s[A-Z][^.!?]{3,50})$"
)
_DASHED = regex(  # "… of the treaty — more here", "… — details from Jane Roe", "… — my colleague's scoop here."
    r"\s[—–-]{1,2}\s(?:(?:more|details|read|full story|full text|watch|listen|background|the story|analysis)\b"
    r"(?!\s(?:than|of|and|or))[^.!?,;]{0,40}"
    r"|(?:[\w'’]+\s){1,4}(?:scoop|story|report|piece|analysis|explainer)\shere)\.?$"
)
_PAGE = regex(  # "… in MayBusiness, page 4"
    r"(?:(?<=[a-z.!?”\"’)])(?=[A-Z])|\s)[A-Z][\w'’]*(?:\s[A-Z][\w'’]*){0,3}, pages?\s\d{1,3}$"
)
_STUCK = regex(r"(?<=[a-z.!?”\"’)])(?:Read|See|View|Watch|Get)\s(?:the|all|more|full)\b[^.!?]{0,24}$")
_SHAPES, _BRACKETS = (_POINTER, _DASHED, _STUCK), (")", "]", ").", "].")
_CREDIT = regex(  # of a picture: "AFP photo", "[Agency photo]", "Photo: Agency/J. Roe", "Jane Roe via AFP"
    r"(?<=[.!?…”\"’)\]])\s*(?:(?P<label>[\[(]?"
    r"(?:Photo|Photograph|Image|Picture|Credit|PHOTO|PICTURE|IMAGE|Photo credit)s?"
    r"\s?(?:[:©/|]|\bby\b|\bcourtesy\b)\s?[^:!?()\[\]]{2,50}[\])]?)"
    r"|[\[(]?(?P<kind>[A-Z][\w.&'’-]{1,20}(?:[ /][A-Z][\w.&'’-]{1,20}){0,2})\s"
    r"(?:[Pp]hotos?|PHOTOS?|[Pp]ics?|ILLUSTRATION|[Ii]llustration|[Gg]raphic|GRAPHIC|[Ff]ile [Pp]hoto)[\])]?"
    r"|(?P<via>(?:[A-Z][\w.'’-]{1,20}\s){2,3}via\s(?:AFP|AP|Reuters|REUTERS|EPA|Getty|Getty Images|Anadolu|Flickr))"
    r"|[\[(](?P<by>[A-Z][\w .]{1,20}/\s?[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){1,2})[\])]"
    r"|(?P<from>(?:Flickr|Shutterstock|Wikimedia|Wikimedia Commons|Twitter|Facebook|iStock|Unsplash|AAP|Getty|EFE)/"
    r"[A-Z][\w .'’-]{2,30})"
    r"|(?P<stock>Getty Images|Getty|Shutterstock|Alamy|ALAMY|iStock))\.?$"
)
_WORDS = (  # that links are told by, in small letters
    "see", "read", "watch", "listen", "click", "tap", "contin", "more", "full", "story", "report", "detail",
    "why we", "updat", "video", "photos", "audio", "gallery", "hear", "view", "related", "analysis", "explainer",
    "opinion", "comment", "profile", "timeline", "podcast", "pictures", "posted", "filed", "published", "close",
    "skip", "show", "leave", "with ", "... by", "page", "scoop", "here", "develop", "how we", "background",
    "photo)",
)  # fmt: skip
_CREDITS = (  # that credits are told by
    "photo", "image", "picture", "credit", " pic", "illustration", "graphic", " via ", "/", "getty", "shutterstock",
    "alamy", "istock",
)  # fmt: skip


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where the words behind a text begin, and why they are set aside; None where it has none."""
    if len(text) < _LEAST + 4:
        return None
    start = max(_LEAST, len(text) - _WINDOW)
    tail = text[start:]
    low = tail.lower()
    if any(word in low for word in _WORDS):
        bracketed = text.endswith(_BRACKETS)
        for shape in (_BRACKET,) if bracketed else (_PAGE, *_SHAPES) if text[-1].isdigit() else _SHAPES:
            if found := shape.search(text, start):
                return found.start(), Reason.RELATED
    if any(word in low for word in _CREDITS) and (found := _CREDIT.search(text, start)) and _of_an_item(text, found):
        return found.start(), Reason.CAPTION
    return _button(text, start)


def _of_an_item(text: str, found: re.Match[str]) -> bool:
    """Whether a credit stands behind news, not behind the one sentence of a caption."""
    kind = found["kind"]
    if kind and not (kind.isupper() or agencies.names_one(kind)):
        return False
    if found["by"]:
        agency, _, photographer = found["by"].partition("/")
        if not agencies.names_one(agency) or agencies.names_one(photographer):
            return False  # "(AP/Daily Star)": two media
    if is_listed(text):
        return True
    if len(sentences.split(text, 0, found.start())) < _LEAST_SENTENCES and not _TOLD.search(text):
        return False
    return not captions.is_caption(text, text.lower())


def _button(text: str, start: int) -> tuple[int, Reason] | None:
    """A button that boilerplate.toml knows, behind a full stop and without one: "… in May. Related stories"."""
    if text[-1] in '.!?…,;”"’)':
        return None
    for stop in _STOP.finditer(text, max(start, len(text) - _BUTTON)):
        at = stop.end()
        if text[at - 1].islower() and len(text) - at < _SHORTEST_STUCK:
            continue  # "LinkedIn"
        known = known_cues().whole.get(bare_words(text[at:]))
        if known and known[0] in (Reason.RELATED, Reason.WIDGET, Reason.ADVERTISEMENT) and text[at].isupper():
            return at, known[0]
    return None
