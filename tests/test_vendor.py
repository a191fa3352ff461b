"""What was copied from other projects is what their packages held, licence included."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "MANIFEST.json").read_text())
HASHES = {path: sha256 for package in MANIFEST for path, sha256 in package["sha256"].items()}


@pytest.mark.parametrize("path", HASHES)
def test_a_vendored_file_is_unchanged(path):
    assert hashlib.sha256((VENDOR / path).read_bytes()).hexdigest() == HASHES[path]


def test_nothing_else_lies_among_the_vendored_files():
    present = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert present == {*HASHES, "MANIFEST.json"}


@pytest.mark.parametrize("package", MANIFEST, ids=lambda package: package["package"])
def test_versions_are_those_of_the_lock_file_and_licences_lie_beside(package):
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"][f"node_modules/{package['package']}"]
    assert (package["version"], package["licence"]) == (lock["version"], lock["license"])
    assert any(path.endswith("/LICENSE") for path in package["sha256"])


def test_the_lock_file_holds_no_download_addresses():
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
