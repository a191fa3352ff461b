"""Writes events/extraction/data/confidence.toml: how often each field is right, by what gave its value.

    python -m tests.extraction.calibrate

Counted on both halves of the corpus: errors come by the document, and one half alone has too few of those. The
measured half counts more, since nothing was made on its texts. A share of few events leans towards its field's mean,
and that of one language towards both languages'. test_confidence.py tells when the rules have moved away from these
shares.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from events.extraction import confidence
from events.extraction.outline import as_dict
from tests.extraction.measure import CORPUS, extracted, scorer

TABLE = Path(confidence.__file__).parent / "data" / "confidence.toml"
HALVES = {"develop": 1, "measure": 3}  # how much an event of each counts
WEIGHT = 20  # events by which a share leans towards the mean
SUREST = 0.995
HEAD = """\
# How often a field was right on the labelled texts, by language and by what gave its value (confidence.py).
# Written by tests/extraction/calibrate.py; do not edit.
"""


def judged(half: str, score: ModuleType) -> Iterator[tuple[str, str, str, float, bool]]:
    """Language, field, signal, believed share and whether it was right, for each field of each event of a half."""
    for file in sorted((CORPUS / half).glob("*.txt")):
        label = json.loads(file.with_suffix(".json").read_text("utf-8"))
        text = score.read_text(file, label.get("encoding", "utf-8"))
        found = extracted(file, label["reference_date"])
        printed = json.loads(json.dumps(as_dict(found)))["events"]
        for of_label, at in score.align(label["events"], printed, text):
            gold, event = label["events"][of_label], found.events[at]
            if gold.get("optional"):
                continue
            for field, signal in confidence.signals(event).items():
                if field in score.LISTS:
                    right = not any(score.best_list_counts(gold, printed[at], field)[1:])
                else:
                    right = score.accepts(gold, printed[at], field)
                yield label["language"], field, signal, event.confidence.get(field, 1.0), right


def main() -> None:
    score = scorer()
    assert score is not None, "the scorer does not lie beside the checkout"
    counts: dict[tuple[str, ...], list[bool]] = defaultdict(list)
    for half, times in HALVES.items():
        for language, field, signal, _, right in judged(half, score):
            for key in ((field,), (language, field), (language, field, signal)):
                counts[key] += [right] * times

    def share(key: tuple[str, ...], towards: float) -> float:
        return min(SUREST, (sum(counts[key]) + WEIGHT * towards) / (len(counts[key]) + WEIGHT))

    lines = [HEAD]
    for language in ("en", "vi"):
        for field in confidence.FIELDS:
            mean = share((language, field), share((field,), 0.9))
            lines += [f"[{language}.{field}]", f"mean = {mean:.3f}"]
            known = sorted(key for key in counts if key[:-1] == (language, field))
            lines += [f'"{key[-1]}" = {share(key, mean):.3f}' for key in known]
            lines.append("")
    TABLE.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
