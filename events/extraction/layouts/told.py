"""What a story has told so far, by which a paragraph about a new happening is known from one that goes on."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from events.extraction import data, date_phrases
from events.extraction.date_phrases import Kind, Phrase
from events.extraction.layouts.blocks import CountryOf, NamesIn
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span

OUTSIDE_DAYS = (Kind.DAY, Kind.RELATIVE, Kind.WEEKDAY, Kind.SAME_DAY)
_WORD = regex(r"\w+")
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_SYLLABLE, _STEM = regex(r"[^\W\d_]+"), 6  # letters of an English word that its forms share
_LONGEST_STAMP = 100  # characters
_DATED = 320  # characters into the lead its day stands
_DATELINE = 30  # characters in which a day is that of the dateline
_LEAD_PARAGRAPHS = 3  # headline included: so far a new person of a country already named goes on with the main event
_WHOLE, _HELD = 12, 0.9  # words of a standfirst; share of them that its paragraph holds, too
_ALIKE = 0.8  # share of words two paragraphs have in common to say the same
_QUOTED = 8  # words of a sentence that a page prints a second time, in large letters
_ACTED = 50  # characters into a paragraph those who act are named
_YEAR, _FRESH, _LEAD_TIME = 360, 20, 60  # days: of a year; from here on the background; may still lie ahead
_OPENING = 70  # characters into a paragraph it says when and where it goes on
_COMPARED = 6  # paragraphs back in which a repetition is looked for


class Party(NamedTuple):
    """Someone named: the country or body, and the person who acts for it."""

    at: int
    name: str
    person: str = ""


class Told:
    """What the article has told so far, by which a new happening is recognised."""

    def __init__(self, language: str, names_in: NamesIn, country_of: CountryOf, paragraphs: int = 0) -> None:
        self.language = language
        self.names_in = names_in
        self.country_of = country_of
        self.home = ""  # the party the story names first
        self.named: set[str] = set()  # everyone the events so far name
        self.actors: set[str] = set()  # those of them who are the subject somewhere
        self.paragraphs = 0  # of the event that is open
        self.people: set[str] = set()
        self.here: set[str] = set()  # everyone the open event names
        self.lead = False  # whether that is the main event
        self.day: int | None = None  # of the main event, in the year
        self.dated: Kind | None = None  # how the lead gives its day: by a date, or as the day of the week
        self.days: set[str] = set()  # the words for days so far
        self.words: set[str] = set()
        self.lead_words: set[str] = set()
        self.seen = 0  # paragraphs so far
        self.of_all = paragraphs  # how many the article has
        self.stems: Set[str] = set()  # of all words so far
        self.stems_of_title: Set[str] = set()
        self.stems_before: Set[str] = set()  # of the paragraph before
        self.bags: list[frozenset[str]] = []
        self._rows: list[str] = []  # the words of each paragraph
        self.repeated = False  # whether the last paragraph holds all of one before it, or the other way round

    def stamp(self, line: Line) -> None:
        """A line above the text, which may give the day the page was printed."""
        if self.day is None and len(line.text) <= _LONGEST_STAMP and any(map(str.isdigit, line.text)):
            found = date_phrases.find(line.text, 0, len(line.text), self.language)
            self.day = next((_in_year(one) for one in found if one.kind is Kind.DAY and one.year and one.day), None)

    def open(self, line: Line, *, lead: bool = False) -> None:
        self.paragraphs, self.lead = 0, lead
        self.here = set()
        self.go_on(line)

    def go_on(self, line: Line) -> None:
        self.paragraphs += 1
        self._learn_stems(line)
        self._learn_words(line)
        parties = self.parties(Span(line.start, line.end))
        if not self.home and parties:
            self.home = parties[0].name
        self.here.update(party.name for party in parties)
        self.actors.update(
            party.name
            for party in parties
            if party.name == self.home
            or (party.at < line.start + _ACTED and not self.is_beside(line.text[: party.at - line.start]))
        )
        self.named |= self.here
        self.people.update(party.person for party in parties)

    def _learn_words(self, line: Line) -> None:
        days = date_phrases.find(line.text, 0, len(line.text), self.language)
        self.days.update(line.text[one.start : one.end].lower() for one in days)
        self.seen += 1
        words = self.words_of(line.text)
        self.words |= words
        if not self.lead or self.paragraphs > _LEAD_PARAGRAPHS + 1:
            return
        self.lead_words |= words
        early = [one for one in days if one.end <= _DATED]
        if self.day is None:
            self.day = next((_in_year(one) for one in early if one.kind is Kind.DAY and one.month and one.day), None)
        if self.dated is None:
            self.dated = next((one.kind for one in days if one.kind in OUTSIDE_DAYS and one.start > _DATELINE), None)

    def _learn_stems(self, line: Line) -> None:
        self.stems_before = self.stems_of(line.text)
        self.stems_of_title = self.stems_of_title or self.stems_before
        self.stems = self.stems | self.stems_before

    def stems_of(self, text: str) -> Set[str]:
        return stems_of(text, self.language)

    @staticmethod
    def words_of(text: str) -> set[str]:
        return set(_LONG_WORD.findall(text.lower()))

    def pass_over(self, line: Line) -> None:
        """Background: who is named there opens no event by being named again in the next paragraph."""
        self.seen += 1
        self._learn_stems(line)
        self.here.update(party.name for party in self.parties(Span(line.start, line.end)))

    def is_beside(self, before: str) -> bool:
        """Whether a name behind these words is no subject: "talks over Iran", "gặp gỡ với Iran"."""
        word = before.rsplit(None, 1)[-1:]
        return bool(word) and word[0].lower() in _beside(self.language)

    def is_of_others(self, line: Line) -> bool:
        """Whether a paragraph names someone, and nobody whom the story has named before."""
        named = {party.name for party in self.parties(Span(line.start, line.end))} - {self.home}
        return bool(named) and named.isdisjoint(self.named)

    def turns(self, line: Line) -> bool:
        """Whether a paragraph says that the story goes on elsewhere or at another hour: "Meanwhile, …"."""
        return turns(line.text, self.language)

    def is_old(self, phrase: Phrase) -> bool:
        """Whether a day lies well before the first one the main event gives."""
        if self.day is None or phrase.kind is not Kind.DAY or not (phrase.month and phrase.day):
            return False
        return _FRESH < (self.day - _in_year(phrase)) % _YEAR < _YEAR - _LEAD_TIME

    def age(self, phrase: Phrase) -> int | None:
        """How many days before the main event's day one lies, about; None where either is not known."""
        if self.day is None or phrase.kind is not Kind.DAY or not (phrase.month and phrase.day):
            return None
        days = (self.day - _in_year(phrase)) % _YEAR
        return days - _YEAR if days > _YEAR - _LEAD_TIME else days

    def is_new(self, one: Party) -> bool:
        """Whether a person is new to the story: by the country, and later in the story also by the name."""
        if one.name not in self.actors:
            return True
        early = self.lead and self.paragraphs <= _LEAD_PARAGRAPHS
        return not early and one.person not in self.people

    def parties(self, span: Span) -> list[Party]:
        """Who is named there, by country or body."""
        named = [
            Party(m.start, self.country_of(m.value) or self.home, m.value)
            if m.kind == "person"
            else Party(m.start, m.value)
            for m in self.names_in([span])
        ]
        return [party for party in named if party.name]

    def repeats(self, line: Line) -> bool:
        """Whether a paragraph says again, word for word or turned round, what one shortly before said."""
        words = _WORD.findall(line.text[:2000].lower())
        bag = frozenset(words)
        said = len(bag) >= 6 and any(len(bag & old) >= _ALIKE * len(bag | old) for old in self.bags[-_COMPARED:])
        row = f" {' '.join(words)} "
        said = said or (len(words) >= _QUOTED and any(row in old for old in self._rows))  # shown large once more
        self._rows.append(row)
        self.repeated = any(len(bag & old) >= max(_WHOLE, _HELD * min(len(bag), len(old))) for old in self.bags[-2:])
        self.bags.append(bag)
        return said


