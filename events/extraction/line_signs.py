"""Why a line is set aside, as far as it tells by itself: by boilerplate.toml's words, or by its form."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import ahocorasick

from events.extraction import (
    agencies,
    captions,
    data,
    forms,
    furniture,
    publication,
    regions,
    sentences,
    stamps,
    subjects,
)
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

SHORT = 160  # characters: longer lines are text, whatever words they hold
_LONGEST_COUNT = 60  # characters of a line like "12 comments"
_SIGNS = " \t|:·•*_#>»→▲↑-–—=.…()[]"
_SIGNS_BUT_BRACKETS = _SIGNS.replace("(", "")
_URL = regex(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_NUMBER = regex(r"\d+(?:[.,:]\d+)*")
_LETTERS = regex(r"[^\W\d_]+")
_ZONES = r"gmt|utc|ict|est|edt|et|pst|pdt|cst|cdt|bst|cet|cest|eet|ist|sast|eat|wat|msk|aest|aedt|local time"
_CLOCK = regex(  # also "1430 GMT:"
    rf"\W*(?:\d{{1,2}}[:.hg]\d{{2}}(?::\d{{2}})?|\d{{4}}(?=\s?(?:gmt|utc)\b))\W*(?:[ap]\.?m\.?)?\W*"
    rf"(?:(?:{_ZONES})\W*[\d:]*)?\W*",
    re.IGNORECASE,
)
_SIGNED = regex(
    r"(?:[Tt]heo\s+)?[^\W\d_](?:[^()\n:.!?]|(?<=\b\w)\.){1,40}\s?[(\[]"  # also "N.K. (tổng hợp)"
    r"(?:tổng hợp|theo|t/?h|t\.h\.?|lược dịch|biên dịch|dịch|lược thuật|gt|ghi|compiled|from|with|translated)\b"
    r"[^()\n]{0,60}[)\]]\.?",
    re.IGNORECASE,
)
_SEEN = regex(r"\(xem: ?[\d.,]+\)\W*$")  # "24/04/2002 (Xem: 742)"
_END_MARK = regex(r"\W*(?:end|ends|enditem|nnnn)\W{1,4}(?:[a-z]{1,4}[./][a-z]{1,4})?\W*")  # "(end) ab.ks"
_HOUR = regex(  # "Nov 30, 4:46 PM EST"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? (?:at )?\d{1,2}:\d{2} ?"
    r"(?:[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
)
_ARROW = "» "
_DIGEST = regex(r"\bbriefing\b|\bin brief\b|\bround-?up\b|\bdigest\b")
LONGEST_LINK, LEAST_MENU = 28, 4  # characters of a menu's entry; entries in a row
_AGO = regex(
    r"\b(?:\d{1,2}|an?|một|one|two)\s?(?:m|h|d|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|giờ|phút|ngày|tuần|tháng)"
    r"\s(?:ago|trước)[)\s|·-]*$"
)
_ADDRESSED = regex(  # speaks to the reader, as news never does outside quotations
    r"\b(?:you|your|yours|you're|you’re|you'll|you’ll|we'll|we’ll|click|subscribe|unsubscribe|sign up|log in|download|"
    r"của bạn|bạn có|bạn đã|bạn đọc|các bạn|mời bạn|cho bạn|giúp bạn|quý vị|quý độc giả|quý khách|đặt ngay|"
    r"đăng ký ngay|mua ngay|xem ngay|đặt vé|giá chỉ)\b"
)
_QUOTES = '"“”«»‘'
_RECOMMENDS = (" recommends", " suggests", " picks", " gợi ý")
_COUNTS = regex(  # "14 shares 2 comments"
    r"(?:\d[\d.,]{0,8}k?\s(?:comments?|shares?|likes?|views?|reactions?|retweets?|bình luận|lượt xem|chia sẻ)"
    r"[\s|·•,]*){2,}"
)
_EMPTY_PICTURE = "![]()"
_LEAST_TICKER = 16  # characters of a headline in a ticker
_LONGEST_FOOT, _LEAST_ROW = 80, 5  # characters of what stands under a teaser; words of a row of sections
_SET_APART = regex(r"\s*[•·∙|→▼►»/]\s*|\s+[-–—]\s+|\s{2,}")
_CARD_DAY = regex(
    r"\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2} (?:jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|hôm qua|hôm nay|hôm kia|yesterday|today|đọc \d+ phút|"
    r"\d+ min(?:ute)?s? (?:read|listen)|lưu lại đọc sau|\d+ (?:bình luận|comments?|shares?|likes?)"
)
_MEASURED = regex(r"^(?:Trang|Page|TRANG)\s\d|^(?:Video|VIDEO|Audio)\s\d")
_DEGREES, _MOST_OF_WEATHER = regex(r"\d\s?°(?:\s?[CF]\b|(?=[\s,;|/]|$))"), 6  # words beside a temperature
_BY = regex(r"(?:By|BY)\s[A-Z][\w.'’-]*(?:,?(?:\s{1,2}(?:and|of|in|for|the))?,?\s{1,2}[A-Z][\w.'’-]*){0,8},?")
_BY_FOR = regex(r"By\s[A-Z][^|.:;!?\n]{3,80}\s\|\s[A-Z][^|.:;!?\n]{2,40}")  # "By Ann Lee & Bo Li | The Herald (free)"
_DATED_CREDIT = regex(r"([^\n.!?]{2,70}), [A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?")  # "Jane Roe, AP News, November 13"
_INITIALS = regex(r"[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?(?:\s\([^()]{2,50}\))?")  # "ar/msh (AFP, Reuters)"
_CONTRIBUTED = (
    "contributed.",
    " contributed",
    "contributed.)",
    "contributed to this report.",
    "contributed reporting.",
)
_LONGEST_SOFT = 32  # characters of a line whose first words open headlines too
_INTRODUCED = regex(r"\s?[:©|(]|\s*\d|\s+(?:lúc|ngày|on|at)\b|[^.:]{0,20}:\s")
_BETWEEN_ENTRIES = regex(r"\s*[|·•]\s*|\s{3,}")
_LETTERS_TOLD = (3, 2, 1)  # at the head of a line, by which its cues are looked up: the longest cues first
_HOMES = ("home", "trang chủ")


_GLUED = (Reason.RELATED, Reason.WIDGET, Reason.ADVERTISEMENT, Reason.COPYRIGHT, Reason.COOKIES)


def reason_of(text: str, language: str) -> tuple[Reason | None, bool]:
    """Why a line is set aside, and whether the article ends there."""
    low = text[: captions.LONGEST + 1].lower()
    bare = low.strip(_SIGNS)
    if not bare:
        return Reason.OTHER, False
    if not text.isascii() and _is_in_another_script(text):
        return Reason.WIDGET, False
    if low.startswith(_EMPTY_PICTURE):
        text, low = text[len(_EMPTY_PICTURE) :].lstrip(), low[len(_EMPTY_PICTURE) :].lstrip()
        bare = low.strip(_SIGNS)
        if not bare:
            return Reason.CAPTION, False
    cues = _cues()
    known = cues.whole.get(bare) or (cues.whole.get(bare.rstrip("?! ")) if bare[-1] in "?!" else None)
    if known is None and len(bare) <= _LONGEST_COUNT and any(map(str.isdigit, bare)):
        known = cues.whole.get(_NUMBER.sub("#", bare)) or (_COUNTS.fullmatch(bare) and (Reason.WIDGET, False))
    if known:
        return known
    if low.endswith(_RECOMMENDS) and _recommends(text):
        return Reason.RELATED, False
    if len(text) <= SHORT and (_is_labelled(low) or _is_buttons(low)):
        return (Reason.RELATED if _is_labelled(low) else Reason.WIDGET), False
    if len(text) <= _LONGEST_COUNT and (("xem:" in low and _SEEN.search(low)) or _END_MARK.fullmatch(low)):
        return Reason.OTHER, False
    if _CLOCK.fullmatch(text) or (len(text) <= _LONGEST_COUNT and _AGO.search(low)):
        return Reason.BYLINE, False
    if len(text) <= SHORT or _URL.search(text[:80]):
        opening = low.lstrip(_SIGNS_BUT_BRACKETS)
        for head in (opening, low):
            if begun := cues.opening(head):
                cue, meaning = begun
                if cue == _ARROW and sentences.ends_like_one(text):
                    break  # a text behind its sign
                if cue not in cues.soft or len(text) <= _LONGEST_SOFT or _INTRODUCED.match(head, len(cue.rstrip())):
                    return meaning
    elif (
        ("cookie" in low or "privacy policy" in low) and (begun := cues.opening(low)) and begun[1][0] is Reason.COOKIES
    ):
        return begun[1]
    if len(text) <= 2 * SHORT and (found := next(cues.anywhere.iter(low), None)):
        return found[1]
    if len(text) <= SHORT and (_is_menu(text) or _EMAIL.search(text)):
        return Reason.WIDGET, False
    if len(text) <= SHORT and (
        _MEASURED.search(text) or _is_weather(text) or _is_a_cards_foot(text) or _is_a_row(text, low)
    ):
        return Reason.WIDGET, False
    if "  • " in text and not is_listed(text) and _is_ticker(text):
        return Reason.RELATED, False
    if len(text) <= 2 * SHORT and low.endswith(_CONTRIBUTED):
        return Reason.BYLINE, False
    if text.startswith("By ") and "|" in text and _BY_FOR.fullmatch(text):
        return Reason.BYLINE, False
    if _BY.fullmatch(text) or (len(text) <= _LONGEST_FOOT and "/" in text[:5] and _INITIALS.fullmatch(text)):
        return Reason.BYLINE, False
    if len(text) <= SHORT and text[-1] in ")]." and not is_listed(text) and _is_signed(text):
        return Reason.BYLINE, False
    if dated_credit(text):
        return Reason.BYLINE, False
    addressed = len(text) <= SHORT and _ADDRESSED.search(low) and not any(sign in text for sign in _QUOTES)
    if addressed and not publication.announces(text):
        return Reason.WIDGET, False
    if (stamps.is_date_line(text, language) and not _names_a_digest(text)) or _HOUR.fullmatch(text):
        return Reason.BYLINE, False
    if len(text) <= SHORT and not _LETTERS.search(text):
        return Reason.WIDGET, False
    if captions.is_numbered_alone(text):
        return Reason.CAPTION, False
    if len(text) <= captions.LONGEST and not is_listed(text) and captions.is_caption(text, low):
        return Reason.CAPTION, False
    if (
        len(text) > captions.LONGEST
        and not is_listed(text)
        and (captions.is_signed(text) or (len(text) <= captions.LONGEST_SIGNED and captions.opens_as_one(low)))
    ):
        return Reason.CAPTION, False
    if text[0] == "©" and " / " in text[:SHORT] and not _YEAR.match(text[1:].lstrip()):
        return Reason.CAPTION, False  # "© Agency / Jane RoeThe ministers in Lausanne …"
    formed = forms.reason(text, low) if not is_listed(text) or "..." in text else None
    if formed:
        return formed, False
    own = furniture.reason(text, low) if len(text) <= furniture.LONGEST else None
    if own and publication.sums_up(text) and furniture.signs(low) < furniture.CERTAIN:
        return None, False
    return own, False


def _names_a_digest(text: str) -> bool:
    """Whether a line with a day is the headline of a round-up: "The Herald's Morning Briefing – Dec. 30, 2022"."""
    return "|" not in text and text[0].isalpha() and _DIGEST.search(text.lower()) is not None


def _is_in_another_script(text: str) -> bool:
    """Whether most letters of a line are not Latin: the page's other language."""
    letters = [char for char in text[:SHORT] if char.isalpha()]
    return 2 * sum(1 for char in letters if "\u0370" <= char < "\u1d00" or char > "\u1fff") > len(letters)


