"""International organizations and armed movements in a text."""

from __future__ import annotations

from collections.abc import Sequence

from .matcher import Hit
from .records import Mention

KIND = "organization"


def resolve(text: str, hits: Sequence[Hit]) -> list[Mention]:
    """The organization mentions among the hits, in order. `text` is the plain text the hits were found in.

    A weak abbreviation (IS, AU, EC) counts in brackets after its long form, once introduced so, and otherwise only in
    capitals among ordinary words: in a headline in capitals "IS" is a verb. One that many bodies share (PDF, STC)
    counts only once introduced. A mission counts together with the body it acts for.
    """
    found = []
    introduced: set[str] = set()
    previous: Hit | None = None
    for hit in hits:
        entry = hit.of(KIND)
        if entry is not None:
            if entry.sort not in ("weak", "introduced"):
                found.append(hit)
            elif _is_introduced(text, hit, previous):
                introduced.add(hit.text)
                found.append(hit)
            elif hit.text in introduced or (entry.sort == "weak" and not _among_capitals(text, hit)):
                found.append(hit)
        previous = hit
    return [
        Mention(hit.start, hit.end, KIND, value) for hit in found if (entry := hit.of(KIND)) for value in entry.values
    ]


def _is_introduced(text: str, hit: Hit, previous: Hit | None) -> bool:
    return (
        previous is not None
        and previous.entry.kind == KIND
        and (entry := hit.of(KIND)) is not None
        and previous.entry.values == entry.values
        and text[previous.end : hit.start].strip() == "("
    )


def _among_capitals(text: str, hit: Hit) -> bool:
    """Whether the line around is in capitals, or the word beside is: "PUTIN IS READY", "THE UK AU PAIR"."""
    around = text[max(0, hit.start - 20) : hit.start] + text[hit.end : hit.end + 20]
    letters = [letter for letter in around if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)
