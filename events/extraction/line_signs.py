"""Why a line is set aside, as far as it tells by itself: by boilerplate.toml's words, or by its form."""

from __future__ import annotations

import re

from events.extraction import agencies, authors, captions, forms, furniture, publication, rows, sentences, stamps
from events.extraction.line_cues import (
    AGO,
    LETTERS,
    LONGEST_LINK,
    NUMBER,
    SHORT,
    SIGNS,
    bare_words,
    is_listed,
    known_cues,
)
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

_FIRST_PICTURE = "\u2600"
_PICTURE = regex("(?:[\U0001f000-\U0001faff\u2600-\u2604\u260e\u2615\u2614\u26a0\u26a1\u2708\u2709]\ufe0f?\\s?){1,3}")
_LONGEST_COUNT = 60  # characters of a line like "12 comments"
_SIGNS_BUT_BRACKETS = SIGNS.replace("(", "")
_URL = regex(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_NOT_LATIN = regex(r"[\u0370-\u1cff\u2000-\U0010ffff]")
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
_TAGGED = regex(r"(?:(?:^|\s)- [^\W\d_][^\d.!?:;\n-]{1,24}?){3,12}")  # "- European Union - immigration - shipwreck"
_LEADS_OVER = regex(  # from item to item: "And finally ...", "Meanwhile in Canada..."
    r"(?:(?:And )?[Ff]inally|Meanwhile|Elsewhere|(?:And )?[Ii]n other news|Also today|Cuối cùng)"
    r"(?:,? (?:in|at|ở|tại)(?: [A-Z][\w'’-]+){1,3})?\s?(?:\.{2,4}|…)"
)
_STAMPED_MONTH = regex(r"(?:date|posted|published|updated):? (?:19|20)\d\d-\d\d")  # "date 2025-09"
_BY_AND_TEXT = regex(r"By [A-Z][^:.\n]{2,50} : (?=[A-Z“\"])")  # "By AFP, Bamako : The envoy …"
_ARROW = "» "
_DIGEST = regex(r"\bbriefing\b|\bin brief\b|\bround-?up\b|\bdigest\b")
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
_MEASURED = regex(r"^(?:Trang|Page|TRANG)\s\d|^(?:Video|VIDEO|Audio)\s\d|^(?:Play|Listen|Watch|Nghe|Xem)\s\(\d")
_LONGEST_CREDIT = 80  # characters of a line that credits
_BY = regex(
    r"(?:By|BY)\s[A-Z][\w.'’-]*(?:,?(?:\s{1,2}(?:and|of|in|for|the|bin|ibn|van|von|de|da|dos|der|den|du|la)){0,2},?"
    r"\s{1,2}(?:(?:al|el|ul|as|ash|ad)-|d['’])?[A-Z][\w.'’-]*){0,8},?"
)
_BY_NAMED = regex(  # "By: Ann Lee, Bo Li and Jane Roe / Staff reporters"
    r"By: ?[A-Z][\w.'’-]*(?:(?: and|,)? [A-Z][\w.'’-]*){1,9}(?: / [Ss]taff [^.!?:]{4,40})?"
)
_BY_FOR = regex(r"By\s[A-Z][^|.:;!?\n]{3,80}\s\|\s[A-Z][^|.:;!?\n]{2,40}")  # "By Ann Lee & Bo Li | The Herald (free)"
_BEHIND_A_BAR = regex(  # "| Ann Lee", "| Ann Lee and Bo Li"
    r"\|\s[A-Z][\w.'’-]{1,20}(?:\s(?:(?:and|&|de|van|von|bin|al)\s)?[A-Z][\w.'’-]{0,20}){1,5}"
)
_DATED_CREDIT = regex(  # "Jane Roe, AP News, November 13", "Jane Roe and Bo Li, The Herald — November 13, 2011"
    r"([^\n.!?]{2,100})(?:,| [—–-]{1,2}) [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
)
_LONGEST_DATED_CREDIT = 120
_INITIALS = regex(r"[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?(?:\s\([^()]{2,50}\))?")  # "ar/msh (AFP, Reuters)"
_CONTRIBUTED = (
    "contributed.",
    " contributed",
    "contributed.)",
    "contributed to this report.",
    "contributed reporting.",
)
_CONSENT = ("preferences", "our use of", "uses cookies", "use cookies", "your consent", "sử dụng cookie")
_LONGEST_SOFT = 32  # characters of a line whose first words open headlines too
_INTRODUCED = regex(r"\s?[:©|(]|\s*\d|\s+(?:lúc|ngày|on|at)\b|[^.:]{0,20}:\s")
_SOURCED_ADDRESS = regex(  # "Nguồn VNEWS: https://…", "Source (Reuters): https://…"
    r"(?:source|nguồn|via|theo|original|link)\b[^:/\n]{1,30}:\s*https?://\S+", re.IGNORECASE
)
_GLUED = (Reason.RELATED, Reason.WIDGET, Reason.ADVERTISEMENT, Reason.COPYRIGHT, Reason.COOKIES)


def reason_of(text: str, language: str) -> tuple[Reason | None, bool]:
    """Why a line is set aside, and whether the article ends there."""
    pictured = _PICTURE.match(text) if text[0] >= _FIRST_PICTURE else None
    if pictured and pictured.end() < len(text):
        text = text[pictured.end() :]  # "🎧 Listen: …", "📲 Get the app"
    low = text[: captions.LONGEST + 1].lower()
    bare = low.strip(SIGNS)
    if not bare:
        return Reason.OTHER, False
    if not text.isascii() and _is_in_another_script(text):
        return Reason.WIDGET, False
    if low.startswith(_EMPTY_PICTURE):
        text, low = text[len(_EMPTY_PICTURE) :].lstrip(), low[len(_EMPTY_PICTURE) :].lstrip()
        bare = low.strip(SIGNS)
        if not bare:
            return Reason.CAPTION, False
    meaning = _of_all_its_words(text, low, bare) or _of_its_first_words(text, low)
    if meaning is None and len(text) <= 2 * SHORT and (cue := next(known_cues().anywhere.iter(low), None)):
        meaning = cue[1]
    if meaning:
        return meaning
    reason = (
        _of_a_row(text, low)
        or _of_a_signature(text, low)
        or _of_a_notice(text, low, language)
        or (None if pictured else _of_a_caption(text, low))
        or _of_furniture(text, low)
    )
    return reason, False


def _of_all_its_words(text: str, low: str, bare: str) -> tuple[Reason, bool] | None:
    """The meaning of a line that says nothing else: known words, a button, a label, a clock."""
    whole = known_cues().whole
    known = whole.get(bare) or (whole.get(bare.rstrip("?! ")) if bare[-1] in "?!" else None)
    if known is None and len(bare) <= _LONGEST_COUNT and any(map(str.isdigit, bare)):
        known = whole.get(NUMBER.sub("#", bare)) or ((Reason.WIDGET, False) if _COUNTS.fullmatch(bare) else None)
    if known:
        return known
    if low.endswith(_RECOMMENDS) and _recommends(text):
        return Reason.RELATED, False
    if len(text) <= SHORT and (_is_labelled(low) or rows.is_buttons(low)):
        return (Reason.RELATED if _is_labelled(low) else Reason.WIDGET), False
    if len(text) <= _LONGEST_COUNT and (("xem:" in low and _SEEN.search(low)) or _END_MARK.fullmatch(low)):
        return Reason.OTHER, False
    if _CLOCK.fullmatch(text) or (len(text) <= _LONGEST_COUNT and AGO.search(low)):
        return Reason.BYLINE, False
    return None


def _of_its_first_words(text: str, low: str) -> tuple[Reason, bool] | None:
    """The meaning of the cue a line opens with; of a text of some length only what asks for consent has one."""
    cues = known_cues()
    if "cookie" in low and furniture.names_cookies(low):
        return Reason.COOKIES, False
    if len(text) > SHORT and not _URL.search(text[:80]):
        if "cookie" in low or "privacy policy" in low:
            begun = cues.opening(low)
            if begun and begun[1][0] is Reason.COOKIES:
                return begun[1]
        asks = low.count("cookie") > 1 and any(map(low.__contains__, _CONSENT))
        return (Reason.COOKIES, False) if asks else None
    for head in (low.lstrip(_SIGNS_BUT_BRACKETS), low):
        if begun := cues.opening(head):
            cue, meaning = begun
            by_and_text = low.startswith("by ") and _BY_AND_TEXT.match(text)
            if (cue == _ARROW or by_and_text) and sentences.ends_like_one(text):
                return None  # a text behind its sign
            if cue.startswith("updated") and len(text) > _LONGEST_SOFT and not any(map(str.isdigit, text)):
                return None  # "UPDATED: Prime minister concedes defeat"
            if cue not in cues.soft or len(text) <= _LONGEST_SOFT or _INTRODUCED.match(head, len(cue.rstrip())):
                return meaning
    return None


def _of_a_row(text: str, low: str) -> Reason | None:
    """Menus, measures, weather, tickers, and a wire's slug over its story: "^PERU-MINES"."""
    if len(text) <= SHORT and (
        rows.is_menu(text)
        or ("@" in text and _EMAIL.search(text))
        or _MEASURED.search(text)
        or rows.is_weather(text)
        or rows.is_a_cards_foot(text)
        or rows.is_a_row(text, low)
    ):
        return Reason.WIDGET
    if text.startswith("- ") and text.count(" - ") > 1 and _TAGGED.fullmatch(text):
        return Reason.WIDGET
    if text.endswith(("..", "…")) and _LEADS_OVER.fullmatch(text):
        return Reason.WIDGET
    if "  • " in text and not is_listed(text) and rows.is_ticker(text):
        return Reason.RELATED
    return Reason.OTHER if text[0] == "^" and len(text) <= _LONGEST_SOFT and text.isupper() else None


def _of_a_signature(text: str, low: str) -> Reason | None:
    """Who wrote a text or contributed to it, and where it was taken from."""
    if len(text) <= 2 * SHORT and "://" in text and _SOURCED_ADDRESS.fullmatch(text):
        return Reason.SOURCE
    is_one = (
        (len(text) <= 2 * SHORT and low.endswith(_CONTRIBUTED))
        or (text.startswith("By ") and "|" in text and _BY_FOR.fullmatch(text))
        or _BY.fullmatch(text)
        or (text[0] == "|" and _BEHIND_A_BAR.fullmatch(text))
        or (text.startswith("By:") and _BY_NAMED.fullmatch(text))
        or (len(text) <= _LONGEST_CREDIT and "/" in text[:5] and _INITIALS.fullmatch(text))
        or (len(text) <= SHORT and text[-1] in ")]." and not is_listed(text) and _is_signed(text))
        or (len(text) <= SHORT and authors.is_signature(text))
        or dated_credit(text)
    )
    return Reason.BYLINE if is_one else None


def _of_a_notice(text: str, low: str, language: str) -> Reason | None:
    """What speaks to the reader, a day or an hour, and what holds no letter."""
    addressed = len(text) <= SHORT and _ADDRESSED.search(low) and not any(sign in text for sign in _QUOTES)
    if addressed and not publication.announces(text):
        return Reason.WIDGET
    if (stamps.is_date_line(text, language) and not _names_a_digest(text)) or _HOUR.fullmatch(text):
        return Reason.BYLINE
    if text[-1].isdigit() and _STAMPED_MONTH.fullmatch(low):
        return Reason.BYLINE
    return Reason.WIDGET if len(text) <= SHORT and not LETTERS.search(text) else None


def _of_a_caption(text: str, low: str) -> Reason | None:
    if captions.is_numbered_alone(text) or captions.is_counted(text):
        return Reason.CAPTION
    if not is_listed(text):
        if len(text) <= captions.LONGEST:
            is_one = captions.is_caption(text, low)
        else:
            opens_as_one = len(text) <= captions.LONGEST_SIGNED and captions.opens_as_one(low)
            is_one = captions.is_signed(text) or opens_as_one
        if is_one:
            return Reason.CAPTION
    if text[0] == "©" and " / " in text[:SHORT] and not _YEAR.match(text[1:].lstrip()):
        return Reason.CAPTION  # "© Agency / Jane RoeThe ministers in Lausanne …"
    return None


def _of_furniture(text: str, low: str) -> Reason | None:
    """What is told by its form, or by words of furniture, unless these sum up the day."""
    formed = forms.reason(text, low) if not is_listed(text) or "..." in text else None
    if formed:
        return formed
    own = furniture.reason(text, low) if len(text) <= furniture.LONGEST else None
    return None if own and publication.sums_up(text) and furniture.signs(low) < furniture.CERTAIN else own


def _names_a_digest(text: str) -> bool:
    """Whether a line with a day is the headline of a round-up: "The Herald's Morning Briefing – Dec. 30, 2022"."""
    return "|" not in text and text[0].isalpha() and _DIGEST.search(text.lower()) is not None


def _is_in_another_script(text: str) -> bool:
    """Whether most letters of a line are not Latin: the page's other language."""
    others = sum(map(str.isalpha, _NOT_LATIN.findall(text, 0, SHORT)))
    return others > 0 and 2 * others > sum(map(str.isalpha, text[:SHORT]))


def speaks_for_the_page(sentence: str) -> bool:
    """Whether a sentence glued to others is none of theirs: "Read more: …", "Follow us on …"."""
    low = sentence.lower()
    cues = known_cues()
    head = low.lstrip(_SIGNS_BUT_BRACKETS)
    if begun := cues.opening(head):
        cue, (reason, _) = begun
        if reason in _GLUED and (cue not in cues.soft or _INTRODUCED.match(head, len(cue.rstrip()))):
            return True
    if furniture.leads_to_our_own(sentence):
        return True
    return _is_labelled(low) or any(reason in _GLUED for _, (reason, _) in cues.anywhere.iter(low))


def dated_credit(text: str) -> Span | None:
    """Where the medium stands in a line that says who reported, and the day: "Jane Roe, AP News, November 13"."""
    found = _DATED_CREDIT.fullmatch(text) if text[-1].isdigit() and len(text) <= _LONGEST_DATED_CREDIT else None
    parts = found[1].split(", ") if found else []
    alone = found is not None and len(parts) == 1 and text[found.end(1)] != ","  # "The Herald - March 10": a masthead
    medium = next(filter(agencies.names_only, parts), None) if not alone else None
    return Span(at := text.index(medium), at + len(medium)) if medium else None


def _is_signed(text: str) -> bool:
    """Who put the page together, and from what: "MINH ANH (tổng hợp)", "Hà Vy (theo AFP)"."""
    if not _SIGNED.fullmatch(text):
        return False
    words = re.split(r"[(\[]", text, maxsplit=1)[0].split()
    return len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words if word != "theo")


