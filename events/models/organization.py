from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.named import Packaged


class Organization(Packaged):
    """An international body or armed group, under its well-known short name: EU, UN, Hamas."""

    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    name_vi = models.CharField(_("Vietnamese name"), max_length=200, blank=True)

    class Meta(Packaged.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
