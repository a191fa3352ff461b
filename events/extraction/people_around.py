"""What stands around a run of English capitals and says that it is a person: who speaks, or is told of."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .patterns import regex
from .people_page import NOT_PEOPLE, TITLES_EN, Page
from .tokens import Token, continues

_SPEECH = gazetteer.word_set("speech-verbs")
_PORTFOLIO = gazetteer.word_set("en-portfolio")
_HAPPENS_TO, _DONE_BY = gazetteer.word_set("happens-to-people"), gazetteer.word_set("done-by-people")
_DONE_TO, _CALLED = gazetteer.word_set("done-to-people"), gazetteer.word_set("called")
_BEFORE_A_CALLING = gazetteer.word_set("before-a-calling")
_RANKS = gazetteer.word_set("ranks-in-capitals")
_ARTICLES = frozenset(("a", "an", "the", "his", "her"))
_OF_AN_OFFICE = frozenset(("of", "for", "to", "at", "in", "on", "and", "the", "de"))
_AGED = regex(r"\d{1,3}-year-old ?$")
_SINGLE_CALLINGS = gazetteer.word_set("callings-of-one-name")
_PLACING = frozenset(("in", "near", "outside", "around", "at", "from", "to", "of"))
_LEAST_OF_ONE = 4  # letters of a name that stands alone
_DEEDS, _UNDERGONE = gazetteer.word_set("deeds-of-people"), gazetteer.word_set("undergone-by-people")
_BEING = frozenset(("was", "is", "were", "has", "had", "been", "being", "also", "later", "briefly", "finally"))
_HAVING = frozenset(("has", "had"))
_BODIES = gazetteer.word_set("bodies-with-offices") | gazetteer.word_set("kinds-of-place")
_CALLING_REACH = 4  # words between an article and the calling
_OVER = frozenset(("minister", "secretary", "undersecretary", "commissioner", "director", "ministers"))
_OFFICE_REACH = 9  # words between an office and its holder's name: "Commissioner for Information and Culture, …"


def is_title(word: Token) -> bool:
    """Whether the word is an office, a rank or a calling that stands before a name."""
    return word.lower in TITLES_EN or word.text in _RANKS


def is_office(word: Token) -> bool:
    """Whether it is an office or a calling, of one or of several: "Doctors"."""
    return word.lower in TITLES_EN or (word.lower.endswith("s") and word.lower[:-1] in TITLES_EN)


class Around:
    """Asks of the words beside a name what they say of it."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.words = page, page.text, page.words

    def tells(self, name: Sequence[Token]) -> bool:
        """Whether a speech verb or an age follows, or an office, an age or what happens to people stands before."""
        if any(word.capital and self.page.is_ordinary(word) for word in name):
            return False
        return self._speaks(name) or self._is_introduced(name)

    def tells_of_one(self, at: int) -> bool:
        """Whether a single capitalised word is somebody: "namely Gulfam", "Sarita, 35,", "Suharyanto, the head of"."""
        word = self.words[at]
        if len(word.text) < _LEAST_OF_ONE or not word.text[1:].islower() or word.text in NOT_PEOPLE or is_office(word):
            return False
        if self.page.is_ordinary(word) or self.page.is_title_case(word.start):
            return False
        if at > 1 and self.text[self.words[at - 1].end : word.start] == " ":
            if self.words[at - 1].text == "namely" or f"{self.words[at - 2].text}_{self.words[at - 1].text}" in _CALLED:
                return True
            if self.words[at - 1].text in _PLACING:
                return False
        if at + 2 >= len(self.words) or self.text[word.end : self.words[at + 1].start] != ", ":
            return False
        if _is_age(self.words[at + 1].text):
            return self.text[self.words[at + 1].end : self.words[at + 1].end + 1] in (",", ".", ";", ")")
        if self.words[at + 1].text not in _ARTICLES:
            return False
        return any(one.text in _SINGLE_CALLINGS for one in self.words[at + 2 : at + 5] if not one.capital)

    def _speaks(self, name: Sequence[Token]) -> bool:
        """Whether what follows is said of people: "Ann Telnaes said", "Jan Wetzel, 56,"."""
        after = self.page.index_at(name[-1].end)
        if after >= len(self.words):
            return False
        gap, word = self.text[name[-1].end : self.words[after].start], self.words[after]
        if gap == " ":
            return word.text in _SPEECH or self._stands_for_a_country(name, after) or self._does(after)
        return gap == ", " and (word.text == "who" or _is_age(word.text) or self._is_calling(after))

    def _does(self, at: int) -> bool:
        """Whether the words at `at` are what only people do or undergo: "resigned", "was jailed", "as oil minister"."""
        word, after = self.words[at].text, self.words[at + 1 : at + 3]
        if word in _DEEDS:
            return True
        if word in _HAVING and after and after[0].text in _DEEDS:
            return True  # "had fled"
        if word in _BEING:
            return any(one.text in _UNDERGONE for one in after[: 2 if after and after[0].text in _BEING else 1])
        return word == "as" and any(
            is_title(one) for one in self.words[at + 1 : at + 2 + _CALLING_REACH] if not one.capital
        )

    def _is_introduced(self, name: Sequence[Token]) -> bool:
        """Whether what stands before is said of people: "the prefect of Lac, …", "identified as", "34-year-old"."""
        at = self.page.index_at(name[0].start)
        if not at:
            return False
        gap = self.text[self.words[at - 1].end : name[0].start]
        if gap == ", ":
            return len(name) > 1 and self._ends(name) and self.holds_office(at)
        if gap.strip(" \n"):
            return False
        before = self.words[at - 1]
        return (
            self._is_undergone(at)
            or (
                len(name) > 1
                and (before.text in _DONE_TO or bool(_AGED.search(self.text, before.start, name[0].start)))
            )
            or (at > 1 and f"{self.words[at - 2].text}_{before.text}" in _CALLED)
            or (len(name) > 1 and before.text in _SPEECH and self._is_quoted(at - 1) and self._ends(name))
        )

    def is_over(self, at: int) -> bool:
        """Whether the words at `at` are what a minister or the like is over: "Minister of …", "Secretary for …"."""
        if at < 2 or self.words[at - 1].text not in ("of", "for") or self.words[at - 2].lower not in _OVER:
            return False
        return all(continues(self.text, self.words[back - 1], self.words[back]) for back in (at - 1, at))

    def holds_office(self, at: int) -> bool:
        """Whether an office and what it is over stand before: "Commissioner of Police, …", "mayor of Osh, …"."""
        for back in range(at - 1, max(at - 1 - _OFFICE_REACH, -1), -1):
            word = self.words[back]
            if back < at - 1 and self.text[word.end : self.words[back + 1].start] not in (" ", "'s ", "' ", " & "):
                return False
            if is_title(word):
                return True
            known = word.text in _OF_AN_OFFICE or word.lower in _PORTFOLIO or word.text in _BODIES
            if not (known or word.capital or word.hit >= 0):
                return False
        return False

    def _ends(self, name: Sequence[Token]) -> bool:
        """Whether the name ends what is said, or a speech verb follows."""
        end = name[-1].end
        if self.text[end : end + 1] in (",", ".", ";", ")", "\n", ""):
            return True
        after = self.page.index_at(end)
        return after < len(self.words) and not self.words[after].capital and self.text[end : end + 1] == " "

    def _is_quoted(self, at: int) -> bool:
        """Whether the verb follows what was said: '… dark," said Hawa Kamara'."""
        before = self.text[max(0, self.words[at].start - 3) : self.words[at].start].rstrip(" ")
        return before.endswith((",", '"', "”", "'", "’"))

    def _is_calling(self, at: int) -> bool:
        """Whether an office or a calling is told of the name before: ", an activist", ", a former rebel leader"."""
        opening = self.words[at]
        if opening.lower in TITLES_EN and not opening.capital:
            return True  # ", spokesman for the front"
        if opening.text not in _ARTICLES and opening.text not in _BEFORE_A_CALLING and not self._is_country(opening):
            return False
        for word in self.words[at + 1 : at + 2 + _CALLING_REACH]:
            if is_title(word):
                return True
            if word.capital and word.hit < 0 and word.lower not in _PORTFOLIO and word.text not in NOT_PEOPLE:
                return False
        return False

    def _is_country(self, word: Token) -> bool:
        return word.hit >= 0 and self.page.country_on(word) is not None

    def _stands_for_a_country(self, name: Sequence[Token], after: int) -> bool:
        """Whether the name is one of several with their countries: "Hazem Nasser of Jordan and Silvan Shalom of …"."""
        before = self.page.index_at(name[0].start) - 1
        if self.words[after].text != "of" or after + 1 >= len(self.words) or before < 0 or len(name) != 2:
            return False
        return self._is_country(self.words[after + 1]) and self.words[before].text in ("and", "with")

    def _is_undergone(self, at: int) -> bool:
        """Whether the words before are what happens to people, or who leads: "the death of", "headed by"."""
        if at < 2:
            return False
        link, before = self.words[at - 1].text, self.words[at - 2].lower
        return (link == "of" and before in _HAPPENS_TO) or (link == "by" and before in _DONE_BY)


def _is_age(word: str) -> bool:
    return word.isdigit() and 10 < int(word) < 110
