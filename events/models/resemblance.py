from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from events.models.article import Article


class Fingerprint(models.Model):
    """The sentences of an article's events as hashes, so that articles which say the same find each other."""

    article = models.OneToOneField("Article", models.CASCADE, primary_key=True, related_name="fingerprint")
    sentences = ArrayField(models.BigIntegerField())  # see events/resemblance.py
    is_compared = models.BooleanField(default=False)

    class Meta:
        indexes = [
            GinIndex(fields=["sentences"], name="fingerprint_sentences", fastupdate=False),
            models.Index(fields=["article"], condition=Q(is_compared=False), name="fingerprint_not_compared"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {len(self.sentences)}"


class ResemblanceQuerySet(models.QuerySet):
    def undecided(self) -> "ResemblanceQuerySet":
        """Those that wait for an editor's word; a withdrawn article resembles nothing."""
        return self.filter(kept_at__isnull=True, article__trashed_at__isnull=True, other__trashed_at__isnull=True)

    def of(self, article: Article) -> "ResemblanceQuerySet":
        """Those on either side of which it stands."""
        return self.filter(Q(article=article) | Q(other=article))


class Resemblance(models.Model):
    """Two articles say mostly the same in different bytes. An editor keeps both, or withdraws one."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="resemblances")  # the later one
    other = models.ForeignKey("Article", models.CASCADE, related_name="+")  # the one that was here before
    shared = models.PositiveIntegerField()  # sentences of `article` that stand in `other` too
    sentences = models.PositiveIntegerField()  # of `article`
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    kept_at = models.DateTimeField(null=True, blank=True)  # when an editor decided to keep both

    objects = ResemblanceQuerySet.as_manager()

    class Meta:
        ordering = ["article", "-shared", "other"]
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="resemblance_once"),
            models.CheckConstraint(condition=Q(other__lt=F("article")), name="resemblance_to_an_earlier_one"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.other_id}: {self.shared}/{self.sentences}"

    @property
    def is_whole(self) -> bool:
        """Whether all of the later article stands in the earlier one."""
        return self.shared == self.sentences
