from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.extraction.records import EventType, Region, TaughtHeading, TaughtPhrase, Vocabulary
from events.models.alias import Alias
from events.models.choices import LessonKind
from events.models.constraints import one_of

WORDS_LENGTH = 200


class LessonQuerySet(models.QuerySet):
    def kept(self) -> LessonQuerySet:
        """Those not undone, switched off or not."""
        return self.filter(undone_at__isnull=True)

    def in_force(self) -> LessonQuerySet:
        """Those that new readings obey."""
        return self.kept().filter(Q(alias__isnull=True) | Q(alias__enabled=True), enabled=True)

    def vocabulary(self) -> Vocabulary:
        """All that people taught, in the form extraction takes: names by their aliases, and what lessons add."""
        rows = list(self.in_force().exclude(kind=LessonKind.ALIAS).order_by("pk"))
        return replace(
            Alias.objects.vocabulary(),
            phrases=tuple(
                TaughtPhrase(row.words, EventType(row.value) if row.value else None)
                for row in rows
                if row.kind == LessonKind.PHRASE
            ),
            headings=tuple(
                TaughtHeading(row.words, Region(row.value)) for row in rows if row.kind == LessonKind.HEADING
            ),
        )


class Lesson(models.Model):
    """What one correction taught for the future: some words, and what they mean.

    kind      words                          value
    alias     a spelling of a name           an ISO code or a name; the alias itself is a row of its own
    phrase    words that tell the act        a type; empty: no act
    heading   a section heading              a region
    """

    kind = models.CharField(_("kind"), max_length=10, choices=LessonKind)
    words = models.CharField(_("words"), max_length=WORDS_LENGTH)
    folded = models.CharField(max_length=WORDS_LENGTH, editable=False)  # as extraction compares them
    value = models.CharField(_("means"), max_length=200, blank=True)
    alias = models.ForeignKey(Alias, models.CASCADE, null=True, blank=True, related_name="lessons")
    correction = models.ForeignKey("Correction", models.SET_NULL, null=True, blank=True, related_name="lessons")
    hits = models.PositiveIntegerField(_("events read by it"), default=0)
    enabled = models.BooleanField(_("in use"), default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("when"), db_default=Now())
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["-pk"]
        constraints = [
            one_of("kind", LessonKind, model="lesson"),
            models.CheckConstraint(
                name="lesson_alias_is_a_row",
                condition=Q(kind=LessonKind.ALIAS, alias__isnull=False)
                | (~Q(kind=LessonKind.ALIAS) & Q(alias__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["kind", "folded"],
                condition=Q(undone_at__isnull=True) & ~Q(kind=LessonKind.ALIAS),
                name="lesson_words_mean_one_thing",
            ),
            models.UniqueConstraint(
                fields=["alias"], condition=Q(undone_at__isnull=True), name="lesson_once_for_an_alias"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.value or '—'}"

    @property
    def is_in_force(self) -> bool:
        return self.undone_at is None and self.enabled and (self.alias is None or self.alias.enabled)
