"""Vietnamese people: which run of capitals is a person, and which title governs it."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .matcher import Hit
from .patterns import regex
from .people_around_vi import AroundVietnamese, is_foreign
from .people_page import GIVEN_PLACES, NOT_PEOPLE, SURNAMES_FIRST, Page, is_given, is_surname_first
from .persons import Found
from .tokens import Token, continues, is_vietnamese_syllable

_TITLES = frozenset(row[0] for row in gazetteer.rows("titles.vi.tsv"))
_LAST_OF_TITLES = frozenset(title.rpartition(" ")[2] for title in _TITLES)
_LONGEST_TITLE = max(title.count(" ") for title in _TITLES) + 1  # words
_PORTFOLIO = gazetteer.words("portfolio.vi.tsv")
_GIVEN = gazetteer.words("given-names.tsv")
_SURNAMES = SURNAMES_FIRST["vi"] | SURNAMES_FIRST["sino"]
_NAME_PARTS = _SURNAMES | gazetteer.words("vietnamese-name-parts.tsv")
_ONE_SYLLABLE = gazetteer.word_set("vi-one-syllable")
_NOT_BEFORE = gazetteer.word_set("vi-not-before")
_PLACE_BEFORE = gazetteer.word_set("vi-place-before")
_BODIES = gazetteer.word_set("vi-bodies")
_OPENERS = gazetteer.word_set("vi-openers")
_SIDES, _CONTINENTS = gazetteer.word_set("vi-sides"), gazetteer.word_set("vi-continents")
_BEARERS = frozenset(
    ("sân bay", "tập đoàn", "công ty", "ngân hàng", "quảng trường", "đại học", "siêu bão", "cơn bão", "giải thưởng",
     "bệnh viện", "hãng hàng", "đại lộ", "lớp tàu", "tàu ngầm", "tàu chiến", "khu trục", "hãng xe", "cúp vàng")
)  # fmt: skip
_SOFT_SORTS = ("word", "joint")
_NUMERAL = regex(r"X{0,3}(?:IX|IV|V?I{1,3}|V|X)")
_LEAST_SURNAME = 4  # letters behind an initial
_FIRST_OF_BODIES = gazetteer.word_set("vi-first-of-bodies")
_NO_TITLES = gazetteer.word_set("vi-no-titles")
_NEWS = frozenset((  # behind "Tin": no given name
    "Mừng", "Lành", "Tức", "Vui", "Nhanh", "Vắn", "Nóng", "Giáo", "Thế", "Quốc", "Trong", "Thể", "Kinh", "Chính",
))  # fmt: skip
_TITLE_REACH = 16  # words between a title and the name


class VietnamesePeople:
    """Reads runs of capitals in Vietnamese."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.words = page, page.text, page.words
        self._around = AroundVietnamese(page, self._is_title_ending)

    def breaks_a_run(self, index: int, word: Token) -> bool:
        """Whether the word ends a run of capitals because it belongs to another name."""
        if word.hit < 0:
            if self._is_numbered(index, word):  # "Mohammed VI"
                return False
            if word.text in NOT_PEOPLE and not self._opens_an_asian_name(index):
                return True
            if word.text.isupper() and len(word.text) > 1:
                return True
            return word.text in _OPENERS or self._opens_a_title(index, word) or self._opens_a_rubric(index, word)
        hit = self.page.hits[word.hit]
        if self.page.is_a_town_as_surname(index) or self._is_a_second_surname(index, hit):
            return False
        if hit.entry.kind == "country" and hit.text in GIVEN_PLACES:
            return not (self.page.follows_a_given_name(index) or self._opens_a_name(index))
        if hit.entry.sort in _SOFT_SORTS:
            before = self.words[index - 1] if index else None
            if before and before.lower in _ONE_SYLLABLE and self._begins_a_name(index):
                return False  # "bà Mỹ Hạnh"
            if before and before.text in _SIDES:
                return True  # "phía Nam Lào"
            return (
                before is None
                or not before.capital
                or before.hit >= 0
                or before.text not in _NAME_PARTS
                or not continues(self.text, before, word)
            )
        return hit.entry.kind != "trap" or word.capital

    def _is_a_second_surname(self, index: int, hit: Hit) -> bool:
        """Whether a town ends the name of a man called so: "ông Rodrigo Pizarro Lagos"."""
        if index < 3 or hit.entry.sort != "city" or " " in hit.text:
            return False
        honorific, given, surname = self.words[index - 3 : index]
        return (
            honorific.lower in _ONE_SYLLABLE
            and is_given(given.text)
            and surname.capital
            and surname.hit < 0
            and continues(self.text, given, surname)
            and continues(self.text, surname, self.words[index])
        )

    def _opens_a_rubric(self, index: int, word: Token) -> bool:
        """Whether it is "news" in front of a country: "Tin Cuba: …"."""
        return word.text == "Tin" and index + 1 < len(self.words) and self.words[index + 1].hit >= 0

    def _begins_a_name(self, index: int) -> bool:
        """Whether a syllable of Vietnamese names follows, one space away."""
        if index + 1 >= len(self.words):
            return False
        word, after = self.words[index], self.words[index + 1]
        return after.hit < 0 and after.text in _NAME_PARTS and self.text[word.end : after.start] == " "

    def _is_numbered(self, index: int, word: Token) -> bool:
        """Whether the word is the number of a monarch or pope whose name stands before it."""
        before = self.words[index - 1] if index else None
        return bool(
            before
            and before.capital
            and not before.text.isupper()
            and _NUMERAL.fullmatch(word.text)
            and self.text[before.end : word.start] == " "
        )

    def _opens_an_asian_name(self, index: int) -> bool:
        """Whether a word of things is a surname here: "Park Hang Seo"."""
        after = self.words[index + 1 : index + 3]
        return (
            bool(after)
            and all(word.capital and word.text not in NOT_PEOPLE for word in after[:1])
            and is_surname_first([self.words[index], *(word for word in after if word.capital)])
            and self.text[self.words[index].end : after[0].start] == " "
        )

    def person(self, first: int, last: int) -> Found | None:
        """The person in the run [first, last); None where it is none."""
        start = first
        for index in range(last - 1, first, -1):  # titles in capitals: "Ông Yermak", "Thủ Tướng Phạm Minh Chính"
            if self._is_title_ending(index - 1):
                start = index
                break
        title, country = self._title(start)
        if title is not None:
            start = self._behind_an_office(start, last)
        name = self.words[start : self._end_of_name(start, last)]
        if not name:
            return None
        if (len(name) == 1 and title is None) or _is_phrase(name):
            return None
        if not self._reads_as_name(name, title) and not self._is_told(name):
            return None
        return Found(name[0].start, name[-1].end, self.page.printed(name), country=country, titled=title is not None)

    def _behind_an_office(self, first: int, last: int) -> int:
        """Where the name begins behind words of an office in capitals: "Bộ trưởng Nội Vụ Gérald Darmanin"."""
        start = first
        while start < last - 1 and len(self.words[start].text) > 1 and self.words[start].lower in _PORTFOLIO:
            start += 1
        rest = self.words[start:last]
        foreign = not all(is_vietnamese_syllable(word.text) for word in rest if word.capital)
        return start if foreign or (len(rest) > 1 and rest[0].text in _SURNAMES) else first

    def _is_told(self, name: Sequence[Token]) -> bool:
        """Whether what stands around says that it is a person, and no place or thing bears the name."""
        return self._around.tells(name) and not self._is_a_things(name)

    def _is_a_things(self, name: Sequence[Token]) -> bool:
        """Whether the words before say that a ship, a place, a body or a thing bears the name."""
        at = self.page.index_at(name[0].start)
        before = self.words[at - 1].lower if at else ""
        ship = any(word.lower == "tàu" for word in self.words[max(0, at - 3) : at])
        return ship or self._bears_a_name(at) or before in _PLACE_BEFORE or before in _BODIES or before in _NOT_BEFORE

    def among_others(self, first: int, last: int) -> Found | None:
        """The run as a person's name, where people stand beside it or somebody is called by its last word."""
        name = self.words[first : self._end_of_name(first, last)]
        if not is_foreign(name) or self._is_a_things(name) or self.page.is_title_case(name[0].start):
            return None
        return Found(name[0].start, name[-1].end, self.page.printed(name), country=self.country_before(first))

    def title_before(self, index: int) -> int | None:
        """The index of the last word of the title that governs the name at `index`; None where there is none."""
        return self._title(index)[0] if index else None

    def bears_a_name(self, first: int) -> bool:
        """Whether a thing bears the name that begins there: "sân bay Jomo Kenyatta"."""
        return self._bears_a_name(first)

    def country_before(self, index: int) -> str | None:
        """The country printed between title and name: "Ngoại trưởng Nga …"."""
        return self._title(index)[1]

    def _opens_a_title(self, index: int, word: Token) -> bool:
        """Whether a title begins with the word, the rest in small letters: "Thủ tướng", "Bộ trưởng"."""
        if index + 1 >= len(self.words):
            return False
        after = self.words[index + 1]
        return (
            not after.capital and f"{word.lower} {after.text}" in _TITLES and self.text[word.end : after.start] == " "
        )

    def _opens_a_name(self, index: int) -> bool:
        """After a title "Israel" is the country, but "Alexandria" may be the name."""
        if index + 1 >= len(self.words):
            return False
        word, after = self.words[index], self.words[index + 1]
        honorific = index > 0 and self.words[index - 1].lower in _ONE_SYLLABLE  # "ông Jordan Bardella"
        is_country = self.page.hits[word.hit].entry.sort == "name" and not honorific
        if is_country or is_vietnamese_syllable(after.text) or not (word.text in _GIVEN or honorific):
            return False
        return self.page.opens_a_name(index)

    def _end_of_name(self, start: int, last: int) -> int:
        stop = last
        while stop > start and not self.words[stop - 1].capital:
            stop -= 1
        return stop

    def _is_title_ending(self, index: int) -> bool:
        """Whether a title ends with this word."""
        phrase = self.words[index].text.lower()
        if phrase not in _LAST_OF_TITLES:
            return False
        if phrase in _TITLES:
            return not index or f"{self.words[index - 1].lower}_{phrase}" not in _NO_TITLES
        for back in range(index - 1, max(index - _LONGEST_TITLE, -1), -1):
            if self.text[self.words[back].end : self.words[back + 1].start] != " ":
                return False
            phrase = f"{self.words[back].lower} {phrase}"
            if phrase in _TITLES:
                return True
        return False

    def _title(self, index: int) -> tuple[int | None, str | None]:
        """The last word of the title that governs the name at `index`, and the country printed in between.

        "Bộ trưởng Quốc phòng Mỹ Lloyd Austin": only offices, bodies and countries may stand between.
        """
        country = None
        for back in range(index - 1, max(index - 1 - _TITLE_REACH, -1), -1):
            word = self.words[back]
            gap = self.text[word.end : self.words[back + 1].start]
            if gap != " " and (gap.strip(" ()-–") or "\n" in gap or len(gap) > 3):
                return None, None
            if self._is_title_ending(back):
                return back, country
            if word.hit >= 0:
                country = self.page.country_on(word) or country
                continue
            if word.lower not in _PORTFOLIO and not (word.text.isupper() and len(word.text) > 1):
                return None, None
        return None, None

    def _bears_a_name(self, at: int) -> bool:
        """Whether the two words before say what bears the name: "sân bay", "tập đoàn", "tàu USS"."""
        if not at or self.text[self.words[at - 1].end : self.words[at].start] != " ":
            return False
        before = self.words[at - 1].lower
        if at > 3 and f"{self.words[at - 2].lower} {before}" == "quốc tế":  # "sân bay quốc tế …"
            return f"{self.words[at - 4].lower} {self.words[at - 3].lower}" in _BEARERS
        return before == "uss" or (at > 1 and f"{self.words[at - 2].lower} {before}" in _BEARERS)

    def _reads_as_name(self, name: Sequence[Token], title: int | None) -> bool:
        first, count = name[0], len(name)
        at = self.page.index_at(first.start)
        if any(word.lower == "tàu" for word in self.words[max(0, at - 3) : at]) or self._bears_a_name(at):
            return False  # a ship that bears a person's name
        if first.text == "Đảng":
            return False  # "lãnh đạo Đảng Tiến bước"
        if count > 1 and first.text in _FIRST_OF_BODIES:
            return False  # "lãnh đạo Giấc Mơ Gruzia"
        if count > 1 and first.text == "Tin" and name[1].text in _NEWS:
            return False  # "Tin Mừng", "Tin Giáo Hội"
        if count > 1 and first.text in _SIDES and all(word.text in _CONTINENTS for word in name[1:]):
            return False  # "Nam Á"
        before = self.words[at - 1].lower if at else ""
        if count == 2 and len(first.text) == 1 and self.text[first.end : name[1].start] in (".", ". "):
            return title is not None or len(name[1].text) >= _LEAST_SURNAME  # "M.Kaddhafi"
        if before in _PLACE_BEFORE or all(word.lower in _PORTFOLIO for word in name):
            return False
        syllables = all(is_vietnamese_syllable(part) for word in name for part in word.text.split("-"))
        if syllables and before in _BODIES and self.text[self.words[at - 1].end : first.start] == " ":
            return False  # "đảng Dân Tiến"
        if count == 1:
            if len(first.text) < 2 or title is None:
                return False
            return not syllables or (self.words[title].lower in _ONE_SYLLABLE and first.lower not in _PORTFOLIO)
        if title is not None:
            return count <= 6
        if syllables and first.lower in _NOT_BEFORE and name[1].text in _SURNAMES:
            return False
        if syllables and first.text in _SURNAMES:
            return count in (3, 4) and before not in _NOT_BEFORE and all(word.text.isalpha() for word in name)
        if is_given(first.text) or is_surname_first(name):
            return not (self.page.is_title_case(first.start) and syllables)
        return False


def _is_phrase(name: Sequence[Token]) -> bool:
    """Whether the words are an office in capitals: "Thống Đốc"."""
    return len(name) > 1 and " ".join(word.lower for word in name) in _TITLES
