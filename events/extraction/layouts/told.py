"""What a story has told so far, by which a paragraph about a new happening is known from one that goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from events.extraction import data, date_phrases, dates, sentences
from events.extraction.date_phrases import Kind, Phrase
from events.extraction.layouts.blocks import CountryOf, Draft, NamesIn
from events.extraction.lines import Line
from events.extraction.records import Span

_ACTOR_WINDOW = 160  # characters of a paragraph in which its own actor shows
_OUTSIDE_DAYS = (Kind.DAY, Kind.RELATIVE, Kind.WEEKDAY, Kind.SAME_DAY)
_WORD = re.compile(r"\w+")
_PAST_PERFECT = re.compile(r"[^.,;]*?\bhad\s\w+")  # "On Tuesday the police had fired …": before the story
_BEFORE_THE_STORY = re.compile(r"(?:(?!\b(?:said|says|told|that|after|who|which)\b)[^.,;]){0,80}\bhad\s\w+")
_SCENE = re.compile(r"(?:In|At|From|Tại|Ở)\s+[A-ZĐÀ-Ỹ][^.,;:\d]{1,40},")
_LEAD_PARAGRAPHS = 3  # headline included: so far a new person of a country already named goes on with the main event
_ALIKE = 0.8  # share of words two paragraphs have in common to say the same
_ACTED = 50  # characters into a paragraph those who act are named
_AHEAD = 50  # characters before a month in which a word tells that it lies ahead
_YEAR, _FRESH, _LEAD_TIME = 360, 20, 60  # days: of a year; from here on the background; may still lie ahead
_EXPLAINED = 80  # characters into a paragraph its verb stands that only explains
_NAMED_BY_DAY = (" of ", " vụ ", " cuộc ")  # "the coup of 26 July"
_REPORTED = re.compile(r"\b(?:said|says|told|that|who|which|nói|cho biết|tuyên bố|rằng|khẳng định|cho rằng)\b|[“\"]")
_FULL_NAME = re.compile(r"(?:Ông|Bà)\s[A-ZĐÀ-Ỹ][\w'’-]*\s[A-ZĐÀ-Ỹ]")
_HOWEVER = re.compile(r"(?:However|But|Tuy nhiên|Nhưng),?\s")
_SUBJECT = 40  # characters into a paragraph its subject is named
_OPENING = 70  # characters into a paragraph it says when and where it goes on
_COMPARED = 6  # paragraphs back in which a repetition is looked for


@dataclass(frozen=True, slots=True)
class _Party:
    """Someone named: the country or body, and the person who acts for it."""

    at: int
    name: str
    person: str = ""


class Told:
    """What the article has told so far, by which a new happening is recognised."""

    def __init__(self, language: str, names_in: NamesIn, country_of: CountryOf) -> None:
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
        self.bags: list[frozenset[str]] = []

    def open(self, line: Line, *, lead: bool = False) -> None:
        self.paragraphs, self.lead = 0, lead
        self.here = set()
        self.go_on(line)

    def go_on(self, line: Line) -> None:
        self.paragraphs += 1
        if self.lead and self.day is None:
            days = date_phrases.find(line.text, 0, min(len(line.text), 2 * _ACTOR_WINDOW), self.language)
            self.day = next((_in_year(one) for one in days if one.kind is Kind.DAY and one.month and one.day), None)
        parties = self._parties(Span(line.start, line.end))
        if not self.home and parties:
            self.home = parties[0].name
        self.here.update(party.name for party in parties)
        self.actors.update(
            party.name
            for party in parties
            if party.name == self.home
            or (party.at < line.start + _ACTED and not self._is_beside(line.text[: party.at - line.start]))
        )
        self.named |= self.here
        self.people.update(party.person for party in parties)

    def pass_over(self, line: Line) -> None:
        """Background: who is named there opens no event by being named again in the next paragraph."""
        self.here.update(party.name for party in self._parties(Span(line.start, line.end)))

    def _is_beside(self, before: str) -> bool:
        """Whether a name behind these words is no subject: "talks over Iran", "gặp gỡ với Iran"."""
        word = before.rsplit(None, 1)[-1:]
        return bool(word) and word[0].lower() in _beside(self.language)

    def is_first_paragraph(self, draft: Draft, line: Line) -> bool:
        """The paragraph under the headline or the summary tells the main event, whatever its date and actors.

        Under a headline with a summary of one sentence that is the second one, if it gives the day.
        """
        if not draft.lead or self.paragraphs > 2:
            return False
        if self.paragraphs == 1:
            return True
        summary = draft.lines[-1].text
        one = sentences.first(summary, 0, len(summary))
        head = sentences.first(line.text, 0, len(line.text))
        return bool(
            draft.titled
            and one
            and one.end >= len(summary) - 1
            and head
            and not self._own_day(summary, one)
            and self._own_day(line.text, head)
            and self._goes_on_about(line, head)
        )

    def _goes_on_about(self, line: Line, sentence: Span) -> bool:
        """Whether a sentence is first about someone the open event names, or about nobody."""
        parties = self._parties(Span(line.start + sentence.start, line.start + sentence.end))
        return not parties or parties[0].name in self.here

    def is_happening(self, line: Line) -> bool:
        """Whether a paragraph tells something that happened on a day or by actors of its own."""
        if line.text[0] in "\"“'‘«":
            return False
        first = sentences.first(line.text, 0, len(line.text))
        if first is None:
            return False
        if self._moves_in_time(line, first):
            return True
        if self._opens_as_background(line) or (
            goes_on(line.text, self.language)
            and not self.turns(line)
            and not self._names_another(line)
            and not self._objects(line)
        ):
            return False
        if self._own_day(line.text, first) or _opens_a_scene(line.text, self.language):
            return True
        if _explains(line.text, self.language):
            return False
        return not self._looks_back(line.text, first) and self._own_actor(line, first)

    def _moves_in_time(self, line: Line, sentence: Span) -> bool:
        """Whether a paragraph says at once that it tells of another hour, and names who acted then.

        "Trước đó, ngày 26/8, …", "Hours later, …", "Speaking in Geneva on Friday, …".
        """
        opening = line.text[:_OPENING].lower()
        if not _moving(self.language).match(opening):
            spoken = _spoken(self.language).match(line.text[:_OPENING])
            if not spoken or not date_phrases.find(line.text, 0, min(_OPENING, sentence.end), self.language):
                return False
        head = line.text[:_ACTOR_WINDOW]
        return bool(self._parties(Span(line.start, line.start + min(sentence.end, _ACTOR_WINDOW)))) and not (
            dates.is_commentary(head, self.language)
        )

    def is_of_others(self, line: Line) -> bool:
        """Whether a paragraph names someone, and nobody whom the story has named before."""
        named = {party.name for party in self._parties(Span(line.start, line.end))} - {self.home}
        return bool(named) and named.isdisjoint(self.named)

    def _names_another(self, line: Line) -> bool:
        """Whether a paragraph opens with the full name of somebody new, whom "Ông" does not point back to."""
        if self.language != "vi" or not _FULL_NAME.match(line.text):
            return False
        named = self._parties(Span(line.start, line.start + _SUBJECT))
        return bool(named) and bool(named[0].person) and named[0].person not in self.people

    def _objects(self, line: Line) -> bool:
        """Whether somebody whom no event has named yet opens a paragraph that begins with "However, "."""
        said = _HOWEVER.match(line.text)
        if said is None:
            return False
        parties = self._parties(Span(line.start + said.end(), line.start + said.end() + _SUBJECT))
        return bool(parties) and parties[0].name not in self.named

    def turns(self, line: Line) -> bool:
        """Whether a paragraph says that the story goes on elsewhere or at another hour: "Meanwhile, …"."""
        opening = line.text[:_OPENING].lower()
        return bool(_turning(self.language).match(opening) or _moving(self.language).match(opening))

    def is_background(self, line: Line) -> bool:
        first = sentences.first(line.text, 0, len(line.text))
        return (
            self._opens_as_background(line)
            or _explains(line.text, self.language)
            or bool(first and self._looks_back(line.text, first))
        )

    def goes_with(self, line: Line) -> bool:
        """Whether a paragraph can belong to the open event: a further one goes on only by pointing back or quoting."""
        if dates.is_commentary(line.text[:_ACTOR_WINDOW], self.language):
            return False
        return self.lead or line.text[0] in '"“«' or goes_on(line.text, self.language)

    def _looks_back(self, text: str, sentence: Span) -> bool:
        """A year in a fresh story tells the background: "founded in 1998", "từ năm 2013"."""
        phrases = date_phrases.find(text, sentence.start, sentence.end, self.language)
        return text[0] not in '"“' and any(
            (phrase.kind in (Kind.YEAR, Kind.MONTH) or self._is_old(phrase))
            and not _ahead(self.language).search(text, max(sentence.start, phrase.start - _AHEAD), phrase.start)
            for phrase in phrases
        )

    def _is_old(self, phrase: Phrase) -> bool:
        """Whether a day lies well before the first one the main event gives."""
        if self.day is None or phrase.kind is not Kind.DAY or not (phrase.month and phrase.day):
            return False
        return _FRESH < (self.day - _in_year(phrase)) % _YEAR < _YEAR - _LEAD_TIME

    def _opens_as_background(self, line: Line) -> bool:
        return dates.tells_background(line.text, self.language)

    def _own_day(self, text: str, sentence: Span) -> bool:
        return any(
            phrase.kind in _OUTSIDE_DAYS
            and not phrase.end_day
            and not _PAST_PERFECT.match(text[phrase.end : phrase.end + 60])
            and not text[: phrase.start].endswith(_NAMED_BY_DAY)
            and not self._is_old(phrase)
            and not self._had_happened(text, phrase.start)
            and dates.may_be_own_day(text, sentence, phrase, self.language)
            for phrase in date_phrases.find(text, sentence.start, sentence.end, self.language)
        )

    def _had_happened(self, text: str, at: int) -> bool:
        """Whether a sentence told in the past perfect before its date lies before the story."""
        before = _BEFORE_THE_STORY.match(text) if self.language == "en" else None
        return before is not None and before.end() <= at

    def _own_actor(self, line: Line, sentence: Span) -> bool:
        """Someone acts for whom no event has acted yet: a country, a body, or a person who acts for one of them.

        A person printed without a country is of the country the story is about.
        """
        window = Span(line.start + sentence.start, line.start + min(sentence.end, _ACTOR_WINDOW))
        parties = self._parties(window)
        if not parties or (self.language == "en" and _BEFORE_THE_STORY.match(line.text)):
            return False
        first = parties[0]
        if _subordinate(self.language).search(line.text, 1, max(1, first.at - line.start)):
            return False
        new = first.name not in self.actors or any(one.person and self._is_new(one) for one in parties)
        if not self.lead and first.at < window.start + _SUBJECT and first.name not in self.here:
            new = True  # behind a further event, whoever opens the paragraph opens a new one
        head = line.text[:_ACTOR_WINDOW]
        speaks = first.name in self.actors and _speaks_for_another(head, self.language)
        return new and not speaks and not dates.is_commentary(head, self.language)

    def _is_new(self, one: _Party) -> bool:
        """Whether a person is new to the story: by the country, and later in the story also by the name."""
        if one.name not in self.actors:
            return True
        early = self.lead and self.paragraphs <= _LEAD_PARAGRAPHS
        return not early and one.person not in self.people

    def _parties(self, span: Span) -> list[_Party]:
        """Who is named there, by country or body."""
        mentions = [mention for mention in self.names_in([span]) if mention.kind != "agency"]
        named = [
            _Party(m.start, self.country_of(m.value) or self.home, m.value)
            if m.kind == "person"
            else _Party(m.start, m.value)
            for m in mentions
        ]
        return [party for party in named if party.name]

    def repeats(self, line: Line) -> bool:
        """Whether a paragraph says again, word for word or turned round, what one shortly before said."""
        bag = frozenset(_WORD.findall(line.text[:2000].lower()))
        said = len(bag) >= 6 and any(len(bag & old) >= _ALIKE * len(bag | old) for old in self.bags[-_COMPARED:])
        self.bags.append(bag)
        return said


def _in_year(phrase: Phrase) -> int:
    """About the day's place in the year."""
    return 30 * (phrase.month or 0) + (phrase.day or 0)


