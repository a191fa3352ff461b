"""Regular expressions, compiled when a text first needs them: there are hundreds, and a document meets few."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def regex(printed: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, which raises re.error at once where this does when first used."""
    return cast("re.Pattern[AnyStr]", _Late(printed, flags))


class _Late:
    """A pattern until it is compiled; from then on its methods are the compiled one's."""

    def __init__(self, printed: str | bytes, flags: int) -> None:
        self.pattern, self.flags = printed, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
