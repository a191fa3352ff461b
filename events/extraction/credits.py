"""Agency credits that stand elsewhere than at an item's end: in front, inside, above, below, at the foot.

The layouts hand on the credits they cut off. This room looks at the items that have none: what their own words say
comes first, then a line of its own beside the item, then what the page says of all of its items at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from . import agencies, credit_forms, credit_lines, credit_places, media, page_media, places, story_credits
from .patterns import regex
from .records import Item, Layout, Span, Vocabulary

_HEAD = 110  # characters in which a dateline ends
_LONGEST_DATELINE = 70
_VIETNAMESE = regex(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_JOINT = regex(r"\s?(?:[/,&+]|và|and)\s?")
_CITED = regex(r",\s(?:theo|according to)\s[^.,;\n]{0,30}\Z", re.IGNORECASE)  # in the last sentence itself
_SIGNS_IN_DATELINES = tuple(",.-–—/")
_MANY = 3  # items of a list
_BRACKETS = regex(r"[(\[]([^()\[\]\n]{2,70})[)\]]")
_SIGN = regex(r"\s?[-–—:|]")  # behind a credit in front of the text
_PREFIX = regex(
    r"([^\W\d_](?:[\w.+&' ]|-(?=\w)){1,35}?)(?:\s?[-–—|»]{1,2}\s?|\s[-–—|]\s?|:\s|/\s|\*{1,2}\s)(?=[\"“‘'«(\[]?[^\W_])"
)
_SYLLABLE = regex(
    r"(?<=\b[A-ZĐ][^\W\d_A-Z])-[^\W\d_A-Z]{1,5}\b"
)  # behind the first of a foreign name: "Pa-na-ma, Cu-ba …"
_HYPHENED = regex(r"([^\W\d_][\w.]*-\w[\w. -]{0,25}?)\s[-–—|]\s(?=[\"“‘'«(\[]?[^\W_])")  # "Itar-Tass - Russia …"
_IN_A_COUNTRY = regex(  # "ABC (Úc) ngày 19/7: …"
    r"([^\W\d_][\w.&' -]{1,35}?)\s\([^()\n]{2,15}\),?\s(?:ngày\s)?\d{1,2}[/.-]\d"
)
_IN_CAPITALS = regex(r"([A-ZĐ][A-ZĐÀ-Ỹ.&' -]{1,35}),\s(?=[A-ZĐÀ-Ỹ][^\W\d_]*[a-zà-ỹ])")  # "KYODO, Japan will …"
_CITY_IN_CAPITALS = regex(r"([^\W\d_][\w.&' -]{1,30}?)[,/]\s?[A-ZÀ-Þ]{3}")  # "AFP, TIRANAThe strongest …"
_IN_A_DATELINE = regex(  # "Tehran, Oct 28, ", "Damascus, ", "Tehran – ", "ASTANA. ", "LIMA, October 28. /"
    r"(?:(?:[A-ZĐÀ-Ỹ\d][\w'’.-]*|of|de|el|al|\([A-Z][\w ]{2,20}\))"
    r"(?:[,.]?\s|(?=/))|[-–—/]{1,2}\s?){1,12}(?:(?<=[,.–—/-])|(?<=[,.–—/-]\s))"
)
_STATES = r"(?:Kan|Pa|Ind|Wash|Mass|Miss|Conn|Minn|Tenn|Del|Ore|Ark|Ala|Mo|La|Va|Md)"
_STATE = regex(rf"{_STATES}\.")  # in a dateline, as Kansas is: "WICHITA, Kan. —"
_IN_A_STATE = regex(rf"[A-Z][A-Z .'-]+, {_STATES}\.?")
_BEHIND_A_DATELINE = regex(r"\s?(?:[-–—:/]{1,2}|\.\s|$)|\s(?:(?:The|A|An|In|On)\s|[A-Z][^\s.]*\s(?![A-Z]))")
_LAST_OF_DATELINE = regex(  # the same, looser
    r"[^\W\d_][^\n.!?–—|]{2,50}\.?[^\n.!?–—|]{0,20}?,\s?([A-ZĐ][\w.& ]{1,24}?)\s?[-–—]{1,2}\s"
)
_BETWEEN_SLASHES = regex(r"[^\n/]{0,60}?/\s?([A-ZĐ][\w& -]{1,20}?)\s?/[.:]?\s")  # "LIMA, October 28. /TASS/. …"
_NAMED_IN_A_DATELINE = regex(
    r"\W{0,3}(?P<place>[A-ZĐ][^\n():“\"]{2,45}?),?\s?\((?P<name>[A-Z]{3,8}|[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2})\)\s?(?:[-–—]{1,2}|:)\s"
)
_WORD_OF_A_NAME = regex(r"[^\W\d_][\w.'-]*")
_LONGEST_REPORTER = 5  # words
_BEHIND_A_BYLINE = regex(r"\s?[-–—]{0,2}\s?[A-Z“\"]")
_BEFORE_A_SENTENCE = regex(  # and no longer name: "Reuters The envoy said", but not "Guardian Council rejects"
    rf"\s(?!(?:{agencies.INSTITUTIONS})\b)(?:(?:The|A|An|In|On|At)\s|[A-ZĐÀ-Ỹ][^\s.]*\s(?![A-Z]))"
)
_PLACE_AND_DASH = regex(r"[A-ZĐÀ-Ỹ][\w ,.'’-]{2,30}?\s?[-–—]{1,2}\s?")
_NUMBER_IN_FRONT = regex(r"\d{1,2}[.)]\s+")
_SITE_IN_FRONT = regex(  # "rfa.org Villagers near …", known or not
    r"((?:www\.)?[a-z0-9][a-z0-9-]{1,30}(?:\.(?:com|net|org|co|info|news|asia|tv|online)(?:\.[a-z]{2})?|\.[a-z]{2}))"
    r"\s?[-–—:|]?\s(?=[\"“‘'«(\[]?[A-ZĐÀ-Ỹ0-9])"
)
_CODE_IN_FRONT = regex(r"\[\w{1,12}\]\s+")  # what a page's program left behind: "[ad_1] By …"
_LONGEST_SITE = 40
_PICTURE = regex(r"[|\s]*!\[[^\]\n]*\]\([^)\n]*\)[|\s]*$")
_BEHIND_THE_LAST = regex(r"[.!?…\"”»)]\s+([A-ZĐ][\w&/ ,-]{1,38})\.?\s*\Z")
_LONGEST_LAST = 45
_BEFORE_A_DATELINE = regex(
    r" [A-Z][\w' -]{2,25},\s(?:\w{3,9}\.?\s\d|\d)[\w ,.]{1,15}[-–—:]{1,2}\s"
)  # "AKP Lima, May 3, 2024 -- "
_BEFORE_A_CAPITAL = regex(r" [A-ZĐÀ-Ỹ]")
_SEAM = regex(r"[A-ZĐ](?<=[^\W\d_][A-ZĐ])(?=[a-zà-ỹ]+\s)")
_LONGEST_GLUED = 30
_GLUED = regex(r"[A-ZĐ](?<=[a-zà-ỹ0-9)”\"'][A-ZĐ])")


def of_items(
    text: str, layout: Layout, vocabulary: Vocabulary, its_own: frozenset[str] = frozenset()
) -> list[tuple[Span, ...]]:
    """The credits of each item of the layout, in its order, as spans of the text without brackets.

    `its_own`: the media whose page a report stands on.
    """
    items = layout.items
    beside = credit_lines.Beside(text, layout)
    found = []
    for number, item in enumerate(items):
        cut_off = [credit for credit in item.credits if _names_one(text, credit, layout.name, vocabulary)]
        outside = tuple(credit for credit in cut_off if not item.start <= credit.start < item.end)
        if beside.above:  # what stands below is the next one's
            outside = tuple(credit for credit in outside if credit.start < item.start)
        if layout.name == "story" and outside:
            found.append(tuple(cut_off))
            continue
        own = [credit for credit in cut_off if item.start <= credit.start < item.end]
        if own and beside.alone and all(_CITED.search(text, item.start, credit.start) for credit in own):
            outside = outside or beside.of(number)
            own = [] if outside else own  # "…, theo báo X." over "(Reuters)"
        found.append(() if outside and not own and beside.alone else _inside(text, item, own, vocabulary))
        found[-1] = found[-1] or outside or beside.of(number) or beside.at_the_end_of(item)
    if layout.name != "story":
        found = credit_lines.without_headings(text, items, found)
    found = credit_places.unknown_ones(text, items, found, surely=layout.name == "story")
    found = credit_places.amid_texts(text, items, found)
    if layout.name != "story":
        found = credit_places.in_the_same_words(text, items, found)
    found = story_credits.of_others(text, found, its_own)
    found = credit_lines.of_the_page(text, layout, found, beside)
    if layout.name != "story":
        return page_media.without_its_sign(text, items, found) if found else found
    if found:
        found = story_credits.at_its_foot(text, items, story_credits.of_others(text, found, its_own))
        if not found[0]:
            further = story_credits.of_story(*beside.around(text))
            found[0] = next(filter(None, story_credits.of_others(text, further, its_own)), ())
        found = story_credits.of_others(text, story_credits.of_its_dateline(text, items, found), its_own)
    return found


def _names_one(text: str, credit: Span, layout: str, vocabulary: Vocabulary) -> bool:
    """Whether a credit names an agency. Under one story a name nobody knows is the page's own or a reporter's.

    Unless the line says that it is the source: in English; "Nguồn: …" stands under pictures, too.
    """
    words = credit.of(text)
    if _IN_A_STATE.fullmatch(words) or _OF_A_FILE.search(words):
        return False
    if layout == "story":
        if agencies.offers(words) or _OF_A_PICTURE.fullmatch(words):
            return False
        known = agencies.names_one(words, vocabulary) or agencies.is_signature(words)
        return known or bool(_SOURCE.search(text[max(0, credit.start - _BEFORE) : credit.start]))
    return bool(agencies.read_credit(text, credit, "", vocabulary))


_OF_A_PICTURE = regex(r"[A-Z]{2,9}/[A-ZÀ-Ỹ][a-zà-ỹ.]+(?:\s[A-ZÀ-Ỹ][\w'-]+){1,2}")  # "REUTERS/Jane Roe" took it
_OF_A_FILE = regex(r"/\s?(?:file|photo|pool|handout|getty(?: images)?|stringer)$", re.IGNORECASE)  # a picture's
_BEFORE = 14  # characters before a name in which a line says that it is the source
_SOURCE = regex(r"\bsource\s?:\s?$", re.IGNORECASE)


# --- Inside an item


def _inside(text: str, item: Item, own: Sequence[Span], vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The credits the layout cut off the item itself, and those in its text: several sentences may have one each."""
    found: list[Span] = []
    parts = [span for span in (item.title, *item.body) if span]
    if item.title and agencies.names_only(item.title.of(text), vocabulary):  # "Sudan: VOA: “Voters …”"
        found.append(item.title)
    if parts and item.start < parts[0].start:  # a prefix that the layout left out of the text
        parts[0] = Span(item.start, parts[0].end)
    for span in parts:
        front = [] if own or found else _in_front(text, span, vocabulary)
        found += front or _in_brackets(text, span, vocabulary)
    if parts and not own and not found and (last := _at_the_end(text, parts[-1], vocabulary)):
        found.append(last)
    if not own and not found:
        found += filter(None, (_unknown_in_a_dateline(text, span) for span in parts[:2]))
    found += (credit for credit in own if not any(one.start < credit.end and credit.start < one.end for one in found))
    return tuple(sorted(dict.fromkeys(found), key=lambda span: span.start))


