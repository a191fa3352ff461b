from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.extraction.records import Cut, PassageKind, Reason
from events.models.choices import RecutAction
from events.models.constraints import one_of


class RecutQuerySet(models.QuerySet):
    def standing(self) -> RecutQuerySet:
        """Those not undone, in the order in which they are laid over the text."""
        return self.filter(undone_at__isnull=True).order_by("pk")


class Recut(models.Model):
    """What a person changed in how an article is cut into passages. It outlives every re-parse.

    `cuts` is a list of {"start", "end", "kind", "reason", "words"}: the stretch of the text, what it is, and its words,
    by which it is found again where another decoding of the same bytes moved it.
    """

    article = models.ForeignKey("Article", models.CASCADE, related_name="recuts")
    action = models.CharField(_("what was done"), max_length=10, choices=RecutAction)
    cuts = models.JSONField(_("passages"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("when"), db_default=Now())
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = RecutQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of passages")
        verbose_name_plural = _("changes of passages")
        ordering = ["-pk"]
        constraints = [one_of("action", RecutAction, model="recut")]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.cuts[0]['words'][:60] if self.cuts else ''}"

    def placed(self, text: str) -> list[Cut] | None:
        """The cuts as they stand in `text`; None where the words of one are found there no more."""
        found = []
        for cut in self.cuts:
            start, words = cut["start"], cut["words"]
            if text[start : start + len(words)] != words:
                start = text.find(words)
            if start < 0:
                return None
            reason = Reason(cut["reason"]) if cut["reason"] else None
            found.append(Cut(start, start + len(words), PassageKind(cut["kind"]), reason))
        return found
