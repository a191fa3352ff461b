from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from events.models.choices import UploadOutcome
from events.models.constraints import one_of


class Upload(models.Model):
    """One file an editor handed in, and what became of it: the rows of the upload page, refused ones too."""

    batch = models.UUIDField(db_index=True)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    outcome = models.CharField(max_length=10, choices=UploadOutcome)
    refusal = models.CharField(max_length=40, blank=True)
    article = models.ForeignKey("Article", models.CASCADE, null=True, blank=True, related_name="uploads")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("outcome", UploadOutcome, model="upload"),
            models.CheckConstraint(
                name="upload_refused_or_article",
                condition=models.Q(outcome=UploadOutcome.REFUSED, article__isnull=True)
                | (~models.Q(outcome=UploadOutcome.REFUSED) & models.Q(article__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.name
