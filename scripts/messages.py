"""Collect what people read into locale/, and compile the translations.

Collecting needs GNU gettext, and only when texts changed; compiling needs nothing but Babel, and the result is
committed, since a machine that runs Newsdesk has no gettext. tests/test_translations.py keeps both complete.
"""

import datetime
import io
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locale"
THAT_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
NOT_OURS = [".venv", "node_modules", "tests", "var"]


def main() -> None:
    languages = [folder.name for folder in LOCALES.iterdir() if folder.is_dir()]
    for language in languages:
        ignore = [f"--ignore={folder}" for folder in NOT_OURS]
        command = ["manage.py", "makemessages", "--locale", language, "--no-location", "--no-obsolete", *ignore]
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
        po = LOCALES / language / "LC_MESSAGES" / "django.po"
        catalog = read(po)
        for message in catalog:
            forget_guess(message)
        po.write_bytes(written(catalog))
        po.with_suffix(".mo").write_bytes(compiled(catalog))
        missing = sum(not is_translated(message) for message in catalog if message.id)
        print(f"{language}: {len(catalog)} texts, {missing} without translation")


def read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file)


def forget_guess(message: Message) -> None:
    """gettext offers the translation of a similar text; a guess must not stand in for a translation."""
    if message.id and message.fuzzy:
        message.flags.discard("fuzzy")
        message.string = ("",) if isinstance(message.id, tuple) else ""


def written(catalog: Catalog) -> bytes:
    """The catalogue sorted, and always of the same day, so that a change of one text is a change of one line."""
    catalog.fuzzy = False
    catalog.creation_date = catalog.revision_date = THAT_DAY
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, width=116)
    return buffer.getvalue()


def compiled(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def is_translated(message) -> bool:
    """Whether every form of a message has its words and nobody doubts them."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return not message.fuzzy and all(forms)


if __name__ == "__main__":
    main()
