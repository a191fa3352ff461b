"""What is remembered while a document is read, and forgotten with it.

Rooms ask the same of the same lines, each way to cut a page anew. What they were told is kept until the document is
read, and no longer: a worker that waits for work would else hold the texts of the last ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar, cast

_Asked = TypeVar("_Asked", bound=Callable[..., Any])
_FORGET: list[Callable[[], None]] = []


def remembered(answers: int) -> Callable[[_Asked], _Asked]:
    """Keeps the last so many answers of a function whose arguments hold words of the document."""

    def keeping(asked: _Asked) -> _Asked:
        kept = lru_cache(maxsize=answers)(asked)
        _FORGET.append(kept.cache_clear)
        return cast("_Asked", kept)

    return keeping


@contextmanager
def forgetting() -> Iterator[None]:
    """Forgets it all once a document is read; also as a decorator."""
    try:
        yield
    finally:
        for forget in _FORGET:
            forget()