def _is_labelled(low: str) -> bool:
    """A headline of another article behind a word that says so: "Read also | …", "RELATED: …"."""
    if low.startswith(("previous ", "next ")) and " | " in low:
        return True
    found = known_cues().label.match(low)
    return found is not None and found.end() < len(low)


def names_a_box(text: str) -> bool:
    """Whether a line says that other articles follow: "Related", "Tin liên quan"."""
    bare = bare_words(text)
    known = known_cues().whole.get(bare) or known_cues().whole.get(NUMBER.sub("#", bare))
    return bool(known and known[0] is Reason.RELATED) or (bare.endswith(_RECOMMENDS) and _recommends(text))


def _recommends(text: str) -> bool:
    """ "Reuters recommends", over links to other articles."""
    return len(text) <= LONGEST_LINK and agencies.names_one(text.strip(SIGNS).rpartition(" ")[0])


def heads_a_caption(text: str) -> bool:
    """Whether a line is nothing but "Photo"."""
    return bare_words(text).rstrip(",") in known_cues().pictured


def leads_on(text: str) -> bool:
    """Whether a line leads on to the rest of the text above it: "Read more"."""
    return bare_words(text) in known_cues().continued


def printed_address(text: str) -> str | None:
    """The web address a line prints, as printed."""
    found = _URL.search(text)
    return found[0].rstrip(".,;)|") if found else None
