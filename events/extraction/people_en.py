"""English people: which run of capitals is a person, and which title governs it."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .patterns import regex
from .people_page import GIVEN_PLACES, HEADLINE_WORDS, NOT_PEOPLE, TITLES_EN, Page, is_given, is_surname_first
from .persons import Found
from .tokens import Token, continues

_GIVEN = gazetteer.words("given-names.tsv")
_MONTHS = gazetteer.word_set("months")
_DAYS_AND_MONTHS = _MONTHS - {"Will", "Park"}
_PORTFOLIO = gazetteer.word_set("en-portfolio")
_SHIPS = gazetteer.word_set("ships")
_SPEECH = gazetteer.word_set("speech-verbs")
_SURNAMES_TOO = gazetteer.word_set("surnames-too")
_PLACING = frozenset(("in", "near", "outside", "around"))
_TRUST = frozenset(("confidence", "faith", "trust", "interest", "belief", "no-confidence", "believe", "believes"))
_NAMED_AFTER = gazetteer.word_set("named-after")
_HAPPENS_TO, _DONE_BY = gazetteer.word_set("happens-to-people"), gazetteer.word_set("done-by-people")
_ARTICLES = frozenset(("a", "an", "the", "his", "her"))
_CALLING_REACH = 4  # words between an article and the calling
_PERSONAL_PARTICLES = gazetteer.word_set("personal-particles")
_ARABIC_PARTICLE = regex(r"(?:al|el|ad|ar|as|ash|at|az)-[A-ZÀ-Þ]")
_KOREAN_GIVEN = regex(r"[A-Z][a-z]{1,5}-[a-z]{1,6}$")
_LONGEST_KOREAN, _LONGEST_NAME, _LEAST_TELLING_SURNAME = 5, 6, 7
_SURNAME_ENDINGS = tuple(gazetteer.word_set("surname-endings"))
_OFFICES = gazetteer.word_set("en-offices")
_OF_A_PERSON = gazetteer.word_set("of-a-person")
_KINDS_OF_PLACE = gazetteer.word_set("kinds-of-place")
_PARTS_OF_PLACES = gazetteer.word_set("first-words-of-places")
_SURNAMES = gazetteer.words("surnames.tsv")
_BEFORE_NO_SURNAME = gazetteer.word_set("before-no-surname")
_BEFORE_A_CALLING = gazetteer.word_set("before-a-calling")
_TITLE_REACH = 6  # words between a country and the name it stands before


class EnglishPeople:
    """Reads runs of capitals in English, and in documents of unknown language."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.words = page, page.text, page.words

    def breaks_a_run(self, index: int, word: Token) -> bool:
        """Whether the word ends a run of capitals because it belongs to another name."""
        if word.hit < 0:
            return False
        hit = self.page.hits[word.hit]
        if hit.entry.kind == "country" and hit.text in GIVEN_PLACES:
            if index > 1 and self.words[index - 1].text == "of" and self.words[index - 2].lower in TITLES_EN:
                return True  # "King of Jordan Abdullah II"
            return not (self.page.follows_a_given_name(index) or self.page.opens_a_name(index))
        return hit.entry.kind != "trap" or word.capital

    def person(self, first: int, last: int) -> Found | None:
        """The person in the run [first, last); None where it is none."""
        title = self._last_title(first, last)
        titled = title >= first or self.title_before(first) is not None
        if last - first == 1 and not titled:
            return None
        start = title + 1 if title >= first else first
        if title < first:
            start = self._without_opening(first, last)
            titled = titled and start == first
        name = self.words[start : self._end_of_name(start, last)]
        if not name or not self._reads_as_name(name, titled):
            behind = self._behind_an_office(start, last)
            name = self.words[behind : self._end_of_name(behind, last)] if behind else ()
            if len(name) < 2 or not self._reads_as_name(name, titled=True):
                return None
        return Found(
            name[0].start, name[-1].end, self.page.printed(name), country=self.country_before(first), titled=titled
        )

    def title_before(self, index: int) -> int | None:
        """The index of the title word right before, in small letters or abbreviated; None where there is none."""
        if not index:
            return None
        before = self.words[index - 1]
        if before.lower not in TITLES_EN:
            return None
        if continues(self.text, before, self.words[index]):
            return index - 1
        if not before.capital and self._is_apposition(index):
            return index - 1  # "the interior minister, Ann Linde, said"
        return None

    def country_before(self, index: int) -> str | None:
        """The country printed with a title: "Russian Foreign Minister …"."""
        for back in range(index - 1, max(index - 1 - _TITLE_REACH, -1), -1):
            word = self.words[back]
            if self.text[word.end : self.words[back + 1].start] not in (" ", "'s ", "'s", " of ", ", "):
                return None
            if word.hit >= 0:
                return self.page.country_on(word)
            if word.lower not in TITLES_EN and word.lower not in _PORTFOLIO and not word.capital:
                return None
        return None

    def _last_title(self, first: int, last: int) -> int:
        """The index of the last title word of the run that a name can follow; first - 1 where there is none."""
        for index in range(last - 2, first - 1, -1):
            word = self.words[index]
            after_given = index > first and self.words[index - 1].text in _GIVEN
            if word.lower in TITLES_EN and word.capital and not after_given:
                return index
        return first - 1

    def _without_opening(self, first: int, last: int) -> int:
        """The run's start without the words that are capitals only because a sentence opens with them."""
        start = first
        while start < last - 1 and self.words[start].text not in _GIVEN:
            if not self.page.is_ordinary(self.words[start]) and self.words[start].text not in _DAYS_AND_MONTHS:
                break
            start += 1
        return start

    def _behind_an_office(self, first: int, last: int) -> int:
        """Where a name begins behind words of an office or a place: "Rural Development Le Minh Hoan"; 0 if nowhere."""
        for index in range(first + 1, last - 1):
            before = self.words[index - 1]
            if not (before.text in NOT_PEOPLE or before.text in _OFFICES or before.text in GIVEN_PLACES):
                return 0
            if is_given(self.words[index].text) or is_surname_first(self.words[index:last]):
                return index
        return 0

    def _end_of_name(self, start: int, last: int) -> int:
        stop = start
        while stop < last:
            word = self.words[stop]
            ends = word.lower in HEADLINE_WORDS or word.text in NOT_PEOPLE
            is_surname = stop == start + 1 == last - 1 and word.text in _SURNAMES_TOO
            if stop > start and word.capital and ends and not is_surname:
                break
            if word.text.isupper() and len(word.text) > 3 and not _is_shouted(word):
                break
            stop += 1
        while stop > start and not self.words[stop - 1].capital:
            stop -= 1
        return stop

    def _reads_as_name(self, name: Sequence[Token], titled: bool) -> bool:
        first, count = name[0], len(name)
        initial = len(first.text) == 1 and self.text[first.end : first.end + 1] == "."  # "A.K. Abdul Momen"
        if first.text not in _GIVEN and (first.text in NOT_PEOPLE or (first.lower in HEADLINE_WORDS and not initial)):
            return False
        if not titled and first.text in _PARTS_OF_PLACES:
            return False
        if self._is_ship(name) or all(self._is_of_an_office(word) for word in name):
            return False
        if not titled and self._has_an_article(name):
            return False
        headline = self.page.is_title_case(first.start)
        if count == 1:
            usual = self.page.is_ordinary(first) or first.text in _MONTHS or first.lower in TITLES_EN
            plain_word = len(first.text) > 1 and first.text[1:].lower() == first.text[1:]
            return titled and not usual and not headline and plain_word
        if any(word.text in NOT_PEOPLE for word in name[1:]):
            return first.text in _GIVEN and count == 2 and name[1].text in _SURNAMES_TOO
        if not titled and self._is_place(name):
            return False
        if is_given(first.text) or (len(first.text) == 1 and titled):
            return not (headline and not titled and self.page.is_ordinary(name[1])) and count <= 6
        if is_surname_first(name):
            return titled or not headline
        if count == 2 and len(first.text) == 1 and self.text[first.end : name[1].start] == ".":
            return len(name[1].text) > 3 and not self.page.is_ordinary(name[1])  # "M.Kaddhafi"
        if count in (2, 3) and name[-1].text in _SURNAMES and not headline and self._is_foreign(name[:-1]):
            return True
        if titled and not (headline and self.page.is_ordinary(name[-1])):
            return True
        return not headline and ((count <= 3 and self._speaks(name)) or self._has_a_form(name))

    def _is_of_an_office(self, word: Token) -> bool:
        return word.lower in TITLES_EN or word.lower in _PORTFOLIO or word.text in NOT_PEOPLE

    def _has_an_article(self, name: Sequence[Token]) -> bool:
        """Whether "the" makes it a thing: "the Aurora Dawn", but not "the Donald Trump administration"."""
        at, after = self.page.index_at(name[0].start) - 1, self.page.index_at(name[-1].end)
        if at < 0 or self.words[at].text not in ("the", "The") or self.text[self.words[at].end : name[0].start] != " ":
            return False
        return not (after < len(self.words) and self.words[after].text in _OF_A_PERSON) and len(name) > 1

    def _is_place(self, name: Sequence[Token]) -> bool:
        """Whether the words before and behind say that it is a place: "in Anand Vihar,", "near Wang Kelian." """
        before, after = self.page.index_at(name[0].start) - 1, self.page.index_at(name[-1].end)
        if self.text[name[-1].end : name[-1].end + 2] == ", " and any(
            word.text in _KINDS_OF_PLACE for word in self.words[after + 1 : after + 4]
        ):
            return self.words[after].text in _ARTICLES
        if before < 0 or self.words[before].text not in _PLACING:
            return False
        if self.text[self.words[before].end : name[0].start] != " ":
            return False
        trusting = before > 0 and self.words[before - 1].lower in _TRUST
        return not trusting and self.text[name[-1].end : name[-1].end + 1] in (",", ".", ";", "\n", "")

    def _is_ship(self, name: Sequence[Token]) -> bool:
        """Whether a ship or a thing bears the name: "the frigate Essen", "Jose Marti airport"."""
        after, before = self.page.index_at(name[-1].end), self.page.index_at(name[0].start) - 1
        near = [self.words[after].lower] if after < len(self.words) else []
        if near and near[0] in _NAMED_AFTER and self.text[name[-1].end : self.words[after].start] == " ":
            return True
        near += [self.words[index].lower for index in (before, before - 1) if index >= 0]
        return name[0].lower in _SHIPS or any(word in _SHIPS for word in near)

    def _has_a_form(self, name: Sequence[Token]) -> bool:
        """Whether the words' form is one that only people's names have: "Xu Yong-ho", "R. K. Varma", "Ali al-Badri"."""
        first, last = name[0], name[-1]
        if len(name) > _LONGEST_NAME or any(word.capital and self.page.is_ordinary(word) for word in name):
            return False
        if any(word.text in _PERSONAL_PARTICLES or _ARABIC_PARTICLE.match(word.text) for word in name[1:]):
            return True
        initials = sum(1 for word in name[:-1] if len(word.text) == 1)
        if initials and len(last.text) > 2 and (initials > 1 or len(first.text) > 1):
            return True  # "R. K. Varma", "Orval E. Hutchins"
        if len(name) == 2 and len(first.text) <= _LONGEST_KOREAN and _KOREAN_GIVEN.match(last.text):
            return True
        return len(name) <= 3 and len(last.text) >= _LEAST_TELLING_SURNAME and last.text.endswith(_SURNAME_ENDINGS)

    def _is_foreign(self, words: Sequence[Token]) -> bool:
        """Whether the words in front of a surname may be given names: no words of offices, places or the page."""
        return all(
            len(word.text) > 2
            and word.text not in NOT_PEOPLE
            and word.text not in _BEFORE_NO_SURNAME
            and not word.text.isupper()
            and not self.page.is_ordinary(word)
            and not self._is_of_an_office(word)
            for word in words
        )

    def _speaks(self, name: Sequence[Token]) -> bool:
        """Whether a speech verb or an age follows: "Ann Telnaes said", "Jan Wetzel, 56,"."""
        after = self.page.index_at(name[-1].end)
        if any(self.page.is_ordinary(word) for word in name):
            return False
        if after >= len(self.words):
            return self._is_undergone(name)
        gap, word = self.text[name[-1].end : self.words[after].start], self.words[after]
        if gap == " ":
            return word.text in _SPEECH or self._is_undergone(name) or self._stands_for_a_country(name, after)
        if gap == ", " and (word.text == "who" or _is_age(word.text) or self._is_calling(after)):
            return True
        return self._is_undergone(name)

    def _is_calling(self, at: int) -> bool:
        """Whether an office or a calling is told of the name before: ", an activist", ", a former rebel leader"."""
        opening = self.words[at]
        if opening.text not in _ARTICLES and opening.text not in _BEFORE_A_CALLING and not self._is_country(opening):
            return False
        for word in self.words[at + 1 : at + 2 + _CALLING_REACH]:
            if word.lower in TITLES_EN:
                return True
            if word.capital and word.hit < 0 and word.lower not in _PORTFOLIO:
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

    def _is_undergone(self, name: Sequence[Token]) -> bool:
        """Whether the words before are what happens to people, or who leads: "the death of", "headed by"."""
        at = self.page.index_at(name[0].start)
        if at < 2 or self.text[self.words[at - 1].end : name[0].start].strip(" \n"):
            return False
        link, before = self.words[at - 1].text, self.words[at - 2].lower
        return (link == "of" and before in _HAPPENS_TO) or (link == "by" and before in _DONE_BY)

    def _is_apposition(self, index: int) -> bool:
        """Whether the run at `index` stands between commas and has two words or more."""
        if self.text[self.words[index - 1].end : self.words[index].start] != ", ":
            return False
        last = index
        while last + 1 < len(self.words) and self.words[last + 1].capital and self.words[last + 1].hit < 0:
            if not continues(self.text, self.words[last], self.words[last + 1]):
                break
            last += 1
        return last > index and self.text[self.words[last].end : self.words[last].end + 1] in (",", ".", "")


def _is_shouted(word: Token) -> bool:
    """Whether capitals are how this text prints surnames ("Emmanuel MACRON"), rather than an abbreviation."""
    return word.text.isalpha() and len(word.text) > 4


def _is_age(word: str) -> bool:
    return word.isdigit() and 10 < int(word) < 110
