"""Regular expressions that are compiled late."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from events import extraction
from events.extraction.patterns import _Late, regex


def _late(value: object) -> Iterator[_Late]:
    if isinstance(value, _Late):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _late(one)
    elif isinstance(value, dict):
        yield from _late(list(value.values()))


def _of_all_rooms() -> Iterator[tuple[str, str, _Late]]:
    for found in pkgutil.walk_packages(extraction.__path__, f"{extraction.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            for pattern in _late(value):
                yield found.name, name, pattern


def test_every_pattern_of_the_rooms_can_be_compiled():
    found = [(room, name, re.compile(pattern.pattern, pattern.flags)) for room, name, pattern in _of_all_rooms()]
    assert len(found) > 100


def test_a_pattern_compiled_late_does_what_a_compiled_one_does():
    late, compiled = regex(r"(?P<day>\d+) (may)", re.IGNORECASE), re.compile(r"(?P<day>\d+) (may)", re.IGNORECASE)
    said = "On 3 May and 4 may"
    assert late.search(said)["day"] == "3"
    assert late.findall(said) == compiled.findall(said)
    assert late.sub("then", said) == compiled.sub("then", said)
    assert [one.span() for one in late.finditer(said)] == [one.span() for one in compiled.finditer(said)]
    assert late.split(said) == compiled.split(said)
    assert (late.pattern, late.groups, late.groupindex) == (compiled.pattern, compiled.groups, compiled.groupindex)


def test_a_pattern_that_is_none_fails_when_it_is_first_used():
    broken = regex(r"(")
    with pytest.raises(re.error):
        broken.search("text")
