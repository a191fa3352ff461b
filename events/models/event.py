from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat, Left, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.extraction.records import QUAD_OF
from events.models.choices import DatePrecision, EventStatus, EventType, Language, Quad, Region, Topic
from events.models.constraints import one_of
from events.models.doubt import ExpectedError

INDEXED_CHARACTERS = 100_000  # a tsvector is limited to 1 MB


class Fold(models.Func):
    """newsdesk_fold(): lower case without diacritics, words apart by single spaces (see events.models.named.fold)."""

    function = "newsdesk_fold"
    output_field = models.TextField()


class SearchWords(models.Func):
    """The folded words of an expression as a tsvector; "simple", since the two languages share no stemmer."""

    function = "to_tsvector"
    template = "to_tsvector('simple'::regconfig, %(expressions)s)"
    output_field = SearchVectorField()


class QuadOfType(models.Case):
    """The quad class of `type`; null where nobody did anything to anybody."""

    def __init__(self) -> None:
        super().__init__(
            *(models.When(type=str(event_type), then=Value(str(quad))) for event_type, quad in QUAD_OF.items()),
            default=None,
            output_field=models.CharField(max_length=20),
        )


class EventQuerySet(models.QuerySet):
    def kept(self) -> "EventQuerySet":
        """Those not in the trash, nor their article."""
        return self.filter(trashed_at__isnull=True, article__trashed_at__isnull=True)

    def visible(self) -> "EventQuerySet":
        """What readers see: kept and not rejected."""
        return self.kept().exclude(status=EventStatus.REJECTED)

    def with_names(self) -> "EventQuerySet":
        """With everything a row or its JSON shows, in a fixed number of queries."""
        return self.select_related("article").prefetch_related(
            "event_countries__country",
            "event_organizations__organization",
            "event_people__person",
            "event_agencies__agency",
            "parties__country",
            "parties__organization",
        )


class Event(models.Model):
    """One happening reported in one article.

    The columns hold the values shown: a person's where there is a Correction, else the machine's. `machine` keeps all
    the extractor said, so that a correction can be undone and a re-parse compared.
    """

    article = models.ForeignKey("Article", models.CASCADE, related_name="events")
    language = models.CharField(_("language"), max_length=3, choices=Language)

    # The passage: text is article.text[start:end] less marker and credit
    title = models.TextField(_("title"))
    text = models.TextField(_("text"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    section = models.TextField(_("section"), null=True, blank=True)

    # What happened
    region = models.CharField(_("region"), max_length=20, choices=Region)
    date = models.DateField(_("date"), null=True, blank=True)
    date_end = models.DateField(_("last day"), null=True, blank=True)
    date_precision = models.CharField(_("date precision"), max_length=5, choices=DatePrecision, null=True, blank=True)
    type = models.CharField(_("type"), max_length=10, choices=EventType, null=True, blank=True)
    quad = models.GeneratedField(
        expression=QuadOfType(), output_field=models.CharField(max_length=20, choices=Quad, null=True), db_persist=True
    )
    topic = models.CharField(_("topic"), max_length=8, choices=Topic, null=True, blank=True)

    countries = models.ManyToManyField("Country", through="EventCountry", related_name="events")
    organizations = models.ManyToManyField("Organization", through="EventOrganization", related_name="events")
    people = models.ManyToManyField("Person", through="EventPerson", related_name="events")
    agencies = models.ManyToManyField("Agency", through="EventAgency", related_name="events")

    # What the extractor said, and why
    machine = models.JSONField(default=dict)  # field -> value, as ExtractedEvent has it
    evidence = models.JSONField(default=dict)  # field -> [{"start", "end", "text"} | {"rule"}, with "value" in lists]
    confidence = models.JSONField(null=True, blank=True)  # field -> probability; null: not calibrated
    not_found_at = models.DateTimeField(
        _("not found again"), null=True, blank=True
    )  # the latest parse has no such passage; kept because a person touched it

    # What people said
    status = models.CharField(_("status"), max_length=10, choices=EventStatus, default=EventStatus.UNREVIEWED)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    trashed_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField(db_default=Now())

    search = models.GeneratedField(
        expression=SearchWords(
            Fold(Left(Concat("title", Value(" ", output_field=models.TextField()), "text"), INDEXED_CHARACTERS))
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            one_of("language", Language, model="event"),
            one_of("region", Region, model="event"),
            one_of("date_precision", DatePrecision, model="event"),
            one_of("type", EventType, model="event"),
            one_of("topic", Topic, model="event"),
            one_of("status", EventStatus, model="event"),
            models.CheckConstraint(condition=Q(start__lt=models.F("end")), name="event_passage_not_empty"),
            models.CheckConstraint(
                name="event_date_whole",
                condition=Q(date__isnull=True, date_end__isnull=True, date_precision__isnull=True)
                | Q(date__isnull=False, date_precision__isnull=False),
            ),
            models.CheckConstraint(
                name="event_dates_in_order", condition=Q(date_end__isnull=True) | Q(date_end__gte=models.F("date"))
            ),
        ]
        indexes = [
            models.Index(models.F("date").desc(nulls_last=True), models.F("id").desc(), name="event_newest_first"),
            models.Index(fields=["date_end"], condition=Q(date_end__isnull=False), name="event_of_several_days"),
            models.Index(fields=["article", "start"], name="event_in_article"),
            GinIndex(fields=["search"], name="event_words"),
            models.Index(Left(Fold("section"), 200), name="event_under_heading", condition=Q(section__isnull=False)),
            models.Index(
                ExpectedError("confidence").desc(),
                models.F("id").desc(),
                name="event_unsure_first",
                condition=Q(status=EventStatus.UNREVIEWED, trashed_at__isnull=True),
            ),
            models.Index(
                fields=["language", "article", "id"],
                name="event_verified",
                condition=Q(status=EventStatus.VERIFIED, trashed_at__isnull=True) & ~Q(machine={}),
            ),
            models.Index(fields=["reviewed_at"], condition=Q(reviewed_at__isnull=False), name="event_reviewed"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])
