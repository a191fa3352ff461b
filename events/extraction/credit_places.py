"""Where a page's items have their credits: a name that nobody knows, or a word, is one where most have theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from . import agencies, credit_slots, media
from .credit_slots import Candidate
from .patterns import regex
from .records import Item, Span

_MANY = 3  # items of a list
_HEAD = 110  # characters in front of brackets in which the name may stand that they explain
_BELOW_THE_LAST, _ABOVE_THE_FIRST = 300, 200  # characters in which lines may credit it
_SHARE_OF_PLACE = 0.5  # of the items that have their credits in one place, so that a name there is one
_AMID = regex(r"\s[(\[]([A-Z][\w.&' -]{1,34}?)[)\]](?=[\s,.;])")
_INTRODUCED = regex(  # the long form stands before: "Đài Truyền hình Việt Nam (VTV)"
    r"\b(?:agency|television|network|broadcaster|corporation|service|press|company|association|party|union|airport|"
    r"newspaper|đài|hãng|kênh|báo|thông tấn|truyền hình|phát thanh|tập đoàn|công ty|hiệp hội|đảng|tổ chức|cơ quan|"
    r"ủy ban|liên minh|lực lượng|quỹ)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_QUOTED_IN_FRONT = regex(r"[“\"‘][A-ZĐ][^\s”\"’]*(?:\s[^\s”\"’]+){0,4}[”\"’]\s?$")  # “Quân đội A-ra-can” (AA)
_NAME_IN_FRONT = regex(r"[A-ZĐÀ-Ỹ][\w.'-]*(?:\s(?:(?:of|the|and|for|de|du)\s){0,2}[A-ZĐÀ-Ỹ][\w.'-]*)*\s?$")


def unknown_ones(
    text: str, items: Sequence[Item], found: list[tuple[Span, ...]], *, surely: bool = False
) -> list[tuple[Span, ...]]:
    """The credits, with names that the gazetteer does not know in the places where the page has its credits.

    `surely`: only in places where most names are known.
    """
    if len(items) < _MANY or all(found):
        return found
    found = list(found)
    taken = {span.end for spans in found for span in spans}
    for slot, named in _places_of_credits(text, items, found):
        least = 0 if credit_slots.is_marked(slot) else credit_slots.A_BODY
        if surely and not _are_mostly_known(text, named):
            continue
        for number, candidate in named.items():
            span = candidate.span
            if found[number] or span.end in taken or credit_slots.weight(span.of(text)) <= least:
                continue
            if not _follows_its_name(text, span):
                found[number] = (span,)
                taken.add(span.end)
    return found


_LONGEST_AROUND = 40  # characters of a line beside the name in it
_LEAST_ALIKE = 2  # lines that credit in the same words


def in_the_same_words(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The credits, with names that nobody knows on lines that else read as those of other credits.

    "Read on Reuters", "Kyodo: read more" show what "Read on Zembla" is.
    """
    if len(items) < _MANY or all(found) or not any(found):
        return found
    around = Counter(filter(None, (_words_around(text, item, spans) for item, spans in zip(items, found, strict=True))))
    forms = [_as_pattern(*words) for words, number in around.items() if number >= _LEAST_ALIKE]
    if not forms:
        return found
    found = list(found)
    for number, item in enumerate(items):
        until = items[number + 1].start if number + 1 < len(items) else min(len(text), item.end + _BELOW_THE_LAST)
        since = items[number - 1].end if number else item.start  # its headline may have been left out
        if not found[number]:
            taken = [span for spans in found for span in spans]
            named = _in_forms(text, since, until, forms)
            new = (one for one in named if not any(span.start <= one.start < span.end for span in taken))
            found[number] = next(((one,) for one in new), ())
    return found


def _words_around(text: str, item: Item, spans: Sequence[Span]) -> tuple[str, str] | None:
    """What stands in front of the credit and behind it on its line, below the item's first; None if nothing does."""
    hits = media.hits(spans[0].of(text), None) if spans and spans[0].start >= item.start else ()
    if not hits:
        return None
    name = Span(spans[0].start + hits[0].start, spans[0].start + hits[-1].end)
    start, end = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    end = len(text) if end < 0 else end
    before, behind = text[start : name.start].strip(), text[name.end : end].strip()
    if start <= item.start or not before + behind or len(before) + len(behind) > _LONGEST_AROUND:
        return None
    return _NUMBER.sub("0", before), _NUMBER.sub("0", behind)


_NUMBER = regex(r"\d+")


def _as_pattern(before: str, behind: str) -> re.Pattern[str]:
    before, behind = (re.escape(part).replace("0", r"\d+") for part in (before, behind))
    return regex(rf"[ \t]*{before}\s?{credit_slots.NAME}\s?{behind}[ \t]*")


def _in_forms(text: str, start: int, until: int, forms: Sequence[re.Pattern[str]]) -> Iterator[Span]:
    at = text.rfind("\n", 0, start) + 1
    while at < until:
        end = text.find("\n", at, until)
        end = until if end < 0 else end
        if end - at <= 3 * _LONGEST_AROUND:
            for form in forms:
                named = form.fullmatch(text, at, end)
                if named and credit_slots.weight(named["name"]) > credit_slots.A_BODY:
                    yield Span(*named.span("name"))
        at = end + 1


