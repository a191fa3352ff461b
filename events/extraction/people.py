"""People in a text: full names as printed, and later short mentions joined to them.

A run of capitalised words is a person when a title stands before it, when it opens with a known given name or is a
known leader's name, or when it is the surname of somebody named in full elsewhere in the document. Everything else in
capitals (ships, bodies, places, products) is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import gazetteer
from .matcher import Entry, Hit
from .persons import KIND, Found, Persons, leaders
from .tokens import Token, continues, is_vietnamese_syllable, runs, tokens

_TITLES_EN = gazetteer.words("titles.en.tsv")
_TITLES_VI = frozenset(row[0] for row in gazetteer.rows("titles.vi.tsv"))
_PORTFOLIO_VI = gazetteer.words("portfolio.vi.tsv")
_GIVEN = gazetteer.words("given-names.tsv")
_NOT_PEOPLE = gazetteer.words("not-people.tsv")
_GIVEN_PLACES = gazetteer.words("given-places.tsv")
_SURNAMES_FIRST = {
    row[0]: frozenset(
        word for other in gazetteer.rows("surnames-first.tsv") if other[0] == row[0] for word in other[1].split()
    )
    for row in gazetteer.rows("surnames-first.tsv")
}
_ASIAN_SURNAMES = _SURNAMES_FIRST["zh"] | _SURNAMES_FIRST["ko"] | _SURNAMES_FIRST["vi-ascii"]
_VIETNAMESE_SURNAMES = _SURNAMES_FIRST["vi"] | _SURNAMES_FIRST["sino"]
_HEADLINE_WORDS = gazetteer.word_set("headline-words")
_SPEECH = gazetteer.word_set("speech-verbs")
_ONE_SYLLABLE = gazetteer.word_set("vi-one-syllable")
_NOT_BEFORE_VI = gazetteer.word_set("vi-not-before")
_PARTICLES = gazetteer.word_set("particles")
_PLACE_BEFORE_VI = gazetteer.word_set("vi-place-before")
_MONTHS = gazetteer.word_set("months")
_SHIPS = gazetteer.word_set("ships")
_SURNAMES_TOO = gazetteer.word_set("surnames-too")
_SOFT_SORTS = ("word", "joint")
LONGEST_HEADLINE = 400  # characters
_TITLE_REACH = 16  # words between a Vietnamese title and the name


def known_forms() -> Iterator[tuple[str, Entry]]:
    """Spellings of leaders' full names for the automaton."""
    for leader in leaders():
        for form in leader.full:
            yield form, Entry(KIND, "leader", (leader.id,))


def read(text: str, hits: Sequence[Hit], language: str) -> tuple[Persons, list[Hit]]:
    """The persons of the document, and the hits without those that are people. `text` is plain."""
    return _Reader(text, hits, language).read()


