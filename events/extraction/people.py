"""People in a text: full names as printed, and later short mentions joined to them.

A run of capitalised words is a person when a title stands before it, when it opens with a known given name or is a
known leader's name, or when it is the surname of somebody named in full elsewhere in the document. Everything else in
capitals (ships, bodies, places, products) is left alone. What reads as a name is decided per language, by people_en.py
and people_vi.py; persons.py tells who is who.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import gazetteer
from .matcher import Entry, Hit
from .people_en import EnglishPeople
from .people_page import GIVEN_PLACES, Page
from .people_rows import names_in_rows
from .people_vi import VietnamesePeople
from .persons import KIND, Found, Persons, leaders
from .tokens import Printed, runs

_BEFORE_PLACES = gazetteer.word_set("before-places")


def known_forms() -> Iterator[tuple[str, Entry]]:
    """Spellings of leaders' full names for the automaton."""
    for leader in leaders():
        for form in leader.full:
            yield form, Entry(KIND, "leader", (leader.id,))


def read(text: str, hits: Sequence[Hit], language: str, printed: Printed) -> tuple[Persons, list[Hit]]:
    """The persons of the document, and the hits without those that are people.

    `text` is plain, `printed` are its words, which are used up.
    """
    page = Page(text, hits, printed)
    room = VietnamesePeople(page) if language == "vi" else EnglishPeople(page)
    second = VietnamesePeople(page) if language not in ("en", "vi") else None
    breaks = {index for index in page.capitals if room.breaks_a_run(index, page.words[index])}
    found = _leaders(page, room)
    loose: list[tuple[int, int]] = []
    leaders_at = {one.start for one in found}
    for first, last in runs(text, page.words, page.capitals, breaks):
        if last - first == 1 and page.words[first].end + 1 in leaders_at:
            continue  # "Sheikh", "Sultan" in front of a leader's name
        person = room.person(first, last) or (second.person(first, last) if second else None)
        if person is None:
            loose.append((first, last))
            continue
        found.append(person)
        begin = page.index_at(person.start)
        if begin > first:
            loose.append((first, begin))
    found += names_in_rows(page, room, found, loose)
    named = {value for hit in hits if (entry := hit.of("country")) for value in entry.values}
    persons = Persons(found, frozenset(named))
    for first, last in loose:
        if room.bears_a_name(first):
            continue
        for index in range(first, last):
            word = page.words[index]
            if (
                page.may_be_short(index)
                and page.ends_a_name(index, last)
                and persons.knows(word.text)
                and not page.bears(word.end)
            ):
                persons.add_short(word.start, word.end, word.text, titled=room.title_before(index) is not None)
    for index in _places_that_name_people(page):
        word = page.words[index]
        if persons.has_surname(word.text):
            persons.add_short(word.start, word.end, word.text, titled=room.title_before(index) is not None)
    persons.settle()
    return persons, [hit for hit in hits if hit.entry.kind != KIND]


def _places_that_name_people(page: Page) -> Iterator[int]:
    """Words like "Jordan" that are a country or somebody's surname, where nothing around says that it is the place."""
    for index in page.covered:
        word = page.words[index]
        if word.text not in GIVEN_PLACES or page.hits[word.hit].entry.kind != "country":
            continue
        before = page.words[index - 1].lower if index and page.text[word.start - 1] == " " else ""
        after = page.words[index + 1] if index + 1 < len(page.words) else None
        if before in _BEFORE_PLACES or (after and after.capital and page.text[word.end : after.start] == " "):
            continue
        yield index


def _leaders(page: Page, room: EnglishPeople | VietnamesePeople) -> list[Found]:
    """Leaders' full names, found by the automaton; the title before them may still tell a country."""
    return [
        Found(
            hit.start,
            hit.end,
            hit.entry.values[0] if hit.entry.sort == "alias" else hit.text,
            leader=hit.entry.values[0],
            country=room.country_before(page.index_at(hit.start)),
        )
        for hit in page.hits
        if hit.entry.kind == KIND and not page.bears(hit.end)
    ]
