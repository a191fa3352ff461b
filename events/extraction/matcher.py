"""Finds many fixed forms in a text in one pass: whole words only, the longest form wins.

Forms are found by their first two words, so that tens of thousands need no automaton to be built before the first text
is read: what begins with a word is looked at when a text first has that word, and most are never met.

Pure lookup: what a form means where it stands is decided by the rooms that use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from .building import uncollected
from .patterns import regex
from .tokens import Printed, printed_words

_WORD = regex(r"[^\W_]+")


class Entry(NamedTuple):
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


Listed = tuple[int, str, Entry]  # a form's place in the list, as it is matched, and what it stands for
Sizes = list[tuple[int, int]]  # of forms: characters in front of the first word, and in all
Forms = dict[str, tuple[Entry, ...]]  # what each stands for
Begun = dict[str, tuple[Sizes, Forms]]  # second word, "" for forms of one -> the forms


class Matcher:
    """Forms by their words. They are matched as printed and in capitals. A form without any word is not found."""

    @uncollected()
    def __init__(self, forms: Iterable[tuple[str, Entry]], *, in_capitals: bool = True) -> None:
        listed = list(forms)
        self._entries = [entry for _, entry in listed]
        # All forms at once: one call instead of thousands.
        self._forms = plain("\0".join([form for form, _ in listed])).split("\0") if listed else []
        self._listed: dict[str, tuple[int, ...]] = {}  # first word -> the places of forms that begin with it
        for at, form in enumerate(self._forms):
            first = form.partition(" ")[0]
            if not first.isalnum():
                words = _WORD.search(form)
                if not words:
                    continue
                first = words[0]
            self._listed[first] = (*self._listed[first], at) if first in self._listed else (at,)
        self._capitals: dict[str, tuple[str, ...]] = {}  # first word in capitals -> as printed
        for first in self._listed if in_capitals else ():
            capitals = first.upper()
            self._capitals[capitals] = (*self._capitals[capitals], first) if capitals in self._capitals else (first,)
        self._firsts = self._listed.keys() | self._capitals.keys()
        self._begun: dict[str, Begun] = {}

    def _begun_by(self, first: str) -> Begun:
        """All that begins with a word."""
        begun = self._begun.get(first)
        if begun is None:
            listed = [(at, self._forms[at], self._entries[at]) for at in self._listed.get(first, ())]
            for as_printed in self._capitals.get(first, ()):
                forms = [(at, self._forms[at]) for at in self._listed[as_printed]]
                listed += [(at, form.upper(), self._entries[at]) for at, form in forms if form[1:]]
            begun = self._begun[first] = _begun(first, sorted(listed, key=itemgetter(0)))
        return begun

    def hits(self, text: str, printed: Printed | None = None) -> list[Hit]:
        """Whole-word hits in `text` (made plain before), without overlap, in order. `printed` are its words, if known.

        The leftmost form wins, the longest of those that begin there. A longer form that begins inside it and reaches
        beyond it breaks it ("in [French Guiana]", not "[in French] Guiana"), and so does a trap of any length:
        "nước [Mỹ Latinh]", not "[nước Mỹ] Latinh".
        """
        text = text.replace("\n", " ") + "\0"  # a name may be broken over two lines
        chosen: list[Hit] = []
        end = 0
        found = self._whole_words(text, printed or printed_words(text))
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

    def may_hit(self, text: str) -> bool:
        """Whether words of `text` begin some form, which is soon told: where none do, there are no hits."""
        words = set(_WORD.findall(text))
        begun = map(self._begun_by, words & self._firsts)
        return any("" in by_second or not by_second.keys().isdisjoint(words) for by_second in begun)

    def _whole_words(self, text: str, printed: Printed) -> list[tuple[int, int, str, tuple[Entry, ...]]]:
        found: list[tuple[int, int, str, tuple[Entry, ...]]] = []
        for at, sizes, forms in self._begun_in(text, printed):
            for before, size in sizes:
                start = at - before
                stop = start + size
                form = text[start:stop]
                if form not in forms:
                    continue
                if ((after := text[stop]).isalnum() or after == "_") and form[-1].isalnum():
                    continue
                if text[start - 1] == "_" and form[0].isalnum():
                    continue
                found.append((start, stop, form, forms[form]))
        return found

    def _begun_in(self, text: str, printed: Printed) -> Iterator[tuple[int, Sizes, Forms]]:
        """Where words stand with which forms begin, as the next word has it, and these forms."""
        firsts, begun, (starts, _, texts) = self._firsts, self._begun, printed
        last = len(texts) - 1
        for at in [at for at, word in enumerate(texts) if word in firsts]:
            first, following = texts[at], texts[at + 1] if at < last else ""
            by_second = begun.get(first) or self._begun_by(first)
            if "" in by_second:
                yield starts[at], *by_second[""]
            if following and not following.isalnum():
                following = "".join(_WORD.findall(following)[:1])
            if following and following in by_second:
                yield starts[at], *by_second[following]
        for at in [at for at, whole in enumerate(map(str.isalnum, texts)) if not whole]:  # "Iran's", "US-led"
            for part in _WORD.finditer(texts[at]):
                if part[0] in firsts:
                    behind = _WORD.search(text, starts[at] + part.end())
                    by_second = self._begun_by(part[0])
                    for second in {"", behind[0] if behind else ""} & by_second.keys():
                        yield starts[at] + part.start(), *by_second[second]


def _begun(first: str, listed: Iterable[Listed]) -> Begun:
    tables: dict[str, tuple[set[tuple[int, int]], dict[str, list[Entry]]]] = {}
    for _, form, entry in listed:
        second = next(iter(_WORD.findall(form)[1:2]), "")
        sizes, forms = tables.setdefault(second, (set(), {}))
        sizes.add((form.index(first), len(form)))
        entries = forms.setdefault(form, [])
        if entry not in entries:
            entries.append(entry)
    return {
        second: (sorted(sizes), {form: tuple(entries) for form, entries in forms.items()})
        for second, (sizes, forms) in tables.items()
    }


def _leftmost_longest(hit: tuple[int, int, str, tuple[Entry, ...]]) -> tuple[int, int]:
    return hit[0], -hit[1]
