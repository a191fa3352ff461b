"""An item becomes an event: the other rooms are asked one by one, and what they say is kept with its evidence."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from events.extraction import (
    agencies,
    attributions,
    confidence,
    datelines,
    dates,
    day_headings,
    event_types,
    gazetteer,
    media,
    page_media,
    paper_homes,
    parties,
    regions,
    sentences,
    story_home,
    teaching,
    topics,
)
from events.extraction import credits as credit_lines
from events.extraction.event_types import TypeReading
from events.extraction.names import DocumentNames
from events.extraction.patterns import regex
from events.extraction.reading import Reading
from events.extraction.records import (
    EventType,
    Evidence,
    ExtractedEvent,
    Item,
    Layout,
    Mention,
    PassageKind,
    ResolvedDate,
    Span,
    Topic,
    Vocabulary,
)
from events.extraction.teaching import Taught

_BARS = " |\n"  # behind a headline that stood in a table
_LONGEST_DAY = 40  # characters in front of a text that may be a day
_DATELINE_ENDS = tuple(")]-–—:/")
_MAY_HOLD_A_DAY = regex(r"\d|day\b|\bthứ\b|\bchủ nhật\b", re.IGNORECASE)
_WITH_ITS_YEAR = regex(r"\b(?:19|20)\d\d")
_LATEST = 300  # days: what an agency's day without its year lies further back is hardly the same year's
_LEAD = 3  # headline and first part, in which a text says whose report it follows
_BEHIND = 30  # characters behind a text: there a credit is its own
_LONGEST_TITLE = 300  # characters of a first sentence that stands for a headline


def code(
    text: str,
    layout: Layout,
    names: DocumentNames,
    language: str,
    reference: datetime.date | None,
    vocabulary: Vocabulary,
    published: datetime.date | None = None,
) -> tuple[ExtractedEvent, ...]:
    """The events of a document's items, in order. `reference` is what dates are resolved against."""
    days, days_are_told = day_headings.days_of_items(text, layout, language, reference, published)
    is_story = layout.name == "story"
    taught = teaching.taught_by(vocabulary)
    its_own = page_media.of_report(text, layout) if is_story else frozenset()
    credited = credit_lines.of_items(text, layout, vocabulary, its_own)
    page = _Page(text, names, language, reference, vocabulary, taught, is_story, days_are_told, its_own)
    headings = _HeadingsBefore(text, layout)
    reported_from = datelines.reported_from(text, layout.items, names)
    events: list[ExtractedEvent] = []
    previous: datetime.date | None = None
    for number, (item, own_credits) in enumerate(zip(layout.items, credited, strict=True)):
        if item.title is None and not item.body:
            continue
        heading = None if is_story else headings.region_heading(item)
        beside = _Beside(heading, own_credits, reported_from.get(number), days[number])
        if is_story and number == 0:
            below = partial(day_headings.day_outside_main_event, text, layout, language, reference)
            beside = beside._replace(day_outside=below)
        if is_story and events and events[0].topic is not None:
            beside = beside._replace(led=(events[0].topic, events[0].confidence.get("topic", 1.0)))
        event = _code(page, item, beside, previous)
        previous = event.date if event.date_precision == "day" else previous
        events.append(event)
    events = story_home.lend(events) if is_story else story_home.settle(events)
    for event in events:
        event.confidence.update(confidence.likely(event, language))
    return tuple(events)


class _Page(NamedTuple):
    """What is the same for all items of a document."""

    text: str
    names: DocumentNames
    language: str
    reference: datetime.date | None
    vocabulary: Vocabulary
    taught: Taught
    is_story: bool
    days_are_told: bool  # those the page gives its items: as day_headings.days_of_items says
    media: frozenset[str]  # whose page a single report stands on


_ONES_OWN = frozenset((
    EventType.REJECT, EventType.SANCTION, EventType.COERCE, EventType.REQUEST, EventType.SUPPORT, EventType.ACCUSE,
    EventType.PROTEST, EventType.THREATEN, EventType.CONCEDE,
))  # fmt: skip


class _Beside(NamedTuple):
    """What the page gives an item beside its text."""

    heading: Span | None  # of the region
    credits: Sequence[Span]
    station: datelines.Station | None  # where it is only reported from, in front of its text
    day: ResolvedDate | None
    day_outside: Callable[[], ResolvedDate | None] = lambda: None  # of a story's main event, outside of its text
    led: tuple[Topic, float] | None = None  # the topic of the story's main event, and how likely it is


