from django.utils.translation import gettext_lazy as _

from events.models.named import Packaged


class Agency(Packaged):
    """A wire service or medium that is credited for a report: Reuters, Xinhua, TASS."""

    class Meta(Packaged.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
