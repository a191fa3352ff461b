import datetime
import hashlib
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.choices import ArticleStatus, Language
from events.models.constraints import one_of

LEASE = datetime.timedelta(seconds=30)
MAX_ATTEMPTS = 5


def sha256_of(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def original_path(article: "Article", filename: str) -> str:
    """Where the bytes lie: under their hash, so that no name from outside ever becomes a path."""
    return f"{article.sha256[:2]}/{article.sha256}"


class ArticleQuerySet(models.QuerySet):
    def kept(self) -> "ArticleQuerySet":
        """Those not in the trash."""
        return self.filter(trashed_at__isnull=True)

    def queue(self) -> int:
        """Let them wait to be read, from the first attempt on; a worker that holds one loses it and stores nothing."""
        waiting = {"status": ArticleStatus.QUEUED, "failure": "", "attempts": 0, "queued_at": Now()}
        return self.update(**waiting, lease_until=None, lease_token=None)

    def claim(self, pk: int, *, holder: str = "") -> "Article | None":
        """Reserve an article for `holder`, for `LEASE`; None when it is done or another process holds it."""
        waiting = Q(status=ArticleStatus.QUEUED) | Q(status=ArticleStatus.PARSING, lease_until__lt=Now())
        token = uuid.uuid4()
        taken = (
            self.kept()
            .filter(waiting, pk=pk)
            .update(
                status=ArticleStatus.PARSING,
                lease_until=Now() + LEASE,
                lease_token=token,
                lease_holder=holder,
                attempts=models.F("attempts") + 1,
                parsing_at=Now(),
            )
        )
        return self.get(pk=pk) if taken else None

    def renew(self, pk: int, token: uuid.UUID | None) -> bool:
        """Hold the claim for another `LEASE`; False when it was lost."""
        mine = self.filter(pk=pk, status=ArticleStatus.PARSING, lease_token=token)
        return bool(mine.update(lease_until=Now() + LEASE))

    def stuck(self, *, queued_for: datetime.timedelta) -> "ArticleQuerySet":
        """Queued for so long that the wake-up call was surely lost, or held past the lease."""
        return self.kept().filter(
            Q(status=ArticleStatus.QUEUED, queued_at__lt=Now() - queued_for)
            | Q(status=ArticleStatus.PARSING, lease_until__lt=Now())
        )


class Article(models.Model):
    """One uploaded document: the original bytes, kept for ever, and the text read from them."""

    # What was uploaded
    name = models.CharField(_("file name"), max_length=255)
    original = models.FileField(_("original"), upload_to=original_path, max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="articles"
    )
    uploaded_at = models.DateTimeField(_("uploaded"), db_default=Now())
    is_demo = models.BooleanField(_("demo"), default=False)

    # What an editor said of it, over what is read from it
    reference_date_given = models.DateField(_("reference date set by an editor"), null=True, blank=True)
    language_given = models.CharField(_("language set by an editor"), max_length=3, choices=Language, blank=True)
    publisher_given = models.CharField(_("source set by an editor"), max_length=200, blank=True)

    # What was read
    text = models.TextField(_("text"), blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=3, choices=Language, default=Language.UNDETERMINED)
    layout = models.CharField(_("layout"), max_length=20, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    source_url = models.TextField(_("source address"), blank=True)
    published = models.DateField(_("published"), null=True, blank=True)
    reference_date = models.DateField(_("dates counted from"), null=True, blank=True)

    # How far it has come
    status = models.CharField(
        _("state"), max_length=10, choices=ArticleStatus, default=ArticleStatus.QUEUED, db_default=ArticleStatus.QUEUED
    )
    failure = models.CharField(_("failure code"), max_length=40, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_holder = models.CharField(max_length=200, blank=True)  # see events/leases.py
    queued_at = models.DateTimeField(db_default=Now())
    parsing_at = models.DateTimeField(null=True, blank=True)
    parsed_at = models.DateTimeField(null=True, blank=True)
    extractor_version = models.CharField(max_length=40, blank=True)

    trashed_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    trashed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-pk"]
        constraints = [
            one_of("status", ArticleStatus, model="article"),
            one_of("language", Language, model="article"),
            models.CheckConstraint(
                name="article_language_given_known", condition=Q(language_given__in=["", *Language.values])
            ),
            models.UniqueConstraint(fields=["sha256"], condition=Q(trashed_at__isnull=True), name="article_bytes_once"),
            models.CheckConstraint(
                name="article_parsing_is_leased",
                condition=~Q(status=ArticleStatus.PARSING) | Q(lease_until__isnull=False, lease_token__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["queued_at"],
                condition=Q(status__in=[ArticleStatus.QUEUED, ArticleStatus.PARSING]),
                name="article_unfinished",
            )
        ]

    def __str__(self) -> str:
        return self.title or self.name

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def source(self) -> str:
        """Who published it: the editor's word, else what the text tells; "" where nothing does."""
        return self.publisher_given or self.publisher

    @property
    def is_finished(self) -> bool:
        return self.status in (ArticleStatus.PARSED, ArticleStatus.FAILED)
