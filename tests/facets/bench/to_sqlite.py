"""The exported events as a SQLite file, as Datasette likes it: lists as JSON, indexes on columns, words in FTS5."""

import csv
import json
import sqlite3
import sys
from pathlib import Path

LISTS = ("countries", "agencies", "people", "organizations")

source, target = Path(sys.argv[1]), Path(sys.argv[2])
unfinished = target.with_suffix(".part")
unfinished.unlink(missing_ok=True)
database = sqlite3.connect(unfinished)
with source.open(encoding="utf-8", newline="") as file:
    rows = csv.DictReader(file)
    names = rows.fieldnames or []
    columns = ", ".join("id INTEGER PRIMARY KEY" if name == "id" else f"{name} TEXT" for name in names)
    database.execute(f"CREATE TABLE events ({columns})")
    database.executemany(
        f"INSERT INTO events VALUES ({', '.join('?' * len(names))})",  # noqa: S608
        (
            [
                json.dumps(value.split("|") if value else []) if name in LISTS else value or None
                for name, value in row.items()
            ]
            for row in rows
        ),
    )
for name in ("date", "region", "quad", "type", "topic", "language", "status"):
    database.execute(f"CREATE INDEX events_{name} ON events ({name})")
database.execute('CREATE VIRTUAL TABLE events_fts USING fts5 (words, content="events", content_rowid="id")')
database.execute("INSERT INTO events_fts (events_fts) VALUES ('rebuild')")
database.execute("ANALYZE")
database.commit()
database.close()
unfinished.rename(target)
