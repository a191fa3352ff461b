"""Agencies to which running prose attributes its words: "Hãng tin Reuters dẫn lời", "Yonhap reported".

A name alone is no attribution, nor a name with its kind of medium ("the broadcaster X was raided"): words around it
must say that it tells what the text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from . import agencies, gazetteer, media, places
from .matcher import Entry, Matcher, plain
from .patterns import regex
from .records import Mention, Span, Vocabulary

_LEAST_CAPITALS = 3  # of an abbreviation that prose may cite
_WINDOW = 70  # characters around a name

# Between the word that cites and the name: "citing the state-run news agency X", "theo hãng thông tấn nhà nước X".
_KIND = (
    r"the|a|an|its|state|state-run|state-owned|official|semi-official|private|local|public|national|independent|news|"
    r"agency|agencies|newspaper|paper|daily|weekly|magazine|broadcaster|television|channel|network|tv|radio|website|outlet|wire|"
    r"hãng|tin|thông tấn xã|thông tấn|tin tức|đài|truyền hình|phát thanh|nhà nước|tư nhân|quốc gia|địa phương|quốc tế|"
    r"nhật báo|tuần báo|tạp chí|báo|tờ|kênh|trang|mạng|điện tử|chính thức|nguồn|của|từ|phóng viên|pv"
)
_CITED = regex(
    r"(?:\b(?:theo|dẫn(?: tin)?|dẫn(?: lại)? nguồn(?: tin)?|trả lời(?: phỏng vấn)?|đăng (?:trên|tải trên)|"
    r"trích(?: dẫn)?|"
    r"(?:nói|kể|cho biết|trả lời|tiết lộ|xác nhận|khẳng định|phát biểu|chia sẻ|tuyên bố|như vậy)"
    r"(?: [^\s,.;:]+){0,5}? với|"
    r"(?:seen|reviewed|obtained|published|carried|broadcast|aired|cited|quoted|reported|saying|picked up|covered) by|"
    r"(?:quoted|reported|published|picked up|featured) in|(?:said|says|it|so) "
    r"reports|(?:reports?|reporting|writes?) for|according to|told|"
    r"tells|telling|told to|speaking to|spoke to|interview with|citing|quoting)"
    r"|(?:,|,”|,\") reports)"
    rf"(?:[ ](?:(?:{_KIND})|(?-i:[A-ZĐÂÁÀẢẤĂÊÉÔƠÓÍÚƯÝ][\w'-]*(?:['’]s)?)))"
    r"{0,6}\s*[\"“'‘(]?\s*$",
    re.IGNORECASE,
)
_MEDIUM = regex(
    r"\b(?:hãng (?:tin|thông tấn)|thông tấn xã|(?:tờ|nhật) báo|báo|tờ|tạp chí|kênh(?: truyền hình| tin tức)?|"
    r"(?:đài|hãng) (?:truyền hình|phát thanh)|đài|trang(?: tin| mạng)?|truyền thông|"
    r"news agency|agency|newspaper|daily|magazine|broadcaster|channel|media outlet|website|network)"
    r"(?:[ ](?-i:[A-ZĐ][\w'-]*(?:['’]s)?)){0,3}\s*[\"“'‘(]?\s*$",
    re.IGNORECASE,
)
_TELLS = (
    r"đưa tin|dẫn (?:lời|nguồn|thông)|dẫn lại|cho (?:biết|hay)|đăng tải|viết|loan tin|trích|tiết lộ|thông báo|"
    r"phát sóng|phát đi|công bố hình ảnh|nhận định|bình luận|"
    r"report(?:ed|s|ing)|quot(?:ed|es|ing)|said|says|cit(?:ed|es|ing)|wrote|writes|added|adds|has learned|learned|"
    r"informs|informed|revealed|published|broadcast|understands|"
    r"claim(?:ed|s)|looks (?:at|ahead|into)|asks|profiles|assesses|examines|explains|details|explores|describes|notes|"
    r"argues|has (?:more|the (?:background|details|story|full story|latest|video)|an? (?:report|profile|interview))|"
    r"announce[sd] that|announces an?|highlights|observes that|comments|focuses on|leads with|carries|points out|"
    r"f(?:inds|ound) that|gathered|suggests|reckons|was (?:\w+ ){1,3}(?:impressed|struck|to report)|weighs in"
)
_AFTER = regex(
    r"[\"”'’)]?(?:['’]s?(?: [\w.-]+){1,4}?)?(?: (?:tại chỗ|có mặt)(?: ở [^,.;]{2,30})?)?\s*"
    r"(?:(?:\([^)\n]{1,30}\)|news agency|agency|newspaper|news|tv|television|ngày [\d/-]+|hôm \w+|,)\s*){0,2}"
    rf"(?:(?:{_TELLS}|news agency|newspaper|agency)\b"
    rf"|(?:correspondents?|reporters?)\b[^.;\n]{{0,30}}?\b(?:{_TELLS})\b)",
    re.IGNORECASE,
)
_LATER = regex(  # "báo X của Pháp ngày 5/3 viết"
    rf"(?:(?!\s--)[^.,;:\n–—]|(?<=\d)\.(?=\d)){{0,45}}?\b(?:{_TELLS})\b", re.IGNORECASE
)

_SAYS = regex(r",[”\"]? (?:says|writes|wrote) (?:the )?$")  # "…, says the New York Times."
_WRITING_IN = regex(r"(?:^|[.!?”\"]\s)(?:In|Over at|Over in) [Tt]he $|\b[Ww]riting (?:in|for) (?:the )?$")
_TO_IT = regex(r"\bcho (?:hãng |đài |báo |tờ |kênh )?$")
_SO_IT_SAYS = regex(r" (?:hay|biết)\b")
_STOPS = tuple('.,;)"”»')
_GOES_ON = regex(r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]")  # "the National Disaster Authority"
_OF_ANOTHER = regex(rf" (?:{agencies.INSTITUTIONS})\b")
_OF_AN_OFFICE = regex(  # "the Ministry of Foreign Affairs said"
    r"\b(?:Ministry|Minister|Department|Secretary|State|Office|Bureau|Council|Committee|Institute|University|College|"
    r"Centre|Center|Association|Faculty|School) (?:of|for|on) (?:the )?$"
)
_PAPER_REPORTS = regex(r"(?: newspaper)?,? (?:report(?:s|ed)|quot(?:es|ed)|wrote|writes)\b")
_CARRIED = regex(
    r"\b(?:(?:carried|published|quoted|cited|aired|broadcast|covered|picked up) by|told|"
    r"tells|according to|interview with|reports? for)"
    r" (?:the )?$"
)
_AGENCY = regex(  # "the agency …", "kênh truyền hình …", "Hãng thông tấn nhà nước Bolivia …"
    r"\b(?:agency|broadcaster|television|hãng tin|hãng thông tấn|thông tấn xã|(?:kênh|đài) truyền hình)"
    r"(?: (?:nhà nước|quốc gia|chính thức|địa phương|tư nhân|của|channel|network|[A-ZĐÀ-Ỹ][^\W\d_]+)){0,4} $",
    re.IGNORECASE,
)
_FOLLOWED = regex(r"\btheo $", re.IGNORECASE)
_JOINT = regex(r",? ?(?:và|and|&) (?:the )?|, ?|/", re.IGNORECASE)  # "theo AFP và Reuters"
_WEBSITE = regex(r"(?<![\w@./-])\w[\w-]{2,29}\.co(?:m|\.[a-z]{2})\b(?![/.]\w)")


def in_text(text: str, spans: Sequence[Span], vocabulary: Vocabulary) -> list[Mention]:
    """The agencies to which the prose of the spans attributes words, in order."""
    matcher = _matcher(vocabulary)
    found = set()
    for span in spans:
        words = plain(span.of(text))
        ended, told_last, last_end = -1, False, 0
        for hit in matcher.hits(words) if matcher.may_hit(words) else ():
            before, behind = words[max(0, hit.start - _WINDOW) : hit.start], words[hit.end : hit.end + _WINDOW]
            is_programme = ended >= 0 and words[ended : hit.start] == "'s "  # "the BBC's Newsday"
            ended = hit.end
            if is_programme or _OF_ANOTHER.match(behind) or _OF_AN_OFFICE.search(before):
                continue
            told = _tells_weakly(before, behind) if hit.entry.sort == "weak" else _tells(before, behind)
            if told or (told_last and hit.entry.sort != "weak" and _JOINT.fullmatch(words, last_end, hit.start)):
                found.add(Mention(span.start + hit.start, span.start + hit.end, media.KIND, hit.entry.values[0]))
                told = True
            told_last, last_end = told, hit.end
        found.update(_reports_behind(words, span.start))
        if not words.isascii():
            found.update(_led_by_what_it_is(words, span.start))
        if ".co" in words:
            found.update(_websites(words, span.start))
        known = [(mention.start, mention.end) for mention in found]
        found.update(
            new
            for new in _that_nobody_knows(words, span.start)
            if all(new.end <= start or new.start >= end for start, end in known)
        )
    return sorted(found)


_CALLED = (  # a name that says itself that it is a medium's: "Savanna Radio", "Agencia Andes"
    r"(?P<name>(?:[A-Z][\w'’.-]*\s){1,3}(?:News|Times|Radio|TV|FM|Herald|Gazette|Tribune|Telegraph|Chronicle|Observer|"
    r"Broadcasting|Daily|Online)|(?:Radio|Agence|Agencia|Agência|Agenzia|Agerpres|Televisi[oó]n|Télé)(?:\s[A-Z][\w'’.-]*){1,3})"
)
_NEW = regex(
    r"\b(?:told|tells|according to|(?:quoted|reported|cited|carried) by|interview with|citing|quoting)\s(?:the\s)?"
    rf"{_CALLED}(?=[\s,.;:)”\"])"
)
_TELLING = ("report", "quoted")  # one of them is in what _NEW_REPORTS finds
_NEW_REPORTS = regex(rf"(?:^|[.!?”\"]\s|,\s|\b[Tt]he\s){_CALLED}(?=,?\s(?:reports|reported|quoted)\b)")
_NEW_KIND = regex(  # "the news agency Andes reported", "Kênh NTV có clip", "theo tờ La Voz, …"
    r"\b(?P<kind>news agency|newspaper|radio station|television channel|news website|news site|"
    r"[Hh]ãng tin|[Hh]ãng thông tấn|[Nn]hật báo|[Tt]ờ báo|[Tt]ờ|[Kk]ênh truyền hình|"
    r"[Kk]ênh|[Đđ]ài truyền hình|[Đđ]ài phát thanh)\s[\"“]?"
    r"(?P<name>[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,3})[\"”]?"
)
_HAS_IT = regex(r" có (?:clip|video|bài|tin)\b")


def _that_nobody_knows(words: str, offset: int) -> Iterator[Mention]:
    """Media that only what they are called or said to be shows, and that tell what the text says."""
    for form in (_NEW, _NEW_REPORTS, _NEW_KIND) if any(map(words.__contains__, _TELLING)) else (_NEW, _NEW_KIND):
        for new in form.finditer(words):
            before, behind = (
                words[max(0, new.start() - _WINDOW) : new.start("name")],
                words[new.end("name") :][:_WINDOW],
            )
            if form is _NEW_KIND and not (_tells(before, behind) or _HAS_IT.match(behind)):
                continue
            name = new["name"].rstrip(".'’-").removesuffix("'s").removesuffix("’s")
            known = media.hits(name, None)
            if name.lower() in places.names() or _OF_ANOTHER.match(behind) or (known and not agencies.names_only(name)):
                continue
            value = known[0].entry.values[0] if known else name
            yield Mention(offset + new.start("name"), offset + new.start("name") + len(name), media.KIND, value)


def _tells_weakly(before: str, behind: str) -> bool:
    """The same of a name that is also a word or another's abbreviation: "carried by SPA", "the agency SPS claimed"."""
    if _GOES_ON.match(behind):
        return False
    if _PAPER_REPORTS.match(behind) or _CARRIED.search(before):
        return True
    kind = _AGENCY.search(before)
    if kind and _CITED.search(before):  # "according to the news agency ABI"
        return True
    return bool(kind and (_LATER.match(behind) or (behind[:1] == "," and _FOLLOWED.search(before, 0, kind.start()))))


