"""`manage.py parse`: what other programs rely on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .reading import DOCUMENTS

pytestmark = pytest.mark.xdist_group("parse")  # processes are shared

ROOT = Path(__file__).resolve().parents[2]
ROUNDUP, STORY = DOCUMENTS / "roundup-en.txt", DOCUMENTS / "story-vi.txt"


def _parse(*arguments: object, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with no database to open and nowhere to write."""
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    if data:
        environment["NEWSDESK_DATA"] = str(data)
    command = [sys.executable, "manage.py", "parse", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """A data folder that is not there."""
    return tmp_path_factory.mktemp("parse") / "var"


@pytest.fixture(scope="module")
def two_files(data) -> subprocess.CompletedProcess[str]:
    return _parse("--json", "--date", "2025-03-05", STORY, ROUNDUP, data=data)


def test_one_object_per_file_in_the_order_given(two_files):
    story, roundup = map(json.loads, two_files.stdout.splitlines())
    assert two_files.returncode == 0
    assert (story["language"], roundup["language"]) == ("vi", "en")
    assert len(roundup["events"]) == 5


def test_nothing_is_written(two_files, data):
    assert two_files.returncode == 0
    assert not data.exists()


def test_the_form_of_an_object(two_files):
    line = two_files.stdout.splitlines()[1]
    printed = json.loads(line)
    assert {"language", "published", "source_url", "title", "events", "set_aside", "passages"} <= printed.keys()
    event = printed["events"][0]
    assert event["date"] == "2025-03-04"
    assert event["region"] == "middle-east-africa"
    assert event["countries"] == ["EG", "ET", "SD"]
    assert event["topic"] is None or not event["topic"].isdigit()
    assert {
        "title",
        "text",
        "section",
        "organizations",
        "people",
        "type",
        "actor",
        "recipient",
        "agencies",
    } <= event.keys()
    assert {passage["kind"] for passage in printed["passages"]} == {"event", "heading", "set_aside"}
    assert all((passage["kind"] == "set_aside") == bool(passage["reason"]) for passage in printed["passages"])
    assert all({"text", "reason", "start", "end"} == entry.keys() for entry in printed["set_aside"])


def test_a_month_is_no_day(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("*Peru sells more copper: In October, Peru sold more copper. (AP)\n*Chile waits: It rains. (AP)")
    (event, _) = json.loads(_parse("--json", "--date", "2024-11-05", file).stdout)["events"]
    assert event["date"] is None


def test_the_reference_date_overrides_the_upload_day(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("*Peru votes: On March 1, Peru voted. (AP)\n*Chile waits: It rains. (AP)")
    done = _parse("--json", "--date", "2024-11-05", "--reference-date", "2010-03-02", file)
    assert json.loads(done.stdout)["events"][0]["date"] == "2010-03-01"


def test_a_refused_file_prints_an_error_and_the_others_are_read(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = _parse("--json", empty, tmp_path / "missing.txt", ROUNDUP)
    refused, missing, good = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert refused["error"]["code"] == "empty"
    assert refused["error"]["message"]
    assert missing["error"]["code"] == "unreadable"
    assert good["events"]


def test_a_word_that_is_no_date_is_one_line_on_stderr():
    done = _parse("--json", "--date", "yesterday", ROUNDUP)
    assert done.returncode == 2
    assert "2024-11-30" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_json_it_prints_an_outline():
    done = _parse("--date", "2025-03-05", ROUNDUP)
    assert "5 events" in done.stdout
    assert "(advertisement)" in done.stdout
