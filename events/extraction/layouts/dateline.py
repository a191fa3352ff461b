"""`dateline`: round-ups whose items open with a place: `PARIS - text`, `BRASILIA, Brazil (AP) — text`.

Also with a country in capitals (`CHINA-VIETNAM text`, `JAPAN's prime minister …`) or a website in brackets.
"""

from __future__ import annotations

import re
from functools import cache

from events.extraction import agencies, gazetteer, places, sentences
from events.extraction.layouts.blocks import (
    LEAST_SHARE_OF_ITSELF,
    Block,
    Opening,
    is_the_pages_own,
    leads_an_article,
    openings_in,
)
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span
from events.extraction.remembered import remembered

NAME = "dateline"

_WINDOW = 90
_LEAST_SHARE, _LEAST_SHARE_OF_MANY = 0.25, 0.12  # of a block's lines
_PLACE = regex(
    r"(?P<place>[^\W\d_][^\d:;!?\"“”()\n]{1,45}?)\s*(?:\((?P<credit>[^()\n]{2,40})\)\s*(?:[-–—]{1,2}\s*|:\s+|_\s)|\s[-–—]{1,2}\s*|[–—]\s*)(?=[\"“‘'«(\[]?[^\W_])"
)
_SITE = regex(
    r"\(?(?P<site>[A-Za-z0-9À-ỹ]+\.(?:vn|com|net|org|info|VN|COM|NET|ORG))\)?\s*[-–—.:]{1,2}\s+(?=[\"“‘'«(\[]?[^\W_])"
)
_BRACKETS = regex(r"[(\[](?P<source>[^\W\d_][^()\[\]\d\n]{1,35})[)\]]\s?[-–—:]{1,2}\s*(?=[\"“‘'«(\[]?[^\W_])")
_LONGEST_SLUG, _JOINS = 50, "-–/&"
_DATED = regex(  # a place, then a country, a day or a source, each in its place: "New York (USA), 5/3 (AFP) - "
    r"(?:(?:Tại|Tin từ|Từ|Thủ đô|Thành phố|TP\.?|Tỉnh|Bang)\s+)?"
    r"(?P<place>[^\W\d_][^\d:;!?\"“”()\[\]\n|]{1,40}?)\.?"
    r"(?:\s*\((?P<within>[^()\d\n]{2,30})\))?"
    r"(?P<day>,?\s*(?:ngày\s+)?\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|,?\s*(?:[A-Z][a-z]{2,8}\.?\s)\d{1,2}(?:,\s(?:19|20)\d\d)?"
    r"|,?\s\d{1,2}\s[A-Z][A-Za-z]{2,8}\.?(?:,?\s(?:19|20)\d\d)?)?"
    r"(?:,?\s*[(\[](?P<credit>[^()\[\]\n]{2,40})[)\]])?"
    r"(?P<sign>\s?[-–—]{1,6}\s*|\s?:\s+|\s\|\s)(?=[\"“‘'«(\[]?[^\W_])"
)
_BARE_BRACKETS = regex(r"[(\[](?P<place>[^\W\d_][^()\[\]\d\n]{1,35})[)\]]\s+(?=[\"“‘'«]?[^\W_])")
_GLUED = regex(  # "AFP, TIRANAThe strongest …", "ITALYman from …"
    r"(?:(?P<credit>[A-Z][\w ]{1,24}),\s)?(?P<place>[A-ZĐ][A-ZĐ .'-]{2,24})(?=[a-z])"
)
_SHORTEST_GLUED = 4  # letters: "USAid" holds no place
_UNSIGNED = regex(  # "Mexico City, Aug 22 (Prensa Latina) The government …"
    r"(?P<place>[^\W\d_][^\d:;!?\"“”()\[\]\n|]{1,40}?)\.?"
    r",?\s(?:(?:ngày\s+)?\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|[A-Z][a-z]{2,8}\.?\s\d{1,2})"
    r",?\s*[(\[](?P<credit>[^()\[\]\n]{2,40})[)\]]\s*(?=[\"“‘]?[A-ZĐÀ-Ỹ])"
)
_SIGN = regex(r"[-–—:|(\[]")  # what all but a website and a slug have
_MOST_WORDS = 5
_DASH, _LONGEST_ASIDE = regex(r"\s[-–—]{1,2}\s(?=\S)"), 400
_CAPITALISED = regex(
    r"(?P<place>[^\W\d_][^\d:;!?.\"“”()\n]{1,30}?)(?P<sign>\.?\s?[-–—]{1,2}\s|\s?:\s+)(?=[\"“‘'«(\[#]?[^\W\d_])"
)
_PAIR = regex(r"(?P<place>[^\d:;!?.\"“”()\n]{2,40}?)\s?:\s+(?=[\"“‘'«(\[]?[^\W\d_])")
_BETWEEN_PLACES = regex(r"[,/–-]")
_DOTTED = regex(r"(?:[A-Z]\.){1,3}[A-Z]\.?")
_SLUG_WORD = regex(r"(?:(?:[A-Z]\.){2,4}|[^\W\d_]+)\.?[,]?(?:[ ]?[-–/&][ ]?|[ ]|(?=[:'’]))")


