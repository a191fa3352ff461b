"""Learns the model of lines, from what lines.py gives; a part of `make train`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.special import softmax

from events.extraction import line_traits, second_look
from events.extraction.learned import written_out
from events.extraction.line_traits import LABELS, Seen
from tests.extraction.training import fitting, lines, weights
from tests.extraction.training.fitting import Example
from tests.extraction.training.items import FOLDS, LANGUAGES

LOOSE, LEAST, ROUNDS = 0.2, 3, 200


def examples(read: lines.Read, answered: Sequence[tuple[str, float]]) -> Iterator[tuple[Seen, Example]]:
    """What is learned from each line whose truth is known."""
    names = lines.names().read(read.text, read.language).within
    seen = line_traits.of_document(read.lines, read.layout, read.language, names)
    for line, marked, (answer, sure) in zip(read.lines, seen, answered, strict=True):
        if sure:
            yield line, Example(written_out(marked), {}, (answer,), sure)


def learn(present: Sequence[lines.Read], *, write: bool) -> None:
    """Prints how often the model is right on documents it was not trained on; learns from all, and writes it."""
    today = {read.name: read.lines for read in present}
    reads = list(lines.first_readings(present))
    reads += [page for read in present if (page := lines.strewn(read, lines.answers(read, read.lines))) is not None]
    reads += lines.drawn_pages()
    told = []
    for read in reads:
        now = read.lines if read.strewn else today[read.name]
        told += [(read, *one) for one in examples(read, lines.answers(read, now))]
    unseen = {name for name, _ in lines.kept_readings()}
    judged = []
    for held in range(FOLDS):
        model = fitting.fit(
            LABELS,
            [one for read, _, one in told if read.fold != held],
            loose=LOOSE,
            least=LEAST,
            whole=0.0,
            rounds=ROUNDS,
        )
        judged += [
            (line, one, softmax(model.sums(one)))
            for read, line, one in told
            if read.fold == held and not read.strewn and read.name in unseen and one.counts >= lines.ASSUMED
        ]
    _report(judged)
    if write:
        model = fitting.fit(LABELS, [one for *_, one in told], loose=LOOSE, least=LEAST, whole=0.0, rounds=ROUNDS)
        found = weights.Learned("lines", model, lines.digest())
        for language in LANGUAGES:
            found.write(language, [one for read, _, one in told if read.language == language])
        lines.keep_pages()


def _report(judged: Sequence[tuple[Seen, Example, np.ndarray]]) -> None:
    """How often the model is right where it would speak up, and at likelihoods around."""
    opens, goes_on, none = range(len(LABELS))
    for verdict, sure in second_look.SURE_OF_NONE.items():
        of_kind = [(one.answers[0], row) for line, one, row in judged if line.verdict == verdict]
        wrong = sum(1 for answer, _ in of_kind if answer == "O")
        for from_on in (sure - 0.1, sure, sure + 0.1):
            said = [answer for answer, row in of_kind if row[none] > from_on]
            print(f"lines  {verdict} set aside from {from_on:.2f}: {said.count('O')} of {len(said)} right, of {wrong}")
    for verdict, sure in second_look.SURE_OF_ONE.items():
        of_kind = [
            (one.answers[0], row)
            for line, one, row in judged
            if line.verdict == verdict and line.reason not in second_look.LEFT and row[opens] > row[goes_on]
        ]
        wrong = sum(1 for line, one, _ in judged if line.verdict == verdict and one.answers[0] == "B")
        for from_on in (sure - 0.1, sure, sure + 0.1):
            said = [answer for answer, row in of_kind if 1 - row[none] > from_on]
            print(
                f"lines  {verdict} brought back from {from_on:.2f}: {said.count('B')} of {len(said)} right, of {wrong}"
            )