def amid_texts(text: str, items: Sequence[Item], found: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The credits, with words in brackets amid texts that are papers where most items have theirs there."""
    if len(items) < _MANY or all(found):
        return found
    amid = sum(_stands_amid(text, item, spans) for item, spans in zip(items, found, strict=True))
    if amid >= max(_MANY - 1, _SHARE_OF_PLACE * len(items)):
        return [spans or _word_amid(text, item) for item, spans in zip(items, found, strict=True)]
    return found


def _places_of_credits(
    text: str, items: Sequence[Item], found: Sequence[tuple[Span, ...]]
) -> list[tuple[tuple, dict[int, Candidate]]]:
    """The places in which the page's items have credits, the surest first, with the name in each item's."""
    slots: dict[tuple, dict[int, Candidate]] = {}
    for number, item in enumerate(items):
        since = items[number - 1].end if number else max(0, item.start - _ABOVE_THE_FIRST)
        until = items[number + 1].start if number + 1 < len(items) else min(len(text), item.end + _BELOW_THE_LAST)
        for candidate in credit_slots.of_item(text, item, until, since):
            slots.setdefault(candidate.slot, {}).setdefault(number, candidate)
    sure = []
    for slot, named in slots.items():
        if credit_slots.is_above(slot) and 0 not in named:
            continue  # what stands above the others is theirs in front of them
        if strength := _strength(text, slot, named, found, len(items)):
            sure.append((strength, slot, named))
    return [(slot, named) for _, slot, named in sorted(sure, key=lambda one: -one[0])]


_FEW_KNOWN, _HALF_KNOWN, _NONE_KNOWN = (0.4, 0.8), (0.6, 0.8), (0.8, 0.6)  # share of items, mean weight of names
_MOST_KNOWN = 0.66  # of the names in a place that only some items have
_LEAST_ALL_NEW = 4  # names of a place in which nobody knows one


def _strength(
    text: str, slot: tuple, named: dict[int, Candidate], found: Sequence[tuple[Span, ...]], items: int
) -> float:
    """How surely a place is that of credits: how many items have a name there, and what these are; 0 for none."""
    weights = []
    for number, candidate in named.items():
        is_read = any(span.start <= candidate.span.start < span.end for span in found[number])
        weights.append(credit_slots.KNOWN if is_read else credit_slots.weight(candidate.span.of(text)))
    share, mean = len(named) / items, sum(weights) / len(weights)
    known = weights.count(credit_slots.KNOWN)
    labelled = sum(candidate.labelled for candidate in named.values())
    if known >= 2:
        least = _FEW_KNOWN
    elif known:
        least = _HALF_KNOWN
    else:
        least = _NONE_KNOWN
    names = {candidate.span.of(text) for candidate in named.values()}
    if labelled == len(named) and mean > 0:
        return share * mean + 1
    is_mostly_known = known >= _MANY and known >= _MOST_KNOWN * len(named)
    if (share >= least[0] or is_mostly_known) and mean >= least[1] and (len(names) > 1 or known == len(named)):
        return share * mean
    all_new = (
        credit_slots.is_marked(slot)
        and len(names) >= max(_LEAST_ALL_NEW, len(named) / 2)
        and min(weights) > 0
        and share >= _NONE_KNOWN[0]
    )
    return share * mean if all_new else 0.0


def _are_mostly_known(text: str, named: dict[int, Candidate]) -> bool:
    weights = [credit_slots.weight(candidate.span.of(text)) for candidate in named.values()]
    return len(named) >= _MANY and weights.count(credit_slots.KNOWN) >= _MOST_KNOWN * len(weights)


def _follows_its_name(text: str, span: Span) -> bool:
    """Whether brackets hold the short form of the name in front of them."""
    return text[span.start - 1] in "([" and explains(text[max(0, span.start - _HEAD) : span.start - 1], span.of(text))


def _stands_amid(text: str, item: Item, spans: Sequence[Span]) -> bool:
    """Whether the item's credit stands in brackets within its text."""
    if not spans or not item.start < spans[0].start < item.end:
        return False
    return text[spans[0].start - 1] in "([" and text[spans[0].end : spans[0].end + 1] in (")", "]")


def _word_amid(text: str, item: Item) -> tuple[Span, ...]:
    """The first known name in brackets in the item's text that explains nothing: "… a strike (Dawn)"."""
    for hit in _AMID.finditer(text, item.start, item.end):
        if agencies.names_only(hit[1]) and not explains(
            text[max(item.start, hit.start() - _HEAD) : hit.start()], hit[1]
        ):
            return (Span(*hit.span(1)),)
    return ()


def explains(before: str, words: str) -> bool:
    """Whether the brackets hold the short form of the name in front of them: "Voice of America (VOA)"."""
    if _INTRODUCED.search(before) or (words.isupper() and _QUOTED_IN_FRONT.search(before)):
        return True
    name = _NAME_IN_FRONT.search(before)
    return name is not None and name[0].removeprefix("The ")[0] == words[0] and words.isupper()
