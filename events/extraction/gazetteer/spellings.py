"""The spellings in which one name is printed: tone marks, hyphens, capitals, words that papers spell in many ways."""

from __future__ import annotations

from itertools import product

from events.extraction.patterns import regex

# Both places of the tone mark are in use (hòa and hoà, thủy and thuỷ); the data files print the first.
_TONED = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
    "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
    "Ủy": "Uỷ", "Úy": "Uý",
}  # fmt: skip
_TONED_PAIR = regex("(?:" + "|".join(_TONED) + r")(?!\w)")

# Words that every paper spells in its own way, by the spelling that the data files use.
_VARIED = {
    "Ả Rập": ("Ả-rập", "Ả rập", "Ả-Rập", "A Rập", "A-rập", "A rập", "A-Rập", "Á Rập", "Arập", "Ảrập", "Arab"),
    "Xê Út": ("Xê-út", "Xê út", "Xê-Út", "Xêút", "Sê Út", "Sê-út", "Saudi", "Saoudite", "Xa-u-đi", "Xê-ut"),
    "Liên hợp quốc": (
        "Liên Hợp Quốc", "Liên hiệp quốc", "Liên Hiệp Quốc", "Liên Hợp quốc", "Liên Hiệp quốc", "LHQ"),
    "châu Âu": ("Châu Âu", "Âu Châu", "Âu châu"),
    "châu Phi": ("Châu Phi", "Phi Châu", "Phi châu"),
    "châu Á": ("Châu Á", "Á Châu", "Á châu"),
    "châu Mỹ": ("Châu Mỹ", "Mỹ Châu", "Mỹ châu"),
    "Quỹ": ("Qũy", "Quĩ", "quỹ"),
    "tị nạn": ("tỵ nạn",),
    "Caribe": ("Caribbean", "Ca-ri-bê", "Caribê"),
    "Mỹ Latinh": ("Mỹ La-tinh", "Mỹ La tinh", "Mỹ Latin"),
}  # fmt: skip
_UNITED_NATIONS = regex(r"Liên (?:hợp|Hợp|hiệp|Hiệp) (?:quốc|Quốc)")
_OF_THE_WORLD = regex(r"[Qq]uốc tế|Quốc Tế|[Tt]hế giới|Thế Giới|[Cc]hâu |Liên hợp quốc|LHQ|Nam Á|Ả Rập|Hồi giáo")
_ARABIC_ARTICLE = regex(r"[Aa]l[- ](?=[A-Z])")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINKS = _set("và của các về vì cho tại ở trong những nước với")
# Syllables that keep their capital where the rest of a body's name is printed small.
_PROPER = _set("Á Âu Phi Mỹ Úc Đông Tây Nam Bắc Trung Thái Bình Ấn Độ Đại Dương Hồi La Mã Tin Lành Ả Rập Bác Ngao")
_SHORT_WORDS = 3  # a name of fewer words is printed in one way
_LONGEST_SYLLABLE = 4  # letters of a Vietnamese word without marks; longer ones are names
_LONGEST_SMALL = 3  # words of a country's name that is also printed small
_NUMERALS = _set("Ba")  # "Ba tư lệnh": three commanders, not Persia
_BODIES = _set(
    "Council Commission Organization Organisation Court Tribunal Bank Fund Union Agency Parliament Assembly Programme"
    " Forum Committee Community Convention Federation Mission"
)
_OF_THE_UN = ("U.N.", "United Nations", "UN's", "U.N.'s", "United Nations'")
_SMALL_WORDS = _BODIES | _set(
    "Security Human Rights Criminal International Justice Monetary Central Development Investment World Health Trade"
    " Energy Atomic Economic General Refugee Population Climate Change High"
)
_VIETNAMESE_IN_ASCII = ("Ba ", "Na ", "Ai ")


def vietnamese_spellings(text: str) -> set[str]:
    """The spellings of a Vietnamese form: either place of the tone mark, hyphens or none, words of many spellings."""
    spellings = {text, _TONED_PAIR.sub(lambda pair: _TONED[pair[0]], text)}
    for usual, others in _VARIED.items():
        if usual in text:
            spellings |= {one.replace(usual, other) for one in tuple(spellings) for other in others}
    if "-" in text and " - " not in text and not text.isupper():
        first, *rest = text.split("-")
        if all(part[:1].islower() for part in rest):
            spellings |= {spelling.replace("-", "") for spelling in tuple(spellings)}
            spellings.add("-".join([first, *(part[:1].upper() + part[1:] for part in rest)]))
    return spellings


