from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """What a person changed in an event. The newest one not undone is the value shown."""

    event = models.ForeignKey("Event", models.CASCADE, related_name="corrections")
    field = models.CharField(_("field"), max_length=20)
    old = models.JSONField(_("before"), null=True)
    new = models.JSONField(_("after"), null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(_("when"), db_default=Now())
    together = models.UUIDField(null=True, blank=True)  # made in one go with others, and undone with them
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    recut = models.ForeignKey(
        "Recut", models.CASCADE, null=True, blank=True, related_name="+"
    )  # which withdrew the event or took its review back, for its passage became another

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["event", "field", "-id"], name="correction_latest"),
            models.Index(fields=["together"], condition=Q(together__isnull=False), name="correction_together"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.old} → {self.new}"
