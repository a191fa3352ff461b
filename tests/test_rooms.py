"""The walls between the rooms: what may import what; and their map."""

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _modules_after(program: str) -> set[str]:
    """Top-level names of what a fresh interpreter has imported after running the program."""
    script = f"{program}\nimport sys\nprint(' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_extraction_needs_no_framework_database_or_network():
    reads_a_text = "from events.extraction import extract\nextract(b'*Talks: Peru met Chile.', name='a.txt')"
    loaded = _modules_after(reads_a_text)
    assert loaded.isdisjoint({"django", "newsdesk", "celery", "psycopg", "structlog", "socket", "sqlite3"})


def test_importing_the_door_loads_none_of_the_rooms_behind_it():
    script = "import sys, events.extraction; print(*(n for n in sys.modules if n.startswith('events.extraction.')))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {f"events.extraction.{one}" for one in ("records", "building", "remembered")}


def test_the_map_names_every_room_of_extraction_and_no_other():
    house = ROOT / "events" / "extraction"
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    part = text[text.index("  extraction/ ") : text.index("  models/ ")]
    named = set(re.findall(r"[\w*]+\.py", part))
    rooms = {file.name for file in (*house.glob("*.py"), *house.glob("layouts/*.py"))}
    layouts = {file.name for file in house.glob("layouts/*.py") if re.search(r"(?m)^NAME = ", file.read_text("utf-8"))}
    assert not [name for name in sorted(rooms - layouts) if not any(fnmatch(name, known) for known in named)]
    assert not [known for known in sorted(named) if not any(fnmatch(name, known) for name in rooms)]
