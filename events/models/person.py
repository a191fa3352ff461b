from django.utils.translation import gettext_lazy as _

from events.models.named import Named


class Person(Named):
    """A person under the fullest name an article printed. Two people of one name share a row until told apart."""

    class Meta(Named.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
