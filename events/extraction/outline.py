"""An Extraction for printing: as a dictionary for programs, as an outline for people."""

from __future__ import annotations

import datetime
from typing import Any

from events.extraction.records import TOPIC_NAMES, Evidence, ExtractedEvent, Extraction, PassageKind


def as_dict(extraction: Extraction) -> dict[str, Any]:
    """The extraction in the form the labelled documents have: topics by their IPTC names, dates in ISO 8601."""
    document = extraction.document
    set_aside = [p for p in extraction.passages if p.kind is PassageKind.SET_ASIDE]
    return {
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
        "passages": [{"start": p.start, "end": p.end, "kind": p.kind, "reason": p.reason} for p in extraction.passages],
    }


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


def outline(name: str, extraction: Extraction) -> str:
    """The extraction for people: a line per event, then what was set aside."""
    document = extraction.document
    lines = [f"{name}: {document.language}, {document.layout}, {len(extraction.events)} events"]
    for event in extraction.events:
        facts = [event.region, _iso(event.date) or "-", event.type or "-", " ".join(event.countries) or "-"]
        lines.append(f"  {event.start:>6}  {'  '.join(facts)}  {event.title[:80]}")
    for passage in extraction.passages:
        if passage.kind is PassageKind.SET_ASIDE:
            words = " ".join(document.text[passage.start : passage.end].split())
            lines.append(f"  {passage.start:>6}  ({passage.reason})  {words[:80]}")
    return "\n".join(lines)
