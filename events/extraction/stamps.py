"""Lines that print a day, and nothing that would be missed: "Friday, 01/11/2024 | 18:30", "Updated: Oct 28, 2024"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from events.extraction import agencies, data, regions, subjects
from events.extraction.date_parts import MONTH_EN
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.patterns import regex
from events.extraction.records import Region

_LONGEST = 120
_WEEK = 8  # days
_LEFTOVER = 32  # characters beside the date: a name, a place
_DAY_WORD = regex(r"\bngày\s*$")
_DIGITS = regex(r"\d\D*\d\D*\d")  # as many as a day with its year has, at least
_LETTERS = regex(r"[^\W\d_]+")
_CREDITED = regex(r"[(\[][^()\[\]]*[^\W\d_]{2}[^()\[\]]*$")
_LEAST_LEFTOVER = 4  # letters beside a date that mean nothing: "VN", "Th"
TIME = regex(
    r"\b\d{1,2}(?::|h|g|giờ )\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?"
    r"|\(?(?:GMT|UTC) ?[+-]? ?\d{0,2}(?::\d{2})?\)?",
    re.I,
)
_DOUBLED = regex(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}[\s:])")  # "28 Oct 202428 Oct 2024"
_TIME_BEFORE_YEAR = regex(r"(?<=\d) \d\d:\d\d(?::\d\d)? (?:[A-Z]{3,4} )?(?=\d{4}$)")  # "Oct 28 10:15:03 UTC 2024"
_COMMA = regex(  # "Friday, 22, November, 2024", "June, 17, 2019", "16:05, 17/6/2019"
    r"(?<=\b\d\d), (?=[A-Z][a-z]{2,8},? \d{4}\b)|(?<=[a-z]{3}), (?=\d{1,2}, \d{4}\b)|(?<=[:hg]\d\d), (?=\d)"
)
_SPANISH = regex(r"(?<=\d) de (?=[A-Za-z]{3,9} de \d{4}\b)|(?<=[a-z]{3}) de (?=\d{4}\b)")  # "19 de March de 2019"
_SHORT_YEAR = regex(rf"(?<=\d )({MONTH_EN})\s?['’](\d\d)\b", re.I)  # "2 Feb.'13"
_PATH = regex(r"\s[|>»›]\s")  # "Home > World > 17 June 2019"
_UNDER = regex(r"^\s*(?:in|under|filed under)\s", re.I)
_BUTTONS = regex(
    r"\d+ comments?(?:\(s\))?|\bpage(?: no)?[.:]* ?\d+"
    r"|adjust font size\W*|print\b|e-?mail\b|\b(?:share|save|listen)\b|\b(?:view|read|hit)s?: ?\d+"
    r"|(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập) ?: ?[\d.,]+|(?<![\d/.-])\d[\d.,]* (?:lượt|lần) (?:xem|đọc)\b(?! ?:)"
    r"|\bno comments?\b|\bleave a (?:comment|reply)\b|\btweet\b"
    r"|(?:(?<![\d/.-])(?!(?:19|20)\d\d )\d{1,4} )?\bbình luận\b|\bchia sẻ\b|\bin (?:trang|bài)(?: này| viết)?\b"
    r"|\bgửi (?:e-?mail|bài|cho bạn bè)\b",
    re.I,
)
_WEEKDAY = regex(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$|\b(?:mon|tue|wed|thu|fri|sat|sun)\.?,?$", re.I)
_IN_AMERICA = regex(r"(?:\d|[ap]\.?m\.?) ?\(?(?:[ECMP][SD]T|AK[SD]T|[ECMP]T)\b", re.I)  # where months come first
_STOPS = (".", "!", "?", ":")
_LEAST_HEADLINE = 20  # characters in front of a bracket
_READING_TIME = regex(r"\d+[ -]min(?:ute)?s?(?: read)?|\d+ phút đọc", re.I)
_WEEKDAY_NUMBER = regex(
    r"^\W*(?:ngày\s?:\s*)?(?:thứ|th|t)\s?[2-7]\b[,\s]*(?:ngày\s)?|\b(?:thứ|th|t)\s?[2-7]\b[,\s]*(?=\d{1,2}[/.-]\d)",
    re.I,
)
_SPACED = regex(
    r"(?<![\d/-])(\d{1,2}) ?([/–-]) ?(\d{1,2}) ?\2 ?(?=(?:19|20)\d\d(?!\d))"
)  # "21 - 10 - 2016", "05 -06 -2023"
_SHORT_MONTH = regex(
    r"\b[Tt]h(1[0-2]|0?[1-9])(?= \d{1,2}, \d{4}\b)|(?<=\d )[Tt]h(1[0-2]|0?[1-9])(?=,? \d{4}\b)"
)  # "Th10 21, 2016"
_GLUED = regex(  # "By Jane RoeAugust 17, 2021", "Published17 August"
    r"(?<=[a-zà-ỹ])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
    r"|\d{1,2} [A-Z][a-z]{2}|\d{1,2}/\d{1,2}/\d)"
)
_TWO_DIGITS = regex(r"(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])")  # "17.08.21"
_MONTH_FIRST = regex(r"\btháng (\w{1,4}(?: (?:một|hai))?) (\d{1,2}), (?=\d{4}\b)", re.I)  # "Tháng Tám 17, 2021"
_BEHIND = regex(  # "Oct 1, 2021 by admin", "… 2019 0 2055", "2019-09-24 [Source: the ministry]", "… 2019 Source: GNA"
    r"(?<=\d{4})(?: by (?:[^\W\d_][\w.'’-]{0,20} ?){1,4}|(?: \d{1,5}){1,3})$|\s*\[source: [^\[\]]{3,80}\]$"
    r"|(?<=\d)\s+(?:source|nguồn)\s?:\s?[^\d:]{0,30}$",
    re.I,
)
_SENT_BY = regex(
    r"^source:\s?[A-Z][\w .&'’-]{1,30}?[\s|,]+(?=\d{4}-\d{1,2}-\d{1,2}\b)|\s+editor:\s?[^\d:]{2,40}$", re.I
)
_OPENS = ("by ", "published on ", "posted on ", "written by ")  # a line that gives authors, places and the day
_WITHIN = regex(r"(?<=\b(?:19|20)\d\d) in [A-Z][^.:;\d]{2,50}$")  # "by Jane Roe — 9 August 2023 in Asia"
_LONG_LEFTOVER = 64


def is_date_line(text: str, language: str) -> bool:
    """Whether a line is one."""
    return printed(text, language) is not None


def printed(text: str, language: str) -> Phrase | None:
    """The day that such a line prints: the day of publication where it prints that of a change as well."""
    if len(text) > _LONGEST or not _DIGITS.search(text):
        return None
    text = in_english(_SHORT_YEAR.sub(r"\1 20\2", _SPACED.sub(r"\1-\3-", text)))
    if language == "vi":
        text = _SHORT_MONTH.sub(lambda found: f"tháng {found[1] or found[2]}", text).replace(" thg ", " tháng ")
    text = _WEEKDAY_NUMBER.sub(" ", text)
    if text.lower().startswith(_OPENS):
        text = _WITHIN.sub("", text)
    if text[:7].lower() == "source:":
        text = _SENT_BY.sub("", text)
    text = _BEHIND.sub("", _TWO_DIGITS.sub(r"\1/\2/\3", _GLUED.sub(" ", text)))
    if language == "vi":
        text = _MONTH_FIRST.sub(r"\2 tháng \1, ", text)
    text = _TIME_BEFORE_YEAR.sub(" ", _COMMA.sub(" ", _DOUBLED.sub(" ", text)))
    text = _SPANISH.sub(" ", text) if " de " in text else text
    phrases = _days(text, language)
    if not phrases or phrases[0].end_day or _is_credited(text, phrases[0]):
        return None
    if _says_no_more(text, phrases):
        return _of_publication(text, phrases)
    if ("|" in text or _PATH.search(text)) and not text.rstrip().endswith(_STOPS):
        for part in _PATH.sub("|", text).split("|"):  # "Tuesday 26 July 2022 | Written by … | Published in …"
            if (own := _days(part, language)) and not _words_beside(part, own)[0]:
                return own[0]
    if phrases and _is_under_a_heading(text, phrases):
        return _of_publication(text, phrases)
    plainer = _BUTTONS.sub("", text)
    return printed(plainer, language) if plainer != text else None


def in_english(text: str) -> str:
    """The text with days that a page of another country prints in its language: "14 de outubro de 2019"."""
    return _foreign_day().sub(lambda found: f"{found[1]} {_foreign_months()[found[2].lower()]} {found[3]}", text)


@cache
def _foreign_months() -> dict[str, str]:
    return {
        word: month for month, words in data.load("publication")["months_elsewhere"].items() for word in words.split()
    }


@cache
def _foreign_day() -> re.Pattern[str]:
    months = "|".join(sorted(_foreign_months(), key=len, reverse=True))
    return regex(
        rf"(?:^[^\W\d_]{{3,12}}\.?,?\s)?\b(\d{{1,2}})\.?º?\s(?:de\s)?({months})\.?\s(?:de\s|del\s)?((?:19|20)\d\d)\b",
        re.I,
    )


def _is_under_a_heading(text: str, phrases: list[Phrase]) -> bool:
    """Whether the part of the page is all that stands beside the day: "World 17 June 2019", "17/6/2019 Thế giới"."""
    parts = TIME.sub("", text[: phrases[0].start]), _UNDER.sub("", TIME.sub("", text[phrases[-1].end :]))
    if any(map(text.lower().__contains__, data.load("publication")["roundups"])):
        return False  # "Tin thế giới 17/6/2019" is a headline
    return all(_is_a_heading(part) for part in parts if _LETTERS.search(part))


def _is_a_heading(text: str) -> bool:
    """Whether words name a part of the page; none by a region, under which items stand."""
    text = text.strip(subjects.SIGNS)
    region = regions.read_heading(text)
    return region.region is Region.GLOBAL if region else subjects.is_heading(text)


def _days(text: str, language: str) -> list[Phrase]:
    phrases = [phrase for phrase in find(text, 0, len(text), language) if phrase.kind is Kind.DAY and phrase.year]
    if not phrases and language != "en":
        phrases = [phrase for phrase in find(text, 0, len(text), "en") if phrase.kind is Kind.DAY and phrase.year]
    if any(phrase.day_first is False for phrase in phrases) and _IN_AMERICA.search(text):
        phrases = [
            replace(phrase, day=phrase.month, month=phrase.day, day_first=None) if phrase.day_first is False else phrase
            for phrase in phrases
        ]
    return phrases


def _words_beside(text: str, phrases: list[Phrase]) -> tuple[list[str], str, int]:
    """The words that are no part of a date, what is left without days and times, and how many times there are."""
    rest = text
    for phrase in reversed(phrases):
        rest = rest[: phrase.start] + " | " + rest[phrase.end :]
    rest, times = TIME.subn(" ", _READING_TIME.sub(" ", rest))
    return [word for word in _LETTERS.findall(rest) if word.lower() not in _date_words()], rest, times


def _says_no_more(text: str, phrases: list[Phrase]) -> bool:
    """Whether nothing would be missed but a name or a place."""
    words, rest, times = _words_beside(text, phrases)
    letters = sum(map(len, words))
    cued = any(map(text.lower().__contains__, data.load("publication")["cues"]))
    if not words or (cued and letters <= _LEFTOVER):
        return True
    last_words = _LETTERS.findall(TIME.sub(" ", text[phrases[-1].end :]))
    at_its_edge = phrases[0].start <= len(_OPENS[1]) or all(word.lower() in _date_words() for word in last_words)
    if at_its_edge and letters <= _LONG_LEFTOVER and text.lower().startswith(_OPENS):
        return not text.rstrip().endswith(_STOPS)
    closed = TIME.sub("", text).rstrip().endswith(_STOPS)
    if (
        at_its_edge
        and not closed
        and letters <= _LEFTOVER
        and all(map(_is_name, words))
        and agencies.names_only(" ".join(words))
    ):
        return True  # "2019-08-15 New Era Reporter"
    if letters <= _LEAST_LEFTOVER and not closed:
        return True
    if _is_set_off(text, phrases[0], phrases[-1]) and letters <= _LEFTOVER and all(map(_is_name, words)):
        return True
    # "Jane Roe, London | November 1, 2024 18:30": short, with a sign or a time between, and no sentence
    behind = text[phrases[-1].end :].lstrip()[:1]
    separated = times or any(sign in text for sign in ("|", "•", "·", "–", "—", " - ")) or behind in (".", ",", "-")
    at_an_end = not text[: phrases[0].start].strip() or not _LETTERS.search(rest[phrases[-1].start :].replace("|", " "))
    return bool(
        separated and (at_an_end or (times and ("|" in text or " - " in text))) and letters <= _LEFTOVER and not closed
    )


def _of_publication(text: str, phrases: list[Phrase]) -> Phrase:
    """The day in front of which no word says that something was changed: "Updated: 2/10/2019 | Created: 1/10/2019"."""
    if len(phrases) == 2 and not _LETTERS.search(text) and (last := _end_of_a_week(*phrases)):
        return last
    at = 0
    for phrase in phrases:
        if not tells_of_a_change(text[at : phrase.start]):
            return phrase
        at = phrase.end
    return phrases[0]


def _end_of_a_week(first: Phrase, last: Phrase) -> Phrase | None:
    """The last of the days that a digest is of: "2/8/16 2/12/16"."""
    in_order = first.year == last.year and first.month == last.month and 1 < (last.day or 0) - (first.day or 0) < _WEEK
    month_first = (
        last.day_first is False
        and first.year == last.year
        and first.day == last.day
        and 1 < (last.month or 0) - (first.month or 0) < _WEEK
    )
    return last if in_order or month_first else None


def tells_of_publication(text: str) -> bool:
    """Whether words beside a date say that it is the day of publication."""
    return any(map(text.lower().__contains__, data.load("publication")["own"]))


def tells_of_a_change(text: str) -> bool:
    """Whether words beside a date say that it is the day of a change."""
    return any(map(text.lower().__contains__, data.load("publication")["changes"]))


def _is_credited(text: str, phrase: Phrase) -> bool:
    """Whether the day stands in brackets behind a headline and with a medium: "Drill begins (BBC, 2/11/2018)"."""
    opened = _CREDITED.search(text, 0, phrase.start)
    if opened is None or opened.start() <= _LEAST_HEADLINE:
        return False
    return any(word.lower() not in _date_words() for word in _LETTERS.findall(opened[0]))


def _is_set_off(text: str, first: Phrase, last: Phrase) -> bool:
    """Whether a sign parts the dates from what stands beside them: "LIMA, Nov. 1, 2024 (Xinhua)"."""
    before, behind = _DAY_WORD.sub("", text[: first.start]).rstrip(), text[last.end :].lstrip()
    before = _WEEKDAY.sub("", before).rstrip()
    if behind[-1:] in tuple(".!?:"):
        return False
    return (not before or before[-1] in ",-–—|·•/)" or before.lower().startswith(("by ", "bởi "))) and (
        not behind or behind[0] in ",-–—|·•/("
    )


def without_weekday(text: str) -> str:
    """Words in front of a date without the day of the week they end with."""
    return _WEEKDAY.sub("", text).rstrip()


def _is_name(word: str) -> bool:
    return word[0].isupper() or word in ("by", "and", "và")


@cache
def _date_words() -> frozenset[str]:
    words = data.load("publication")
    days = [part for name in ("en", "vi") for day in data.load(f"dates.{name}")["weekdays"] for part in day.split()]
    short = [day[:3] for day in data.load("dates.en")["weekdays"]]
    return frozenset([*words["beside_dates"], *days, *short])
