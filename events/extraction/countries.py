"""Which country a name means where it stands, and where it means none.

The gazetteer offers; this room decides. English trouble is mostly a place that is also a person ("Jordan Peterson") or
another place (Georgia the state); Vietnamese trouble is the short names, which are ordinary words and people's names
too: `anh` (he), `ý` (idea), `áo` (shirt), Nga and Mỹ (women's names), Đức (a man's).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import gazetteer
from .matcher import Hit
from .patterns import regex
from .records import Mention

KIND = "country"

# Between two countries named side by side: "Nga - Triều", "Mỹ/Hàn", "Trung, Nhật", "Nga và Trung".
_HYPHENED = regex(r" ?[-–—/] ?$")
_BESIDE = regex(r"(?: ?[-–—/,] ?| và )$")
# Short forms that are too common as words to count after a mere comma.
_HYPHEN_ONLY = gazetteer.word_set("vi-hyphen-only")

_HONORIFICS = gazetteer.word_set("vi-honorifics")
_NOT_HONORIFIC_AFTER = gazetteer.word_set("vi-no-honorific-after")
_NAME_PARTS = gazetteer.words("vietnamese-name-parts.tsv")
_HE_VERBS = gazetteer.word_set("vi-he-verbs")
_AFTER_SHORT_NAME = gazetteer.word_set("vi-after-short-name")
_SENTENCE_START = regex(r"(?:^|[.!?:;…\"“”'(\n*•–—-])\s*$")

_GIVEN_PLACES = gazetteer.words("given-places.tsv")
_FIRST_HALVES = {row[0]: row[1] for row in gazetteer.rows("first-halves.tsv")}
_FIRST_HALF = regex(rf"\b({'|'.join(_FIRST_HALVES)})-$")
_ACTS = gazetteer.word_set("acts-not-place")
_PLACED = regex(r"(?:\b(?:in|at|from|near|outside|tại|ở|từ|thủ đô|thành phố) $)", re.IGNORECASE)


def resolve(text: str, hits: Sequence[Hit], language: str) -> list[Mention]:
    """The country mentions among the hits, in order; "the two Koreas" gives two on the same words.

    Where "Brussels" acts or is dealt with, it is the European Union.

    `text` is the plain text the hits were found in; hits of other kinds are passed over.
    """
    readings = _Readings(text)
    named = {hit.entry.values for hit in hits if hit.entry.sort != "word"}
    accepted: dict[int, tuple[str, ...]] = {}
    unsure: list[int] = []
    for index, hit in enumerate(hits):
        entry = hit.of(KIND)
        if entry is None or _is_money(text, hit) or _is_a_continent(text, hit):
            continue
        if (entry.sort == "joint" and not _is_governed(text, hit)) or (
            entry.sort == "word" and not _is_country_word(text, hits, index, named)
        ):
            unsure.append(index)
        elif _is_part_of_a_person(text, hit, language):
            continue
        else:
            accepted[index] = readings.of(hit, language)
    _join(text, hits, accepted, unsure)
    _let_printed_country_win(text, hits, accepted)
    found: list[Mention] = []
    for index in sorted(accepted):
        hit = hits[index]
        if _is_seat_of_a_body(text, hits, index, named):
            if hit.entry.values == ("BE",) and (("EU",) in named or ("NATO",) not in named):
                found.append(Mention(hit.start, hit.end, "organization", "EU"))
            continue
        if hit.start and text[hit.start - 1] == "-" and (first := _first_of_two(text, hit.start)):
            found.append(first)
        found += [Mention(hit.start, hit.end, KIND, value) for value in accepted[index]]
    return found


def _is_a_continent(text: str, hit: Hit) -> bool:
    """Whether it is a desk's shelf in front of a country: "AMERICA/HAITI - …"."""
    return (
        text[hit.end : hit.end + 1] == "/"
        and hit.text.upper() == "AMERICA"
        and text[hit.end + 1 : hit.end + 2].isupper()
    )


def _is_money(text: str, hit: Hit) -> bool:
    """Whether it only names an amount's money: "US$26 billion", "two million Canadian dollars", "sáu tỷ yên Nhật"."""
    if text[hit.end : hit.end + 1] == "$":
        return True
    if text[hit.end : hit.end + 1] in (" ", "-") and _word_after(text, hit.end - (text[hit.end] == "-")) in _MONEY:
        return _AMOUNT.search(text[max(0, hit.start - _MONEY_REACH) : hit.start]) is not None
    return hit.start > 0 and _MONEY_BEFORE.search(text[max(0, hit.start - _MONEY_REACH) : hit.start]) is not None


