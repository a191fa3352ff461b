"""What was copied from other projects is what their packages held, licence included."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from events.management.commands.vendor import NAMES, letters_of

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("static/vendor", "tests/browser/vendor")
MANIFESTS = {folder: json.loads((ROOT / folder / "MANIFEST.json").read_text()) for folder in FOLDERS}
PACKAGES = [package for packages in MANIFESTS.values() for package in packages]
HASHES = {
    f"{folder}/{path}": sha256
    for folder, packages in MANIFESTS.items()
    for package in packages
    for path, sha256 in package["sha256"].items()
}


@pytest.mark.parametrize("path", HASHES)
def test_a_vendored_file_is_unchanged(path):
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == HASHES[path]


def test_nothing_else_lies_among_the_vendored_files():
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    present = {path.relative_to(ROOT).as_posix() for path in files}
    assert present == {*HASHES, *(f"{folder}/MANIFEST.json" for folder in FOLDERS)}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["package"])
def test_versions_are_those_of_the_lock_file_and_licences_lie_beside(package):
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"][f"node_modules/{package['package']}"]
    assert (package["version"], package["licence"]) == (lock["version"], lock["license"])
    assert any(path.endswith("/LICENSE") for path in package["sha256"])


FONTS = [ROOT / path for path in HASHES if path.endswith(".woff2")]
MOST = 120_000  # bytes


def test_all_fonts_a_page_can_need_weigh_little():
    assert len(FONTS) == 6
    assert sum(font.stat().st_size for font in FONTS) < MOST


@pytest.mark.parametrize("family", ["inter", "source-serif-4"])
@pytest.mark.parametrize("name", ["Recep Tayyip Erdoğan", "Lech Wałęsa", "Šefčovič", "Constanța", "Nguyễn Phú Trọng",
                                  "İlham Əliyev", "Þórðarson", "Győr", "Ħamrun", "Ṭūlkarm", "Llŷn"])  # fmt: skip
def test_names_are_drawn_by_one_family(family, name):
    files = [font for font in FONTS if font.name.startswith(family)]
    drawn = set().union(*(TTFont(font).getBestCmap() for font in files))
    assert {letter for letter in name if ord(letter) not in drawn} == set()


def test_the_pages_fetch_the_letters_of_names_for_these_alone():
    css = (ROOT / "static/css/tokens.css").read_text()
    ranges = re.findall(r'latin-ext[^"]*"\) format\("woff2"\);\s+unicode-range: ([^;]+);', css)
    assert len(ranges) == 2
    for each in ranges:
        assert letters_of(each.replace("U+", "").replace(",", "")) == letters_of(NAMES)
    of_vietnamese = "đĐăĂơƠưƯĩĨũŨạẠ"
    assert not letters_of(NAMES) & set(map(ord, of_vietnamese))


def test_the_lock_file_holds_no_download_addresses():
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
