"""Learns who is actor, recipient, both or neither: one example for each party a passage names."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np
from scipy.special import expit, logit, softmax

from events.extraction import casting, event_types, roles, traits
from events.extraction.casting import ACTOR, ACTS, BOTH, NEITHER, PARTS, RECIPIENT, SUFFERS, Candidate
from events.extraction.reading import Reading
from tests.extraction.training import fitting, weights
from tests.extraction.training.fitting import Example
from tests.extraction.training.items import FOLDS, LANGUAGES, Item, Parties

LOOSE, LEAST = 0.1, 3
Judged = list[tuple[str, str, dict[str, float]]]  # (party, its part, how likely each part)


def learn(
    given: Sequence[Item],
    readings: Sequence[Reading],
    told: Sequence[str],
    fold: Sequence[int],
    counts: Sequence[float],
    digest: str | None,
) -> None:
    """Prints the figures of rules and model on folds held out; writes the weights unless `digest` is None.

    `told` are the types as told by models that had not seen the items: roles are learned for those, right or wrong.
    `counts` says how much each item counts.
    """
    by_rules: list[tuple[Parties, Parties]] = []
    parties: list[list[tuple[Candidate, Example]]] = []
    for item, reading, kind, count in zip(given, readings, told, counts, strict=True):
        if kind == traits.NONE:
            by_rules.append((frozenset(), frozenset()))
            parties.append([])
            continue
        sentence, act = event_types.act_of(kind, reading)
        read = roles.read(sentence, act, reading, reading.text, reading.mentions, reading.language, reading.country_of)
        by_rules.append((frozenset(value for value, _ in read[0]), frozenset(value for value, _ in read[1])))
        sides = _sides(item, by_rules[-1])
        found = casting.candidates(reading, sentence, act, read)
        parties.append([(one, Example(one.traits, {}, _parts(one.value, *sides, item), count)) for one in found])

    sums: list[list[np.ndarray]] = [[] for _ in given]
    for held in range(FOLDS):
        others = [one for of_item, at in zip(parties, fold, strict=True) if at != held for _, one in of_item]
        model = fitting.fit(PARTS, others, loose=LOOSE, least=LEAST)
        for number, of_item in enumerate(parties):
            if fold[number] == held:
                sums[number] = [model.sums(one) for _, one in of_item]
    flat = [
        (row, [PARTS.index(answer) for answer in one.answers])
        for rows, of in zip(sums, parties, strict=True)
        for row, (_, one) in zip(rows, of, strict=True)
    ]
    by = fitting.temperature([row for row, _ in flat], [right for _, right in flat])
    judged = [_judged(kind, of_item, rows, by) for kind, of_item, rows in zip(told, parties, sums, strict=True)]
    by_model = [
        tuple(frozenset(v for v, part, _ in one if part in which) for which in (ACTS, SUFFERS)) for one in judged
    ]
    for at, field in enumerate((ACTOR, RECIPIENT)):
        for who, said in (("rules", by_rules), ("learned", by_model)):
            for language in LANGUAGES:
                _report(field, who, language, given, [one[at] for one in said])
    sure = [_correction(ACTOR, ACTS, given, judged, by_model), _correction(RECIPIENT, SUFFERS, given, judged, by_model)]
    if digest is None:
        return
    model = fitting.fit(PARTS, [one for of_item in parties for _, one in of_item], loose=LOOSE, least=LEAST)
    found = weights.Learned("roles", model, digest, by, weights.FAINTER, sure)
    for language in LANGUAGES:
        found.write(language, [one for at, of in enumerate(parties) if given[at].language == language for _, one in of])


def _sides(item: Item, by_rules: tuple[Parties, Parties]) -> tuple[Parties, Parties]:
    """Of several right answers those that are nearest to what the rules say; but first that somebody is both."""
    if item.actors[0] & item.recipients[0]:
        return item.actors[0], item.recipients[0]
    return _nearest(item.actors, by_rules[0]), _nearest(item.recipients, by_rules[1])


def _parts(party: str, actors: Parties, recipients: Parties, item: Item) -> tuple[str, ...]:
    """The parts a party rightly has, the best first.

    The lists' labels leave a recipient out where a state acts on its own; only documents say whether it does. Where a
    label takes "nobody" for as good, the party is as rightly none.
    """
    unsure = frozenset() in item.recipients
    if party in actors:
        both = any(party in ones & others for ones in item.actors for others in item.recipients)
        if both and unsure and not item.is_listed:
            return BOTH, ACTOR
        unsaid = not recipients and item.is_listed
        return (BOTH,) if party in recipients else (ACTOR, BOTH) if unsaid else (ACTOR,)
    if party not in recipients:
        return (NEITHER,)
    return (RECIPIENT, NEITHER) if unsure and not item.is_listed else (RECIPIENT,)


def _judged(kind: str, of_item: Sequence[tuple[Candidate, Example]], rows: Sequence[np.ndarray], by: float) -> Judged:
    likely = [dict(zip(PARTS, map(float, softmax(row / by)), strict=True)) for row in rows]
    found = [one for one, _ in of_item]
    parts = casting.parts_of(kind, likely)
    return list(zip([one.value for one in found], parts, likely, strict=True))


def _nearest(alternatives: Sequence[Parties], said: Parties) -> Parties:
    return min(alternatives, key=lambda one: len(one ^ said))


def _answers(item: Item, field: str) -> tuple[Parties, ...]:
    return item.actors if field == ACTOR else item.recipients


def _report(field: str, who: str, language: str, given: Sequence[Item], said: Sequence[Parties]) -> None:
    both = of_said = of_right = 0
    for item, one in zip(given, said, strict=True):
        if item.language == language and not item.is_listed:
            right = _nearest(_answers(item, field), one)
            both, of_said, of_right = both + len(one & right), of_said + len(one), of_right + len(right)
    found = f"P {both / of_said:.3f}  R {both / of_right:.3f}  F1 {2 * both / (of_said + of_right):.3f}"
    print(f"{language} {field:9} {who:8} {found}")


def _correction(
    field: str, parts: Set[str], given: Sequence[Item], judged: Sequence[Judged], said: Sequence[tuple[Parties, ...]]
) -> tuple[str, float, float]:
    """Slope and shift that make the likelihood of a whole list say how often it is right."""
    likely, right = [], []
    for item, one, parties in zip(given, judged, said, strict=True):
        if one and not item.is_listed:
            likely.append(casting.all_right(parts, [(told, of) for _, told, of in one]))
            right.append(parties[field == RECIPIENT] in _answers(item, field))
    seen = logit(np.clip(likely, 1e-6, 1 - 1e-6))
    slope, shift = fitting.line(seen, np.array(right, dtype=float))
    sure = expit(slope * seen + shift)
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            true = np.array(right)[inside].mean()
            print(f"   {field:9} said {sure[inside].mean():.2f}, right {true:.2f} ({inside.sum()})")
    return field, slope, shift