_MONEY = gazetteer.word_set("money")
_MONEY_REACH = 32  # characters
_AMOUNT = regex(r"(?:\d|[mb]n|[mbtr]+illion|hundred|thousand)[ -]$")
_MONEY_BEFORE = regex(
    r"(?:\d|triệu|t[ỷỉ]|nghìn|ngàn|trăm|chục|vạn) (?:đồng )?"
    r"(?:đô[ -]?la|đôla|dollar|bảng|yên|yen|euro|won|peso|franc|rúp|rupee|rupi|nhân dân tệ|baht|bạt) $"
)


def _first_of_two(text: str, start: int) -> Mention | None:
    """The country of the first half of "Franco-German", whose second half begins at `start`."""
    before = _FIRST_HALF.search(text[max(0, start - 12) : start])
    if before is None:
        return None
    begin = start - len(before[0])
    return Mention(begin, start - 1, KIND, _FIRST_HALVES[before[1]])


def _join(text: str, hits: Sequence[Hit], accepted: dict[int, tuple[str, ...]], unsure: list[int]) -> None:
    """Accept the short forms that stand beside an accepted country; a chain is followed in both directions."""
    waiting = set(unsure)
    for order in (unsure, list(reversed(unsure)), unsure):
        for index in order:
            if index not in waiting:
                continue
            neighbours = [other for other in (index - 1, index + 1) if 0 <= other < len(hits)]
            for other in neighbours:
                left, right = sorted((index, other))
                gap = text[hits[left].end : hits[right].start]
                joins = _HYPHENED if hits[index].text.casefold() in _HYPHEN_ONLY else _BESIDE
                both_unsure = other in waiting and hits[other].entry.sort == "joint" and _HYPHENED.fullmatch(gap)
                if joins.fullmatch(gap) and (
                    other in accepted or hits[other].entry.kind == "organization" or both_unsure
                ):
                    accepted[index] = hits[index].entry.values
                    waiting.discard(index)
                    if both_unsure:
                        accepted[other] = hits[other].entry.values
                        waiting.discard(other)
                    break


def _is_governed(text: str, hit: Hit) -> bool:
    """Whether a short form stands behind what countries have: "Tổng thống Phi", "quân đội Ấn"."""
    if hit.text.casefold() in _HYPHEN_ONLY or not hit.text[:1].isupper() or _word_after(text, hit.end)[:1].isupper():
        return False
    last = _word_before(text, hit.start)
    first = _word_before(text, hit.start - len(last) - 1) if last else ""
    return f"{first}_{last}".lower() in _OF_COUNTRIES


_OF_COUNTRIES = gazetteer.word_set("vi-of-countries")


def _word_before(text: str, start: int) -> str:
    """The word right before, one space away; empty at the start of a line or after punctuation."""
    if start < 2 or text[start - 1] != " ":
        return ""
    begin = start - 1
    while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "-'"):
        begin -= 1
    return text[begin : start - 1]


def _word_after(text: str, end: int) -> str:
    """The word right after, one space away; empty before punctuation."""
    if end + 1 >= len(text) or text[end] != " ":
        return ""
    stop = end + 1
    while stop < len(text) and (text[stop].isalnum() or text[stop] in "-'"):
        stop += 1
    return text[end + 1 : stop]


def _is_country_word(text: str, hits: Sequence[Hit], index: int, named: set[tuple[str, ...]]) -> bool:
    """Whether a Vietnamese short name (Mỹ, Nga, Anh …) is the country here, not a word or a person."""
    hit = hits[index]
    if hit.text != hit.text.capitalize() and not _in_capitals(text, hit):
        return False
    before, after = _word_before(text, hit.start), _word_after(text, hit.end)
    shouted = _in_capitals(text, hit)
    if before.casefold() in _HONORIFICS and not shouted:
        earlier = _word_before(text, hit.start - len(before) - 1).casefold()
        return before[:1].islower() and earlier in _NOT_HONORIFIC_AFTER
    if shouted:
        return True
    if before[:1].isupper() and before in _NAME_PARTS and not _ends_at(hits, index - 1, hit.start - 1):
        earlier = _word_before(text, hit.start - len(before) - 1)
        if (earlier, before) not in _COMPOUNDS and not (before in _SIDES and earlier.lower() in _TOWARDS):
            return False
    if (
        after[:1].isupper()
        and after not in _AFTER_SHORT_NAME
        and not _starts_at(hits, index + 1, hit.end + 1)
        and (after in _NAME_PARTS or (not after.isascii() and not _foreign(after)))
    ):
        return False
    if hit.text == "Anh" and after[:1].isupper() and _opens_a_sentence(text, hit):  # "Anh Mỹ", "Anh Devon": Mr
        return _starts_at(hits, index + 1, hit.end + 1) and hits[index + 1].entry.sort not in ("word", "joint")
    if hit.text == "Tàu":  # in capitals inside a sentence, China; a ship is small there
        return not _opens_a_sentence(text, hit) and not after[:1].isupper() and after not in _KINDS_OF_SHIP
    return hit.text != "Anh" or not _is_he(text, hit, after, named)


