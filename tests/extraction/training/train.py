"""Learns the models of stories, lines, types, topics and roles anew: `make train` writes events/extraction/weights.

    python -m tests.extraction.training.train [--check]

Prints, for each language and field, how often the rules alone and the learned models are right on texts they were not
trained on (four folds; near-identical texts stand in the same fold), and how well their probabilities are calibrated.
The same texts give the same files. `--check` prints only. What is learned from stands in items.py, lines.py and
stories.py.
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
from tests.extraction.training import casts, choice, fitting, happening, items, lines, paragraphs, sorting, weights
from tests.extraction.training.fitting import Example
from tests.extraction.training.items import FOLDS, LANGUAGES, Item

# How freely weights may grow. Out of fold on the developed documents three to four times as much was a point worse,
# and for types twice as much a quarter of a point.
LOOSE = {"type": 0.08, "topic": 0.06}
# The best answer's share of the loss. For types less was worth a fifth of a point: often several are as good.
BEST = {"type": 0.25, "topic": 0.5}
LATER, LESS = ("l:", "x:", "l&:", "l@:"), 0.5  # for types: what later sentences say counts half
DOCUMENT = 2.0  # how much a passage of a whole document counts beside an item: it is what will be read
PART = 0.4  # how much a headline or first sentence alone counts beside a whole item
BARE = 0.2  # how much an item of one sentence counts for topics and roles: documents say more of theirs
LEAST = 3  # texts a trait has to be seen in
TYPES = (traits.NONE, *EventType.__members__)
TOPICS = tuple(Topic.__members__)


@cache
def _names() -> Names:
    return Names(Vocabulary())


def read(item: Item) -> Reading:
    title, body = item.spans()
    names = _names().read(item.printed, item.language)
    return Reading(item.printed, title, body, names.mentions, item.language, names.country_of)


def folds(given: Sequence[Item]) -> list[int]:
    """The fold of each item, by its group's first words."""
    groups = items.groups(given)
    return [hashlib.sha256(given[group].printed.encode()).digest()[0] % FOLDS for group in groups]


def crossed(field: str, labels: Sequence[str], examples: Sequence[Example], fold: Sequence[int]) -> list[np.ndarray]:
    """Each example's sums by a model that was not trained on its fold."""
    sums: list[np.ndarray] = [np.zeros(0)] * len(examples)
    for held in range(FOLDS):
        others = [example for at, example in enumerate(examples) if fold[at] != held]
        model = _fitted(field, labels, others)
        for at, example in enumerate(examples):
            if fold[at] == held:
                sums[at] = model.sums(example)
    return sums


def _fitted(field: str, labels: Sequence[str], examples: Sequence[Example]) -> fitting.Fitted:
    return fitting.fit(labels, examples, loose=LOOSE[field], share=BEST[field], least=LEAST)


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


def _of_type(reading: Reading, item: Item, counts: float = 1.0) -> Example:
    seen, own = event_types.seen(reading, topics.themes(reading)).for_training()
    return Example({trait: value * _loud(trait) for trait, value in seen.items()}, own, item.types, counts)


def _loud(trait: str) -> float:
    return LESS if trait.startswith(LATER) else 1.0


def _of_topic(reading: Reading, kind: EventType | None, item: Item, counts: float = 1.0) -> Example:
    return Example(*topics.seen(reading, topics.themes(reading), kind).for_training(), item.topics, counts)


def finish(
    field: str,
    labels: Sequence[str],
    examples: Sequence[Example],
    given: Sequence[Item],
    by: float,
    digest: str,
) -> None:
    """Learns from all there is, and writes the weights of each language."""
    model = _fitted(field, labels, examples)
    if field == "type":
        model.weights.update({trait: of * _loud(trait) for trait, of in model.weights.items()})
    found = weights.Learned(field, model, digest, by, weights.FAINTER)
    for language in LANGUAGES:
        found.write(language, [one for item, one in zip(given, examples, strict=True) if item.language == language])


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the models anew.")
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()

    happening.learn(write=not options.check)  # first these four: they say what the passages are
    paragraphs.learn(list(lines.developed()), write=not options.check)
    reads = list(lines.developed())  # as the rules read them with what was just learned
    choice.learn(reads, write=not options.check)
    sorting.learn(reads, write=not options.check)
    given = list(items.written())
    digest = items.digest(given)
    listed = len(given)
    given += items.developed()
    fold = folds(given)
    whole = len(given)
    parts = items.parts(given)
    fold += [fold[at] for at, _ in parts]
    every = [*given, *(part for _, part in parts)]
    counts = [DOCUMENT if at >= listed else 1.0 for at in range(whole)] + [PART] * len(parts)
    readings = [read(item) for item in every]

    kinds = [item.types for item in given]
    of_type = [_of_type(*one) for one in zip(readings, every, counts, strict=True)]
    report("type", given, kinds, [event_types.by_rules(reading) for reading in readings[:whole]], "rules")
    sums = crossed("type", TYPES, of_type, fold)
    told = [TYPES[int(np.argmax(row))] for row in sums]
    report("type", given, kinds, told[:whole], "learned")
    by = calibrated("type", TYPES, sums[:whole], kinds)
    if not options.check:
        finish("type", TYPES, of_type, every, by, digest)

    counts = [BARE if at < listed and given[at].is_bare else counts[at] for at in range(whole)] + [PART] * len(parts)
    about = [item.topics for item in given]
    typed = [None if kind == traits.NONE else EventType(kind) for kind in told]
    by_rules = [topics.by_rules(topics.themes(readings[at]), typed[at]) for at in range(whole)]
    report("topic", given, about, [topic.name if topic else "-" for topic in by_rules], "rules")
    of_topic = [_of_topic(*one) for one in zip(readings, typed, every, counts, strict=True)]
    sums = crossed("topic", TOPICS, of_topic, fold)[:whole]
    report("topic", given, about, [TOPICS[int(np.argmax(row))] for row in sums], "learned")
    by = calibrated("topic", TOPICS, sums, about)
    if not options.check:
        finish("topic", TOPICS, of_topic, every, by, digest)

    casts.learn(given, readings[:whole], told[:whole], fold[:whole], counts[:whole], None if options.check else digest)


if __name__ == "__main__":
    main()