def _in_front(text: str, span: Span, vocabulary: Vocabulary) -> list[Span]:
    """The credit that a text opens with: "(AFP) – …", "AFP- …", "AFP, TIRANAThe …", "SGGP Đoàn …", "Rome | AFP | …"."""
    head = text[span.start : min(span.end, span.start + _HEAD)]
    opening = len(head) - len(head.lstrip(" *•·-–—◾️"))
    if numbered := _NUMBER_IN_FRONT.match(head, opening):
        opening = numbered.end()
    if coded := _CODE_IN_FRONT.match(head, opening):
        opening = coded.end()
    head = head[opening:]
    start = span.start + opening
    if "." in head[:_LONGEST_SITE] and (site := _SITE_IN_FRONT.match(head)):
        return [Span(start, start + site.end(1))]
    if "|" in head:
        at = 0
        for part in head.split("|")[:-1]:
            words = part.strip()
            if words and agencies.names_only(words, vocabulary):
                begin = start + head.index(words, at)
                return [Span(begin, begin + len(words))]
            at += len(part) + 1
    for form in (_PREFIX, _HYPHENED, _IN_CAPITALS, _CITY_IN_CAPITALS, _IN_A_COUNTRY):
        found = form.match(head)
        if found and agencies.names_only(found[1], vocabulary) and not _SYLLABLE.match(head, found.end(1)):
            return [Span(start, start + found.end(1))]
    if last := _last_of_dateline(head, vocabulary):
        return [Span(start + last.start, start + last.end)]
    for form, sign in ((_BETWEEN_SLASHES, "/"), (_LAST_OF_DATELINE, ",")):
        found = form.match(head) if sign in head else None
        if found and not _STATE.match(head, found.start(1)) and agencies.names_only(found[1], vocabulary):
            return [Span(start + found.start(1), start + found.end(1))]
    if byline := _after_a_byline(head, vocabulary):
        return [Span(start + byline.start, start + byline.end)]
    for seam in _SEAM.finditer(head, 0, _LONGEST_GLUED):
        if agencies.names_only(head[: seam.start()], vocabulary) and agencies.is_certain(
            head[: seam.start()], vocabulary
        ):
            return [Span(start, start + seam.start())]  # "ReutersThe envoy …", "AFPThousands …"
    placed = _BEFORE_A_DATELINE.search(head)
    if placed and agencies.names_only(head[: placed.start()], vocabulary):
        return [Span(start, start + placed.start())]
    known = agencies.opening(head, vocabulary)
    behind = _BEFORE_A_CAPITAL if _VIETNAMESE.search(head) else _BEFORE_A_SENTENCE
    if known and not head.startswith("The ") and behind.match(head, known):
        return [Span(start, start + known)]
    return []