# Two words in capitals that are no person's name in front of a country: "Hải Quân Mỹ", "Nữ Hoàng Anh".
_COMPOUNDS = frozenset(tuple(pair.split("_")) for pair in gazetteer.word_set("vi-compounds"))
_SIDES, _TOWARDS = gazetteer.word_set("vi-sides"), gazetteer.word_set("vi-towards")
_KINDS_OF_SHIP = gazetteer.word_set("vi-kinds-of-ship")


def _foreign(word: str) -> bool:
    """Whether a capitalised word with marks is no Vietnamese syllable: François, Erdoğan, Sánchez."""
    return len(word) > 7 or any(letter in "çğšžčćñößüøåæłńśışÇŠŽÖÜØÅ" for letter in word)


def _is_he(text: str, hit: Hit, after: str, named: set[tuple[str, ...]]) -> bool:
    if not _opens_a_sentence(text, hit) or after not in _HE_VERBS:
        return False
    return ("GB",) not in named


def _opens_a_sentence(text: str, hit: Hit) -> bool:
    return _SENTENCE_START.search(text[max(0, hit.start - 3) : hit.start]) is not None


def _in_capitals(text: str, hit: Hit) -> bool:
    """Whether the hit stands among words in capitals, where case says nothing."""
    before, after = _word_before(text, hit.start), _word_after(text, hit.end)
    return hit.text.isupper() and (
        (len(before) > 1 and before.isupper()) or (len(after) > 1 and after.isupper()) or len(hit.text) > 3
    )


def _ends_at(hits: Sequence[Hit], index: int, end: int) -> bool:
    return 0 <= index < len(hits) and hits[index].end == end


def _starts_at(hits: Sequence[Hit], index: int, start: int) -> bool:
    return 0 <= index < len(hits) and hits[index].start == start


def _is_part_of_a_person(text: str, hit: Hit, language: str) -> bool:
    """Whether a place that is also a personal name stands beside another name: "Jordan Bardella"."""
    if text[max(0, hit.start - 3) : hit.start] in ("al-", "Al-", "el-", "El-"):
        return True  # "al-Sabah"
    if hit.text not in _GIVEN_PLACES:
        return False
    before, after = _word_before(text, hit.start), _word_after(text, hit.end)
    if language != "vi" and after[:1].isupper() and not after.isupper() and after not in _AFTER_A_PLACE:
        return after not in _THINGS
    if language == "vi" and before.casefold() in _ONE_SYLLABLE:  # "ông Chad", but "người đàn ông Israel"
        earlier = _word_before(text, hit.start - len(before) - 1).casefold()
        return before[:1].isupper() or earlier not in _NOT_HONORIFIC_AFTER
    return before in _GIVEN_NAMES or before in _PARTICLES  # "Mr. del Rosario"


_GIVEN_NAMES = gazetteer.words("given-names.tsv")
_ONE_SYLLABLE = gazetteer.word_set("vi-one-syllable")
_THINGS = gazetteer.words("not-people.tsv") - gazetteer.word_set("surnames-too")  # "Cyprus Airways"
_PARTICLES = gazetteer.word_set("particles") - {"de", "la", "al"}  # "Río de Janeiro", "La Plata"
_AFTER_A_PLACE = gazetteer.words("after-a-place.tsv")


def _let_printed_country_win(text: str, hits: Sequence[Hit], accepted: dict[int, tuple[str, ...]]) -> None:
    """ "Tripoli, Lebanon", "Valencia (Venezuela)": the country printed after a place is the place's country."""
    for index in sorted(accepted):
        following = accepted.get(index + 1)
        if hits[index].entry.sort != "city" or following is None or following == accepted[index]:
            continue
        gap = text[hits[index].end : hits[index + 1].start]
        if gap in (", ", " (") and hits[index + 1].entry.sort in ("name", "word", "area"):
            closing = text[hits[index + 1].end : hits[index + 1].end + 1]
            if gap == " (" or closing in (",", ")", ".", ";", " ", ":"):
                ambiguous = hits[index].text in _AMBIGUOUS_CITIES or gap == " ("
                if ambiguous:
                    accepted[index] = following


