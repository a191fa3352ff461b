"""How one report says whose it is, outside its paragraphs: signed below, licensed, syndicated, or in a line above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from . import agencies, attributions, media
from .credit_forms import Aside, credit_of
from .patterns import regex
from .records import Item, Reason, Span, Vocabulary

_FOOT = 24  # lines below the story in which it may be signed
_LONGEST_LINE = 400  # characters
_LONGEST_NAME = 40
_LONGEST_NAMES = 90  # of several
_MOST_WORDS = 12
_WORD = regex(r"[^\s,;/()]*[^\W_]")
_LEAST_EVENTS = 2  # of a story, of which the last one may end with the credit of all
_READ_ON = regex(r"\b(?:read|see|full (?:story|article|report))\b[^.\n]{0,20}\Z", re.IGNORECASE)  # "Read more on BBC"
_WORDS_THAT_CITE = 60  # characters
_ENDS_THE_TEXT = regex(r"[\W_]*\Z")
_CITED = regex(r",\s(?:theo|according to)\s[^.,;\n]{0,30}\Z", re.IGNORECASE)  # the last sentence itself: "…, theo AFP."
_LAST_WORDS = regex(
    # behind the last sentence: "… permits. — Reuters", "… (ANI)", "… permits. PTI AB CD", "… permits.” AFP, REUTERS"
    r"[.!?…][\"”’']?\s*(?:[a-z]{2,4}(?:[/,][a-z]{2,4})*\s(?=\())?"
    r"(?:(?:[-–—]{1,2}|[/|©])\s?([\w.&,/' -]{2,40}?)\s?/?|"
    r"[(\[](?:(?:[Ss]ources?|SOURCES?|[Nn]guồn)\s?:\s?|[Ww]ith (?:inputs? from )?)?([\w.&,/' -]{2,40})[)\]]|"
    r"([A-Z]{2,5})(?:\s[A-Z]{2,4}){1,4}|"
    r"([A-Z][\w.&/-]{1,20}(?:(?:,\s?|\s)[A-Z][\w.&/-]{1,20}){0,2}|dpa))[.\s]*$"
)  # fmt: skip
_WITH_STAFF = regex(  # "… permits. AGERPRES (RO - author: Jane Roe, editor: John Roe)"
    r"[.!?…][\"”’']?\s+([A-Z][\w-]{2,20})\s\([^()]*\b(?:authors?|editors?|writers?)\b[^()]*\)[^.]{0,60}$"
)
_STAFF = 260  # characters at a text's end in which those who made it are named
_WORDS_AT_AN_END = 60  # characters of a paragraph in which they stand
_CONTRIBUTED = regex(r"\bcontributed\b", re.IGNORECASE)
_FROM = regex(  # in front of the name: "a syndicated feed of …", "originally published by …", "by agreement with …"
    r"\b(?:feed|(?:first|originally|re)[ -]?(?:published|appeared|reported)|published(?! in)|produced|authored|"
    r"agreement|reprinted|republished|provided|supplied|generated|reports?|permission|directly|"
    r"(?:information|material|details)\b"
    r"(?:\s(?:for|in) this (?:report|story|article))?(?:\s(?:came|comes|was|is))?(?:\s(?:used|taken|drawn))?)\s"
    r"(?:with (?:the )?permission\s)?(?:of|from|by|in|on|with|[-–—])\s(?:an?\s|the\s)?",
    re.IGNORECASE,
)
_AMID_BUTTONS = regex(  # "0 CommentsPrint E-mail Xinhua, June 1, 2011", "09:57Xinhua Editor: …"
    r"(?:(?:^|\b)(?:print|e-?mail|comments?|share|tweet)\s|\d:\d\d\s?|^)"
    r"(?P<name>(?-i:[A-Z])[\w.&'-]*(?:\s(?-i:[A-Z])[\w.&'-]*){0,3}?)(?=,\s|\s(?:web\s)?editors?\s?:)",
    re.IGNORECASE,
)
_EDITORS = regex(r"\s(?:web\s)?editors?\s?:", re.IGNORECASE)
_ORIGINAL = regex(  # "Read the original article on …", "Shared from the Original Post at …", "Full story: …"
    r"\b(?P<kind>original|full|complete|entire|source)\s(?:article|story|post|report|version|text|piece|news)\b"
    r"(?:\s(?:here|published|appeared|appears|can be (?:read|found)|is available|was published))?"
    r"(?:\s(?:at|on|in|from|by)\s|\s?[:»]\s?)(?:the\s)?",
    re.IGNORECASE,
)
_ANY_NAME = regex(r"(?:[A-ZĐ][\w'’&-]*(?:\s(?:of\s)?[A-ZĐ][\w'’&-]*){0,3}|[\w-]{3,25}\.\w{2,4}(?:\.\w{2})?)(?=\W*$)")
_DISTRIBUTED = regex(  # of a page that reprints what others sent it, and says so
    r"^\W*Copyright © (?:19|20)\d\d ([^\W\d_][\w.&'’ -]{2,40})\. All rights reserved\.\s+Distributed by\b"
)
_SENT_FROM = regex(
    r"[A-ZĐÀ-Ỹ][^\W\d_]+(?:[ ,/'-]{1,2}[^\W\d_]+){0,3}\s?[-–—|]{1,2}\s(?=[A-Z])"
)  # "LIMA, PERU — Reuters"
_COPYRIGHT = regex(r"^\W*(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d[\s,-]*)*(?:by\s)?(?:the\s)?", re.IGNORECASE)
_SIGNATURE = regex(r"\(?\s*(?:additional )?(?:reporting|writing) by\b.{3,200}?\bediting by\b", re.IGNORECASE)
_REPORTED = regex(r"\(?\s*(?:reporting|writing) by\s[A-Z]", re.IGNORECASE)  # on lines of their own
_EDITED = regex(r"\(?\s*editing by\s[A-Z]", re.IGNORECASE)
_STANDARDS = regex(r"Thomson (Reuters) Trust Principles")
_HEAD = regex(
    r"^(?:sources?|nguồn|theo|(?:(?:text|words|story|news|written|reported|published|posted|submitted)\s)?by|"
    r"(?:author|writer)(?=:))\b\s?:?\s*(?:the\s)?",
    re.IGNORECASE,
)
_IN_BRACKETS = regex(r"^[(\[]\s?([^()\[\]]{2,40}?)\s?[)\]]\s+\d")  # "(Xinhua) 10:02, October 28, 2024"
_BEHIND_THE_CREDIT = regex(r"[)\]]\s?[-–—|]?\s?(?=\d{1,2}[/:.])|\s?[|·•]\s?(?=\d)|\s(?=\d{1,2}/\d)")
_STAMPED = regex(  # behind a name: "Xinhua, July 30, 2016", "Reuters | Lima | Updated: …", "AFP - 3 Oct 2014"
    r"(?:\s?(?:[,|•·]|[-–—]\s|/)\s?(?:[\w .]{2,30}\s?[|,]\s?){0,2}|\s(?=updated|published|posted))"
    r"(?:updated|published|posted|[^\W\d_]{3,9}\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2}[\s./-](?:[^\W\d_]{3,9}|\d{1,2})[\s./-](?:19|20)\d\d)",
    re.IGNORECASE,
)
_WITH_OTHERS = regex(  # "Reuters/Agencies"
    r"\s?(?:[/,&]|and|with)\s?(?:other\s)?(?:news\s)?(?:agencies|wires|wire services|staff)\W*$", re.IGNORECASE
)
_UNDER_A_TEXT = regex(r"[(\[]\s?(?:nguồn|theo)\s?:?\s?([^()\[\]]{2,60})[)\]]\.?$", re.IGNORECASE)
_BEHIND_A_NAME = regex(
    r"\s*(?:[|•·,;(]|[-–—]\s|\s{2}|$)|\s(?:\d|published\b|updated\b|posted\b|follow$)", re.IGNORECASE
)
_SAID_AGAIN = frozenset((Reason.SUMMARY, Reason.DUPLICATE))
_NO_VOCABULARY = Vocabulary()
_OTHERS = frozenset((Reason.TEASER, Reason.RELATED))


def of_others(text: str, found: Iterable[tuple[Span, ...]], its_own: frozenset[str]) -> list[tuple[Span, ...]]:
    """The credits without those that name nobody but the page itself."""
    if not its_own:
        return list(found)
    return [
        tuple(
            span
            for span in spans
            if {mention.value for mention in agencies.read_credit(text, span, "", _NO_VOCABULARY)} - its_own
        )
        for spans in found
    ]


def at_its_foot(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The credits of a report, of which those behind its last sentence are the whole report's, not the last event's."""
    last = items[-1].body[-1] if items[-1].body else None
    if last is None or len(items) < _LEAST_EVENTS or any(found[1:-1]):
        return found
    behind = tuple(span for span in found[-1] if _ENDS_THE_TEXT.match(text, span.end, max(span.end, last.end)))
    if not behind or _READ_ON.search(text, max(0, behind[0].start - _WORDS_THAT_CITE), behind[0].start):
        return found
    if _CITED.search(text, max(0, behind[0].start - _WORDS_THAT_CITE), behind[0].start):
        return found
    return [found[0] or behind, *found[1:-1], tuple(span for span in found[-1] if span not in behind)]


