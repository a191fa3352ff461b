"""How well the extraction reads the labelled corpus: a table for each field, layout and language.

    python -m tests.extraction.measure [--half develop|measure] [--verbose] [--raise-floors | --lower-floors]
                                       [--json PATH]

`corpus/develop` is there to look at while improving the extraction; `corpus/measure` only to be measured on: nobody
reads its differences to mend them one by one. `floors.json` holds what the measured half has reached, by language. A
figure below its floor fails the tests; `--raise-floors` lifts floors to what is reached now, and only `--lower-floors`
lets one sink. `--json` writes the figures that the quality page shows (events/data/quality.json). The scorer is the one
beside the checkout, so that figures everywhere mean the same.
"""

import argparse
import datetime
import hashlib
import importlib.util
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

from events.extraction import VERSION, extract
from events.extraction.outline import as_dict
from events.extraction.records import Extraction

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
FLOORS = HERE / "floors.json"
SCORER = HERE.parents[2] / "shared" / "gold" / "score.py"
SLACK = 0.005  # floors are rounded down to half a point

# What has a floor: the scorer's figures, by their paths in its answer.
FIGURES = (
    "segmentation.f1",
    "region",
    "countries.f1",
    "organizations.recall",
    "people.f1",
    "agencies.f1",
    "date",
    "type",
    "type_macro",
    "actor.f1",
    "recipient.f1",
    "topic",
    "topic_macro",
    "section",
    "text_end",
    "published",
    "source_url",
    "language",
    "span_fidelity",
    "tiling",
)


# What the quality page shows: an event's field, and the scorer's figure for it.
SHOWN = {
    "passages": "segmentation.f1",
    "section": "section",
    "region": "region",
    "date": "date",
    "type": "type",
    "topic": "topic",
    "countries": "countries.f1",
    "organizations": "organizations.recall",
    "people": "people.f1",
    "agencies": "agencies.f1",
    "actor": "actor.f1",
    "recipient": "recipient.f1",
}


def scorer() -> ModuleType | None:
    """The scorer as a module; None where it does not lie beside the checkout."""
    if not SCORER.exists():
        return None
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(folder: Path, score: ModuleType) -> tuple[dict[str, dict], dict[str, list[str]]]:
    """Figures for "overall", each language, and each layout in each language; and the remarks of each document."""
    totals: dict[str, Counter] = {}
    remarks: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.txt")):
        label = json.loads(file.with_suffix(".json").read_text("utf-8"))
        text = score.read_text(file, label.get("encoding", "utf-8"))
        output = json.loads(json.dumps(read(file, label["reference_date"])))
        remarks[file.name] = []
        counts = score.score(label, text, output, remarks[file.name].append)
        for name in ("overall", label["language"], f"{label['layout']} {label['language']}"):
            totals.setdefault(name, Counter()).update(counts)
    return {name: score.figures(counts) | {"of": _expected(counts)} for name, counts in sorted(totals.items())}, remarks


def _expected(counts: Counter) -> dict[str, int]:
    """How many answers the labels ask for: of a field the events or names it is measured on."""
    of = {}
    for field, path in SHOWN.items():
        name = path.partition(".")[0]
        of[field] = counts[f"{name} of"] if path == name else counts[f"{name} tp"] + counts[f"{name} fn"]
    return of


def read(file: Path, uploaded_on: str) -> dict:
    return as_dict(extracted(file, uploaded_on))


@cache
def extracted(file: Path, uploaded_on: str) -> Extraction:
    """Each file is read once in a process, however much is measured of it."""
    return extract(file.read_bytes(), name=file.name, uploaded_on=datetime.date.fromisoformat(uploaded_on))


def pick(figures: dict, path: str) -> float | None:
    for part in path.split("."):
        figures = figures[part]
    return figures


def fingerprint() -> str:
    """Of the measured half, texts and labels: floors are for just this corpus."""
    digest = hashlib.sha256()
    for file in sorted((CORPUS / "measure").iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def reached(figures: dict[str, dict]) -> dict[str, dict[str, float]]:
    """What may become floors: by language, rounded down; and the share of boilerplate kept out of events."""
    floors = {}
    for language in ("en", "vi"):
        of = figures[language]
        values = {path: pick(of, path) for path in FIGURES}
        values["boilerplate kept out"] = 1 - of["boilerplate_leak"] / of["boilerplate"]
        floors[language] = {path: int(value / SLACK) * SLACK for path, value in values.items() if value is not None}
        floors[language] = {path: round(value, 3) for path, value in floors[language].items()}
    return floors


def shown(figures: dict[str, dict]) -> dict:
    """What the quality page shows, by language, and by layout in each language: [figure, of how many answers].

    A figure is None where there was nothing to measure.
    """
    return {
        "extractor": VERSION,
        "corpus": fingerprint(),
        "groups": {
            name: {field: [pick(of, path), of["of"][field]] for field, path in SHOWN.items()}
            for name, of in figures.items()
        },
    }


def below(floors: dict, now: dict[str, dict[str, float]]) -> list[str]:
    """A line for every figure under its floor."""
    return [
        f"{language} {path}: {now[language][path]:.3f} is below {floor:.3f}"
        for language, of in floors.items()
        for path, floor in of.items()
        if now[language][path] < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the extraction on the labelled corpus.")
    parser.add_argument("--half", choices=["develop", "measure"], default="measure")
    parser.add_argument("--verbose", action="store_true", help="list every difference (of the develop half)")
    switch = parser.add_mutually_exclusive_group()
    switch.add_argument("--raise-floors", action="store_true")
    switch.add_argument("--lower-floors", action="store_true")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the figures for the quality page")
    options = parser.parse_args()
    score = scorer()
    if score is None:
        print(f"There is no scorer at {SCORER}.", file=sys.stderr)
        return 1

    figures, remarks = measure(CORPUS / options.half, score)
    if options.verbose and options.half == "develop":
        for name, lines in remarks.items():
            print("\n".join([name, *(f"  {line}" for line in lines), ""]))
    if options.json:
        options.json.write_text(json.dumps(shown(figures), indent=1, sort_keys=True) + "\n")
    overall = figures.pop("overall")
    print(score.table(figures, {**overall, "languages": {}}, {}))

    if options.raise_floors or options.lower_floors:
        kept = json.loads(FLOORS.read_text())["floors"] if FLOORS.exists() and options.raise_floors else {}
        now = reached(figures)
        floors = {
            language: {path: max(value, kept.get(language, {}).get(path, 0)) for path, value in of.items()}
            for language, of in now.items()
        }
        FLOORS.write_text(json.dumps({"corpus": fingerprint(), "floors": floors}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
