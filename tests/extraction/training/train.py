"""Learns the models of types and topics anew: `make train` writes events/extraction/weights.

    python -m tests.extraction.training.train [--check]

Prints, for each language and field, how often the rules alone and the learned models are right on texts they were not
trained on (five folds; near-identical texts stand in the same fold), and how well their probabilities are calibrated.
The same texts give the same files. `--check` prints only. What is learned from stands in items.py.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np
from scipy.special import logsumexp

from events.extraction import event_types, topics, traits
from events.extraction.names import Names
from events.extraction.reading import Reading
from events.extraction.records import EventType, Topic, Vocabulary
from tests.extraction.training import casts, fitting, items, weights
from tests.extraction.training.fitting import Example
from tests.extraction.training.items import FOLDS, LANGUAGES, Item

TYPES = (traits.NONE, *EventType.__members__)
TOPICS = tuple(Topic.__members__)


@cache
def _names() -> Names:
    return Names(Vocabulary())


def read(item: Item) -> Reading:
    title, body = item.spans()
    return Reading(item.printed, title, body, _names().read(item.printed, item.language).mentions, item.language)


def folds(given: Sequence[Item]) -> list[int]:
    """The fold of each item, by its group's first words."""
    groups = items.groups(given)
    return [hashlib.sha256(given[group].printed.encode()).digest()[0] % FOLDS for group in groups]


def crossed(labels: Sequence[str], examples: Sequence[Example], fold: Sequence[int], **how: float) -> list[np.ndarray]:
    """Each example's sums by a model that was not trained on its fold."""
    sums: list[np.ndarray] = [np.zeros(0)] * len(examples)
    for held in range(FOLDS):
        model = fitting.fit(labels, [example for example, at in zip(examples, fold, strict=True) if at != held], **how)
        for at, example in enumerate(examples):
            if fold[at] == held:
                sums[at] = model.sums(example)
    return sums


def report(field: str, given: Sequence[Item], answers: Sequence[Sequence[str]], said: Sequence[str], who: str) -> None:
    for language in LANGUAGES:
        right = defaultdict(list)
        for item, good, one in zip(given, answers, said, strict=True):
            if item.language == language:
                right[good[0]].append(one in good)
        every = [one for of_label in right.values() for one in of_label]
        macro = np.mean([np.mean(of_label) for of_label in right.values()])
        print(f"{language} {field:6} {who:8} accuracy {np.mean(every):.3f}  macro {macro:.3f}  ({len(every)} items)")


def calibrated(
    field: str, labels: Sequence[str], sums: Sequence[np.ndarray], answers: Sequence[Sequence[str]]
) -> float:
    """The temperature; prints how often answers given with some probability are right."""
    by = fitting.temperature(sums, [[labels.index(answer) for answer in good] for good in answers])
    sure = [float(np.exp(np.max(row / by) - logsumexp(row / by))) for row in sums]
    right = [labels[int(np.argmax(row))] in good for row, good in zip(sums, answers, strict=True)]
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        inside = [(p, r) for p, r in zip(sure, right, strict=True) if low <= p < high]
        if inside:
            said, true = np.mean([p for p, _ in inside]), np.mean([r for _, r in inside])
            print(f"   {field:6} said {said:.2f}, right {true:.2f} ({len(inside)})")
    return by


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the models of types and topics anew.")
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()

    given = list(items.written())
    digest = hashlib.sha256("\n".join(repr(item) for item in given).encode()).hexdigest()[:12]
    fold = folds(given)
    readings = [read(item) for item in given]
    themes = [topics.themes(reading) for reading in readings]

    kinds = [item.types for item in given]
    of_type = [Example(*event_types.seen(*pair), good) for *pair, good in zip(readings, themes, kinds, strict=True)]
    report("type", given, kinds, [event_types.by_rules(reading) for reading in readings], "rules")
    sums = crossed(TYPES, of_type, fold)
    told = [TYPES[int(np.argmax(row))] for row in sums]
    report("type", given, kinds, told, "learned")
    by_type = calibrated("type", TYPES, sums, kinds)

    about = [item.topics for item in given]
    typed = [None if kind == traits.NONE else EventType(kind) for kind in told]
    by_rules = [topics.by_rules(theme, kind) for theme, kind in zip(themes, typed, strict=True)]
    of_topic = [Example(*topics.seen(*seen), good) for *seen, good in zip(readings, themes, typed, about, strict=True)]
    report("topic", given, about, [topic.name if topic else "-" for topic in by_rules], "rules")
    sums = crossed(TOPICS, of_topic, fold)
    report("topic", given, about, [TOPICS[int(np.argmax(row))] for row in sums], "learned")
    by_topic = calibrated("topic", TOPICS, sums, about)

    for field, labels, examples, by in (("type", TYPES, of_type, by_type), ("topic", TOPICS, of_topic, by_topic)):
        if not options.check:
            model = fitting.fit(labels, examples)
            for language in LANGUAGES:
                seen = [example for example, item in zip(examples, given, strict=True) if item.language == language]
                weights.write(field, language, model, by, seen, digest)
    casts.learn(given, readings, told, fold, None if options.check else digest)


if __name__ == "__main__":
    main()
