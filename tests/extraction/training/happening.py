"""Learns the models of stories, from what stories.py gives; a part of `make train`.

One says what opens an event, the other how far the main event goes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence, Set
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from events.extraction import learned
from events.extraction.layouts import extents, happenings
from tests.extraction.training import fitting, stories, weights
from tests.extraction.training.fitting import Example, Fitted
from tests.extraction.training.items import LANGUAGES
from tests.extraction.training.stories import Paragraph

LEAST, ROUNDS = 3, 200
FOLDS = 8  # of stories: there are few
_REAL = re.compile(r"story-\d+r-")  # documents written line for line in the shape of a real page


class Asked(NamedTuple):
    """What a model answers, and how much a paragraph counts beside one of a story written for this."""

    labels: tuple[str, str]
    sure: float
    loose: float  # how freely weights may grow
    real: float  # of a document in the shape of a real page
    ordinary: float  # of another one in which events are as rare as on real pages
    dense: float  # of another document
    other: float  # of the other language: what is seen is much the same in both


ASKED = {
    stories.HAPPENINGS: Asked(
        happenings.LABELS, happenings.SURE, loose=0.06, real=4.0, ordinary=2.0, dense=0.08, other=0.3
    ),
    stories.EXTENTS: Asked(extents.LABELS, extents.SURE, loose=0.05, real=8.0, ordinary=2.0, dense=1.0, other=0.5),
}


def learn(*, write: bool) -> None:
    """Prints how often the models are right on stories they were not trained on; learns from all, and writes them."""
    developed = list(stories.developed())
    written = [*stories.written(), *stories.on_drawn_pages()]
    for name in ASKED:
        for language in LANGUAGES:
            given = examples(name, language, developed, written)
            judged = []
            for held in range(FOLDS):
                model = fitted(name, [example for one, example in given if fold(one.story) != held])
                judged += [
                    (one, softmax(model.sums(example))[0])
                    for one, example in given
                    if fold(one.story) == held and one.language == language
                ]
            _report(name, language, judged)
            if write:
                every = [example for _, example in given]
                weights.Learned(name, fitted(name, every), stories.digest()).write(language, every)
    learned.model.cache_clear()  # stories were read with what was learned before


def examples(
    name: str, language: str, developed: Sequence[Paragraph], written: Sequence[Paragraph]
) -> list[tuple[Paragraph, Example]]:
    """What the model of that name learns from in a language."""
    asked, ordinary = ASKED[name], stories.listed()
    return [
        (one, Example(dict.fromkeys(one.signs, 1.0), {}, (one.answer,), counts * near))
        for one, counts in (
            *((one, _counts(asked, one.story, ordinary)) for one in developed),
            *((one, 1.0) for one in written),
        )
        if one.model == name
        for near in (1.0 if one.language == language else asked.other,)
    ]


def _counts(asked: Asked, story: str, ordinary: Set[str]) -> float:
    if story not in ordinary:
        return asked.dense
    return asked.real if _REAL.match(story) else asked.ordinary


def fold(story: str) -> int:
    return hashlib.sha256(story.encode()).digest()[0] % FOLDS


def fitted(name: str, given: Sequence[Example]) -> Fitted:
    return fitting.fit(ASKED[name].labels, given, loose=ASKED[name].loose, least=LEAST, whole=0.0, rounds=ROUNDS)


def _report(name: str, language: str, judged: Sequence[tuple[Paragraph, np.floating]]) -> None:
    """How many paragraphs are rightly said to be of the first label, where it speaks up and at likelihoods around."""
    asked = ASKED[name]
    first = sum(1 for one, _ in judged if one.answer == asked.labels[0])
    for sure in (asked.sure - 0.1, asked.sure, asked.sure + 0.1):
        said = [one for one, likely in judged if likely >= sure]
        right = sum(1 for one in said if one.answer == asked.labels[0])
        print(f"{language} {name} from {sure:.2f}: {right} of {len(said)} right, of {first}")
