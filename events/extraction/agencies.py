"""Wire services and media in credits (attributions.py: where prose attributes its words to one).

A credit is the tail in brackets, without the brackets: "Reuters/Sputniknews", "Theo Yonhap", "THX, AFP".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from . import date_parts, gazetteer, media, places
from .matcher import Hit
from .patterns import regex
from .records import Mention, Span, Vocabulary
from .remembered import remembered

_MOST_SMALL_WORDS = 3  # longer than three letters, beside the names in an English credit
MAX_CREDIT = 120  # characters; a longer tail in brackets is a sentence

_SEPARATORS = regex(
    r"\s*(?:/(?!\d)|[,;|&•·]|\s[-–—]\s|\s-|-\s|\+(?=\s)|\band\b|\bvà\b|\btheo\b|\bvia\b|\bfrom\b|\bby\b|\bwith\b|\bdẫn\b)\s*",
    re.I,
)
_LEAD = regex(
    r"^\s*(?:[-–—]\s*)?(?:theo(?: tin)?|nguồn(?: tin)?|tin|sources?|according to|via|from|by|with|credit)"
    r"(?:\s*:\s*|\s+)",
    re.I,
)
# Words in the names of media, so that one that the gazetteer does not know still counts.
_MEDIA_WORD = regex(
    r"\b(?:news|newspaper|times|post|daily|press|tv|radio|agency|herald|tribune|gazette|journal|chronicle|observer|"
    r"telegraph|broadcasting|media|wire|online|báo|đài|tạp chí|hãng tin|thông tấn xã|truyền hình)\b"
    r"|\.(?:com|vn|net|org|co|ru|uk|cn|kr|jp|info|news|asia)\b|\w(?:news|tv|online|press|post|times)\b",
    re.I,
)
# What a medium's name is part of another's name with: the Guardian Council, a Guardian-class boat, the Times Group.
INSTITUTIONS = (
    "Council|Class|Angels?|Group|Party|Corps|University|House|Building|Square|Prize|Foundation|Holdings?|Island"
)
_REUTERS_SIGNATURE = regex(
    r"\(?\s*(?:additional )?((?:reporting|writing) by\b)(?=.*\bediting by\b)", re.IGNORECASE | re.DOTALL
)
_DATE = regex(
    r"^(?:ngày\s+)?\d{1,2}(?:[-/.]\d{1,2}){0,2}(?:[-/.]\d{2,4})?$|^\d{1,2}\s*(?:h|giờ).*$|"
    r"^\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?(?:\s(?:19|20)\d\d)?$|^(?:19|20)\d\d$|"
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:\s(?:19|20)\d\d)?$|"
    r"^(?:www|com|net|org|co|info)(?:\.[a-z]{2})?$"
)
_NAMED_DAY = regex(rf"{date_parts.MONTH_EN}\s\d{{1,2}}\b", re.IGNORECASE)
_INITIALS = regex(r"^(?!PDF$)(?:[A-ZĐ]\.?){1,4}$|^[a-z]{2,3}(?:[-/][a-z]{2,3})?$|^[A-ZĐ]\.\s?\w+$")


def is_credit(text: str, vocabulary: Vocabulary | None = None) -> bool:
    """Whether the text, a tail in brackets without them, credits agencies, rather than explains: "UN", "Peru"."""
    text = text.strip()
    return bool(text) and len(text) <= MAX_CREDIT and _is_credit(text, vocabulary)


def names_one(text: str, vocabulary: Vocabulary | None = None) -> bool:
    """Whether a short text names an agency that the gazetteer or the editors know."""
    return len(text) <= MAX_CREDIT and bool(media.hits(text, vocabulary))


def names_only(text: str, vocabulary: Vocabulary | None = None) -> bool:
    """Whether a short text is nothing but the names of known agencies: "Reuters, AP", but not "Kenya, AP"."""
    hits = media.hits(text, vocabulary) if len(text) <= MAX_CREDIT else ()
    return bool(hits) and not _without(text, hits)


def offers(text: str) -> bool:
    """Whether a short text that names a medium offers something of the page's: "Follow the Gleaner", "Times PDF"."""
    return bool(_OFFERS.search(text))


def is_certain(text: str, vocabulary: Vocabulary | None = None) -> bool:
    """Whether the names in a short text are agencies wherever they stand, none of them an ordinary word as well."""
    return all(hit.entry.sort != "weak" for hit in media.hits(text, vocabulary))


def is_furniture(text: str) -> bool:
    """Whether a short text in the place of a credit is the page's own: "Read more", "Đặt báo"."""
    return bool(_FURNITURE.search(text))


