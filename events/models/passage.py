from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.choices import PassageKind, SetAsideReason
from events.models.constraints import one_of


class Passage(models.Model):
    """A stretch of an article's text, explained. An article's passages tile its text, white space aside."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=10, choices=PassageKind)
    reason = models.CharField(_("reason"), max_length=20, choices=SetAsideReason, null=True, blank=True)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["article", "start"]
        constraints = [
            one_of("kind", PassageKind, model="passage"),
            one_of("reason", SetAsideReason, model="passage"),
            models.UniqueConstraint(fields=["article", "start"], name="passage_starts_once"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="passage_not_empty"),
            models.CheckConstraint(
                name="passage_reason_if_set_aside",
                condition=models.Q(kind=PassageKind.SET_ASIDE, reason__isnull=False)
                | (~models.Q(kind=PassageKind.SET_ASIDE) & models.Q(reason__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.start}–{self.end}"
