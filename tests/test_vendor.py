"""What was copied from other projects is what their packages held, licence included."""

import hashlib
import json
from pathlib import Path

import pytest

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


def test_the_lock_file_holds_no_download_addresses():
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