_IN_A_DATELINE = regex(  # "COLOMBO, Sri Lanka (AP) — …", "NASSAU, September 19 (BIS):", "GENEVA, Switzerland, CMC – …"
    r"\W{0,3}(?P<place>[A-ZÀ-Þ][^\n()“\":]{2,45}?),?\s?(?:[-–—]\s?)?"
    r"(?:\((?P<amid>[^()\n]{2,30})\)\s?(?:[-–—:]|$)|(?<=,\s)(?P<last>[A-Z][\w.-]{1,12})\s?[-–—]{1,2}\s)",
    re.MULTILINE,
)
_OVER_IT = regex(  # a line of its own above the text: "AFP, MALE", "Jane Roe / Reuters, LIMA, Peru"
    r"(?:[A-Z][\w.' -]{2,40}\s/\s)?(?P<medium>[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]+)?),\s"
    r"[A-ZÀ-Þ]{3,}(?:[ ,.'-]{1,2}[A-ZÀ-Þ][\w.]*){0,4}$",
    re.MULTILINE,
)
_CAPITALS = regex(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,}(?:,|$)")
_DATELINE_ABOVE = 160  # characters above a report's text in which its dateline may stand on a line of its own
_VIETNAMESE = regex(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def of_its_dateline(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The credits of a report, with the agency in its dateline, in English, for its events that cite no other."""
    if not items or not items[0].body or all(found):
        return found
    first = items[0].body[0]
    second = items[0].body[:2][-1].start  # the first may be a standfirst over the dateline
    begin = text.rfind("\n", 0, max(0, min(items[0].start, first.start) - _DATELINE_ABOVE)) + 1
    named = next(filter(None, (_dateline(text, at) for at in _line_starts(text, begin, second))), None)
    if named is None or _VIETNAMESE.search(first.of(text)):
        return found
    return [
        spans or (() if attributions.in_text(text, item.body, _NO_VOCABULARY) else (named,))
        for item, spans in zip(items, found, strict=True)
    ]


def _line_starts(text: str, begin: int, last: int) -> Iterator[int]:
    at = begin
    while 0 <= at <= last:
        yield at
        at = text.find("\n", at) + 1 or -1


def _dateline(text: str, at: int) -> Span | None:
    """The agency in the dateline that a line begins with; one nobody knows behind a place in capitals and a day."""
    over = _OVER_IT.match(text, at, at + _LONGEST_NAMES)
    if over and over["medium"] in media.printed_names_of_wires():
        return Span(*over.span("medium"))
    found = _IN_A_DATELINE.match(text, at, at + _LONGEST_NAMES)
    if found is None:
        return None
    group = "amid" if found["amid"] else "last"
    is_new = found[group].isupper() and any(map(str.isdigit, found["place"]))
    if not _CAPITALS.match(found["place"]) or not (agencies.names_only(found[group]) or is_new):
        return None
    return Span(*found.span(group))


def of_story(above: Sequence[Aside], last_words: Aside | None, below: Sequence[Aside]) -> Iterator[tuple[Span, ...]]:
    """What may be the credits of a story that has none inside, the surest first.

    From its last words, the lines below it, and those above; last come those that its standfirst, set aside, follows.
    """
    yield from _each(_under_the_text(below))
    for aside in (*((last_words,) if last_words else ()), *below[:_FOOT]):
        yield from _each(_signed(aside))
    for aside, after in pairwise(below[:_FOOT]):
        if _REPORTED.match(aside.text) and _EDITED.match(after.text):
            yield (Span(aside.start, after.start + len(after.text)),)
    for aside in above:
        yield from _each(_original(aside) if len(aside.text) <= _LONGEST_LINE else None)
        yield from _each(_headed(aside))
    yield tuple(
        Span(aside.start + told.start, aside.start + told.end)
        for aside in above
        if aside.reason in _SAID_AGAIN
        for told in attributions.in_text(aside.text, (Span(0, len(aside.text)),), _NO_VOCABULARY)
    )


def _each(span: Span | None) -> Iterator[tuple[Span, ...]]:
    if span:
        yield (span,)


def _under_the_text(below: Sequence[Aside]) -> Span | None:
    """ "(Nguồn: AFP)" on the line behind the last paragraph, where it is no picture's."""
    first = next((aside for aside in below if aside.reason is not Reason.BACKGROUND), None)
    found = _UNDER_A_TEXT.match(first.text) if first else None
    if first is None or found is None or not agencies.names_only(found[1]):
        return None
    return Span(first.start + found.start(1), first.start + found.end(1))


def _signed(aside: Aside) -> Span | None:
    """The name with which a story's last paragraph, or a line below it, says whose report it is."""
    line = aside.text
    if len(line) <= _LONGEST_LINE and (told := _original(aside)):
        return told
    if aside.reason in _OTHERS:
        return None
    if found := _LAST_WORDS.search(line, max(0, len(line) - _WORDS_AT_AN_END)):
        group = next(number for number in (1, 2, 3, 4) if found[number])
        if agencies.names_only(found[group]):
            return Span(aside.start + found.start(group), aside.start + found.end(group))
    found = _WITH_STAFF.search(line, max(0, len(line) - _STAFF)) if line[-1] in ")]" else None
    if found and agencies.names_only(found[1]):
        return Span(aside.start + found.start(1), aside.start + found.end(1))
    if len(line) > _LONGEST_LINE or aside.reason is Reason.CAPTION:
        return None
    if found := _SIGNATURE.match(line):
        return Span(aside.start + found.start(), aside.start + found.end())
    if standards := _STANDARDS.search(line):
        return Span(aside.start + standards.start(1), aside.start + standards.end(1))
    if _CONTRIBUTED.search(line):
        return _name_at(aside, 4 if line.startswith("The ") else 0)
    for found in _FROM.finditer(line):
        if name := _name_at(aside, found.end(), said=True):
            return name
    found = _COPYRIGHT.match(line)
    name = _name_at(aside, found.end()) if found else None
    return (
        name
        if name and line[name.start - aside.start : name.end - aside.start].casefold() in media.names_of_wires()
        else None
    )


def _original(aside: Aside) -> Span | None:
    """Whose report a page says that it reprints, known or not: in the link to it, in the line of its rights."""
    if found := _ORIGINAL.search(aside.text):
        any_name = _ANY_NAME.match(aside.text, found.end()) if found["kind"].lower() == "original" else None
        at = Span(aside.start + any_name.start(), aside.start + any_name.end()) if any_name else None
        return _name_at(aside, found.end(), said=True) or at
    found = _DISTRIBUTED.match(aside.text)
    return Span(aside.start + found.start(1), aside.start + found.end(1)) if found else None


def _name_at(aside: Aside, at: int, *, said: bool = False) -> Span | None:
    """The agencies that are named at that place of the line: "Reuters, AFP and AP".

    `said`: the words in front say that a name follows, so that one may be a word, too.
    """
    head = aside.text[at : at + _LONGEST_NAMES]
    first = next(iter(media.hits(head[:_LONGEST_NAME], None)), None)
    if not said and (first is None or first.start or first.entry.sort == "weak"):
        return None
    ends = [word.end() for word in islice(_WORD.finditer(head), _MOST_WORDS)]
    for end in reversed(ends):
        if agencies.names_only(head[:end]) and not head[:end].split()[-1].isdigit():
            return Span(aside.start + at, aside.start + at + end)
    return Span(aside.start + at, aside.start + at + first.end) if first and not first.start and not said else None


def _headed(aside: Aside) -> Span | None:
    """ "Source: Xinhua | 2024-10-28 | Editor: …", "By AFP - Oct 28, 2024", "Xinhua, Oct 28, 2024": a line above."""
    if aside.heading or len(aside.text) > _LONGEST_LINE // 3 or aside.reason is Reason.CAPTION:
        return None
    found = _IN_BRACKETS.match(aside.text)
    if found and agencies.names_only(found[1]):
        return Span(aside.start + found.start(1), aside.start + found.end(1))
    if dated := _BEHIND_THE_CREDIT.search(aside.text):
        undated = aside._replace(text=aside.text[: dated.start()] + aside.text[dated.start()].strip(" |·•"))
        if undated.text and (credit := credit_of(undated)):
            return credit
    if (
        (amid := _AMID_BUTTONS.search(aside.text))
        and (_STAMPED.match(aside.text, amid.end()) or _EDITORS.match(aside.text, amid.end()))
        and agencies.names_only(aside.text[amid.start("name") : amid.end()])
    ):
        return Span(aside.start + amid.start("name"), aside.start + amid.end())
    found = _HEAD.match(aside.text)
    sent = _SENT_FROM.match(aside.text)
    if sent and agencies.names_only(aside.text[sent.end() :]):
        return Span(aside.start + sent.end(), aside.start + len(aside.text))
    if found is None:
        name = _name_at(aside, 0)
        behind = name.end - aside.start if name else 0
        return name if _STAMPED.match(aside.text, behind) or _WITH_OTHERS.match(aside.text, behind) else None
    name = _name_at(aside, found.end())
    return name if name and _BEHIND_A_NAME.match(aside.text, name.end - aside.start) else None
