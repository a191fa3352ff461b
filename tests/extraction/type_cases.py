"""Reads the invented cases of types, roles and topics and counts how many are judged right.

`python -m tests.extraction.type_cases [en|vi] [--wrong]` prints the figures of both halves, and, of the half that is
developed on, what is judged wrong.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from events.extraction import event_types, topics
from events.extraction.event_types import TypeReading
from events.extraction.names import Names
from events.extraction.reading import Reading
from events.extraction.records import EventType, Span, Vocabulary
from events.extraction.topics import TopicReading

HERE = Path(__file__).parent
FIELDS = ("type", "actor", "recipient", "topic")


@dataclass
class Figures:
    """Shares of right answers; `macro` averages over the labelled types."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_type: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        return self.right[name] / self.total

    @property
    def macro(self) -> float:
        return sum(sum(found) / len(found) for found in self.by_type.values()) / len(self.by_type)


def passage(headline: str, text: str = "", *, language: str = "en") -> Reading:
    """A headline and a text, read with their names."""
    printed = "\n".join(part for part in (headline, text) if part)
    title = Span(0, len(headline)) if headline else None
    body = [Span(len(printed) - len(text), len(printed))] if text else []
    names = _names().read(printed, language)
    return Reading(printed, title, body, names.mentions, language, names.country_of)


def happening(headline: str, text: str = "", *, language: str = "en") -> TypeReading:
    """Type and roles of a headline and a text."""
    read = passage(headline, text, language=language)
    return event_types.code(read, topics.themes(read))


def topic(headline: str, event_type: EventType | None = None, *, language: str = "en") -> TopicReading:
    """The topic of a headline whose type is known."""
    read = passage(headline, language=language)
    return topics.code(read, topics.themes(read), event_type)


def judge(text: str, language: str) -> dict[str, str]:
    """What the extractor makes of a headline (no full stop) or a sentence: the fields as the case files write them."""
    read = passage("", text, language=language) if text.endswith(".") else passage(text, language=language)
    themes = topics.themes(read)
    event = event_types.code(read, themes)
    about = topics.code(read, themes, event.type).topic
    return {
        "type": event.type.value if event.type else "-",
        "actor": " ".join(event.actor) or "-",
        "recipient": " ".join(event.recipient) or "-",
        "topic": about.name if about else "-",
    }


@cache
def _names() -> Names:
    return Names(Vocabulary())


@cache
def measured(language: str, half: str) -> Figures:
    """`half` is develop or measure."""
    cases = tomllib.loads((HERE / f"cases_types_{language}.toml").read_text("utf-8"))["cases"]
    figures = Figures()
    for *labels, text in cases[0 if half == "develop" else 1 :: 2]:
        said = judge(text, language)
        good = {name: label.split("|") for name, label in zip(FIELDS, labels, strict=True)}
        if "-" in good["recipient"]:  # who acts on its own may be said to be both, as documents are labelled
            good["recipient"].append(said["actor"])
        right = {name: said[name] in good[name] for name in FIELDS}
        figures.total += 1
        figures.by_type[labels[0]].append(right["type"])
        for name, is_right in right.items():
            figures.right[name] += is_right
        if not all(right.values()):
            missed = ", ".join(f"{n} {said[n]} not {w}" for n, w in zip(FIELDS, labels, strict=True) if not right[n])
            figures.wrong.append(f"{text}: {missed}")
    return figures


if __name__ == "__main__":
    for tongue in [given for given in sys.argv[1:] if given in ("en", "vi")] or ["en", "vi"]:
        for part in ("develop", "measure"):
            found = measured(tongue, part)
            shares = " ".join(f"{name} {found.share(name):.3f}" for name in FIELDS)
            print(f"{tongue} {part:7} n {found.total} {shares} type macro {found.macro:.3f}")
            if "--wrong" in sys.argv and part == "develop":
                print("  " + "\n  ".join(found.wrong))
