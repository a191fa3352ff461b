"""Building the tables that stay for good, in less time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the garbage collector back while a dictionary is built; also as a decorator.

    Hundreds of thousands of small objects are made, all to stay. Left alone, the collector looks through all of them
    again and again for garbage there is not: a quarter of the time that loading takes, and later, whenever it looks
    through everything, as long as reading four documents. So what was built is put where it does not look.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()