def _explains(text: str, language: str) -> bool:
    """Whether a paragraph opens by saying what someone is, has or was once: "Niger, a former colony, has …"."""
    found = _stative(language).search(text[:_EXPLAINED])
    return found is not None and not _REPORTED.search(text, 0, found.start())


@cache
def _stative(language: str) -> re.Pattern[str]:
    words = _words("stative", language)
    return re.compile(rf"\s(?:{'|'.join(words)})\b")


@cache
def _beside(language: str) -> frozenset[str]:
    return frozenset(_words("beside", language))


@cache
def _moving(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_words('moving', language))})\b")


@cache
def _spoken(language: str) -> re.Pattern[str]:
    """A speech in a place with a name: pointing back it would be "Speaking at the meeting, …"."""
    return re.compile(rf"(?:{'|'.join(_words('spoken', language))})\s[A-ZĐÀ-Ý]")


@cache
def _subordinate(language: str) -> re.Pattern[str]:
    """Words behind which a name is no longer the sentence's subject: "The order came after Hamas …"."""
    words = _words("subordinate", language)
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, words))})\s", re.IGNORECASE)


@cache
def _ahead(language: str) -> re.Pattern[str]:
    words = _words("ahead", language)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def goes_on(text: str, language: str) -> bool:
    """Whether a paragraph opens by pointing back: "He …", "Hai bên …"."""
    return bool(_continuing(language).match(text[:60].lower()))


def _opens_a_scene(text: str, language: str) -> bool:
    """Whether a paragraph opens somewhere else or with others: "In Geneva, …", "Meanwhile …", "Trong khi đó …"."""
    if _turning(language).match(text[:40].lower()):
        return True
    place = _SCENE.match(text)
    return place is not None and not date_phrases.find(text, 0, place.end(), language)


@cache
def _turning(language: str) -> re.Pattern[str]:
    words = _words("turning", language)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _continuing(language: str) -> re.Pattern[str]:
    words = _words("continuing", language)
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b")


def _speaks_for_another(text: str, language: str) -> bool:
    """Whether a paragraph's subject only speaks for someone: "An army spokesman, …"."""
    return bool(_speakers(language).search(text.lower()))


@cache
def _speakers(language: str) -> re.Pattern[str]:
    words = _words("speakers", language)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _words(kind: str, language: str) -> list[str]:
    return data.load("stories")[f"{kind}_{'vi' if language == 'vi' else 'en'}"]