def _code(page: _Page, item: Item, beside: _Beside, previous: datetime.date | None) -> ExtractedEvent:
    """The event an item tells. `previous` is the day of the one before."""
    text, names, language, taught = page.text, page.names, page.language, page.taught
    spans = [span for span in (item.title, *item.body) if span]
    station = beside.station
    mentions = [mention for mention in names.within(spans) if not (station and _is_within(mention, station.place))]
    place = item.place if station is None else None
    placed = datelines.countries_of(text, place, names, language) + mentions
    placed += paper_homes.home_of_company(text, spans[0], placed)
    near = station.place if station and station.near else place
    day = _day(page, item, beside, previous) or beside.day_outside()
    read = Reading(text, item.title, item.body, mentions, language, names.country_of)
    themes = topics.themes(read)
    happening = taught.type_of(read, item.title, item.body, event_types.code(read, themes))
    happening = event_types.done_at_home(happening, [mention for mention in placed if mention.kind == "country"])
    topic = topics.code(read, themes, happening.type, beside.led)
    region, region_evidence = taught.region_under(text, item.section_span or beside.heading) or regions.of_event(
        text,
        beside.heading,
        item.title,
        item.body,
        placed if near is place else datelines.countries_of(text, near, names, language) + mentions,
        country_of=names.country_of,
        happening=regions.Happening(near, happening.type is EventType.ASSAULT, _attacked(happening), _doer(happening)),
    )
    people = [mention for mention in placed if mention.kind == "person"]
    named = {
        "countries": [
            *(mention for mention in placed if mention.kind == "country"),
            *parties.represented(text, placed, names.country_of),
            *paper_homes.homes_of_bodies(placed, {*happening.actor, *happening.recipient}),
        ],
        "organizations": [m for m in placed if m.kind == "organization"],
        "people": people,
        "agencies": _agencies(page, beside.credits, spans),
    }
    evidence = [region_evidence]
    if item.section_span:
        evidence.append(Evidence("section", None, item.section_span.start, item.section_span.end))
    if day:
        evidence.append(Evidence("date", None, day.start, day.end, day.rule))
    if happening.evidence:
        evidence.append(Evidence("type", None, happening.evidence.start, happening.evidence.end, happening.rule))
    if topic.topic:
        where = topic.evidence
        evidence.append(
            Evidence("topic", None, where.start, where.end) if where else Evidence("topic", None, rule="type")
        )
    cast = {"actor": happening.actor_evidence, "recipient": happening.recipient_evidence}
    for field, found in (named | cast).items():
        evidence += [
            Evidence(field, mention.value, mention.start, mention.end, taught.rule_of(text, mention))
            for mention in _firsts(found)
        ]
    return ExtractedEvent(
        start=item.start,
        end=item.end,
        title=_title(text, item),
        text="\n".join(span.of(text) for span in spans),
        section=item.section,
        region=region,
        date=day.date if day else None,
        date_end=day.date_end if day else None,
        date_precision=day.precision if day else None,
        type=happening.type,
        topic=topic.topic,
        countries=_values(named["countries"]),
        actor=tuple(happening.actor),
        recipient=tuple(happening.recipient),
        organizations=_values(named["organizations"]),
        people=_values(named["people"]),
        agencies=_values(named["agencies"]),
        evidence=tuple(evidence),
        confidence=_confidence({**happening.confidence, "topic": topic.confidence}),
    )


def _day(page: _Page, item: Item, beside: _Beside, previous: datetime.date | None) -> ResolvedDate | None:
    """The day of the event: the one its text names, else that of its report, else the one the page gives it."""
    text, language = page.text, page.language
    reference = beside.day.date if beside.day else page.reference
    in_front = _day_in_front(text, item, language, reference)
    reported_on = _day_of_credits(text, beside.credits, language, reference) or _opening(text, item, in_front)
    seen_from = reported_on.date if reported_on else _of_dateline(in_front, reference)
    if named := dates.event_date(text, item.title, item.body, language, seen_from, previous):
        return named
    day = reported_on or in_front or beside.day
    if day and beside.day and not page.days_are_told and day.date == beside.day.date:
        return None  # only the stamp under which it was published, printed again in front
    return day


def _of_dateline(day: ResolvedDate | None, reference: datetime.date | None) -> datetime.date | None:
    """The day on which an agency sent an item, which "on Tuesday" in it is seen from; else the reference date."""
    if day is None or reference is None or day.precision != "day" or day.date_end:
        return reference
    return day.date if 0 < (reference - day.date).days <= _LATEST else reference


def _confidence(likely: Mapping[str, float | None]) -> dict[str, float]:
    """How likely each field is right, for the fields of which that is known."""
    return {field: round(value, 3) for field, value in likely.items() if value is not None}


