"""What is known of an event, fact by fact, each value with the words, the rule or the person that gave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _

from events import rules, values
from events.definitions import NO_ACT
from events.marking import Mark
from events.models import Correction, Event
from events.models.choices import EventType, Region, Role, Topic
from events.models.named import Named, fold
from events.templatetags.newsdesk import happened, moment, person
from events.vocabulary import slug_for

Aside = list[tuple[int, int]]  # stretches of the article that were set aside inside the event


@dataclass(frozen=True)
class Value:
    """A value of a fact: its name, where to find events like it, and the words or the reason that gave it."""

    label: str
    url: str = ""
    words_at: int | None = None  # offset of the words in the article's text
    because: str = ""  # as a sentence
    quad: str | None = None
    has_page: bool = False  # the address is all about it, not a list of events like it


@dataclass(frozen=True)
class Fact:
    field: str
    title: str
    values: list[Value]


@dataclass(frozen=True)
class Facts:
    """Reads the facts of `event`. `standing` holds the newest correction of each field that a person set."""

    event: Event
    aside: Aside
    standing: dict[str, Correction]
    names_editors: bool = False

    def all(self, *, every: bool = False) -> list[Fact]:
        """Every fact that has a value, in the order people ask: what, when, who, where. With `every`, also the others,
        the section and the headline: what an editor may correct."""
        event = self.event
        facts = [
            Fact("title", _("Headline"), self._printed("title", event.title)),
            Fact("type", _("Type"), [self._type()]),
            Fact("date", _("Date"), [self._value("date", happened(event) or _("Not known"))]),
            Fact("actor", _("Actor"), self._parties(Role.ACTOR)),
            Fact("recipient", _("Recipient"), self._parties(Role.RECIPIENT)),
            Fact("countries", _("Countries"), [self._country("countries", c) for c in event.event_countries.all()]),
            Fact("region", _("Region"), [self._coded("region", Region(event.region))]),
            Fact("topic", _("Topic"), [self._coded("topic", Topic(event.topic))] if event.topic else []),
            Fact("people", _("People"), self._named("people", "person", event.event_people.all())),
            Fact(
                "organizations",
                _("Organizations"),
                self._named("organizations", "organization", event.event_organizations.all()),
            ),
            Fact("agencies", _("Agencies"), self._named("agencies", "agency", event.event_agencies.all())),
            Fact("section", _("Section"), self._printed("section", event.section)),
        ]
        if not every:
            facts = [fact for fact in facts if fact.values and fact.field not in ("title", "section")]
        return [replace(fact, values=_each_reason_once(fact.values)) for fact in facts]

    def marks(self) -> list[Mark]:
        """The words to mark in the passage: those of the values shown, not of values a person replaced."""
        return [
            Mark(item["start"], item["end"], field)
            for field, items in self.event.evidence.items()
            for item in items
            if self._is_here(item) and self._counts(field, item)
        ]

    def _type(self) -> Value:
        label = EventType(self.event.type).label if self.event.type else NO_ACT
        return self._value("type", label, f"type={self.event.type or 'none'}", quad=self.event.quad or "none")

    def _printed(self, field: str, words: str | None) -> list[Value]:
        """Words of the article itself, which need no reason but a person's."""
        correction = self.standing.get(field)
        return [Value(words, because=self._by_person(correction) if correction else "")] if words else []

    def _coded(self, field: str, choice) -> Value:
        return self._value(field, choice.label, f"{field}={choice.value}")

    def _parties(self, role: Role) -> list[Value]:
        return [
            self._country(str(role), party)
            if party.country_id
            else self._value(
                str(role),
                party.organization.name,
                row=party.organization,
                url=reverse("organization", args=[party.value]),
                has_page=True,
            )
            for party in self.event.parties.all()
            if party.role == role
        ]

    def _country(self, field: str, link) -> Value:
        page = reverse("country", args=[link.country_id])
        return self._value(field, link.country.name, key=link.country_id, url=page, has_page=True)

    def _named(self, field: str, target: str, links: Iterable) -> list[Value]:
        rows = [getattr(link, target) for link in links]
        return [
            self._value(field, row.name, row=row, url=reverse(target, args=[row.slug]), has_page=True) for row in rows
        ]

    def _value(
        self, field: str, label, query: str = "", key: str = "", row: Named | None = None, url: str = "", **more
    ) -> Value:
        """With its evidence: for lists, that of the one value, the country's code `key` or the `row`."""
        given = [item for item in self.event.evidence.get(field, []) if self._counts(field, item)]
        if key or row:
            given = [item for item in given if _is_of(item.get("value"), key, row)]
        here = next((item["start"] for item in given if self._is_here(item)), None)
        if query:
            url = f"{reverse('event-list')}?{query}"
        return Value(str(label), url, here, self._because(field, given, here), **more)

    def _because(self, field: str, given: list[dict], here: int | None) -> str:
        """A heading or dateline stands outside the passage: its words are quoted, since they cannot be marked."""
        rule = next((rules.sentence(item["rule"], item.get("text", "")) for item in given if item.get("rule")), "")
        if rule or here is not None:
            return rule
        if field in self.standing:
            return self._by_person(self.standing[field])
        words = next((item["text"] for item in given if item.get("text")), "")
        if words:
            return _("From “%(words)s”, outside the passage.") % {"words": words}
        if field == "date" and not self.event.date:
            return _("The words name no day.")
        if field == "type" and not self.event.type:
            return _("The words tell of no act.")
        return rules.sentence("")

    def _by_person(self, correction: Correction) -> str:
        if not self.names_editors:
            return _("Set by an editor.")
        return _("Set by %(name)s, %(when)s.") % {
            "name": person(correction.made_by),
            "when": moment(correction.made_at),
        }

    def _counts(self, field: str, item: dict) -> bool:
        """Whether evidence is for what is shown: a list that a person changed keeps the words of what is left in it."""
        if field not in self.standing:
            return True
        left = self.standing[field].new if field in values.LISTS else []
        return any(_is_same(item.get("value"), name) for name in left or [])

    def _is_here(self, item: dict) -> bool:
        """Whether its words stand in the passage as shown."""
        if "start" not in item or not self.event.start <= item["start"] < self.event.end:
            return False
        return not any(start <= item["start"] < end for start, end in self.aside)


def _is_same(value: str | None, name: str) -> bool:
    """A name may be written in another way in its row: the row was there before."""
    return fold(value or "") == fold(name)


def _is_of(value: str | None, key: str, row: Named | None) -> bool:
    """Whether a value that was read is the country of this code, or this row, which may have been renamed since."""
    if row is None:
        return _is_same(value, key)
    return _is_same(value, row.name) or slug_for(type(row), value or "") == row.slug


def _each_reason_once(found: list[Value]) -> list[Value]:
    """Of neighbours with the same reason the last one says it, for all."""
    if not found:
        return []
    kept = [replace(one, because="") if one.because == after.because else one for one, after in pairwise(found)]
    return [*kept, found[-1]]