def _websites(words: str, offset: int) -> Iterator[Mention]:
    """Websites that tell, known or not: "told fijivillage.com that …"."""
    for site in _WEBSITE.finditer(words):
        if _tells(words[max(0, site.start() - _WINDOW) : site.start()], words[site.end() : site.end() + _WINDOW]):
            name = next((hit.entry.values[0] for hit in media.hits(site[0], None)), site[0])
            yield Mention(offset + site.start(), offset + site.end(), media.KIND, name)


def _tells(before: str, behind: str) -> bool:
    """Whether the words around a name say that it tells something."""
    if before.endswith("(") and behind.startswith(")"):  # "the semi-official agency (ISNA) reported"
        return agencies.sounds_like_a_medium(before) and bool(_AFTER.match(behind) or _CITED.search(before))
    if _CITED.search(before) or _AFTER.match(behind) or (_SAYS.search(before) and behind.startswith(_STOPS)):
        return True
    if _TO_IT.search(before) and _SO_IT_SAYS.match(behind):  # "hai nguồn tin cho Reuters hay"
        return True
    if behind.startswith(",") and _WRITING_IN.search(before):  # "In the Kyiv Independent, officials say …"
        return True
    return bool(_MEDIUM.search(before) and (_LATER.match(behind) or not behind.strip()))