def speaks_for_the_page(sentence: str) -> bool:
    """Whether a sentence glued to others is none of theirs: "Read more: …", "Follow us on …"."""
    low = sentence.lower()
    cues = _cues()
    head = low.lstrip(_SIGNS_BUT_BRACKETS)
    if begun := cues.opening(head):
        cue, (reason, _) = begun
        if reason in _GLUED and (cue not in cues.soft or _INTRODUCED.match(head, len(cue.rstrip()))):
            return True
    return _is_labelled(low) or any(reason in _GLUED for _, (reason, _) in cues.anywhere.iter(low))


def dated_credit(text: str) -> Span | None:
    """Where the medium stands in a line that says who reported, and the day: "Jane Roe, AP News, November 13"."""
    found = _DATED_CREDIT.fullmatch(text) if text[-1].isdigit() and len(text) <= _LONGEST_FOOT else None
    medium = next(filter(agencies.names_only, found[1].split(", ")), None) if found else None
    return Span(at := text.index(medium), at + len(medium)) if medium else None


def _is_signed(text: str) -> bool:
    """Who put the page together, and from what: "MINH ANH (tổng hợp)", "Hà Vy (theo AFP)"."""
    if not _SIGNED.fullmatch(text):
        return False
    words = re.split(r"[(\[]", text, maxsplit=1)[0].split()
    return len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words if word != "theo")


