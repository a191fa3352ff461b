"""`manage.py reparse`: read articles again and compare; with --accept, store what is read now."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events import readings
from events.comparison import compare
from events.models import Article, ReadingRun, Rereading
from events.models.choices import RereadingStatus
from events.readings import PARTS

LOOK_EVERY = 1.0  # seconds


class Command(BaseCommand):
    """Does the work itself, so that it needs no worker; workers that run help."""

    help = "Read articles again beside what is stored, and print what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--all", action="store_true", help="every article that was parsed")
        which.add_argument("--outdated", action="store_true", help="those that an older version read")
        which.add_argument("--article", type=int, nargs="+", metavar="ID", help="these articles")
        which.add_argument("--resume", type=int, metavar="READING", help="go on with a reading begun before")
        parser.add_argument(
            "--accept", action="store_true", help="store what is read; verified events and corrected values stay"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        run = self._run(options)
        self._finish(run)
        counts = readings.counts(run)
        self.stdout.write(f"Reading {run.pk}: {counts['total']} articles.")
        for part in compare(run):
            if part.changes:
                right = f"{part.before.right} → {part.after.right} of {part.before.of}" if part.before.of else "—"
                self.stdout.write(f"{part.name:<14} {part.changes:>7} changes, checked: {right}")
        if counts[RereadingStatus.FAILED]:
            self.stderr.write(
                f"{counts[RereadingStatus.FAILED]} articles were left as they are: see /readings/{run.pk}/."
            )

    def _run(self, options: dict[str, Any]) -> ReadingRun:
        parts = PARTS if options["accept"] else ()
        if options["resume"]:
            run = ReadingRun.objects.filter(pk=options["resume"], discarded_at__isnull=True).first()
            if run is None:
                raise CommandError("There is no such reading, or it was discarded.")
            if parts:
                readings.accept(run, parts, None)
            return run
        articles = Article.objects.order_by("pk")
        if options["outdated"]:
            articles = readings.outdated(articles)
        ids = options["article"] or articles.values_list("pk", flat=True)
        begun = readings.begin(ids, None, accept=parts)
        if begun is None:
            raise CommandError("There is nothing to read again: no such article was parsed.")
        return begun

    def _finish(self, run: ReadingRun) -> None:
        while not readings.is_finished(run):
            row = Rereading.objects.claimable().filter(run=run).order_by("pk").values_list("pk", flat=True).first()
            if row is None:
                time.sleep(LOOK_EVERY)  # workers have the rest
            else:
                readings.advance(row)
