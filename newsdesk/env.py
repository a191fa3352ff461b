"""Reading the environment, refusing nonsense with a sentence. Called only from settings.py."""

import os
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})


def read_text(name: str, default: str = "") -> str:
    """The variable without surrounding white space; `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def read_bool(name: str, *, default: bool) -> bool:
    """A clear yes or no. Raises ImproperlyConfigured for anything else: "DEBUG=maybe" must not mean yes."""
    value = read_text(name).lower()
    if not value:
        return default
    if value in YES:
        return True
    if value in NO:
        return False
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no: set it to 1 or 0.")


def read_int(name: str, *, default: int, minimum: int, maximum: int) -> int:
    """A whole number from `minimum` to `maximum`, both included. Raises ImproperlyConfigured otherwise."""
    value = read_text(name)
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not minimum <= int(value) <= maximum:
        raise ImproperlyConfigured(f"{name}={value!r} must be a whole number from {minimum} to {maximum}.")
    return int(value)


def read_choice(name: str, *, default: str, choices: Iterable[str]) -> str:
    """One of `choices`, in lower case. Raises ImproperlyConfigured otherwise."""
    choices = tuple(choices)
    value = read_text(name, default).lower()
    if value not in choices:
        raise ImproperlyConfigured(f"{name}={value!r} must be one of: {', '.join(choices)}.")
    return value


def read_list(name: str, *, default: Iterable[str] = ()) -> list[str]:
    """Values separated by commas."""
    return [part.strip() for part in read_text(name).split(",") if part.strip()] or list(default)


def read_time_zone(name: str, default: str) -> str:
    """A zone of the tz database, as "Asia/Ho_Chi_Minh". Raises ImproperlyConfigured otherwise."""
    value = read_text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ImproperlyConfigured(f"{name}={value!r} is no time zone: use a name such as Asia/Ho_Chi_Minh.") from None
    return value
