"""The kinds of request that are measured, each with as many different questions as there are runs."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass

from events.facets import RELEVANCE, Position, Selection, sql
from events.facets.door import Engine
from events.models import Event
from events.synthetic.words import Words

COMMON, RARE = slice(0, 50), slice(20_000, 20_050)  # words, from the most frequent


@dataclass(frozen=True)
class Kind:
    """`name` stands in tables; a timeline is the country page, and only its series is asked of the interface."""

    name: str
    questions: list[Selection]
    is_timeline: bool = False

    def paths(self) -> list[str]:
        if self.is_timeline:
            return [f"/countries/{question.country[0]}/" for question in self.questions]
        return [f"/events/?{question.query()}" for question in self.questions]


def kinds(runs: int, engine: Engine = sql) -> list[Kind]:
    """q0 to q8, fitted to the events of the database; `engine` counts what there is."""
    whole = engine.answer(Selection())
    facets = {param: [count.value for count in counts] for param, counts in whole.facets.items()}
    every = sorted(engine.counts(Selection(), "country").items(), key=lambda pair: (-pair[1], pair[0]))
    common = [code for code, _count in every[:10]]
    rare = [code for code, _count in every[-runs:]]
    last = whole.histogram[-1][0]
    words = Words("en")
    months = [datetime.timedelta(days=30 * n) for n in range(runs)]
    pairs = list(itertools.product(common, facets["type"][:6]))
    often, seldom = words.ranked(COMMON), words.ranked(RARE)
    year = datetime.timedelta(days=365)
    half = _middle(whole.total)
    made = [
        ("q0 no filter", [Selection()]),
        ("q1 a region", [Selection(region=(region,)) for region in facets["region"]]),
        ("q2 common country and type", [Selection(country=(code,), type=(kind,)) for code, kind in pairs]),
        ("q3 rare country", [Selection(country=(code,)) for code in rare]),
        ("q4 30 days", [Selection(first_day=last - ago - months[1], last_day=last - ago) for ago in months]),
        ("q5a common word", [Selection(words=word) for word in often]),
        ("q5c common word, best match", [Selection(words=word, sort=RELEVANCE) for word in often]),
        ("q5b rare word", [Selection(words=word) for word in seldom]),
        (
            "q6 word, country and year",
            [Selection(words=word, country=(common[0],), first_day=last - year, last_day=last) for word in often],
        ),
        ("q7 country timeline by month", [Selection(country=(code,)) for code in common]),
        ("q8 page at half depth", [Selection(cursor=half)]),
    ]
    return [
        Kind(name, list(itertools.islice(itertools.cycle(questions), runs)), is_timeline=name.startswith("q7"))
        for name, questions in made
    ]


def _middle(total: int) -> Position:
    """Where the older half begins."""
    dated = Event.objects.visible().filter(date__isnull=False).order_by("-date", "-pk").values_list("date", "pk")
    date, pk = dated[total // 2]
    return Position(date, pk)
