"""The word lists of these rooms: readable TOML files, one per subject and language, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import tomli

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "vi")


@cache
def load(name: str) -> dict[str, Any]:
    """The contents of `<name>.toml`."""
    return tomli.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Function words by language; Vietnamese ones also as typed without accents."""
    return {language: frozenset(words) for language, words in load("small_words").items()}