def sounds_like_a_medium(text: str) -> bool:
    """Whether some word in the text is one of those that media are called by: "news", "radio", "báo"."""
    return bool(_MEDIA_WORD.search(text))


def is_own_reporter(text: str) -> bool:
    """Whether a byline says that the page's own staff wrote it: "PV/VOV.VN"."""
    return bool(_OWN_REPORTER.match(text))


def is_signature(text: str) -> bool:
    """Whether a text is how Reuters signs its reports: "Reporting by …; Editing by …"."""
    return bool(_REUTERS_SIGNATURE.match(text))


def opening(text: str, vocabulary: Vocabulary | None = None, *, glued: bool = False) -> int:
    """How many characters of a short text the name of an agency takes that it opens with; 0 where it opens with none.

    `glued`: the text goes on without a space.
    """
    if glued:
        longest = 0
        for name in media.names_printed_most():
            if text.startswith(name) and len(name) > longest:
                longest = len(name)
        return longest
    hits = media.hits(text, vocabulary)
    return hits[0].end if hits and hits[0].start == 0 and hits[0].entry.sort != "weak" else 0


@remembered(2000)
def _is_credit(text: str, vocabulary: Vocabulary | None) -> bool:
    if "\n\n" in text:
        return False
    if _LEAD.match(text) and len(text.split()) <= 12:
        if sum(1 for word in text.split() if word.islower() and word.isascii() and len(word) > 3) > _MOST_SMALL_WORDS:
            return False  # "With rebels near the capital, regional leadership holds talks"
        return bool(media.hits(text, vocabulary)) or bool(_MEDIA_WORD.search(text)) or text[:4].casefold() == "theo"
    hits = media.hits(text, vocabulary)
    parts = [part for part in _SEPARATORS.split(text) if part.strip()]
    if hits:
        rest = _without(text, hits)
        words = len(rest.split())
        if rest and any(_NAMED_DAY.match(part.strip()) for part in parts):
            words += 2  # a place beside a day makes a dateline: "HAMILTON, Bermuda, Feb 10, CMC"
        return words <= 3 and not re.search(r"[!?]|\.\s+\w", rest) and not _OFFERS.search(rest)
    return bool(parts) and len(parts) <= 4 and all(len(part.split()) <= 5 and _names_a_medium(part) for part in parts)


_OFFERS = regex(
    r"\b(?:newsletters?|app|pdf|top stor(?:y|ies)|donate|share|follow|tweet|meter|mood|elsewhere|"
    r"đặt báo|đăng ký|theo dõi|chia sẻ|báo giấy|độc giả|bạn đọc)\b|^tt$",  # "TT": the size of the letters
    re.IGNORECASE,
)
_FURNITURE = regex(
    r"\b(?:(?:good|bad|fake|google) news|newsletters?|app|read|no|news focus|latest|breaking|top|more|related|most|"
    r"other|agencies|sources?|tools|print|tweet|share|comments?|added|updated|corrected|posted|pin it|donate|meter|"
    r"available|your|our|this|author|all|categor(?:y|ies)|"
    r"tags?|tagged|uncategori[sz]ed|archived?|filed|quảng cáo|đặt báo|"
    r"(?:newer|older) posts?|facebook|twitter|linkedin|reddit|pinterest|whatsapp|delicious|digg|stumbleupon|technorati|"
    r"tin liên quan|tin khác|tin mới|đọc báo|bạn đọc|liên hệ|nghe|"
    r"xem|theo dõi|đăng ký|chia sẻ|báo giấy|tòa soạn|toà soạn|độc giả)\b",
    re.IGNORECASE,
)


_RUBRIC = regex(  # where a page's part may be named
    r"world|region(?:al|s)?|econom(?:y|ics)|society|politics|business|culture|sports?|opinion|analysis|diplomacy|"
    r"security|international|national|local|feature|page \d+|thế giới|kinh tế|chính trị|xã hội|văn hóa|thể thao|"
    r"quốc tế",
    re.IGNORECASE,
)


def says_no_name(part: str) -> bool:
    """Whether a part of a credit is a rubric, or made of words that say what media do: "News Desk", "World News"."""
    general = gazetteer.word_set("general-in-credits")
    return bool(_RUBRIC.fullmatch(part)) or all(word.strip(".,:") in general for word in part.lower().split())


_STATION = regex(r"(?:Radio|TV|RTV|Televi[sz]i[a-zóã]+)\s[A-Z][\w'-]+(?:\s[a-zà-ž]{3,12})?$")  # "Radio Gora sever"
_OUTER_WORDS = 4  # a longer name begins or ends with what it calls itself