_AMBIGUOUS_CITIES = gazetteer.word_set("ambiguous-cities")


def _is_seat_of_a_body(text: str, hits: Sequence[Hit], index: int, named: set[tuple[str, ...]]) -> bool:
    """Whether a capital stands for what has its seat there.

    "Brussels" is the European Union where the Union is named and nothing says it is the place; "The Hague" beside the
    name of an international court is that court.
    """
    hit = hits[index]
    if hit.entry.sort != "capital" or hit.entry.values not in (("BE",), ("NL",)):
        return False
    if hit.entry.values == ("NL",):
        near = (other for other in hits[max(0, index - 6) : index + 7] if other.entry.kind == "organization")
        return hit.text in _HAGUE and any(other.entry.values[0] in _COURTS for other in near)
    if _PLACED.search(text[max(0, hit.start - 12) : hit.start]) or text[hit.end : hit.end + 2] in (" (", ", "):
        return False
    if bool(named & {("EU",), ("NATO",)}) or _DEALT_WITH.search(text[max(0, hit.start - 12) : hit.start]):
        return not _OF_THE_CITY.match(text, hit.end)
    return _word_after(text, hit.end) in _ACTS  # "Brussels has warned"


_DEALT_WITH = regex(  # "talks with Brussels", "urged Brussels"
    r"\b(?:with|against|by|told|tells|urge[sd]?|warn(?:s|ed)|ask(?:s|ed)|accus(?:es|ed)|defie[sd]|với|cáo buộc|yêu cầu"
    r"|thuyết phục|kêu gọi|cảnh báo|thách thức) $"
)
_OF_THE_CITY = regex(
    r"(?i: (?:airport|police|court|prosecutors?|metro|mayor|hospital|region|attacks?|bombings?|suburb|zoo))"
)
LONGEST_PARAGRAPH = 2000  # characters
NEAR = 300  # characters
_HAGUE = frozenset(("The Hague", "the Hague", "La Haye", "La Hay", "THE HAGUE"))
_COURTS = frozenset(("ICC", "ICJ", "PCA", "ICTY", "OPCW"))


class _Readings:
    """Decides names that mean another place in other company, by the company the whole document keeps."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: dict[tuple[str, int, int], tuple[int, int]] = {}

    def of(self, hit: Hit, language: str) -> tuple[str, ...]:
        for row in _READINGS.get(hit.text) or _READINGS.get(hit.text.title()) or ():
            if row[0] == language or (language not in gazetteer.LANGUAGES and row[0] == "en"):
                return self._decide(row, hit)
        entry = hit.of(KIND)
        return entry.values if entry else ()

    def _decide(self, row: list[str], hit: Hit) -> tuple[str, ...]:
        """The reading the line speaks for; where it says nothing, the lines around, then the document."""
        begin = self._text.rfind("\n", max(0, hit.start - LONGEST_PARAGRAPH), hit.start) + 1
        end = self._text.find("\n", hit.end, hit.end + LONGEST_PARAGRAPH)
        begin, end = max(begin, hit.start // NEAR * NEAR - LONGEST_PARAGRAPH), end if end >= 0 else hit.end + NEAR
        near = hit.start // NEAR * NEAR  # in steps, so that a text full of one name is counted a few times only
        for stretch in ((begin, end), (max(0, near - NEAR), near + 2 * NEAR), (0, len(self._text))):
            usual, instead = self._weighed(row, *stretch)
            if usual != instead:
                break
        chosen = row[4] if instead > usual else row[2]
        return (chosen,) if chosen else ()

    def _weighed(self, row: list[str], begin: int, end: int) -> tuple[int, int]:
        """How many words speak for the usual reading, and how many for the other, in a stretch of the text."""
        key = (row[1], begin, end)
        if key not in self._counts:
            stretch = self._text[begin:end]
            usual, instead = (
                sum(word in stretch or word.upper() in stretch for word in row[index].split("|")) for index in (3, 5)
            )
            self._counts[key] = usual, instead
        return self._counts[key]


_READINGS: dict[str, list[list[str]]] = {}
for _row in gazetteer.rows("readings.tsv"):
    _READINGS.setdefault(_row[1], []).append(_row)
