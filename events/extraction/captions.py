"""Captions of pictures: told by their credit ("Photo: …"), also where a sentence is glued to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick

from events.extraction import agencies, data, scenes, sentences
from events.extraction.lines import Line
from events.extraction.patterns import regex

LONGEST = 350  # characters of a caption
_LONGEST_CREDIT = 60  # behind "Photo:"
_TAIL = 100  # characters at a line's end in which its credit stands
_LEAST_GLUED = 40  # characters a sentence glued to a caption has at least
_BRACKETED = regex(r"[\[(]([^()\[\]/]{3,40})/([^()\[\]]{2,40})[\])]\s*\.?$")
_NO_COLON = regex(r"(?:[.)\s]|^)(?:Ảnh|ẢNH|Photo|PHOTO|Nguồn ảnh)\s+([A-ZĐ][\w /+&.-]{1,30}?)\.?$")
_BY_REUTERS = regex(
    r"[.)\s](?:REUTERS|Reuters|AFP|EPA|AP|ANSA|TASS|Xinhua|Sputnik|AP Photo|Getty Images)\s?[/–-]\s?"
    r"(?:[A-ZÀ-Ỹ][\w.'’-]{1,20} ?){2,4}(?<!\.)$|[.)\s](?:REUTERS|Reuters|AFP)/[A-Z][a-z]{2,20}(?: Photo)?$"
)
_BEHIND_A_NAME = regex(  # "… Jane Roe/NTB via REUTERS", "REUTERS/Jane Roe/Pool"
    r"(?P<before>[^\W\d_][\w'’.-]{1,30}(?: [^\W\d_][\w'’.-]{1,30}){0,2})\s?/\s?"
    r"(?:[^\W\d_][\w .'’-]{0,24}/\s?)?(?:[Pp]ool\s)?"
    r"(?:via\s)?(?:REUTERS|Reuters|AFP|AP|AP Photo|EPA|EFE|Getty Images|Getty|Anadolu|Anadolu Agency|NurPhoto|Xinhua)"
    r"(?:/(?:File Photo|File|Pool|Handout))?$"
    r"|(?:REUTERS|AFP|EPA)/[^\W\d_][\w .'’-]{2,40}/(?:File Photo|File|Pool|Handout)$"
)
_FOR_A_PAPER = regex(  # "… on Monday. Jane Roe for The Herald", "… in May.Credit…Jane Roe for The Herald"
    r"(?:^|(?<=[.!?…”\"’]))\s?(?:Credit(?:…|\.{3})\s?)?(?:[A-Z][\w'’.-]{1,20}\s){2,4}for\s"
    r"(?P<medium>[A-Z][\w.&'’-]{1,20}(?:\s[\w.&'’-]{2,20}){0,4})$"
)
_CREDITED = regex(r"Credit(?:…|\.{3})\s?[^.!?]{3,60}$")  # "… in May.Credit…Jane Roe/The Herald"
_SENT = regex(
    r"[^\W\d_a-z][^.!?:\n]{2,40}/[^.!?:\n]{2,40}\svia\s(?:AP|AFP|Reuters|REUTERS|EPA|Getty)"
    r"(?: Images| Photo| Pictures)?"
)
_OF_PICTURES = ("via ", "Getty", "File", "Pool", "Photo", "Handout", "handout", "HANDOUT", "Xinhua/")
_BIG_PICTURE = ("the big picture", "the bigger picture")
_SIDES = (
    "(from l-r)",
    "(l-r)",
    "(from left)",
    "(l to r)",
    "(from left to right)",
    "from left to right",
    "clockwise from",
)
_TOLD = regex(r"\b(?:said|says|told|announced|according)\b")
LONGEST_SIGNED = 700  # characters of a caption that names its photographer
_COUNTED = regex(  # "[1/5] Fighters …": the first of five pictures; "1 of5 Fighters …"
    r"(?:\[\d{1,2}/\d{1,2}\]\s?|\d{1,2}\s?of\d{1,2}\s)[^\W\d_]"
)
_POINTS = regex(  # at a picture: "This March 3, 2015 photo provided by …", "In this Monday, June 2 image from …"
    r"(?:In\sthis|This)\s(?:[A-Z][a-z]+\.?,?\s|\d{1,4},?\s|late\s|early\s|recent\s|frame\s|file\s|undated\s|still\s){1,6}"
    r"(?:photo|photograph|image|picture|frame grab|video grab|screen grab|handout|file photo)\b"
)
_CUT_CREDIT = regex(  # "… into Mauritania. (photo courtesy:"
    r"[(\[](?:photo|image|picture|ảnh|nguồn ảnh)[^()\[\]]{0,24}[:,]?$", re.IGNORECASE
)
_DATED = regex(  # as agencies date their pictures: "… wait in Wabag, Tuesday, July 12, 2022. Counting was …"
    r"(?<!on),\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"\s\d{1,2},\s(?:19|20)\d\d\.(?:\s|$)"
)
_PERSON_VI = regex(  # nobody does anything: "Bà Maria Ressa.", "Tổng thống Nga Vladimir Putin."
    r"(?:Ông|Bà|(?:Cựu\s|Tân\s|Phó\s)?(?:Tổng thống|Thủ tướng|Ngoại trưởng|Bộ trưởng|Chủ tịch|Quốc vương|Đại sứ|Tướng|"
    r"Thượng nghị sĩ|Dân biểu|Phát ngôn viên))(?:\s[A-ZĐÀ-Ỹ][\w.'’-]*){1,7}\."
)
_LONGEST_PERSON = 70
_COPYRIGHTED = regex(  # "… in Seoul. © Agency", "… in Seoul - Copyright AFP Jane Roe"
    r"(?:[\s.(\[|]©\s?|\s[-–—]\sCopyright\s)[^\s©][^©.!?]{1,40}$"
)
_LONGEST_NUMBERED, _LONGEST_NUMBER = 300, 20
_NUMBERED = regex(
    r"(?:^|[\s–—|-])(?:ảnh|hình|hình ảnh|hinh anh|hinh|anh|photo|image|picture|pic)\s?#?\d{1,2}\s?[.:|]?\s*"
    r"(?:$|(?=[^\W\d_]))",
    re.IGNORECASE,
)
_CLOSING = regex(  # "… in Quito. (Photo Agency)", whatever stands before
    r"[(\[]\s?(?:ảnh|hình|nguồn ảnh|photos?|image|picture|pic|file photo|file|đồ họa|graphic|minh họa)\b\s?"
    r"[^()\[\]]{2,60}[)\]][\s.|]*$",
    re.IGNORECASE,
)
_OF_AN_AGENCY = regex(  # "(Xinhua/Jane Roe)", "(Handout via AFP)", "(Ministry of Defence/Handout via Reuters)"
    r"[(\[](?:(?:REUTERS|Reuters|AFP|AP|EPA|Xinhua|ANSA|TASS|Yonhap|Kyodo|Sputnik|Anadolu)\s?/\s?"
    r"[^\W\d_a-z][\w.'’-]{1,20}(?: [^\W\d_a-z][\w.'’-]{1,20}){1,2}(?:/(?:Pool|File Photo|File|Handout))?"
    r"|(?:[^()\[\]]{3,60}/\s?)?(?:[Hh]andout|HANDOUT|Courtesy|courtesy) (?:via|of|by) [^()\[\]]{2,40})[)\]]$"
    r"|[(\[][^()\[\]]{3,80}\bvia (?:Getty Images|Getty)[)\]]$"
)
_PICTURED = regex(  # "… of Seoul yesterday. — AFP pic", "… by the state agency. — Handout via Reuters"
    r"\s[—–-]{1,2}\s?(?:[^\W\d_][\w.&'’]{0,20} ){0,3}(?:pics?|pix|photos?|picture|file pic|file photo|handout|graphic)"
    r"(?:\s(?:via|by|courtesy of|from)\s[^.!?\n]{2,40})?\.?$",
    re.IGNORECASE,
)
_SOURCED = regex(r"[(\[](?:nguồn|source)s?\s?:[^()\[\]]{2,60}[)\]][\s.|]*$", re.IGNORECASE)
_LONE = regex(
    r"\W*(?:ảnh|hình|nguồn|nguồn ảnh|photo|photos|image|picture|pic|credit|source)\s?(?::|/|\||-)\s*\S.{1,60}",
    re.IGNORECASE,
)
_CREDIT_SECTIONS = ("(source:", "(nguồn:")


def is_caption(text: str, low: str) -> bool:
    """Whether a line is a caption, by the credit behind it or the words it opens with. `low`: in small letters."""
    cues = _cues()
    if low.startswith(cues.openings) or (low.startswith("[") and low[1:].lstrip().startswith(cues.openings)):
        return True
    bare = text.rstrip(" |\t")
    if (text[0] in "TI" and _POINTS.match(text)) or (text[-1] in ":," and _CUT_CREDIT.search(text)):
        return True
    if (not text.isascii() and len(text) <= _LONGEST_PERSON and _PERSON_VI.fullmatch(text)) or _is_dated_as_one(text):
        return True
    if ("pic" in low[-60:] or "photo" in low[-60:] or "handout" in low[-60:]) and _PICTURED.search(bare):
        return True
    if _has_a_photographer(bare, low) or (bare[-1:] in ")]." and _CLOSING.search(bare)):
        return True
    if is_numbered(text) or ("Credit" in text[-_TAIL:] and _CREDITED.search(text, max(0, len(text) - _TAIL))):
        return True
    if scenes.shows_one(text):
        return True
    for at, cue in cues.credits_in(low) if not low.startswith(_BIG_PICTURE) else ():
        if len(bare) - at <= len(cue) + _LONGEST_CREDIT:
            # "(Source: AFP)" also closes items of a round-up; a caption is one sentence, mostly without a full stop
            return cue not in _CREDIT_SECTIONS or not sentences.ends_like_one(bare[:at]) or "|" in text
    return cues.has_sign(low) and not sentences.ends_like_one(text)


def _is_dated_as_one(text: str) -> bool:
    """Whether a sentence that tells of nothing said or planned ends as agencies date their pictures."""
    found = _DATED.search(text) if "day, " in text else None
    return found is not None and not _TOLD.search(text, 0, found.start()) and " will " not in text[: found.start()]


def is_sent_picture(text: str) -> bool:
    """Whether a line is nothing but a photographer and who sent the picture: "Jane Roe/Agency via AP Images"."""
    return len(text) <= _TAIL and "/" in text and "via " in text and _SENT.fullmatch(text) is not None


def opens_as_one(low: str) -> bool:
    """Whether words in small letters tell from which side a picture is to be read, as only captions do."""
    return low.startswith(_SIDES)


def is_counted(text: str) -> bool:
    """Whether a line says which of a page's pictures it belongs to: "[1/5] Fighters …", "1 of5 Fighters …"."""
    return (text[0] == "[" or text[0].isdigit()) and _COUNTED.match(text) is not None


