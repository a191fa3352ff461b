"""The line of small print under a teaser: "AFP • 2 hours ago • 41 comments", "Tuổi Trẻ | 12/3", "Read more".

Such a line is told by its parts: at least one is a time, a count or a button. What else stands in it may be the agency
the teaser credits, the page's rubric, or a reporter. A line may also be nothing but the credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from events.extraction import agencies, data, gazetteer, regions, sentences, subjects
from events.extraction.layouts import headline
from events.extraction.layouts.blocks import Reading
from events.extraction.patterns import regex
from events.extraction.records import PassageKind, Reason, Span
from events.extraction.remembered import remembered

LONGEST = 120  # characters of such a line
_MOST_OTHERS, _LONGEST_OTHER = 3, 6  # parts that are no time, count or button; words in one
_SEPARATOR = regex(r"\s*[•∙·|►▪]\s*|\s+[-–—/]\s+|\s{2,}|\s*(?<=[^\d\s])/(?=[^\d\s])\s*|\s*;\s+")
_OPENING = regex(r"^(?:by|via|from|theo|nguồn(?: tin)?|sources?|as told to|credit)\b\s*:?\s*", re.IGNORECASE)
_GIVEN = gazetteer.words("given-names.tsv")
_FAR = 3  # lines below an item: what stands further down is the page's
_NO_CREDITS = frozenset((Reason.CAPTION, Reason.ADVERTISEMENT, Reason.COPYRIGHT, Reason.TEASER, Reason.SUMMARY))
_LONGEST_CREDIT = 60


def credit_what_is_above(reading: Reading) -> None:
    """Lines set aside right under an item may name the agencies it credits."""
    item, far = None, 0
    for piece in reading.pieces:
        if piece.kind is PassageKind.EVENT:
            item, far = piece.item, 0
            continue
        far += 1
        if item is None or piece.kind is PassageKind.HEADING or far > _FAR or piece.reason in _NO_CREDITS:
            item = None if piece.kind is PassageKind.HEADING else item
            continue
        line = piece.line
        spans = credits(line.text)
        if not spans and piece.reason is not Reason.WIDGET and agencies.names_one(line.text) and is_a_credit(line.text):
            whole = headline.whole_credit(line.text)
            spans = [whole] if whole else []
        draft = reading.drafts[item]
        draft.extra_credits += [Span(line.start + span.start, line.start + span.end) for span in spans]


def is_a_credit(text: str) -> bool:
    """Whether a line is nothing but a credit: "(Gulf News)", "Theo AFP, BBC", "RNZ Pacific / Jane Roe"."""
    if len(text) > _LONGEST_CREDIT or subjects.is_heading(text) or regions.read_heading(text):
        return False
    return not sentences.ends_like_one(text) and headline.whole_credit(text) is not None


def stands_under_a_teaser(text: str) -> bool:
    """Whether a line is a teaser's small print or its credit, and no headline."""
    return is_a_credit(text) or is_metadata(text)


@remembered(512)  # asked of the same lines with each way to cut a page
def is_metadata(text: str) -> bool:
    """Whether a line is small print that holds a time, a count or a button, and beside them only names."""
    if len(text) > LONGEST or not (_hint().search(text.lower()) or any(map(str.isdigit, text))):
        return False
    if _link_and_source().match(text):
        return True
    told = others = 0
    for start, end in _parts(text):
        part = text[start:end]
        if _small_print().fullmatch(part.lower()):
            told += 1
        elif part[-1] in ".!?…:," or part[0] in "\"“'‘":
            return False
        elif len(part.split()) <= _LONGEST_OTHER or _names_reporters(part):
            others += 1
        else:
            return False
    return bool(told) and others <= _MOST_OTHERS


def _names_reporters(part: str) -> bool:
    """Whether several names and their medium stand there: "Ann Lee, Bo Li and Jane Roe, Associated Press"."""
    names, _, medium = part.rpartition(", ")
    words = names.replace(",", "").split()
    return (
        len(words) <= 2 * _LONGEST_OTHER
        and agencies.names_only(medium)
        and all(word[0].isupper() or word == "and" for word in words)
    )


