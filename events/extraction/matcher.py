"""Finds many fixed forms in a text in one pass: Aho–Corasick, whole words only, the longest form wins.

Pure lookup: what a form means where it stands is decided by the rooms that use it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick

from .building import uncollected


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form may stand for. `kind`: country, organization, agency, person, trap; `sort`: finer, by kind."""

    kind: str
    sort: str
    values: tuple[str, ...]


class Hit(NamedTuple):
    """A form found in the text, with all it may stand for, most likely first."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]  # at least one
    entry: Entry  # the first of them

    def of(self, kind: str) -> Entry | None:
        """What the form may stand for of one kind: "NASA" is an organization and speaks for its country."""
        if self.entry.kind == "trap":
            return None
        for entry in self.entries:
            if entry.kind == kind:
                return entry
        return None


# One character for one, so that offsets hold: white space in a line as a space, typographic hyphens and apostrophes
# plain. Line breaks stay, for those who ask where a line ends.
_PLAIN = (("\t", " "), ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("\u2010", "-"), ("\u2011", "-"),
          ("\u00ad", "-"), ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("ʻ", "'"), ("`", "'"))  # fmt: skip
_PLAIN_ASCII = tuple(pair for pair in _PLAIN if pair[0].isascii())


def plain(text: str) -> str:
    """The text as forms are matched against it, of the same length."""
    for printed, plainly in (
        _PLAIN_ASCII if text.isascii() else _PLAIN
    ):  # a dozen searches are many times faster than str.translate
        text = text.replace(printed, plainly)
    return text


class Matcher:
    """An automaton over forms. Forms are matched as printed and in capitals."""

    @uncollected()
    def __init__(self, forms: Iterable[tuple[str, Entry]], *, in_capitals: bool = True) -> None:
        listed = list(forms)
        printed = plain("\0".join(form for form, _ in listed))  # all at once: one call instead of thousands
        capitals = printed.upper().split("\0") if in_capitals else itertools.repeat("")
        found: dict[str, list[Entry]] = {}
        for (_, entry), form, capital in zip(listed, printed.split("\0"), capitals, strict=False):
            for spelling in {form, capital} if in_capitals and len(form) > 1 else {form}:
                entries = found.setdefault(spelling, [])
                if entry not in entries:
                    entries.append(entry)
        self._automaton = ahocorasick.Automaton()
        for form, entries in found.items():
            self._automaton.add_word(form, (form, tuple(entries)))
        self._automaton.make_automaton()

    def hits(self, text: str) -> list[Hit]:
        """Whole-word hits in `text` (made plain before), without overlap, in order.

        The leftmost form wins, the longest of those that begin there. A longer form that begins inside it and reaches
        beyond it breaks it ("in [French Guiana]", not "[in French] Guiana"), and so does a trap of any length:
        "nước [Mỹ Latinh]", not "[nước Mỹ] Latinh".
        """
        text = text.replace("\n", " ")  # a name may be broken over two lines
        chosen: list[Hit] = []
        end = 0
        found = self._whole_words(text)
        found.sort(key=_leftmost_longest)
        traps = [(start, stop) for start, stop, _, entries in found if entries[0].sort == "trap"]
        next_trap = 0
        for start, stop, form, entries in found:
            while next_trap < len(traps) and traps[next_trap][0] <= start:
                next_trap += 1
            if next_trap < len(traps) and traps[next_trap][0] < stop < traps[next_trap][1]:
                continue
            if start < end < stop and stop - start > end - chosen[-1].start:
                end = chosen[-2].end if len(chosen) > 1 else 0
                if start >= end:
                    chosen.pop()
            if start >= end:
                chosen.append(Hit(start, stop, form, entries, entries[0]))
            end = chosen[-1].end
        return chosen

    def _whole_words(self, text: str) -> list[tuple[int, int, str, tuple[Entry, ...]]]:
        found: list[tuple[int, int, str, tuple[Entry, ...]]] = []
        if not len(self._automaton):
            return found
        length = len(text)
        for last, (form, entries) in self._automaton.iter(text):
            start, stop = last - len(form) + 1, last + 1
            if stop < length and ((after := text[stop]).isalnum() or after == "_") and form[-1].isalnum():
                continue
            if start and ((before := text[start - 1]).isalnum() or before == "_") and form[0].isalnum():
                continue
            found.append((start, stop, form, entries))
        return found


def _leftmost_longest(hit: tuple[int, int, str, tuple[Entry, ...]]) -> tuple[int, int]:
    return hit[0], -hit[1]