def is_sourced(text: str) -> bool:
    """Whether a line ends with whose picture it shows: "… in May. (Source: Agency)"."""
    return text[-1:] in ")]." and _SOURCED.search(text) is not None


def says_so(text: str) -> bool:
    """Whether a caption says itself that it is one, whatever it tells: by its first words, or whose picture it is."""
    opens = text.lower().startswith(_cues().openings)
    return opens or is_signed(text) or is_sourced(text) or _CUT_CREDIT.search(text) is not None


def is_bare_credit(text: str) -> bool:
    """Whether a line is nothing but a picture's credit: "Photo: Agency", "ẢNH: AFP"."""
    return _LONE.fullmatch(text) is not None


def is_numbered_alone(text: str) -> bool:
    """Whether a line only numbers a picture: "- Ảnh 1.", "Photo 2"."""
    if len(text) > _LONGEST_NUMBER or not any(map(str.isdigit, text)):
        return False
    return _NUMBERED.fullmatch(text.lstrip("-–—• ")) is not None


def is_numbered(text: str) -> bool:
    """Whether a line numbers its picture: "… - Hình 1", also glued to what it shows, "… ảnh 1Người dân …"."""
    if len(text) > _LONGEST_NUMBERED or not any(map(str.isdigit, text)):
        return False
    found = _NUMBERED.search(text)
    if found is None:
        return False
    following = text[found.end() : found.end() + 1]
    apart = text[found.end() - 1].isdigit() or text[: found.end()].endswith("  ")
    return not following or (following.isupper() and apart)