def _names_a_medium(part: str) -> bool:
    """Whether a name that the gazetteer does not know says itself that it is a medium's, and is no furniture."""
    if not part[:1].isupper() or not _MEDIA_WORD.search(part) or _FURNITURE.search(part):
        return False
    words = part.split()
    if says_no_name(part):
        return False
    if part.isascii() and not all(map(_is_of_a_name, words)) and not _STATION.match(part):
        return False  # "Court gags private media"
    if len(words) > _OUTER_WORDS and not _MEDIA_WORD.search(" ".join((*words[:2], "", *words[-2:]))):
        return False  # "Georgia's Opposition TV Chief Charged"
    return not any(word.isdigit() for word in words)


def _is_of_a_name(word: str) -> bool:
    return not word.islower() or word in _SMALL_WORDS or bool(_MEDIA_WORD.fullmatch(word)) or "." in word


def _without(text: str, hits: Sequence[Hit]) -> str:
    """What is left of a credit when agencies, dates, initials and separators are taken out."""
    for hit in reversed(hits):
        text = text[: hit.start] + "/" + text[hit.end :]
    parts = (part.strip(" .:()-–—") for part in _SEPARATORS.split(text))
    return " ".join(part for part in parts if part and not _DATE.match(part) and not _INITIALS.match(part))


def read_credit(text: str, span: Span, language: str, vocabulary: Vocabulary) -> list[Mention]:
    """The agencies of the credit at `span`, canonical, in order, each once; offsets are those of `text`.

    A part that names no agency of the gazetteer is kept as printed where it looks like the name of a medium, and where
    the credit names no known agency at all: what stands in the place of a credit is one.
    """
    words = span.of(text)
    if _OWN_REPORTER.match(words):
        return []
    if signed := _REUTERS_SIGNATURE.match(words):  # "Reporting by …; Editing by …": how Reuters signs its reports
        return [Mention(span.start + signed.start(1), span.start + signed.end(1), media.KIND, "Reuters")]
    hits = media.hits(words, vocabulary)
    found = [Mention(span.start + hit.start, span.start + hit.end, media.KIND, hit.entry.values[0]) for hit in hits]
    found += _unknown(words, hits, span.start)
    once: dict[str, Mention] = {}
    for mention in sorted(found):
        once.setdefault(mention.value, mention)
    return list(once.values())


_OWN_REPORTER = regex(  # "PV/VOV.VN", "Online Editor": who printed it wrote it
    r"\s*(?:PV|P\.V\.?|CTV|BTV|Nhóm PV)\s?[/-]|"
    r"\s*(?:[Bb][Yy]\s)?(?:(?:our|the|a)\s)?(?i:online|web|staff|news|digital|chief|senior|foreign|night|desk|special|own)\s"
    r"(?i:editors?|desk|reporters?|writers?|team|staff|correspondents?)\s*$"
)
_TAKEN = "\0"  # in place of the letters of known agencies
_GENERIC = regex(
    r"^(?:(?:the|báo|tờ|đài|kênh|trang|hãng(?: tin| thông tấn)?|thông tấn xã|tạp chí|newspaper|agency|news agency)\s+)+"
)
_TRAILING_DATE = regex(r"\s+(?:ngày\s+)?\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?$")
_ABBREVIATION = regex(r"[A-ZĐ][A-ZĐ0-9]{2,3}$")  # longer ones may be places: "GENEVA / KUNA"
_LONGEST_NAME = 6  # words


def _unknown(words: str, hits: Sequence[Hit], offset: int) -> list[Mention]:
    """The parts of a credit that the gazetteer does not know, as far as they are agencies."""
    masked = words
    for hit in hits:
        masked = masked[: hit.start] + _TAKEN * (hit.end - hit.start) + masked[hit.end :]
    found = []
    for begin, end, behind_slash in _parts(masked):
        part = masked[begin:end]
        if _TAKEN in part:
            continue
        lead = _LEAD.match(part)
        part = part[lead.end() :] if lead else part
        name = _TRAILING_DATE.sub("", _GENERIC.sub("", part.strip(' .:/()[]"“”'))).strip()
        if not name or _DATE.match(name) or len(name.split()) > _LONGEST_NAME:
            continue
        is_amid = masked[:begin].rstrip()[-1:] == "," or masked[end : end + 1] == ","
        is_listed = is_amid and len(hits) >= _LEAST_LISTED and _may_be_listed(name)
        if is_listed or _is_medium(name, alone=not hits, behind_slash=behind_slash):
            start = masked.index(name, begin)
            value = media.misprinted(name) or _in_title_case(name)
            found.append(Mention(offset + start, offset + start + len(name), media.KIND, value))
    return found


