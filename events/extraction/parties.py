"""For whom a name speaks: a country or organization for itself, a person for the one he or she holds office in.

A person stands for the country or organization of the title before the name ("Russian Foreign Minister Lavrov") or of
the office listed in cues/leaders.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from events.extraction import cues
from events.extraction.nouns_en import is_finite
from events.extraction.patterns import regex
from events.extraction.records import Mention, Span

CountryOf = Callable[[str], str | None]  # a person's value -> the country he or she acts for

_CAPITALISED = regex(r"[A-ZĐ](?<!\w[A-ZĐ])[\w-]+")  # that opens a word

_OFFICE = 24  # characters between a body and the name of one who speaks for it
_WHOSE = frozenset(("'s ", "’s ", "' ", "’ "))
_SECRETARY = "Secretary-General"
_THE_SECRETARY = regex(r"\b[Tt]he (Secretary-General)\b(?! of\b)")


@cache
def _leaders() -> dict[str, str]:
    """Folded name -> the country or organization its bearer speaks for."""
    return {cues.fold(name): value for value, names in cues.load("leaders").items() for name in names}


@lru_cache(maxsize=4096)
def _leader(name: str) -> str | None:
    """For whom the leader of that name speaks, if there is one."""
    return _leaders().get(cues.fold(name))


def unnamed_leaders(text: str, spans: Sequence[Span], mentions: Sequence[Mention]) -> list[Mention]:
    """Leaders named by surname alone where nobody took the word for a name ("Biden orders sanctions"), and "the
    Secretary-General", who is the UN's where no other body is named.
    """
    found: list[Mention] = []
    of_the_un = {m.value for m in mentions if m.kind == "organization"} <= {"UN"}
    for span in spans:
        if of_the_un and text.find(_SECRETARY, span.start, span.end) >= 0:
            titles = _THE_SECRETARY.finditer(text, span.start, span.end)
            found += [Mention(title.start(1), title.end(1), "organization", "UN") for title in titles]
        if any(map(_leader, _CAPITALISED.findall(text, span.start, span.end))):  # hardly any sentence has one
            found += [
                Mention(match.start(), match.end(), "person", match[0])
                for match in _CAPITALISED.finditer(text, span.start, span.end)
                if _leader(match[0]) and not any(m.start < match.end() and match.start() < m.end for m in mentions)
            ]
    return found


def represented(text: str, mentions: Sequence[Mention], country_of: CountryOf) -> list[Mention]:
    """The countries of people known to act for one: "Putin praised …" involves Russia, though nobody names it.

    Not of those named as a body's, nor where a Vietnamese word only looks like a name: "Máy" for May, "Tập đoàn".
    """
    found = []
    named = [mention for mention in mentions if mention.kind == "organization"]
    bodies, following = {body.end for body in named}, {body.start for body in named}
    for person in mentions:
        code = country_of(person.value) if person.kind == "person" else None
        of_a_body = not bodies.isdisjoint(range(person.start - _OFFICE, person.start)) or (
            text[person.end : person.end + 2] == ", "
            and not following.isdisjoint(range(person.end, person.end + _OFFICE))
        )
        if code and not of_a_body and _is_sure(text, person):
            found.append(Mention(person.start, person.end, "country", code))
    return found


def _is_sure(text: str, person: Mention) -> bool:
    """Whether it is surely a name, and no Vietnamese word that looks like one."""
    words = text[person.start : person.end]
    return words.isascii() or " " in words or (not person.value.isascii() and _is_called_by_title(text, person.start))


def _is_called_by_title(text: str, start: int) -> bool:
    """Whether a small word stands before the name: "ông Tập"."""
    before = text[max(0, start - _OFFICE) : start].split(" ")
    return len(before) > 1 and not before[-1] and before[-2][:1].islower()


class Parties:
    """The parties of one passage. `value` gives the ISO code or the organization's name, None for a private person."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], language: str, country_of: CountryOf | None = None
    ) -> None:
        self.text = text
        self.language = language
        self._country_of = country_of
        self.offices = cues.lexicon(language).grammar["persons"]
        self._mentions = mentions

    @cached_property
    def _homes(self) -> dict[str, str]:
        """Each person's country or organization, from the title before the name or the list of leaders."""
        homes: dict[str, str] = {}
        ordered = sorted(self._mentions, key=lambda m: m.start)
        for before, person in pairwise(ordered):
            if person.kind != "person" or before.kind not in ("country", "organization") or person.value in homes:
                continue
            if self._is_title(self.text[before.end : person.start]):
                homes[person.value] = before.value
        return homes

    def _is_title(self, between: str) -> bool:
        """Whether only an office stands between a country and a person: "Russian Foreign Minister Sergei Lavrov".

        Or nothing, where the country's name says whose the person is: "Canada's Justin Trudeau".
        """
        if between in _WHOSE:
            return self.language == "en"
        folded = cues.fold(between)
        words = folded.replace("'s", " ").split()
        if "\n" in between or len(words) > 7 or any(mark in between for mark in ",.;:()"):
            return False
        if self.language == "vi":
            return not words or (words[0] in self.offices and len(words) <= 2)
        return (
            bool(words)
            and not any(w in ("and", "with", "in", "on", "at", "from", "by") for w in words)
            and ("'s" in folded or not any(is_finite(word, cues.lexicon("en")) for word in words))  # "killed leader"
            and any(word.removeprefix("vice-").removeprefix("ex-") in self.offices for word in words)
        )

    def value(self, mention: Mention) -> str | None:
        if mention.kind != "person":
            return mention.value
        name = mention.value
        if " " in name and (party := _leader(name)):
            return party
        if name in self._homes:
            return self._homes[name]
        words = name.split()
        return _leader(name) or _leader(words[-1]) or _leader(words[0]) or self._told_elsewhere(mention)

    def _told_elsewhere(self, person: Mention) -> str | None:
        """The country the whole document gives one named without it here: "Liu met the premier", an envoy of China's.

        Not a Vietnamese word that only looks like a name.
        """
        if self._country_of is None or not _is_sure(self.text, person):
            return None
        return self._country_of(person.value)
