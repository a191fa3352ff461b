from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.extraction.records import NamedAlias, Vocabulary
from events.models.constraints import exactly_one
from events.models.named import fold

TARGETS = ("country", "organization", "person", "agency")


class AliasQuerySet(models.QuerySet):
    def vocabulary(self) -> Vocabulary:
        """The aliases in use, in the form extraction takes."""
        in_use = self.filter(enabled=True).select_related("country", "organization", "person", "agency").order_by("pk")
        return Vocabulary(tuple(NamedAlias(a.kind, a.text, a.value) for a in in_use))


class Alias(models.Model):
    """Another spelling of a name, added by editors on top of the packaged gazetteer."""

    text = models.CharField(_("spelling"), max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    country = models.ForeignKey("Country", models.CASCADE, null=True, blank=True, related_name="aliases")
    organization = models.ForeignKey("Organization", models.CASCADE, null=True, blank=True, related_name="aliases")
    person = models.ForeignKey("Person", models.CASCADE, null=True, blank=True, related_name="aliases")
    agency = models.ForeignKey("Agency", models.CASCADE, null=True, blank=True, related_name="aliases")
    enabled = models.BooleanField(_("in use"), default=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [
            exactly_one(
                *TARGETS,
                name="alias_means_one_thing",
                message=_("Choose exactly one: a country, an organization, a person or an agency."),
            ),
            models.UniqueConstraint(fields=["text", *TARGETS], name="alias_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.value}"

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(self.text)
        super().save(*args, **kwargs)

    @property
    def kind(self) -> str:
        return next(name for name in TARGETS if getattr(self, f"{name}_id") is not None)

    @property
    def value(self) -> str:
        """What the spelling means, canonically: an ISO code or a name."""
        target = getattr(self, self.kind)
        return target.code if self.kind == "country" else target.name
