"""The names of media and wire services, found in a credit: by their forms, their websites, or misprinted.

Credits say more than names; what else stands in one is read in agencies.py.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from . import gazetteer
from .matcher import Entry, Hit, Matcher, plain
from .patterns import regex
from .records import Vocabulary
from .remembered import remembered

KIND = "agency"


@cache
def _credit_matcher() -> Matcher:
    return Matcher(
        (
            (name.casefold(), Entry(KIND, sort, (agency.name,)))
            for agency in gazetteer.agencies()
            for sort, names in (("name", agency.names), ("weak", agency.weak))
            for name in names
        ),
        in_capitals=False,
    )


@lru_cache(maxsize=4)
def _added_matcher(vocabulary: Vocabulary) -> Matcher:
    """The editors' own spellings of agencies."""
    return Matcher(
        (
            (alias.text.casefold(), Entry(KIND, "alias", (alias.value,)))
            for alias in vocabulary.aliases
            if alias.kind == KIND
        ),
        in_capitals=False,
    )


def _lower(text: str) -> str:
    """The text in small letters, of the same length (some capitals grow when folded)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@remembered(2000)  # the same few agencies are credited over and over
def hits(printed: str, vocabulary: Vocabulary | None) -> Sequence[Hit]:
    """The names in a short text, in order; those that are words too only where they are a whole part of it."""
    text = _lower(plain(printed))
    known = [
        hit
        for hit in _credit_matcher().hits(text)
        if (_is_printed_as_a_name(printed, hit) or _stands_alone(printed, text, hit))
        and (hit.entry.sort != "weak" or printed[hit.start].isupper() or printed[hit.start].isdigit())
        and not (printed[hit.end : hit.end + 1] == "-" and _SYLLABLES.match(printed, hit.start))
        and not _is_a_given_name(printed, hit)
        and not (printed[hit.end - 1].isdigit() and _GOES_ON.match(printed, hit.end))
    ]
    known = _with_websites(printed, text, known)
    if vocabulary is None or not any(alias.kind == KIND for alias in vocabulary.aliases):
        return known
    added = _added_matcher(vocabulary).hits(text)
    taken = [(hit.start, hit.end) for hit in added]
    return sorted(
        [*added, *(hit for hit in known if all(hit.end <= start or hit.start >= end for start, end in taken))],
        key=lambda hit: hit.start,
    )


def _is_printed_as_a_name(printed: str, hit: Hit) -> bool:
    """Whether a name is no word, nor printed as one: "a nation" and "the island" are no papers."""
    name = printed[hit.start : hit.end]
    return hit.entry.sort != "weak" and not (name.islower() and (" " in name or name in _WORDS))


_SYLLABLES = regex(r"[A-ZĐ][^\W\d_A-Z]{1,2}-[^\W\d_A-Z]{1,5}\b")  # "Pa-na-ma": not of PA
_GOES_ON = regex(r"[.,]?\d")  # a number: "N1,000 a month" has nothing to do with the N1 of Belgrade
_WEBSITE = regex(
    r"(?:www\.)?([a-z0-9-]{3,30})(?:\.(?:com|net|org|co|gov|edu|info|asia|news|online|tv))?(?:\.[a-z]{2})?(?![\w.])"
)
_NO_LETTER = regex(r"(?:[^\w\0]|_)+")
_WORDS = frozenset(  # in small letters amid a credit they are words, or parts of other names: "VOA Express"
    ("capital", "express", "monitor", "observer", "economist", "liberation", "memo", "cope", "fox", "nation")
)
_LEAST_ADDRESS = 3  # letters of a name in a website's address: "abc.net.au"
_LEAST_WEBSITE = 6  # letters of a name in one word: shorter ones are words


def _with_websites(printed: str, text: str, known: list[Hit]) -> list[Hit]:
    """The hits, and names known by their website or written in one word: "dantri.com.vn", "kinhtedothi"."""
    found = []
    for part in text.split():
        if len(part) < _LEAST_WEBSITE or not part.isascii():
            continue
        start = text.index(part)
        site = _WEBSITE.search(part)
        name = _in_one_word().get(site[1].replace("-", "")) if site else None
        if not site or not name:
            continue
        if "." in site[0] or (len(site[1]) >= _LEAST_WEBSITE and not _is_a_word(site[1], name, printed)):
            begin, end = start + site.start(), start + site.end()
            if all(hit.end <= begin or hit.start >= end for hit in known):
                entry = Entry(KIND, "name", (name,))
                found.append(Hit(begin, end, site[0], (entry,), entry))
    return sorted([*known, *found], key=lambda hit: hit.start) if found else known


def _is_a_word(site: str, name: str, printed: str) -> bool:
    """Whether a name in one word is printed as the word that it is, too: "a nation"."""
    return site in _WORDS or (site == name.lower() and site in printed)


@cache
def _in_one_word() -> dict[str, str]:
    """Names of several words, or with marks, as a website is called: "dantri", "kinhtedothi", "themoscowtimes"."""
    named = [
        (agency.name, name)
        for agency in gazetteer.agencies()
        for name in (*agency.names, agency.name)
        if "+" not in name  # "Vietnam+"
    ]
    printed = unicodedata.normalize("NFD", "\0".join(name for _, name in named).lower().replace("đ", "d"))
    known: dict[str, str] = {}
    for (agency, _), word in zip(named, _NO_LETTER.sub("", printed).split("\0"), strict=True):
        if len(word) >= _LEAST_ADDRESS and word.isascii():
            known.setdefault(word, agency)
    return known


_ENDS_A_PART = regex(
    r"(?:^|[/,;|&(\[:•·+–—-]|\b(?:theo|và|and|via|báo|tờ|hãng|đài|tin|from|by))\s*(?:\bthe\s*)?$", re.I
)
_STARTS_A_PART = regex(r"\s*(?:$|[/,;|&)\].:•·+–—-]|\d|ngày|và\b|and\b)", re.I)


_OF_A_FORM = regex(r"\s?:\s*\d")


def _stands_alone(printed: str, text: str, hit: Hit) -> bool:
    """Whether the hit is a whole part of the credit: "Herald" is not in "Evening Herald", nor is it in "Age: 40"."""
    if printed[hit.start : hit.end].istitle() and _OF_A_FORM.match(text, hit.end):
        return False
    return bool(_ENDS_A_PART.search(text[: hit.start]) and _STARTS_A_PART.match(text[hit.end :]))


@cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations of the length of given names: ANA, MIA."""
    agencies = gazetteer.agencies()
    printed = {form for agency in agencies for form in (*agency.names, *agency.weak)}
    short = (form for form in printed if form.isupper() and len(form) <= 4)
    return frozenset(form.lower() for form in short if form.title() not in printed)