def _last_of_dateline(head: str, vocabulary: Vocabulary) -> Span | None:
    """The agencies that an English dateline ends with: "Tehran, Oct 28, IRNA - …", "PARIS – AFP/REUTERS: …"."""
    named = () if _VIETNAMESE.search(head) else media.hits(head, vocabulary)
    if not named or named[0].start > _LONGEST_DATELINE or _STATE.match(head, named[0].start):
        return None
    start, end = named[0].start, named[0].end
    for hit in named[1:]:
        if not _JOINT.fullmatch(head, end, hit.start):
            break
        end = hit.end
    if head[:start].rstrip()[-1:] not in _SIGNS_IN_DATELINES or head.startswith("By "):
        return None
    ends = _BEHIND_A_DATELINE.match(head, end)
    return Span(start, end) if ends and _IN_A_DATELINE.fullmatch(head, 0, start) else None


def _unknown_in_a_dateline(text: str, span: Span) -> Span | None:
    """The name that nobody knows between a dateline and its sign: "AUCKLAND (NZN) – …", "Lusaka, May 8 (Echo): …"."""
    named = _NAMED_IN_A_DATELINE.match(text, span.start, span.start + _HEAD)  # its sign may part headline and text
    if named is None or not _IN_A_DATELINE.fullmatch(named["place"] + ", ") or named["name"].lower() in places.names():
        return None
    is_dated = any(sign.isdigit() for sign in named["place"])
    is_placed = named["place"].split()[0].strip(",").isupper() and named["name"].isupper()
    return Span(*named.span("name")) if is_dated or is_placed else None