class _Reader:
    def __init__(self, text: str, hits: Sequence[Hit], language: str) -> None:
        self.text, self.hits, self.language = text, hits, language
        self.words = tokens(text, [(hit.start, hit.end) for hit in hits])
        self.small = {word.text for word in self.words if not word.capital}
        self._title_case: dict[int, bool] = {}

    def read(self) -> tuple[Persons, list[Hit]]:
        breaks = {index for index, word in enumerate(self.words) if word.capital and self._is_break(index, word)}
        found = self._leaders()
        loose: list[tuple[int, int]] = []
        for first, last in runs(self.text, self.words, breaks):
            person = self._person(first, last)
            if person is None:
                loose.append((first, last))
            else:
                found.append(person)
                loose += [(first, index) for index in [self._index_at(person.start)] if index > first]
        persons = Persons(found)
        for first, last in loose:
            for index in range(first, last):
                if self._may_be_short(index) and self._ends_a_name(index, last):
                    word = self.words[index]
                    persons.add_short(word.start, word.end, word.text, titled=self._title_before(index) is not None)
        persons.settle()
        return persons, [hit for hit in self.hits if hit.entry.kind != KIND]

    # ---- runs ---------------------------------------------------------------

    def _is_break(self, index: int, word: Token) -> bool:
        """Whether the word ends a run of capitals: it belongs to another name."""
        if word.hit < 0:
            if self.language == "vi":
                return word.text in _NOT_PEOPLE or (word.text.isupper() and len(word.text) > 1)
            return False
        hit = self.hits[word.hit]
        if hit.entry.kind == "country" and hit.text in _GIVEN_PLACES:
            return not self._is_beside_a_name(index)
        if hit.entry.sort in _SOFT_SORTS and self.language == "vi":
            before = self.words[index - 1] if index else None
            return not (
                before is not None
                and before.capital
                and before.hit < 0
                and continues(self.text, before, word)
                and before.text in _VIETNAMESE_SURNAMES | _NAME_PARTS
            )
        return hit.entry.kind != "trap" or word.capital

    def _is_beside_a_name(self, index: int) -> bool:
        """Whether a place that is also a personal name stands beside another word of a name."""
        word = self.words[index]
        back = index - 1
        while (
            back > 0
            and self.words[back].text in _PARTICLES
            and continues(self.text, self.words[back], self.words[back + 1])
        ):
            back -= 1  # "Albert del Rosario"
        if index and continues(self.text, self.words[back], self.words[back + 1]) and self.words[back].text in _GIVEN:
            return True
        if index + 1 >= len(self.words):
            return False
        after = self.words[index + 1]
        if self.language == "vi" and (  # after a title "Israel" is the country, "Alexandria" may be the name
            self.hits[word.hit].entry.sort == "name" or is_vietnamese_syllable(after.text) or word.text not in _GIVEN
        ):
            return False
        return (
            self.text[word.end : after.start] == " "
            and after.capital
            and after.hit < 0
            and not after.text.isupper()
            and after.text not in _AFTER_A_PLACE
            and after.lower not in _TITLES_EN
            and after.text not in _NOT_PEOPLE
            and not self._is_title_case(word.start)
        )

    def _person(self, first: int, last: int) -> Found | None:
        if self.language == "vi":
            return self._vietnamese(first, last)
        return self._english(first, last) or (self._vietnamese(first, last) if self.language != "en" else None)

    def _index_at(self, start: int) -> int:
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < start:
                low = middle + 1
            else:
                high = middle
        return low

    def _leaders(self) -> list[Found]:
        """Leaders' full names, found by the automaton; the title before them may still tell a country."""
        return [
            Found(
                hit.start,
                hit.end,
                hit.entry.values[0] if hit.entry.sort == "alias" else hit.text,
                leader=hit.entry.values[0],
                country=self._country_before(self._index_at(hit.start)),
            )
            for hit in self.hits
            if hit.entry.kind == KIND
        ]

    # ---- English ------------------------------------------------------------

    def _english(self, first: int, last: int) -> Found | None:
        title = self._last_title(first, last)
        titled = title >= first or self._title_before(first) is not None
        start = title + 1 if title >= first else first
        if title < first:
            start = self._without_opening(first, last)
            titled = titled and start == first
        stop = self._end_of_name(start, last)
        name = self.words[start:stop]
        if not name or not self._reads_as_name(name, titled):
            return None
        country = self._country_before(first)
        return Found(name[0].start, name[-1].end, self._printed(name), country=country, titled=titled)

    def _last_title(self, first: int, last: int) -> int:
        """The index of the last title word of the run that a name can follow; first - 1 where there is none."""
        for index in range(last - 2, first - 1, -1):
            word = self.words[index]
            if (
                word.lower in _TITLES_EN
                and word.capital
                and not (index > first and self.words[index - 1].text in _GIVEN)
            ):
                return index
        return first - 1

    def _without_opening(self, first: int, last: int) -> int:
        """The run's start without the words that are capitals only because a sentence opens with them."""
        start = first
        while start < last - 1 and self.words[start].text not in _GIVEN and self._is_ordinary(self.words[start]):
            start += 1
        return start

    def _is_ordinary(self, word: Token) -> bool:
        return word.lower in self.small or word.lower in _HEADLINE_WORDS

    def _end_of_name(self, start: int, last: int) -> int:
        stop = start
        while stop < last:
            word = self.words[stop]
            ends = word.lower in _HEADLINE_WORDS or word.text in _NOT_PEOPLE
            is_surname = stop == start + 1 == last - 1 and word.text in _SURNAMES_TOO
            if stop > start and word.capital and ends and not is_surname:
                break
            if word.text.isupper() and len(word.text) > 3 and not self._shouted(word):
                break
            stop += 1
        while stop > start and not self.words[stop - 1].capital:
            stop -= 1
        return stop

    def _shouted(self, word: Token) -> bool:
        """Whether capitals are how this text prints surnames ("Emmanuel MACRON"), rather than an abbreviation."""
        return word.text.isalpha() and len(word.text) > 4

    def _reads_as_name(self, name: Sequence[Token], titled: bool) -> bool:
        first = name[0]
        count = len(name)
        if first.text not in _GIVEN and (first.text in _NOT_PEOPLE or first.lower in _HEADLINE_WORDS):
            return False
        if self._is_ship(name):
            return False
        headline = self._is_title_case(first.start)
        if count == 1:
            usual = self._is_ordinary(first) or first.text in _MONTHS or first.lower in _TITLES_EN
            return (
                titled
                and not usual
                and not headline
                and len(first.text) > 1
                and first.text[1:].lower() == first.text[1:]
            )
        if any(word.text in _NOT_PEOPLE for word in name[1:]):
            return first.text in _GIVEN and count == 2 and name[1].text in _SURNAMES_TOO
        if _is_given(first.text) or (len(first.text) == 1 and titled):
            return not (headline and not titled and self._is_ordinary(name[1])) and count <= 6
        if self._surname_first(name):
            return titled or not headline
        if titled and not (headline and self._is_ordinary(name[-1])):
            return True
        return count <= 3 and not headline and self._speaks(name)

    def _is_ship(self, name: Sequence[Token]) -> bool:
        """Whether the name is a ship's or a class's: "the Admiral Golovko destroyer", "the frigate Admiral Essen"."""
        after, before = self._index_at(name[-1].end), self._index_at(name[0].start) - 1
        near = [self.words[after].lower] if after < len(self.words) else []
        near += [self.words[index].lower for index in (before, before - 1) if index >= 0]
        return any(word in _SHIPS for word in near)

    def _surname_first(self, name: Sequence[Token]) -> bool:
        """Chinese, Korean and unmarked Vietnamese names: "Choe Son Hui", "Li Qiang", "Kim Hong-kyun"."""
        return (
            name[0].text in _ASIAN_SURNAMES
            and len(name) in (2, 3, 4)
            and all(
                is_vietnamese_syllable(part) or len(part) <= 6 for word in name[1:] for part in word.text.split("-")
            )
        )

    def _speaks(self, name: Sequence[Token]) -> bool:
        """Whether a speech verb or an age follows: "Ann Telnaes said", "Jan Wetzel, 56,"."""
        after = self._index_at(name[-1].end)
        if after >= len(self.words) or any(self._is_ordinary(word) for word in name):
            return False
        gap, word = self.text[name[-1].end : self.words[after].start], self.words[after]
        return (gap == " " and word.text in _SPEECH) or (gap == ", " and (word.text == "who" or _is_age(word.text)))

    def _title_before(self, index: int) -> int | None:
        """The index of the title word right before, in small letters or abbreviated; None where there is none."""
        if not index:
            return None
        before = self.words[index - 1]
        if self.language == "vi":
            return self._vietnamese_title(index)[0]
        if before.lower in _TITLES_EN and continues(self.text, before, self.words[index]):
            return index - 1
        if before.lower in _TITLES_EN and not before.capital and self._is_apposition(index):
            return index - 1  # "the interior minister, Ann Linde, said"
        return None

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

    # ---- Vietnamese ---------------------------------------------------------

    def _vietnamese(self, first: int, last: int) -> Found | None:
        start = first
        for index in range(last - 1, first, -1):  # titles in capitals: "Ông Yermak", "Thủ Tướng Phạm Minh Chính"
            if self._is_title_ending(index - 1):
                start = index
                break
        stop = self._end_of_vietnamese_name(start, last)
        name = self.words[start:stop]
        if not name:
            return None
        title, country = self._vietnamese_title(start)
        if not self._reads_as_vietnamese_name(name, title):
            return None
        return Found(name[0].start, name[-1].end, self._printed(name), country=country, titled=title is not None)

    def _end_of_vietnamese_name(self, start: int, last: int) -> int:
        stop = last
        while stop > start and not self.words[stop - 1].capital:
            stop -= 1
        return stop

    def _is_title_ending(self, index: int) -> bool:
        """Whether a Vietnamese title ends with this word."""
        phrase = ""
        for back in range(index, max(index - 5, -1), -1):
            if back < index and self.text[self.words[back].end : self.words[back + 1].start] != " ":
                return False
            phrase = self.words[back].lower + (" " + phrase if phrase else "")
            if phrase in _TITLES_VI:
                return True
        return False

    def _vietnamese_title(self, index: int) -> tuple[int | None, str | None]:
        """The last word of the title that governs the name at `index`, and the country printed in between.

        "Bộ trưởng Quốc phòng Mỹ Lloyd Austin": only offices, bodies and countries may stand between.
        """
        country = None
        for back in range(index - 1, max(index - 1 - _TITLE_REACH, -1), -1):
            word = self.words[back]
            gap = self.text[word.end : self.words[back + 1].start]
            if gap.strip(" ()-–") or "\n" in gap or len(gap) > 3:
                return None, None
            if self._is_title_ending(back):
                return back, country
            if word.hit >= 0:
                hit = self.hits[word.hit]
                if hit.entry.kind == "country" and len(hit.entry.values) == 1:
                    country = hit.entry.values[0]
                continue
            if word.lower not in _PORTFOLIO_VI and not (word.text.isupper() and len(word.text) > 1):
                return None, None
        return None, None

    def _reads_as_vietnamese_name(self, name: Sequence[Token], title: int | None) -> bool:
        first, count = name[0], len(name)
        at = self._index_at(first.start)
        if any(word.lower == "tàu" for word in self.words[max(0, at - 3) : at]):
            return False  # a ship that bears a person's name
        if at and self.words[at - 1].lower in _PLACE_BEFORE_VI:
            return False
        syllables = all(is_vietnamese_syllable(part) for word in name for part in word.text.split("-"))
        if all(word.lower in _PORTFOLIO_VI for word in name):
            return False
        if count == 1:
            if len(first.text) < 2 or title is None:
                return False
            return not syllables or (self.words[title].lower in _ONE_SYLLABLE and first.lower not in _PORTFOLIO_VI)
        if title is not None:
            return count <= 6
        before = self.words[at - 1].lower if at else ""
        if syllables and first.lower in _NOT_BEFORE_VI and name[1].text in _VIETNAMESE_SURNAMES:
            return False
        if syllables and first.text in _VIETNAMESE_SURNAMES:
            return count in (3, 4) and before not in _NOT_BEFORE_VI and all(word.text.isalpha() for word in name)
        if _is_given(first.text) or self._surname_first(name):
            return not (self._is_title_case(first.start) and syllables)
        return False

    # ---- shared -------------------------------------------------------------

    def _may_be_short(self, index: int) -> bool:
        """Whether a single capitalised word may be the surname of somebody known."""
        word = self.words[index]
        return word.capital and len(word.text) > 1 and word.hit < 0 and word.text not in _MONTHS

    def _ends_a_name(self, index: int, last: int) -> bool:
        """Whether no further word of a name follows in the run: "Burhan" in "Burhan Ghalioun" is no surname."""
        if index == last - 1:
            return True
        after = self.words[index + 1]
        return after.lower in _HEADLINE_WORDS or after.text in _NOT_PEOPLE or self._is_ordinary(after)

    def _printed(self, name: Sequence[Token]) -> str:
        return self.text[name[0].start : name[-1].end]

    def _country_before(self, index: int) -> str | None:
        """The country printed with a title: "Russian Foreign Minister …", "Ngoại trưởng Nga …"."""
        if self.language == "vi":
            return self._vietnamese_title(index)[1]
        for back in range(index - 1, max(index - 7, -1), -1):
            word = self.words[back]
            gap = self.text[word.end : self.words[back + 1].start]
            if gap not in (" ", "'s ", "'s", " of ", ", "):
                return None
            if word.hit >= 0:
                hit = self.hits[word.hit]
                if hit.entry.kind == "country" and len(hit.entry.values) == 1:
                    return hit.entry.values[0]
                return None
            if word.lower not in _TITLES_EN and word.lower not in _PORTFOLIO_EN and not word.capital:
                return None
        return None

    def _is_title_case(self, at: int) -> bool:
        """Whether the line around is a headline in title case, where capitals say nothing."""
        begin = self.text.rfind("\n", max(0, at - LONGEST_HEADLINE), at) + 1
        if begin not in self._title_case:
            end = self.text.find("\n", at, at + LONGEST_HEADLINE)
            around = self.text[max(begin, at - 120) : end if end >= 0 else at + LONGEST_HEADLINE][:240]
            self._title_case[begin] = False
            long_words = [word for word in around.split() if len(word) > 3 and word[0].isalpha()]
            self._title_case[begin] = len(long_words) > 4 and sum(w[0].isupper() for w in long_words) > 0.75 * len(
                long_words
            )
        return self._title_case[begin]


def _is_given(word: str) -> bool:
    """Whether the word, or the first part of a double name, is a known given name: Anne-Claire, Kassym-Jomart."""
    return word in _GIVEN or word.partition("-")[0] in _GIVEN


def _is_age(word: str) -> bool:
    return word.isdigit() and 10 < int(word) < 110


_NAME_PARTS = gazetteer.words("vietnamese-name-parts.tsv")
_AFTER_A_PLACE = gazetteer.words("after-a-place.tsv")
_PORTFOLIO_EN = gazetteer.word_set("en-portfolio")
