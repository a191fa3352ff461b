"""What a page lends to items that name no country: a story's home to its paragraphs, a country's page to its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from events.extraction import gazetteer, paper_homes
from events.extraction.patterns import regex
from events.extraction.records import EventType, Evidence, ExtractedEvent, Region

# What others say or do to those a story tells of: "Canada recognised the council", with no word of whose it is.
_ANSWERS = frozenset((
    EventType.ACCUSE, EventType.AGREE, EventType.AID, EventType.CONSULT, EventType.PROTEST, EventType.REJECT,
    EventType.REQUEST, EventType.SANCTION, EventType.SUPPORT, EventType.THREATEN,
))  # fmt: skip
# What a paragraph opens with that turns from the story's country to another one.
_TURNS_AWAY = regex(
    r"(?:Elsewhere|Separately|In (?:a separate|neighbou?ring|another)|Ở một diễn biến khác|Trong một diễn biến khác"
    r"|Tại nước láng giềng|Nơi khác)\b"
)
_HOLY_SEE = "VA"
_OFTEN = 3  # of so many further events one has to name the country a story is about
_RULE = "page-of-country"
# Items of a page that name a country, and how many of them one country's page names: for items that name none, and for
# those that name others ("Government signs police deal with Djibouti" on a page on Somalia).
_LEAST, _SHARE, _NEARLY_ALL = 3, 0.5, 0.75
_ABROAD = frozenset(("EU", "NATO", "UN", "AU", "OAS", "ASEAN", "G7", "G20"))  # they speak from where they sit


def lend(events: Sequence[ExtractedEvent]) -> list[ExtractedEvent]:
    """A story's events, the further ones as the story understands them.

    What names no country happens where the main event does, and who is nobody's acts at home there. So do all who are
    nobody's, and what others do without a word of to whom is done to that country, if the story goes on naming it.
    """
    if not events:
        return []
    main, *further = events
    home = _home(main, further)
    goes_on = home is not None and _OFTEN * sum(home in event.countries for event in further) >= len(further)
    return [main, *(_lent(event, main, home, goes_on=goes_on) for event in further)]


def _home(main: ExtractedEvent, further: Sequence[ExtractedEvent]) -> str | None:
    """The first country of a story's main event; the Holy See only where there is no other, for popes travel."""
    times = Counter(country for event in (main, *further) for country in event.countries)
    own = [country for country in main.countries if country != _HOLY_SEE] or list(main.countries)
    return max(own, key=lambda country: times[country], default=None)


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
    elif actor and set(recipient) <= set(actor) and event.type in _ANSWERS and goes_on and _answers(event, home):
        recipient = (home,)
        evidence.append(Evidence("recipient", home, rule="main-event"))
    countries = event.countries
    if recipient != event.recipient and home is not None and home not in countries:
        countries = (*countries, home)
        evidence.append(Evidence("countries", home, rule="main-event"))
    if home is not None and not countries and (nowhere or _is_at(home, region)) and _ABROAD.isdisjoint(actor):
        countries = (home,)
        evidence.append(Evidence("countries", home, rule="main-event"))
    return replace(
        event, region=region, countries=countries, actor=actor, recipient=recipient, evidence=tuple(evidence)
    )


def _answers(event: ExtractedEvent, home: str) -> bool:
    """Whether others may answer to what happens in `home` here."""
    return home not in event.actor and _TURNS_AWAY.match(event.text) is None


def _is_at(home: str, region: Region) -> bool:
    return gazetteer.region_of(home) == region


def settle(events: Sequence[ExtractedEvent]) -> list[ExtractedEvent]:
    """A round-up's events: those that name no country, on a page that is of one country, are of that one.

    "Employers threaten to stop paying" among a Sofia agency's items is Bulgaria's. Items that belong somewhere by other
    words, a body's or a person's, stay where they are. So are those credited to a country's own paper ("Six hurt as
    roof falls (Trinidad Express)") that country's. Where nearly all items name one country, it is part of the rest.
    """
    events = [_of_its_paper(event) for event in events]
    named = Counter(country for event in events for country in event.countries)
    some = sum(bool(event.countries) for event in events)
    if some < _LEAST:
        return list(events)
    (home, times), *_ = named.most_common(1)
    shelf = gazetteer.region_of(home)
    if shelf is None or times < _SHARE * some:
        return list(events)
    events = [_settled(event, home, Region(shelf)) if _is_nowhere(event, shelf) else event for event in events]
    return [_joined(event, home, Region(shelf)) for event in events] if times > _NEARLY_ALL * some else events


def _joined(event: ExtractedEvent, home: str, region: Region) -> ExtractedEvent:
    """An event that names others, as one that involves the page's country, too, and stands on that one's shelf."""
    if not event.countries:
        return event
    evidence, countries = list(event.evidence), event.countries
    if home not in countries:
        countries = (*countries, home)
        evidence.append(Evidence("countries", home, rule=_RULE))
    if any(one.rule == "section-heading" for one in evidence):
        region = event.region
    elif region is not event.region:
        evidence = [Evidence("region", None, rule=_RULE) if one.field == "region" else one for one in evidence]
    return replace(event, countries=countries, region=region, evidence=tuple(evidence))


def _of_its_paper(event: ExtractedEvent) -> ExtractedEvent:
    """ "Six hurt as roof falls (Trinidad Express)" happened in Trinidad, if no other word says where."""
    if event.countries or not event.agencies or event.organizations:
        return event
    credit = next((one for one in event.evidence if one.field == "agencies" and one.start is not None), None)
    if credit is None or credit.start is None or not event.start <= credit.start <= event.end:
        return event
    home = paper_homes.home_of(credit.value)
    shelf = gazetteer.region_of(home) if home else None
    if home is None or shelf is None or not _is_nowhere(event, shelf):
        return event
    return _settled(event, home, Region(shelf), credit)


def _is_nowhere(event: ExtractedEvent, shelf: str) -> bool:
    return not event.countries and (
        event.region is Region.GLOBAL or (event.region == shelf and _ABROAD.isdisjoint(event.organizations))
    )


def _settled(event: ExtractedEvent, home: str, region: Region, credit: Evidence | None = None) -> ExtractedEvent:
    """The event as one of `home`: as the page has it, or as the paper does that it credits."""
    evidence = list(event.evidence)
    said = replace(credit, field="region", value=None) if credit else Evidence("region", None, rule=_RULE)
    actor, headed = event.actor, any(one.rule == "section-heading" for one in event.evidence)
    if event.region is Region.GLOBAL and not headed:
        evidence = [said if one.field == "region" else one for one in evidence]
    else:
        region = event.region
    evidence.append(replace(said, field="countries", value=home))
    if event.type not in (None, EventType.ASSAULT) and not actor and not event.recipient:
        actor = (home,)
        evidence.append(replace(said, field="actor", value=home))
    return replace(event, region=region, countries=(home,), actor=actor, evidence=tuple(evidence))
