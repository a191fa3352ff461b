from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.article import LEASE
from events.models.choices import ProposalKind, RereadingStatus
from events.models.constraints import one_of


class ReadingRun(models.Model):
    """Articles read once more, to be compared with what is stored. It changes no event until somebody accepts."""

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(_("begun"), db_default=Now())
    extractor_version = models.CharField(max_length=40)
    accepted = models.JSONField(_("accepted"), default=list)  # fields, and "passages"; in the order they were accepted
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(_("last accepted"), null=True, blank=True)
    discarded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    discarded_at = models.DateTimeField(_("discarded"), null=True, blank=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{_('Reading')} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("reading", args=[self.pk])


class RereadingQuerySet(models.QuerySet):
    def unfinished(self) -> RereadingQuerySet:
        """Those that are to be read, or read but not yet stored as far as was accepted."""
        return self.filter(run__discarded_at__isnull=True, status__in=[RereadingStatus.QUEUED, RereadingStatus.READING])

    def claimable(self) -> RereadingQuerySet:
        """Those unfinished that no living worker holds."""
        return self.unfinished().filter(Q(status=RereadingStatus.QUEUED) | Q(lease_until__lt=Now()))

    def claim(self, pk: int) -> Any:
        """Reserve a Rereading for this worker, for LEASE; None when it is done, discarded or in other hands."""
        taken = (
            self.claimable()
            .filter(pk=pk)
            .update(
                status=RereadingStatus.READING,
                lease_until=Now() + LEASE,
                lease_token=uuid.uuid4(),
                attempts=models.F("attempts") + 1,
            )
        )
        return self.select_related("article", "run").get(pk=pk) if taken else None

    def renew(self, pk: int, token: uuid.UUID | None) -> bool:
        """Hold the claim for another LEASE; False when it was lost."""
        return bool(self._held(pk, token).update(lease_until=Now() + LEASE))

    def finish(self, row: Rereading, **values) -> bool:
        """Write what came of a claim and let it go; False when it was lost."""
        return bool(self._held(row.pk, row.lease_token).update(lease_until=None, lease_token=None, **values))

    def _held(self, pk: int, token: uuid.UUID | None) -> RereadingQuerySet:
        return self.filter(pk=pk, status=RereadingStatus.READING, lease_token=token)

    def callable(self, *, again_after: datetime.timedelta) -> RereadingQuerySet:
        """Those that a wake-up call would help: claimable, and not called for just now."""
        return self.claimable().filter(Q(called_at__isnull=True) | Q(called_at__lt=Now() - again_after))


class Rereading(models.Model):
    """One article of a run: what it says now, as far as that differs from what is stored."""

    run = models.ForeignKey(ReadingRun, models.CASCADE, related_name="rereadings")
    article = models.ForeignKey("Article", models.CASCADE, related_name="rereadings")
    status = models.CharField(max_length=10, choices=RereadingStatus, default=RereadingStatus.QUEUED)
    failure = models.CharField(_("failure code"), max_length=40, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    based_on = models.DateTimeField(null=True, blank=True)  # when what it was compared with was stored
    result = models.JSONField(null=True, blank=True)  # all that was read, see events.extraction.packing
    accepted = models.JSONField(default=list)  # what of it is stored by now, as in the run

    objects = RereadingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", RereadingStatus, model="rereading"),
            models.UniqueConstraint(fields=["run", "article"], name="rereading_once_in_a_run"),
        ]
        indexes = [
            models.Index(
                fields=["run", "id"],
                condition=Q(status__in=[RereadingStatus.QUEUED, RereadingStatus.READING]),
                name="rereading_unfinished",
            )
        ]

    def __str__(self) -> str:
        return f"{self.run_id}: {self.article_id}"


class Proposal(models.Model):
    """One difference between a rereading and what is stored: a value, a passage's borders, an event more or less."""

    rereading = models.ForeignKey(Rereading, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=10, choices=ProposalKind)
    event = models.ForeignKey("Event", models.SET_NULL, null=True, related_name="+")  # null: new, or gone since
    field = models.CharField(max_length=20)  # one of values.FIELDS, or "passages"
    title = models.TextField()
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    words = models.CharField(max_length=300, blank=True)  # that gave the new value

    class Meta:
        constraints = [one_of("kind", ProposalKind, model="proposal")]
        indexes = [models.Index(fields=["event"], name="proposal_of_event")]

    def __str__(self) -> str:
        return f"{self.field}: {self.old} → {self.new}"
