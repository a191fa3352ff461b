"""Captions without a credit: sentences that tell what a picture shows, in the present and with a day or a place."""

from __future__ import annotations

import re
from functools import cache

from events.extraction import data, sentences
from events.extraction.patterns import regex
from events.extraction.records import Span

LONGEST = 350  # characters
_LONGEST_UNDATED, _LONGEST_REST = 230, 30  # of one without a day; behind the sentence: "Xinhua"
_DAY = regex(
    r"\b(?:on|in|,)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s\d{1,2}(?:,?\s(?:19|20)\d\d|\.?$))"
    r"|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s\d{1,2},\s(?:19|20)\d\d\.?$"
    r"|,\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,|\bin this\b"
)
_TOLD = regex(
    r"\b(?:said|says|told|according|announced|was|were|has|have|had|will|would|after|because|reported|than)\b",
    re.IGNORECASE,
)
_LEAST_GLUED, _OPENING = 24, 110  # characters of a sentence glued to others; in which its verb stands
_QUOTES = '“"”«'
_FOLLOWED_BY_A_VERB = regex(r"\s(?:\w+ed|was|were|had|said|shot|fell|broke)\b")
_BESIDE_NAMES = frozenset(
    ("và", "nước", "cùng", "phu", "nhân", "người", "đồng", "cấp", "nhiệm", "hai", "bà", "ông", "(phải)", "(trái)")
)
_POINTING_VI = regex(r"(?:Ông|Bà|Họ|Hai (?:ông|bà|bên))\s(?![A-ZĐÀ-Ỹ])[^\W\d_]")  # "Ông nói …": it goes on with a text
_GOES_ON = regex(  # no picture's caption opens so
    r"(?:Some (?:in|of) the|Many of|Others?|Meanwhile|Earlier|Later|Elsewhere|Both|Trong khi đó|Trong lúc đó|Cùng lúc|"
    r"Trước đó|Sau đó|Ngoài ra|Bên cạnh đó|Theo đó|Tuy nhiên|Ngay sau)\b"
)
_LAST_WORDS = 14  # characters that hold the day
_DAY_VI = regex(r"\d{1,2}[/-]\d{1,2}\b")
_PLACED_VI = regex(
    r"(?:^|[\s,(])(?:(?:tại|ở|gần|bên ngoài|trước|trong|trên)\s[^.;:]{2,80}"
    r"|(?:hôm|ngày|sáng|trưa|chiều|tối|đêm)\s\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?"
    r"|(?:hồi )?tháng \d{1,2}[/-]\d{4})\)?\s?\.?$"
)


def shows_one(text: str) -> bool:
    """Whether a line is one such sentence: "Soldiers stand guard near the temple, February 9, 2011."."""
    if len(text) > LONGEST or not text[0].isupper() or not _DAY.search(text):
        return False
    seen = _somebody().match(text)
    if seen is None or any(sign in text for sign in _QUOTES) or _TOLD.search(text):
        return False
    return _is_one_sentence(text)


def may_show_one(text: str, language: str, *, glued: bool = False) -> bool:
    """Whether a sentence could be such a caption without saying when: "People walk past damaged cars in Khartoum.".

    Where it stands has to tell, since headlines and leads are written so, too. `glued` to other sentences: only what
    nobody writes in a headline.
    """
    if len(text) > _LONGEST_UNDATED or not text[0].isupper() or not sentences.ends_like_one(text):
        return False
    if any(sign in text for sign in _QUOTES) or _GOES_ON.match(text):
        return False
    if language == "vi":
        if _POINTING_VI.match(text):
            return False
        dated = not glued or _DAY_VI.search(text, max(0, len(text) - _LAST_WORDS)) is not None
        return dated and _shows_one_vi(text) and _is_one_sentence(text)
    if not _opens_with_a_scene(text):
        return False
    seen = (_somebody_plainly() if glued else _anybody()).match(text)
    if seen is None or _tells().search(seen[0]) or _reports().search(text, seen.end()):
        return False
    return not _FOLLOWED_BY_A_VERB.match(text, seen.end()) and _is_one_sentence(text)


def has_a_scene(text: str) -> bool:
    """Whether a sentence in the present could be such a caption, whoever is seen, where a photographer stands below."""
    if len(text) > _LONGEST_UNDATED or any(sign in text for sign in _QUOTES) or not sentences.ends_like_one(text):
        return False
    return _opens_with_a_scene(text) and not _TOLD.search(text) and _is_one_sentence(text)


def may_title_a_picture(text: str) -> bool:
    """Whether a line without a stop tells what people do in a picture: "Women queue for water in Juba"."""
    if len(text) > _LONGEST_UNDATED or not text[0].isupper() or any(sign in text for sign in _QUOTES):
        return False
    if sentences.ends_like_one(text) or not _opens_with_a_scene(text) or _TOLD.search(text):
        return False
    seen = _somebody_plainly().match(text)
    return seen is not None and not _tells().search(seen[0]) and not _reports().search(text, seen.end())