def _is_weather(text: str) -> bool:
    """Temperatures with a few words beside them, or several of them: "Hanoi 28°C Cloudy"."""
    found = _DEGREES.findall(text) if "°" in text else ()
    return bool(found) and (len(found) > 2 or len(_LETTERS.findall(text)) <= _MOST_OF_WEATHER)


def _is_a_cards_foot(text: str) -> bool:
    """What stands under a teaser, its parts set apart: "AFP • 2 hours ago • 41 comments", "19/06 - Asia - Share"."""
    if len(text) > _LONGEST_FOOT or sentences.ends_like_one(text) or text[0] in "*-•+★●":
        return False
    parts = [part for part in _SET_APART.split(text) if part.strip(_SIGNS)]
    if len(parts) < 2:
        return False
    others = [part for part in parts if not (_is_a_button(part) or _CARD_DAY.fullmatch(part.strip(_SIGNS).lower()))]
    known = len(parts) - len(others)
    return known > 0 and len(others) <= known + 1 and all(len(part) <= LONGEST_LINK for part in others)


def _is_a_button(part: str) -> bool:
    bare = bare_words(part)
    cues = _cues()
    return bare in cues.whole or _NUMBER.sub("#", bare) in cues.whole or bool(_AGO.search(bare))


def _is_a_row(text: str, low: str) -> bool:
    """The site's sections in capitals on one line: "ASIA OPINION BUSINESS SPORT LIFE"."""
    words = low.split()
    if (
        len(words) < _LEAST_ROW
        or not text.isupper()
        or is_listed(text)
        or sentences.ends_like_one(text)
        or any(c in text for c in ",:;–-&")
    ):
        return False
    pairs = {*words, *(" ".join(pair) for pair in pairwise(words))}
    if subjects.is_heading(text) or regions.read_heading(text):
        return False
    return sum(1 for one in pairs if one in _cues().whole or subjects.is_heading(one)) >= LEAST_MENU - 1


