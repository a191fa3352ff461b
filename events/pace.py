"""How often somebody does something, so that nobody does it without end. Counted in each process by itself."""

from django.core.cache import cache

MINUTE = 60  # seconds


def times_within_a_minute(what: str, who: object) -> int:
    """How often `who` asked for `what` in the minute that began with the first of these times, this one included."""
    key = f"{what}-{who}"
    cache.add(key, 0, timeout=MINUTE)
    try:
        return cache.incr(key)
    except ValueError:  # the minute was over just now
        return 1
