"""Floors on the labelled real articles, which are kept outside the product and may only be read."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"

pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").exists(), reason="the labelled articles are not beside the project (../shared/gold)"
)

FLOORS = {
    "segmentation": 0.95,
    "region": 1.0,
    "countries": 0.9,
    "agencies": 0.95,
    "people": 0.85,
    "date": 0.95,
    "type": 0.75,
    "topic": 0.85,
    "section": 1.0,
    "text_end": 0.95,
    "language": 1.0,
    "published": 1.0,
    "source_url": 1.0,
    "span_fidelity": 1.0,
    "tiling": 1.0,
}


@pytest.fixture(scope="module")
def figures() -> dict:
    runner = f"{shlex.quote(sys.executable)} manage.py parse --json"
    done = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev"), "--runner", runner],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.rpartition("SUMMARY ")[2])


@pytest.mark.parametrize("field", FLOORS)
def test_no_figure_falls_below_its_floor(figures, field):
    value = figures[field]
    assert (value["f1"] if isinstance(value, dict) else value) >= FLOORS[field]


def test_organizations_are_found(figures):
    assert figures["organizations"]["recall"] >= 0.8


def test_no_boilerplate_leaks(figures):
    assert figures["boilerplate_leak"] == 0
