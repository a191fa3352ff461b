"""What is stored, one concept a file."""

from events.models.agency import Agency
from events.models.alias import Alias
from events.models.article import Article
from events.models.change import Change
from events.models.correction import Correction
from events.models.country import Country
from events.models.event import Event
from events.models.heartbeat import Heartbeat
from events.models.lesson import Lesson
from events.models.links import EventAgency, EventCountry, EventOrganization, EventPerson, Party
from events.models.organization import Organization
from events.models.passage import Passage
from events.models.person import Person
from events.models.reading import Proposal, ReadingRun, Rereading
from events.models.recut import Recut
from events.models.resemblance import Fingerprint, Resemblance
from events.models.short_link import ShortLink
from events.models.upload import Upload

__all__ = [
    "Agency",
    "Alias",
    "Article",
    "Change",
    "Correction",
    "Country",
    "Event",
    "EventAgency",
    "EventCountry",
    "EventOrganization",
    "EventPerson",
    "Fingerprint",
    "Heartbeat",
    "Lesson",
    "Organization",
    "Party",
    "Passage",
    "Person",
    "Proposal",
    "ReadingRun",
    "Recut",
    "Rereading",
    "Resemblance",
    "ShortLink",
    "Upload",
]