def opening(line: Line) -> Opening | None:
    """How a line opens with a place; None where it does not."""
    return _opening(line.text)


@remembered(512)  # the layouts ask for the same lines again and again while they are told apart
def _opening(text: str) -> Opening | None:
    head = text[:_WINDOW]
    if len(text) < _WINDOW and text.isupper():
        return None  # "KHU VỰC ĐÔNG - NAM Á": a heading
    if found := _SITE.match(head):
        return Opening(found.end(), _credit(found, "site"))
    if not _SIGN.search(head):
        return _glued(text) or _slug(text)
    if found := _BRACKETS.match(head):
        credit = _credit(found, "source")
        return Opening(found.end(), credit, place=None if credit else Span(*found.span("source")))
    if (found := _PLACE.match(head)) and _looks_like_a_place(found["place"]):
        itself = _credit(found, "place") if not found["credit"] else None  # "TTO - …": a newspaper, no place
        return Opening(
            found.end(), itself or _credit(found, "credit"), place=None if itself else Span(*found.span("place"))
        )
    return _glued(text) or _dated(text) or _slug(text) or _known_place(text)


def _glued(text: str) -> Opening | None:
    """A place in capitals glued to the text, perhaps behind the agency."""
    if not text[:3].isupper() and "," not in text[:26]:
        return None
    found = _GLUED.match(text)
    if not found or not sentences.ends_like_one(text):
        return None
    credit, run = _credit(found, "credit"), found["place"]
    if (found["credit"] and not credit) or run[-2] == " ":  # "U.S. Secretary of State …"
        return None
    for place in (run, run[:-1]):  # "ITALY|man", "TIRANA|The"
        if len(place) >= _SHORTEST_GLUED and place.strip().lower() in places.known():
            break
    else:
        if not credit:
            return None
        place = run[:-1]
    start = found.start("place")
    return Opening(start + len(place), credit, place=Span(start, start + len(place)))


def _dated(text: str) -> Opening | None:
    """A place with what makes it a dateline: a source, a day, or its country behind it."""
    head = text[:_WINDOW]
    if found := _BARE_BRACKETS.match(head):
        known = found["place"].strip().lower() in places.known() and sentences.ends_like_one(text)
        return Opening(found.end(), place=Span(*found.span("place"))) if known else None
    if (unsigned := _UNSIGNED.match(head)) and (credit := _credit(unsigned, "credit")):
        return Opening(unsigned.end(), credit, place=Span(*unsigned.span("place")))
    found = _DATED.match(head)
    if not found or not (found["within"] or found["day"] or found["credit"] or "|" in found["sign"]):
        return None
    words = found["place"].replace(",", " ").split()
    if len(words) > _MOST_WORDS or not all(word[0].isupper() for word in words):
        return None
    source = _credit(found, "credit") or _credit(found, "within")
    if found["day"] and found["credit"] and found["place"].isupper():  # "LIMA, 04 MAY 2018 (SOME PAPER)---"
        return Opening(found.end(), source, place=Span(*found.span("place")))
    known = found["place"].strip().lower() in places.known()
    within = found["within"] and found["within"].strip().lower() in places.known()
    if not (source or within or (known and (found["day"] or sentences.ends_like_one(text)))):
        return None
    if ":" in found["sign"] and not (sentences.ends_like_one(text) and (known or source)):
        return None
    return Opening(found.end(), source, place=Span(*found.span("place")))


def _known_place(text: str) -> Opening | None:
    """A place the gazetteer knows, in front of a sentence: "Seoul - …", "Peru: …"; no pair as in "Seoul - Tokyo"."""
    found = _CAPITALISED.match(text[:_WINDOW])
    if not found or not text[0].isupper() or not sentences.ends_like_one(text):
        return None
    place = found["place"].strip()
    parts = [place] if place.lower() in places.known() else [part.strip() for part in _BETWEEN_PLACES.split(place)]
    if not all(part.lower() in places.known() for part in parts):
        return None
    if ":" not in found["sign"] and _is_followed_by_an_aside(text, found.end()):
        return None
    if ":" not in found["sign"] and parts[-1].lower() in _countries() and _opens_with_a_country(text[found.end() :]):
        pair = _PAIR.match(text[:_WINDOW])  # "Trung Quốc - Ấn Độ: …"
        both = pair and all(part.strip().lower() in places.known() for part in _BETWEEN_PLACES.split(pair["place"]))
        return Opening(pair.end(), place=Span(*pair.span("place"))) if pair and both else None
    return Opening(found.end(), place=Span(*found.span("place")))


