from django.db import models
from django.db.models.functions import Now
from django.urls import reverse

LONGEST_QUERY = 8_000  # characters


class ShortLink(models.Model):
    """A short address for a long filter. The same filter has the same link, whoever asks for it."""

    code = models.CharField(max_length=16, primary_key=True)
    query = models.TextField()
    made_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("short-link", args=[self.code])
