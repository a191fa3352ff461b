"""What words mean, roughly: cues/concepts.toml looked up, so that "pounds", "shells" and "nã pháo" are seen as one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from events.extraction import cues
from events.extraction.building import uncollected
from events.extraction.inflection_en import plural

Meanings = dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> (the words after it, the concept) ...


def of(words: Sequence[str], language: str, kept: Container[str]) -> list[str]:
    """The concepts of a sentence's words, in order; words that are `kept` stand among them, all others are left out.

    Of phrases that begin at one word the longest counts.
    """
    table = _table("vi" if language == "vi" else "en")
    found: list[str] = []
    behind = 0
    for at in [at for at, word in enumerate(words) if word in table or word in kept]:
        if at < behind:
            continue
        listed = table.get(words[at])
        if listed is None:
            found.append(words[at])
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        for rest, concept in listed:
            if not rest or (rest[0] == following and tuple(words[at + 1 : at + 1 + len(rest)]) == rest):
                found.append(concept)
                behind = at + 1 + len(rest)
                break
    return found


@cache
@uncollected()
def _table(language: str) -> Meanings:
    table: dict[str, dict[tuple[str, ...], str]] = {}

    def add(phrase: str, concept: str) -> None:
        first, *rest = phrase.split()
        table.setdefault(first, {}).setdefault(tuple(rest), concept)

    verb_shapes = cues.shapes_of_verbs()
    for concept, listed in cues.load("concepts").items():
        if language == "vi":
            for written in listed.get("vi", ()):
                add(cues.fold(written), concept)
            continue
        for written in listed.get("verbs", ()):
            first, *rest = written.split()
            for shape in verb_shapes(first):
                table.setdefault(shape, {}).setdefault(tuple(rest), concept)
        for written in listed.get("words", ()):
            add(written, concept)
            add(plural(written), concept)
    return {
        first: tuple(sorted(found.items(), key=lambda one: -len(one[0])) if len(found) > 1 else found.items())
        for first, found in table.items()
    }
