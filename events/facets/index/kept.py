"""What was worked out, kept as long as there is room: what was not asked for longest goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class Kept:
    """Safe in threads; two that ask for the same at once may both work it out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._for_good: dict[Hashable, Any] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, work_out: Callable[[], Any]) -> Any:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
            if key in self._for_good:
                return self._for_good[key]
        found = work_out()
        with self._lock:
            self._found[key] = found
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return found

    def keep(self, key: Hashable, found: Any) -> None:
        """For good: it never makes room for others."""
        with self._lock:
            self._for_good[key] = found

    def clear(self) -> None:
        """All but what is kept for good."""
        with self._lock:
            self._found.clear()
