"""What organizations, people and agencies share: a canonical name and a slug for addresses."""

import re
import unicodedata

from django.db import models
from django.utils.translation import gettext_lazy as _


def fold(text: str) -> str:
    """Lower case without diacritics, `đ` as `d`: "Triều Tiên" and "trieu tien" are one. As newsdesk_fold() in SQL."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    bare = "".join(map(str.lower, bare))  # letter by letter as the database does: str.lower() minds a word's last sigma
    bare = bare.replace("đ", "d").replace("ð", "d")
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", bare)).strip()


def slug_of(name: str) -> str:
    """An address for a name: folded words joined by hyphens, at most 80 characters."""
    return fold(name).replace(" ", "-")[:80].strip("-") or "unnamed"


class Named(models.Model):
    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Packaged(Named):
    """A name that the packaged gazetteer may know. What people make of it stays when the package says otherwise."""

    packaged = models.JSONField(null=True, editable=False)  # field -> what the package last said while it was followed

    class Meta(Named.Meta):
        abstract = True

    def follow_package(self, said: dict[str, str]) -> bool:
        """Take over what the package says, but no field that a person changed; whether the row has to be saved.

        A field is untouched while it holds what is remembered of the package. Where nothing is remembered, the row
        being older than `packaged` or made by an article, an empty field is untouched, and one that agrees.
        """
        remembered = dict(self.packaged or {})
        for field, words in said.items():
            shown = getattr(self, field)
            if not shown and field not in remembered:
                remembered[field] = shown
            if shown == remembered.setdefault(field, words):
                remembered[field] = words
                setattr(self, field, words)
        changed = remembered != self.packaged
        self.packaged = remembered
        return changed
