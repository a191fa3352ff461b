"""What stands around a run of foreign capitals in Vietnamese and says that it is a person where no title does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import gazetteer
from .people_page import NOT_PEOPLE, Page
from .tokens import Token, is_vietnamese_syllable

_UNDERGONE = gazetteer.word_set("vi-undergone-by-people")
_WHO = frozenset(("người", "cựu", "nguyên", "con", "vợ", "chồng"))
_NAMED_REACH = 10  # words between a title and "là"
_THINGS = gazetteer.word_set("vi-place-before") | gazetteer.word_set("vi-bodies") | gazetteer.word_set("vi-not-before")
_LONGEST = 4
_CALLING_REACH = 4


class AroundVietnamese:
    """Asks of the words beside a name what they say of it. `ends_title` tells whether a title ends with a word."""

    def __init__(self, page: Page, ends_title: Callable[[int], bool]) -> None:
        self.page, self.text, self.words = page, page.text, page.words
        self._ends_title = ends_title

    def tells(self, name: Sequence[Token]) -> bool:
        """Whether an age, an office or a deed follows, or the words before give the name: "tên là"."""
        if not is_foreign(name):
            return False
        at = self.page.index_at(name[0].start)
        return self._is_told(name) or self._is_named(at) or self._holds_office(name, at)

    def _holds_office(self, name: Sequence[Token], at: int) -> bool:
        """Whether an office and what it is over stand before the commas: "Ứng viên của đảng Tự quyết, X Y, chỉ …"."""
        if not at or self.text[self.words[at - 1].end : name[0].start] != ", ":
            return False
        if self.text[name[-1].end : name[-1].end + 1] != ",":
            return False
        for index in range(at - 1, max(at - 1 - _NAMED_REACH, -1), -1):
            if index < at - 1 and self.text[self.words[index].end : self.words[index + 1].start] != " ":
                return False
            if self._ends_title(index):
                return True
        return False

    def _is_told(self, name: Sequence[Token]) -> bool:
        """Whether what follows is said of people: ", 32 tuổi", ", người phát ngôn", "bị bắt"."""
        after = self.page.index_at(name[-1].end)
        if after + 1 >= len(self.words):
            return False
        gap, word, second = self.text[name[-1].end : self.words[after].start], self.words[after], self.words[after + 1]
        if gap == " (" or gap == ", ":
            if word.text.isdigit():
                return second.text == "tuổi"
            return gap == ", " and not word.capital and (word.text in _WHO or self._opens_a_title(after))
        return gap == " " and f"{word.text}_{second.text}" in _UNDERGONE

    def _opens_a_title(self, at: int) -> bool:
        """Whether a title ends within a few words: ", lãnh đạo đảng", ", phó chủ tịch"."""
        for index in range(at, min(at + _CALLING_REACH, len(self.words))):
            if index > at and self.text[self.words[index - 1].end : self.words[index].start] != " ":
                return False
            if self._ends_title(index):
                return True
        return False

    def _is_named(self, at: int) -> bool:
        """Whether the words before give a name: "tên là X", "cựu thống đốc Goias là X"."""
        if not at or self.text[self.words[at - 1].end : self.words[at].start] != " ":
            return False
        before = self.words[at - 1].text
        if before == "tên":
            return True
        if before != "là":
            return False
        for back in range(at - 2, max(at - 2 - _NAMED_REACH, -1), -1):
            if self.text[self.words[back].end : self.words[back + 1].start] != " ":
                return False
            if self.words[back].text == "tên" or self._ends_title(back):
                return True
        return False


def is_foreign(name: Sequence[Token]) -> bool:
    """Whether the words may be a foreigner's name: several, not all of them syllables, none a word of bodies."""
    return (
        2 <= len(name) <= _LONGEST
        and name[0].lower not in _THINGS
        and not all(is_vietnamese_syllable(word.text) for word in name)
        and not any(word.text in NOT_PEOPLE or (word.text.isupper() and len(word.text) > 1) for word in name)
    )
