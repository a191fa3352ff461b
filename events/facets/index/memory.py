"""Memory that is free again, given back to the system.

glibc keeps what arrays of some megabytes leave behind: after a snapshot of ten million events the worker would hold
gigabytes of it.
"""

from __future__ import annotations

import ctypes

try:
    _trim = ctypes.CDLL(None).malloc_trim
except (OSError, AttributeError):  # another C library, which does as it thinks best
    _trim = None


def give_back() -> None:
    if _trim:
        _trim(0)