def country_spellings(text: str) -> set[str]:
    """Those of a country's Vietnamese name, which is also printed with hyphens or small: Đan-mạch, Việt nam, Hoa-Kỳ."""
    spellings = vietnamese_spellings(text)
    words = text.split(" ")
    if text[0].islower():
        spellings.add(text[0].upper() + text[1:])
    if len(words) < 2 or "-" in text or (text.isascii() and not text.startswith(_VIETNAMESE_IN_ASCII)):
        return spellings
    if len(words) <= _LONGEST_SMALL and all(word.istitle() for word in words):
        small = [words[0], *(word.lower() for word in words[1:])]
        spellings |= {"-".join(small), "-".join(words)}
        if words[0] not in _NUMERALS:
            spellings.add(" ".join(small))
    return spellings | _titled(text)


def organization_spellings(text: str) -> set[str]:
    """The spellings of an organization: of the United Nations in it, of the Arabic article, of marks and capitals.

    Papers overseas print every word of a body's name in capitals, others hardly one: "Tổ Chức Thương Mại Thế Giới",
    "Tổ chức thương mại thế giới", "European parliament".
    """
    if text.isascii():
        spellings = {text, *_english_small(text)}
    else:
        spellings = {
            cased
            for spelling in vietnamese_spellings(_UNITED_NATIONS.sub("Liên hợp quốc", text))
            for cased in (spelling, *_titled(spelling), *_small(spelling), *_of_its_kind(spelling))
        }
        spellings.add(text)
    if text.startswith("UN "):
        spellings |= {f"{nations} {one[3:]}" for nations in _OF_THE_UN for one in tuple(spellings)}
    if article := _ARABIC_ARTICLE.match(text):
        spellings |= {before + text[article.end() :] for before in ("Al-", "al-", "Al ", "al ")}
    return spellings


def _titled(text: str) -> set[str]:
    """A Vietnamese name of several words with capitals throughout, small links or none."""
    if text.count(" ") < _SHORT_WORDS - 1:
        return set()
    words = text.split(" ")
    capital = [word[:1].upper() + word[1:] for word in words]
    return {
        " ".join(capital),
        " ".join(word if word in _LINKS else high for word, high in zip(words, capital, strict=True)),
    }


def _of_its_kind(text: str) -> set[str]:
    """A Vietnamese body's name whose first two words, which say what it is, are printed otherwise than the rest:

    "Tổ chức Các Quốc Gia Châu Mỹ", "tổ chức Hợp Tác Hồi Giáo", "Tòa án Hình sự Quốc tế".
    """
    words = text.split(" ")
    kind, rest = " ".join(words[:2]), words[2:]
    if kind.lower() not in _KINDS or len(rest) < _SHORT_WORDS - 1:
        return set()
    capital = [word[:1].upper() + word[1:] for word in rest]
    linked = [word if word in _LINKS else high for word, high in zip(rest, capital, strict=True)]
    return {" ".join([begin, *end]) for begin in (kind, kind.capitalize(), kind.lower()) for end in (capital, linked)}


_KINDS = frozenset(
    (
        "tổ chức", "liên minh", "liên đoàn", "liên hiệp", "ngân hàng", "ủy ban", "uỷ ban", "ủy hội", "uỷ hội",
        "hội đồng", "cơ quan", "mặt trận", "chương trình", "diễn đàn", "hiệp hội", "cộng đồng", "lực lượng",
        "phong trào", "quân đội", "văn phòng", "tòa án", "toà án", "cao ủy", "cao uỷ", "trung tâm", "khu vực",
    )
)  # fmt: skip


def _small(text: str) -> set[str]:
    """A Vietnamese body's name with small letters except in proper names, and with its first word small or not."""
    words = text.split(" ") if text.count(" ") >= _SHORT_WORDS else ()
    if not words or not words[0].istitle():  # "nhóm bộ tứ" may be any four
        return set()
    if not _OF_THE_WORLD.search(text):  # nor is every "chính phủ đoàn kết quốc gia" the one of Myanmar
        return set()
    small = [
        word
        if word in _PROPER or not word.istitle() or (word.isascii() and len(word) > _LONGEST_SYLLABLE)
        else word.lower()
        for word in words
    ]
    first = words[0].lower()
    return {" ".join([*begin, *rest[1:]]) for begin, rest in product(([words[0]], [first]), (words, small))}


def _english_small(text: str) -> set[str]:
    """An English body's name as papers print it that keep capitals for names: "UN security council"."""
    first, *rest = text.split(" ")
    if _BODIES.isdisjoint(rest) or len(first) < 2:
        return set()
    small = [word.lower() if word in _SMALL_WORDS else word for word in rest]
    firsts = (first, first.lower()) if first == "International" else (first,)
    return {" ".join([begin, *small]) for begin in firsts}