_REPORTS_BEHIND = regex(  # "…, Turan reported."
    r",\s(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2})\s(?:reported|reports)(?=[.,;\n]|\s(?:on|last)\s[A-Z]|$)"
)


def _reports_behind(words: str, offset: int) -> Iterator[Mention]:
    """Names that are words, too, and report what the clause in front of them tells."""
    if " report" not in words:
        return
    for told in _REPORTS_BEHIND.finditer(words):
        if agencies.names_only(told["name"]):
            yield Mention(
                offset + told.start(1), offset + told.end(1), media.KIND, media.hits(told[1], None)[0].entry.values[0]
            )


_LED = regex(r"\b(?:theo|báo|tờ|hãng tin|hãng thông tấn|đài|kênh) (?=[A-ZĐ])", re.IGNORECASE)
_SAYING = regex(r"\b(?:đi|kèm|tuân|mang|đuổi) $", re.IGNORECASE)
_LONGEST_WEAK = 4  # words


def _led_by_what_it_is(words: str, offset: int) -> Iterator[Mention]:
    """Names that are words, too, where what they are is said: "Báo Tuổi trẻ đưa tin", "Theo Tuổi Trẻ, …"."""
    for led in _LED.finditer(words):
        if words[led.end()].islower():
            continue
        parts = words[led.end() : led.end() + _WINDOW].split(" ")[:_LONGEST_WEAK]
        for number in range(len(parts), 0, -1):
            name = " ".join(parts[:number]).rstrip(",.;:)")
            if value := _weak_names().get(name):
                end = led.end() + len(name)
                before, behind = words[max(0, led.start() - _WINDOW) : led.start()], words[end : end + _WINDOW]
                follows = led[0].lower() == "theo "
                if (
                    behind.startswith(",") and not _SAYING.search(before)
                    if follows
                    else _tells(before + led[0], behind)
                ):
                    yield Mention(offset + led.end(), offset + end, media.KIND, value)
                break


@cache
def _weak_names() -> dict[str, str]:
    return {name: agency.name for agency in gazetteer.agencies() for name in agency.weak}


@lru_cache(maxsize=4)
def _matcher(vocabulary: Vocabulary) -> Matcher:
    kind = media.KIND
    return Matcher(
        [
            *((alias.text, Entry(kind, "alias", (alias.value,))) for alias in vocabulary.aliases if alias.kind == kind),
            *((name, Entry(kind, "name", (agency.name,))) for agency in gazetteer.agencies() for name in agency.names),
            *(  # papers called by words: "the Punch reported"
                (f"{article} {name}", Entry(kind, "weak", (agency.name,)))
                for agency in gazetteer.agencies()
                for name in agency.weak
                for article in ("the", "The")
                if name.istitle()
            ),
            *(  # and agencies by three or more capitals: "carried by SPA"
                (name, Entry(kind, "weak", (agency.name,)))
                for agency in gazetteer.agencies()
                for name in agency.weak
                if name.isupper() and len(name) >= _LEAST_CAPITALS
            ),
        ]
    )
