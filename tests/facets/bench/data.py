"""The invented events in a database and folder of their own, made once and kept; and the same for other engines."""

from __future__ import annotations

import time
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from events import synthetic
from events.facets.index import keeping
from events.facets.index.following import snapshot_path
from events.models import Event

_LISTS = {  # name: table of links, table of what they lead to, its key
    "countries": ("events_eventcountry", "country_id", "events_country", "code"),
    "agencies": ("events_eventagency", "agency_id", "events_agency", "slug"),
    "people": ("events_eventperson", "person_id", "events_person", "slug"),
    "organizations": ("events_eventorganization", "organization_id", "events_organization", "slug"),
}


def prepare(count: int, say) -> dict:
    """Fill the database and make the snapshot where they are wanting; seconds of what was done now."""
    done = {}
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not Event.objects.exists():
        say(f"making {count:,} events")
        began = time.perf_counter()
        synthetic.load(count)
        done["seconds to make the events"] = round(time.perf_counter() - began, 1)
    if keeping.why_anew():
        say("making the snapshot")
        began = time.perf_counter()
        keeping.build()
        done["seconds to make the snapshot"] = round(time.perf_counter() - began, 1)
    done["snapshot MB"] = round(snapshot_path().stat().st_size / 2**20)
    return done


def export(folder: Path) -> Path:
    """What readers see as a CSV: a row an event, several values joined by "|", words folded and between spaces."""
    path = folder / "events.csv"
    if path.exists():
        return path
    joined = ", ".join(
        f"coalesce((SELECT string_agg(t.{key}, '|' ORDER BY l.position) FROM {links} l JOIN {target} t"  # noqa: S608
        f" ON t.{'code' if key == 'code' else 'id'} = l.{column} WHERE l.event_id = e.id), '') AS {name}"
        for name, (links, column, target, key) in _LISTS.items()
    )
    query = f"""
        COPY (SELECT e.id, e.date, e.region, e.quad, coalesce(e.type, 'none') AS type, e.topic, e.language, e.status,
            {joined}, ' ' || newsdesk_fold(e.title || ' ' || e.text) || ' ' AS words
            FROM events_event e WHERE e.status <> 'rejected' AND e.trashed_at IS NULL ORDER BY e.id)
        TO STDOUT WITH (FORMAT csv, HEADER true)
    """  # noqa: S608
    unfinished = path.with_suffix(".part")
    with connection.cursor() as cursor, unfinished.open("wb") as file, cursor.copy(query) as rows:
        for row in rows:
            file.write(row)
    unfinished.rename(path)
    return path
