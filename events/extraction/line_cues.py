"""The words of boilerplate.toml, turned round: what a line says, or opens with, and why it is set aside then."""

from __future__ import annotations

import re
from functools import cache

import ahocorasick

from events.extraction import data
from events.extraction.patterns import regex
from events.extraction.records import Reason

SHORT = 160  # characters: longer lines are text, whatever words they hold
LONGEST_LINK, LEAST_MENU = 28, 4  # characters of a menu's entry; entries in a row
SIGNS = " \t|:·•*_#>»→▲↑-–—=.…()[]"  # around the words of a line
_LETTERS_TOLD = (3, 2, 1)  # at the head of a line, by which its cues are looked up: the longest cues first
NUMBER = regex(r"\d+(?:[.,:]\d+)*")
LETTERS = regex(r"[^\W\d_]+")
AGO = regex(
    r"\b(?:\d{1,2}|an?|một|one|two)\s?(?:m|h|d|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|giờ|phút|ngày|tuần|tháng)"
    r"\s(?:ago|trước)[)\s|·-]*$"
)


def bare_words(text: str) -> str:
    """In lower case, without the signs around."""
    return text.lower().strip(SIGNS)


def is_listed(text: str) -> bool:
    """An item of a list, whatever it cites."""
    return text[0] in "*-•+★●" or text[0].isdigit()


class Cues:
    """boilerplate.toml, turned round: cue -> (reason, ends the article)."""

    def __init__(self) -> None:
        self.whole: dict[str, tuple[Reason, bool]] = {}
        starts, contains = [], []
        for name, section in data.load("boilerplate").items():
            if name in ("caption", "summary"):
                continue
            meaning = Reason(section.get("reason", name)), section.get("ends_article", False)
            self.whole.update(dict.fromkeys(section.get("line", ()), meaning))
            starts += [(cue, meaning) for cue in section.get("starts", ())]
            contains += [(cue, meaning) for cue in section.get("contains", ())]
        boxes = data.load("boilerplate")
        self.soft = frozenset(boxes["related"]["soft"])
        self.continued = frozenset(boxes["related"]["continued"])
        self.buttons = frozenset(boxes["widget"]["words"])
        self.pictured = frozenset(boxes["caption"]["alone"])
        labels = "|".join(map(re.escape, sorted(boxes["related"]["labels"], key=len, reverse=True)))
        self.label = re.compile(rf"[>»=+▶►▸→➤➡•■▪●★☞✔*\s\[(-]*(?:{labels})\)?\]?\s?(?::|\||»|>+|[-–—](?=\s))\s*")
        self._starts: dict[str, list[tuple[str, tuple[Reason, bool]]]] = {}  # by their first letters, longest first
        for cue, meaning in sorted(starts, key=lambda cue: -len(cue[0])):
            self._starts.setdefault(cue[: _LETTERS_TOLD[0]], []).append((cue, meaning))
        self.anywhere = ahocorasick.Automaton()
        for cue, meaning in contains:
            self.anywhere.add_word(cue, meaning)
        self.anywhere.make_automaton()

    def opening(self, head: str) -> tuple[str, tuple[Reason, bool]] | None:
        """The longest cue that words in small letters open with."""
        for letters in _LETTERS_TOLD:
            for one in self._starts.get(head[:letters], ()):
                if head.startswith(one[0]):
                    return one
        return None


@cache
def known_cues() -> Cues:
    return Cues()
