"""Copy what the pages and their tests use from npm packages, with manifests of hashes and licences.

static/vendor is served; tests/browser/vendor holds the tests' tools, which no visitor ever gets.

Needs Node, and only to update: change a version in package.json, run `npm install --package-lock-only`, then
`make vendor`, and commit the result. The manifest is checked by tests/test_vendor.py.

Fonts are made narrower on the way, to the weights from regular to bold, to the typographic features that pages use, and
to letters: of what Latin has beyond English and Vietnamese, to those of names. What is changed may not bear a reserved
name (SIL Open Font License), so it loses it.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

ROOT = settings.BASE_DIR
MODULES = ROOT / "node_modules"
PAGES = ROOT / "static" / "vendor"
TESTS = ROOT / "tests" / "browser" / "vendor"

WEIGHTS = (400, 700)  # of the axis of weight
FEATURES = ["calt", "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
# Of the subset latin-ext: Europe and Turkey; ə, Hausa, Arabic in Latin letters, Welsh, ẞ; signs of currencies. None
# of Vietnamese, which has a subset of its own. The ranges of static/css/tokens.css are the same.
NAMES = (
    "0100-0101 0104-010F 0112-0127 012A-0130 0132-0151 0154-0167 016A-017F 018F 0198-0199 01B3-01B4 0218-021B 0253 "
    "0257 0259 02BE-02BF 1E0C-1E0D 1E24-1E25 1E62-1E63 1E6C-1E6D 1E80-1E85 1E92-1E93 1E9E 20A6 20A9-20AA 20B4 "
    "20B8-20BA 20BD"
)
RESERVED, OURS = "Source", "Newsdesk"  # in the names of fonts
SUBSETS = ("latin", "latin-ext", "vietnamese")
FOR_PAGES = {
    "htmx.org": {"name": "htmx", "files": ["dist/htmx.min.js", "LICENSE"]},
    "@fontsource-variable/inter": {
        "name": "inter",
        "files": [*(f"files/inter-{subset}-wght-normal.woff2" for subset in SUBSETS), "LICENSE"],
    },
    "@fontsource-variable/source-serif-4": {
        "name": "source-serif-4",
        "files": [*(f"files/source-serif-4-{subset}-wght-normal.woff2" for subset in SUBSETS), "LICENSE"],
    },
}
FOR_TESTS = {
    "axe-core": {"name": "axe-core", "files": ["axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt"]},
}


class Command(BaseCommand):
    help = "Copy what the pages and their tests use from npm packages into static/vendor; needs Node."

    def handle(self, **options) -> None:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT, check=True)
        for folder, packages in ((PAGES, FOR_PAGES), (TESTS, FOR_TESTS)):
            shutil.rmtree(folder, ignore_errors=True)
            manifest = [vendor(package, folder, **wanted) for package, wanted in sorted(packages.items())]
            (folder / "MANIFEST.json").write_text(json.dumps(manifest, indent=2) + "\n")


def vendor(package: str, folder: Path, *, name: str, files: list[str]) -> dict:
    """Copy one package's files into a folder that carries its version; what the manifest says of it."""
    source = MODULES / package
    about = json.loads((source / "package.json").read_text())
    target = folder / f"{name}-{about['version']}"
    target.mkdir(parents=True)
    hashes = {}
    for file in files:
        copied = Path(shutil.copyfile(source / file, target / Path(file).name))
        if copied.suffix == ".woff2":
            _narrow(copied, letters_of(NAMES) if "latin-ext" in copied.name else None)
        hashes[copied.relative_to(folder).as_posix()] = hashlib.sha256(copied.read_bytes()).hexdigest()
    return {"package": package, "version": about["version"], "licence": about["license"], "sha256": hashes}


def letters_of(ranges: str) -> set[int]:
    """The code points of ranges in hexadecimal: "0041-005A 00E9"."""
    ends = (part.partition("-") for part in ranges.split())
    return {code for first, _, last in ends for code in range(int(first, 16), int(last or first, 16) + 1)}


def _narrow(path: Path, letters: set[int] | None) -> None:
    """Leave out of a font what pages do not use; `letters` None: all it has are kept."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont  # here: for those who vendor only
    from fontTools.varLib import instancer

    font = instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), {"wght": WEIGHTS})
    for record in font["name"].names:
        if record.nameID and RESERVED in (text := record.toUnicode()):  # 0 is the copyright, which stays
            record.string = text.replace(RESERVED, OURS)
    font.flavor = "woff2"
    font.save(path)
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=FEATURES, name_IDs=["*"], name_languages=["*"], notdef_outline=True))
    subsetter.populate(unicodes=set(font.getBestCmap()) & (letters or set(font.getBestCmap())))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(path)
