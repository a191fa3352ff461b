"""An Extraction as plain JSON and back, so that a reading can wait to be accepted."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from events.extraction.records import (
    Document,
    EventType,
    Evidence,
    ExtractedEvent,
    Extraction,
    Passage,
    PassageKind,
    Reason,
    Region,
    Topic,
)

_LISTS = ("countries", "actor", "recipient", "organizations", "people", "agencies")


def pack(extraction: Extraction, *, text: str) -> dict[str, Any]:
    """As JSON can hold it. The document's text is left out where it is `text`, which the reader has already."""
    packed = asdict(extraction)
    if packed["document"]["text"] == text:
        packed["document"]["text"] = None
    for day in ("published", "reference_date"):
        packed["document"][day] = _iso(packed["document"][day])
    for event in packed["events"]:
        event["date"], event["date_end"] = _iso(event["date"]), _iso(event["date_end"])
    return packed


def unpack(packed: dict[str, Any], *, text: str) -> Extraction:
    """What was packed; `text` is the document's where it was left out."""
    document = dict(packed["document"])
    if document["text"] is None:
        document["text"] = text
    for day in ("published", "reference_date"):
        document[day] = _day(document[day])
    return Extraction(
        document=Document(**document),
        events=tuple(_event(event) for event in packed["events"]),
        passages=tuple(_passage(passage) for passage in packed["passages"]),
    )


def _event(packed: dict[str, Any]) -> ExtractedEvent:
    event = dict(packed)
    event["date"], event["date_end"] = _day(event["date"]), _day(event["date_end"])
    event["region"] = Region(event["region"])
    event["type"] = EventType(event["type"]) if event["type"] else None
    event["topic"] = Topic(event["topic"]) if event["topic"] else None
    event["evidence"] = tuple(Evidence(**one) for one in event["evidence"])
    return ExtractedEvent(**event | {name: tuple(event[name]) for name in _LISTS})


def _passage(packed: dict[str, Any]) -> Passage:
    reason = Reason(packed["reason"]) if packed["reason"] else None
    return Passage(packed["start"], packed["end"], PassageKind(packed["kind"]), reason)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None
