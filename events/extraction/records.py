"""What extraction hands on: frozen records, the only types that cross its walls.

All offsets are Unicode code points into `Document.text`: decoded, byte-order mark dropped, newlines as `\\n`,
NFC, U+0000 replaced by U+FFFD. Spans are half-open: `text[start:end]`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class PassageKind(StrEnum):
    EVENT = "event"
    HEADING = "heading"
    SET_ASIDE = "set_aside"


class Reason(StrEnum):
    """Why a passage was set aside."""

    CAPTION = "caption"
    BYLINE = "byline"
    RELATED = "related"  # a link or headline of another article inside this one
    TEASER = "teaser"  # the lead of another article, usually at the end
    WIDGET = "widget"  # share, rating and comment boxes
    ADVERTISEMENT = "advertisement"
    SOURCE = "source"  # "Source: …", the printed address
    COPYRIGHT = "copyright"
    SUMMARY = "summary"  # the day's summary in front of a round-up
    COOKIES = "cookies"
    BACKGROUND = "background"  # sentences of a story that are no happening of their own
    DUPLICATE = "duplicate"  # the same words a second time
    OTHER = "other"


class Refusal(StrEnum):
    """Why a file was not read. The sentence for each is in events/messages.py."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    ENCODING = "encoding"
    NO_TEXT = "no-text"
    SCAN = "scan"  # pictures of pages, without their words
    PROTECTED = "protected"  # by a password
    DAMAGED = "damaged"
    TOO_MUCH = "too-much"  # unpacks to more than is sane


