"""Datasette and DuckDB on the same events, from an environment of their own; left out where they cannot be had."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.parse
from dataclasses import asdict
from pathlib import Path

from tests.facets.bench.questions import Kind
from tests.facets.bench.server import Server, free_port, started
from tests.facets.bench.timing import take

PACKAGES = ["datasette", "duckdb"]
HERE = Path(__file__).parent
NO_LIMIT = "3600000"  # ms
COLUMNS = ("region", "quad", "type", "topic", "language", "status")
LISTS = {"country": "countries", "agency": "agencies", "person": "people", "organization": "organizations"}


class MissingError(Exception):
    """They cannot be installed; says why in a sentence."""


def environment(folder: Path) -> Path:
    """The Python that has both. Raises MissingError."""
    python = folder / "others" / "bin" / "python"
    done = folder / "others" / "installed"
    if done.exists():
        return python
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder / "others")], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, check=True, timeout=600)
    except (OSError, subprocess.SubprocessError) as problem:
        raise MissingError("Datasette and DuckDB could not be installed: measured without them.") from problem
    done.touch()
    return python


def in_duckdb(python: Path, csv: Path, kinds: list[Kind], patience: float) -> dict[str, dict]:
    """Page, total, facets and days by GROUP BY, all in memory; the timeline by month and type."""
    asked = [
        {"name": kind.name, "is_timeline": kind.is_timeline, "questions": [plain(q) for q in kind.questions]}
        for kind in kinds
    ]
    command = [str(python), str(HERE / "in_duckdb.py"), str(csv), str(patience)]
    answer = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def plain(question) -> dict:
    """A Selection as JSON has it, without what is not chosen."""
    chosen = {name: value for name, value in asdict(question).items() if value and name not in ("sort", "limit")}
    return json.loads(json.dumps(chosen, default=str))


def in_datasette(python: Path, csv: Path, kinds: list[Kind], patience: float) -> dict[str, dict]:
    """Page, total and its own facets, as JSON over HTTP. It has no histogram, depth or timeline."""
    database = csv.with_suffix(".db")
    if not database.exists():
        subprocess.run([str(python), str(HERE / "to_sqlite.py"), str(csv), str(database)], check=True)
    port = free_port()
    limits = ["sql_time_limit_ms", "facet_time_limit_ms"]
    settings = [word for limit in limits for word in ("--setting", limit, NO_LIMIT)]
    settings += ["--setting", "suggest_facets", "off", "--setting", "default_facet_size", "50"]
    serve = [str(python), "-m", "datasette", "serve", "-i", str(database), "--port", str(port), *settings]
    found = {}
    with started(serve, csv.with_name("datasette.log")) as process:
        server = Server(process, port)
        server.wait("/-/versions.json")
        for kind in kinds:
            if kind.is_timeline or kind.questions[0].cursor:
                continue
            paths = [datasette_path(question) for question in kind.questions]
            found[kind.name] = take(server.get, paths, patience).as_dict()
    return found


def datasette_path(question) -> str:
    pairs = [("_facet", column) for column in COLUMNS] + [("_facet_array", column) for column in LISTS.values()]
    pairs += [("_size", "50"), ("_sort_desc", "date"), ("_nocol", "words")]
    for column in COLUMNS:
        pairs += [(column, value) for value in question.values(column)]
    for param, column in LISTS.items():
        pairs += [(f"{column}__arraycontains", value) for value in question.values(param)]
    if question.first_day:
        pairs += [("date__gte", question.first_day.isoformat()), ("date__lte", question.last_day.isoformat())]
    if question.words:
        pairs.append(("_search", question.words))
    return f"/events/events.json?{urllib.parse.urlencode(pairs)}"