def _is_labelled(low: str) -> bool:
    """A headline of another article behind a word that says so: "Read also | …", "RELATED: …"."""
    if low.startswith(("previous ", "next ")) and " | " in low:
        return True
    found = _cues().label.match(low)
    return found is not None and found.end() < len(low)


def _is_buttons(low: str) -> bool:
    """A row of buttons: "Facebook Twitter Email"; a row of days or pages: "29/07 · 28/07 · 27/07"."""
    words = _LETTERS.findall(low)
    if not words:
        return len(_NUMBER.findall(low)) > 2
    return len(words) > 1 and _cues().buttons.issuperset(words)


def _is_ticker(text: str) -> bool:
    """Headlines side by side, as they ran over a page's top: "Storm nears Cebu  • Talks resume  • …"."""
    parts = [part.strip() for part in text.split(" • ")] if text.count(" • ") >= LEAST_MENU else ()
    return bool(parts) and all(_LEAST_TICKER <= len(part) <= SHORT and part[-1] not in ".!?" for part in parts)


def _is_menu(text: str) -> bool:
    """Links side by side: "Print | Send | Reply"."""
    if " | " in text and any(part.strip().lower() in _cues().whole for part in text.split(" | ")):
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


def is_listed(text: str) -> bool:
    """An item of a list, whatever it cites."""
    return text[0] in "*-•+★●" or text[0].isdigit()


