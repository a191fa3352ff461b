"""The counting rules again, as plainly as Python can say them, over events held in memory."""

import datetime
from collections import Counter
from dataclasses import dataclass

from events.facets import FACETS, MULTIPLE, Selection
from events.models.named import fold

LONG_AGO = datetime.date.min


@dataclass(frozen=True)
class Known:
    """What was put into an event: each parameter's values, as addresses have them."""

    id: int
    values: dict[str, frozenset[str]]
    date: datetime.date | None
    date_end: datetime.date | None
    text: str


def matches(event: Known, selection: Selection, *, without: str | None = None) -> bool:
    for param in MULTIPLE:
        chosen = selection.values(param)
        if param != without and chosen and not event.values[param].intersection(chosen):
            return False
    asks_for_rejected = selection.sees_rejected if without == "status" else "rejected" in selection.status
    if "rejected" in event.values["status"] and not asks_for_rejected:
        return False
    if selection.first_day and not (event.date and (event.date_end or event.date) >= selection.first_day):
        return False
    if selection.last_day and not (event.date and event.date <= selection.last_day):
        return False
    return all(word in fold(event.text).split() for word in fold(selection.words).split())


def newest_first(events: list[Known]) -> list[int]:
    ordered = sorted(events, key=lambda e: (e.date is None, -(e.date or LONG_AGO).toordinal(), -e.id))
    return [event.id for event in ordered]


def facet_counts(events: list[Known], selection: Selection) -> dict[str, list[tuple[str, int, bool]]]:
    """Each facet's (value, count, selected), uncut."""
    counts = {}
    for facet in FACETS:
        chosen = selection.values(facet.param)
        counter = Counter(dict.fromkeys(chosen, 0))
        for event in events:
            if matches(event, selection, without=facet.param):
                counter.update(event.values[facet.param])
        ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        counts[facet.param] = [(value, count, value in chosen) for value, count in ordered]
    return counts


def histogram(events: list[Known], selection: Selection) -> list[tuple[datetime.date, int]]:
    return sorted(Counter(e.date for e in events if e.date and matches(e, selection)).items())