def _is_followed_by_an_aside(text: str, at: int) -> bool:
    """Whether the dash there opens what another one closes: "China — its main ally — has voted for it"."""
    told = sentences.first(text, at, min(len(text), at + _LONGEST_ASIDE))
    dashes = list(_DASH.finditer(text, at, told.end if told else at))
    return len(dashes) == 1 and text[dashes[0].end()].islower()


@cache
def _peoples() -> frozenset[str]:
    """English adjectives of countries, in small letters."""
    return frozenset(form.text.lower() for form in gazetteer.country_forms("en") if form.kind in ("name", "adj"))


@cache
def _short_countries() -> frozenset[str]:
    """Vietnamese names of countries that are as short as an abbreviation, as a slug prints them: MỸ, ANH, ÚC."""
    forms = [form.text for form in gazetteer.country_forms("vi") if form.kind in ("name", "word")]
    return frozenset(text.upper() for text in forms if len(text) < 4 and not text.isupper() and " " not in text)


def _opens_with_a_country(text: str) -> bool:
    words = text[:40].split()
    return any(" ".join(words[:count]).strip(".,:;'’").lower() in _countries() for count in (1, 2))


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        form.text.lower()
        for tongue in ("en", "vi")
        for form in gazetteer.country_forms(tongue)
        if form.kind in ("name", "word")
    )


def _credit(found: re.Match[str], group: str) -> Span | None:
    return Span(*found.span(group)) if found[group] and agencies.is_credit(found[group]) else None


def _slug(text: str) -> Opening | None:
    """Countries in capitals: in front of the text ("CHINA-VIETNAM Officials …", "NGA: …") or its first word."""
    at = start = 4 if text.startswith("The ") and text[4:8].isupper() else 0
    while at < _LONGEST_SLUG and (word := _SLUG_WORD.match(text, at)) and word[0].isupper():
        if "." in word[0][1:2] and at > start and text[at - 1] not in _JOINS:
            break  # "U.S.-RUSSIA U.S. officials …"
        at = word.end()
    slug = text[start:at].rstrip(" -–/&,")
    if _DOTTED.fullmatch(slug):  # "U.N. Secretary-General …"
        return None
    if start:  # "The CZECH REPUBLIC's …"
        return Opening(0) if slug.lower() in places.known() or slug.partition(" ")[0].lower() in _peoples() else None
    if len(slug) < 2 or len(text) < len(slug) + 20 or at >= _LONGEST_SLUG:
        return None
    following = text[len(slug) :].lstrip(" :")
    if text[len(slug)] == ":" or ((len(slug) > 3 or slug in _short_countries()) and following[:1].isupper()):
        return Opening(len(text) - len(following), place=Span(0, len(slug)))
    return Opening(0) if len(slug) > 3 else None


def _looks_like_a_place(words: str) -> bool:
    """At least the city is in capitals, or every word begins with one: `PARIS`, `New Delhi, India`."""
    city = words.partition(",")[0]
    if city == city.upper():
        return len(city) > 2
    parts = words.replace(",", " ").split()
    return "," in words and len(parts) <= 5 and all(part[0].isupper() for part in parts)


def confidence(block: Block) -> float:
    """One dateline opens a single story; a round-up has several."""
    openings, share = openings_in(block, opening, headed=True)
    if openings < 2 or share < (_LEAST_SHARE_OF_MANY if openings > 2 else _LEAST_SHARE):
        return 0.0
    if is_the_pages_own(block, opening) and (share < LEAST_SHARE_OF_ITSELF or leads_an_article(block, opening)):
        return 0.0
    return max(0.5 + 0.4 * share, 0.6 if _are_plain(block) else 0.0)


def _are_plain(block: Block) -> bool:
    """Whether three or more datelines are told by a city in capitals or by a source, and by nothing weaker."""
    openings = [(line, begun) for line in block.lines if not line.reason and (begun := opening(line))]
    plain = [
        line for line, begun in openings if begun.length and (begun.credit or line.text[:3] == line.text[:3].upper())
    ]
    return len(plain) > 2 and len(plain) == len(openings)
