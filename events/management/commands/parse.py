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
from events.extraction.records import (
    TOPIC_NAMES,
    ArticleRefused,
    Evidence,
    ExtractedEvent,
    Extraction,
    PassageKind,
)
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
                shown = as_json(extraction) if options["json"] else outline(file, extraction)
                self.stdout.write(shown)
        if failed:
            sys.exit(1)

    def _refuse(self, file: Path, code: str, message: str, options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False))
        else:
            self.stderr.write(f"{file}: {message}")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("%(text)s is not a date; write it as 2024-11-30.") % {"text": text}) from None


def as_json(extraction: Extraction) -> str:
    """The extraction on one line, in the form the labelled documents have."""
    document = extraction.document
    set_aside = [p for p in extraction.passages if p.kind is PassageKind.SET_ASIDE]
    return json.dumps(
        {
            "language": document.language,
            "layout": document.layout,
            "encoding": document.encoding,
            "published": _iso(document.published),
            "reference_date": _iso(document.reference_date),
            "source_url": document.source_url,
            "title": document.title,
            "events": [_event(event, document.text) for event in extraction.events],
            "set_aside": [
                {"text": document.text[p.start : p.end], "reason": p.reason, "start": p.start, "end": p.end}
                for p in set_aside
            ],
            "passages": [
                {"start": p.start, "end": p.end, "kind": p.kind, "reason": p.reason} for p in extraction.passages
            ],
        },
        ensure_ascii=False,
    )


def _event(event: ExtractedEvent, text: str) -> dict[str, Any]:
    return {
        "title": event.title,
        "text": event.text,
        "section": event.section,
        "region": event.region,
        "countries": event.countries,
        "organizations": event.organizations,
        "people": event.people,
        "date": _iso(event.date) if event.date_precision == "day" else None,
        "date_end": _iso(event.date_end) if event.date_precision == "day" else None,
        "topic": TOPIC_NAMES[event.topic] if event.topic else None,
        "type": event.type,
        "actor": event.actor,
        "recipient": event.recipient,
        "agencies": event.agencies,
        "start": event.start,
        "end": event.end,
        "evidence": [_evidence(one, text) for one in event.evidence],
    }


def _evidence(evidence: Evidence, text: str) -> dict[str, Any]:
    shown: dict[str, Any] = {"field": evidence.field}
    if evidence.value is not None:
        shown["value"] = evidence.value
    if evidence.start is not None:
        shown |= {"start": evidence.start, "end": evidence.end, "text": text[evidence.start : evidence.end]}
    if evidence.rule:
        shown["rule"] = evidence.rule
    return shown


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def outline(file: Path, extraction: Extraction) -> str:
    """The extraction for people: a line per event, then what was set aside."""
    document = extraction.document
    lines = [f"{file}: {document.language}, {document.layout}, {len(extraction.events)} events"]
    for event in extraction.events:
        facts = [event.region, _iso(event.date) or "-", event.type or "-", " ".join(event.countries) or "-"]
        lines.append(f"  {event.start:>6}  {'  '.join(facts)}  {event.title[:80]}")
    for passage in extraction.passages:
        if passage.kind is PassageKind.SET_ASIDE:
            words = " ".join(document.text[passage.start : passage.end].split())
            lines.append(f"  {passage.start:>6}  ({passage.reason})  {words[:80]}")
    return "\n".join(lines)
