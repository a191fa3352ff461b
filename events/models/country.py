from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models.choices import Region
from events.models.constraints import one_of


class Country(models.Model):
    """A country or territory of ISO 3166-1 (and XK), filled from the packaged gazetteer and CLDR."""

    code = models.CharField(_("ISO 3166-1 alpha-2"), max_length=2, primary_key=True)
    region = models.CharField(_("region"), max_length=20, choices=Region)
    name_en = models.CharField(_("English name"), max_length=100)
    name_vi = models.CharField(_("Vietnamese name"), max_length=100)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [one_of("region", Region, model="country")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the language of the page."""
        return getattr(self, self.name_field())

    @staticmethod
    def name_field() -> str:
        """Which field that is."""
        return "name_vi" if (get_language() or "").startswith("vi") else "name_en"
