"""The pictures of the README."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "docs" / "screenshots"
LARGEST = 300_000  # bytes


def test_every_picture_the_readme_shows_is_there():
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text())
    assert len(shown) >= 4
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def test_every_picture_is_one_and_small():
    pictures = {path.name: path.read_bytes() for path in FOLDER.glob("*.png")}
    assert [name for name, data in pictures.items() if not data.startswith(b"\x89PNG\r\n\x1a\n")] == []
    assert {name: len(data) for name, data in pictures.items() if len(data) > LARGEST} == {}
