"""English people: which run of capitals is a person, and which title governs it."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .patterns import regex
from .people_around import Around, is_office, is_title
from .people_page import GIVEN_PLACES, HEADLINE_WORDS, NOT_PEOPLE, TITLES_EN, Page, is_given, is_surname_first
from .persons import Found
from .tokens import Token, continues

_GIVEN = gazetteer.words("given-names.tsv")
_MONTHS = gazetteer.word_set("months")
_DAYS_AND_MONTHS = _MONTHS - {"Will", "Park"}
_PORTFOLIO = gazetteer.word_set("en-portfolio")
_SHIPS = gazetteer.word_set("ships")
_SURNAMES_TOO = gazetteer.word_set("surnames-too")
_PLACING = frozenset(("in", "near", "outside", "around"))
_TRUST = frozenset(("confidence", "faith", "trust", "interest", "belief", "no-confidence", "believe", "believes"))
_WITH_IN = _TRUST | {"swore", "sworn", "swears", "swearing", "voted"}
_NAMED_AFTER = gazetteer.word_set("named-after")
_ARTICLES = frozenset(("a", "an", "the", "his", "her"))
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
_BURMESE, _BURMESE_HONORIFICS = gazetteer.word_set("burmese-syllables"), gazetteer.word_set("burmese-honorifics")
_NO_PORTFOLIOS = gazetteer.word_set("no-portfolios")
_DAYS_AS_NAMES = frozenset(("Sunday", "Monday", "Friday"))  # "DSP Sunday Abutu"
_OPENING = gazetteer.word_set("opening-a-name")
_PREFIXED = regex(r"(?:[NMOD]'|Mc|Mac)[A-ZÀ-Þ][a-zß-ÿ]{2,}")  # "Affi N'Guessan", "Siobhan McMahon"
_LONGEST_OF_A_ROW = 4
_TITLE_REACH = 6  # words between a country and the name it stands before


class EnglishPeople:
    """Reads runs of capitals in English, and in documents of unknown language."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.words = page, page.text, page.words
        self._around = Around(page)

    def breaks_a_run(self, index: int, word: Token) -> bool:
        """Whether the word ends a run of capitals because it belongs to another name."""
        if word.hit < 0:
            return False
        hit = self.page.hits[word.hit]
        if self._is_of_a_house(index) or (hit.entry.kind == "agency" and self._ends_a_titled_name(index)):
            return False
        if self.page.is_a_town_as_surname(index):
            return False
        if hit.entry.kind == "country" and hit.text in GIVEN_PLACES:
            if index > 1 and self.words[index - 1].text == "of" and self.words[index - 2].lower in TITLES_EN:
                return True  # "King of Jordan Abdullah II"
            return not (self.page.follows_a_given_name(index) or self.page.opens_a_name(index))
        return hit.entry.kind != "trap" or word.capital

    def _is_of_a_house(self, index: int) -> bool:
        """Whether the place is a ruling house: "Azzam Mubarak Al Sabah", "Meshal Al-Sabah"."""
        before = self.words[index - 1] if index > 1 else None
        if before is not None and self.words[index].text.startswith(("Al-", "al-")):
            return before.capital and before.hit < 0 and continues(self.text, before, self.words[index])
        return (
            before is not None
            and before.text in ("Al", "al")
            and self.words[index - 2].capital
            and self.words[index].text in GIVEN_PLACES
            and continues(self.text, self.words[index - 2], before)
            and continues(self.text, before, self.words[index])
        )

    def _ends_a_titled_name(self, index: int) -> bool:
        """Whether a medium's name is a surname: "Foreign Secretary Amrit Rai"."""
        if index < 2 or self.words[index].text.isupper():
            return False
        given = self.words[index - 1]
        return (
            given.capital
            and given.hit < 0
            and given.text not in NOT_PEOPLE
            and continues(self.text, given, self.words[index])
            and is_title(self.words[index - 2])
            and continues(self.text, self.words[index - 2], given)
        )

    def person(self, first: int, last: int) -> Found | None:
        """The person in the run [first, last); None where it is none."""
        title = self._last_title(first, last)
        titled = title >= first or self.title_before(first) is not None
        if last - first == 1 and not titled and not self._around.tells_of_one(first):
            return None
        start = title + 1 if title >= first else first
        if title < first:
            start = self._without_opening(first, last)
            titled = titled and start == first
        titled = titled or last - first == 1
        if start == first and self._around.is_over(first) and (behind := self._behind_an_office(first, last)):
            start, titled = behind, True  # "Minister of Governance Raphael Trotman"
        name = self.words[start : self._end_of_name(start, last)]
        if name and self.page.bears(name[-1].end):
            return None
        if not name or not self._reads_as_name(name, titled):
            behind = self._behind_an_office(max(first, title + 1), last)
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
        if not is_title(before):
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

    def bears_a_name(self, first: int) -> bool:
        """Whether a thing bears the name that begins there. In English it says so behind the name."""
        return False

    def _last_title(self, first: int, last: int) -> int:
        """The index of the last title word of the run that a name can follow; first - 1 where there is none."""
        for index in range(last - 2, first - 1, -1):
            word = self.words[index]
            before = self.words[index - 1]
            after_given = index > first and before.text in _GIVEN and not is_title(before)
            if after_given and index - 2 >= 0 and self.words[index - 2].text == "the":
                after_given = False  # "the Amir Sheikh Meshal"
            if is_title(word) and word.capital and not after_given:
                return index
            if word.text in _BURMESE_HONORIFICS and _is_burmese(self.words[index + 1 : last]):
                return index
        return first - 1

    def _without_opening(self, first: int, last: int) -> int:
        """The run's start without the words that are capitals only because a sentence opens with them."""
        start = first
        while start < last - 1 and self.words[start].text not in _GIVEN:
            word = self.words[start]
            if not (self.page.is_ordinary(word) or word.text in _DAYS_AND_MONTHS or word.text in _OPENING):
                break
            start += 1
        return start

    def _behind_an_office(self, first: int, last: int) -> int:
        """Where a name begins behind words of an office or a place: "Rural Development Le Minh Hoan"; 0 if nowhere."""
        governed = self.words[first].text not in _NO_PORTFOLIOS and self._around.holds_office(first)
        for index in range(first + 1, last - 1):
            before = self.words[index - 1]
            known = before.text in NOT_PEOPLE or before.text in _OFFICES or before.text in GIVEN_PLACES
            if not known and not (index - 1 == first and self._around.is_over(first)):
                return 0
            if is_given(self.words[index].text) or is_surname_first(self.words[index:last]):
                return index
            if governed and self._is_foreign(self.words[index:last], whole=True):
                return index
        return 0

    def among_others(self, first: int, last: int) -> Found | None:
        """The run as a person's name, where people stand beside it or somebody is called by its last word."""
        start = self._without_opening(first, last)
        name = self.words[start : self._end_of_name(start, last)]
        if not 2 <= len(name) <= _LONGEST_OF_A_ROW or name[-1] != self.words[last - 1]:
            return None
        at, after = name[0], self.page.index_at(name[-1].end)
        if (
            self.page.is_title_case(at.start)
            or self._is_place(name)
            or self._is_ship(name)
            or self._has_an_article(name)
        ):
            return None
        if at.text in _PARTS_OF_PLACES or at.text in _MONTHS or self.page.bears(name[-1].end):
            return None
        if (
            after < len(self.words)
            and self.words[after].hit >= 0
            and self.text[name[-1].end : self.words[after].start] == " "
        ):
            return None
        if not self._is_foreign([word for word in name if word.capital], whole=True):
            return None
        return Found(at.start, name[-1].end, self.page.printed(name), country=self.country_before(start))

    def _end_of_name(self, start: int, last: int) -> int:
        stop = start
        while stop < last:
            word = self.words[stop]
            initial = len(word.text) == 1 and self.text[word.end : word.end + 1] == "."
            ends = not initial and (word.lower in HEADLINE_WORDS or word.text in NOT_PEOPLE)
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
        if titled and count > 1 and first.text in _DAYS_AS_NAMES:
            return not self.page.is_ordinary(name[1]) and name[1].text not in NOT_PEOPLE
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
            return titled and not usual and plain_word and (not headline or first.text in _GIVEN)
        if any(word.text in NOT_PEOPLE for word in name[1:]):
            return first.text in _GIVEN and count == 2 and name[1].text in _SURNAMES_TOO
        if not titled and self._is_place(name):
            return False
        if is_given(first.text) or (len(first.text) == 1 and titled):
            return not (headline and not titled and self.page.is_ordinary(name[1])) and count <= 6
        if is_surname_first(name) or _is_burmese(name):
            return titled or not headline
        if count == 2 and len(first.text) == 1 and self.text[first.end : name[1].start] == ".":
            return len(name[1].text) > 3 and not self.page.is_ordinary(name[1])  # "M.Kaddhafi"
        if count in (2, 3) and name[-1].text in _SURNAMES and not headline and self._is_foreign(name[:-1]):
            return True
        if titled and not (headline and self.page.is_ordinary(name[-1])):
            return True
        return not headline and ((count <= 4 and self._around.tells(name)) or self._has_a_form(name))

    def _is_of_an_office(self, word: Token) -> bool:
        return is_office(word) or word.lower in _PORTFOLIO or word.text in NOT_PEOPLE

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
        trusting = before > 0 and self.words[before - 1].lower in _WITH_IN
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
        if len(name) in (2, 3) and _PREFIXED.fullmatch(last.text):
            return True
        return len(name) <= 3 and len(last.text) >= _LEAST_TELLING_SURNAME and last.text.endswith(_SURNAME_ENDINGS)

    def _is_foreign(self, words: Sequence[Token], *, whole: bool = False) -> bool:
        """Whether the words may be given names, or the `whole` of a name: no words of offices, places or the page."""
        return all(
            len(word.text) > 2
            and word.text not in NOT_PEOPLE
            and (word.text not in _BEFORE_NO_SURNAME or (whole and word is words[-1]))
            and not word.text.isupper()
            and not self.page.is_ordinary(word)
            and not self._is_of_an_office(word)
            for word in words
        )

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


def _is_burmese(name: Sequence[Token]) -> bool:
    """Whether all words are syllables of Burmese names: "Kyaw Soe Win"."""
    return 2 <= len(name) <= 5 and all(word.text in _BURMESE for word in name)


def _is_shouted(word: Token) -> bool:
    """Whether capitals are how this text prints surnames ("Emmanuel MACRON"), rather than an abbreviation."""
    return word.text.isalpha() and len(word.text) > 4
