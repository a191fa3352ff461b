"""What the last comparison of the index with the tables found, in a file beside the snapshot."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone


@dataclass(frozen=True)
class Check:
    at: datetime.datetime
    differing: tuple[str, ...]  # which figures of which question, for the log and for whoever mends it

    @property
    def agrees(self) -> bool:
        return not self.differing


def path() -> Path:
    return Path(settings.DATA_DIR) / "facet_index" / "check.json"


def note(differing: list[str]) -> None:
    """Keep what a comparison found just now, instead of what the one before did."""
    new = path().with_suffix(".new")
    new.write_text(json.dumps({"at": timezone.now().isoformat(), "differing": differing}))
    new.replace(path())


def last() -> Check | None:
    """The last comparison; None where none was made on this machine, or its file cannot be read."""
    try:
        told = json.loads(path().read_bytes())
        return Check(datetime.datetime.fromisoformat(told["at"]), tuple(map(str, told["differing"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None