def credits(text: str) -> list[Span]:
    """Where a line of small print names the agencies that the teaser above it credits."""
    if len(text) <= LONGEST and (linked := _link_and_source().match(text)):
        return [Span(*linked.span(1))]
    if not is_metadata(text):
        return []
    found: list[Span] = []
    parts = [Span(start, end) for start, end in _parts(text)]
    dated = any(any(map(str.isdigit, part.of(text))) or part.of(text).lower() in _words()["times"] for part in parts)
    for span in parts:
        start, end = span.start, span.end
        part = text[start:end]
        if _small_print().fullmatch(part.lower()):
            continue
        opening = _OPENING.match(part)
        start += opening.end() if opening else 0
        part = text[start:end]
        if part and (agencies.names_one(part) or (dated and not opening and not found and _may_be_a_medium(part))):
            found.append(Span(start, end))
    return found


def _may_be_a_medium(part: str) -> bool:
    """A name in the place of a credit that is no rubric, no region and no reporter: "Prensa Comunitaria"."""
    words = part.split()
    if not all(word[0].isupper() for word in words) or len(words) > 4 or words[0] in _GIVEN:
        return False
    return not (subjects.is_heading(part) or regions.read_heading(part) or part.lower() in _words()["rubrics"])


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts between separators, without what encloses them."""
    start = 0
    for gap in [*_SEPARATOR.finditer(text), None]:
        end = gap.start() if gap else len(text)
        stripped = text[start:end].strip(" ()[]→›»>-–—•·|,")
        if stripped:
            begin = text.index(stripped, start)
            yield begin, begin + len(stripped)
        start = gap.end() if gap else end


@cache
def _words() -> dict[str, list[str]]:
    english, vietnamese = data.load("dates.en"), data.load("dates.vi")
    weekdays = [*english["weekdays"], *english["short_weekdays"], *vietnamese["weekdays"]]
    return {**data.load("small_print"), "months": list(english["months"]), "weekdays": [*weekdays, "thur"]}


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _link_and_source() -> re.Pattern[str]:
    """ "Read on … Source: Reuters, BBC"."""
    return re.compile(
        rf"(?:{_any_of(_words()['buttons'])})[ .…:»→>|-]*(?:nguồn|sources?|via|by|theo)\b:?[ ]*([^\n]{{2,60}})$",
        re.IGNORECASE,
    )


@cache
def _hint() -> re.Pattern[str]:
    """A line without any of these, and without a number, is no small print."""
    words = _words()
    return re.compile(rf"{_any_of([*words['buttons'], *words['times']])}")


@cache
def _small_print() -> re.Pattern[str]:
    words = _words()
    months, weekdays, units = _any_of(words["months"]), _any_of(words["weekdays"]), _any_of(words["units"])
    clock = r"\d{1,2}[:.h]\d{2}(?:[ ]?[ap]\.?m\.?)?(?:[ ](?:gmt|utc|est|edt|et|ict|bst|cet))?"
    year, numbers = r"(?:,?[ ]\d{4})?", r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    named = rf"(?:{months})\.?[ ]\d{{1,2}}{year}|\d{{1,2}}[ ](?:{months})\.?{year}"
    day = rf"(?:{named}|(?:ngày[ ])?{numbers}|\d{{4}}-\d{{2}}-\d{{2}})"
    ago = rf"(?:(?:about|hơn|khoảng)[ ])?(?:\d{{1,2}}|an?|một|one|two)[ ]?(?:{units})[ ](?:ago|trước)"
    when = (
        rf"(?:(?:{weekdays}),?[ ])?(?:{day}|{ago}|{_any_of(words['times'])})"
        rf"(?:[ ,]+(?:at[ ]|lúc[ ])?{clock})?"
    )
    led = (
        rf"(?:(?:{_any_of(words['time_openings'])}):?[ ])?"
        rf"(?:{when}|{clock}(?:[ ,]+{day})?|(?:{weekdays}))"
    )
    count = (
        rf"(?:(?:no|đọc|nghe|xem)[ ])?(?:\d{{1,3}}(?:[.,]\d{{1,3}})?[km]?[ ])?"
        rf"(?:{_any_of(words['counted'])})(?:[ ]?\(\d+\)|:?[ ]\d+)?"
    )
    return re.compile(
        rf"(?:{led}|{count}|(?:đọc|nghe|xem)[ ]\d{{1,2}}[ ]phút|(?:{_any_of(words['buttons'])})(?:[ ]\(\d+\))?)"
    )