def _has_a_photographer(text: str, low: str) -> bool:
    """Whether a line ends with a person and an agency, "[Jane Roe/AFP]", "REUTERS/Jane Roe", or "Ảnh Reuters"."""
    if text.endswith((")", "]", ".")) and (found := _BRACKETED.search(text)):
        by = agencies.is_credit(found[2]) and not agencies.is_credit(found[1]) and " " in found[1].strip()
        return by or is_signed(text)
    if ("ảnh" in low or "photo" in low) and (found := _NO_COLON.search(text)):
        return agencies.is_credit(found[1])
    if ("©" in text or " Copyright " in text) and (mark := _COPYRIGHTED.search(text)):
        return mark.start() > (_LEAST_GLUED // 4 if "/" in mark[0] or "Copyright" in mark[0] else _LEAST_GLUED // 2)
    return not text.endswith(".") and (bool(_BY_REUTERS.search(text, max(0, len(text) - _TAIL))) or is_signed(text))


def is_signed(text: str) -> bool:
    """Whether a line ends with a photographer and the agency that sent the picture, whatever it tells."""
    if len(text) > LONGEST_SIGNED:
        return False
    if " for " in text[-_TAIL:] and (paid := _FOR_A_PAPER.search(text, max(0, len(text) - _TAIL))):
        return agencies.names_only(paid["medium"])
    if text[-1] in ")]":
        by = _OF_AN_AGENCY.search(text, max(0, len(text) - 2 * _TAIL))
        if by is None or agencies.names_only(by[0].strip("()[] .")):  # "… no comment. (AFP/Al Jazeera)" cites two
            return False
        return not _TOLD.search(text) or any(sign in by[0] for sign in _OF_PICTURES)
    if "/" not in text[-_TAIL:] or text[-1] in ".)]":
        return False
    found = _BEHIND_A_NAME.search(text, max(0, len(text) - _TAIL)) or _BY_REUTERS.search(
        text, max(0, len(text) - _TAIL)
    )
    if found is None or found.start() < _LEAST_GLUED // 2:
        return False
    before = found.groupdict().get("before")
    if before is None:
        return True
    return not agencies.names_one(before) and (any(sign in found[0] for sign in _OF_PICTURES) or not _TOLD.search(text))


def unglued(line: Line) -> Iterator[Line]:
    """A caption and the sentence printed behind it without a break: "… - Photo: REUTERSOn Monday …"."""
    at = _caption_end(line.text)
    if at is None:
        yield line
        return
    yield from line.cut(at)


def _caption_end(text: str) -> int | None:
    if len(text) < _LEAST_GLUED:
        return None
    for found, cue in _cues().credits_in(text[: 2 * LONGEST].lower()):
        end = _credit_end(text, found + len(cue), bracketed=cue.startswith("("))
        if end and len(text) - end >= _LEAST_GLUED:
            return end
    return None


def _credit_end(text: str, start: int, *, bracketed: bool) -> int | None:
    """Where the credit behind "Photo:" ends and, with or without a space, a sentence begins."""
    window = text[start : start + _LONGEST_CREDIT + 10]
    close = window.find(")")
    if bracketed or (close >= 0 and "(" not in window[:close]):
        return start + close + 1 if close >= 0 and window[close + 1 :].strip(" |.-–").strip()[:1].isupper() else None
    at = len(window) - len(window.lstrip())
    for word in re.finditer(r"\S+", window[at:]):
        inner = [
            i
            for i in range(1, len(word[0]) - 1)
            if word[0][i].isupper()
            and (word[0][i + 1].islower())
            and (word[0][i - 1].isalpha() or word[0][i - 1] in ").")
            and word[0][:i].rpartition("/")[2] not in ("Mc", "Mac", "De", "Le")
        ]
        if inner:
            return start + at + word.start() + inner[-1]
        if len(word[0]) > 2 and word[0][-1].isupper() and word[0][-2].isupper():  # "REUTERSA spokesman", "AFPÔ"
            credit = window[at : at + word.end() - 1].strip()
            if agencies.is_credit(credit) and not agencies.is_credit(window[at : at + word.end()].strip()):
                return start + at + word.end() - 1
    words = list(re.finditer(r"\S+", window[at:]))
    for count in (3, 2, 1):
        if len(words) > count:
            credit = window[at : at + words[count - 1].end()].strip(" .|")
            following = words[count][0].lstrip("\"“'‘(-–")
            if following[:1].isupper() and agencies.is_credit(credit):
                return start + at + words[count - 1].end()
    return None


class _Cues:
    """The captions' part of boilerplate.toml, each list looked for in one pass."""

    def __init__(self) -> None:
        words = data.load("boilerplate")["caption"]
        self.openings = tuple(words["starts"])
        self._credits = _automaton(words["credit"])
        self._signs = _automaton(words["contains"])

    def credits_in(self, low: str) -> list[tuple[int, str]]:
        """The places of "photo:" and the like, with the words."""
        return [(last - len(cue) + 1, cue) for last, cue in self._credits.iter(low)]

    def has_sign(self, low: str) -> bool:
        return next(self._signs.iter(low), None) is not None


def _automaton(words: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


@cache
def _cues() -> _Cues:
    return _Cues()