def glued(text: str, language: str) -> Span | None:
    """The first sentence of a paragraph that tells what a picture shows: at an edge, or with a day anywhere."""
    told = sentences.split(text, 0, len(text))
    if len(told) < 2:
        return None
    for place, span in enumerate(told):
        sentence = span.of(text)
        if len(sentence) < _LEAST_GLUED:
            continue
        if place in (0, len(told) - 1):
            if may_show_one(sentence, language, glued=True):
                return span
        elif language != "vi" and _opens_with_a_scene(sentence) and shows_one(sentence):
            return span
    return None


def _opens_with_a_scene(text: str) -> bool:
    """Whether a verb of scenes stands among the first words, and none of news before it; cheap."""
    verbs, tells = _first_words()
    for word in text[:_OPENING].lower().split(" "):
        if word in verbs:
            return True
        if word in tells:
            return False
    return False


def _shows_one_vi(text: str) -> bool:
    """Who or what is seen comes first, the place and the day last: news puts the day in front of the verb."""
    low = text.lower()
    words = _words_vi()
    if words.tells.search(words.compounds.sub("", low)):
        return False
    if anybody := words.anybody.match(low):
        seen = words.seen.search(low, anybody.end())
        placed = _PLACED_VI.search(text, anybody.end())
        at = seen.start() if seen else placed.start() if placed else 0
    elif office := words.offices.match(low):
        seen = words.shown.search(low, office.end())
        named = seen and all(
            word[0].isupper() or word in _BESIDE_NAMES for word in text[office.end() : seen.start()].split()
        )
        at = seen.start() if seen and named and _PLACED_VI.search(text, seen.start()) else 0
    else:
        return False
    return at > 0 and not _DAY_VI.search(low, 0, at)


def _is_one_sentence(text: str) -> bool:
    only = sentences.first(text, 0, len(text))
    return only is not None and only.end >= len(text) - _LONGEST_REST


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    words = data.load("scenes")
    verbs = frozenset(verb.split(" ")[0] for verb in (*words["does"], *words["do"]))
    return verbs, frozenset(words["tells"]) - verbs


@cache
def _somebody() -> re.Pattern[str]:
    """Anybody, and people with names, at anything that pictures show."""
    return _seen()


@cache
def _anybody() -> re.Pattern[str]:
    """The same; people with names only at what headlines do not tell of them."""
    return _seen(named_without=_headlined())


@cache
def _somebody_plainly() -> re.Pattern[str]:
    """Everybody only at what headlines do not tell."""
    return _seen(without=_headlined(), named_without=_headlined())


def _headlined() -> frozenset[str]:
    return frozenset(data.load("scenes")["headlined"])


def _seen(without: frozenset[str] = frozenset(), named_without: frozenset[str] = frozenset()) -> re.Pattern[str]:
    words = data.load("scenes")
    anybody = _any_of(words["anybody"])
    does, do = (_any_of([verb for verb in words[name] if verb not in without]) for name in ("does", "do"))
    named_does = _any_of([verb for verb in words["does"] if verb not in named_without])
    word = r"(?!(?:to|that|who|which|stood|sat|held|ran|took|kept|went|came|made|put|lay|were|was|\w+ed)\b)[\w'’-]+\s"
    return re.compile(
        rf"(?:(?:An?|One)\s(?:{word}){{1,11}}?(?:{does})"
        rf"|(?:An?\s(?:{word}){{0,4}}?(?:couple|family|crowd|group|team|crew)\s(?:{word}){{0,6}}?"
        rf"|(?:Two|Three|Four|Five|Several|Some|A\s(?:few|dozen|number\sof))\s(?:{word}){{1,11}}?"
        rf"|(?:[\w'’-]+\s){{0,4}}?(?i:{anybody})\s(?:{word}){{0,5}}?)(?:{do})"
        rf"|(?:Smoke|Flames|Fire|Debris|Rubble|Mud|Snow|Lava|Ash|Traffic|Steam|Dust)\s(?:{word}){{0,5}}?(?:{does})"
        rf"|(?:(?:[A-Z][\w'’.-]{{0,30}},?|of|the|and|minister|president|leader|spokesman|spokeswoman|center|left|right)\s)"
        rf"{{1,9}}(?:{named_does}))\b"
    )


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(data.load('scenes')['tells'])})\b(?!\s(?:seen|shown|pictured|parked|docked))")


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(data.load('scenes')['reports'])})\b")


class _WordsVi:
    """The Vietnamese part of scenes.toml, each list as one pattern."""

    def __init__(self) -> None:
        words = data.load("scenes")
        self.compounds = regex(_any_of(words["compounds_vi"]))
        self.anybody, self.offices = (regex(rf"(?:{_any_of(words[name])})\b") for name in ("anybody_vi", "offices_vi"))
        self.seen, self.shown, self.tells = (
            regex(rf"\b(?:{_any_of(words[name])})\b") for name in ("seen_vi", "shown_vi", "tells_vi")
        )


@cache
def _words_vi() -> _WordsVi:
    return _WordsVi()