def _day_of_credits(
    text: str, credits: Sequence[Span], language: str, reference: datetime.date | None
) -> ResolvedDate | None:
    """The day of the agency's report, which "today" in it means: "Headline (RFI, 09/11/2018)"."""
    for credit in credits:
        if _MAY_HOLD_A_DAY.search(credit.of(text)) and (day := dates.day_within(text, credit, language, reference)):
            return day if day.precision == "day" else None
    return None


def _day_in_front(text: str, item: Item, language: str, reference: datetime.date | None) -> ResolvedDate | None:
    """A day that the layout left out of the text: "6/1/2020 Kurdistan24 …", or under a headline "Feb 08 (AFP) …"."""
    parts = [span for span in (item.title, *item.body[:1]) if span]
    begin = item.start
    for part in parts:
        front = Span(begin, part.start)
        words = front.of(text).strip(_BARS)
        if words and len(words) <= _LONGEST_DAY and _MAY_HOLD_A_DAY.search(words):
            day = dates.day_within(text, front, language, reference)
            if day and (part is parts[0] or (day.precision == "day" and _opens_a_report(text, front, day))):
                return day
        begin = part.end
    return None


def _opens_a_report(text: str, front: Span, day: ResolvedDate) -> bool:
    """Whether a day below a headline opens the text, or ends the dateline in front of it: "LIMA, March 3 (AFP) - ".

    With its year on a line of its own it is a stamp, which only tells when the text was published.
    """
    if day.start is None or day.end is None:
        return True
    behind = text[day.end : front.end]
    if not text[front.start : day.start].strip(_BARS):
        return "\n" not in behind or not _WITH_ITS_YEAR.search(text, day.start, day.end)
    return "\n" not in behind.rstrip(" ") and behind.rstrip()[-1:] in _DATELINE_ENDS


def _opening(text: str, item: Item, day: ResolvedDate | None) -> ResolvedDate | None:
    """The day, where it stands in front of everything else in the item's text, as the day of a report does."""
    if day is None or day.start is None or day.precision != "day":
        return None
    begin = item.title.end if item.title and item.title.end <= day.start else item.start
    return None if text[begin : day.start].strip(_BARS) else day


def _is_within(mention: Mention, span: Span | None) -> bool:
    return span is not None and span.start <= mention.start < span.end


def _attacked(happening: TypeReading) -> str | None:
    """The country that an act was done to."""
    return next((party for party in happening.recipient if gazetteer.region_of(party)), None)


def _doer(happening: TypeReading) -> str | None:
    """The country whose own doing an act is, whomever it is done to: it refuses, punishes, appeals, recognises."""
    first = next(iter(happening.actor), None)
    return first if happening.type in _ONES_OWN and first and gazetteer.region_of(first) else None


def _title(text: str, item: Item) -> str:
    """The headline, else the first sentence."""
    if item.title:
        return item.title.of(text)
    first = next(iter(sentences.split(text, item.body[0].start, item.body[0].end)), item.body[0])
    return first.of(text)[:_LONGEST_TITLE].rstrip()


def _agencies(page: _Page, credits: Sequence[Span], spans: Sequence[Span]) -> list[Mention]:
    """The agencies an item credits, and those whose report its text cites, where the credit may hide them.

    It does where the whole page has it, and where a story's is that of the paper itself.
    """
    text, vocabulary = page.text, page.vocabulary
    credited = [
        mention
        for credit in credits
        for mention in agencies.read_credit(text, credit, page.language, vocabulary)
        if mention.value not in page.media
    ]
    is_its_own = bool(credited and spans) and credits[0].start < spans[-1].end + _BEHIND
    is_a_papers = page.is_story and not any(agency.value in media.wires() for agency in credited)
    if is_its_own and not is_a_papers:
        return credited
    return [*attributions.in_text(text, spans[:_LEAD] if credited else spans, vocabulary), *credited]


def _firsts(mentions: Iterable[Mention]) -> list[Mention]:
    """The first mention of each value, in order."""
    return list({mention.value: mention for mention in reversed(list(mentions))}.values())[::-1]


def _values(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.value for mention in mentions))


class _HeadingsBefore:
    """Which region heading an item stands under: its own section's, or the one above a heading of another kind."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.spans = [
            Span(passage.start, passage.end)
            for passage in layout.passages
            if passage.kind is PassageKind.HEADING and regions.read_heading(text[passage.start : passage.end])
        ]
        self.at = 0

    def region_heading(self, item: Item) -> Span | None:
        """Items come in order, so each call goes on where the last one stopped."""
        while self.at < len(self.spans) and self.spans[self.at].end <= item.start:
            self.at += 1
        heading, own = self.spans[self.at - 1] if self.at else None, item.section_span
        if heading and own and own != heading and regions.is_a_country(heading.of(self.text)):
            return None  # "Russia" heads nothing that stands under "Japan"
        return heading
