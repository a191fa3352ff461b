"""Learns the model of happenings, from what stories.py gives; a part of `make train`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from scipy.special import softmax

from events.extraction import learned
from events.extraction.layouts import happenings
from tests.extraction.training import fitting, stories, weights
from tests.extraction.training.fitting import Example, Fitted
from tests.extraction.training.items import LANGUAGES
from tests.extraction.training.stories import Paragraph

LOOSE, LEAST, ROUNDS = 0.1, 3, 200
FOLDS = 8  # of stories: there are few
ORDINARY, DENSE = 2.0, 0.3  # how much a paragraph of a document counts beside one of a story written for this
OTHER = 0.3  # how much one of the other language counts: what is seen is much the same in both


def learn(*, write: bool) -> None:
    """Prints how often the model is right on stories it was not trained on; learns from all, and writes it."""
    developed = list(stories.developed())
    written = [*stories.written(), *stories.on_drawn_pages()]
    ordinary = stories.listed()
    for language in LANGUAGES:
        given = [
            (one, Example(dict.fromkeys(one.signs, 1.0), {}, (one.answer,), counts * _near(one, language)))
            for one, counts in (
                *((one, ORDINARY if one.story in ordinary else DENSE) for one in developed),
                *((one, 1.0) for one in written),
            )
        ]
        judged = []
        for held in range(FOLDS):
            model = _fitted([example for one, example in given if _fold(one) != held])
            judged += [
                (one, softmax(model.sums(example))[0])
                for one, example in given
                if _fold(one) == held and one.language == language
            ]
        _report(language, judged)
        if write:
            every = [example for _, example in given]
            weights.write("happenings", language, _fitted(every), 1.0, every, stories.digest())
    learned.model.cache_clear()  # stories were read with what was learned before


def _near(one: Paragraph, language: str) -> float:
    return 1.0 if one.language == language else OTHER


def _fold(one: Paragraph) -> int:
    return hashlib.sha256(one.story.encode()).digest()[0] % FOLDS


def _fitted(examples: Sequence[Example]) -> Fitted:
    return fitting.fit(happenings.LABELS, examples, loose=LOOSE, least=LEAST, whole=0.0, rounds=ROUNDS)


def _report(language: str, judged: Sequence[tuple[Paragraph, np.floating]]) -> None:
    """How many paragraphs are rightly said to open an event, where it speaks up and at likelihoods around."""
    opening = sum(1 for one, _ in judged if one.answer == happenings.OPENS)
    for sure in (happenings.SURE - 0.1, happenings.SURE, happenings.SURE + 0.1):
        said = [one for one, likely in judged if likely >= sure]
        right = sum(1 for one in said if one.answer == happenings.OPENS)
        print(f"{language} events of stories from {sure:.2f}: {right} of {len(said)} right, of {opening}")
