"""People in a text (being built)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .matcher import Entry, Hit
from .records import Mention


def known_forms() -> Iterator[tuple[str, Entry]]:
    yield from ()


def read(text: str, hits: Sequence[Hit], language: str) -> tuple[list[Mention], list[Hit]]:
    return [], list(hits)
