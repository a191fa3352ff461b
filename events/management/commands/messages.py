"""Collect what people read into locale/, and compile the translations.

Collecting needs GNU gettext, and only when texts changed; compiling needs nothing but Babel, and the result is
committed, since a machine that runs Newsdesk has no gettext. tests/test_translations.py keeps both complete.
"""

import datetime
import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

LOCALES = settings.BASE_DIR / "locale"
THAT_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
NOT_OURS = [".venv", "node_modules", "tests", "var"]


class Command(BaseCommand):
    help = "Collect what people read into locale/, and compile the translations; needs GNU gettext."

    def handle(self, **options) -> None:
        for language in (folder.name for folder in LOCALES.iterdir() if folder.is_dir()):
            call_command(
                "makemessages", locale=[language], ignore_patterns=NOT_OURS, no_location=True, no_obsolete=True
            )
            po = LOCALES / language / "LC_MESSAGES" / "django.po"
            catalog = read(po)
            for message in catalog:
                forget_guess(message)
            po.write_bytes(written(catalog))
            po.with_suffix(".mo").write_bytes(compiled(catalog))
            missing = sum(not is_translated(message) for message in catalog if message.id)
            self.stdout.write(f"{language}: {len(catalog)} texts, {missing} without translation")


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
