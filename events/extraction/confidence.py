"""How likely the values that rules read are right, by what gave them.

Each field has a few signals, cheap to tell when the event is read: the rule of its evidence, how many values a list
holds. data/confidence.toml says how often values with a signal were right on labelled texts; it is written by
tests/extraction/calibrate.py. Type, topic, actor and recipient come with the likelihoods of their models instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import data
from events.extraction.records import Evidence, ExtractedEvent

FIELDS = ("region", "date", "section", "countries", "organizations", "people", "agencies")
_EARLY = 250  # characters into an event its own day is mostly told
_EDGE = 60  # characters at either end of an event in which a credit stands


def likely(event: ExtractedEvent, language: str) -> dict[str, float]:
    """Field -> the share of values with such a signal that were right."""
    shares = data.load("confidence")["vi" if language == "vi" else "en"]
    return {field: shares[field].get(signal, shares[field]["mean"]) for field, signal in signals(event).items()}


def signals(event: ExtractedEvent) -> dict[str, str]:
    """Field -> what speaks for or against its value."""
    first: dict[str, Evidence] = {}
    for one in event.evidence:
        first.setdefault(one.field, one)
    return {
        "region": _of_region(event, first.get("region")),
        "date": _of_date(event, first.get("date")),
        "section": "none" if event.section is None else "heading",
        "countries": _count(event.countries, 4),
        "organizations": _count(event.organizations, 3),
        "people": _count(event.people, 3),
        "agencies": _of_agencies(event, first.get("agencies")),
    }


def _of_region(event: ExtractedEvent, evidence: Evidence | None) -> str:
    rule = (evidence and evidence.rule) or "none"
    return f"{rule}, several" if len(event.countries) > 1 and rule == "chief-country" else rule


def _of_date(event: ExtractedEvent, evidence: Evidence | None) -> str:
    if event.date is None or event.date_precision != "day":
        return "none"
    rule = (evidence and evidence.rule) or "full"
    late = evidence is not None and evidence.start is not None and evidence.start - event.start > _EARLY
    return f"{rule}, late" if late else rule


def _of_agencies(event: ExtractedEvent, evidence: Evidence | None) -> str:
    if evidence is None or evidence.start is None or evidence.end is None:
        return "none"
    credited = event.end - evidence.end < _EDGE or evidence.start - event.start < _EDGE
    return f"{'credit' if credited else 'prose'}{', several' if len(event.agencies) > 1 else ''}"


def _count(values: Sequence[str], most: int) -> str:
    return f"{min(len(values), most)}{' or more' if len(values) >= most else ''}"
