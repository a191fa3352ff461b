"""A document as the rooms that find people see it: its words, the forms found in it, and what both languages ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from . import gazetteer
from .matcher import Hit
from .patterns import regex
from .tokens import Printed, Token, continues, is_vietnamese_syllable, tokens

NOT_PEOPLE = gazetteer.words("not-people.tsv")
GIVEN_PLACES = gazetteer.words("given-places.tsv")
HEADLINE_WORDS = gazetteer.word_set("headline-words")
TITLES_EN = gazetteer.words("titles.en.tsv")
SURNAMES_FIRST = {
    row[0]: frozenset(
        word for other in gazetteer.rows("surnames-first.tsv") if other[0] == row[0] for word in other[1].split()
    )
    for row in gazetteer.rows("surnames-first.tsv")
}
_ASIAN_SURNAMES = SURNAMES_FIRST["zh"] | SURNAMES_FIRST["ko"] | SURNAMES_FIRST["vi-ascii"]
_AFTER_A_PLACE = gazetteer.words("after-a-place.tsv")
_GIVEN = gazetteer.words("given-names.tsv")
_MONTHS = gazetteer.word_set("months")
_PARTICLES = gazetteer.word_set("particles")
_SMALL_IN_HEADLINES = gazetteer.word_set("small-in-headlines")
_BEARS_A_NAME = gazetteer.word_set("bears-a-name")
_PINYIN = regex(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|[aeiou])){1,2}"
)
LONGEST_HEADLINE = 400  # characters

_start = attrgetter("start")


_TOWNS = frozenset(("city", "area"))
_NOT_FULL = frozenset(  # in front of a name that is not followed by a surname, or of a place
    ("St", "St.", "Saint", "San", "Santa", "São", "Port", "Fort", "Lake", "Mount", "Camp", "Pope", "King", "Queen",
     "Prince", "Princess", "Emperor", "Sultan", "Emir")
)  # fmt: skip


class Page:
    """The words of one document and the hits on them. `text` is plain."""

    def __init__(self, text: str, hits: Sequence[Hit], printed: Printed) -> None:
        self.text, self.hits = text, hits
        covered = [(hit.start, hit.end) for hit in hits]
        self.words, self.capitals, self.covered, self.small = tokens(text, covered, printed)
        self._title_case: dict[int, bool] = {}

    def index_at(self, start: int) -> int:
        """The index of the first word that starts at `start` or after it."""
        return bisect_left(self.words, start, key=_start)

    def bears(self, end: int) -> bool:
        """Whether what follows a name says that a thing bears it: "Kim Il Sung Square", "Nelson Mandela Bay"."""
        after = self.index_at(end)
        if after >= len(self.words) or self.text[end : self.words[after].start] != " ":
            return False
        return self.words[after].text in _BEARS_A_NAME

    def printed(self, name: Sequence[Token]) -> str:
        """The words of a name as the document prints them, on one line."""
        return " ".join(self.text[name[0].start : name[-1].end].split())

    def country_on(self, word: Token) -> str | None:
        """The one country that the hit on the word stands for, if it does."""
        entry = self.hits[word.hit].entry
        return entry.values[0] if entry.kind == "country" and len(entry.values) == 1 else None

    def is_ordinary(self, word: Token) -> bool:
        """Whether the document has the word in small letters too, or headlines do."""
        return word.lower in self.small or word.lower in HEADLINE_WORDS

    def is_a_town_as_surname(self, index: int) -> bool:
        """Whether a town is somebody's surname, right behind a given name: "Ricardo Lagos", "Diego Toledo"."""
        hit = self.hits[self.words[index].hit]
        return (
            hit.entry.kind == "country"
            and hit.entry.sort in _TOWNS
            and " " not in hit.text
            and not hit.text.isupper()
            and self.follows_a_given_name(index)
            and (index < 2 or self.words[index - 2].text not in _NOT_FULL)
        )

    def follows_a_given_name(self, index: int) -> bool:
        """Whether a given name stands before the word, particles between them: "Albert del Rosario"."""
        back = index - 1
        while (
            back > 0
            and self.words[back].text in _PARTICLES
            and continues(self.text, self.words[back], self.words[back + 1])
        ):
            back -= 1
        return (
            index > 0
            and continues(self.text, self.words[back], self.words[back + 1])
            and self.words[back].text in _GIVEN
        )

    def opens_a_name(self, index: int) -> bool:
        """Whether a place that is also a given name stands before another word of a name: "Jordan Bardella"."""
        if index + 1 >= len(self.words):
            return False
        word, after = self.words[index], self.words[index + 1]
        return (
            self.text[word.end : after.start] == " "
            and after.capital
            and after.hit < 0
            and not after.text.isupper()
            and after.text not in _AFTER_A_PLACE
            and after.lower not in TITLES_EN
            and after.text not in NOT_PEOPLE
            and not self.is_title_case(word.start)
        )

    def may_be_short(self, index: int) -> bool:
        """Whether a single capitalised word may be the surname of somebody known."""
        word = self.words[index]
        return word.capital and len(word.text) > 1 and word.hit < 0 and word.text not in _MONTHS

    def ends_a_name(self, index: int, last: int) -> bool:
        """Whether no further word of a name follows in the run: "Burhan" in "Burhan Ghalioun" is no surname."""
        if index == last - 1:
            return True
        after = self.words[index + 1]
        return after.lower in HEADLINE_WORDS or after.text in NOT_PEOPLE or self.is_ordinary(after)

    def is_title_case(self, at: int) -> bool:
        """Whether the line around is a headline in title case, where capitals say nothing."""
        begin = self.text.rfind("\n", max(0, at - LONGEST_HEADLINE), at) + 1
        if not begin and at > LONGEST_HEADLINE:
            return False  # a paragraph
        known = self._title_case.get(begin)
        if known is None:
            opening, _, _ = self.text[begin : begin + 240].partition("\n")
            long_words = [word for word in opening.split() if len(word) > 3 and word[0].isalpha()]
            capital = sum(word[0].isupper() for word in long_words)
            known = len(long_words) > 4 and capital > 0.75 * len(long_words) and not _is_sentence(opening, long_words)
            self._title_case[begin] = known
        return known


def _is_sentence(line: str, long_words: Sequence[str]) -> bool:
    """Whether a full stop ends it and a verb or noun in it is in small letters: only its names are capitals."""
    return line.rstrip().endswith(".") and any(
        word[0].islower() and word not in _SMALL_IN_HEADLINES for word in long_words
    )


def is_given(word: str) -> bool:
    """Whether the word, or the first part of a double name, is a known given name: Anne-Claire, Kassym-Jomart."""
    return word in _GIVEN or word.partition("-")[0] in _GIVEN


def is_surname_first(name: Sequence[Token]) -> bool:
    """Chinese, Korean and Vietnamese names: "Choe Son Hui", "Li Qiang", "Kim Hong-kyun", "Đoàn Khắc Vinh"."""
    if len(name) == 2 and name[0].text in SURNAMES_FIRST["zh"] and len(name[1].text) > 6:
        return _PINYIN.fullmatch(name[1].text.lower()) is not None  # "Liu Jianchao"
    if len(name) in (3, 4) and name[0].text in SURNAMES_FIRST["vi"] and not all(word.text.isascii() for word in name):
        return all(is_vietnamese_syllable(word.text) for word in name)
    return (
        name[0].text in _ASIAN_SURNAMES
        and len(name) in (2, 3, 4)
        and all(is_vietnamese_syllable(part) or len(part) <= 6 for word in name[1:] for part in word.text.split("-"))
    )
