"""Of which country papers, companies and bodies are: what an item is about that does not name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from events.extraction import gazetteer
from events.extraction.records import Mention, Span

# Their big media report of everywhere.
_WORLDLY = frozenset(("AU", "CN", "DE", "FR", "GB", "QA", "RU", "US", "VA", "VN"))
_EVERYWHERE = "-"
_SAYING = frozenset(("name", "adj", "capital", "city"))  # kinds of names that say it in a paper's own name
_LONGEST = 4  # words of such a name


@cache
def home_of(paper: str) -> str | None:
    """The country of a paper, station or agency, as its name or media-homes.tsv says; None for those of the world."""
    home = _listed().get(paper)
    if home is None and paper in _vietnamese():
        return None
    if home is None:
        words, called = paper.split(), _called()
        parts = (
            " ".join(words[at : at + size]) for size in range(1, _LONGEST + 1) for at in range(len(words) - size + 1)
        )
        said = {called[part] for part in parts if part in called}
        home = said.pop() if len(said) == 1 else _EVERYWHERE
    return None if home == _EVERYWHERE or home in _WORLDLY else home


def home_of_company(text: str, span: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """The country of the company with which an item opens that names no country and no body: "Apple is said …"."""
    if any(mention.kind != "person" for mention in mentions):
        return []
    found = _company().match(text, span.start, span.end)
    return [Mention(*found.span("name"), "country", _companies()[found["name"]])] if found else []


def homes_of_bodies(mentions: Sequence[Mention], parties: Collection[str]) -> list[Mention]:
    """The countries of movements, parties and missions that are of one: "Hezbollah hit a base" involves Lebanon.

    Of those that an item opens with, that are its `parties`, or that are named where no country is: who is only spoken
    of ("Malaysia will not call Hamas terrorists") brings no country. The Taliban beside Pakistan are Pakistan's own.
    """
    homes = _bodies()
    named = [mention for mention in mentions if mention.kind == "country"]
    first = min((mention.start for mention in named), default=None)
    codes = {mention.value for mention in named}
    return [
        Mention(body.start, body.end, "country", homes[body.value])
        for body in mentions
        if body.kind == "organization"
        and body.value in homes
        and (first is None or body.start < first or body.value in parties)
        and codes.isdisjoint(_NAMESAKES.get(body.value, ()))
    ]


_NAMESAKES = {"Taliban": ("PK",)}  # countries beside which a body of that name is another


@cache
def _bodies() -> dict[str, str]:
    return {name: code for code, names in gazetteer.rows("body-homes.tsv") for name in names.split("|")}


@cache
def _company() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _companies()), key=len, reverse=True))
    return re.compile(
        r"(?:(?:[Tt]he )?(?:[Tt]ech|[Cc]ar|[Pp]lane|[Oo]il|[Dd]rug)\w*(?: (?:giant|maker|firm|company|group))? "
        r"|(?:Hãng|Tập đoàn|Công ty|Ngân hàng|Mạng xã hội|Đại gia)(?: [^\W\d_]+){0,3} )?"
        rf"(?P<name>{names})(?!\w|[ -](?:Daily|TV|News|Tower|Arena|Stadium))"
    )


@cache
def _companies() -> dict[str, str]:
    return {name: code for code, names in gazetteer.rows("companies.tsv") for name in names.split("|")}


@cache
def _listed() -> dict[str, str]:
    return {name: code for code, names in gazetteer.rows("media-homes.tsv") for name in names.split("|")}


@cache
def _vietnamese() -> frozenset[str]:
    """Papers that write in Vietnamese, where "Lao" is no adjective."""
    return frozenset(one.name for one in gazetteer.agencies() if one.signs)


@cache
def _called() -> dict[str, str]:
    """Countries by their names in English, those of one country each."""
    return {
        form.text: form.values[0]
        for form in gazetteer.country_forms("en")
        if form.kind in _SAYING and len(form.values) == 1
    }