_SURNAME = regex(r"\s[A-ZĐ][^\W\d_]")


def _is_a_given_name(text: str, hit: Hit) -> bool:
    """Whether a hit is printed as no abbreviation is, before a surname: "Ana Flores" has nothing to do with ANA."""
    printed = text[hit.start : hit.end]
    return printed.istitle() and printed.lower() in _abbreviations() and bool(_SURNAME.match(text, hit.end))


@cache
def names_printed_most() -> tuple[str, ...]:
    """The names that are printed most, as they are printed."""
    return tuple(name for agency in gazetteer.agencies()[:60] for name in agency.names if name[:1].isupper())


@cache
def printed_names_of_wires() -> frozenset[str]:
    """All names of those whose reports others print, as they are printed."""
    return frozenset(form for agency in gazetteer.agencies() if agency.wire for form in agency.names)


@cache
def wires() -> frozenset[str]:
    """The canonical names of those whose reports others print."""
    return frozenset(agency.name for agency in gazetteer.agencies() if agency.wire)


@cache
def names_of_wires() -> frozenset[str]:
    """The same in small letters."""
    return frozenset(map(str.casefold, printed_names_of_wires()))


_LIKENESS = 0.86  # of two words that differ by a letter or two
_LEAST_LETTERS = 6


@lru_cache(maxsize=500)
def misprinted(name: str) -> str | None:
    """The wire service whose name is misprinted so: "Reuteurs"."""
    if len(name) < _LEAST_LETTERS or not name.isalpha():
        return None
    close = difflib.get_close_matches(name.lower(), _wires_by_word(), 1, _LIKENESS)
    return _wires_by_word()[close[0]] if close else None


@cache
def _wires_by_word() -> dict[str, str]:
    wires = ((agency.name, form.lower()) for agency in gazetteer.agencies() for form in agency.names if agency.wire)
    return {form: name for name, form in wires if form.isalpha() and len(form) >= _LEAST_LETTERS}
