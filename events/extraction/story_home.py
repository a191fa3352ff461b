"""What a story's main event lends to its further ones: paragraphs that name no country, or not whom they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.extraction.records import EventType, Evidence, ExtractedEvent, Region

# What others say or do to those a story tells of: "Canada recognised the council", with no word of whose it is.
_ANSWERS = frozenset((
    EventType.ACCUSE, EventType.AGREE, EventType.AID, EventType.CONCEDE, EventType.CONSULT, EventType.MOBILIZE,
    EventType.PROTEST, EventType.REJECT, EventType.REQUEST, EventType.SANCTION, EventType.SUPPORT, EventType.THREATEN,
))  # fmt: skip
_OFTEN = 3  # of so many further events one has to name the country a story is about


def lend(events: Sequence[ExtractedEvent]) -> list[ExtractedEvent]:
    """A story's events, the further ones as the story understands them.

    What names no country happens where the main event does, and who is nobody's acts at home there. So do all who are
    nobody's, and what others do without a word of to whom is done to that country, if the story goes on naming it.
    """
    if not events:
        return []
    main, *further = events
    home = next(iter(main.countries), None)
    goes_on = home is not None and _OFTEN * sum(home in event.countries for event in further) >= len(further)
    return [main, *(_lent(event, main, home, goes_on=goes_on) for event in further)]


def _lent(event: ExtractedEvent, main: ExtractedEvent, home: str | None, *, goes_on: bool) -> ExtractedEvent:
    evidence = list(event.evidence)
    region, actor, recipient = event.region, event.actor, event.recipient
    nowhere = region is Region.GLOBAL
    if nowhere:
        evidence = [Evidence("region", None, rule="main-event") if one.field == "region" else one for one in evidence]
        region = main.region
    if home is None or event.type is None:
        pass
    elif not actor and event.type is not EventType.ASSAULT and (nowhere or (goes_on and home not in recipient)):
        actor = (home,)
        evidence.append(Evidence("actor", home, rule="main-event"))
    elif actor and set(recipient) <= set(actor) and event.type in _ANSWERS and goes_on and home not in actor:
        recipient = (home,)
        evidence.append(Evidence("recipient", home, rule="main-event"))
    return replace(event, region=region, actor=actor, recipient=recipient, evidence=tuple(evidence))