def _in_year(phrase: Phrase) -> int:
    """About the day's place in the year."""
    return 30 * (phrase.month or 0) + (phrase.day or 0)


@cache
def _said_anywhere() -> frozenset[str]:
    """Long English words that say nothing of what is spoken about, but for their ends."""
    return frozenset(word[:_STEM] for word in data.load("stories")["said_anywhere_en"])


@cache
def _beside(language: str) -> frozenset[str]:
    return frozenset(words("beside", language))


def stems_of(text: str, language: str) -> Set[str]:
    """By what a text is known to speak of the same: long words but for their ends; of Vietnamese two syllables."""
    if language == "vi":
        return {f"{one} {after}" for one, after in pairwise(_SYLLABLE.findall(text.lower()))}
    return {word[:_STEM] for word in Told.words_of(text)} - _said_anywhere()


def goes_on(text: str, language: str) -> bool:
    """Whether a paragraph opens by pointing back: "He …", "Hai bên …"."""
    return bool(pattern("continuing", language).match(text[:60].lower()))


def turns(text: str, language: str) -> bool:
    """Whether a paragraph opens by turning elsewhere or to another hour: "Meanwhile, …", "Hours later, …"."""
    opening = text[:_OPENING].lower()
    return bool(pattern("turning", language).match(opening) or pattern("moving", language).match(opening))


@cache
def pattern(kind: str, language: str) -> re.Pattern[str]:
    """Any of the words of a kind, which may be patterns, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words(kind, language), key=len, reverse=True))})\b")


def words(kind: str, language: str) -> list[str]:
    """The words of a kind in data/stories.toml."""
    return data.load("stories")[f"{kind}_{'vi' if language == 'vi' else 'en'}"]
