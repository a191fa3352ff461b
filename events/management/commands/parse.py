"""`manage.py parse`: read files with the packaged vocabulary and print what is in them. Opens no database."""

from __future__ import annotations

import datetime
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from events.extraction import extract
from events.extraction.outline import as_dict, outline
from events.extraction.records import ArticleRefused
from events.messages import sentence


class Command(BaseCommand):
    """One JSON object per file and line, or an outline for people; exit status 1 when a file was refused."""

    help = "Read articles and print their events, without storing anything."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one JSON object per file, each on one line")
        parser.add_argument(
            "--date", type=_day, metavar="D", help="the upload day: dates texts that do not tell theirs"
        )
        parser.add_argument(
            "--reference-date",
            type=_day,
            metavar="D",
            help="what '1 November' is resolved against, whatever the text tells",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        failed = False
        for file in options["files"]:
            try:
                raw = file.read_bytes()
                extraction = extract(
                    raw, name=file.name, uploaded_on=options["date"], reference_date=options["reference_date"]
                )
            except OSError:
                failed = True
                self._refuse(file, "unreadable", _("The file cannot be read. Check its name and permissions."), options)
            except ArticleRefused as refusal:
                failed = True
                self._refuse(file, refusal.code.value, sentence(refusal.code), options)
            else:
                shown = _line(as_dict(extraction)) if options["json"] else outline(str(file), extraction)
                self.stdout.write(shown)
        if failed:
            sys.exit(1)

    def _refuse(self, file: Path, code: str, message: str, options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(_line({"error": {"code": code, "message": message}}))
        else:
            self.stderr.write(f"{file}: {message}")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("%(text)s is not a date; write it as 2024-11-30.") % {"text": text}) from None


def _line(shown: dict[str, Any]) -> str:
    return json.dumps(shown, ensure_ascii=False)
