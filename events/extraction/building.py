"""Holding the garbage collector back while much is made that is no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, for_good: bool = True) -> Iterator[None]:
    """Holds the garbage collector back while a dictionary is built or a document is read; also as a decorator.

    Hundreds of thousands of small objects are made for a dictionary, all to stay. Left alone, the collector looks
    through all of them again and again for garbage there is not: a quarter of the time that loading takes, and later,
    whenever it looks through everything, as long as reading four documents. So what was built `for_good` is put where
    it does not look. Reading a document leaves it nothing either, for what is made refers to nothing that refers back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        if for_good:
            gc.freeze()
