"""How old an answer may be: who writes sees what was written at once, everybody else within LAG."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LAG = 1.0  # seconds

_may_lag: ContextVar[bool | None] = ContextVar("facets_may_lag", default=None)


@contextmanager
def serving(*, may_lag: bool) -> Iterator[None]:
    """Around a request: whether its answers may be of the last second rather than of now."""
    token = _may_lag.set(may_lag)
    try:
        yield
    finally:
        _may_lag.reset(token)


def is_serving() -> bool:
    """Whether this is a request: commands and background tasks load no index for themselves."""
    return _may_lag.get() is not None


def may_lag() -> bool:
    return _may_lag.get() is True