def _after_a_byline(head: str, vocabulary: Vocabulary) -> Span | None:
    """The agency behind "By", with or without a reporter, glued to the text: "By Tarek Roe Reuters – Judges …"."""
    if head[:3].lower() != "by ":
        return None
    for word in islice(_WORD_OF_A_NAME.finditer(head, 3), _LONGEST_REPORTER):
        if known := agencies.opening(head[word.start() :], vocabulary):
            behind = head[word.start() + known :]
            return Span(word.start(), word.start() + known) if _BEHIND_A_BYLINE.match(behind) else None
    return None


def _at_the_end(text: str, span: Span, vocabulary: Vocabulary) -> Span | None:
    """The agency behind the last sentence, without a sign or even a space: "… five women had sued. PTI"."""
    begin = max(span.start, span.end - _LONGEST_LAST)
    if glued := credit_forms.glued_to_the_last(text, span.start, span.end):
        return glued
    last = _BEHIND_THE_LAST.search(text, begin, span.end)
    if last is None or not agencies.names_only(last[1], vocabulary) or not agencies.is_certain(last[1], vocabulary):
        return None
    return Span(*last.span(1))


def _in_brackets(text: str, span: Span, vocabulary: Vocabulary) -> list[Span]:
    """Credits in brackets behind a headline, a place, a sentence; amid one, unless they explain a name."""
    found = []
    for hit in _BRACKETS.finditer(text, span.start, span.end):
        words = hit[1].strip()
        known = agencies.names_only(words, vocabulary)
        if not known and not (" via " in words and agencies.is_credit(words, vocabulary)):
            continue
        if _OF_A_FILE.search(words):
            continue
        before, behind = text[max(span.start, hit.start() - 90) : hit.start()], text[hit.end() : hit.end() + 3]
        if _is_of_a_picture(text, hit.start()) or (behind[1:2].islower() and credit_places.explains(before, words)):
            continue
        if _stands_as_a_credit(before, behind) or (
            agencies.is_certain(words, vocabulary) and not credit_places.explains(before, words)
        ):
            begin = text.index(words, hit.start())
            found.append(Span(begin, begin + len(words)))
    return found or _glued(text, span, vocabulary)


