"""The one door to names: countries, organizations and people of a document, found in one reading.

`Names(vocabulary).read(text, language)` reads the whole document, so that a later short mention ("Mr. Lavrov", "ông
Yermak") gets the fullest form printed anywhere in it; `within(spans)` then hands out the mentions of a passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from . import countries, gazetteer, namesakes, organizations, people, transcribed
from .gazetteer.spellings import organization_spellings
from .matcher import Entry, Hit, Matcher, plain
from .patterns import regex
from .records import Mention, Span, Vocabulary
from .tokens import printed_words

_SENT_TO = regex(r" (?:in|for|tại|ở) (?:the )?(?=[^\W\d_]+(?: [^\W\d_]+)*$)", re.IGNORECASE)
_place = attrgetter("start", "end", "kind", "value")


class DocumentNames:
    """The mentions of one document, sorted by place."""

    def __init__(self, mentions: Sequence[Mention], countries_of_people: Mapping[str, str]) -> None:
        by_place = {_place(mention): mention for mention in mentions}
        self.mentions = tuple(by_place[place] for place in sorted(by_place))
        self._countries = dict(countries_of_people)
        self._starts = [mention.start for mention in self.mentions]

    def within(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions that lie wholly inside one of the spans, sorted by start; offsets are the document's."""
        found: list[Mention] = []
        behind, in_order = 0, True
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found += [mention for mention in self.mentions[first:last] if mention.end <= span.end]
            behind, in_order = span.end, in_order and span.start >= behind
        return found if in_order else sorted(set(found), key=_place)

    def country_of(self, person: str) -> str | None:
        """The country a person of this document acts for, as the title printed with the name or the gazetteer says.

        `person` is the value of a mention; None where neither knows.
        """
        return self._countries.get(person)


class Names:
    """The gazetteer and the editors' own spellings, ready to read documents. Automata are built at first use."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._matchers: dict[str, Matcher] = {}

    def read(self, text: str, language: str) -> DocumentNames:
        """All names of the document. `language` is en or vi; for anything else both languages' forms are tried."""
        text = plain(text)
        printed = printed_words(text)
        hits = self._matcher(language).hits(text, printed)
        if language == "vi":
            hits = transcribed.added(text, hits)
        hits = namesakes.settled(text, hits, language)
        persons, hits = people.read(text, hits, language, printed)
        taken = [(mention.start, mention.end) for mention in persons]
        found = [
            *countries.resolve(text, hits, language),
            *organizations.resolve(text, hits),
            *self._countries_of_missions(hits, language),
        ]
        return DocumentNames([*persons, *_outside(found, taken)], persons.countries())

    def _countries_of_missions(self, hits: Sequence[Hit], language: str) -> Iterator[Mention]:
        """Those by which a body's missions are called: "UN Mission in South Sudan"."""
        for hit in hits:
            if hit.entry.kind == organizations.KIND and len(hit.entry.values) > 1 and (at := _SENT_TO.search(hit.text)):
                for inner in self._matcher(language).hits(hit.text[at.end() :]):
                    if (country := inner.of(countries.KIND)) and country.sort in ("name", "area", "word"):
                        start = hit.start + at.end() + inner.start
                        yield Mention(start, start + len(inner.text), countries.KIND, country.values[0])

    def _matcher(self, language: str) -> Matcher:
        if language not in gazetteer.LANGUAGES:
            language = "und"
        if language not in self._matchers:
            self._matchers[language] = Matcher(_forms(language, self._vocabulary))
        return self._matchers[language]


def _outside(mentions: Sequence[Mention], taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """The mentions that do not overlap a person's name."""
    starts = sorted(taken)
    begins = [start for start, _ in starts]
    kept = []
    for mention in mentions:
        at = bisect_left(begins, mention.end) - 1
        if at < 0 or starts[at][1] <= mention.start:
            kept.append(mention)
    return kept


def _forms(language: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Entry]]:
    """Forms for the automaton, the more telling meaning of a form first."""
    for alias in vocabulary.aliases:
        yield alias.text, Entry(alias.kind, "alias", (alias.value,))
    languages = gazetteer.LANGUAGES if language == "und" else (language,)
    yield from _organization_forms(languages)
    for one in languages:
        for form in gazetteer.country_forms(one):
            kind = "trap" if form.kind == "trap" and not form.values else countries.KIND
            yield form.text, Entry(kind, form.kind, form.values)
        for places in gazetteer.further_places(one):
            entry = Entry(countries.KIND, places.kind, places.values)
            for name in places.names:
                yield name, entry
    yield from people.known_forms()
    for agency in gazetteer.agencies():
        entry = Entry("agency", "name", (agency.name,))
        for name in agency.names:
            yield name, entry


def _organization_forms(languages: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    # Either language's document prints the other's names in brackets, so both are known in both.
    for organization in gazetteer.organizations():
        weak = {form for one in languages for form in getattr(organization, f"weak_{one}")}
        values = (organization.name, *([organization.acts_for] if organization.acts_for else []))
        entry = Entry(organizations.KIND, "name", values)
        for one in gazetteer.LANGUAGES:
            for form in getattr(organization, f"names_{one}"):
                if form not in weak:  # the other language's names are printed as their bearers write them
                    for spelling in organization_spellings(form) if one in languages else (form,):
                        yield spelling, entry
        for form in weak:
            yield form, Entry(organizations.KIND, "weak", values)
        for form in organization.introduced:
            yield form, Entry(organizations.KIND, "introduced", values)


def names_for(vocabulary: Vocabulary) -> Names:
    """The reader for a vocabulary's spellings, built once per process."""
    return _names_for(Vocabulary(vocabulary.aliases))


@lru_cache(maxsize=4)
def _names_for(spellings: Vocabulary) -> Names:
    return Names(spellings)


__all__ = ["DocumentNames", "Hit", "Names", "names_for"]
