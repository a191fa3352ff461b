"""The forms in which a line of its own credits an agency: "(AFP)", "Nguồn: BBC", "Reuters · 3 hours ago"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from . import agencies, data, date_parts, gazetteer, media, places
from .layouts import headline, small_print
from .line_signs import dated_credit
from .patterns import regex
from .records import Reason, Span

_LONGEST_LINE = 120  # characters
_LONGEST_GLUED = 45  # of a text's end in which a medium is glued to it
NOT_CREDITS = frozenset(
    (Reason.CAPTION, Reason.ADVERTISEMENT, Reason.COPYRIGHT, Reason.TEASER, Reason.RELATED, Reason.SUMMARY)
)


LABEL = regex(
    r"^[(\[]?\s*(?:theo(?!\s+dõi\b)|nguồn(?: tin)?|tin từ|tổng hợp (?:từ|theo)|lược dịch(?: từ| theo)?|sources?|via|"
    r"from|credits?|with inputs? from|compiled from|agencies)\b\s*:?\s*",
    re.IGNORECASE,
)
_REPORTER = regex(  # "Ngô Minh/VOV-Cairo|", "By Mike Corder, Associated Press"
    r"^(?:(?:by|bởi|tác giả:?)\s+)?[^\W\d_][\w.' -]{2,40}?(?P<sign>\s?[/|]\s?|,\s|\s[-–—]\s)"
    r"(?P<medium>[A-ZĐ][\w.&' ]{1,30}?)(?:[-–]\s?[^\W\d_]+)?\s*(?:[|•].*|\d.*|\([a-z ]{2,12}\))?$",
    re.IGNORECASE,
)

BYLINE = regex(r"by\s", re.IGNORECASE)

_SOURCED = regex(  # "18 Mar – Source: AFP – 205 words"
    r"\s[|–—-]\s(?:sources?|nguồn)\s?:\s*([^\W\d_][^|–—]{1,40}?)\s*(?:$|[|–—]|\s-\s)", re.IGNORECASE
)

_ADDRESS = regex(r"://|www\.|\w\.\w+/")


_TAKEN = regex(  # "… since Tuesday.(AFP/File)", "(photo courtesy: …"
    r"[(/](?:file|photo|pool|handout|getty(?: images)?|stringer)\)|\bphotos? courtesy\b|\bfile photo\b",
    re.IGNORECASE,
)
_OF_A_PICTURE = regex(  # "Nguồn ảnh: Reuters", "Photo credit: AP"
    r"\W*(?:(?:nguồn|theo)\s(?:ảnh|hình|video|clip)|"
    r"(?:ảnh|hình|photo|picture|image|video|clip)s?(?:\s(?:credits?|source|by|nguồn))?)\s?:",
    re.IGNORECASE,
)


class Aside(NamedTuple):
    """A line that is no part of an item."""

    start: int
    text: str
    reason: Reason | None
    heading: bool


READ_AT = regex(  # "Read more at Reuters »", "More from RFE/RL here."
    r"(?:(?:(?:read|see|continue|find) )?(?:more|reading)(?:\sdetails|\son this)?\s(?:at|on|in|from|via)"
    r"|(?:(?:read|see) )?(?:the )?(?:full|original|whole) (?:story|article|report|piece)(?:\s?:|\s(?:at|on|in|from)))\s"
    r"(?:the\s)?([^\W\d_][\w.&'/ -]{1,30}?)(?:[’']s (?:website|report|story))?(?:,?\shere)?\s*[»›>→….]*$",
    re.IGNORECASE,
)


_STUB = regex(  # a dateline whose text the page cut off: "By AGI, Nairobi : …", "SYDNEY (AAP) – …", "LIMA (EFE) – […]"
    r"(?:by\s(?P<by>[^\W\d_][^,:\n]{1,40}?)(?:,\s[^:\n]{2,30}?)?\s?:|[^\W\d_][^()\n]{1,50}\((?P<amid>[^()\n]{2,30})\)\s?[-–—:]{1,2})"
    r"\s?[\[(]?(?:…|\.\.\.)[\])]?$",
    re.IGNORECASE,
)
_ON_A_DAY = regex(  # "Eurasianet June 19, 2022", "Ann Lee for Eurasianet June 14, 2022"
    r"(?:[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,3}\sfor\s)?(?P<medium>[^\W\d_][\w.&' -]{1,35}?[^\s,–—-]),?\s"
    r"(?:[^\W\d_]{3,9}\.?\s\d{1,2},?\s|\d{1,2}\s[^\W\d_]{3,9}\.?,?\s|\d{1,2}[/.-]\d{1,2}[/.-])(?:19|20)\d\d$"
)

_AT_AN_HOUR = regex(  # "Punch.  Wed, 13 Feb 2019 22:14:09 +0100.", "Jane Roe.  The Point.  Fri, 8 Feb 2019 …"
    r"(?:[A-Z][\w'’-]*(?:\s[A-Z][\w.'’-]*){1,3}\.\s+)?(?P<medium>[^\W\d_][\w&' -]{1,35}?)\.?\s{1,2}"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s\d{1,2}\s[A-Z][a-z]{2}\s(?:19|20)\d\d\s[\d:]{5,8}\b[\w +-]{0,8}\.?$"
)
_PLACED = regex(  # "Reuters | Nairobi"
    r"(?P<medium>[^\W\d_][\w.&' -]{1,35}?)(?:\s?[|•·,–—-]\s?|\s/\s)[A-ZĐ][\w']+(?:\s[A-ZĐ][\w']+)?$"
)
_TWO_PARTS = regex(r"([^\W\d_][\w ]{1,25}?)\s?[|•·–—-]\s?([^\W\d_][\w.&' -]{1,35})$")
_MOST_RUBRIC = 2  # words
_AGO = regex(
    r"(?P<medium>[^\W\d_][\w.&' -]{1,35}?)\s(?:\d{1,2}|an?)\s?"
    r"(?:[^\W\d_]{1,8}\s(?:ago|trước)|h|m|d|phút|giờ|ngày|tuần|tháng)$",
    re.IGNORECASE,
)
_POSTED_BY = regex(
    r"(?:posted|published|shared|submitted|đăng) (?:by|bởi):?\s(?P<medium>[^\W\d_][\w.&' -]{1,35}?)"
    r"(?:\s(?:on|at|lúc|ngày)\s.{2,40}|\s?[|•·,–—-]\s.{2,40})?$",
    re.IGNORECASE,
)


_OF_OTHER_TEXTS = (Reason.TEASER, Reason.RELATED)
_BRACKETED = regex(r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]")
_GOES_ON = regex(r"\s?(?:…|\.{3,6})?\s?\[(?:\+|…|\.{3})\]\s*$")  # a button behind the credit: "(REUTERS)…[+]"
_GLUED_TO_THE_LAST = regex(r"[^\W_A-ZĐ][.!?…][”\"’]?(?P<medium>[A-ZĐ][\w&/ ,.'’-]{1,38}?)\.?$")  # "… in May.RNZ"


def glued_to_the_last(text: str, start: int = 0, end: int | None = None) -> Span | None:
    """The medium glued to the last sentence of a text: "… would leave in November.RNZI"."""
    end = len(text) if end is None else end
    found = _GLUED_TO_THE_LAST.search(text[max(start, end - _LONGEST_GLUED) : end].rstrip())
    if found is None or not agencies.names_only(found["medium"]):
        return None
    begin = max(start, end - _LONGEST_GLUED) + found.start("medium")
    return Span(begin, begin + len(found["medium"]))


_SAID_SO = regex(  # "Original: Reuters", "Read on BBC", "Publisher: Dawn", "Reuters: read more"
    r"(?:(?:link|text|original(?: (?:article|story|report|link))?|publisher|outlet|media|agency|credit|courtesy|"
    r"read it here)\s?[:|–—-]\s?|read (?:on|it (?:on|at|in))\s)(?:the\s)?(?P<medium>[^\W\d_][\w.&'/ -]{1,35}?)"
    r"\s?[»›>→.]?$|(?P<before>[^\W\d_][\w.&'/ -]{1,35}?)\s?[:|–—-]\s?(?:read (?:more|on|the (?:article|story))|"
    r"full (?:story|article))\s?[»›>→.]?$",
    re.IGNORECASE,
)


def _beside_a_day(line: str) -> Span | None:
    """The medium in a line that says nothing else but the day, or that stands for a text the page left out."""
    if line[-1] in "….])" and (stub := _STUB.match(line)):
        group = "by" if stub["by"] else "amid"
        return Span(*stub.span(group)) if agencies.names_only(stub[group]) else None
    if (at := _AT_AN_HOUR.match(line)) and agencies.names_only(at["medium"]):
        return Span(*at.span("medium"))
    if line[-1].isdigit() and (dated := _ON_A_DAY.match(line)) and agencies.names_only(dated["medium"]):
        return Span(*dated.span("medium"))
    return None


def credit_of(aside: Aside) -> Span | None:
    """The credit that a line consists of: "(AFP )", "- The Daily Star - LB", "Nguồn: BBC", "Ngô Minh/VOV-Cairo|"."""
    line = _GOES_ON.sub("", aside.text) or aside.text
    read_at = READ_AT.match(line) if len(line) <= _LONGEST_LINE else None
    if read_at and agencies.names_only(read_at[1]):
        return Span(aside.start + read_at.start(1), aside.start + read_at.end(1))
    if len(line) > _LONGEST_LINE or _ADDRESS.search(line):
        return None
    said = _SAID_SO.match(line) if aside.reason is not Reason.CAPTION else None
    if said and said.lastgroup and agencies.names_only(said[said.lastgroup]):
        return Span(aside.start + said.start(said.lastgroup), aside.start + said.end(said.lastgroup))
    if aside.reason is not Reason.CAPTION and (found := _beside_a_day(line)):
        return Span(aside.start + found.start, aside.start + found.end)
    bracketed = _BRACKETED.fullmatch(line) if aside.reason in _OF_OTHER_TEXTS else None
    if bracketed and agencies.names_only(bracketed[1]):  # the button behind it made it look like a teaser's
        return Span(aside.start + bracketed.start(1), aside.start + bracketed.end(1))
    if aside.reason in NOT_CREDITS and not (aside.reason is Reason.SUMMARY and BYLINE.match(line)):
        return None
    if (
        not agencies.names_one(line)
        or _OF_A_PICTURE.match(line)
        or _TAKEN.search(line)
        or agencies.is_own_reporter(line)
    ):
        return None
    if glued := glued_to_the_last(line):
        return Span(aside.start + glued.start, aside.start + glued.end)
    whole = headline.whole_credit(line)
    if whole and (LABEL.match(line) or agencies.names_only(whole.of(line))):
        return Span(aside.start + whole.start, aside.start + whole.end)
    if line[:3].lower() == "by " and (last := _last_words(line)):
        return Span(aside.start + len(line) - len(last), aside.start + len(line))
    if named := _named_beside_else(line) or _in_small_print(line) or _amid_small_things(line):
        return Span(aside.start + named.start, aside.start + named.end)
    if dated := dated_credit(line):
        return Span(aside.start + dated.start, aside.start + dated.end)
    if (sourced := _SOURCED.search(line)) and agencies.names_only(sourced[1]):
        return Span(aside.start + sourced.start(1), aside.start + sourced.end(1))
    signed = _REPORTER.match(line)
    if signed is None or not (signed["sign"].strip() or line[:3].lower() == "by "):
        return None
    if signed["sign"].strip() in _DASHES and line[:3].lower() != "by " and not _is_a_name(line[: signed.start("sign")]):
        return None  # a headline of another page's: "How the dam was sold - El Faro"
    if not agencies.names_only(signed["medium"].strip()) or agencies.is_own_reporter(line):
        return None
    return Span(aside.start + signed.start("medium"), aside.start + signed.end("medium"))


_DASHES = tuple("-–—")
_LONGEST_REPORTER = 5  # words


def _is_a_name(words: str) -> bool:
    parts = [part for part in words.split() if part not in ("and", "và")]
    return len(parts) <= _LONGEST_REPORTER and all(part[0].isupper() for part in parts)


def _last_words(line: str) -> str | None:
    """The medium that a byline ends with, with no sign in front: "By Jane Roe Associated Press"."""
    words = line.split()
    if len(words) < 4 or not words[1][0].isupper():
        return None
    return next(
        (last for n in (3, 2, 1) if agencies.names_only(last := " ".join(words[-n:])) and line.endswith(last)), None
    )


def _named_beside_else(line: str) -> Span | None:
    """The medium in a line that tells a place, a rubric, a time or a day beside it, and nothing else."""
    for form in (_AGO, _POSTED_BY, _PLACED):
        found = form.match(line)
        if found and agencies.names_only(found["medium"]):
            return Span(*found.span("medium"))
    if parted := _TWO_PARTS.match(line):  # "World | AFP"
        return Span(*parted.span(2)) if parted[1].lower() in _rubrics() and agencies.names_only(parted[2]) else None
    words = line.split(" ")
    for number in range(1, min(_MOST_RUBRIC, len(words) - 1) + 1):  # "AFP World"
        if " ".join(words[-number:]).lower() in _rubrics():
            name = " ".join(words[:-number])
            return Span(0, len(name)) if agencies.names_only(name) else None
    return None


def _amid_small_things(line: str) -> Span | None:
    """The media in a line that else tells only days, hours, places, languages and people.

    "Agence France-Presse . Almaty | Updated at 11:38pm on September 3, 2021", "(AFP (eng) 02/08/18)".
    """
    hits = media.hits(line, None)
    if not hits or not any(sign in "123456789" for sign in line):  # nor "Current Time 0:00"
        return None
    shorts = {"".join(word[0] for word in line[hit.start : hit.end].lower().split()) for hit in hits}
    rest = line
    for hit in reversed(hits):
        rest = f"{rest[: hit.start]} | {rest[hit.end :]}"
    told = [part for part in (part.strip(_AROUND) for part in _PARTED.split(_LANGUAGE.sub(" ", rest))) if part]
    is_told = any(map(_is_a_stamp, told)) and all(_is_small(part, shorts) for part in told)
    return Span(hits[0].start, hits[-1].end) if is_told else None


def is_dated(aside: Aside) -> bool:
    """Whether a line tells of a medium and when it printed something, and nothing else."""
    return _amid_small_things(aside.text) is not None


_AROUND = " .,:;()[]•·*–—-"
_PARTED = regex(r"\s[•·.–—-]\s|\s?\|\s?|\s/\s|,\s|\s{2,}")
_LANGUAGE = regex(r"\((?:eng?|fre?|en|vi|esp?|ara?|por?|rus?)\)", re.IGNORECASE)
_NO_STAMP = regex(r"[^\W\d_]+")
_LONGEST_SHORT = 5  # letters of a name in short
_MOST_NAMES = 3  # words of a person's name


def _is_small(part: str, shorts: Collection[str]) -> bool:
    """Whether a part of a line tells a day, an hour, a place, a rubric, who wrote, or a name in short."""
    if _is_a_stamp(part) or _DAY.fullmatch(part) or part.lower() in places.names() or part.lower() in _rubrics():
        return True
    if part.isalpha() and len(part) <= _LONGEST_SHORT:
        return part.lower() in shorts  # "Bnn.  Baltic News Network."
    words = BYLINE.sub("", part).split()
    return 2 <= len(words) <= _MOST_NAMES and words[0] in gazetteer.words("given-names.tsv") and part.istitle()


def _is_a_stamp(part: str) -> bool:
    """Whether a part tells when something was printed, and no more: "Updated at 11:38pm on September 3, 2021"."""
    known = gazetteer.word_set("in-stamps")
    return any(map(str.isdigit, part)) and all(
        word.lower() in known or _DAY.fullmatch(word) for word in _NO_STAMP.findall(part)
    )


_DAY = regex(rf"{date_parts.MONTH_EN}|{date_parts.WEEKDAY_EN}", re.IGNORECASE)


def _in_small_print(line: str) -> Span | None:
    """ "Reuters · 3 hours ago"."""
    return next((span for span in small_print.credits(line) if agencies.names_only(span.of(line))), None)


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(data.load("small_print")["beside_media"])
