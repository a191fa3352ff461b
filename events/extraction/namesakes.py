"""Places whose names are also people's, words or other countries': what they are where they stand, if anything.

A place that is a word too is kept where the words around say so: "Gunmen in Tank", "Oyo State", "the port of Split",
"Cork, Ireland", "tỉnh Sơn Tây". One of several countries is that of the country which the company names: Punjab beside
Quetta is Pakistan's, beside Amritsar India's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from . import gazetteer
from .matcher import Entry, Hit
from .patterns import regex

KIND = "country"
PLACED, SHARED = "placed", "shared"  # kinds of places.*.tsv
_SORTS = frozenset((PLACED, SHARED))
_REACH = 40  # characters before and behind a name in which such words stand
_NEAR = 300  # characters on either side of a name in which its country may be named
_WITHIN = regex(r"(?i:\bin|\bnear|\boutside|\baround|\bdowntown)(?: the)? $")
_SIDE = regex(
    r"(?i:\b(?:north|south|east|west|central|upper|lower|rural|greater)(?:ern)?"
    r"|\b(?:north|south)[- ]?(?:east|west)(?:ern)?)(?: of)? $"
)
_KIND_OF = regex(
    r"(?i:\b(?:city|town|township|village|province|state|district|region|county|governorate|prefecture|port|island"
    r"|municipality|suburb|valley|area)) of $"
)
_KIND_BEHIND = regex(
    r" (?:(?:local government|metropolitan) )?(?i:city|cities|town|township|province|provinces|state|district|districts"
    r"|region|county|counties|governorate|prefecture|oblast|canton|municipality|division|tehsil|taluka|sub-district"
    r"|suburb|valley|airport|island|islands|LGA|villages?|area|agency|tribal district|upazila|parish)\b(?! of\b)"
)
_DATELINE = regex(r" ?[-–—:] |, [A-Z][a-z]{2,8}\.? \d| ?\([A-Z][^)\n]{1,40}\)")
_OPENS_A_LINE = regex(r"(?:^|\n)[ *•]*$")
_GOES_ON = regex(r"[ -][^\W\d_a-zà-ỹ]|'s\b|-")  # with a capital: part of a longer name
_WITHIN_VI = regex(
    r"(?i:\b(?:ở|tại|tỉnh|thành phố|tp\.?|bang|huyện|quận|thị trấn|thị xã|vùng|khu vực|đảo|cảng|làng|xã|hạt|sân bay"
    r"|miền (?:bắc|nam|đông|tây|trung)|phía (?:bắc|nam|đông|tây)|gần|ngoại ô|thủ phủ)) $"
)
_STORMS = ("yclone ", "yphoon ", "urricane ", "Storm ", "storm ", "bão ", "Bão ")
_TOWNS = frozenset(("city", "area", PLACED, SHARED))
_OPENERS = gazetteer.word_set("before-places") | {"the", "a", "an", "as", "when", "while"}


def settled(text: str, hits: Sequence[Hit], language: str) -> list[Hit]:
    """The hits with such names as what they are here. Where they are no places, what else they may mean stays.

    Storms bear names of places too, and so do accords and papers: "Cyclone Gombe", "the Minsk protocol".
    """
    kept: list[Hit] = []
    anywhere = Counter(hit.entry.values for hit in hits if _is_surely_a_place(hit))
    for index, hit in enumerate(hits):
        sort = hit.entry.sort
        if hit.entry.kind == KIND and (
            (sort in _TOWNS and text.endswith(_STORMS, 0, hit.start)) or _only_names_another(text, hit)
        ):
            continue
        if sort not in _SORTS:
            kept.append(hit)
            continue
        entry = _whose(hits, index, anywhere) if sort == SHARED or _is_a_place(text, hits, index, language) else None
        if entry is not None:
            kept.append(hit._replace(entries=(entry,), entry=entry))
        elif others := tuple(entry for entry in hit.entries if entry.sort not in _SORTS):
            kept.append(hit._replace(entries=others, entry=others[0]))
    return kept


def _only_names_another(text: str, hit: Hit) -> bool:
    """Whether a place only stands in the name of an accord or of a paper: "the Minsk protocol", "Bahrain Mirror".

    Or a people's name in that of its language: "Russian-speaking", "tiếng Rumani", but "nổi tiếng Nam Hàn".
    """
    if text.endswith("tiếng ", 0, hit.start):
        return not text.endswith(("nổi tiếng ", "có tiếng ", "danh tiếng "), 0, hit.start)
    if hit.entry.sort == "adj":
        return text[hit.end : hit.end + 1] in ("-", " ") and _LANGUAGES.match(text, hit.end) is not None
    if text.endswith(("Từ ", "từ "), 0, hit.start) and text[hit.end : hit.end + 2] == ", ":
        return _CORRESPONDENTS.match(text, hit.end) is not None
    if hit.entry.sort not in _PLACES:
        return False
    if text[hit.end : hit.end + 1] == " " and _PAPERS.match(text, hit.end):
        return True
    if hit.entry.sort not in ("capital", "city"):
        return False
    before = text[max(0, hit.start - _REACH) : hit.start]
    return _ACCORDS.match(text, hit.end) is not None or _ACCORDS_VI.search(before) is not None


_PLACES = frozenset(("name", "capital", "city", "area"))
_PAPERS = regex(
    r" (?:(?:Daily|Sunday|Weekly|National) )?(?:Times|Post|Herald|Mirror|Observer|Tribune|Gleaner|Chronicle|Gazette"
    r"|Guardian|Telegraph|Bulletin|Inquirer|Courier|Examiner|Insider|Weekly|Daily|Spectator|Broadcasting|Television"
    r"|Newsroom|Newsday)\b"
)
_LANGUAGES = regex(r"[- ](?:language|speaking|speakers?)\b")
_CORRESPONDENTS = regex(r", (?:thông tín viên|đặc phái viên|phóng viên|thông tin viên|cộng tác viên)\b")
_ACCORDS = regex(
    r" (?i:(?:peace |climate |nuclear |power-sharing |ceasefire )?(?:accords?|agreements?|protocol|convention|treaty"
    r"|process|memorandum|pact|declaration|statute|round))\b(?! (?:with|between)\b)"
)
_ACCORDS_VI = regex(
    r"(?i:công ước|hiệp định|hiệp ước|thỏa thuận|thoả thuận|nghị định thư|tiến trình|bản ghi nhớ|quy chế|hội chứng"
    r"|liên hoan phim|vòng đàm phán|tuyên bố)(?: (?:khí hậu|hòa bình|hoà bình))? $"
)


def _is_surely_a_place(hit: Hit) -> bool:
    return hit.entry.kind == KIND and hit.entry.sort not in _SORTS


def _whose(hits: Sequence[Hit], index: int, anywhere: Counter[tuple[str, ...]]) -> Entry | None:
    """The country that has the place here: the only one that has it, else the one that is named most nearby.

    Or most in the whole text: `anywhere` counts that, once for all names, since hostile texts hold thousands.
    """
    hit = hits[index]
    candidates = {entry.values: entry for entry in hit.entries if entry.sort in _SORTS}
    if len(candidates) == 1:
        return hit.entry
    for named in (_named_around(hits, index), anywhere):
        counts = {values: named[values] for values in candidates if named[values]}
        if counts:
            return candidates[max(counts, key=lambda values: counts[values])]
    return None


def _named_around(hits: Sequence[Hit], index: int) -> Counter[tuple[str, ...]]:
    """How often each country is named nearby; names in doubt do not count."""
    hit, found = hits[index], Counter[tuple[str, ...]]()
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(hits) and abs(hits[at].start - hit.start) <= _NEAR:
            if _is_surely_a_place(hits[at]):
                found[hits[at].entry.values] += 1
            at += step
    return found


def _is_a_place(text: str, hits: Sequence[Hit], index: int, language: str) -> bool:
    hit = hits[index]
    before, behind = text[max(0, hit.start - _REACH) : hit.start], text[hit.end : hit.end + _REACH]
    if language != "en" and _WITHIN_VI.search(before):
        return _GOES_ON.match(behind) is None
    if _is_followed_by_its_country(text, hits, index):
        return True
    if language == "vi":
        return False
    if _KIND_BEHIND.match(behind):
        return not _follows_a_name(before)
    if _GOES_ON.match(behind):
        return False
    if hit.text.isupper() and _OPENS_A_LINE.search(before) and _DATELINE.match(behind):
        return True
    return any(pattern.search(before) for pattern in (_WITHIN, _SIDE, _KIND_OF))


def _follows_a_name(before: str) -> bool:
    """Whether a capitalised word stands right before, so that both may be one name: "Kemal Zaria district"."""
    words = before.split(" ")
    return len(words) > 1 and not words[-1] and words[-2][:1].isupper() and words[-2].lower() not in _OPENERS


def _is_followed_by_its_country(text: str, hits: Sequence[Hit], index: int) -> bool:
    """Whether its country or a larger place in it comes next: "Cork, Ireland", "Split (Croatia)"."""
    if index + 1 >= len(hits) or text[hits[index].end : hits[index + 1].start] not in (", ", " ("):
        return False
    following = hits[index + 1].entry
    return following.kind == KIND and any(entry.values == following.values for entry in hits[index].entries)
