"""`make bench-browse`, or `python -m tests.facets.bench [--events N] [--runs N] [--patience SECONDS] [--folder PATH]`.

Fills a database of its own with N invented events, once, and measures every kind of request: the interface alone and
the whole page over HTTP from two processes, beside the same by SQL and, where they can be installed into an environment
of their own, by Datasette and by DuckDB. A slow way is asked fewer times. Prints one table and writes results.json into
its folder. Times are by the clock; figures, no verdict: ratios of one run say more than milliseconds on a busy machine.
"""

import argparse
import json
import os
import statistics
import sys
from contextlib import nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    options = _options()
    folder = (options.folder or ROOT / "var" / "bench" / str(options.events)).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    os.environ["NEWSDESK_DATA"] = str(folder)
    os.environ["DATABASE_URL"] = options.database
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsdesk.settings"
    os.environ.setdefault("LOG_FORMAT", "json")
    import django

    django.setup()
    from newsdesk import embedded

    with nullcontext() if options.database else embedded.for_django(folder):
        report = measure(options, folder)
    (folder / "results.json").write_text(json.dumps(report, indent=1) + "\n")
    print(table(report))
    print(f"\nThe same as JSON: {folder / 'results.json'}")


def measure(options: argparse.Namespace, folder: Path) -> dict:
    from events.facets.index.engine import Index
    from events.facets.index.following import follower
    from tests.facets.bench import data, others, ours, questions
    from tests.facets.bench.server import serving

    figures = data.prepare(options.events, say)
    figures["seconds to load the snapshot"] = round(statistics.median(ours.load_time() for _ in range(5)), 2)
    kinds = questions.kinds(options.runs, Index(follower.state))
    results: dict[str, dict] = {kind.name: {} for kind in kinds}

    def note(name: str, kind: str, found: dict) -> None:
        results[kind][name] = found

    log = folder / "web.log"
    with serving(log, NEWSDESK_FACETS="sql") as server:
        plain = server.memory()
    with serving(log) as server:
        figures["MB of a web process without the index"] = round(plain)
        figures["MB of a web process at first"] = round(server.memory())
        for kind in kinds:
            say(f"pages: {kind.name}")
            for name, found in ours.over_http(server, kind, options.patience).items():
                note(f"page, {name}", kind.name, found)
        figures["MB of a web process after all pages"] = round(server.memory())
        say("writes")
        figures["writes"] = ours.writes(server)
    for kind in kinds:
        say(f"interface: {kind.name}")
        for name, found in ours.by_index(kind, options.patience).items():
            note(f"index, {name}", kind.name, found)
        if "SQL" not in options.without:
            note("SQL", kind.name, ours.by_sql(kind, options.patience))
    engines = {"DuckDB": others.in_duckdb, "Datasette": others.in_datasette}
    wanted = {name: ask for name, ask in engines.items() if name not in options.without}
    if wanted:
        try:
            python = others.environment(folder)
        except others.MissingError as problem:
            say(str(problem))
            figures["left out"] = str(problem)
        else:
            csv = data.export(folder)
            alike = [kind for kind in kinds if not kind.questions[0].by_relevance]  # they have no such order
            for name, ask in wanted.items():
                say(name)
                for kind, found in ask(python, csv, alike, options.patience).items():
                    note(name, kind, found)
    return {"events": options.events, "figures": figures, "kinds": results}


COLUMNS = ("index, cold", "index, new", "index, again", "page, new", "page, again", "SQL", "DuckDB", "Datasette")


def table(report: dict) -> str:
    """p50 / p95 / max in ms of each kind and way, then how much slower than the index the others are."""
    width = 26
    lines = [f"{report['events']:,} events; milliseconds, p50 / p95 / max", ""]
    lines.append("".join([f"{'':30}", *(f"{name:>{width}}" for name in COLUMNS)]))
    for kind, found in report["kinds"].items():
        cells = (_cell(found.get(name)) for name in COLUMNS)
        lines.append("".join([f"{kind:30}", *(f"{cell:>{width}}" for cell in cells)]))
    for other in ("SQL", "DuckDB", "Datasette"):
        ratios = [
            found[other]["p50"] / found["index, new"]["p50"] for found in report["kinds"].values() if other in found
        ]
        if ratios:
            lines.append(
                f"{other} takes {statistics.median(ratios):,.0f} times as long as the index (median of {len(ratios)} "
                f"kinds; from {min(ratios):,.1f} to {max(ratios):,.0f})"
            )
    lines.append("")
    for name, value in report["figures"].items():
        if name == "writes":
            lines += [f"{what}: {_cell(times)} ms" for what, times in value.items()]
        else:
            lines.append(f"{name}: {value}")
    return "\n".join(lines)


def _cell(times: dict | None) -> str:
    if times is None:
        return "–"
    return " / ".join(_figure(times[name]) for name in ("p50", "p95", "max"))


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.facets.bench")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=50, help="of each kind; 50 unless told")
    parser.add_argument("--patience", type=float, default=20, help="seconds for a kind and way; 20 unless told")
    parser.add_argument("--folder", type=Path, help="for the database and the results; var/bench/N unless told")
    parser.add_argument(
        "--database", default="", help="DATABASE_URL of one that holds invented events, instead of one in the folder"
    )
    parser.add_argument(
        "--without", nargs="+", default=[], choices=["SQL", "DuckDB", "Datasette"], help="another engine not to measure"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