def bare_words(text: str) -> str:
    """In lower case, without the signs around."""
    return text.lower().strip(_SIGNS)


def names_a_box(text: str) -> bool:
    """Whether a line says that other articles follow: "Related", "Tin liên quan"."""
    bare = bare_words(text)
    known = _cues().whole.get(bare) or _cues().whole.get(_NUMBER.sub("#", bare))
    return bool(known and known[0] is Reason.RELATED) or (bare.endswith(_RECOMMENDS) and _recommends(text))


def _recommends(text: str) -> bool:
    """ "Reuters recommends", over links to other articles."""
    return len(text) <= LONGEST_LINK and agencies.names_one(text.strip(_SIGNS).rpartition(" ")[0])


def heads_a_caption(text: str) -> bool:
    """Whether a line is nothing but "Photo"."""
    return bare_words(text).rstrip(",") in _cues().pictured


def leads_on(text: str) -> bool:
    """Whether a line leads on to the rest of the text above it: "Read more"."""
    return bare_words(text) in _cues().continued


class _Cues:
    """boilerplate.toml, turned round: cue -> (reason, ends the article)."""

    def __init__(self) -> None:
        self.whole: dict[str, tuple[Reason, bool]] = {}
        starts, contains = [], []
        for name, section in data.load("boilerplate").items():
            if name in ("caption", "summary"):
                continue
            meaning = Reason(section.get("reason", name)), section.get("ends_article", False)
            self.whole.update(dict.fromkeys(section.get("line", ()), meaning))
            starts += [(cue, meaning) for cue in section.get("starts", ())]
            contains += [(cue, meaning) for cue in section.get("contains", ())]
        boxes = data.load("boilerplate")
        self.soft = frozenset(boxes["related"]["soft"])
        self.continued = frozenset(boxes["related"]["continued"])
        self.buttons = frozenset(boxes["widget"]["words"])
        self.pictured = frozenset(boxes["caption"]["alone"])
        labels = "|".join(map(re.escape, sorted(boxes["related"]["labels"], key=len, reverse=True)))
        self.label = re.compile(rf"[>»=+▶►▸→➤➡•■▪●★☞✔*\s\[(-]*(?:{labels})\)?\]?\s?(?::|\||»|>+|[-–—](?=\s))\s*")
        self._starts: dict[str, list[tuple[str, tuple[Reason, bool]]]] = {}  # by their first letters, longest first
        for cue, meaning in sorted(starts, key=lambda cue: -len(cue[0])):
            self._starts.setdefault(cue[: _LETTERS_TOLD[0]], []).append((cue, meaning))
        self.anywhere = ahocorasick.Automaton()
        for cue, meaning in contains:
            self.anywhere.add_word(cue, meaning)
        self.anywhere.make_automaton()

    def opening(self, head: str) -> tuple[str, tuple[Reason, bool]] | None:
        """The longest cue that words in small letters open with."""
        for letters in _LETTERS_TOLD:
            for one in self._starts.get(head[:letters], ()):
                if head.startswith(one[0]):
                    return one
        return None


@cache
def _cues() -> _Cues:
    return _Cues()


def printed_address(text: str) -> str | None:
    """The web address a line prints, as printed."""
    found = _URL.search(text)
    return found[0].rstrip(".,;)|") if found else None