class ArticleRefused(Exception):
    """The file cannot be read; `code` says why."""

    def __init__(self, code: Refusal, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail


class Region(StrEnum):
    ASIA_PACIFIC = "asia-pacific"
    EUROPE = "europe"
    MIDDLE_EAST_AFRICA = "middle-east-africa"
    AMERICAS = "americas"
    GLOBAL = "global"


class EventType(StrEnum):
    """PLOVER event types (openeventdata/PLOVER, PLOVER_MANUAL.tex)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """PLOVER's four quad classes."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


QUAD_OF: dict[EventType, Quad] = {
    **dict.fromkeys(
        [EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE], Quad.VERBAL_COOPERATION
    ),
    **dict.fromkeys([EventType.COOPERATE, EventType.AID, EventType.RETREAT], Quad.MATERIAL_COOPERATION),
    **dict.fromkeys([EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN], Quad.VERBAL_CONFLICT),
    **dict.fromkeys(
        [EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT],
        Quad.MATERIAL_CONFLICT,
    ),
}


class Topic(StrEnum):
    """IPTC Media Topics, top level, by medtop code (cv.iptc.org/newscodes/mediatopic)."""

    ARTS = "01000000"
    CRIME = "02000000"
    DISASTER = "03000000"
    ECONOMY = "04000000"
    EDUCATION = "05000000"
    ENVIRONMENT = "06000000"
    HEALTH = "07000000"
    HUMAN_INTEREST = "08000000"
    LABOUR = "09000000"
    LIFESTYLE = "10000000"
    POLITICS = "11000000"
    RELIGION = "12000000"
    SCIENCE = "13000000"
    SOCIETY = "14000000"
    SPORT = "15000000"
    CONFLICT = "16000000"
    WEATHER = "17000000"


TOPIC_NAMES: dict[Topic, str] = {
    Topic.ARTS: "arts, culture, entertainment and media",
    Topic.CRIME: "crime, law and justice",
    Topic.DISASTER: "disaster, accident and emergency incident",
    Topic.ECONOMY: "economy, business and finance",
    Topic.EDUCATION: "education",
    Topic.ENVIRONMENT: "environment",
    Topic.HEALTH: "health",
    Topic.HUMAN_INTEREST: "human interest",
    Topic.LABOUR: "labour",
    Topic.LIFESTYLE: "lifestyle and leisure",
    Topic.POLITICS: "politics and government",
    Topic.RELIGION: "religion",
    Topic.SCIENCE: "science and technology",
    Topic.SOCIETY: "society",
    Topic.SPORT: "sport",
    Topic.CONFLICT: "conflict, war and peace",
    Topic.WEATHER: "weather",
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's bytes as text, ready for the layouts (newlines and normal form as said above)."""

    text: str
    encoding: str  # as Python names it
    media_type: str


@dataclass(frozen=True, slots=True)
class Item:
    """One event's place in the document, found by a layout, not yet understood.

    `start`–`end` enclose the whole item: marker, headline, text, credit. `title` and `body` are what is kept of it
    (marker, credit, captions and boxes left out), in order; a story's paragraph has no title of its own.
    """

    start: int
    end: int
    title: Span | None
    body: tuple[Span, ...]
    credits: tuple[Span, ...] = ()  # "Reuters/TASS" without the brackets
    section: str | None = None  # the heading it stands under, as printed
    section_span: Span | None = None
    lead: bool = False  # a story's main event
    place: Span | None = None  # a dateline's or slug's place, no part of the text: "PARIS", "CHINA-VIETNAM"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document explained: passages tile the text, white space aside."""

    start: int
    end: int
    kind: PassageKind
    reason: Reason | None = None  # for set-aside passages only


@dataclass(frozen=True, slots=True)
class Cut:
    """What a person said of a stretch of the text: that it is one event, a heading, or set aside, and why."""

    start: int
    end: int
    kind: PassageKind
    reason: Reason | None = None  # for what is set aside


@dataclass(frozen=True, slots=True)
class Layout:
    """A document cut up: what a reader of layouts returns."""

    name: str  # of the layout most items have: starred, story, …
    items: tuple[Item, ...]
    passages: tuple[Passage, ...]
    title: Span | None = None  # the document's own headline
    source_url: str | None = None
    byline: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name found in the text. `value` is canonical: ISO code, short name, full name."""

    start: int
    end: int
    kind: str  # country, organization, person, agency
    value: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that gave a value, or, where no words did, the rule it was assumed by."""

    field: str
    value: str | None  # the one value of a list field this is about; None for single fields
    start: int | None = None
    end: int | None = None
    rule: str | None = None  # a code: section-heading, first-country, reference-date, …


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A calendar date or a span of days. `precision`: day, month or year."""

    date: datetime.date
    date_end: datetime.date | None = None
    precision: str = "day"
    start: int | None = None
    end: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractedEvent:
    """One happening, as the extractor reads it. Lists are in order of first mention, without repeats."""

    start: int
    end: int
    title: str
    text: str  # headline line (if any) and the kept body, joined by newlines
    section: str | None
    region: Region
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: str | None
    type: EventType | None
    topic: Topic | None
    countries: tuple[str, ...]
    actor: tuple[str, ...]  # ISO codes and organization names
    recipient: tuple[str, ...]
    organizations: tuple[str, ...]
    people: tuple[str, ...]
    agencies: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: dict[str, float] = field(default_factory=dict)  # field -> probability of being right; empty: not known


@dataclass(frozen=True, slots=True)
class NamedAlias:
    """A spelling that editors added to the vocabulary: `text` means `value`."""

    kind: str  # country, organization, person, agency
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class TaughtPhrase:
    """Words that editors taught the type of: where they tell the act, the event is of `type`; None: of no type."""

    text: str
    type: EventType | None


@dataclass(frozen=True, slots=True)
class TaughtHeading:
    """A section heading that editors taught the region of."""

    text: str
    region: Region


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What editors know on top of the packaged gazetteer, and what their corrections taught."""

    aliases: tuple[NamedAlias, ...] = ()
    phrases: tuple[TaughtPhrase, ...] = ()
    headings: tuple[TaughtHeading, ...] = ()
    _hash: int = field(init=False, repr=False, compare=False)  # asked for with each name: reckoned once

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.aliases, self.phrases, self.headings)))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, slots=True)
class Document:
    """The text and what it says about itself."""

    text: str
    encoding: str
    media_type: str
    language: str  # en, vi or und
    layout: str
    title: str | None
    publisher: str | None
    source_url: str | None
    published: datetime.date | None
    reference_date: datetime.date | None  # what "1 November" was resolved against


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one file."""

    document: Document
    events: tuple[ExtractedEvent, ...]
    passages: tuple[Passage, ...]
