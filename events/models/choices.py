"""The fixed vocabularies as Django choices: codes from extraction, names through gettext."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    """The reader's shelves."""

    ASIA_PACIFIC = "asia-pacific", _("Asia-Pacific")
    EUROPE = "europe", _("Europe")
    MIDDLE_EAST_AFRICA = "middle-east-africa", _("Middle East and Africa")
    AMERICAS = "americas", _("Americas")
    GLOBAL = "global", _("Global")


class EventType(models.TextChoices):
    """PLOVER's sixteen event types (openeventdata/PLOVER)."""

    AGREE = "AGREE", _("Agree")
    CONSULT = "CONSULT", _("Consult")
    SUPPORT = "SUPPORT", _("Support")
    CONCEDE = "CONCEDE", _("Concede")
    COOPERATE = "COOPERATE", _("Cooperate")
    AID = "AID", _("Aid")
    RETREAT = "RETREAT", _("Retreat")
    REQUEST = "REQUEST", _("Request")
    ACCUSE = "ACCUSE", _("Accuse")
    REJECT = "REJECT", _("Reject")
    THREATEN = "THREATEN", _("Threaten")
    PROTEST = "PROTEST", _("Protest")
    SANCTION = "SANCTION", _("Sanction")
    MOBILIZE = "MOBILIZE", _("Mobilize")
    COERCE = "COERCE", _("Coerce")
    ASSAULT = "ASSAULT", _("Assault")


class Quad(models.TextChoices):
    """PLOVER's quad classes: cooperation or conflict, in words or in deeds."""

    VERBAL_COOPERATION = "verbal-cooperation", _("Verbal cooperation")
    MATERIAL_COOPERATION = "material-cooperation", _("Material cooperation")
    VERBAL_CONFLICT = "verbal-conflict", _("Verbal conflict")
    MATERIAL_CONFLICT = "material-conflict", _("Material conflict")


class Topic(models.TextChoices):
    """IPTC Media Topics, top level, by medtop code (cv.iptc.org/newscodes/mediatopic)."""

    ARTS = "01000000", _("Arts, culture, entertainment and media")
    CRIME = "02000000", _("Crime, law and justice")
    DISASTER = "03000000", _("Disaster, accident and emergency incident")
    ECONOMY = "04000000", _("Economy, business and finance")
    EDUCATION = "05000000", _("Education")
    ENVIRONMENT = "06000000", _("Environment")
    HEALTH = "07000000", _("Health")
    HUMAN_INTEREST = "08000000", _("Human interest")
    LABOUR = "09000000", _("Labour")
    LIFESTYLE = "10000000", _("Lifestyle and leisure")
    POLITICS = "11000000", _("Politics and government")
    RELIGION = "12000000", _("Religion")
    SCIENCE = "13000000", _("Science and technology")
    SOCIETY = "14000000", _("Society")
    SPORT = "15000000", _("Sport")
    CONFLICT = "16000000", _("Conflict, war and peace")
    WEATHER = "17000000", _("Weather")


class Language(models.TextChoices):
    ENGLISH = "en", _("English")
    VIETNAMESE = "vi", _("Vietnamese")
    UNDETERMINED = "und", _("Not determined")


class ArticleStatus(models.TextChoices):
    """Where an uploaded document stands on its way to events."""

    QUEUED = "queued", _("Queued")
    PARSING = "parsing", _("Parsing")
    PARSED = "parsed", _("Parsed")
    FAILED = "failed", _("Failed")


class EventStatus(models.TextChoices):
    """What editors said of an event."""

    UNREVIEWED = "unreviewed", _("Not reviewed")
    VERIFIED = "verified", _("Verified")
    REJECTED = "rejected", _("Rejected")


class DatePrecision(models.TextChoices):
    DAY = "day", _("Day")
    MONTH = "month", _("Month")
    YEAR = "year", _("Year")


class PassageKind(models.TextChoices):
    EVENT = "event", _("Event")
    HEADING = "heading", _("Heading")
    SET_ASIDE = "set_aside", _("Set aside")


class SetAsideReason(models.TextChoices):
    """Why a passage belongs to no event."""

    CAPTION = "caption", _("Picture caption")
    BYLINE = "byline", _("Byline")
    RELATED = "related", _("Link to another article")
    TEASER = "teaser", _("Teaser of another article")
    WIDGET = "widget", _("Share, rating or comment box")
    ADVERTISEMENT = "advertisement", _("Advertisement")
    SOURCE = "source", _("Source line")
    COPYRIGHT = "copyright", _("Copyright notice")
    SUMMARY = "summary", _("Summary of the day")
    COOKIES = "cookies", _("Cookie notice")
    BACKGROUND = "background", _("Background")
    DUPLICATE = "duplicate", _("Said before in this article")
    OTHER = "other", _("Other")


class RecutAction(models.TextChoices):
    """What a person did to the passages of an article."""

    EVENT = "event", _("Made one event")
    HEADING = "heading", _("Made a heading")
    SET_ASIDE = "set_aside", _("Set aside")
    SPLIT = "split", _("Split")
    JOIN = "join", _("Joined")
    MOVE = "move", _("Moved the borders")


class UploadOutcome(models.TextChoices):
    """What became of a file that was handed in."""

    ACCEPTED = "accepted", _("Accepted")
    DUPLICATE = "duplicate", _("Uploaded before")
    REFUSED = "refused", _("Refused")


class ChangeKind(models.TextChoices):
    CREATED = "created", _("Created")
    CHANGED = "changed", _("Changed")
    REJECTED = "rejected", _("Rejected")
    TRASHED = "trashed", _("Withdrawn")
    RESTORED = "restored", _("Restored")
    MERGED = "merged", _("Merged")


class Role(models.TextChoices):
    """Who did it, and to whom."""

    ACTOR = "actor", _("Actor")
    RECIPIENT = "recipient", _("Recipient")


class LessonKind(models.TextChoices):
    """What a correction can teach."""

    ALIAS = "alias", _("Spelling of a name")
    PHRASE = "phrase", _("Words of a type")
    HEADING = "heading", _("Heading of a region")


class RereadingStatus(models.TextChoices):
    QUEUED = "queued", _("Queued")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    FAILED = "failed", _("Failed")


class ProposalKind(models.TextChoices):
    """How a new reading differs from what is stored."""

    CHANGED = "changed", _("Changed")
    NEW = "new", _("New")
    LOST = "lost", _("Not found again")