def _is_of_a_picture(text: str, at: int) -> bool:
    """Whether the line above holds nothing but a picture: "![…](…) |", so that the line is its caption."""
    line = text.rfind("\n", 0, at)
    return line > 0 and bool(_PICTURE.match(text, text.rfind("\n", 0, line) + 1, line))


def _stands_as_a_credit(before: str, behind: str) -> bool:
    """Whether a sentence ends in front, or the text begins behind it."""
    if not before.strip() or before.rstrip()[-1:] in '.!?…”"':
        return True
    if _PLACE_AND_DASH.fullmatch(before) and behind[:1] == " " and behind[1:2].isupper():  # "OTTAWA — (CP) The …"
        return True
    return bool(_SIGN.match(behind)) or behind[:1].isupper() or (behind[:1] in '"“' and bool(behind[:1]))


def _glued(text: str, span: Span, vocabulary: Vocabulary) -> list[Span]:
    """The credit between a headline and its text, glued to both: "… against inflationBloombergIndia came …"."""
    stop = min(span.end, span.start + 2 * _HEAD)
    for found in _GLUED.finditer(text, span.start, stop):
        length = agencies.opening(text[found.start() : found.start() + 40], vocabulary, glued=True)
        if length and text[found.start() + length : found.start() + length + 1].isupper():
            return [Span(found.start(), found.start() + length)]
    return []