_LEAST_LISTED = 2  # known names in a credit, so that the others in it are media, too: "Presa, Trud, Klasa"
_LONGEST_LISTED = 3  # words
_VIETNAMESE = regex(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def _may_be_listed(name: str) -> bool:
    """Whether a name beside several known media may be a medium's: no place, day, rubric, person or initials."""
    words = name.split()
    if len(words) > _LONGEST_LISTED or not name[0].isupper() or not all(map(_is_of_a_name, words)):
        return False
    if _VIETNAMESE.search(name):
        return False  # who compiled it: "Minh Đạo, theo AFP, BBC"
    if _INITIALS.match(name) or _DAY.fullmatch(name) or any(map(str.isdigit, name)) or _FURNITURE.search(name):
        return False
    if name.lower() in places.names() or says_no_name(name) or _is_a_reporter(name) or _is_slug(name):
        return False
    return len(words) == 1 or words[0] not in gazetteer.words("given-names.tsv")


def _parts(masked: str) -> Iterator[tuple[int, int, bool]]:
    """The parts between separators, and whether a slash stands before or behind: "AFP/KUNA"."""
    begin, slash = 0, False
    for gap in _SEPARATORS.finditer(masked):
        yield begin, gap.start(), slash or "/" in gap[0]
        begin, slash = gap.end(), "/" in gap[0]
    yield begin, len(masked), slash


def _is_medium(name: str, *, alone: bool, behind_slash: bool) -> bool:
    """Whether a part of a credit is an agency; beside a known one it may be a reporter, a place or initials."""
    if alone:
        if len(name) < 2 or not any(letter.isalpha() for letter in name) or _FURNITURE.search(name) or _is_slug(name):
            return False
        if says_no_name(name) or _is_a_reporter(name) or _is_a_place(name) or _DAY.fullmatch(name):
            return False
        return not _DOTTED_INITIALS.match(name)
    if _names_a_medium(name):
        return True
    return behind_slash and bool(_ABBREVIATION.match(name)) and name.lower() not in places.names()


def _is_a_place(name: str) -> bool:
    """Whether a name that nobody knows as a medium's is a place's; in few capitals it may be an abbreviation, too."""
    return name.lower() in places.names() and not (name.isupper() and len(name) < _SHORTEST_PLACE)


_SHORTEST_PLACE = 4  # letters of a place in capitals: "LVIV. The bishop …"
_DAY = regex(  # what a dateline begins with: "DEC. 13 2016 (The Bulletin) — …"
    rf"{date_parts.MONTH_EN}|{date_parts.WEEKDAY_EN}", re.IGNORECASE
)


def _is_a_reporter(name: str) -> bool:
    """Whether a name is made of syllables of Vietnamese names, so that who wrote it is meant: "Thái An"."""
    words = name.title().split()
    if not 2 <= len(words) <= _MOST_SYLLABLES:
        return False
    known, further = _syllables()
    return any(word in known for word in words) and all(word in known or word in further for word in words)


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Syllables of Vietnamese names, and further ones of given names."""
    return gazetteer.words("vietnamese-name-parts.tsv"), gazetteer.word_set("given-syllables-vi")


_MOST_SYLLABLES = 4
_JOINED = regex(r"\s?[-–/]\s?")


def _is_slug(name: str) -> bool:
    """Whether a name is a desk's key words for a report: "Syria-Israel-Missile", "Turkey-PKK"."""
    parts = _JOINED.split(name)
    return len(parts) > 1 and any(part.lower() in places.names() for part in parts)


_DOTTED_INITIALS = regex(r"^(?!PDF$)(?:[A-ZĐ]\.\s?)+[A-ZĐ]?\.?$")
_SMALL_WORDS = frozenset(
    ("of", "and", "the", "de", "la", "el", "&", "for", "in", "on", "du", "da", "do", "e", "y", "des")
)


def _in_title_case(name: str) -> str:
    """A name printed all in capitals or all in small letters as names are printed; abbreviations stay."""
    if "." in name or not (name.islower() or (name.isupper() and len(name) > 6)):
        return name
    words = name.split()
    return " ".join(
        word.lower()
        if at and word.lower() in _SMALL_WORDS
        else word
        if word.isupper() and (len(words) > 1 and len(word) <= 3 and word.lower() not in _SMALL_WORDS)
        else word.capitalize()
        for at, word in enumerate(words)
    )
