"""What shows of a story's paragraph, by which a model says whether it opens an event (happenings.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from events.extraction import data, date_phrases, dates_in_clauses, sentences
from events.extraction.date_phrases import Kind, Phrase
from events.extraction.layouts import happening_links, happening_words
from events.extraction.layouts.told import OUTSIDE_DAYS, Party, Told, goes_on, pattern, words
from events.extraction.learned import Marked
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Span

QUOTES = "\"“'‘«"
ACTOR_WINDOW = 160  # characters of a paragraph in which its own actor shows
_SUBJECT, _VERB = 40, 220  # characters into a paragraph its subject is named; its main verb stands
_COMMENTATOR = 60  # characters into a paragraph stands who only comments
_OPENING = 70  # characters into a paragraph it says when and where it goes on
_EXPLAINED = 110  # characters into a paragraph its verb stands that only explains
_AHEAD = 50  # characters before a month in which a word tells that it lies ahead
_MANY_PARTIES, _LATE = 4, 6  # parties of a list; paragraphs into a story
_LEADS_IN = 60  # characters of a sentence that may only lead in
_OF_THEN = ("'s ", "’s ")  # "December's vote" is no time at which something was
_STEPS, _MUCH = 10, 4  # into which a share is parted; from where on it is simply much
_PAST_PERFECT = regex(r"[^.,;]*?\bhad\s\w+")  # "On Tuesday the police had fired …": before the story
_BEFORE_THE_STORY = regex(r"(?:(?!\b(?:said|says|told|that|after|who|which)\b)[^.,;]){0,80}\bhad\s\w+")
_SCENE = regex(r"(?:In|At|From|Tại|Ở)\s+[A-ZĐÀ-Ỹ][^.,;:\d]{1,40},")
_NAMED_BY_DAY = (" of ", " vụ ", " cuộc ")  # "the coup of 26 July"
_REPORTED = regex(r"\b(?:said|says|told|that|who|which|nói|cho biết|tuyên bố|rằng|khẳng định|cho rằng)\b|[“\"]")
_HOWEVER = regex(r"(?:However|But|Tuy nhiên|Nhưng),?\s")
_FULL_NAME = regex(r"(?:Ông|Bà)\s[A-ZĐÀ-Ỹ][\w'’-]*\s[A-ZĐÀ-Ỹ]")
_KINDS = {Kind.DAY: "date", Kind.WEEKDAY: "weekday", Kind.RELATIVE: "relative day", Kind.SAME_DAY: "same day"}


class Shown(NamedTuple):
    """What shows of a paragraph: signs that have a name, and what its words say."""

    signs: frozenset[str]
    said: list[tuple[str, Set[str]]]

    @property
    def marked(self) -> Marked:
        """As the model asks for it."""
        return [("", self.signs), *self.said]


def read(told: Told, line: Line) -> Shown | None:
    """What shows of a paragraph; None where it quotes, and so goes on with what was told."""
    first = _sentence(told, line)
    if first is None:
        return None
    return Shown(_named_and_linked(told, line, first), happening_words.read(told, line, first))


def named_and_linked(told: Told, line: Line) -> Set[str]:
    """The signs that have a name; none where a paragraph quotes."""
    first = _sentence(told, line)
    return _named_and_linked(told, line, first) if first else frozenset()


def _named_and_linked(told: Told, line: Line, first: Span) -> frozenset[str]:
    sentence = line.text[first.start : first.end]
    verb = next(_of_kinds(told, sentence), None)
    return _named(told, line, first).union(happening_links.read(told, sentence, verb.start() if verb else None))


def _sentence(told: Told, line: Line) -> Span | None:
    first = None if line.text[0] in QUOTES else sentences.first(line.text, 0, len(line.text))
    return _telling(told, line, first) if first else None


def _named(told: Told, line: Line, first: Span) -> frozenset[str]:
    parties = told.parties(Span(line.start + first.start, line.start + min(first.end, ACTOR_WINDOW)))
    days = [
        phrase
        for phrase in date_phrases.find(line.text, first.start, first.end, told.language)
        if phrase.kind in OUTSIDE_DAYS
    ]
    return frozenset(
        (
            *_of_the_opening(told, line, first, parties),
            *_of_the_days(told, line.text, first, days),
            *_of_the_verb(told, line.text[first.start : first.end], parties),
            *_of_the_actors(told, line, parties, days),
            *_of_the_place(told, line.text, first),
            *happening_links.read_the_rest(told, line, first),
        )
    )


def _telling(told: Told, line: Line, first: Span) -> Span:
    """The sentence to judge a paragraph by: behind a few words that only lead in ("Not all agreed.") the next one."""
    if first.end - first.start > _LEADS_IN or first.end >= len(line.text) - _LEADS_IN:
        return first
    if any(one.kind in OUTSIDE_DAYS for one in date_phrases.find(line.text, first.start, first.end, told.language)):
        return first
    rest = line.text[first.end :]
    second = sentences.first(line.text, first.end + len(rest) - len(rest.lstrip()), len(line.text))
    if second is None or line.text[second.start] in QUOTES:
        return first
    return second


# --- How it opens


def _of_the_opening(told: Told, line: Line, first: Span, parties: list[Party]) -> Iterator[str]:
    text, language = line.text, told.language
    if moves_in_time(told, line, first):
        yield "moves in time"
    if told.turns(line):
        yield "turns"
    elif pattern("turning_inside", language).search(text[: first.end][:_VERB].lower()):
        yield "turns inside"
    if _opens_a_scene(text, language):
        yield "scene"
    if dates_in_clauses.tells_background(text, language):
        yield "opens as background"
    if goes_on(text, language):
        yield "points back"
    if pattern("pronoun", language).match(text) and not (language == "vi" and _names_another(told, line)):
        yield "pronoun"
    if pattern("preposition", language).match(text):
        yield "preposition"
    if pattern("numbers", language).match(text):
        yield "number"
    if pattern("definite", language).match(text):
        yield "definite"
    if told.language == "vi" and _names_another(told, line):
        yield "another person"
    said = _HOWEVER.match(text)
    if said:
        objecting = told.parties(Span(line.start + said.end(), line.start + said.end() + _SUBJECT))
        yield "objection" if objecting and objecting[0].name not in told.named else "but"
    if explains(text, language):
        yield "explains"
    if looks_back(told, text, first):
        yield "looks back"
    if dates_in_clauses.is_commentary(text[:_COMMENTATOR], language):
        yield "commentator"
    if pattern("speakers", language).search(text[:ACTOR_WINDOW].lower()):
        yield "speaker"
    if _own_actor(told, line, first, parties):
        yield "own actor"


def moves_in_time(told: Told, line: Line, sentence: Span) -> bool:
    """Whether a paragraph says at once that it tells of another hour, and names who acted then.

    "Trước đó, ngày 26/8, …", "Hours later, …", "Speaking in Geneva on Friday, …".
    """
    opening = line.text[:_OPENING]
    if not pattern("moving", told.language).match(opening.lower()):
        spoken = _spoken(told.language).match(opening)
        if not spoken or not date_phrases.find(line.text, 0, min(_OPENING, sentence.end), told.language):
            return False
    return bool(told.parties(Span(line.start, line.start + min(sentence.end, ACTOR_WINDOW))))


def _opens_a_scene(text: str, language: str) -> bool:
    """Whether a paragraph opens somewhere else: "In Geneva, …"."""
    place = _SCENE.match(text)
    return place is not None and not date_phrases.find(text, 0, place.end(), language)


def _names_another(told: Told, line: Line) -> bool:
    """Whether a paragraph opens with the full name of somebody new, whom "Ông" does not point back to."""
    if not _FULL_NAME.match(line.text):
        return False
    named = told.parties(Span(line.start, line.start + _SUBJECT))
    return bool(named) and bool(named[0].person) and named[0].person not in told.people


def explains(text: str, language: str) -> bool:
    """Whether a paragraph opens by saying what someone is, has or was once: "Niger, a former colony, has …"."""
    found = _stative(language).search(text[:_EXPLAINED])
    return found is not None and not _REPORTED.search(text, 0, found.start())


# --- When


def _of_the_days(told: Told, text: str, first: Span, days: list[Phrase]) -> Iterator[str]:
    if own_day(told, text, first):
        yield "own day"
    head = text[first.start : first.end][:_VERB]
    if pattern("long_ago", told.language).search(head):
        yield "long ago"
    if pattern("lately", told.language).search(head):
        yield "lately"
    if not days:
        return
    day = days[0]
    if (age := told.age(day)) is not None:
        yield f"age={'ahead' if age < -1 else 'fresh' if age < 4 else 'week' if age < 10 else 'old'}"
    yield "day"
    yield _KINDS[day.kind]
    yield "day told before" if text[day.start : day.end].lower() in told.days else "another day"
    if day.start < _SUBJECT + first.start:
        yield "day first"
    if told.dated and day.kind in (Kind.DAY, Kind.WEEKDAY):
        yield "dated as the lead" if told.dated is day.kind else "dated otherwise"


def own_day(told: Told, text: str, sentence: Span) -> bool:
    """Whether a sentence gives a day that may be its own, and not one long before the story."""
    return any(
        phrase.kind in OUTSIDE_DAYS
        and not phrase.end_day
        and not _PAST_PERFECT.match(text[phrase.end : phrase.end + 60])
        and not text[: phrase.start].endswith(_NAMED_BY_DAY)
        and not told.is_old(phrase)
        and not _had_happened(told, text, phrase.start)
        and dates_in_clauses.may_be_own_day(text, sentence, phrase, told.language)
        for phrase in date_phrases.find(text, sentence.start, sentence.end, told.language)
    )


def _had_happened(told: Told, text: str, at: int) -> bool:
    """Whether a sentence told in the past perfect before its date lies before the story."""
    before = _BEFORE_THE_STORY.match(text) if told.language == "en" else None
    return before is not None and before.end() <= at


def looks_back(told: Told, text: str, sentence: Span | None) -> bool:
    """A year or a month in a fresh story tells the background: "founded in 1998", "In May, …", "từ năm 2013"."""
    if sentence is None:
        return False
    if pattern("once", told.language).match(text, sentence.start):
        return not pattern("ahead", told.language).search(text, sentence.start, sentence.end)
    return any(
        (phrase.kind in (Kind.YEAR, Kind.MONTH) or told.is_old(phrase))
        and not text.startswith(_OF_THEN, phrase.end)
        and not pattern("ahead", told.language).search(
            text.lower(), max(sentence.start, phrase.start - _AHEAD), phrase.start
        )
        for phrase in date_phrases.find(text, sentence.start, sentence.end, told.language)
    )


# --- What


def _of_kinds(told: Told, sentence: str) -> Iterator[re.Match[str]]:
    return (verb for verb in _verbs(told.language).finditer(sentence[:_VERB]) if verb.lastgroup)


def _of_the_verb(told: Told, sentence: str, parties: list[Party]) -> Iterator[str]:
    head, found = sentence[:_VERB], list(_of_kinds(told, sentence))
    main = found[0].lastgroup if found else "none"
    yield f"verb={main}"
    for kind in sorted({str(verb.lastgroup) for verb in found[1:]}):
        yield f"has {kind}"
    if pattern("also", told.language).search(head):
        yield "also"
    if pattern("own_word", told.language).search(head):
        yield "speaks of its own act"
    if parties:
        yield f"verb={main} & {'known' if parties[0].name in told.actors else 'new'} actor"


# --- Who


def _of_the_actors(told: Told, line: Line, parties: list[Party], days: list[Phrase]) -> Iterator[str]:
    all_named = {party.name for party in told.parties(Span(line.start, line.end))}
    yield "names others" if all_named - told.named else "names nobody new"
    if len(all_named) >= _MANY_PARTIES:
        yield "list of names"
    if not parties:
        yield "names nobody"
        return
    first = parties[0]
    before = first.at - line.start
    known = "acted" if first.name in told.actors else "named" if first.name in told.named else "new"
    yield f"actor={known}"
    if before < _SUBJECT:
        yield "actor first"
        yield f"actor first={known}"
    yield "actor=home" if first.name == told.home else "actor=abroad"
    if first.name in told.here:
        yield "actor of this event"
    if first.person:
        yield "person=known" if first.person in told.people else "person=new"
    elif len(first.name) == 2:
        yield "country"
    if days:
        yield f"day & actor={known}"
    if _subordinate(told.language).search(line.text, 1, max(1, before)):
        yield "actor in a clause"
    if told.is_beside(line.text[:before]):
        yield "actor beside"


def _own_actor(told: Told, line: Line, sentence: Span, parties: list[Party]) -> bool:
    """Someone acts for whom no event has acted yet: a country, a body, or a person who acts for one of them.

    A person printed without a country is of the country the story is about.
    """
    if not parties or (told.language == "en" and _BEFORE_THE_STORY.match(line.text)):
        return False
    first = parties[0]
    if _subordinate(told.language).search(line.text, 1, max(1, first.at - line.start)):
        return False
    new = first.name not in told.actors or any(one.person and told.is_new(one) for one in parties)
    if not told.lead and first.at < line.start + sentence.start + _SUBJECT and first.name not in told.here:
        new = True  # behind a further event, whoever opens the paragraph opens a new one
    return new


# --- Where


def _of_the_place(told: Told, text: str, first: Span) -> Iterator[str]:
    own = told.words_of(text[first.start : first.end])
    for name, of in (("shared", told.words), ("shared with the lead", told.lead_words)):
        yield f"{name}={min(len(own & of) * _STEPS // max(1, len(own)), _MUCH)}"
    if first.end >= len(text) - 1:
        yield "one sentence"
    if any(map(text.count, '"“')):
        yield "quotes"
    yield "in the lead" if told.lead else "behind a further event"
    if told.paragraphs <= 2:
        yield "early in the lead" if told.lead else "early in an event"
    if told.seen >= _LATE:
        yield "late"


@cache
def _verbs(language: str) -> re.Pattern[str]:
    """The verbs of a sentence, by kind."""
    kinds = data.load("stories")["verbs_vi" if language == "vi" else "verbs_en"]
    return re.compile("|".join(rf"(?P<{kind}>\b(?:{'|'.join(forms)})\b)" for kind, forms in kinds.items()))


@cache
def _stative(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(words('stative', language))})\b")


@cache
def _spoken(language: str) -> re.Pattern[str]:
    """A speech in a place with a name: pointing back it would be "Speaking at the meeting, …"."""
    return re.compile(rf"(?:{'|'.join(words('spoken', language))})\s[A-ZĐÀ-Ý]")


@cache
def _subordinate(language: str) -> re.Pattern[str]:
    """Words behind which a name is no longer the sentence's subject: "The order came after Hamas …"."""
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, words('subordinate', language)))})\s", re.IGNORECASE)
