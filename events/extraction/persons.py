"""Who is who in one document: the same person under several spellings, and short mentions of people named in full."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from . import gazetteer
from .patterns import regex
from .records import Mention

KIND = "person"
_LEAST_MISSPELT = 6  # letters of a surname that may be printed in two ways
_INITIAL = regex(r"\b([A-ZÀ-Þ][a-z]?)\.(?=[A-ZÀ-Þ][a-zß-ÿ]{2})")  # glued to the name behind it
MOST_NAMESAKES = 40  # people of one surname that are told apart; more are no news article


class Leader(NamedTuple):
    """A person of leaders.tsv: `short` names mean them without a title."""

    id: str
    country: str | None
    full: tuple[str, ...]
    short: tuple[str, ...]


@cache
def leaders() -> tuple[Leader, ...]:
    """The people of leaders.tsv; the first full name is the id."""
    found = []
    for row in gazetteer.rows("leaders.tsv"):
        full = tuple(form for form in row[1].split("|") if form)
        found.append(Leader(full[0], row[0] or None, full, tuple(f for f in gazetteer.column(row, 2).split("|") if f)))
    return tuple(found)


@cache
def _leaders_by_id() -> dict[str, Leader]:
    return {leader.id: leader for leader in leaders()}


@cache
def _leaders_by_short() -> dict[str, Leader]:
    return {key(short): leader for leader in leaders() for short in leader.short}


@cache
def _common_surnames() -> frozenset[str]:
    many = gazetteer.words("surnames.tsv") - gazetteer.word_set("few-bear") | gazetteer.word_set("many-bear")
    return frozenset(key(word) for word in many)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name for comparing: no marks, no case, no punctuation."""
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D")).casefold()
    return "".join(c for c in letters if c.isalnum() or c == " ")


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, as keys; an initial is one also where it is glued to the next: "B.Munkhjin"."""
    return tuple(key(_INITIAL.sub(r"\1. ", name)).split())


@dataclass(slots=True)
class Found:
    """A name found in the text. `leader` is the id of a known leader, or the editors' name, whose spelling it is."""

    start: int
    end: int
    text: str
    leader: str | None = None
    country: str | None = None
    titled: bool = False


@dataclass(slots=True)
class Person:
    """One person of the document, with every mention."""

    name: str  # the fullest form printed
    parts: tuple[str, ...]  # of that form, as keys
    leader: str | None = None
    country: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    last: int = -1  # place of the last short mention joined so far

    def nearness(self, at: int) -> int:
        """The place of the last mention before `at`; people named only later come after, nearest first."""
        before = max((start for start, _ in self.mentions[:MOST_NAMESAKES] if start <= at), default=-1)
        latest = max(before, self.last)
        return latest if latest >= 0 else -self.mentions[0][0]


_SURNAMES_FIRST = frozenset(
    key(word)
    for row in gazetteer.rows("surnames-first.tsv")
    if row[0] in ("zh", "ko", "vi", "sino")
    for word in row[1].split()
)


