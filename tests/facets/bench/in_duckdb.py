"""The same questions to DuckDB: `in_duckdb.py events.csv PATIENCE < kinds.json`, times as JSON on standard output.

Runs in the environment that has DuckDB, and imports nothing of the product.
"""

import json
import sys
import time

import duckdb

COLUMNS = ("region", "quad", "type", "topic", "language", "status")
LISTS = {"country": "countries", "agency": "agencies", "person": "people", "organization": "organizations"}
FEWEST = 3

database = duckdb.connect()
lists = ", ".join(
    f"CASE WHEN {name} IS NULL OR {name} = '' THEN [] ELSE string_split({name}, '|') END AS {name}"
    for name in LISTS.values()
)
database.execute(
    f"CREATE TABLE events AS SELECT * REPLACE ({lists}) FROM read_csv(?, all_varchar = false, "  # noqa: S608
    "types = {'topic': 'VARCHAR', 'date': 'DATE'})",
    [sys.argv[1]],
)


def where(question: dict, without: str = "") -> tuple[str, list]:
    """The conditions of a question but those of one facet."""
    parts, values = ["true"], []
    for name in COLUMNS:
        if name != without and name in question:
            parts.append(f"{name} IN ({', '.join('?' * len(question[name]))})")
            values += question[name]
    for param, name in LISTS.items():
        if param != without and param in question:
            parts.append(f"list_has_any({name}, ?)")
            values.append(question[param])
    if "first_day" in question:
        parts.append("date BETWEEN ?::DATE AND ?::DATE")
        values += [question["first_day"], question["last_day"]]
    if "words" in question:
        parts.append("contains(words, ?)")
        values.append(f" {question['words']} ")
    return " AND ".join(parts), values


def run(select: str, question: dict, after: str, without: str = "") -> list:
    conditions, values = where(question, without)
    return database.execute(f"{select} WHERE {conditions} {after}", values).fetchall()


def answer(question: dict) -> None:
    page = "ORDER BY date DESC NULLS LAST, id DESC LIMIT 51"
    if "cursor" in question:
        place = question["cursor"]
        page = f"AND (date, id) < (DATE '{place['date']}', {int(place['id'])}) {page}"
    run("SELECT id FROM events", question, page)
    run("SELECT count(*) FROM events", question, "")
    run("SELECT date, count(*) FROM events", question, "GROUP BY 1")
    for name in COLUMNS:
        run(f"SELECT {name}, count(*) FROM events", question, "GROUP BY 1", without=name)  # noqa: S608
    for param, name in LISTS.items():
        conditions, values = where(question, param)
        database.execute(
            f"SELECT value, count(*) FROM (SELECT unnest({name}) AS value FROM events WHERE {conditions}) "  # noqa: S608
            "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 51",
            values,
        ).fetchall()


def timeline(question: dict) -> None:
    run("SELECT date_trunc('month', date), type, count(*) FROM events", question, "GROUP BY 1, 2")


found = {}
for kind in json.load(sys.stdin):
    ask = timeline if kind["is_timeline"] else answer
    times, began = [], time.perf_counter()
    for question in kind["questions"]:
        if len(times) >= FEWEST and time.perf_counter() - began > float(sys.argv[2]):
            break
        at = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - at) * 1000)
    times.sort()
    found[kind["name"]] = {
        "p50": round(times[len(times) // 2], 3),
        "p95": round(times[min(len(times) - 1, int(0.95 * len(times)))], 3),
        "max": round(times[-1], 3),
        "runs": len(times),
    }
print(json.dumps(found))