class Persons(Sequence[Mention]):
    """The persons of a document; as a sequence, their mentions in order of place."""

    def __init__(self, found: Sequence[Found], named: frozenset[str] = frozenset()) -> None:
        """`named`: the countries that the document names."""
        self._named = named
        self._people: list[Person] = []
        self._shorts: list[Found] = []
        self._by_part: dict[str, list[Person]] = {}
        self._mentions: list[Mention] = []
        full: list[tuple[int, int, Found]] = []
        for one in found:
            length = len(_parts(one.text))
            if length > 1 or one.leader:
                full.append((-length, one.start, one))
            else:
                self._shorts.append(one)
        for _, _, one in sorted(full, key=itemgetter(0, 1)):
            self._add_full(one)

    def knows(self, text: str) -> bool:
        """Whether one capitalised word may be the name of somebody of this document or of a leader."""
        part = key(text)
        return part in self._by_part or self._leader(part) is not None

    def _leader(self, part: str) -> Leader | None:
        """The leader whose short name it is; one that many bear is a leader's only where his country is named."""
        leader = _leaders_by_short().get(part)
        if leader and part in _common_surnames() and leader.country not in self._named:
            return None
        return leader

    def has_surname(self, text: str) -> bool:
        """Whether somebody of this document is named in full with this surname last."""
        part = key(text)
        people = self._by_part.get(part, ())
        return any(len(person.parts) > 1 and person.parts[-1] == part for person in people[:MOST_NAMESAKES])

    def add_short(self, start: int, end: int, text: str, *, titled: bool) -> None:
        """Offer one capitalised word that `knows` knows."""
        self._shorts.append(Found(start, end, text, titled=titled))

    def settle(self) -> None:
        """Join the short mentions to the people; to be called once, when all are offered."""
        for short in sorted(self._shorts, key=lambda one: one.start):
            self._add_short(short)
        self._mentions = [
            Mention(start, end, KIND, person.name) for person in self._people for start, end in set(person.mentions)
        ]
        self._mentions.sort(key=attrgetter("start", "end", "value"))

    def __len__(self) -> int:
        return len(self._mentions)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._mentions[index]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._mentions)

    def countries(self) -> dict[str, str]:
        """The country of each person, where the document prints it with the title or the person is known."""
        known = {}
        for person in self._people:
            leader = _leaders_by_id().get(person.leader or "")
            country = person.country or (leader.country if leader else None)
            if country:
                known[person.name] = country
        return known

    # ---- joining ------------------------------------------------------------

    def _add_full(self, one: Found) -> None:
        parts = _parts(one.text.replace("-", " "))
        person = self._same(parts, one.leader)
        if person is None:
            person = Person(one.text, parts, one.leader)
            self._people.append(person)
        person.leader = person.leader or one.leader
        person.country = person.country or one.country
        person.mentions.append((one.start, one.end))
        whole = key(one.text.rpartition(" ")[2])
        for part in (*parts, whole) if "-" in one.text else parts:  # "Glen Grin-uôn": "Grin-uôn" too
            people = self._by_part.setdefault(part, [])
            if person not in people:
                people.append(person)

    def _same(self, parts: tuple[str, ...], leader: str | None) -> Person | None:
        if leader is not None:
            for person in self._people:
                if person.leader == leader:
                    return person
        for part in parts:
            for person in self._by_part.get(part, ())[:MOST_NAMESAKES]:
                if _is_same(person.parts, parts):
                    return person
        return None

    def _add_short(self, short: Found) -> None:
        part = key(short.text)
        candidates = [
            person
            for person in self._by_part.get(part, ())[:MOST_NAMESAKES]
            if _is_short_for(part, person, short.titled)
        ]
        if candidates:
            person = (
                candidates[0] if len(candidates) == 1 else max(candidates, key=lambda one: one.nearness(short.start))
            )
        elif leader := self._leader(part):
            person = self._same((), leader.id) or self._new(short, leader.id)
        elif short.titled:
            person = self._misspelt(part) or self._new(short, None)
        else:
            return
        person.country = person.country or short.country
        person.mentions.append((short.start, short.end))
        person.last = short.start

    def _misspelt(self, part: str) -> Person | None:
        """The person whose surname differs by two letters at most: "Araghchi", later "Araqghchi"."""
        if len(part) < _LEAST_MISSPELT:
            return None
        for person in self._people[:MOST_NAMESAKES]:
            surname = person.parts[-1] if len(person.parts) > 1 else ""
            if surname[:2] == part[:2] and len(surname) >= _LEAST_MISSPELT and _nearly(surname, part):
                return person
        return None

    def _new(self, short: Found, leader: str | None) -> Person:
        parts = tuple(key(short.text).split())
        person = Person(short.text, parts, leader, short.country)
        self._people.append(person)
        self._by_part.setdefault(parts[-1] if parts else "", []).append(person)
        return person


def _is_short_for(part: str, person: Person, titled: bool) -> bool:
    """Whether one word means the person: the surname; with a title any part ("President Lula")."""
    if len(person.parts) == 1 or (part not in person.parts and part.endswith(person.parts[-1])):
        return True
    if person.parts[0] in _SURNAMES_FIRST and len(person.parts) <= 3:
        return part == person.parts[0] or (titled and part == person.parts[-1])
    return part == person.parts[-1] or titled


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one person: one's words are in the other, or only the given name is spelled apart."""
    if set(other) <= set(one) or set(one) <= set(other) or "".join(one) == "".join(other):
        return True
    if one[-1] != other[-1]:
        short = min(len(one[-1]), len(other[-1]))
        return len(one[0]) > 1 and one[:-1] == other[:-1] and short >= _LEAST_MISSPELT and _nearly(one[-1], other[-1])
    if not one[0] or not other[0]:
        return False
    return one[0][0] == other[0][0] and (len(one[0]) == 1 or len(other[0]) == 1 or _nearly(one[0], other[0]))


def _nearly(one: str, other: str) -> bool:
    """Whether two spellings of a given name differ by two letters at most: Sergey and Sergei."""
    if abs(len(one) - len(other)) > 2:
        return False
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1] <= (2 if min(len(one), len(other)) > 4 else 1)
